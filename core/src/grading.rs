//! Grading: what the answers of a review suggest, why, and what does not fit together.

mod assess;
mod assessment;
mod counts;
mod finding;
mod grade;
mod graded;
mod grades;
mod interval;
mod lines;
mod live;
mod messages;
mod path;
mod raise;
mod reason;
mod state;

pub use assess::{assess, path_to};
pub use assessment::{
    Assessment, DescriptorStates, Gate, PlanAssessment, PlanProgress, Progress, SectionAssessment,
    SeverityTotal, StandardView,
};
pub use finding::Finding;
pub use grade::{GateGrading, Grading, PlanGrading, SectionSuggestions, grade};
pub use grades::{GateState, GateSuggestion};
pub use interval::Interval;
pub use lines::{GradedLine, grade_lines};
pub use live::{Change, Live, PlanChange};
pub use path::{Path, Step, StepKind, StepState, StepValue};
pub use reason::{End, Reason};
pub(crate) use state::state;
pub use state::{Applies, State};
