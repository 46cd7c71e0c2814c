//! Enums whose variants have names in files.

/// Declares an enum with the name of each variant in files and exports.
macro_rules! named {
    (
        $(#[$about:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }
    ) => {
        $(#[$about])*
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every variant, in order.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$variant),+];
            /// The name of each.
            pub const NAMES: ::json::Terms = ::json::Terms(&[$($text),+]);

            /// The name in files and exports.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The variant of this name.
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.as_str() == text)
            }
        }
    };
}

pub(crate) use named;
