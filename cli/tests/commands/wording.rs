use serde_json::json;

use crate::{json, run, run_on};

#[test]
fn a_text_is_checked_with_the_place_of_each_finding() {
    let ran =
        run(&["lint", "section-f.txt", "--section", "F", "--stage", "draft", "--year-group", "3"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    // “have access to” stands behind "Amira", the emoji and "will", with a blank behind each.
    assert!(ran.out.contains("section-f.txt: Section F:2:14: "), "{}", ran.out);
    assert!(ran.out.contains(" [availability]\n"), "{}", ran.out);
    assert!(!ran.out.contains("Amira"), "{}", ran.out);
}

#[test]
fn records_are_checked_text_by_text() {
    let ran = run(&["lint", "texts.ndjson", "--format", "ndjson"]);
    assert_eq!(ran.code, Some(2));
    let record = json(&ran.out);
    assert_eq!((&record["line"], &record["reference"]), (&json!(1), &json!("P-1")));
    let lint = &record["result"][0];
    assert_eq!(lint["section"], "F");
    let found = lint["findings"].as_array().unwrap();
    let mut parts = found.iter().flat_map(|finding| finding["parts"].as_array().unwrap());
    let found = parts.find(|finding| finding["rule"] == "availability").unwrap();
    // In UTF-16 code units the emoji is two: 6 + 3 + 5 up to the first letter.
    assert_eq!(found["span"], json!({"start": 14, "end": 28}));
    let expected = "\
texts.ndjson:2:33: error: /texts/F: This must be text. [wrong_type]
texts.ndjson:2:35: error: /texts/Z: The framework has no section with this id. [unknown_id]
error: 1 of 2 records could not be used.
";
    assert_eq!(ran.err, expected);
}

#[test]
fn findings_can_end_with_1_and_an_unknown_section_with_3() {
    let lint = |more: &[&str]| run(&[&["lint", "section-f.txt"], more].concat()).code;
    assert_eq!(lint(&["--section", "F", "--deny"]), Some(1));
    assert_eq!(lint(&["--section", "F", "--deny=error"]), Some(0));
    assert_eq!(lint(&["--section", "Z"]), Some(3));
    assert_eq!(lint(&["--section", "F", "--year-group", "16"]), Some(3));
    assert_eq!(lint(&["--section", "F", "--stage", "drafft"]), Some(3));
}

#[test]
fn another_lexicon_is_checked_first() {
    let ran = run(&["lint", "section-f.txt", "--section", "F", "--lexicon", "items.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains(
            "items.json:1:2: error: /items: This field is not known here. [unknown_field]"
        )
    );
}

#[test]
fn records_have_their_required_fields_and_no_others() {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let ran = run_on(&["lint"], text.as_bytes(), &[]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(2), expected));
    }
    check("{}", "<stdin>:1:1: error: /texts: This field is required. [missing]\n");
    check("[]", "<stdin>:1:1: error: This must be an object. [wrong_type]\n");
    check(
        r#"{"texts": {}, "texts": {}, "refrence": 1}"#,
        "<stdin>:1:15: error: /texts: This field is given more than once. [duplicate_key]\n\
         <stdin>:1:28: error: /refrence: This field is not known here. [unknown_field]\n",
    );
    check(
        r#"{"texts": {"a name": ""}, "context": {"stage": "x"}}"#,
        "<stdin>:1:12: error: /texts: Field number 1 here is not known, and its name is not one a field could \
         have. [unnamed_field]\n\
         <stdin>:1:48: error: /context/stage: This must be one of: draft, final, proposed_amended. [not_one_of]\n",
    );
    let long = format!(r#"{{"texts": {{}}, "reference": "{}"}}"#, "é".repeat(65));
    check(
        &long,
        "<stdin>:1:28: error: /reference: This text is too long: it has 65 characters, and at most 64 are kept. \
         [too_long]\n",
    );
}

const TEXTS: &[u8] =
    br#"{"texts": {"F": "Amira will have access to speech and language therapy."}}"#;

#[test]
fn a_form_is_drafted_edited_and_printed() {
    let form = run_on(&["feedback", "review.json", "--texts", "-", "--format", "json"], TEXTS, &[]);
    assert_eq!(form.code, Some(0), "{}", form.err);
    let drafted = json(&form.out);
    assert_eq!(drafted["rating"], 2);
    // A finding in Section F becomes a comment there.
    assert!(form.out.contains("have access to"));

    let markdown = run_on(&["feedback", "--form", "-"], form.out.as_bytes(), &[]);
    assert!(markdown.out.contains("**Reword \\(blue\\):** “have access to”"), "{}", markdown.out);
    let page = run_on(&["feedback", "--form", "--format", "html", "-"], form.out.as_bytes(), &[]);
    assert!(page.out.starts_with("<!DOCTYPE html>") && page.out.ends_with("</html>\n"));
    assert!(page.out.contains("have access to"));
}

#[test]
fn contradictions_on_a_form_are_reported_beside_it() {
    // The needs on the two systems differ.
    let form = br#"{
        "framework": "shropshire-2023", "sections": [],
        "main_need": {"on_synergy": "cognition_and_learning", "on_plan": "communication_and_interaction"}
    }"#;
    let ran = run_on(&["feedback", "--form", "--deny=information", "-"], form, &[]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains(", /main_need\n"), "{}", ran.err);
    assert!(ran.out.starts_with("# "), "{}", ran.out);
}

#[test]
fn a_form_is_of_one_good_review() {
    assert_eq!(run(&["feedback"]).code, Some(3));
    assert_eq!(run(&["feedback", "faults.json"]).code, Some(2));
    assert_eq!(run(&["feedback", "-", "--texts", "-"]).code, Some(3));
    assert_eq!(run(&["feedback", "-", "--form", "--texts", "texts.ndjson"]).code, Some(3));
}
