//! Samples by quota and by phase.

use ehcp_qa_core::Framework;
use ehcp_qa_core::law::Basis;
use ehcp_qa_core::sample::{reason, sample};
use serde_json::json;

use crate::{by_quota, by_rate, drawn, read};

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
    let framework = Framework::built_in();
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
