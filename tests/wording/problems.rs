//! How many of the problems in labelled texts are found, and what is found beside them: another name, another pronoun,
//! what is left of a template, and what must be said. Half of the texts come close and have no problem.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ehcp_qa_core::wording::{Linting, lint};
use serde::Deserialize;

use crate::lexicon;

/// A text with its problems.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    section: String,
    context: serde_json::Map<String, serde_json::Value>,
    text: String,
    problems: Vec<Problem>,
    #[serde(rename = "hard")]
    _hard: bool,
    #[serde(rename = "note")]
    _note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Problem {
    kind: String,
    quote: String,
}

/// The rules that find each kind of problem. Kinds that only other sections or dates show are not here.
const KINDS: [(&str, &[&str]); 9] = [
    ("advice_without_date", &["advice-without-date"]),
    ("advice_without_title", &["advice-without-title"]),
    ("budget_silent", &["budget-not-stated"]),
    ("diagnosis_without_impact", &["diagnosis-without-impact"]),
    ("other_name", &["other-name"]),
    ("other_pronoun", &["other-pronoun"]),
    ("placeholder", &["placeholder"]),
    ("placement_on_draft", &["placement-on-draft"]),
    ("transport_wording", &["transport-wording", "transport-slots"]),
];

/// What a wording check is given of the context of a row.
fn context(row: &Row) -> Linting {
    let mut given = row.context.clone();
    given.retain(|key, value| key != "age" && !value.is_null());
    Linting::from_json(&serde_json::Value::Object(given).to_string()).expect("a context")
}

/// The kinds of problems that are found, each with its words; an absence has none.
fn found(row: &Row) -> Vec<(&'static str, Option<String>)> {
    let lint = lint(lexicon(), &row.section, &row.text, &context(row));
    let kind = |rule: &str| KINDS.iter().find(|(_, rules)| rules.contains(&rule)).map(|(k, _)| *k);
    let parts = lint.findings.iter().flat_map(|finding| &finding.parts);
    let mut found = Vec::new();
    for part in parts {
        found.extend(kind(part.rule).map(|kind| (kind, Some(part.span.of(&row.text).to_owned()))));
    }
    found.extend(lint.absent.iter().filter_map(|absence| Some((kind(absence.rule)?, None))));
    found
}

#[test]
fn the_problems_are_those_measured() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/wording/corpus/problems-1.json");
    let rows: Vec<Row> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(rows.len(), 120);
    let lists = std::env::var("WORDING_DIFFERENCES").is_ok_and(|listed| listed == "problems");
    let mut kinds: BTreeMap<&str, [usize; 3]> = KINDS.iter().map(|(k, _)| (*k, [0; 3])).collect();
    for row in &rows {
        let found = found(row);
        let overlaps = |problem: &Problem, (kind, words): &(&str, Option<String>)| {
            let is_there = words.as_ref().is_none_or(|words| {
                words.contains(&problem.quote) || problem.quote.contains(words.as_str())
            });
            *kind == problem.kind && is_there
        };
        for problem in &row.problems {
            let Some(counts) = kinds.get_mut(problem.kind.as_str()) else { continue };
            let is_found = found.iter().any(|found| overlaps(problem, found));
            counts[if is_found { 0 } else { 2 }] += 1;
            if lists && !is_found {
                println!("{} missed {} [{}] {}", row.id, problem.kind, row.section, row.text);
            }
        }
        for (kind, counts) in &mut kinds {
            let is_beside = |of: &(&str, Option<String>)| {
                of.0 == *kind && !row.problems.iter().any(|problem| overlaps(problem, of))
            };
            if let Some((_, words)) = found.iter().find(|of| is_beside(of)) {
                counts[1] += 1;
                if lists {
                    println!("{} beside {kind} {words:?} [{}] {}", row.id, row.section, row.text);
                }
            }
        }
    }
    let mut measured =
        format!("{:<26} {:>5} {:>6} {:>6}\n", "problem", "found", "beside", "missed");
    for (kind, [both, beside, missed]) in &kinds {
        let _ = writeln!(measured, "{kind:<26} {both:>5} {beside:>6} {missed:>6}");
    }
    let all =
        kinds.values().fold([0; 3], |all, of| [all[0] + of[0], all[1] + of[1], all[2] + of[2]]);
    let _ = writeln!(measured, "{:<26} {:>5} {:>6} {:>6}", "all", all[0], all[1], all[2]);
    println!("{measured}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/wording/measured-problems.txt");
    if std::env::var_os("WORDING_MEASURED").is_some() {
        std::fs::write(path, &measured).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(measured, expected, "write the new counts with WORDING_MEASURED=1");
}
