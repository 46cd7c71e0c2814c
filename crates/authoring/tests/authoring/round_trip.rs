//! From a questionnaire file to a sheet and back: the same bytes.

use authoring::{Kind, Reading, read, template_csv, template_xlsx, to_csv, to_xlsx};
use measure::instrument::SHIPPED;

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
fn the_template_has_no_faults() {
    let csv = good("a.csv", template_csv().as_bytes())
        .questionnaire
        .unwrap();
    let xlsx = good("a.xlsx", &template_xlsx()).questionnaire.unwrap();
    assert_eq!(csv, xlsx);
    let instrument = measure::instrument::parse(&csv).unwrap();
    assert_eq!(instrument.scales.len(), 3);
    assert_eq!(instrument.items.len(), 6);
}
