//! Problems of records and of summaries.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::Summary;
use serde_json::{Value, json};

use crate::{check_problems, check_summary_problems, record, summary, two_plans};

#[test]
fn all_problems_of_a_record_at_once() {
    check_problems(
        r#"{
            "review": {"framework": "other", "sections": {"Z": {}}},
            "dates": {"received": "2024-05-01", "issued": "2024-04-30", "draft_sent": "2024-02-30"},
            "regraded": {"before": 5},
            "dimensions": {"term": "x", "need": "two words", "Jo Smith": "x", "setting": 5},
            "wording": {"F": {"availability": -1}, "Y": {}, "Jo Smith": {}},
            "graded_twice": {"first": 2, "second": 0},
            "thread": {"thread-none": 1, "thread-orphan": "one", "Jo Smith": 1},
            "name": "Jo"
        }"#,
        &[
            ("/dates/draft_sent", "no_such_date"),
            ("/regraded/after", "missing"),
            ("/dimensions/need", "not_an_id"),
            ("/dimensions", "unnamed_field"),
            ("/dimensions/setting", "wrong_type"),
            ("/wording/F/availability", "out_of_range"),
            ("/wording", "unnamed_field"),
            ("/thread/thread-orphan", "wrong_type"),
            ("/thread", "unnamed_field"),
            ("/name", "unknown_field"),
            ("/review/framework", "wrong_framework"),
            ("/review/sections/Z", "unknown_id"),
            ("/dates/issued", "out_of_order"),
            ("/regraded/before", "out_of_range"),
            ("/graded_twice/second", "out_of_range"),
            ("/dimensions/term", "name_taken"),
            ("/wording/Y", "unknown_id"),
            ("/thread/thread-none", "unknown_id"),
        ],
    );
    check_problems("{}", &[("/review", "missing")]);
    check_problems("[]", &[("", "wrong_type")]);
    check_problems(r#"{"review": []}"#, &[("/review", "wrong_type")]);
    let many: Vec<String> = (0..33).map(|number| format!("\"d{number}\": \"x\"")).collect();
    check_problems(
        &format!(
            r#"{{"review": {{"framework": "shropshire-2023"}}, "dimensions": {{{}}}}}"#,
            many.join(", ")
        ),
        &[("/dimensions", "too_many")],
    );
}

#[test]
fn counts_that_do_not_add_up_are_refused() {
    let total = serde_json::to_value(summary(&two_plans())).unwrap();
    let damaged = |pointer: &str, value: Value| {
        let mut damaged = total.clone();
        *damaged.pointer_mut(pointer).expect(pointer) = value;
        damaged
    };
    for (pointer, place) in [
        ("/all/scores/inadequate", "/all"),
        ("/sections/A/good", "/sections/A"),
        ("/descriptors/A1/not_met", "/descriptors/A1"),
        ("/descriptors/A2/not_met_by_phase/early_years", "/descriptors/A2/not_met_by_phase"),
        ("/wording/F/looked_at", "/wording/F/looked_at"),
        ("/wording/F/rules/availability/found", "/wording/F/rules/availability"),
        (
            "/wording/F/rules/availability/found_by_phase/early_years",
            "/wording/F/rules/availability/found_by_phase",
        ),
        ("/thread/looked_at", "/thread/looked_at"),
        (
            "/thread/rules/thread-need-without-provision/found",
            "/thread/rules/thread-need-without-provision",
        ),
        (
            "/thread/rules/thread-need-without-provision/found_by_phase/key_stage_3_4",
            "/thread/rules/thread-need-without-provision/found_by_phase",
        ),
        ("/agreement/matrix/0/0", "/agreement"),
        ("/dimensions/need/autism/scores/good", "/dimensions/need/autism"),
        ("/regraded/good/good", "/regraded"),
        ("/timeliness/no_exception/over_a_year", "/timeliness"),
    ] {
        check_summary_problems(&damaged(pointer, json!(3)), &[(place, "more_than_all")]);
    }
    // Two plans of which one is Good: not three without a score.
    check_summary_problems(
        &damaged("/dimensions/phase/early_years/plans", json!(3)),
        &[("/dimensions/phase", "more_than_all")],
    );
    check_summary_problems(
        &damaged("/framework", json!("other")),
        &[("/framework", "wrong_framework")],
    );
    let one = json!({"plans": 0, "scores":
        {"outstanding": 0, "good": 0, "requires_improvement": 0, "inadequate": 0}});
    check_summary_problems(
        &damaged("/dimensions/level", json!({"6": one})),
        &[("/dimensions/level/6", "not_one_of")],
    );
    check_summary_problems(
        &damaged("/descriptors/A2/not_met_by_phase", json!({"nursery": 0})),
        &[("/descriptors/A2/not_met_by_phase/nursery", "not_one_of")],
    );
    check_summary_problems(
        &damaged("/thread/rules", json!({"thread-none": {"found": 0, "found_by_phase": {"x": 0}}})),
        &[
            ("/thread/rules/thread-none", "unknown_id"),
            ("/thread/rules/thread-none/found_by_phase/x", "not_one_of"),
        ],
    );
    check_summary_problems(
        &damaged("/sections", json!({"Z": one["scores"]})),
        &[("/sections/Z", "unknown_id")],
    );
}

#[test]
fn another_framework_is_not_mixed_in() {
    let small = Arc::new(Framework::from_json(include_str!("../small-framework.json")).unwrap());
    let mut one = summary(&two_plans());
    let before = one.clone();
    assert_eq!(one.merge(&Summary::new(&small)).unwrap_err().code(), "wrong_framework");
    let plan = record(&small, &json!({"review": {"framework": small.id()}}));
    assert_eq!(one.add(&plan).unwrap_err().code(), "wrong_framework");
    assert_eq!(one, before);
}
