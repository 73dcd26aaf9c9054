//! What is wrong with a summary or a record.

use crate::document::problem::room_problems;

room_problems! {
    /// What is wrong with a summary or a record.
    pub enum SummaryProblem {
        /// Counts of parts that come to more than the whole.
        MoreThanAll = "more_than_all" {
            /// How many there are in all.
            most: usize,
        },
        /// A document of another kind.
        WrongKind = "wrong_kind" {
            /// What it is.
            what: &'static str,
        },
        /// Families' feedback that is neither a response nor the number sent out, or both.
        AnswersOrSent = "answers_or_sent" {},
        /// A name that a summary gives to something else.
        NameTaken = "name_taken" {},
    }
}
