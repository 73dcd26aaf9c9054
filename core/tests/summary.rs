//! Summaries counted by hand, properties of any summary, and documents that are not summaries.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::sample::{Draw, sample};
use ehcp_qa_core::summary::{
    Graded, HiddenBelow, MOST_DIMENSIONS, MOST_RULES, MOST_VALUES, Scores, Summary, SummaryRecord,
    report,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

fn record(framework: &Arc<Framework>, record: &Value) -> SummaryRecord {
    SummaryRecord::from_json(framework, &record.to_string()).unwrap()
}

fn summary(records: &[Value]) -> Summary {
    let framework = Framework::shropshire_2023();
    let mut summary = Summary::new(&framework);
    for plan in records {
        summary.add(&record(&framework, plan)).unwrap();
    }
    summary
}

/// Expects problems, each as its place and its code.
#[track_caller]
fn check_problems(text: &str, expected: &[(&str, &str)]) {
    let problems = SummaryRecord::from_json(&Framework::shropshire_2023(), text).unwrap_err();
    let found: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn check_summary_problems(summary: &Value, expected: &[(&str, &str)]) {
    let framework = Framework::shropshire_2023();
    let problems = Summary::from_json(&framework, &summary.to_string()).unwrap_err();
    let found: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(found, expected, "{summary}");
}

/// Two plans, with everything that is counted.
fn two_plans() -> [Value; 2] {
    [
        json!({
            "review": {
                "framework": "shropshire-2023",
                "plan": {"stage": "draft", "year_group": 9, "health_needs": false},
                "review": {"level": 2, "date": "2024-03-31"},
                "sections": {
                    "A": {"descriptors": {"A1": "yes", "A2": "no"}, "score": 3},
                    "overall": {"score": 2},
                },
            },
            "dates": {"received": "2024-01-01", "issued": "2024-05-20"},
            "regraded": {"before": 4, "after": 2},
            "graded_twice": {"first": 3, "second": 2},
            "thread": {"thread-need-without-provision": 2, "thread-orphan": 0},
            "dimensions": {"need": "autism"},
            "wording": {"F": {"availability": 3, "training": 0}, "G": {}},
        }),
        json!({
            "review": {
                "framework": "shropshire-2023",
                "plan": {"year_group": 0},
                "review": {"date": "2024-04-01"},
                "sections": {"A": {"descriptors": {"A2": "no"}}},
            },
            "dates": {"received": "2024-01-01", "issued": "2024-05-21", "exception": "absence"},
            "dimensions": {"need": "autism", "setting": "special"},
            "wording": {"F": {"availability": 1}},
            "thread": {},
        }),
    ]
}

#[test]
fn two_plans_counted_by_hand() {
    let zero = json!({"outstanding": 0, "good": 0, "requires_improvement": 0, "inadequate": 0});
    let good = json!({"outstanding": 0, "good": 1, "requires_improvement": 0, "inadequate": 0});
    let open = json!({"plans": 1, "scores": zero});
    let one_good = json!({"plans": 1, "scores": good});
    let expected = json!({
        "framework": "shropshire-2023",
        "not_read": 0,
        "all": {"plans": 2, "scores": good},
        "sections": {
            "A": {"outstanding": 0, "good": 0, "requires_improvement": 1, "inadequate": 0},
        },
        "dimensions": {
            "level": {"2": one_good},
            "need": {"autism": {"plans": 2, "scores": good}},
            "phase": {"early_years": open, "key_stage_3_4": one_good},
            "setting": {"special": open},
            "stage": {"draft": one_good},
            "term": {"2023-24-spring": one_good, "2023-24-summer": open},
        },
        "wording": {
            "F": {"looked_at": 2, "rules": {"availability": {
                "found": 2, "found_by_phase": {"early_years": 1, "key_stage_3_4": 1},
            }}},
            "G": {"looked_at": 1, "rules": {}},
        },
        "thread": {"looked_at": 2, "rules": {"thread-need-without-provision": {
            "found": 1, "found_by_phase": {"key_stage_3_4": 1},
        }}},
        "agreement": {"matrix": [[0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]]},
        "regraded": {
            "outstanding": zero, "good": zero, "requires_improvement": zero, "inadequate": good,
        },
        // 140 days are 20 weeks.
        "timeliness": {
            "no_exception":
                {"within_20_weeks": 1, "within_a_year": 0, "over_a_year": 0, "days": 140},
            "exception_claimed":
                {"within_20_weeks": 0, "within_a_year": 1, "over_a_year": 0, "days": 141},
        },
    });
    let mut found = serde_json::to_value(summary(&two_plans())).unwrap();
    let descriptors = found.as_object_mut().unwrap().remove("descriptors").unwrap();
    assert_eq!(found, expected);
    assert_eq!(
        descriptors["A1"],
        json!({"met": 1, "not_met": 0, "not_applicable": 0, "not_met_by_phase": {}}),
    );
    assert_eq!(
        descriptors["A2"],
        json!({
            "met": 0, "not_met": 2, "not_applicable": 0,
            "not_met_by_phase": {"early_years": 1, "key_stage_3_4": 1},
        }),
    );
    // Without health needs, health provision is not about the first plan; of the second it is not known.
    assert_eq!(descriptors["G1"]["not_applicable"], 1);
    assert_eq!(descriptors.get("A3"), None, "open in both");
}

#[test]
fn null_is_not_given() {
    let plan = json!({
        "review": {"framework": "shropshire-2023"}, "dates": null, "regraded": null, "graded_twice": null, "thread": null,
        "dimensions": {"need": null}, "wording": {"F": null, "G": {"training": null}},
    });
    let summary = summary(&[plan]);
    assert!(summary.dimensions.is_empty() && summary.timeliness.no_exception.plans() == 0);
    assert_eq!(summary.wording.keys().collect::<Vec<_>>(), ["G"]);
    assert!(summary.wording["G"].rules.is_empty());
}

#[test]
fn plans_issued_around_twenty_weeks_and_a_year() {
    let counts = |received: &str, issued: &str| {
        let plan = json!({
            "review": {"framework": "shropshire-2023"},
            "dates": {"received": received, "issued": issued},
        });
        let counts = summary(&[plan]).timeliness.no_exception;
        (counts.in_order(), counts.days)
    };
    assert_eq!(counts("2024-01-01", "2024-01-01"), ([1, 0, 0], 0));
    assert_eq!(counts("2024-01-01", "2024-05-20"), ([1, 0, 0], 140));
    assert_eq!(counts("2024-01-01", "2024-05-21"), ([0, 1, 0], 141));
    assert_eq!(counts("2023-06-01", "2024-06-01"), ([0, 1, 0], 366));
    assert_eq!(counts("2023-06-01", "2024-06-02"), ([0, 0, 1], 367));
    // A year after a leap day is the end of its month.
    assert_eq!(counts("2024-02-29", "2025-02-28"), ([0, 1, 0], 365));
    assert_eq!(counts("2024-02-29", "2025-03-01"), ([0, 0, 1], 366));
}

#[test]
fn terms_begin_in_september_january_and_april() {
    let term = |date: &str| {
        let plan = json!({
            "review": {"framework": "shropshire-2023", "review": {"date": date}},
        });
        summary(&[plan]).dimensions["term"].keys().next().unwrap().clone()
    };
    assert_eq!(term("2023-08-31"), "2022-23-summer");
    assert_eq!(term("2023-09-01"), "2023-24-autumn");
    assert_eq!(term("2023-12-31"), "2023-24-autumn");
    assert_eq!(term("2024-01-01"), "2023-24-spring");
    assert_eq!(term("2024-03-31"), "2023-24-spring");
    assert_eq!(term("2024-04-01"), "2023-24-summer");
    assert_eq!(term("2099-09-01"), "2099-00-autumn");
}

/// The phase under which a plan of a year group is counted.
#[track_caller]
fn check_phase(framework: &Arc<Framework>, year_group: i8, expected: &str) {
    let mut summary = Summary::new(framework);
    let plan = json!({"review": {"framework": framework.id(), "plan": {"year_group": year_group}}});
    summary.add(&record(framework, &plan)).unwrap();
    let phases: Vec<&String> = summary.dimensions["phase"].keys().collect();
    assert_eq!(phases, [expected], "{year_group}");
}

#[test]
fn phases_of_year_groups() {
    let framework = Framework::shropshire_2023();
    for year_group in -2..=15 {
        let expected = match year_group {
            ..=0 => "early_years",
            1..=6 => "key_stage_1_2",
            7..=11 => "key_stage_3_4",
            _ => "post_16",
        };
        check_phase(&framework, year_group, expected);
    }
}

/// A phase that a council adds is in samples and in summaries, from one entry.
#[test]
fn a_phase_that_a_framework_changes_moves_in_samples_and_summaries() {
    let text = include_str!("../frameworks/shropshire-2023.json");
    let mut framework: Value = serde_json::from_str(text).unwrap();
    let phases = framework["interpretation"]["sampling"]["phases"].as_array_mut().unwrap();
    phases[2]["id"] = json!("key_stage_3");
    phases[2]["name"] = json!("Key Stage 3");
    let mut fourth = phases[2].clone();
    fourth["id"] = json!("key_stage_4");
    fourth["name"] = json!("Key Stage 4");
    fourth["from_year_group"] = json!(10);
    phases.insert(3, fourth);
    let framework = Arc::new(Framework::from_json(&framework.to_string()).unwrap());
    check_phase(&framework, 9, "key_stage_3");
    check_phase(&framework, 10, "key_stage_4");
    let request = json!({
        "purpose": "strategic", "period": "2024-autumn", "mode": "quota", "quota": 1,
        "plans": [
            {"reference": "P-1", "year_group": 9}, {"reference": "P-2", "year_group": 10},
            {"reference": "P-3", "phase": "key_stage_4"},
        ],
    });
    let draw = Draw::from_json(&framework, &request.to_string()).unwrap();
    let groups: Vec<(&str, usize)> =
        sample(&draw).groups.iter().map(|group| (group.name, group.plans)).collect();
    assert_eq!(
        groups,
        [
            ("Early Years", 0),
            ("Key Stage 1 and 2", 0),
            ("Key Stage 3", 1),
            ("Key Stage 4", 2),
            ("Post 16", 0),
        ]
    );
    // What is counted is read again, and the report has a row and a column for each phase.
    let mut summary = Summary::new(&framework);
    let plan = json!({
        "review": {
            "framework": "shropshire-2023", "plan": {"year_group": 10},
            "sections": {"A": {"descriptors": {"A1": "no"}}},
        },
    });
    summary.add(&record(&framework, &plan)).unwrap();
    let text = serde_json::to_string(&summary).unwrap();
    let summary = Summary::from_json(&framework, &text).unwrap();
    let report = report(&framework, &summary, HiddenBelow::NOTHING);
    let table = |id: &str| report.tables.iter().find(|table| table.id == id).unwrap();
    let rows: Vec<&str> = table("by-phase").rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(
        rows,
        [
            "Early Years",
            "Key Stage 1 and 2",
            "Key Stage 3",
            "Key Stage 4",
            "Post 16",
            "Not known",
            "All plans",
        ]
    );
    let themes = table("themes-A");
    assert_eq!(themes.columns[3].label, "Key Stage 4");
    assert_eq!(themes.rows[0].words, ["0", "0", "0", "1", "0", "0", "1"]);
    let note = report.notes.iter().find(|note| note.place == "Phases").unwrap();
    assert!(
        note.text
            .contains("Key Stage 3 from Year 7 to Year 9, Key Stage 4 from Year 10 to Year 11")
    );
    // A phase that this framework no longer has is unknown.
    let old = text.replace("key_stage_4", "key_stage_3_4");
    let problems = Summary::from_json(&framework, &old).unwrap_err();
    assert_eq!(problems[0].kind.code(), "not_one_of");
}

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
    let small = Arc::new(Framework::from_json(include_str!("small-framework.json")).unwrap());
    let mut one = summary(&two_plans());
    let before = one.clone();
    assert_eq!(one.merge(&Summary::new(&small)).unwrap_err().code(), "wrong_framework");
    let plan = record(&small, &json!({"review": {"framework": small.id()}}));
    assert_eq!(one.add(&plan).unwrap_err().code(), "wrong_framework");
    assert_eq!(one, before);
}

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
    let framework = Framework::shropshire_2023();
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
    let framework = Framework::shropshire_2023();
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
    let framework = Framework::shropshire_2023();
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

fn merged(parts: &[&Summary]) -> Summary {
    let mut all = Summary::new(&Framework::shropshire_2023());
    for part in parts {
        all.merge(part).unwrap();
    }
    all
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
        let framework = Framework::shropshire_2023();
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
