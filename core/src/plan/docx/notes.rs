//! Footnotes and endnotes: which note a paragraph is in, and where the document has the number of a note.

use std::collections::BTreeMap;
use std::ops::Range;

use super::xml::{Next, Xml};
use crate::plan::problem::PlanProblem;

/// The id of the note that each paragraph of a part of notes is in, in the order of the part.
pub(super) fn note_of(text: &str) -> Result<Vec<String>, PlanProblem> {
    let mut notes = Vec::new();
    let mut id = String::new();
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Next::Start(start) => match start.word() {
                "footnote" | "endnote" => id = start.attribute("id").unwrap_or_default().into(),
                "p" => notes.push(id.clone()),
                _ => {}
            },
            Next::Nothing => return Ok(notes),
            _ => {}
        }
    }
}

/// Where the document has the numbers of notes: by element and id, in bytes.
pub(super) fn references(
    text: &str,
) -> Result<BTreeMap<(&'static str, String), Range<usize>>, PlanProblem> {
    let mut references = BTreeMap::new();
    let mut open = None;
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Next::Start(start) => {
                let element = ["footnoteReference", "endnoteReference"];
                let element = element.into_iter().find(|element| *element == start.word());
                let id = start.attribute("id");
                open =
                    element.zip(id).map(|(element, id)| ((element, id.into()), start.source.start));
            }
            // The element has no content: the next end is its own.
            Next::End => {
                if let Some((key, start)) = open.take() {
                    references.entry(key).or_insert(start..xml.place());
                }
            }
            Next::Nothing => return Ok(references),
            Next::Text(..) => {}
        }
    }
}
