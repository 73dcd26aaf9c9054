//! For those who write a framework: lints, with the reason and the remedy of each.

mod advice;
mod lint;

pub use advice::{Advice, advice};
pub use lint::{Lint, LintProblem, lint};
