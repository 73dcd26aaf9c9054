//! Threads of the largest size.

use ehcp_qa_core::thread::{MOST_LINES, MOST_OF_A_RULE, ThreadPlan, ThreadSection, thread};
use serde_json::{Value, json};

use crate::framework;

/// As many links as a document has room for, all to the same few items.
#[test]
fn ten_thousand_items_with_hundreds_of_thousands_of_links() {
    let ids: Vec<String> = (0..10_000).map(|n| n.to_string()).collect();
    let items: Vec<Value> = (0..10_000)
        .map(|n| {
            let section = ThreadSection::WORDS[n % ThreadSection::WORDS.len()];
            let links: Vec<&String> = (0..20).map(|k| &ids[(n * 7 + k * 331) % 10_000]).collect();
            json!({"id": ids[n], "section": section, "text": "", "links": links})
        })
        .collect();
    let text = json!({"items": items}).to_string();
    assert!((1_500_000..2_000_000).contains(&text.len()), "{}", text.len());
    let plan = ThreadPlan::from_json(&text).unwrap();
    let framework = framework();
    let thread = thread(&framework, &plan);
    assert_eq!(thread.items.len(), 10_000);
    assert!(thread.lines.len() > 50_000);
}

/// Links that lead nowhere: what goes out does not grow with them.
#[test]
fn a_quarter_of_a_million_links_to_nothing() {
    let links: Vec<String> = (0..1_000).map(|n| format!("x{n:x}")).collect();
    let items: Vec<Value> = (0..250)
        .map(|n| json!({"id": format!("i{n}"), "section": "B", "text": "", "links": links}))
        .collect();
    let plan = ThreadPlan::from_json(&json!({"items": items}).to_string()).unwrap();
    let framework = framework();
    let thread = thread(&framework, &plan);
    // Beside the links, each need lacks provision, an outcome and advice, and is an orphan.
    assert_eq!(thread.findings.len() + thread.more, 250_000 + 4 * 250);
    assert_eq!(thread.findings.len(), MOST_OF_A_RULE + 4 * 250);
    assert!(serde_json::to_string(&thread).unwrap().len() < 2_000_000);
}

/// More lines than are listed: a line between each need and each outcome of many.
#[test]
fn lines_are_listed_up_to_a_bound() {
    let links: Vec<String> = (0..1_000).map(|n| format!("e{n:x}")).collect();
    let needs = (0..101)
        .map(|n| json!({"id": format!("b{n}"), "section": "B", "text": "", "links": links}));
    let outcomes = links.iter().map(|id| json!({"id": id, "section": "E", "text": ""}));
    let items: Vec<Value> = needs.chain(outcomes).collect();
    let plan = ThreadPlan::from_json(&json!({"items": items}).to_string()).unwrap();
    let framework = framework();
    let thread = thread(&framework, &plan);
    assert_eq!((thread.lines.len(), thread.more_lines), (MOST_LINES, 1_000));
}
