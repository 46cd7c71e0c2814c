//! Faulty instruments: each fault is reported once, at its path, together with all others.

use measure::instrument::{
    FormName, Instrument, Keying, LEAST_PEOPLE, MAX_ITEMS, MAX_SETS, Origin, Spread, StandardError,
    WordingState, parse,
};
use measure::scoring::CutOffs;
use testing::{facet, item};

/// A whole instrument, small enough to read.
const SMALL: &str = r#"{
  "id": "small", "version": "1.2.3", "language": "en-GB", "title": "Small",
  "wording": {"version": "3.1.0", "state": "reviewed"},
  "scales": [
    {"id": "s1", "label": "One", "sem": {"value": 8, "items": 4, "origin": "assumed"}},
    {"id": "s2", "label": "Two", "sem": {"value": 7.5, "items": 4, "origin": "estimated", "n": 210, "coefficient": 0.8},
      "retest": {"value": 12, "items": 4, "origin": "assumed"}}
  ],
  "facet_sem": {"value": 9, "items": 6, "origin": "assumed"},
  "spread": {"value": 11, "origin": "assumed"}, "bands": [40, 70],
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
    assert_eq!(small.scales[0].sem.origin, Origin::Assumed);
    let estimated = Origin::Estimated {
        n: 210,
        coefficient: 0.8,
    };
    assert_eq!(small.scales[1].sem.origin, estimated);
    assert_eq!(small.scales[1].retest.value, 12.0);
    assert_eq!((small.facet_sem.value, small.facet_sem.items), (9.0, 6));
    assert_eq!(small.spread.value, 11.0);
    assert_eq!(small.cut_offs, CutOffs::new(40.0, 70.0).unwrap());
    assert_eq!(small.wording.version, "3.1.0");
    assert_eq!(small.wording.state, WordingState::Reviewed);
    assert_eq!(small.items[0].facet, Some(facet(0)));
    assert_eq!(small.items[1].facet, None);
    assert_eq!(small.items[1].keying, Keying::Reverse);
    assert_eq!(small.form(FormName::Full), Some(&[0, 1].map(item)[..]));
    assert_eq!(small.form(FormName::Short), Some(&[1].map(item)[..]));
    assert_eq!(small.index_of("i2"), Some(item(1)));
    assert_eq!(small.index_of("i3"), None);
    assert_eq!(small.item(item(2)), None);
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

/// What is not stated is assumed, and is the same instrument as one that states the same.
#[test]
fn errors_spread_bands_and_wording_are_optional() {
    let stated = [
        r#", "sem": {"value": 8, "items": 4, "origin": "assumed"}"#,
        r#", "sem": {"value": 7.5, "items": 4, "origin": "estimated", "n": 210, "coefficient": 0.8},
      "retest": {"value": 12, "items": 4, "origin": "assumed"}"#,
        r#""facet_sem": {"value": 9, "items": 6, "origin": "assumed"},"#,
        r#""spread": {"value": 11, "origin": "assumed"}, "bands": [40, 70],"#,
        r#""wording": {"version": "3.1.0", "state": "reviewed"},"#,
    ];
    let remove = |text: String, part: &&str| {
        assert!(text.contains(*part), "{part}");
        text.replacen(*part, "", 1)
    };
    let bare = stated.iter().fold(SMALL.to_owned(), remove);
    let small = parse(&bare).unwrap_or_else(|faults| panic!("{faults}"));
    let assumed = |value| (value, 12, Origin::Assumed);
    let parts = |error: &StandardError| (error.value, error.items, error.origin);
    for scale in &small.scales {
        assert_eq!(
            (parts(&scale.sem), parts(&scale.retest)),
            (assumed(7.0), assumed(9.0))
        );
    }
    assert_eq!(parts(&small.facet_sem), assumed(8.4));
    assert_eq!(
        small.spread,
        Spread {
            value: 10.0,
            origin: Origin::Assumed
        }
    );
    assert_eq!(small.cut_offs, CutOffs::THIRDS);
    assert_eq!(small.wording.version, "1.2.3");
    assert_eq!(small.wording.state, WordingState::Draft);
    let stating = bare.replacen(
        "\"options\"",
        r#""spread": {"value": 10, "origin": "assumed"}, "options""#,
        1,
    );
    assert_eq!(parse(&stating).unwrap().hash(), small.hash());
}

