//! Response quality: notes on how far a sheet can be trusted. They never block a result.

use super::Scores;
use crate::instrument::{Instrument, Keying};
use crate::named::named;
use crate::response::{OptionNumber, Response, ResponseSheet};

named! {
    /// A reason to doubt a response sheet.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum NoteCode {
        /// One option makes up at least 80 % of the answers, and at least half of the reverse-keyed
        /// ones, of at least 12. `seen` = answers with that option, `of` = answers.
        StraightLining = "straight_lining",
        /// Less than two seconds of active time per answer (Huang et al. 2012). `seen` = active
        /// seconds, `of` = answers.
        TooFast = "too_fast",
        /// More than 20 % of the items that apply have no answer. `seen` = missing, `of` = items that
        /// apply.
        ManyMissing = "many_missing",
    }
}

/// A note with the counts behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// Which reason.
    pub code: NoteCode,
    /// What was counted; see [`NoteCode`].
    pub seen: u64,
    /// What it is compared with; see [`NoteCode`].
    pub of: u64,
}

/// Every note that applies, in the order of [`NoteCode`]. Speed is not judged if `active_seconds` is
/// unknown (`None`).
#[must_use]
pub fn notes(
    instrument: &Instrument,
    sheet: &ResponseSheet,
    scores: &Scores,
    active_seconds: Option<u64>,
) -> Vec<Note> {
    let mut answers: Vec<(OptionNumber, Keying)> = Vec::new();
    let mut applying = 0;
    for (index, item) in instrument.items_of(sheet.form) {
        if item.scale.of(&scores.applicable) == Some(&true) {
            applying += 1;
        }
        if let Some(option) = sheet.get(index).and_then(Response::chosen) {
            answers.push((option, item.keying));
        }
    }
    let answered = answers.len() as u64;
    [
        straight_lining(&answers),
        active_seconds
            .filter(|seconds| *seconds < 2 * answered)
            .map(|seconds| (NoteCode::TooFast, seconds, answered)),
        many_missing(applying, answered),
    ]
    .into_iter()
    .flatten()
    .map(|(code, seen, of)| Note { code, seen, of })
    .collect()
}

fn straight_lining(answers: &[(OptionNumber, Keying)]) -> Option<(NoteCode, u64, u64)> {
    let count = |keep: &dyn Fn(&(OptionNumber, Keying)) -> bool| {
        answers.iter().filter(|answer| keep(answer)).count() as u64
    };
    let answered = answers.len() as u64;
    let reverse = count(&|(_, keying)| *keying == Keying::Reverse);
    if answered < 12 || reverse == 0 {
        return None;
    }
    OptionNumber::ALL.into_iter().find_map(|option| {
        let seen = count(&|(chosen, _)| *chosen == option);
        let seen_reverse =
            count(&|(chosen, keying)| *chosen == option && *keying == Keying::Reverse);
        (seen * 100 >= answered * 80 && seen_reverse * 2 >= reverse).then_some((
            NoteCode::StraightLining,
            seen,
            answered,
        ))
    })
}

fn many_missing(applying: u64, answered: u64) -> Option<(NoteCode, u64, u64)> {
    let missing = applying.saturating_sub(answered);
    (missing * 100 > applying * 20).then_some((NoteCode::ManyMissing, missing, applying))
}
