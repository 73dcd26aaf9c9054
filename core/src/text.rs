//! Texts as they are printed, and sorting.

pub(crate) mod fill;
pub(crate) mod markdown;
pub(crate) mod order;
pub(crate) mod page;
