//! Places in the lists of an instrument. Each list has a type of its own for them, so that no scale is
//! looked up among the facets.

/// Declares the type of the places in one list.
macro_rules! index {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $name {
            /// The index of what is at this place, from 0.
            #[must_use]
            pub const fn from_usize(place: usize) -> Self {
                Self(place)
            }

            /// The place, from 0.
            #[must_use]
            pub const fn get(self) -> usize {
                self.0
            }

            /// The entry at this index of a list that has one entry for each.
            #[must_use]
            pub fn of<T>(self, list: &[T]) -> Option<&T> {
                list.get(self.0)
            }

            /// The indexes of such a list.
            pub fn all<T>(list: &[T]) -> impl Iterator<Item = Self> + use<T> {
                (0..list.len()).map(Self)
            }

            /// The entries of such a list with their indexes.
            pub fn enumerate<T>(list: &[T]) -> impl Iterator<Item = (Self, &T)> {
                list.iter().enumerate().map(|(place, entry)| (Self(place), entry))
            }
        }
    };
}

index! {
    /// Which of the items, in instrument order: the index into [`Instrument::items`](super::Instrument::items).
    ItemIndex
}

index! {
    /// Which of the scales: the index into [`Instrument::scales`](super::Instrument::scales).
    ScaleIndex
}

index! {
    /// Which of the facets: the index into [`Instrument::facets`](super::Instrument::facets).
    FacetIndex
}
