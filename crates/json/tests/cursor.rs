//! Typed values out of a tree, with every fault and its path, and the tree as text on several lines.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

use json::{Cursor, Expected, FaultKind, Faults, Json, MAX_FAULTS, Terms};

fn tree(text: &str) -> Json {
    json::parse(text).unwrap()
}

/// What `read` finds at the field `v` of an object with this value, or the faults.
fn field<T>(
    value: &str,
    read: impl FnOnce(&Cursor<'_>, &mut Faults) -> Option<T>,
) -> Result<T, String> {
    let tree = tree(&format!("{{\"v\":{value}}}"));
    let mut faults = Faults::default();
    let found = read(&Cursor::root(&tree).field("v"), &mut faults);
    faults.or_value(found).map_err(|faults| faults.to_string())
}

fn refused(fault: &str) -> Result<String, String> {
    Err(format!("$.v: {fault}"))
}

#[test]
fn a_text_has_something_to_see() {
    let read = |value| field(value, |at, faults| at.text(faults).map(str::to_owned));
    assert_eq!(read("\"a\""), Ok("a".to_owned()));
    for empty in ["\"\"", "\" \"", r#""\u200b""#] {
        assert_eq!(read(empty), refused("is empty"), "{empty}");
    }
    assert_eq!(read("1"), refused("expected a text, found a number"));
}

#[test]
fn words_are_cleaned_and_have_a_longest_length_in_characters() {
    let read = |value, most| field(value, |at, faults| at.words(most, faults));
    assert_eq!(read("\"né\"", 2), Ok("né".to_owned()));
    assert_eq!(read(r#""n\u202eé""#, 2), Ok("né".to_owned()));
    assert_eq!(read("\"née\"", 2), refused("is longer than 2 characters"));
}

#[test]
fn numbers_have_their_range() {
    let number = |value| field(value, |at, faults| at.number(faults));
    assert_eq!(number("2.5"), Ok(2.5));
    assert!(number("\"2.5\"").is_err());
    let whole_to = |value| field(value, |at, faults| at.whole_to(7, faults));
    assert_eq!(whole_to("0"), Ok(0));
    assert_eq!(whole_to("7"), Ok(7));
    assert_eq!(whole_to("8").unwrap_err(), "$.v: must be at most 7");
    assert!(whole_to("1.5").unwrap_err().contains("whole number"));
}

#[test]
fn a_cursor_says_what_kind_of_value_it_is_at() {
    let tree = tree(r#"{"list":[1],"none":[],"object":{},"null":null}"#);
    let root = Cursor::root(&tree);
    for (name, list, empty, missing) in [
        ("list", true, false, false),
        ("none", true, true, false),
        ("object", false, false, false),
        ("null", false, false, false),
        ("else", false, false, true),
    ] {
        let at = root.field(name);
        assert_eq!(at.is_list(), list, "{name}");
        assert_eq!(at.is_empty_list(), empty, "{name}");
        assert_eq!(at.is_missing(), missing, "{name}");
        assert_eq!(at.value(), tree.get(name), "{name}");
    }
    assert_eq!(tree.get("list").and_then(Json::as_text), None);
    assert_eq!(Json::from("a").as_text(), Some("a"));
}

#[test]
fn a_value_that_is_no_object_is_one_fault_and_not_one_for_each_of_its_fields() {
    let faults_of = |value: &str| {
        let tree = tree(&format!("{{\"v\":{value}}}"));
        let root = Cursor::root(&tree);
        let at = root.field("v");
        let mut faults = Faults::default();
        at.object(&mut faults);
        at.field("a").text(&mut faults);
        at.field("b").field("c").text(&mut faults);
        faults.to_string()
    };
    assert_eq!(faults_of("[]"), "$.v: expected an object, found a list");
    assert_eq!(faults_of("{}"), "$.v.a: is missing; expected a text");
    assert_eq!(faults_of(r#"{"a":"x","b":{"c":"y"}}"#), "");
}

#[test]
fn the_entries_of_an_object_have_their_paths() {
    let tree = tree(r#"{"a":1,"b":"x"}"#);
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    for (_, at) in root.entries(&mut faults) {
        at.text(&mut faults);
    }
    assert_eq!(faults.to_string(), "$.a: expected a text, found a number");
    let none = Json::Array(Vec::new());
    assert!(
        Cursor::root(&none)
            .entries(&mut Faults::default())
            .is_empty()
    );
}

#[test]
fn as_many_faults_as_anybody_reads_are_listed_and_the_others_counted() {
    let tree = tree("0");
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    assert!(faults.is_empty());
    assert_eq!(faults.clone().or_value(Some(1)), Ok(1));
    for count in 1..=MAX_FAULTS + 2 {
        root.fault(FaultKind::Twice, &mut faults);
        assert!(!faults.is_empty());
        let more = count.saturating_sub(MAX_FAULTS);
        let lines = faults.to_string().lines().count();
        assert_eq!(lines, count - more + usize::from(more > 0));
        assert_eq!(
            faults.to_string().ends_with(&format!("and {more} more")),
            more > 0
        );
    }
    assert_eq!(faults.clone().or_value(Some(1)), Err(faults.clone()));
    assert_eq!(faults.clone().or_value(None::<u8>), Err(faults));
    assert!(Faults::default().or_value(None::<u8>).is_err());
}

#[test]
fn terms_are_listed_with_commas() {
    let mut faults = Faults::default();
    let term = Expected::Term(Terms(&["up", "across", "down"]));
    Cursor::root(&Json::Null).expected(term, &mut faults);
    assert_eq!(
        faults.to_string(),
        "$: expected one of up, across, down, found null"
    );
}

#[test]
fn text_on_several_lines_is_indented_and_reads_back() {
    let tree = tree(r#"{"a":[1,{"b":[]},"x"],"\"":{},"d":{"e":[[true,null]]}}"#);
    let text = tree.to_pretty_text();
    let expected = r#"{
  "a": [
    1,
    {
      "b": []
    },
    "x"
  ],
  "\"": {},
  "d": {
    "e": [
      [
        true,
        null
      ]
    ]
  }
}
"#;
    assert_eq!(text, expected);
    assert_eq!(json::parse(&text), Ok(tree));
}
