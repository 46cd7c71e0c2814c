//! Every fault and every note of a sheet has its cell.

use authoring::read;

use crate::{cell, faults, notes};

/// Statements, options and settings without a fault, to which a case adds its own.
const REST: &str = "\n\noption\nnever\nsometimes\noften\n\nsetting,value\ntitle,T\nid,t\nversion,1.0.0\nlanguage,en\ndoes not apply,none\nspread,9\n";

/// The faults of a table above that.
fn of(table: &str) -> Vec<String> {
    let reading = read("t.csv", format!("{table}{REST}").as_bytes());
    assert!(reading.questionnaire.is_some() || !reading.faults.is_empty());
    faults(&reading)
}

fn first(table: &str, expected: &str) {
    let found = of(table);
    assert_eq!(found.len(), 1, "{table}: {found:?}");
    assert!(found[0].starts_with(expected), "{table}: {found:?}");
}

#[test]
fn a_good_table_has_none() {
    assert_eq!(
        of("scale,statement,facet,id,form,asked,reversed\nA,One,F,a,short,1,x\nA,Two,,b,,2,"),
        Vec::<String>::new()
    );
}

#[test]
fn faults_of_statements() {
    let long = "x".repeat(501);
    for (row, expected) in [
        (
            "A,One,F,a,,,perhaps",
            "Cell G2, column “reversed”: “perhaps” is neither yes nor no.",
        ),
        (
            "A,One,F,a,medium,,",
            "Cell E2, column “form”: “medium” is no form.",
        ),
        (
            "A,One,F,a,,first,",
            "Cell F2, column “asked”: “first” is not a number.",
        ),
        (
            ",One,F,a,,,",
            "Cell A2, column “scale”: This statement has no scale.",
        ),
        (
            "A,,F,a,,,",
            "Cell B2, column “statement”: The statement is missing in this row.",
        ),
        ("A,One,F,a b,,,", "Cell D2, column “id”: “a b” "),
        (
            &format!("A,{long},F,a,,,"),
            "Cell B2, column “statement”: This text is too long. Characters at most: 500.",
        ),
        (
            &format!("{},One,F,a,,,", "y".repeat(121)),
            "Cell A2, column “scale”: This text is too long. Characters at most: 120.",
        ),
        (
            "A,One,,a,,,\nA,Two,,a,,,",
            "Cell D3, column “id”: Row 2 has this already.",
        ),
        (
            "A,One,,a,,7,\nA,Two,,b,,7.0,",
            "Cell F3, column “asked”: Row 2 has this position, too.",
        ),
        (
            "A,One,,a,none,,",
            "No statement is asked: each is in no form.",
        ),
    ] {
        first(
            &format!("scale,statement,facet,id,form,asked,reversed\n{row}"),
            expected,
        );
    }
}

