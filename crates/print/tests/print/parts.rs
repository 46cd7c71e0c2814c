//! The parts of what is printed: where each mark lies, what is said of whom, and the plan.

use super::{lines, mixed, named, report, report_on};
use app::practice::Message;
use app::practice::event::Shown;
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument};
use measure::report::Report;
use measure::time::UnixMs;
use print::summary;
use serde_json::Value;
use testing::{answers, completed, shaped, shipped, small};
use words::native::english;

/// Every node of this name in reading order.
fn all_of<'a>(node: &'a Value, name: &str) -> Vec<&'a Value> {
    let Value::Array(parts) = node else {
        return Vec::new();
    };
    let below = parts[2..].iter().flat_map(|part| all_of(part, name));
    let own = (parts[0] == name).then_some(node);
    own.into_iter().chain(below).collect()
}

/// Every node of this class.
fn of_class<'a>(node: &'a Value, name: &str, class: &str) -> Vec<&'a Value> {
    let mut found = all_of(node, name);
    found.retain(|node| node[1]["class"] == class);
    found
}

/// The values of an attribute.
fn values(nodes: &[&Value], attribute: &str) -> Vec<String> {
    let values = nodes.iter().filter_map(|node| node[1][attribute].as_str());
    values.map(str::to_owned).collect()
}

fn answered(instrument: &Instrument, text: &str) -> Completed {
    completed(answers(instrument, FormName::Full, text), 300)
}

#[test]
fn chances_in_ten_are_ten_dots_in_a_row() {
    let page = report(&named());
    let odds = of_class(&page, "p", "odds");
    let dots = all_of(odds[0], "circle");
    let places: Vec<String> = (0..10).map(|place| (7 + 16 * place).to_string()).collect();
    assert_eq!(values(&dots, "cx"), places);
}

#[test]
fn a_finding_without_a_reason_has_no_empty_paragraph() {
    for completed in [mixed(), named()] {
        let report_of = Report::from_completed(&shipped(), &completed);
        let (_, why) = english().results().finding_on_screen(&report_of);
        let page = report(&completed);
        let empty = lines(&page).iter().filter(|line| line.is_empty()).count();
        assert_eq!(empty, 0, "{page}");
        assert_eq!(lines(&page).contains(&why.to_owned()), !why.is_empty());
    }
}

