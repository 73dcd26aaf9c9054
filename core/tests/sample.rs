//! Samples: hashes by another implementation, rates and independence within stated bounds, quotas exactly.
//!
//! Where a bound has a probability, it is that of exceeding it if hashes were drawn by chance. Here they are
//! always the same, so a test that passes once passes always.

use std::collections::BTreeMap;

use ehcp_qa_core::Framework;
use ehcp_qa_core::law::Basis;
use ehcp_qa_core::sample::{Draw, Sample, SamplePlan, Sampling, reason, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(request: &Value) -> Draw {
    Draw::from_json(&Framework::shropshire_2023(), &request.to_string()).unwrap()
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

#[test]
fn hashes_are_those_of_another_implementation() {
    check_hashes("P-0417", [0xf66e_eb0e_8d6e_6885, 0x5d83_7469_691d_c7ad, 0xbcf0_71cd_e08c_a370]);
    check_hashes("P-0418", [0x745c_bb27_c53c_da43, 0xc42c_edd9_37a8_06cb, 0xaa84_b143_ab63_be68]);
    check_hashes("P-0419", [0x0096_484a_0e29_04ee, 0x8bb9_9173_6ed2_decc, 0x10e8_7e18_35e1_ff08]);
    check_hashes("Zoë", [0x9447_660f_d5a0_af62, 0x6d2b_c59e_aeef_c1f7, 0x73e4_6aad_780e_bbe7]);
    let request = json!({
        "purpose": "team_manager", "period": "2024-autumn", "mode": "rate", "plans": [],
        "key": "00112233445566778899AABBCCDDEEFF",
    });
    assert_eq!(read(&request).hash("P-0417"), 0xf0e2_2bdb_355e_d2ef);
}

#[test]
fn a_rate_draws_the_plans_with_a_hash_below_its_share() {
    // A fifth of 2^64 is 0x3333333333333333.3..., so of the hashes above only that of P-0419 is below it.
    let draw = by_rate("team_manager", "2024-autumn", &["P-0417", "P-0418", "P-0419"]);
    let drawn = serde_json::to_value(sample(&draw)).unwrap();
    assert_eq!(
        drawn["drawn"],
        json!([{"reference": "P-0419", "phase": null, "hash": "0096484a0e2904ee"}])
    );
    assert_eq!(
        drawn["groups"],
        json!([{"phase": null, "name": "All plans", "plans": 3, "drawn": 1, "short_by": 0}])
    );
    let terms = &drawn["terms"];
    assert_eq!(terms["is_own_rate"], false);
    assert_eq!(terms["below"], "3333333333333334");
    assert_eq!(terms["rate"], json!({"of": 1, "out_of": 5}));
    assert_eq!((&terms["is_published_key"], &terms["level"]), (&json!(true), &json!(4)));
    // The key is the text that its reason gives.
    let key = terms["key"].as_str().unwrap();
    let byte = |n: usize| u8::from_str_radix(&key[2 * n..2 * n + 2], 16).unwrap();
    assert_eq!((0..16).map(byte).collect::<Vec<_>>(), b"ehcp-qa sample 1");
}

#[test]
fn the_document_on_sampling_gives_the_key_and_an_example() {
    let document = include_str!("../../docs/sampling.md");
    let draw = by_rate("team_manager", "2024-autumn", &["P-0419"]);
    let sample = sample(&draw);
    let (key, below) = (sample.terms.key.to_string(), sample.terms.below.unwrap());
    let hash = &sample.drawn[0].hash;
    assert!([&key, &below, hash].iter().all(|text| document.contains(text.as_str())));
    for phase in &Framework::shropshire_2023().sampling().unwrap().phases {
        assert!(document.contains(&phase.name), "{}", phase.name);
    }
}

#[test]
fn all_and_none_are_shares_too() {
    for (of, expected) in [(0, 0), (7, 100)] {
        let plans: Vec<_> = (0..100).map(|n| json!({"reference": format!("P-{n}")})).collect();
        let draw = read(&json!({
            "purpose": "panel", "period": "p", "mode": "rate", "rate": {"of": of, "out_of": 7},
            "plans": plans,
        }));
        assert_eq!(sample(&draw).drawn.len(), expected);
    }
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

#[test]
fn rates_are_kept_within_six_standard_deviations() {
    // Bernstein's inequality: a count with mean np and variance v = np(1 - p) is off by t or more with a
    // probability of at most 2 exp(-t^2 / (2 (v + t/3))). With n = 100,000 and t of six standard
    // deviations, rounded down:
    // 1 in 5:  v = 16,000, t = 758, at most 4.2e-8;
    // 1 in 10: v =  9,000, t = 569, at most 4.5e-8.
    for (purpose, mean, most) in [("team_manager", 20_000_i32, 758), ("panel", 10_000, 569)] {
        for period in ["2024-autumn", "2025-spring", "2025-summer"] {
            let draw = by_rate(purpose, period, &[]);
            let taken = |n: &u32| draw.takes(&format!("P-{n}")) == Some(true);
            let count = i32::try_from((0..REFERENCES).filter(taken).count()).unwrap();
            assert!((count - mean).abs() <= most, "{purpose}, {period}: {count}");
        }
    }
}

#[test]
fn one_in_five_is_drawn_as_by_another_implementation() {
    // Counted with the package siphash24, as above.
    for (purpose, period, expected) in [
        ("team_manager", "2024-autumn", 19_920),
        ("team_manager", "2025-spring", 19_940),
        ("panel", "2024-autumn", 10_035),
        ("panel", "2025-spring", 10_138),
    ] {
        let draw = by_rate(purpose, period, &[]);
        let taken = |n: &u32| draw.takes(&format!("P-{n}")) == Some(true);
        assert_eq!((0..REFERENCES).filter(taken).count(), expected, "{purpose}, {period}");
    }
}

#[test]
fn purposes_and_periods_do_not_depend_on_each_other() {
    let one = hashes("team_manager", "2024-autumn");
    for (purpose, period) in
        [("panel", "2024-autumn"), ("strategic", "2024-autumn"), ("team_manager", "2025-spring")]
    {
        let other = hashes(purpose, period);
        let tenth = |hash: u64| usize::try_from((u128::from(hash) * 10) >> 64).unwrap();
        let mut table = [[0_i64; 10]; 10];
        for (one, other) in one.iter().zip(&other) {
            table[tenth(*one)][tenth(*other)] += 1;
        }
        // By tenths of both there are 100 cells, of 1,000 plans each by chance. The sum of
        // (count - 1,000)^2 / 1,000 is then chi-squared with 99 degrees of freedom, and that exceeds
        // 99 + 2 sqrt(99 x) + 2 x with a probability of at most e^-x (Laurent and Massart). With x = 16.2:
        // above 211 at most 1.0e-7.
        let squares: i64 = table.as_flattened().iter().map(|count| (count - 1_000).pow(2)).sum();
        assert!(squares <= 211_000, "{purpose}, {period}: {squares}");
        // The two fifths overlap in 1 of 25: v = 3,840, t = 371, at most 5.8e-8 (Bernstein, as above).
        let both: i64 = table[..2].iter().map(|row| row[0] + row[1]).sum();
        assert!((both - 4_000).abs() <= 371, "{purpose}, {period}: {both}");
    }
}

#[test]
fn the_same_characters_parted_elsewhere_have_another_hash() {
    let short = by_rate("panel", "2024", &[]).hash("1P-7");
    let long = by_rate("panel", "20241", &[]).hash("P-7");
    assert_ne!(short, long);
}

/// Sixteen plans with their year groups, so that four are in each phase.
fn sixteen() -> Vec<(String, i8)> {
    let years = [-2, -1, 0, 0, 1, 3, 6, 6, 7, 9, 11, 11, 12, 13, 14, 15];
    years.iter().enumerate().map(|(n, year)| (format!("S-{n:02}"), *year)).collect()
}

#[test]
fn a_quota_draws_the_lowest_hashes_of_each_phase() {
    // Their order by hash, worked out with the package siphash24.
    let order = [
        ("early_years", ["S-01", "S-02", "S-00", "S-03"]),
        ("key_stage_1_2", ["S-06", "S-07", "S-05", "S-04"]),
        ("key_stage_3_4", ["S-10", "S-08", "S-11", "S-09"]),
        ("post_16", ["S-15", "S-13", "S-12", "S-14"]),
    ];
    for quota in 1..=6 {
        let draw = by_quota(u32::try_from(quota).unwrap(), &sixteen());
        let sample = sample(&draw);
        let expected: Vec<_> = order
            .iter()
            .flat_map(|(phase, plans)| plans.iter().take(quota).map(move |plan| (*phase, *plan)))
            .map(|(phase, plan)| (Some(phase.to_owned()), plan.to_owned()))
            .collect();
        assert_eq!(drawn(&sample), expected, "{quota}");
        for group in &sample.groups {
            assert_eq!((group.plans, group.drawn), (4, quota.min(4)));
            assert_eq!(group.short_by, quota.saturating_sub(4));
        }
    }
}

#[test]
fn a_quota_without_phases_is_of_all_plans() {
    // By hash for the Team Manager: P-0419 0096..., P-0418 745c..., P-0417 f66e....
    let plans = json!([{"reference": "P-0417"}, {"reference": "P-0418"}, {"reference": "P-0419"}]);
    let draw = read(&json!({
        "purpose": "team_manager", "period": "2024-autumn", "mode": "quota", "quota": 2, "plans": plans,
    }));
    let expected = ["P-0419", "P-0418"].map(|reference| (None, reference.to_owned()));
    assert_eq!(drawn(&sample(&draw)), expected);
    assert_eq!(draw.takes("P-0419"), None);
}

#[test]
fn a_rate_can_be_counted_phase_by_phase() {
    // Of the hashes for the strategic purpose, by the package siphash24, S-01, S-02 and S-06 alone are below
    // an eighth of 2^64, 0x2000000000000000.
    let plans: Vec<_> = sixteen()
        .iter()
        .map(|(reference, year)| json!({"reference": reference, "year_group": year}))
        .collect();
    let draw = read(&json!({
        "purpose": "strategic", "period": "2024-autumn", "mode": "rate", "rate": {"of": 1, "out_of": 8},
        "plans": plans,
    }));
    let sample = sample(&draw);
    let references: Vec<_> = sample.drawn.iter().map(|plan| plan.reference.as_str()).collect();
    assert_eq!(references, ["S-01", "S-02", "S-06"]);
    let groups: Vec<_> = sample.groups.iter().map(|group| (group.plans, group.drawn)).collect();
    assert_eq!(groups, [(4, 2), (4, 1), (4, 0), (4, 0)]);
    assert_eq!(sample.terms.below.as_deref(), Some("2000000000000000"));
    assert!(sample.terms.is_own_rate);
}

#[test]
fn the_reason_as_a_sentence() {
    let draw = by_rate("team_manager", "2024-autumn", &["P-0418", "P-0419"]);
    assert_eq!(
        reason(&draw, "P-0419").unwrap().message,
        "Plan P-0419 is drawn for quality assurance by the EHCP Team Manager, 2024-autumn: its hash \
         0096484a0e2904ee is below 3333333333333334, and 1 in 5 of all hashes are."
    );
    assert_eq!(
        reason(&draw, "P-0418").unwrap().message,
        "Plan P-0418 is not drawn for quality assurance by the EHCP Team Manager, 2024-autumn: its hash \
         745cbb27c53cda43 is not below 3333333333333334, and 1 in 5 of all hashes are."
    );
    // It is not in the list, and need not be.
    assert!(!reason(&draw, "P-0417").unwrap().drawn);
    let draw = by_quota(2, &sixteen());
    assert_eq!(reason(&draw, "P-0417"), None);
    let reason = serde_json::to_value(reason(&draw, "S-05")).unwrap();
    assert_eq!(
        reason["message"],
        "Plan S-05 is not drawn for Strategic Quality Assurance, 2024-autumn: by its hash \
         7def0f8c80e500d1 it is number 3 of 4 (Key Stage 1 and 2), and those up to number 2 are drawn."
    );
    let found = ["reference", "hash", "place", "drawn"].map(|name| &reason[name]);
    let place =
        json!({"phase": "key_stage_1_2", "name": "Key Stage 1 and 2", "number": 3, "of": 4});
    assert_eq!(json!(found), json!(["S-05", "7def0f8c80e500d1", place, false]));
    assert_eq!(
        reason["terms"]["cites"][0],
        json!({"basis": "framework", "place": "Level 5 (Strategic QA)"})
    );
}

#[test]
fn year_groups_have_the_phases_that_the_framework_names() {
    let phases = [
        ("early_years", -2..=0),
        ("key_stage_1_2", 1..=6),
        ("key_stage_3_4", 7..=11),
        ("post_16", 12..=15),
    ];
    let mut seen = 0;
    for (phase, years) in phases {
        for year in years {
            let draw = by_quota(1, &[("P".to_owned(), year)]);
            assert_eq!(drawn(&sample(&draw)), [(Some(phase.to_owned()), "P".to_owned())], "{year}");
            seen += 1;
        }
    }
    assert_eq!(seen, 18);
}

#[test]
fn shares_are_those_that_level_4_prints() {
    let framework = Framework::shropshire_2023();
    let levels = framework.wording().levels.unwrap().items;
    let level = levels.iter().find(|level| level.level == 4).unwrap();
    let shares = framework.interpretation().sampling.unwrap();
    for phase in &shares.phases {
        assert!(phase.basis == Basis::Interpretation && phase.reason.ends_with('.'), "{phase:?}");
    }
    for purpose in &shares.purposes {
        assert!(
            purpose.basis == Basis::Interpretation && purpose.reason.ends_with('.'),
            "{purpose:?}"
        );
    }
    let purposes = shares.purposes;
    for (id, printed, share) in
        [("team_manager", "one in five of these plans", 5), ("panel", "One in ten plans", 10)]
    {
        assert!(level.text.contains(printed));
        let purpose = purposes.iter().find(|purpose| purpose.id == id).unwrap();
        let rate = purpose.rate.as_ref().unwrap();
        assert_eq!((rate.of, rate.out_of, purpose.level), (1, share, 4));
        assert!(purpose.cites[0].place.contains(&level.title));
    }
}

/// Expects these problems, as (pointer, code), in any order.
#[track_caller]
fn check_problems(request: &Value, expected: &[(&str, &str)]) {
    let problems =
        Draw::from_json(&Framework::shropshire_2023(), &request.to_string()).unwrap_err();
    let mut found: Vec<_> =
        problems.iter().map(|problem| (problem.pointer.as_str(), problem.kind.code())).collect();
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

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
    let mut small: Value = serde_json::from_str(include_str!("small-framework.json")).unwrap();
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

/// Plans, each with another reference, and each in one of the years.
fn plans() -> impl Strategy<Value = Vec<(String, i8)>> {
    prop::collection::btree_map("[a-z0-9]{1,3}", -2..=15_i8, 0..60)
        .prop_map(|plans| plans.into_iter().collect())
}

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
        match Draw::from_json(&Framework::shropshire_2023(), &request.to_string()) {
            Ok(draw) => {
                // A request that is written reads the same.
                let again = serde_json::to_string(draw.request()).unwrap();
                let again = Draw::from_json(&Framework::shropshire_2023(), &again).unwrap();
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
