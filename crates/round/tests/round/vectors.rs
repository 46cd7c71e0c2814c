//! Every entry of the vectors that needs no key: what is accepted. Each test prints how many it has compared.

use round::base32;
use round::block::{Block, Kind};
use round::find::{Problem, find};
use round::gap::{Change, Own, Verdict, error_of_others, gap, pulse_change};
use round::invitation::{Invitation, Print, Questions, RoundHash, Set, Way};
use round::outcome::Outcome;
use round::row::{Answer, Row};
use round::totals::Totals;
use serde_json::Value;

use crate::support::{
    PRINT, answers, array, block, byte, bytes_of, hash, hex, list, made, outcome, set, text,
    vectors,
};

/// Compares every entry of a section, of which there are `count`.
fn each(section: &str, count: usize, compare: impl Fn(&Value)) {
    let vectors = vectors();
    let entries = list(&vectors[section]);
    entries.iter().for_each(compare);
    println!("{section}: {} entries", entries.len());
    assert_eq!(entries.len(), count, "{section}");
}

#[test]
fn every_section_is_known() {
    let vectors = vectors();
    let names: Vec<&str> = vectors
        .as_object()
        .unwrap()
        .keys()
        .map(|name| &**name)
        .collect();
    // Keys alone are left to where there is cryptography; of the sealed rounds, what is inside is compared here.
    let known = [
        "about",
        "base32",
        "blocks",
        "changes",
        "find",
        "format",
        "keys",
        "refused",
        "rounds",
        "scores",
        "sealed",
        "slots",
        "statistics",
        "table",
    ];
    assert_eq!(names, known);
    assert_eq!(vectors["format"], 1);
}

#[test]
fn rounds() {
    let vectors = vectors();
    let rounds = vectors["rounds"].as_object().unwrap();
    for (name, round) in rounds {
        let invitation = made(round);
        let payload = hex(&round["payload"]);
        assert_eq!(invitation.to_payload(), payload, "{name}");
        assert_eq!(invitation.to_hash(), [b"LA1 round", &*payload].concat());
        assert_eq!(RoundHash::of(&invitation), hash(round), "{name}");
        assert_eq!(hash(round).tag(), *hex(&round["tag"]), "{name}");
        let read = Invitation::from_payload(&payload);
        if invitation.way == Way::Sealed {
            assert_eq!(invitation.to_text(), text(&round["text"]), "{name}");
            assert_eq!(block(&invitation.to_text()).payload, payload);
            assert_eq!(read, Ok(invitation));
        } else {
            assert!(read.is_err(), "{name}");
        }
    }
    println!("rounds: {} entries", rounds.len());
    assert_eq!(rounds.len(), 9);
}

#[test]
fn base32_both_ways() {
    each("base32", 10, |entry| {
        assert_eq!(base32::write(&hex(&entry["bytes"])), text(&entry["text"]));
        assert_eq!(
            base32::read(text(&entry["text"])),
            Some(hex(&entry["bytes"]))
        );
    });
}

#[test]
fn blocks() {
    each("blocks", 3, |entry| {
        let kind = Kind::from_letter(text(&entry["kind"]).as_bytes()[0]).unwrap();
        let written = Block::new(kind, hex(&entry["payload"])).unwrap();
        assert_eq!(written.to_text(), text(&entry["text"]));
        assert_eq!(block(text(&entry["text"])), written);
    });
}

#[test]
fn scores() {
    each("scores", 8, |entry| {
        let mut given = answers(&entry["answers"]);
        let items = if given.len() == 6 { 6 } else { 12 };
        // What was left out changes no score.
        given.resize(
            items,
            Answer {
                given: None,
                reverse: false,
            },
        );
        let row = Row::from_answers(Set::Down, u8::try_from(items).unwrap(), &given).unwrap();
        assert_eq!(
            row.to_plain(),
            [byte(&entry["score"]), 0, 0, 0, 0, 0, 0, 0],
            "{entry}"
        );
    });
}

/// Sums are not to be seen; what is published of `n` equal rows is.
#[test]
fn slots() {
    each("slots", 8, |entry| {
        let (set, n) = (set(&entry["set"]), byte(&entry["n"]));
        let questions = Questions {
            set,
            items: if set == Set::Pulse { 5 } else { 12 },
            print: PRINT,
        };
        let invitation = Invitation::new_table(questions, n, [0; 8]).unwrap();
        let mut plain = bytes_of(&entry["row"]);
        plain.resize(8, 0);
        let row = Row::from_plain(set, &array(&plain)).unwrap();
        let totals = Totals::from_rows(set, &vec![row; n.into()]);
        let outcome = totals.outcome(&invitation, &RoundHash([0; 32])).unwrap();
        let slots = bytes_of(&entry["slots"]);
        let (steps, score) = match *slots {
            [score] => (None, f64::from(score)),
            [..] => {
                let steps = array(&slots).map(|answer: u8| (2 * answer).clamp(3, 9));
                let sum: u8 = slots.iter().sum();
                (Some(steps), f64::from(5 * (sum - 5)))
            }
        };
        let grain = if n < 8 { 5.0 } else { 1.0 };
        let mean = ((score / grain).round() * grain).clamp(5.0, 95.0);
        assert_eq!(
            (outcome.steps, f64::from(outcome.mean)),
            (steps, mean),
            "{entry}"
        );
    });
}

