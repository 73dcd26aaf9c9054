//! A framework as a page to read.

#![cfg(feature = "authoring")]

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_core::authoring::{doc_html, doc_markdown};
use scraper::{Html, Selector};
use serde_json::Value;

const SMALL: &str = include_str!("small-framework.json");
const MARKED: &str = include_str!("../../tests/frameworks/green-amber-red.json");

const CHECKLIST: &str = include_str!("../frameworks/example-checklist.json");

fn frameworks() -> [Arc<Framework>; 4] {
    let read = |text| Arc::new(Framework::from_json(text).unwrap());
    [Framework::built_in(), read(SMALL), read(MARKED), read(CHECKLIST)]
}

/// The texts of all fields with one of these names.
fn texts(value: &Value, names: &[&str], found: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| texts(entry, names, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if names.contains(&name.as_str()) => {
                        found.push(text.clone());
                    }
                    value => texts(value, names, found),
                }
            }
        }
        _ => {}
    }
}

/// A text without white space, in which pages may differ.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn select(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn every_reason_and_every_descriptor_is_on_the_page() {
    for framework in frameworks() {
        let document = serde_json::to_value(framework.as_json()).unwrap();
        let mut expected = Vec::new();
        texts(
            &document["interpretation"],
            &["reason", "read_as", "why", "key_reason"],
            &mut expected,
        );
        texts(&document["wording"]["sections"], &["text", "title"], &mut expected);
        assert!(expected.len() > 10);
        let page = Html::parse_document(&doc_html(&framework));
        assert_eq!(page.errors, [""; 0]);
        let page = squeezed(&select(&page, "main").concat());
        for text in expected {
            assert!(page.contains(&squeezed(&text)), "{}: {text}", framework.id());
        }
    }
}

#[test]
fn each_row_of_a_table_has_as_many_cells_as_the_table_has_columns() {
    for framework in frameworks() {
        let mut columns = None;
        let mut rows = 0;
        let text = doc_markdown(&framework);
        for line in text.lines() {
            let cells = line.replace("\\|", "").matches('|').count();
            if cells == 0 {
                columns = None;
            } else {
                assert_eq!(*columns.get_or_insert(cells), cells, "{line}");
                rows += 1;
            }
        }
        assert!(rows > 20);
    }
}

#[test]
fn the_rules_of_grades_are_tables() {
    let page = Html::parse_document(&doc_html(&Framework::from_json(SMALL).unwrap()));
    let cells = |row: &str| {
        let rows = Selector::parse("tr").unwrap();
        let cell = Selector::parse("td").unwrap();
        let rows = page.select(&rows).map(|row| {
            row.select(&cell).map(|cell| cell.text().collect::<String>()).collect::<Vec<_>>()
        });
        rows.filter(|cells| cells.first().is_some_and(|first| first == row)).collect::<Vec<_>>()
    };
    // The question, its hint and answers; and the least answer for each of the four grades.
    assert_eq!(
        cells("Clear"),
        [
            vec![
                "Clear",
                "To a parent.",
                "Unclear, Fairly clear, Clear",
                "interpretation",
                "Named in the two best grades."
            ],
            vec!["Clear", "Clear", "Fairly clear", "-", "-"],
        ]
    );
    assert_eq!(
        cells("P1")[0..],
        [
            vec!["P1", "Provision for children answers each need."],
            vec![
                "P1",
                "age: under 19, and home education: no",
                "no",
                "law",
                "For children taught at school."
            ],
        ]
    );
    assert_eq!(cells("3 of 4"), [["3 of 4", "2 Sound", "guidance", "Little is wrong."]]);
    let checks = cells("lawful-without-provision");
    assert_eq!(
        checks[0][2],
        "The plan is called lawful, but provision does not answer its needs. For plans with Lawful: Yes, and age: \
         5 or more. All of: P1 counts and is not met."
    );
}

#[test]
fn the_answers_of_a_framework_have_their_credit() {
    let text = doc_markdown(&Framework::from_json(MARKED).unwrap());
    assert!(
        text.contains("| Amber | amber | 1 of 2 | framework | Amber is half of green. |\n"),
        "{text}"
    );
    assert!(text.contains("\nIt weighs 2\\.\n"));
}

/// A framework is a document from outside.
#[test]
fn no_text_of_a_framework_is_read_as_markup() {
    let text = SMALL.replace("Needs are listed.", "<script>alert(1)</script> | [x](y)");
    let framework = Framework::from_json(&text).unwrap();
    let page = Html::parse_document(&doc_html(&framework));
    assert_eq!(select(&page, "script"), [""; 0]);
    let markdown = doc_markdown(&framework);
    assert!(
        markdown.contains("&lt;script&gt;alert\\(1\\)&lt;/script&gt; \\| \\[x\\]\\(y\\)"),
        "{markdown}"
    );
}
