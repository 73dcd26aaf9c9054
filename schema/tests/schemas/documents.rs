//! The schemas of documents and the engine agree.

use ehcp_qa_core::agreement::Agreement;
use ehcp_qa_core::case::{Case, CaseEventKind, status};
use ehcp_qa_core::sample::Draw;
use ehcp_qa_core::thread::{ThreadPlan, thread};
use ehcp_qa_core::{Framework, Review, assess, grade};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::{
    AGREEMENT, ASSESSMENT, BUILT_IN, CASE, CASE_STATUS, FRAMEWORK, GRADING, SAMPLE_REQUEST, SMALL,
    THREAD, THREAD_PLAN, check_valid, parse, validator,
};

#[test]
fn the_schema_of_a_sample_request_and_the_engine_are_of_one_mind() {
    let framework = Framework::built_in();
    let validator = validator(SAMPLE_REQUEST);
    let plan = json!({"reference": "P-1", "year_group": 9, "phase": "key_stage_3_4"});
    let rate = json!({
        "purpose": "panel", "period": "2024", "mode": "rate", "rate": null, "quota": null, "key": null,
        "plans": [plan],
    });
    let mut quota = rate.clone();
    quota["purpose"] = json!("strategic");
    quota["mode"] = json!("quota");
    quota["quota"] = json!(1);
    let share = json!({"of": 1, "out_of": 3});
    let judge = |base: &Value, pointer: &str, value: Value, expected: bool| {
        let mut request = base.clone();
        *request.pointer_mut(pointer).unwrap() = value;
        let accepted = Draw::from_json(&framework, &request.to_string()).is_ok();
        assert_eq!((accepted, validator.is_valid(&request)), (expected, expected), "{request}");
    };
    for (base, at, value, expected) in [
        (&rate, "/period", json!("2024"), true),
        (&quota, "/period", json!("2024"), true),
        (&rate, "/rate", share.clone(), true),
        (&rate, "/purpose", json!("strategic"), false),
        (&rate, "/quota", json!(1), false),
        (&quota, "/rate", share, false),
        (&quota, "/quota", json!(null), false),
        (&quota, "/quota", json!(0), false),
        (&quota, "/quota", json!(10_000), true),
        (&quota, "/quota", json!(10_001), false),
        (&quota, "/purpose", json!("tea"), false),
        (&quota, "/mode", json!("all"), false),
        (&quota, "/period", json!("a b"), false),
        (&quota, "/key", json!("0123456789abcdefABCDEF9876543210"), true),
        (&quota, "/key", json!("0123"), false),
        (&quota, "/plans", json!([]), true),
        (&quota, "/plans", json!(null), false),
        (&quota, "/plans/0/phase", json!(null), true),
        (&quota, "/plans/0/year_group", json!(null), true),
        (&quota, "/plans/0", json!({"reference": "P-1"}), false),
        (&rate, "/plans/0", json!({"reference": "P-1"}), true),
        (&rate, "/plans/0/phase", json!("nursery"), false),
        (&rate, "/plans/0/year_group", json!(16), false),
        (&rate, "/plans/0/reference", json!(""), false),
        (&rate, "/plans/0/reference", json!("é".repeat(64)), true),
        (&rate, "/plans/0/reference", json!("é".repeat(65)), false),
    ] {
        judge(base, at, value, expected);
    }
    // Whether two fields agree, and whether a plan stands twice, a schema cannot say.
    for plans in [
        json!([{"reference": "P-1", "year_group": 9, "phase": "post_16"}]),
        json!([{"reference": "P-1", "year_group": 9}, {"reference": "P-1", "year_group": 8}]),
    ] {
        let mut request = quota.clone();
        request["plans"] = plans;
        assert!(validator.is_valid(&request));
        assert!(Draw::from_json(&framework, &request.to_string()).is_err());
    }
}

