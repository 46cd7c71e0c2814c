//! From a questionnaire file to a sheet and back: the same bytes.

use authoring::{Kind, Reading, read, template_csv, template_xlsx, to_csv, to_xlsx};
use json::Json;
use json::visible::clean;
use measure::instrument::{SHIPPED, first_screens, parse_for};
use words::native;

/// The reading of a file that has no faults.
fn good(name: &str, bytes: &[u8]) -> Reading {
    let reading = read(name, bytes);
    assert_eq!(reading.faults, [], "{}", String::from_utf8_lossy(bytes));
    assert_eq!(reading.more, 0);
    reading
}

/// The canonical form of a questionnaire, after it went through both kinds of sheet.
pub(crate) fn comes_back(text: &str) -> String {
    let canonical = good("a.json", text.as_bytes());
    assert_eq!(canonical.kind, Kind::Questionnaire);
    let canonical = canonical.questionnaire.unwrap();
    let again = good("a.json", canonical.as_bytes()).questionnaire.unwrap();
    assert_eq!(again, canonical);
    let csv = good("a.csv", to_csv(&canonical).unwrap().as_bytes());
    assert_eq!(
        (csv.kind, csv.questionnaire.unwrap()),
        (Kind::Delimited, canonical.clone())
    );
    let xlsx = good("a.xlsx", &to_xlsx(&canonical).unwrap());
    assert_eq!(
        (xlsx.kind, xlsx.questionnaire.unwrap()),
        (Kind::Workbook, canonical.clone())
    );
    canonical
}

#[test]
fn the_shipped_questionnaire_comes_back() {
    let canonical = comes_back(SHIPPED);
    assert_eq!(
        measure::instrument::parse(&canonical),
        measure::instrument::parse(SHIPPED)
    );
}

#[test]
fn a_file_says_what_its_first_screens_show_in_each_language() {
    let text = include_str!("../../../../examples/questionnaires/handing-over.json");
    let canonical = comes_back(text);
    let tree = json::parse(&canonical).unwrap();
    let Some(Json::Array(first)) = tree.get("first") else {
        panic!("{canonical}");
    };
    let shown = ["en", "de"].map(|tag| first_screens(&parse_for(text, tag).unwrap()));
    assert_eq!(first.as_slice(), shown);
    // One that is out of date is written anew, one of a faulty file left out.
    let old = canonical.replace("\"pictured\"", "\"painted\"");
    assert_eq!(comes_back(&old), canonical);
    let faulty = canonical.replace("\"forward\"", "\"onward\"");
    let reading = read("a.json", faulty.as_bytes());
    assert!(!reading.faults.is_empty());
}

#[test]
fn the_template_has_no_faults_in_any_language() {
    for tag in native::tags() {
        let language = native::language(&tag).unwrap();
        let csv = good("a.csv", template_csv(language).as_bytes())
            .questionnaire
            .unwrap();
        let xlsx = good("a.xlsx", &template_xlsx(language))
            .questionnaire
            .unwrap();
        assert_eq!(csv, xlsx, "{tag}");
        let instrument = measure::instrument::parse(&csv).unwrap();
        assert_eq!(instrument.scales.len(), 3, "{tag}");
        assert_eq!(instrument.items.len(), 6, "{tag}");
        // A pseudo-language has characters that nobody sees.
        let title = clean(language.authoring().template("title").unwrap(), false);
        assert_eq!(instrument.title, title, "{tag}");
    }
}

#[test]
fn every_questionnaire_to_start_from_comes_back() {
    let folder = testing::root().join("examples/questionnaires");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .collect();
    assert!(files.len() > 2, "{files:?}");
    for path in files {
        let text = std::fs::read_to_string(path).unwrap();
        let canonical = comes_back(&text);
        assert_eq!(
            measure::instrument::parse(&canonical),
            measure::instrument::parse(&text)
        );
    }
}