#[test]
fn faults_of_other_tables() {
    let statements = "scale,statement,facet\nA,One,F\n\n";
    for (table, expected) in [
        (
            "scale,name,why\na,A,because\n,B,because",
            "Cell A6, column “scale”: The column “scale” is empty in this row.",
        ),
        (
            "scale,name,why\na,A,because\na,B,because",
            "Cell A6, column “scale”: Row 5 has this already.",
        ),
        (
            "scale,who\nA,x\nA,y",
            "Cell A6, column “scale”: Row 5 has this already.",
        ),
        (
            "scale,error\nA,7",
            "Cell B5, column “error”: This also needs “error items”.",
        ),
        (
            "scale,error,error items\nA,seven,4",
            "Cell B5, column “error”: “seven” is not a number.",
        ),
        (
            "scale,error,error items\nA,700,4",
            "Cell B5, column “error”: ",
        ),
        (
            "scale,error,error items,error n\nA,7,4,300",
            "Cell D5, column “error n”: This also needs “error coefficient”.",
        ),
        (
            "scale,error,error items,error n,error coefficient\nA,7,4,20,0.8",
            "Cell D5, column “error n”: ",
        ),
        (
            "scale,error,error items,error n,error coefficient\nA,7,4,300,8",
            "Cell E5, column “error coefficient”: ",
        ),
        (
            "scale,retest error\nA,7",
            "Cell B5, column “retest error”: This also needs “retest error items”.",
        ),
        (
            "facet,name\nf,F\nf,G",
            "Cell A6, column “facet”: Row 5 has this already.",
        ),
        (
            "scale,facet,try\nA,F,x\nB,F,x",
            "Cell A6, column “scale”: There is no scale “B”.",
        ),
        (
            "scale,facet,try\nA,G,x",
            "Cell B5, column “facet”: There is no facet “G”.",
        ),
        (
            "scale,facet,try\nA,F,x\nA,F,y",
            "Cell A6, column “scale”: Row 5 has this already.",
        ),
        (
            "scale,facet,about\nA,,x",
            "Cell B5, column “facet”: The column “facet” is empty in this row.",
        ),
        (
            "pulse\none\ntwo",
            "Cell A5, column “pulse”: A pulse has five statements. Statements found: 2.",
        ),
        (
            "setting,value\nmiddle from,50",
            "Cell B5, column “value”: This also needs “high from”.",
        ),
        (
            "setting,value\nmiddle from,50\nhigh from,40",
            "Cell B5, column “value”: ",
        ),
        (
            "setting,value\nwording version,one",
            "Cell B5, column “value”: “one” ",
        ),
        (
            "setting,value\nwording state,done",
            "Cell B5, column “value”: “done” ",
        ),
        (
            "setting,value\nfacet error,5",
            "Cell B5, column “value”: This also needs “facet error items”.",
        ),
        (
            "setting,value\n,5",
            "Cell A5, column “setting”: The column “setting” is empty in this row.",
        ),
    ] {
        first(&format!("{statements}{table}"), expected);
    }
}

#[test]
fn faults_of_settings_and_options() {
    let statements = "scale,statement\nA,One\n\n";
    for (table, expected) in [
        (
            "setting,value\nid,no id",
            "Cell B5, column “value”: “no id” ",
        ),
        (
            "setting,value\nversion,one",
            "Cell B5, column “value”: “one” ",
        ),
        (
            "setting,value\nlanguage,ger man",
            "Cell B5, column “value”: “ger man” ",
        ),
        (
            "setting,value\ntitle,T\nTitel,U",
            "Cell A6, column “setting”: Row 5 has this already.",
        ),
        (
            "option,number\nonly,1",
            "Cell A5, column “option”: From 2 to 11 labels are needed here",
        ),
        (
            "option,number\none,1\n,2\nthree,3",
            "Cell A6, column “option”: The column “option” is empty in this row.",
        ),
    ] {
        let found = faults(&read("t.csv", format!("{statements}{table}").as_bytes()));
        assert_eq!(found.len(), 1, "{table}: {found:?}");
        assert!(found[0].starts_with(expected), "{table}: {found:?}");
    }
}

#[test]
fn faults_of_translations() {
    let text = "scale,statement,statement:de\nA,One,Eins\nA,Two,\n\noption\nno\nyes\n\nsetting,value,value:de\ntitle,T,\ndoes not apply,none,\n";
    let reading = read("t.csv", text.as_bytes());
    assert_eq!(
        faults(&reading),
        [
            "Cell A1, column “scale”: The column “scale:de” is missing. Add it to a table and fill it in.",
            "Cell C3, column “statement:de”: The wording in “de” is missing. Write it here, or leave that language out everywhere.",
            "Cell A5, column “option”: The column “option:de” is missing. Add it to a table and fill it in.",
            "Cell C11, column “value:de”: The wording in “de” is missing. Write it here, or leave that language out everywhere.",
        ]
    );
    let none = read(
        "t.csv",
        b"scale,scale:de,statement,statement:de\nA,B,One,Eins\n",
    );
    assert_eq!(
        faults(&none),
        ["The column “option:de” is missing. Add it to a table and fill it in."]
    );
}

