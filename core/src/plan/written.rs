//! Text with the runs that it comes from.

use super::body::{Node, Paragraph, Spot};
use super::document::{RunPlace, Utf16Place};

/// A text that is being put together.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) runs: Vec<RunPlace>,
    length: u32,
}

impl Written {
    /// How long the text is.
    pub(super) fn length(&self) -> u32 {
        self.length
    }

    /// Adds a character that stands for no run.
    pub(super) fn push(&mut self, character: char) {
        self.text.push(character);
        self.length += utf16(character.encode_utf8(&mut [0; 4]));
    }

    /// Adds the trimmed text of a paragraph, without what is struck.
    pub(super) fn push_paragraph(&mut self, paragraph: &Paragraph) {
        let runs = || paragraph.runs.iter().filter(|run| !run.appearance.struck);
        let text = paragraph.text(false);
        let all: usize = runs().map(|run| run.text.len()).sum();
        let untrimmed: String = runs().map(|run| run.text.as_str()).collect();
        let start = all - untrimmed.trim_start().len();
        let end = start + text.len();
        let mut at = 0;
        for run in runs() {
            let from = start.saturating_sub(at).min(run.text.len());
            let to = end.saturating_sub(at).min(run.text.len());
            if let Some(part) = run.text.get(from..to).filter(|part| !part.is_empty()) {
                let before = run.text.get(..from).unwrap_or_default();
                self.runs.push(place(run.spot, self.length, utf16(before)));
                self.text.push_str(part);
                self.length += utf16(part);
            }
            at += run.text.len();
        }
    }

    /// Adds nodes: a line for each paragraph and row that says something.
    pub(super) fn push_nodes(&mut self, nodes: &[Node]) {
        let start = self.text.len();
        for node in nodes {
            match node {
                Node::Paragraph(paragraph) => {
                    if !paragraph.text(false).is_empty() {
                        self.push_line(start);
                        self.push_paragraph(paragraph);
                    }
                    for nodes in &paragraph.boxes {
                        if !super::body::text_of(nodes, false).is_empty() {
                            self.push_line(start);
                            self.push_nodes(nodes);
                        }
                    }
                }
                Node::Table(table) => {
                    for row in &table.rows {
                        let cells = || row.cells.iter().filter(|cell| !cell.continues);
                        let says = |nodes: &[Node]| !super::body::text_of(nodes, false).is_empty();
                        if !cells().any(|cell| says(&cell.nodes)) {
                            continue;
                        }
                        self.push_line(start);
                        for (number, cell) in cells().enumerate() {
                            if number > 0 {
                                self.push('\t');
                            }
                            self.push_nodes(&cell.nodes);
                        }
                    }
                }
            }
        }
    }

    /// Ends the line before, if there is one since a place.
    fn push_line(&mut self, since: usize) {
        if self.text.len() > since {
            self.push('\n');
        }
    }
}

/// The place of a run.
pub(super) fn place(spot: Spot, at: u32, offset: u32) -> RunPlace {
    RunPlace {
        at: Utf16Place(at),
        file: u32::from(spot.part),
        paragraph: spot.paragraph,
        run: spot.run,
        offset: Utf16Place(offset),
    }
}

/// The length of a text in UTF-16 code units.
pub(super) fn utf16(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
