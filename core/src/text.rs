//! Texts as they are printed, packages, sorting, near words, hashes and learned weights.

pub(crate) mod fill;
pub(crate) mod hash;
pub(crate) mod markdown;
pub(crate) mod near;
pub(crate) mod order;
pub(crate) mod package;
pub(crate) mod page;
pub(crate) mod weights;
pub(crate) mod word;
