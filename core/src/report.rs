//! What many reviews come to: summaries, the termly report, and the summary of learning.

pub mod learning;
pub mod summary;
