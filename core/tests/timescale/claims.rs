//! Exceptions that are claimed, and the months of 2020 in which time limits gave way.

use crate::{because, cites, stands};

#[test]
fn an_exception_cites_the_regulation_that_has_it() {
    let late = |exception: &str| {
        format!(
            r#"{{"received": "2026-01-12", "decided": "2026-02-24", "notified": "2026-05-05", "to_issue": false,
            "exception": "{exception}"}}"#
        )
    };
    let claimed = "exception_claimed";
    for (exception, paragraph) in [
        ("closed_school", "10(4)(a) and (b)"),
        ("exceptional_circumstances", "10(4)(c)"),
        ("absence", "10(4)(d)"),
    ] {
        let late = late(exception);
        stands(
            &late,
            &[("six_weeks", "2026-02-23", claimed), ("sixteen_weeks", "2026-05-04", claimed)],
        );
        let place = format!("SEND Regulations 2014, regulation {paragraph}");
        cites(&late, "sixteen_weeks", &["SEND Regulations 2014, regulation 10(1)", &place]);
        let six = [
            "SEND Regulations 2014, regulations 4 and 5",
            "SEND Regulations 2014, regulation 5(4)",
        ];
        cites(&late, "six_weeks", &six);
        because(
            &late,
            "six_weeks",
            Some("An exception is claimed. Whether it applies is not judged."),
        );
    }
    let issued = r#"{"received": "2026-01-12", "issued": "2026-06-10", "exception": "absence"}"#;
    stands(issued, &[("twenty_weeks", "2026-06-01", claimed)]);
    let expected = [
        "SEND Regulations 2014, regulation 13",
        "SEND Regulations 2014, regulation 10(4), exceptions",
        "SEND Regulations 2014, regulation 13(3) by 10(4)(d)",
    ];
    cites(issued, "twenty_weeks", &expected);
    // What was kept needs none.
    let kept = r#"{"received": "2026-01-12", "issued": "2026-06-01", "exception": "absence"}"#;
    stands(kept, &[("twenty_weeks", "2026-06-01", "met")]);
    cites(kept, "twenty_weeks", &expected[..2]);
}

#[test]
fn time_limits_gave_way_from_1_may_to_25_september_2020() {
    let issued =
        |received: &str| format!(r#"{{"received": "{received}", "issued": "2020-12-31"}}"#);
    for (received, due, state) in [
        ("2019-12-12", "2020-04-30", "not_met"),
        ("2019-12-13", "2020-05-01", "relaxed"),
        ("2020-02-03", "2020-06-22", "relaxed"),
        ("2020-05-08", "2020-09-25", "relaxed"),
        ("2020-05-09", "2020-09-26", "not_met"),
    ] {
        stands(&issued(received), &[("twenty_weeks", due, state)]);
    }
    let relaxed = issued("2020-02-03");
    cites(
        &relaxed,
        "twenty_weeks",
        &[
            "SEND Regulations 2014, regulation 13",
            "SEND Regulations 2014, regulation 10(4), exceptions",
            "SEND (Coronavirus) (Amendment) Regulations 2020, S.I. 2020/471",
            "Relaxed where the last day fell in those months",
        ],
    );
    because(
        &relaxed,
        "twenty_weeks",
        Some(
            "From 1 May to 25 September 2020 time limits gave way where coronavirus made them impracticable: what was \
             due was then done as soon as reasonably practicable. Whether it was the reason is not judged.",
        ),
    );
    // Also where nothing has happened, in time or with an exception, and for an order or a review.
    let not_yet = r#"{"received": "2020-02-03", "today": "2020-12-31"}"#;
    stands(
        not_yet,
        &[("six_weeks", "2020-03-16", "not_met"), ("twenty_weeks", "2020-06-22", "relaxed")],
    );
    let kept = r#"{"received": "2020-02-03", "issued": "2020-06-22"}"#;
    stands(kept, &[("twenty_weeks", "2020-06-22", "met")]);
    let claimed = r#"{"received": "2020-02-03", "issued": "2020-08-01", "exception": "absence"}"#;
    stands(claimed, &[("twenty_weeks", "2020-06-22", "exception_claimed")]);
    stands(
        r#"{"order": {"kind": "amend", "made": "2020-06-01", "amended": "2020-07-07"}}"#,
        &[("order_amended", "2020-07-06", "relaxed")],
    );
    stands(
        r#"{"review": {"meeting": "2020-06-01", "decided": "2020-07-01"}}"#,
        &[("review_decision", "2020-06-29", "relaxed")],
    );
    // The time for representations is the family's, and stayed.
    stands(
        r#"{"received": "2020-02-03", "draft_sent": "2020-06-01", "issued": "2020-06-15"}"#,
        &[("representations", "2020-06-16", "not_met")],
    );
}
