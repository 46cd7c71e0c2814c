//! Outcomes of rounds in files: what goes into one, what comes out of one, and what never does.

use super::{Page, result, text};
use app::after::Message;
use app::parts::{Parts, Rounds};
use app::session::{self, Effect};
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::rounds::{ExportedOutcome, OutcomeDocument, OutcomeRecord, Written, read};
use records::store::Problem;
use records::store::backup::Import;
use round::invitation::{Print, Set, Way};
use round::outcome::Outcome;
use serde_json::{Map, Value, json};
use testing::shipped;

const INVITATION: &str = "round:0123456789abcdef0123456789abcdef:invitation";
const KEY: &str = "round:0123456789abcdef0123456789abcdef:key";
const ANSWER: &str = "round:0123456789abcdef0123456789abcdef:answer:down-trust-1";

/// How this many people see the leader, made at this second.
fn outcome(n: u8, mean: u8, second: i64) -> ExportedOutcome {
    let outcome = Outcome {
        tag: [1, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef],
        way: Way::Sealed,
        set: Set::Down,
        items: 12,
        print: Print([7; 8]),
        n,
        threshold: 3,
        mean,
        steps: None,
    };
    ExportedOutcome {
        figures: OutcomeDocument::of(&outcome, UnixMs(second * 1000)),
        apart: n == 4,
    }
}

/// A result in a file with these outcomes.
fn file(outcomes: &[ExportedOutcome]) -> String {
    ResultDocument::of(&shipped(), &result(3, 2_000_000))
        .with_rounds(Written::of(outcomes.to_vec()))
        .to_text()
}

fn backup(records: &[(&str, String)]) -> String {
    let records: Map<String, Value> = records
        .iter()
        .map(|(name, text)| (format!("leadership-audit:default:{name}"), json!(text)))
        .collect();
    json!({"schema": "leadership-audit/backup", "version": 1, "records": records}).to_string()
}

/// The text of a stored outcome as another page may have written it.
fn stored(change: Value) -> String {
    let mut record = json!({
        "version": 1, "clock": 1, "writer": 7,
        "round": "0123456789abcdef", "way": "sealed", "set": "down", "items": 12,
        "questions": "fnv1a64:0707070707070707", "people": 5, "threshold": 3, "mean": 45,
        "made_at": "2026-11-21T09:00:00Z", "name": "M. K.", "own": false, "made_here": false, "apart": false,
    });
    for (key, value) in change.as_object().unwrap() {
        record[key] = value.clone();
    }
    record.to_string()
}

impl Page {
    fn links_rounds(&mut self) {
        let mut parts = Parts::default();
        parts.report(Rounds::NAME, None);
        let linked = parts.rounds.linked().expect("it is linked");
        self.browser
            .links(0, session::Message::LinkedRounds(linked));
    }

    /// The names and the texts of all stored records of rounds.
    fn rounds(&self) -> Vec<(String, String)> {
        let all = self.browser.everything().into_iter();
        let named = all.map(|(key, text)| (key.replace("leadership-audit:default:", ""), text));
        named
            .filter(|(name, _)| name.starts_with("round:") || name.starts_with("outcome:"))
            .collect()
    }

    fn outcomes(&self) -> Vec<OutcomeRecord> {
        let rounds = self.rounds().into_iter();
        rounds
            .map(|(_, text)| read::<OutcomeRecord>(&text).expect("an outcome").value)
            .collect()
    }

    fn saved(&mut self) -> String {
        let effects = self.sends(Message::AskedForJson);
        let [Effect::SaveResult(file)] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        file.text.clone()
    }
}

#[test]
fn outcomes_are_kept_with_a_result_that_is_taken_over_and_saved_only_if_ticked() {
    let outcomes = [outcome(4, 35, 1_900_000), outcome(5, 45, 2_000_000)];
    for message in [Message::ImportedFile, Message::AddedFile] {
        let mut page = Page::empty();
        page.links_rounds();
        page.chooses(&file(&outcomes));
        assert_eq!(page.rounds(), [], "opening stores nothing");
        let key = page.file().key;
        page.sends(message(key));
        let kept = page.outcomes();
        assert_eq!(kept.len(), 2);
        assert!(kept.iter().all(|kept| kept.own && kept.name.is_none()));
        assert_eq!(page.saved(), file(&[]));
        page.sends(Message::IncludedRounds(true));
        assert_eq!(page.saved(), file(&outcomes), "the same bytes");
    }
}

#[test]
fn what_others_said_is_wanted_only_where_the_opened_file_has_it() {
    let mut page = Page::empty();
    assert!(!page.after().opens_rounds());
    page.chooses(&file(&[outcome(5, 45, 2_000_000)]));
    assert!(page.after().opens_rounds());
    page.chooses(&file(&[]));
    assert!(!page.after().opens_rounds());
}

#[test]
fn the_same_outcome_twice_is_one_and_what_is_here_stays() {
    let mut page = Page::empty();
    page.chooses(&file(&[outcome(5, 45, 2_000_000)]));
    let key = page.file().key;
    page.sends(Message::ImportedFile(key));
    let before = page.rounds();
    page.chooses(&file(&[
        outcome(5, 45, 9_000_000),
        outcome(5, 50, 2_000_000),
    ]));
    let key = page.file().key;
    page.sends(Message::ImportedFile(key));
    let after = page.rounds();
    assert_eq!(after.len(), 2);
    assert!(before.iter().all(|record| after.contains(record)));
}

