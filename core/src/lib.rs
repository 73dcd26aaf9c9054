//! Rules and scoring for the quality assurance of Education, Health and Care Plans (EHCPs).
//!
//! A framework is data: the wording of its document, and an interpretation of it. A review holds the answers and
//! scores that a person records about one plan. [`assess`] returns the suggested scores, whether the plan may be
//! issued, and the reasons; [`grade`] returns the same without reasons. The recorded scores stay as they are.
//!
//! ```
//! use ehcp_qa_core::{Framework, Review, assess};
//!
//! let framework = Framework::built_in();
//! let review = r#"{
//!     "framework": "shropshire-2023",
//!     "plan": {"stage": "draft", "health_needs": true},
//!     "sections": {"G": {"descriptors": {"G1": "no"}}}
//! }"#;
//! let review = Review::from_json(&framework, review).unwrap();
//! let assessment = assess(&review);
//! let finding = &assessment.findings[0];
//! assert_eq!(finding.rule, "health-need-without-provision");
//! assert_eq!(finding.at, "/sections/G/descriptors/G1");
//! ```
//!
//! [`wording`] checks the text of a section while it is being written; [`form`] makes a form of
//! both; [`thread`](mod@thread) checks the links between the items of a plan; [`case`] returns the
//! state of a plan in the process for plans below Good; [`sample`](mod@sample) draws the plans for a second
//! review, and [`agreement`] measures how far two graders agree.
//!
//! [`plan`] holds a plan as sections and blocks; with the feature `readers`, it reads one from Word, and writes
//! comments into the file. [`whole::compare`] shows what changed between two versions of a plan.
//!
//! [`whole`] checks a plan as a whole: its wording, its thread, and what only the whole shows.
//!
//! [`summary`] counts the results of many reviews, in parts and in any order; [`learning`] drafts the form that
//! sums up the learning from them; [`sheet`] reads their records from the rows of a spreadsheet.
//!
//! With the feature `authoring`, `authoring` is for those who write a framework.
//!
//! Out of scope: anything with a clock, a network, a file or a locale; any text other than British
//! English; and any grade that a person did not record. The same input gives the same output on every platform.

#[cfg(feature = "authoring")]
pub mod authoring;
mod document;
pub mod form;
pub mod framework;
pub mod grading;
pub mod law;
pub mod plan;
pub mod process;
pub mod report;
pub mod review;
mod text;
pub mod thread;
pub mod whole;
pub mod wording;

pub use document::{
    Age, Bounded, Day, Document, FreeText, Id, MESSAGES, MOST_BYTES, MOST_LEVELS, MOST_PROBLEMS,
    MOST_REFERENCE, MOST_TEXT, Messages, MessagesDocument, Problem, ProblemKind, Reference,
    YearGroup,
};
pub use framework::{Framework, Receipt, Score};
pub use grading::{
    Assessment, Change, DescriptorStates, End, Finding, Gate, Grading, Interval, Live, Path,
    PlanAssessment, PlanChange, PlanProgress, Progress, Reason, SectionAssessment, SeverityTotal,
    StandardView, Step, StepKind, StepState, StepValue, assess, grade, path_to,
};
pub use law::timescale;
pub use process::{agreement, case, sample};
pub use report::{learning, sheet, summary};
pub use review::{Review, from_line, to_line};
