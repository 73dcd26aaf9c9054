//! The JavaScript boundary of `ehcp-qa-core`. Everything here converts; the rules are in the core.

mod engine;
mod grading;
mod live;
mod packed;
mod refusal;
#[cfg(feature = "service")]
mod service;
mod tape;
#[cfg(feature = "writing")]
mod writing;

pub use engine::Core;
pub use live::LiveReview;
#[cfg(feature = "service")]
pub use service::LiveSummary;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
