//! What became in a plan of the advice that it is written from.
//!
//! Every need, outcome and recommendation of each piece of advice is aligned with the statements of the plan, as two
//! versions of a plan are, and judged by the same words.

mod bearing;
mod carried;
mod choice;
mod comments;
mod conflict;
mod document;
mod html;
mod lessened;
mod listed;
mod run;
mod source;
mod statement;

pub use choice::{CoverageChoice, CoverageChoices};
pub use comments::{advice_coverage_comments, coverage_comments};
pub use document::{
    AdviceConflict, AdviceWords, CarriedStatement, Coverage, CoverageStatus, CoveredAdvice,
    CriterionCoverage, DescriptorCoverage, KEntryFault, KFault, NoSource, PlanWords, UnknownChoice,
    Unsourced,
};
pub use html::coverage_to_html;
pub use run::{MOST_ADVICES, coverage};
