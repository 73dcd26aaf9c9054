//! Reads the facts about a plan that a framework declares, and the conditions that it makes of them.

use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, check};
use crate::document::{Json, List};
use crate::framework::condition::{ContextTest, ContextValue, NOT_ONE_TEST, Stage};
use crate::framework::entries::{each, each_of};
use crate::framework::fact::{Fact, Facts};
use crate::framework::rules::{FactCondition, Rules};

/// Each fact is asked for once, and the stages offered are ones that a plan can be at.
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
        rules.facts.declare(id, question.text_of("name"));
        if Fact::typed(id) == Some(Fact::Stage) {
            each(r, question, "values", &mut |r, choice| {
                r.within("id", |r| check(choice.field("id"), Stage::KIND, r));
            });
        }
    });
}

/// A condition is on a fact that is known, and a fact that is true or false equals one of these.
pub(super) fn condition(
    r: &mut Reader<'_>,
    facts: &Facts,
    condition: Json,
) -> Option<FactCondition> {
    let Some(fact) = facts.find(condition.text_of("field")) else {
        let allowed = facts.all().map(|fact| facts[fact].id.clone()).collect();
        r.problem_in("field", ProblemKind::NotOneOf { allowed });
        return None;
    };
    let test = ContextTest::of(condition);
    match (fact, &test) {
        (Fact::Flag(_), ContextTest::Equals(ContextValue::Flag(_)))
        | (Fact::Stage | Fact::YearGroup | Fact::Age, _) => {}
        (Fact::Flag(_), ContextTest::Equals(_)) => {
            r.problem_in("equals", ProblemKind::WrongType { expected: "true or false" });
        }
        (Fact::Flag(_), ContextTest::AtLeast(_)) => {
            r.problem_in("at_least", ProblemKind::UnknownField {});
            r.problem(NOT_ONE_TEST);
        }
        (Fact::Flag(_), ContextTest::Under(_)) => {
            r.problem_in("under", ProblemKind::UnknownField {});
            r.problem(NOT_ONE_TEST);
        }
    }
    Some(FactCondition { fact, test })
}
