//! What is said of a result, by what came out: the finding with its chances, how a score was made, its band, the squares
//! of the grid, and the notes on how it was answered.
#![allow(clippy::panic, reason = "test code")]

use measure::instrument::{FormName, Origin};
use measure::report::Report;
use measure::scoring::odds::InTen;
use measure::scoring::{Band, Estimate, FindingKind, Note, NoteCode};
use testing::{answers, completed, keyed_answers, shipped, small};
use words::native::english;

/// The chances are those of the direction that is named, which is not the first.
#[test]
fn a_direction_that_comes_out_lowest_is_named_with_its_chances() {
    let words = english().results();
    let why = words.finding_lowest_why();
    for (keyed, kind, finding) in [
        (
            "444444444444 333333333333 444444444444",
            FindingKind::Weakest,
            words.finding_weakest("Across", words.chances_most()),
        ),
        // 60.4, 50 and 70.8 points: by 79 % Across.
        (
            "333333344444 333333333333 334444444444",
            FindingKind::Likely,
            words.finding_likely("Across", &words.chances_about(8_u8)),
        ),
    ] {
        let sheet = keyed_answers(&shipped(), FormName::Full, keyed);
        let report = Report::from_completed(&shipped(), &completed(sheet, 300));
        assert_eq!(report.finding.kind, kind);
        assert_eq!(words.finding(&report), (finding, why));
        let without_chances = words.finding_lowest("Across");
        assert_eq!(words.finding_on_screen(&report), (without_chances, why));
    }
}

#[test]
fn chances_are_counted_out_of_ten_but_for_the_ends() {
    let words = english().results();
    for (chances, said) in [
        (InTen::UnderOnePercent, "under 1%"),
        (InTen::About(0), "about 0 in 10"),
        (InTen::About(7), "about 7 in 10"),
        (InTen::MoreThanNine, "more than 9 in 10"),
    ] {
        assert_eq!(words.chances(chances), said);
    }
}

/// Three of four statements answered, the last of them reversed: 5, 4 and 6 − 2.
#[test]
fn how_a_score_was_made_is_said_in_its_numbers_and_with_the_source_of_its_error() {
    for (origin, source) in [
        (r#""assumed""#, "assumed, not measured"),
        (
            r#""estimated","n":290,"coefficient":0.8"#,
            "estimated from other people’s answers",
        ),
    ] {
        let of = small(4, |text| {
            let last = r#""i4","scale":"s1","facet":"f1","keying":"#;
            let text = text.replace(&format!("{last}\"forward\""), &format!("{last}\"reverse\""));
            text.replacen(r#""assumed""#, origin, 1)
        });
        let sheet = answers(&of, FormName::Full, "54-2");
        let report = Report::from_completed(&of, &completed(sheet, 300));
        let [one, two] = &report.directions[..] else {
            panic!("{} directions", report.directions.len());
        };
        let made = english().results().made_text(&of, one);
        let expected = format!(
            "One: 3 of 4 statements count, 1 of them scored in reverse. Their average is 4.33, and \
             100 × (4.33 − 1) ÷ 4 gives 83.3. Standard error of measurement: 9.2 points, {source}."
        );
        assert_eq!(made, Some(expected));
        assert_eq!(english().results().made_text(&of, two), None);
    }
}

#[test]
fn a_band_is_hedged_with_every_other_that_its_range_reaches_into() {
    use Band::{High, Low, Middle};
    let words = english().results();
    for (band, between, said) in [
        (Some(Low), None, Some("low")),
        (Some(High), None, Some("high")),
        (
            Some(Low),
            Some((Low, Middle)),
            Some("low, could also be middle"),
        ),
        (
            Some(High),
            Some((Middle, High)),
            Some("high, could also be middle"),
        ),
        (
            Some(Middle),
            Some((Low, High)),
            Some("middle, could also be low or high"),
        ),
        // A facet with too few answers for a band.
        (None, None, None),
    ] {
        let estimate = Estimate {
            score: 50.0,
            mean: 3.0,
            sem: 7.0,
            origin: Origin::Assumed,
            low: 38.5,
            high: 61.5,
            band,
            between,
        };
        assert_eq!(words.band_text(&estimate).as_deref(), said);
    }
}

#[test]
fn the_shade_of_a_square_has_a_name() {
    let words = english().results();
    for (cell, name) in [
        (None, "no answer"),
        (Some(1), "very low"),
        (Some(2), "low"),
        (Some(3), "middle"),
        (Some(4), "high"),
        (Some(5), "very high"),
    ] {
        assert_eq!(words.step(cell), name, "{cell:?}");
    }
}

#[test]
fn a_note_counts_what_was_noticed() {
    let words = english().results();
    let note = |code, seen, of| words.note(&Note { code, seen, of });
    for (noted, expected) in [
        (
            note(NoteCode::StraightLining, 33, 36),
            words.note_straight_lining(33_u64, 36_u64),
        ),
        (note(NoteCode::TooFast, 48, 36), words.note_too_fast(48_u64)),
        (
            note(NoteCode::ManyMissing, 9, 36),
            words.note_many_missing(9_u64, 36_u64),
        ),
    ] {
        assert_eq!(noted, expected);
    }
}
