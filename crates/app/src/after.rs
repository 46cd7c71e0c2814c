//! What follows a result, as one value that the session owns: other forms of the result, files,
//! comparisons with earlier results, and the practice.
//!
//! The session keeps the records; this state reads them through a [`View`] and asks for changes by
//! steps. The session holds it as a [`State`], whose entries are a part of the program of their own.

mod file;
pub mod message;
mod state;
mod update;

use std::rc::Rc;

pub use file::{ChosenFile, Rejection};
pub use message::{Message, Pick};
pub(crate) use state::Act;
pub use state::State;

use crate::practice::export::Include;
use crate::practice::{self, Practice};
use crate::turn::{Turn, View};
use measure::change::{self, Comparison, Refusal};
use measure::completed::Kept;
use measure::report::Report;
use records::read;
use records::store::backup::Import;

/// The third of the five steps of the grid. Above it a cell is no reason for a first move.
const MIDDLE_STEP: u8 = 3;

/// The outcome of a request that the browser may refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The text is on the clipboard.
    Copied,
    /// The browser refused to copy.
    NotCopied,
    /// The browser refused to print.
    NotPrinted,
}

/// The state of what follows a result.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct After {
    /// The outcome of the last request.
    pub status: Option<Status>,
    /// The file that the visitor chose.
    pub file: Option<ChosenFile>,
    /// The results picked for comparison, at most two, in the order of picking.
    pub picked: Vec<Pick>,
    /// The parts of the practice that the visitor ticked for a file.
    pub include: Include,
    /// The relationships, the acts and the weekly loop.
    pub practice: Practice,
    /// The texts that [`After::practice`] was read from.
    read: Vec<(String, Rc<str>)>,
}

impl After {
    /// Whether this state still agrees with the session's records.
    pub fn is_current(&self, view: &View<'_>) -> bool {
        self.read == view.practice
            && (self.picked.is_empty() || {
                let picks = self.picks(view);
                self.picked.iter().all(|pick| picks.contains(pick))
            })
    }

    /// Prepares for a screen that is about to be shown.
    pub(crate) fn open(&mut self, turn: &mut Turn<'_>) {
        self.status = None;
        self.refresh(turn);
    }

    /// Reads records of the practice that were written or removed since the last refresh, and
    /// unpicks results that are gone. A fresh state reads all records.
    pub fn refresh(&mut self, turn: &mut Turn<'_>) {
        let now = turn.view.practice;
        let before = std::mem::replace(&mut self.read, now.to_vec());
        let has =
            |all: &[(String, Rc<str>)], name: &str| all.iter().any(|(known, _)| known == name);
        let gone = before.iter().filter(|(name, _)| !has(now, name));
        let changed = now.iter().filter(|entry| !before.contains(entry));
        for (name, text) in changed
            .map(|(name, text)| (name, Some(text)))
            .chain(gone.map(|(name, _)| (name, None)))
        {
            self.practice
                .changed_elsewhere(name, text.map(|text| &**text), turn);
        }
        self.note(&turn.steps);
        let picks = self.picks(&turn.view);
        self.picked.retain(|pick| picks.contains(pick));
    }

    /// The result behind a pick.
    pub fn result(&self, pick: &Pick, view: &View<'_>) -> Option<Kept> {
        match pick {
            Pick::Latest => view.latest.map(|latest| view.kept(latest)),
            Pick::File => match &self.file.as_ref()?.judged {
                Ok(Import::Result(preview)) => Some(view.kept(&preview.completed)),
                _ => None,
            },
            Pick::Past(id) => {
                let past = view.past.iter().find(|past| past.id == *id)?;
                Some(past.kept.clone())
            }
        }
    }

    /// Every result that can be picked, the latest first. The latest is listed once although it may
    /// be kept among the earlier ones too.
    pub fn picks(&self, view: &View<'_>) -> Vec<Pick> {
        let latest = self.result(&Pick::Latest, view);
        let past = view.past.iter().rev();
        let past = past.filter(|past| Some(&past.kept) != latest.as_ref());
        [Pick::Latest, Pick::File]
            .into_iter()
            .filter(|pick| self.result(pick, view).is_some())
            .chain(past.map(|past| Pick::Past(past.id.clone())))
            .collect()
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

/// The scale of a direction and the facet with the lowest cell of the grid in it, by their ids;
/// `None` where even that cell is strong.
pub fn weakest_in(place: practice::Place, view: &View<'_>) -> Option<(String, String)> {
    let report = Report::from_completed(view.instrument, view.latest?);
    let scale = report
        .directions
        .iter()
        .position(|direction| direction.id == place.as_str())?;
    let (_, facet) = report
        .facets
        .iter()
        .zip(&report.map)
        .filter_map(|(facet, row)| Some((row.get(scale)?.as_ref()?, facet)))
        .filter(|(step, _)| **step <= MIDDLE_STEP)
        .min_by_key(|(step, _)| **step)?;
    Some((place.as_str().to_owned(), facet.id.clone()))
}
