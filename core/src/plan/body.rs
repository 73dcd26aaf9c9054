//! The body of a plan as every reader hands it on: paragraphs with their runs, and tables.

use std::ops::Range;

use super::character::read;

/// What a run of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(crate) struct Appearance {
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) underline: bool,
    /// Printed in capitals, however it is typed.
    pub(crate) caps: bool,
    /// A line through it.
    pub(crate) struck: bool,
    /// In half points; 0 where the file does not say.
    pub(crate) size: u16,
    /// The number of the font among those of the body; 0 where the file does not say.
    pub(crate) font: u16,
    /// Red, green and blue; none for automatic.
    pub(crate) colour: Option<u32>,
    /// The colour behind the text.
    pub(crate) shade: Option<u32>,
}

/// Where a run or a paragraph stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Spot {
    /// The number of the part of the package.
    pub(crate) part: u16,
    /// The number of the paragraph in the part, in the order of the file.
    pub(crate) paragraph: u32,
    /// The number of the run in the paragraph.
    pub(crate) run: u32,
}

/// How a run came in, where changes are tracked. Deleted text is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Change {
    #[default]
    None,
    Inserted,
    MovedTo,
}

/// A piece of a run's text, and what stands for it in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it starts in the run's text, in bytes.
    pub(crate) at: usize,
    /// The bytes in the source: text as it is written there, or the element of a tab, a break or a symbol.
    pub(crate) source: Range<usize>,
    /// Whether it is an element, which is one character.
    pub(crate) is_element: bool,
}

/// Text with one appearance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) appearance: Appearance,
    pub(crate) change: Change,
    pub(crate) spot: Spot,
    /// The bytes of the run in the source.
    pub(crate) source: Range<usize>,
    pub(crate) pieces: Vec<Piece>,
}

impl Run {
    /// Adds text, and the source that it was read from. What follows on in the source is one piece.
    pub(crate) fn push_text(&mut self, text: &str, source: Range<usize>) {
        match self.pieces.last_mut() {
            Some(last) if !last.is_element && last.source.end == source.start => {
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { at: self.text.len(), source, is_element: false }),
        }
        self.text.extend(text.chars().filter_map(read));
    }

    /// Adds the character that an element stands for.
    pub(crate) fn push_element(&mut self, character: char, source: Range<usize>) {
        self.pieces.push(Piece { at: self.text.len(), source, is_element: true });
        self.text.push(character);
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(crate) struct Paragraph {
    pub(crate) spot: Spot,
    /// The name of its style.
    pub(crate) style: String,
    /// The level of a heading, from 1, by its style or its outline level.
    pub(crate) heading: Option<u8>,
    /// The printed number or bullet.
    pub(crate) number: Option<String>,
    /// The level of a list, from 0.
    pub(crate) list_level: Option<u8>,
    pub(crate) is_centred: bool,
    pub(crate) is_quotation: bool,
    pub(crate) shade: Option<u32>,
    /// Whether it stands in a table of contents.
    pub(crate) is_contents: bool,
    /// Whether its end was deleted, so that the next paragraph goes on in it.
    pub(crate) joins_next: bool,
    pub(crate) runs: Vec<Run>,
    /// The text boxes that are anchored in it.
    pub(crate) boxes: Vec<Vec<Node>>,
}

impl Paragraph {
    /// The text as it is read: trimmed, and without what is struck unless it is asked for.
    pub(crate) fn text(&self, with_struck: bool) -> String {
        let runs = self.runs.iter().filter(|run| with_struck || !run.appearance.struck);
        let text: String = runs.map(|run| run.text.as_str()).collect();
        text.trim().to_owned()
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// How many columns are left out in front of the first cell.
    pub(crate) before: u32,
    /// Whether the file says that it is a heading row.
    pub(crate) is_heading: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    /// The column in which it starts, from 0.
    pub(crate) column: u32,
    /// How many columns it takes.
    pub(crate) span: u32,
    /// Whether it goes on from the cell above.
    pub(crate) continues: bool,
    pub(crate) shade: Option<u32>,
    pub(crate) nodes: Vec<Node>,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Paragraph(Box<Paragraph>),
    Table(Table),
}

/// A comment that stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Comment {
    pub(crate) author: String,
    pub(crate) text: String,
    /// The first run that it is about.
    pub(crate) spot: Option<Spot>,
}

/// All of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Body {
    /// The names of the parts that have text, by their numbers.
    pub(crate) parts: Vec<String>,
    pub(crate) nodes: Vec<Node>,
    /// Headers, footers and notes.
    pub(crate) furniture: Vec<Node>,
    pub(crate) comments: Vec<Comment>,
    /// The names of the fonts by their numbers; the first is that of no font.
    pub(crate) fonts: Vec<String>,
}

impl Body {
    /// A body of one part.
    pub(crate) fn of_one_part(name: &str, nodes: Vec<Node>) -> Self {
        Self { parts: vec![name.to_owned()], nodes, ..Self::default() }
    }
}

/// All paragraphs in their order, those of cells and boxes included.
pub(crate) fn each_paragraph<'n>(nodes: &'n [Node], visit: &mut dyn FnMut(&'n Paragraph)) {
    // The builder bounds how deep nodes stand in one another.
    for node in nodes {
        match node {
            Node::Paragraph(paragraph) => {
                visit(paragraph);
                paragraph.boxes.iter().for_each(|nodes| each_paragraph(nodes, visit));
            }
            Node::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| each_paragraph(&cell.nodes, visit));
            }
        }
    }
}

/// The text of some nodes: a paragraph is a line, a row is a line with tabs.
pub(crate) fn text_of(nodes: &[Node], with_struck: bool) -> String {
    let mut lines = Vec::new();
    for node in nodes {
        match node {
            Node::Paragraph(paragraph) => {
                lines.push(paragraph.text(with_struck));
                let boxes = paragraph.boxes.iter();
                lines.extend(boxes.map(|nodes| text_of(nodes, with_struck)));
            }
            Node::Table(table) => {
                lines.extend(table.rows.iter().map(|row| {
                    let cells = row.cells.iter().filter(|cell| !cell.continues);
                    let cells: Vec<String> =
                        cells.map(|cell| text_of(&cell.nodes, with_struck)).collect();
                    cells.join("\t")
                }));
            }
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}
