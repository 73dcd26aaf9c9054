//! The least that would make the plan's suggestion sure to be a grade or better.

use serde::Serialize;

use super::graded::Graded;
use super::grades::is_met;
use super::raise::{answers_for, raise_to_mean};
use super::state::State;
use crate::document::table::Table;
use crate::framework::{DescriptorNo, GradeRule, Score, SectionNo};
use crate::review::{Answer, Review};
use crate::text::fill::fill;

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

    /// Within a sentence.
    fn phrase(self) -> &'static str {
        match self {
            Self::NotAnswered => "not answered yet",
            Self::AnsweredOtherwise => "answered otherwise",
        }
    }
}

/// The path to a grade.
pub(crate) fn path<'a>(graded: &Graded<'a>, to: Score) -> Path<'a> {
    let mut steps = Vec::new();
    if graded.grades.plan.suggested.is_none() {
        return Path { to, reachable: false, steps };
    }
    let mut reachable = criteria_steps(graded, to, &mut steps);
    let mut best: Option<(bool, Vec<Step>)> = None;
    for forced in required_answers(graded, to) {
        let (is_reached, raised) = raise_sections(graded, &forced, to);
        let is_better = best.as_ref().is_none_or(|(was_reached, steps)| {
            (!is_reached, raised.len()) < (!was_reached, steps.len())
        });
        if is_better {
            best = Some((is_reached, raised));
        }
    }
    if let Some((is_reached, mut raised)) = best {
        reachable &= is_reached;
        steps.append(&mut raised);
    }
    Path { to, reachable, steps }
}

/// What the sections need where some answers are given in any case, and those, and whether that is enough.
fn raise_sections<'a>(
    graded: &Graded<'a>,
    forced: &[(DescriptorNo, Answer)],
    to: Score,
) -> (bool, Vec<Step<'a>>) {
    let mut steps = Vec::new();
    let is_reached = if forced.is_empty() {
        add_sections(graded, graded, forced, to, &mut steps)
    } else {
        let changed = answered(graded.review, forced);
        changed.is_some_and(|changed| {
            add_sections(graded, &Graded::new(&changed), forced, to, &mut steps)
        })
    };
    (is_reached, steps)
}

/// Adds what the sections need once the required descriptors are met, and those, and reports whether that is enough.
fn add_sections<'a>(
    graded: &Graded<'a>,
    changed: &Graded,
    forced: &[(DescriptorNo, Answer)],
    to: Score,
    steps: &mut Vec<Step<'a>>,
) -> bool {
    // The worst score of a section with which the plan can still reach the grade.
    let tolerated = graded.rules.scale.scores().rfind(|score| graded.rules.cap(*score) <= to);
    let mut wanted = Table::like(&graded.rules.sections, tolerated);
    let mut reachable = true;
    if let Some(mean) = &graded.rules.mean
        && tolerated.is_some()
    {
        reachable = raise_to_mean(changed, mean, to, &mut wanted);
    }
    for (section, wanted) in wanted.iter() {
        let descriptors = &graded.rules.sections[section].descriptors;
        let of_section = forced.iter().filter(|(number, _)| descriptors.contains(number));
        let mut answers: Vec<_> = of_section.copied().collect();
        let raise = section_raise(changed, section, *wanted);
        let (more, score) = match raise {
            Raise::Enough => (Vec::new(), None),
            Raise::Answers(more) => (more, None),
            Raise::Score(score) => (Vec::new(), Some(score)),
            Raise::NotReachable => {
                reachable = false;
                (Vec::new(), None)
            }
        };
        answers.extend(more);
        answer_steps(graded, in_printed_order(answers), steps);
        steps.extend(score.map(|score| rescore(graded, section, score)));
    }
    reachable
}

/// What a section needs to have at worst a score.
enum Raise {
    /// Nothing.
    Enough,
    /// Other answers.
    Answers(Vec<(DescriptorNo, Answer)>),
    /// Another score to be recorded.
    Score(Score),
    /// Nothing is enough.
    NotReachable,
}

fn section_raise(graded: &Graded, section: SectionNo, wanted: Option<Score>) -> Raise {
    let Some(counted) = graded.grades.sections[section].counted else { return Raise::Enough };
    let Some(wanted) = wanted else { return Raise::NotReachable };
    if counted.worst <= wanted {
        return Raise::Enough;
    }
    match answers_for(graded, section, wanted) {
        Some(changes) => Raise::Answers(changes),
        // The best that answers suggest is not enough, and the overall block has no score of its own to be
        // recorded.
        None if graded.rules.sections[section].is_overall => Raise::NotReachable,
        None => Raise::Score(wanted),
    }
}

/// The most alternatives of which the path weighs both ways to meet what is required.
const MOST_WEIGHED: usize = 4;

