//! What a summary counts.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::sample::{Draw, sample};
use ehcp_qa_core::summary::{HiddenBelow, Summary, report};
use serde_json::{Value, json};

use crate::{record, summary, two_plans};

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
        // Beside the one plan with a setting stands the need of both.
        "beside": {
            "need": {"setting": {"autism": {"value": "special", "plans": 1, "several": false}}},
            "setting": {"need": {"special": {"value": "autism", "plans": 1, "several": false}}},
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

/// Regulation 44(2)(b)(ii) and (c)(ii) of the SEND Regulations 2014: 14 weeks from an order to assess, which are 98
/// days, and 11 from one to make a plan, which are 77. The 20 weeks from the request do not apply.
#[test]
fn plans_issued_after_an_order_are_counted_by_its_time() {
    let counts = |order: Value, issued: &str| {
        let mut order = order;
        order["made"] = json!("2024-01-01");
        let plan = json!({
            "review": {"framework": "shropshire-2023"},
            "dates": {"received": "2023-01-01", "order": order, "issued": issued},
        });
        let timeliness = summary(&[plan]).timeliness;
        let ordered = timeliness.after_order.map(|ordered| ordered.in_order());
        (ordered, timeliness.no_exception.plans())
    };
    let assess = || json!({"kind": "assess"});
    assert_eq!(counts(assess(), "2024-04-08"), (Some([1, 0, 0, 0]), 0));
    assert_eq!(counts(assess(), "2024-04-09"), (Some([0, 0, 1, 0]), 0));
    let make = || json!({"kind": "make_plan"});
    assert_eq!(counts(make(), "2024-03-18"), (Some([1, 0, 0, 0]), 0));
    assert_eq!(counts(make(), "2024-03-19"), (Some([0, 0, 1, 0]), 0));
    let excepted = json!({"kind": "make_plan", "exception": "absence"});
    assert_eq!(counts(excepted, "2024-03-19"), (Some([0, 1, 0, 0]), 0));
    // Regulation 42(2): a mediation agreement has the same times. An order may set a day of its own.
    let agreed = json!({"kind": "assess", "by": "mediation"});
    assert_eq!(counts(agreed, "2024-04-08"), (Some([1, 0, 0, 0]), 0));
    let own = json!({"kind": "make_plan", "due": "2024-02-01"});
    assert_eq!(counts(own, "2024-02-02"), (Some([0, 0, 1, 0]), 0));
    // A decision that is considered again has no time for a plan, and a plan before the order is not its plan.
    assert_eq!(counts(json!({"kind": "reconsider"}), "2024-02-01"), (Some([0, 0, 0, 1]), 0));
    assert_eq!(counts(make(), "2023-12-01"), (Some([0, 0, 0, 1]), 0));
    // An order to amend is about a plan that there is: it was issued within a year of the request.
    assert_eq!(counts(json!({"kind": "amend"}), "2023-12-01"), (None, 1));
    // Without a plan nothing was issued.
    let open = json!({
        "review": {"framework": "shropshire-2023"},
        "dates": {"order": {"kind": "assess", "made": "2024-01-01"}},
    });
    assert_eq!(summary(&[open]).timeliness.after_order, None);
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
    let framework = Framework::built_in();
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
    let text = include_str!("../../frameworks/shropshire-2023.json");
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
