//! Statutory timescales of a plan: those of a request (6, 16 and 20 weeks, and the time for representations), of an
//! order of the Tribunal, a conceded appeal or a mediation agreement, of an annual review, and of a transfer between
//! phases.
//!
//! ```
//! use ehcp_qa_core::timescale::{Timescales, TimescaleState, deadlines};
//!
//! let dates = r#"{"received": "2024-01-01", "issued": "2024-05-20"}"#;
//! let deadlines = deadlines(&Timescales::from_json(dates).unwrap());
//! assert_eq!(deadlines[2].due.to_string(), "2024-05-20"); // 20 weeks
//! assert_eq!(deadlines[2].state, TimescaleState::Met);
//! ```
//!
//! A deadline is met on its last day. There is no clock: what has not happened counts as late only where the
//! host gives the day. A deadline that was missed is reported with the exception that is claimed, or as relaxed where
//! it fell in the months of 2020 in which time limits gave way; whether either applies is not judged. What does not
//! apply is never late, and what depends on a decision that is not recorded stays open.
//!
//! Dates before what they count from are refused. Other dates that cannot stand together are hints beside a deadline,
//! so that a record can be kept while it is mended.
//!
//! Only the law is cited here. What a framework says of a deadline is added by
//! [`Framework::deadlines`](crate::Framework::deadlines). Limits: the days of a transfer are those from 2016 on, and
//! the times of a reassessment (regulations 25 and 27) are known only where an order asks for it.

mod all;
mod dates;
mod deadline;
mod hint;
mod judged;
mod messages;
mod order;
mod request;
mod review;
mod transfer;

pub use all::deadlines;
pub(crate) use all::deadlines_said;
pub(crate) use dates::check_dates;
pub use dates::{
    AnnualReview, Exception, Order, OrderBy, OrderKind, PhaseTransfer, ReviewDecision, Timescales,
    TransferKind,
};
pub use deadline::{DateHint, DateHintKind, Deadline, DeadlineKind, TimescaleState};
pub(crate) use messages::DEADLINE_TWENTY_WEEKS;
pub(crate) use request::after_weeks;
