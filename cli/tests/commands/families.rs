//! What families say, counted beside plans: as NDJSON and as sheets. Worked out by hand.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::{Ran, json, run, run_on};

/// Summarises no plan but what is in a file.
fn partial(file: &str) -> Ran {
    run(&["summarise", "--partial", "autumn.ndjson", "--families", file])
}

/// 12 of 24 parents say yes, 6 in part and 6 no; of the question whether they took part, 18 say yes and 6 nothing.
fn expected() -> Value {
    json!({"parents": {
        "responses": 24, "sent": 40, "terms": {"2023-24-autumn": 24},
        "questions": {"views": {"yes": 12, "partly": 6, "no": 6}, "involved": {"yes": 18}},
    }})
}

#[test]
fn a_sheet_has_the_same_responses_as_records() {
    let ran = partial("families.ndjson");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(json(&ran.out)["families"], expected());
    let ran = partial("responses.csv");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "Columns that are not read: F.\n"));
    assert_eq!(json(&ran.out)["families"], expected());
}

#[test]
fn a_report_has_them_in_every_format() {
    let report = |format: &str| {
        let families = ["--families", "families.ndjson", "--format", format];
        let ran = run(&[&["summarise", "autumn.ndjson"][..], &families].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        ran.out
    };
    let shown = json(&report("json"));
    // 24 of 40 are 60 %, 12 of 24 50 %, 18 of 24 75 %.
    let words = |at: usize| shown["families"][at]["words"].as_str().unwrap().to_owned();
    assert_eq!(words(0), "60 % (24 of 40)");
    assert_eq!(words(1), "“Yes” in 50 % of responses (12 of 24)");
    assert_eq!(words(2), "“Yes” in 75 % of responses (18 of 24)");
    for format in ["human", "html", "csv"] {
        assert!(report(format).contains("60 % (24 of 40)"), "{format}");
    }
    assert!(report("human").contains("What families say\n"));
}

#[test]
fn what_cannot_be_read_is_reported_and_left_out() {
    let folder = std::env::temp_dir().join(format!("ehcp-qa-families-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| -> PathBuf {
        let file = folder.join(name);
        fs::write(&file, text).unwrap();
        file
    };
    let sheet = write(
        "r.csv",
        "Survey,Date,answered,listened\ncontact,31/2/2024,yes,maybe\nschool,,,yes\ncontact,,no,\n,,yes,\n,,,\n",
    );
    let ran = partial(sheet.to_str().unwrap());
    assert_eq!(ran.code, Some(2));
    let places: Vec<&str> = ran
        .err
        .lines()
        .filter_map(|line| line.split("r.csv: ").nth(1)?.split(": error").next())
        .collect();
    let expected = ["row 2, column B", "row 2, column D", "row 3, column A", "row 5, column A"];
    assert_eq!(places, expected, "{}", ran.err);
    assert!(ran.err.ends_with("error: 3 of 4 records could not be used.\n"), "{}", ran.err);
    assert!(!ran.err.contains("maybe"), "{}", ran.err);
    let summary = json(&ran.out);
    assert_eq!(summary["families"]["contact"]["questions"], json!({"answered": {"no": 1}}));
    assert_eq!(summary["not_read"], 3);
    let none = write("n.csv", "Date,answered\n1/9/2023,yes\n");
    let ran = partial(none.to_str().unwrap());
    assert!(ran.code == Some(2) && ran.err.contains("[missing]"), "{}", ran.err);
    // Plans and families are not mixed up.
    let ran = run(&["summarise", "families.ndjson"]);
    assert!(ran.code == Some(2) && ran.err.contains("This is what families say."), "{}", ran.err);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_framework_without_surveys_counts_none() {
    let framework = "../../../core/frameworks/example-ten-points.json";
    let ran =
        run_on(&["summarise", "--framework", framework, "--families", "families.ndjson"], b"", &[]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("The framework in use has no survey of families."), "{}", ran.err);
}

/// The empty sheet, filled in as CSV by its headings, is read.
#[test]
fn the_empty_sheet_is_read() {
    let framework = ehcp_qa_core::Framework::built_in();
    let columns = ehcp_qa_core::sheet::family_template(&framework).unwrap();
    let headings: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
    let bound = ehcp_qa_core::sheet::bind_families(&framework, &headings).unwrap();
    // The survey, two more, and nine questions, of which each is another.
    assert_eq!((headings.len(), bound.unread()), (12, &[][..]));
    let ran = run(&[
        "template",
        "--families",
        "--framework",
        "../../../core/frameworks/example-checklist.json",
    ]);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
}
