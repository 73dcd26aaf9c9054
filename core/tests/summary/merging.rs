//! Summaries of parts are the summary of all.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{Scores, Summary};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{merged, summary};

/// A record of anything that is counted.
fn any_record() -> impl Strategy<Value = Value> {
    let word = |words: &'static [&'static str]| option::of(prop::sample::select(words));
    let answers = vec(word(&["yes", "no"]), 3);
    let review = (
        option::of(-2..=15_i8),
        option::of(1..=5_u8),
        word(&["draft", "final", "proposed_amended"]),
        word(&["2023-09-01", "2024-01-09", "2024-07-20", "2024-10-01"]),
        answers,
        vec(option::of(1..=4_u8), 3),
    );
    let facts = (
        option::of((0..500_u16, any::<bool>())),
        option::of((1..=4_u8, 1..=4_u8)),
        word(&["autism", "semh"]),
        word(&["special", "none"]),
        option::of(vec(0..3_u8, 2)),
        option::of((1..=4_u8, 1..=4_u8)),
        option::of(vec(0..3_u8, 2)),
    );
    (review, facts).prop_map(|(review, facts)| {
        let (year_group, level, stage, date, answers, scores) = review;
        let (issued, regraded, need, setting, wording, pair, thread) = facts;
        let mut dimensions = json!({});
        for (name, value) in [("need", need), ("setting", setting)] {
            if let Some(value) = value {
                dimensions[name] = json!(value);
            }
        }
        json!({
            "review": {
                "framework": "shropshire-2023",
                "plan": {"year_group": year_group, "stage": stage},
                "review": {"level": level, "date": date},
                "sections": {
                    "A": {"descriptors": {"A1": answers[0], "A2": answers[1]}, "score": scores[0]},
                    "E": {"descriptors": {"E1": answers[2]}, "score": scores[1]},
                    "overall": {"score": scores[2]},
                },
            },
            "dates": issued.map(|(day, exception)| json!({
                "received": "2023-01-01",
                "issued": format!("20{}-{:02}-{:02}", 23 + day / 336, 1 + day % 336 / 28, 1 + day % 28),
                "exception": exception.then_some("absence"),
            })),
            "regraded": regraded.map(|(before, after)| json!({"before": before, "after": after})),
            "dimensions": dimensions,
            "graded_twice": pair.map(|(first, second)| json!({"first": first, "second": second})),
            "thread": thread.map(|found| {
                json!({"thread-need-without-provision": found[0], "thread-orphan": found[1]})
            }),
            "wording": wording.map(|found| json!({"F": {"availability": found[0], "training": found[1]}})),
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_and_order_are_nothing(records in vec(any_record(), 0..12), cuts in (0..12_usize, 0..12_usize)) {
        let total = summary(&records);
        prop_assert_eq!(total.all.plans as usize, records.len());
        let (low, high) = (cuts.0.min(cuts.1).min(records.len()), cuts.0.max(cuts.1).min(records.len()));
        let parts = [&records[..low], &records[low..high], &records[high..]].map(summary);
        let [a, b, c] = &parts;
        prop_assert_eq!(&merged(&[a, b, c]), &total);
        prop_assert_eq!(&merged(&[c, b, a]), &total, "commutative");
        let mut right = b.clone();
        right.merge(c).unwrap();
        let mut all = a.clone();
        all.add_unread();
        right.add_unread();
        let mut both = total.clone();
        both.add_unread();
        both.add_unread();
        prop_assert_eq!(both.not_read, 2);
        prop_assert_eq!(&merged(&[&all, &right]), &both, "unread records");
        all = a.clone();
        right.not_read = 0;
        all.merge(&right).unwrap();
        prop_assert_eq!(&all, &total, "associative");
        prop_assert_eq!(&merged(&[&total]), &total, "nothing and all");
        let mut same = total.clone();
        same.merge(&merged(&[])).unwrap();
        prop_assert_eq!(&same, &total, "all and nothing");
        let mut backwards = records.clone();
        backwards.reverse();
        prop_assert_eq!(&summary(&backwards), &total);
    }

    #[test]
    fn a_summary_that_is_written_is_read(records in vec(any_record(), 0..8)) {
        let framework = Framework::built_in();
        let total = summary(&records);
        let text = serde_json::to_string(&total).unwrap();
        prop_assert_eq!(Summary::from_json(&framework, &text).unwrap(), total);
    }

    /// Counted a second time, from the records as they are written.
    #[test]
    fn counts_are_those_of_the_records(records in vec(any_record(), 0..12)) {
        let total = summary(&records);
        let count = |keep: &dyn Fn(&Value) -> bool| {
            u32::try_from(records.iter().filter(|record| keep(record)).count()).unwrap()
        };
        for (grade, score) in [("outstanding", 1), ("good", 2), ("requires_improvement", 3), ("inadequate", 4)] {
            let of_grade = |scores: &Scores| *scores.get(grade).unwrap();
            let overall = |r: &Value| r["review"]["sections"]["overall"]["score"] == score;
            prop_assert_eq!(of_grade(&total.all.scores), count(&overall));
            let section = count(&|r| r["review"]["sections"]["E"]["score"] == score);
            prop_assert_eq!(total.sections.get("E").map_or(0, of_grade), section);
            let autism = count(&|r| r["dimensions"]["need"] == "autism" && overall(r));
            let found = total.dimensions.get("need").and_then(|need| need.get("autism"));
            prop_assert_eq!(found.map_or(0, |graded| of_grade(&graded.scores)), autism);
            let again = count(&|r| r["regraded"]["before"] == 3 && r["regraded"]["after"] == score);
            prop_assert_eq!(of_grade(total.regraded.get("requires_improvement").unwrap()), again);
        }
        let a1 = total.descriptors.get("A1").cloned().unwrap_or_default();
        prop_assert_eq!(a1.met, count(&|r| r["review"]["sections"]["A"]["descriptors"]["A1"] == "yes"));
        let not_met = |r: &Value| r["review"]["sections"]["A"]["descriptors"]["A1"] == "no";
        prop_assert_eq!(a1.not_met, count(&not_met));
        let post_16 = count(&|r| not_met(r) && r["review"]["plan"]["year_group"].as_i64() > Some(11));
        prop_assert_eq!(a1.not_met_by_phase.get("post_16").copied().unwrap_or(0), post_16);
        let f = total.wording.get("F").cloned().unwrap_or_default();
        prop_assert_eq!(f.looked_at, count(&|r| r["wording"].is_object()));
        let found = count(&|r| r["wording"]["F"]["training"].as_u64() > Some(0));
        prop_assert_eq!(f.rules.get("training").map_or(0, |rule| rule.found), found);
    }
}
