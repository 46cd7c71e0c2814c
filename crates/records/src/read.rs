//! Reads an exported result back. Its scores are never used: they are computed again from its
//! responses.

use std::fmt;

use super::document::{AnsweredDocument, FormatVersion, Generator, SCHEMA, VERSION};
use crate::format::{Fields, Format, Map, Reader};
use json::{Cursor, FaultKind, Faults, Json};
use measure::completed::{Completed, Kept, Provenance};
use measure::instrument::{FormName, Id, Instrument, MAX_ITEMS, Wording};
use measure::response::{Response, ResponseSheet};

/// Why a result cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Written by a newer version of this product; its version.
    Newer(u64),
    /// Answers to another questionnaire, or to another edition of this one.
    OtherInstrument(Provenance),
    /// Not a result, or a broken one; each fault with its path.
    Faulty(Faults),
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(
                formatter,
                "$.version: is {version}; this page reads version {VERSION} and is older than the result"
            ),
            Self::OtherInstrument(provenance) => other_instrument(provenance).fmt(formatter),
            Self::Faulty(faults) => faults.fmt(formatter),
        }
    }
}

/// The fault of a result that answers another instrument.
pub(crate) fn other_instrument(provenance: &Provenance) -> Faults {
    let Provenance { id, version, .. } = provenance.clone();
    let kind = FaultKind::OtherInstrument(id, version);
    Faults::one("$.instrument", kind)
}

/// Reads the result in `text`, which must answer `instrument`.
///
/// # Errors
/// Another or a newer schema, another instrument, or every fault with its path. Unknown fields and
/// everything computed from the responses are ignored.
pub fn result(text: &str, instrument: &Instrument) -> Result<Completed, ReadError> {
    let kept = kept(text, instrument)?;
    kept.completed
        .ok_or(ReadError::OtherInstrument(kept.provenance))
}

/// As [`result`], with the name of the program that wrote it, if it says so.
///
/// # Errors
/// As [`result`].
pub fn result_and_program(
    text: &str,
    instrument: &Instrument,
) -> Result<(Completed, Option<String>), ReadError> {
    let (kept, program) = kept_and_program(text, instrument)?;
    let completed = kept.completed;
    let completed = completed.ok_or(ReadError::OtherInstrument(kept.provenance))?;
    Ok((completed, program))
}

/// Reads the result in `text`; of one that answers another instrument, only its provenance.
///
/// # Errors
/// Another or a newer schema, or every fault with its path.
pub fn kept(text: &str, instrument: &Instrument) -> Result<Kept, ReadError> {
    kept_and_program(text, instrument).map(|(kept, _)| kept)
}

fn kept_and_program(
    text: &str,
    instrument: &Instrument,
) -> Result<(Kept, Option<String>), ReadError> {
    let tree = json::parse(text).map_err(ReadError::Faulty)?;
    let root = Cursor::root(&tree);
    let mut reader = Reader::default();
    let kept = read(&root, instrument, &mut reader)?;
    let kept = reader.faults.or_value(kept).map_err(ReadError::Faulty)?;
    let program = tree
        .get("generator")
        .and_then(|program| program.get("name"));
    Ok((kept, program.and_then(Json::as_text).map(str::to_owned)))
}

/// Reads the result at the root of a tree. Faults other than those of schema and version are left in
/// `reader`.
pub(crate) fn read(
    root: &Cursor<'_>,
    instrument: &Instrument,
    reader: &mut Reader,
) -> Result<Option<Kept>, ReadError> {
    let mut faults = Faults::default();
    root.object(&mut faults);
    let schema = root.field("schema");
    if schema.text(&mut faults).is_some_and(|name| name != SCHEMA) {
        schema.fault(FaultKind::NotTheText(SCHEMA), &mut faults);
    }
    let version = root.field("version").whole(&mut faults);
    if !faults.is_empty() {
        return Err(ReadError::Faulty(faults));
    }
    match version {
        Some(newer) if newer > VERSION => return Err(ReadError::Newer(newer)),
        _ => _ = FormatVersion::read(&root.field("version"), reader),
    }
    let reference = root.field("instrument");
    let says = |name: &str, text: &str| reference.field(name).value() == Some(&text.into());
    let ours = says("id", instrument.id.as_str()) && says("hash", &instrument.hash());
    let generator = Generator::read(&root.field("generator"), reader);
    let answered = AnsweredDocument::read_fields(root, reader);
    let responses = ours.then(|| {
        let at = root.field("responses");
        let form = known_form(&reference.field("form"), instrument, reader);
        responses(&at, instrument, form, reader)
    });
    Ok(answered.filter(|_| generator.is_some()).map(|answered| {
        let provenance = Provenance {
            id: answered.instrument.id.to_string(),
            version: answered.instrument.version.0,
            hash: answered.instrument.hash.0,
            form: answered.instrument.form,
            ended_at: answered.ended_at,
        };
        let completed = responses.flatten().map(|responses| Completed {
            sheet: sheet(instrument, provenance.form, &responses),
            version: provenance.version.clone(),
            language: answered.instrument.language.0,
            wording: Wording {
                version: answered.instrument.wording.version.0,
                state: answered.instrument.wording.state,
            },
            started_at: answered.started_at,
            ended_at: answered.ended_at,
            active_seconds: answered.active_seconds,
        });
        Kept {
            provenance,
            completed,
        }
    }))
}

/// Responses by item.
pub(crate) type Responses = Map<Option<Response>>;

/// The form named here. One that `instrument` lacks is a fault; one that cannot be read is reported
/// elsewhere.
pub(crate) fn known_form(
    at: &Cursor<'_>,
    instrument: &Instrument,
    reader: &mut Reader,
) -> Option<FormName> {
    let form = FormName::from_text(at.value()?.as_text()?)?;
    let known = instrument.form(form).is_some();
    if !known {
        let kind = FaultKind::NoSuchForm(form.as_str());
        at.fault(kind, &mut reader.faults);
    }
    known.then_some(form)
}

/// Reads responses to items of `form`, by default of the longest form.
pub(crate) fn responses(
    at: &Cursor<'_>,
    instrument: &Instrument,
    form: Option<FormName>,
    reader: &mut Reader,
) -> Option<Responses> {
    reader.options = instrument.options.len();
    let responses = Responses::read(at, reader);
    let form = form.unwrap_or(FormName::Full);
    let asked = instrument.asked(form);
    let entries = match at.value() {
        Some(Json::Object(entries)) if entries.len() <= MAX_ITEMS => entries.as_slice(),
        _ => &[],
    };
    for (id, _) in entries {
        let kind = match instrument.index_of(id) {
            None if Id::new(id).is_some() => FaultKind::NoSuchItem,
            Some(index) if index.of(&asked) != Some(&true) => FaultKind::NotInForm(form.as_str()),
            _ => continue,
        };
        at.field(id).fault(kind, &mut reader.faults);
    }
    responses
}

/// A sheet of `form` with these responses.
pub(crate) fn sheet(
    instrument: &Instrument,
    form: FormName,
    responses: &Responses,
) -> ResponseSheet {
    let mut sheet = ResponseSheet::blank(instrument, form);
    for (id, response) in &responses.0 {
        if let Some(index) = instrument.index_of(id.as_str()) {
            sheet.set(index, *response);
        }
    }
    sheet
}
