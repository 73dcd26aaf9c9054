//! The least that would make the plan's suggestion sure to be a grade or better.

use serde::Serialize;

use crate::framework::Framework;
use crate::grade::{Grades, Score, State, band, cap_of};
use crate::review::Review;

/// The smallest set of changes after which the worst grade still suggested is good enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Path<'a> {
    /// The grade to reach.
    pub to: Score,
    /// Whether the changes reach it. A framework can ask for more than answers can give.
    pub reachable: bool,
    /// The changes: criteria in their order, then sections in printed order. Empty when the grade
    /// is reached already.
    pub steps: Vec<Step<'a>>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Step<'a> {
    /// What is changed.
    pub kind: StepKind,
    /// Where, as a JSON Pointer into the review.
    pub at: &'a str,
    /// What it must become: the least that is enough.
    pub value: StepValue<'a>,
    /// How it stands now.
    pub state: StepState,
    /// For a score: the descriptors answered no beneath it, as JSON Pointers.
    pub rests_on: Vec<&'a str>,
    /// The same in a sentence.
    pub message: String,
}

/// What a change sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum StepValue<'a> {
    /// An answer.
    Answer(&'a str),
    /// A score.
    Score(Score),
}

crate::shape::choice! {
    /// What a change is made to.
    pub enum StepKind {
        /// The answer to a criterion.
        Criterion = "criterion",
        /// The answer to a descriptor.
        Descriptor = "descriptor",
        /// The recorded score of a section.
        Rescore = "rescore",
    }

    /// How something stands before a change.
    pub enum StepState {
        /// It is not answered yet.
        NotAnswered = "not_answered",
        /// It is answered otherwise.
        AnsweredOtherwise = "answered_otherwise",
    }
}

impl StepState {
    fn of(answered: bool) -> Self {
        if answered { Self::AnsweredOtherwise } else { Self::NotAnswered }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::NotAnswered => "not answered yet",
            Self::AnsweredOtherwise => "answered otherwise",
        }
    }
}

/// The path to a grade.
pub(crate) fn path<'a>(review: &'a Review, grades: &Grades, to: Score) -> Path<'a> {
    let framework: &Framework = review.framework();
    let mut steps = criteria_steps(review, to);
    // The worst score of a section with which the plan can still reach the grade.
    let limits = &framework.interpretation().section_cap;
    let tolerated = Score::ALL.into_iter().rfind(|score| cap_of(limits, *score) <= to);
    let mut reachable = true;
    for section in 0..framework.sections.len() {
        let reached = section_steps(review, grades, section, tolerated, &mut steps);
        reachable &= reached;
    }
    Path { to, reachable, steps }
}

/// The criteria still to be met for the cheapest row of the table that is good enough.
fn criteria_steps(review: &Review, to: Score) -> Vec<Step<'_>> {
    let framework: &Framework = review.framework();
    let unmet = |requires: &[(usize, usize)]| -> Vec<(usize, usize)> {
        let answer = |criterion| review.criteria().get(criterion).copied().flatten();
        let short = |&&(criterion, least): &&(usize, usize)| answer(criterion).unwrap_or(0) < least;
        requires.iter().filter(short).copied().collect()
    };
    let rows = framework.grades.iter().filter(|(score, _)| *score <= to);
    // Rows come best first: of two that ask for as much, the last is the one asked for.
    let cheapest = rows.rev().map(|(_, requires)| unmet(requires)).min_by_key(Vec::len);
    let step = |(number, value): (usize, usize)| {
        let rule = framework.criteria.get(number)?;
        let criterion = framework.interpretation().criteria.get(number)?;
        let value = criterion.values.get(value)?;
        let state = StepState::of(review.criteria().get(number)?.is_some());
        let message = format!("{}: {} ({}).", criterion.label, value.label, state.sentence());
        Some(Step {
            kind: StepKind::Criterion,
            at: &rule.at,
            value: StepValue::Answer(&value.id),
            state,
            rests_on: Vec::new(),
            message,
        })
    };
    cheapest.into_iter().flatten().filter_map(step).collect()
}

/// Adds what one section needs; tells whether that is enough.
fn section_steps<'a>(
    review: &'a Review,
    grades: &Grades,
    section: usize,
    tolerated: Option<Score>,
    steps: &mut Vec<Step<'a>>,
) -> bool {
    let framework: &Framework = review.framework();
    let (Some(rule), Some(grade)) = (framework.sections.get(section), grades.sections.get(section))
    else {
        return true;
    };
    let Some(counted) = grade.counted else { return true };
    let Some(tolerated) = tolerated else { return false };
    if counted.worst <= tolerated {
        return true;
    }
    let states = || {
        let descriptors = framework.descriptors.iter().zip(&grades.states);
        descriptors.skip(rule.descriptors.start).take(rule.descriptors.len())
    };
    let recorded = review.score(section).filter(|_| !rule.is_overall);
    let bands = &framework.interpretation().section_suggestion;
    let total = grade.counts.total();
    let enough = (grade.counts.yes..=total)
        .find(|yes| band(bands, *yes, total).is_some_and(|band| band.score <= tolerated));
    match (recorded, enough) {
        (None, Some(enough)) => {
            let needed = enough - grade.counts.yes;
            // Those not answered are asked for first, but all are told in printed order.
            let open = grade.counts.open.min(needed);
            let mut left = [(State::Open, open), (State::No, needed - open)];
            for (rule, stands) in states() {
                let Some((_, left)) =
                    left.iter_mut().find(|(state, left)| state == stands && *left > 0)
                else {
                    continue;
                };
                *left -= 1;
                let state = StepState::of(*stands == State::No);
                steps.push(Step {
                    kind: StepKind::Descriptor,
                    at: &rule.at,
                    value: StepValue::Answer("yes"),
                    state,
                    rests_on: Vec::new(),
                    message: format!("Descriptor {}: yes ({}).", rule.id, state.sentence()),
                });
            }
            true
        }
        // What the policy suggests at best is not enough, and the overall block has no score of
        // its own to be recorded.
        (None, None) if rule.is_overall => false,
        (recorded, _) => {
            let failing = states().filter(|(_, state)| **state == State::No);
            let state = StepState::of(recorded.is_some());
            steps.push(Step {
                kind: StepKind::Rescore,
                at: &rule.score_at,
                value: StepValue::Score(tolerated),
                state,
                rests_on: failing.map(|(rule, _)| rule.at.as_str()).collect(),
                message: format!(
                    "Section {}: score {} or better ({}).",
                    rule.id,
                    framework.grade_name(tolerated),
                    state.sentence(),
                ),
            });
            true
        }
    }
}
