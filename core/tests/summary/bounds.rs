//! Bounds of what hosts name.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{
    Graded, HiddenBelow, MOST_DIMENSIONS, MOST_RULES, MOST_VALUES, Summary, SummaryRecord, report,
};
use serde_json::{Value, json};

use crate::{check_problems, check_summary_problems, merged, record, summary, two_plans};

/// A plan with a value of one dimension, and a rule of another lexicon that found something.
fn named(dimension: &str, value: &str, rule: &str) -> Value {
    json!({
        "review": {"framework": "shropshire-2023", "sections": {"overall": {"score": 2}}},
        "dimensions": {dimension: value},
        "wording": {"F": {rule: 1}},
    })
}

/// Of names that hosts give, the first are kept in the order of their ids, and the others are added up: a summary has
/// no more of them however many plans it counts, and the same in whatever order and in whatever parts they come.
#[test]
fn a_summary_keeps_the_first_names_in_any_order() {
    let framework = Framework::built_in();
    let count = MOST_VALUES + 500;
    let plan = |number: usize| {
        // Each value and each rule twice, far apart.
        let name = number * 7 % count;
        named("school", &format!("s-{name:05}"), &format!("r-{name:05}"))
    };
    let plans: Vec<SummaryRecord> =
        (0..2 * count).map(|number| record(&framework, &plan(number))).collect();
    let counted = |plans: &mut dyn Iterator<Item = &SummaryRecord>| {
        let mut summary = Summary::new(&framework);
        for plan in plans {
            summary.add(plan).unwrap();
            assert!(summary.dimensions["school"].len() <= MOST_VALUES);
        }
        summary
    };
    let total = counted(&mut plans.iter());
    let values = &total.dimensions["school"];
    assert_eq!(values.len(), MOST_VALUES);
    assert_eq!(values.keys().next_back().unwrap(), "s-00999");
    let good = |graded: &Graded| *graded.scores.get("good").unwrap();
    assert!(values.values().all(|graded| graded.plans == 2 && good(graded) == 2));
    // 500 values are left, of two plans each.
    let others = &total.other_values.as_ref().unwrap()["school"];
    assert_eq!((others.plans, good(others)), (1_000, 1_000));
    // So are 500 rules.
    let wording = &total.wording["F"];
    assert_eq!((wording.rules.len(), wording.looked_at), (MOST_RULES, 3_000));
    assert!(wording.rules.values().all(|rule| rule.found == 2));
    assert_eq!(wording.other_rules, Some(1_000));
    assert_eq!(counted(&mut plans.iter().rev()), total);
    let parts: Vec<Summary> = plans.chunks(613).map(|plans| counted(&mut plans.iter())).collect();
    let in_order: Vec<&Summary> = parts.iter().collect();
    assert_eq!(merged(&in_order), total);
    assert_eq!(merged(&in_order.iter().rev().copied().collect::<Vec<_>>()), total);
    let halves = in_order.split_at(2);
    assert_eq!(merged(&[&merged(halves.1), &merged(halves.0)]), total);
    // The others are one row of a report, before the plans whose value is not known.
    let report = report(&framework, &total, HiddenBelow::USUAL);
    let table = report.tables.iter().find(|table| table.id == "by-school").unwrap();
    assert_eq!(table.left_out, None);
    let [.., others, not_known, all] = table.rows.as_slice() else { panic!("three rows") };
    assert_eq!((others.id.as_str(), others.label.as_str()), ("other_values", "Other values"));
    assert_eq!((not_known.id.as_str(), all.counts.last()), ("not_known", Some(&Some(3_000))));
}

#[test]
fn a_summary_keeps_the_first_dimensions_in_any_order() {
    let framework = Framework::built_in();
    let plans: Vec<SummaryRecord> = (0..3 * MOST_DIMENSIONS)
        .map(|number| record(&framework, &named(&format!("d-{:03}", number * 5 % 48), "a", "r")))
        .collect();
    let counted = |plans: &mut dyn Iterator<Item = &SummaryRecord>| {
        let mut summary = Summary::new(&framework);
        plans.for_each(|plan| summary.add(plan).unwrap());
        summary
    };
    let total = counted(&mut plans.iter());
    assert_eq!(total.dimensions.len(), MOST_DIMENSIONS);
    assert_eq!(total.dimensions.keys().next_back().unwrap(), "d-031");
    // Of 48 dimensions with two plans each, 16 are left.
    assert_eq!(total.other_dimensions, Some(32));
    assert_eq!(counted(&mut plans.iter().rev()), total);
    let parts: Vec<Summary> = plans.chunks(17).map(|plans| counted(&mut plans.iter())).collect();
    assert_eq!(merged(&parts.iter().rev().collect::<Vec<_>>()), total);
}

/// A summary as large as any can be is read again, and merged.
#[test]
fn the_largest_summary_is_read_again() {
    let framework = Framework::built_in();
    let most = u32::MAX;
    let number = |number: usize| format!("{number:0>64}");
    let scores =
        json!({"outstanding": most, "good": 0, "requires_improvement": 0, "inadequate": 0});
    let mut summary = serde_json::to_value(Summary::new(&framework)).unwrap();
    summary["all"] = json!({"plans": most, "scores": scores});
    // Counts as long as any; that they add up takes small ones beside them.
    let wide = json!({"plans": 100_000, "scores": {
        "outstanding": 25_000, "good": 25_000, "requires_improvement": 25_000, "inadequate": 25_000,
    }});
    summary["all"]["scores"] = json!({
        "outstanding": 1_000_000_000, "good": 1_000_000_000, "requires_improvement": 1_000_000_000,
        "inadequate": 1_000_000_000,
    });
    let values: Value =
        Value::Object((0..MOST_VALUES).map(|name| (number(name), wide.clone())).collect());
    let names = (0..MOST_DIMENSIONS).map(|name| (number(name), values.clone()));
    summary["dimensions"] = Value::Object(names.collect());
    let phases: Value = Value::Object(
        framework
            .sampling()
            .unwrap()
            .phases
            .iter()
            .map(|phase| (phase.id.clone(), json!(1_000_000)))
            .collect(),
    );
    let rule = json!({"found": most, "found_by_phase": phases});
    let rules = (0..MOST_RULES).map(|name| (number(name), rule.clone()));
    let rules = json!({"looked_at": most, "rules": Value::Object(rules.collect())});
    let sections = framework.section_ids().map(|id| (id.to_owned(), rules.clone()));
    summary["wording"] = Value::Object(sections.collect());
    let text = summary.to_string();
    assert!(text.len() > 5_000_000, "{}", text.len());
    let read = Summary::from_json(&framework, &text).unwrap();
    let mut twice = Summary::new(&framework);
    twice.merge(&read).unwrap();
    assert_eq!(twice, read);
    let message = "This is too large: at most 20000000 bytes are read.";
    let problems = Summary::from_json(&framework, &" ".repeat(20_000_001)).unwrap_err();
    assert_eq!(problems[0].to_string(), message);
}

/// A report has rows of its own beside those of values.
#[test]
fn names_of_rows_are_no_values() {
    for row in ["total", "not_known", "other_values"] {
        let plan = named("need", row, "r");
        check_problems(&plan.to_string(), &[("/dimensions/need", "name_taken")]);
        let mut summary = serde_json::to_value(summary(&two_plans())).unwrap();
        let graded = summary["dimensions"]["need"]["autism"].clone();
        summary["dimensions"]["need"] = json!({row: graded});
        let place = format!("/dimensions/need/{row}");
        check_summary_problems(&summary, &[(&place, "name_taken")]);
    }
}
