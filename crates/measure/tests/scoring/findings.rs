//! What is concluded from scores, by cases: the finding, the facets that are named and the notes on
//! response quality, each at its edges.

use measure::instrument::FormName::{self, Full};
use measure::instrument::ScaleIndex;
use measure::scoring::{
    FacetExtremes, FindingKind, NoteCode, facet_extremes, finding, notes, score,
};
use testing::{answers, keyed_answers, scale, shipped, small};

/// A direction of the full form with these keyed values and counts, the rest left out.
fn ks(groups: &[(u32, usize)]) -> String {
    let mut text: String = groups
        .iter()
        .map(|(k, count)| k.to_string().repeat(*count))
        .collect();
    while text.len() < 12 {
        text.push('-');
    }
    text
}

/// The kind, the named scales and the percents of each scored scale.
fn found(sheet: &[String]) -> (FindingKind, Vec<ScaleIndex>, Vec<(ScaleIndex, u64)>) {
    let instrument = shipped();
    let sheet = keyed_answers(&instrument, Full, &sheet.join(" "));
    let found = finding(&instrument, &score(&instrument, &sheet));
    (found.kind, found.scales.clone(), found.percents())
}

/// Twelve answers each: 37.5, 50, 60.4, 62.5, 70.8 and 75 points; then the kind, the named scales, and
/// the percents of those with a score.
const FINDINGS: &str = "
high fifty high     | weakest    | 1     | 0:2 1:96 2:2
sixty fifty seventy | likely     | 1     | 0:19 1:79 2:2
mid mid mid         | too_close  | 0 1 2 | 0:34 1:33 2:33
mid low low         | too_close  | 1 2   | 0:0 1:50 2:50
none high low       | weakest    | 2     | 1:0 2:100
fifty none fifty    | too_close  | 0 2   | 0:50 2:50
none low none       | not_enough |       |
none none none      | not_enough |       |";

#[test]
fn a_finding_names_as_many_directions_as_its_odds_allow() {
    let direction = |name| match name {
        "low" => ks(&[(2, 6), (3, 6)]),
        "fifty" => ks(&[(3, 12)]),
        "sixty" => ks(&[(3, 7), (4, 5)]),
        "mid" => ks(&[(3, 6), (4, 6)]),
        "seventy" => ks(&[(3, 2), (4, 10)]),
        "high" => ks(&[(4, 12)]),
        _ => ks(&[]),
    };
    let words = |found: Vec<String>| found.join(" ");
    for [sheet, kind, scales, percents] in testing::table(FINDINGS) {
        let directions: Vec<String> = sheet.split_whitespace().map(direction).collect();
        let found = found(&directions);
        assert_eq!(found.0.as_str(), kind, "{sheet}");
        let named = found.1.iter().map(|scale| scale.get().to_string());
        assert_eq!(words(named.collect()), scales, "{sheet}");
        let of_each = found
            .2
            .iter()
            .map(|(scale, percent)| format!("{}:{percent}", scale.get()));
        assert_eq!(words(of_each.collect()), percents, "{sheet}");
    }
}

/// 62.5, 54.17 and 68.75 points with 12, 12 and 8 answers.
#[test]
fn the_worked_example_with_fewer_answers() {
    let sheet = [
        ks(&[(3, 6), (4, 6)]),
        ks(&[(3, 10), (4, 2)]),
        ks(&[(3, 2), (4, 6)]),
    ];
    let expected = (
        FindingKind::TooClose,
        [1, 0, 2].map(scale).to_vec(),
        vec![(scale(0), 21), (scale(1), 68), (scale(2), 11)],
    );
    assert_eq!(found(&sheet), expected);
}

/// The named directions are exactly those that it takes to reach .90, the most probable first.
#[test]
fn thresholds_hold_for_any_steps() {
    let instrument = shipped();
    for steps in 0..=12 {
        for other in 0..=12 {
            let sheet = [
                ks(&[(4, 12)]),
                ks(&[(3, steps), (4, 12 - steps)]),
                ks(&[(3, other), (4, 12 - other)]),
            ];
            let sheet = keyed_answers(&instrument, Full, &sheet.join(" "));
            let found = finding(&instrument, &score(&instrument, &sheet));
            let named: Vec<f64> = found
                .scales
                .iter()
                .map(|scale| found.probability(*scale))
                .collect();
            let (sum, last) = (named.iter().sum::<f64>(), named.last().unwrap());
            let highest = found
                .odds
                .iter()
                .map(|odds| odds.lowest)
                .fold(0.0, f64::max);
            assert_eq!(named[0], highest);
            assert!(named.is_sorted_by(|a, b| a >= b));
            match found.kind {
                FindingKind::Weakest => assert!(highest >= 0.9 && named.len() == 1),
                FindingKind::Likely => assert!((0.7..0.9).contains(&highest) && named.len() == 1),
                FindingKind::TooClose => {
                    assert!(highest < 0.7 && sum >= 0.9 && sum - last < 0.9, "{found:?}");
                }
                FindingKind::NotEnough => panic!("three are scored"),
            }
        }
    }
}

