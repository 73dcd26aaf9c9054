//! Facts of other kinds: a number in a range, one of some words, and a date. Each framework is `small-framework.json`
//! with facts and conditions of its own, and every expected value is worked out by hand.

use std::sync::Arc;

use ehcp_qa_core::framework::{ContextValue, Stage};
use ehcp_qa_core::{Framework, Live, ProblemKind, Review, assess, from_line, to_line};
use serde_json::{Value, json};

const SMALL: &str = include_str!("small-framework.json");

fn hours() -> Value {
    json!({
        "field": "hours", "name": "hours of provision", "label": "How many hours?", "kind": "number", "least": -5,
        "most": 400, "labels": [{"number": 0, "label": "None"}],
    })
}

fn placement() -> Value {
    let words = ["mainstream", "special", "other"].map(|id| json!({"id": id, "label": id}));
    json!({
        "field": "placement", "name": "placement", "label": "Where?", "kind": "choice", "values": words,
    })
}

fn received() -> Value {
    json!({"field": "received", "name": "date of receipt", "label": "When?", "kind": "date"})
}

/// The made-up framework with more facts, where P1 applies under a condition.
fn document(facts: &[Value], condition: Option<Value>) -> Value {
    let mut document: Value = serde_json::from_str(SMALL).unwrap();
    let context = document.pointer_mut("/interpretation/context").unwrap();
    context.as_array_mut().unwrap().extend(facts.iter().cloned());
    if let Some(condition) = condition {
        document["interpretation"]["applicability"][2]["all_of"] = json!([condition]);
    }
    document
}

