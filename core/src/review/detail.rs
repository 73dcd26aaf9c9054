//! Details of a review that no grade depends on, recorded one at a time.

use super::checked::Review;
use super::record::Reviewer;
use crate::document::problem::ProblemKind;
use crate::document::shape::choice;
use crate::document::{Day, FreeText, MOST_REFERENCE, MOST_TEXT, Reference, within_length};

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
        match field {
            DetailField::Reference => {
                self.reference = bounded(text, MOST_REFERENCE)?.map(Reference);
            }
            DetailField::Role => {
                let role = bounded(text, MOST_TEXT)?.map(FreeText);
                self.change_reviewer(|reviewer| reviewer.role = role);
            }
            DetailField::Reviewer => {
                let id = bounded(text, MOST_REFERENCE)?.map(Reference);
                self.change_reviewer(|reviewer| reviewer.id = id);
            }
            DetailField::Date => {
                let day = |text: String| Day::from_text(&text).ok_or(ProblemKind::NoSuchDate {});
                self.details.date = text.map(day).transpose()?;
            }
        }
        Ok(())
    }

    /// Changes who reviewed. Nothing known of them equals absence.
    fn change_reviewer(&mut self, change: impl FnOnce(&mut Reviewer)) {
        let mut reviewer = self.details.reviewer.take().unwrap_or_default();
        change(&mut reviewer);
        self.details.reviewer = Some(reviewer).filter(|reviewer| *reviewer != Reviewer::default());
    }
}

/// A text within its bound.
fn bounded(text: Option<String>, most: usize) -> Result<Option<String>, ProblemKind> {
    text.as_deref().map_or(Ok(()), |text| within_length(text, most))?;
    Ok(text)
}
