//! What a round gave, as it is stored and exported.

#[cfg(feature = "schema")]
mod rules;

#[cfg(feature = "schema")]
use crate::format::Entries;
use crate::format::{Hash, List, Reader, Rules, read_notation, record, terms, value};
use json::{Cursor, FaultKind, Notation};
use measure::time::UnixMs;
use round::hex;
use round::invitation::{Print, Set, Way};
use round::outcome::Outcome;

terms! {
    /// How the answers were collected.
    pub enum WayName {
        /// One device went from hand to hand.
        Table = "table",
        /// Everybody sent one sealed message to a collector.
        Sealed = "sealed",
    }
}

terms! {
    /// What was asked.
    pub enum SetName {
        /// Five statements about the last month.
        Pulse = "pulse",
        /// The statements of this direction, turned round: asked of bosses.
        Up = "up",
        /// As before, asked of peers.
        Across = "across",
        /// As before, asked of the team.
        Down = "down",
    }
}

/// Eight bytes that name a round, as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag(pub [u8; 8]);

value!(Tag, {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    read: |at, reader| read_notation(at, Notation::Tag, |text| bytes(text).map(Self), reader),
    write: |tag| hex(&tag.0).as_str().into());

record! {
    /// The outcome of a round: rounded figures of at least three people, or of one boss who knew. Nobody
    /// has signed it.
    #[derive(Eq)]
    #[rules(FitsTogether)]
    pub struct OutcomeDocument {
        /// Names the round.
        pub round: Tag,
        /// How the answers were collected.
        pub way: WayName,
        /// What was asked.
        pub set: SetName,
        /// The number of statements.
        pub items: u64,
        /// Identifies the questionnaire, as `instrument.hash` does; of five statements, their own hash.
        pub(crate) questions: Hash,
        /// How many people answered.
        pub people: u64,
        /// From how many people on averages are shown: 1 for one boss who knew.
        pub threshold: u64,
        /// The mean of their scores: a multiple of 5 below eight people, held within 5 and 95 unless of one boss.
        pub mean: u64,
        /// The mean answer to each of the five statements in half steps, 3 to 9, from five people on.
        pub steps: Option<List<u64>> as Optional,
        /// When it was made, or read from a message.
        pub made_at: UnixMs,
    }
}

/// The figures of an outcome fit together as in one that a round made.
struct FitsTogether;

/// The thresholds of groups. A schema cannot compare two fields, so that how many people a threshold
/// asks for is judged apart from the other figures.
const THRESHOLDS: std::ops::RangeInclusive<u64> = 3..=200;

impl Rules<OutcomeDocument> for FitsTogether {
    fn check(document: &OutcomeDocument, at: &Cursor<'_>, reader: &mut Reader) {
        let (people, threshold) = (document.people, document.threshold);
        let mut of_so_many = document.clone();
        if THRESHOLDS.contains(&threshold) {
            let is_table = document.way == WayName::Table;
            if is_table && people != threshold {
                let kind = FaultKind::NotTheNumber(threshold);
                at.field("people").fault(kind, &mut reader.faults);
            } else if people < threshold {
                let kind = FaultKind::Below(threshold);
                at.field("people").fault(kind, &mut reader.faults);
            }
            of_so_many.threshold = if is_table {
                people
            } else {
                *THRESHOLDS.start()
            };
        }
        if of_so_many.outcome().is_none() {
            at.fault(FaultKind::OutcomeFigures, &mut reader.faults);
        }
    }
    #[cfg(feature = "schema")]
    fn describe(schema: &mut Entries) {
        schema.push(("allOf".to_owned(), rules::figures()));
    }
}

impl OutcomeDocument {
    /// The document of an outcome that was made or read at this moment.
    #[must_use]
    pub fn of(outcome: &Outcome, made_at: UnixMs) -> Self {
        Self {
            round: Tag(outcome.tag),
            way: match outcome.way {
                Way::Table => WayName::Table,
                Way::Sealed => WayName::Sealed,
            },
            set: match outcome.set {
                Set::Pulse => SetName::Pulse,
                Set::Up => SetName::Up,
                Set::Across => SetName::Across,
                Set::Down => SetName::Down,
            },
            items: outcome.items.into(),
            questions: Hash(["fnv1a64:", &hex(&outcome.print.0)].concat()),
            people: outcome.n.into(),
            threshold: outcome.threshold.into(),
            mean: outcome.mean.into(),
            steps: outcome
                .steps
                .map(|steps| List(steps.into_iter().map(u64::from).collect())),
            made_at,
        }
    }

    /// The outcome; `None` if its figures do not fit together.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        let byte = |number: u64| u8::try_from(number).ok();
        let steps = match &self.steps {
            None => None,
            Some(List(steps)) => {
                let steps: Option<Vec<u8>> = steps.iter().map(|step| byte(*step)).collect();
                Some(steps?.try_into().ok()?)
            }
        };
        let outcome = Outcome {
            tag: self.round.0,
            way: match self.way {
                WayName::Table => Way::Table,
                WayName::Sealed => Way::Sealed,
            },
            set: match self.set {
                SetName::Pulse => Set::Pulse,
                SetName::Up => Set::Up,
                SetName::Across => Set::Across,
                SetName::Down => Set::Down,
            },
            items: byte(self.items)?,
            print: print_of(&self.questions.0)?,
            n: byte(self.people)?,
            threshold: byte(self.threshold)?,
            mean: byte(self.mean)?,
            steps,
        };
        Outcome::from_payload(&outcome.to_payload()).ok()
    }
}

/// The eight bytes of an instrument's hash, as `fnv1a64:` and 16 hexadecimal digits.
#[must_use]
pub fn print_of(hash: &str) -> Option<Print> {
    bytes(hash.strip_prefix("fnv1a64:")?).map(Print)
}

/// Reads eight bytes that [`hex`] wrote.
pub(super) fn bytes(digits: &str) -> Option<[u8; 8]> {
    let lower = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let valid = digits.len() == 16 && digits.bytes().all(lower);
    let number = valid.then(|| u64::from_str_radix(digits, 16).ok())??;
    Some(number.to_be_bytes())
}
