//! A crate with a back arrow in a macro, and a circle through a table of contents. It is read and not compiled.

mod ground;
mod upper;

pub use upper::Roof;
