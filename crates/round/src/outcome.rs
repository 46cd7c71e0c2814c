//! The outcome of a round: rounded figures, and all that is shown, kept and handed on.

use crate::block::{Block, Kind};
use crate::invitation::FEWEST;
use crate::rounded;
use crate::terms::{Print, Questions, RESERVED_WAY, Set, Way};

/// From so many raters on, an outcome of the pulse has its statements.
pub const STATEMENTS_FROM: u8 = 5;

/// From so many raters on, the mean is in whole points; below, in fives.
pub const WHOLE_FROM: u8 = 8;

/// The lowest mean of a group, which stands for "5 or less".
pub const LOWEST_MEAN: u8 = 5;

/// The highest mean of a group, which stands for "95 or more".
pub const HIGHEST_MEAN: u8 = 95;

/// What is published of a round. Made by [`Totals::outcome`](crate::totals::Totals::outcome) and
/// [`Outcome::from_payload`], which hold its ranges. It is not signed: whoever hands it on could have changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The round's tag.
    pub tag: [u8; 8],
    /// How answers were brought together.
    pub way: Way,
    /// Which statements were asked.
    pub set: Set,
    /// How many: 5 for the pulse, otherwise 6 or 12.
    pub items: u8,
    /// Which questionnaire they are from.
    pub print: Print,
    /// How many people answered: `threshold` to 30 at the table, to 200 otherwise.
    pub n: u8,
    /// The round's threshold: 3 or more; 1 if the round was named; at the table `n`.
    pub threshold: u8,
    /// Mean score. Named: 0 to 100. Otherwise 5 ("5 or less") to 95 ("95 or more"), and in fives below eight raters.
    pub mean: u8,
    /// For each statement of a pulse of five or more raters, the mean in half answer steps: 3 ("almost never to
    /// rarely") to 9 ("often to almost always").
    pub steps: Option<[u8; 5]>,
}

/// Why a payload is no outcome that can be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeFault {
    /// It is of a way that a later version may know.
    Newer,
    /// A length or a field is out of range, or fields contradict each other.
    Bad,
    /// It is of fewer people than its threshold.
    TooFew,
}

impl Outcome {
    /// The payload, 22 or 27 bytes: tag (8), way, set, items (1 each), print (8), n, threshold, mean (1 each), and
    /// the steps (5) if there are any.
    pub fn to_payload(&self) -> Vec<u8> {
        let questions = [self.way.to_byte(), self.set.to_byte(), self.items];
        let figures = [self.n, self.threshold, self.mean];
        let steps = self.steps.as_ref().map_or(&[][..], |steps| steps);
        [
            &self.tag,
            questions.as_slice(),
            &self.print.0,
            &figures,
            steps,
        ]
        .concat()
    }

    /// The block that travels.
    pub fn to_block(&self) -> Block {
        Block {
            kind: Kind::Outcome,
            payload: self.to_payload(),
        }
    }

    /// Reads an outcome, which anybody can have typed.
    ///
    /// # Errors
    ///
    /// Why it cannot be used.
    pub fn from_payload(payload: &[u8]) -> Result<Self, OutcomeFault> {
        if payload.get(8) == Some(&RESERVED_WAY) {
            return Err(OutcomeFault::Newer);
        }
        let outcome = Self::read(payload).ok_or(OutcomeFault::Bad)?;
        if !outcome.has_possible_numbers() {
            return Err(OutcomeFault::Bad);
        }
        if outcome.n < outcome.threshold {
            return Err(OutcomeFault::TooFew);
        }
        if !outcome.has_possible_figures() {
            return Err(OutcomeFault::Bad);
        }
        Ok(outcome)
    }

    fn read(payload: &[u8]) -> Option<Self> {
        let (tag, rest) = payload.split_first_chunk()?;
        let (&[way, set, items], rest) = rest.split_first_chunk()?;
        let (print, rest) = rest.split_first_chunk()?;
        let (&[n, threshold, mean], steps) = rest.split_first_chunk()?;
        let steps = if steps.is_empty() {
            None
        } else {
            Some(steps.try_into().ok()?)
        };
        Some(Self {
            tag: *tag,
            way: Way::from_byte(way)?,
            set: Set::from_byte(set)?,
            items,
            print: Print(*print),
            n,
            threshold,
            mean,
            steps,
        })
    }

    /// Whether there are such questions, such a threshold, and rounds of so many people.
    fn has_possible_numbers(&self) -> bool {
        let named = self.threshold == 1 && self.n == 1;
        let asked_one = named && self.way == Way::Sealed && self.set == Set::Up;
        let threshold = self.threshold >= FEWEST || asked_one;
        self.set.has_form(self.items) && threshold && self.n <= self.way.most()
    }

    /// Whether mean and steps are such as so many people have.
    fn has_possible_figures(&self) -> bool {
        let stated = self.way == Way::Sealed || self.n == self.threshold;
        let with_steps = self.set == Set::Pulse && self.n >= STATEMENTS_FROM;
        let mut steps = self.steps.iter().flatten();
        let in_range = steps.all(|step| (3..=9).contains(step));
        let mean = if self.is_named() {
            self.mean <= 100
        } else {
            let whole = self.n >= WHOLE_FROM || self.mean.is_multiple_of(5);
            whole && (LOWEST_MEAN..=HIGHEST_MEAN).contains(&self.mean)
        };
        stated && self.steps.is_some() == with_steps && in_range && mean
    }

    /// The block that is handed on.
    pub fn to_text(&self) -> String {
        self.to_block().to_text()
    }

    /// Whether one boss answered, who was not anonymous.
    pub const fn is_named(&self) -> bool {
        self.threshold == 1
    }

    /// Whether so few answered, three or four, that the outcome is no more than a hint.
    pub const fn is_hint(&self) -> bool {
        !self.is_named() && self.n < STATEMENTS_FROM
    }

    /// What was asked.
    pub const fn questions(&self) -> Questions {
        Questions {
            set: self.set,
            items: self.items,
            print: self.print,
        }
    }
}

/// The mean of `n` scores whose sum is `score`, as it is published.
pub(crate) fn mean(score: u32, n: u8, named: bool) -> u8 {
    let people = u32::from(n);
    let whole = named || n >= WHOLE_FROM;
    let grain = if whole { 1 } else { 5 };
    let mean = grain * rounded(score, people * grain);
    let mean = u8::try_from(mean).unwrap_or(u8::MAX);
    if named {
        mean
    } else {
        mean.clamp(LOWEST_MEAN, HIGHEST_MEAN)
    }
}

/// The mean answer to a statement in half steps, as it is published.
pub(crate) fn step(sum: u32, people: u32) -> u8 {
    let step = u8::try_from(rounded(2 * sum, people)).unwrap_or(u8::MAX);
    step.clamp(3, 9)
}
