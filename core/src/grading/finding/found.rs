//! A finding.

use serde::Serialize;

use crate::framework::Severity;
use crate::law::Citation;

/// Something that does not fit together, or that is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Finding<'a> {
    /// The id of the check that found it.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// The field to look at first, as a JSON Pointer into the review.
    pub at: &'a str,
    /// The answers it rests on, as JSON Pointers.
    pub rests_on: Vec<&'a str>,
    /// What it says.
    pub message: String,
    /// Why it matters.
    pub why: &'a str,
    /// What would clear it.
    pub clear: &'a str,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// For `context-not-known`: the ids of the facts that are not given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub fields: Vec<&'a str>,
    /// For `context-not-known`: the checks that were not made because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub not_checked: Vec<&'a str>,
}
