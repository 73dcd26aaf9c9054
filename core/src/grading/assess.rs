//! The assessment of a review. A recorded score is never changed; what is computed is a suggestion.

use super::assessment::{
    Assessment, DescriptorStates, Gate, PlanAssessment, PlanProgress, Progress, SectionAssessment,
    SeverityTotal, StandardView,
};
use super::counts::{Total, total};
use super::finding;
use super::graded::Graded;
use super::grades::{GateState, GateSuggestion, SectionGrade};
use super::messages;
use super::path::{self, Path};
use super::reason;
use super::state::State;
use crate::document::table::each;
use crate::framework::{Receipt, Score, SectionNo};
use crate::review::Review;

/// Assesses a review. It cannot fail: a [`Review`] has been checked.
///
/// ```
/// use ehcp_qa_core::{Framework, Review, assess};
///
/// let framework = Framework::built_in();
/// let text = r#"{
///     "framework": "shropshire-2023",
///     "criteria": {"no_admin_errors": "not_met"},
///     "sections": {"overall": {"score": 2}}
/// }"#;
/// let review = Review::from_json(&framework, text).unwrap();
/// let assessment = assess(&review);
/// // An administrative error leaves only Inadequate; the recorded score still decides the gate.
/// assert_eq!(assessment.plan.suggested.unwrap().best.number(), 4);
/// assert_eq!(assessment.plan.gate.as_ref().unwrap().state.word(), "may_be_issued");
/// assert_eq!(assessment.findings[0].rule, "recorded-better-than-criteria");
/// ```
#[must_use]
pub fn assess(review: &Review) -> Assessment<'_> {
    let graded = Graded::new(review);
    let rules = graded.rules;
    let mut criteria = Progress::default();
    for answer in review.criteria().rows() {
        criteria.count(answer.is_some());
    }
    let mut total = criteria;
    let mut sections = Vec::with_capacity(rules.sections.len());
    for section in rules.sections.numbers() {
        let assessed = section_assessment(&graded, section);
        total.add(assessed.progress);
        sections.push(assessed);
    }
    let reasons = reason::of_plan(&graded);
    let findings = finding::findings(&graded, &reasons);
    let plan = &graded.grades.plan;
    Assessment {
        framework: &rules.id,
        plan: PlanAssessment {
            criteria: plan.criteria,
            cap: plan.cap,
            mean: plan.mean,
            required: plan.required,
            counts: totals(&graded),
            suggested: plan.suggested,
            recorded: review.plan_score(),
            gate: plan.gate.zip(rules.issue.issue_at).map(|(state, issue_at)| Gate {
                state,
                suggestion: plan.gate_suggestion,
                message: gate_message(&graded, state, issue_at),
                cites: &rules.issue.cites,
            }),
            because: reasons.into_list(),
        },
        sections,
        standards: standards(&graded),
        progress: PlanProgress { criteria, total },
        path: rules.issue.issue_at.map(|issue_at| path::path(&graded, issue_at)),
        findings,
        receipt: Receipt::new(Some(review.framework().digest()), None),
    }
}

/// The smallest set of changes after which the plan's suggestion is sure to be a grade or better.
#[must_use]
pub fn path_to(review: &Review, score: Score) -> Path<'_> {
    path::path(&Graded::new(review), score)
}

fn gate_message(graded: &Graded, state: GateState, issue_at: Score) -> String {
    let scale = &graded.rules.scale;
    let message = match (state, graded.grades.plan.gate_suggestion) {
        (GateState::MayBeIssued, _) => &messages::GATE_MAY_BE_ISSUED,
        (GateState::NotToBeIssued, _) => &messages::GATE_BELOW,
        (GateState::Undecided, None) => &messages::GATE_NOT_RECORDED,
        (GateState::Undecided, Some(GateSuggestion::Inside)) => &messages::GATE_SUGGESTED_ENOUGH,
        (GateState::Undecided, Some(GateSuggestion::Across)) => &messages::GATE_SUGGESTED_OPEN,
        (GateState::Undecided, Some(GateSuggestion::Outside)) => &messages::GATE_SUGGESTED_BELOW,
    };
    let recorded = graded.review.plan_score().map_or("", |score| scale.name(score));
    let issue_at = scale.name(issue_at);
    graded.rules.catalogue.say(message, &[("recorded", &recorded), ("issue_at", &issue_at)])
}

fn section_assessment<'a>(graded: &Graded<'a>, section: SectionNo) -> SectionAssessment<'a> {
    let grade = &graded.grades.sections[section];
    SectionAssessment {
        id: &graded.rules.sections[section].id,
        suggested: grade.suggested,
        recorded: graded.review.score_of(section),
        counted: grade.counted,
        descriptors: descriptor_states(graded, section),
        progress: section_progress(graded.review, section, grade),
        because: reason::of_section(graded, section),
    }
}

fn descriptor_states<'a>(graded: &Graded<'a>, section: SectionNo) -> DescriptorStates<'a> {
    let rules = graded.rules;
    let mut by_state = DescriptorStates::default();
    for number in each(&rules.sections[section].descriptors) {
        let ids = match graded.states[number] {
            State::Yes => &mut by_state.yes,
            State::Partly => &mut by_state.partly,
            State::No => &mut by_state.no,
            State::Open | State::ToCount => &mut by_state.open,
            State::Counted => &mut by_state.counted,
            State::NotApplicable => &mut by_state.not_applicable,
            State::DoesNotApply => &mut by_state.does_not_apply,
        };
        ids.push(&rules.descriptors[number].id);
    }
    by_state
}

/// Descriptors that apply, and one score where something does. The plan's score is always asked for.
pub(crate) fn section_progress(
    review: &Review,
    section: SectionNo,
    grade: &SectionGrade,
) -> Progress {
    let counts = grade.counts;
    let answered = counts.yes + counts.partly + counts.no + counts.not_applicable + counts.counted;
    let mut progress = Progress { answered, total: answered + counts.open + counts.to_count };
    let rules = &review.framework().rules;
    if rules.scale.ends().is_some() && (grade.applies || rules.sections[section].is_overall) {
        progress.count(review.score_of(section).is_some());
    }
    progress
}

/// What is counted, by severity.
fn totals<'a>(graded: &Graded<'a>) -> Vec<SeverityTotal<'a>> {
    let totals = graded.rules.severities.iter().map(|(number, severity)| {
        let Total { given, open } = total(graded.review, number);
        SeverityTotal { id: &severity.id, label: &severity.label, given, open }
    });
    totals.collect()
}

fn standards<'a>(graded: &Graded<'a>) -> Vec<StandardView<'a>> {
    let views = graded.rules.evidence.iter().map(|(id, descriptors)| {
        let mut view =
            StandardView { id, met: 0, partly: 0, not_met: 0, open: 0, not_applicable: 0 };
        for number in descriptors {
            match graded.states[*number] {
                State::Yes => view.met += 1,
                State::Partly => view.partly += 1,
                State::No => view.not_met += 1,
                State::Open => view.open += 1,
                State::NotApplicable | State::DoesNotApply => view.not_applicable += 1,
                // No descriptor that is counted is evidence.
                State::Counted | State::ToCount => {}
            }
        }
        view
    });
    views.collect()
}
