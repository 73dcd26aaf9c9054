//! The assessment of a review: what the answers suggest, what is recorded, whether the plan may be
//! issued, and why. A recorded score is never changed; what is computed is a suggestion.

use serde::Serialize;

use super::grade::{GateState, GateSuggestion, Grades, Interval, SectionGrade, State, grade};
use crate::framework::{Rules, Score, SectionRule};
use crate::grading::finding::{self, Finding};
use crate::grading::path::{self, Path};
use crate::grading::reason::{self, Reason};
use crate::review::Review;

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
    /// The least that would make the plan surely good enough to be issued.
    pub path: Path<'a>,
    /// What does not fit together, the most serious first.
    pub findings: Vec<Finding<'a>>,
}

/// What the plan as a whole comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanAssessment<'a> {
    /// The grades that the answers to the criteria still allow.
    pub criteria: Interval,
    /// The best grades that the sections still allow.
    pub cap: Interval,
    /// The suggestion: the worse of the two, end by end.
    pub suggested: Interval,
    /// The score recorded for the plan: the record, whatever is suggested.
    pub recorded: Option<Score>,
    /// Whether it may be issued.
    pub gate: Gate<'a>,
    /// Why: first the criteria, then the cap, then the suggestion.
    pub because: Vec<Reason<'a>>,
}

/// Whether a plan may be issued. This rests on the recorded score alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Gate<'a> {
    /// What the recorded score means.
    pub state: GateState,
    /// Where the suggested grades lie, seen from the grade needed.
    pub suggestion: GateSuggestion,
    /// The same in a sentence.
    pub message: String,
    /// Where it is written.
    pub cites: &'a [crate::law::Citation],
}

/// What one section comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SectionAssessment<'a> {
    /// Its id.
    pub id: &'a str,
    /// What its answers suggest; null where nothing applies.
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
    /// They count, and are not met.
    pub no: Vec<&'a str>,
    /// They count, and are not answered.
    pub open: Vec<&'a str>,
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
    /// How many are not met.
    pub not_met: usize,
    /// How many are not answered.
    pub open: usize,
    /// How many are not about this plan.
    pub not_applicable: usize,
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
    fn count(&mut self, answered: bool) {
        self.total += 1;
        self.answered += usize::from(answered);
    }

    fn add(&mut self, other: Self) {
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

/// Assesses a review. It cannot fail: a [`Review`] has been checked.
///
/// ```
/// use ehcp_qa_core::{Framework, Review, assess};
///
/// let framework = Framework::shropshire_2023();
/// let text = r#"{
///     "framework": "shropshire-2023",
///     "criteria": {"no_admin_errors": "not_met"},
///     "sections": {"overall": {"score": 2}}
/// }"#;
/// let review = Review::from_json(&framework, text).unwrap();
/// let assessment = assess(&review);
/// // An administrative error leaves only Inadequate; the recorded score still decides the gate.
/// assert_eq!(assessment.plan.suggested.best.number(), 4);
/// assert_eq!(assessment.plan.gate.state.word(), "may_be_issued");
/// assert_eq!(assessment.findings[0].rule, "recorded-better-than-criteria");
/// ```
#[must_use]
pub fn assess(review: &Review) -> Assessment<'_> {
    let grades = grade(review);
    let rules = &review.framework().rules;
    let mut criteria = Progress::default();
    for answer in review.criteria() {
        criteria.count(answer.is_some());
    }
    let mut total = criteria;
    let mut sections = Vec::with_capacity(rules.sections.len());
    for (number, (rule, grade)) in rules.sections.iter().zip(&grades.sections).enumerate() {
        let progress = section_progress(review, &grades.states, number, grade);
        total.add(progress);
        sections.push(SectionAssessment {
            id: &rule.id,
            suggested: grade.suggested,
            recorded: review.score(number),
            counted: grade.counted,
            descriptors: descriptor_states(rules, &grades.states, rule),
            progress,
            because: reason::section(review, &grades, number),
        });
    }
    Assessment {
        framework: &rules.id,
        plan: plan_assessment(review, &grades),
        sections,
        standards: standards(rules, &grades.states),
        progress: PlanProgress { criteria, total },
        path: path::path(review, &grades, rules.issue.issue_at),
        findings: finding::findings(review, &grades),
    }
}

