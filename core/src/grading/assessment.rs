//! An assessment, as it is written out.

use serde::Serialize;

use super::finding::Finding;
use super::grades::{GateState, GateSuggestion};
use super::interval::Interval;
use super::path::Path;
use super::reason::Reason;
use crate::framework::{Receipt, Score};
use crate::law::Citation;

/// What a review comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Assessment<'a> {
    /// The id of the framework.
    pub framework: &'a str,
    /// The plan as a whole.
    pub plan: PlanAssessment<'a>,
    /// The sections in printed order; the block on overall quality is the last.
    pub sections: Vec<SectionAssessment<'a>>,
    /// How many of the descriptors that are evidence for each quality standard are met.
    pub standards: Vec<StandardView<'a>>,
    /// How much has been answered.
    pub progress: PlanProgress,
    /// The least that would make the plan surely good enough to be issued; null where the framework does not say what
    /// is.
    pub path: Option<Path<'a>>,
    /// What does not fit together, the most serious first.
    pub findings: Vec<Finding<'a>>,
    /// What it was made by.
    pub receipt: Receipt<'a>,
}

/// What the plan as a whole comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanAssessment<'a> {
    /// The grades that the answers to the criteria still allow; null where the framework has no grade table.
    pub criteria: Option<Interval>,
    /// The best grades that the sections still allow; null where nothing is graded.
    pub cap: Option<Interval>,
    /// What the weighted mean of the sections comes to, where the framework has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub mean: Option<Interval>,
    /// What the required descriptors allow at best, where the framework requires any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub required: Option<Interval>,
    /// The findings that are counted, by severity, where the framework asks for counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub counts: Vec<SeverityTotal<'a>>,
    /// The suggestion: the worst of them, end by end; null where the framework suggests none.
    pub suggested: Option<Interval>,
    /// The score recorded for the plan: the record, whatever is suggested.
    pub recorded: Option<Score>,
    /// Whether it may be issued; null where the framework does not say.
    pub gate: Option<Gate<'a>>,
    /// Why: first the criteria, then the cap, then the suggestion.
    pub because: Vec<Reason<'a>>,
}

/// The findings of one severity, counted where descriptors apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SeverityTotal<'a> {
    /// The severity's id.
    pub id: &'a str,
    /// What people read.
    pub label: &'a str,
    /// How many are counted so far.
    pub given: usize,
    /// How many counts are not given.
    pub open: usize,
}

/// Whether a plan may be issued. This rests on the recorded score alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Gate<'a> {
    /// What the recorded score means.
    pub state: GateState,
    /// Where the suggested grades lie, seen from the grade needed; null where none is suggested.
    pub suggestion: Option<GateSuggestion>,
    /// The same in a sentence.
    pub message: String,
    /// Where it is written.
    pub cites: &'a [Citation],
}

/// What one section comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SectionAssessment<'a> {
    /// Its id.
    pub id: &'a str,
    /// What its answers suggest; null where nothing applies, or the framework suggests no score.
    pub suggested: Option<Interval>,
    /// The score recorded under it. Under `overall` it is the plan's.
    pub recorded: Option<Score>,
    /// What counts in the cap: a recorded score before a suggested one; null where nothing applies.
    pub counted: Option<Interval>,
    /// Its descriptors by how they stand.
    pub descriptors: DescriptorStates<'a>,
    /// How much of it has been answered.
    pub progress: Progress,
    /// Why.
    pub because: Vec<Reason<'a>>,
}

/// The ids of descriptors by how they stand, in printed order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DescriptorStates<'a> {
    /// They count, and are met.
    pub yes: Vec<&'a str>,
    /// They count, and are met in part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub partly: Vec<&'a str>,
    /// They count, and are not met.
    pub no: Vec<&'a str>,
    /// They count, and are not answered, or not all of their findings are counted.
    pub open: Vec<&'a str>,
    /// They have their counts of findings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub counted: Vec<&'a str>,
    /// The assessor excluded them.
    pub not_applicable: Vec<&'a str>,
    /// The context of the plan excludes them.
    pub does_not_apply: Vec<&'a str>,
}

/// The descriptors that are evidence for one quality standard, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StandardView<'a> {
    /// The standard's id.
    pub id: &'a str,
    /// How many are met.
    pub met: usize,
    /// How many are met in part.
    #[serde(skip_serializing_if = "is_zero")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub partly: usize,
    /// How many are not met.
    pub not_met: usize,
    /// How many are not answered.
    pub open: usize,
    /// How many are not about this plan.
    pub not_applicable: usize,
}

/// A number that is left out where it is 0.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// How much has been answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Progress {
    /// How many answers and scores are given.
    pub answered: usize,
    /// How many there are to give.
    pub total: usize,
}

impl Progress {
    /// One answer or score, given or not.
    pub(super) fn count(&mut self, answered: bool) {
        self.total += 1;
        self.answered += usize::from(answered);
    }

    /// Those of another part.
    pub(super) fn add(&mut self, other: Self) {
        self.answered += other.answered;
        self.total += other.total;
    }
}

/// How much of the review has been answered. The sections' own progress stands with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanProgress {
    /// The criteria.
    pub criteria: Progress,
    /// Everything: criteria, descriptors that apply, and scores.
    pub total: Progress,
}
