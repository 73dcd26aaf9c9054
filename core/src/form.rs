//! The feedback form on a draft plan: drafted from a review, edited by a person, and written as JSON, Markdown,
//! a page to print or a Word file.
//!
//! ```
//! use ehcp_qa_core::form::{SectionText, feedback_from, to_markdown};
//! use ehcp_qa_core::wording::{Lexicon, Linting, lint_in};
//! use ehcp_qa_core::{Framework, Review};
//!
//! let framework = Framework::built_in();
//! let review = Review::from_json(&framework, r#"{"framework": "shropshire-2023"}"#).unwrap();
//! let lexicon = Lexicon::built_in();
//! let text = "Amira will have access to speech and language therapy.";
//! let lint = lint_in(&lexicon, "F", text, &Linting::default());
//! let form = feedback_from(&review, &[SectionText { section: "F", text, lint: &lint }]).unwrap();
//! assert!(to_markdown(&framework, &form).contains("**Reword \\(blue\\):** “have access to”"));
//! ```
//!
//! What is printed on the form is the framework's. A form holds the words of a plan that comments are
//! about; no problem or finding repeats them.

mod check;
mod draft;
mod feedback;
mod html;
mod markdown;
mod messages;
mod plan;
mod print;
mod row;
mod word;

pub use check::{FeedbackCheck, FeedbackFinding, check};
pub use draft::{MOST_QUOTE, SectionText, feedback_from};
pub use feedback::{
    AreaOfNeed, Comment, CommentSpan, Feedback, FeedbackSection, MOST_COMMENTS, MainNeed, PlanType,
};
pub use html::to_html;
pub use markdown::to_markdown;
pub use plan::feedback_from_plan;
pub use row::{RowCell, header_row};
pub use word::feedback_word;
