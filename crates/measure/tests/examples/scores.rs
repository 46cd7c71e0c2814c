//! What the examples score, worked by hand from `docs/scoring.md`. No example states an error of its
//! own, so that of a scale is 7.0 for 12 answers, that of a facet 8.4, and the range is the score ±
//! 1.645 × error. Numbers are rounded as in exports, to one decimal.

use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::{Instrument, ItemIndex};
use measure::report::{Lowest, Report};
use measure::response::{Response, ResponseSheet};
use measure::scoring::{
    FacetExtremes, FindingKind, SetScore, finding, keyed, round_to_tenth, score,
};
use testing::{answers, completed, item};

use crate::{example, example_in};

/// A score in words: `answered/total score error low high band (bands of the ends)`.
fn line(set: &SetScore) -> String {
    let counts = format!("{}/{}", set.answered, set.total);
    let Some(estimate) = set.estimate else {
        return counts;
    };
    let numbers = [estimate.score, estimate.sem, estimate.low, estimate.high].map(round_to_tenth);
    let [score, error, low, high] = numbers;
    let band = estimate.band.map_or("-", |band| band.as_str());
    let ends = estimate
        .between
        .map(|(low, high)| format!(" ({} {})", low.as_str(), high.as_str()));
    format!(
        "{counts} {score} {error} {low} {high} {band}{}",
        ends.unwrap_or_default()
    )
}

/// The keyed answers in the order of the form, as the sheet is written.
fn keyed_text(instrument: &Instrument, sheet: &ResponseSheet) -> String {
    let items = instrument.form(sheet.form).unwrap().iter();
    let mark = |item: &ItemIndex| match sheet.get(*item) {
        None => "-".to_owned(),
        Some(Response::NotApplicable) => "x".to_owned(),
        Some(chosen) => keyed(instrument, &instrument.items[item.get()], chosen)
            .unwrap()
            .to_string(),
    };
    items.map(mark).collect()
}

/// A sheet and what it comes to when it is keyed.
fn sheet(instrument: &Instrument, form: FormName, raw: &str, keyed: &str) -> ResponseSheet {
    let sheet = answers(instrument, form, raw);
    assert_eq!(
        keyed_text(instrument, &sheet),
        keyed.replace(' ', ""),
        "{raw}"
    );
    sheet
}

fn scales(instrument: &Instrument, sheet: &ResponseSheet) -> Vec<String> {
    score(instrument, sheet).scales.iter().map(line).collect()
}

/// The kind of a finding, the scales that it names, and whole percents of each scored scale.
fn found(instrument: &Instrument, sheet: &ResponseSheet) -> (FindingKind, String, Vec<u64>) {
    let finding = finding(instrument, &score(instrument, sheet));
    let ids = finding
        .scales
        .iter()
        .map(|scale| instrument.scales[scale.get()].id.as_str());
    let percents = finding.percents().into_iter().map(|(_, percent)| percent);
    (
        finding.kind,
        ids.collect::<Vec<_>>().join(" "),
        percents.collect(),
    )
}

/// The items with these indexes.
fn ids(instrument: &Instrument, items: &[ItemIndex]) -> Vec<String> {
    items
        .iter()
        .map(|item| instrument.items[item.get()].id.to_string())
        .collect()
}

#[test]
fn listening_with_every_answer() {
    let instrument = example("listening");
    // Reversed are the 2nd, 4th and 7th: 6 − 2 = 4, 6 − 3 = 3, 6 − 5 = 1.
    let sheet = sheet(&instrument, Full, "42334251", "44334211");
    // (4 + 4 + 3 + 3 + 4 + 2 + 1 + 1) ÷ 8 = 22 ÷ 8 = 2.75; 100 × 1.75 ÷ 4 = 43.75.
    // 7 × √(12 ÷ 8) = 8.573; 1.645 × 8.573 = 14.103; 29.65 to 57.85, about a cut-off of 33.3.
    assert_eq!(
        scales(&instrument, &sheet),
        ["8/8 43.8 8.6 29.6 57.9 middle (low middle)"]
    );
    let report = Report::from_completed(&instrument, &completed(sheet, 60));
    // 4 × .4375 = 1.75 steps above the first option: the third is the nearest.
    assert_eq!(
        report.nearest_option.as_deref(),
        Some("About half the time")
    );
    // Two answers are keyed 1; then comes the 2. Of three 4s, the first two.
    let lowest = Lowest::Low {
        items: [6, 7, 5].map(item).to_vec(),
        more: 0,
    };
    assert_eq!(report.stands_out.lowest, lowest);
    assert_eq!(
        ids(&instrument, &[6, 7, 5].map(item)),
        ["own-story", "what-else", "mood"]
    );
    assert_eq!(
        ids(&instrument, &report.stands_out.highest),
        ["pause", "messages"]
    );
    assert!(report.map.is_empty() && report.facets.is_empty() && report.notes.is_empty());
}

