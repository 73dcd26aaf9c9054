//! Parts of a framework in words.

use crate::framework::{
    CheckCondition, ContextCondition, ContextTest, ContextValue, DescriptorTest, FrameworkDocument,
    Share, Standing,
};
use crate::law::{Basis, Citation};
use crate::text::fill::plain;

/// What an entry rests on.
pub(super) fn basis(basis: Basis) -> String {
    plain(basis.word())
}

/// A share, such as "3 of 4".
pub(super) fn share(share: &Share) -> String {
    format!("{} of {}", share.of, share.out_of)
}

/// A list of words.
pub(super) fn list<'a>(words: impl IntoIterator<Item = &'a String>) -> String {
    words.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Where something is written.
pub(super) fn cites(cites: &[Citation]) -> String {
    let places = cites.iter().map(|cite| format!("{} ({})", cite.place, basis(cite.basis)));
    places.collect::<Vec<_>>().join("; ")
}

/// The plans for which all conditions hold.
pub(super) fn conditions(document: &FrameworkDocument, all_of: &[ContextCondition]) -> String {
    if all_of.is_empty() {
        return "every plan".to_owned();
    }
    let each = all_of.iter().map(|one| condition(document, one));
    each.collect::<Vec<_>>().join(", and ")
}

/// A condition on a fact, such as "year group: 9 or more".
fn condition(document: &FrameworkDocument, condition: &ContextCondition) -> String {
    let mut questions = document.interpretation.context.iter();
    let question = questions.find(|question| question.field.0 == condition.field);
    let name = question.map_or(condition.field.as_str(), |question| question.name.as_str());
    let value = match condition.test {
        ContextTest::AtLeast(least) => format!("{least} or more"),
        ContextTest::Under(limit) => format!("under {limit}"),
        ContextTest::Equals(ContextValue::Flag(true)) => "yes".to_owned(),
        ContextTest::Equals(ContextValue::Flag(false)) => "no".to_owned(),
        ContextTest::Equals(ContextValue::Number(number)) => number.to_string(),
        ContextTest::Equals(ContextValue::Stage(stage)) => {
            let choices = question.and_then(|question| question.values.as_ref());
            let label = choices.into_iter().flatten().find(|choice| choice.id == stage.word());
            label.map_or_else(|| plain(stage.word()), |choice| choice.label.clone())
        }
    };
    format!("{name}: {value}")
}

/// The condition of a check, which can be on the answer to a criterion.
pub(super) fn check_condition(document: &FrameworkDocument, one: &CheckCondition) -> String {
    match one {
        CheckCondition::Context(one) => condition(document, one),
        CheckCondition::Criterion(one) => {
            let (question, answer) = criterion(document, &one.criterion, &one.equals);
            format!("{question}: {answer}")
        }
    }
}

/// The question of a criterion and the label of one of its answers.
pub(super) fn criterion(document: &FrameworkDocument, id: &str, answer: &str) -> (String, String) {
    let mut criteria = document.interpretation.criteria.iter();
    let Some(criterion) = criteria.find(|criterion| criterion.id == id) else {
        return (id.to_owned(), answer.to_owned());
    };
    let label = criterion.values.iter().find(|value| value.id == answer);
    let label = label.map_or(answer, |value| value.label.as_str());
    (criterion.label.clone(), label.to_owned())
}

/// The question of a criterion.
pub(super) fn criterion_question<'a>(document: &'a FrameworkDocument, id: &'a str) -> &'a str {
    let mut criteria = document.interpretation.criteria.iter();
    criteria.find(|criterion| criterion.id == id).map_or(id, |criterion| criterion.label.as_str())
}

/// How a descriptor must stand for a check, such as "G1 counts and is not met".
pub(super) fn test(test: &DescriptorTest) -> String {
    let ways: Vec<&str> = test.is.iter().map(|standing| standing_in_words(*standing)).collect();
    format!("{} {}", test.descriptor, ways.join(" or "))
}

const fn standing_in_words(standing: Standing) -> &'static str {
    match standing {
        Standing::CountedYes => "counts and is met",
        Standing::CountedPartly => "counts and is met in part",
        Standing::CountedNo => "counts and is not met",
        Standing::AnsweredYes => "is answered as met",
        Standing::AnsweredNo => "is answered as not met",
        Standing::NotApplicable => "is excluded",
        Standing::DoesNotApply => "does not apply",
    }
}
