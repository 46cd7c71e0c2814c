//! Outcomes of rounds in an exported result: what is accepted, with which paths it is refused, and the
//! round trip.

use super::{EXPORT, imported, refused, text_of};
use measure::time::UnixMs;
use proptest::prelude::*;
use records::document::ResultDocument;
use records::rounds::{ExportedOutcome, MAX_EXPORTED_OUTCOMES, OutcomeDocument, Written};
use round::invitation::{Print, Set, Way};
use round::outcome::Outcome;
use serde_json::{Value, json};
use testing::sheets::any_completed;
use testing::shipped;

/// The fields of an outcome of five people's messages, with others in place of some.
fn outcome(change: &Value) -> Value {
    let mut outcome = json!({
        "round": "0123456789abcdef", "way": "sealed", "set": "down", "items": 12,
        "questions": "fnv1a64:0123456789abcdef", "people": 5, "threshold": 5, "mean": 45,
        "made_at": "2026-11-21T09:00:00Z", "apart": false,
    });
    for (key, value) in change.as_object().unwrap() {
        outcome[key] = value.clone();
    }
    outcome
}

/// Outcomes of each way and set, of few and of many people, and of one boss.
pub(super) fn every_kind() -> Value {
    json!([
        outcome(&json!({})),
        outcome(&json!({"set": "across", "items": 6, "way": "table", "people": 3, "threshold": 3})),
        outcome(&json!({"set": "up", "people": 1, "threshold": 1, "mean": 97})),
        outcome(
            &json!({"set": "pulse", "items": 5, "people": 8, "mean": 61, "steps": [3, 5, 9, 8, 4]})
        ),
        outcome(&json!({"set": "pulse", "items": 5, "people": 4, "threshold": 3, "apart": true})),
    ])
}

/// The fixture with these outcomes.
fn with(rounds: &Value) -> String {
    EXPORT.replacen('{', &format!("{{\"rounds\":{rounds},"), 1)
}

#[test]
fn every_kind_of_outcome_is_read() {
    let preview = imported(&with(&every_kind())).unwrap();
    assert_eq!(preview.rounds.len(), 5);
    assert_eq!(preview.ignored.count, 0);
    assert_eq!(imported(EXPORT).unwrap().rounds, []);
    assert_eq!(imported(&with(&json!([]))).unwrap().rounds, []);
}

/// What to change in the outcome of five people's messages, and the fault.
const TAMPERED: &str = r#"
{"mean": 46}          | $.rounds[0]: has figures that do not fit together
{"mean": 0}           | $.rounds[0]: has figures that do not fit together
{"mean": 100}         | $.rounds[0]: has figures that do not fit together
{"mean": 45.5}        | $.rounds[0].mean: expected a whole number of 0 or more, found a number
{"people": 4}         | $.rounds[0].people: must be at least 5
{"people": 201}       | $.rounds[0]: has figures that do not fit together
{"people": 2, "threshold": 2} | $.rounds[0]: has figures that do not fit together
{"people": 1, "threshold": 1} | $.rounds[0]: has figures that do not fit together
{"way": "table", "people": 6} | $.rounds[0].people: is not 5
{"way": "ring"}       | $.rounds[0].way: "ring" is not one of table, sealed
{"items": 5}          | $.rounds[0]: has figures that do not fit together
{"items": 36}         | $.rounds[0]: has figures that do not fit together
{"steps": [6, 6, 6, 6, 6]} | $.rounds[0]: has figures that do not fit together
{"set": "pulse", "items": 5} | $.rounds[0]: has figures that do not fit together
{"set": "pulse", "items": 5, "steps": [2, 6, 6, 6, 6]} | $.rounds[0]: has figures that do not fit together
{"set": "pulse", "items": 5, "steps": [6, 6, 6, 6]} | $.rounds[0]: has figures that do not fit together
{"round": "0123"}     | $.rounds[0].round: "0123" is not 16 hexadecimal digits
{"questions": "down"} | $.rounds[0].questions: "down" is not "fnv1a64:" and 16 hexadecimal digits
{"made_at": "today"}  | $.rounds[0].made_at: "today" is not a time like "2026-11-21T09:00:00Z"
{"apart": "no"}       | $.rounds[0].apart: expected true or false, found a text"#;

