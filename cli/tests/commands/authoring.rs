//! The verbs of `framework` for its authors.

use std::fs;

use serde_json::{Value, json};

use crate::{json, run, run_on};

/// The path of a framework with other ids and other headings.
pub(crate) const SMALL: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../core/tests/small-framework.json");

/// The small framework with a text replaced, which it must have.
#[track_caller]
fn small_with(text: &str, other: &str) -> String {
    let small = fs::read_to_string(SMALL).unwrap();
    assert!(small.contains(text), "{text}");
    small.replacen(text, other, 1)
}

/// The line and the column of a text in another, both from 1.
fn place_of(text: &str, part: &str) -> (usize, usize) {
    let before = &text[..text.find(part).unwrap()];
    let line = before.matches('\n').count() + 1;
    (line, before.len() - before.rfind('\n').map_or(0, |at| at + 1) + 1)
}

#[test]
fn a_lint_has_place_reason_and_remedy() {
    // The last grade becomes 5, and no grade has 4.
    let text = small_with("{\"score\": 4, \"heading\"", "{\"score\": 5, \"heading\"");
    let text = text.replace("\"score\": 4", "\"score\": 5").replace("_score\": 4", "_score\": 5");
    let text = text.replace("\"plan_at_best\": 4", "\"plan_at_best\": 5");
    let (line, column) = place_of(&text, "{\"score\": 3, \"heading\"");
    let ran = run_on(&["framework", "check", "-"], text.as_bytes(), &[]);
    let sentence = "/wording/scale/grades/2: No grade has the numbers from 4 to 4, which lie \
                    between this grade and the next.";
    let reason = "A person who records such a number finds that it is no score.";
    let remedy = "Let one of the two grades go up to the other with `score` and `up_to`.";
    let expected = format!(
        "<stdin>:{line}:{column}: warning: {sentence} [gap_in_scale]\n    {reason}\n    {remedy}\n\
         1 document: 1 fine, 0 at fault. 1 warning.\n"
    );
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), expected.as_str(), ""));
    let denied = run_on(&["framework", "check", "-", "--deny"], text.as_bytes(), &[]);
    assert_eq!((denied.code, denied.out), (Some(1), expected));
    let denied = run_on(&["framework", "check", "-", "--deny=error"], text.as_bytes(), &[]);
    assert_eq!(denied.code, Some(0));

    let ran = run_on(&["framework", "check", "-", "--format", "json"], text.as_bytes(), &[]);
    let expected = json!({
        "documents": 1,
        "bad": 0,
        "taken_for": {},
        "faults": [],
        "lints": [{
            "file": "<stdin>", "line": line, "column": column, "pointer": "/wording/scale/grades/2",
            "code": "gap_in_scale", "message": sentence.split_once(": ").unwrap().1,
            "severity": "warning", "reason": reason, "remedy": remedy,
        }],
    });
    assert_eq!((ran.code, json(&ran.out)), (Some(0), expected));

    let ran = run_on(&["framework", "check", "-", "--format", "github"], text.as_bytes(), &[]);
    let expected = format!(
        "::warning file=<stdin>,line={line},col={column},title=gap_in_scale::{sentence} {reason} {remedy}\n"
    );
    assert_eq!(ran.out, expected);

    let ran = run_on(&["framework", "check", "-", "--format", "sarif"], text.as_bytes(), &[]);
    let log = json(&ran.out);
    let result = &log["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&json!("gap_in_scale"), &json!("warning")));
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!(*region, json!({"startLine": line, "startColumn": column}));
}

