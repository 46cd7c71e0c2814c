//! Results as HL7 FHIR R4 (4.0.1): one Bundle with the questionnaire, its codes, and of each result the
//! answers and an Observation for each score.
//!
//! Nothing says whose results they are, unless a subject is named. The same results give the same bytes, and
//! the same identifiers, so that a server which has them already does not get them twice.

mod address;
mod bundle;
mod codes;
mod elements;
mod observation;
mod questionnaire;
mod response;

pub use address::{Base, NotABase, NotASubject, Subject};
pub use bundle::{Kind, Settings, bundle};
