//! The document that holds a review: what is written out, and what the schema describes.

use std::ops::Range;

use serde::{Serialize, Serializer};

use super::answer::{Answer, TextField};
use super::checked::Review;
use crate::document::table::each;
use crate::framework::{DescriptorNo, Score};

/// A review of one plan. Only `framework` is required; a field not given, or null, is not answered.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ReviewRecord {
    /// The id of the framework in use.
    pub framework: String,
    /// Facts about the plan that decide what applies. One that is not given is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanRecord>,
    /// Who reviewed, at what level, when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewDetails>,
    /// Answers to the criteria of the scale, about the plan as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<std::collections::BTreeMap<String, String>>")
    )]
    pub criteria: Option<Entries<String>>,
    /// What is recorded in each section.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<std::collections::BTreeMap<String, SectionRecord>>")
    )]
    pub sections: Option<Entries<SectionRecord>>,
}

/// The entries of an object whose keys are ids, in the order of the framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

/// Facts about the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanRecord {
    /// A pseudonymous reference, at most 64 characters. Never a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 64)))]
    pub reference: Option<String>,
    /// The stage of the plan. A proposed amended plan is treated as a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<crate::framework::Stage>,
    /// The year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
    /// Never derived from the age.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(range(min = -2, max = 15)))]
    pub year_group: Option<i8>,
    /// The age in whole years, 0 to 25. Never derived from the year group.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(range(min = 0, max = 25)))]
    pub age: Option<i8>,
    /// Has health needs related to SEN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health_needs: Option<bool>,
    /// Has social care needs related to SEN, or requiring provision under section 2 of the
    /// Chronically Sick and Disabled Persons Act 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub social_care_needs: Option<bool>,
    /// A personal budget has been requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_budget: Option<bool>,
    /// Educated at home by the parents' choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_educated: Option<bool>,
    /// Has a medical diagnosis.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medical_diagnosis: Option<bool>,
}

/// Who reviewed, at what level, when.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ReviewDetails {
    /// The level of checking, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(range(min = 1, max = 5)))]
    pub level: Option<u8>,
    /// Who reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<Reviewer>,
    /// The date of the review, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(extend("format" = "date")))]
    pub date: Option<String>,
}

/// Who reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Reviewer {
    /// The role, such as Senior Case Officer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 20000)))]
    pub role: Option<String>,
    /// A pseudonym, at most 64 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 64)))]
    pub id: Option<String>,
}

/// What is recorded in one section.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SectionRecord {
    /// Answers to its descriptors.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<std::collections::BTreeMap<String, Answer>>")
    )]
    pub descriptors: Option<Entries<Answer>>,
    /// The score that the assessor gives. Under `overall` it is the score of the plan as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// Key strengths, at most 20,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 20000)))]
    pub strengths: Option<String>,
    /// Areas for improvement, at most 20,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 20000)))]
    pub improvements: Option<String>,
    /// The rationale for the score, at most 20,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(length(max = 20000)))]
    pub rationale: Option<String>,
}

impl Review {
    /// The review as a document, without anything that is not answered.
    #[must_use]
    pub fn record(&self) -> ReviewRecord {
        let framework = self.framework();
        let plan = PlanRecord {
            reference: self.reference.clone(),
            stage: self.context.stage,
            year_group: self.context.year_group,
            age: self.context.age,
            health_needs: self.context.health_needs,
            social_care_needs: self.context.social_care_needs,
            personal_budget: self.context.personal_budget,
            home_educated: self.context.home_educated,
            medical_diagnosis: self.context.medical_diagnosis,
        };
        let reviewer = Reviewer { role: self.role.clone(), id: self.reviewer.clone() };
        let details = ReviewDetails {
            level: self.level,
            reviewer: unless_empty(reviewer),
            date: self.date.clone(),
        };
        let mut criteria = Entries::default();
        for (number, rule) in framework.rules.criteria.iter() {
            if let Some(value) = self.criteria[number] {
                criteria.0.push((rule.id.clone(), rule.values[value].id.clone()));
            }
        }
        let mut sections = Entries::default();
        for (number, section) in framework.rules.sections.iter() {
            let text = |field| self.text_of(number, field).map(str::to_owned);
            let record = SectionRecord {
                descriptors: unless_empty(self.answers_in(&section.descriptors)),
                score: self.score_of(number),
                strengths: text(TextField::Strengths),
                improvements: text(TextField::Improvements),
                rationale: text(TextField::Rationale),
            };
            if record != SectionRecord::default() {
                sections.0.push((section.id.clone(), record));
            }
        }
        ReviewRecord {
            framework: framework.id().to_owned(),
            plan: unless_empty(plan),
            review: unless_empty(details),
            criteria: unless_empty(criteria),
            sections: unless_empty(sections),
        }
    }

    fn answers_in(&self, descriptors: &Range<DescriptorNo>) -> Entries<Answer> {
        let rules = &self.framework.rules;
        let answered = each(descriptors).filter_map(|number| {
            Some((rules.descriptors[number].id.clone(), self.answer_to(number)?))
        });
        answered.collect()
    }
}

/// A part of the document, unless it is empty, which equals absence.
fn unless_empty<T: Default + PartialEq>(part: T) -> Option<T> {
    (part != T::default()).then_some(part)
}
