//! `timescales`, by deadlines that were worked out on a calendar.

use crate::{json, run, run_on};

#[test]
fn the_deadlines_of_a_plan_for_people() {
    // 42, 112 and 140 days from 5 January 2026, and 15 from 20 April.
    let expected = "\
dates.json
  deadline         due         happened    state
  six weeks        2026-02-16  2026-02-17  not met
  sixteen weeks    2026-04-27  2026-04-20  met
  twenty weeks     2026-05-25  -           not due
  representations  2026-05-05  -           open

  error: Whether to assess is decided within six weeks of the request.
    six weeks, SEND Regulations 2014, regulations 4 and 5

";
    let ran = run(&["timescales", "dates.json"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), expected, ""));
    assert_eq!(run(&["timescales", "dates.json", "--format", "text"]).out, expected);
    assert_eq!(run(&["timescales", "dates.json", "--deny"]).code, Some(1));
    // The day of the record comes before that of the command.
    assert_eq!(run(&["timescales", "dates.json", "--today", "2026-12-01"]).out, expected);
}

#[test]
fn a_day_is_given_for_records_that_have_none() {
    let late = br#"{"received": "2026-01-05", "to_assess": true}"#;
    let state = |arguments: &[&str]| {
        let ran =
            run_on(&[&["timescales", "-", "--format", "json"], arguments].concat(), late, &[]);
        json(&ran.out)[2]["state"].clone()
    };
    assert_eq!(state(&[]), "open");
    assert_eq!(state(&["--today", "2026-05-25"]), "not_due");
    assert_eq!(state(&["--today", "2026-05-26"]), "not_met");
    for day in ["2026-02-29", "26/05/2026", ""] {
        assert_eq!(run(&["timescales", "dates.json", "--today", day]).code, Some(3), "{day}");
    }
}

#[test]
fn many_records_are_lines_and_a_bad_one_is_left_out() {
    let ran = run(&["timescales", "dates.ndjson", "--format", "csv"]);
    let bad = "dates.ndjson:2:38: error: /issued: This must come in order: the request comes first. [out_of_order]\n\
               error: 1 of 5 records could not be used.\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), bad));
    let mut rows = csv::Reader::from_reader(ran.out.as_bytes());
    let rows: Vec<Vec<String>> = rows.deserialize().map(Result::unwrap).collect();
    let short: Vec<String> = rows.iter().map(|row| row[1..7].join(" ")).collect();
    assert_eq!(
        short,
        [
            "1  six_weeks 2026-02-16 2026-02-10 met",
            "1  sixteen_weeks 2026-04-27  does_not_apply",
            "1  twenty_weeks 2026-05-25 2026-10-01 does_not_apply",
            "1  order_notice 2026-07-08 2026-07-08 met",
            "1  order_refusal 2026-09-02  does_not_apply",
            "1  order_plan 2026-09-30 2026-10-01 not_met",
            "3  review_decision 2026-03-30 2026-03-30 met",
            "3  review_notice 2026-03-30 2026-03-30 open",
            "3  review_representations 2026-04-14  open",
            "3  review_plan 2026-05-25  open",
            "4 P-0417 six_weeks 2020-03-16  open",
            "4 P-0417 sixteen_weeks 2020-05-25  open",
            "4 P-0417 twenty_weeks 2020-06-22 2020-08-01 relaxed",
        ]
    );
    assert_eq!(rows[5][9], "SEND Regulations 2014, regulation 44(2)(b)(ii)");
    assert_eq!(
        rows[1][7],
        "An order, a conceded appeal or a mediation agreement sets other times."
    );
    assert_eq!(
        rows[7][8],
        "/review/notice: By /review/decision this would not have happened. Record what came between, such as an \
         order, a conceded appeal or a mediation agreement, or mend one of the two."
    );
}

#[test]
fn hints_are_warnings_and_what_is_not_judged_is_information() {
    let code =
        |dates: &str, deny: &str| run_on(&["timescales", "-", deny], dates.as_bytes(), &[]).code;
    let doubtful =
        r#"{"received": "2026-05-01", "draft_sent": "2026-08-20", "issued": "2026-08-01"}"#;
    assert_eq!(code(doubtful, "--deny=error"), Some(0));
    assert_eq!(code(doubtful, "--deny=warning"), Some(1));
    let relaxed = r#"{"received": "2020-02-03", "issued": "2020-08-01"}"#;
    assert_eq!(code(relaxed, "--deny=warning"), Some(0));
    assert_eq!(code(relaxed, "--deny=information"), Some(1));
    let ran = run_on(&["timescales"], doubtful.as_bytes(), &[]);
    let told = "  warning: This is dated before /draft_sent, which comes first.\n    twenty weeks, /issued\n";
    assert!(ran.out.contains(told), "{}", ran.out);
    // A record without dates says so, and one in NDJSON has its reference.
    let lines = run(&["timescales", "dates.ndjson", "--format", "ndjson"]).out;
    let last = json(lines.lines().last().unwrap());
    assert_eq!((&last["reference"], &last["result"]), (&"=1+1".into(), &serde_json::json!([])));
    assert!(run(&["timescales", "dates.ndjson"]).out.contains("  No dates are recorded.\n"));
}
