//! What spreadsheets do to a table on its way into a file.

use authoring::{Kind, NoteKind, read};
use measure::instrument::{FormName, Keying};

use crate::{faults, instrument, notes, stems, workbook};
use testing::item;

const TWO: &str = "scale,statement\nÜben,Ich übe täglich.\nÜben,Ich übe „laut“.\n";

fn utf_16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    let units = mark.into_iter().chain(text.encode_utf16());
    units
        .flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

#[test]
fn every_encoding_gives_the_same_texts() {
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(TWO);
    let cases: [(&str, Vec<u8>); 7] = [
        ("UTF-8", TWO.into()),
        ("UTF-8 with a mark", format!("\u{feff}{TWO}").into()),
        ("UTF-16 LE with a mark", utf_16(TWO, true, true)),
        ("UTF-16 BE with a mark", utf_16(TWO, false, true)),
        ("UTF-16 LE", utf_16(TWO, true, false)),
        ("UTF-16 BE", utf_16(TWO, false, false)),
        ("Windows", windows.into_owned()),
    ];
    for (name, bytes) in cases {
        let instrument = instrument(name, &bytes);
        assert_eq!(
            stems(&instrument),
            ["Ich übe täglich.", "Ich übe „laut“."],
            "{name}"
        );
        assert_eq!(instrument.scales[0].id.as_str(), "ueben", "{name}");
        let guessed = read(name, &bytes)
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::ReadAsWindows);
        assert_eq!(guessed, name == "Windows", "{name}");
    }
}

#[test]
fn every_separator_and_every_end_of_line_is_found() {
    let table = |separator: &str, end: &str| {
        let rows = [
            ["scale", "statement", "reversed"],
            ["Trust, mostly", "\"One; \"\"two\"\",\nthree\"", "x"],
            ["Candour", "I say: no.", ""],
        ];
        let quoted = |cell: &&str| {
            if cell.starts_with('"') {
                (*cell).to_owned()
            } else {
                format!("\"{cell}\"")
            }
        };
        let lines = rows.map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(separator));
        lines.join(end) + end
    };
    for separator in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
            for first in ["", "sep="] {
                let first = if first.is_empty() {
                    String::new()
                } else {
                    format!(
                        "{first}{separator}{}",
                        end.replace('\r', "\r\n").replace("\n\n", "\n")
                    )
                };
                let text = first + &table(separator, end);
                let instrument = instrument("t.csv", text.as_bytes());
                assert_eq!(
                    stems(&instrument),
                    ["One; \"two\", three", "I say: no."],
                    "{text:?}"
                );
                assert_eq!(instrument.items[0].keying, Keying::Reverse);
                assert_eq!(instrument.scales[0].label, "Trust, mostly");
            }
        }
    }
}

#[test]
fn a_line_that_names_the_separator_is_no_row() {
    let reading = read("t.csv", b"sep=;\nscale;statement\n;Lonely\n");
    assert!(
        faults(&reading)[0].starts_with("Cell A2, column \u{201c}scale\u{201d}"),
        "{:?}",
        faults(&reading)
    );
}

#[test]
fn what_is_around_a_table_does_not_matter() {
    let text = "My questionnaire,,,,\n\
                ,,,,\n\
                \u{3000}Ｓｃａｌｅ\u{a0}, STATEMENT:,,Reversed ,\n\
                A,\u{a0}One  two\u{a0},,WAHR,\n\
                A,Two,,FALSCH,\n\
                ,,,,\n\
                B,Three,,TRUE,\n\
                ,,,,\n\
                ,,,,\n";
    let instrument = instrument("t.csv", text.as_bytes());
    assert_eq!(stems(&instrument), ["One two", "Two", "Three"]);
    let keyings = instrument.items.iter().map(|item| item.keying);
    assert_eq!(
        keyings.collect::<Vec<_>>(),
        [Keying::Reverse, Keying::Forward, Keying::Reverse]
    );
    let said = notes(&read("t.csv", text.as_bytes()));
    assert!(
        said.contains(&"Cell A1: This row belongs to no table and was left out.".to_owned()),
        "{said:?}"
    );
}

#[test]
fn numbers_puts_the_name_of_a_table_above_it() {
    let text = "Statements-1\nscale,statement\nA,One\nA,Two\n\nOptions-1\noption,\nno,\nyes,\nSettings-1\nsetting,value\ntitle,T\nhigh from,\"66,5\"\nmiddle from,33.0\n";
    let instrument = instrument("t.csv", text.as_bytes());
    assert_eq!(stems(&instrument), ["One", "Two"]);
    // The name of the settings follows the options without an empty row: an option, for all that can be told.
    assert_eq!(instrument.options, ["no", "yes", "Settings-1"]);
    let apart = text.replace("yes,\n", "yes,\n\n");
    let apart = crate::instrument("t.csv", apart.as_bytes());
    assert_eq!(apart.options, ["no", "yes"]);
    assert_eq!(apart.title, "T");
}

