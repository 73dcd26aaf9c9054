//! What statute fixes in England: numbers, the sections of a plan, and deadlines, each with its source.

mod fixed;
mod section;
mod source;
pub mod timescale;
mod year;

pub use fixed::{
    DAYS_FOR_REPRESENTATIONS, Fixed, WEEKS_FOR_ADVICE, WEEKS_OF_AN_EXCEPTION, WEEKS_TO_DECIDE,
    WEEKS_TO_ISSUE, WEEKS_TO_REFUSE, YEAR_NINE,
};
pub use section::{PlanSection, SECTIONS_AT, SectionPurpose};
pub use source::{Basis, Citation};
pub use year::YearName;
pub(crate) use year::{NURSERY, RECEPTION};