fn problems(document: &Value) -> Vec<String> {
    let problems = Framework::from_json(&document.to_string()).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn framework(condition: Option<Value>) -> Arc<Framework> {
    let document = document(&[hours(), placement(), received()], condition);
    Arc::new(Framework::from_json(&document.to_string()).unwrap())
}

fn review(framework: &Arc<Framework>, plan: &Value) -> Result<Review, Vec<String>> {
    let document = json!({"framework": framework.id(), "plan": plan});
    let read = Review::from_json(framework, &document.to_string());
    read.map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// Whether P1 applies: "yes" where it is to be answered for good, "no" where it does not, "open" where it may.
#[track_caller]
fn check(condition: &Value, plans: &[(Value, &str)]) {
    let framework = framework(Some(condition.clone()));
    for (plan, expected) in plans {
        let review = review(&framework, plan).unwrap();
        let assessment = assess(&review);
        let states = &assessment.sections[1].descriptors;
        let is_not_known = assessment.findings.iter().any(|one| one.rule == "context-not-known");
        let found = match (states.open.as_slice(), states.does_not_apply.as_slice()) {
            (["P1"], []) if is_not_known => "open",
            (["P1"], []) => "yes",
            ([], ["P1"]) => "no",
            other => panic!("{other:?}"),
        };
        // The age is asked for by a check too.
        assert_eq!(found, *expected, "{condition} {plan}");
    }
}

#[test]
fn numbers_are_compared_and_equal() {
    let with = |hours: i64| json!({"hours": hours, "age": 9});
    check(
        &json!({"field": "hours", "at_least": 10}),
        &[(with(9), "no"), (with(10), "yes"), (with(400), "yes"), (json!({"age": 9}), "open")],
    );
    check(
        &json!({"field": "hours", "under": 10}),
        &[(with(9), "yes"), (with(-5), "yes"), (with(10), "no")],
    );
    check(&json!({"field": "hours", "equals": 0}), &[(with(0), "yes"), (with(1), "no")]);
}

#[test]
fn a_word_is_one_or_one_of_some() {
    let with = |word: &str| json!({"placement": word, "age": 9});
    check(
        &json!({"field": "placement", "equals": "special"}),
        &[(with("special"), "yes"), (with("other"), "no"), (json!({"age": 9}), "open")],
    );
    check(
        &json!({"field": "placement", "one_of": ["special", "other"]}),
        &[(with("special"), "yes"), (with("other"), "yes"), (with("mainstream"), "no")],
    );
    // The stage is a choice too.
    check(
        &json!({"field": "stage", "one_of": ["draft", "proposed_amended"]}),
        &[
            (json!({"stage": "draft", "age": 9}), "yes"),
            (json!({"stage": "proposed_amended", "age": 9}), "yes"),
            (json!({"stage": "final", "age": 9}), "no"),
        ],
    );
}

#[test]
fn a_day_is_before_another_or_not() {
    let with = |day: &str| json!({"received": day, "age": 9});
    check(
        &json!({"field": "received", "from": "2024-03-01"}),
        &[
            (with("2024-02-29"), "no"),
            (with("2024-03-01"), "yes"),
            (with("2025-01-01"), "yes"),
            (json!({"age": 9}), "open"),
        ],
    );
    check(
        &json!({"field": "received", "before": "2024-03-01"}),
        &[(with("2024-02-29"), "yes"), (with("2024-03-01"), "no")],
    );
}

#[test]
fn a_review_records_and_restores_facts_of_every_kind() {
    let framework = framework(None);
    let plan = json!({
        "stage": "draft", "age": 9, "home_educated": true, "hours": -5, "placement": "other", "received": "2024-02-29",
    });
    let read = review(&framework, &plan).unwrap();
    assert_eq!(serde_json::to_value(read.record().plan).unwrap(), plan);
    let line = to_line(&read);
    assert!(line.contains("/p=dy2/a=9/f=-5,20240229/k="), "{line}");
    assert_eq!(from_line(&framework, &line).unwrap(), read);
    // What is not given is a hyphen, and a field with nothing in it is left out.
    let line = to_line(&review(&framework, &json!({"received": "2024-02-29"})).unwrap());
    assert!(line.contains("riverside-2025/f=-,20240229/k="), "{line}");
    let line = to_line(&review(&framework, &json!({"placement": "mainstream"})).unwrap());
    assert!(line.contains("riverside-2025/p=--0/k="), "{line}");
}

#[test]
fn a_line_is_of_the_words_that_it_was_written_with() {
    let framework = framework(None);
    let line = to_line(&review(&framework, &json!({"placement": "other"})).unwrap());
    let mut facts = [hours(), placement(), received()];
    facts[1]["values"][2]["id"] = json!("elsewhere");
    let renamed = Framework::from_json(&document(&facts, None).to_string()).unwrap();
    let problem = from_line(&Arc::new(renamed), &line).unwrap_err();
    let sentence = "This score line is damaged, or was made with another edition of the framework.";
    assert_eq!(problem.to_string(), sentence);
}

#[test]
fn a_value_that_the_fact_cannot_have_is_refused() {
    let framework = framework(None);
    let wrong = json!({"hours": 401, "placement": "home", "received": "2023-02-29"});
    assert_eq!(
        review(&framework, &wrong).unwrap_err(),
        [
            "/plan/hours: This must be a whole number from -5 to 400.",
            "/plan/placement: This must be one of: mainstream, special, other.",
            "/plan/received: This must be a date that exists, written YYYY-MM-DD.",
        ]
    );
    let wrong = json!({"hours": "many", "placement": 2, "received": true});
    assert_eq!(
        review(&framework, &wrong).unwrap_err(),
        [
            "/plan/hours: This must be a whole number.",
            "/plan/placement: This must be text.",
            "/plan/received: This must be a date, written \"YYYY-MM-DD\".",
        ]
    );
}

#[test]
fn a_session_edits_facts_of_every_kind() {
    let framework = framework(Some(json!({"field": "hours", "at_least": 10})));
    let mut live = Live::new(Review::new(framework.clone()));
    let [hours, placement, received] =
        ["hours", "placement", "received"].map(|id| framework.fact(id).unwrap());
    let word = |word: &str| Some(ContextValue::Word(word.to_owned()));
    let change = live.context(hours, Some(ContextValue::Number(9))).unwrap();
    assert!(change.everything);
    live.context(placement, word("special")).unwrap();
    live.context(received, word("2024-02-29")).unwrap();
    assert_eq!(live.review().fact(received), word("2024-02-29"));
    assert_eq!(live.review().fact(placement), word("special"));
    assert_eq!(live.assessment().sections[1].descriptors.does_not_apply, ["P1"]);
    let range = ProblemKind::OutOfRange { least: -5, most: 400 };
    assert_eq!(live.context(hours, Some(ContextValue::Number(500))), Err(range));
    assert_eq!(live.context(received, word("2023-02-29")), Err(ProblemKind::NoSuchDate {}));
    assert_eq!(live.review().fact(hours), Some(ContextValue::Number(9)));
    live.context(hours, None).unwrap();
    assert_eq!(live.review().fact(hours), None);
    let stage = framework.fact("stage").unwrap();
    live.context(stage, Some(Stage::Final.into())).unwrap();
    assert_eq!(live.review().context().stage(), Some(Stage::Final));
}

#[test]
fn a_declared_fact_has_what_its_kind_asks_for() {
    let at = "/interpretation/context/3";
    let check = |fact: Value, expected: &[String]| {
        assert_eq!(problems(&document(std::slice::from_ref(&fact), None)), expected, "{fact}");
    };
    let changed = |mut fact: Value, field: &str, value: Value| {
        fact[field] = value;
        fact
    };
    check(hours(), &[]);
    check(placement(), &[]);
    check(received(), &[]);
    check(
        changed(hours(), "least", Value::Null),
        &[format!("{at}/least: This field is required.")],
    );
    check(
        changed(hours(), "most", json!(-6)),
        &[
            format!("{at}/most: This must come in order: the least number before the greatest."),
            format!("{at}/labels/0/number: This must be a whole number from -5 to -6."),
        ],
    );
    let label = json!({"number": 7, "label": "Seven"});
    check(
        changed(hours(), "labels", json!([label, label])),
        &[format!("{at}/labels/1/number: This number is there already: it can stand only once.")],
    );
    check(
        changed(placement(), "values", json!([{"id": "one", "label": "One"}])),
        &[format!("{at}/values: This must be a list of 2 to 36 words.")],
    );
    check(
        changed(placement(), "values", Value::Null),
        &[format!("{at}/values: This must be a list of 2 to 36 words.")],
    );
    check(
        changed(received(), "least", json!(1)),
        &[format!("{at}/least: This field is not known here.")],
    );
    check(
        changed(received(), "kind", json!("day")),
        &[format!("{at}/kind: This must be one of: flag, number, choice, date.")],
    );
}

#[test]
fn the_law_fixes_the_kinds_of_three_facts() {
    let mut document = document(&[], None);
    for (place, kind) in [(0, "choice"), (1, "number"), (2, "flag")] {
        document["interpretation"]["context"][place]["kind"] = json!(kind);
    }
    assert_eq!(problems(&document), [""; 0]);
    document["interpretation"]["context"][1]["kind"] = json!("date");
    document["interpretation"]["context"][1]["most"] = json!(30);
    assert_eq!(
        problems(&document),
        [
            "/interpretation/context/1/kind: This must be one of: number.",
            "/interpretation/context/1/most: This field is not known here.",
        ]
    );
}

#[test]
fn a_condition_makes_a_test_that_the_kind_allows() {
    let facts = [hours(), placement(), received()];
    let at = "/interpretation/applicability/2/all_of/0";
    let one_test = format!(
        "{at}: This must be a field with one of equals, one_of, at_least, under, from and before that the field allows."
    );
    let unknown = |name: &str| format!("{at}/{name}: This field is not known here.");
    let check = |condition: Value, expected: &[String]| {
        assert_eq!(problems(&document(&facts, Some(condition.clone()))), expected, "{condition}");
    };
    for (field, name, value) in [
        ("hours", "one_of", json!(["special"])),
        ("hours", "from", json!("2024-01-01")),
        ("placement", "at_least", json!(2)),
        ("received", "equals", json!("2024-01-01")),
        ("home_educated", "under", json!(2)),
    ] {
        check(json!({"field": field, name: value}), &[unknown(name), one_test.clone()]);
    }
    check(
        json!({"field": "placement", "equals": "home"}),
        &[format!("{at}/equals: This must be one of: mainstream, special, other.")],
    );
    check(
        json!({"field": "placement", "one_of": ["special", "home"]}),
        &[format!("{at}/one_of/1: This must be one of: mainstream, special, other.")],
    );
    check(
        json!({"field": "placement", "one_of": []}),
        &[format!("{at}/one_of: This must be a list with at least one entry.")],
    );
    check(
        json!({"field": "received", "from": "2023-02-29"}),
        &[format!("{at}/from: This must be a date that exists, written YYYY-MM-DD.")],
    );
    check(
        json!({"field": "hours", "equals": true}),
        &[format!("{at}/equals: This must be a whole number.")],
    );
    check(
        json!({"field": "hours", "at_least": 10_000}),
        &[format!("{at}/at_least: This must be a whole number from -9999 to 9999.")],
    );
    check(json!({"field": "age", "one_of": ["draft"]}), &[unknown("one_of"), one_test.clone()]);
    check(json!({"field": "received", "from": "2024-01-01", "before": "2025-01-01"}), &[one_test]);
}
