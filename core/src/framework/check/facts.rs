//! Reads the facts about a plan that a framework declares, and the conditions that it makes of them.

use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, check};
use crate::document::{Json, List};
use crate::framework::condition::{FactNumber, NOT_ONE_TEST, Stage};
use crate::framework::entries::{each, each_of, id, not_empty, take, within};
use crate::framework::fact::{ContextKind, Fact, FactRule, FactValues, Facts, whole};
use crate::framework::rules::{FactCondition, Rules};

/// The most words of a choice: each has a letter of its own in a score line.
const MOST_WORDS: usize = 36;

/// Each fact is asked for once, and has values that its kind allows.
pub(super) fn context<'a>(r: &mut Reader<'a>, rules: &mut Rules, questions: List<'a>) {
    let mut seen = Names::default();
    each_of(r, questions, &mut |r, question| {
        let id = question.text_of("field");
        if id == "reference" {
            // The plan of a review has another field of this name.
            r.problem_in("field", ProblemKind::Duplicate { what: "field" });
        } else if !seen.insert(id) {
            r.problem_in("field", ProblemKind::Duplicate { what: "fact" });
        }
        let kind = ContextKind::from_word(question.text_of("kind"));
        let name = question.text_of("name");
        let known = rules.facts.find(|rule| rule.id == id).filter(|fact| fact.is_of_law());
        let Some(fact) = known else {
            let values = declared(r, question, kind.unwrap_or(ContextKind::Flag));
            rules.facts.push(FactRule::new(id, name, values));
            return;
        };
        let rule = &mut rules.facts[fact];
        name.clone_into(&mut rule.name);
        let of_law = rule.values.kind();
        if kind.is_some_and(|kind| kind != of_law) {
            r.problem_in("kind", ProblemKind::NotOneOf { allowed: vec![of_law.word().to_owned()] });
        }
        no_range(r, question);
        if fact == Fact::STAGE {
            each(r, question, "values", &mut |r, choice| {
                r.within("id", |r| check(choice.field("id"), Stage::KIND, r));
            });
        }
    });
}

/// Reports a range and labels of what is no number, or whose numbers the law fixes.
fn no_range(r: &mut Reader<'_>, question: Json) {
    for name in ["least", "most", "labels"] {
        if !question.field(name).is_null() {
            r.problem_in(name, ProblemKind::UnknownField {});
        }
    }
}

/// The values of a fact that the framework declares.
fn declared<'a>(r: &mut Reader<'a>, question: Json<'a>, kind: ContextKind) -> FactValues {
    if kind == ContextKind::Number {
        return numbers(r, question);
    }
    no_range(r, question);
    match kind {
        ContextKind::Choice => FactValues::Choice(words(r, question)),
        ContextKind::Date => FactValues::Date,
        ContextKind::Flag | ContextKind::Number => FactValues::Flag,
    }
}

/// A number has a range, and labels some of its numbers, each once.
fn numbers<'a>(r: &mut Reader<'a>, question: Json<'a>) -> FactValues {
    let mut end = |name| {
        let number: Option<FactNumber> = take(question, name);
        if number.is_none() {
            r.problem_in(name, ProblemKind::Missing {});
        }
        number.map_or(0, FactNumber::number)
    };
    let (least, most) = (end("least"), end("most"));
    if least > most {
        let order = "the least number before the greatest";
        r.problem_in("most", ProblemKind::OutOfOrder { order });
    }
    let values = FactValues::Number { least, most };
    let mut labelled = Vec::new();
    each(r, question, "labels", &mut |r, json| match values.number(json.field("number")) {
        Err(kind) => r.problem_in("number", kind),
        Ok(number) if labelled.contains(&number) => {
            r.problem_in("number", ProblemKind::Duplicate { what: "number" });
        }
        Ok(number) => labelled.push(number),
    });
    values
}

/// A choice has words, each another.
fn words<'a>(r: &mut Reader<'a>, question: Json<'a>) -> Vec<String> {
    let mut seen = Names::default();
    let mut words = Vec::new();
    within(r, question, "values", |r, list| {
        each_of(r, list, &mut |r, json| {
            id(r, &mut seen, "value", json);
            words.push(json.text_of("id").to_owned());
        });
        if !(2..=MOST_WORDS).contains(&list.len()) {
            r.problem(ProblemKind::WrongType { expected: "a list of 2 to 36 words" });
        }
    });
    words
}

/// A condition is on a fact that is known, and makes a test that the kind of the fact allows.
pub(crate) fn condition<'a>(
    r: &mut Reader<'a>,
    facts: &Facts,
    condition: Json<'a>,
) -> Option<FactCondition> {
    let Some(fact) = facts.find(|rule| rule.id == condition.text_of("field")) else {
        let allowed = facts.rows().iter().map(|rule| rule.id.clone()).collect();
        r.problem_in("field", ProblemKind::NotOneOf { allowed });
        return None;
    };
    let values = &facts[fact].values;
    let mut tests = condition.object().iter();
    let (name, value) = tests.find(|(name, value)| *name != "field" && !value.is_null())?;
    let allowed: &[&str] = match values {
        FactValues::Flag => &["equals"],
        FactValues::Number { .. } => &["equals", "at_least", "under"],
        FactValues::Choice(_) => &["equals", "one_of"],
        FactValues::Date => &["from", "before"],
    };
    if !allowed.contains(&name) {
        r.problem_in(name, ProblemKind::UnknownField {});
        r.problem(NOT_ONE_TEST);
        return None;
    }
    let mut within = Vec::new();
    let mut test = |r: &mut Reader<'a>, value| match number(values, value) {
        Err(kind) => r.problem(kind),
        Ok(number) => within.push(match name {
            "at_least" | "from" => (number, i32::MAX),
            "under" | "before" => (i32::MIN, number - 1),
            _ => (number, number),
        }),
    };
    r.within(name, |r| {
        if name == "one_of" {
            not_empty(r, value.list());
            each_of(r, value.list(), &mut test);
        } else {
            test(r, value);
        }
    });
    Some(FactCondition { fact, within })
}

/// A value as a number. Numbers are compared also with those that the fact cannot have.
fn number(values: &FactValues, value: Json) -> Result<i32, ProblemKind> {
    match (values, value) {
        (FactValues::Number { .. }, Json::Number(number)) => Ok(whole(number)),
        _ => values.number(value),
    }
}
