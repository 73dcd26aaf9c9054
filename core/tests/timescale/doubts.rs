//! Dates that cannot stand together: those before their start are refused, others are told beside a deadline.

use ehcp_qa_core::timescale::{Timescales, deadlines};

use crate::{because, stands};

/// Expects the hints, each with its deadline, its kind, the date and what that does not fit with.
#[track_caller]
fn told(dates: &str, expected: &[(&str, &str, &str, &str)]) {
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    let hints = found.iter().flat_map(|deadline| {
        deadline.hints.iter().map(|hint| {
            let other = hint.other.unwrap_or_default();
            assert!(
                hint.message.contains(other) && hint.message.ends_with('.'),
                "{}",
                hint.message
            );
            (deadline.kind.word(), hint.kind.word(), hint.at, other)
        })
    });
    assert_eq!(hints.collect::<Vec<_>>(), expected, "{dates}");
}

#[test]
fn a_plan_that_is_issued_before_its_draft() {
    let dates = r#"{"received": "2026-05-01", "draft_sent": "2026-08-20", "issued": "2026-08-01"}"#;
    told(dates, &[("twenty_weeks", "out_of_order", "/issued", "/draft_sent")]);
    stands(dates, &[("representations", "2026-09-04", "open")]);
    because(dates, "representations", Some("The dates do not fit together."));
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    let message = "This is dated before /draft_sent, which comes first.";
    assert_eq!(found[2].hints[0].message, message);
    // On one day they fit, and the family had no time.
    let same_day =
        r#"{"received": "2026-05-01", "draft_sent": "2026-08-20", "issued": "2026-08-20"}"#;
    told(same_day, &[]);
    stands(same_day, &[("representations", "2026-09-04", "not_met")]);
}

#[test]
fn decisions_in_the_wrong_order() {
    told(
        r#"{"received": "2026-05-01", "decided": "2026-07-01", "notified": "2026-06-01"}"#,
        &[("sixteen_weeks", "out_of_order", "/notified", "/decided")],
    );
    told(
        r#"{"received": "2026-05-01", "decided": "2026-07-01", "notified": "2026-08-10",
        "draft_sent": "2026-06-30", "issued": "2026-08-09"}"#,
        &[
            ("twenty_weeks", "out_of_order", "/issued", "/notified"),
            ("representations", "out_of_order", "/draft_sent", "/decided"),
        ],
    );
    told(
        r#"{"received": "2026-05-01", "decided": "2026-06-01", "notified": "2026-08-01",
        "draft_sent": "2026-08-01", "issued": "2026-08-20"}"#,
        &[],
    );
}

#[test]
fn dates_of_what_was_decided_not_to_do() {
    let not_assessed = r#"{"received": "2026-01-05", "decided": "2026-02-10", "to_assess": false,
        "draft_sent": "2026-05-01", "issued": "2026-05-26"}"#;
    told(
        not_assessed,
        &[
            ("twenty_weeks", "against_decision", "/issued", "/to_assess"),
            ("representations", "against_decision", "/draft_sent", "/to_assess"),
        ],
    );
    stands(
        not_assessed,
        &[("sixteen_weeks", "2026-04-27", "open"), ("twenty_weeks", "2026-05-25", "open")],
    );
    let not_issued = r#"{"received": "2026-01-05", "notified": "2026-04-27", "to_issue": false,
        "issued": "2026-05-26"}"#;
    told(not_issued, &[("twenty_weeks", "against_decision", "/issued", "/to_issue")]);
    stands(not_issued, &[("twenty_weeks", "2026-05-25", "open")]);
    // An order came between.
    for (decision, kind) in [("to_assess", "assess"), ("to_issue", "make_plan")] {
        let ordered = format!(
            r#"{{"received": "2026-01-05", "{decision}": false, "draft_sent": "2026-07-20", "issued": "2026-09-09",
            "order": {{"kind": "{kind}", "made": "2026-06-24"}}}}"#
        );
        told(&ordered, &[]);
    }
    // An assessment that was ordered ended without a plan, and there is one.
    let twice = r#"{"to_issue": false, "issued": "2026-09-30", "order": {"kind": "assess", "made": "2026-06-24"}}"#;
    told(twice, &[("order_plan", "against_decision", "/issued", "/to_issue")]);
    stands(twice, &[("order_plan", "2026-09-30", "open")]);
    let kept =
        r#"{"review": {"meeting": "2026-03-02", "decision": "maintain", "amended": "2026-05-01"}}"#;
    told(kept, &[("review_plan", "against_decision", "/review/amended", "/review/decision")]);
    stands(kept, &[("review_plan", "2026-05-25", "open")]);
}

