//! The data dictionary, by the rules of its format: `REDCap` has no validator that runs elsewhere, so those
//! that docs/research.md lists are checked here one by one.

use std::collections::{BTreeMap, BTreeSet};

use super::{is_golden, samples};
use measure::instrument::{Instrument, parse};
use proptest::prelude::*;
use research::redcap::{COLUMNS, MAX_FORM, MAX_NAME, dictionary, markup};
use testing::{shaped, shipped, small};

/// The rows below the names of the columns, as another library reads them.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    assert_eq!(
        reader.headers().unwrap(),
        &csv::StringRecord::from(COLUMNS.to_vec())
    );
    let rows = reader.into_records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// A variable by the names of its columns.
#[derive(Debug, Clone)]
pub(super) struct Variable(Vec<String>);

impl Variable {
    pub(super) fn get(&self, column: &str) -> &str {
        let at = COLUMNS.iter().position(|name| *name == column);
        &self.0[at.unwrap_or_else(|| panic!("no column {column}"))]
    }

    pub(super) fn name(&self) -> &str {
        self.get("Variable / Field Name")
    }

    /// Codes with labels.
    pub(super) fn choices(&self) -> Vec<(&str, &str)> {
        let choices = self
            .get("Choices, Calculations, OR Slider Labels")
            .split(" | ");
        choices
            .map(|choice| choice.split_once(", ").expect("a code and a label"))
            .collect()
    }
}

pub(super) fn variables(instrument: &Instrument) -> Vec<Variable> {
    rows(&dictionary(instrument))
        .into_iter()
        .map(Variable)
        .collect()
}

fn is_name(text: &str, most: usize) -> bool {
    let fits = (1..=most).contains(&text.len())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    fits && text.starts_with(|first: char| first.is_ascii_lowercase())
        && !text.ends_with('_')
        && !text.contains("__")
}

/// The variables that a branching logic names, each compared with a code.
fn conditions(logic: &str) -> Vec<(String, String)> {
    let conditions = logic
        .split(" and ")
        .filter(|condition| !condition.is_empty());
    let conditions = conditions.map(|condition| {
        let (name, code) = condition.split_once("] = '").expect(logic);
        (
            name.strip_prefix('[').expect(logic).to_owned(),
            code.strip_suffix('\'').expect(logic).to_owned(),
        )
    });
    conditions.collect()
}

/// Every rule that docs/research.md lists.
fn follows_the_rules(instrument: &Instrument) {
    let variables = variables(instrument);
    assert_eq!(variables[0].name(), "record_id");
    assert_eq!(variables[0].get("Field Type"), "text");
    let mut names = BTreeMap::new();
    let mut forms: Vec<&str> = Vec::new();
    for variable in &variables {
        let name = variable.name();
        assert!(is_name(name, MAX_NAME), "{name}");
        let form = variable.get("Form Name");
        assert!(is_name(form, MAX_FORM), "{form}");
        if forms.last() != Some(&form) {
            assert!(!forms.contains(&form), "{form} is in one piece");
            forms.push(form);
        }
        assert!(!variable.get("Field Label").trim().is_empty(), "{name}");
        let kind = variable.get("Field Type");
        assert!(["text", "radio", "descriptive"].contains(&kind), "{kind}");
        let choices = variable.get("Choices, Calculations, OR Slider Labels");
        assert_eq!(choices.is_empty(), kind != "radio", "{name}");
        if kind == "radio" {
            let codes: BTreeSet<&str> = variable.choices().iter().map(|(code, _)| *code).collect();
            assert_eq!(
                codes.len(),
                variable.choices().len(),
                "{name}: every code once"
            );
            for (code, label) in variable.choices() {
                assert!(
                    code.bytes().all(|byte| byte.is_ascii_alphanumeric()),
                    "{code}"
                );
                assert!(!label.contains('|') && !label.is_empty(), "{label}");
            }
        }
        let validation = variable.get("Text Validation Type OR Show Slider Number");
        assert!(["", "number", "integer", "datetime_seconds_ymd"].contains(&validation));
        assert!(validation.is_empty() || kind == "text", "{name}");
        let ends = ["Text Validation Min", "Text Validation Max"].map(|end| variable.get(end));
        let known = [["", ""], ["0", ""], ["0", "100"]].contains(&ends);
        assert!(
            known && (ends[0].is_empty() || validation == "number"),
            "{name}"
        );
        for (other, code) in conditions(variable.get("Branching Logic (Show field only if...)")) {
            let before: &Variable = names
                .get(&other)
                .unwrap_or_else(|| panic!("{other} comes before {name}"));
            assert!(
                before.choices().iter().any(|(known, _)| *known == code),
                "{other} can be {code}"
            );
        }
        for column in [
            "Identifier?",
            "Required Field?",
            "Custom Alignment",
            "Question Number (surveys only)",
            "Matrix Group Name",
            "Matrix Ranking?",
        ] {
            assert_eq!(variable.get(column), "", "{column}");
        }
        assert!(
            names.insert(name.to_owned(), variable.clone()).is_none(),
            "{name} is there twice"
        );
    }
    assert_eq!(forms.len(), 2);
    for form in forms {
        assert!(
            !names.contains_key(&format!("{form}_complete")),
            "REDCap makes this one itself"
        );
    }
    let items = variables
        .iter()
        .filter(|variable| variable.get("Field Annotation").starts_with("item="));
    assert_eq!(items.count(), instrument.items.len());
}