#[test]
fn listening_with_answers_left_out() {
    let instrument = example("listening");
    // The second and the seventh are left out, the fifth did not come up. The fourth: 6 − 1 = 5.
    let five = sheet(&instrument, Full, "5-41x3-4", "5-45x3-4");
    // (5 + 4 + 5 + 3 + 4) ÷ 5 = 21 ÷ 5 = 4.2; 100 × 3.2 ÷ 4 = 80.
    // 7 × √(12 ÷ 5) = 10.844; 1.645 × 10.844 = 17.839; 62.16 to 97.84, about a cut-off of 66.7.
    assert_eq!(
        scales(&instrument, &five),
        ["5/8 80 10.8 62.2 97.8 high (middle high)"]
    );
    // Four of eight are half of them and not more.
    let four = sheet(&instrument, Full, "5-41x3--", "5-45x3--");
    assert_eq!(scales(&instrument, &four), ["4/8"]);
}

/// With one scale there is nothing to compare: the finding names none, and the score stands by itself.
#[test]
fn listening_leads_with_its_score() {
    let instrument = example("listening");
    for (raw, scored, nearest) in [
        ("42334251", true, Some("About half the time")),
        ("5-41x3-4", true, Some("Most of the time")),
        ("5-41x3--", false, None),
        ("xxxxxxxx", false, None),
    ] {
        let sheet = answers(&instrument, Full, raw);
        let nothing = (FindingKind::NotEnough, String::new(), Vec::new());
        assert_eq!(found(&instrument, &sheet), nothing, "{raw}");
        let report = Report::from_completed(&instrument, &completed(sheet, 60));
        assert_eq!(report.directions.len(), 1);
        assert_eq!(report.directions[0].set.estimate.is_some(), scored, "{raw}");
        assert_eq!(report.nearest_option.as_deref(), nearest, "{raw}");
        assert_eq!(report.directions[0].applies, raw != "xxxxxxxx");
    }
}

#[test]
fn project_habits_in_the_full_form() {
    let instrument = example("project-habits");
    // Reversed, as 8 − answer: the 3rd of each five, but the 2nd of the meetings.
    let raw = "56247 25314 45453 5-16x 764--";
    let sheet = sheet(&instrument, Full, raw, "56647 23314 45453 5-76x 764--");
    assert_eq!(
        scales(&instrument, &sheet),
        [
            // (5 + 6 + 6 + 4 + 7) ÷ 5 = 28 ÷ 5 = 5.6; 100 × 4.6 ÷ 6 = 76.67; 7 × √(12 ÷ 5) = 10.84; ± 17.84.
            "5/5 76.7 10.8 58.8 94.5 high (middle high)",
            // (2 + 3 + 3 + 1 + 4) ÷ 5 = 13 ÷ 5 = 2.6; 100 × 1.6 ÷ 6 = 26.67.
            "5/5 26.7 10.8 8.8 44.5 low (low middle)",
            // (4 + 5 + 4 + 5 + 3) ÷ 5 = 21 ÷ 5 = 4.2; 100 × 3.2 ÷ 6 = 53.33.
            "5/5 53.3 10.8 35.5 71.2 middle (middle high)",
            // (5 + 7 + 6) ÷ 3 = 6; 100 × 5 ÷ 6 = 83.33; 7 × √(12 ÷ 3) = 14; ± 23.03, and no more than 100.
            "3/5 83.3 14 60.3 100 high (middle high)",
            // (7 + 6 + 4) ÷ 3 = 17 ÷ 3 = 5.667; 100 × 4.667 ÷ 6 = 77.78.
            "3/5 77.8 14 54.7 100 high (middle high)",
        ]
    );
    // By numerical integration of the densities: .007, .855, .111, .010 and .016.
    let expected = (
        FindingKind::Likely,
        "meetings".to_owned(),
        vec![1, 85, 11, 1, 2],
    );
    assert_eq!(found(&instrument, &sheet), expected);
}

#[test]
fn project_habits_in_the_short_form() {
    let instrument = example("project-habits");
    let sheet = sheet(
        &instrument,
        Short,
        "444 362 5-6 xxx 2--",
        "444 322 5-2 xxx 2--",
    );
    assert_eq!(
        scales(&instrument, &sheet),
        [
            // 4, the middle of 7; 7 × √(12 ÷ 3) = 14; ± 23.03.
            "3/3 50 14 27 73 middle (low high)",
            // (3 + 2 + 2) ÷ 3 = 2.333; 100 × 1.333 ÷ 6 = 22.22; no less than 0.
            "3/3 22.2 14 0 45.3 low (low middle)",
            // (5 + 2) ÷ 2 = 3.5; 100 × 2.5 ÷ 6 = 41.67; 7 × √(12 ÷ 2) = 17.15; ± 28.21.
            "2/3 41.7 17.1 13.5 69.9 middle (low high)",
            "0/3",
            // One of three is too few.
            "1/3",
        ]
    );
    assert_eq!(
        score(&instrument, &sheet).applicable,
        [true, true, true, false, true]
    );
    // By numerical integration: .139, .609 and .251. The two largest hold .861, so all three are named.
    let three = "meetings decisions planning".to_owned();
    assert_eq!(
        found(&instrument, &sheet),
        (FindingKind::TooClose, three, vec![14, 61, 25])
    );
}

