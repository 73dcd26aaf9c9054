use serde_json::{Value, json};

use crate::{json, run, run_on, words};

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

/// What stands in the one statement of provision of `draft-plan.txt`.
const STATEMENT: &str = "Sam will have access to a reading programme as required.";

#[test]
fn findings_are_printed_with_their_places_and_words() {
    let ran = run(&["plan", "check", "draft-plan.txt"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let mut lines = ran.out.lines().skip_while(|line| !line.contains(": Section F, block 1: "));
    let first = lines.next().unwrap();
    assert!(first.starts_with("draft-plan.txt: Section F, block 1: warning: "), "{first}");
    assert_eq!(
        lines.next(),
        Some("    \u{201c}Sam will have access to a reading programme as required\u{201d}")
    );
    let parts: Vec<&str> = lines.take_while(|line| line.starts_with("      ")).collect();
    assert!(
        parts.iter().any(|line| line.starts_with("      \u{201c}have access to\u{201d}")),
        "{parts:?}"
    );
    assert!(ran.out.contains("draft-plan.txt: Section A: "), "{}", ran.out);
    assert_eq!(run(&["plan", "check", "draft-plan.txt", "--deny"]).code, Some(1));
}

#[test]
fn findings_are_documents_rows_and_results() {
    let check = |format: &str| run(&["plan", "check", "draft-plan.txt", "--format", format]);
    let document = json(&check("json").out);
    let findings = document["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["section"] == "F").unwrap();
    assert_eq!((&finding["place"]["part"], &finding["place"]["block"]), (&json!(1), &json!(0)));
    let parts = finding["parts"].as_array().unwrap();
    let part = parts.iter().find(|part| part["rule"] == "availability").unwrap();
    let at = STATEMENT.find("have access to").unwrap();
    assert_eq!((&part["place"]["at"], &part["place"]["length"]), (&json!(at), &json!(14)));

    let rows = check("csv").out;
    let mut rows = csv::Reader::from_reader(rows.as_bytes());
    let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), findings.len());
    let number = usize::try_from(finding["id"].as_u64().unwrap()).unwrap();
    let row = &rows[number];
    assert_eq!([&row[0], &row[2], &row[3]], ["draft-plan.txt", "F", "1"]);
    assert_eq!(&row[7], STATEMENT.trim_end_matches('.'));
    assert_eq!(finding["fingerprint"], row[12]);

    let log = json(&check("sarif").out);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), findings.len());
    let result = &results[number];
    assert_eq!((&result["ruleId"], &result["level"]), (&finding["rule"], &json!("warning")));
    let reason = finding["learned"]["reason"].as_str().unwrap();
    assert!(result["message"]["text"].as_str().unwrap().ends_with(reason));
    let location = &result["locations"][0];
    assert_eq!(
        location["physicalLocation"],
        json!({"artifactLocation": {"uri": "draft-plan.txt"}})
    );
    assert_eq!(location["logicalLocations"], json!([{"fullyQualifiedName": "Section F, block 1"}]));
    assert_eq!(result["partialFingerprints"]["ehcpQa/v1"], finding["fingerprint"]);
}

