//! What is concluded from scores, by cases: the finding, the facets that stand out and the notes on
//! response quality, each at its edges. Sheets as in `testing::answers`.

use measure::instrument::FormName::{self, Full, Short};
use measure::scoring::{
    FacetExtremes, Finding, NoteCode, finding, notes, score, strongest_and_weakest_facet,
};
use testing::{answers, shipped, small};

/// A direction of the full form whose twelve k are 4 but for the first `steps`, which are 3: a
/// step is 2.083 points.
fn lowered(direction: usize, steps: usize) -> String {
    let reverse = [[3, 11], [4, 6], [1, 8]][direction];
    let k = |place: usize| if place < steps { 3 } else { 4 };
    let raw = |place| {
        if reverse.contains(&place) {
            6 - k(place)
        } else {
            k(place)
        }
    };
    (0..12).map(|place| raw(place).to_string()).collect()
}

const NONE: &str = "------------";

#[test]
fn the_weakest_direction_must_be_reliably_lower_than_every_other() {
    let instrument = shipped();
    // 1.645 × √(9² + 9²) = 20.94 points: ten steps of 2.083 are within, eleven are beyond.
    for (case, sheet, expected) in [
        (
            "far below",
            [lowered(0, 12), lowered(1, 0), lowered(2, 0)],
            Finding::Weakest(0),
        ),
        (
            "just beyond",
            [lowered(0, 0), lowered(1, 11), lowered(2, 0)],
            Finding::Weakest(1),
        ),
        (
            "just within",
            [lowered(0, 0), lowered(1, 10), lowered(2, 0)],
            Finding::TooClose(vec![0, 1, 2]),
        ),
        (
            "beyond one only",
            [lowered(0, 1), lowered(1, 0), lowered(2, 11)],
            Finding::TooClose(vec![0, 2]),
        ),
        (
            "two low ones tie",
            [lowered(0, 12), lowered(1, 0), lowered(2, 12)],
            Finding::TooClose(vec![0, 2]),
        ),
        (
            "all the same",
            [lowered(0, 5), lowered(1, 5), lowered(2, 5)],
            Finding::TooClose(vec![0, 1, 2]),
        ),
        (
            "two scored, one weaker",
            [NONE.into(), lowered(1, 0), lowered(2, 12)],
            Finding::Weakest(2),
        ),
        (
            "two scored, close",
            [lowered(0, 2), NONE.into(), lowered(2, 0)],
            Finding::TooClose(vec![0, 2]),
        ),
        (
            "one scored",
            [NONE.into(), lowered(1, 12), NONE.into()],
            Finding::NotEnough,
        ),
        (
            "none scored",
            [NONE.into(), NONE.into(), NONE.into()],
            Finding::NotEnough,
        ),
        (
            "of two that tie, the error of the first counts: 22.9 points are beyond it",
            [lowered(0, 12), "3333333-----".into(), lowered(2, 1)],
            Finding::TooClose(vec![0, 1]),
        ),
        (
            "few answers make a wide error: 21.4 points are within it",
            ["333-3334----".into(), lowered(1, 0), lowered(2, 0)],
            Finding::TooClose(vec![0, 1, 2]),
        ),
    ] {
        let scores = score(&instrument, &answers(&instrument, Full, &sheet.join(" ")));
        assert_eq!(finding(&scores), expected, "{case}");
    }
}

#[test]
fn a_finding_says_its_kind_and_names_its_directions() {
    for (finding, kind, scales) in [
        (Finding::Weakest(2), "weakest", vec![2]),
        (Finding::TooClose(vec![0, 1]), "too_close", vec![0, 1]),
        (Finding::NotEnough, "not_enough", vec![]),
    ] {
        assert_eq!((finding.kind(), finding.scales()), (kind, scales));
    }
}

#[test]
fn strongest_and_weakest_facet_need_two_that_differ() {
    let instrument = shipped();
    let pair = |strongest, weakest| Some(FacetExtremes { strongest, weakest });
    // Short form: trust, candour, alignment, stewardship, presence, repair; the reverse items are
    // stewardship of Up, presence of Across, candour of Down.
    for (case, sheet, expected) in [
        ("both ends", "345333 345333 325333", pair(2, 0)),
        ("ties go to the first", "554432 554242 514232", pair(0, 3)),
        ("all the same", "333333 333333 333333", None),
        ("one scored", "3----- 3----- 3-----", None),
        ("two scored that differ", "3----4 3----4 3----4", pair(5, 0)),
        ("none scored", "345333", None),
    ] {
        let scores = score(&instrument, &answers(&instrument, Short, sheet));
        assert_eq!(strongest_and_weakest_facet(&scores), expected, "{case}");
    }
}

