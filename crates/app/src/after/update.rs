//! The update of what follows a result.

use std::rc::Rc;

use super::{After, ChosenFile, Message, Pick, Rejection, Status};
use crate::effect::{Clip, Effect, ElementEvent, Sheet, export};
use crate::event::{Message as ToSession, PracticeWrite, Step};
use crate::practice;
use crate::turn::Turn;
use measure::completed::Completed;
use records::csv;
use records::document::ResultDocument;
use records::store::backup::Import;

impl After {
    /// Applies `message`.
    pub(crate) fn update(&mut self, message: Message, turn: &mut Turn<'_>) {
        match message {
            Message::AskedToPrint => self.export(turn, "print", Effect::Print(Sheet::Report)),
            Message::AskedToCopy => self.export(turn, "text", Effect::Copy(Clip::Summary)),
            Message::AskedForCsv => {
                self.status = None;
                if let Some(latest) = turn.view.latest {
                    let text = csv::text(turn.view.instrument, latest);
                    offer(turn, latest, "csv", "text/csv", text);
                }
            }
            Message::AskedForJson => {
                if let Some(latest) = turn.view.latest {
                    let document = ResultDocument::of(turn.view.instrument, latest)
                        .with_practice(self.practice.document(self.include));
                    offer(turn, latest, "json", "application/json", document.to_text());
                }
            }
            Message::FailedToPrint => self.status = Some(Status::NotPrinted),
            Message::Copied(true) => self.status = Some(Status::Copied),
            Message::Copied(false) => self.status = Some(Status::NotCopied),
            Message::Included(include) => self.include = include,
            Message::ChoseFile(name, text) => {
                self.choose(Some(ChosenFile::from_text(name, &text, &turn.view)));
            }
            Message::ChoseUnreadable(name, size) => {
                let why = size.map_or(Rejection::Unreadable, Rejection::TooLarge);
                self.choose(Some(ChosenFile::new(name, Err(why))));
            }
            Message::ClosedFile => self.choose(None),
            Message::ImportedFile => self.import_file(ToSession::ImportedResult, turn),
            Message::AddedFile => self.import_file(ToSession::AddedToPast, turn),
            Message::ImportedPractice => self.import_practice(turn),
            Message::Picked(pick) => self.pick(pick),
            Message::Practice(message) => self.practise(message, turn),
        }
    }

    pub(crate) fn practise(&mut self, message: practice::Message, turn: &mut Turn<'_>) {
        self.status = None;
        self.practice.update(message, turn);
        self.note(&turn.steps);
    }

    /// Runs an effect that needs the latest result, and reports the export to the host page.
    fn export(&mut self, turn: &mut Turn<'_>, format: &'static str, effect: Effect) {
        self.status = None;
        if turn.view.latest.is_some() {
            turn.run(effect);
            turn.run(Effect::Emit(ElementEvent::Exported { format }));
        }
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

    fn choose(&mut self, file: Option<ChosenFile>) {
        self.picked.retain(|pick| *pick != Pick::File);
        self.file = file;
    }

    /// Hands the content of the file to the session, which alone stores it.
    fn import_file(&mut self, result: fn(Box<Completed>) -> ToSession, turn: &mut Turn<'_>) {
        let Some(file) = &mut self.file else { return };
        turn.send(match &file.judged {
            Ok(Import::Result(preview)) => result(Box::new(preview.completed.clone())),
            Ok(Import::Backup(backup)) => {
                ToSession::ImportedBackup(Box::new(backup.loaded.clone()))
            }
            Err(_) => return,
        });
        file.imported = true;
    }

    fn import_practice(&mut self, turn: &mut Turn<'_>) {
        if let Some(file) = &mut self.file
            && let Some(imported) = file.practice().cloned()
        {
            file.practice_imported = true;
            self.practise(practice::Message::Imported(Box::new(imported)), turn);
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
}

fn offer(
    turn: &mut Turn<'_>,
    latest: &Completed,
    format: &'static str,
    mime: &'static str,
    text: String,
) {
    for effect in export(latest, format, mime, text) {
        turn.run(effect);
    }
}
