//! Random edits of a review, allowed ones and ones that must be refused.

use ehcp_qa_core::framework::{ContextValue, Fact, Stage};
use ehcp_qa_core::review::{Answer, TextField};
use ehcp_qa_core::{Framework, ProblemKind, Review, Score};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// One edit.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    Answer(usize, Option<Answer>),
    Score(usize, Option<Score>),
    Criterion(usize, Option<usize>),
    Context(Fact, Option<ContextValue>),
    Text(usize, TextField, Option<String>),
}

/// Makes an edit of a review.
pub(crate) fn make(edit: &Edit, review: &mut Review) -> Result<(), ProblemKind> {
    match edit.clone() {
        Edit::Answer(descriptor, answer) => review.set_answer(descriptor, answer),
        Edit::Score(section, score) => review.set_score(section, score),
        Edit::Criterion(criterion, value) => review.set_criterion(criterion, value),
        Edit::Context(field, value) => review.set_fact(field, value.as_ref()),
        Edit::Text(section, field, text) => review.set_text(section, field, text),
    }
}

/// The numbers reach one past what the built-in framework has: 48 descriptors, 13 sections, 10
/// criteria of at most 3 values.
fn any_edit() -> impl Strategy<Value = Edit> {
    let framework = Framework::built_in();
    let answers: Vec<_> = framework.answers().map(|(_, answer)| answer).collect();
    let answer = option::weighted(0.8, select(answers));
    let score = option::weighted(0.8, select(framework.scores().collect::<Vec<_>>()));
    let facts: Vec<_> = framework.facts().map(|(_, fact)| fact).collect();
    let field = select(facts);
    let text = option::of(select(vec![String::new(), " ".to_owned(), "Why".to_owned()]));
    prop_oneof![
        12 => (0..=48_usize, answer).prop_map(|(number, answer)| Edit::Answer(number, answer)),
        3 => (0..=13_usize, score).prop_map(|(number, score)| Edit::Score(number, score)),
        4 => (0..=10_usize, option::of(0..=3_usize)).prop_map(|(number, v)| Edit::Criterion(number, v)),
        4 => (field, option::weighted(0.8, any_value()))
            .prop_map(|(field, value)| Edit::Context(field, value)),
        1 => (0..=13_usize, select(TextField::ALL), text)
            .prop_map(|(section, field, text)| Edit::Text(section, field, text)),
    ]
}

fn any_value() -> impl Strategy<Value = ContextValue> {
    prop_oneof![
        3 => any::<bool>().prop_map(ContextValue::Flag),
        1 => (-3..=26_i16).prop_map(ContextValue::Number),
        1 => select(Stage::ALL).prop_map(ContextValue::from),
    ]
}

/// Up to `most` edits. Facts are set more often than a uniform choice would set them.
pub(crate) fn any_edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    let fact = |field, values: BoxedStrategy<ContextValue>| {
        option::of(values).prop_map(move |value| Edit::Context(field, value))
    };
    let known = |id| Framework::built_in().fact(id).expect(id);
    let flag = || any::<bool>().prop_map(ContextValue::Flag).boxed();
    let number =
        |range: std::ops::RangeInclusive<i16>| range.prop_map(ContextValue::Number).boxed();
    let facts = (
        fact(Fact::STAGE, select(Stage::ALL).prop_map(ContextValue::from).boxed()),
        fact(Fact::YEAR_GROUP, number(-2..=15)),
        fact(Fact::AGE, number(0..=25)),
        fact(known("health_needs"), flag()),
        fact(known("social_care_needs"), flag()),
        fact(known("personal_budget"), flag()),
    );
    (facts, vec(any_edit(), 0..most))
        .prop_map(|((a, b, c, d, e, f), rest)| [a, b, c, d, e, f].into_iter().chain(rest).collect())
}
