//! What is recorded of a section.

use crate::document::shape::choice;

choice! {
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
