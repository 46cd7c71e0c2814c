//! The names in storage: `leadership-audit:<audit-id>:<slot>`.

use crate::instrument::Id;

/// Where one record of one audit is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The head of the audit under way, or the marker that it was finished or erased.
    Head,
    /// The answer to one item.
    Answer(Id),
    /// The item that was last on screen.
    Position,
    /// The latest finished result: an exported document.
    Result,
    /// The untouched text of a slot that could not be read; the rest of that slot's key.
    Aside(String),
}

impl Slot {
    /// The beginning of every key of one audit.
    #[must_use]
    pub fn prefix(audit: &Id) -> String {
        format!("leadership-audit:{audit}:")
    }

    /// The key without the audit's prefix.
    #[must_use]
    pub fn suffix(&self) -> String {
        match self {
            Self::Head => "head".to_owned(),
            Self::Answer(item) => format!("answer:{item}"),
            Self::Position => "position".to_owned(),
            Self::Result => "result".to_owned(),
            Self::Aside(suffix) => format!("aside:{suffix}"),
        }
    }

    /// The whole key.
    #[must_use]
    pub fn key(&self, audit: &Id) -> String {
        Self::prefix(audit) + &self.suffix()
    }

    /// Of a key of any audit: that audit, and the slot.
    #[must_use]
    pub fn of_key(key: &str) -> Option<(Id, Self)> {
        let rest = key.strip_prefix("leadership-audit:")?;
        let (audit, suffix) = rest.split_once(':')?;
        Id::new(audit).zip(Self::from_suffix(suffix))
    }

    /// Reads what [`Slot::suffix`] writes; anything else belongs to nobody here.
    #[must_use]
    pub fn from_suffix(suffix: &str) -> Option<Self> {
        match suffix.split_once(':') {
            None => match suffix {
                "head" => Some(Self::Head),
                "position" => Some(Self::Position),
                "result" => Some(Self::Result),
                _ => None,
            },
            Some(("answer", item)) => Id::new(item).map(Self::Answer),
            Some(("aside", rest)) => Some(Self::Aside(rest.to_owned())),
            Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_reads_back() {
        let audit = Id::new("default").unwrap();
        for (slot, key) in [
            (Slot::Head, "leadership-audit:default:head"),
            (
                Slot::Answer(Id::new("up-trust-1").unwrap()),
                "leadership-audit:default:answer:up-trust-1",
            ),
            (Slot::Position, "leadership-audit:default:position"),
            (Slot::Result, "leadership-audit:default:result"),
            (
                Slot::Aside("answer:x".into()),
                "leadership-audit:default:aside:answer:x",
            ),
        ] {
            assert_eq!(slot.key(&audit), key);
            let suffix = key.strip_prefix(&Slot::prefix(&audit)).unwrap();
            assert_eq!(Slot::from_suffix(suffix).as_ref(), Some(&slot));
            assert_eq!(Slot::of_key(key), Some((audit.clone(), slot)));
        }
        for foreign in ["", "heads", "answer", "answer:", "answer:a b", "x:y"] {
            assert_eq!(Slot::from_suffix(foreign), None, "{foreign}");
        }
        for foreign in [
            "leadership-audit:head",
            "other:default:head",
            "leadership-audit:a b:head",
        ] {
            assert_eq!(Slot::of_key(foreign), None, "{foreign}");
        }
    }
}