#[test]
fn orders_that_do_not_fit_what_they_are_about() {
    told(
        r#"{"received": "2026-01-05", "decided": "2026-02-10", "order": {"kind": "assess", "made": "2026-02-09"}}"#,
        &[("order_notice", "out_of_order", "/order/made", "/decided")],
    );
    let early = r#"{"issued": "2026-06-23", "order": {"kind": "make_plan", "made": "2026-06-24"}}"#;
    told(early, &[("order_plan", "out_of_order", "/issued", "/order/made")]);
    stands(early, &[("order_plan", "2026-09-09", "open")]);
    told(
        r#"{"issued": "2026-06-25", "order": {"kind": "name_school", "made": "2026-06-24"}}"#,
        &[("order_amended", "out_of_order", "/order/made", "/issued")],
    );
    told(
        r#"{"order": {"kind": "amend", "made": "2026-06-24", "notified": "2026-07-01"}}"#,
        &[("order_amended", "not_used", "/order/notified", "/order/kind")],
    );
    told(
        r#"{"order": {"kind": "continue", "made": "2026-06-24", "due": "2026-07-01", "amended": "2026-07-01"}}"#,
        &[
            ("order_at_once", "not_used", "/order/due", "/order/kind"),
            ("order_at_once", "not_used", "/order/amended", "/order/kind"),
        ],
    );
}

#[test]
fn reviews_that_do_not_fit() {
    told(
        r#"{"issued": "2026-03-03", "review": {"meeting": "2026-03-02", "decided": "2026-03-20",
        "notice": "2026-03-23", "amended": "2026-03-19"}}"#,
        &[
            ("review_decision", "out_of_order", "/review/meeting", "/issued"),
            ("review_plan", "out_of_order", "/review/amended", "/review/decided"),
            ("review_plan", "out_of_order", "/review/amended", "/review/notice"),
        ],
    );
}

#[test]
fn a_closed_school_without_a_summer() {
    let claimed = |received: &str| {
        format!(
            r#"{{"received": "{received}", "issued": "2026-12-31", "exception": "closed_school"}}"#
        )
    };
    let winter = claimed("2026-01-12");
    told(&winter, &[("twenty_weeks", "no_closure", "/exception", "")]);
    stands(&winter, &[("twenty_weeks", "2026-06-01", "exception_claimed")]);
    // The summer counts from 1 July, and 20 weeks from 11 February end there; up to 15 September.
    told(&claimed("2026-02-10"), &[("twenty_weeks", "no_closure", "/exception", "")]);
    told(&claimed("2026-02-11"), &[]);
    told(&claimed("2026-09-15"), &[]);
    told(&claimed("2026-09-16"), &[("twenty_weeks", "no_closure", "/exception", "")]);
    told(&winter.replace("closed_school", "absence"), &[]);
}

#[test]
fn days_that_have_not_come() {
    told(
        r#"{"received": "2026-05-01", "issued": "2026-08-21", "today": "2026-08-20",
        "order": {"kind": "amend", "made": "2026-08-22", "due": "2026-12-01"},
        "transfer": {"kind": "phase", "on": "2027-09-01", "amended": "2026-08-20"}}"#,
        &[
            ("twenty_weeks", "not_come", "/issued", "/today"),
            ("order_amended", "not_come", "/order/made", "/today"),
        ],
    );
}

#[test]
fn nothing_is_before_what_it_counts_from() {
    let dates = r#"{"received": "2026-01-05",
        "order": {"kind": "amend", "made": "2026-01-04", "due": "2026-01-03", "notified": "2026-01-03", "amended": "2026-01-04"},
        "review": {"meeting": "2026-03-02", "decided": "2026-03-01", "notice": "2026-03-01", "amended": "2026-03-01"}}"#;
    let problems = Timescales::from_json(dates).unwrap_err();
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "/order/due: This must come in order: the order comes first.",
            "/order/notified: This must come in order: the order comes first.",
            "/review/decided: This must come in order: the meeting comes first.",
            "/review/notice: This must come in order: the meeting comes first.",
            "/review/amended: This must come in order: the meeting comes first.",
            "/order/made: This must come in order: the request comes first.",
        ]
    );
    let parts = r#"{"order": {"kind": "win"}, "review": {"meeting": "2026-02-29"}, "transfer": {"kind": "phase"}}"#;
    let problems = Timescales::from_json(parts).unwrap_err();
    let found: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(
        found,
        [
            ("/order/kind", "not_one_of"),
            ("/order/made", "missing"),
            ("/review/meeting", "no_such_date"),
            ("/transfer/on", "missing"),
        ]
    );
}