#[test]
fn the_first_move_is_the_owner_s_below_a_heading_without_a_title() {
    let own = small(4, |text| {
        let squares = r#""squares":{"s1":{"f1":{"try":"Go for a walk."}}},"options""#;
        text.replace(r#""options""#, squares)
    });
    let acts = |instrument: &Instrument, text: &str| -> Vec<String> {
        let page = report_on(instrument, &answered(instrument, text));
        let acts = of_class(&page, "div", "act");
        acts.into_iter().flat_map(lines).collect()
    };
    let heading = english().results().try_heading();
    assert_eq!(acts(&own, "4441"), [heading, "Go for a walk."]);
    // Nothing stands out that it could follow, or its owner says nothing.
    assert_eq!(acts(&own, "----"), [""; 0]);
    assert_eq!(acts(&small(4, |text| text), "4441"), [""; 0]);
}

#[test]
fn a_chosen_answer_is_a_dot_on_the_steps_of_all_options() {
    let instrument = shaped([1, 0, 3], 5, false);
    let page = report_on(&instrument, &answered(&instrument, "142"));
    let said = of_class(&page, "p", "said");
    let places = ["7", "26", "46", "65", "85"];
    let mut chosen = Vec::new();
    for one in &said {
        assert_eq!(values(&of_class(one, "circle", "tick"), "cx"), places);
        let dots = ["at", "at low"].map(|class| values(&of_class(one, "circle", class), "cx"));
        chosen.extend(dots.concat());
    }
    chosen.sort();
    assert_eq!(chosen, ["26", "65", "7"]);
    // With one scale and no facet there is no place to name.
    assert!(
        of_class(&page, "div", "quoted")
            .into_iter()
            .all(|one| of_class(one, "p", "quiet").is_empty())
    );
}

#[test]
fn beside_a_reversed_statement_stands_to_which_end_its_answer_counts() {
    let ends = |text: &str| {
        let instrument = shaped([3, 0, 2], 5, false);
        let page = report_on(&instrument, &answered(&instrument, text));
        let spans: Vec<String> = of_class(&page, "p", "said")
            .into_iter()
            .flat_map(|said| all_of(said, "span"))
            .flat_map(lines)
            .collect();
        spans
    };
    let words = english().results();
    let (low, high) = (words.low_end(), words.high_end());
    assert_eq!(ends("15 33 33"), [format!(" {low}")]);
    assert_eq!(ends("51 33 33"), [format!(" {high}")]);
    assert_eq!(ends("33 33 33"), [""; 0]);
}

#[test]
fn the_zone_in_the_middle_and_the_brackets_of_the_bands_lie_at_the_cut_offs() {
    let page = report(&mixed());
    for zone in of_class(&page, "rect", "zone") {
        assert_eq!(
            (&zone[1]["x"], &zone[1]["width"]),
            (&"50%".into(), &"25%".into())
        );
    }
    let bands = of_class(&page, "svg", "bands");
    let brackets = all_of(bands[0], "line");
    assert_eq!(values(&brackets, "x1"), ["0.5%", "50.5%", "75.5%"]);
    assert_eq!(values(&brackets, "x2"), ["49.5%", "74.5%", "99.5%"]);
}

#[test]
fn a_direction_without_a_score_has_a_row_in_ours_alone() {
    let rows = |page: &Value| of_class(page, "div", "row").len();
    let ours = answered(&shipped(), &("4".repeat(24) + &"x".repeat(12)));
    assert_eq!(rows(&report(&ours)), 3);
    let other = shaped([3, 0, 4], 5, false);
    assert_eq!(
        rows(&report_on(&other, &answered(&other, "4444 4444 xxxx"))),
        2
    );
    assert_eq!(
        rows(&report_on(&other, &answered(&other, "4444 4444 4444"))),
        3
    );
}

#[test]
fn more_directions_or_statements_than_two_pages_hold_are_printed_long() {
    for (shape, is_long) in [
        ([6, 0, 10], false),
        ([7, 0, 2], true),
        ([1, 0, 60], false),
        ([1, 0, 61], true),
    ] {
        let instrument = shaped(shape, 5, false);
        let text = "4".repeat(instrument.items.len());
        let page = report_on(&instrument, &answered(&instrument, &text));
        assert_eq!(
            of_class(&page, "section", "sheet long").len(),
            usize::from(is_long),
            "{shape:?}"
        );
        assert_eq!(
            of_class(&page, "section", "sheet all").len(),
            usize::from(!is_long),
            "{shape:?}"
        );
    }
}

#[test]
fn where_there_is_no_room_the_summary_is_its_date_its_finding_and_its_scores() {
    let report = Report::from_completed(&shipped(), &mixed());
    let text = summary::short(&report, "21 November 2026", english());
    let finding = english().results().finding(&report).0;
    let expected = [
        "Your result, 21 November 2026",
        &finding,
        "Up: 58 (47 to 70) (middle, could also be low)",
        "Across: 50 (38 to 62) (middle, could also be low)",
        "Down: 65 (52 to 78) (middle, could also be high)",
    ];
    assert_eq!(text, expected.join("\n") + "\n");
}

#[test]
fn the_plan_says_with_whom_what_and_how_to_begin_and_leaves_out_what_was_not_written() {
    let date = |at: UnixMs| format!("day {}", at.0);
    let mut tabs = simulator::practice::planned();
    let page = |tabs: &simulator::practice::Tabs| {
        let practice = tabs.browser.practice(0);
        let plan = print::plan(practice, &date, english()).unwrap();
        serde_json::from_str::<Value>(&plan.into_text()).unwrap()
    };
    let sheet = english().sheet();
    let written = page(&tabs);
    let said = lines(&written);
    for text in [
        sheet.title(),
        "Dana",
        "How are you, really?",
        sheet.privacy(),
    ] {
        assert!(said.contains(&text.to_owned()), "{text}: {said:?}");
    }
    for label in [sheet.with(), sheet.act(), sheet.opener()] {
        assert!(said.contains(&label.to_owned()), "{label}");
    }
    assert!(said.iter().all(|line| !line.is_empty()));
    assert_eq!(written[1]["lang"], "en");
    tabs.does(0, Message::AskedToChangePlan);
    let without_sentence = Shown {
        says: String::new(),
        ..simulator::practice::shown("How are you, really?", tabs.now)
    };
    tabs.does(0, Message::SavedPlan(without_sentence));
    let unsaid = lines(&page(&tabs));
    assert!(said.contains(&sheet.plan().to_owned()), "{said:?}");
    assert!(!unsaid.contains(&sheet.plan().to_owned()), "{unsaid:?}");
    let nobody = simulator::practice::Tabs::one();
    assert!(print::plan(nobody.browser.practice(0), &date, english()).is_none());
}
