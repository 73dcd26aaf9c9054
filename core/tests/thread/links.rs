//! Links between items, and circles of them.

use ehcp_qa_core::thread::{ThreadPlan, ThreadSection, thread};
use serde_json::{Value, json};

use crate::{COMPLETE, check, check_finding, check_lines, framework, plan};

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
        &format!("{COMPLETE}; x:A > e f").replace("x:A", "x:A"),
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
        &format!("{COMPLETE}; f2:F > b e f; x:A > e k x"),
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
    let items = format!("{COMPLETE}; x:K > b Z9 b Z9");
    check(&items, &["/items/9/links/1 thread-unknown-link"]);
    check_finding(&items, "thread-unknown-link", "x", message, &["Z9"]);
    // Ids differ by case, and those unknown stay in the order of the plan.
    check(
        &format!("{COMPLETE}; x:K > b z B a1"),
        &[
            "/items/9/links/1 thread-unknown-link",
            "/items/9/links/2 thread-unknown-link",
            "/items/9/links/3 thread-unknown-link",
        ],
    );
}

#[test]
fn an_item_without_any_line_is_found_beside_the_rules_that_it_breaks() {
    check(
        &format!("{COMPLETE}; a2:A; k2:K"),
        &["/items/9 thread-orphan", "/items/10 thread-orphan"],
    );
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
        &format!("{COMPLETE}; a2:A > Z"),
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
