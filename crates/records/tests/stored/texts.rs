//! The texts of records: what is written is read back, and what is of another version or broken is refused.

use json::Faults;
use measure::instrument::{FormName, Id};
use measure::time::{MAX_ACTIVE_SECONDS, UnixMs};
use records::past::{history_text, read_history};
use records::practice::{Circle, Outside, record};
use records::stored::{
    Answer, AuditStamp, Began, MAX_ACTIVE_MS, OfAudit, Phase, RecordError, Run, Stamp, Stamped,
    Writer,
};
use testing::{option, shipped};

fn stamp() -> Stamp {
    Stamp {
        clock: 3,
        writer: Writer(7),
    }
}

fn of_audit<T>(value: T) -> OfAudit<T> {
    let stamp = AuditStamp {
        began: Began(1),
        written: stamp(),
    };
    Stamped { stamp, value }
}

pub(crate) fn run() -> Run {
    let instrument = shipped();
    Run {
        form: FormName::Short,
        started_at: UnixMs(1_795_251_600_000),
        carried_ms: 0,
        moves_on: true,
        instrument: instrument.id.to_string(),
        hash: instrument.hash(),
    }
}

#[test]
fn records_of_an_audit_are_read_back() {
    for phase in [Phase::Answering(run()), Phase::Finished, Phase::Erased] {
        let record = of_audit(phase);
        assert_eq!(OfAudit::from_text(&record.to_text()), Ok(record));
    }
    let position = of_audit(Id::new("up-trust-1").unwrap());
    assert_eq!(OfAudit::from_text(&position.to_text()), Ok(position));
    for response in [Some(option(3)), None] {
        let active_ms = MAX_ACTIVE_MS;
        let answer = of_audit(Answer {
            response,
            active_ms,
        });
        assert_eq!(OfAudit::of_item(&answer.to_text(), &shipped()), Ok(answer));
    }
    assert_eq!(MAX_ACTIVE_MS / 1000, MAX_ACTIVE_SECONDS);
}

#[test]
fn an_answer_that_is_not_offered_is_refused() {
    let response = Some(option(9));
    let answer = of_audit(Answer {
        response,
        active_ms: 1,
    });
    let read = OfAudit::of_item(&answer.to_text(), &shipped());
    assert!(matches!(read, Err(RecordError::Corrupt(_))), "{read:?}");
}

#[test]
fn a_run_asks_one_edition_of_one_questionnaire() {
    let instrument = shipped();
    assert!(run().asks(&instrument));
    let hash = "fnv1a64:0000000000000000".to_owned();
    assert!(!Run { hash, ..run() }.asks(&instrument));
    let other = "another".to_owned();
    assert!(
        !Run {
            instrument: other,
            ..run()
        }
        .asks(&instrument)
    );
}

#[test]
fn records_of_the_practice_are_read_back_and_tombstones_too() {
    let circle = Circle {
        outside: Some(Outside::One),
        ..Circle::default()
    };
    for value in [Some(record::Record::Circle(circle)), None] {
        let stamped = Stamped {
            stamp: stamp(),
            value,
        };
        let text = record::to_text(&stamped);
        assert_eq!(record::Name::Circle.read(&text), Ok(stamped));
    }
    let plan = r#"{"version":1,"clock":3,"writer":7,"removed":true}"#;
    assert_eq!(record::read_plan(plan), None);
    assert_eq!(record::read_plan(PLAN).unwrap().key.to_string(), "12-7");
}

const PLAN: &str = r#"{"version":1,"clock":3,"writer":7,"key":"12-7","with":"1-7","place":"up","act":"help",
    "opener":"x","says":"On Monday, I help A.","day":"2026-11-23T12:00:00Z","begun_at":"2026-11-21T09:00:00Z"}"#;

#[test]
fn another_version_and_a_broken_text_are_told_apart() {
    let read = |text: &str| OfAudit::<Phase>::from_text(text).unwrap_err();
    let with = |version: &str| {
        format!(r#"{{"version":{version},"began":1,"clock":3,"writer":7,"phase":"finished"}}"#)
    };
    assert!(OfAudit::<Phase>::from_text(&with("1")).is_ok());
    assert_eq!(read(&with("2")), RecordError::Newer(2));
    let places = |error: RecordError| match error {
        RecordError::Corrupt(Faults { listed, .. }) => listed
            .iter()
            .map(|fault| fault.path.clone())
            .collect::<Vec<_>>(),
        newer => panic!("{newer:?}"),
    };
    assert_eq!(places(read(&with("0"))), ["$.version"]);
    assert_eq!(places(read("{")).len(), 1);
    assert!(places(read("[]")).contains(&"$".to_owned()));
    let writer = with("1").replace("7", "4294967296");
    assert_eq!(places(read(&writer)), ["$.writer"]);
}

#[test]
fn the_record_that_the_history_is_on_is_read_back() {
    assert_eq!(read_history(&history_text()), Ok(()));
    assert_eq!(read_history(r#"{"version":2}"#), Err(RecordError::Newer(2)));
    for text in ["{}", "[]", "{", r#"{"version":0}"#] {
        assert!(
            matches!(read_history(text), Err(RecordError::Corrupt(_))),
            "{text}"
        );
    }
}
