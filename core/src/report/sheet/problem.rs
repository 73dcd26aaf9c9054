//! What is wrong with a map, or with a cell of a sheet.

use crate::document::problem::room_problems;

room_problems! {
    /// What is wrong with a map, or with a cell of a sheet.
    pub enum SheetProblem {
        /// A pointer at which a record has no value that a cell could hold.
        NotAField = "not_a_field" {},
        /// A field that is given by another part of the map.
        FieldGivenTwice = "field_given_twice" {},
        /// A heading that stands over two columns of the sheet.
        HeadingTwice = "heading_twice" {},
        /// A value that cannot be read.
        Unread = "unread_cell" {
            /// What is read, with its article.
            expected: String,
        },
        /// A value that cannot be read, and is near one that is.
        Near = "near_cell" {
            /// The nearest value, as the framework calls it.
            nearest: String,
        },
    }
}
