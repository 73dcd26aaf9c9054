//! What is wrong with a review under its framework.

use crate::document::problem::room_problems;

room_problems! {
    /// What is wrong with a review under its framework.
    pub enum ReviewProblem {
        /// A descriptor that belongs to another section.
        WrongSection = "wrong_section" {
            /// The descriptor.
            descriptor: String,
            /// The section it belongs to.
            section: String,
        },
        /// An answer that excludes, on a descriptor that applies to every plan.
        AlwaysApplies = "always_applies" {
            /// The descriptor.
            descriptor: String,
            /// The answers that count.
            answers: String,
        },
    }
}
