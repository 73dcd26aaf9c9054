//! Problems of a plan of items.

use ehcp_qa_core::thread::{ThreadPlan, ThreadSection, thread};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::framework;

#[track_caller]
fn check_problems(document: &Value, expected: &[(&str, &str)]) {
    check_text(&document.to_string(), expected);
}

#[track_caller]
fn check_text(document: &str, expected: &[(&str, &str)]) {
    let problems = ThreadPlan::from_json(document).unwrap_err();
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected: Vec<String> = expected.iter().map(|(at, what)| format!("{at}: {what}")).collect();
    assert_eq!(found, expected);
}

const NOT_AN_ID: &str = "An id is 1 to 64 letters, digits, hyphens, underscores or full stops.";

#[test]
fn problems_of_a_plan_all_at_once() {
    // As text, because the order of fields is that of the problems.
    let text = [
        r#"{"items": [{"id": "a", "section": "I", "text": "x", "links": ["b c", "ok", 3]},
            {"id": "a", "section": "B", "text": ""#,
        &"é".repeat(20_001),
        r#""}, {"id": "", "text": 3, "colour": "red"}], "more": 1}"#,
    ];
    check_text(
        &text.concat(),
        &[
            ("/items/0/section", "This must be one of: A, K, B, C, D, F, G, H1, H2, E."),
            ("/items/0/links/0", NOT_AN_ID),
            ("/items/0/links/2", "This must be text."),
            (
                "/items/1/text",
                "This text is too long: it has 20001 characters, and at most 20000 are kept.",
            ),
            ("/items/2/id", NOT_AN_ID),
            ("/items/2/text", "This must be text."),
            ("/items/2/colour", "This field is not known here."),
            ("/items/2/section", "This field is required."),
            ("/more", "This field is not known here."),
            ("/items/1/id", "This id is there already: it can stand only once."),
        ],
    );
    check_problems(&json!({}), &[("/items", "This field is required.")]);
    check_problems(&json!({"items": {}}), &[("/items", "This must be a list.")]);
    let long = "é".repeat(20_000);
    let fits = json!({"items": [{"id": "x".repeat(64), "section": "B", "text": long}]});
    assert!(ThreadPlan::from_json(&fits.to_string()).is_ok());
    check_problems(
        &json!({"items": [{"id": "x".repeat(65), "section": "B", "text": ""}]}),
        &[("/items/0/id", NOT_AN_ID)],
    );
}

#[test]
fn lists_that_are_too_long() {
    let items = |count: usize| {
        let item = |n| json!({"id": format!("i{n}"), "section": "B", "text": ""});
        json!({"items": (0..count).map(item).collect::<Vec<_>>()})
    };
    assert_eq!(ThreadPlan::from_json(&items(10_000).to_string()).unwrap().items.len(), 10_000);
    let many = "There are too many of these: at most 10000 are read.";
    check_problems(&items(10_001), &[("/items", many)]);
    let links = |count: usize| json!({"items": [{"id": "a", "section": "B", "text": "", "links": vec!["b"; count]}]});
    assert!(ThreadPlan::from_json(&links(1_000).to_string()).is_ok());
    let many = "There are too many of these: at most 1000 are read.";
    check_problems(&links(1_001), &[("/items/0/links", many)]);
}

#[test]
fn no_text_of_a_plan_is_repeated_in_a_problem() {
    let text = r#"{"items": [{"id": "Amira Khan", "section": "Amira", "text": ["Amira"],
        "links": ["Amira K"], "Amira is": 1}]}"#;
    for problem in ThreadPlan::from_json(text).unwrap_err() {
        assert!(!serde_json::to_string(&problem).unwrap().contains("Amira"));
    }
}

prop_compose! {
    /// Any plan of a few items, with links to known and to unknown ids.
    fn any_plan()(
        items in prop::collection::vec(
            (
                prop::sample::select(ThreadSection::WORDS),
                ".{0,40}",
                prop::collection::vec(0..16usize, 0..6),
            ),
            0..14,
        )
    ) -> String {
        let items: Vec<Value> = items
            .iter()
            .enumerate()
            .map(|(n, (section, text, links))| {
                let links: Vec<String> = links.iter().map(|link| format!("i{link}")).collect();
                json!({"id": format!("i{n}"), "section": section, "text": text, "links": links})
            })
            .collect();
        json!({"items": items}).to_string()
    }
}

proptest! {
    #[test]
    fn any_plan_has_a_thread_that_points_into_it(text in any_plan()) {
        let value: Value = serde_json::from_str(&text).unwrap();
        let (framework, plan) = (framework(), ThreadPlan::from_json(&text).unwrap());
        let found = thread(&framework, &plan);
        let is_known = |id: &str| plan.items.iter().any(|item| &*item.id == id);
        let mut seen = Vec::new();
        for line in &found.lines {
            prop_assert!(is_known(line.from) && is_known(line.to) && line.from != line.to);
            let mut ends = [line.from, line.to];
            ends.sort_unstable();
            prop_assert!(!seen.contains(&ends));
            seen.push(ends);
        }
        for finding in &found.findings {
            prop_assert!(is_known(finding.item));
            let at = value.pointer(&finding.at);
            prop_assert!(at.is_some(), "{}", finding.at);
            let item = finding.at.split('/').nth(2).unwrap();
            prop_assert_eq!(&value["items"][item.parse::<usize>().unwrap()]["id"], finding.item);
            let has_slot = finding.message.contains('{');
            prop_assert!(!has_slot);
        }
        let total: usize = found.counts.iter().map(|count| count.items).sum();
        prop_assert_eq!(total, plan.items.len());
        prop_assert_eq!(&found, &thread(&framework, &plan));
    }

    /// Items are in one circle when references lead from each to the other, found by brute force.
    #[test]
    fn circles_are_those_found_by_brute_force(text in any_plan()) {
        let (framework, plan) = (framework(), ThreadPlan::from_json(&text).unwrap());
        let count = plan.items.len();
        let number = |id: &ehcp_qa_core::Id| plan.items.iter().position(|item| item.id == *id);
        let mut refers = vec![vec![false; count]; count];
        for (n, item) in plan.items.iter().enumerate() {
            for other in item.links.iter().flatten().filter_map(number) {
                refers[n][other] = n != other;
            }
        }
        let stated = refers.clone();
        for (a, from) in refers.iter_mut().enumerate() {
            for (b, refers) in from.iter_mut().enumerate() {
                *refers &= !stated[b][a];
            }
        }
        for by in 0..count {
            let onward = refers[by].clone();
            for from in refers.iter_mut().filter(|from| from[by]) {
                for (refers, onward) in from.iter_mut().zip(&onward) {
                    *refers |= onward;
                }
            }
        }
        let mut expected: Vec<Vec<&str>> = Vec::new();
        for (a, from) in refers.iter().enumerate() {
            let circle: Vec<&str> = (0..count)
                .filter(|&b| a == b || from[b] && refers[b][a])
                .map(|b| &*plan.items[b].id)
                .collect();
            if circle.len() > 2 && !expected.contains(&circle) {
                expected.push(circle);
            }
        }
        let found = thread(&framework, &plan);
        let found = found.findings.iter().filter(|f| f.rule == "thread-reference-cycle");
        let found: Vec<Vec<&str>> =
            found.map(|f| [&[f.item][..], &f.others].concat()).collect();
        prop_assert_eq!(found, expected);
    }
}
