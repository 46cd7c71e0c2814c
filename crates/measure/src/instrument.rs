//! The questionnaire as data: scales, facets, items, response options and forms.
//!
//! No code refers to an item, scale or facet by name: everything is looked up in an [`Instrument`],
//! the shipped one or an owner's. [`parse`] reads one and reports every fault.

mod errors;
mod fields;
mod first_screens;
mod fnv;
mod forms;
mod hash;
mod id;
mod index;
mod model;
mod own;
mod parse;
mod references;
mod shipped;
mod translation;

pub use errors::{LEAST_PEOPLE, Origin, Spread, StandardError};
pub use fields::{MAX_LABEL, MAX_STEM, MAX_TEXT, is_language, is_version};
pub use first_screens::{MOST_PICTURED, first_screens};
pub use id::Id;
pub use index::{FacetIndex, ItemIndex, ScaleIndex};
pub use model::{
    Facet, FormName, Instrument, Item, Keying, PULSE_LENGTH, Pulse, Scale, Wording, WordingState,
};
pub use parse::{MAX_ITEMS, MAX_SETS, parse, parse_for};
pub use shipped::{SHIPPED, shipped};
