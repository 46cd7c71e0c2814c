//! Sheets, instruments, seeded randomness and a second scorer for the tests of every crate.

pub mod clocks;
pub mod random;
pub mod reference;
pub mod sheets;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use measure::completed::Completed;
use measure::instrument::{
    FacetIndex, FormName, Instrument, ItemIndex, Keying, SHIPPED, ScaleIndex, Wording,
    WordingState, parse,
};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::time::UnixMs;
use proptest::test_runner::Config as ProptestConfig;

/// The number of generated cases for a property; `PROPTEST_CASES` overrides it.
pub fn cases(number: u32) -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(number),
    }
}

/// The root of the workspace.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The command that this example of the workspace is. Built as `cargo test --workspace` builds it, or all
/// crates below it would be compiled once more with other features.
pub fn example(name: &str) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--workspace"])
        .args(["--features", "records/schema", "--example", name])
        .current_dir(root())
        .status();
    assert!(built.is_ok_and(|status| status.success()), "{name}");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
    let mut command = Command::new(root().join(target).join("debug/examples").join(name));
    command.current_dir(root());
    command
}

/// A file of `crates/testing/fixtures/`.
pub fn fixture(name: &str) -> String {
    let path = root().join("crates/testing/fixtures").join(name);
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The rows of a table of cases: as many columns a line, separated by `|`. Blank lines are none.
pub fn table<const COLUMNS: usize>(text: &str) -> Vec<[&str; COLUMNS]> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let rows = lines.map(|line| {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let columns = columns.try_into();
        columns.unwrap_or_else(|_| panic!("{COLUMNS} columns: {line}"))
    });
    rows.collect()
}

/// The shipped questionnaire.
pub fn shipped() -> Instrument {
    static PARSED: OnceLock<Instrument> = OnceLock::new();
    PARSED
        .get_or_init(|| parse(SHIPPED).expect("the shipped instrument has no faults"))
        .clone()
}

/// Response option 1 to 5.
pub fn option(number: u64) -> Response {
    Response::Chosen(OptionNumber::new(number).expect("1 to 5"))
}

/// The index of an item.
pub fn at(instrument: &Instrument, id: &str) -> ItemIndex {
    let index = instrument.index_of(id);
    index.unwrap_or_else(|| panic!("there is no item {id}"))
}

/// The index of the item at this place.
pub fn item(place: usize) -> ItemIndex {
    ItemIndex::from_usize(place)
}

/// The index of the scale at this place.
pub fn scale(place: usize) -> ScaleIndex {
    ScaleIndex::from_usize(place)
}

/// The index of the facet at this place.
pub fn facet(place: usize) -> FacetIndex {
    FacetIndex::from_usize(place)
}

/// A sheet with these answers, by item index.
pub fn sheet(
    instrument: &Instrument,
    form: FormName,
    answers: impl IntoIterator<Item = (ItemIndex, Response)>,
) -> ResponseSheet {
    let mut sheet = ResponseSheet::blank(instrument, form);
    for (index, response) in answers {
        sheet.set(index, Some(response));
    }
    sheet
}

/// A sheet in short notation: one character per item in the order of the form, `1` to `5`, `x` for not
/// applicable, `-` for left out. Spaces are ignored; missing characters at the end are left out.
pub fn answers(instrument: &Instrument, form: FormName, text: &str) -> ResponseSheet {
    let items = instrument.form(form).expect("the form exists");
    let marks: Vec<char> = text.chars().filter(|mark| *mark != ' ').collect();
    assert!(marks.len() <= items.len(), "too many answers: {text}");
    let mut sheet = ResponseSheet::blank(instrument, form);
    for (index, mark) in items.iter().zip(marks) {
        let response = match mark {
            '-' => None,
            'x' => Some(Response::NotApplicable),
            digit => Some(option(digit.to_digit(10).expect("1 to 5").into())),
        };
        sheet.set(*index, response);
    }
    sheet
}

