//! The schema of a framework and the engine agree.

use ehcp_qa_core::Framework;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::{FRAMEWORK, SMALL, check_valid, parse, validator};

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
        ("/format", json!(1)),
        ("/format", json!(null)),
        ("/interpretation/context/0/hint", json!(null)),
        ("/interpretation/context/0/values", json!(null)),
        ("/interpretation/checks/1/when", json!([])),
        ("/interpretation/checks/0/any", json!(null)),
        ("/wording/feedback_form/fields/0/options", json!(null)),
        ("/wording/scale/grades/0/score", json!(1.0)),
        (condition, json!({"field": "year_group", "at_least": -2})),
        (condition, json!({"field": "stage", "equals": "final"})),
        (condition, json!({"field": "home_educated", "equals": true})),
        (condition, json!({"field": "stage", "one_of": ["draft", "proposed_amended"]})),
        ("/interpretation/context/0/kind", json!("choice")),
        ("/interpretation/context/2/kind", json!("flag")),
    ] {
        check_framework(&validator, at, value, true);
    }
    // Other entries name the level, so all of them change.
    let renumbered = SMALL.replace("\"level\": 1", "\"level\": 255");
    assert!(Framework::from_json(&renumbered).is_ok());
    check_valid(&validator, &parse(&renumbered));
    for (at, value) in [
        ("/format", json!(0)),
        ("/format", json!(2)),
        ("/format", json!("1")),
        ("/edition", json!(2025)),
        ("/wording", json!(null)),
        ("/wording/levels/items/0/level", json!(256)),
        ("/wording/levels/items/0/who", json!("the team")),
        ("/wording/feedback_form/key/0/action", json!("delete")),
        ("/interpretation/gate/issue_at", json!(101)),
        ("/interpretation/gate/issue_at", json!(1.5)),
        ("/interpretation/checks/0/severity", json!("fatal")),
        ("/interpretation/checks/0/every/0/is/0", json!("no")),
        ("/interpretation/grade_table/0/requires/lawful", json!(1)),
        ("/interpretation/section_suggestion/0/yes_at_least/of", json!(-1)),
        (condition, json!({"field": "age", "under": 19, "at_least": 3})),
        (condition, json!({"field": "age"})),
        (condition, json!({"under": 19})),
        (condition, json!({"field": "age", "below": 19})),
        (condition, json!({"field": "stage", "equals": "finished"})),
        (condition, json!({"field": "stage", "one_of": ["finished"]})),
        (condition, json!({"field": "stage", "at_least": 1})),
        (condition, json!({"field": "age", "one_of": ["young"]})),
        (condition, json!({"field": "age", "from": "2024-01-01"})),
        ("/interpretation/context/2/kind", json!("day")),
    ] {
        check_framework(&validator, at, value, false);
    }
    // Which facts a framework declares and which scores its scale has, only the engine knows.
    for (at, value) in [
        (condition, json!({"field": "height", "equals": true})),
        (condition, json!({"field": "height", "under": 19})),
        (condition, json!({"field": "home_educated", "one_of": ["some"]})),
        ("/interpretation/gate/issue_at", json!(5)),
    ] {
        let mut undeclared = parse(SMALL);
        *undeclared.pointer_mut(at).unwrap() = value;
        assert!(Framework::from_json(&undeclared.to_string()).is_err());
        check_valid(&validator, &undeclared);
    }
}
