//! For those who write a framework: lints, its description as a page, what changed between two editions, its table of
//! requirements, and a framework to start from.

mod advice;
mod diff;
mod doc;
mod lint;
mod messages;
mod regrade;
mod starter;
mod table;
mod words;

pub use advice::{Advice, advice};
pub use diff::{ChangeKind, ChangedArea, ChangedPart, FrameworkChange, FrameworkDiff, diff};
pub use doc::{doc_html, doc_markdown};
pub use lint::{Lint, LintProblem, lint};
pub use messages::{MessageProblem, check_messages};
pub use regrade::{OtherSuggestion, other_suggestions, review_under};
pub use starter::starter;
pub use table::{RequirementTable, table};