/// The smallest set of changes after which the plan's suggestion is sure to be a grade or better.
#[must_use]
pub fn path_to(review: &Review, score: Score) -> Path<'_> {
    path::path(review, &grade(review), score)
}

fn plan_assessment<'a>(review: &'a Review, grades: &Grades) -> PlanAssessment<'a> {
    let plan = &grades.plan;
    PlanAssessment {
        criteria: plan.criteria,
        cap: plan.cap,
        suggested: plan.suggested,
        recorded: review.plan_score(),
        gate: Gate {
            state: plan.gate,
            suggestion: plan.gate_suggestion,
            message: gate_message(review, grades),
            cites: &review.framework().rules.issue.cites,
        },
        because: reason::plan(review, grades),
    }
}

fn gate_message(review: &Review, grades: &Grades) -> String {
    let framework = review.framework();
    let issue_at = framework.grade_name(framework.rules.issue.issue_at);
    let recorded = review.plan_score().map(|score| framework.grade_name(score)).unwrap_or_default();
    let undecided = "No score is recorded for the plan. The answers ";
    let parts = match (grades.plan.gate, grades.plan.gate_suggestion) {
        (GateState::MayBeIssued, _) => {
            ["The plan is recorded as ", recorded, ": it may be issued.", "", ""]
        }
        (GateState::AnnexB, _) => {
            let until = ": it is not issued until it is at least ";
            ["The plan is recorded as ", recorded, until, issue_at, "."]
        }
        (GateState::Undecided, GateSuggestion::Inside) => {
            let gate = ", with which it could be issued.";
            [undecided, "suggest at least ", issue_at, gate, ""]
        }
        (GateState::Undecided, GateSuggestion::Across) => {
            [undecided, "leave open whether it will be at least ", issue_at, ".", ""]
        }
        (GateState::Undecided, GateSuggestion::Outside) => {
            let gate = ", with which it could not be issued.";
            [undecided, "suggest that it is below ", issue_at, gate, ""]
        }
    };
    parts.concat()
}

fn descriptor_states<'a>(
    rules: &'a Rules,
    states: &[State],
    section: &SectionRule,
) -> DescriptorStates<'a> {
    let mut by_state = DescriptorStates::default();
    for number in section.descriptors.clone() {
        let (Some(rule), Some(state)) = (rules.descriptors.get(number), states.get(number)) else {
            continue;
        };
        let ids = match state {
            State::Yes => &mut by_state.yes,
            State::No => &mut by_state.no,
            State::Open => &mut by_state.open,
            State::NotApplicable => &mut by_state.not_applicable,
            State::DoesNotApply => &mut by_state.does_not_apply,
        };
        ids.push(&rule.id);
    }
    by_state
}

/// Descriptors that apply, and one score where something does. The plan's score is always asked for.
pub(crate) fn section_progress(
    review: &Review,
    states: &[State],
    section: usize,
    grade: &SectionGrade,
) -> Progress {
    let mut progress = Progress::default();
    let Some(rule) = review.framework().rules.sections.get(section) else { return progress };
    for state in states.get(rule.descriptors.clone()).unwrap_or_default() {
        match state {
            State::DoesNotApply => {}
            State::Open => progress.count(false),
            State::Yes | State::No | State::NotApplicable => progress.count(true),
        }
    }
    if grade.suggested.is_some() || rule.is_overall {
        progress.count(review.score(section).is_some());
    }
    progress
}

fn standards<'a>(rules: &'a Rules, states: &[State]) -> Vec<StandardView<'a>> {
    let mut views = Vec::with_capacity(rules.evidence.len());
    for (id, descriptors) in &rules.evidence {
        let mut view = StandardView { id, met: 0, not_met: 0, open: 0, not_applicable: 0 };
        for number in descriptors {
            match states.get(*number) {
                Some(State::Yes) => view.met += 1,
                Some(State::No) => view.not_met += 1,
                Some(State::Open) => view.open += 1,
                Some(State::NotApplicable | State::DoesNotApply) => view.not_applicable += 1,
                None => {}
            }
        }
        views.push(view);
    }
    views
}
