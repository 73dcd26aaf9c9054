//! A review: what a person records about one plan.

mod answer;
mod check;
mod checked;
mod context;
mod detail;
mod line;
mod problem;
mod record;
mod write;

pub use crate::framework::{Answer, AnswerStanding};
pub use answer::TextField;
pub use checked::Review;
pub use context::Context;
pub use detail::DetailField;
pub use line::{from_line, to_line};
pub use problem::ReviewProblem;
pub use record::{Entries, PlanRecord, ReviewDetails, ReviewRecord, Reviewer, SectionRecord};