/// The ways to meet the required descriptors that hold the plan below a grade. Where an alternative counts, it may be
/// met in place of what it stands for.
fn required_answers(graded: &Graded, to: Score) -> Vec<Vec<(DescriptorNo, Answer)>> {
    let rules = graded.rules;
    let Some(met) = rules.answers.counted().last().copied() else { return vec![Vec::new()] };
    let is_unmet = |number: &DescriptorNo| {
        matches!(graded.states[*number], State::Open | State::No | State::Partly)
    };
    let holding = rules.required.iter().filter(|rule| rule.plan_at_best > to);
    let mut unmet: Vec<DescriptorNo> =
        holding.flat_map(|rule| rule.descriptors.iter().copied()).filter(is_unmet).collect();
    let mut ways: Vec<Vec<(DescriptorNo, Answer)>> = vec![Vec::new()];
    let open = rules.alternatives.iter().filter(|rule| is_unmet(&rule.descriptor));
    for rule in open.take(MOST_WEIGHED) {
        let is_of_rule =
            |number: &DescriptorNo| *number == rule.descriptor || rule.instead_of.contains(number);
        if !unmet.iter().any(is_of_rule) {
            continue;
        }
        let others = unmet.iter().filter(|number| rule.instead_of.contains(number));
        let others: Vec<_> = others.map(|number| (*number, met)).collect();
        unmet.retain(|number| !is_of_rule(number));
        let by_alternative = ways.iter().map(|way| with(way, &[(rule.descriptor, met)]));
        let by_alternative: Vec<_> = by_alternative.collect();
        if others.is_empty() {
            ways = by_alternative;
        } else {
            ways = ways.iter().map(|way| with(way, &others)).collect();
            ways.extend(by_alternative);
        }
    }
    let rest: Vec<_> = unmet.into_iter().map(|number| (number, met)).collect();
    ways.iter().map(|way| with(way, &rest)).collect()
}

fn with(
    way: &[(DescriptorNo, Answer)],
    more: &[(DescriptorNo, Answer)],
) -> Vec<(DescriptorNo, Answer)> {
    [way, more].concat()
}

/// The review with other answers.
fn answered(review: &Review, answers: &[(DescriptorNo, Answer)]) -> Option<Review> {
    let mut review = review.clone();
    for (number, answer) in answers {
        review.put_answer(*number, Some(*answer)).ok()?;
    }
    Some(review)
}

fn in_printed_order(answers: Vec<(DescriptorNo, Answer)>) -> Vec<(DescriptorNo, Answer)> {
    let mut ordered: Vec<(DescriptorNo, Answer)> = Vec::with_capacity(answers.len());
    for answer in answers {
        let before = ordered.iter().filter(|(number, _)| *number < answer.0).count();
        ordered.insert(before, answer);
    }
    ordered
}

/// Adds the criteria still to be met for the cheapest row of the table that is good enough, and reports whether there
/// is one.
fn criteria_steps<'a>(graded: &Graded<'a>, to: Score, steps: &mut Vec<Step<'a>>) -> bool {
    let (review, rules) = (graded.review, graded.rules);
    let unmet = |row: &GradeRule| {
        row.requires.iter().filter(|requirement| !is_met(review, **requirement, false)).count()
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
        let state = StepState::of(review.criteria()[criterion].is_some());
        steps.push(Step {
            kind: StepKind::Criterion,
            at: &rule.at,
            value: StepValue::Answer(&value.id),
            state,
            rests_on: Vec::new(),
            message: fill(
                "{criterion}: {answer} ({state}).",
                &[("criterion", &rule.label), ("answer", &value.label), ("state", &state.phrase())],
            ),
        });
    }
    true
}

/// Adds answers to descriptors.
fn answer_steps<'a>(
    graded: &Graded<'a>,
    changes: Vec<(DescriptorNo, Answer)>,
    steps: &mut Vec<Step<'a>>,
) {
    for (number, answer) in changes {
        let rule = &graded.rules.descriptors[number];
        let state = StepState::of(graded.states[number] != State::Open);
        let answer = graded.rules.answers.id(answer);
        steps.push(Step {
            kind: StepKind::Descriptor,
            at: &rule.at,
            value: StepValue::Answer(answer),
            state,
            rests_on: Vec::new(),
            message: fill(
                "Descriptor {id}: {answer} ({state}).",
                &[("id", &rule.id), ("answer", &answer), ("state", &state.phrase())],
            ),
        });
    }
}

/// Another score to be recorded.
fn rescore<'a>(graded: &Graded<'a>, section: SectionNo, score: Score) -> Step<'a> {
    let rule = &graded.rules.sections[section];
    let state = StepState::of(graded.review.score_of(section).is_some());
    Step {
        kind: StepKind::Rescore,
        at: &rule.score_at,
        value: StepValue::Score(score),
        state,
        rests_on: graded.pointers(section, &[State::Partly, State::No]),
        message: fill(
            "Section {id}: score {grade} or better ({state}).",
            &[
                ("id", &rule.id),
                ("grade", &graded.rules.scale.name(score)),
                ("state", &state.phrase()),
            ],
        ),
    }
}