#[test]
fn a_problem_has_place_reason_and_remedy() {
    // The third grade asks for what the second asks for.
    let text = small_with(
        "\"requires\": {\"lawful\": \"yes\"}",
        "\"requires\": {\"lawful\": \"yes\", \"clear\": \"fair\"}",
    );
    let ran = run_on(&["framework", "check", "-"], text.as_bytes(), &[]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(ran.code, Some(2));
    assert!(
        lines[0].contains("error: /interpretation/grade_table/2: No answers can reach"),
        "{}",
        ran.out
    );
    assert_eq!(
        lines[1],
        "    A better grade asks for less or for the same, and the first row that is met counts."
    );
    assert_eq!(lines[2], "    Ask for more in the better row, or for less here.");
    assert_eq!(lines[3], "1 document: 0 fine, 1 at fault.");
}

#[test]
fn what_the_built_in_framework_only_records_is_said_and_no_warning() {
    let built_in = run(&["framework", "show", "--format", "json"]).out;
    let ran = run_on(&["framework", "check", "-", "--deny"], built_in.as_bytes(), &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.out.ends_with("1 document: 1 fine, 0 at fault. 2 notes.\n"), "{}", ran.out);
    let denied =
        run_on(&["framework", "check", "-", "--deny=information"], built_in.as_bytes(), &[]);
    assert_eq!(denied.code, Some(1));
}

#[test]
fn a_file_that_is_not_there_is_a_fault() {
    let ran = run(&["framework", "check", "nowhere.json", "--format", "json"]);
    let report: Value = json(&ran.out);
    assert_eq!((ran.code, &report["faults"][0]["code"]), (Some(2), &json!("unreadable")));
}

#[test]
fn a_framework_is_described_as_a_page_and_as_markdown() {
    let page = run(&["framework", "doc", SMALL]);
    assert_eq!((page.code, page.err.as_str()), (Some(0), ""));
    assert!(page.out.starts_with("<!DOCTYPE html>"), "{}", page.out);
    assert!(page.out.contains("<h1>Riverside plan check</h1>"));
    let text = run(&["framework", "doc", SMALL, "--format", "markdown"]);
    assert!(text.out.starts_with("# Riverside plan check\n"), "{}", text.out);
    // Without a file it is the one in use.
    let used = run(&["--framework", SMALL, "framework", "doc", "--format", "markdown"]);
    assert_eq!(used.out, text.out);
}

/// Writes a text into a folder of its own for this test.
fn file(name: &str, text: &str) -> String {
    let folder = std::env::temp_dir().join(format!("ehcp-qa-authoring-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.into_os_string().into_string().unwrap()
}

#[test]
fn what_changed_has_places_and_reviews_have_both_suggestions() {
    let text = small_with("\"Needs are listed.\"", "\"Needs are named.\"");
    // Of the share of the second band, 3 of 4.
    let share = "\"yes_at_least\": {\"of\": 3, \"out_of\": 4}";
    assert!(text.contains(share));
    let text = text.replace(share, "\"yes_at_least\": {\"of\": 4, \"out_of\": 5}");
    let new = file("diff-new.json", &text);
    let review = |reference: &str, answer: &str| {
        format!(
            r#"{{"framework":"riverside-2025","plan":{{"reference":"{reference}","age":7,"home_educated":false}},"criteria":{{"lawful":"yes","clear":"clear"}},"sections":{{"N":{{"descriptors":{{"N1":"yes","N2":"yes","N3":"yes","N4":"{answer}"}}}},"P":{{"descriptors":{{"P1":"yes"}}}}}}}}"#
        )
    };
    let reviews = [review("P-1", "no"), review("P-2", "yes")].join("\n");
    let reviews = file("diff-reviews.ndjson", &reviews);
    let ran = run(&["framework", "diff", SMALL, &new, &reviews]);
    let old_text = fs::read_to_string(SMALL).unwrap();
    let (line, column) = place_of(&old_text, "\"Needs are listed.\"");
    let share_at = place_of(&old_text, share);
    // The number stands 23 characters behind the name of its field.
    let (share_line, share_column) = (share_at.0, share_at.1 + "\"yes_at_least\": {\"of\": ".len());
    let out_of = share_column + "3, \"out_of\": ".len();
    let band = "/interpretation/section_suggestion/three-quarters/yes_at_least";
    let expected = format!(
        "wording: 1 change\n  changed /wording/sections/N/descriptors/N1/text\n    \
         - {SMALL}:{line}:{column}: \"Needs are listed.\"\n    \
         + {new}:{line}:{column}: \"Needs are named.\"\n\
         structure: 0 changes\n\
         rules: 2 changes\n  changed {band}/of\n    \
         - {SMALL}:{share_line}:{share_column}: 3\n    + {new}:{share_line}:{share_column}: 4\n  \
         changed {band}/out_of\n    \
         - {SMALL}:{share_line}:{out_of}: 4\n    + {new}:{share_line}:{out_of}: 5\n\
         reviews: 2 read, 1 with another suggestion, 0 that no longer fit\n  {reviews}:1 P-1\n    \
         plan: 2 Sound to 3 Weak -> 3 Weak\n    section N: 2 Sound -> 3 Weak\n"
    );
    assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.code), (expected.as_str(), "", Some(0)));

    let ran = run(&["framework", "diff", SMALL, &new, &reviews, "--format", "json"]);
    let report = json(&ran.out);
    assert_eq!(report["changes"][0]["old_place"], json!({"line": line, "column": column}));
    assert_eq!(
        (&report["reviews"], &report["affected"][0]["reference"]),
        (&json!(2), &json!("P-1"))
    );
    assert_eq!(report["affected"][0]["suggestions"][1]["new"], json!({"best": 3, "worst": 3}));
    assert_eq!(run(&["framework", "diff", SMALL]).code, Some(3));
}

#[test]
fn the_table_of_requirements_and_its_digest() {
    let digest = include_str!("../../../tests/vectors/requirements.sha256");
    assert_eq!(run(&["framework", "table", "--digest"]).out, digest);
    let csv = run(&["framework", "table", SMALL]);
    assert_eq!(csv.code, Some(0));
    assert!(
        csv.out.starts_with("lawful,clear,worst_section,grade\nno,unclear,1,4\n"),
        "{}",
        csv.out
    );
    assert_eq!(csv.out.lines().count(), 25);
    let markdown = run(&["framework", "table", SMALL, "--format", "markdown"]);
    let digest = run(&["framework", "table", SMALL, "--digest"]);
    assert!(markdown.out.ends_with(&format!("\nSHA-256: {}", digest.out)), "{}", markdown.out);
    let none = run(&["framework", "table", MARKED]);
    assert_eq!((none.code, none.out.as_str()), (Some(3), ""));
    assert!(
        none.err.contains("The framework in use has no table of requirements."),
        "{}",
        none.err
    );
}

/// A framework without criteria.
const MARKED: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/frameworks/green-amber-red.json");

/// From the starter to a graded review, by the commands that it names.
#[test]
fn a_new_framework_is_fine_as_it_is_and_grades_a_review() {
    let new = run(&["framework", "new", "--id", "ours-2026"]);
    assert_eq!(new.code, Some(0));
    assert!(new.err.contains("ehcp-qa framework check ours.json"), "{}", new.err);
    let framework = file("starter.json", &new.out);
    let checked = run(&["framework", "check", &framework, "--deny=information"]);
    assert_eq!(
        (checked.code, checked.out.as_str()),
        (Some(0), "1 document: 1 fine, 0 at fault.\n")
    );

    // Section B has half of its credit, F all, and there are no health needs: 2, which limits the plan to 2.
    let review = br#"{
        "framework": "ours-2026",
        "plan": {"stage": "draft", "health_needs": false},
        "criteria": {"lawful": "yes"},
        "sections": {
            "B": {"descriptors": {"B1": "partly", "B2": "partly"}},
            "F": {"descriptors": {"F1": "yes", "F2": "yes"}},
            "overall": {"descriptors": {"overall.1": "not_applicable"}}
        }
    }"#;
    let ran = run_on(&["--framework", &framework, "assess", "--format", "json"], review, &[]);
    let plan = &json(&ran.out)["plan"];
    assert_eq!((ran.code, &plan["suggested"]), (Some(0), &json!({"best": 2, "worst": 2})));

    let bad = run(&["framework", "new", "--id", "not an id"]);
    assert_eq!((bad.code, bad.out.as_str()), (Some(3), ""));
    assert!(bad.err.contains("An id is 1 to 64 letters"), "{}", bad.err);
}