#[test]
fn what_is_known_of_the_plans_is_given_in_a_file_or_as_arguments() {
    let check = |context: &str, more: &[&str]| {
        let arguments = ["plan", "check", "draft-plan.txt", "--format", "json", "--context", "-"];
        run_on(&[&arguments, more].concat(), context.as_bytes(), &[])
    };
    let count = |ran: &crate::Ran| json(&ran.out)["findings"].as_array().unwrap().len();
    let all = check("{}", &[]);
    let finding = json(&all.out)["findings"][0]["fingerprint"].clone();
    let fewer = check(&json!({"dismissed": [finding]}).to_string(), &[]);
    assert_eq!(count(&fewer), count(&all) - 1);
    // Whether outcomes reach beyond the key stage depends on the year group.
    let not_checked = |ran: &crate::Ran| json(&ran.out)["not_checked"].as_array().unwrap().len();
    let known = check("{}", &["--stage", "draft", "--year-group", "3", "--names", "Sam, Samuel"]);
    assert_eq!(known.code, Some(0), "{}", known.err);
    assert!(not_checked(&known) < not_checked(&all));
    let refused = check(r#"{"year_group": 16}"#, &[]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(2), ""));
    assert_eq!(
        refused.err,
        "<stdin>:1:16: error: /year_group: This must be a whole number from -2 to 15. [out_of_range]\n"
    );
}

#[test]
fn many_plans_are_checked_in_order() {
    let check = || run(&["plan", "check", "drafts", FORM, "draft-plan.txt", "--format", "ndjson"]);
    let ran = check();
    assert_eq!(ran.code, Some(2), "one of them is no plan");
    let files: Vec<Value> = ran.out.lines().map(|line| json(line)["file"].clone()).collect();
    assert_eq!(files, ["drafts/a.TXT", "drafts/b/plan.md", FORM, "draft-plan.txt"]);
    assert_eq!(ran.out, check().out);
}

/// The places of a folder of its own, which is empty.
fn empty_folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_plan_is_written_again_with_comments_beside_its_feedback_form() {
    let folder = empty_folder("written");
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (commented, form) = (place("new/commented.docx"), place("form.docx"));
    let options = ["--comments", &commented, "--author", "Jo Reed", "--feedback", &form];
    let check = [&["plan", "check", FORM, "--format", "json"][..], &options].concat();
    let ran = run(&check);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let found = json(&ran.out)["findings"].as_array().unwrap().len();

    let comments = |path: &str| {
        let plan = json(&run(&["plan", "read", path, "--format", "json"]).out);
        plan["comments"].as_array().unwrap().clone()
    };
    let (before, after) = (comments(FORM), comments(&commented));
    let ours = after.iter().filter(|comment| comment["author"] == "Jo Reed").count();
    assert_eq!(ours, found, "a comment for each finding");
    assert_eq!(after.len(), before.len() + found, "those that were there stay");
    let texts = |path: &str| {
        let plan = json(&run(&["plan", "read", path, "--format", "json"]).out);
        let parts = plan["parts"].as_array().unwrap().iter();
        let blocks = parts.flat_map(|part| part["blocks"].as_array().unwrap());
        blocks.map(|block| block["text"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&commented), texts(FORM));
    assert!(std::fs::read(&form).unwrap().starts_with(b"PK"), "a package");
}

#[test]
fn a_plan_is_never_written_over() {
    let folder = empty_folder("over");
    let plan = folder.join("plan.docx");
    std::fs::copy("../tests/plans/04_lower_aldane_form.docx", &plan).unwrap();
    let before = std::fs::read(&plan).unwrap();
    let plan_name = plan.to_str().unwrap();
    let ran = run(&["plan", "check", plan_name, "--comments", plan_name]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("A file to write is one that is read."), "{}", ran.err);
    assert_eq!(std::fs::read(&plan).unwrap(), before);

    let both = folder.join("both.docx");
    let both = both.to_str().unwrap();
    let ran = run(&["plan", "check", plan_name, "--comments", both, "--feedback", both]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("Two files would be written in the same place."), "{}", ran.err);
}

#[test]
fn of_several_plans_the_files_stand_in_a_folder_under_their_names() {
    let folder = empty_folder("several");
    let forms = folder.join("forms");
    let ran =
        run(&["plan", "check", "drafts/a.TXT", "drafts/b", "--feedback", forms.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let mut names: Vec<_> =
        std::fs::read_dir(&forms).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.docx", "plan.docx"]);
    let refused = run(&[
        "plan",
        "check",
        "drafts/a.TXT",
        "--comments",
        folder.join("a.docx").to_str().unwrap(),
    ]);
    assert_eq!(refused.code, Some(2), "comments stand in Word files alone");
}
