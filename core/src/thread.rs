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
//! let framework = Framework::built_in();
//! let thread = thread(&framework, &plan);
//! assert_eq!(thread.lines.len(), 1);
//! assert_eq!(thread.findings[0].message, "B1 has no provision in Section F.");
//! ```
//!
//! A link is a line between two items, and either end may state it. The framework says which items a line may
//! join, and which lines an item must have. Whether a line is true is for a person.

mod circle;
mod finding;
mod label;
mod layout;
mod lines;
mod mermaid;
mod picture;
mod plan;
mod proposed;
mod rules;

pub use crate::framework::ThreadSection;
pub use finding::{KindCount, Thread, ThreadFinding, ThreadLine, ThreadNode};
pub use mermaid::mermaid;
pub use picture::svg;
pub(crate) use plan::{ItemNumber, check_items};
pub use plan::{MOST_ITEMS, ThreadItem, ThreadKind, ThreadPlan};
pub use rules::{MOST_LINES, MOST_OF_A_RULE, thread};
pub(crate) use rules::{by_severity, thread_up_to};