#[test]
fn a_framework_is_shown_with_its_format() {
    let unversioned = fs::read_to_string(MARKED).unwrap();
    assert_eq!(json(&unversioned).get("format"), None);
    let shown = run(&["framework", "show", MARKED, "--format", "json"]).out;
    assert!(
        shown.starts_with("{\n  \"format\": 1,\n  \"id\": \"green-amber-red-2026\",\n"),
        "{shown}"
    );
    let mut shown = json(&shown);
    shown.as_object_mut().unwrap().remove("format");
    assert_eq!(shown, json(&unversioned));
    let newer = unversioned.replacen('{', "{\n  \"format\": 2,", 1);
    let ran = run_on(&["framework", "check", "-"], newer.as_bytes(), &[]);
    let expected = "<stdin>:2:13: error: /format: This is made for format 2; this version reads format 1. \
                    [newer_format]\n";
    assert!(ran.out.starts_with(expected), "{}", ran.out);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_schema_is_closed_over_the_framework_that_is_given() {
    let review = json(&run(&["--framework", SMALL, "schema", "review"]).out);
    assert_eq!(review["properties"]["framework"]["const"], "riverside-2025");
    let section = &review["properties"]["sections"]["properties"]["N"];
    let descriptor = &section["properties"]["descriptors"]["properties"]["N1"];
    assert_eq!(section["title"], "Part N: Needs");
    assert_eq!(descriptor["description"], "Needs are listed.");
    // "fair" is not the label in other letters, and the others are.
    let criterion = &review["properties"]["criteria"]["properties"]["clear"];
    assert_eq!(criterion["description"], "To a parent.\nfair: Fairly clear");
    let answers = json(&run(&["--framework", MARKED, "schema", "review"]).out);
    let answers = &answers["properties"]["sections"]["properties"]["aims"]["properties"];
    let answers = &answers["descriptors"]["properties"]["aims.1"]["enum"];
    assert_eq!(*answers, json!(["green", "amber", "red", null]));

    // Where nobody writes a document, or the framework has none of the kind, there is no schema of it.
    for (framework, name) in [(SMALL, "assessment"), (MARKED, "case")] {
        let ran = run(&["--framework", framework, "schema", name]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
    }
    let names = run(&["--framework", SMALL, "schema", "--list"]).out;
    for name in names.lines() {
        let schema = json(&run(&["--framework", SMALL, "schema", name]).out);
        assert_eq!(schema["$id"], format!("urn:ehcp-qa:schema:{name}:1"));
    }
}
