//! Documents as they arrive: any JSON, checked against the shape of a type with every problem reported.

pub(crate) mod bounded;
pub(crate) mod date;
mod de;
pub(crate) mod problem;
pub(crate) mod shape;
#[allow(dead_code, unused_imports, reason = "the rooms take it up one after the other")]
pub(crate) mod table;
pub(crate) mod tree;

pub use bounded::{Age, Bounded, FreeText, Id, MOST_REFERENCE, MOST_TEXT, Reference, YearGroup};
pub(crate) use bounded::{is_id, within_length};
pub use date::Day;
pub(crate) use date::day;
pub use problem::{MOST_PROBLEMS, Problem, ProblemKind};
pub use tree::{Document, MOST_BYTES, MOST_LEVELS};
pub(crate) use tree::{Json, List};
