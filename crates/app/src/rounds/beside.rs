//! What others said beside the leader's own scores: of each set of statements the latest outcome.

use super::questions::{own_score, scale_of};
use super::{Compared, KeptOutcome, Rounds, days_between};
use measure::completed::Completed;
use measure::instrument::{Id, Instrument};
use measure::time::UnixMs;
use records::rounds::{ExportedOutcome, MAX_EXPORTED_OUTCOMES, OutcomeRecord, Written};
use round::gap::{self, Refused};
use round::invitation::Set;
use round::outcome::Outcome;

/// The sets of statements, in the order in which they are shown.
const SETS: [Set; 4] = [Set::Up, Set::Across, Set::Down, Set::Pulse];

/// An outcome about the leader of a result.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Names it in the records; `None` in a file.
    pub name: Option<Id>,
    /// Its figures.
    pub outcome: Outcome,
    /// When it was made or read.
    pub made_at: UnixMs,
}

/// An outcome beside the leader's own score, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// The outcome.
    pub told: Told,
    /// The own score and the gap between the two.
    pub compared: Result<Compared, Refused>,
}

impl Told {
    fn of_record(kept: &KeptOutcome) -> Self {
        Self {
            name: Some(kept.name.clone()),
            outcome: kept.outcome.clone(),
            made_at: kept.record.figures.made_at,
        }
    }

    /// The outcomes in a file, latest first.
    pub fn in_file(outcomes: &[ExportedOutcome]) -> Vec<Self> {
        let mut told: Vec<Self> = Vec::new();
        for ExportedOutcome { figures, .. } in outcomes {
            if let Some(outcome) = figures.outcome() {
                let made_at = figures.made_at;
                let index = told.partition_point(|other| other.made_at > made_at);
                let name = None;
                told.insert(
                    index,
                    Self {
                        name,
                        outcome,
                        made_at,
                    },
                );
            }
        }
        told
    }
}

/// The gap between the leader's own score and an outcome, and that score with its range.
///
/// # Errors
/// Why the two may not be compared.
pub fn compare(
    outcome: &Outcome,
    made_at: UnixMs,
    instrument: &Instrument,
    completed: Option<&Completed>,
) -> Result<Compared, Refused> {
    let completed = completed.ok_or(Refused::NotScored)?;
    if scale_of(outcome.set, instrument).is_none() {
        return Err(Refused::NoOwnScore);
    }
    let own = own_score(&outcome.questions(), instrument, completed);
    let (own, estimate) = own.ok_or(Refused::NotScored)?;
    let days = days_between(completed.ended_at, made_at);
    Ok(Compared {
        gap: gap::gap(outcome, &own, Some(days))?,
        own: estimate,
        days,
    })
}

/// Of each set the latest outcome that can be compared with the result; without any, the latest. `told`
/// are latest first. Two of one set are never shown together: they may have been asked in different ways.
pub fn latest(told: &[Told], instrument: &Instrument, completed: &Completed) -> Vec<Beside> {
    let of_set = |set: Set| {
        let told = told.iter().filter(move |told| told.outcome.set == set);
        let mut latest = None;
        for told in told {
            let compared = compare(&told.outcome, told.made_at, instrument, Some(completed));
            let found = compared.is_ok();
            if found || latest.is_none() {
                let told = told.clone();
                latest = Some(Beside { told, compared });
            }
            if found {
                break;
            }
        }
        latest
    };
    SETS.into_iter().filter_map(of_set).collect()
}

impl Rounds {
    /// The outcomes that are about the leader whose result is here, latest first.
    pub fn own(&self) -> Vec<Told> {
        let kept = self.records.outcomes.iter().filter(|kept| kept.record.own);
        kept.map(Told::of_record).collect()
    }

    /// The outcome of the same set before the one on screen, of the same leader: both are about the leader
    /// whose result is here, or the collector called both rounds the same.
    pub fn before_shown(&self) -> Option<&KeptOutcome> {
        let shown = self.shown()?;
        let is_same_leader = |record: &OutcomeRecord| {
            let (own, name) = (shown.record.own, &shown.record.name);
            record.own == own && (own || name.is_some() && record.name == *name)
        };
        self.records.outcomes.iter().find(|kept| {
            is_same_leader(&kept.record)
                && kept.record.figures.made_at < shown.record.figures.made_at
                && kept.outcome.set == shown.outcome.set
        })
    }

    /// Whether there are any of these.
    pub fn has_own(&self) -> bool {
        self.records.outcomes.iter().any(|kept| kept.record.own)
    }

    /// These as a file has them, oldest first.
    pub(super) fn exported(&self) -> Option<Written> {
        let kept = self.records.outcomes.iter().filter(|kept| kept.record.own);
        let latest = kept.take(MAX_EXPORTED_OUTCOMES);
        let mut outcomes: Vec<_> = latest
            .map(|kept| ExportedOutcome::of(&kept.record))
            .collect();
        outcomes.reverse();
        Written::of(outcomes)
    }
}