#[test]
fn what_cannot_be_a_sheet_of_statements_says_what_is_missing() {
    for (text, expected) in [
        ("a,b\nc,d\n", "No statements were found."),
        ("option\nno\nyes\n", "No statements were found."),
        (
            "scale,statement\n\noption\nno\nyes\n",
            "Cell A1, column “scale”: The statement is missing in this row.",
        ),
        (
            "id,statement\n1,One\n",
            "Cell B1: The column “scale” is missing.",
        ),
        ("  \n \n", "There is nothing in this file."),
        ("", "There is nothing in this file."),
        (
            "{}",
            "This JSON file is no questionnaire and no survey of SurveyJS.",
        ),
        ("{\"items\":[]", "$: "),
        (
            "%PDF-1.7\n\u{1}\u{2}\u{3}\u{0}",
            "This is neither a spreadsheet nor a survey.",
        ),
        (
            "PK\u{3}\u{4}nothing",
            "This file cannot be read as a workbook.",
        ),
    ] {
        let found = faults(&read("t", text.as_bytes()));
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].starts_with(expected), "{text}: {found:?}");
    }
    let old = faults(&read("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"));
    assert!(old[0].starts_with("This workbook is of an old kind"));
}

#[test]
fn a_file_of_ours_is_judged_by_paths() {
    let text = testing::small_text(2).replace(
        "\"keying\":\"forward\",\"stem\":\"I 2.\"",
        "\"keying\":\"backward\",\"stem\":\"\"",
    );
    let reading = read("t.json", text.as_bytes());
    let places: Vec<String> = reading
        .faults
        .iter()
        .map(|fault| cell(&fault.place))
        .collect();
    assert_eq!(places, ["$.items[1].keying", "$.items[1].stem"]);
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_cells_and_the_rest_is_counted() {
    let rows: String = (0..300)
        .map(|row| format!("A,Statement {row},maybe\n"))
        .collect();
    let reading = read(
        "t.csv",
        format!("scale,statement,reversed\n{rows}").as_bytes(),
    );
    assert_eq!((reading.faults.len(), reading.more), (200, 100));
    let cells: Vec<String> = reading
        .faults
        .iter()
        .map(|fault| cell(&fault.place))
        .collect();
    let expected: Vec<String> = (2..202).map(|row| format!("C{row}")).collect();
    assert_eq!(cells, expected);
    assert!(authoring::says::more(authoring::english(), reading.more).contains("100"));
}

#[test]
fn own_faults_and_those_of_the_judge_come_together() {
    let found = of("scale,statement,reversed\nA,One,maybe\n\nscale,error,error items\nA,700,4");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].starts_with("Cell C2") && found[1].starts_with("Cell B5"),
        "{found:?}"
    );
}

#[test]
fn notes_say_what_was_filled_in_or_left_out() {
    let text = "Intro\nscale,statement,weather,scale\nA,One,sunny,B\nA,one,,\n\nscale,why\nC,x\n\nsetting,value\ncolour,red\n\nfacet,about\nF,x\n\nscale,statement,facet\nC,Two,G\n";
    let said = notes(&read("My sheet.csv", text.as_bytes()));
    for expected in [
        "The title is “My sheet”, from the name of the file.",
        "The id is “my-sheet”. Keep it once people have answered.",
        "The version is 1.0.0.",
        "The language is taken to be “en”.",
        "There is no table of answers, so people answer with: Almost never, Rarely, Sometimes, Often, or Almost always.",
        "People cannot answer “does not apply”. To offer it, add the setting of that name.",
        "How exact the scores are is assumed, since the file does not say it.",
        "3 statements got ids. Save the questionnaire so that these stay the same.",
        "Cell A1: This row belongs to no table and was left out.",
        "Cell C2, column “weather”: The column “weather” means nothing here and was left out.",
        "Cell D2, column “scale”: The column “scale” is there twice. The first counts.",
        "Cell B4, column “statement”: Row 3 has the same statement. Is that meant?",
        "Cell A10, column “setting”: There is no setting “colour”. It was left out.",
        "Cell A3, column “scale”: The scale “A” is not in the table of scales. If it is new, that is fine; if not, mind the spelling.",
        "Cell C16, column “facet”: The table of facets lacks “G”. A new facet needs nothing more; otherwise mind the spelling.",
    ] {
        assert!(
            said.iter().any(|line| line == expected),
            "{expected}\n{said:#?}"
        );
    }
    let sheet = crate::workbook(
        &["scale", "statement", "A"],
        &[
            (
                "S",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>2</v></c></row>",
            ),
            (
                "Remarks",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>",
            ),
        ],
    );
    let said = notes(&read("t.xlsx", &sheet));
    assert!(
        said.contains(
            &"Sheet “Remarks”, cell A1: No table was found on the sheet “Remarks”.".to_owned()
        ),
        "{said:?}"
    );
}
