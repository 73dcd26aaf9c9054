//! What changed from one framework to another.

#![cfg(feature = "authoring")]

use std::sync::Arc;

use ehcp_qa_core::authoring::{diff, other_suggestions, review_under};
use ehcp_qa_core::{Framework, Review};
use serde_json::{Value, json};

const SMALL: &str = include_str!("small-framework.json");

fn small() -> Value {
    serde_json::from_str(SMALL).unwrap()
}

fn read(framework: &Value) -> Arc<Framework> {
    Arc::new(Framework::from_json(&framework.to_string()).unwrap())
}

/// Edits the small framework, and expects changes by area, kind and place, with the old and the new value.
#[track_caller]
fn check(edit: impl FnOnce(&mut Value), expected: &[(&str, &str, &str, Value, Value)]) {
    let old = read(&small());
    let mut new = small();
    edit(&mut new);
    let new = read(&new);
    let found = serde_json::to_value(diff(&old, &new)).unwrap();
    let value = |side: &Value| side.get("value").cloned().unwrap_or(Value::Null);
    let found: Vec<_> = found["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            let text = |name: &str| change[name].as_str().unwrap().to_owned();
            (text("area"), text("kind"), text("at"), value(&change["old"]), value(&change["new"]))
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(area, kind, at, old, new)| {
            ((*area).to_owned(), (*kind).to_owned(), (*at).to_owned(), old.clone(), new.clone())
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn nothing_changes_with_white_space_and_the_order_of_fields() {
    check(|_| {}, &[]);
    check(
        |framework| {
            let row = &mut framework["interpretation"]["grade_table"][1];
            let sorted: std::collections::BTreeMap<String, Value> =
                serde_json::from_value(row.clone()).unwrap();
            *row = json!(sorted);
        },
        &[],
    );
}

#[test]
fn a_text_is_wording_and_has_its_place_in_both() {
    let mut new = small();
    new["wording"]["sections"].as_array_mut().unwrap().swap(0, 1);
    new["wording"]["sections"][1]["descriptors"][0]["text"] = json!("Needs are named.");
    let (old, new) = (read(&small()), read(&new));
    let found = serde_json::to_value(diff(&old, &new)).unwrap();
    let expected = json!({
        "area": "wording", "kind": "changed", "at": "/wording/sections/N/descriptors/N1/text",
        "old": {"pointer": "/wording/sections/0/descriptors/0/text", "value": "Needs are listed."},
        "new": {"pointer": "/wording/sections/1/descriptors/0/text", "value": "Needs are named."},
    });
    assert_eq!(found["changes"][0], expected);
    let expected = json!({
        "area": "structure", "kind": "moved", "at": "/wording/sections",
        "old": {"pointer": "/wording/sections"}, "new": {"pointer": "/wording/sections"},
    });
    assert_eq!(found["changes"][1], expected);
    assert_eq!(found["changes"].as_array().unwrap().len(), 2);
}

#[test]
fn a_new_descriptor_is_structure_and_what_counts_is_a_rule() {
    let descriptor = json!({"id": "P2", "text": "Provision says who."});
    check(
        |framework| {
            let list = |framework: &mut Value, at: &str, value: Value| {
                framework.pointer_mut(at).unwrap().as_array_mut().unwrap().push(value);
            };
            list(framework, "/wording/sections/1/descriptors", descriptor.clone());
            list(framework, "/interpretation/applicability/2/descriptors", json!("P2"));
        },
        &[
            (
                "structure",
                "added",
                "/wording/sections/P/descriptors/P2",
                Value::Null,
                descriptor.clone(),
            ),
            (
                "rules",
                "added",
                "/interpretation/applicability/2/descriptors/P2",
                Value::Null,
                json!("P2"),
            ),
        ],
    );
}

#[test]
fn a_condition_a_band_and_a_reason() {
    check(
        |framework| {
            let interpretation = &mut framework["interpretation"];
            interpretation["applicability"][2]["all_of"][0]["under"] = json!(18);
            interpretation["section_suggestion"][1]["yes_at_least"]["of"] = json!(2);
            interpretation["grade_table"][3]["reason"] = json!("All else.");
        },
        &[
            (
                "wording",
                "changed",
                "/interpretation/grade_table/4/reason",
                json!("Anything else."),
                json!("All else."),
            ),
            (
                "rules",
                "changed",
                "/interpretation/applicability/2/all_of/age/under",
                json!(19),
                json!(18),
            ),
            (
                "rules",
                "changed",
                "/interpretation/section_suggestion/three-quarters/yes_at_least/of",
                json!(3),
                json!(2),
            ),
        ],
    );
}

#[test]
fn an_entry_without_an_id_is_matched_by_what_it_shares() {
    // The first two entries change places, and one of them its reason.
    check(
        |framework| {
            let entries = framework["interpretation"]["applicability"].as_array_mut().unwrap();
            entries.swap(0, 1);
            entries[0]["reason"] = json!("Where they are given.");
        },
        &[
            (
                "wording",
                "changed",
                "/interpretation/applicability/0/reason",
                json!("Where given."),
                json!("Where they are given."),
            ),
            ("rules", "moved", "/interpretation/applicability", Value::Null, Value::Null),
        ],
    );
}

#[test]
fn a_part_that_is_left_out_is_removed() {
    let part = small()["interpretation"]["report"].clone();
    check(
        |framework| {
            framework["interpretation"].as_object_mut().unwrap().remove("report");
        },
        &[("rules", "removed", "/interpretation/report", part, Value::Null)],
    );
}

#[test]
fn a_review_is_suggested_what_the_new_framework_suggests() {
    let old = read(&small());
    let mut new = small();
    new["id"] = json!("riverside-2026");
    // Three of four now make the best score.
    new["interpretation"]["section_suggestion"] = json!([
        {"id": "all", "score": 1, "yes_at_least": {"of": 3, "out_of": 4}, "basis": "interpretation", "reason": "R."},
        {"id": "fewer", "score": 3, "yes_at_least": {"of": 0, "out_of": 1}, "basis": "interpretation", "reason": "R."},
    ]);
    let new = read(&new);
    let review = json!({
        "framework": "riverside-2025",
        "criteria": {"lawful": "yes", "clear": "clear"},
        "plan": {"age": 7, "home_educated": false},
        "sections": {
            "N": {"descriptors": {"N1": "yes", "N2": "yes", "N3": "yes", "N4": "no"}},
            "P": {"descriptors": {"P1": "yes"}},
            "overall": {"descriptors": {"overall.1": "yes"}},
        },
    })
    .to_string();
    let one = Review::from_json(&old, &review).unwrap();
    let other = review_under(&new, &review).unwrap();
    // Three of four was a 2, which limited the plan to 2.
    let expected = json!([
        {"section": null, "old": {"best": 2, "worst": 2}, "new": {"best": 1, "worst": 1}},
        {"section": "N", "old": {"best": 2, "worst": 2}, "new": {"best": 1, "worst": 1}},
    ]);
    assert_eq!(serde_json::to_value(other_suggestions(&one, &other)).unwrap(), expected);
    assert_eq!(other_suggestions(&one, &one), []);
}

#[test]
fn a_review_that_does_not_fit_has_its_problems() {
    let mut new = small();
    new["wording"]["sections"][0]["descriptors"][0]["id"] = json!("N9");
    new["interpretation"]["applicability"][0]["descriptors"][0] = json!("N9");
    new["interpretation"]["evidence"][0]["descriptors"][0] = json!("N9");
    new["interpretation"]["checks"][1]["any"][1]["descriptor"] = json!("N9");
    let bearing = new["interpretation"].as_object_mut().unwrap();
    bearing.remove("bearing");
    let review =
        r#"{"framework": "riverside-2025", "sections": {"N": {"descriptors": {"N1": "yes"}}}}"#;
    let problems = review_under(&read(&new), review).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].pointer, "/sections/N/descriptors/N1");
}
