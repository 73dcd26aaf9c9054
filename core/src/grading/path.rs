//! The least that would make the plan's suggestion sure to be a grade or better.

use serde::Serialize;

use super::grade::{Grades, SectionGrade, State, band, cap_of};
use crate::framework::{GradeRule, Score, SectionRule};
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

crate::document::shape::choice! {
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
    let rules = &review.framework().rules;
    let mut steps = Vec::new();
    criteria_steps(review, to, &mut steps);
    // The worst score of a section with which the plan can still reach the grade.
    let mut tolerated = None;
    for score in Score::ALL {
        if cap_of(&rules.limits, score) <= to {
            tolerated = Some(score);
        }
    }
    let mut reachable = true;
    for (number, (rule, grade)) in rules.sections.iter().zip(&grades.sections).enumerate() {
        let recorded = review.score(number).filter(|_| !rule.is_overall);
        let section = Section { review, grades, rule, grade, recorded };
        reachable &= section.steps(tolerated, &mut steps);
    }
    Path { to, reachable, steps }
}

/// Adds the criteria still to be met for the cheapest row of the table that is good enough.
fn criteria_steps<'a>(review: &'a Review, to: Score, steps: &mut Vec<Step<'a>>) {
    let rules = &review.framework().rules;
    let answer = |criterion: usize| review.criteria().get(criterion).copied().flatten();
    let unmet = |(criterion, least): (usize, usize)| answer(criterion).unwrap_or(0) < least;
    let mut cheapest: Option<(&GradeRule, usize)> = None;
    for row in &rules.grades {
        let count = row.requires.iter().filter(|requirement| unmet(**requirement)).count();
        // Rows come best first: of two that ask for as much, the last is the one asked for.
        if row.score <= to && cheapest.is_none_or(|(_, least)| count <= least) {
            cheapest = Some((row, count));
        }
    }
    let Some((row, _)) = cheapest else { return };
    for (criterion, least) in &row.requires {
        let Some(rule) = rules.criteria.get(*criterion) else { continue };
        let Some(value) = rule.values.get(*least) else { continue };
        if unmet((*criterion, *least)) {
            let state = StepState::of(answer(*criterion).is_some());
            steps.push(Step {
                kind: StepKind::Criterion,
                at: &rule.at,
                value: StepValue::Answer(&value.id),
                state,
                rests_on: Vec::new(),
                message: [&rule.label, ": ", &value.label, " (", state.sentence(), ")."].concat(),
            });
        }
    }
}

/// A section, seen for what it needs.
struct Section<'a, 'g> {
    review: &'a Review,
    grades: &'g Grades,
    rule: &'a SectionRule,
    grade: &'g SectionGrade,
    recorded: Option<Score>,
}

impl<'a> Section<'a, '_> {
    /// Adds what the section needs; tells whether that is enough.
    fn steps(&self, tolerated: Option<Score>, steps: &mut Vec<Step<'a>>) -> bool {
        let Some(counted) = self.grade.counted else { return true };
        let Some(tolerated) = tolerated else { return false };
        if counted.worst <= tolerated {
            return true;
        }
        let bands = &self.review.framework().rules.bands;
        let counts = self.grade.counts;
        let total = counts.total();
        let enough = (counts.yes..=total)
            .find(|yes| band(bands, *yes, total).is_some_and(|band| band.score <= tolerated));
        match (self.recorded, enough) {
            (None, Some(enough)) => self.answers(enough - counts.yes, steps),
            // What the policy suggests at best is not enough, and the overall block has no score of
            // its own to be recorded.
            (None, None) if self.rule.is_overall => return false,
            _ => steps.push(self.rescore(tolerated)),
        }
        true
    }

    /// So many descriptors to be answered yes. Those not answered are asked for first, but all are
    /// told in printed order.
    fn answers(&self, needed: usize, steps: &mut Vec<Step<'a>>) {
        let rules = &self.review.framework().rules;
        let mut open = self.grade.counts.open.min(needed);
        let mut no = needed - open;
        for number in self.rule.descriptors.clone() {
            let Some(rule) = rules.descriptors.get(number) else { continue };
            let (left, state) = match self.grades.states.get(number) {
                Some(State::Open) => (&mut open, StepState::NotAnswered),
                Some(State::No) => (&mut no, StepState::AnsweredOtherwise),
                _ => continue,
            };
            if *left == 0 {
                continue;
            }
            *left -= 1;
            steps.push(Step {
                kind: StepKind::Descriptor,
                at: &rule.at,
                value: StepValue::Answer("yes"),
                state,
                rests_on: Vec::new(),
                message: ["Descriptor ", &rule.id, ": yes (", state.sentence(), ")."].concat(),
            });
        }
    }

    /// Another score to be recorded.
    fn rescore(&self, score: Score) -> Step<'a> {
        let framework = self.review.framework();
        let state = StepState::of(self.recorded.is_some());
        let name = framework.grade_name(score);
        let parts =
            ["Section ", &self.rule.id, ": score ", name, " or better (", state.sentence(), ")."];
        Step {
            kind: StepKind::Rescore,
            at: &self.rule.score_at,
            value: StepValue::Score(score),
            state,
            rests_on: self.grades.pointers(&framework.rules, self.rule, &[State::No]),
            message: parts.concat(),
        }
    }
}
