//! Faulty instruments: each fault is reported once, at its path, together with all others.

use measure::instrument::{FormName, Keying, MAX_ITEMS, MAX_SETS, SemOrigin, parse};

/// A whole instrument, small enough to read.
const SMALL: &str = r#"{
  "id": "small", "version": "1.2.3", "language": "en-GB", "title": "Small",
  "scales": [
    {"id": "s1", "label": "One", "sem": {"value": 8, "items": 4, "origin": "assumed"}},
    {"id": "s2", "label": "Two", "sem": {"value": 7.5, "items": 4, "origin": "estimated", "n": 210, "alpha": 0.8}}
  ],
  "facets": [{"id": "f1", "label": "Facet"}],
  "options": ["a", "b", "c", "d", "e"], "not_applicable": "n/a",
  "items": [
    {"id": "i1", "scale": "s1", "facet": "f1", "keying": "forward", "stem": "I one."},
    {"id": "i2", "scale": "s2", "keying": "reverse", "stem": "I two."}
  ],
  "forms": {"full": ["i1", "i2"], "short": ["i2"]}
}"#;

#[test]
fn reads_a_whole_instrument() {
    let small = parse(SMALL).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(
        (small.id.as_str(), small.version.as_str()),
        ("small", "1.2.3")
    );
    assert_eq!(small.title, "Small");
    assert_eq!(small.scales[0].sem.origin, SemOrigin::Assumed);
    let estimated = SemOrigin::Estimated { n: 210, alpha: 0.8 };
    assert_eq!(small.scales[1].sem.origin, estimated);
    assert_eq!(small.items[0].facet, Some(0));
    assert_eq!(small.items[1].facet, None);
    assert_eq!(small.items[1].keying, Keying::Reverse);
    assert_eq!(small.form(FormName::Full), Some(&[0, 1][..]));
    assert_eq!(small.form(FormName::Short), Some(&[1][..]));
    assert_eq!(small.index_of("i2"), Some(1));
    assert_eq!(small.index_of("i3"), None);
    assert_eq!(small.item(2), None);
}

#[test]
fn facets_the_short_form_and_unknown_fields_are_optional() {
    let text = SMALL
        .replace(
            "\"facets\": [{\"id\": \"f1\", \"label\": \"Facet\"}],",
            "\"author\": 1,",
        )
        .replace("\"facet\": \"f1\", ", "")
        .replace(", \"short\": [\"i2\"]", "");
    let small = parse(&text).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(small.facets.is_empty());
    assert_eq!(small.form(FormName::Short), None);
}

/// The lines of a case that begin with this mark.
fn marked(case: &str, mark: &str) -> String {
    let lines: Vec<&str> = case.lines().filter_map(|l| l.strip_prefix(mark)).collect();
    lines.join("\n")
}

#[test]
fn each_fault_is_reported_once_at_its_path() {
    let cases = include_str!("../../../testing/fixtures/instrument_faults.txt")
        .split("\n== ")
        .skip(1);
    let mut count = 0;
    for case in cases {
        let (name, from) = (case.lines().next().unwrap(), marked(case, "- "));
        assert!(SMALL.contains(&from), "{name}: nothing to replace");
        let broken = SMALL.replacen(&from, &marked(case, "+ "), 1);
        let faults = parse(&broken).expect_err(name).to_string();
        assert_eq!(faults, marked(case, "! "), "{name}");
        count += 1;
    }
    assert!(count > 50, "only {count} cases were read");
}

#[test]
fn a_standard_error_is_at_most_the_whole_scale() {
    let with = |value: &str| parse(&SMALL.replace("\"value\": 8", &format!("\"value\": {value}")));
    assert_eq!(with("100").unwrap().scales[0].sem.value, 100.0);
    for value in ["100.0001", "0"] {
        assert!(with(value).is_err(), "{value}");
    }
}

#[test]
fn faults_are_reported_in_reading_order() {
    let text = SMALL
        .replace("\"small\"", "\"sm all\"")
        .replace("\"value\": 8", "\"value\": -8")
        .replace("\"reverse\"", "7")
        .replace("\"I one.\"", "\"\"")
        .replace("[\"i2\"]", "[\"i3\"]");
    let faults = parse(&text).unwrap_err();
    let paths: Vec<&str> = faults.0.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "$.id",
            "$.scales[0].sem.value",
            "$.items[0].stem",
            "$.items[1].keying",
            "$.forms.short[0]",
        ]
    );
}

