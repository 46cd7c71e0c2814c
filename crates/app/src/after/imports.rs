//! The update of the files that are open: a part of the program of its own, since few visitors open any.

use std::rc::Rc;

use super::{After, ChosenFile, FileKey, Message, Opened, Rejection};
use crate::effect::{Effect, Sheet};
use crate::event::Message as ToSession;
use crate::parts::{Imports, Linked};
use crate::practice;
use crate::turn::Turn;
use measure::completed::Completed;
use records::store::backup::Import;

/// Applies what happened to files.
#[split::split]
pub(super) fn update(_: Linked<Imports>, after: &mut After, message: Message, turn: &mut Turn<'_>) {
    match message {
        Message::ChoseFiles(sizes) => after.files.choose(&sizes),
        Message::ReadFile(name, text) => {
            let key = after.files.next_key();
            after.add(ChosenFile::from_text(key, &name, &text, &turn.view), turn);
        }
        Message::FoundUnreadable(name, size) => {
            let why = size.map_or(Rejection::Unreadable, Rejection::TooLarge);
            let key = after.files.next_key();
            after.add(ChosenFile::new(key, &name, Err(why)), turn);
        }
        Message::ListedMore => after.files.list_more(),
        Message::OpenedFile(key) => after.open_of_files(Opened::File(key), turn),
        Message::OpenedGroup => after.open_of_files(Opened::Group, turn),
        Message::ComparedWith(pick) => after.compared = pick,
        Message::AskedToPrintOpened => turn.run(Effect::Print(Sheet::Opened)),
        Message::ClosedFile(key) => after.files.close(key, turn.view.instrument),
        Message::ClosedFiles => after.files.close_all(),
        Message::ImportedFile(key) => after.import_file(key, ToSession::ImportedResult, turn),
        Message::AddedFile(key) => after.import_file(key, ToSession::AddedToPast, turn),
        Message::ImportedPractice(key) => after.import_practice(key, turn),
        // Not reached: the caller sends no other.
        _ => {}
    }
}

impl After {
    fn add(&mut self, file: ChosenFile, turn: &mut Turn<'_>) {
        if let Some(key) = self.files.add(file, turn.view.instrument) {
            self.open_of_files(Opened::File(key), turn);
        }
    }

    /// Opens a result or the group, if there is one.
    fn open_of_files(&mut self, opened: Opened, turn: &mut Turn<'_>) {
        let exists = match opened {
            Opened::File(key) => {
                let file = self.files.get(key);
                file.is_some_and(|file| file.completed().is_some())
            }
            Opened::Group => !self.files.groups.is_empty(),
        };
        if exists {
            (self.opened, self.compared) = (Some(opened), None);
            turn.send(ToSession::OpenedFromFiles);
        }
    }

    /// Hands the content of the file to the session, which alone stores it.
    fn import_file(
        &mut self,
        key: FileKey,
        result: fn(Rc<Completed>) -> ToSession,
        turn: &mut Turn<'_>,
    ) {
        let Some(file) = self.files.get_mut(key) else {
            return;
        };
        turn.send(match &file.judged {
            Ok(Import::Result(preview)) => result(Rc::new(preview.completed.clone())),
            Ok(Import::Backup(backup)) => ToSession::ImportedBackup(Rc::new(backup.loaded.clone())),
            Err(_) => return,
        });
        let rounds = file.rounds().to_vec();
        file.imported = true;
        if !rounds.is_empty() {
            turn.send(ToSession::ImportedOutcomes(rounds.into()));
        }
    }

    fn import_practice(&mut self, key: FileKey, turn: &mut Turn<'_>) {
        if let Some(file) = self.files.get_mut(key)
            && let Some(imported) = file.practice().cloned()
        {
            file.practice_imported = true;
            self.practise(practice::Message::Imported(Box::new(imported)), turn);
        }
    }
}
