//! Samples of plans that anybody can draw again and check.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::sample::{Draw, reason, sample};
//!
//! let request = r#"{
//!     "purpose": "team_manager", "period": "2024-autumn", "mode": "rate",
//!     "plans": [{"reference": "P-0417"}, {"reference": "P-0418"}, {"reference": "P-0419"}]
//! }"#;
//! let draw = Draw::from_json(&Framework::built_in(), request).unwrap();
//! for plan in sample(&draw).drawn {
//!     assert!(reason(&draw, &plan.reference).unwrap().drawn);
//! }
//! // A plan can be decided on as it comes, without the list of all.
//! assert!(draw.takes("P-0417").is_some());
//! ```
//!
//! Each plan has a number from 0 to 2^64 - 1, its hash: SipHash-2-4 with a key, over the purpose, the
//! period and the reference of the plan, each with its length in bytes before it (eight bytes, the lowest
//! first). So the same plans are drawn in whatever order they come, and samples for different purposes or
//! periods do not depend on each other. The key is published with the framework. A published key lets
//! anybody check a sample, and work out the next one too. Where that matters, each request brings another
//! key, kept secret until the sample is drawn; the sample has it.
//!
//! - By *rate*, a plan is drawn when its hash is below that share of 2^64. Each plan is decided on alone, so
//!   how many are drawn is near the share and seldom exactly it.
//! - By *quota*, so many plans with the lowest hashes are drawn from each phase, or from all plans where the
//!   purpose is not by phase. Of plans with one hash the lower reference comes first. At most so many
//!   plans a phase are kept while they come.
//!
//! The rates as chances, the year groups of each phase, and that purposes are drawn separately are readings in the
//! framework's `interpretation.sampling`. References are compared byte by byte: a plan whose reference is written
//! otherwise is another plan.

mod document;
mod draw;
mod drawn;
mod reason;
mod request;
mod sampling;

pub use document::{MOST_PLANS, Quota, SampleMode, SamplePlan, SampleRequest};
pub use draw::Draw;
pub use drawn::{Sample, SampleDrawn, SampleGroup, SampleTerms};
pub use reason::{SamplePlace, SampleReason, reason};
pub use sampling::{Sampling, sample};
