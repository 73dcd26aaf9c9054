//! The sets: a plan, the advice that it was written from, and the gold.

use std::path::{Path, PathBuf};

use ehcp_qa_core::plan::{AdviceDocument, PlanDocument, read_advice_markdown, read_markdown};
use serde::Deserialize;

/// The sets with which the comparison was built, and those that were read by nobody who built it.
pub(crate) const SETS: [&str; 12] = [
    "alder", "birch", "cedar", "dogwood", "elder", "fir", "gorse", "hazel", "hornbeam", "ivy",
    "juniper", "larch",
];
pub(crate) const UNREAD: [&str; 4] = ["maple", "oak", "pine", "rowan"];

/// A set.
pub(crate) struct Set {
    pub(crate) advices: Vec<AdviceDocument>,
    pub(crate) plan: PlanDocument,
    pub(crate) gold: Gold,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gold {
    pub(crate) set: String,
    pub(crate) alignments: Vec<Alignment>,
    pub(crate) invented: Vec<Invented>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) k: Vec<Fault>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Alignment {
    pub(crate) advice: String,
    pub(crate) quote: String,
    pub(crate) kind: String,
    pub(crate) plan: Vec<String>,
    pub(crate) status: String,
    pub(crate) change: Option<String>,
    pub(crate) reworded: bool,
    #[serde(rename = "why")]
    _why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Invented {
    pub(crate) quote: String,
    pub(crate) what: String,
    #[serde(rename = "why")]
    _why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Conflict {
    pub(crate) a: Side,
    pub(crate) b: Side,
    #[serde(rename = "about")]
    _about: String,
    pub(crate) plan_says_which: bool,
    pub(crate) plan: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Side {
    pub(crate) advice: String,
    pub(crate) quote: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    pub(crate) advice: String,
    #[serde(rename = "fault")]
    pub(crate) kind: String,
    #[serde(rename = "quote")]
    _quote: Option<String>,
}

/// The number of a piece of advice by its name, from 0.
pub(crate) fn number(advice: &str) -> usize {
    let number = advice.trim_start_matches("advice-").parse::<usize>();
    number.expect("a number behind the name") - 1
}

pub(crate) fn folder(set: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("advice").join(set)
}

/// Reads a set.
pub(crate) fn set(name: &str) -> Set {
    let folder = folder(name);
    let text = |file: &str| {
        let path = folder.join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let advices = (1..10)
        .map(|number| format!("advice-{number}.md"))
        .take_while(|file| folder.join(file).exists())
        .map(|file| read_advice_markdown(&text(&file)).expect("advice"))
        .collect();
    let plan = read_markdown(&text("plan.md"), &[]).expect("a plan");
    let gold: Gold = serde_json::from_str(&text("gold.json")).expect("gold");
    assert_eq!(gold.set, name);
    Set { advices, plan, gold }
}
