//! What is recorded of a section.

use crate::document::shape::choice;

choice! {
    /// The answer to a descriptor. Not answered is a state of its own: no answer at all.
    pub enum Answer {
        /// The plan does what the descriptor says.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// The descriptor is not about this plan.
        NotApplicable = "not_applicable",
    }

    /// A free text of a section.
    pub enum TextField {
        /// Key strengths.
        Strengths = "strengths",
        /// Areas for improvement.
        Improvements = "improvements",
        /// The rationale for the score.
        Rationale = "rationale",
    }
}
