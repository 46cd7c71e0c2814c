//! The sentences of a round's result, of what is promised and of an invitation, as screens ask for them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use words::native::{english, language, tags};
use words::{Invitation, Said};

const STATEMENTS: [&str; 5] = ["pulse", "down", "across", "up", "boss"];

fn said(statements: &str, people: u8, mean: u8) -> Said<'_> {
    Said {
        statements,
        people,
        mean,
    }
}

#[test]
fn a_mean_is_said_as_exactly_as_its_round_allows() {
    let outcome = english().outcome();
    for (statements, people, mean, expected) in [
        (
            "down",
            3,
            60,
            "3 people answered. Their average is about 60. It’s a hint to talk about, no more: others in their place could well have said 45 or 75.",
        ),
        (
            "pulse",
            4,
            95,
            "4 people answered. Their average is about 95 or more. It isn’t shown more exactly, to protect single answers, and it’s a hint to talk about, no more.",
        ),
        (
            "across",
            5,
            60,
            "5 people answered. Their average is about 60, give or take 14.",
        ),
        (
            "up",
            7,
            5,
            "7 people answered. Their average is about 5 or less. Near the ends it isn’t shown more exactly, to protect single answers.",
        ),
        (
            "down",
            8,
            63,
            "8 people answered. Their average is 63, give or take 14.",
        ),
        (
            "down",
            8,
            95,
            "8 people answered. Their average is 95 or more. Near the ends it isn’t shown more exactly, to protect single answers.",
        ),
        (
            "boss",
            1,
            97,
            "The boss’s answers come to 97. Another boss could well have come to 85 or 100.",
        ),
    ] {
        assert_eq!(
            outcome.mean_of(said(statements, people, mean), 14),
            expected
        );
    }
}

#[test]
fn a_mean_beside_others_is_as_exact_as_in_its_sentence() {
    let outcome = english().outcome();
    let text = |statements, people, mean| outcome.mean_text(said(statements, people, mean));
    assert_eq!(text("boss", 1, 3), "3");
    assert_eq!(text("boss", 1, 97), "97");
    assert_eq!(text("down", 5, 60), outcome.about(60_u8));
    assert_eq!(text("down", 8, 60), "60");
    assert_eq!(text("down", 7, 5), outcome.about_or_less(5_u8));
    assert_eq!(text("down", 8, 5), outcome.at_most(5_u8));
    assert_eq!(text("down", 7, 95), outcome.about_or_more(95_u8));
    assert_eq!(text("down", 8, 95), outcome.at_least(95_u8));
}

#[test]
fn a_gap_says_both_scores_what_chance_can_do_and_where_kindness_lies() {
    let outcome = english().outcome();
    let gap = |mean, own, larger| outcome.gap_of(said("down", 5, mean), own, larger);
    let both = "Your answers come to 74, your team’s to about 60.";
    let (larger, within) = (outcome.gap_larger(), outcome.gap_within());
    assert_eq!(gap(60, 74, true), [both, larger, outcome.lower()]);
    assert_eq!(gap(60, 74, false), [both, within, outcome.lower()]);
    assert_eq!(gap(60, 40, true)[1..], [larger, outcome.higher()]);
    assert_eq!(gap(60, 60, false)[1..], [outcome.gap_none()]);
    // The pulse asks what the leader is not asked.
    assert!(outcome.gap_of(said("pulse", 5, 60), 74, true).is_empty());
}

#[test]
fn a_promise_and_its_limits_fit_whoever_answers() {
    let (rater, round) = (english().rater(), english().round());
    for statements in STATEMENTS {
        let promise = rater.promised(statements, 5);
        let limits = rater.not_promised(statements);
        assert_eq!(limits[..2], round.limits_always());
        let is_boss = statements == "boss";
        assert_eq!(promise.contains("5 people"), !is_boss, "{promise}");
        assert_eq!(limits.contains(&round.limits_group()[0]), !is_boss);
        let [about, time] = rater.asked(statements);
        assert!(!about.is_empty());
        let frame = rater.time_frame(statements);
        let of = |text: &str| text.contains("the last month");
        assert_eq!(
            (of(time), of(frame)),
            (statements == "pulse", statements == "pulse")
        );
    }
    assert_eq!(rater.refusal("bad_point"), rater.refusal("bad_invitation"));
    assert_ne!(rater.refusal("newer"), rater.refusal("bad_invitation"));
}

#[test]
fn an_invitation_is_a_line_for_each_sentence_and_keeps_its_link_whole() {
    let link = "https://example.org/a#LA1.I.AAAA";
    for tag in tags() {
        for (from, statements) in [
            ("leader", "down"),
            ("coach", "pulse"),
            ("leader", "boss"),
            ("coach", "boss"),
        ] {
            let invitation = Invitation {
                from,
                statements,
                minutes: 3,
                threshold: 5,
                link,
            };
            let text = language(&tag).unwrap().collector().invite(invitation);
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), 5, "{text}");
            assert!(lines.iter().all(|line| !line.trim().is_empty()), "{text}");
            assert!(lines[4].contains(link), "{text}");
        }
    }
}

#[test]
fn a_mean_answer_has_a_name_from_half_step_3_to_9() {
    let pulse = english().pulse();
    let names: Vec<&str> = (2..=10).map(|steps| pulse.mean_answer(steps)).collect();
    let [before, .., after] = names[..] else {
        panic!("there are nine");
    };
    assert_eq!((before, after), ("", ""));
    assert_eq!(
        (pulse.mean_answer(3), pulse.mean_answer(6)),
        ("almost never to rarely", "sometimes")
    );
    assert!(names[1..8].iter().all(|name| !name.is_empty()));
}

/// Whatever comes out of a round, there is a sentence, and its numbers lie on the scale.
#[test]
fn every_result_is_a_sentence() {
    for (tag, mean) in tags()
        .iter()
        .flat_map(|tag| (0..=100).map(move |mean| (tag, mean)))
    {
        let outcome = language(tag).unwrap().outcome();
        for (statements, people) in STATEMENTS
            .into_iter()
            .flat_map(|statements| [1, 3, 4, 5, 7, 8, 200].map(|people| (statements, people)))
        {
            let said = said(statements, people, mean);
            let mut sentences = outcome.gap_of(said, 50, mean > 60);
            sentences.push(outcome.mean_of(said, 31));
            let whole = |text: &String| !text.trim().is_empty() && !text.contains(['{', '}']);
            assert!(sentences.iter().all(whole), "{sentences:?}");
        }
    }
    for mean in 0..=100 {
        let text = english().outcome().mean_of(said("boss", 1, mean), 31);
        let numbers = text.split(|letter: char| !letter.is_ascii_digit());
        let scores: Vec<u32> = numbers.filter_map(|digits| digits.parse().ok()).collect();
        let [score, low, high] = scores[..] else {
            panic!("{text}");
        };
        assert!(low <= score && score <= high && high <= 100, "{text}");
    }
}
