//! Samples of requests made by chance.

use std::collections::BTreeMap;

use ehcp_qa_core::Framework;
use ehcp_qa_core::sample::{Draw, Sampling, reason, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{by_quota, by_rate, drawn, plans};

/// Any JSON of a few levels, with values that requests have and values that they do not have.
fn anything() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "",
        "rate",
        "quota",
        "strategic",
        "panel",
        "P-1",
        "post_16",
        "a/b~",
        "é",
        "00112233445566778899aabbccddeeff",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop::sample::select(vec![-3.0, -2.0, 0.0, 1.0, 1.5, 15.0, 256.0, 1e300])
            .prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        let name = prop::sample::select(vec![
            "purpose",
            "period",
            "mode",
            "rate",
            "quota",
            "key",
            "plans",
            "of",
            "out_of",
            "reference",
            "phase",
            "year_group",
            "colour",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..5).prop_map(|fields| json!(fields)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_request_is_answered(
        field in prop::sample::select(vec![
            "/purpose", "/period", "/mode", "/rate", "/quota", "/key", "/plans", "/plans/0", "/plans/1/phase",
            "/plans/1/year_group", "/plans/1/reference",
        ]),
        value in anything(),
    ) {
        let mut request = json!({
            "purpose": "strategic", "period": "p", "mode": "quota", "rate": null, "quota": 1, "key": null,
            "plans": [
                {"reference": "P-1", "phase": "post_16"},
                {"reference": "P-2", "phase": null, "year_group": 3},
            ],
        });
        *request.pointer_mut(field).unwrap() = value;
        match Draw::from_json(&Framework::built_in(), &request.to_string()) {
            Ok(draw) => {
                // A request that is written reads the same.
                let again = serde_json::to_string(draw.request()).unwrap();
                let again = Draw::from_json(&Framework::built_in(), &again).unwrap();
                prop_assert_eq!(&draw, &again);
                let sample = sample(&draw);
                let counted: usize = sample.groups.iter().map(|group| group.plans).sum();
                prop_assert_eq!(counted, draw.request().plans.len());
                for plan in &draw.request().plans {
                    prop_assert!(reason(&draw, &plan.reference).is_some());
                }
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let place = problem.pointer.starts_with('/');
                    prop_assert!(place && problem.kind.to_string().ends_with('.'), "{}", problem);
                }
            }
        }
    }

    #[test]
    fn a_quota_is_exact_and_its_reasons_agree(plans in plans(), quota in 1..8_u32) {
        let draw = by_quota(quota, &plans);
        let sample = sample(&draw);
        // All plans sorted by hash, and the first of each phase.
        let mut phases: BTreeMap<usize, Vec<(u64, &str)>> = BTreeMap::new();
        for (reference, year) in &plans {
            let phase = match year { ..=0 => 0, 1..=6 => 1, 7..=11 => 2, _ => 3 };
            phases.entry(phase).or_default().push((draw.hash(reference), reference));
        }
        let mut expected = Vec::new();
        for phase in phases.values_mut() {
            phase.sort_unstable();
            expected.extend(phase.iter().take(quota as usize).map(|(_, reference)| (*reference).to_owned()));
        }
        let found: Vec<_> = drawn(&sample).into_iter().map(|(_, reference)| reference).collect();
        prop_assert_eq!(&found, &expected);
        for (reference, _) in &plans {
            prop_assert_eq!(reason(&draw, reference).unwrap().drawn, found.contains(reference));
        }
    }

    #[test]
    fn neither_order_nor_repetition_changes_the_sample(
        (plans, again) in plans().prop_flat_map(|plans| {
            let twice = [plans.clone(), plans.clone()].concat();
            (Just(plans), Just(twice).prop_shuffle())
        }),
        quota in 1..8_u32,
    ) {
        let draw = by_quota(quota, &plans);
        let drawn = sample(&draw);
        let mut sampling = Sampling::new(&draw);
        for (reference, year) in &again {
            let plan = draw.request().plans.iter().find(|plan| plan.reference == *reference).unwrap();
            prop_assert!(sampling.add(plan).is_ok(), "{}", year);
        }
        let shuffled = sampling.finish();
        prop_assert_eq!(&drawn.drawn, &shuffled.drawn);
        for (once, twice) in drawn.groups.iter().zip(&shuffled.groups) {
            prop_assert_eq!(once.plans * 2, twice.plans);
        }
    }

    #[test]
    fn by_rate_each_plan_is_decided_on_alone(plans in plans(), others in plans()) {
        let names: Vec<&str> = plans.iter().map(|(name, _)| name.as_str()).collect();
        let draw = by_rate("team_manager", "2024-autumn", &names);
        let found = drawn(&sample(&draw));
        let mut all: Vec<&str> = others.iter().map(|(name, _)| name.as_str()).chain(names.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        let among_all = by_rate("team_manager", "2024-autumn", &all);
        let among_all = drawn(&sample(&among_all));
        for name in names {
            let is_drawn = draw.takes(name) == Some(true);
            prop_assert_eq!(found.contains(&(None, name.to_owned())), is_drawn);
            prop_assert_eq!(among_all.contains(&(None, name.to_owned())), is_drawn);
            prop_assert_eq!(reason(&draw, name).unwrap().drawn, is_drawn);
        }
    }
}