#[test]
fn the_schema_of_an_agreement_and_the_engine_are_of_one_mind() {
    let validator = validator(AGREEMENT);
    for (matrix, expected) in [
        (
            json!([
                [0, 0, 0, 0],
                [1, 1, 1, 1],
                [2, 2, 2, 2],
                [u32::MAX, u32::MAX, u32::MAX, u32::MAX]
            ]),
            true,
        ),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3], [4, 4, 4, 4]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3, 3]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [1, 2, 3, -1]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [1, 2, 3, 0.5]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [1, 2, 3, 4_294_967_296_u64]]), false),
        (json!([[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], null]), false),
        (json!({}), false),
        (json!(null), false),
    ] {
        let document = json!({"matrix": matrix});
        let framework = Framework::built_in();
        let accepted = Agreement::from_json(&framework, &document.to_string()).is_ok();
        let judged = (accepted, validator.is_valid(&document));
        assert_eq!(judged, (expected, expected), "{document}");
    }
}

#[test]
fn frameworks_are_true_to_their_schema() {
    let validator = validator(FRAMEWORK);
    for text in [BUILT_IN, SMALL] {
        assert!(Framework::from_json(text).is_ok());
        check_valid(&validator, &parse(text));
    }
}

#[test]
fn threads_are_true_to_their_schemas() {
    let text = include_str!("../../../core/tests/thread-plan.json");
    check_valid(&validator(THREAD_PLAN), &parse(text));
    let framework = Framework::built_in();
    let small = Framework::from_json(SMALL).unwrap();
    let plan = ThreadPlan::from_json(text).unwrap();
    for framework in [&*framework, &small] {
        let thread = serde_json::to_value(thread(framework, &plan)).unwrap();
        check_valid(&validator(THREAD), &thread);
    }
}

/// Expects the schema and the engine to judge one event alike.
#[track_caller]
fn check_event(validator: &Validator, event: &Value, expected: bool) {
    let document = json!({"events": [event]});
    let framework = Framework::built_in();
    let read = Case::from_json(&framework, &document.to_string());
    assert_eq!((read.is_ok(), validator.is_valid(&document)), (expected, expected), "{event}");
    if let Ok(case) = read {
        let status = status(&framework, &case).unwrap();
        check_valid(&self::validator(CASE_STATUS), &serde_json::to_value(status).unwrap());
    }
}

#[test]
fn the_shape_of_an_event_is_the_same_for_both() {
    let validator = validator(CASE);
    for kind in CaseEventKind::WORDS {
        for score in [Value::Null, json!(2)] {
            for extent in [Value::Null, json!("minimal")] {
                let has_score = ["graded", "graded_again", "agreed"].contains(kind);
                let expected =
                    has_score != score.is_null() && (*kind == "feedback_given") != extent.is_null();
                let event = json!({"kind": kind, "date": "2024-03-01", "role": "panel", "by": "P-1",
                    "score": score, "extent": extent});
                check_event(&validator, &event, expected);
            }
        }
    }
    let event =
        json!({"kind": "graded", "date": "2024-03-01", "role": "panel", "by": "P-1", "score": 2});
    check_event(&validator, &event, true);
    let without = |field: &str| {
        let mut event = event.clone();
        event.as_object_mut().unwrap().remove(field);
        event
    };
    for field in ["kind", "date", "role", "by", "score"] {
        check_event(&validator, &without(field), false);
    }
    for (field, value) in [
        ("by", json!("A child")),
        ("by", json!("")),
        ("by", json!("x".repeat(65))),
        ("by", json!(null)),
        ("role", json!("mentor")),
        ("kind", json!("lost")),
        ("score", json!(0)),
        ("score", json!(2.5)),
        ("date", json!(20_240_301)),
        ("more", json!(1)),
    ] {
        let mut event = event.clone();
        event[field] = value;
        check_event(&validator, &event, false);
    }
}

#[test]
fn assessments_and_grades_are_true_to_their_schemas() {
    let (assessments, grades) = (validator(ASSESSMENT), validator(GRADING));
    let framework = Framework::built_in();
    for text in [
        r#"{"framework": "shropshire-2023"}"#,
        r#"{"framework": "shropshire-2023", "plan": {"stage": "draft", "age": 18, "health_needs": true},
            "criteria": {"writing": "not_met"},
            "sections": {"I": {"descriptors": {"I1": "yes"}, "score": 1},
                "A": {"descriptors": {"A1": "no"}, "score": 4},
                "overall": {"descriptors": {"overall.1": "no"}, "score": 1}}}"#,
    ] {
        let review = Review::from_json(&framework, text).unwrap();
        check_valid(&assessments, &serde_json::to_value(assess(&review)).unwrap());
        check_valid(&grades, &serde_json::to_value(grade(&review)).unwrap());
    }
}
