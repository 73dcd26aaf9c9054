//! `advice check` and `coverage`, on a plan and a report of a few lines that were worked out by hand.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{json, run, run_on, words};

const REPORT: &str = "advice/psychology.md";
const PLAN: &str = "advice/plan.md";

/// The framework without anything that is asked of advice.
fn framework_that_asks_nothing(folder: &Path) -> String {
    let text = fs::read_to_string("../core/tests/small-framework.json").unwrap();
    let mut framework: Value = serde_json::from_str(&text).unwrap();
    framework["interpretation"].as_object_mut().unwrap().remove("advice");
    let path = folder.join("framework.json");
    fs::write(&path, framework.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A Word file with the lines of a fixture. A heading of it is a bold line.
fn word(fixture: &str, path: &Path) {
    let text = fs::read_to_string(Path::new("tests/fixtures").join(fixture)).unwrap();
    let paragraph = |line: &str| {
        let words = line.trim_start_matches(['#', '-', ' ']);
        let bold = if line.starts_with('#') { "<w:rPr><w:b/></w:rPr>" } else { "" };
        format!("<w:p><w:r>{bold}<w:t>{words}</w:t></w:r></w:p>")
    };
    let body: String = text.lines().filter(|line| !line.is_empty()).map(paragraph).collect();
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                r#"<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>"#
            ),
        ),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>"#
            ),
        ),
        (
            "word/document.xml",
            format!(r#"<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>"#),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    fs::write(path, zip.finish().unwrap().into_inner()).unwrap();
}

/// The comments of a Word file, as `plan read` gives them.
fn comments(path: &str) -> Vec<(String, String)> {
    let plan = json(&run(&["plan", "read", path, "--format", "json"]).out);
    let comments = plan["comments"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    comments.map(|comment| (text(&comment["author"]), text(&comment["text"]))).collect()
}

#[test]
fn what_is_asked_of_a_report_is_printed_with_where_it_is_written() {
    let ran = run(&["advice", "check", REPORT, "--requested", "2026-01-01"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines = words(&ran.out);
    assert_eq!(
        lines[0],
        "Priya Nair: 1 paragraph on needs, 0 paragraphs on outcomes, 2 paragraphs on recommendations"
    );
    let after = |line: &str| {
        let at = lines.iter().position(|known| known == line).expect(line);
        lines[at + 1..at + 3].to_vec()
    };
    // 12 February is six weeks after the request; the report is of 4 March.
    assert_eq!(
        after("warning: The advice is dated more than six weeks after the request."),
        ["in_time, other", "written in: SEND Regulations 2014, regulation 8(1)"]
    );
    assert_eq!(
        after("warning: No part of the advice was found that suggests outcomes."),
        [
            "outcomes, other",
            "written in: SEND Regulations 2014, regulation 6(1); SEND Code of Practice 2015, 9.51"
        ]
    );
    let undated = run(&["advice", "check", REPORT]);
    assert!(words(&undated.out).contains(&"not checked: in time".to_owned()), "{}", undated.out);
}

#[test]
fn a_check_of_advice_is_json_with_the_ids_of_what_was_asked() {
    let rules = |ran: &crate::Ran| {
        let found = json(&ran.out);
        let findings = found["findings"].as_array().unwrap().iter();
        let asked = findings.filter(|finding| finding["place"].is_null());
        let rules = asked.map(|finding| finding["rule"].as_str().unwrap().to_owned());
        (found["questions"].clone(), rules.collect::<Vec<_>>())
    };
    let check = ["advice", "check", REPORT, "--json"];
    let expected = ["agency", "outcomes", "child", "parents"].map(str::to_owned).to_vec();
    assert_eq!(rules(&run(&check)), (json!("advice-2026"), expected));
    let ours = [&check[..], &["--questions", "advice/questions.json"]].concat();
    assert_eq!(rules(&run(&ours)), (json!("our-team"), vec!["parents".to_owned()]));
    let small = [&check[..], &["--framework", "../../../core/tests/small-framework.json"]].concat();
    assert_eq!(rules(&run(&small)), (json!("riverside-advice"), vec!["child".to_owned()]));
    let folder = empty_folder("asks-nothing");
    let without = framework_that_asks_nothing(&folder);
    let without = ["advice", "check", REPORT, "--framework", &without];
    assert_eq!(words(&run(&without).out)[1], "The framework in use asks nothing of advice.");
    assert_eq!(rules(&run(&[&without[..], &["--json"]].concat())), (json!(null), vec![]));
}

#[test]
fn a_report_is_written_again_with_comments_beside_its_feedback() {
    let folder = empty_folder("advice-written");
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (report, commented, page) = (place("r.docx"), place("new/c.docx"), place("feedback.html"));
    word(REPORT, Path::new(&report));
    let options = ["--comments", &commented, "--author", "Jo Reed", "--feedback", &page, "--json"];
    let ran = run(&[&["advice", "check", &report][..], &options].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let found = json(&ran.out)["findings"].as_array().unwrap().len();
    let written = comments(&commented);
    assert_eq!(written.len(), found, "a comment for each finding");
    assert!(written.iter().all(|(author, _)| author == "Jo Reed"));
    let outcomes = written.iter().find(|(_, text)| text.contains("suggests outcomes"));
    let (_, text) = outcomes.expect("a comment on outcomes");
    assert!(text.contains("regulation 6(1); SEND Code of Practice 2015, 9.51"), "{text}");
    let page = fs::read_to_string(&page).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("Priya Nair"));
    assert!(
        page.contains("(SEND Regulations 2014, regulation 6(1); SEND Code of Practice 2015, 9.51)")
    );
}

#[test]
fn faults_of_advice_are_reported_and_nothing_is_written_over() {
    let ran = run(&["advice", "check", "nowhere.docx"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("nowhere.docx: error: This cannot be read: "), "{}", ran.err);
    let ran = run(&["advice", "check", REPORT, "--requested", "12 January"]);
    assert_eq!(ran.code, Some(3));
    let questions = br#"{"id": "a", "title": "A", "items": [{"asks": "age"}]}"#;
    let ran = run_on(&["advice", "check", REPORT, "--questions", "-"], questions, &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("/items/0/asks: This must be one of: title"), "{}", ran.err);
    // A text has no place for comments.
    let folder = empty_folder("advice-faults");
    let target = folder.join("c.docx");
    let target = target.to_str().unwrap();
    let ran = run(&["advice", "check", REPORT, "--comments", target]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.err,
        "advice/psychology.md: error: This is not a Word document (.docx). [not_word]\n"
    );
    assert!(!Path::new(target).exists());
    word(REPORT, Path::new(target));
    let before = fs::read(target).unwrap();
    let ran = run(&["advice", "check", target, "--comments", target]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("A file to write is one that is read."), "{}", ran.err);
    assert_eq!(fs::read(target).unwrap(), before);
}

#[test]
fn coverage_is_printed_for_people_and_for_programs() {
    let ran = run(&["coverage", PLAN, REPORT]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines = words(&ran.out);
    for expected in [
        "Advice 1: Priya Nair",
        "not found: 1 statement",
        "weaker: 1 statement",
        "moved: 0 statements",
        "whole: 1 statement",
        "No source found: 1 statement",
        "Advice that differs: 0 matters",
        "Section K: 1 difference",
        "Section K gives another date for the advice of Priya Nair; the advice itself is dated 2026-03-04.",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected}: {}", ran.out);
    }
    let found = json(&run(&["coverage", PLAN, REPORT, "--format", "json"]).out);
    let statuses: Vec<&Value> = found["advices"][0]["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["status"])
        .collect();
    assert_eq!(statuses, ["whole", "weaker", "not_found"]);
    let descriptors: Vec<&Value> =
        found["descriptors"].as_array().unwrap().iter().map(|one| &one["descriptor"]).collect();
    // The date is another and the name is not: it speaks against K1 and neither for nor against K3.
    assert_eq!(descriptors, ["B1", "F1", "K1"]);
    let page = run(&["coverage", PLAN, REPORT, "--format", "html"]).out;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("float each Friday"));
}

#[test]
fn coverage_has_a_row_for_each_statement_of_advice() {
    let ran = run(&["coverage", PLAN, REPORT, "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(ran.out.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let cells = |at: usize| rows[at].iter().take(6).collect::<Vec<_>>();
    assert_eq!(rows.len(), 3);
    assert_eq!(
        cells(0),
        ["1", "Priya Nair", "need", "whole", "Tamsin reads 40 of the first 100 words.", "B"]
    );
    assert_eq!(
        cells(2),
        [
            "1",
            "Priya Nair",
            "provision",
            "not_found",
            "A swimming instructor should teach her to float each Friday.",
            ""
        ]
    );
}

#[test]
fn the_comments_stand_in_both_files() {
    let folder = empty_folder("coverage-written");
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (plan, report) = (place("plan.docx"), place("psychology.docx"));
    word(PLAN, Path::new(&plan));
    word(REPORT, Path::new(&report));
    let (out, advice) = (place("commented.docx"), place("advice"));
    let options = ["--comments", &out, "--comments-advice", &advice, "--format", "json"];
    let ran = run(&[&["coverage", &plan, &report][..], &options].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let begin = |comments: &[(String, String)]| -> Vec<String> {
        comments.iter().map(|(_, text)| text.lines().next().unwrap().to_owned()).collect()
    };
    let mut in_plan = begin(&comments(&out));
    in_plan.sort();
    let of = "Priya Nair, Educational Psychologist";
    let unsourced = "A speech and language therapist will see Tamsin once a term.";
    assert_eq!(
        in_plan,
        [
            format!(
                "No source was found in the advice for “{unsourced}”. It may rest on something else: review it."
            ),
            "Not found in the plan, and would stand in Section F:".to_owned(),
            "Section K gives another date for the advice of Priya Nair; the advice itself is dated 2026-03-04."
                .to_owned(),
            format!(
                "The plan says less here than {of} advises: “A teaching assistant should read with Tamsin every day \
                 for 20 minutes.”"
            ),
        ]
    );
    let mut in_advice = begin(&comments(&place("advice/psychology.docx")));
    in_advice.sort();
    assert_eq!(
        in_advice,
        [
            "No statement of the plan was found that carries this.",
            "The plan says less than this advice.",
        ]
    );
}

#[test]
fn where_one_file_cannot_be_written_none_is() {
    let folder = empty_folder("coverage-faults");
    let place = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (plan, out, advice) = (place("plan.docx"), place("c.docx"), place("advice"));
    word(PLAN, Path::new(&plan));
    let options = ["--comments", &out, "--comments-advice", &advice];
    let ran = run(&[&["coverage", &plan, REPORT][..], &options].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.ends_with("This is not a Word document (.docx). [not_word]\n"), "{}", ran.err);
    assert!(!Path::new(&out).exists() && !Path::new(&advice).exists());
    let ran = run(&["coverage", &plan, &plan, "--comments", &plan]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("A file to write is one that is read."), "{}", ran.err);
}

#[test]
fn choices_of_a_person_stand_over_what_is_paired() {
    let coverage = |choices: &Value| {
        let arguments = ["coverage", PLAN, REPORT, "--format", "json", "--choices", "-"];
        run_on(&arguments, choices.to_string().as_bytes(), &[])
    };
    let before = json(&coverage(&json!([])).out);
    let place = before["advices"][0]["statements"][0]["place"].clone();
    let ran = coverage(&json!([{"advice": 0, "place": place, "plan": []}]));
    let after = json(&ran.out);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(after["advices"][0]["statements"][0]["status"], "not_found");
    let nowhere = json!({"part": 9, "block": 0, "at": 0, "length": 1});
    let ran = coverage(&json!([{"advice": 0, "place": nowhere, "plan": []}]));
    assert_eq!(json(&ran.out)["advices"], before["advices"]);
    assert_eq!(
        ran.err,
        "--choices, /0/place: No statement of the advice stands at this place. The file or its reading may have \
         changed.\n"
    );
    let ran = coverage(&json!([{"advice": 0, "place": place}]));
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("/0/plan: This field is required. [missing]"), "{}", ran.err);
}
