//! Fetches the parts of the program, and handles what the loader reports about them.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::File;

use super::Runtime;
use crate::shell::file;
use app::after::After;
use app::parts::{self, FollowUp, Imports, Outcomes, Parts, Reader, Results};
use app::rounds::Rounds;
use app::session::{Message, Screen};

impl Runtime {
    /// Fetches what the screen needs and has not arrived. What the results need is fetched when the
    /// first item shows; the reader, when something waits for it or will; what opens files, when some
    /// were chosen.
    pub(super) fn fetch_parts(&self) {
        let session = self.session.borrow();
        let (screen, has_chosen) = (&session.screen, !self.chosen.borrow().is_empty());
        let is_opened = matches!(screen, Screen::Opened { .. });
        let keeps = is_opened || matches!(screen, Screen::Keep);
        let follows = keeps || matches!(screen, Screen::Part(_));
        let shows_result = keeps || matches!(screen, Screen::Results { .. });
        let shows_outcomes = shows_result && session.has_outcome()
            || is_opened && session.after().is_some_and(After::opens_rounds);
        let asks = matches!(screen, Screen::Rounds);
        let tells =
            shows_outcomes || asks && session.rounds().is_some_and(Rounds::may_show_outcome);
        let asks = asks || shows_outcomes;
        let early = matches!(screen, Screen::Item { .. }) && !self.asked.replace(true);
        let wanted = self.change_parts(|parts| {
            if session.waits_for_reader() {
                parts.reader.forget_failure();
            }
            [
                (Reader::NAME, parts.reader.want(session.wants_reader())),
                (
                    Results::NAME,
                    parts
                        .results
                        .want(early || shows_result || asks && session.result.is_some()),
                ),
                (FollowUp::NAME, parts.follow_up.want(follows)),
                (
                    Imports::NAME,
                    parts.imports.want(is_opened || keeps && has_chosen),
                ),
                (parts::Rounds::NAME, parts.rounds.want(asks)),
                (
                    Outcomes::NAME,
                    // Its texts are those of rounds, and so is its state.
                    parts
                        .outcomes
                        .want(tells && parts.rounds.linked().is_some()),
                ),
            ]
        });
        drop(session);
        for (name, wanted) in wanted {
            if wanted {
                self.loader.fetch_part(name);
            }
        }
    }

    fn change_parts<T>(&self, change: impl FnOnce(&mut Parts) -> T) -> T {
        change(Rc::make_mut(&mut self.parts.borrow_mut()))
    }

    /// Takes the loader's report on a part: that it is linked, with its texts, or why it is not.
    pub fn report_part(self: &Rc<Self>, name: &str, failure: Option<Rc<str>>, texts: &JsValue) {
        self.add_texts(name, texts);
        self.change_parts(|parts| parts.report(name, failure));
        self.tell_parts();
        self.read_chosen();
    }

    /// Tells the session which parts are linked, and draws.
    pub(super) fn tell_parts(&self) {
        let parts = self.parts.borrow().clone();
        let linked = [
            parts.results.linked().map(Message::LinkedResults),
            parts.follow_up.linked().map(Message::LinkedFollowUp),
            parts.reader.linked().map(Message::LinkedReader),
            parts.imports.linked().map(Message::LinkedImports),
            parts.rounds.linked().map(Message::LinkedRounds),
        ];
        // What waited for the reader, as if it had happened now.
        let unread = self.session.borrow_mut().take_unread();
        self.dispatch_all(linked.into_iter().flatten().chain(unread).collect());
    }

    /// Reads the files that the visitor chose, as soon as the part for that is linked. Until then they
    /// are kept, whatever keeps it away.
    pub(in crate::shell) fn read(self: &Rc<Self>, files: Vec<File>) {
        self.chosen.borrow_mut().extend(files);
        self.change_parts(|parts| parts.imports.forget_failure());
        self.fetch_parts();
        self.read_chosen();
        self.redraw();
    }

    fn read_chosen(self: &Rc<Self>) {
        let linked = self.parts.borrow().imports.linked();
        let Some(linked) = linked else { return };
        let files = self.chosen.take();
        if !files.is_empty() {
            file::read(linked, Rc::clone(self), files);
        }
    }

    /// Fetches a part again that could not be fetched.
    pub fn retry_part(&self, name: &str) {
        self.change_parts(|parts| parts.fetching(name));
        self.redraw();
        self.loader.fetch_part(name);
    }
}
