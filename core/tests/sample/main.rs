//! Samples: hashes by another implementation, rates and independence within stated bounds, quotas exactly.
//!
//! Where a bound has a probability, it is that of exceeding it if hashes were drawn by chance. Here they are
//! always the same, so a test that passes once passes always.

mod chance;
mod hashes;
mod problems;
mod quota;

use ehcp_qa_core::Framework;
use ehcp_qa_core::sample::{Draw, Sample};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(request: &Value) -> Draw {
    Draw::from_json(&Framework::built_in(), &request.to_string()).unwrap()
}

/// A request by rate, whose plans have only references.
fn by_rate(purpose: &str, period: &str, references: &[&str]) -> Draw {
    let plans: Vec<_> = references.iter().map(|name| json!({"reference": name})).collect();
    read(&json!({"purpose": purpose, "period": period, "mode": "rate", "plans": plans}))
}

/// A request by quota from each phase.
fn by_quota(quota: u32, plans: &[(String, i8)]) -> Draw {
    let plan =
        |(reference, year): &(String, i8)| json!({"reference": reference, "year_group": year});
    let plans: Vec<_> = plans.iter().map(plan).collect();
    read(&json!({
        "purpose": "strategic", "period": "2024-autumn", "mode": "quota", "quota": quota, "plans": plans,
    }))
}

/// The references drawn, phase by phase.
fn drawn(sample: &Sample) -> Vec<(Option<String>, String)> {
    let plans = sample.drawn.iter();
    plans.map(|plan| (plan.phase.map(str::to_owned), plan.reference.clone())).collect()
}

/// Expects the hashes of a plan for the three purposes in autumn 2024, as they were worked out by the
/// package siphash24 1.9 for Python, whose code in C shares nothing with our dependency:
/// `siphash24(b"".join(len(p).to_bytes(8, "little") + p for p in parts), key=b"ehcp-qa sample 1")`.
#[track_caller]
fn check_hashes(reference: &str, expected: [u64; 3]) {
    let purposes = ["team_manager", "panel", "strategic"];
    let found = purposes.map(|purpose| {
        let rate = json!({"of": 1, "out_of": 2});
        let request = json!({
            "purpose": purpose, "period": "2024-autumn", "mode": "rate", "rate": rate, "plans": [],
        });
        read(&request).hash(reference)
    });
    assert_eq!(found, expected, "{reference}");
}

/// The share of hashes in so many references, and how far it may be off by chance.
const REFERENCES: u32 = 100_000;

fn hashes(purpose: &str, period: &str) -> Vec<u64> {
    let rate = json!({"of": 1, "out_of": 5});
    let request =
        json!({"purpose": purpose, "period": period, "mode": "rate", "rate": rate, "plans": []});
    let draw = read(&request);
    (0..REFERENCES).map(|n| draw.hash(&format!("P-{n}"))).collect()
}

/// Expects these problems, as (pointer, code), in any order.
#[track_caller]
fn check_problems(request: &Value, expected: &[(&str, &str)]) {
    let problems = Draw::from_json(&Framework::built_in(), &request.to_string()).unwrap_err();
    let mut found: Vec<_> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.kind.code())).collect();
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

/// Plans, each with another reference, and each in one of the years.
fn plans() -> impl Strategy<Value = Vec<(String, i8)>> {
    prop::collection::btree_map("[a-z0-9]{1,3}", -2..=15_i8, 0..60)
        .prop_map(|plans| plans.into_iter().collect())
}
