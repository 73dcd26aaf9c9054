//! The check of a plan as a whole: the wording of its sections, its thread, and what only the whole plan shows.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::plan::PlanDocument;
//! use ehcp_qa_core::whole::{PlanContext, check};
//! use ehcp_qa_core::wording::Lexicon;
//!
//! # fn of(plan: &PlanDocument) {
//! let (framework, lexicon) = (Framework::built_in(), Lexicon::built_in());
//! let found = check(&framework, &lexicon, plan, &PlanContext::default());
//! for finding in &found.findings {
//!     println!("{:?} {}", finding.place, finding.message);
//! }
//! # }
//! ```
//!
//! A finding is about a statement, with its parts beneath it, and has its place in the plan. Which findings bear on
//! which descriptor is data of the framework; none answers a descriptor. The rules about the whole plan take their
//! words from the framework, and one that it leaves out is not checked.
//!
//! [`compare`](fn@compare) shows what changed between two versions, statement by statement, and
//! [`coverage`](fn@coverage) what became of advice in the plan that is written from it.

mod advice;
mod align;
mod amounts;
mod appearance;
mod bearing;
mod check;
mod citations;
mod comments;
mod compare;
mod context;
mod contradictions;
mod coverage;
mod evidence;
mod finding;
mod findings;
mod language;
mod messages;
mod needs;
mod people;
mod repetition;
mod sections;
mod text;
mod threads;
mod timescales;
mod vocabulary;
mod wording;

pub use advice::{
    AdviceCheck, AdviceContext, AdviceFinding, KnownAdvice, advice_check, advice_comments,
    advice_feedback,
};
pub use check::check;
pub use comments::comments;
pub use compare::{
    ChangeCount, ChangeEffect, ChangeElement, ChangeKind, ChangeOf, ChangeReason, ComparedFinding,
    ComparedFindings, ComparedStatement, MOST_CHANGES, PlanComparison, StatementChange, compare,
    compare_amended, comparison_to_html,
};
pub use context::{KnownPlan, PlanContext};
pub use coverage::{
    AdviceConflict, AdviceWords, CarriedStatement, Coverage, CoverageChoice, CoverageChoices,
    CoverageStatus, CoveredAdvice, CriterionCoverage, DescriptorCoverage, KEntryFault, KFault,
    MOST_ADVICES, NoSource, PlanWords, UnknownChoice, Unsourced, advice_coverage_comments,
    coverage, coverage_comments, coverage_to_html,
};
pub use finding::{
    CriterionFindings, DescriptorFindings, FindingKind, FindingPart, LearnedFinding, PlanCheck,
    PlanFinding, PlanLanguage, PlanThread, SectionCheck, SpeaksFor, WeighedPlace,
};