#[test]
fn every_word_for_yes_and_for_a_form_is_known() {
    for (word, keying) in [
        ("yes", Keying::Reverse),
        ("X", Keying::Reverse),
        ("1", Keying::Reverse),
        ("1.0", Keying::Reverse),
        ("true", Keying::Reverse),
        ("r", Keying::Reverse),
        ("ja", Keying::Reverse),
        ("oui", Keying::Reverse),
        ("sí", Keying::Reverse),
        ("reverse", Keying::Reverse),
        ("", Keying::Forward),
        ("no", Keying::Forward),
        ("0", Keying::Forward),
        ("nein", Keying::Forward),
        ("forward", Keying::Forward),
    ] {
        let text = format!("scale,statement,reversed\nA,One,{word}\n");
        assert_eq!(
            instrument("t.csv", text.as_bytes()).items[0].keying,
            keying,
            "{word}"
        );
    }
    for (word, full, short) in [
        ("", 2, 1),
        ("full", 2, 1),
        ("short", 2, 2),
        ("kurz", 2, 2),
        ("none", 1, 1),
    ] {
        let text = format!("scale,statement,form\nA,One,short\nA,Two,{word}\n");
        let instrument = instrument("t.csv", text.as_bytes());
        let lengths =
            [FormName::Full, FormName::Short].map(|form| instrument.form(form).map(<[_]>::len));
        assert_eq!(lengths, [Some(full), Some(short)], "{word}");
    }
    let without = instrument("t.csv", b"scale,statement\nA,One\n");
    assert_eq!(without.form(FormName::Short), None);
}

#[test]
fn columns_have_names_in_every_language_of_the_product() {
    for heads in [
        "Skala;Aussage;umgekehrt",
        "échelle;énoncé;inversé",
        "Escala;Afirmación;Invertido",
        "Escala;Afirmação;inversa",
        "尺度;設問;逆転",
        "المقياس;العبارة;معكوسة",
        "Dimension;Item;Reverse",
    ] {
        let text = format!("{heads}\nA;One;x\n");
        let instrument = instrument("t.csv", text.as_bytes());
        assert_eq!(instrument.items[0].keying, Keying::Reverse, "{heads}");
    }
}

#[test]
fn forms_ask_in_the_order_of_positions() {
    let text = "scale,statement,form,asked,asked in short\nA,One,short,3,1\nA,Two,short,1.0,2\nA,Three,,\"2,5\",\nA,Four,,,\n";
    let instrument = instrument("t.csv", text.as_bytes());
    assert_eq!(
        instrument.form(FormName::Full),
        Some(&[1, 2, 0, 3].map(item)[..])
    );
    assert_eq!(
        instrument.form(FormName::Short),
        Some(&[0, 1].map(item)[..])
    );
    let without = text
        .replace(",asked in short", "")
        .replace(",3,1", ",3")
        .replace(",1.0,2", ",1.0");
    let without = crate::instrument("t.csv", without.as_bytes());
    assert_eq!(without.form(FormName::Short), Some(&[1, 0].map(item)[..]));
}

#[test]
fn a_workbook_of_excel_is_read_over_all_its_sheets() {
    let rows = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><r><t>re</t></r><r><t>versed</t></r></is></c></row>\
                <row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"str\"><f>A3&amp;\"!\"</f><v>I plan!</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>\
                <row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"B4\" t=\"inlineStr\"><is><t>a &amp; b</t></is></c><c r=\"C4\"><v>0</v></c></row>";
    let settings = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c><c r=\"B1\" t=\"s\"><v>4</v></c></row>\
                    <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>version</t></is></c><c r=\"B2\"><v>2.1</v></c></row>\
                    <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>spread</t></is></c><c r=\"B3\"><v>1.25E1</v></c></row>";
    let bytes = workbook(
        &["scale", "statement", "Plans", "setting", "value"],
        &[("Sätze", rows), ("Leer", ""), ("Rest", settings)],
    );
    let reading = read("t.xlsx", &bytes);
    assert_eq!(reading.kind, Kind::Workbook);
    let instrument = instrument("t.xlsx", &bytes);
    assert_eq!(stems(&instrument), ["I plan!", "a & b"]);
    assert_eq!(instrument.items[0].keying, Keying::Reverse);
    assert_eq!(instrument.version, "2.1.0");
    assert_eq!(instrument.spread.value.to_string(), "12.5");
}

