//! Documents as they arrive: any JSON, checked against the shape of a type with every problem reported.

pub(crate) mod bounded;
pub(crate) mod date;
pub(crate) mod json;
pub(crate) mod problem;
pub(crate) mod shape;
#[allow(dead_code, unused_imports, reason = "the rooms take it up one after the other")]
pub(crate) mod table;
pub(crate) mod tree;

pub use bounded::{FreeText, MOST_REFERENCE, MOST_TEXT, YearGroup};
pub(crate) use bounded::{is_id, within_length};
pub use date::Day;
pub(crate) use date::day;
pub use problem::{MOST_PROBLEMS, Problem, ProblemKind};
pub use tree::{Document, MOST_BYTES, MOST_LEVELS};
pub(crate) use tree::{Json, List, Node, Object};
