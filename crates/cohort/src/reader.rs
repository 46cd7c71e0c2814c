//! One text to the answers in it: at a glance where that will do, else with the project's own
//! reader, which names every fault.

use std::fmt;

use super::glance::{self, Mark, Reference};
use super::plain;
use measure::instrument::{FormName, Id, Instrument, is_version};
use measure::response::{Response, ResponseSheet};
use records::document::VERSION;
use records::format::is_hash;
use records::read::{self, ReadError};

/// Which other instrument a result answers; texts of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub id: String,
    pub version: String,
    pub hash: String,
}

impl fmt::Display for Other {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [id, version, hash] = [&self.id, &self.version, &self.hash].map(|text| plain(text));
        write!(formatter, "{id} {version}, {hash}")
    }
}

/// What a text turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome<'r> {
    /// Answers to the instrument; one mark per item of it.
    Sheet { form: FormName, marks: &'r [Mark] },
    /// Answers to another instrument, or to another edition of it.
    Other(Other),
    /// No result; every fault with its path in the text.
    Unreadable(Vec<String>),
}

/// Reads results of one instrument. Holds one place per item, whatever it reads.
#[derive(Debug)]
pub struct Reader<'i> {
    instrument: &'i Instrument,
    hash: String,
    /// Per form that there is, a flag per item.
    forms: Vec<(FormName, Vec<bool>)>,
    marks: Vec<Mark>,
}

impl<'i> Reader<'i> {
    #[must_use]
    pub fn new(instrument: &'i Instrument) -> Self {
        let forms = FormName::ALL.into_iter();
        Self {
            instrument,
            hash: instrument.hash(),
            forms: forms
                .filter(|form| instrument.form(*form).is_some())
                .map(|form| (form, instrument.asked(form)))
                .collect(),
            marks: vec![Mark::Absent; instrument.items.len()],
        }
    }

    /// Reads one text.
    pub fn read(&mut self, text: &str) -> Outcome<'_> {
        let Some(seen) = glance::at(text, self.instrument, &mut self.marks) else {
            return self.carefully(text);
        };
        let Reference {
            id, version, hash, ..
        } = seen.reference;
        if Id::new(id).is_none() || !is_version(version) || !is_hash(hash) {
            return self.carefully(text);
        }
        let name = seen.reference.form;
        if !self.is_ours(&seen.reference) {
            return match FormName::from_text(name) {
                Some(_) => Outcome::Other(other(&seen.reference)),
                None => self.carefully(text),
            };
        }
        let form = self.forms.iter().find(|(form, _)| form.as_str() == name);
        match form {
            Some((form, asked)) if seen.items_known && glance::fits(&self.marks, asked) => {
                Outcome::Sheet {
                    form: *form,
                    marks: &self.marks,
                }
            }
            _ => self.carefully(text),
        }
    }

    fn is_ours(&self, reference: &Reference<'_>) -> bool {
        reference.id == self.instrument.id.as_str() && reference.hash == self.hash
    }

    fn carefully(&mut self, text: &str) -> Outcome<'_> {
        match read::result(text, self.instrument) {
            Ok(completed) => {
                let form = completed.sheet.form;
                for (index, mark) in self.marks.iter_mut().enumerate() {
                    *mark = mark_of(&completed.sheet, index);
                }
                Outcome::Sheet {
                    form,
                    marks: &self.marks,
                }
            }
            Err(ReadError::Newer(version)) => Outcome::Unreadable(vec![format!(
                "$.version: is {version}; this program reads version {VERSION} and is older than the result"
            )]),
            Err(ReadError::OtherInstrument(from)) => Outcome::Other(Other {
                id: from.id,
                version: from.version,
                hash: from.hash,
            }),
            Err(ReadError::Faulty(faults)) => Outcome::Unreadable(
                faults
                    .0
                    .into_iter()
                    .map(|fault| fault.to_string())
                    .collect(),
            ),
        }
    }
}

fn other(reference: &Reference<'_>) -> Other {
    Other {
        id: reference.id.to_owned(),
        version: reference.version.to_owned(),
        hash: reference.hash.to_owned(),
    }
}

/// The sheet does not tell left out from not listed, and nothing here needs to.
fn mark_of(sheet: &ResponseSheet, index: usize) -> Mark {
    match sheet.get(index) {
        Some(Response::Chosen(option)) => Mark::Chosen(option.get()),
        Some(Response::NotApplicable) => Mark::NotApplicable,
        None => Mark::Absent,
    }
}
