//! Rows: all that a rater's answers are reduced to before anything is sealed or added up.

use std::slice;

use crate::rounded;
use crate::terms::Set;

/// The answer to one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The option, 1 (almost never) to 5 (almost always); `None`: "I can't say".
    pub given: Option<u8>,
    /// Whether the statement is keyed in reverse, so that 1 is best.
    pub reverse: bool,
}

impl Answer {
    /// The option as it counts, 1 to 5; `None` if there is none or it is out of range.
    fn keyed(self) -> Option<u8> {
        let given = self.given.filter(|given| (1..=5).contains(given))?;
        Some(if self.reverse { 6 - given } else { given })
    }
}

/// What is kept of one rater's answers: of the pulse the five answers, of other sets one score, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row(pub(crate) Kept);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Five keyed answers, 1 to 5.
    Pulse([u8; 5]),
    /// 0 to 100.
    Score(u8),
}

/// Why answers make no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// More than half of the statements must be answered.
    TooManyLeftOut {
        /// How many were answered.
        answered: u8,
        /// How many were asked.
        items: u8,
        /// How many have to be answered.
        needed: u8,
    },
    /// A statement of the pulse has no answer.
    Missing,
    /// An answer is not 1 to 5, or there are not as many as the form has.
    OutOfRange,
}

impl Row {
    /// The row of the answers to all statements of a form, in its order.
    ///
    /// # Errors
    ///
    /// What is wrong with the answers.
    pub fn from_answers(set: Set, items: u8, answers: &[Answer]) -> Result<Self, RowFault> {
        let strange = |answer: &Answer| answer.given.is_some() != answer.keyed().is_some();
        let fits = set.has_form(items) && answers.len() == usize::from(items);
        if !fits || answers.iter().any(strange) {
            return Err(RowFault::OutOfRange);
        }
        let keyed: Vec<u8> = answers.iter().filter_map(|answer| answer.keyed()).collect();
        if set == Set::Pulse {
            let answers = keyed.try_into().map_err(|_| RowFault::Missing)?;
            return Ok(Self(Kept::Pulse(answers)));
        }
        let sum: u8 = keyed.iter().sum();
        let answered = u8::try_from(keyed.len()).unwrap_or(u8::MAX);
        let needed = items / 2 + 1;
        if answered < needed {
            return Err(RowFault::TooManyLeftOut {
                answered,
                items,
                needed,
            });
        }
        let score = rounded(25 * u32::from(sum - answered), answered.into());
        Ok(Self(Kept::Score(u8::try_from(score).unwrap_or(100))))
    }

    /// What is encrypted: the row, filled with zeros.
    pub fn to_plain(self) -> [u8; 8] {
        let mut plain = [0; 8];
        let values = match &self.0 {
            Kept::Pulse(answers) => &answers[..],
            Kept::Score(score) => slice::from_ref(score),
        };
        for (byte, value) in plain.iter_mut().zip(values) {
            *byte = *value;
        }
        plain
    }

    /// Reads what was decrypted; `None` if a value is out of range or the rest is not zero.
    pub fn from_plain(set: Set, plain: &[u8; 8]) -> Option<Self> {
        let (kept, filling, in_range) = if set == Set::Pulse {
            let (answers, filling) = plain.split_first_chunk()?;
            let in_range = answers.iter().all(|answer| (1..=5).contains(answer));
            (Kept::Pulse(*answers), filling, in_range)
        } else {
            let (score, filling) = plain.split_first()?;
            (Kept::Score(*score), filling, *score <= 100)
        };
        let is_filled = filling.iter().all(|byte| *byte == 0);
        (in_range && is_filled).then_some(Self(kept))
    }
}
