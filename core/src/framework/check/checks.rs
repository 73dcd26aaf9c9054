//! Reads the checks of answers and scores.

use super::descriptor::descriptor;
use super::facts;
use super::grades::criterion_answer;
use crate::document::problem::Reader;
use crate::document::shape::Names;
use crate::document::{Json, List};
use crate::framework::checks::BuiltIn;
use crate::framework::entries::{each, each_of, id, take, text};
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::{AnswersTest, CheckRule, CheckTest, Rules};
use crate::framework::severity::Severity;

/// A check is built in, or states its sentence and the answers at which it fires.
pub(super) fn checks<'a>(r: &mut Reader<'a>, rules: &mut Rules, checks: List<'a>) {
    let mut seen = Names::default();
    each_of(r, checks, &mut |r, json| {
        id(r, &mut seen, "check", json);
        let is_given = |name| !json.field(name).is_null();
        let lists_any = |name| !json.field(name).list().is_empty();
        let test = if let Some(built_in) = BuiltIn::from_word(json.text_of("id")) {
            if ["message", "when", "every", "any"].into_iter().any(is_given) {
                r.problem(FrameworkProblem::BuiltInCheck {});
            }
            CheckTest::BuiltIn(built_in)
        } else {
            if !is_given("message") || !(lists_any("every") || lists_any("any")) {
                r.problem(FrameworkProblem::NotACheck {});
            }
            CheckTest::Answers(answers(r, rules, json))
        };
        rules.checks.push(CheckRule {
            id: text(json, "id"),
            severity: take(json, "severity"),
            why: text(json, "why"),
            clear: text(json, "clear"),
            cites: take(json, "cites"),
            test,
        });
    });
    for severity in Severity::ALL {
        for (number, check) in rules.checks.iter() {
            if check.severity == *severity {
                rules.by_severity.push(number);
            }
        }
    }
}

fn answers<'a>(r: &mut Reader<'a>, rules: &Rules, json: Json<'a>) -> AnswersTest {
    let mut test = AnswersTest { message: text(json, "message"), ..AnswersTest::default() };
    for (name, numbered) in [("every", &mut test.every), ("any", &mut test.any)] {
        each(r, json, name, &mut |r, entry| {
            let number =
                r.within("descriptor", |r| descriptor(r, rules, entry.field("descriptor")));
            numbered.extend(number.map(|number| (number, take(entry, "is"))));
        });
    }
    each(r, json, "when", &mut |r, condition| {
        if let Json::Text(name) = condition.field("criterion") {
            test.criteria.extend(criterion_answer(r, rules, name, condition.field("equals")));
        } else {
            test.context.extend(facts::condition(r, &rules.facts, condition));
        }
    });
    test
}
