//! What a host knows of the plan whose text is checked.

use crate::document::YearGroup;
use crate::document::problem::Problem;
use crate::document::shape::{self, choice, document};
use crate::framework::Stage;
use crate::law::YEAR_NINE;

document! {
    /// What a host knows of the plan. It is used while a text is checked, and not kept.
    #[derive(Default)]
    pub struct Linting {
        /// The stage of the plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub stage: Option<Stage>,
        /// -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub year_group: Option<YearGroup>,
        /// The names that the child goes by.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub names: Option<Vec<String>>,
        /// The pronouns that the child goes by.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub pronouns: Option<Pronouns>,
        /// The fingerprints of findings that are not to be reported.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dismissed: Option<Vec<String>>,
    }
}

choice! {
    /// The pronouns that a child goes by.
    pub enum Pronouns {
        /// He, him, his.
        He = "he",
        /// She, her, hers.
        She = "she",
        /// They, them, theirs.
        They = "they",
    }
}

impl Linting {
    /// Reads what a host knows from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |_, value, _| value)
    }

    /// Whether the plan is in or beyond Year 9; `None` when that is not known.
    pub(super) fn is_year_nine(&self) -> Option<bool> {
        self.year_group.map(|year| i64::from(year.number()) >= YEAR_NINE.number)
    }
}