/// What to replace in [`SMALL`], by what, and whether that is another edition.
const EDITIONS: &str = r#"
"value": 8,      | "value": 8.5,    | other
"value": 12,     | "value": 13,     | other
"value": 9,      | "value": 9.5,    | other
"value": 11,     | "value": 10,     | other
"items": 6,      | "items": 12,     | other
210              | 211              | other
0.8              | 0.81             | other
11, "origin": "assumed" | 11, "origin": "estimated", "n": 200, "coefficient": 0 | other
[40, 70]         | [41, 70]         | other
[40, 70]         | [40, 71]         | other
"e"]             | "e", "f"]        | other
"small"          | "other"          | other
"i1"             | "i3"             | other
"s1"             | "s3"             | other
"f1"             | "f2"             | other
"scale": "s2"    | "scale": "s1"    | other
"facet": "f1",   |                  | other
"reverse"        | "forward"        | other
["i1", "i2"]     | ["i2", "i1"]     | other
, "short": ["i2"] |                 | other
3.1.0            | 3.2.0            | same
reviewed         | draft            | same
1.2.3            | 1.2.4            | same
en-GB            | en               | same
"Small"          | "Smaller"        | same
"One"            | "First"          | same
"Facet"          | "A facet"        | same
"a",             | "A",             | same
"n/a"            | "none"           | same
I one.           | I 1.             | same"#;

/// Whatever changes what a result states is another edition; wording is not.
#[test]
fn the_hash_covers_everything_that_a_result_depends_on() {
    let hash = |text: &str| {
        parse(text)
            .unwrap_or_else(|faults| panic!("{faults}"))
            .hash()
    };
    let original = hash(SMALL);
    for [from, to, edition] in testing::table(EDITIONS) {
        assert!(SMALL.contains(from), "{from}: nothing to replace");
        let changed = hash(&SMALL.replace(from, to));
        assert_eq!(changed == original, edition == "same", "{from}");
    }
}

#[test]
fn an_estimate_takes_two_hundred_people() {
    let with = |n: u64| {
        parse(&SMALL.replace("210", &n.to_string()))
            .map(|small: Instrument| small.scales[1].sem.origin)
    };
    let expected = Origin::Estimated {
        n: LEAST_PEOPLE,
        coefficient: 0.8,
    };
    assert_eq!(with(200), Ok(expected));
    assert!(with(199).is_err());
}

#[test]
fn an_error_grows_with_fewer_answers() {
    let small = parse(SMALL).unwrap();
    let error = small.scales[0].sem;
    assert_eq!(error.for_answers(4), 8.0);
    assert_eq!(error.for_answers(1), 16.0);
    assert!((error.for_answers(3) - 8.0 * (4.0_f64 / 3.0).sqrt()).abs() < 1e-12);
}

#[test]
fn each_fault_is_reported_once_at_its_path() {
    let text = testing::fixture("instrument_faults.txt");
    let mut count = 0;
    for case in text.split("\n== ").skip(1) {
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
fn a_standard_error_is_something_and_at_most_the_whole_scale() {
    let with = |value: &str| parse(&SMALL.replace("\"value\": 8", &format!("\"value\": {value}")));
    assert_eq!(with("100").unwrap().scales[0].sem.value, 100.0);
    assert_eq!(with("0.01").unwrap().scales[0].sem.value, 0.01);
    for value in ["100.0001", "0.009", "0"] {
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
    let paths: Vec<&str> = faults
        .listed
        .iter()
        .map(|fault| fault.path.as_str())
        .collect();
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
        "$.scales: needs at least one entry\n\
         $.items: needs at least one entry\n\
         $.forms.full: needs at least one entry"
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
    assert_eq!(read.index_of("i5000"), Some(item(4999)));
    assert_eq!(
        parse(&with_items(MAX_ITEMS + 1)).unwrap_err().to_string(),
        "$.items: has more than 5000 entries"
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
            format!("$.{what}: has more than 200 entries")
        );
    }
}

#[test]
fn a_form_has_its_own_order_and_exports_have_the_instruments() {
    let text = SMALL.replace(r#"{"full": ["i1", "i2"]"#, r#"{"full": ["i2", "i1"]"#);
    let turned = parse(&text).unwrap();
    assert_eq!(turned.form(FormName::Full), Some(&[1, 0].map(item)[..]));
    let exported = |form| turned.in_instrument_order(form).collect::<Vec<_>>();
    assert_eq!(exported(FormName::Full), [0, 1].map(item));
    assert_eq!(exported(FormName::Short), [1].map(item));
    assert_eq!(turned.asked(FormName::Full), [true, true]);
    assert_eq!(turned.asked(FormName::Short), [false, true]);
}
