use serde_json::{Value, json};

use crate::{json, run, words};

const FORM: &str = "../../../tests/plans/04_lower_aldane_form.docx";

#[test]
fn the_sections_of_a_plan_are_listed_with_what_they_were_recognised_by() {
    let ran = run(&["plan", "read", "drafts/a.TXT"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines = words(&ran.out);
    assert_eq!(
        lines[..4],
        [
            "drafts/a.TXT: 3 blocks in sections, 0 blocks outside",
            "section blocks sure recognised by heading",
            "B 1 sure letter, title, place Section B: Special educational needs",
            "F 2 sure letter, title, place Section F: Special educational provision",
        ]
    );
    assert!(lines.contains(&"missing: No heading of Section A was found.".to_owned()), "{lines:?}");
    // The text of the plan stays in the file.
    assert!(!ran.out.contains("Reading is hard"), "{}", ran.out);
}

#[test]
fn a_word_file_is_a_plan_document_with_the_text_of_the_gold() {
    let ran = run(&["plan", "read", FORM, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let plan = json(&ran.out);
    let text = |section: &str| {
        let parts = plan["parts"].as_array().unwrap().iter();
        let parts =
            parts.filter(|part| part["sections"].as_array().unwrap().contains(&json!(section)));
        let blocks = parts.flat_map(|part| part["blocks"].as_array().unwrap());
        let texts: Vec<&str> = blocks.map(|block| block["text"].as_str().unwrap()).collect();
        texts.join("\n")
    };
    let gold = std::fs::read_to_string("../tests/plans/04_lower_aldane_form.gold.json").unwrap();
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let sections = gold["sections"].as_object().unwrap();
    assert_eq!(sections.len(), 12);
    for (section, expected) in sections {
        assert_eq!(text(section), expected.as_str().unwrap(), "{section}");
    }
}

#[test]
fn a_folder_is_read_in_order_and_what_is_no_plan_is_reported() {
    let ran = run(&["plan", "read", "drafts", "--format", "ndjson"]);
    assert_eq!(ran.code, Some(2));
    let files: Vec<Value> = ran.out.lines().map(|line| json(line)["file"].clone()).collect();
    assert_eq!(files, ["drafts/a.TXT", "drafts/b/plan.md"]);
    assert_eq!(
        ran.err,
        "drafts/c.docx: error: This is a PDF, which does not keep sections and tables. Open the Word document it was \
         made from. [pdf]\n\
         error: 1 of 3 records could not be used.\n"
    );
    let again = run(&["plan", "read", "drafts", "drafts/a.TXT", "--format", "json"]);
    let list = json(&again.out);
    assert_eq!(list.as_array().unwrap().len(), 3);
    assert_eq!(list[0]["result"], list[2]["result"]);
}

#[test]
fn files_that_cannot_be_read_as_plans_end_with_2_and_no_file_with_3() {
    let refused = |path: &str| {
        let ran = run(&["plan", "read", path]);
        (ran.code, ran.out, ran.err)
    };
    let (code, out, err) = refused("drafts/notes.pdf");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.ends_with("Open the Word document it was made from. [pdf]\n"), "{err}");
    let (code, _, err) = refused("nowhere.docx");
    assert_eq!(code, Some(2));
    assert!(err.starts_with("nowhere.docx: error: This cannot be read: "), "{err}");
    let (code, _, err) = refused("plans/older");
    assert_eq!(code, Some(2));
    assert!(
        err.contains(
            "plans/older: error: No file in here is called .docx, .txt, .md, .markdown, .html or .htm."
        ),
        "{err}"
    );
    assert_eq!(run(&["plan", "read"]).code, Some(3));
}
