//! Plans, what a person says of their lines, and comments to be written, read from JSON.

use super::document::{MOST_PIECES, NewComment, PlanDocument, SectionChoice};
use crate::document::shape::{from_json, from_json_within};
use crate::document::{Bounded, Problem};

/// The most bytes of a plan as JSON. It has the place of every run, so that it is far longer than its text.
pub const MOST_PLAN_BYTES: usize = 20_000_000;

/// What a person says of the lines of a plan.
pub type SectionChoices = Bounded<SectionChoice, MOST_PIECES>;

/// Comments to be written into a file.
pub type NewComments = Bounded<NewComment, MOST_PIECES>;

impl PlanDocument {
    /// Reads a plan from JSON text of at most [`MOST_PLAN_BYTES`].
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        from_json_within(text, MOST_PLAN_BYTES, |_, plan: Option<Self>, _| plan)
    }
}

impl NewComment {
    /// Reads a list of comments from JSON text.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn all_from_json(text: &str) -> Result<Vec<Self>, Vec<Problem>> {
        from_json_within(text, MOST_PLAN_BYTES, |_, comments: Option<NewComments>, _| {
            comments.map(|Bounded(comments)| comments)
        })
    }
}

impl SectionChoice {
    /// Reads a list of choices from JSON text.
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn all_from_json(text: &str) -> Result<Vec<Self>, Vec<Problem>> {
        from_json(text, |_, choices: Option<SectionChoices>, _| {
            choices.map(|Bounded(choices)| choices)
        })
    }
}
