//! What the check of a piece of advice returns.

use serde::Serialize;

use crate::framework::Severity;
use crate::law::Citation;
use crate::plan::TextPlace;

/// What was found in a piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AdviceCheck<'a> {
    /// What each finding is: words for a person to review.
    pub standing: &'a str,
    /// The id of the questions that were asked; none where nothing is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questions: Option<&'a str>,
    /// What was found: what is asked of the advice first, and then its wording in the order of the text.
    pub findings: Vec<AdviceFinding<'a>>,
    /// What could not be checked, because a date is not known.
    pub not_checked: Vec<&'static str>,
}

/// Something that was found in a piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AdviceFinding<'a> {
    /// The id of the rule, or the word for what is asked.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// What it says.
    pub message: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// What to do.
    pub instead: &'a str,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// Where the words stand: the part is their kind, the block their number in the list of that kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<TextPlace>,
    /// The words.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub words: String,
    /// The statement in the author's words, with blanks where something is to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite: Option<String>,
}
