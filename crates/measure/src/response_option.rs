//! The response options, and the [`Response`] to one item: a chosen option, or none that applies.

/// The most options that an instrument may offer.
pub const MAX_OPTIONS: usize = 11;

/// The fewest options that an instrument may offer.
pub const MIN_OPTIONS: usize = 2;

/// A response option before keying, from 1; in the shipped instrument 1 (almost never) to 5 (almost
/// always).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OptionNumber(u8);

impl OptionNumber {
    /// The options of an instrument that has as many as it may, in order. Others have the first of them.
    #[rustfmt::skip]
    pub const ALL: [Self; MAX_OPTIONS] = [
        Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8), Self(9), Self(10), Self(11),
    ];

    /// `None` if `number` is not 1 to [`MAX_OPTIONS`].
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        Self::ALL.get(index).copied()
    }

    /// The number, from 1.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

/// An answer to one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// One of the options.
    Chosen(OptionNumber),
    /// "Did not come up, or does not apply"; counts as missing.
    NotApplicable,
}

impl Response {
    /// The chosen option; `None` for "does not apply".
    #[must_use]
    pub fn chosen(self) -> Option<OptionNumber> {
        match self {
            Self::Chosen(number) => Some(number),
            Self::NotApplicable => None,
        }
    }
}
