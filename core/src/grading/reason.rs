//! The trace: why a suggestion is what it is, so that it can be redone by hand.

mod explained;
mod plan;
mod section;

pub(crate) use explained::Ends;
pub use explained::{End, Reason};
pub(crate) use plan::{PlanReasons, of_plan};
pub(crate) use section::of_section;
