//! The figures of a report, ready to print.

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Summary, report};
use serde_json::json;

use crate::{all, graded, issued, page, parse, scores, term, text};

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
