//! For those who write a framework: lints, its description as a page, what changed between two editions, its table of
//! requirements, and a framework to start from.

mod advice;
mod doc;
mod lint;
mod words;

pub use advice::{Advice, advice};
pub use doc::{doc_html, doc_markdown};
pub use lint::{Lint, LintProblem, lint};
