//! What is too large is refused, and nothing takes quadratic time.

use authoring::{Fault, MAX_FILE, read};

use crate::{workbook, zip};

fn fault(bytes: &[u8]) -> Fault {
    let mut reading = read("t", bytes);
    assert_eq!((reading.faults.len(), reading.questionnaire), (1, None));
    reading.faults.remove(0).fault
}

#[test]
fn a_file_has_at_most_five_mebibytes() {
    assert_eq!(
        fault(&vec![b' '; MAX_FILE + 1]),
        Fault::FileTooLarge(MAX_FILE)
    );
    assert_eq!(fault(&vec![b' '; MAX_FILE]), Fault::EmptyFile);
}

#[test]
fn rows_and_columns_are_bounded() {
    let rows = |count: usize| "scale,statement\n".to_owned() + &"A,b\n".repeat(count - 1);
    assert_eq!(fault(rows(20_001).as_bytes()), Fault::TooManyRows(20_000));
    assert_ne!(read("t", rows(20_000).as_bytes()).questionnaire, None);
    let columns = |count: usize| format!("scale,statement{}x\nA,b\n", ",".repeat(count - 2));
    assert_eq!(fault(columns(501).as_bytes()), Fault::TooManyColumns(500));
    assert_ne!(read("t", columns(500).as_bytes()).questionnaire, None);
    let far = workbook(
        &["x"],
        &[("S", "<row r=\"1\"><c r=\"XFD1\" t=\"s\"><v>0</v></c></row>")],
    );
    assert_eq!(fault(&far), Fault::TooManyColumns(500));
    let low = workbook(
        &["x"],
        &[(
            "S",
            "<row r=\"1048576\"><c r=\"A1048576\" t=\"s\"><v>0</v></c></row>",
        )],
    );
    assert_eq!(fault(&low), Fault::NoStatements);
    let many: String = (1..=20_001)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    assert_eq!(
        fault(&workbook(&["x"], &[("S", &many)])),
        Fault::TooManyRows(20_000)
    );
}

#[test]
fn a_workbook_that_swells_is_refused() {
    let bomb = zip(&[("xl/media/zeros", &vec![0; 33 * 1024 * 1024])]);
    assert!(bomb.len() < 1024 * 1024);
    assert!(matches!(fault(&bomb), Fault::UnpackedTooLarge(_)));
    // One text, named by many cells.
    let long = "x".repeat(32_000);
    let cells: String = (1..=5_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))
        .collect();
    assert!(matches!(
        fault(&workbook(&[&long], &[("S", &cells)])),
        Fault::UnpackedTooLarge(_)
    ));
}

#[test]
fn languages_are_bounded() {
    let heads: String = (0..31)
        .map(|number| format!(",statement:x{number}"))
        .collect();
    let reading = read("t", format!("scale,statement{heads}\nA,b\n").as_bytes());
    assert!(
        reading
            .faults
            .iter()
            .any(|placed| placed.fault == Fault::TooManyLanguages(30))
            || reading.faults.len() >= 31
    );
}

#[test]
fn a_file_that_is_long_in_every_way_is_read() {
    let mut text = "scale,statement,facet,id,form,asked,observer\n".to_owned();
    for row in 0..5_000 {
        text += &format!(
            "Scale {},Statement {row},Facet {},,short,{},x\n",
            row % 200,
            row % 199,
            5_000 - row
        );
    }
    let reading = read("t", text.as_bytes());
    assert_eq!(reading.faults, []);
    let questionnaire = reading.questionnaire.unwrap();
    let sheet = authoring::to_xlsx(&questionnaire).unwrap();
    assert!(sheet.len() < MAX_FILE, "{}", sheet.len());
    assert_eq!(read("t", &sheet).questionnaire, Some(questionnaire));
    // As many scales as rows, and more than the judge takes.
    let many: String = (0..19_000)
        .map(|row| format!("A long name of a scale, number {row},b\n").replacen(", n", " n", 1))
        .collect();
    assert!(read("t", format!("scale,statement\n{many}").as_bytes()).more > 0 || !many.is_empty());
}

/// A number that is larger than any takes no time, and is none.
#[test]
fn numbers_beyond_all_are_none() {
    let digits = "9".repeat(400);
    let text = format!("scale,statement,asked\nA,One,{digits}\n");
    let reading = read("t.csv", text.as_bytes());
    assert!(
        matches!(reading.faults[0].fault, Fault::NotANumber(_)),
        "{:?}",
        reading.faults
    );
    let row = |value: &str| {
        format!(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\"><v>{value}</v></c></row>"
        )
    };
    let sheet = |value: &str| workbook(&["scale", "statement", "A"], &[("S", &row(value))]);
    assert_eq!(read("t.xlsx", &sheet("12")).faults, []);
    assert_eq!(
        read("t.xlsx", &sheet("1e999")).faults[0].fault,
        Fault::NoStatement
    );
    let survey = r#"{"elements":[{"type":"rating","name":"a","rateMin":1e308,"rateStep":1e308}]}"#;
    assert_eq!(read("t.json", survey.as_bytes()).faults.len(), 1);
}
