//! Documents as they arrive: any JSON, checked against the shape of a type with every problem reported.

pub(crate) mod bounded;
pub(crate) mod date;
mod de;
pub(crate) mod digest;
pub(crate) mod limits;
pub(crate) mod map;
pub(crate) mod message;
pub(crate) mod problem;
pub(crate) mod shape;
pub(crate) mod table;
pub(crate) mod tree;

pub use bounded::{Age, Bounded, FreeText, Id, Reference, YearGroup};
pub use date::Day;
pub use limits::{MOST_REFERENCE, MOST_TEXT};
pub(crate) use limits::{is_id, within_length};
pub use message::{MESSAGES, Messages, MessagesDocument};
pub use problem::{MOST_PROBLEMS, Problem, ProblemKind};
pub use tree::{Document, MOST_BYTES, MOST_LEVELS};
pub(crate) use tree::{Json, List};