#[test]
fn a_fault_in_a_workbook_names_the_sheet_and_the_row_that_excel_shows() {
    let rows = "<row r=\"7\"><c r=\"D7\" t=\"s\"><v>0</v></c><c r=\"AA7\" t=\"s\"><v>1</v></c></row>\
                <row r=\"8\"><c r=\"D8\" t=\"s\"><v>2</v></c></row>";
    let bytes = workbook(
        &["scale", "statement", "Plans"],
        &[("One & two".replace('&', "&amp;").as_str(), rows)],
    );
    assert_eq!(
        faults(&read("t.xlsx", &bytes)),
        [
            "Sheet “One & two”, cell AA8, column “statement”: The statement is missing in this row. Write it here, or delete the row."
        ]
    );
}

#[test]
fn ids_are_made_of_scales_and_facets_and_stay() {
    let text = "scale,statement,facet,id\nFührung,One,Élan,\nFührung,Two,,own-1\nFührung,Three,Élan,\nFührung,Four,,\n";
    let instrument = instrument("My  first_sheet.csv", text.as_bytes());
    let ids = instrument.items.iter().map(|item| item.id.as_str());
    assert_eq!(
        ids.collect::<Vec<_>>(),
        ["fuehrung-elan-1", "own-1", "fuehrung-elan-2", "fuehrung-1"]
    );
    assert_eq!(
        (instrument.title.as_str(), instrument.id.as_str()),
        ("My first sheet", "my-first-sheet")
    );
    assert_eq!(instrument.options[0], "Almost never");
    let longer = format!("{text}Führung,Five,Élan,\n");
    let longer = crate::instrument("x.csv", longer.as_bytes());
    assert_eq!(longer.items[4].id.as_str(), "fuehrung-elan-3");
}

#[test]
fn columns_in_one_language_only_are_those_of_the_questionnaire() {
    for (heads, language) in [
        ("scale,statement:de,statement:fr", "de"),
        ("scale,statement (de),statement (fr)", "de"),
    ] {
        let text = format!(
            "{heads},scale:fr\nMut,Ich frage.,Je demande.,Courage\n\noption:de,option:fr\nnie,jamais\noft,souvent\n"
        );
        let instrument = instrument("t.csv", text.as_bytes());
        assert_eq!(
            (
                instrument.language.as_str(),
                instrument.items[0].stem.as_str()
            ),
            (language, "Ich frage.")
        );
        let whole = read("t.csv", text.as_bytes()).questionnaire.unwrap();
        let french = measure::instrument::parse_for(&whole, "fr").unwrap();
        assert_eq!(
            (
                french.items[0].stem.as_str(),
                french.scales[0].label.as_str()
            ),
            ("Je demande.", "Courage")
        );
    }
}

#[test]
fn the_example_of_the_documentation_is_read_as_it_stands() {
    let page = std::fs::read_to_string(testing::root().join("docs/authoring.md")).unwrap();
    let lines = page
        .lines()
        .skip_while(|line| !line.starts_with("| scale | statement"));
    let rows = lines
        .take_while(|line| line.starts_with('|'))
        .filter(|line| !line.starts_with("|---"));
    let cells = |line: &str| {
        line.trim_matches('|')
            .split('|')
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(";")
    };
    let table: Vec<String> = rows.map(cells).collect();
    let instrument = instrument("t.csv", table.join("\n").as_bytes());
    assert_eq!((instrument.scales.len(), instrument.items.len()), (2, 4));
    assert_eq!(instrument.items[1].keying, Keying::Reverse);
    assert_eq!(
        instrument.form(FormName::Short),
        Some(&[0, 2].map(item)[..])
    );
}

/// Every column and setting that a questionnaire is written with is in the documentation.
#[test]
fn the_documentation_names_what_is_written() {
    let page = std::fs::read_to_string(testing::root().join("docs/authoring.md")).unwrap();
    for head in [
        "scale",
        "statement",
        "facet",
        "reversed",
        "form",
        "id",
        "observer",
        "asked",
        "asked in short",
        "option",
        "setting",
        "value",
        "name",
        "who",
        "why",
        "low",
        "middle",
        "high",
        "error",
        "retest error",
        "error items",
        "error n",
        "error coefficient",
        "about",
        "try",
        "pulse",
        "title",
        "version",
        "language",
        "does not apply",
        "middle from",
        "high from",
        "wording version",
        "wording state",
        "spread",
        "facet error",
    ] {
        assert!(page.contains(&format!("`{head}`")), "{head}");
    }
}