/// As [`answers`], but with keyed values: 5 is the strongest answer to a reverse item too.
pub fn keyed_answers(instrument: &Instrument, form: FormName, text: &str) -> ResponseSheet {
    let mut sheet = answers(instrument, form, text);
    for index in instrument.form(form).expect("the form exists") {
        let chosen = sheet.get(*index).and_then(Response::chosen);
        if let (Some(k), Keying::Reverse) = (chosen, instrument.items[index.get()].keying) {
            sheet.set(*index, Some(option(6 - u64::from(k.get()))));
        }
    }
    sheet
}

/// An instrument of two scales and one facet, whose items are forward and all of the first scale; its text was
/// passed through `change`.
pub fn small(items: usize, change: impl Fn(String) -> String) -> Instrument {
    parse(&change(small_text(items))).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The text of [`small`] before its change.
pub fn small_text(items: usize) -> String {
    let item = |n| {
        format!(r#"{{"id":"i{n}","scale":"s1","facet":"f1","keying":"forward","stem":"I {n}."}}"#)
    };
    let ids: Vec<String> = (1..=items).map(|n| format!("\"i{n}\"")).collect();
    let items: Vec<String> = (1..=items).map(item).collect();
    format!(
        r#"{{"id":"small","version":"1.0.0","language":"en","title":"Small",
        "scales":[{{"id":"s1","label":"One","sem":{{"value":8,"items":4,"origin":"assumed"}}}},
                  {{"id":"s2","label":"Two","sem":{{"value":12,"items":8,"origin":"estimated","n":290,"coefficient":0.8}},
                    "retest":{{"value":15,"items":8,"origin":"assumed"}}}}],
        "facets":[{{"id":"f1","label":"F"}}],"bands":[50,75],"options":["a","b","c","d","e"],"not_applicable":"n",
        "items":[{}],"forms":{{"full":[{}]}}}}"#,
        items.join(",\n"),
        ids.join(",")
    )
}

/// A questionnaire of so many scales, each with so many items in each of so many facets, or without facets; the last
/// item of several is reversed. `always`: without “does not apply”.
pub fn shaped([scales, facets, items]: [usize; 3], options: usize, always: bool) -> Instrument {
    let named = |kind: &str, count: usize| {
        let named = (0..count).map(|at| format!(r#"{{"id":"{kind}{at}","label":"{kind} {at}"}}"#));
        named.collect::<Vec<_>>().join(",")
    };
    let (mut listed, mut ids) = (Vec::new(), Vec::new());
    for at in 0..scales * facets.max(1) * items {
        let (set, item) = (at / items, at % items);
        let scale = set / facets.max(1);
        let facet = match facets {
            0 => String::new(),
            _ => format!(r#""facet":"f{}","#, set % facets),
        };
        let keying = if item > 0 && item + 1 == items {
            "reverse"
        } else {
            "forward"
        };
        listed.push(format!(
            r#"{{"id":"i{at}","scale":"s{scale}",{facet}"keying":"{keying}","stem":"I {at}."}}"#
        ));
        ids.push(format!("\"i{at}\""));
    }
    let options: Vec<String> = (1..=options).map(|at| format!("\"Option {at}\"")).collect();
    let not_applicable = if always {
        ""
    } else {
        r#""not_applicable":"None","#
    };
    let text = format!(
        r#"{{"id":"shaped","version":"1.0.0","language":"en","title":"Shaped","scales":[{}],"facets":[{}],
        "options":[{}],{not_applicable}"items":[{}],"forms":{{"full":[{}]}}}}"#,
        named("s", scales),
        named("f", facets),
        options.join(","),
        listed.join(","),
        ids.join(",")
    );
    parse(&text).unwrap_or_else(|faults| panic!("{faults}"))
}

/// A wording in its first state.
pub fn wording(version: &str) -> Wording {
    Wording {
        version: version.to_owned(),
        state: WordingState::Draft,
    }
}

/// A finished audit with these answers, at fixed times.
pub fn completed(sheet: ResponseSheet, active_seconds: u64) -> Completed {
    Completed {
        sheet,
        version: "1.0.0".to_owned(),
        language: "en".to_owned(),
        wording: wording("1.0.0"),
        started_at: UnixMs(1_795_251_600_000),
        ended_at: UnixMs(1_795_251_970_000),
        active_seconds,
    }
}
