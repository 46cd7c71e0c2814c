//! Everything in one `Bundle`.

use std::fmt::Write as _;

use json::{Json, object};
use measure::instrument::{FormName, Instrument};
use measure::scoring::score;

use super::address::{Addresses, Base, Subject};
use super::codes::code_system;
use super::elements::{fields, list, text};
use super::observation::{observation, urn};
use super::questionnaire::questionnaire;
use super::response::{Context, response};
use crate::Answered;
use crate::codebook::Set;

/// What a Bundle is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// To be read.
    #[default]
    Collection,
    /// To be sent to a server, which keeps what it does not have yet.
    Transaction,
}

/// What a caller may choose.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The address below which the owner publishes the questionnaire; without it a URN names it.
    pub base: Option<Base>,
    /// Whom all the results are about; without it they are about nobody who is named.
    pub subject: Option<Subject>,
    /// What the Bundle is for.
    pub kind: Kind,
}

/// The codes and forms that the results need, then each result once, in their order: its answers, then the
/// scores that it has.
#[must_use]
pub fn bundle(instrument: &Instrument, results: &[Answered], settings: &Settings) -> Json {
    let addresses = Addresses::new(instrument, settings.base.as_ref());
    let mut entries = vec![entry(
        settings.kind,
        &addresses.urn("codes"),
        &by_url(&addresses.codes(), instrument),
        code_system(instrument, &addresses),
    )];
    for form in FormName::ALL {
        if results
            .iter()
            .all(|result| result.completed.sheet.form != form)
        {
            continue;
        }
        if let Some(resource) = questionnaire(instrument, &addresses, form) {
            let address = addresses.urn(&format!("questionnaire {}", form.as_str()));
            let known = by_url(&addresses.questionnaire(form), instrument);
            entries.push(entry(settings.kind, &address, &known, resource));
        }
    }
    for (index, answered) in results.iter().enumerate() {
        let seen = results
            .iter()
            .take(index)
            .any(|other| other.id == answered.id);
        if !seen {
            let context = Context {
                instrument,
                addresses: &addresses,
                subject: settings.subject.as_ref(),
                answered,
            };
            add(&mut entries, settings.kind, &context);
        }
    }
    object([
        ("resourceType", text("Bundle")),
        (
            "type",
            text(match settings.kind {
                Kind::Collection => "collection",
                Kind::Transaction => "transaction",
            }),
        ),
        ("entry", list(entries)),
    ])
}

/// Adds the answers and the scores of one result.
fn add(entries: &mut Vec<Json>, kind: Kind, context: &Context<'_>) {
    let address = context.response_urn();
    entries.push(entry(
        kind,
        &address,
        &by_identifier(&address),
        response(context),
    ));
    let scores = score(context.instrument, &context.answered.completed.sheet);
    for set in Set::all(context.instrument) {
        let scored = set.score(&scores);
        if let Some((code, resource)) = scored.and_then(|scored| observation(context, set, scored))
        {
            let address = urn(context, &code);
            entries.push(entry(kind, &address, &by_identifier(&address), resource));
        }
    }
}

/// An entry; in a transaction it is created unless the server finds it as `known`.
fn entry(kind: Kind, address: &str, known: &str, resource: Json) -> Json {
    let request = (kind == Kind::Transaction).then(|| {
        let name = resource.get("resourceType").cloned();
        fields([
            ("method", Some(text("POST"))),
            ("url", name),
            ("ifNoneExist", Some(text(known))),
        ])
    });
    fields([
        ("fullUrl", Some(text(address))),
        ("resource", Some(resource)),
        ("request", request),
    ])
}

/// The search for what is published.
fn by_url(url: &str, instrument: &Instrument) -> String {
    let version = &instrument.version;
    format!("url={}&version={}", escaped(url), escaped(version))
}

/// The search for what has this identifier.
fn by_identifier(urn: &str) -> String {
    format!(
        "identifier={}",
        escaped(&format!("urn:ietf:rfc:3986|{urn}"))
    )
}

/// Text within the query of an address (RFC 3986 section 3.4).
fn escaped(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':' | b'/') {
            text.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}
