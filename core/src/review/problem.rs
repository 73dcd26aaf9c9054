//! What is wrong with a review under its framework.

use crate::document::problem::room_problems;

room_problems! {
    /// What is wrong with a review under its framework.
    pub enum ReviewProblem {
        /// A descriptor that belongs to another section.
        #[error("Descriptor {descriptor} belongs to section {section}, not here.")]
        WrongSection = "wrong_section" {
            /// The descriptor.
            descriptor: String,
            /// The section it belongs to.
            section: String,
        },
        /// An answer that excludes, on a descriptor that applies to every plan.
        #[error("Descriptor {descriptor} applies to every plan: answer {answers}.")]
        AlwaysApplies = "always_applies" {
            /// The descriptor.
            descriptor: String,
            /// The answers that count.
            answers: String,
        },
    }
}
