//! A document as it arrives: any JSON, within bounds on size and depth, before anything is known of
//! what it should hold.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use crate::json;
use crate::problem::{Problem, ProblemKind, Reader};

/// The largest document read, in bytes of JSON text.
pub const MOST_BYTES: usize = 2_000_000;

/// How deeply objects and lists may stand inside each other.
pub const MOST_LEVELS: usize = 32;

/// Any JSON, with what a checker needs to see kept: fields in order, duplicates too. Texts are those of the
/// document where they have no escapes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json<'t> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    Object(Vec<(Cow<'t, str>, Self)>),
    /// Something below the deepest level.
    TooDeep,
}

impl Json<'_> {
    /// Whether this is null, which is as good as not given.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The same, apart from the text it was read from.
    pub(crate) fn into_owned(self) -> Json<'static> {
        let owned = |text: Cow<str>| Cow::Owned(text.into_owned());
        match self {
            Self::Null => Json::Null,
            Self::Bool(value) => Json::Bool(value),
            Self::Number(number) => Json::Number(number),
            Self::Text(text) => Json::Text(owned(text)),
            Self::List(list) => Json::List(list.into_iter().map(Json::into_owned).collect()),
            Self::Object(fields) => Json::Object(
                fields.into_iter().map(|(name, json)| (owned(name), json.into_owned())).collect(),
            ),
            Self::TooDeep => Json::TooDeep,
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::TooDeep => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            #[expect(clippy::cast_possible_truncation, reason = "whole numbers are small here")]
            Self::Number(number) if number.fract() == 0.0 => {
                serializer.serialize_i32(*number as i32)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(fields) => {
                serializer.collect_map(fields.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

/// A document within bounds, not yet checked for what it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Document<'t> {
    pub(crate) json: Json<'t>,
    /// Whether something in it is below the deepest level.
    is_too_deep: bool,
}

impl<'t> Document<'t> {
    /// Reads JSON text. A byte order mark at its start is passed over.
    ///
    /// # Errors
    /// One problem, when the text is larger than [`MOST_BYTES`] or is not JSON.
    pub fn from_json(text: &'t str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.len() > MOST_BYTES {
            return Err(whole(ProblemKind::TooLarge { most: MOST_BYTES }));
        }
        match json::read(text) {
            Ok((json, is_too_deep)) => Ok(Self { json, is_too_deep }),
            Err(offset) => Err(whole(place(text, offset))),
        }
    }

    /// Its JSON, and a reader of it that has noted what is nested too deeply.
    pub(crate) fn open(&self) -> (&Json<'t>, Reader<'_>) {
        let mut reader = Reader::default();
        if self.is_too_deep {
            reader.too_deep(&self.json);
        }
        (&self.json, reader)
    }

    /// The same, apart from the text it was read from.
    pub(crate) fn into_owned(self) -> Document<'static> {
        Document { json: self.json.into_owned(), is_too_deep: self.is_too_deep }
    }
}

fn whole(kind: ProblemKind) -> Problem {
    Problem { pointer: String::new(), kind }
}

/// The line and the column of an offset in a text.
fn place(text: &str, offset: usize) -> ProblemKind {
    let (mut line, mut column) = (1, 0);
    for byte in text.bytes().take(offset) {
        column += 1;
        if byte == b'\n' {
            line += 1;
            column = 0;
        }
    }
    ProblemKind::NotJson { line, column }
}
