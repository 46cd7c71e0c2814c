//! Surveys of SurveyJS.

use authoring::{Kind, read};

use crate::{faults, instrument, notes, stems};

fn survey(elements: &str) -> String {
    format!("{{\"title\":\"Survey\",\"pages\":[{{\"name\":\"Page\",\"elements\":[{elements}]}}]}}")
}

#[test]
fn ratings_have_numbers_values_or_texts() {
    for (rating, options) in [
        ("", &["1", "2", "3", "4", "5"][..]),
        (",\"rateMin\":0,\"rateMax\":2", &["0", "1", "2"]),
        (
            ",\"rateCount\":3,\"minRateDescription\":\"Never\",\"maxRateDescription\":\"Always\"",
            &["1 – Never", "2", "3 – Always"],
        ),
        (",\"rateValues\":[1,2]", &["1", "2"]),
        (
            ",\"rateValues\":[{\"value\":1,\"text\":\"no\"},{\"value\":2,\"text\":\"yes\"}]",
            &["no", "yes"],
        ),
        (
            ",\"rateMin\":0,\"rateMax\":10,\"rateStep\":5",
            &["0", "5", "10"],
        ),
    ] {
        let text = survey(&format!(
            "{{\"type\":\"rating\",\"name\":\"q1\",\"title\":\"I ask.\"{rating}}}"
        ));
        let instrument = instrument("s.json", text.as_bytes());
        assert_eq!(instrument.options, options, "{rating}");
        assert_eq!(
            (
                instrument.items[0].id.as_str(),
                instrument.items[0].stem.as_str()
            ),
            ("q1", "I ask.")
        );
        assert_eq!(instrument.scales[0].label, "Page");
        assert_eq!(instrument.title, "Survey");
    }
}

#[test]
fn panels_pages_and_matrices_are_scales() {
    let text = r#"{"title":"S","locale":"de","pages":[
        {"title":"Erste","elements":[
            {"type":"radiogroup","name":"a","title":"Eins","choices":["nie",{"value":2,"text":"oft"}]},
            {"type":"panel","name":"p","title":"Zweite","elements":[
                {"type":"radiogroup","name":"b c","choices":["nie","oft"]}]}]},
        {"name":"seite","elements":[
            {"type":"matrix","name":"m","title":"Dritte","columns":["Nie","Oft"],"rows":["x1",{"value":"x2","text":"Drei"}]},
            {"type":"radiogroup","name":"d","title":"Vier","choices":["nie","oft"]}]}]}"#;
    let reading = read("s.json", text.as_bytes());
    assert_eq!(reading.kind, Kind::Survey);
    let instrument = instrument("s.json", text.as_bytes());
    let rows: Vec<_> = instrument
        .items
        .iter()
        .map(|item| {
            (
                instrument.scales[item.scale.get()].label.as_str(),
                item.id.as_str(),
                item.stem.as_str(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Erste", "a", "Eins"),
            ("Zweite", "zweite-1", "b c"),
            ("Dritte", "m-x1", "x1"),
            ("Dritte", "m-x2", "Drei"),
            ("seite", "d", "Vier")
        ]
    );
    assert_eq!(instrument.options, ["nie", "oft"]);
    assert_eq!(instrument.language, "de");
}

#[test]
fn texts_in_several_languages_are_translations_if_they_are_whole() {
    let text = r#"{"title":{"default":"T","de":"D"},"elements":[{"type":"panel","title":{"default":"P","de":"Q","fr":"R"},"elements":[
        {"type":"rating","name":"a","title":{"default":"One","de":"Eins","fr":"Un"}},
        {"type":"rating","name":"b","title":{"default":"Two","de":"Zwei"}}]}]}"#;
    let instrument = instrument("s.json", text.as_bytes());
    assert_eq!(stems(&instrument), ["One", "Two"]);
    let reading = read("s.json", text.as_bytes());
    let german =
        measure::instrument::parse_for(reading.questionnaire.as_deref().unwrap(), "de").unwrap();
    assert_eq!(
        (
            stems(&german),
            german.title.as_str(),
            german.scales[0].label.as_str()
        ),
        (vec!["Eins", "Zwei"], "D", "Q")
    );
    assert_eq!(german.options, ["1", "2", "3", "4", "5"]);
    assert!(notes(&reading).contains(
        &"The survey has only some texts in “fr”, so that language was left out.".to_owned()
    ));
}

#[test]
fn other_questions_conditions_and_html_are_noted() {
    let text = survey(
        r#"{"type":"comment","name":"c"},{"type":"html","name":"h","html":"<p>x</p>"},{"type":"text"},
        {"type":"rating","name":"a","title":"I <b>ask</b> &amp; wait.","visibleIf":"{x}=1"},
        {"type":"radiogroup","name":"b","title":"Two","choices":[1,2,3,4,5],"showOtherItem":true}"#,
    );
    let reading = read("s.json", text.as_bytes());
    assert_eq!(faults(&reading), Vec::<String>::new());
    assert_eq!(
        stems(&instrument("s.json", text.as_bytes())),
        ["I ask & wait.", "Two"]
    );
    let said = notes(&reading);
    for expected in [
        "$.pages[0].elements[0]: “c” was left out: questions of the type “comment” cannot be scored here.",
        "$.pages[0].elements[1]: “h” was left out: questions of the type “html” cannot be scored here.",
        "$.pages[0].elements[3]: “a” has a condition in the survey. Here everybody is asked.",
        "$.pages[0].elements[3].title: The marks of HTML were taken out of this text.",
        "$.pages[0].elements[4]: “b” also offers an answer such as “Other”. That was left out.",
    ] {
        assert!(
            said.iter().any(|line| line == expected),
            "{expected}\n{said:#?}"
        );
    }
    assert!(
        said.iter()
            .any(|line| line.ends_with("from the least, “1”, to the most, “5”.")),
        "{said:#?}"
    );
}

#[test]
fn faults_name_the_question() {
    let rating = r#"{"type":"rating","name":"a"}"#;
    for (elements, expected) in [
        (
            format!(r#"{rating},{{"type":"rating","name":"b","rateMax":7}}"#),
            "$.pages[0].elements[1]: The answers of “b” differ from those of the first question.",
        ),
        (
            r#"{"type":"comment","name":"b"}"#.to_owned(),
            "No question of this survey can be taken over.",
        ),
        (
            String::new(),
            "No question of this survey can be taken over.",
        ),
        (
            format!(
                r#"{{"type":"rating","name":"a","title":"{}"}}"#,
                "x".repeat(501)
            ),
            "$.pages[0].elements[0]: This text is too long.",
        ),
        (
            r#"{"type":"rating","name":"a","rateMax":1}"#.to_owned(),
            "$.pages[0].elements[0]: From 2 to 11 labels",
        ),
    ] {
        let found = faults(&read("s.json", survey(&elements).as_bytes()));
        assert_eq!(found.len(), 1, "{elements}: {found:?}");
        assert!(found[0].starts_with(expected), "{elements}: {found:?}");
    }
}
