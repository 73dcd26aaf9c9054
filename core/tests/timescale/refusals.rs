//! What was decided, and which deadlines that leaves.

use crate::{because, stands};

#[test]
fn a_plan_that_is_issued_has_twenty_weeks_and_sixteen_as_a_milestone() {
    stands(
        r#"{"received": "2023-03-07", "notified": "2023-06-27", "issued": "2023-07-26"}"#,
        &[
            ("six_weeks", "2023-04-18", "open"),
            ("sixteen_weeks", "2023-06-27", "met"),
            ("twenty_weeks", "2023-07-25", "not_met"),
        ],
    );
    stands(
        r#"{"received": "2023-10-16", "issued": "2024-03-04"}"#,
        &[("twenty_weeks", "2024-03-04", "met")],
    );
    let late = r#"{"received": "2023-10-16", "notified": "2024-02-06", "issued": "2024-03-04"}"#;
    stands(late, &[("sixteen_weeks", "2024-02-05", "does_not_apply")]);
    let of_refusals = "This is the time for a decision not to issue a plan, and a plan is issued.";
    because(late, "sixteen_weeks", Some(of_refusals));
    because(late, "twenty_weeks", None);
    // A draft, too, is of a plan that is to be issued.
    let draft = r#"{"received": "2023-10-16", "notified": "2024-02-06", "draft_sent": "2024-02-06",
        "today": "2024-03-05"}"#;
    let states = [
        ("sixteen_weeks", "2024-02-05", "does_not_apply"),
        ("twenty_weeks", "2024-03-04", "not_met"),
    ];
    stands(draft, &states);
}

#[test]
fn nothing_follows_a_decision_not_to_assess() {
    let refused = r#"{"received": "2026-01-05", "decided": "2026-02-10", "to_assess": false,
        "today": "2026-11-01"}"#;
    stands(
        refused,
        &[
            ("six_weeks", "2026-02-16", "met"),
            ("sixteen_weeks", "2026-04-27", "does_not_apply"),
            ("twenty_weeks", "2026-05-25", "does_not_apply"),
        ],
    );
    for kind in ["sixteen_weeks", "twenty_weeks"] {
        because(refused, kind, Some("It was decided not to assess."));
    }
    // It comes late all the same.
    let late = r#"{"received": "2026-01-05", "decided": "2026-02-17", "to_assess": false}"#;
    stands(late, &[("six_weeks", "2026-02-16", "not_met")]);
}

#[test]
fn a_decision_that_is_not_recorded_leaves_open_what_hangs_on_it() {
    let decided = r#"{"received": "2026-01-05", "decided": "2026-02-10", "today": "2026-11-01"}"#;
    stands(
        decided,
        &[("sixteen_weeks", "2026-04-27", "open"), ("twenty_weeks", "2026-05-25", "open")],
    );
    because(decided, "twenty_weeks", Some("It is not recorded what was decided."));
    let soon = r#"{"received": "2026-01-05", "decided": "2026-02-10", "today": "2026-04-27"}"#;
    stands(
        soon,
        &[("sixteen_weeks", "2026-04-27", "not_due"), ("twenty_weeks", "2026-05-25", "not_due")],
    );
    because(soon, "twenty_weeks", None);
    let assessed = r#"{"received": "2026-01-05", "decided": "2026-02-10", "to_assess": true,
        "today": "2026-05-26"}"#;
    stands(
        assessed,
        &[("sixteen_weeks", "2026-04-27", "open"), ("twenty_weeks", "2026-05-25", "not_met")],
    );
    let notified = r#"{"received": "2026-01-05", "notified": "2026-04-28", "to_assess": true,
        "today": "2026-05-26"}"#;
    stands(
        notified,
        &[("sixteen_weeks", "2026-04-27", "open"), ("twenty_weeks", "2026-05-25", "open")],
    );
}

#[test]
fn sixteen_weeks_are_for_a_decision_not_to_issue() {
    let dates = |notified: &str| {
        format!(
            r#"{{"received": "2026-01-05", "notified": "{notified}", "to_issue": false,
            "today": "2026-12-01"}}"#
        )
    };
    let in_time = dates("2026-04-27");
    stands(
        &in_time,
        &[("sixteen_weeks", "2026-04-27", "met"), ("twenty_weeks", "2026-05-25", "does_not_apply")],
    );
    because(&in_time, "twenty_weeks", Some("It was decided not to issue a plan."));
    stands(&dates("2026-04-28"), &[("sixteen_weeks", "2026-04-27", "not_met")]);
    let not_notified = r#"{"received": "2026-01-05", "to_issue": false, "today": "2026-04-28"}"#;
    stands(not_notified, &[("sixteen_weeks", "2026-04-27", "not_met")]);
}
