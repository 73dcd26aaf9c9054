//! Parts of a framework in words.

use crate::framework::{
    CheckCondition, ContextCondition, ContextQuestion, ContextTest, ContextValue, DescriptorTest,
    FactValues, Framework, FrameworkDocument, Share, Standing,
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
    let word = |word: &str| {
        let choices = question.and_then(|question| question.values.as_ref());
        let label = choices.into_iter().flatten().find(|choice| choice.id == word);
        label.map_or_else(|| plain(word), |choice| choice.label.clone())
    };
    let number = |value: i16| number(question, value);
    let value = match &condition.test {
        ContextTest::AtLeast(least) => format!("{} or more", number(least.number())),
        ContextTest::Under(limit) => format!("under {}", number(limit.number())),
        ContextTest::From(day) => format!("on {day} or later"),
        ContextTest::Before(day) => format!("before {day}"),
        ContextTest::OneOf(words) => {
            words.iter().map(|one| word(one)).collect::<Vec<_>>().join(" or ")
        }
        ContextTest::Equals(ContextValue::Flag(true)) => "yes".to_owned(),
        ContextTest::Equals(ContextValue::Flag(false)) => "no".to_owned(),
        ContextTest::Equals(ContextValue::Number(value)) => number(*value),
        ContextTest::Equals(ContextValue::Word(value)) => word(value),
    };
    format!("{name}: {value}")
}

/// The values that a fact can have, such as "from 0 (none) to 40".
pub(super) fn fact_values(framework: &Framework, question: &ContextQuestion) -> String {
    let fact = framework.fact(&question.field);
    match fact.and_then(|fact| framework.fact_values(fact)) {
        Some(FactValues::Number { least, most }) => {
            format!("from {} to {}", number(Some(question), *least), number(Some(question), *most))
        }
        Some(FactValues::Date) => "a date".to_owned(),
        Some(FactValues::Flag) if question.values.is_none() => "yes, no".to_owned(),
        _ => list(question.values.iter().flatten().map(|choice| &choice.label)),
    }
}

/// A number, with its label where it has one.
fn number(question: Option<&ContextQuestion>, number: i16) -> String {
    let labels = question.and_then(|question| question.labels.as_ref());
    let label = labels.into_iter().flatten().find(|label| label.number.number() == number);
    label.map_or_else(|| number.to_string(), |known| format!("{number} ({})", known.label))
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
