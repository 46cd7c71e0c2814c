//! Adds rows up. Nothing of a single row is kept: sums of five answers, or of one score where single answers
//! could be guessed from sums.

use crate::invitation::Invitation;
use crate::outcome::{Outcome, STATEMENTS_FROM, mean, step};
use crate::row::{Kept, Row};
use crate::terms::{RoundHash, Set, Way};

/// Running sums over the rows of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    set: Set,
    raters: usize,
    counted: usize,
    sums: Sums,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Sums {
    /// Of all scores, 0 to 100 each.
    Score(u32),
    /// Of the answers to each statement of the pulse, 1 to 5 each.
    Statements([u32; 5]),
}

/// Why a round cannot be closed. Nothing is shown, and the rows are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseFault {
    /// Fewer rows can be used than the threshold.
    TooFew,
    /// There are more rows than raters.
    TooMany,
    /// Somebody at the table has not answered.
    Missing,
}

impl Totals {
    /// No row yet of `raters`. The number is needed first, since below five only the score is summed.
    pub fn new(set: Set, raters: usize) -> Self {
        let statements = set == Set::Pulse && raters >= usize::from(STATEMENTS_FROM);
        let sums = if statements {
            Sums::Statements([0; 5])
        } else {
            Sums::Score(0)
        };
        Self {
            set,
            raters,
            counted: 0,
            sums,
        }
    }

    /// All rows that could be opened.
    pub fn from_rows(set: Set, rows: &[Row]) -> Self {
        let mut totals = Self::new(set, rows.len());
        for row in rows {
            totals.add(*row);
        }
        totals
    }

    /// Adds a row. False, and nothing is added, if all raters have answered or the row is of another set.
    pub fn add(&mut self, row: Row) -> bool {
        if self.counted == self.raters {
            return false;
        }
        match (self.set, row.0, &mut self.sums) {
            (Set::Pulse, Kept::Pulse(answers), Sums::Statements(sums)) => {
                for (sum, answer) in sums.iter_mut().zip(answers) {
                    *sum += u32::from(answer);
                }
            }
            (Set::Pulse, Kept::Pulse(answers), Sums::Score(sum)) => {
                let answered: u32 = answers.map(u32::from).iter().sum();
                *sum += 5 * (answered - 5);
            }
            (Set::Up | Set::Across | Set::Down, Kept::Score(score), Sums::Score(sum)) => {
                *sum += u32::from(score);
            }
            _ => return false,
        }
        self.counted += 1;
        true
    }

    /// How many rows were added.
    pub const fn counted(&self) -> usize {
        self.counted
    }

    /// What is published of the round.
    ///
    /// # Errors
    ///
    /// Why it cannot be closed yet: at the table exactly `people` must have answered; of a sealed round there
    /// must be `threshold` rows, and no more than [`Invitation::most`].
    pub fn outcome(
        &self,
        invitation: &Invitation,
        hash: &RoundHash,
    ) -> Result<Outcome, CloseFault> {
        if self.counted > usize::from(invitation.most()) {
            return Err(CloseFault::TooMany);
        }
        if self.counted < usize::from(invitation.threshold) {
            return Err(match invitation.way {
                Way::Table => CloseFault::Missing,
                Way::Sealed => CloseFault::TooFew,
            });
        }
        if self.counted != self.raters || self.set != invitation.set {
            return Err(CloseFault::Missing);
        }
        // 200 at most.
        let n = u8::try_from(self.counted).unwrap_or(u8::MAX);
        let people = u32::from(n);
        let (score, steps) = match self.sums {
            Sums::Score(sum) => (sum, None),
            Sums::Statements(sums) => {
                let sum: u32 = sums.iter().sum();
                (
                    5 * (sum - 5 * people),
                    Some(sums.map(|sum| step(sum, people))),
                )
            }
        };
        Ok(Outcome {
            tag: hash.tag(),
            way: invitation.way,
            set: invitation.set,
            items: invitation.items,
            print: invitation.print,
            n,
            threshold: invitation.threshold,
            mean: mean(score, n, invitation.is_named()),
            steps,
        })
    }
}
