//! The document that holds a framework.

use super::interpretation::Interpretation;
use super::problem::FrameworkProblem;
use super::wording::Wording;
use crate::document::Json;
use crate::document::bounded::whole_number;
use crate::document::problem::Reader;
use crate::document::shape::document;

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

/// Whether a document is in a format that is known. Of another one nothing else can be judged.
pub(super) fn is_known_format<'a>(reader: &mut Reader<'a>, framework: Json<'a>) -> bool {
    let Json::Number(format) = framework.field("format") else { return true };
    let is_known = format < f64::from(FrameworkFormat::MOST + 1);
    if !is_known {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the largest stands for what is larger"
        )]
        let format = format as i64;
        reader.problem_in("format", FrameworkProblem::NewerFormat { format });
    }
    is_known
}
