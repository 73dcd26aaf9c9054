//! How parts change, and what changes are about.

use crate::document::shape::choice;

choice! {
    /// What a change is about.
    pub enum ChangedArea {
        /// What people read: printed words, and the sentences of readings.
        Wording = "wording",
        /// Which grades, sections, descriptors, questions and answers there are, and their order.
        Structure = "structure",
        /// What is computed and checked.
        Rules = "rules",
    }

    /// How a part changed.
    pub enum ChangeKind {
        /// The new framework alone has it.
        Added = "added",
        /// The old framework alone has it.
        Removed = "removed",
        /// It is another one.
        Changed = "changed",
        /// The same entries of a list stand in another order.
        Moved = "moved",
    }
}
