//! The figures of a report, ready to print.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Summary, report};
use serde_json::json;

use crate::{all, check, graded, issued, page, parse, scores, shown, term, text};

/// Halves of a per cent are rounded up: 1 of 8 is 12.5, and 3 of 40 are 7.5.
#[test]
fn shares_are_rounded_to_whole_per_cent() {
    let per_cent = |counts: [u32; 4]| {
        let plans = counts.iter().sum();
        let mut terms = term();
        for part in ["sections", "descriptors", "wording"] {
            terms[part] = json!({});
        }
        terms["thread"] = json!({"looked_at": 0, "rules": {}});
        terms["agreement"] = json!({"matrix": vec![vec![0; 4]; 4]});
        terms["regraded"] = json!({
            "outstanding": scores([0; 4]), "good": scores([0; 4]),
            "requires_improvement": scores([0; 4]), "inadequate": scores([0; 4]),
        });
        terms["timeliness"] =
            json!({"no_exception": issued([0; 3], 0), "exception_claimed": issued([0; 3], 0)});
        terms["all"] = graded(plans, counts);
        terms["dimensions"] = json!({"term": {"2023-24-autumn": graded(plans, counts)}});
        let framework = Framework::built_in();
        let summary = Summary::from_json(&framework, &terms.to_string()).unwrap();
        report(&framework, &summary, HiddenBelow::NOTHING).good_share.as_ref().unwrap().rows[0]
            .per_cent
    };
    assert_eq!(per_cent([0, 1, 7, 0]), Some(13));
    assert_eq!(per_cent([1, 2, 37, 0]), Some(8));
    assert_eq!(per_cent([2, 0, 1, 0]), Some(67));
    assert_eq!(per_cent([0, 0, 3, 0]), Some(0));
}

#[test]
fn whatever_the_period_is_called_it_is_text() {
    let hostile = "</title><script>alert(1)</script>&\"'\u{1}";
    let page = page(&term(), hostile);
    assert!(!page.contains("<script"));
    let document = parse(&page);
    let title = text(all(document.root_element(), "h1")[0]);
    assert!(title.ends_with("</title><script>alert(1)</script>&\"'\u{fffd}"), "{title}");
}

#[test]
fn plans_after_an_order_have_a_table_of_their_own() {
    let ordered = |in_time: u32| {
        let mut summary = term();
        summary["timeliness"]["after_order"] =
            json!({"in_time": in_time, "exception_claimed": 0, "late": 5, "not_judged": 0});
        shown(&summary)
    };
    // 24 of 40 were issued in the time from the request or later, and 11 after an order: 5 are left.
    let report = ordered(6);
    check(&report, "orders", &[("issued", "6 0 5 0 11")]);
    let measure = report.measures.iter().find(|measure| measure.id == "in_time").unwrap();
    assert_eq!(measure.words, "50 % (12 of 24)");
    // With 12, 4 would be left: neither table may say how many were issued.
    let report = ordered(7);
    check(&report, "orders", &[("issued", "c c c c c")]);
    let table = report.tables.iter().find(|table| table.id == "timeliness").unwrap();
    assert!(table.rows.iter().flat_map(|row| &row.counts).all(Option::is_none));
    // Few of them are hidden by themselves.
    let mut few = term();
    few["timeliness"]["after_order"] =
        json!({"in_time": 2, "exception_claimed": 1, "late": 0, "not_judged": 0});
    let report = shown(&few);
    check(&report, "orders", &[("issued", "c c c c c")]);
    let measure = report.measures.iter().find(|measure| measure.id == "in_time").unwrap();
    assert_eq!(measure.words, "50 % (12 of 24)");
    assert!(!shown(&term()).tables.iter().any(|table| table.id == "orders"));
}
