//! Two versions of a plan: what was removed, reduced, increased, reworded, added or moved.
//!
//! Statements are aligned by the words that they share. What a statement provides is then measured in both versions,
//! element by element: time, groups, numbers, dates, and words on scales such as "will", "should", "may". The scales
//! and the words for time are data, in `core/frameworks/comparison.json`.

mod amount;
mod comparison;
mod content;
mod count;
mod date;
mod edit;
mod finding;
mod group;
mod html;
mod judge;
mod measure;
mod phrase;
mod reader;
mod run;
mod scale;
mod statement;
mod table;
mod time;
mod word;

pub use comparison::{
    ChangeCount, ChangeEffect, ChangeElement, ChangeKind, ChangeOf, ChangeReason, ComparedFinding,
    ComparedFindings, ComparedStatement, PlanComparison, StatementChange,
};
pub use html::comparison_to_html;
pub(super) use judge::changed;
pub(super) use run::{Judged, judged, names_of};
pub use run::{MOST_CHANGES, compare, compare_amended};
pub(super) use statement::{Statement, about, aligned, statements};
pub(super) use table::WordTable;
pub(super) use word::{Gap, Word};
