//! Exported results in the formats of research: [`fhir`] writes HL7 FHIR R4, [`redcap`] a data dictionary
//! and data of `REDCap`. No I/O; `docs/research.md` says what becomes of what.
//!
//! Only answers and scores are taken from a result. What it may hold of the practice, which can name people,
//! and of rounds is left out.

mod answered;
mod codebook;
pub mod fhir;
pub mod redcap;

pub use answered::{Answered, Unfit, read};