#[test]
fn a_scale_without_a_score_has_no_odds() {
    let instrument = shipped();
    let sheet = keyed_answers(
        &instrument,
        Full,
        &[ks(&[]), ks(&[(3, 12)]), ks(&[(4, 12)])].join(" "),
    );
    let found = finding(&instrument, &score(&instrument, &sheet));
    assert_eq!(found.probability(scale(0)), 0.0);
    assert!(found.probability(scale(1)) > 0.9 && found.probability(scale(2)) < 0.1);
}

/// The form; keyed answers, repeated to its end; and the highest and the lowest facet that are named.
const FACETS: &str = "
both ends             | full  | 335313       | 2 | 4
the highest alone     | full  | 533333       | 0 |
the lowest alone      | full  | 333331       |   | 5
two share each end    | full  | 553311       |   |
all the same          | full  | 333333       |   |
one scored            | full  | 5-----5----- |   |
two scored, far apart | full  | 15----15---- | 1 | 0
none scored           | full  | ------------ |   |
one step              | short | 434343       |   |";

#[test]
fn a_facet_is_named_only_where_it_is_probable_enough() {
    let instrument = shipped();
    for [case, form, facets, highest, lowest] in testing::table(FACETS) {
        let form = FormName::from_text(form).unwrap();
        let items = instrument.form(form).unwrap().len();
        let sheet = facets.repeat(items / facets.len());
        let scores = score(&instrument, &keyed_answers(&instrument, form, &sheet));
        let [highest, lowest] =
            [highest, lowest].map(|facet| facet.parse().ok().map(testing::facet));
        let expected = FacetExtremes { highest, lowest };
        assert_eq!(facet_extremes(&instrument, &scores), expected, "{case}");
    }
}

/// The notes on a sheet of the shipped instrument, each with its code, seen and of.
fn noted(form: FormName, sheet: &str, seconds: Option<u64>) -> Vec<(NoteCode, u64, u64)> {
    let instrument = shipped();
    let sheet = answers(&instrument, form, sheet);
    let scores = score(&instrument, &sheet);
    let notes = notes(&instrument, &sheet, &scores, seconds);
    let parts = notes.iter().map(|note| (note.code, note.seen, note.of));
    parts.collect()
}

/// What a note of this kind says of a sheet: `seen of of`, or nothing without one.
fn said(code: NoteCode, form: FormName, sheet: &str, seconds: Option<u64>) -> String {
    let found = noted(form, sheet, seconds).into_iter();
    let mut said = found.filter(|note| note.0 == code);
    said.next()
        .map_or_else(String::new, |(_, seen, of)| format!("{seen} of {of}"))
}

const STRAIGHT: &str = "
12 of 12, both reverse              | 333333333333              | 12 of 12
10 of 12, one of two reverse        | 333333333342              | 10 of 12
9 of 12 are 75 %                    | 533333333342              |
no reverse item has the option      | 444244444442              |
11 answered                         | 33333333333               |
12 answered, no reverse among them  | 333-3333333- 333          |
12 answered, one reverse of one     | 33333333333- 3            | 12 of 12
12 answered, none reverse of one    | 33343333333- 3            |
16 of 20 are 80 %                   | 333333333333 33331111     | 16 of 20
15 of 19 are less                   | 333333333333 3331111-     |
two of four reverse                 | 333433333334 33333333     | 18 of 20
one of four reverse                 | 333433333334 33334333     |
not applicable is no answer         | 333333333333 xxxxxxxxxxxx | 12 of 12";

#[test]
fn straight_lining_at_its_edges() {
    for [case, sheet, expected] in testing::table(STRAIGHT) {
        let said = said(NoteCode::StraightLining, Full, sheet, None);
        assert_eq!(said, expected, "{case}");
    }
}

#[test]
fn too_fast_is_less_than_two_seconds_an_answer() {
    for (sheet, seconds, expected) in [
        ("12345", Some(9), "9 of 5"),
        ("12345", Some(10), ""),
        ("12345xx--", Some(9), "9 of 5"),
        ("12345", Some(0), "0 of 5"),
        ("12345", None, ""),
        ("", Some(0), ""),
    ] {
        let said = said(NoteCode::TooFast, Full, sheet, seconds);
        assert_eq!(said, expected, "{sheet} {seconds:?}");
    }
}

const MISSING: &str = "
7 of 36 are 19 %               | full  | 123451234512 123451234512 12345    |
8 of 36 are 22 %               | full  | 12345123451- 123451234512 12345    | 8 of 36
not applicable items           | full  | 12345123451x 123451234512 12345    | 8 of 36
2 of 12 where the rest is none | full  | 1234512345-- xxxxxxxxxxxx xxxxxxxxxxxx |
3 of 12                        | full  | 123451234--- xxxxxxxxxxxx xxxxxxxxxxxx | 3 of 12
nothing applies                | full  | xxxxxxxxxxxx xxxxxxxxxxxx xxxxxxxxxxxx |
nothing answered               | short |                                    | 18 of 18
3 of 18                        | short | 123451 234512 345                  |
4 of 18                        | short | 123451 234512 34                   | 4 of 18";

#[test]
fn many_missing_is_more_than_a_fifth_of_what_applies() {
    for [case, form, sheet, expected] in testing::table(MISSING) {
        let form = FormName::from_text(form).unwrap();
        let said = said(NoteCode::ManyMissing, form, sheet, None);
        assert_eq!(said, expected, "{case}");
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
