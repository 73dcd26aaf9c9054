//! The document that holds a review.

use serde::{Serialize, Serializer};

use crate::document::shape::document;
use crate::document::{Age, Day, FreeText, Reference, YearGroup};
use crate::framework::{ContextValue, Score, Stage};

/// A review of one plan. Only `framework` is required; a field not given, or null, is not answered.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ReviewRecord<'a> {
    /// The id of the framework in use.
    pub framework: &'a str,
    /// Facts about the plan that decide what applies. One that is not given is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanRecord<'a>>,
    /// Who reviewed, at what level, when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<&'a ReviewDetails>,
    /// Answers to the criteria of the scale, about the plan as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<std::collections::BTreeMap<String, String>>")
    )]
    pub criteria: Option<Entries<'a, &'a str>>,
    /// What is recorded in each section.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<std::collections::BTreeMap<String, SectionRecord<'a>>>")
    )]
    pub sections: Option<Entries<'a, SectionRecord<'a>>>,
}

/// The entries of an object whose keys are ids, in the order of the framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<'a, T>(pub Vec<(&'a str, T)>);

impl<T> Default for Entries<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for Entries<'a, T> {
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Entries<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

/// Facts about the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanRecord<'a> {
    /// A pseudonymous reference, at most 64 characters. Never a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<&'a Reference>,
    /// The stage of the plan. A proposed amended plan is treated as a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
    /// Never derived from the age.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_group: Option<YearGroup>,
    /// The age in whole years, 0 to 25. Never derived from the year group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<Age>,
    /// The facts that the framework declares, by their ids.
    #[serde(flatten)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub declared: Entries<'a, ContextValue>,
}

/// Who reviewed, at what level, when.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ReviewDetails {
    /// The level of checking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Who reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<Reviewer>,
    /// The date of the review, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
}

document! {
    /// Who reviewed.
    #[derive(Default)]
    pub struct Reviewer {
        /// The role, such as Senior Case Officer.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<FreeText>,
        /// A pseudonym, at most 64 characters.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub id: Option<Reference>,
    }
}

/// What is recorded of a descriptor.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum AnswerRecord<'a> {
    /// Its answer.
    Answer(&'a str),
    /// How many findings it has, by severity.
    Counts(Entries<'a, u16>),
}

/// What is recorded in one section.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SectionRecord<'a> {
    /// Answers to its descriptors.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<std::collections::BTreeMap<String, String>>")
    )]
    pub descriptors: Option<Entries<'a, AnswerRecord<'a>>>,
    /// The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// Key strengths, at most 20,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strengths: Option<&'a FreeText>,
    /// Areas for improvement, at most 20,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub improvements: Option<&'a FreeText>,
    /// The rationale for the score, at most 20,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rationale: Option<&'a FreeText>,
}