#[test]
fn a_small_dictionary_is_written_byte_for_byte() {
    is_golden("dictionary.csv", &dictionary(&small(2, |text| text)));
}

#[test]
fn dictionaries_of_every_shape_follow_the_rules() {
    for sample in samples::all() {
        follows_the_rules(&sample.instrument);
    }
}

proptest! {
    #![proptest_config(testing::cases(100))]

    #[test]
    fn dictionaries_of_any_ids_follow_the_rules(
        ids in prop::collection::btree_set("[A-Za-z0-9._-]{1,4}|[a-z_]{26,64}|a[-._]{1,3}b|record[_.-]id|up_score", 4),
        id in "[A-Za-z0-9._-]{1,64}",
    ) {
        let ids: Vec<String> = ids.into_iter().collect();
        // Those that stand for others in the text below.
        prop_assume!(ids.iter().all(|id| !["s1", "s2", "f1", "i1", "i2", "i3", "i4", "small"].contains(&id.as_str())));
        let instrument = small(4, |mut text| {
            for (at, id) in ids.iter().enumerate() {
                text = text.replace(&format!("\"i{}\"", at + 1), &format!("\"{id}\""));
            }
            text.replace("\"s1\"", &format!("\"{}\"", ids[0]))
                .replace("\"f1\"", &format!("\"{}\"", ids[1]))
                .replace("\"small\"", &format!("\"{id}\""))
        });
        follows_the_rules(&instrument);
    }
}

#[test]
fn the_shipped_dictionary_has_a_header_a_direction_and_asks_first_whether_it_applies() {
    let variables = variables(&shipped());
    let headed = variables
        .iter()
        .filter(|variable| !variable.get("Section Header").is_empty());
    let headed: Vec<&str> = headed.map(Variable::name).collect();
    let expected = [
        "up_applies",
        "across_applies",
        "down_applies",
        "audit_questionnaire",
        "up_score",
        "across_score",
        "down_score",
        "trust_score",
        "candour_score",
        "alignment_score",
        "stewardship_score",
        "presence_score",
        "repair_score",
    ];
    assert_eq!(headed, expected);
    let named = |name: &str| {
        variables
            .iter()
            .find(|variable| variable.name() == name)
            .unwrap()
    };
    let logic = "Branching Logic (Show field only if...)";
    assert_eq!(named("up_trust_1").get(logic), "[up_applies] = '1'");
    assert_eq!(
        named("up_trust_2").get(logic),
        "[audit_form] = 'full' and [up_applies] = '1'"
    );
    assert!(
        named("up_applies")
            .get("Section Header")
            .starts_with("Up\n“My boss” is whoever")
    );
    let keying = "item=up-stewardship-1 direction=up facet=stewardship keying=reverse";
    assert_eq!(named("up_stewardship_1").get("Field Annotation"), keying);
    let last = ("99", "Did not come up, or does not apply");
    assert_eq!(named("up_trust_1").choices().last(), Some(&last));
    assert_eq!(
        named("up_sem").get("Field Note"),
        "Assumed: no study has measured it"
    );
}

#[test]
fn nothing_is_asked_that_a_questionnaire_does_not_have() {
    // One direction, no “does not apply”, one form.
    let variables = variables(&shaped([1, 0, 3], 2, true));
    let names: Vec<&str> = variables.iter().map(Variable::name).take(5).collect();
    assert_eq!(names, ["record_id", "audit_intro", "i0", "i1", "i2"]);
    assert_eq!(variables[2].get("Section Header"), "s 0");
    assert_eq!(
        variables[2].choices(),
        [("1", "Option 1"), ("2", "Option 2")]
    );
    assert_eq!(
        variables[2].get("Branching Logic (Show field only if...)"),
        ""
    );
}

#[test]
fn words_that_redcap_reads_as_its_own_are_named() {
    assert_eq!(markup(&shipped()), Vec::<String>::new());
    let found = markup(&samples::odd());
    let places = ["$.items[0].stem", "$.scales[0]", "$.options", "$.title"];
    assert_eq!(found, places);
    for name in ["handing-over", "listening", "project-habits"] {
        let path = testing::root().join(format!("examples/questionnaires/{name}.json"));
        let instrument = parse(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(markup(&instrument), Vec::<String>::new(), "{name}");
    }
}
