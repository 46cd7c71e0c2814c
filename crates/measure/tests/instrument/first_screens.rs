//! What the loader draws of a questionnaire before the program is there.

use measure::instrument::{FormName, Instrument, SHIPPED, first_screens, parse};

/// A questionnaire of one item for each letter of `order`, which names its scale.
fn file(order: &str) -> String {
    let mut ids: Vec<char> = order.chars().collect();
    ids.sort_unstable();
    ids.dedup();
    let scales = ids
        .iter()
        .map(|id| format!(r#"{{"id": "{id}", "label": "Scale {id}"}}"#));
    let items = order.char_indices().map(|(at, scale)| {
        format!(
            r#"{{"id": "i{at}", "scale": "{scale}", "keying": "forward", "stem": "I do {at}."}}"#
        )
    });
    let full = order.char_indices().map(|(at, _)| format!(r#""i{at}""#));
    let [scales, items, full] =
        [scales.collect::<Vec<_>>(), items.collect(), full.collect()].map(|list| list.join(","));
    format!(
        r#"{{"id": "x", "version": "1.0.0", "language": "en", "title": "X", "scales": [{scales}],
        "options": ["no", "yes"], "items": [{items}], "forms": {{"full": [{full}]}}}}"#
    )
}

fn of_scales(order: &str) -> Instrument {
    parse(&file(order)).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn the_progress_bar_has_a_part_for_each_run_of_a_scale_unless_they_are_too_many() {
    for (order, parts) in [
        ("a", vec![]),
        ("aaa", vec![]),
        ("aabbbc", vec![2, 5]),
        ("abab", vec![1, 2, 3]),
        ("abcdefghijkl", (1..12).collect()),
        ("abcdefghijklm", vec![]),
    ] {
        let instrument = of_scales(order);
        assert_eq!(instrument.parts(FormName::Full), parts, "{order}");
        assert_eq!(instrument.parts(FormName::Short), [], "{order}");
    }
}

#[test]
fn a_questionnaire_without_more_says_no_more() {
    assert_eq!(
        first_screens(&of_scales("bbacd")).to_string(),
        r#"{"language":"en","title":"X","pictured":["Scale a","Scale b","Scale c"],"options":["no","yes"],"#
            .to_owned()
            + r#""forms":{"full":{"items":5,"parts":[2,3,4],"scale":"b","label":"Scale b","stem":"I do 0."}}}"#
    );
}

#[test]
fn the_shipped_one_has_two_forms() {
    let shipped = parse(SHIPPED).unwrap();
    let screens = first_screens(&shipped);
    let forms = screens.get("forms").unwrap();
    let full = forms.get("full").unwrap();
    let full = ["items", "parts", "scale"].map(|name| full.get(name).unwrap().to_string());
    assert_eq!(full, ["36", "[12,24]", "\"up\""]);
    // They begin with the same statement.
    let short = forms.get("short").unwrap().to_string();
    assert_eq!(short, r#"{"items":18,"parts":[6,12]}"#);
    assert!(screens.get("not_applicable").is_some());
    assert_eq!(screens.get("shipped"), Some(&json::Json::Bool(true)));
}

#[test]
fn whom_the_first_scale_is_about_is_said() {
    let text = file("ba").replace("\"id\": \"b\"", "\"id\": \"b\", \"who\": \"Think of K.\"");
    let screens = first_screens(&parse(&text).unwrap());
    let full = screens.get("forms").unwrap().get("full").unwrap();
    assert_eq!(full.get("who").unwrap().as_text(), Some("Think of K."));
}

#[test]
fn a_short_form_that_begins_elsewhere_says_what_differs() {
    let text = file("ba")
        .replace(r#""id": "b""#, r#""id": "b", "who": "Think of K.""#)
        .replace(r#""forms": {"#, r#""forms": {"short": ["i1"], "#);
    let screens = first_screens(&parse(&text).unwrap());
    let short = screens.get("forms").unwrap().get("short").unwrap();
    assert_eq!(
        short.to_string(),
        r#"{"items":1,"parts":[],"scale":"a","label":"Scale a","stem":"I do 1.","who":""}"#
    );
}
