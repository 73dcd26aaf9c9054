//! The golden thread: lines, rules and findings, worked out by hand.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::framework::ThreadBuiltIn;
use ehcp_qa_core::law::{PlanSection, SectionPurpose};
use ehcp_qa_core::thread::{
    MOST_LINES, MOST_OF_A_RULE, Thread, ThreadKind, ThreadPlan, ThreadSection, thread,
};
use proptest::prelude::*;
use serde_json::{Value, json};

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
    Framework::shropshire_2023()
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
const WHOLE: &str =
    "a:A; k:K; e:E > a; b:B > k f e; c:C > k g e; d:D > k h e; f:F > e; g:G > e; h:H1 > e";

#[test]
fn a_complete_thread_has_no_findings() {
    check(WHOLE, &[]);
    check("", &[]);
    // H2 will do as well as H1.
    check("a:A; k:K; e:E > a; d:D > k h e; h:H2 > e", &[]);
}

#[test]
fn each_rule_fires_and_only_the_right_section_clears_it() {
    check("a:A; k:K; e:E > a; b:B > k e g; g:G > e", &["/items/3 thread-need-without-provision"]);
    check(
        "a:A; k:K; e:E > a; c:C > k e f; f:F > e",
        &["/items/3 thread-health-need-without-provision"],
    );
    check(
        "a:A; k:K; e:E > a; d:D > k e f; f:F > e",
        &["/items/3 thread-social-care-need-without-provision"],
    );
    let need = "a:A; k:K; e:E > a; b:B > k f e; f:F > e";
    check(need, &[]);
    check(
        "a:A; k:K; e:E > a; b:B > k f; f:F > e",
        &["/items/3 thread-need-without-outcome", "/items/2 thread-outcome-without-need"],
    );
    check(&format!("{WHOLE}; f2:F > e"), &["/items/9 thread-provision-without-need"]);
    check(&format!("{WHOLE}; f2:F > b"), &["/items/9 thread-provision-without-outcome"]);
    check(&format!("{WHOLE}; e2:E > b"), &["/items/9 thread-outcome-without-aspiration"]);
    check(&format!("{WHOLE}; e2:E > a"), &["/items/9 thread-outcome-without-need"]);
    check(&format!("{WHOLE}; b2:B > f e"), &["/items/9 thread-need-without-advice"]);
    check(&format!("{WHOLE}; b2:B > f e k"), &[]);
}

/// Every section but those of the placement and the budget has a part in the thread.
#[test]
fn the_section_of_an_item_decides_its_kind() {
    let mut sections: Vec<_> = ThreadSection::ALL.iter().map(|section| section.of_plan()).collect();
    sections.sort_unstable();
    let mut expected = PlanSection::ALL.to_vec();
    expected.retain(|section| !matches!(section, PlanSection::I | PlanSection::J));
    assert_eq!(sections, expected);
    for section in ThreadSection::ALL {
        assert_eq!(section.word(), section.of_plan().word());
        let purpose = match section.kind() {
            ThreadKind::Aspiration => SectionPurpose::Aspirations,
            ThreadKind::Advice => SectionPurpose::Advice,
            ThreadKind::Need => SectionPurpose::Need,
            ThreadKind::Provision => SectionPurpose::Provision,
            ThreadKind::Outcome => SectionPurpose::Outcome,
        };
        assert_eq!(section.of_plan().purpose(), purpose, "{}", section.word());
    }
}

/// Every rule that the framework defines fires on an item without lines, in each of its sections and in
/// no other, and is cleared by a line to any of the sections at its other end.
#[test]
fn every_rule_of_the_framework_fires_and_is_cleared() {
    let framework = framework();
    let rules = framework.interpretation().thread.unwrap().rules;
    assert_eq!(rules.len(), 13);
    let mut tried = 0;
    for rule in &rules {
        let (Some(of), Some(to)) = (&rule.of, &rule.to) else {
            assert!(ThreadBuiltIn::from_word(&rule.id).is_some(), "{}", rule.id);
            continue;
        };
        tried += 1;
        for section in ThreadSection::ALL {
            let alone = plan(&format!("x:{}", section.word()));
            let fires = thread(&framework, &alone).findings.iter().any(|f| f.rule == rule.id);
            assert_eq!(fires, of.contains(section), "{} {section:?}", rule.id);
            for other in ThreadSection::ALL.iter().filter(|_| fires) {
                let joined = plan(&format!("x:{} > y; y:{}", section.word(), other.word()));
                let thread = thread(&framework, &joined);
                let found = thread.findings.iter().find(|f| f.rule == rule.id && f.item == "x");
                assert_eq!(found.is_none(), to.contains(other), "{} {other:?}", rule.id);
                let said = rule.message.as_ref().unwrap().replace("{id}", "x");
                assert!(found.is_none_or(|found| found.message == said && found.at == "/items/0"));
            }
        }
    }
    assert_eq!(tried, 9);
    assert_eq!(rules.len() - tried, ThreadBuiltIn::ALL.len());
    let checks = framework.interpretation().checks;
    assert!(rules.iter().all(|rule| checks.iter().all(|check| check.id != rule.id)));
}

