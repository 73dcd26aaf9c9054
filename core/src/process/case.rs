//! A draft's way to being issued, as a record of events: the process for plans below Good.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::case::{Case, CaseState, status};
//!
//! let case = r#"{"events": [
//!     {"kind": "draft_submitted", "date": "2024-03-01", "role": "case_officer", "by": "CO-7"},
//!     {"kind": "graded", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3", "score": 3}
//! ]}"#;
//! let framework = Framework::built_in();
//! let case = Case::from_json(&framework, case).unwrap();
//! let status = status(&framework, &case).unwrap();
//! assert_eq!(status.state, CaseState::BelowGood);
//! assert!(!status.may_issue);
//! assert_eq!(status.next[0].event.word(), "feedback_given");
//! ```
//!
//! Which event may follow in which state is a fixed table. What each step is called, for whom it is and what it
//! rests on is the framework's `interpretation.process`. The framework prints little of this process, so some of
//! it is a reading, cited with its reason. In brief:
//!
//! - Two separate grades need not be the same: what decides is whether each is at least Good. Where only one of
//!   them is, the case stays open until the two agree on a grade, which lies between theirs; both stay on the
//!   record.
//! - To escalate such a disagreement hands it to the manager, who then agrees the grade. Anywhere else an
//!   escalation is noted and skips no step.
//! - Two grades below Good start the process again. So does a grade below Good by the manager or the panel, who
//!   look at some of the drafts; a better one of theirs skips no step, and none comes between an amendment and the
//!   separate grades.
//! - A plan counts as re-graded once, when both separate grades of a round are given.
//! - Dates do not go backwards, since a record is only added to. It is read up to the first event that does not
//!   fit.
//! - Nothing follows the issue of a plan.

mod document;
mod outcome;
mod problem;
mod status;

pub use crate::framework::{CaseCondition, CaseEventKind, CaseRole, CaseRule, CaseState};
pub use document::{Case, CaseDocument, CaseEvent, CaseExtent, MOST_EVENTS};
pub use outcome::{
    CaseFinding, CaseMoment, CaseNext, CaseOutcome, CaseReason, CaseSource, CaseStatus, Regraded,
};
pub use status::status;
