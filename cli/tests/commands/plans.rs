use serde_json::json;

use crate::{json, run, run_on, words};

#[test]
fn a_thread_is_printed_for_people() {
    let ran = run(&["thread", "items.json"]);
    assert_eq!(ran.code, Some(0));
    let lines = words(&ran.out);
    assert_eq!(lines[..2], ["items.json", "kind items complete"]);
    // The need has no provision, and the outcome answers no aspiration: neither is complete.
    assert!(lines.contains(&"need 1 0".to_owned()) && lines.contains(&"outcome 1 0".to_owned()));
    assert!(ran.out.contains(
        "B1 has no provision in Section F.\n    thread-need-without-provision, /items/0\n"
    ));
    assert_eq!(run(&["thread", "items.json", "--deny"]).code, Some(1));
}

#[test]
fn a_thread_is_drawn() {
    let thread = json(&run(&["thread", "items.json", "--format", "json"]).out);
    assert_eq!(thread["lines"], json!([{"from": "B1", "to": "E1"}]));

    let markdown = run(&["thread", "items.json", "--format", "markdown"]).out;
    assert!(markdown.starts_with("```mermaid\nflowchart LR\n") && markdown.ends_with("```\n\n"));

    let page = run(&["thread", "items.json", "items.json", "--format", "html"]).out;
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(page.contains("id=\"thread-1-title\"") && page.contains("id=\"thread-2-title\""));
}

#[test]
fn the_status_of_a_case_is_printed() {
    let ran = run(&["case", "case.json"]);
    assert_eq!(ran.code, Some(0));
    let lines = words(&ran.out);
    assert_eq!(lines[..3], ["case.json", "state below good", "may be issued no"]);
    assert!(lines.contains(&"feedback given senior case officer".to_owned()), "{}", ran.out);
    let status = json(&run(&["case", "case.json", "--format", "json"]).out);
    assert_eq!(status["state"], "below_good");
}

#[test]
fn an_event_that_does_not_fit_is_bad_input() {
    let ran = run(&["case", "refused-case.json"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.out.contains(" [event_not_expected]\n"), "{}", ran.out);
    // The one behind it.
    assert!(ran.out.contains("later events, which were not checked: 1\n"), "{}", ran.out);
}

#[test]
fn a_grader_who_wrote_the_plan_is_a_finding() {
    let case = br#"{"events": [
        {"kind": "draft_submitted", "date": "2024-03-01", "role": "case_officer", "by": "SCO-3"},
        {"kind": "graded", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3", "score": 3}
    ]}"#;
    let ran = run_on(&["case", "--deny=information"], case, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("\n    case-grader-is-writer, /events/1"), "{}", ran.out);
}

/// The hash of P-0419 is that of `docs/sampling.md`, which another implementation works out.
const DRAWN: &str = "reference,phase,hash\r\nP-0419,,0096484a0e2904ee\r\n";

#[test]
fn a_sample_is_drawn_from_a_request() {
    let ran = run(&["sample", "request.json", "--format", "csv"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), DRAWN, ""));
    let sample = json(&run(&["sample", "request.json", "--format", "json"]).out);
    assert_eq!(sample["terms"]["quota"], 1);
    assert!(words(&run(&["sample", "request.json"]).out).contains(&"All plans 2 1 0".to_owned()));
}

#[test]
fn a_sample_is_drawn_from_a_list_whose_bad_lines_are_reported() {
    let arguments =
        ["sample", "references.txt", "--purpose", "team_manager", "--period", "2024-autumn"];
    let ran = run(&[&arguments[..], &["--quota", "1", "--format", "csv"]].concat());
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), DRAWN));
    let expected = "\
references.txt:3:1: error: /reference: This plan is there already: it can stand only once. [duplicate]
references.txt:4:2: error: /refernce: This field is not known here. Did you mean reference? [unknown_field]
references.txt:4:1: error: /reference: This field is required. [missing]
error: 2 of 4 records could not be used.
";
    assert_eq!(ran.err, expected);
}

#[test]
fn why_a_plan_is_drawn_needs_no_list_by_rate() {
    let explain = |more: &[&str]| {
        let arguments =
            ["sample", "--purpose", "team_manager", "--period", "2024-autumn", "--why", "P-0419"];
        run(&[&arguments[..], more].concat())
    };
    // One in five of 2^64 is 0x3333333333333334, rounded up.
    let expected =
        "its hash 0096484a0e2904ee is below 3333333333333334, and 1 in 5 of all hashes are.\n";
    let ran = explain(&[]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.out.starts_with("Plan P-0419 is drawn for ") && ran.out.ends_with(expected),
        "{}",
        ran.out
    );
    assert_eq!(json(&explain(&["--rate", "1/5", "--format", "json"]).out)["drawn"], true);
    assert_eq!(explain(&["--quota", "1"]).code, Some(3));
    assert_eq!(explain(&["--format", "csv"]).code, Some(3));
    let ran = run(&["sample", "request.json", "--why", "P-0417"]);
    assert!(ran.out.starts_with("Plan P-0417 is not drawn for "), "{}", ran.out);
}

#[test]
fn terms_that_do_not_fit_are_bad_usage() {
    #[track_caller]
    fn check(more: &[&str], expected: &str) {
        let ran = run(&[&["sample", "--purpose", "panel"], more].concat());
        assert_eq!(ran.code, Some(3), "{}", ran.err);
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
    check(&["--period", "autumn", "--rate", "3/2"], "error: --rate: This must be a share");
    check(
        &["--period", "autumn", "--key", "12"],
        "error: --key: A key is 32 hexadecimal digits.\n",
    );
    check(&["--period", "the autumn"], "error: --period: An id is 1 to 64 ");
    check(&["--period", "autumn", "--rate", "1"], "a share is written as 1/5");
    check(&["--period", "autumn", "--rate", "1/5", "--quota", "2"], "cannot be used with");
    check(&[], "--period");
    // The framework prints no rate for this one.
    let ran = run(&["sample", "--purpose", "strategic", "--period", "autumn"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), "error: --rate: This field is required.\n"));
    assert_eq!(run(&["sample", "request.json", "request.json"]).code, Some(3));
}

#[test]
fn a_score_line_restores_all_that_a_grade_depends_on() {
    let line = run(&["line", "review.json"]);
    assert_eq!(line.code, Some(0));
    assert!(line.out.starts_with("EHCPQA:1/shropshire-2023/p=dy----/c="), "{}", line.out);
    assert_eq!(line.out.lines().count(), 1);
    let damaged = line.out.replace("/G:n", "/G:y");
    let ran = run_on(&["line", "--back"], [damaged, line.out].concat().as_bytes(), &[]);
    assert_eq!(ran.code, Some(2));
    // All but the reference.
    let expected = json!({
        "framework": "shropshire-2023",
        "plan": {"stage": "draft", "health_needs": true},
        "criteria": {"no_admin_errors": "not_met"},
        "sections": {"G": {"descriptors": {"G1": "no"}}, "overall": {"score": 2}},
    });
    assert_eq!(json(&ran.out), expected);
    assert!(ran.err.starts_with("<stdin>:1:1: error: This score line is damaged, "), "{}", ran.err);
}