/// Every cited place exists: the sections and descriptors of the framework by their numbers.
#[test]
fn the_places_that_rules_cite_are_in_the_framework() {
    let framework = framework();
    let document = framework.document();
    let thread = document.interpretation.thread.unwrap();
    let mut places = vec!["Golden thread".to_owned()];
    for section in &document.wording.sections {
        for number in 1..=section.descriptors.len() {
            places.push(format!("Section {}, descriptor {number}", section.id));
        }
    }
    for number in 1..=document.wording.overall.descriptors.len() {
        places.push(format!("Overall quality of the EHCP, descriptor {number}"));
    }
    for part in &document.wording.annex_a.as_ref().unwrap().sections {
        if let (Some(section), false) = (&part.section, part.prompts.is_empty()) {
            places.push(format!("Annex A, Section {section}"));
        }
    }
    let of_rules = thread.rules.iter().flat_map(|rule| &rule.cites);
    let mut count = 0;
    for cite in thread.joins.iter().flat_map(|join| &join.cites).chain(of_rules) {
        assert!(places.contains(&cite.place), "{}", cite.place);
        count += 1;
    }
    assert!(count > 50);
    assert!(thread.rules.iter().all(|rule| !rule.cites.is_empty()));
}

#[test]
fn messages() {
    let finds = |items, rule, message| check_finding(items, rule, "x.1", message, &[]);
    finds("x.1:B", "thread-need-without-provision", "x.1 has no provision in Section F.");
    finds("x.1:C", "thread-health-need-without-provision", "x.1 has no provision in Section G.");
    finds(
        "x.1:D",
        "thread-social-care-need-without-provision",
        "x.1 has no provision in Section H1 or H2.",
    );
    finds("x.1:C", "thread-need-without-outcome", "x.1 has no outcome.");
    finds("x.1:H2", "thread-provision-without-need", "x.1 answers no need.");
    finds("x.1:G", "thread-provision-without-outcome", "x.1 supports no outcome.");
    finds("x.1:E", "thread-outcome-without-aspiration", "x.1 answers no aspiration.");
    finds("x.1:E", "thread-outcome-without-need", "x.1 answers no need.");
    finds("x.1:D", "thread-need-without-advice", "x.1 rests on no advice.");
    finds("x.1:K", "thread-orphan", "x.1 has no line to any other item.");
}

#[test]
fn a_line_may_be_stated_from_either_end_or_both() {
    let expected = &[("a", "e"), ("b", "e")];
    check_lines("a:A > e; b:B; e:E > b", expected);
    check_lines("a:A; b:B > e e; e:E > a b", expected);
    // The end whose kind comes first comes first, wherever it stands.
    check_lines("e:E > a b; b:B > e; a:A", &[("b", "e"), ("a", "e")]);
}

/// The pairs that make sense, worked out from the document, against all that there are.
#[test]
fn only_kinds_that_belong_together_are_joined() {
    let makes_sense = |a: &str, b: &str| {
        let is = |kinds: &str, section: &str| kinds.split(' ').any(|kind| kind == section);
        let joins = [
            ("A", "E B C D"),
            ("B C D", "F G H1 H2"),
            ("B C D", "E"),
            ("F G H1 H2", "E"),
            ("K", "B C D F G H1 H2 E"),
        ];
        joins.iter().any(|(from, to)| is(from, a) && is(to, b) || is(from, b) && is(to, a))
    };
    let mut count = 0;
    for a in ThreadSection::WORDS {
        for b in ThreadSection::WORDS {
            let (framework, plan) = (framework(), plan(&format!("x:{a} > y; y:{b}")));
            let thread = thread(&framework, &plan);
            let senseless =
                thread.findings.iter().filter(|f| f.rule == "thread-senseless-link").count();
            assert_eq!(thread.lines.len(), usize::from(makes_sense(a, b)), "{a} {b}");
            assert_eq!(senseless, usize::from(!makes_sense(a, b)), "{a} {b}");
            count += thread.lines.len();
        }
    }
    // 4 + 12 + 3 + 4 + 8 pairs, either way round.
    assert_eq!(count, 62);
}

#[test]
fn links_that_make_no_sense_are_found_once_and_draw_nothing() {
    let rule = "thread-senseless-link";
    let joins = "f is linked to a, but no line joins Section F and Section A.";
    check_finding(
        &format!("{WHOLE}; x:A > e f").replace("x:A", "x:A"),
        rule,
        "x",
        "x is linked to f, but no line joins Section A and Section F.",
        &["f"],
    );
    check_finding(
        "a:A > f; f:F > a a",
        rule,
        "a",
        "a is linked to f, but no line joins Section A and Section F.",
        &["f"],
    );
    check_finding("a:A; f:F > a", rule, "f", joins, &["a"]);
    check_finding(
        "b:B; c:B > b",
        rule,
        "c",
        "c is linked to b, but no line joins two items of Section B.",
        &["b"],
    );
    check_finding(
        "g:G; h:H1 > g",
        rule,
        "h",
        "h is linked to g, but no line joins Section H1 and Section G.",
        &["g"],
    );
    check_finding("b:B > b b", rule, "b", "b is linked to itself.", &["b"]);
    check(
        &format!("{WHOLE}; f2:F > b e f; x:A > e k x"),
        &[
            "/items/9/links/2 thread-senseless-link",
            "/items/10/links/1 thread-senseless-link",
            "/items/10/links/2 thread-senseless-link",
        ],
    );
}

