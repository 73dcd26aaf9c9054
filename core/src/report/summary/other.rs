//! Documents that are given in place of a record.

use crate::document::Json;

/// The fields by which other documents are known, and what they are called within a sentence.
const OTHERS: [(&[&str], &str); 14] = [
    (&["interpretation"], "a framework"),
    (&["events"], "the events of a case"),
    (&["matrix"], "the counts of two graders"),
    (&["purpose", "quota"], "a request for a sample"),
    (&["heads"], "a document of weights"),
    (&["all", "timeliness"], "a summary of many plans"),
    (&["terms", "rules", "words"], "a lexicon"),
    (&["areas_represented", "rows"], "a summary of learning"),
    (&["rating", "main_need"], "a feedback form"),
    (&["items"], "the items of a plan"),
    (&["texts"], "the texts of a plan"),
    (&["columns"], "the map of a sheet"),
    (&["survey"], "what families say"),
    (&["received", "decided", "issued"], "the dates of a plan"),
];

/// How the workspace marks the file of a case.
const CASE_FILE: &str = "ehcp-qa-case";

/// What a document is that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// A review, and what else is known of its plan.
    Record,
    /// A review alone, of whose plan nothing else is known.
    Review,
    /// The file of a case, whose review counts.
    CaseFile,
    /// Something else, by what it is called within a sentence.
    Other(&'static str),
}

impl Counted {
    /// What a document is, by its fields. One that is not recognised is taken for a record, which lacks its fields.
    pub(super) fn of(json: Json) -> Self {
        let has = |name: &&str| !json.field(name).is_null();
        if json.text_of("format") == CASE_FILE {
            return Self::CaseFile;
        }
        let review = json.field("review");
        if review.is_null() {
            if let Some((_, name)) = OTHERS.iter().find(|(fields, _)| fields.iter().any(has)) {
                return Self::Other(name);
            }
            if matches!(json.field("sections"), Json::List(_)) {
                return Self::Other("a feedback form");
            }
        }
        if has(&"framework") && review.field("framework").is_null() {
            Self::Review
        } else {
            Self::Record
        }
    }
}
