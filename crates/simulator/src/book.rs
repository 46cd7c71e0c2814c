//! A workbook on a desk: what it tells the session to keep comes back to it.

use std::rc::Rc;

use app::practice::text::Field;
use app::practice::{Kind, LastTalk, Message as P, Tie};
use app::session::Part;
use app::workbook::{Effect, Message, Opened, Page, Shelf, Workbook, update};
use measure::completed::Completed;
use measure::time::UnixMs;
use records::stored::Writer;

use super::practice::NOW;
use testing::shipped;

/// A workbook, with the session that keeps what it tells.
pub struct Book {
    pub book: Workbook,
    pub now: UnixMs,
    /// What was asked of the world, but for what the session keeps.
    asked: Vec<Effect>,
}

impl Book {
    pub fn new(result: Option<Completed>) -> Self {
        let mut book = Self {
            book: Workbook::new(Rc::new(shipped()), Writer(1)),
            now: NOW,
            asked: Vec::new(),
        };
        let shelf = Shelf {
            result: result.map(Rc::new),
            kept: true,
            opened: Opened::ByAStep,
            ..Shelf::default()
        };
        book.shown(Page::Part(Part::Practice), shelf);
        book
    }

    pub fn shown(&mut self, page: Page, shelf: Shelf) {
        self.does(Message::Shown(page, shelf));
    }

    pub fn does(&mut self, message: Message) {
        let (book, effects) = update(self.book.clone(), message, self.now);
        self.book = book;
        for effect in effects {
            match &effect {
                Effect::Tell { what, text } if what.starts_with("practice:") => {
                    let name = what.trim_start_matches("practice:");
                    let mut shelf = self.book.shelf.clone();
                    shelf.practice.retain(|(known, _)| known != name);
                    shelf.practice.push((name.to_owned(), text.as_str().into()));
                    shelf.opened = Opened::Before;
                    self.shown(self.book.page, shelf);
                }
                _ => self.asked.push(effect),
            }
        }
    }

    pub fn practises(&mut self, messages: impl IntoIterator<Item = P>) {
        for message in messages {
            self.does(Message::Practice(message));
        }
    }

    /// Somebody on the map, and an act with them.
    pub fn plans(&mut self) {
        self.practises([
            P::Wrote(Field::Name, "Dana".to_owned()),
            P::PickedKind(Kind::DirectReport),
            P::PickedTie(Tie::Tense),
            P::PickedLastTalk(LastTalk::ThisMonth),
            P::SavedRelationship,
            P::Wrote(Field::When, "we meet".to_owned()),
            P::Wrote(Field::What, "say it".to_owned()),
            P::SavedPlan {
                opener: "I was short with you.".to_owned(),
            },
        ]);
    }

    pub fn asked(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.asked)
    }
}