#[test]
fn links_to_missing_items() {
    let message = "x is linked to an item that is not in the plan.";
    let items = format!("{WHOLE}; x:K > b Z9 b Z9");
    check(&items, &["/items/9/links/1 thread-unknown-link"]);
    check_finding(&items, "thread-unknown-link", "x", message, &["Z9"]);
    // Ids differ by case, and those unknown stay in the order of the plan.
    check(
        &format!("{WHOLE}; x:K > b z B a1"),
        &[
            "/items/9/links/1 thread-unknown-link",
            "/items/9/links/2 thread-unknown-link",
            "/items/9/links/3 thread-unknown-link",
        ],
    );
}

#[test]
fn an_item_without_any_line_is_found_beside_the_rules_that_it_breaks() {
    check(&format!("{WHOLE}; a2:A; k2:K"), &["/items/9 thread-orphan", "/items/10 thread-orphan"]);
    check(
        "b:B",
        &[
            "/items/0 thread-need-without-provision",
            "/items/0 thread-need-without-outcome",
            "/items/0 thread-need-without-advice",
            "/items/0 thread-orphan",
        ],
    );
    // A link that joins nothing is no line.
    check(
        &format!("{WHOLE}; a2:A > Z"),
        &["/items/9/links/0 thread-unknown-link", "/items/9 thread-orphan"],
    );
}

#[test]
fn links_that_lead_round_in_a_circle() {
    // To itself and there and back are no circles, nor is a line stated from both ends on the way.
    check(
        "b:B > b",
        &[
            "/items/0 thread-need-without-provision",
            "/items/0 thread-need-without-outcome",
            "/items/0 thread-need-without-advice",
            "/items/0/links/0 thread-senseless-link",
            "/items/0 thread-orphan",
        ],
    );
    check("a:A; k:K > b; e:E > a b f; b:B > e k f; f:F > b e", &[]);
    let circle = "a:A; k:K; e:E > a b; b:B > f k; f:F > e";
    check(circle, &["/items/2 thread-reference-cycle"]);
    let message = "Links lead from e by way of 2 other items back to it.";
    check_finding(circle, "thread-reference-cycle", "e", message, &["b", "f"]);
    // One line stated from both ends opens it.
    check("a:A; k:K; e:E > a b; b:B > f k e; f:F > e", &[]);
    // Two circles that share no item are two, and that between them is in neither.
    check(
        "a:A; k:K; e:E > a b; b:B > f k e2; f:F > e; e2:E > a b2; b2:B > f2 k; f2:F > e2",
        &["/items/2 thread-reference-cycle", "/items/5 thread-reference-cycle"],
    );
}

#[test]
fn a_circle_breaks_no_item() {
    let (framework, plan) = (framework(), plan("a:A; k:K; e:E > a b; b:B > f k; f:F > e"));
    let thread = thread(&framework, &plan);
    assert!(thread.counts.iter().all(|count| count.unbroken == Some(count.items)));
}

/// A ring through all items that a plan may have.
#[test]
fn a_ring_of_ten_thousand_items() {
    let sections = ["B", "F"];
    let items: Vec<Value> = (0..10_000)
        .map(|n| {
            let next = format!("i{}", (n + 1) % 10_000);
            json!({"id": format!("i{n}"), "section": sections[n % 2], "text": "", "links": [next]})
        })
        .collect();
    let plan = ThreadPlan::from_json(&json!({"items": items}).to_string()).unwrap();
    let framework = framework();
    let thread = thread(&framework, &plan);
    assert_eq!(thread.lines.len(), 10_000);
    let circle = thread.findings.last().unwrap();
    assert_eq!((circle.rule, circle.item), ("thread-reference-cycle", "i0"));
    assert_eq!(circle.message, "Links lead from i0 by way of 9999 other items back to it.");
    assert_eq!(circle.others.len(), 9_999);
    // Each need without outcome and advice, each provision without outcome, and the circle: of a rule 500 are listed.
    assert_eq!((thread.findings.len(), thread.more), (1_501, 13_500));
    // Items whose findings are not listed are broken all the same.
    assert!(thread.counts.iter().all(|count| count.unbroken == Some(0)));
}

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

#[test]
fn counts_of_complete_threads() {
    let text = include_str!("thread-plan.json");
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
    let mut value: Value = serde_json::from_str(ehcp_qa_core::framework::SHROPSHIRE_2023).unwrap();
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
