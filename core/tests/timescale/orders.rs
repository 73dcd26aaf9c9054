//! Orders of the Tribunal, conceded appeals and mediation agreements.

use ehcp_qa_core::timescale::{Timescales, deadlines};

use crate::{because, cites, kinds, stands};

#[test]
fn an_order_to_assess_takes_the_place_of_twenty_weeks() {
    let dates = r#"{"received": "2026-01-05", "decided": "2026-02-10", "to_assess": false, "issued": "2026-09-30",
        "order": {"kind": "assess", "made": "2026-06-24", "notified": "2026-07-09"}}"#;
    kinds(
        dates,
        &[
            "six_weeks",
            "sixteen_weeks",
            "twenty_weeks",
            "order_notice",
            "order_refusal",
            "order_plan",
        ],
    );
    stands(
        dates,
        &[
            ("six_weeks", "2026-02-16", "met"),
            ("sixteen_weeks", "2026-04-27", "does_not_apply"),
            ("twenty_weeks", "2026-05-25", "does_not_apply"),
            ("order_notice", "2026-07-08", "not_met"),
            ("order_refusal", "2026-09-02", "does_not_apply"),
            ("order_plan", "2026-09-30", "met"),
        ],
    );
    let other = "An order, a conceded appeal or a mediation agreement sets other times.";
    because(dates, "twenty_weeks", Some(other));
    cites(dates, "order_plan", &["SEND Regulations 2014, regulation 44(2)(b)(ii)"]);
    let late = dates.replace("2026-09-30", "2026-10-01");
    stands(&late, &[("order_plan", "2026-09-30", "not_met")]);
}

#[test]
fn an_assessment_that_was_ordered_may_end_without_a_plan() {
    let refused = |notified: &str| {
        format!(
            r#"{{"received": "2026-01-05", "notified": "{notified}", "to_issue": false, "today": "2026-12-01",
            "order": {{"kind": "assess", "made": "2026-06-24", "notified": "2026-07-08"}}}}"#
        )
    };
    stands(
        &refused("2026-09-02"),
        &[
            ("sixteen_weeks", "2026-04-27", "does_not_apply"),
            ("twenty_weeks", "2026-05-25", "does_not_apply"),
            ("order_notice", "2026-07-08", "met"),
            ("order_refusal", "2026-09-02", "met"),
            ("order_plan", "2026-09-30", "does_not_apply"),
        ],
    );
    stands(&refused("2026-09-03"), &[("order_refusal", "2026-09-02", "not_met")]);
    cites(
        &refused("2026-09-03"),
        "order_refusal",
        &["SEND Regulations 2014, regulation 44(2)(b)(i)"],
    );
    // What was decided is not recorded.
    let unknown = r#"{"order": {"kind": "assess", "made": "2026-06-24"}, "notified": "2026-09-03",
        "today": "2026-12-01"}"#;
    stands(
        unknown,
        &[("order_refusal", "2026-09-02", "open"), ("order_plan", "2026-09-30", "open")],
    );
    // Nothing was notified.
    let nothing = r#"{"order": {"kind": "assess", "made": "2026-06-24"}, "today": "2026-10-01"}"#;
    stands(
        nothing,
        &[
            ("order_notice", "2026-07-08", "not_met"),
            ("order_refusal", "2026-09-02", "open"),
            ("order_plan", "2026-09-30", "not_met"),
        ],
    );
}

#[test]
fn an_order_to_make_a_plan_has_five_and_eleven_weeks() {
    let dates = r#"{"received": "2026-01-05", "notified": "2026-04-27", "to_issue": false,
        "draft_sent": "2026-07-29", "issued": "2026-09-10", "order": {"kind": "make_plan", "made": "2026-06-24"}}"#;
    stands(
        dates,
        &[
            ("sixteen_weeks", "2026-04-27", "met"),
            ("twenty_weeks", "2026-05-25", "does_not_apply"),
            ("representations", "2026-08-13", "met"),
            ("order_draft", "2026-07-29", "met"),
            ("order_plan", "2026-09-09", "not_met"),
        ],
    );
    cites(dates, "order_draft", &["SEND Regulations 2014, regulation 44(2)(c)(i)"]);
    cites(dates, "order_plan", &["SEND Regulations 2014, regulation 44(2)(c)(ii)"]);
}

