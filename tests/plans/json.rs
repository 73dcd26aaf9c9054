//! Plans and choices as JSON: what was written is read again, within bounds, and every problem has its place.

use ehcp_qa_core::Problem;
use ehcp_qa_core::plan::{MOST_PLAN_BYTES, PlanDocument, SectionChoice, read_text};

fn refused<T: std::fmt::Debug>(read: Result<T, Vec<Problem>>) -> Vec<String> {
    read.expect_err("a refusal").iter().map(ToString::to_string).collect()
}

#[test]
fn a_plan_is_read_as_it_was_written() {
    for name in crate::gold::PLANS {
        let plan = crate::gold::plan(name);
        let text = serde_json::to_string(&plan).expect("JSON");
        assert_eq!(PlanDocument::from_json(&text), Ok(plan), "{name}");
    }
}

#[test]
fn a_plan_has_a_bound_that_is_larger_than_that_of_other_documents() {
    let lines = "Reading is hard for Sam.\n".repeat(20_000);
    let plan = read_text(&format!("Section B: Special educational needs\n{lines}"), &[]);
    let plan = plan.expect("a plan");
    let text = serde_json::to_string(&plan).expect("JSON");
    assert!(text.len() > 2_000_000 && text.len() < MOST_PLAN_BYTES, "{}", text.len());
    assert_eq!(PlanDocument::from_json(&text), Ok(plan));

    let longest = text + &" ".repeat(MOST_PLAN_BYTES);
    assert!(PlanDocument::from_json(&longest[..MOST_PLAN_BYTES]).is_ok());
    let problems = refused(PlanDocument::from_json(&longest[..=MOST_PLAN_BYTES]));
    assert_eq!(problems, ["This is too large: at most 20000000 bytes are read."]);
}

#[test]
fn every_problem_of_a_plan_is_reported() {
    let plan = r#"{
        "files": ["word/document.xml"],
        "parts": [{
            "sections": ["B", "L"],
            "heading": {
                "text": "Section B", "recognised_by": ["letter"], "sureness": "certain",
                "place": {"at": 0, "file": 0, "paragraph": 0, "run": 0, "offset": -1}
            },
            "blocks": [{"kind": "statement", "runs": [], "words": 7}]
        }],
        "furniture": [],
        "comments": []
    }"#;
    assert_eq!(
        refused(PlanDocument::from_json(plan)),
        [
            "/parts/0/sections/1: This must be one of: A, B, C, D, E, F, G, H1, H2, I, J, K.",
            "/parts/0/heading/sureness: This must be one of: doubtful, likely, sure.",
            "/parts/0/heading/place/offset: This must be a whole number from 0 to 4294967295.",
            "/parts/0/blocks/0/words: This field is not known here.",
            "/parts/0/blocks/0/text: This field is required.",
            "/doubts: This field is required.",
        ]
    );
}

#[test]
fn choices_are_a_list() {
    let choices = r#"[{"file": 0, "paragraph": 2, "role": "furniture"}]"#;
    assert_eq!(SectionChoice::all_from_json(choices).expect("choices").len(), 1);
    let problems = refused(SectionChoice::all_from_json(r#"{"file": 0}"#));
    assert_eq!(problems, ["This must be a list."]);
}
