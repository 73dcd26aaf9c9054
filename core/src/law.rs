//! What statute fixes in England.

mod source;
pub mod timescale;

pub use source::{Basis, Citation};
