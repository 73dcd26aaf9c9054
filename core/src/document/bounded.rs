//! Texts and numbers with a bound of their own.

use serde::Serialize;

use super::problem::ProblemKind;
use super::shape::{Kind, Shape};
use super::tree::Json;

/// The longest free text kept in one field, in Unicode scalar values.
pub const MOST_TEXT: usize = 20_000;

/// The longest pseudonymous reference, in Unicode scalar values.
pub const MOST_REFERENCE: usize = 64;

/// Whether a text can stand in a pointer, a form field's name and a score line.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// Whether a text is short enough.
pub(crate) fn within_length(text: &str, most: usize) -> Result<(), ProblemKind> {
    // A character has at least a byte, so most texts need not be counted.
    if text.len() <= most {
        return Ok(());
    }
    let length = text.chars().count();
    if length > most { Err(ProblemKind::TooLong { most, length }) } else { Ok(()) }
}

/// A year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
pub struct YearGroup(
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "i32", extend("minimum" = -2, "maximum" = 15))
    )]
    pub i8,
);

impl Shape for YearGroup {
    const KIND: &'static Kind = &Kind::Integer(-2, 15);

    fn take(json: Json) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "checked to be from -2 to 15")]
        if let Json::Number(number) = json { Self(number as i8) } else { Self(0) }
    }
}

/// A free text, at most 20,000 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct FreeText(#[cfg_attr(feature = "schemars", schemars(length(max = 20000)))] pub String);

impl FreeText {
    /// A text, or as many of its characters as there is room for.
    pub(crate) fn cut(text: &str, most: usize) -> Self {
        let end = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
        Self(text.get(..end).unwrap_or_default().to_owned())
    }
}

impl Shape for FreeText {
    const KIND: &'static Kind = &Kind::Own(|json, reader| match json {
        Json::Text(text) => {
            if let Err(kind) = within_length(text, MOST_TEXT) {
                reader.problem(kind);
            }
        }
        _ => reader.wrong_type(json, "text"),
    });

    fn take(json: Json) -> Self {
        Self(String::take(json))
    }
}
