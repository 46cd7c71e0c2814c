//! What others said of a leader, printed beside one's own scores.

use super::*;
use app::rounds::beside::{self, Told};
use records::rounds::print_of;
use round::gap::Refused;
use round::invitation::{Print, Set, Way};
use round::outcome::Outcome;

/// An outcome of as many statements as the full form has.
fn outcome(set: Set, n: u8, mean: u8) -> Told {
    let print = match set {
        Set::Pulse => Print(0x6ed7_23e7_c9f8_e36a_u64.to_be_bytes()),
        _ => print_of(&shipped().hash()).expect("a hash"),
    };
    let outcome = Outcome {
        tag: [n; 8],
        way: Way::Sealed,
        set,
        items: if set == Set::Pulse { 5 } else { 12 },
        print,
        n,
        threshold: 3,
        mean,
        steps: (set == Set::Pulse && n >= 5).then_some([3, 5, 6, 8, 9]),
    };
    Told {
        name: None,
        outcome,
        made_at: UnixMs(1_795_251_600_000),
    }
}

/// The printed texts of a result with these outcomes, latest first.
fn with_others(told: &[Told]) -> Vec<String> {
    let latest = beside::latest(told, &shipped(), &mixed());
    let others = print::others(
        &latest,
        &shipped(),
        &|_| "23 November 2026".to_owned(),
        english(),
    );
    lines(&report_with(&shipped(), &mixed(), None, &others))
}

#[test]
fn what_others_said_is_printed_beside_each_own_score_with_both_numbers_and_the_margin() {
    let page = with_others(&[
        outcome(Set::Down, 5, 20),
        outcome(Set::Across, 8, 42),
        outcome(Set::Pulse, 6, 50),
    ])
    .join("\n");
    for part in [
        "How others saw it",
        "How the team sees it · 23 November 2026",
        " Your answers come to 65, your team’s to about 20. If there were no real difference, chance",
        " Your answers come to 50, your peers’ to 42. Chance alone could make that difference",
        english().outcome().margin(),
        "How the team sees the last month · 23 November 2026",
        english().pulse().mean_answer(3),
        english().pulse().mean_answer(9),
        english().pulse().margin(),
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert_eq!(page.matches("How the ").count(), 2);
}

#[test]
fn a_pulse_is_printed_in_the_words_of_its_own_questionnaire_or_by_number() {
    let statements = [
        "We agree.",
        "We differ.",
        "We decide.",
        "We begin.",
        "We stop.",
    ];
    let own = small(2, |text| {
        let pulse = serde_json::to_string(&statements).unwrap();
        text.replace(
            r#""id":"small""#,
            &format!(r#""id":"small","pulse":{pulse}"#),
        )
    });
    let mut told = outcome(Set::Pulse, 6, 50);
    told.outcome.print = Print(own.pulse_hash().unwrap().to_be_bytes());
    let names = |instrument: &Instrument, told: &Told| {
        let beside = [beside::Beside {
            told: told.clone(),
            compared: Err(Refused::NoOwnScore),
        }];
        let said = print::others(&beside, instrument, &|_| String::new(), english());
        let named = said[0].paragraphs.iter().take(5);
        named.map(|[name, _]| name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&own, &told), statements);
    let numbered = [1, 2, 3, 4, 5].map(|number| format!("Statement {number}"));
    assert_eq!(names(&shipped(), &told), numbered);
    let programs = outcome(Set::Pulse, 6, 50);
    for instrument in [&own, &shipped()] {
        assert_eq!(names(instrument, &programs)[3], "Free to disagree");
    }
}

#[test]
fn what_cannot_be_compared_is_not_printed_and_of_each_set_the_latest_alone() {
    let short = completed(
        keyed_answers(&shipped(), FormName::Short, &"4".repeat(18)),
        300,
    );
    let latest = beside::latest(&[outcome(Set::Down, 5, 20)], &shipped(), &short);
    assert_eq!(latest[0].compared, Err(Refused::OtherForm));
    let others = print::others(&latest, &shipped(), &|_| String::new(), english());
    assert_eq!(others, []);
    let mut other_questions = outcome(Set::Up, 5, 20);
    other_questions.outcome.print = Print([9; 8]);
    let mut asked_otherwise = outcome(Set::Pulse, 7, 95);
    asked_otherwise.outcome.way = Way::Table;
    asked_otherwise.outcome.threshold = 7;
    let without = lines(&report(&mixed()));
    assert_eq!(with_others(&[]), without);
    assert_eq!(with_others(&[other_questions.clone()]), without);
    let page = with_others(&[
        outcome(Set::Pulse, 4, 60),
        asked_otherwise,
        outcome(Set::Across, 5, 30),
        outcome(Set::Across, 5, 70),
        other_questions,
    ])
    .join("\n");
    assert!(page.contains("to about 30."), "{page}");
    assert!(page.contains("4 people answered. Their average is about 60"));
    for absent in [
        "to about 70",
        "95 or more",
        english().pulse().mean_answer(5),
    ] {
        assert!(!page.contains(absent), "{absent}\n{page}");
    }
}
