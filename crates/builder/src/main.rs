//! The program behind “Your own questionnaire” on the builder's page: reads what an owner drops there, says what
//! is wrong with it, and writes it as a sheet. Nothing of it is part of the element.

use std::cell::Cell;

use authoring::{Kind, Note, Placed, Reading, english, language_from, says};
use intl::BrowserLocale;
use json::{Json, object};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use words::Language;

thread_local! {
    /// What faults and notes are said in.
    static LANGUAGE: Cell<&'static Language> = Cell::new(english());
}

/// Says faults and notes in another language from now on: by the BCP 47 tag of its conventions, and its tables with the
/// sentences for authors and those of the judge, as JSON.
#[wasm_bindgen]
pub fn speak(locale: &str, authoring: &str, imports: &str) {
    let conventions = Box::new(BrowserLocale {
        tag: locale.to_owned(),
        is_plain: false,
    });
    LANGUAGE.set(language_from(locale, conventions, authoring, imports));
}

/// Reads a file: a spreadsheet, a survey of `SurveyJS`, or a questionnaire file. Of its name only a title is made.
///
/// Returns JSON: `kind`, one of `workbook`, `delimited`, `survey`, `questionnaire` and `unknown`; `questionnaire`,
/// the text of the questionnaire file, or null; `faults` and `notes`, lists of `{place, text}` of which `place` may be
/// null; and `more`, a sentence on the faults that are not listed, or an empty text.
#[wasm_bindgen]
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> String {
    let Reading {
        kind,
        questionnaire,
        faults,
        more,
        notes,
    } = authoring::read(name, bytes);
    let fields = [
        ("kind", Json::from(kind_name(kind))),
        (
            "questionnaire",
            questionnaire.map_or(Json::Null, Json::String),
        ),
        ("faults", Json::Array(faults.iter().map(fault).collect())),
        ("more", Json::String(says::more(LANGUAGE.get(), more))),
        ("notes", Json::Array(notes.iter().map(note).collect())),
    ];
    object(fields).to_string()
}

/// A questionnaire file as CSV.
///
/// # Errors
/// If the text is no questionnaire file.
#[wasm_bindgen]
pub fn to_csv(questionnaire: &str) -> Result<String, JsError> {
    authoring::to_csv(questionnaire).map_err(|faults| JsError::new(&faults.to_string()))
}

/// A questionnaire file as an Excel workbook.
///
/// # Errors
/// If the text is no questionnaire file.
#[wasm_bindgen]
pub fn to_xlsx(questionnaire: &str) -> Result<Vec<u8>, JsError> {
    authoring::to_xlsx(questionnaire).map_err(|faults| JsError::new(&faults.to_string()))
}

/// An Excel workbook to begin with, filled with an example in the language of the page.
#[wasm_bindgen]
#[must_use]
pub fn template_xlsx() -> Vec<u8> {
    authoring::template_xlsx(LANGUAGE.get())
}

/// The same as CSV.
#[wasm_bindgen]
#[must_use]
pub fn template_csv() -> String {
    authoring::template_csv(LANGUAGE.get())
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Workbook => "workbook",
        Kind::Delimited => "delimited",
        Kind::Survey => "survey",
        Kind::Questionnaire => "questionnaire",
        Kind::Unknown => "unknown",
    }
}

fn fault(placed: &Placed) -> Json {
    said(
        says::place(LANGUAGE.get(), &placed.place),
        says::fault(LANGUAGE.get(), &placed.fault),
    )
}

fn note(note: &Note) -> Json {
    said(
        says::place(LANGUAGE.get(), &note.place),
        says::note_text(LANGUAGE.get(), &note.kind),
    )
}

fn said(place: Option<String>, text: String) -> Json {
    let place = place.map_or(Json::Null, Json::String);
    object([("place", place), ("text", Json::String(text))])
}

fn main() {}
