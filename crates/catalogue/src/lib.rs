//! The texts of the product, as translators keep them: one gettext PO file per language in
//! `content/<language>/messages.po`, with the English text as `msgid` and a key as `msgctxt`.
//!
//! This crate reads those files ([`Catalogue`]), generates the typed accessors of the crate `words`
//! ([`accessors`]) and the table that each language ships with ([`table`]), makes the pseudo-languages
//! that tests walk ([`pseudo`]), and checks a translation ([`check`]). It runs at build time only.

pub mod accessors;
pub mod check;
mod key;
pub mod message;
mod plurals;
pub mod pseudo;
pub mod questionnaire;
pub mod summary;
pub mod table;

pub use key::{Group, Index, Key, Kind, Part};
pub use message::{Catalogue, Message, Placeholder, State};
pub use plurals::Plurals;
