//! The process around reviews: cases below Good, samples, and how far two graders agree.

pub mod agreement;
pub mod case;
pub mod sample;
