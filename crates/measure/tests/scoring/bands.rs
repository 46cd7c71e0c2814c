//! One pair of cut-offs for the bands: the classification, the charts, their style sheets and the
//! published rule agree on it.

use std::fs;

use measure::chart::AXIS;
use measure::scoring::Band;
use testing::root;

fn file(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn a_band_begins_at_its_cut_off() {
    let [uneven, steady] = Band::CUT_OFFS.map(f64::from);
    for (score, expected) in [
        (0.0, Band::Strained),
        (uneven.next_down(), Band::Strained),
        (uneven, Band::Uneven),
        (steady.next_down(), Band::Uneven),
        (steady, Band::Steady),
        (100.0, Band::Steady),
    ] {
        assert_eq!(Band::from_score(score), expected, "{score}");
    }
}

#[test]
fn the_axis_has_a_number_wherever_the_classification_changes() {
    let mut changes = vec![0];
    changes.extend((1..=100).filter(|points| {
        let score = f64::from(*points);
        Band::from_score(score) != Band::from_score(score.next_down())
    }));
    changes.push(100);
    assert_eq!(AXIS.to_vec(), changes);
}

/// Element styles cannot be set from a number without `style=`, so the style sheets repeat the axis.
#[test]
fn style_sheets_place_numbers_and_names_of_the_bands_at_the_cut_offs() {
    let (screen, print) = (file("style/results.css"), file("style/print.css"));
    let [_, uneven, steady, _] = AXIS;
    let rule = |selector: &str, body: &str| format!("{selector} {{\n  {body}");
    let number = |nth: u8| format!(".axis i:nth-of-type({nth})");
    let widths = AXIS.windows(2).map(|ends| ends[1] - ends[0]);
    let [strained_width, uneven_width, steady_width] = widths.collect::<Vec<_>>()[..] else {
        panic!("three bands");
    };
    assert_eq!(uneven_width, steady_width, "1fr 1fr");
    let first = f32::from(strained_width) / f32::from(steady_width);
    for (sheet, expected) in [
        (
            &screen,
            format!("grid-template-columns: {first}fr 1fr 1fr;"),
        ),
        (
            &screen,
            rule(&number(2), &format!("inset-inline-start: {uneven}%;")),
        ),
        (
            &screen,
            rule(&number(3), &format!("inset-inline-start: {steady}%;")),
        ),
        (
            &print,
            rule(
                &number(2),
                &format!("inset-inline-start: calc({uneven}% - 1.2em);"),
            ),
        ),
        (
            &print,
            rule(
                &number(3),
                &format!("inset-inline-start: calc({steady}% - 1.2em);"),
            ),
        ),
        (
            &print,
            rule(
                ".axis .strained",
                &format!("inset-inline: 0 {}%;", 100 - uneven),
            ),
        ),
        (
            &print,
            rule(
                ".axis .uneven",
                &format!("inset-inline: {uneven}% {}%;", 100 - steady),
            ),
        ),
        (
            &print,
            rule(".axis .steady", &format!("inset-inline: {steady}% 0;")),
        ),
    ] {
        assert!(sheet.contains(&expected), "no style sheet has {expected}");
    }
}

#[test]
fn the_published_rule_names_the_cut_offs() {
    let [uneven, steady] = Band::CUT_OFFS;
    let rule = format!(
        "Below {uneven} strained, below {steady} uneven, else steady: {uneven} is “Sometimes” and {steady} is “Often” on average."
    );
    assert!(file("docs/scoring.md").contains(&rule), "{rule}");
}
