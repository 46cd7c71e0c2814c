//! Tables of texts that do not fit what asks for them, as those of another deploy may not, and texts whose placeholders
//! do not: the rest is written as it is.
#![allow(clippy::unwrap_used, reason = "test code")]

use measure::time::UnixMs;
use words::{Category, Joined, Language, Locale, Part, Table};

/// A language in which each part says this alone, whatever is asked for.
fn saying(tag: &str, right_to_left: bool, text: &str) -> &'static Language {
    let texts = vec![text; 600].join(",");
    let table = format!(r#"{{"plurals":["one","other"],"texts":[{texts}]}}"#);
    let table = || Table::from_json(&table).unwrap();
    let language = Language::leak(tag, right_to_left, Box::new(Figures), table());
    for part in Part::ALL {
        language.add(*part, table());
    }
    language
}

#[test]
fn a_table_of_another_shape_is_none() {
    for texts in [
        r#""a""#,
        r#"{"0":"a"}"#,
        "null",
        r#"[["a",1]]"#,
        r#"["a",{"one":"b"}]"#,
        "[true]",
    ] {
        let table = format!(r#"{{"plurals":["one","other"],"texts":{texts}}}"#);
        assert!(Table::from_json(&table).is_none(), "{texts}");
    }
    for plurals in [r#""other""#, "[1]", r#"{"0":"other"}"#] {
        let table = format!(r#"{{"plurals":{plurals},"texts":["a"]}}"#);
        assert!(Table::from_json(&table).is_none(), "{plurals}");
    }
}

#[test]
fn a_number_takes_the_form_of_its_category_or_the_last() {
    let both = saying("en", false, r#"["{0} day","{0} days"]"#).audit();
    assert_eq!(
        [1_u8, 2].map(|count| both.form_minutes(count)),
        ["1 day", "2 days"]
    );
    // With a form too few, every number has the last.
    let one = saying("en", false, r#"["{0} d"]"#).audit();
    assert_eq!(
        [1_u8, 2].map(|count| one.form_minutes(count)),
        ["1 d", "2 d"]
    );
}

#[test]
fn forms_where_no_number_is_known_give_the_last_and_a_text_without_forms_is_the_same_for_all() {
    let forms = saying("en", false, r#"["first","last {0}"]"#);
    assert_eq!(forms.audit().start(), "last {0}");
    assert_eq!(forms.act().saved("x"), "last x");
    assert_eq!(saying("en", false, "[]").audit().start(), "");
    let plain = saying("en", false, r#""{0} days""#);
    assert_eq!(plain.audit().form_minutes(2_u8), "2 days");
}

#[test]
fn a_placeholder_without_a_value_and_an_open_brace_leave_the_rest_whole() {
    for (text, filled) in [
        ("a {0} b", "a x b"),
        ("a {0}, {0}", "a x, x"),
        ("a {1} b", "a  b"),
        ("a {name} b", "a  b"),
        ("a {0} { b", "a x  b"),
        ("a } {0}", "a } x"),
    ] {
        let language = saying("en", false, &format!("{text:?}"));
        assert_eq!(language.act().saved("x"), filled, "{text}");
    }
}

#[test]
fn a_value_is_set_apart_where_its_direction_could_differ() {
    for (right_to_left, value, filled) in [
        (false, "Dana", "(Dana)"),
        (false, "דנה", "(\u{2068}דנה\u{2069})"),
        (true, "Dana", "(\u{2068}Dana\u{2069})"),
        (true, "-3", "(\u{2068}-3\u{2069})"),
    ] {
        let language = saying("xx", right_to_left, r#""({0})""#);
        assert_eq!(language.act().saved(value), filled, "{value}");
    }
}

#[test]
fn sentences_are_apart_but_in_japanese_and_chinese() {
    for (tag, between) in [
        ("en", " "),
        ("ja", ""),
        ("zh-Hant", ""),
        ("ko", " "),
        ("ar", " "),
    ] {
        let language = saying(tag, false, r#""a""#);
        assert_eq!(language.between_sentences(), between, "{tag}");
    }
}

#[test]
fn a_part_without_its_texts_says_nothing_and_a_damaged_table_is_none() {
    for text in [
        "",
        "[]",
        "{}",
        r#"{"plurals":[],"texts":[1]}"#,
        r#"{"plurals":["one"]}"#,
    ] {
        assert!(Table::from_json(text).is_none(), "{text}");
    }
    let empty = || Table::from_json(r#"{"plurals":["other"],"texts":[]}"#).unwrap();
    let bare = Language::leak("xx", false, Box::new(Figures), empty());
    assert_eq!(bare.audit().start(), "");
    assert_eq!(bare.results().scores_heading(), "");
    assert_eq!(bare.audit().form_minutes(2_usize), "");
    let results = Table::from_json(r#"{"plurals":["other"],"texts":["{0} {","b"]}"#).unwrap();
    bare.add(Part::Results, results);
    bare.add(Part::Results, empty());
    assert!(bare.has(Part::Results) && !bare.has(Part::FollowUp));
}

/// A locale that writes figures alone: one is one, and all else is other.
struct Figures;

impl Locale for Figures {
    fn plural(&self, number: f64) -> Category {
        Category::from_name(if number.to_string() == "1" {
            "one"
        } else {
            "other"
        })
    }

    fn number(&self, value: f64, _: u8) -> String {
        value.to_string()
    }

    fn date(&self, moment: UnixMs) -> String {
        moment.0.to_string()
    }

    fn weekday(&self, day: u8) -> String {
        day.to_string()
    }

    fn list(&self, items: &[&str], _: Joined) -> String {
        items.concat()
    }
}
