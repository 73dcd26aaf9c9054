//! Below which number a report hides counts.

use std::fmt;

use serde::{Serialize, Serializer};

/// Counts from 1 to below this number are hidden, and others where these could be worked out. To show all counts is a
/// choice of its own, [`HiddenBelow::NOTHING`]: no number that is missing or mistaken makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HiddenBelow(u32);

/// The word for showing all counts.
const NONE: &str = "none";

impl HiddenBelow {
    /// The threshold where nothing else is asked for.
    pub const USUAL: Self = Self(5);
    /// All counts are shown, however small.
    pub const NOTHING: Self = Self(0);

    /// A threshold of 2 or more: below 1 there is nothing to hide.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        if number < 2 { None } else { Some(Self(number)) }
    }

    /// The least count that is sure to be shown; 0 where all are.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The threshold that a text states: a whole number of 2 or more, or `none`.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        if text == NONE { Some(Self::NOTHING) } else { Self::new(text.parse().ok()?) }
    }
}

impl fmt::Display for HiddenBelow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::NOTHING { f.write_str(NONE) } else { self.0.fmt(f) }
    }
}

impl Serialize for HiddenBelow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if *self == Self::NOTHING {
            serializer.serialize_str(NONE)
        } else {
            serializer.serialize_u32(self.0)
        }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for HiddenBelow {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "HiddenBelow".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [{ "type": "integer", "minimum": 2, "maximum": u32::MAX }, { "const": NONE }]
        })
    }
}
