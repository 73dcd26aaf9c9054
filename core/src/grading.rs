//! Grading: what the answers of a review suggest, why, and what does not fit together.

mod assess;
mod finding;
mod grade;
mod live;
mod path;
mod reason;

pub use assess::{
    Assessment, DescriptorStates, Gate, PlanAssessment, PlanProgress, Progress, SectionAssessment,
    StandardView, assess, path_to,
};
pub use finding::Finding;
pub(crate) use grade::state;
pub use grade::{Applies, GateState, GateSuggestion, Interval, State};
pub use live::{Change, Live, PlanChange};
pub use path::{Path, Step, StepKind, StepState, StepValue};
pub use reason::{End, Reason};
