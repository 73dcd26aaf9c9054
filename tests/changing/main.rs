//! Follows `docs/changing.md`: applies each of its edits to the built-in framework, and asserts what changes.

use std::path::Path;
use std::sync::Arc;

use ehcp_qa_core::framework::SHROPSHIRE_2023;
use ehcp_qa_core::sample::{Draw, sample};
use ehcp_qa_core::summary::{HIDDEN_BELOW, Summary, SummaryRecord, report};
use ehcp_qa_core::{Framework, Review, assess};
use serde_json::{Value, json};

/// The document.
fn text() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/changing.md");
    std::fs::read_to_string(file).expect("docs/changing.md")
}

/// The edit under a heading.
fn edit(heading: &str) -> Value {
    let text = text();
    let under = text.split(&format!("\n## {heading}\n")).nth(1).expect(heading);
    let fenced = under.split("```json\n").nth(1).expect("an edit");
    let edit = fenced.split("```").next().expect("the end of an edit");
    serde_json::from_str(edit).expect("JSON")
}

/// Applies an operation of JSON Patch: `add` at the end of a list, or `replace`.
fn apply(document: &mut Value, edit: &Value) {
    let path = edit["path"].as_str().expect("a path");
    let value = edit["value"].clone();
    match edit["op"].as_str() {
        Some("add") => {
            let list = path.strip_suffix("/-").expect("the end of a list");
            let list = document.pointer_mut(list).and_then(Value::as_array_mut);
            list.expect("a list").push(value);
        }
        Some("replace") => *document.pointer_mut(path).expect("a place") = value,
        other => panic!("{other:?} is not followed here"),
    }
}

/// The built-in framework with the edit under a heading.
fn edited(heading: &str) -> Arc<Framework> {
    let mut document: Value = serde_json::from_str(SHROPSHIRE_2023).expect("JSON");
    apply(&mut document, &edit(heading));
    Arc::new(Framework::from_json(&document.to_string()).expect("a framework"))
}

/// The framework before and after an edit.
fn before_and_after(heading: &str) -> [Arc<Framework>; 2] {
    [Framework::shropshire_2023(), edited(heading)]
}

/// An assessment as it is written.
fn assessed(framework: &Arc<Framework>, review: &Value) -> Value {
    let review = Review::from_json(framework, &review.to_string()).expect("a review");
    serde_json::to_value(assess(&review)).expect("JSON")
}

#[test]
fn every_edit_is_followed() {
    let headings: Vec<String> = text()
        .split("\n## ")
        .skip(1)
        .filter_map(|under| under.lines().next().map(str::to_owned))
        .collect();
    let expected = ["A new check", "A new phase", "A reworded heading", "A new fact"];
    assert_eq!(headings, expected);
    assert_eq!(text().matches("```json\n").count(), expected.len());
}

#[test]
fn a_new_check_reports_its_finding() {
    let found = |framework: &Arc<Framework>, stage: &str, answer: &str| -> Vec<Value> {
        let review = json!({
            "framework": "shropshire-2023",
            "plan": {"stage": stage},
            "sections": {"A": {"descriptors": {"A5": answer}}},
        });
        let assessment = assessed(framework, &review);
        let findings = assessment["findings"].as_array().expect("findings").iter();
        let of_the_check = |finding: &&Value| finding["rule"] == "final-without-parents-views";
        findings.filter(of_the_check).cloned().collect()
    };
    let [before, after] = before_and_after("A new check");
    assert_eq!(found(&before, "final", "no"), [""; 0]);
    assert_eq!(found(&after, "final", "yes"), [""; 0]);
    assert_eq!(found(&after, "draft", "no"), [""; 0]);
    let findings = found(&after, "final", "no");
    assert_eq!(findings.len(), 1);
    let message = "The plan is final, but the views of the parents or carers are not recorded.";
    assert_eq!(findings[0]["message"], message);
    assert_eq!(findings[0]["at"], "/sections/A/descriptors/A5");
    assert_eq!(findings[0]["severity"], "warning");
}

