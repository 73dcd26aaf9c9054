//! Texts, numbers and lists that state their bound once: the check, the schema and the sentence read it from here.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::limits::{MOST_REFERENCE, MOST_TEXT, is_id};
use super::problem::ProblemKind;
use super::shape::{Kind, Shape};

/// Declares a text with a bound on its length.
macro_rules! short_text {
    ($( $(#[$outer:meta])* pub struct $name:ident($most:expr); )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl Shape for $name {
            const KIND: &'static Kind = &Kind::ShortText($most);
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "maxLength": $most})
            }
        }
    )*};
}

short_text! {
    /// A free text, at most 20,000 characters.
    pub struct FreeText(MOST_TEXT);

    /// A pseudonymous reference, at most 64 characters. Never a name.
    pub struct Reference(MOST_REFERENCE);
}

impl FreeText {
    /// A text, cut after so many characters.
    pub(crate) fn cut(text: &str, most: usize) -> Self {
        let end = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
        Self(text.get(..end).unwrap_or_default().to_owned())
    }
}

/// Declares a whole number in a range.
macro_rules! whole_number {
    ($( $(#[$outer:meta])* pub struct $name:ident($type:ty) from $least:literal to $most:literal; )*) => {$(
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name($type);

        impl $name {
            /// The least number.
            pub const LEAST: $type = $least;

            /// The greatest number.
            pub const MOST: $type = $most;

            /// The number, if it is in the range.
            #[must_use]
            pub fn new(number: $type) -> Option<Self> {
                (Self::LEAST..=Self::MOST).contains(&number).then_some(Self(number))
            }

            /// The number.
            #[must_use]
            pub const fn number(self) -> $type {
                self.0
            }
        }

        impl $crate::document::shape::Shape for $name {
            const KIND: &'static $crate::document::shape::Kind = &$crate::document::shape::Kind::Integer($least, $most);
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "integer", "minimum": $least, "maximum": $most})
            }
        }
    )*};
}

pub(crate) use whole_number;

whole_number! {
    /// A year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
    pub struct YearGroup(i8) from -2 to 15;

    /// An age in whole years.
    pub struct Age(i8) from 0 to 25;
}

/// A list with at most so many entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bounded<T, const MOST: usize>(pub Vec<T>);

impl<T: Shape, const MOST: usize> Shape for Bounded<T, MOST> {
    const KIND: &'static Kind = &Kind::List(MOST, T::KIND);
}

impl<'b, T, const MOST: usize> IntoIterator for &'b Bounded<T, MOST> {
    type Item = &'b T;
    type IntoIter = std::slice::Iter<'b, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T, const MOST: usize> Deref for Bounded<T, MOST> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

#[cfg(feature = "schemars")]
impl<T: schemars::JsonSchema, const MOST: usize> schemars::JsonSchema for Bounded<T, MOST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Bounded_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let items = generator.subschema_for::<T>();
        schemars::json_schema!({"type": "array", "maxItems": MOST, "items": items})
    }
}

/// An id: it can stand in a pointer, a form field's name and a score line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub String);

impl Shape for Id {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| {
        if reader.text(json).is_some_and(|text| !is_id(text)) {
            reader.problem(ProblemKind::NotAnId {});
        }
    });
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,64}$"})
    }
}
