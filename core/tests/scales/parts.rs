//! Frameworks that leave parts out.

use ehcp_qa_core::assess;
use ehcp_qa_core::summary::{HiddenBelow, Summary, report};
use serde_json::json;

use crate::{ends, framework, review, small};

#[test]
fn a_framework_without_annexes_grades_and_says_what_it_lacks() {
    let mut document = small();
    let wording = document["wording"].as_object_mut().unwrap();
    for part in
        ["annex_a", "annex_b", "learning_summary", "actions", "vision", "principles", "levels"]
    {
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
    for part in ["annex_a", "annex_b"] {
        document["wording"].as_object_mut().unwrap().remove(part);
    }
    let framework = framework(&document);
    let answered = json!({"sections": {"journey": {"descriptors": {"journey.1": "no"}}}});
    assert_eq!(ends(assess(&review(&framework, &answered)).sections[0].suggested), Some((3, 3)));
}
