//! A document as it arrives: any JSON, within bounds on size and depth, before anything is known of
//! what it should hold.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::problem::{Problem, ProblemKind};

/// The largest document read, in bytes of JSON text.
pub const MOST_BYTES: usize = 2_000_000;

/// How deeply objects and lists may stand inside each other.
pub const MOST_LEVELS: usize = 32;

/// Any JSON, with what a checker needs to see kept: fields in order, duplicates too.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// Something below the deepest level.
    TooDeep,
}

impl Serialize for Json {
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
pub struct Document(pub(crate) Json);

impl Document {
    /// Reads JSON text. A byte order mark at its start is passed over.
    ///
    /// # Errors
    /// One problem, when the text is larger than [`MOST_BYTES`] or is not JSON.
    pub fn from_json(text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.len() > MOST_BYTES {
            return Err(whole(ProblemKind::TooLarge { most: MOST_BYTES }));
        }
        let mut deserializer = serde_json::Deserializer::from_str(text);
        Node(MOST_LEVELS)
            .deserialize(&mut deserializer)
            .and_then(|json| deserializer.end().map(|()| Self(json)))
            .map_err(|error| {
                whole(ProblemKind::NotJson { line: error.line(), column: error.column() })
            })
    }
}

fn whole(kind: ProblemKind) -> Problem {
    Problem { pointer: String::new(), kind }
}

/// One value still to be read, so many levels above the deepest level allowed.
#[derive(Clone, Copy)]
struct Node(usize);

impl<'de> DeserializeSeed<'de> for Node {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "every number allowed is far below 2^53")]
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "every number allowed is far below 2^53")]
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let Some(levels) = self.0.checked_sub(1) else {
            while access.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Json::TooDeep);
        };
        let mut list = Vec::new();
        while let Some(value) = access.next_element_seed(Self(levels))? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let Some(levels) = self.0.checked_sub(1) else {
            while access.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Json::TooDeep);
        };
        let mut fields = Vec::new();
        while let Some(name) = access.next_key::<String>()? {
            fields.push((name, access.next_value_seed(Self(levels))?));
        }
        Ok(Json::Object(fields))
    }
}
