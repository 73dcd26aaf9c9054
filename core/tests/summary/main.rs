//! Summaries counted by hand, properties of any summary, and documents that are not summaries.

mod bounds;
mod counts;
mod families;
mod merging;
mod problems;

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{Summary, SummaryRecord};
use serde_json::{Value, json};

fn record(framework: &Arc<Framework>, record: &Value) -> SummaryRecord {
    SummaryRecord::from_json(framework, &record.to_string()).unwrap()
}

fn summary(records: &[Value]) -> Summary {
    let framework = Framework::built_in();
    let mut summary = Summary::new(&framework);
    for plan in records {
        summary.add(&record(&framework, plan)).unwrap();
    }
    summary
}

/// Expects problems, each as its place and its code.
#[track_caller]
fn check_problems(text: &str, expected: &[(&str, &str)]) {
    let problems = SummaryRecord::from_json(&Framework::built_in(), text).unwrap_err();
    let found: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn check_summary_problems(summary: &Value, expected: &[(&str, &str)]) {
    let framework = Framework::built_in();
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

fn merged(parts: &[&Summary]) -> Summary {
    let mut all = Summary::new(&Framework::built_in());
    for part in parts {
        all.merge(part).unwrap();
    }
    all
}
