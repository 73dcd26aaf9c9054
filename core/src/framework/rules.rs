//! A framework as grading sees it: what is looked up is worked out once, and ids have become numbers.

use std::ops::Range;

use super::{Choice, ContextCondition, ContextField, Severity, Standing, ThreadReading};
use crate::framework::Score;
use crate::law::{Basis, Citation};

/// What grading needs of a framework.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    pub(crate) id: String,
    /// The names of the grades, best first, such as "2 Good".
    pub(crate) grade_names: [String; 4],
    /// The block on overall quality is the last.
    pub(crate) sections: Vec<SectionRule>,
    pub(crate) descriptors: Vec<DescriptorRule>,
    /// The numbers of the descriptors in the order of their ids.
    pub(crate) by_id: Vec<usize>,
    pub(crate) criteria: Vec<CriterionRule>,
    /// Best grade first.
    pub(crate) grades: Vec<GradeRule>,
    /// What facts about the plan are called.
    pub(crate) facts: Vec<(ContextField, String)>,
    pub(crate) applicability: Vec<ApplicabilityRule>,
    /// Each standard's descriptors, in printed order.
    pub(crate) evidence: Vec<(String, Vec<usize>)>,
    /// Best score first.
    pub(crate) bands: Vec<BandRule>,
    pub(crate) limits: Vec<LimitRule>,
    pub(crate) issue: IssueRule,
    pub(crate) checks: Vec<CheckRule>,
    pub(crate) thread: Option<ThreadReading>,
}

impl Rules {
    /// What a fact about the plan is called.
    pub(crate) fn fact(&self, field: ContextField) -> &str {
        let told = self.facts.iter().find(|(known, _)| *known == field);
        told.map_or(field.word(), |(_, label)| label)
    }

    /// The number of a descriptor. It is looked for from a place on: most documents have them in order.
    pub(crate) fn descriptor_number(&self, from: usize, id: &str) -> Option<usize> {
        let (before, behind) = self.descriptors.split_at_checked(from)?;
        let is_it = |rule: &DescriptorRule| rule.id == id;
        let found = behind.iter().position(is_it).map(|number| from + number);
        found.or_else(|| before.iter().position(is_it))
    }
}

/// A section.
#[derive(Debug)]
pub(crate) struct SectionRule {
    pub(crate) id: String,
    pub(crate) is_overall: bool,
    /// Its descriptors among all of them.
    pub(crate) descriptors: Range<usize>,
    pub(crate) score_at: String,
    pub(crate) improvements_at: String,
    pub(crate) rationale_at: String,
}

/// A descriptor.
#[derive(Debug)]
pub(crate) struct DescriptorRule {
    pub(crate) id: String,
    pub(crate) section: usize,
    pub(crate) at: String,
    pub(crate) all_of: Vec<ContextCondition>,
    pub(crate) may_exclude: bool,
    /// The entry of `applicability` that covers it.
    pub(crate) entry: usize,
}

/// A criterion.
#[derive(Debug)]
pub(crate) struct CriterionRule {
    pub(crate) id: String,
    pub(crate) at: String,
    pub(crate) label: String,
    /// From the worst to the best.
    pub(crate) values: Vec<Choice>,
}

/// What a grade requires: criteria, each with its least answer.
#[derive(Debug)]
pub(crate) struct GradeRule {
    pub(crate) score: Score,
    pub(crate) requires: Vec<(usize, usize)>,
}

/// What it rests on that some descriptors apply to some plans only.
#[derive(Debug)]
pub(crate) struct ApplicabilityRule {
    pub(crate) basis: Basis,
}

/// A score suggested where at least `of` out of `out_of` are met.
#[derive(Debug)]
pub(crate) struct BandRule {
    pub(crate) id: String,
    pub(crate) score: Score,
    pub(crate) of: u8,
    pub(crate) out_of: u8,
}

/// The grade that a section's score allows the plan at best.
#[derive(Debug)]
pub(crate) struct LimitRule {
    pub(crate) section_score: Score,
    pub(crate) plan_at_best: Score,
}

/// The worst grade with which a plan may be issued, and where that is printed.
#[derive(Debug)]
pub(crate) struct IssueRule {
    pub(crate) issue_at: Score,
    pub(crate) cites: Vec<Citation>,
}

impl Default for IssueRule {
    fn default() -> Self {
        Self { issue_at: Score::Outstanding, cites: Vec::new() }
    }
}

/// A check.
#[derive(Debug)]
pub(crate) struct CheckRule {
    pub(crate) id: String,
    pub(crate) severity: Severity,
    pub(crate) why: String,
    pub(crate) clear: String,
    pub(crate) cites: Vec<Citation>,
    pub(crate) look: Look,
}

/// What a check looks at.
#[derive(Debug)]
pub(crate) enum Look {
    /// It is built in.
    BuiltIn(BuiltIn),
    /// The answers that it is about.
    Answers(AnswersRule),
}

/// A check told by the answers that it is about.
#[derive(Debug, Default)]
pub(crate) struct AnswersRule {
    pub(crate) message: String,
    pub(crate) context: Vec<ContextCondition>,
    /// Criteria and the number of the answer looked for.
    pub(crate) criteria: Vec<(usize, usize)>,
    pub(crate) every: Vec<(usize, Vec<Standing>)>,
    pub(crate) any: Vec<(usize, Vec<Standing>)>,
}

crate::document::shape::choice! {
    /// The checks that are built in; a framework gives their severity and citations.
    pub enum BuiltIn {
        /// The plan is recorded better than its criteria allow.
        RecordedBetterThanCriteria = "recorded-better-than-criteria",
        /// The plan is recorded better than its sections allow.
        RecordedBetterThanCap = "recorded-better-than-cap",
        /// A score of 1 stands beside a counted no.
        RecordedOutstandingWithNo = "recorded-outstanding-with-no",
        /// A score is more than one away from what the answers suggest.
        RecordedFarFromSuggestion = "recorded-far-from-suggestion",
        /// The context makes a descriptor apply that was answered not applicable.
        NotApplicableButApplies = "not-applicable-but-applies",
        /// A score has no rationale.
        ScoreWithoutRationale = "score-without-rationale",
        /// A counted no has no improvement noted.
        NoWithoutImprovement = "no-without-improvement",
        /// A descriptor is answered that does not apply.
        AnswerDoesNotApply = "answer-does-not-apply",
        /// A section is scored in which nothing applies.
        ScoreWhereNothingApplies = "score-where-nothing-applies",
        /// Facts that rules depend on are not given.
        ContextNotKnown = "context-not-known",
    }

    /// The rules of the golden thread that are built in; a framework gives their severity and citations.
    pub enum ThreadBuiltIn {
        /// An item is linked to something that the plan does not have.
        UnknownLink = "thread-unknown-link",
        /// An item is linked to one that it cannot be joined with.
        SenselessLink = "thread-senseless-link",
        /// An item has no line at all.
        Orphan = "thread-orphan",
        /// Links lead round in a circle.
        ReferenceCycle = "thread-reference-cycle",
    }
}
