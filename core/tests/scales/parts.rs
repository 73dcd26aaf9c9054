//! Frameworks that leave parts out.

use ehcp_qa_core::summary::{HiddenBelow, Summary, report};
use ehcp_qa_core::{assess, from_line, to_line};
use serde_json::{Value, json};

use crate::{ends, framework, grade_entry, problems, refused, review, small};

#[test]
fn a_framework_without_annexes_grades_and_says_what_it_lacks() {
    let mut document = small();
    let wording = document["wording"].as_object_mut().unwrap();
    for part in [
        "feedback_form",
        "improvement_process",
        "learning_summary",
        "actions",
        "vision",
        "principles",
        "levels",
    ] {
        wording.remove(part);
    }
    let interpretation = document["interpretation"].as_object_mut().unwrap();
    for part in ["process", "report", "sampling", "feedback"] {
        interpretation.remove(part);
    }
    let framework = framework(&document);
    let review = review(&framework, &json!({"criteria": {"lawful": "yes", "clear": "clear"}}));
    assert_eq!(ends(assess(&review).plan.criteria), Some((1, 1)));
    let problems = ehcp_qa_core::form::feedback_from(&review, &[]).unwrap_err();
    assert_eq!(problems[0].to_string(), "The framework in use has no feedback form.");
    let shown = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    let problems = ehcp_qa_core::learning::draft(&framework, &shown).unwrap_err();
    assert_eq!(problems[0].to_string(), "The framework in use has no form for what was learnt.");
}

#[test]
fn a_framework_can_have_one_aspect_in_place_of_sections() {
    let mut document = small();
    let section = json!({
        "id": "journey", "title": "Journey",
        "descriptors": [{"id": "journey.1", "text": "The journey is described."}],
    });
    document["wording"]["sections"] = json!([section]);
    let interpretation = document["interpretation"].as_object_mut().unwrap();
    interpretation.insert("applicability".to_owned(), json!([{
        "descriptors": ["journey.1", "overall.1"], "all_of": [], "may_exclude": false, "basis": "interpretation",
        "reason": "For every plan.",
    }]));
    for part in ["thread", "bearing", "plan", "sampling", "process", "report", "feedback"] {
        interpretation.remove(part);
    }
    interpretation["checks"] = json!([]);
    for evidence in interpretation["evidence"].as_array_mut().unwrap() {
        evidence["descriptors"] = json!(["journey.1"]);
    }
    for part in ["feedback_form", "improvement_process"] {
        document["wording"].as_object_mut().unwrap().remove(part);
    }
    let framework = framework(&document);
    let answered = json!({"sections": {"journey": {"descriptors": {"journey.1": "no"}}}});
    assert_eq!(ends(assess(&review(&framework, &answered)).sections[0].suggested), Some((3, 3)));
}

/// `small-framework.json` without a scale: a checklist of the same descriptors.
fn checklist() -> Value {
    let mut document = small();
    document["wording"].as_object_mut().unwrap().remove("scale");
    let interpretation = document["interpretation"].as_object_mut().unwrap();
    for list in ["criteria", "grade_table", "section_suggestion", "section_cap", "checks"] {
        interpretation.insert(list.to_owned(), json!([]));
    }
    for part in ["gate", "process", "bearing", "plan"] {
        interpretation.remove(part);
    }
    document
}

#[test]
fn a_checklist_has_progress_and_what_is_not_met_and_no_grade() {
    let framework = framework(&checklist());
    let answered = json!({"sections": {"N": {"descriptors": {"N1": "yes", "N2": "no"}}}});
    let review = review(&framework, &answered);
    let assessment = assess(&review);
    let plan = &assessment.plan;
    assert_eq!((plan.criteria, plan.cap, plan.suggested, plan.recorded), (None, None, None, None));
    assert!(plan.gate.is_none() && plan.because.is_empty() && assessment.path.is_none());
    let needs = &assessment.sections[0];
    assert_eq!((needs.suggested, needs.counted), (None, None));
    assert_eq!(
        (needs.descriptors.yes.as_slice(), needs.descriptors.no.as_slice()),
        (&["N1"][..], &["N2"][..])
    );
    // Four descriptors, and no score to record.
    assert_eq!((needs.progress.answered, needs.progress.total), (2, 4));
    // The line has the answers, and is read again.
    assert_eq!(from_line(&framework, &to_line(&review)).unwrap(), review);
}

#[test]
fn what_needs_a_scale_or_a_gate_says_so() {
    let framework = framework(&checklist());
    let given = json!({"sections": {"N": {"score": 2}}});
    assert_eq!(
        refused(&framework, &given),
        ["/sections/N/score: The framework in use has no scale."]
    );
    let shown = report(&framework, &Summary::new(&framework), HiddenBelow::USUAL);
    assert!(shown.good_share.is_none());
    // A process asks which plans are good enough.
    let mut document = small();
    document["interpretation"].as_object_mut().unwrap().remove("gate");
    assert_eq!(problems(&document), ["/interpretation/gate: This field is required."]);
    // Rows of a table are about scores.
    let mut document = checklist();
    document["interpretation"]["section_cap"] = small()["interpretation"]["section_cap"].clone();
    let problems = problems(&document);
    assert!(problems.iter().all(|problem| problem.ends_with("has no scale.")), "{problems:?}");
    assert_eq!(problems.len(), 6);
}

#[test]
fn a_plan_fails_with_any_critical_finding() {
    // Somerset and Warwickshire print PASS or FAIL beside the counts of critical and of standard findings. That any
    // critical one fails the plan is our rule. The counts are for the text of the review.
    let mut document = small();
    document["wording"]["scale"]["grades"] =
        json!([grade_entry(1, "PASS"), grade_entry(2, "FAIL")]);
    let interpretation = &mut document["interpretation"];
    let value = |id: &str| json!({"id": id, "label": id});
    interpretation["criteria"] = json!([{
        "id": "critical", "label": "Critical findings", "hint": "Count them.",
        "values": [value("some"), value("none")], "basis": "interpretation", "reason": "Ours.",
    }]);
    let row = |score: u8, requires: Value| json!({"score": score, "requires": requires, "basis": "interpretation", "reason": "Ours."});
    interpretation["grade_table"] = json!([row(1, json!({"critical": "none"})), row(2, json!({}))]);
    for list in ["section_suggestion", "section_cap", "checks"] {
        interpretation[list] = json!([]);
    }
    for part in ["bearing", "plan", "process"] {
        interpretation.as_object_mut().unwrap().remove(part);
    }
    let framework = framework(&document);
    let name = |answer: &str| {
        let review = review(&framework, &json!({"criteria": {"critical": answer}}));
        framework.grade_name(assess(&review).plan.suggested.unwrap().best).to_owned()
    };
    assert_eq!((name("none"), name("some")), ("1 PASS".to_owned(), "2 FAIL".to_owned()));
}
