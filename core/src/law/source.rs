//! What something rests on, and where it is written.

use crate::document::shape::{choice, document};

document! {
    /// Where something is written.
    pub struct Citation {
        /// What kind of text it is.
        pub basis: Basis,
        /// The place in it, in words.
        pub place: String,
    }
}

choice! {
    /// What an entry rests on.
    pub enum Basis {
        /// The framework's own wording.
        Framework = "framework",
        /// An Act or Regulations.
        Law = "law",
        /// Statutory guidance, such as the Code of Practice.
        Guidance = "guidance",
        /// A reading that is not printed anywhere, and can be replaced.
        Interpretation = "interpretation",
    }
}
