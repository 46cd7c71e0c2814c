//! What follows a result, as one value that the session owns: other forms of the result, files,
//! comparisons with earlier results, and the practice.
//!
//! The session keeps the records; this state reads them through a [`View`] and asks for changes by
//! steps. The session holds it as a [`State`], whose entries are a part of the program of their own.

mod file;
mod files;
mod imports;
pub mod message;
mod state;
mod update;

use std::rc::Rc;

pub use file::{ChosenFile, FileKey, Rejection};
pub use files::{Files, MAX_FILES, MAX_TOGETHER, Reading};
pub use message::{Message, Pick};
pub use state::State;
pub(crate) use state::{Act, planned, remember};

use crate::practice::Include;
use crate::practice::Practice;
use crate::turn::{Turn, View};
use measure::change::{self, Comparison, Refusal};
use measure::completed::Kept;
use records::read;

/// How many letters the initials in a file's name can have.
pub const MAX_INITIALS: usize = 8;

/// What can be opened of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// The result in one of them.
    File(FileKey),
    /// The picture of the group.
    Group,
}

/// The state of what follows a result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct After {
    /// The files that are open.
    pub files: Files,
    /// What of them is on screen, or was last.
    pub opened: Option<Opened>,
    /// What the opened result is compared with.
    pub compared: Option<Pick>,
    /// The visitor's own results picked for comparison, at most two, in the order of picking.
    pub picked: Vec<Pick>,
    /// Initials for the names of files; not stored.
    pub initials: String,
    /// The parts of the practice that the visitor ticked for a file.
    pub include: Include,
    /// Whether the visitor ticked the outcomes of rounds for a file.
    pub include_rounds: bool,
    /// The relationships, the acts and the weekly loop.
    pub practice: Practice,
    /// The texts that [`After::practice`] was read from.
    read: Vec<(String, Rc<str>)>,
}

impl After {
    /// Reads records of the practice that were written or removed since the last refresh, and
    /// unpicks results that are gone. A fresh state reads all records; one that has read them changes
    /// nothing.
    pub(crate) fn refresh(&mut self, turn: &mut Turn<'_>) {
        let now = turn.view.practice();
        let before = std::mem::replace(&mut self.read, now.clone());
        let has =
            |all: &[(String, Rc<str>)], name: &str| all.iter().any(|(known, _)| known == name);
        let gone = before.iter().filter(|(name, _)| !has(&now, name));
        let changed = now.iter().filter(|entry| !before.contains(entry));
        for (name, text) in changed
            .map(|(name, text)| (name, Some(text)))
            .chain(gone.map(|(name, _)| (name, None)))
        {
            self.practice
                .changed_elsewhere(name, text.map(|text| &**text), turn);
        }
        self.note(&turn.steps);
        if !self.picked.is_empty() {
            let picks = self.picks(&turn.view);
            self.picked.retain(|pick| picks.contains(pick));
        }
        let compared = self.compared.take();
        self.compared = compared.filter(|pick| self.has(pick, &turn.view));
    }

    /// Whether there is a result behind a pick.
    fn has(&self, pick: &Pick, view: &View<'_>) -> bool {
        match pick {
            Pick::Latest => view.latest.is_some(),
            Pick::File(key) => self.files.get(*key).is_some(),
            Pick::Past(id) => view.past.iter().any(|past| past.id == *id),
        }
    }

    /// The result behind a pick.
    pub fn result(&self, pick: &Pick, view: &View<'_>) -> Option<Kept> {
        match pick {
            Pick::Latest => view.latest.map(|latest| view.kept(latest)),
            Pick::File(key) => Some(view.kept(self.files.get(*key)?.completed()?)),
            Pick::Past(id) => {
                let past = view.past.iter().find(|past| past.id == *id)?;
                Some(past.kept.clone())
            }
        }
    }

    /// Every result of the visitor's own, the latest first. The latest is listed once although it may
    /// be kept among the earlier ones too.
    pub fn picks(&self, view: &View<'_>) -> Vec<Pick> {
        let latest = self.result(&Pick::Latest, view);
        let past = view.past.iter().rev();
        let past = past.filter(|past| Some(&past.kept) != latest.as_ref());
        let latest = latest.as_ref().map(|_| Pick::Latest);
        latest
            .into_iter()
            .chain(past.map(|past| Pick::Past(past.id.clone())))
            .collect()
    }

    /// Whether what others said is in the opened file.
    pub fn opens_rounds(&self) -> bool {
        let file = self.opened_file();
        file.is_some_and(|file| !file.rounds().is_empty())
    }

    /// Whether there is something to show of the files.
    pub(crate) fn shows_files(&self) -> bool {
        self.opened == Some(Opened::Group) && !self.files.groups.is_empty()
            || self.opened_file().is_some()
    }

    /// The file whose result is opened.
    pub fn opened_file(&self) -> Option<&ChosenFile> {
        match self.opened? {
            Opened::File(key) => self.files.get(key).map(|file| &**file),
            Opened::Group => None,
        }
    }

    /// Every result that the opened one can be compared with: those in files with the same initials in
    /// their names, then the visitor's own, then those in the other files.
    pub fn picks_beside_opened(&self, view: &View<'_>) -> Vec<Pick> {
        let Some(opened) = self.opened_file() else {
            return Vec::new();
        };
        let beside = |same: bool| {
            let others = self.files.all().iter();
            others
                .filter(|file| file.key != opened.key && file.completed().is_some())
                .filter(move |file| (file.initials() == opened.initials()) == same)
                .map(|file| Pick::File(file.key))
        };
        let own = self.picks(view);
        beside(true).chain(own).chain(beside(false)).collect()
    }

    /// The comparison of the opened result with the one picked beside it.
    pub fn comparison_of_opened(&self, view: &View<'_>) -> Option<Result<Comparison, Refusal>> {
        let opened = view.kept(self.opened_file()?.completed()?);
        let other = self.result(self.compared.as_ref()?, view)?;
        Some(change::compare(view.instrument, &opened, &other))
    }

    /// The comparison of the picked results, if two are picked.
    pub fn comparison(&self, view: &View<'_>) -> Option<Result<Comparison, Refusal>> {
        let [one, other] = self.picked.as_slice() else {
            return None;
        };
        let (one, other) = (self.result(one, view)?, self.result(other, view)?);
        Some(change::compare(view.instrument, &one, &other))
    }

    /// The change between the result that the weekly loop began with and a later one.
    pub fn since_the_loop_began(&self, view: &View<'_>) -> Option<Result<Comparison, Refusal>> {
        let baseline = self.practice.running()?.baseline.as_ref()?;
        let latest = view.latest?;
        if latest.ended_at <= baseline.ended_at {
            return None;
        }
        let before = read::kept(&baseline.document, view.instrument).ok()?;
        Some(change::compare(
            view.instrument,
            &before,
            &view.kept(latest),
        ))
    }
}
