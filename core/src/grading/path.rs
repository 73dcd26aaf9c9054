//! The least that would make the plan's suggestion sure to be a grade or better.

use serde::Serialize;

use super::counts::lowered;
use super::graded::Graded;
use super::grades::is_met;
use super::messages;
use super::raise::{Raised, fewest, ways};
use super::state::State;
use crate::document::message::{Catalogue, Message};
use crate::document::table::{Table, each};
use crate::framework::{Answer, DescriptorNo, GradeRule, Score, SectionNo};

/// The smallest set of changes after which the worst grade still suggested is good enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Path<'a> {
    /// The grade to reach.
    pub to: Score,
    /// Whether the changes reach it. A framework can ask for more than answers can give.
    pub reachable: bool,
    /// The changes: criteria in their order, counts of findings by severity, then sections in printed order. Empty when
    /// the grade is reached already.
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
    /// A number of findings.
    Count(u16),
}

crate::document::shape::choice! {
    /// What a change is made to.
    pub enum StepKind {
        /// The answer to a criterion.
        Criterion = "criterion",
        /// The answer to a descriptor.
        Descriptor = "descriptor",
        /// A count of findings of a descriptor.
        Count = "count",
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

    /// What it is called within a sentence.
    fn phrase(self) -> &'static Message {
        match self {
            Self::NotAnswered => &messages::PATH_NOT_ANSWERED,
            Self::AnsweredOtherwise => &messages::PATH_ANSWERED_OTHERWISE,
        }
    }
}

/// The path to a grade.
pub(crate) fn path<'a>(graded: &Graded<'a>, to: Score) -> Path<'a> {
    let rules = graded.rules;
    let mut steps = Vec::new();
    if graded.grades.plan.suggested.is_none() {
        return Path { to, reachable: false, steps };
    }
    let mut reachable = criteria_steps(graded, to, &mut steps);
    // The worst score of a section with which the plan can still reach the grade.
    let tolerated = rules.scale.scores().rfind(|score| rules.cap(*score) <= to);
    let sections = rules.sections.numbers();
    let ways: Table<_, _> = sections.map(|section| ways(graded, section, tolerated, to)).collect();
    let mut chosen = vec![0; ways.len()];
    if let Some(mean) = &rules.mean {
        match fewest(graded, mean, &ways, to) {
            Some(fewest) => chosen = fewest,
            None => reachable = false,
        }
    }
    for ((section, ways), place) in ways.iter().zip(chosen) {
        match ways.get(place) {
            Some(raised) => section_steps(graded, section, raised, &mut steps),
            None => reachable = false,
        }
    }
    Path { to, reachable, steps }
}

/// Adds the criteria still to be met, and the counts to be lowered, for the cheapest row of the table that is good
/// enough, and reports whether there is one.
fn criteria_steps<'a>(graded: &Graded<'a>, to: Score, steps: &mut Vec<Step<'a>>) -> bool {
    let (review, rules) = (graded.review, graded.rules);
    let unmet = |row: &GradeRule| {
        let requires = row.requires.iter();
        let lowered = row.at_most.iter().map(|(severity, most)| lowered(review, *severity, *most));
        requires.filter(|requirement| !is_met(review, **requirement, false)).count()
            + lowered.map(|changes| changes.len()).sum::<usize>()
    };
    // Rows come best first: of two that ask for as much, the last is the one asked for.
    let rows = rules.grades.rows().iter().take_while(|row| row.score <= to);
    let row =
        rows.reduce(|cheapest, row| if unmet(row) <= unmet(cheapest) { row } else { cheapest });
    let Some(row) = row else { return rules.grades.len() == 0 };
    for requirement in &row.requires {
        if is_met(review, *requirement, false) {
            continue;
        }
        let (criterion, least) = *requirement;
        let rule = &rules.criteria[criterion];
        let value = &rule.values[least];
        steps.push(step(
            StepKind::Criterion,
            &rule.at,
            (StepValue::Answer(&value.id), &value.label),
            review.criteria()[criterion].is_some(),
            (&rules.catalogue, &messages::PATH_CRITERION),
            &rule.label,
        ));
    }
    for (severity, most) in &row.at_most {
        for (number, value) in lowered(review, *severity, *most) {
            let rule = &rules.counts[number];
            let descriptor = &rules.descriptors[rule.descriptor];
            steps.push(step(
                StepKind::Count,
                &rule.at,
                (StepValue::Count(value), &value.to_string()),
                review.count(number).is_some(),
                (&rules.catalogue, &messages::PATH_COUNT),
                &[&descriptor.id, ", ", &rules.severities[*severity].label].concat(),
            ));
        }
    }
    true
}

/// Adds what a section needs: answers in printed order, or a score.
fn section_steps<'a>(
    graded: &Graded<'a>,
    section: SectionNo,
    raised: &Raised,
    steps: &mut Vec<Step<'a>>,
) {
    for number in each(&graded.rules.sections[section].descriptors) {
        let changed = raised.answers.iter().find(|(changed, _)| *changed == number);
        steps.extend(changed.map(|(_, answer)| answer_step(graded, number, *answer)));
    }
    if raised.is_recorded {
        steps.push(rescore(graded, section, raised.score));
    }
}

/// Another answer to a descriptor.
fn answer_step<'a>(graded: &Graded<'a>, number: DescriptorNo, answer: Answer) -> Step<'a> {
    let rule = &graded.rules.descriptors[number];
    let answer = graded.rules.answers.id(answer);
    step(
        StepKind::Descriptor,
        &rule.at,
        (StepValue::Answer(answer), answer),
        graded.states[number] != State::Open,
        (&graded.rules.catalogue, &messages::PATH_DESCRIPTOR),
        &rule.id,
    )
}

/// Another score to be recorded.
fn rescore<'a>(graded: &Graded<'a>, section: SectionNo, score: Score) -> Step<'a> {
    let rule = &graded.rules.sections[section];
    let step = step(
        StepKind::Rescore,
        &rule.score_at,
        (StepValue::Score(score), graded.rules.scale.name(score)),
        graded.review.score_of(section).is_some(),
        (&graded.rules.catalogue, &messages::PATH_SCORE),
        &rule.id,
    );
    Step { rests_on: graded.pointers(section, &[State::Partly, State::No]), ..step }
}

/// A change to a value, which has a name within the sentence.
#[cfg_attr(target_family = "wasm", inline(never))]
fn step<'a>(
    kind: StepKind,
    at: &'a str,
    (value, name): (StepValue<'a>, &str),
    is_answered: bool,
    (catalogue, message): (&Catalogue, &Message),
    id: &str,
) -> Step<'a> {
    let state = StepState::of(is_answered);
    let phrase = catalogue.template(state.phrase(), None);
    let message = catalogue.say(message, &[("id", &id), ("value", &name), ("state", &phrase)]);
    Step { kind, at, value, state, rests_on: Vec::new(), message }
}
