//! The texts of one language behind typed accessors, one type for each group of texts.
//!
//! The accessors are generated from `content/en/messages.po`, so that a text which the program asks
//! for and English lacks does not compile; the texts themselves are data, a [`Table`] for each part of
//! the program, fetched beside it. What a text depends on beside its placeholders (a notice, a band, an
//! act) is matched in the modules of this crate.

mod about;
#[cfg(feature = "program")]
mod audit;
mod faults;
#[cfg(feature = "program")]
mod files;
mod keep;
mod language;
mod locale;
#[cfg(feature = "native")]
pub mod native;
#[cfg(feature = "program")]
mod practice;
#[cfg(feature = "program")]
mod pulse;
#[cfg(feature = "program")]
mod refused;
mod results;
mod round;

/// The accessors, as generated.
#[allow(
    clippy::too_many_arguments,
    reason = "one for each placeholder of a text"
)]
mod accessors {
    use crate::language::{Language, Part};
    use crate::locale::{Number, Value};

    include!(concat!(env!("OUT_DIR"), "/accessors.rs"));
}

pub use accessors::*;
pub use language::{Language, Part, Table};
pub use locale::{Category, Joined, Locale, Number};
#[cfg(feature = "program")]
pub use practice::{Myth, SupportKind, Term};
pub use round::{Invitation, Said};
