//! The committed schemas: valid themselves, true of their examples, closed, and in agreement with the engine.

use ehcp_qa_core::agreement::Agreement;
use ehcp_qa_core::case::{Case, CaseEventKind, status};
use ehcp_qa_core::sample::Draw;
use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
use ehcp_qa_core::thread::{ThreadPlan, thread};
use ehcp_qa_core::{Framework, Review, assess, grade};
use jsonschema::{Validator, draft202012};
use serde_json::{Value, json};

const FRAMEWORK: &str = include_str!("../framework.schema.json");
const REVIEW: &str = include_str!("../review.schema.json");
const ASSESSMENT: &str = include_str!("../assessment.schema.json");
const GRADED_LINE: &str = include_str!("../graded-line.schema.json");
const GRADING: &str = include_str!("../grading.schema.json");
const LEXICON: &str = include_str!("../lexicon.schema.json");
const LEARNED_WEIGHTS: &str = include_str!("../learned-weights.schema.json");
const CONTEXT: &str = include_str!("../wording-context.schema.json");
const LINT: &str = include_str!("../lint.schema.json");
const PLAN_DOCUMENT: &str = include_str!("../plan-document.schema.json");
const SECTION_CHOICES: &str = include_str!("../section-choices.schema.json");
const NEW_COMMENT: &str = include_str!("../new-comment.schema.json");
const PLAN_ITEMS: &str = include_str!("../plan-items.schema.json");
const THREAD_PLAN: &str = include_str!("../thread-plan.schema.json");
const THREAD: &str = include_str!("../thread.schema.json");
const TIMESCALES: &str = include_str!("../timescales.schema.json");
const DEADLINES: &str = include_str!("../deadlines.schema.json");
const FEEDBACK: &str = include_str!("../feedback.schema.json");
const FEEDBACK_CHECK: &str = include_str!("../feedback-check.schema.json");
const CASE: &str = include_str!("../case.schema.json");
const CASE_STATUS: &str = include_str!("../case-status.schema.json");
const SAMPLE_REQUEST: &str = include_str!("../sample-request.schema.json");
const SAMPLE: &str = include_str!("../sample.schema.json");
const SAMPLE_WHY: &str = include_str!("../sample-why.schema.json");
const AGREEMENT: &str = include_str!("../agreement.schema.json");
const AGREEMENT_FIGURES: &str = include_str!("../agreement-figures.schema.json");
const SUMMARY_RECORD: &str = include_str!("../summary-record.schema.json");
const SUMMARY: &str = include_str!("../summary.schema.json");
const REPORT: &str = include_str!("../report.schema.json");
const LEARNING: &str = include_str!("../learning.schema.json");
const PLAN_CONTEXT: &str = include_str!("../plan-context.schema.json");
const PLAN_CHECK: &str = include_str!("../plan-check.schema.json");
const PLAN_COMPARISON: &str = include_str!("../plan-comparison.schema.json");

/// Every schema, by file name, in the order in which they are made.
const ALL: [(&str, &str); 33] = [
    ("framework.schema.json", FRAMEWORK),
    ("review.schema.json", REVIEW),
    ("assessment.schema.json", ASSESSMENT),
    ("graded-line.schema.json", GRADED_LINE),
    ("grading.schema.json", GRADING),
    ("lexicon.schema.json", LEXICON),
    ("learned-weights.schema.json", LEARNED_WEIGHTS),
    ("wording-context.schema.json", CONTEXT),
    ("lint.schema.json", LINT),
    ("plan-document.schema.json", PLAN_DOCUMENT),
    ("section-choices.schema.json", SECTION_CHOICES),
    ("plan-context.schema.json", PLAN_CONTEXT),
    ("plan-check.schema.json", PLAN_CHECK),
    ("new-comment.schema.json", NEW_COMMENT),
    ("plan-comparison.schema.json", PLAN_COMPARISON),
    ("plan-items.schema.json", PLAN_ITEMS),
    ("thread-plan.schema.json", THREAD_PLAN),
    ("thread.schema.json", THREAD),
    ("timescales.schema.json", TIMESCALES),
    ("deadlines.schema.json", DEADLINES),
    ("feedback.schema.json", FEEDBACK),
    ("feedback-check.schema.json", FEEDBACK_CHECK),
    ("case.schema.json", CASE),
    ("case-status.schema.json", CASE_STATUS),
    ("sample-request.schema.json", SAMPLE_REQUEST),
    ("sample.schema.json", SAMPLE),
    ("sample-why.schema.json", SAMPLE_WHY),
    ("agreement.schema.json", AGREEMENT),
    ("agreement-figures.schema.json", AGREEMENT_FIGURES),
    ("summary-record.schema.json", SUMMARY_RECORD),
    ("summary.schema.json", SUMMARY),
    ("report.schema.json", REPORT),
    ("learning.schema.json", LEARNING),
];
const BUILT_IN: &str = include_str!("../../core/frameworks/shropshire-2023.json");
const SMALL: &str = include_str!("../../core/tests/small-framework.json");

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn validator(schema: &str) -> Validator {
    draft202012::new(&parse(schema)).unwrap()
}

