//! The document that holds a framework.

use super::interpretation::Interpretation;
use super::problem::FrameworkProblem;
use super::wording::Wording;
use crate::document::bounded::whole_number;
use crate::document::shape::document;
use crate::document::{Json, Problem};

whole_number! {
    /// The format of a framework that this version reads.
    pub struct FrameworkFormat(u8) from 1 to 1;
}

document! {
    /// A quality assurance framework.
    pub struct FrameworkDocument {
        /// The format of the document; without it, 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub format: Option<FrameworkFormat>,
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

/// The problem of a document in a format that is not known yet. What else is in it cannot be judged.
pub(super) fn newer_format(framework: Json) -> Option<Problem> {
    let Json::Number(format) = framework.field("format") else { return None };
    if format.fract() != 0.0 || format <= f64::from(FrameworkFormat::MOST) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a number that is too large is shown as the largest"
    )]
    let format = format as i64;
    Some(Problem {
        pointer: "/format".to_owned(),
        kind: FrameworkProblem::NewerFormat { format }.into(),
    })
}
