//! Texts as they are printed, and sorting.

#[allow(dead_code, reason = "the rooms take it up one after the other")]
pub(crate) mod fill;
pub(crate) mod markdown;
pub(crate) mod order;
pub(crate) mod page;
