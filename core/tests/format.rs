//! The format of a framework: old ones are read, and newer ones refused.

use std::sync::Arc;

use ehcp_qa_core::{Framework, Review, grade};
use serde_json::{Value, json};

/// A framework of format 1. This file never changes.
const FROZEN: &str = include_str!("frozen/framework-1.json");

/// The same with the annexes of a document, under the names that they had before. Nor does this one change.
const OLDER_NAMES: &str = include_str!("frozen/framework-1-older-names.json");

fn frozen() -> Value {
    serde_json::from_str(FROZEN).unwrap()
}

/// The mark of a plan of which all is green but one descriptor, which is amber.
#[track_caller]
fn check_mark(framework: &Value) {
    let framework = Arc::new(Framework::from_json(&framework.to_string()).unwrap());
    let review = json!({
        "framework": "green-amber-red-2026",
        "sections": {
            "aims": {"descriptors": {"aims.1": "green", "aims.2": "green", "aims.3": "amber"}},
            "provision": {"descriptors": {
                "provision.1": "green", "provision.2": "green", "provision.3": "green",
                "provision.4": "green",
            }},
        },
    });
    let review = Review::from_json(&framework, &review.to_string()).unwrap();
    let suggested = grade(&review).plan.suggested.unwrap();
    // 5 of 6 is a mark of 8, and all is one of 10, which weighs twice: 28 of 3 is 9 and a third.
    assert_eq!((suggested.best.number(), suggested.worst.number()), (9, 9));
}

#[test]
fn a_framework_of_format_1_is_read() {
    check_mark(&frozen());
}

#[test]
fn a_framework_without_a_format_is_one_of_format_1() {
    let mut framework = frozen();
    framework.as_object_mut().unwrap().remove("format");
    check_mark(&framework);
    framework["format"] = Value::Null;
    check_mark(&framework);
}

/// The code, the place and the sentence of each problem.
fn problems(format: Value) -> Vec<(&'static str, String, String)> {
    let mut framework = frozen();
    framework["format"] = format;
    // What a newer format may have beside it.
    framework["of_the_future"] = json!(true);
    let problems = Framework::from_json(&framework.to_string()).unwrap_err();
    let problems = problems.into_iter();
    problems.map(|one| (one.kind.code(), one.pointer, one.kind.to_string())).collect()
}

#[test]
fn a_newer_format_is_refused_and_nothing_else_is_judged() {
    let sentence = "This is made for format 2; this version reads format 1.";
    let expected = [("newer_format", "/format".to_owned(), sentence.to_owned())];
    assert_eq!(problems(json!(2)), expected);
}

#[test]
fn what_is_no_format_is_a_problem_among_others() {
    let codes = |format| problems(format).into_iter().map(|(code, ..)| code).collect::<Vec<_>>();
    assert_eq!(codes(json!(0)), ["out_of_range", "unknown_field"]);
    assert_eq!(codes(json!(1.5)), ["wrong_type", "unknown_field"]);
    assert_eq!(codes(json!("2")), ["wrong_type", "unknown_field"]);
}

/// The framework with older names, each in place of what it is called now.
fn renamed() -> String {
    let (form, process) = ("\"annex_a\":", "\"annex_b\":");
    assert_eq!([form, process].map(|name| OLDER_NAMES.matches(name).count()), [1, 1]);
    OLDER_NAMES.replace(form, "\"feedback_form\":").replace(process, "\"improvement_process\":")
}

#[test]
fn older_names_are_read_as_those_of_now() {
    let older = Framework::from_json(OLDER_NAMES).unwrap();
    let now = Framework::from_json(&renamed()).unwrap();
    assert_eq!(older, now);
    assert_eq!(older.sha256(), now.sha256());
    assert!(older.feedback_form().is_some_and(|form| !form.sections.is_empty()));
    assert!(older.document().wording.improvement_process.is_some());
}

#[test]
fn problems_have_the_places_of_the_document_as_it_was_given() {
    let problems = |edit: fn(&mut Value)| {
        let mut framework: Value = serde_json::from_str(OLDER_NAMES).unwrap();
        edit(&mut framework["wording"]);
        let problems = Framework::from_json(&framework.to_string()).unwrap_err();
        let problems = problems.into_iter();
        problems.map(|one| (one.pointer, one.kind.code())).collect::<Vec<_>>()
    };
    let found = problems(|wording| wording["annex_a"]["title"] = json!(1));
    assert_eq!(found, [("/wording/annex_a/title".to_owned(), "wrong_type")]);
    let found = problems(|wording| wording["annex_b"] = json!(true));
    assert_eq!(found, [("/wording/annex_b".to_owned(), "wrong_type")]);
    let found = problems(|wording| wording["annex_a"]["sections"][0]["section"] = json!("none"));
    assert_eq!(found, [("/wording/annex_a/sections/0/section".to_owned(), "unknown_id")]);
    // One of the two names stands for nothing.
    let found = problems(|wording| wording["feedback_form"] = wording["annex_a"].clone());
    assert_eq!(found.iter().map(|(_, code)| *code).collect::<Vec<_>>(), ["duplicate_key"]);
    // A name from before has its meaning in its part alone.
    let found = problems(|wording| wording["overall"]["annex_a"] = json!({}));
    assert_eq!(found, [("/wording/overall/annex_a".to_owned(), "unknown_field")]);
}
