//! The precision and recall of the wording rules by family, on labelled sentences written for this test.

mod cases;
mod learned;
mod plans;
mod problems;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::wording::{Lexicon, Linting, Weights, lint};
use serde::Deserialize;

/// The built-in lexicon, with the weights of the file that `WORDING_WEIGHTS` names, where it names one.
fn lexicon() -> &'static Lexicon {
    static READ: OnceLock<Arc<Lexicon>> = OnceLock::new();
    let read = || match std::env::var("WORDING_WEIGHTS") {
        Ok(path) => {
            let weights = std::fs::read_to_string(&path).expect("the file of the weights");
            let weights = Weights::from_json(&weights).expect("weights");
            Arc::new(Lexicon::built_in_with(Arc::new(weights)))
        }
        Err(_) => Lexicon::built_in(),
    };
    READ.get_or_init(read)
}

/// A labelled text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    id: String,
    section: String,
    text: String,
    /// How a careful reader judges the text: absent for an innocent passage.
    #[serde(default)]
    label: Option<Label>,
    /// The families of findings that such a reader would raise.
    #[serde(default)]
    families: BTreeSet<String>,
    /// The reason for the label.
    #[serde(rename = "note")]
    _note: String,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Label {
    Specific,
    Vague,
    Good,
    Poor,
}

/// How often a reader and the rules agreed.
#[derive(Default, Clone, Copy)]
struct Tally {
    both: usize,
    rules_only: usize,
    reader_only: usize,
}

impl Tally {
    fn add(&mut self, reader: bool, rules: bool) {
        match (reader, rules) {
            (true, true) => self.both += 1,
            (false, true) => self.rules_only += 1,
            (true, false) => self.reader_only += 1,
            (false, false) => {}
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            both: self.both + other.both,
            rules_only: self.rules_only + other.rules_only,
            reader_only: self.reader_only + other.reader_only,
        }
    }

    fn line(self, name: &str) -> String {
        let part = |of: usize| {
            let thousandths = (self.both * 1_000 + of / 2).checked_div(of);
            let digits = |n| format!("{}.{:03}", n / 1_000, n % 1_000);
            thousandths.map_or_else(|| "-".to_owned(), digits)
        };
        let precision = part(self.both + self.rules_only);
        let recall = part(self.both + self.reader_only);
        format!(
            "{name:<24} {precision:>9} {recall:>7}   {:>4} {:>4} {:>4}",
            self.both, self.rules_only, self.reader_only
        )
    }
}

const PARTS: [&str; 2] = ["development", "measuring"];
const KINDS: [&str; 3] = ["provision", "outcomes", "innocent"];

fn read(part: &str, kind: &str) -> Vec<Labelled> {
    let path = format!("{}/wording/{part}/{kind}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The family that each rule is counted under.
fn families() -> BTreeMap<String, String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/wording/families.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The rules that find something, without findings of information.
fn raised(labelled: &Labelled) -> BTreeSet<String> {
    let lexicon = lexicon();
    let found = lint(lexicon, &labelled.section, &labelled.text, &Linting::default());
    let parts = found.findings.iter().flat_map(|finding| &finding.parts);
    let serious = parts.filter(|f| f.severity != Severity::Information);
    serious.map(|finding| finding.rule.to_owned()).collect()
}

/// Measures one part: a table of what was counted, and a list of the texts that are judged otherwise.
fn measure(part: &str) -> (String, String) {
    let families = families();
    let mut by_family: BTreeMap<String, Tally> = BTreeMap::new();
    let mut all_texts = Tally::default();
    let mut by_wording = Tally::default();
    let mut table = format!("{part:<24} {:>9} {:>7}   both rules reader\n", "precision", "recall");
    let mut differences = String::new();
    for kind in KINDS {
        let mut of_kind = Tally::default();
        for labelled in read(part, kind) {
            let rules = raised(&labelled);
            let counted = rules.iter().filter_map(|rule| families.get(rule)).cloned();
            let counted: BTreeSet<String> = counted.filter(|family| !family.is_empty()).collect();
            for family in labelled.families.union(&counted) {
                let tally = by_family.entry(family.clone()).or_default();
                tally.add(labelled.families.contains(family), counted.contains(family));
            }
            let is_poor = matches!(labelled.label, Some(Label::Vague | Label::Poor));
            of_kind.add(is_poor, !rules.is_empty());
            by_wording.add(is_poor, rules.iter().any(|rule| families.contains_key(rule)));
            if labelled.families != counted || is_poor == rules.is_empty() {
                let missed: Vec<_> = labelled.families.difference(&counted).collect();
                let extra: Vec<_> = counted.difference(&labelled.families).collect();
                let _ = writeln!(
                    differences,
                    "{} {} [{}] {}\n      missed {missed:?} extra {extra:?} rules {rules:?}",
                    if is_poor == rules.is_empty() { "!" } else { " " },
                    labelled.id,
                    labelled.section,
                    labelled.text
                );
            }
        }
        let _ = writeln!(table, "{}", of_kind.line(kind));
        all_texts = all_texts.plus(of_kind);
    }
    for (family, tally) in &by_family {
        let _ = writeln!(table, "{}", tally.line(&format!("  {family}")));
    }
    let all = by_family.values().fold(Tally::default(), |all, tally| all.plus(*tally));
    let _ = writeln!(table, "{}", all.line("all families"));
    let _ = writeln!(table, "{}", all_texts.line("all texts"));
    let _ = writeln!(table, "{}", by_wording.line("by rules with a family"));
    (table, differences)
}

/// Every change of a count shows here, for better or worse.
#[test]
fn the_findings_are_those_measured() {
    let listed = std::env::var("WORDING_DIFFERENCES").unwrap_or_default();
    let parts = PARTS.map(|part| {
        let (table, differences) = measure(part);
        if listed == part {
            println!("{differences}");
        }
        table
    });
    let measured = parts.join("\n");
    println!("{measured}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/wording/measured.txt");
    if std::env::var_os("WORDING_MEASURED").is_some() {
        std::fs::write(path, &measured).unwrap();
    }
    let expected = std::fs::read_to_string(path).unwrap();
    assert_eq!(measured, expected, "write the new counts with WORDING_MEASURED=1");
}
