//! Grades alone: what a rule engine would give, without reasons.

use serde::{Serialize, Serializer};

use super::finding::ids;
use super::grades::{GateState, GateSuggestion, SectionGrade, grades};
use super::interval::Interval;
use crate::document::table::Table;
use crate::framework::{Framework, Score, SectionNo};
use crate::review::Review;

/// What a review comes to, without reasons.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Grading<'a> {
    /// The id of the framework.
    pub framework: &'a str,
    /// The plan as a whole.
    pub plan: PlanGrading,
    /// The suggestion for each section by its id, in printed order; null where nothing applies.
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "std::collections::BTreeMap<String, Option<Interval>>")
    )]
    pub sections: SectionSuggestions<'a>,
    /// The rule of each finding, in the order of an assessment's findings.
    pub findings: Vec<&'a str>,
}

/// What the plan as a whole comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanGrading {
    /// The grades that the answers to the criteria still allow; null where the framework has no grade table.
    pub criteria: Option<Interval>,
    /// The best grades that the sections still allow; null where nothing is graded.
    pub cap: Option<Interval>,
    /// The suggestion: the worse of the two, end by end; null where the framework suggests none.
    pub suggested: Option<Interval>,
    /// The score recorded for the plan: the record, whatever is suggested.
    pub recorded: Option<Score>,
    /// Whether it may be issued; null where the framework does not say.
    pub gate: Option<GateGrading>,
}

/// Whether a plan may be issued. This rests on the recorded score alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct GateGrading {
    /// What the recorded score means.
    pub state: GateState,
    /// Where the suggested grades lie, seen from the grade needed; null where none is suggested.
    pub suggestion: Option<GateSuggestion>,
}

/// The suggestion for each section.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionSuggestions<'a> {
    framework: &'a Framework,
    grades: Table<SectionNo, SectionGrade>,
}

impl<'a> SectionSuggestions<'a> {
    /// The ids of the sections in printed order, each with its suggestion; none where nothing applies.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, Option<Interval>)> {
        let ids = self.framework.section_ids();
        ids.zip(self.grades.rows().iter().map(|grade| grade.suggested))
    }
}

impl Serialize for SectionSuggestions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Grades a review: what [`assess`](crate::assess) suggests, without the reasons. For lists of many plans.
///
/// ```
/// use ehcp_qa_core::{Framework, Review, grade};
///
/// let framework = Framework::built_in();
/// let text = r#"{"framework": "shropshire-2023", "criteria": {"no_admin_errors": "not_met"}}"#;
/// let review = Review::from_json(&framework, text).unwrap();
/// let grading = grade(&review);
/// assert_eq!(grading.plan.suggested.unwrap().best.number(), 4);
/// assert_eq!(grading.findings, ["context-not-known"]);
/// ```
#[must_use]
pub fn grade(review: &Review) -> Grading<'_> {
    let framework: &Framework = review.framework();
    let grades = grades(review);
    let findings = ids(review, &grades);
    let plan = grades.plan;
    Grading {
        framework: framework.id(),
        plan: PlanGrading {
            criteria: plan.criteria,
            cap: plan.cap,
            suggested: plan.suggested,
            recorded: review.plan_score(),
            gate: plan.gate.map(|state| GateGrading { state, suggestion: plan.gate_suggestion }),
        },
        sections: SectionSuggestions { framework, grades: grades.sections },
        findings,
    }
}