/// Compares what is published of a round and how it is written.
fn compare(published: &Outcome, expected: &Value) {
    assert_eq!(published.n, byte(&expected["n"]));
    assert_eq!(published.mean, byte(&expected["mean"]));
    let steps = published.steps.map_or(Vec::new(), Vec::from);
    assert_eq!(steps, bytes_of(&expected["steps"]));
    assert_eq!(published.to_text(), text(&expected["text"]));
    let payload = block(text(&expected["text"])).payload;
    assert_eq!(Outcome::from_payload(&payload).as_ref(), Ok(published));
}

#[test]
fn tables() {
    each("table", 3, |entry| {
        let vectors = vectors();
        let round = &vectors["rounds"][text(&entry["round"])];
        let invitation = made(round);
        let mut totals = Totals::new(invitation.set, invitation.people.into());
        for given in list(&entry["answers"]) {
            let row = Row::from_answers(invitation.set, invitation.items, &answers(given));
            assert!(totals.add(row.unwrap()));
        }
        let published = totals.outcome(&invitation, &hash(round)).unwrap();
        compare(&published, &entry["outcome"]);
    });
}

/// The rows inside are given; that messages open is cryptography.
#[test]
fn sealed() {
    each("sealed", 6, |entry| {
        let vectors = vectors();
        let round = &vectors["rounds"][text(&entry["round"])];
        let invitation = made(round);
        let mut rows = Vec::new();
        for message in list(&entry["messages"]) {
            let given = answers(&message["answers"]);
            let row = Row::from_answers(invitation.set, invitation.items, &given).unwrap();
            let mut plain = bytes_of(&message["row"]);
            plain.resize(8, 0);
            assert_eq!(row.to_plain(), *plain);
            assert_eq!(Row::from_plain(invitation.set, &row.to_plain()), Some(row));
            rows.push(row);
        }
        let totals = Totals::from_rows(invitation.set, &rows);
        let published = totals.outcome(&invitation, &hash(round)).unwrap();
        compare(&published, &entry["outcome"]);
    });
}

#[test]
fn texts_to_search() {
    each("find", 36, |entry| {
        let found = find(text(&entry["text"])).unwrap();
        let blocks: Vec<Block> = list(&entry["blocks"])
            .iter()
            .map(|block| {
                let kind = Kind::from_letter(text(&block[0]).as_bytes()[0]).unwrap();
                Block::new(kind, hex(&block[1])).unwrap()
            })
            .collect();
        assert_eq!(found.blocks, blocks, "{entry}");
        let problems: Vec<&str> = found
            .problems
            .iter()
            .map(|problem| named(*problem))
            .collect();
        let expected: Vec<&str> = list(&entry["problems"]).iter().map(text).collect();
        assert_eq!(problems, expected, "{entry}");
    });
}

fn named(problem: Problem) -> &'static str {
    match problem {
        Problem::Cut => "cut",
        Problem::Damaged => "damaged",
        Problem::Newer => "newer",
    }
}

#[test]
fn statistics() {
    each("statistics", 10, |entry| {
        let n = byte(&entry["n"]);
        let items = byte(&entry["items"]);
        let threshold = if n == 1 { 1 } else { 3 };
        let others = outcome(
            [2, byte(&entry["set"]), items],
            [n, threshold, byte(&entry["mean"])],
            &[],
        );
        let own = Own {
            score: entry["own"].as_f64().unwrap(),
            answered: byte(&entry["own_answered"]),
            items,
            print: PRINT,
        };
        let gap = gap(&others, &own, entry["days"].as_i64()).unwrap();
        // The vectors have six digits.
        let near = |value: f64, expected: &Value| (value - expected.as_f64().unwrap()).abs() < 6e-7;
        assert!(
            near(error_of_others(&others), &entry["error_of_others"]),
            "{entry}"
        );
        assert!(near(gap.points, &entry["points"]), "{entry}");
        assert!(near(gap.margin, &entry["margin"]), "{entry}");
        let verdict = match gap.verdict {
            Verdict::Within => "within",
            Verdict::Larger if gap.points > 0.0 => "higher",
            Verdict::Larger => "lower",
        };
        assert_eq!(verdict, entry["verdict"], "{entry}");
    });
}

#[test]
fn changes() {
    each("changes", 4, |entry| {
        let pulse = |which: usize| {
            let n = byte(&entry["n"][which]);
            outcome([2, 1, 5], [n, 5, 60], &bytes_of(&entry["steps"][which]))
        };
        let changes = pulse_change(&pulse(0), &pulse(1)).unwrap();
        let named = changes.map(|change| match change {
            Change::Within => "within",
            Change::Higher => "higher",
            Change::Lower => "lower",
        });
        assert_eq!(Value::from(named.to_vec()), entry["verdicts"]);
    });
}

#[test]
fn the_print_of_the_vectors() {
    let vectors = vectors();
    for round in vectors["rounds"].as_object().unwrap().values() {
        assert_eq!(Print(array(&hex(&round["print"]))), PRINT);
    }
}
