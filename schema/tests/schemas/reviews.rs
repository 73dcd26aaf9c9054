//! The schema of a review and the engine agree.

use ehcp_qa_core::{Framework, Review};
use jsonschema::draft202012;
use serde_json::{Value, json};

use crate::{REVIEW, full_review, judge, parse, validator, with};

fn is_right() -> Vec<Value> {
    let long = "\u{1f600}";
    let mut right = vec![full_review(), json!({"framework": "shropshire-2023"})];
    for (at, value) in [
        ("/plan", json!(null)),
        ("/plan", json!({})),
        ("/review", json!(null)),
        ("/review", json!({"reviewer": {}})),
        ("/review/reviewer", json!(null)),
        ("/criteria", json!(null)),
        ("/criteria", json!({})),
        ("/sections", json!(null)),
        ("/sections", json!({})),
        ("/sections/A", json!(null)),
        ("/sections/A", json!({})),
        ("/sections/A/descriptors", json!(null)),
        ("/sections/A/descriptors/A1", json!(null)),
        ("/sections/A/score", json!(null)),
        ("/sections/A/score", json!(2.0)),
        ("/sections/A/score", json!(1)),
        ("/sections/A/score", json!(4)),
        ("/sections/A/rationale", json!(null)),
        ("/sections/A/rationale", json!("")),
        ("/sections/A/improvements", json!(long.repeat(20_000))),
        ("/review/reviewer/role", json!(long.repeat(20_000))),
        ("/review/reviewer/id", json!(long.repeat(64))),
        ("/plan/reference", json!(long.repeat(64))),
        ("/plan/stage", json!(null)),
        ("/plan/stage", json!("proposed_amended")),
        ("/plan/year_group", json!(-2)),
        ("/plan/year_group", json!(15.0)),
        ("/plan/age", json!(0)),
        ("/plan/age", json!(25)),
        ("/plan/medical_diagnosis", json!(false)),
        ("/review/level", json!(5)),
        ("/review/date", json!("2024-02-29")),
        ("/criteria/writing", json!(null)),
        ("/criteria/golden_thread", json!("not_met")),
        ("/sections/C", json!({"descriptors": {"C2": "not_applicable"}})),
        ("/sections/D", json!({"descriptors": {"D1": "not_applicable", "D2": "not_applicable"}})),
        ("/sections/H1", json!({"descriptors": {"H1.4": "not_applicable"}})),
        ("/sections/K", json!({"descriptors": {"K2": "not_applicable"}})),
    ] {
        right.push(with(at, value));
    }
    right
}

fn is_wrong() -> Vec<Value> {
    let long = "\u{1f600}";
    let mut wrong = vec![
        json!({}),
        json!({"framework": null}),
        json!(null),
        json!([]),
        json!("shropshire-2023"),
        json!(2023),
    ];
    for (at, value) in [
        ("/framework", json!("shropshire-2021")),
        ("/framework", json!(1)),
        ("/plan", json!([])),
        ("/plan", json!("x")),
        ("/plan/name", json!("x")),
        ("/plan/reference", json!(1)),
        ("/plan/reference", json!(long.repeat(65))),
        ("/plan/stage", json!("Draft")),
        ("/plan/stage", json!(true)),
        ("/plan/year_group", json!(-3)),
        ("/plan/year_group", json!(16)),
        ("/plan/age", json!(-1)),
        ("/plan/age", json!(26)),
        ("/plan/age", json!(12.5)),
        ("/plan/age", json!("12")),
        ("/plan/health_needs", json!("yes")),
        ("/plan/home_educated", json!(0)),
        ("/review", json!(2)),
        ("/review/time", json!("x")),
        ("/review/level", json!(0)),
        ("/review/level", json!(6)),
        ("/review/date", json!(20_231_106)),
        ("/review/reviewer", json!("x")),
        ("/review/reviewer/name", json!("x")),
        ("/review/reviewer/role", json!(long.repeat(20_001))),
        ("/review/reviewer/id", json!(long.repeat(65))),
        ("/criteria", json!([])),
        ("/criteria/spelling", json!("met")),
        ("/criteria/complies", json!("yes")),
        ("/criteria/complies", json!(true)),
        ("/criteria/writing", json!("met")),
        ("/sections", json!([])),
        ("/sections/H", json!({})),
        ("/sections/A", json!([])),
        ("/sections/A/note", json!("x")),
        ("/sections/A/score", json!(0)),
        ("/sections/A/score", json!(5)),
        ("/sections/A/score", json!(2.5)),
        ("/sections/A/score", json!("2")),
        ("/sections/overall/score", json!(5)),
        ("/sections/A/strengths", json!(1)),
        ("/sections/A/strengths", json!(long.repeat(20_001))),
        ("/sections/A/descriptors", json!([])),
        ("/sections/A/descriptors/A1", json!("maybe")),
        ("/sections/A/descriptors/A1", json!(true)),
        ("/sections/A/descriptors/A1", json!("not_applicable")),
        ("/sections/A/descriptors/A6", json!("yes")),
        ("/sections/A/descriptors/B1", json!("yes")),
        ("/sections/overall/descriptors/overall.5", json!("not_applicable")),
        ("/more", json!({})),
    ] {
        wrong.push(with(at, value));
    }
    wrong
}

#[test]
fn the_schema_and_the_engine_are_of_one_mind() {
    let validator = validator(REVIEW);
    for document in is_right() {
        assert_eq!(judge(&validator, &document), (true, true), "{document:.400}");
    }
    for document in is_wrong() {
        assert_eq!(judge(&validator, &document), (false, false), "{document:.400}");
    }
}

#[test]
fn the_problems_that_a_schema_cannot_find() {
    let plain = validator(REVIEW);
    let schema = parse(REVIEW);
    let strict = draft202012::options().should_validate_formats(true).build(&schema).unwrap();
    // Only a validator that checks formats refuses a date that does not exist.
    for date in ["2023-02-29", "2023-13-01", "2023-1-1", "06/11/2023"] {
        let document = with("/review/date", json!(date));
        assert_eq!(judge(&plain, &document), (false, true), "{date}");
        assert_eq!(judge(&strict, &document), (false, false), "{date}");
    }
    for date in ["2024-02-29", "2000-02-29", "2023-12-31"] {
        assert_eq!(judge(&strict, &with("/review/date", json!(date))), (true, true), "{date}");
    }
    // An unknown name with null under it is not given to the engine, but is there for a closed
    // schema.
    assert_eq!(judge(&plain, &with("/plan/name", json!(null))), (true, false));
    // A name that stands twice is gone before a validator sees the document.
    let twice = r#"{"framework": "shropshire-2023", "plan": {"age": 3, "age": 3}}"#;
    assert!(Review::from_json(&Framework::built_in(), twice).is_err());
    assert!(plain.is_valid(&parse(twice)));
    // A schema does not see the size of the text.
    let large = format!("{}{}", r#"{"framework": "shropshire-2023"}"#, " ".repeat(2_000_000));
    assert!(Review::from_json(&Framework::built_in(), &large).is_err());
    assert!(plain.is_valid(&parse(&large)));
}
