//! Texts as they are printed, packages, and sorting.

pub(crate) mod fill;
pub(crate) mod markdown;
pub(crate) mod order;
pub(crate) mod package;
pub(crate) mod page;
pub(crate) mod word;