#[test]
fn extremes_compare_unrounded_scores() {
    // 301 items of a second facet keep a difference of less than a tenth visible.
    let second = |text: String| {
        let text = text.replace(
            "[{\"id\":\"f1\",\"label\":\"F\"}]",
            "[{\"id\":\"f1\",\"label\":\"F\"},{\"id\":\"f2\",\"label\":\"G\"}]",
        );
        (3..=303).fold(text, |text, n| {
            let from = format!("\"i{n}\",\"scale\":\"s1\",\"facet\":\"f1\"");
            text.replace(&from, &from.replace("f1", "f2"))
        })
    };
    let instrument = small(303, second);
    let sheet = "33".to_owned() + &"3".repeat(300) + "4";
    let scores = score(&instrument, &answers(&instrument, Full, &sheet));
    let expected = FacetExtremes {
        strongest: 1,
        weakest: 0,
    };
    assert_eq!(strongest_and_weakest_facet(&scores), Some(expected));
}

/// The notes on a sheet of the shipped instrument, each with its code, seen and of.
fn noted(form: FormName, sheet: &str, seconds: Option<u64>) -> Vec<(NoteCode, u64, u64)> {
    let instrument = shipped();
    let sheet = answers(&instrument, form, sheet);
    let scores = score(&instrument, &sheet);
    notes(&instrument, &sheet, &scores, seconds)
        .iter()
        .map(|note| (note.code, note.seen, note.of))
        .collect()
}

#[test]
fn straight_lining_at_its_edges() {
    use NoteCode::StraightLining;
    for (case, sheet, expected) in [
        ("12 of 12, both reverse", "333333333333", Some((12, 12))),
        (
            "10 of 12, one of two reverse",
            "333333333342",
            Some((10, 12)),
        ),
        ("9 of 12 are 75 %", "533333333342", None),
        (
            "no reverse item has the common option",
            "444244444442",
            None,
        ),
        ("11 answered", "33333333333", None),
        (
            "12 answered, no reverse among them",
            "333-3333333- 333",
            None,
        ),
        (
            "12 answered, one reverse of one",
            "33333333333- 3",
            Some((12, 12)),
        ),
        ("12 answered, none reverse of one", "33343333333- 3", None),
        ("16 of 20 are 80 %", "333333333333 33331111", Some((16, 20))),
        ("15 of 19 are less", "333333333333 3331111-", None),
        (
            "two of four reverse",
            "333433333334 33333333",
            Some((18, 20)),
        ),
        ("one of four reverse", "333433333334 33334333", None),
        (
            "not applicable is no answer",
            "333333333333 xxxxxxxxxxxx",
            Some((12, 12)),
        ),
    ] {
        let found = noted(Full, sheet, None);
        let found = found.iter().find(|(code, ..)| *code == StraightLining);
        assert_eq!(found.map(|(_, seen, of)| (*seen, *of)), expected, "{case}");
    }
}

#[test]
fn too_fast_is_less_than_two_seconds_an_answer() {
    use NoteCode::TooFast;
    for (sheet, seconds, expected) in [
        ("12345", Some(9), Some((9, 5))),
        ("12345", Some(10), None),
        ("12345xx--", Some(9), Some((9, 5))),
        ("12345", Some(0), Some((0, 5))),
        ("12345", None, None),
        ("", Some(0), None),
    ] {
        let found = noted(Full, sheet, seconds);
        let found = found.iter().find(|(code, ..)| *code == TooFast);
        assert_eq!(
            found.map(|(_, seen, of)| (*seen, *of)),
            expected,
            "{sheet} {seconds:?}"
        );
    }
}

#[test]
fn many_missing_is_more_than_a_fifth_of_what_applies() {
    use NoteCode::ManyMissing;
    let x = "xxxxxxxxxxxx";
    let seven = "123451234512 123451234512 12345";
    for (case, form, sheet, expected) in [
        ("7 of 36 are 19 %", Full, seven.to_owned(), None),
        (
            "8 of 36 are 22 %",
            Full,
            seven.replacen("12 ", "1- ", 1),
            Some((8, 36)),
        ),
        (
            "not applicable items of a direction that applies",
            Full,
            seven.replacen("12 ", "1x ", 1),
            Some((8, 36)),
        ),
        (
            "2 of 12 once the rest does not apply",
            Full,
            format!("1234512345-- {x} {x}"),
            None,
        ),
        (
            "3 of 12",
            Full,
            format!("123451234--- {x} {x}"),
            Some((3, 12)),
        ),
        ("nothing applies", Full, format!("{x} {x} {x}"), None),
        ("nothing answered", Short, String::new(), Some((18, 18))),
        ("3 of 18", Short, "123451 234512 345".into(), None),
        ("4 of 18", Short, "123451 234512 34".into(), Some((4, 18))),
    ] {
        let found = noted(form, &sheet, None);
        let found = found.iter().find(|(code, ..)| *code == ManyMissing);
        assert_eq!(found.map(|(_, seen, of)| (*seen, *of)), expected, "{case}");
    }
    // Exactly a fifth.
    let instrument = small(5, |text| text);
    let missing = |sheet: &str| {
        let sheet = answers(&instrument, Full, sheet);
        notes(&instrument, &sheet, &score(&instrument, &sheet), None).len()
    };
    assert_eq!((missing("1234"), missing("123")), (0, 1));
}

#[test]
fn notes_come_in_one_order() {
    let codes: Vec<&str> = noted(Full, "333333333333", Some(3))
        .iter()
        .map(|(code, ..)| code.as_str())
        .collect();
    assert_eq!(codes, ["straight_lining", "too_fast", "many_missing"]);
}
