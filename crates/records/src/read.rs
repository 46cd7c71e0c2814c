//! Reads an exported result back. Scores are never taken from the file: they are computed again
//! from its responses.

use std::fmt;

use super::document::{SCHEMA, VERSION};
use json::{Cursor, Faults, Json};
use measure::completed::{Completed, Kept, Provenance};
use measure::instrument::{FormName, Instrument, MAX_ITEMS};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::time::UnixMs;

/// Why a result cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Written by a newer version of this product; its version.
    Newer(u64),
    /// Answers to another questionnaire, or to another edition of this one.
    OtherInstrument(Provenance),
    /// Not such a file, or a broken one; each fault with its path.
    Faulty(Faults),
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(version) => write!(
                formatter,
                "$.version: is {version}; this page reads version {VERSION} and is older than the result"
            ),
            Self::OtherInstrument(Provenance { id, version, .. }) => write!(
                formatter,
                "$.instrument: answers to \"{id}\" {version}, which is not the questionnaire on this page"
            ),
            Self::Faulty(faults) => faults.fmt(formatter),
        }
    }
}

/// Reads the result in `text`, which must answer `instrument`.
///
/// # Errors
/// Another or a newer schema, another instrument, or every fault with its path. Fields that this
/// version does not know are ignored.
pub fn result(text: &str, instrument: &Instrument) -> Result<Completed, ReadError> {
    let kept = kept(text, instrument)?;
    kept.completed
        .ok_or(ReadError::OtherInstrument(kept.provenance))
}

/// Reads the result in `text`. Of one that answers another instrument, only where it comes from.
///
/// # Errors
/// Another or a newer schema, or every fault with its path.
pub fn kept(text: &str, instrument: &Instrument) -> Result<Kept, ReadError> {
    let tree = json::parse(text).map_err(ReadError::Faulty)?;
    kept_in(&Cursor::root(&tree), instrument)
}

/// The same of a tree.
pub(super) fn kept_in(root: &Cursor<'_>, instrument: &Instrument) -> Result<Kept, ReadError> {
    let mut faults = Faults::default();
    root.object(&mut faults);
    let schema = root.field("schema");
    if schema.text(&mut faults).is_some_and(|name| name != SCHEMA) {
        schema.fault(format!("is not \"{SCHEMA}\""), &mut faults);
    }
    let version = root.field("version").whole(&mut faults);
    if !faults.0.is_empty() {
        return Err(ReadError::Faulty(faults));
    }
    match version {
        Some(VERSION) => {}
        Some(newer @ VERSION..) => return Err(ReadError::Newer(newer)),
        _ => root
            .field("version")
            .fault("is not a released version", &mut faults),
    }

    let reference = root.field("instrument");
    reference.object(&mut faults);
    let id = reference.field("id").text(&mut faults);
    let edition = reference.field("version").text(&mut faults);
    let hash = reference.field("hash").text(&mut faults);
    let ours = id == Some(instrument.id.as_str()) && hash == Some(instrument.hash().as_str());
    let language = reference.field("language").text(&mut faults);
    let form_place = reference.field("form");
    let form = if ours {
        form(&form_place, instrument, &mut faults)
    } else {
        form_name(&form_place, &mut faults)
    };
    let started_at = moment(&root.field("started_at"), &mut faults);
    let ended_at = moment(&root.field("ended_at"), &mut faults);
    let active_seconds = root.field("active_seconds").whole(&mut faults);
    let sheet = form
        .filter(|_| ours)
        .map(|form| responses(&root.field("responses"), instrument, form, &mut faults));

    let kept = (|| {
        let provenance = Provenance {
            id: id?.to_owned(),
            version: edition?.to_owned(),
            hash: hash?.to_owned(),
            form: form?,
            ended_at: ended_at?,
        };
        let completed = sheet.and_then(|sheet| {
            Some(Completed {
                sheet,
                version: provenance.version.clone(),
                language: language?.to_owned(),
                started_at: started_at?,
                ended_at: provenance.ended_at,
                active_seconds: active_seconds?,
            })
        });
        Some(Kept {
            provenance,
            completed,
        })
    })();
    faults.or_value(kept).map_err(ReadError::Faulty)
}

/// Any form's name.
fn form_name(place: &Cursor<'_>, faults: &mut Faults) -> Option<FormName> {
    let text = place.text(faults)?;
    let form = FormName::from_text(text);
    if form.is_none() {
        place.fault(format!("there is no form \"{text}\""), faults);
    }
    form
}

/// A form that `instrument` has.
pub fn form(place: &Cursor<'_>, instrument: &Instrument, faults: &mut Faults) -> Option<FormName> {
    let text = place.text(faults)?;
    let form = FormName::from_text(text).filter(|form| instrument.form(*form).is_some());
    if form.is_none() {
        place.fault(format!("there is no form \"{text}\""), faults);
    }
    form
}

/// The responses of a sheet: an object of at most [`MAX_ITEMS`] item ids, in any order, in which
/// items may be missing.
pub fn responses(
    place: &Cursor<'_>,
    instrument: &Instrument,
    form: FormName,
    faults: &mut Faults,
) -> ResponseSheet {
    let mut sheet = ResponseSheet::blank(instrument, form);
    let asked = instrument.asked(form);
    let entries = place.entries(faults);
    if entries.len() > MAX_ITEMS {
        place.fault(format!("has more than {MAX_ITEMS} entries"), faults);
        return sheet;
    }
    for (id, entry) in entries {
        match instrument.index_of(id) {
            None => entry.fault("there is no such item", faults),
            Some(index) if asked.get(index) != Some(&true) => {
                entry.fault(format!("is not part of the {} form", form.as_str()), faults);
            }
            Some(index) => {
                if let Some(response) = response(&entry, faults) {
                    sheet.set(index, response);
                }
            }
        }
    }
    sheet
}

/// One answer: 1 to 5, `"not_applicable"`, or null for left out. The outer `None` is a fault.
pub fn response(place: &Cursor<'_>, faults: &mut Faults) -> Option<Option<Response>> {
    match place.value() {
        Some(Json::Null) => return Some(None),
        Some(Json::String(text)) if text == "not_applicable" => {
            return Some(Some(Response::NotApplicable));
        }
        Some(Json::Number(_)) => {
            let mut not_whole = Faults::default();
            let option = place.whole(&mut not_whole).and_then(OptionNumber::new);
            if let Some(option) = option {
                return Some(Some(Response::Chosen(option)));
            }
            place.fault("is not a response: 1, 2, 3, 4 or 5", faults);
        }
        _ => place.expected("1 to 5, \"not_applicable\" or null", faults),
    }
    None
}

/// A moment as RFC 3339 in UTC, to the second.
pub fn moment(place: &Cursor<'_>, faults: &mut Faults) -> Option<UnixMs> {
    let text = place.text(faults)?;
    let moment = UnixMs::from_rfc3339(text);
    if moment.is_none() {
        place.fault(
            format!("\"{text}\" is not a time like \"2026-11-21T09:00:00Z\""),
            faults,
        );
    }
    moment
}
