//! The document that holds a framework.

use super::interpretation::Interpretation;
use super::wording::Wording;
use crate::document::shape::document;

document! {
    /// A quality assurance framework.
    pub struct FrameworkDocument {
        /// Its id, which reviews name.
        pub id: String,
        /// Its edition.
        pub edition: String,
        /// The language of its wording, as a BCP 47 tag.
        pub language: String,
        /// Where the wording comes from.
        pub source: FrameworkSource,
        /// What the document says, word for word.
        pub wording: Wording,
        /// How it is read.
        pub interpretation: Interpretation,
    }

    /// Where a framework's wording comes from.
    pub struct FrameworkSource {
        /// The title of the document.
        pub title: String,
        /// How it was transcribed.
        pub note: String,
    }
}
