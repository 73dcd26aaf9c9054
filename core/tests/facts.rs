//! The facts about a plan that a framework declares: a made-up one declares a stage, an age and one that is true or
//! false.

use std::sync::Arc;

use ehcp_qa_core::framework::{ContextValue, Fact};
use ehcp_qa_core::{Framework, ProblemKind, Review, from_line, to_line};
use serde_json::{Value, json};

const SMALL: &str = include_str!("small-framework.json");

/// The problems of the made-up framework with one more fact.
fn declared(id: &str) -> Vec<String> {
    let mut document: Value = serde_json::from_str(SMALL).unwrap();
    let context = document.pointer_mut("/interpretation/context").unwrap();
    context.as_array_mut().unwrap().push(json!({"field": id, "name": "x", "label": "X"}));
    let problems = Framework::from_json(&document.to_string()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn small() -> Arc<Framework> {
    Arc::new(Framework::from_json(SMALL).unwrap())
}

/// A review under the made-up framework.
fn review(plan: &Value, details: &Value) -> Result<Review, Vec<String>> {
    let framework = small();
    let document = json!({"framework": framework.id(), "plan": plan, "review": details});
    let read = Review::from_json(&framework, &document.to_string());
    read.map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

#[test]
fn any_id_can_be_a_fact_but_one_that_stands_elsewhere() {
    let at = "/interpretation/context/3/field";
    assert_eq!(declared("looked_after"), [""; 0]);
    assert_eq!(declared("year_group"), [""; 0]);
    let sentence = "This fact is there already: it can stand only once.";
    assert_eq!(declared("home_educated"), [format!("{at}: {sentence}")]);
    let sentence = "This field is there already: it can stand only once.";
    assert_eq!(declared("reference"), [format!("{at}: {sentence}")]);
    let sentence = "An id is 1 to 64 letters, digits, hyphens, underscores or full stops.";
    assert_eq!(declared("looked after"), [format!("{at}: {sentence}")]);
}

#[test]
fn a_review_records_what_the_framework_declares() {
    let details = json!({});
    // The year group is not declared, but every review can record it.
    let plan = json!({"stage": "draft", "year_group": 9, "age": 14, "home_educated": false});
    let read = review(&plan, &details).unwrap();
    assert_eq!(serde_json::to_value(read.record().plan).unwrap(), plan);
    let line = to_line(&read);
    assert!(line.contains("/p=dn/y=9/a=14/"), "{line}");
    assert_eq!(from_line(&small(), &line).unwrap(), read);
    let problems = review(&json!({"health_needs": true}), &details).unwrap_err();
    assert_eq!(problems, ["/plan/health_needs: This field is not known here."]);
    let problems = review(&json!({"age": 26}), &details).unwrap_err();
    assert_eq!(problems, ["/plan/age: This must be a whole number from 0 to 25."]);
}

#[test]
fn a_level_is_one_that_the_framework_has() {
    assert_eq!(review(&json!({}), &json!({"level": 1})).unwrap().level(), Some(1));
    let problems = review(&json!({}), &json!({"level": 2})).unwrap_err();
    assert_eq!(problems, ["/review/level: This must be a whole number from 1 to 1."]);
    let mut empty = Review::new(small());
    let range = ProblemKind::OutOfRange { least: 1, most: 1 };
    assert_eq!(empty.set_level(Some(2)), Err(range));
}

#[test]
fn a_fact_of_another_framework_is_refused() {
    let built_in = Framework::built_in();
    let last = built_in.fact("medical_diagnosis").unwrap();
    let mut empty = Review::new(small());
    let refused = empty.set_fact(last, Some(&ContextValue::Flag(true)));
    assert_eq!(refused, Err(ProblemKind::UnknownId { what: "fact" }));
    assert_eq!(empty.fact(last), None);
    assert_eq!(small().fact("health_needs"), None);
    assert_eq!(small().fact("year_group"), Some(Fact::YEAR_GROUP));
    let ids: Vec<String> = small().facts().map(|(id, _)| id.to_owned()).collect();
    assert_eq!(ids, ["stage", "year_group", "age", "home_educated"]);
}
