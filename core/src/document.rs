//! A document as it arrives: any JSON, within bounds on size and depth, before anything is known of
//! what it should hold.

use serde::ser::{Serialize, Serializer};

use crate::json;
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
        json::read(text).map(Self).map_err(|offset| whole(place(text, offset)))
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
