//! Texts of rounds that depend on which statements are asked, and on how a result came out.
//!
//! Statements are known by ids: `pulse`, `down`, `across` and `up` for groups, and `boss` for those of
//! `up` where one boss alone is asked, who cannot be anonymous.

use crate::{Around, Collector, Outcome, Pulse, Rater, Round};

/// One boss alone.
const BOSS: &str = "boss";

/// The statements about the last month.
const PULSE: &str = "pulse";

/// Below this number of people, a mean is a hint.
const FEW: u8 = 5;

/// From this number of people on, a mean is not rounded to five points.
const MANY: u8 = 8;

/// A group's mean is held between two scores, since the ends would give answers away.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    /// 5, which may be less.
    Least,
    /// 95, which may be more.
    Greatest,
}

/// What is known of a round's result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said<'a> {
    /// Which statements, by id.
    pub statements: &'a str,
    /// How many people answered.
    pub people: u8,
    /// Their mean score, 0 to 100, as the result has it: rounded, and held off the ends for groups.
    pub mean: u8,
}

impl Said<'_> {
    fn is_named(self) -> bool {
        self.statements == BOSS
    }

    /// Where the mean is held.
    fn end(self) -> Option<End> {
        match self.mean {
            _ if self.is_named() => None,
            ..=5 => Some(End::Least),
            95.. => Some(End::Greatest),
            _ => None,
        }
    }
}

impl Round {
    /// What no promise covers, for everybody; before what one of them does not cover.
    fn limits(self, own: &[&'static str], is_group: bool) -> Vec<&'static str> {
        let mut limits = self.limits_always().to_vec();
        limits.extend(own);
        if is_group {
            limits.extend(self.limits_group());
        }
        limits
    }
}

impl Rater {
    /// Whom these statements are about, and which time.
    #[must_use]
    pub fn asked(self, statements: &str) -> [&'static str; 2] {
        let time = if statements == PULSE {
            self.about_month()
        } else {
            self.about_months()
        };
        [self.about(statements).unwrap_or_default(), time]
    }

    /// The promise to whoever answers these statements; `threshold` is how many have to answer.
    #[must_use]
    pub fn promised(self, statements: &str, threshold: u8) -> String {
        if statements == BOSS {
            self.promise_boss().to_owned()
        } else {
            self.promise(threshold)
        }
    }

    /// What that promise does not cover.
    #[must_use]
    pub fn not_promised(self, statements: &str) -> Vec<&'static str> {
        let (is_group, mut own) = if statements == BOSS {
            (false, vec![self.limits_boss()])
        } else {
            (true, self.limits_group().to_vec())
        };
        own.extend(self.limits());
        self.0.round().limits(&own, is_group)
    }

    /// Why an invitation is not accepted, by the code of what is wrong with it.
    #[must_use]
    pub fn refusal(self, code: &str) -> &'static str {
        let said = self.refused(code).or(self.refused("bad_invitation"));
        said.unwrap_or_default()
    }

    /// The time that these statements are about, above each of them.
    #[must_use]
    pub fn time_frame(self, statements: &str) -> &'static str {
        if statements == PULSE {
            self.0.pulse().time_frame()
        } else {
            self.0.audit().item_time_frame()
        }
    }
}

impl Around {
    /// What the promise around the table does not cover.
    #[must_use]
    pub fn not_promised(self) -> Vec<&'static str> {
        self.0.round().limits(&self.limits(), true)
    }
}

/// An invitation as a message.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// Who writes it: `leader` or `coach`.
    pub from: &'a str,
    /// Which statements, by id.
    pub statements: &'a str,
    /// How long they take.
    pub minutes: u8,
    /// How many have to answer before averages are shown.
    pub threshold: u8,
    /// The address of the page, with the invitation in it.
    pub link: &'a str,
}

impl Collector {
    /// The message that brings an invitation: a line for each sentence, so that none is put together
    /// from pieces.
    #[must_use]
    pub fn invite(self, invitation: Invitation) -> String {
        let Invitation {
            from,
            statements,
            minutes,
            threshold,
            link,
        } = invitation;
        let promise = if statements == BOSS {
            self.invitation_boss(from).unwrap_or_default().to_owned()
        } else {
            self.invitation_promise(threshold)
        };
        [
            self.invitation(from).unwrap_or_default(),
            &self.invitation_time(minutes),
            &promise,
            self.invitation_reply(),
            &self.invitation_link(link),
        ]
        .join("\n")
    }

    /// What whoever collects cannot rely on.
    #[must_use]
    pub fn not_promised(self) -> Vec<&'static str> {
        self.0.round().limits(&self.limits(), false)
    }

    /// The question before the close.
    #[must_use]
    pub fn close_question(self, statements: &str) -> &'static str {
        if statements == BOSS {
            self.close_sure_boss()
        } else {
            self.close_sure()
        }
    }
}

impl Outcome {
    /// What people said: their mean, with `error` points to either side.
    #[must_use]
    pub fn mean_of(self, said: Said, error: u8) -> String {
        let mean = self.mean_text(said);
        let low = to_five_points(said.mean.saturating_sub(error));
        let high = to_five_points(said.mean.saturating_add(error).min(100));
        if said.is_named() {
            return self.mean_boss(said.mean, low, high);
        }
        match (said.people < FEW, said.end()) {
            (true, None) => self.mean_few(said.people, &mean, low, high),
            (true, Some(_)) => self.mean_end_few(said.people, &mean),
            (false, None) => self.mean(said.people, &mean, error),
            (false, Some(_)) => self.mean_end(said.people, &mean),
        }
    }

    /// The leader's own score, 0 to 100, beside the others': both; whether the gap is `larger` than
    /// chance explains; and on which side kindness lies. A sentence or two each. Nothing for the pulse,
    /// to which there is no own score.
    #[must_use]
    pub fn gap_of(self, said: Said, own: u8, larger: bool) -> Vec<String> {
        let Some(both) = self.gap(said.statements, own, &self.mean_text(said)) else {
            return Vec::new();
        };
        if said.mean == own {
            return vec![both, self.gap_none().to_owned()];
        }
        let verdict = if larger {
            self.gap_larger()
        } else {
            self.gap_within()
        };
        let kindness = if said.mean < own {
            self.lower()
        } else {
            self.higher()
        };
        vec![both, verdict.to_owned(), kindness.to_owned()]
    }

    /// A mean as exactly as it may be said, as in “about 60”, “58” or “95 or more”.
    #[must_use]
    pub fn mean_text(self, said: Said) -> String {
        let is_rounded = said.people < MANY;
        match said.end() {
            Some(End::Least) if is_rounded => self.about_or_less(said.mean),
            Some(End::Least) => self.at_most(said.mean),
            Some(End::Greatest) if is_rounded => self.about_or_more(said.mean),
            Some(End::Greatest) => self.at_least(said.mean),
            None if is_rounded && !said.is_named() => self.about(said.mean),
            None => self.0.number(f64::from(said.mean), 0),
        }
    }
}

/// The multiple of five that is nearest to a score.
fn to_five_points(score: u8) -> u8 {
    score.saturating_add(2) / 5 * 5
}

impl Pulse {
    /// A mean answer in words, by its half steps: 3, between the two lowest answers, to 9.
    #[must_use]
    pub fn mean_answer(self, half_steps: u8) -> &'static str {
        let place = usize::from(half_steps).checked_sub(3);
        let names = self.half_step();
        let name = place.and_then(|place| names.get(place).copied());
        name.unwrap_or_default()
    }
}
