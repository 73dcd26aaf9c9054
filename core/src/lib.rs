//! Rules and scoring for the quality assurance of Education, Health and Care Plans (EHCPs).
//!
//! A framework is data: what its document says, word for word, and beside it how that is read. A
//! review is what a person records about one plan. [`assess`] tells what the answers suggest, whether
//! the plan may be issued, and why; the recorded scores stay as they are.
//!
//! ```
//! use ehcp_qa_core::{Framework, Review, assess};
//!
//! let framework = Framework::shropshire_2023();
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
//! [`wording`] looks at the text of a section while it is being written; [`feedback`] makes a form of
//! both; [`thread`](mod@thread) looks at how the items of a plan hang together; [`case`] tells where a
//! plan stands in the process for plans below Good; [`sample`](mod@sample) draws the plans that are looked
//! at once more, and [`agreement`] tells how far two graders agree.
//!
//! [`summary`] counts what many reviews come to, in parts and in any order; [`learning`] makes of it the form
//! that sums up what was learnt.
//!
//! Out of scope: anything with a clock, a network, a file or a locale; any text other than British
//! English; and any grade that a person did not record. The same input gives the same output on every platform.

pub mod agreement;
mod assess;
pub mod case;
mod document;
pub mod feedback;
mod finding;
pub mod framework;
pub mod grade;
mod json;
pub mod learning;
mod line;
mod live;
mod markup;
mod order;
mod path;
mod problem;
mod reason;
pub mod review;
pub mod sample;
mod shape;
pub mod summary;
pub mod thread;
pub mod timescale;
pub mod wording;

pub use assess::{
    Assessment, DescriptorStates, Gate, PlanAssessment, PlanProgress, Progress, SectionAssessment,
    StandardView, assess, path_to,
};
pub use document::{Document, MOST_BYTES, MOST_LEVELS};
pub use finding::Finding;
pub use framework::Framework;
pub use grade::{Interval, Score};
pub use line::{from_line, to_line};
pub use live::{Change, Live, PlanChange};
pub use path::{Path, Step, StepKind, StepState, StepValue};
pub use problem::{MOST_PROBLEMS, Problem, ProblemKind};
pub use reason::{End, Reason};
pub use review::Review;
