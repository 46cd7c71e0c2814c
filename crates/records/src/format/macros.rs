//! The macros that declare records and terms.

/// Declares a struct and implements [`Fields`](super::Fields), [`Object`](super::Object) and [`Format`](super::Format) for it.
///
/// A field is required unless its type is followed by `as Optional`; `as Flat` puts the fields of its
/// type among those of the struct. `name ["key"]: Type` gives it another key than its name.
/// `#[rules(Type)]` names a [`Rules`](super::Rules) implementation for the whole record. Doc
/// comments become descriptions in the schema.
macro_rules! record {
    (
        $(#[doc = $about:literal])*
        $(#[derive($($derive:ident),+)])?
        $(#[rules($rules:ident)])?
        $visibility:vis struct $name:ident {
            $(
                $(#[doc = $doc:literal])*
                $field_visibility:vis $field:ident $([$key:literal])? : $type:ty $(as $kind:ident)?,
            )+
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq, $($($derive),+)?)]
        $visibility struct $name {
            $($(#[doc = $doc])* $field_visibility $field: $type,)+
        }

        impl $crate::format::Fields for $name {
            fn read_fields(
                at: &::json::Cursor<'_>,
                reader: &mut $crate::format::Reader,
            ) -> Option<Self> {
                $(let $field = <$crate::format::macros::kind!($($kind)?) as $crate::format::Field<$type>>::read(
                    at, $crate::format::macros::key!($field $($key)?), reader,
                );)+
                let value = Self { $($field: $field?,)+ };
                $(<$rules as $crate::format::Rules<Self>>::check(&value, at, reader);)?
                Some(value)
            }

            fn write_fields(&self, entries: &mut $crate::format::Entries) {
                $(<$crate::format::macros::kind!($($kind)?) as $crate::format::Field<$type>>::write(
                    &self.$field, $crate::format::macros::key!($field $($key)?), entries,
                );)+
            }
        }

        impl $crate::format::Object for $name {
            fn knows(name: &str) -> bool {
                $(<$crate::format::macros::kind!($($kind)?) as $crate::format::Field<$type>>::knows(
                    $crate::format::macros::key!($field $($key)?), name,
                ))||+
            }

            #[cfg(feature = "schema")]
            fn describe_fields(object: &mut $crate::format::ObjectSchema<'_>) {
                $(<$crate::format::macros::kind!($($kind)?) as $crate::format::Field<$type>>::describe(
                    $crate::format::macros::key!($field $($key)?), &[$($doc),*], object,
                );)+
                $(<$rules as $crate::format::Rules<Self>>::describe(&mut object.more);)?
            }
        }

        impl $crate::format::Format for $name {
            fn read(
                at: &::json::Cursor<'_>,
                reader: &mut $crate::format::Reader,
            ) -> Option<Self> {
                <Self as $crate::format::Object>::read_object(at, reader)
            }

            fn write(&self) -> ::json::Json {
                <Self as $crate::format::Object>::write_object(self)
            }

            #[cfg(feature = "schema")]
            fn schema(definitions: &mut $crate::format::Definitions) -> ::json::Json {
                definitions.object::<Self>(stringify!($name), &[$($about),*])
            }
        }
    };
}

macro_rules! kind {
    () => {
        $crate::format::Required
    };
    ($kind:ident) => {
        $crate::format::$kind
    };
}

macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

/// Declares an enum of terms with their written form, in the order in which they are shown.
macro_rules! terms {
    (
        $(#[doc = $about:literal])*
        $visibility:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every term, in the order in which they are shown.
            $visibility const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The written form of each.
            $visibility const NAMES: ::json::Terms = ::json::Terms(&[$($text),+]);

            /// The term as written in records and exports.
            #[must_use]
            $visibility const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        $crate::format::macros::term_format!($name);
    };
}

/// Implements [`Format`](super::Format) for an enum with `ALL` its terms, their `NAMES`, and `as_str`.
macro_rules! term_format {
    ($name:ident) => {
        impl $crate::format::Format for $name {
            fn read(at: &::json::Cursor<'_>, reader: &mut $crate::format::Reader) -> Option<Self> {
                let index = $crate::format::read_term(at, Self::NAMES, reader)?;
                Self::ALL.get(index).copied()
            }

            fn write(&self) -> ::json::Json {
                self.as_str().into()
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut $crate::format::Definitions) -> ::json::Json {
                let terms = Self::NAMES.0.iter().map(|term| (*term).into());
                $crate::format::object([
                    ("type", "string".into()),
                    ("enum", ::json::Json::Array(terms.collect())),
                ])
            }
        }
    };
}

pub(crate) use {key, kind, record, term_format, terms};
