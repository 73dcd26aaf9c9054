//! Annual reviews, and transfers between phases of education.

use crate::{because, cites, kinds, stands};

/// The dates of a review whose meeting was on 2 March 2026: four weeks end on 30 March, and twelve on 25 May.
fn review(rest: &str) -> String {
    format!(r#"{{"review": {{"meeting": "2026-03-02"{rest}}}, "today": "2026-12-01"}}"#)
}

#[test]
fn a_review_has_four_weeks_and_eight_more() {
    let amended = |decided: &str, end: &str| {
        review(&format!(
            r#", "decided": "{decided}", "decision": "amend", "notice": "{decided}", "amended": "{end}""#
        ))
    };
    let in_time = amended("2026-03-30", "2026-05-25");
    kinds(&in_time, &["review_decision", "review_notice", "review_representations", "review_plan"]);
    stands(
        &in_time,
        &[
            ("review_decision", "2026-03-30", "met"),
            ("review_notice", "2026-03-30", "met"),
            ("review_representations", "2026-04-14", "met"),
            ("review_plan", "2026-05-25", "met"),
        ],
    );
    stands(
        &amended("2026-03-31", "2026-05-26"),
        &[
            ("review_decision", "2026-03-30", "not_met"),
            ("review_notice", "2026-03-30", "not_met"),
            // A late notice makes the end no later.
            ("review_plan", "2026-05-25", "not_met"),
        ],
    );
    // Eight weeks from an early notice, on 16 March, end before the twelve.
    let early = amended("2026-03-16", "2026-05-12");
    stands(&early, &[("review_plan", "2026-05-11", "not_met")]);
    let hasty = amended("2026-03-16", "2026-03-30");
    stands(&hasty, &[("review_representations", "2026-03-31", "not_met")]);
    cites(&in_time, "review_decision", &["SEND Regulations 2014, regulations 20(10) and 21"]);
    cites(
        &in_time,
        "review_plan",
        &[
            "SEND Regulations 2014, regulation 22(3) and (4)",
            "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
        ],
    );
}

#[test]
fn a_plan_that_is_kept_or_ended_is_not_amended() {
    for decision in ["maintain", "cease"] {
        let kept = review(&format!(r#", "decided": "2026-03-30", "decision": "{decision}""#));
        kinds(&kept, &["review_decision", "review_notice", "review_plan"]);
        stands(
            &kept,
            &[
                ("review_decision", "2026-03-30", "met"),
                ("review_notice", "2026-03-30", "does_not_apply"),
                ("review_plan", "2026-05-25", "does_not_apply"),
            ],
        );
        because(&kept, "review_plan", Some("It was decided not to amend the plan."));
    }
    // Not decided, or not recorded what: whether it is to be amended is open.
    stands(
        &review(""),
        &[
            ("review_decision", "2026-03-30", "not_met"),
            ("review_notice", "2026-03-30", "open"),
            ("review_plan", "2026-05-25", "open"),
        ],
    );
    let decided = r#", "decided": "2026-03-30", "decision": "amend""#;
    stands(
        &review(decided),
        &[("review_notice", "2026-03-30", "not_met"), ("review_plan", "2026-05-25", "not_met")],
    );
    // An exception to the weeks of a request is none to those of a review.
    let claimed = review(decided).replace(r#""today""#, r#""exception": "absence", "today""#);
    stands(&claimed, &[("review_plan", "2026-05-25", "not_met")]);
}

#[test]
fn a_transfer_has_its_day_in_its_year() {
    let transfer = |kind: &str, on: &str, amended: &str| {
        format!(r#"{{"transfer": {{"kind": "{kind}", "on": "{on}", "amended": "{amended}"}}}}"#)
    };
    for (kind, on, due, next) in [
        ("phase", "2026-09-01", "2026-02-15", "2026-02-16"),
        ("to_post_16", "2026-09-01", "2026-03-31", "2026-04-01"),
        ("between_post_16", "2026-09-01", "2026-04-01", "2026-04-02"),
        // Five months before: in the year before, and on the last day of a shorter month.
        ("between_post_16", "2026-02-10", "2025-09-10", "2025-09-11"),
        ("between_post_16", "2026-07-31", "2026-02-28", "2026-03-01"),
        ("between_post_16", "2024-07-31", "2024-02-29", "2024-03-01"),
    ] {
        stands(&transfer(kind, on, due), &[("transfer", due, "met")]);
        stands(&transfer(kind, on, next), &[("transfer", due, "not_met")]);
    }
    cites(
        &transfer("phase", "2026-09-01", "2026-02-15"),
        "transfer",
        &[
            "SEND Regulations 2014, regulation 18(1)(b)",
            "SEND Code of Practice, 9.179 to 9.181",
            "The day itself counts as in time",
        ],
    );
    cites(
        &transfer("between_post_16", "2026-09-01", "2026-04-01"),
        "transfer",
        &["SEND Regulations 2014, regulation 18(2)", "SEND Code of Practice, 9.179 to 9.181"],
    );
    let place = "SEND Regulations 2014, regulation 18(1)(a)";
    let dates = transfer("to_post_16", "2026-09-01", "2026-04-01");
    cites(
        &dates,
        "transfer",
        &[place, "SEND Code of Practice, 9.179 to 9.181", "The day itself counts as in time"],
    );
}

#[test]
fn a_first_plan_after_the_day_of_a_transfer_could_not_be_amended_by_it() {
    let dates = |issued: &str| {
        format!(
            r#"{{"received": "2025-11-03", "issued": "{issued}", "today": "2026-12-01",
            "transfer": {{"kind": "phase", "on": "2026-09-01"}}}}"#
        )
    };
    stands(&dates("2026-02-16"), &[("transfer", "2026-02-15", "does_not_apply")]);
    because(&dates("2026-02-16"), "transfer", Some("The plan was first issued after this day."));
    stands(&dates("2026-02-15"), &[("transfer", "2026-02-15", "not_met")]);
}
