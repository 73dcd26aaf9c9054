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
        /// A document of another kind.
        #[error("This is {what}. Counted are reviews, records of plans, and the cases that the workspace saves.")]
        WrongKind = "wrong_kind" {
            /// What it is.
            what: &'static str,
        },
        /// A name that a summary gives to something else.
        #[error("This name is taken: the summary itself counts by it.")]
        NameTaken = "name_taken" {},
    }
}