#[test]
fn handing_over_with_every_answer() {
    // The language changes no number.
    for language in ["en", "de"] {
        let instrument = example_in("handing-over", language);
        // Reversed, as 6 − answer: the 2nd, 6th, 10th and 11th.
        let sheet = sheet(&instrument, Full, "342534 435214", "322532 435454");
        assert_eq!(
            scales(&instrument, &sheet),
            [
                // (3 + 2 + 2 + 5 + 3 + 2) ÷ 6 = 17 ÷ 6 = 2.833; 100 × 1.833 ÷ 4 = 45.83.
                // 7 × √(12 ÷ 6) = 9.899; ± 16.28: from below 37.5 to just below 62.5.
                "6/6 45.8 9.9 29.5 62.1 middle (low middle)",
                // (4 + 3 + 5 + 4 + 5 + 4) ÷ 6 = 25 ÷ 6 = 4.167; 100 × 3.167 ÷ 4 = 79.17; from 62.88, above 62.5.
                "6/6 79.2 9.9 62.9 95.5 high",
            ]
        );
        let scores = score(&instrument, &sheet);
        let facets: Vec<String> = scores.facets.iter().map(line).collect();
        // 8.4 × √(12 ÷ 4) = 14.549; ± 23.93. No facet with four answers has a band.
        let room_and_support = "4/4 56.3 14.5 32.3 80.2 -";
        // (3 + 5 + 4 + 4) ÷ 4 = 4; (2 + 3 + 3 + 5) ÷ 4 = 3.25; (2 + 2 + 5 + 4) ÷ 4 = 3.25.
        assert_eq!(
            facets,
            [
                "4/4 75 14.5 51.1 98.9 -",
                room_and_support,
                room_and_support
            ]
        );
        // (3 + 5) ÷ 2 and (4 + 4) ÷ 2; 2.5 and 4; 2 and 4.5. Halves go up.
        let squares = [[4, 4], [3, 4], [2, 5]].map(|row| row.map(Some).to_vec());
        assert_eq!(scores.cells, squares);
        // By numerical integration: .955 and .045.
        let handing = "handing".to_owned();
        let expected = (FindingKind::Weakest, handing, vec![95, 5]);
        assert_eq!(found(&instrument, &sheet), expected, "{language}");
        // The highest facet is so with a probability of .55, the lowest two with .42 each.
        let report = Report::from_completed(&instrument, &completed(sheet, 60));
        assert_eq!(report.extremes, FacetExtremes::default());
    }
}

#[test]
fn handing_over_with_answers_left_out() {
    let instrument = example("handing-over");
    let sheet = sheet(&instrument, Full, "514-42 2-1-4-", "554-44 2-1-2-");
    // (5 + 5 + 4 + 4 + 4) ÷ 5 = 22 ÷ 5 = 4.4; 100 × 3.4 ÷ 4 = 85; 7 × √(12 ÷ 5) = 10.84; 67.16 to 100.
    // Three of six are half of them and not more.
    assert_eq!(
        scales(&instrument, &sheet),
        ["5/6 85 10.8 67.2 100 high", "3/6"]
    );
    let scores = score(&instrument, &sheet);
    let facets: Vec<String> = scores.facets.iter().map(line).collect();
    // Two of four; (5 + 4 + 2) ÷ 3 = 3.667 and (4 + 4 + 1) ÷ 3 = 3; 8.4 × √(12 ÷ 3) = 16.8; ± 27.64.
    assert_eq!(
        facets,
        ["2/4", "3/4 66.7 16.8 39 94.3 -", "3/4 50 16.8 22.4 77.6 -"]
    );
    let squares = [[5, 2], [5, 2], [4, 1]].map(|row| row.map(Some).to_vec());
    assert_eq!(scores.cells, squares);
    assert_eq!(found(&instrument, &sheet).0, FindingKind::NotEnough);
}

/// The file's own cut-offs are where the nearest option changes: from “Rarely” to “Sometimes” at a mean
/// of 2.5, which is 37.5 points, and to “Often” at 3.5, which is 62.5.
#[test]
fn handing_over_has_bands_of_its_own() {
    let instrument = example("handing-over");
    for (raw, keyed, handing, following) in [
        // 15 ÷ 6 = 2.5 and 21 ÷ 6 = 3.5: on the cut-offs.
        (
            "243323 444333",
            "223323 444333",
            ["37.5", "middle"],
            ["62.5", "high"],
        ),
        // 14 ÷ 6 = 2.333 and 20 ÷ 6 = 3.333: 33.33 and 58.33, below both.
        (
            "243324 443333",
            "223322 443333",
            ["33.3", "low"],
            ["58.3", "middle"],
        ),
    ] {
        let sheet = sheet(&instrument, Full, raw, keyed);
        for (line, [score, band]) in scales(&instrument, &sheet).iter().zip([handing, following]) {
            let words: Vec<&str> = line.split(' ').collect();
            assert_eq!((words[1], words[5]), (score, band), "{raw}");
        }
    }
}
