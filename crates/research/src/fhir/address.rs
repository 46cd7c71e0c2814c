//! The addresses and identifiers of resources.

use std::fmt;

use measure::instrument::{FormName, Instrument};
use round::hash::sha256;
use uuid::Uuid;

/// The address below which an owner publishes a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// Why a text is no [`Base`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotABase;

impl fmt::Display for NotABase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected an address like https://example.org/fhir, of your own")
    }
}

impl Base {
    /// An address by `https` or `http`, without spaces, query or fragment.
    ///
    /// # Errors
    /// [`NotABase`].
    pub fn new(text: &str) -> Result<Self, NotABase> {
        is_address(text)
            .then(|| Self(text.trim_end_matches('/').to_owned()))
            .ok_or(NotABase)
    }
}

/// Whom results are about, as FHIR refers to a patient, the only person whom an Observation can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject(String);

/// Why a text is no [`Subject`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASubject;

impl fmt::Display for NotASubject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected Patient/ID, or an address that ends so")
    }
}

impl Subject {
    /// `Patient/ID`, alone or at the end of an address.
    ///
    /// # Errors
    /// [`NotASubject`].
    pub fn new(text: &str) -> Result<Self, NotASubject> {
        let (before, id) = text.rsplit_once("Patient/").ok_or(NotASubject)?;
        let at_home = before.is_empty() || before.ends_with('/') && is_address(before);
        let fits = (1..=64).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
        (at_home && fits)
            .then(|| Self(text.to_owned()))
            .ok_or(NotASubject)
    }

    /// The reference.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.starts_with('/')
            && !rest.is_empty()
            && rest.bytes().all(|byte| {
                byte.is_ascii_alphanumeric()
                    || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b'%')
            })
    })
}

/// Where the questionnaire and its codes are.
#[derive(Debug, Clone)]
pub(super) struct Addresses<'a> {
    instrument: &'a Instrument,
    base: Option<&'a Base>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(instrument: &'a Instrument, base: Option<&'a Base>) -> Self {
        Self { instrument, base }
    }

    /// The canonical address of a form's Questionnaire.
    pub(super) fn questionnaire(&self, form: FormName) -> String {
        let name = format!("{}-{}", self.instrument.id, form.as_str());
        self.canonical(
            "Questionnaire",
            &name,
            &format!("questionnaire {}", form.as_str()),
        )
    }

    /// The canonical address of the code system.
    pub(super) fn codes(&self) -> String {
        self.canonical("CodeSystem", self.instrument.id.as_str(), "codes")
    }

    /// Without a base, a name that needs no domain.
    fn canonical(&self, kind: &str, name: &str, what: &str) -> String {
        match self.base {
            Some(Base(base)) => format!("{base}/{kind}/{name}"),
            None => self.urn(what),
        }
    }

    /// The identifier of something that belongs to this edition of the questionnaire: a UUID made of its
    /// name (RFC 9562, version 8).
    pub(super) fn urn(&self, what: &str) -> String {
        let (id, hash) = (&self.instrument.id, self.instrument.hash());
        let digest = sha256(format!("leadership-audit {id} {hash} {what}").as_bytes());
        let mut bytes = [0; 16];
        for (byte, from) in bytes.iter_mut().zip(digest) {
            *byte = from;
        }
        Uuid::new_v8(bytes).urn().to_string()
    }
}
