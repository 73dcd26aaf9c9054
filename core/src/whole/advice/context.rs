//! What a host knows of a piece of advice that is checked.

use crate::document::shape::{self, Fields, Kind, Shape, document};
use crate::document::{Day, Document, Problem};
use crate::wording::Linting;

document! {
    /// What a host knows of a piece of advice beyond what the check of its wording needs.
    #[derive(Default)]
    pub struct KnownAdvice {
        /// The day on which it was requested.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub requested: Option<Day>,
    }
}

/// What a host knows of a piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AdviceContext {
    /// What the check of its wording needs.
    #[cfg_attr(feature = "schemars", schemars(flatten))]
    pub linting: Linting,
    /// What else is known.
    #[cfg_attr(feature = "schemars", schemars(flatten))]
    pub advice: KnownAdvice,
}

const CONTEXT: &Kind = &Kind::Joined(&[Linting::FIELDS, KnownAdvice::FIELDS]);

impl AdviceContext {
    /// Reads what a host knows from JSON text.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        let (json, mut reader) = document.open();
        shape::check(json, CONTEXT, &mut reader);
        if !reader.is_fine() {
            return Err(reader.into_problems());
        }
        Ok(Self { linting: Linting::take(json), advice: KnownAdvice::take(json) })
    }
}
