//! What is wrong with a summary or a record.

use crate::document::problem::room_problems;

room_problems! {
    /// What is wrong with a summary or a record.
    pub enum SummaryProblem {
        /// Counts of parts that come to more than the whole.
        #[error("The counts here come to more than the {most} that there are in all.")]
        MoreThanAll = "more_than_all" {
            /// How many there are in all.
            most: usize,
        },
        /// A name that a summary gives to something else.
        #[error("This name is taken: the summary itself counts by it.")]
        NameTaken = "name_taken" {},
    }
}