#[test]
fn orders_on_a_plan_have_the_weeks_of_their_kind() {
    // From 24 June 2026, two weeks end on 8 July and five on 29 July.
    for (kind, due, place) in [
        ("amend", "2026-07-29", "44(2)(e)"),
        ("name_school", "2026-07-08", "44(2)(f)"),
        ("continue_and_amend", "2026-07-29", "44(2)"),
    ] {
        for (amended, state) in [(due, "met"), ("2026-07-30", "not_met")] {
            let dates = format!(
                r#"{{"order": {{"kind": "{kind}", "made": "2026-06-24", "amended": "{amended}"}}}}"#
            );
            kinds(&dates, &["order_amended"]);
            stands(&dates, &[("order_amended", due, state)]);
            let place = format!("SEND Regulations 2014, regulation {place}");
            cites(&dates, "order_amended", &[&place]);
        }
    }
    let again =
        r#"{"order": {"kind": "reconsider", "made": "2026-06-24", "notified": "2026-07-09"}}"#;
    stands(again, &[("order_reconsidered", "2026-07-08", "not_met")]);
    // An order about a plan leaves the weeks in which it was first issued.
    let first = r#"{"received": "2025-11-03", "issued": "2026-03-24",
        "order": {"kind": "amend", "made": "2026-06-24", "amended": "2026-07-29"}}"#;
    stands(
        first,
        &[("twenty_weeks", "2026-03-23", "not_met"), ("order_amended", "2026-07-29", "met")],
    );
}

#[test]
fn a_plan_that_is_continued_or_ended_is_so_at_once() {
    for kind in ["continue", "cease"] {
        let dates = format!(
            r#"{{"order": {{"kind": "{kind}", "made": "2026-06-24"}}, "today": "2026-12-01"}}"#
        );
        kinds(&dates, &["order_at_once"]);
        stands(&dates, &[("order_at_once", "2026-06-24", "open")]);
        because(&dates, "order_at_once", Some("No date shows whether it was done."));
    }
}

#[test]
fn a_conceded_appeal_and_a_mediation_agreement_have_the_same_weeks() {
    let sentence = |by: &str| {
        let dates = format!(
            r#"{{"order": {{"kind": "amend", "made": "2026-06-24", "by": "{by}", "amended": "2026-07-29"}}}}"#
        );
        stands(&dates, &[("order_amended", "2026-07-29", "met")]);
        let places: &[&str] = match by {
            "tribunal" => &["SEND Regulations 2014, regulation 44(2)(e)"],
            "conceded" => &["SEND Regulations 2014, regulation 45"],
            _ => &[
                "SEND Regulations 2014, regulation 42(2)",
                "SEND Regulations 2014, regulation 44(2)(e)",
            ],
        };
        cites(&dates, "order_amended", places);
        deadlines(&Timescales::from_json(&dates).unwrap())[0].why.clone()
    };
    assert_eq!(
        ["tribunal", "conceded", "mediation"].map(sentence),
        [
            "The amended plan is issued within 5 weeks of the Tribunal's order.",
            "The amended plan is issued within 5 weeks of the notice that the appeal is conceded.",
            "The amended plan is issued within 5 weeks of the mediation agreement.",
        ]
    );
}

#[test]
fn an_order_may_set_its_own_day_and_has_exceptions_of_its_own() {
    let own = r#"{"issued": "2026-10-15",
        "order": {"kind": "assess", "made": "2026-06-24", "notified": "2026-07-08", "due": "2026-10-14"}}"#;
    stands(own, &[("order_notice", "2026-07-08", "met"), ("order_plan", "2026-10-14", "not_met")]);
    cites(
        own,
        "order_plan",
        &[
            "SEND Regulations 2014, regulation 44(2)(b)(ii)",
            "SEND Regulations 2014, regulation 44(1)",
        ],
    );
    let claimed = r#"{"exception": "absence",
        "order": {"kind": "amend", "made": "2026-06-24", "amended": "2026-07-30", "exception": "absence"}}"#;
    stands(claimed, &[("order_amended", "2026-07-29", "exception_claimed")]);
    cites(
        claimed,
        "order_amended",
        &[
            "SEND Regulations 2014, regulation 44(2)(e)",
            "SEND Regulations 2014, regulation 44(3), exceptions",
        ],
    );
    // The exception to the weeks of the request is none to those of the order.
    let other = claimed.replace(r#", "exception": "absence"}"#, "}");
    stands(&other, &[("order_amended", "2026-07-29", "not_met")]);
}