#[test]
fn outcomes_about_somebody_else_do_not_go_into_a_file() {
    let mut page = Page::with_latest(result(3, 2_000_000));
    page.links_rounds();
    page.chooses(&backup(&[("outcome:0a", stored(json!({})))]));
    let key = page.file().key;
    page.sends(Message::ImportedFile(key));
    assert_eq!(page.outcomes().len(), 1);
    page.sends(Message::IncludedRounds(true));
    assert_eq!(page.saved(), text(&result(3, 2_000_000)));
}

/// Whatever a backup calls it, an outcome gets the name that its figures give it, and a stamp of this page.
#[test]
fn outcomes_of_a_backup_are_judged_named_and_stamped_anew() {
    let mut page = Page::empty();
    page.chooses(&backup(&[
        ("outcome:0a", stored(json!({"clock": 1_000_000}))),
        ("outcome:0b", stored(json!({}))),
        ("outcome:0c", stored(json!({"mean": 46}))),
        ("outcome:0d", stored(json!({"people": 2}))),
        ("outcome:0e", stored(json!({"version": 2}))),
        ("outcome:0f", "{".to_owned()),
    ]));
    let file = page.file();
    let Ok(Import::Backup(judged)) = &file.judged else {
        panic!("{file:?}");
    };
    let problems = judged.loaded.problems.iter().map(|problem| match problem {
        Problem::Unreadable { slot, .. } => slot.clone(),
        other => format!("{other:?}"),
    });
    let mut problems: Vec<String> = problems.collect();
    problems.sort_unstable();
    assert_eq!(
        problems,
        ["Newer", "outcome:0c", "outcome:0d", "outcome:0f"]
    );
    page.sends(Message::ImportedFile(file.key));
    let [(name, text)] = page.rounds().try_into().expect("one outcome");
    assert_eq!(name.len(), "outcome:".len() + 32);
    let record = read::<OutcomeRecord>(&text).unwrap();
    assert!(record.stamp.clock < 1000, "{:?}", record.stamp);
    assert_eq!(record.value.name.as_deref(), Some("M. K."));
    assert!(!record.value.own);
}

#[test]
fn a_backup_brings_no_key_no_answer_and_no_half_made_round() {
    let invitation = json!({
        "version": 1, "clock": 1, "writer": 7, "invitation": "LA1.I.0", "role": "rater",
        "apart": false, "began_at": "2026-11-21T09:00:00Z",
    });
    let key = json!({"version": 1, "clock": 1, "writer": 7, "x": "a", "y": "b", "d": "c"});
    let answer = json!({"version": 1, "clock": 1, "writer": 7, "value": 4});
    let seen =
        json!({"version": 1, "clock": 1, "writer": 7, "paste": 1, "place": 1, "message": "x"});
    let mine = json!({"version": 1, "clock": 1, "writer": 7, "message": "x"});
    let round = "round:0123456789abcdef0123456789abcdef";
    let records = [
        (INVITATION, invitation.to_string()),
        (KEY, key.to_string()),
        (ANSWER, answer.to_string()),
        (&format!("{round}:seen:0a"), seen.to_string()),
        (&format!("{round}:mine"), mine.to_string()),
        ("outcome:0a", key.to_string()),
        (
            "outcome:0a:key",
            stored(json!({"d": "c", "answers": [1, 2]})),
        ),
    ];
    let mut page = Page::empty();
    page.links_rounds();
    page.chooses(&backup(&records));
    let file = page.file();
    let Ok(Import::Backup(judged)) = &file.judged else {
        panic!("{file:?}");
    };
    assert_eq!(judged.ignored.count, 5);
    page.sends(Message::ImportedFile(file.key));
    let [(name, text)] = page.rounds().try_into().expect("the outcome alone");
    assert!(name.starts_with("outcome:") && !name.ends_with(":key"));
    assert!(
        !text.contains("answers") && !text.contains("\"d\""),
        "{text}"
    );
}

/// A coach names each round, which keeps clients apart.
#[test]
fn a_pulse_is_put_beside_the_one_before_it_of_the_same_leader_alone() {
    let pulse = |day: u32, mean: u64, name: Value, own: bool| {
        let made_at = format!("2026-{day:02}-01T09:00:00Z");
        stored(json!({
            "set": "pulse", "items": 5, "people": 6, "mean": mean, "steps": [6, 6, 6, 6, 6],
            "made_at": made_at, "name": name, "own": own, "made_here": false,
        }))
    };
    let mut page = Page::empty();
    page.links_rounds();
    page.chooses(&backup(&[
        ("outcome:0a", pulse(1, 10, json!("M. K."), false)),
        ("outcome:0b", pulse(2, 20, json!("M. K."), true)),
        ("outcome:0c", pulse(3, 30, json!("J. R."), false)),
        ("outcome:0d", pulse(4, 40, json!("M. K."), false)),
        ("outcome:0e", pulse(5, 50, json!("J. R."), true)),
    ]));
    let key = page.file().key;
    page.sends(Message::ImportedFile(key));
    page.sends(session::Message::OpenedRounds);
    for (mean, before) in [
        (10, None),
        (20, None),
        (30, None),
        (40, Some(10)),
        (50, Some(20)),
    ] {
        let rounds = page.browser.session(0).rounds().expect("linked");
        let kept = rounds.records.outcomes.iter();
        let mut shown = kept.filter(|kept| kept.outcome.mean == mean);
        let name = shown.next().expect("it is kept").name.clone();
        page.sends(session::Message::from(app::rounds::Message::OpenedOutcome(
            name,
        )));
        let rounds = page.browser.session(0).rounds().expect("linked");
        let found = rounds.before_shown().map(|kept| kept.outcome.mean);
        assert_eq!(found, before, "{mean}");
    }
}
