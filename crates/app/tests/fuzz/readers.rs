//! What is read, and what must hold of whatever comes out.

use simulator::practice::NOW;
use std::cell::RefCell;
use std::collections::BTreeMap;

use app::attributes;
use json::{Faults, Json};
use measure::instrument::{self, Id};
use records::practice::PracticeDocument;
use records::practice::record::{Name, to_text};
use records::slot::Slot;
use records::store::backup::{self, Import};
use records::store::{MemoryStore, Problem, Store, StoreOp, load};
use records::stored::{Answer, OfAudit, Phase, RecordError};
use records::{import::Refused, sheet};

use crate::promises;
use simulator::practice::opened;
use testing::shipped;

/// One way in.
pub(crate) struct Reader {
    /// The name of its folder in `crates/app/tests/corpus/`.
    pub name: &'static str,
    /// Whether it accepted the text, or what is wrong with what it read.
    pub read: fn(&str) -> Result<bool, String>,
}

pub(crate) const INSTRUMENT: Reader = Reader {
    name: "instrument",
    read: |text| match instrument::parse(text) {
        Ok(instrument) => promises::instrument(&instrument).map(|()| true),
        Err(faults) => told(&faults).map(|()| false),
    },
};

pub(crate) const IMPORT: Reader = Reader {
    name: "import",
    read: |text| {
        let instrument = shipped();
        match backup::import(text, &instrument) {
            Ok(Import::Result(preview)) => promises::result(&instrument, &preview.completed)?,
            Ok(Import::Backup(backup)) => promises::loaded(&backup.loaded)?,
            Err(refused) => return told_refused(&refused).map(|()| false),
        }
        Ok(true)
    },
};

pub(crate) const SHEET: Reader = Reader {
    name: "sheet",
    read: |text| {
        let instrument = shipped();
        match sheet::read(text, &instrument) {
            Ok(read) => promises::scores(&instrument, &read.sheet).map(|()| true),
            Err(faults) => told(&faults).map(|()| false),
        }
    },
};

/// A text under every key that there is: each reads it in its own way, and none of them may cost
/// the answer beside it.
pub(crate) const RECORD: Reader = Reader {
    name: "record",
    read: |text| {
        let instrument = shipped();
        let outcomes = [
            same(text, OfAudit::<Phase>::from_text, OfAudit::<Phase>::to_text)?,
            same(
                text,
                |text| OfAudit::of_item(text, &instrument),
                OfAudit::<Answer>::to_text,
            )?,
            same(text, OfAudit::<Id>::from_text, OfAudit::<Id>::to_text)?,
        ];
        let mut readable = outcomes.contains(&Read::Good);
        for (slot, outcome) in slots().into_iter().zip(outcomes) {
            readable |= stored(&slot, text, Some(outcome))?;
        }
        readable |= stored(&Slot::Result, text, None)?;
        Ok(readable)
    },
};

/// The same as a page reads it: once.
pub(crate) const ONE_RECORD: Reader = Reader {
    name: "record",
    read: |text| stored(&slots()[1], text, None),
};

fn slots() -> [Slot; 3] {
    let item = Id::new("up-candour-1").expect("an id");
    [Slot::Head, Slot::Answer(item), Slot::Position]
}

#[derive(Clone, Copy, PartialEq)]
enum Read {
    Good,
    Newer,
    Corrupt,
}

/// What is read and written again reads the same.
fn same<T: PartialEq>(
    text: &str,
    from: impl Fn(&str) -> Result<T, RecordError>,
    to: fn(&T) -> String,
) -> Result<Read, String> {
    match from(text) {
        Ok(record) if from(&to(&record)).as_ref() == Ok(&record) => Ok(Read::Good),
        Ok(_) => Err("a record that does not read back".into()),
        Err(RecordError::Newer(_)) => Ok(Read::Newer),
        Err(RecordError::Corrupt(faults)) => told(&faults).map(|()| Read::Corrupt),
    }
}

