//! What changed from one framework to another: wording, structure and rules, by ids and with places.

mod area;
mod kind;
mod lists;
mod walk;

use serde::Serialize;

use crate::document::Json;
use crate::framework::Framework;
use walk::Difference;

pub use kind::{ChangeKind, ChangedArea};

/// The most changes that are listed.
const MOST_CHANGES: usize = 5_000;

/// What changed from one framework to another.
#[derive(Debug, Serialize)]
pub struct FrameworkDiff<'a> {
    /// The changes: in wording, in structure and in rules, each in the order of the new document.
    pub changes: Vec<FrameworkChange<'a>>,
    /// How many more there are.
    pub more: usize,
}

/// One change.
#[derive(Debug, Serialize)]
pub struct FrameworkChange<'a> {
    /// What it is about.
    pub area: ChangedArea,
    /// How it changed.
    pub kind: ChangeKind,
    /// Where, as a JSON Pointer that names entries by their ids where they have one.
    pub at: String,
    /// The part of the old framework.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<ChangedPart<'a>>,
    /// The part of the new framework.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<ChangedPart<'a>>,
}

/// A part of a framework that changed.
#[derive(Debug, Serialize)]
pub struct ChangedPart<'a> {
    /// Its place, as a JSON Pointer.
    pub pointer: String,
    /// What it is. The lists whose order changed are not repeated.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Json<'a>>,
}

impl ChangedPart<'_> {
    /// Its value as JSON text.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.value.and_then(|value| serde_json::to_string(&value).ok())
    }
}

/// Compares two frameworks. Entries of lists are matched by their ids, and those without an id by what they share.
#[must_use]
pub fn diff<'a>(old: &'a Framework, new: &'a Framework) -> FrameworkDiff<'a> {
    let differences = walk::differences(old.json(), new.json());
    let mut changes: Vec<FrameworkChange> = differences.into_iter().map(change).collect();
    changes.sort_by_key(|change| change.area);
    let more = changes.len().saturating_sub(MOST_CHANGES);
    changes.truncate(MOST_CHANGES);
    FrameworkDiff { changes, more }
}

fn change(difference: Difference) -> FrameworkChange {
    let area = area::of(&difference);
    let Difference { at, kind, old, new } = difference;
    let part = |(pointer, value): (String, _)| ChangedPart {
        pointer,
        value: Some(value).filter(|_| kind != ChangeKind::Moved),
    };
    FrameworkChange { area, kind, at, old: old.map(part), new: new.map(part) }
}
