//! The JavaScript boundary of `ehcp-qa-core`. Everything here converts; the rules are in the core.

#[cfg(feature = "plan")]
mod advice;
#[cfg(feature = "grading")]
mod engine;
#[cfg(feature = "grading")]
mod grading;
#[cfg(feature = "grading")]
mod live;
#[cfg(feature = "grading")]
mod packed;
#[cfg(feature = "plan")]
mod plan;
mod refusal;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "service")]
mod service;
#[cfg(feature = "sheet")]
mod sheet;
mod tape;
#[cfg(feature = "plan")]
mod whole;
#[cfg(feature = "writing")]
mod writing;

#[cfg(feature = "plan")]
pub use advice::{
    Advices, OpenAdvice, open_advice_html, open_advice_markdown, open_advice_text, open_advice_word,
};
#[cfg(feature = "grading")]
pub use engine::Core;
#[cfg(feature = "grading")]
pub use live::LiveReview;
#[cfg(feature = "plan")]
pub use plan::{
    OpenPlan, comment_word, most_file_bytes, open_html, open_markdown, open_text, open_word,
};
#[cfg(feature = "schema")]
pub use schema::{schema, schema_names};
#[cfg(feature = "service")]
pub use service::LiveSummary;
#[cfg(feature = "sheet")]
pub use sheet::{OpenSheet, most_sheet_bytes, open_sheet, sen2_map};

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
