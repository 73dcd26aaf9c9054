//! Follows `docs/changing.md`: applies each of its edits to the built-in framework, and asserts what changes.

use std::path::Path;
use std::sync::Arc;

use ehcp_qa_core::framework::FRAMEWORK;
use ehcp_qa_core::plan::read_text;
use ehcp_qa_core::sample::{Draw, sample};
use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
use ehcp_qa_core::whole::{PlanContext, check};
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{Framework, Review, assess, from_line, to_line};
use ehcp_qa_schema::schemas_of;
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
    let mut document: Value = serde_json::from_str(FRAMEWORK).expect("JSON");
    apply(&mut document, &edit(heading));
    Arc::new(Framework::from_json(&document.to_string()).expect("a framework"))
}

/// The framework before and after an edit.
fn before_and_after(heading: &str) -> [Arc<Framework>; 2] {
    [Framework::built_in(), edited(heading)]
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
    let expected =
        ["A new check", "A new phase", "What findings bear on", "A reworded heading", "A new fact"];
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
        let report =
            serde_json::to_value(report(framework, &summary, HiddenBelow::USUAL)).expect("JSON");
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

/// A review in which one fact is given.
fn review_with(fact: &str, value: &Value) -> Value {
    json!({"framework": "shropshire-2023", "plan": {fact: value}})
}

#[test]
fn a_new_fact_is_recorded() {
    let read = |framework: &Arc<Framework>, value: Value| {
        Review::from_json(framework, &review_with("looked_after", &value).to_string())
    };
    let [before, after] = before_and_after("A new fact");
    let problems = read(&before, json!(true)).expect_err("a fact that is not declared");
    assert_eq!(problems[0].to_string(), "/plan/looked_after: This field is not known here.");
    let problems = read(&after, json!(3)).expect_err("no truth value");
    assert_eq!(problems[0].to_string(), "/plan/looked_after: This must be true or false.");
    assert!(read(&after, json!(null)).is_ok());
    for value in [true, false] {
        let review = read(&after, json!(value)).expect("a review");
        let record = serde_json::to_value(review.record()).expect("JSON");
        assert_eq!(record, review_with("looked_after", &json!(value)));
        let line = to_line(&review);
        // The stage, the five facts before it and the new one.
        let letters = if value { "/p=------y/" } else { "/p=------n/" };
        assert!(line.contains(letters), "{line}");
        assert_eq!(from_line(&after, &line), Ok(review));
    }
}

#[test]
fn a_new_fact_is_in_the_schemas() {
    let fact = |framework: &Arc<Framework>| {
        let schemas = schemas_of(framework);
        let schema = |name: &str| -> Value {
            schemas.iter().find(|(known, _)| *known == name).expect(name).1.clone()
        };
        let plan = schema("review")["$defs"]["PlanRecord"].clone();
        assert_eq!(plan["additionalProperties"], json!(false));
        let fields = schema("assessment")["$defs"]["Finding"].clone();
        let ids = fields["properties"]["fields"]["items"]["enum"].as_array().expect("ids").clone();
        (plan["properties"]["looked_after"]["type"].clone(), ids.contains(&json!("looked_after")))
    };
    let [before, after] = before_and_after("A new fact");
    assert_eq!(fact(&before), (Value::Null, false));
    assert_eq!(fact(&after), (json!(["boolean", "null"]), true));
}

/// The built-in framework with a check and an entry of the applicability that depend on the new fact.
fn conditions_on_the_new_fact() -> Value {
    let condition = json!({"field": "looked_after", "equals": true});
    let mut check = edit("A new check");
    check["value"]["when"] = json!([condition]);
    // The second entry is about C2 and D3, and has no condition.
    let list = "/interpretation/applicability/1/all_of/-";
    let applies = json!({"op": "add", "path": list, "value": condition});
    let mut document: Value = serde_json::from_str(FRAMEWORK).expect("JSON");
    apply(&mut document, &check);
    apply(&mut document, &applies);
    document
}

#[test]
fn a_condition_on_a_fact_that_is_not_declared_is_a_problem_with_its_place() {
    let document = conditions_on_the_new_fact();
    let checks = document["interpretation"]["checks"].as_array().expect("checks").len();
    let problems = Framework::from_json(&document.to_string()).expect_err("no such fact");
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let sentence = "This must be one of: stage, year_group, age, health_needs, social_care_needs, \
                    personal_budget, home_educated, medical_diagnosis.";
    let expected = [
        format!("/interpretation/applicability/1/all_of/0/field: {sentence}"),
        format!("/interpretation/checks/{}/when/0/field: {sentence}", checks - 1),
    ];
    assert_eq!(problems, expected);
}

#[test]
fn a_new_fact_decides_checks_and_applicability() {
    let mut document = conditions_on_the_new_fact();
    apply(&mut document, &edit("A new fact"));
    let framework = Arc::new(Framework::from_json(&document.to_string()).expect("a framework"));
    let with = |value: Value| {
        let mut review = review_with("looked_after", &value);
        review["sections"] = json!({"A": {"descriptors": {"A5": "no"}}});
        assessed(&framework, &review)
    };
    let (yes, no, not_known) = (with(json!(true)), with(json!(false)), with(json!(null)));
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let has = |value: &Value, word: &str| list(value).contains(&json!(word));
    let finding = |assessment: &Value, rule: &str| {
        list(&assessment["findings"]).into_iter().find(|finding| finding["rule"] == rule)
    };

    let rule = "final-without-parents-views";
    let found = finding(&yes, rule).expect("a finding");
    assert!(has(&found["rests_on"], "/plan/looked_after"), "{found}");
    assert_eq!(finding(&no, rule), None);
    assert_eq!(finding(&not_known, rule), None);

    let undecided = finding(&not_known, "context-not-known").expect("a finding");
    assert!(has(&undecided["fields"], "looked_after"), "{undecided}");
    assert!(has(&undecided["rests_on"], "/plan/looked_after"), "{undecided}");
    assert!(has(&undecided["not_checked"], rule), "{undecided}");
    let message = undecided["message"].as_str().expect("a sentence");
    assert!(message.contains("personal budget, care status."), "{message}");
    let known = finding(&yes, "context-not-known").expect("a finding");
    assert!(known["fields"].is_array() && !has(&known["fields"], "looked_after"), "{known}");

    let excluded = |assessment: &Value| -> Vec<Value> {
        let sections = list(&assessment["sections"]).into_iter();
        sections.flat_map(|section| list(&section["descriptors"]["does_not_apply"])).collect()
    };
    assert_eq!(excluded(&yes), [""; 0]);
    assert_eq!(excluded(&no), ["C2", "D3"]);
    assert_eq!(excluded(&not_known), [""; 0]);
}

#[test]
fn what_findings_bear_on() {
    let text = format!("Section A: Views\nI like{}.\n", " dogs and".repeat(25));
    let plan = read_text(&text, &[]).expect("a plan");
    let lexicon = Lexicon::built_in();
    let of_a2 = before_and_after("What findings bear on").map(|framework| {
        let found = check(&framework, &lexicon, &plan, &PlanContext::default());
        let of = found.descriptors.iter().find(|of| of.descriptor == "A2");
        let numbers = of.map(|of| of.against.clone()).unwrap_or_default();
        let rules = numbers.iter().map(|number| found.findings[*number as usize].rule.to_owned());
        rules.collect::<Vec<_>>()
    });
    assert_eq!(of_a2, [vec![], vec!["long-sentence".to_owned()]]);
}
