//! The shown counts of a summary, worked out by hand.

mod csv;
mod families;
mod figures;
mod first;
mod page;
mod tables;

use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{HiddenBelow, Report, Summary, report, to_html};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

fn scores(counts: [u32; 4]) -> Value {
    let [outstanding, good, requires_improvement, inadequate] = counts;
    json!({
        "outstanding": outstanding, "good": good,
        "requires_improvement": requires_improvement, "inadequate": inadequate,
    })
}

fn graded(plans: u32, counts: [u32; 4]) -> Value {
    json!({"plans": plans, "scores": scores(counts)})
}

fn issued(counts: [u32; 3], days: u32) -> Value {
    let [within, year, over] = counts;
    json!({"within_20_weeks": within, "within_a_year": year, "over_a_year": over, "days": days})
}

/// A term of 40 plans.
fn term() -> Value {
    json!({
        "framework": "shropshire-2023",
        "not_read": 2,
        "all": graded(40, [3, 20, 10, 7]),
        "sections": {"F": scores([0, 22, 10, 4])},
        "descriptors": {"F3": {
            "met": 20, "not_met": 12, "not_applicable": 0,
            "not_met_by_phase": {"early_years": 2, "key_stage_1_2": 6, "key_stage_3_4": 3},
        }},
        "wording": {"F": {"looked_at": 40, "rules": {
            "availability": {"found": 30, "found_by_phase": {
                "early_years": 8, "key_stage_1_2": 12, "key_stage_3_4": 10,
            }},
            "training": {"found": 38, "found_by_phase": {}},
        }}},
        "dimensions": {
            "need": {
                "autism": graded(25, [2, 14, 6, 3]),
                "semh": graded(11, [1, 5, 3, 2]),
            },
            "phase": {
                "early_years": graded(12, [1, 6, 3, 2]),
                "key_stage_1_2": graded(15, [1, 8, 3, 3]),
                "key_stage_3_4": graded(13, [1, 6, 4, 2]),
            },
            "term": {"2023-24-autumn": graded(40, [3, 20, 10, 7])},
        },
        "thread": {"looked_at": 40, "rules": {
            "thread-need-without-provision": {"found": 12, "found_by_phase": {}},
            "thread-orphan": {"found": 38, "found_by_phase": {}},
        }},
        "agreement": {"matrix": [[0, 0, 0, 0], [0, 15, 5, 0], [0, 0, 10, 0], [0, 0, 0, 0]]},
        "regraded": {
            "outstanding": scores([0; 4]), "good": scores([0; 4]),
            "requires_improvement": scores([2, 9, 6, 0]), "inadequate": scores([0, 5, 8, 0]),
        },
        "timeliness": {
            "no_exception": issued([12, 6, 0], 2700),
            "exception_claimed": issued([0, 6, 0], 1234),
        },
    })
}

fn shown(summary: &Value) -> Report {
    let framework = Framework::built_in();
    let summary = Summary::from_json(&framework, &summary.to_string()).unwrap();
    report(&framework, &summary, HiddenBelow::USUAL)
}

/// Expects the rows of a table: the id of each and its counts as they are written, `c` for a hidden one.
#[track_caller]
fn check(report: &Report, id: &str, expected: &[(&str, &str)]) {
    let table = report.tables.iter().find(|table| table.id == id).expect(id);
    let rows: Vec<(&str, String)> = table
        .rows
        .iter()
        .map(|row| {
            assert_eq!(row.counts.len(), table.columns.len(), "{id}");
            let write =
                |count: &Option<u32>| count.map_or("c".to_owned(), |count| count.to_string());
            (row.id.as_str(), row.counts.iter().map(write).collect::<Vec<_>>().join(" "))
        })
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(id, counts)| (*id, counts.as_str())).collect();
    assert_eq!(rows, expected, "{id}");
}

fn page(summary: &Value, period: &str) -> String {
    to_html(&Framework::built_in(), &shown(summary), period)
}

/// A page as a browser reads it: nothing in it has to be repaired.
#[track_caller]
fn parse(page: &str) -> Html {
    let page = Html::parse_document(page);
    assert_eq!(page.errors, <[&str; 0]>::default());
    page
}

/// All text in an element.
fn text(element: ElementRef) -> String {
    element.text().collect()
}

fn all<'p>(element: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}