#[test]
fn a_new_phase_is_drawn_from() {
    let request = json!({
        "purpose": "strategic", "period": "2024-autumn", "mode": "quota", "quota": 1,
        "plans": [{"reference": "P-1", "year_group": 12}, {"reference": "P-2", "year_group": 14}],
    });
    let drawn = |framework: &Framework| {
        let draw = Draw::from_json(framework, &request.to_string()).expect("a request");
        let sample = serde_json::to_value(sample(&draw)).expect("JSON");
        let phases = sample["groups"].as_array().expect("groups").iter();
        let phases: Vec<_> = phases.map(|group| group["name"].clone()).collect();
        (phases, sample["drawn"].as_array().expect("plans").len())
    };
    let names = |last: &[&str]| -> Vec<Value> {
        let names = ["Early Years", "Key Stage 1 and 2", "Key Stage 3 and 4", "Post 16"];
        names.iter().chain(last).map(|name| json!(name)).collect()
    };
    let [before, after] = before_and_after("A new phase");
    // One plan of each phase is drawn, and before the edit both plans are in one phase.
    assert_eq!(drawn(&before), (names(&[]), 1));
    assert_eq!(drawn(&after), (names(&["Post 18"]), 2));
}

#[test]
fn a_new_phase_is_counted() {
    let record = json!({"review": {
        "framework": "shropshire-2023",
        "plan": {"year_group": 14},
        "sections": {"overall": {"score": 2}},
    }});
    let labels = |framework: &Arc<Framework>| -> Vec<String> {
        let record = SummaryRecord::from_json(framework, &record.to_string()).expect("a record");
        let mut summary = Summary::new(framework);
        for _ in 0..20 {
            summary.add(&record).expect("few plans");
        }
        let report = serde_json::to_value(report(framework, &summary, HIDDEN_BELOW)).expect("JSON");
        let tables = report["tables"].as_array().expect("tables").iter();
        let by_phase = tables.filter(|table| table["id"] == "by-phase");
        let rows = by_phase.flat_map(|table| table["rows"].as_array().expect("rows").clone());
        rows.filter_map(|row| row["label"].as_str().map(str::to_owned)).collect()
    };
    let [before, after] = before_and_after("A new phase");
    let has = |labels: &[String], name: &str| labels.iter().any(|label| label == name);
    let (before, after) = (labels(&before), labels(&after));
    assert!(has(&before, "Post 16") && !has(&before, "Post 18"), "{before:?}");
    assert!(has(&after, "Post 18"), "{after:?}");
}

#[test]
fn a_reworded_heading_is_cited() {
    let review = json!({
        "framework": "shropshire-2023",
        "criteria": {"no_admin_errors": "not_met"},
    });
    let places = |framework: &Arc<Framework>| -> Vec<Value> {
        let assessment = assessed(framework, &review);
        let reasons = assessment["plan"]["because"].as_array().expect("reasons").iter();
        reasons.map(|reason| reason["place"].clone()).collect()
    };
    let [before, after] = before_and_after("A reworded heading");
    let (before, after) = (places(&before), places(&after));
    assert!(before.contains(&json!("Framework for Quality Assurance")), "{before:?}");
    assert!(after.contains(&json!("How plans are graded")), "{after:?}");
    assert!(!after.contains(&json!("Framework for Quality Assurance")), "{after:?}");
}

#[test]
#[ignore = "facts are a closed list in the core"]
fn a_new_fact_is_recorded() {
    let review = |value: Value| {
        let review = json!({"framework": "shropshire-2023", "plan": {"looked_after": value}});
        review.to_string()
    };
    let [before, after] = before_and_after("A new fact");
    assert!(Review::from_json(&before, &review(json!(true))).is_err());
    assert!(Review::from_json(&after, &review(json!(true))).is_ok());
    assert!(Review::from_json(&after, &review(json!(null))).is_ok());
    let problems = Review::from_json(&after, &review(json!(3))).expect_err("no truth value");
    assert_eq!(problems[0].to_string(), "/plan/looked_after: This must be true or false.");
}
