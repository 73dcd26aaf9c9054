//! The precision and recall of reductions, on pairs of texts that were written and labelled without sight of the rules.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ehcp_qa_core::whole::{ChangeKind, StatementChange};
use serde::Deserialize;

use crate::files::{compared, file, plan_of};

/// The files of pairs. The last is unread; the others served to improve the rules.
const FILES: [&str; 6] = ["pairs-1", "pairs-2", "pairs-3", "pairs-4", "pairs-5", "pairs-6"];

/// Two versions of a section.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    id: String,
    section: String,
    old: String,
    new: String,
    changes: Vec<Labelled>,
}

/// What a careful reader says of a statement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    #[serde(default)]
    old: Option<String>,
    #[serde(default)]
    new: Option<String>,
    label: String,
    why: String,
}

/// The words of a text, without signs and spaces.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// How much of a text the statements of a version have, in characters without signs.
fn shared(text: &str, statements: &[ehcp_qa_core::whole::ComparedStatement]) -> usize {
    let text = plain(text);
    let of = |statement: &str| {
        let statement = plain(statement);
        if text.contains(&statement) {
            statement.len()
        } else if statement.contains(&text) {
            text.len()
        } else {
            0
        }
    };
    statements.iter().map(|statement| of(&statement.text)).sum()
}

/// What the comparison says of a statement: the most serious of the changes that have it.
fn judged<'c>(
    labelled: &Labelled,
    changes: &'c [StatementChange],
) -> (&'static str, Vec<&'c StatementChange>) {
    let has = |change: &&StatementChange| {
        let old = labelled.old.as_ref().map_or(0, |text| shared(text, &change.old));
        let new = labelled.new.as_ref().map_or(0, |text| shared(text, &change.new));
        old > 0 || (labelled.old.is_none() && new > 0)
    };
    let found: Vec<&StatementChange> = changes.iter().filter(has).collect();
    // A sentence that was removed from a statement reduces it; a statement is removed where nothing of it is left.
    let is_removed =
        !found.is_empty() && found.iter().all(|change| change.kind == ChangeKind::Removed);
    let worst = found.iter().map(|change| change.kind).min();
    let word = match worst {
        None => "unchanged",
        Some(ChangeKind::Removed) if !is_removed => "reduced",
        Some(ChangeKind::Moved) => "reworded",
        Some(kind) => kind.word(),
    };
    (word, found)
}

/// Measures one file: its figures, and the statements that are judged otherwise.
fn measure(name: &str) -> (String, String) {
    let pairs: Vec<Pair> =
        serde_json::from_slice(&file(&format!("compare/{name}.json"))).expect("pairs");
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut differences = String::new();
    for pair in &pairs {
        let old = plan_of(&[(&pair.section, &pair.old)]);
        let new = plan_of(&[(&pair.section, &pair.new)]);
        let comparison = compared(&old, &new);
        for labelled in &pair.changes {
            let (word, found) = judged(labelled, &comparison.changes);
            *counts.entry((labelled.label.clone(), word)).or_default() += 1;
            let less = |label: &str| matches!(label, "reduced" | "removed");
            if labelled.label != word {
                let mark = if less(&labelled.label) == less(word) { " " } else { "!" };
                let _ = writeln!(
                    differences,
                    "{mark} {} {} but {word}\n    old {:?}\n    new {:?}\n    why {}",
                    pair.id, labelled.label, labelled.old, labelled.new, labelled.why
                );
                for change in found {
                    for reason in &change.reasons {
                        let _ =
                            writeln!(differences, "      {:?} {}", reason.effect, reason.message);
                    }
                }
            }
        }
    }
    let sum = |is: &dyn Fn(&str, &str) -> bool| -> usize {
        counts.iter().filter(|((label, word), _)| is(label, word)).map(|(_, count)| count).sum()
    };
    let less = |label: &str| matches!(label, "reduced" | "removed");
    let mut table = String::new();
    for name_of_kind in ["reduced", "reduced or removed"] {
        let is_kind =
            |label: &str| label == "reduced" || (name_of_kind != "reduced" && less(label));
        let both = sum(&|label, word| is_kind(label) && is_kind(word));
        let labelled = sum(&|label, _| is_kind(label));
        let found = sum(&|_, word| is_kind(word));
        let part = |of: usize| {
            let thousandths = (both * 1_000 + of / 2).checked_div(of).unwrap_or_default();
            format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
        };
        let _ = writeln!(
            table,
            "{name} {name_of_kind}: recall {} ({both} of {labelled}), precision {} ({both} of {found})",
            part(labelled),
            part(found)
        );
    }
    let all: usize = counts.values().sum();
    let same = sum(&|label, word| label == word);
    let _ = writeln!(table, "{name} every label: {same} of {all}");
    (table, differences)
}

/// Every change of a count shows here, for better or worse.
#[test]
fn reductions_are_found_as_measured() {
    let listed = std::env::var("COMPARE_DIFFERENCES").unwrap_or_default();
    let mut measured = String::new();
    for name in FILES {
        let (table, differences) = measure(name);
        if listed.split(' ').any(|listed| listed == name) {
            println!("{differences}");
        }
        measured += &table;
    }
    println!("{measured}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/compare/measured.txt");
    if std::env::var_os("COMPARE_MEASURED").is_some() {
        std::fs::write(path, &measured).expect("a file");
    }
    let expected = std::fs::read_to_string(path).expect("the counts");
    assert_eq!(measured, expected, "write the new counts with COMPARE_MEASURED=1");
}