#[test]
fn figures_that_no_round_gives_are_refused_with_their_paths() {
    for [change, fault] in testing::table(TAMPERED) {
        let change = serde_json::from_str(change).unwrap();
        let error = refused(&with(&json!([outcome(&change)]))).to_string();
        assert_eq!(error, fault, "{change}");
    }
    let many: Vec<Value> = vec![outcome(&json!({})); MAX_EXPORTED_OUTCOMES + 1];
    let error = refused(&with(&json!(many))).to_string();
    assert_eq!(error, "$.rounds: has more than 100 entries");
    let error = refused(&with(&json!({}))).to_string();
    assert_eq!(error, "$.rounds: expected a list, found an object");
}

#[test]
fn the_same_outcome_twice_is_one_and_the_first_counts() {
    let later = json!({"made_at": "2026-12-01T09:00:00Z", "apart": true});
    let others = [json!({}), later.clone(), json!({"mean": 50}), later];
    let preview = imported(&with(&others.iter().map(outcome).collect())).unwrap();
    let means = preview.rounds.iter().map(|one| one.figures.mean);
    assert_eq!(means.collect::<Vec<_>>(), [45, 50]);
    assert!(!preview.rounds[0].apart);
}

#[test]
fn what_no_outcome_has_is_ignored_and_listed() {
    let smuggled = json!({
        "key": {"d": "x"}, "name": "A. B.", "own": true, "answers": [1, 2],
    });
    let preview = imported(&with(&json!([outcome(&smuggled)]))).unwrap();
    let paths = ["key", "name", "own", "answers"].map(|key| format!("$.rounds[0].{key}"));
    assert_eq!(preview.ignored.paths.len(), paths.len());
    assert!(
        paths
            .iter()
            .all(|path| preview.ignored.paths.contains(path))
    );
}

prop_compose! {
    /// An outcome that a round could have given.
    fn any_outcome()(
        tag in any::<[u8; 8]>(), sealed in any::<bool>(), set in 0..4_u8, full in any::<bool>(),
        n in 3..=30_u8, mean in 1..=19_u8, steps in any::<[u8; 5]>(), named in any::<bool>(),
        (seconds, apart) in (0..4_000_000_000_i64, any::<bool>()),
    ) -> ExportedOutcome {
        let set = [Set::Pulse, Set::Up, Set::Across, Set::Down][usize::from(set)];
        let pulse = set == Set::Pulse;
        let named = named && sealed && set == Set::Up;
        let outcome = Outcome {
            tag,
            way: if sealed { Way::Sealed } else { Way::Table },
            set,
            items: if pulse { 5 } else if full { 12 } else { 6 },
            print: Print(tag),
            n: if named { 1 } else { n },
            threshold: if named { 1 } else if sealed { 3 } else { n },
            mean: 5 * mean,
            steps: (pulse && n >= 5).then(|| steps.map(|step| 3 + step % 7)),
        };
        let figures = OutcomeDocument::of(&outcome, UnixMs(seconds * 1000));
        ExportedOutcome { figures, apart }
    }
}

proptest! {
    #![proptest_config(testing::cases(1000))]

    #[test]
    fn a_result_with_rounds_is_read_and_written_again_unchanged(
        original in any_completed(),
        outcomes in proptest::collection::vec(any_outcome(), 0..5),
    ) {
        let instrument = shipped();
        let text = |outcomes: &[ExportedOutcome]| ResultDocument::of(&instrument, &original)
            .with_rounds(Written::of(outcomes.to_vec()))
            .to_text();
        let file = text(&outcomes);
        prop_assert_eq!(outcomes.is_empty(), file == text_of(&instrument, &original));
        let preview = imported(&file).map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        prop_assert_eq!(&preview.rounds, &outcomes);
        prop_assert_eq!(preview.ignored.count, 0);
        prop_assert_eq!(text(&preview.rounds), file);
    }
}
