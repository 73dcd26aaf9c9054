//! What many reviews come to: summaries, the termly report, and the summary of learning; and records from sheets.

pub mod learning;
mod messages;
pub mod sheet;
pub mod summary;