#[track_caller]
fn check_valid(validator: &Validator, document: &Value) {
    let errors: Vec<_> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error:.300}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_committed_schemas_are_not_stale() {
    let generated = ehcp_qa_schema::schemas();
    let generated: Vec<_> = generated.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert!(generated == ALL, "run `cargo xtask generate`");
}

#[test]
fn the_reference_of_the_rules_is_not_stale_and_has_every_rule() {
    let committed = include_str!("../../docs/rules.md");
    assert_eq!(committed, ehcp_qa_schema::rules_reference(), "run `cargo xtask generate`");
    let rules = ehcp_qa_core::wording::Lexicon::built_in();
    assert_eq!(committed.matches("\n## `").count(), rules.rules().count());
}

#[test]
fn the_titles_of_the_rules_are_not_stale() {
    let committed = ehcp_qa_core::wording::WORDING_TITLES;
    assert_eq!(committed, ehcp_qa_schema::rule_titles(), "run `cargo xtask generate`");
}

#[test]
fn each_schema_is_one_and_is_true_of_its_examples() {
    for (file, schema) in ALL {
        let id = file.strip_suffix(".schema.json").unwrap();
        let validator = validator(schema);
        let schema = parse(schema);
        assert!(draft202012::meta::is_valid(&schema), "{id}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("urn:ehcp-qa:schema:{id}:1"));
        let examples = schema["examples"].as_array().unwrap();
        assert!(!examples.is_empty(), "{id}");
        for example in examples {
            check_valid(&validator, example);
        }
    }
}

/// Every property of a schema has a description where it is declared.
fn undescribed(schema: &Value, at: &str, found: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                // Conditions are about properties that are declared beside them.
                if ["examples", "if", "then", "else"].contains(&name.as_str()) {
                    continue;
                }
                let at = format!("{at}/{name}");
                if name == "properties" {
                    for (property, value) in value.as_object().unwrap() {
                        let description = value["description"].as_str().or(value["title"].as_str());
                        if description.is_none_or(|description| description.trim().is_empty()) {
                            found.push(format!("{at}/{property}"));
                        }
                    }
                }
                undescribed(value, &at, found);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                undescribed(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_property_has_a_description() {
    for (_, schema) in ALL {
        let mut found = Vec::new();
        undescribed(&parse(schema), "", &mut found);
        // The tests of a condition are described one level up.
        found.retain(|at| !at.contains("/$defs/ContextCondition/oneOf/"));
        assert_eq!(found, [""; 0]);
    }
}

#[test]
fn the_schema_of_a_sample_request_and_the_engine_are_of_one_mind() {
    let framework = Framework::shropshire_2023();
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
        let framework = Framework::shropshire_2023();
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
    let text = include_str!("../../core/tests/thread-plan.json");
    check_valid(&validator(THREAD_PLAN), &parse(text));
    let framework = Framework::shropshire_2023();
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
    let framework = Framework::shropshire_2023();
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
    let framework = Framework::shropshire_2023();
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

/// The places of all objects in a document, as JSON Pointers.
fn objects(document: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(at.to_owned());
                for (name, value) in fields {
                    walk(value, &format!("{at}/{name}"), found);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    walk(value, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}

/// Expects an unknown property to be refused in each object of a document.
#[track_caller]
fn check_closed(schema: &str, document: &Value, least: usize) {
    let validator = validator(schema);
    let places = objects(document);
    assert!(places.len() >= least, "{}", places.len());
    for place in places {
        // The requirements of a grade are keyed by the criteria of its framework.
        if place.ends_with("/requires") {
            continue;
        }
        let mut opened = document.clone();
        opened.pointer_mut(&place).unwrap()["unknown_property"] = json!("x");
        assert!(!validator.is_valid(&opened), "{place}");
    }
}

#[test]
fn the_schemas_are_closed() {
    let example = |schema| parse(schema)["examples"][0].clone();
    check_closed(REVIEW, &example(REVIEW), 10);
    check_closed(ASSESSMENT, &example(ASSESSMENT), 100);
    // Each kind of object that a framework has is in this one.
    check_closed(FRAMEWORK, &parse(SMALL), 80);
}

/// Whether the engine and the schema accept a record and a summary with one value put in each.
#[test]
fn summaries_are_the_same_for_both() {
    let framework = Framework::shropshire_2023();
    let example = |schema| parse(schema)["examples"][0].clone();
    let (record, summary) = (example(SUMMARY_RECORD), example(SUMMARY));
    let changed = |document: &Value, pointer: &str, value: &Value| {
        let mut document = document.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        document.pointer_mut(parent).expect(pointer)[key] = value.clone();
        document
    };
    let validator = validator(SUMMARY_RECORD);
    for (pointer, value, expected) in [
        ("/dates", Value::Null, true),
        ("/dates/issued", json!(5), false),
        ("/regraded/before", json!(5), false),
        ("/regraded/after", Value::Null, false),
        ("/dimensions/advice_giver", json!("health"), true),
        ("/dimensions/phase", json!("post_16"), false),
        ("/dimensions/need", json!("two words"), false),
        ("/dimensions/two words", json!("x"), false),
        ("/wording/G", json!({}), true),
        ("/wording/Z", json!({}), false),
        ("/wording/F", Value::Null, true),
        ("/wording/F/availability", Value::Null, true),
        ("/dimensions/need", Value::Null, true),
        ("/wording/F/training", json!(0), true),
        ("/wording/F/training", json!(-1), false),
        ("/wording/F/two words", json!(1), false),
        ("/review", Value::Null, false),
        ("/review/framework", json!("other"), false),
        ("/review/sections/F/score", json!(5), false),
        ("/name", json!("x"), false),
    ] {
        let document = changed(&record, pointer, &value);
        let read = SummaryRecord::from_json(&framework, &document.to_string()).is_ok();
        assert_eq!(
            (read, validator.is_valid(&document)),
            (expected, expected),
            "{pointer} {value}"
        );
    }
    let validator = draft202012::new(&parse(SUMMARY)).unwrap();
    for (pointer, value, expected) in [
        ("/all/plans", json!(2), true),
        ("/all/plans", json!(-1), false),
        ("/framework", json!("other"), false),
        ("/sections/Z", summary["all"]["scores"].clone(), false),
        ("/descriptors/Z1", summary["descriptors"]["F3"].clone(), false),
        ("/descriptors/F3/not_met_by_phase/nursery", json!(0), false),
        (
            "/wording/F/rules/two words",
            summary["wording"]["F"]["rules"]["availability"].clone(),
            false,
        ),
        ("/wording/F/rules/availability/found_by_phase/nursery", json!(0), false),
        ("/dimensions/need/two words", summary["all"].clone(), false),
        ("/timeliness/exception_claimed", Value::Null, false),
        ("/name", json!("x"), false),
    ] {
        let document = changed(&summary, pointer, &value);
        let read = Summary::from_json(&framework, &document.to_string()).is_ok();
        assert_eq!(
            (read, validator.is_valid(&document)),
            (expected, expected),
            "{pointer} {value}"
        );
    }
    let shown = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    let validator = draft202012::new(&parse(REPORT)).unwrap();
    check_valid(&validator, &serde_json::to_value(shown).unwrap());
    // A review has no unknown fields in a record either.
    let (mut open, mut places) = (Vec::new(), 0);
    let validator = draft202012::new(&parse(SUMMARY_RECORD)).unwrap();
    for place in objects(&record).into_iter().filter(|place| place.starts_with("/review")) {
        let mut opened = record.clone();
        opened.pointer_mut(&place).unwrap()["unknown_property"] = json!("x");
        places += 1;
        if validator.is_valid(&opened) {
            open.push(place);
        }
    }
    assert_eq!((open, places), (Vec::new(), 7));
}

/// A valid review, to be changed.
fn full_review() -> Value {
    json!({
        "framework": "shropshire-2023",
        "plan": {"reference": "P-1", "stage": "final", "year_group": 9, "age": 14, "health_needs": true},
        "review": {"level": 2, "reviewer": {"role": "Officer", "id": "O-1"}, "date": "2023-11-06"},
        "criteria": {"complies": "met", "writing": "mostly_well_written"},
        "sections": {
            "A": {"descriptors": {"A1": "yes"}, "score": 3, "strengths": "S", "rationale": "R"},
            "overall": {"descriptors": {"overall.1": "yes"}, "score": 2},
        },
    })
}

/// The full review with one value put in or added.
#[track_caller]
fn with(pointer: &str, value: Value) -> Value {
    let mut document = full_review();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[key] = value;
    document
}

/// Whether the engine and the schema accept a document.
fn judge(validator: &Validator, document: &Value) -> (bool, bool) {
    let read = Review::from_json(&Framework::shropshire_2023(), &document.to_string());
    (read.is_ok(), validator.is_valid(document))
}

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
    assert!(Review::from_json(&Framework::shropshire_2023(), twice).is_err());
    assert!(plain.is_valid(&parse(twice)));
    // A schema does not see the size of the text.
    let large = format!("{}{}", r#"{"framework": "shropshire-2023"}"#, " ".repeat(2_000_000));
    assert!(Review::from_json(&Framework::shropshire_2023(), &large).is_err());
    assert!(plain.is_valid(&parse(&large)));
}

/// Expects the schema and the engine to judge alike a framework with one value replaced.
#[track_caller]
fn check_framework(validator: &Validator, pointer: &str, value: Value, expected: bool) {
    let mut framework = parse(SMALL);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = framework.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        _ => parent[key] = value,
    }
    let accepted = Framework::from_json(&framework.to_string()).is_ok();
    assert_eq!((accepted, validator.is_valid(&framework)), (expected, expected), "{pointer}");
}

#[test]
fn the_shape_of_a_framework_is_the_same_for_both() {
    let validator = validator(FRAMEWORK);
    let condition = "/interpretation/applicability/2/all_of/0";
    for (at, value) in [
        ("/interpretation/context/0/hint", json!(null)),
        ("/interpretation/context/0/values", json!(null)),
        ("/interpretation/checks/1/when", json!([])),
        ("/interpretation/checks/0/any", json!(null)),
        ("/wording/annex_a/fields/0/options", json!(null)),
        ("/wording/scale/grades/0/score", json!(1.0)),
        (condition, json!({"field": "year_group", "at_least": -2})),
        (condition, json!({"field": "stage", "equals": "final"})),
        (condition, json!({"field": "home_educated", "equals": true})),
    ] {
        check_framework(&validator, at, value, true);
    }
    // Other entries name the level, so all of them change.
    let renumbered = SMALL.replace("\"level\": 1", "\"level\": 255");
    assert!(Framework::from_json(&renumbered).is_ok());
    check_valid(&validator, &parse(&renumbered));
    for (at, value) in [
        ("/edition", json!(2025)),
        ("/wording", json!(null)),
        ("/wording/levels/items/0/level", json!(256)),
        ("/wording/levels/items/0/who", json!("the team")),
        ("/wording/annex_a/key/0/action", json!("delete")),
        ("/interpretation/gate/issue_at", json!(101)),
        ("/interpretation/gate/issue_at", json!(1.5)),
        ("/interpretation/checks/0/severity", json!("fatal")),
        ("/interpretation/checks/0/every/0/is/0", json!("no")),
        ("/interpretation/grade_table/0/requires/lawful", json!(1)),
        ("/interpretation/section_suggestion/0/yes_at_least/of", json!(-1)),
        (condition, json!({"field": "height", "under": 19})),
        (condition, json!({"field": "age", "under": 19, "at_least": 3})),
        (condition, json!({"field": "age"})),
        (condition, json!({"under": 19})),
        (condition, json!({"field": "age", "below": 19})),
        (condition, json!({"field": "stage", "equals": "finished"})),
    ] {
        check_framework(&validator, at, value, false);
    }
    // Which facts a framework declares and which scores its scale has, only the engine knows.
    for (at, value) in [
        (condition, json!({"field": "height", "equals": true})),
        ("/interpretation/gate/issue_at", json!(5)),
    ] {
        let mut undeclared = parse(SMALL);
        *undeclared.pointer_mut(at).unwrap() = value;
        assert!(Framework::from_json(&undeclared.to_string()).is_err());
        check_valid(&validator, &undeclared);
    }
}
