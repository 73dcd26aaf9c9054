//! The golden thread: lines, rules and findings, worked out by hand.

mod links;
mod problems;
mod results;
mod rules;
mod size;

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::thread::{ThreadPlan, thread};
use serde_json::json;

/// Items written as `id:section > links`, with semicolons between them.
fn plan(items: &str) -> ThreadPlan {
    let mut list = Vec::new();
    for item in items.split(';').map(str::trim).filter(|item| !item.is_empty()) {
        let (head, links) = item.split_once('>').unwrap_or((item, ""));
        let (id, section) = head.trim().split_once(':').unwrap();
        let links: Vec<&str> = links.split_whitespace().collect();
        list.push(json!({"id": id, "section": section, "text": "", "links": links}));
    }
    ThreadPlan::from_json(&json!({"items": list}).to_string()).unwrap()
}

fn framework() -> Arc<Framework> {
    Framework::built_in()
}

/// Expects the findings, each as `pointer rule`, in their order.
#[track_caller]
fn check(items: &str, expected: &[&str]) {
    let (framework, plan) = (framework(), plan(items));
    let thread = thread(&framework, &plan);
    let found: Vec<String> =
        thread.findings.iter().map(|found| format!("{} {}", found.at, found.rule)).collect();
    assert_eq!(found, expected, "{items}");
}

/// Expects one of the findings to say this, about this item and these others.
#[track_caller]
fn check_finding(items: &str, rule: &str, item: &str, message: &str, others: &[&str]) {
    let (framework, plan) = (framework(), plan(items));
    let thread = thread(&framework, &plan);
    let found: Vec<_> = thread.findings.iter().filter(|found| found.rule == rule).collect();
    assert_eq!(found.len(), 1, "{items}");
    assert_eq!((found[0].item, found[0].message.as_str()), (item, message));
    assert_eq!(found[0].others, others);
}

#[track_caller]
fn check_lines(items: &str, expected: &[(&str, &str)]) {
    let (framework, plan) = (framework(), plan(items));
    let thread = thread(&framework, &plan);
    let found: Vec<_> = thread.lines.iter().map(|line| (line.from, line.to)).collect();
    assert_eq!(found, expected, "{items}");
}

/// A need of each section, with everything that the rules require of it.
const COMPLETE: &str =
    "a:A; k:K; e:E > a; b:B > k f e; c:C > k g e; d:D > k h e; f:F > e; g:G > e; h:H1 > e";
