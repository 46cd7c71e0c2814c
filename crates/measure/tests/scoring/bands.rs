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

/// Positions cannot be set from a number without `style=`, so the style sheets repeat them.
#[test]
fn style_sheets_place_the_numbers_and_names_of_bands_at_the_cut_offs() {
    let (screen, print) = (file("style/results.css"), file("style/print.css"));
    let [first, uneven, steady, last] = AXIS;
    let widths = [uneven - first, steady - uneven, last - steady];
    let columns = widths.map(|width| format!("{}fr", width / widths[2]));
    assert_eq!(widths.map(|width| width % widths[2]), [0; 3]);
    let number = |nth: u8| format!(".axis i:nth-of-type({nth})");
    let name = |band: Band| format!(".axis .{}", band.as_str());
    for (sheet, selector, property) in [
        (
            &screen,
            ".axis".to_owned(),
            format!(
                "display: grid;\n  grid-template-columns: {};",
                columns.join(" ")
            ),
        ),
        (
            &screen,
            number(2),
            format!("inset-inline-start: {uneven}%;"),
        ),
        (
            &screen,
            number(3),
            format!("inset-inline-start: {steady}%;"),
        ),
        (
            &print,
            number(2),
            format!("inset-inline-start: calc({uneven}% - 1.2em);"),
        ),
        (
            &print,
            number(3),
            format!("inset-inline-start: calc({steady}% - 1.2em);"),
        ),
        (
            &print,
            name(Band::Strained),
            format!("inset-inline: 0 {}%;", last - uneven),
        ),
        (
            &print,
            name(Band::Uneven),
            format!("inset-inline: {uneven}% {}%;", last - steady),
        ),
        (
            &print,
            name(Band::Steady),
            format!("inset-inline: {steady}% 0;"),
        ),
    ] {
        let rule = format!("\n{selector} {{\n  {property}");
        assert!(sheet.contains(&rule), "no such rule: {rule}");
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
