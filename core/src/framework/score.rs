//! Scores: numbers of a framework's scale, ordered by what they stand for.

use serde::{Deserialize, Serialize, Serializer};

use crate::document::bounded::whole_number;
use crate::document::shape::{Kind, Shape};

/// A score of a framework's scale. Scores are ordered from the best to the worst, whichever way their numbers run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score {
    /// Its place on the scale, the best first.
    place: u8,
    number: u8,
}

impl Score {
    pub(super) fn new(place: usize, number: u8) -> Self {
        Self { place: u8::try_from(place).unwrap_or(u8::MAX), number }
    }

    /// Its number, as documents record it.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.number
    }

    /// Its place on the scale, from 0 for the best.
    #[must_use]
    pub const fn place(self) -> usize {
        self.place as usize
    }
}

impl From<Score> for ScoreNumber {
    fn from(score: Score) -> Self {
        Self(score.number)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.number)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number)
    }
}

whole_number! {
    /// The number of a score, as a framework has it.
    pub struct ScaleNumber(u8) from 0 to 100;
}

/// The number of a score, as documents record it. Which numbers are scores is the framework's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScoreNumber(pub u8);

impl Shape for ScoreNumber {
    const KIND: &'static Kind = ScaleNumber::KIND;
}

/// The schema of scores and their numbers, which a framework closes.
#[cfg(feature = "schemars")]
macro_rules! schema {
    ($($name:ident)*) => {$(
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Score".into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                "Score".into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": "A score of the framework's scale, by its number.",
                    "type": "integer",
                    "minimum": 0,
                    "maximum": ScaleNumber::MOST,
                })
            }
        }
    )*};
}

#[cfg(feature = "schemars")]
schema! { Score ScoreNumber }
