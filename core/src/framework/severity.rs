//! How serious a finding is.

use crate::document::shape::choice;

choice! {
    /// How serious a finding is.
    pub enum Severity {
        /// Law or a hard statement of the framework is contradicted.
        Error = "error",
        /// Something does not fit together.
        Warning = "warning",
        /// Something to know.
        Information = "information",
    }
}
