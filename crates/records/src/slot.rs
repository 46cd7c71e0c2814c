//! The keys of storage: `leadership-audit:<audit-id>:<slot>`.

use measure::instrument::Id;

/// Where one record of one audit is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The head of the audit under way, or the tombstone of a finished or erased one.
    Head,
    /// The answer to one item.
    Answer(Id),
    /// The item that was last on screen.
    Position,
    /// The latest finished result: an exported document.
    Result,
    /// Present if the visitor chose to keep earlier results.
    History,
    /// One kept result: an exported document.
    Past(Id),
    /// A record of the practice; its name, which is an [`Id`].
    Practice(String),
    /// A record of a round in which others are asked, or its outcome: the suffix of its key, whose parts
    /// are [`Id`]s and whose first is `round` or `outcome`.
    Round(String),
    /// The unchanged text of a record that could not be read; the suffix of its own key, after a number.
    Aside(String),
    /// A slot unknown to this version; the suffix of its key.
    Unknown(String),
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
            Self::History => "history".to_owned(),
            Self::Past(id) => format!("past:{id}"),
            Self::Practice(name) => format!("practice:{name}"),
            Self::Aside(suffix) => format!("aside:{suffix}"),
            Self::Round(suffix) | Self::Unknown(suffix) => suffix.clone(),
        }
    }

    /// Whether a file of records may have it: of rounds only outcomes, which say nothing of one person.
    #[must_use]
    pub fn may_leave(&self) -> bool {
        match self {
            Self::Round(suffix) => suffix.starts_with("outcome:"),
            Self::Unknown(_) => false,
            _ => true,
        }
    }

    /// The whole key.
    #[must_use]
    pub fn key(&self, audit: &Id) -> String {
        Self::prefix(audit) + &self.suffix()
    }

    /// The audit and the slot of a key; `None` for keys of other programs.
    #[must_use]
    pub fn of_key(key: &str) -> Option<(Id, Self)> {
        let rest = key.strip_prefix("leadership-audit:")?;
        let (audit, suffix) = rest.split_once(':')?;
        Some((Id::new(audit)?, Self::from_suffix(suffix)))
    }

    /// Reads what [`Slot::suffix`] writes.
    #[must_use]
    pub fn from_suffix(suffix: &str) -> Self {
        let known = match suffix.split_once(':') {
            None => match suffix {
                "head" => Some(Self::Head),
                "position" => Some(Self::Position),
                "result" => Some(Self::Result),
                "history" => Some(Self::History),
                _ => None,
            },
            Some(("answer", item)) => Id::new(item).map(Self::Answer),
            Some(("past", id)) => Id::new(id).map(Self::Past),
            Some(("practice", name)) => Id::new(name).map(|_| Self::Practice(name.to_owned())),
            Some(("aside", rest)) => Some(Self::Aside(rest.to_owned())),
            Some(("round" | "outcome", rest)) => {
                let named = rest.split(':').all(|part| Id::new(part).is_some());
                named.then(|| Self::Round(suffix.to_owned()))
            }
            Some(_) => None,
        };
        known.unwrap_or_else(|| Self::Unknown(suffix.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_reads_back() {
        let (audit, id) = (Id::default_audit(), |text| Id::new(text).unwrap());
        let past = "20261121T090610Z-0a";
        for (slot, suffix) in [
            (Slot::Head, "head"),
            (Slot::Answer(id("up-trust-1")), "answer:up-trust-1"),
            (Slot::Position, "position"),
            (Slot::Result, "result"),
            (Slot::History, "history"),
            (Slot::Past(id(past)), "past:20261121T090610Z-0a"),
            (Slot::Practice("map".into()), "practice:map"),
            (Slot::Round("round:0a:seen:1b".into()), "round:0a:seen:1b"),
            (Slot::Round("outcome:0a".into()), "outcome:0a"),
            (Slot::Aside("answer:x".into()), "aside:answer:x"),
            (Slot::Unknown("later:x:y".into()), "later:x:y"),
        ] {
            let key = format!("leadership-audit:default:{suffix}");
            assert_eq!(slot.key(&audit), key);
            assert_eq!(Slot::from_suffix(suffix), slot);
            assert_eq!(Slot::of_key(&key), Some((audit.clone(), slot)));
        }
        for foreign in [
            "",
            "heads",
            "answer",
            "answer:",
            "answer:a b",
            "past:",
            "practice:",
            "round",
            "round:",
            "round:0a:",
            "outcome:0a b",
            "practice:plan\u{1e}practice:plan",
        ] {
            let unknown = Slot::Unknown(foreign.to_owned());
            assert_eq!(Slot::from_suffix(foreign), unknown, "{foreign}");
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
