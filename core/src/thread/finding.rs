//! The golden thread of a plan, and what breaks it.

use serde::Serialize;

use super::plan::{ItemNumber, ThreadKind};
use crate::framework::{Severity, ThreadSection};
use crate::law::Citation;

/// How the items of a plan hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Thread<'a> {
    /// How many items there are of each kind, in the order of the kinds.
    pub counts: Vec<KindCount>,
    /// The items, in the order of the plan.
    pub items: Vec<ThreadNode<'a>>,
    /// The lines between them, each once, by where their ends stand in the plan: the first 100,000.
    pub lines: Vec<ThreadLine<'a>>,
    /// How many more lines there are than are listed.
    pub more_lines: usize,
    /// What breaks the thread: the most serious first, then in the order of the rules, then of the plan; the first 500
    /// of each rule.
    pub findings: Vec<ThreadFinding<'a>>,
    /// How many more were found than are listed.
    pub more: usize,
    /// The rules that were not checked, because the framework does not have them; `thread-rules` stands for
    /// all those that a framework defines.
    pub not_checked: Vec<&'static str>,
}

/// How many items there are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct KindCount {
    /// The kind.
    pub kind: ThreadKind,
    /// How many there are.
    pub items: usize,
    /// How many of them no error or warning is about; null when nothing was checked.
    pub unbroken: Option<usize>,
}

/// An item of the thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ThreadNode<'a> {
    /// Its id.
    pub id: &'a str,
    /// The section it stands in.
    pub section: ThreadSection,
    /// What it is.
    pub kind: ThreadKind,
    /// What it says.
    pub text: &'a str,
}

/// A line between two items that may be joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ThreadLine<'a> {
    /// The id of the item whose kind comes first.
    pub from: &'a str,
    /// The id of the other.
    pub to: &'a str,
    /// The numbers of both.
    #[serde(skip)]
    pub(crate) ends: (ItemNumber, ItemNumber),
}

/// Something that breaks the thread, or that is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ThreadFinding<'a> {
    /// The id of the rule that found it.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// The id of the item that it is about.
    pub item: &'a str,
    /// Where that is, as a JSON Pointer into the plan.
    pub at: String,
    /// What it says.
    pub message: String,
    /// The same in a few words, for pictures.
    pub mark: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// What would clear it.
    pub clear: &'a str,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// The ids at the other ends of the links concerned; an unknown one as it was given.
    pub others: Vec<&'a str>,
    /// The number of the item.
    #[serde(skip)]
    pub(crate) number: ItemNumber,
}

impl ThreadFinding<'_> {
    /// Whether it breaks the item that it is about: information does not.
    pub(super) fn is_break(&self) -> bool {
        self.severity != Severity::Information
    }
}
