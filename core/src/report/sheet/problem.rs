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
        /// A file that is larger than any that is read, or unpacks to more.
        FileTooLarge = "sheet_too_large" {
            /// The limit in bytes.
            bytes: usize,
            /// The most columns.
            columns: usize,
            /// The most cells.
            cells: usize,
        },
        /// A file of another kind.
        OtherFile = "not_a_spreadsheet" {
            /// What it is, with its article.
            what: &'static str,
        },
        /// A file under a password.
        Locked = "locked_file" {},
        /// A text that has no cells.
        NotATable = "not_a_table" {},
        /// A workbook that is damaged.
        NotAWorkbook = "not_a_workbook" {},
        /// A sheet that the workbook does not have.
        NoSuchSheet = "no_such_sheet" {
            /// The names of those that it has.
            names: String,
        },
        /// A sheet without a row of headings.
        NoHeadings = "no_headings" {},
    }
}