#[test]
fn a_missing_list_is_one_fault_and_so_is_a_value_that_is_no_object() {
    let from = SMALL.find("\"scales\"").unwrap();
    let to = SMALL.find("\"facets\"").unwrap();
    let without_scales = SMALL[..from].to_owned() + &SMALL[to..];
    let from = SMALL.find("\"items\": [").unwrap();
    let to = SMALL.find("\"forms\"").unwrap();
    let without_items = SMALL[..from].to_owned() + &SMALL[to..];
    for (text, expected) in [
        (
            without_scales.as_str(),
            "$.scales: is missing; expected a list",
        ),
        (
            without_items.as_str(),
            "$.items: is missing; expected a list",
        ),
        ("[]", "$: expected an object, found a list"),
        ("null", "$: expected an object, found null"),
    ] {
        assert_eq!(parse(text).unwrap_err().to_string(), expected);
    }
}

#[test]
fn empty_lists_of_scales_and_items_are_faults() {
    let empty = r#"{"id":"x","version":"1.0.0","language":"en","title":"X","scales":[],"items":[],
        "options":["a","b","c","d","e"],"not_applicable":"n","forms":{"full":[]}}"#;
    assert_eq!(
        parse(empty).unwrap_err().to_string(),
        "$.scales: needs at least one scale\n\
         $.items: needs at least one item\n\
         $.forms.full: needs at least one item"
    );
}

#[test]
fn takes_five_thousand_items_and_not_one_more() {
    let with_items = |count: usize| {
        let item =
            |n| format!(r#"{{"id":"i{n}","scale":"s1","keying":"forward","stem":"I {n}."}}"#);
        let items: Vec<String> = (1..=count).map(item).collect();
        let ids: Vec<String> = (1..=count).map(|n| format!("\"i{n}\"")).collect();
        let head = SMALL.split("\"items\": [").next().unwrap();
        let (items, ids) = (items.join(","), ids.join(","));
        format!("{head}\"items\": [{items}], \"forms\": {{\"full\": [{ids}]}}}}")
    };
    let read = parse(&with_items(MAX_ITEMS)).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(read.items.len(), MAX_ITEMS);
    assert_eq!(read.index_of("i5000"), Some(4999));
    assert_eq!(
        parse(&with_items(MAX_ITEMS + 1)).unwrap_err().to_string(),
        "$.items: has 5001 items; at most 5000"
    );
}

#[test]
fn takes_two_hundred_scales_and_facets_and_not_one_more() {
    for (what, first, one) in [
        (
            "scales",
            "\"scales\": [",
            r#"{"id": "more-?", "label": "x", "sem": {"value": 8, "items": 4, "origin": "assumed"}},"#,
        ),
        (
            "facets",
            "\"facets\": [",
            r#"{"id": "more-?", "label": "x"},"#,
        ),
    ] {
        let with = |count: usize| {
            let more: String = (0..count)
                .map(|n| one.replace('?', &n.to_string()))
                .collect();
            SMALL.replacen(first, &format!("{first}{more}"), 1)
        };
        let there = if what == "scales" { 2 } else { 1 };
        assert!(parse(&with(MAX_SETS - there)).is_ok(), "{what}");
        assert_eq!(
            parse(&with(MAX_SETS - there + 1)).unwrap_err().to_string(),
            format!("$.{what}: has 201 {what}; at most 200")
        );
    }
}

#[test]
fn a_form_has_its_own_order_and_exports_have_the_instruments() {
    let text = SMALL.replace(r#"{"full": ["i1", "i2"]"#, r#"{"full": ["i2", "i1"]"#);
    let turned = parse(&text).unwrap();
    assert_eq!(turned.form(FormName::Full), Some(&[1, 0][..]));
    let exported = |form| turned.in_instrument_order(form).collect::<Vec<_>>();
    assert_eq!(exported(FormName::Full), [0, 1]);
    assert_eq!(exported(FormName::Short), [1]);
    assert_eq!(turned.asked(FormName::Full), [true, true]);
    assert_eq!(turned.asked(FormName::Short), [false, true]);
}
