//! What whoever comes back is met with: the act under way, read from its stored text, so that the first
//! screen needs none of the practice's code.

use super::{Session, reading};
use crate::after;
use crate::practice::weekly::has_passed;
use measure::time::UnixMs;
use records::practice::Sentence;
use records::practice::record::read_plan;
use records::slot::Slot;

/// The act under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The plan in one sentence, as it was said back.
    pub says: Option<Sentence>,
    /// Whether its day is over, so that the visitor is asked how it went.
    pub is_due: bool,
}

impl Session {
    /// The act under way, if there is one and a part that reads it is linked.
    pub fn planned(&self, now: UnixMs) -> Option<Planned> {
        match (self.reader, self.follow_up) {
            (Some(linked), _) => reading::planned(linked, self, now),
            (None, Some(linked)) => after::planned(linked, self, now),
            (None, None) => None,
        }
    }

    pub(crate) fn read_plan(&self, now: UnixMs) -> Option<Planned> {
        let text = |name: &str| {
            let mut texts = self.unparsed.iter();
            let of_name = |slot: &Slot| matches!(slot, Slot::Practice(known) if known == name);
            texts.find(|(slot, _)| of_name(slot)).map(|(_, text)| text)
        };
        let plan = read_plan(text("plan")?)?;
        // Another tab may have closed its week.
        if text(&format!("week-{}", plan.key)).is_some() {
            return None;
        }
        Some(Planned {
            is_due: has_passed(now, &plan),
            says: plan.words.says,
        })
    }
}
