//! Findings: answers, scores and facts that do not fit together. Each check is a predicate, which [`grade`]
//! uses alone, and a sentence.
//!
//! [`grade`]: crate::grade

mod answers;
mod built_in;
mod check;
mod context;
mod descriptor;
mod found;
mod plan;
mod search;
mod section;

pub use found::Finding;
pub(crate) use search::{findings, ids};
