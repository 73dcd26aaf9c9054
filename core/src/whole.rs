//! The check of a plan as a whole: the wording of its sections, its thread, and what only the whole plan shows.
//!
//! A finding is about a statement, with its parts beneath it, and has its place in the plan. Which findings bear on
//! which descriptor is data of the framework; none answers a descriptor.
//!
//! [`compare`](fn@compare) shows what changed between two versions, statement by statement.

mod bearing;
mod check;
mod compare;
mod context;
mod finding;
mod findings;
mod sections;
mod wording;

pub use check::check;
pub use compare::{
    ChangeCount, ChangeEffect, ChangeElement, ChangeKind, ChangeOf, ChangeReason, ComparedFinding,
    ComparedFindings, ComparedStatement, PlanComparison, StatementChange, compare, compare_amended,
    comparison_to_html,
};
pub use context::PlanContext;
pub use finding::{
    CriterionFindings, DescriptorFindings, FindingKind, FindingPart, PlanCheck, PlanFinding,
    PlanLanguage, PlanThread, SectionCheck, SpeaksFor,
};
