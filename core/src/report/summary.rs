//! Summaries: what the reviews of many plans come to, counted exactly.
//!
//! A [`Summary`] is built up from one [`SummaryRecord`] a plan and from other summaries, in any order and
//! in any parts: it is itself a document that another process can read and merge.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::summary::{Summary, SummaryRecord};
//!
//! let framework = Framework::built_in();
//! let record = r#"{
//!     "review": {"framework": "shropshire-2023", "sections": {"overall": {"score": 2}}},
//!     "dimensions": {"need": "autism"}
//! }"#;
//! let mut summary = Summary::new(&framework);
//! summary.add(&SummaryRecord::from_json(&framework, record).unwrap()).unwrap();
//! assert_eq!(summary.all.scores.get("good"), Some(&1));
//! assert_eq!(summary.dimensions["need"]["autism"].plans, 1);
//! ```
//!
//! A summary is exact, and so not to be published: small counts can identify single children. [`report`] makes
//! what is shown of it, in which they are hidden.
//!
//! It counts records, and knows no plan by its reference: a plan that is added twice counts twice. Phases and
//! terms are those of the framework, so that samples and summaries always have the same ones.

mod add;
mod beside;
mod bound;
mod by_grade;
mod counted;
mod counts;
mod crossed;
mod csv;
mod descriptor;
mod empty;
mod families;
mod family_feedback;
mod headline;
mod hide;
mod html;
mod measures;
mod merge;
mod notes;
mod other;
mod picture;
mod problem;
mod read;
mod record;
mod report;
mod share;
mod shown;
mod tables;
mod threshold;
mod timeliness;
mod top;
mod two_grades;

pub use bound::{MOST_RULES, MOST_VALUES};
pub use by_grade::{ByGrade, Scores};
pub use counts::{
    Beside, DescriptorCounts, FindingCounts, Graded, IssuedCounts, KNOWN_DIMENSIONS, OrderedCounts,
    RuleCounts, Summary, SurveyCounts, Timeliness,
};
pub use csv::to_csv;
pub use family_feedback::FamilyFeedback;
pub use html::to_html;
pub use read::MOST_SUMMARY_BYTES;
pub use record::{GradePair, MOST_DIMENSIONS, PlanFacts, Regrade, SummaryRecord};
pub use report::{report, report_since};
pub use shown::{
    AverageWeeks, Figure, FigureState, GoodShare, Label, Measure, Note, Report, Since, Table,
    TableRow, TermShare,
};
pub use threshold::HiddenBelow;
