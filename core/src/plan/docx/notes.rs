//! Footnotes and endnotes: which note a paragraph is in, and where the document has the number of a note.

use std::ops::Range;

use super::xml::{Next, Xml};
use crate::document::map::TextMap;
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

/// The number of a note, by which its place is found: the element and the id.
pub(super) fn reference(element: &str, id: &str) -> String {
    [element, id].join(" ")
}

/// Where the document has the numbers of notes, in bytes.
pub(super) fn references(text: &str) -> Result<TextMap<Range<usize>>, PlanProblem> {
    let mut references = TextMap::default();
    let mut open = None;
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Next::Start(start) => {
                let element = ["footnoteReference", "endnoteReference"];
                let element = element.into_iter().find(|element| *element == start.word());
                let id = start.attribute("id");
                let key = element.zip(id).map(|(element, id)| reference(element, &id));
                open = key.map(|key| (key, start.source.start));
            }
            // The element has no content: the next end is its own.
            Next::End => {
                if let Some((key, start)) = open.take() {
                    references.or_insert_with(&key, || start..xml.place());
                }
            }
            Next::Nothing => return Ok(references),
            Next::Text(..) => {}
        }
    }
}
