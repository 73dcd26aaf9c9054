//! The form that sums up what was learnt in a session of quality assurance: drafted from what is shown of a summary,
//! filled in by people, and written as JSON, Markdown or a page to print.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::learning::{draft, to_markdown};
//! use ehcp_qa_core::summary::{HiddenBelow, Summary, SummaryRecord, report};
//!
//! let framework = Framework::built_in();
//! let record = r#"{"review": {"framework": "shropshire-2023", "sections": {"F": {"score": 3}}}}"#;
//! let record = SummaryRecord::from_json(&framework, record).unwrap();
//! let mut summary = Summary::new(&framework);
//! for _ in 0..6 {
//!     summary.add(&record).unwrap();
//! }
//! let form = draft(&framework, &report(&framework, &summary, HiddenBelow::USUAL)).unwrap();
//! assert!(to_markdown(&framework, &form).contains("3 Requires improvement \\(6 of 6 plans\\)"));
//! ```
//!
//! What is printed on the form is the framework's. What was learnt, and what is to be done, is for people
//! to write: a draft leaves it empty. [`carried`] has the actions that are still open, for the form of the next
//! session.

mod actions;
mod document;
mod draft;
mod html;
mod markdown;
mod print;

pub use actions::carried;
pub use document::{ActionState, Learning, LearningAction, LearningRow};
pub use draft::draft;
pub use html::to_html;
pub use markdown::to_markdown;
