//! What a comparison of advice with a plan returns.

use serde::Serialize;

use crate::document::Day;
use crate::document::shape::choice;
use crate::law::PlanSection;
use crate::plan::{AdviceKind, TextPlace};
use crate::whole::compare::ChangeReason;

choice! {
    /// What became of a statement of advice in the plan, the most serious first.
    pub enum CoverageStatus {
        /// The plan has no statement that is close to it.
        NotFound = "not_found",
        /// The plan says less: at least one element is less than was advised.
        Weaker = "weaker",
        /// The plan has it, in a section that is not for it.
        Moved = "moved",
        /// The plan has all of it, in these words or in others.
        Whole = "whole",
    }

    /// What a plan specifies that no advice has.
    pub enum NoSource {
        /// How long or how often.
        Amount = "amount",
        /// Provision that no advice recommends.
        Provision = "provision",
        /// A name or a role of somebody who provides it.
        Provider = "provider",
        /// A diagnosis.
        Diagnosis = "diagnosis",
    }

    /// What does not agree between the list of advice and the advice given.
    pub enum KFault {
        /// The list does not name it.
        Missing = "missing",
        /// The list has another date.
        Date = "date",
        /// The list has another name of the author.
        Author = "author",
    }
}

/// What became of advice in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Coverage {
    /// What each finding is: words for a person to review.
    pub standing: String,
    /// The advice, in the order in which it was given.
    pub advices: Vec<CoveredAdvice>,
    /// The statements of the plan that can carry advice, in their order.
    pub plan: Vec<PlanWords>,
    /// What the plan specifies for which no source was found in the advice.
    pub unsourced: Vec<Unsourced>,
    /// Where two pieces of advice differ.
    pub conflicts: Vec<AdviceConflict>,
    /// Where the list of advice in Section K does not agree with the advice given.
    pub listed: Vec<KEntryFault>,
    /// What bears on each descriptor on which something bears, in printed order.
    pub descriptors: Vec<DescriptorCoverage>,
    /// What bears on each criterion on which something bears.
    pub criteria: Vec<CriterionCoverage>,
    /// The choices that name a place where nothing stands. They change nothing.
    pub unknown: Vec<UnknownChoice>,
}

/// What bears on a descriptor. It answers nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DescriptorCoverage {
    /// The descriptor.
    pub descriptor: String,
    /// Its section in the framework.
    pub section: String,
    /// What speaks against it, as JSON Pointers into this document.
    pub against: Vec<String>,
    /// What speaks for it, likewise.
    pub speaks_for: Vec<String>,
}

/// What bears on a criterion. It answers nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CriterionCoverage {
    /// The criterion.
    pub criterion: String,
    /// What speaks against it, as JSON Pointers into this document.
    pub against: Vec<String>,
    /// What speaks for it, likewise.
    pub speaks_for: Vec<String>,
}

/// A part of a choice that names a place where nothing stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct UnknownChoice {
    /// The number of the choice, from 0.
    pub choice: usize,
    /// Where it names the place, as a JSON Pointer into the list of choices.
    pub pointer: String,
    /// A sentence for people.
    pub message: String,
}

/// A piece of advice with what became of its statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CoveredAdvice {
    /// The name of its author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// The role of its author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Its needs, outcomes and recommendations, in their order.
    pub statements: Vec<CarriedStatement>,
}

/// A statement of advice with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CarriedStatement {
    /// What it is about.
    pub kind: AdviceKind,
    /// What became of it.
    pub status: CoverageStatus,
    /// Where it stands in the advice: the part is its kind, the block its number in the list of that kind.
    pub place: TextPlace,
    /// What it says.
    pub text: String,
    /// The statements of the plan with which it is paired.
    pub plan: Vec<PlanWords>,
    /// The statement of the plan that is closest to one which was not found, for a person to look at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closest: Option<PlanWords>,
    /// The words that both have, for which they are paired.
    pub shared: Vec<String>,
    /// Whether a person says with which statements it is paired.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub chosen: bool,
    /// Why the plan says less or more, element by element. What is less comes first.
    pub reasons: Vec<ChangeReason>,
}

/// Words of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanWords {
    /// The section in which they stand.
    pub section: PlanSection,
    /// Where they stand.
    pub place: TextPlace,
    /// What they say.
    pub text: String,
    /// The kind of statement of advice that their section carries, which may be paired with them; none where it
    /// carries none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carries: Option<AdviceKind>,
}

/// Words of a piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AdviceWords {
    /// The number of the advice among those given, from 0.
    pub advice: usize,
    /// Where they stand.
    pub place: TextPlace,
    /// What they say.
    pub text: String,
}

/// Something that the plan specifies and for which no source was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Unsourced {
    /// What it is.
    pub kind: NoSource,
    /// The statement of the plan.
    pub plan: PlanWords,
    /// The words for which no source was found.
    pub words: String,
    /// A sentence for people.
    pub message: String,
}

/// Two statements of different advice that differ on one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AdviceConflict {
    /// The statement of one.
    pub one: AdviceWords,
    /// That of the other.
    pub other: AdviceWords,
    /// The element on which they differ, and the words of both.
    pub reason: ChangeReason,
    /// The statement of the plan that names the difference, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_by: Option<PlanWords>,
    /// A sentence for people.
    pub message: String,
}

/// A difference between the list of advice in Section K and the advice given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct KEntryFault {
    /// The number of the advice among those given, from 0.
    pub advice: usize,
    /// What does not agree.
    pub fault: KFault,
    /// The entry of the list, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<PlanWords>,
    /// A sentence for people.
    pub message: String,
}