/// Loads an audit in which one key holds the text. Whether there was nothing to complain of.
fn stored(slot: &Slot, text: &str, outcome: Option<Read>) -> Result<bool, String> {
    thread_local! {
        static SHIPPED: instrument::Instrument = shipped();
    }
    let audit = Id::default_audit();
    let beside = Slot::Answer(Id::new("up-trust-1").expect("an id"));
    let store = MemoryStore::default();
    let good =
        r#"{"version":1,"began":1,"clock":4503599627370496,"writer":7,"value":4,"active_ms":900}"#;
    let _ = store.set(&beside.key(&audit), good);
    let _ = store.set(&slot.key(&audit), text);
    let loaded = SHIPPED.with(|shipped| load(&store, &audit, shipped, NOW));
    promises::loaded(&loaded)?;
    let unreadable = loaded.problems.iter().any(|problem| {
        matches!(problem, Problem::Unreadable { slot: named, .. } if *named == slot.suffix())
    });
    let newer = loaded.problems.contains(&Problem::Newer);
    if outcome.is_some_and(|outcome| unreadable != (outcome == Read::Corrupt)) {
        return Err(format!("{}: {:?}", slot.suffix(), loaded.problems));
    }
    if unreadable && loaded.repairs != [StoreOp::SetAside(slot.clone())] {
        return Err(format!("{}: {:?}", slot.suffix(), loaded.repairs));
    }
    let head = loaded.head.as_ref().map(|head| &head.value);
    let kept = loaded.answers.iter().any(|(index, _)| index.get() == 0);
    let void = *slot == Slot::Head && (head.is_some() || !loaded.before_writing.is_empty());
    // Under another audit's head an answer may be void; otherwise it is there, whatever is beside it.
    if !kept && !void && !newer && loaded.repairs.is_empty() {
        return Err(format!("{}: the answer beside it is gone", slot.suffix()));
    }
    Ok(loaded.problems.is_empty())
}

/// A text under every name of the practice, and as the part of a file that holds one.
pub(crate) const PRACTICE: Reader = Reader {
    name: "practice",
    read: |text| {
        let mut readable = false;
        for name in NAMES {
            let known = Name::from_text(name).ok_or("an invalid name")?;
            match known.read(text) {
                Ok(record) => {
                    let again = known.read(&to_text(&record));
                    if again.as_ref() != Ok(&record) {
                        return Err(format!("{name} does not read back"));
                    }
                    readable = true;
                }
                Err(RecordError::Newer(_)) => {}
                Err(RecordError::Corrupt(faults)) => told(&faults)?,
            }
        }
        let found: Vec<_> = NAMES
            .iter()
            .map(|name| ((*name).to_owned(), text.to_owned()))
            .collect();
        let (practice, _) = opened(&found);
        promises::practice(&practice)?;
        if let Ok(tree) = json::parse(text) {
            let file = Json::Object(vec![("practice".to_owned(), tree)]);
            if let Some(Err(faults)) = PracticeDocument::in_result(&file) {
                told(&faults)?;
            }
        }
        Ok(readable)
    },
};

/// The same as a page reads it: once.
pub(crate) const ONE_PRACTICE: Reader = Reader {
    name: "practice",
    read: |text| {
        let found = [("plan".to_owned(), text.to_owned())];
        let (_, effects) = opened(&found);
        Ok(effects.is_empty())
    },
};

const NAMES: [&str; 5] = ["relationship-1-7", "circle", "plan", "week-11-7", "loop"];

/// Attributes are lines of a name, `=` and a value; `\n` in it is a line feed.
pub(crate) const ATTRIBUTES: Reader = Reader {
    name: "attributes",
    read: |text| {
        let lines = text.lines().filter_map(|line| line.split_once('='));
        let pairs: BTreeMap<&str, String> = lines
            .map(|(name, value)| (name, value.replace("\\n", "\n")))
            .collect();
        let asked = RefCell::new(Vec::new());
        let get = |name: &str| {
            asked.borrow_mut().push(name.to_owned());
            pairs.get(name).cloned()
        };
        let (read, warnings) = attributes::read(get, |address| Some(address.to_owned()));
        let asked = asked.into_inner();
        if let Some(name) = asked
            .iter()
            .find(|name| !attributes::READ.contains(&name.as_str()))
        {
            return Err(format!("{name} is asked for and not listed"));
        }
        promises::attributes(&read, &warnings)?;
        Ok(warnings.is_empty())
    },
};

/// A refusal says why, and where.
fn told(faults: &Faults) -> Result<(), String> {
    let placed = faults
        .listed
        .iter()
        .all(|fault| fault.path.starts_with('$') && !fault.kind.to_string().is_empty());
    if faults.is_empty() || !placed {
        return Err(format!("refused without a reason: {faults:?}"));
    }
    Ok(())
}

fn told_refused(refused: &Refused) -> Result<(), String> {
    match refused {
        Refused::NotJson(faults) | Refused::Faulty(faults) => told(faults),
        other => {
            let words = other.to_string();
            words.starts_with('$').then_some(()).ok_or(words)
        }
    }
}
