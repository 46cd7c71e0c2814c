//! The update of what follows a result.

use std::rc::Rc;

use super::{After, MAX_INITIALS, Message, Pick, imports};
use crate::effect::{Clip, Effect, ResultFile, ResultName, Sheet};
use crate::event::{Message as ToSession, PracticeWrite, Step};
use crate::practice;
use crate::turn::{Outcomes, Turn};
use json::visible::cut;
use measure::completed::Completed;
use records::csv;
use records::document::ResultDocument;

impl After {
    /// Applies `message`.
    pub(crate) fn update(&mut self, message: Message, turn: &mut Turn<'_>) {
        match message {
            Message::AskedToPrint => run_with_result(turn, Effect::Print(Sheet::Report)),
            Message::AskedToCopy => run_with_result(turn, Effect::Copy(Clip::Summary)),
            Message::AskedForCsv => {
                if let Some(latest) = turn.view.latest {
                    let text = csv::text(turn.view.instrument, latest);
                    self.offer(turn, latest, "csv", "text/csv", text);
                }
            }
            Message::AskedForJson => {
                if let Some(latest) = turn.view.latest {
                    let rounds = turn.rounds.filter(|_| self.include_rounds);
                    let document = ResultDocument::of(turn.view.instrument, latest)
                        .with_practice(self.practice.document(self.include))
                        .with_rounds(rounds.and_then(Outcomes::exported));
                    self.offer(turn, latest, "json", "application/json", document.to_text());
                }
            }
            Message::TypedInitials(typed) => self.initials = as_initials(&typed),
            Message::Included(include) => self.include = include,
            Message::IncludedRounds(include) => self.include_rounds = include,
            Message::Picked(pick) => self.pick(pick),
            Message::Practice(message) => self.practise(message, turn),
            message => {
                if let Some(linked) = turn.imports {
                    imports::update(linked, self, message, turn);
                }
            }
        }
    }

    pub(crate) fn practise(&mut self, message: practice::Message, turn: &mut Turn<'_>) {
        self.practice.update(message, turn);
        self.note(&turn.steps);
    }

    /// Notes which texts the practice changed itself, so that they are not read again.
    pub(super) fn note(&mut self, steps: &[Step]) {
        let writes = steps.iter().filter_map(|step| match step {
            Step::Send(ToSession::StoredPractice(writes)) => Some(writes),
            _ => None,
        });
        for write in writes.flatten() {
            let (PracticeWrite::Put(name, _) | PracticeWrite::SetAside(name)) = write;
            self.read.retain(|(known, _)| known != name);
            if let PracticeWrite::Put(name, text) = write {
                self.read.push((name.clone(), Rc::clone(text)));
            }
        }
    }

    /// Picks a result, or unpicks it; a third pick replaces the first.
    fn pick(&mut self, pick: Pick) {
        let before = self.picked.len();
        self.picked.retain(|other| *other != pick);
        if self.picked.len() == before {
            self.picked.push(pick);
        }
        if self.picked.len() > 2 {
            self.picked.remove(0);
        }
    }

    fn offer(
        &self,
        turn: &mut Turn<'_>,
        latest: &Completed,
        extension: &'static str,
        mime: &'static str,
        text: String,
    ) {
        turn.run(Effect::SaveResult(ResultFile {
            name: ResultName::new(latest, &self.initials),
            extension,
            mime,
            text,
        }));
    }
}

/// Runs an effect that needs the latest result.
fn run_with_result(turn: &mut Turn<'_>, effect: Effect) {
    if turn.view.latest.is_some() {
        turn.run(effect);
    }
}

/// What can be in the name of a file: letters, a few of them, as small as the rest of the name.
fn as_initials(typed: &str) -> String {
    let letters: String = typed
        .chars()
        .filter(|typed| typed.is_alphabetic())
        .collect();
    let few = cut(&letters, MAX_INITIALS).chars();
    few.flat_map(char::to_lowercase).collect()
}
