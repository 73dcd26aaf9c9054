//! Hashes and shares.

use ehcp_qa_core::Framework;
use ehcp_qa_core::sample::sample;
use serde_json::json;

use crate::{REFERENCES, by_rate, check_hashes, hashes, read};

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
    let document = include_str!("../../../docs/sampling.md");
    let draw = by_rate("team_manager", "2024-autumn", &["P-0419"]);
    let sample = sample(&draw);
    let (key, below) = (sample.terms.key.to_string(), sample.terms.below.unwrap());
    let hash = &sample.drawn[0].hash;
    assert!([&key, &below, hash].iter().all(|text| document.contains(text.as_str())));
    for phase in &Framework::built_in().sampling().unwrap().phases {
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
