//! A questionnaire as a data dictionary of `REDCap`, and results as data for that project.
//!
//! Both are CSV after RFC 4180, in UTF-8 with a byte order mark, as `REDCap` writes them itself. Formulas
//! are made text as in the program's own table.

mod data;
mod dictionary;
mod field;
mod names;

pub use data::data;
pub use dictionary::{NOT_APPLICABLE, dictionary, markup};
pub use field::COLUMNS;
pub use names::{MAX_FORM, MAX_NAME};
