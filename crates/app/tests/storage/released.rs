//! What every released version wrote, read by this one: `crates/testing/fixtures/<version>/` holds each kind
//! of record as that version stored it, and is never changed.

use measure::instrument::{FormName, Id};
use measure::response::Response;
use records::document::ResultDocument;
use records::past::{history_text, read_history};
use records::practice::record::{Name, to_text};
use records::slot::Slot;
use records::store::backup::{self, Import};
use records::store::{MemoryStore, Problem, Store, load};
use records::stored::{Answer, OfAudit, Phase, RecordError};
use records::{import, read};
use simulator::practice::NOW;
use simulator::tabs::audit;
use testing::{fixture, root, shipped};

fn text(name: &str) -> String {
    fixture(&format!("0.1.0/{name}"))
}

/// Every record of 0.1.0 with the slot it stood in.
fn records() -> Vec<(&'static str, Slot)> {
    let answer = |id: &str| Slot::Answer(Id::new(id).unwrap());
    let past = Id::new("20261121T090016Z-00000000").unwrap();
    vec![
        ("head-answering.json", Slot::Head),
        ("head-finished.json", Slot::Head),
        ("head-erased.json", Slot::Head),
        ("answer-chosen.json", answer("up-trust-1")),
        ("answer-left-out.json", answer("up-alignment-1")),
        ("answer-not-applicable.json", answer("up-stewardship-1")),
        ("position.json", Slot::Position),
        ("result.json", Slot::Result),
        ("result.json", Slot::Past(past)),
        ("history.json", Slot::History),
    ]
}

const PRACTICE: [(&str, &str); 6] = [
    ("practice-relationship.json", "relationship-1-7"),
    ("practice-removed.json", "relationship-14-7"),
    ("practice-circle.json", "circle"),
    ("practice-plan.json", "plan"),
    ("practice-loop.json", "loop"),
    ("practice-week.json", "week-7-7"),
];

#[test]
fn every_version_that_was_released_left_its_records_here() {
    let log = include_str!("../../../../CHANGELOG.md");
    let fixtures = root().join("crates/testing/fixtures");
    let released = log.lines().filter_map(|line| line.strip_prefix("## ["));
    let released = released.filter_map(|line| line.split(']').next());
    for version in released.chain([env!("CARGO_PKG_VERSION")]) {
        let count = std::fs::read_dir(fixtures.join(version)).map_or(0, Iterator::count);
        assert!(count >= 16, "{version}: {count} records");
    }
}

#[test]
fn records_of_the_first_version_say_what_they_said() {
    let head = |name| OfAudit::<Phase>::from_text(&text(name)).unwrap();
    let answering = head("head-answering.json");
    let Phase::Answering(run) = answering.value else {
        panic!("{answering:?}");
    };
    assert_eq!(
        (
            answering.stamp.began.0,
            answering.stamp.written.clock,
            answering.stamp.written.writer.0,
        ),
        (1, 4, 1)
    );
    assert!(run.asks(&shipped()) && run.moves_on && run.form == FormName::Full);
    assert_eq!(run.started_at.to_rfc3339(), "2026-11-21T09:00:01Z");
    assert_eq!(head("head-finished.json").value, Phase::Finished);
    assert_eq!(head("head-erased.json").value, Phase::Erased);
    assert_eq!(head("head-erased.json").stamp.began.0, 42);

    let answer = |name| OfAudit::<Answer>::from_text(&text(name)).unwrap().value;
    let chosen = answer("answer-chosen.json");
    assert_eq!(chosen.response, Some(testing::option(4)));
    assert_eq!(chosen.active_ms, 3000);
    assert_eq!(answer("answer-left-out.json").response, None);
    let not_applicable = answer("answer-not-applicable.json").response;
    assert_eq!(not_applicable, Some(Response::NotApplicable));
    let position = OfAudit::<Id>::from_text(&text("position.json")).unwrap();
    assert_eq!(position.value.as_str(), "up-presence-1");

    let result = read::result(&text("result.json"), &shipped()).unwrap();
    let expected = testing::answers(&shipped(), FormName::Short, "453214 432512 xxxxxx");
    assert_eq!(result.sheet, expected);
    assert_eq!(result.started_at.to_rfc3339(), "2026-11-21T09:00:02Z");
    assert_eq!(read_history(&text("history.json")), Ok(()));
}

#[test]
fn a_result_and_a_backup_of_the_first_version_can_be_imported() {
    let opened = import::open(&text("result.json")).unwrap();
    let preview = import::result(&opened, &shipped()).unwrap();
    assert_eq!(preview.differences, []);
    assert_eq!(preview.ignored.count, 0);
    let Import::Backup(backup) = backup::import(&text("backup.json"), &shipped()).unwrap() else {
        panic!("not a backup");
    };
    assert_eq!(backup.loaded.problems, []);
    assert_eq!(backup.loaded.answers.len(), 3);
    assert_eq!(backup.loaded.result, Some(preview.completed));
}

/// The formats are still those of 0.1.0. Whoever changes one raises its version, keeps reading the
/// old, and freezes the new beside it.
#[test]
fn what_is_written_now_is_what_the_first_version_wrote() {
    for (name, slot) in records() {
        let frozen = text(name);
        let again = match slot {
            Slot::Head => OfAudit::<Phase>::from_text(&frozen).unwrap().to_text(),
            Slot::Answer(_) => OfAudit::<Answer>::from_text(&frozen).unwrap().to_text(),
            Slot::Position => OfAudit::<Id>::from_text(&frozen).unwrap().to_text(),
            Slot::History => history_text(),
            _ => {
                let result = read::result(&frozen, &shipped()).unwrap();
                let now = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
                let text = ResultDocument::of(&shipped(), &result).to_text();
                text.replacen(&now, "\"version\": \"0.1.0\"", 1)
            }
        };
        assert_eq!(again, frozen, "{name}");
    }
    for (file, name) in PRACTICE {
        let frozen = text(file);
        let record = Name::from_text(name).unwrap().read(&frozen).unwrap();
        assert_eq!(to_text(&record), frozen, "{file}");
    }
}

#[test]
fn the_same_records_of_a_newer_version_are_left_alone_and_of_no_version_set_aside() {
    let with_version = |text: &str, version: u64| {
        let text = text.replacen("\"version\":1", &format!("\"version\":{version}"), 1);
        text.replacen("\"version\": 1", &format!("\"version\": {version}"), 1)
    };
    for (name, slot) in records() {
        let store = MemoryStore::default();
        store
            .set(&slot.key(&audit()), &with_version(&text(name), 2))
            .unwrap();
        let loaded = load(&store, &audit(), &shipped(), NOW);
        assert_eq!(loaded.problems, [Problem::Newer], "{name}");
        assert!(
            loaded.repairs.is_empty() && loaded.before_writing.is_empty(),
            "{name}"
        );

        store
            .set(&slot.key(&audit()), &with_version(&text(name), 0))
            .unwrap();
        let loaded = load(&store, &audit(), &shipped(), NOW);
        let unreadable = matches!(&loaded.problems[..], [Problem::Unreadable { why, .. }]
            if why.to_string().contains("is not a released version"));
        assert!(unreadable, "{name}: {:?}", loaded.problems);
    }
    for (file, name) in PRACTICE {
        let name = Name::from_text(name).unwrap();
        let newer = name.read(&with_version(&text(file), 2));
        assert_eq!(newer, Err(RecordError::Newer(2)), "{file}");
        let none = name.read(&with_version(&text(file), 0));
        assert!(matches!(none, Err(RecordError::Corrupt(_))), "{file}");
    }
}
