use serde_json::json;

use crate::{json, run, run_on};

/// The counts of `counts.json`, worked out by hand: 40 plans, of which 28 are Good and 12 are not, and 30 whose
/// Section F is not; Section F's wording was checked in 30.
#[test]
fn a_draft_holds_the_shown_counts_and_leaves_the_rest_to_people() {
    let ran = run(&["learning", "counts.json", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let form = json(&ran.out);
    assert_eq!(form["framework"], "shropshire-2023");
    assert_eq!((&form["areas_represented"], &form["actions"]), (&json!([]), &json!([])));
    let rows = form["rows"].as_array().unwrap();
    let [section, overall] = rows.as_slice() else { panic!("{}", ran.out) };
    assert_eq!(section["area"], "Section F: Special educational provision");
    let feedback = section["feedback"].as_str().unwrap();
    let grades =
        "Recorded grades: 2 Good (10 of 40 plans); 3 Requires improvement (30 of 40 plans).\n";
    assert!(feedback.starts_with(grades), "{feedback}");
    assert!(feedback.contains("(12 of 30 plans); F3: "), "{feedback}");
    assert!(feedback.ends_with("(6 of 40 plans)."), "{feedback}");
    assert_eq!(section["drafted"], section["feedback"]);
    assert!(section.get("learning").is_none());
    let grades =
        "Recorded grades: 2 Good (28 of 40 plans); 3 Requires improvement (12 of 40 plans).";
    assert_eq!(overall["feedback"], grades);
}

#[test]
fn small_numbers_are_hidden_as_far_as_is_asked_for() {
    // Fewer than 7 plans did not meet F3.
    let hidden = run(&["learning", "counts.json", "--hidden-below", "7"]);
    assert_eq!(hidden.code, Some(0), "{}", hidden.err);
    assert!(!hidden.out.contains("6 of 40 plans"), "{}", hidden.out);
    assert!(hidden.out.contains("of the counts that are shown"), "{}", hidden.out);
    assert!(run(&["learning", "counts.json"]).out.contains("6 of 40 plans"));
}

#[test]
fn parts_of_many_plans_are_piped_in() {
    let records = run(&["synth", "--count", "60"]).out;
    let part = run_on(&["summarise", "--partial"], records.as_bytes(), &[]).out;
    let ran = run_on(&["learning", "-"], part.as_bytes(), &[]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("# ") && ran.out.contains(" of 60 plans"), "{}", ran.out);
    // Several are merged before.
    let ran = run_on(&["learning", "-"], [part.as_str(), &part].concat().as_bytes(), &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("<stdin>:2:1: error: "), "{}", ran.err);
}

#[test]
fn open_actions_of_the_session_before_are_carried_over() {
    let before = r#"{"framework": "shropshire-2023", "date": "2025-03-12", "areas_represented": [], "rows": [],
        "actions": [{"what": "Train", "by": "2025-06-30", "state": "open"}, {"what": "Share", "state": "done"}]}"#;
    let file = std::env::temp_dir().join(format!("ehcp-qa-actions-{}.json", std::process::id()));
    std::fs::write(&file, before).unwrap();
    let arguments =
        ["learning", "counts.json", "--previous", file.to_str().unwrap(), "--format", "json"];
    let form = json(&run(&arguments).out);
    let train =
        json!({"what": "Train", "by": "2025-06-30", "agreed": "2025-03-12", "state": "open"});
    assert_eq!((&form["earlier"], &form["actions"]), (&json!([train]), &json!([])));
    std::fs::write(&file, before.replace("open", "half")).unwrap();
    let ran = run(&arguments);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.contains("/actions/0/state: This must be one of: open, done, dropped."),
        "{}",
        ran.err
    );
}

const EDITED: &str = r#"{
    "framework": "shropshire-2023", "date": "2024-01-15", "areas_represented": ["Health"],
    "rows": [{"area": "Section G", "feedback": "Detailed.", "learning": "Ask <early>."}], "actions": []
}"#;

#[test]
fn an_edited_form_is_checked_and_printed() {
    let markdown = run_on(&["learning", "--form", "-"], EDITED.as_bytes(), &[]);
    assert_eq!((markdown.code, markdown.err.as_str()), (Some(0), ""));
    assert!(markdown.out.contains("**Feedback**\n\nDetailed.\n"), "{}", markdown.out);
    let page = run_on(&["learning", "--form", "--format", "html", "-"], EDITED.as_bytes(), &[]);
    assert!(page.out.starts_with("<!DOCTYPE html>") && page.out.ends_with("</html>\n"));
    assert!(page.out.contains("Ask &lt;early&gt;."), "{}", page.out);
    let same = run_on(&["learning", "--form", "--format", "json", "-"], EDITED.as_bytes(), &[]);
    assert_eq!(json(&same.out), json(EDITED));
}

#[test]
fn every_problem_has_its_place_and_nothing_is_printed() {
    let wrong = EDITED.replace("\"Detailed.\"", "7").replace("2024-01-15", "2024-02-30");
    let ran = run_on(&["learning", "--form", "-"], wrong.as_bytes(), &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.err);
    assert!(lines[0].starts_with("<stdin>:2:45: error: /date: "), "{}", lines[0]);
    assert!(lines[1].starts_with("<stdin>:3:48: error: /rows/0/feedback: "), "{}", lines[1]);
    // A form is not counts.
    let ran = run_on(&["learning", "-"], EDITED.as_bytes(), &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("<stdin>:1:1: error: /all: This field is required. [missing]\n"));
}

#[test]
fn a_summary_of_learning_is_of_one_file_and_a_form_hides_nothing_more() {
    assert_eq!(run(&["learning"]).code, Some(3));
    assert_eq!(run(&["learning", "counts.json", "counts.json"]).code, Some(3));
    assert_eq!(run(&["learning", "--form", "-", "--hidden-below", "3"]).code, Some(3));
    assert_eq!(run(&["learning", "nothing.json"]).code, Some(2));
}
