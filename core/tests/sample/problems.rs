//! Problems of requests.

use ehcp_qa_core::Framework;
use ehcp_qa_core::sample::{Draw, SamplePlan, Sampling, sample};
use serde_json::{Value, json};

use crate::{by_quota, check_problems, read};

#[test]
fn all_problems_at_once() {
    check_problems(
        &json!({
            "purpose": "strategic", "period": "autumn 2024", "mode": "quota", "rate": {"of": 1, "out_of": 5},
            "key": "12", "colour": "blue",
            "plans": [
                {"reference": "P-1", "phase": "nursery"},
                {"reference": "P-1", "year_group": 16},
                {"reference": "", "year_group": 3},
                {"reference": "P-2", "phase": "post_16", "year_group": 11},
                {"reference": "P-3"},
                {"reference": "x".repeat(65), "phase": "post_16"},
                {"year_group": 3},
                7,
            ],
        }),
        &[
            ("/colour", "unknown_field"),
            ("/key", "not_a_key"),
            ("/plans/1/year_group", "out_of_range"),
            ("/plans/6/reference", "missing"),
            ("/plans/7", "wrong_type"),
            ("/period", "not_an_id"),
            ("/quota", "missing"),
            ("/rate", "unknown_field"),
            ("/plans/0/phase", "unknown_id"),
            ("/plans/1/reference", "duplicate"),
            ("/plans/2/reference", "missing"),
            ("/plans/3/phase", "phase_differs"),
            ("/plans/4/phase", "missing"),
            ("/plans/5/reference", "too_long"),
        ],
    );
    let twice = json!([{"reference": "P-1"}, {"reference": "P-1", "phase": "nursery"}]);
    check_problems(
        &json!({"purpose": "tea", "period": "p", "mode": "rate", "quota": 2, "plans": twice}),
        &[
            ("/purpose", "unknown_id"),
            ("/quota", "unknown_field"),
            ("/plans/1/reference", "duplicate"),
            ("/plans/1/phase", "unknown_id"),
        ],
    );
    check_problems(
        &json!({"purpose": "panel", "period": "p", "mode": "quota", "quota": 0, "plans": []}),
        &[("/quota", "out_of_range")],
    );
    check_problems(
        &json!({}),
        &["/purpose", "/period", "/mode", "/plans"].map(|at| (at, "missing")),
    );
    for rate in [json!({"of": 6, "out_of": 5}), json!({"of": 0, "out_of": 0})] {
        let request =
            json!({"purpose": "panel", "period": "p", "mode": "rate", "rate": rate, "plans": []});
        check_problems(&request, &[("/rate", "not_a_share")]);
    }
}

#[test]
fn the_list_of_a_request_has_an_end() {
    let request = |count: u32| {
        let plans: Vec<_> = (0..count).map(|n| json!({"reference": format!("{n}")})).collect();
        json!({"purpose": "panel", "period": "p", "mode": "rate", "plans": plans})
    };
    assert_eq!(sample(&read(&request(50_000))).groups[0].plans, 50_000);
    check_problems(&request(50_001), &[("/plans", "too_many")]);
}

#[test]
fn keys_are_32_hexadecimal_digits() {
    let with = |key: &str| json!({"purpose": "panel", "period": "p", "mode": "rate", "key": key, "plans": []});
    let good = "0123456789abcdefABCDEF9876543210";
    let draw = read(&with(good));
    let terms = serde_json::to_value(sample(&draw)).unwrap();
    assert_eq!(terms["terms"]["key"], good.to_lowercase());
    assert_eq!(terms["terms"]["is_published_key"], false);
    for bad in [
        "",
        &good[1..],
        &format!("{good}0"),
        &format!("+{}", &good[1..]),
        &format!("g{}", &good[1..]),
    ] {
        check_problems(&with(bad), &[("/key", "not_a_key")]);
    }
}

#[test]
fn a_framework_without_sampling_draws_nothing() {
    let mut small: Value = serde_json::from_str(include_str!("../small-framework.json")).unwrap();
    small["interpretation"]["sampling"] = Value::Null;
    let small = Framework::from_json(&small.to_string()).unwrap();
    let request = json!({"purpose": "panel", "period": "p", "mode": "rate", "plans": []});
    let problems = Draw::from_json(&small, &request.to_string()).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].to_string(), "/purpose: The framework has no purpose with this id.");
}

#[test]
fn a_plan_that_is_added_one_by_one_is_checked_too() {
    let draw = by_quota(1, &[]);
    let mut sampling = Sampling::new(&draw);
    let plan = SamplePlan { reference: String::new(), phase: None, year_group: None };
    let problems = sampling.add(&plan).unwrap_err();
    let messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        ["/reference: This field is required.", "/phase: This field is required."]
    );
    assert!(sampling.finish().groups.iter().all(|group| group.plans == 0));
}
