//! Counts and results.

use ehcp_qa_core::Framework;
use ehcp_qa_core::thread::{Thread, ThreadPlan, thread};
use serde_json::{Value, json};

use crate::{framework, plan};

#[test]
fn counts_of_complete_threads() {
    let text = include_str!("../thread-plan.json");
    let (framework, plan) = (framework(), ThreadPlan::from_json(text).unwrap());
    let thread = thread(&framework, &plan);
    let counts: Vec<_> =
        thread.counts.iter().map(|c| (c.kind.word(), c.items, c.unbroken.unwrap())).collect();
    // Broken are A3 and F3, which nothing is linked to, B3 without provision, D1 without advice, and E3
    // without an aspiration.
    let expected = [
        ("aspiration", 3, 2),
        ("advice", 3, 3),
        ("need", 5, 3),
        ("provision", 5, 4),
        ("outcome", 3, 2),
    ];
    assert_eq!(counts, expected);
    assert_eq!(thread.not_checked, [""; 0]);
}

#[test]
fn the_result_as_json() {
    let (framework, plan) = (framework(), plan("a:A; k:K > Z f; f:F"));
    let value = serde_json::to_value(thread(&framework, &plan)).unwrap();
    assert_eq!(value["lines"], json!([{"from": "k", "to": "f"}]));
    assert_eq!(value["items"][1], json!({"id": "k", "section": "K", "kind": "advice", "text": ""}));
    assert_eq!(value["counts"][0], json!({"kind": "aspiration", "items": 1, "unbroken": 0}));
    let found = value["findings"].as_array().unwrap();
    let unknown = found.iter().find(|found| found["rule"] == "thread-unknown-link").unwrap();
    assert_eq!(
        *unknown,
        json!({
            "rule": "thread-unknown-link",
            "severity": "warning",
            "item": "k",
            "at": "/items/1/links/0",
            "message": "k is linked to an item that is not in the plan.",
            "mark": "link to an unknown item",
            "why": "A link to something that is not in the plan joins nothing.",
            "clear": "Correct the id, or add the item it names.",
            "cites": [
                {"basis": "framework", "place": "Overall quality of the EHCP, descriptor 3"},
                {"basis": "interpretation", "place": "Golden thread"},
            ],
            "others": ["Z"],
        })
    );
}

#[test]
fn a_framework_without_the_thread_lists_the_checks_not_made() {
    let mut value: Value = serde_json::from_str(ehcp_qa_core::framework::FRAMEWORK).unwrap();
    value["interpretation"].as_object_mut().unwrap().remove("thread");
    let without = Framework::from_json(&value.to_string()).unwrap();
    let plan = plan("a:A > k; k:K > Z; b:B");
    let found: Thread = thread(&without, &plan);
    assert!(found.findings.is_empty());
    assert_eq!(
        found.not_checked,
        [
            "thread-rules",
            "thread-unknown-link",
            "thread-senseless-link",
            "thread-orphan",
            "thread-reference-cycle"
        ]
    );
    assert!(found.counts.iter().all(|count| count.unbroken.is_none()));
    // The allowed joins are not known, so every stated link is drawn.
    assert_eq!(found.lines.len(), 1);
}
