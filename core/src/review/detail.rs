//! Details of a review that no grade depends on, recorded one at a time.

use super::Review;
use crate::document::problem::ProblemKind;
use crate::document::shape::choice;
use crate::document::{MOST_REFERENCE, MOST_TEXT, day, within_length};

choice! {
    /// A text about the review or the plan that no grade depends on.
    pub enum DetailField {
        /// The pseudonymous reference of the plan.
        Reference = "reference",
        /// The role of the reviewer.
        Role = "role",
        /// The pseudonym of the reviewer.
        Reviewer = "id",
        /// The date of the review.
        Date = "date",
    }
}

impl DetailField {
    /// Where a review records it, as a JSON Pointer.
    #[must_use]
    pub fn pointer(self) -> &'static str {
        match self {
            Self::Reference => "/plan/reference",
            Self::Role => "/review/reviewer/role",
            Self::Reviewer => "/review/reviewer/id",
            Self::Date => "/review/date",
        }
    }
}

impl Review {
    /// Records a detail, or takes it back.
    ///
    /// # Errors
    /// The text is too long, or is no date that exists.
    pub fn set_detail(
        &mut self,
        field: DetailField,
        text: Option<String>,
    ) -> Result<(), ProblemKind> {
        let (slot, most) = match field {
            DetailField::Reference => (&mut self.reference, MOST_REFERENCE),
            DetailField::Role => (&mut self.role, MOST_TEXT),
            DetailField::Reviewer => (&mut self.reviewer, MOST_REFERENCE),
            DetailField::Date => (&mut self.date, MOST_TEXT),
        };
        if let Some(text) = &text {
            if field == DetailField::Date {
                day(text).ok_or(ProblemKind::NoSuchDate {})?;
            }
            within_length(text, most)?;
        }
        *slot = text;
        Ok(())
    }
}
