//! The golden thread: how the items of a plan hang together, from aspirations to outcomes.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::thread::{ThreadPlan, thread};
//!
//! let plan = r#"{"items": [
//!     {"id": "B1", "section": "B", "text": "Reads single words.", "links": ["E1"]},
//!     {"id": "E1", "section": "E", "text": "Will be able to read a bus timetable."}
//! ]}"#;
//! let plan = ThreadPlan::from_json(plan).unwrap();
//! let framework = Framework::shropshire_2023();
//! let thread = thread(&framework, &plan);
//! assert_eq!(thread.lines.len(), 1);
//! assert_eq!(thread.findings[0].message, "B1 has no provision in Section F.");
//! ```
//!
//! A link is a line between two items, and either end may state it. Which items a line may join, and
//! which lines an item must have, is told by the framework. Whether a line is true is for a person.

mod circle;
mod label;
mod layout;
mod look;
mod mermaid;
mod picture;

use serde::Serialize;

use crate::document::Bounded;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Names, choice, document};
use crate::document::{Json, List, is_id};
use crate::framework::Severity;
pub use crate::framework::ThreadSection;
use crate::law::Citation;

pub use look::thread;
pub use mermaid::mermaid;
pub use picture::svg;

/// The most items of a plan.
pub const MOST_ITEMS: usize = 10_000;

/// The most characters of an item's text.
const MOST_CHARACTERS: usize = 20_000;

document! {
    /// The items of a plan.
    pub struct ThreadPlan {
        /// The items, in any order: up to 10,000.
        pub items: Bounded<ThreadItem, MOST_ITEMS>,
    }

    /// An item of a plan, such as one need or one outcome.
    pub struct ThreadItem {
        /// Its id in this plan: 1 to 64 letters, digits, hyphens, underscores or full stops.
        pub id: String,
        /// The section it stands in.
        pub section: ThreadSection,
        /// What it says, or the first words of it.
        pub text: String,
        /// The ids of items it is linked to. A line that is stated from both ends is one line.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub links: Option<Vec<String>>,
    }
}

choice! {
    /// What an item is, in the order of a picture's columns.
    pub enum ThreadKind {
        /// An aspiration.
        Aspiration = "aspiration",
        /// Advice.
        Advice = "advice",
        /// A need.
        Need = "need",
        /// Provision.
        Provision = "provision",
        /// An outcome.
        Outcome = "outcome",
    }
}

impl ThreadSection {
    /// What its items are.
    #[must_use]
    pub const fn kind(self) -> ThreadKind {
        match self {
            Self::A => ThreadKind::Aspiration,
            Self::K => ThreadKind::Advice,
            Self::B | Self::C | Self::D => ThreadKind::Need,
            Self::F | Self::G | Self::H1 | Self::H2 => ThreadKind::Provision,
            Self::E => ThreadKind::Outcome,
        }
    }
}

impl ThreadPlan {
    /// Reads the items of a plan from JSON text. Where links lead is not looked at here: a plan in
    /// which they lead nowhere is a plan with findings.
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, then ids that are none or stand twice and
    /// texts that are too long.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, plan, reader| {
            let items = json.field("items").list();
            // More items than are read have one problem, whatever is in them.
            if items.len() <= MOST_ITEMS {
                reader.within("items", |reader| check_items(items, reader));
            }
            plan
        })
    }
}

fn check_items<'a>(items: List<'a>, reader: &mut Reader<'a>) {
    let mut seen = Names::default();
    for (index, item) in items.iter().enumerate() {
        reader.within_index(index, |reader| {
            if let Json::Text(id) = item.field("id") {
                if !is_id(id) {
                    reader.problem_in("id", ProblemKind::NotAnId {});
                } else if !seen.insert(id) {
                    reader.problem_in("id", ProblemKind::Duplicate { what: "id" });
                }
            }
            // As many bytes are at least as many characters.
            let text = item.text_of("text");
            let length = if text.len() > MOST_CHARACTERS { text.chars().count() } else { 0 };
            if length > MOST_CHARACTERS {
                reader.problem_in("text", ProblemKind::TooLong { most: MOST_CHARACTERS, length });
            }
            reader.within("links", |reader| {
                for (index, link) in item.field("links").list().iter().enumerate() {
                    if matches!(link, Json::Text(id) if !is_id(id)) {
                        reader.within_index(index, |r| r.problem(ProblemKind::NotAnId {}));
                    }
                }
            });
        });
    }
}

/// How the items of a plan hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Thread<'a> {
    /// How many items there are of each kind, in the order of the kinds.
    pub counts: Vec<KindCount>,
    /// The items, in the order of the plan.
    pub items: Vec<ThreadNode<'a>>,
    /// The lines between them, each once, by where their ends stand in the plan.
    pub lines: Vec<ThreadLine<'a>>,
    /// What breaks the thread: the most serious first, then in the order of the rules, then of the plan.
    pub findings: Vec<ThreadFinding<'a>>,
    /// The rules that were not checked, because the framework does not have them; `thread-rules`
    /// stands for all those that a framework tells.
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
    pub whole: Option<usize>,
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
    pub(crate) ends: (usize, usize),
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
    pub(crate) number: usize,
}
