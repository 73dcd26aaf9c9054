//! The scale: four grades, of which 1 is the best.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::document::shape::{Kind, Shape};
use crate::document::table::Number;

/// A grade: 1 is the best, 4 the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Score {
    /// 1.
    Outstanding = 1,
    /// 2.
    Good = 2,
    /// 3.
    RequiresImprovement = 3,
    /// 4.
    Inadequate = 4,
}

impl Score {
    /// All grades, best first.
    pub const ALL: [Self; 4] =
        [Self::Outstanding, Self::Good, Self::RequiresImprovement, Self::Inadequate];

    /// Its number, 1 to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The grade with this number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|score| i64::from(score.number()) == number)
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.number())
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Score {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A grade: 1 Outstanding, 2 Good, 3 Requires improvement, 4 Inadequate.",
            "type": "integer",
            "enum": [1, 2, 3, 4],
        })
    }
}

impl Shape for Score {
    const KIND: &'static Kind = &Kind::Integer(1, 4);
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(source)?;
        Self::from_number(number)
            .ok_or_else(|| serde::de::Error::custom("no score has this number"))
    }
}

/// Tables with a row for each grade have the best grade first.
impl Number for Score {
    fn at(place: usize) -> Self {
        Self::ALL.get(place).copied().unwrap_or(Self::Inadequate)
    }

    fn place(self) -> usize {
        usize::from(self.number()) - 1
    }
}
