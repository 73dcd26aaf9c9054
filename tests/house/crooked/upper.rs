//! The upper room, as a table of contents.

mod roof;
pub(crate) mod wall;

pub use roof::Roof;
