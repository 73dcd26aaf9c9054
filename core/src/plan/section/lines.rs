//! The lines of a body, one after the other: paragraphs, those of boxes and of cells that stand alone, and rows.

use super::label::{Form, lettered};
use crate::document::map::NumberMap;
use crate::plan::body::{Body, Cell, Node, Paragraph, Row, Spot, text_of};

/// How much larger than the body's a heading's letters are, in half points.
const LARGER: u16 = 4;

/// The least share of letters in capitals for a line in capitals, and the fewest letters.
const FEWEST_CAPITALS: usize = 4;

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(super) struct LineAppearance {
    pub(super) heading: Option<u8>,
    pub(super) is_bold: bool,
    pub(super) is_underlined: bool,
    pub(super) is_centred: bool,
    pub(super) is_large: bool,
    pub(super) is_capitals: bool,
    pub(super) is_shaded: bool,
    pub(super) is_in_list: bool,
    /// Whether it is all a row of a table has.
    pub(super) is_alone: bool,
}

/// What a line is made of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'b> {
    Paragraph(&'b Paragraph),
    /// Cells of a row, and the row.
    Row(&'b Row),
}

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line<'b> {
    pub(super) source: Source<'b>,
    /// Its text; for a row, that of its first cell.
    pub(super) text: String,
    /// The number printed in front of it.
    pub(super) number: Option<&'b str>,
    pub(super) appearance: LineAppearance,
    /// Where its first run stands.
    pub(super) spot: Spot,
    /// The number of its table and of its row, among all of them.
    pub(super) table: Option<u32>,
    pub(super) row: Option<u32>,
    pub(super) is_contents: bool,
}

/// What lines are made from, and what is counted on the way.
struct Lines<'b> {
    made: Vec<Line<'b>>,
    size: u16,
    tables: u32,
    rows: u32,
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    table: Option<u32>,
    row: Option<u32>,
    is_alone: bool,
    is_shaded: bool,
}

/// The lines of nodes.
pub(super) fn lines<'b>(body: &Body, nodes: &'b [Node]) -> Vec<Line<'b>> {
    let mut lines = Lines { made: Vec::new(), size: usual_size(body), tables: 0, rows: 0 };
    lines.add(nodes, Around::default());
    lines.made
}

/// The lines of the cells behind the label at the beginning of a row.
pub(super) fn behind_label<'b>(line: &Line<'b>, cell: &'b Cell) -> Vec<Line<'b>> {
    let mut lines = Lines { made: Vec::new(), size: 0, tables: 0, rows: 0 };
    lines.add(&cell.nodes, Around { table: line.table, row: line.row, ..Around::default() });
    // The tables in the cell have numbers of their own elsewhere: here they count as the one around them.
    lines.made.iter_mut().for_each(|inner| (inner.table, inner.row) = (line.table, line.row));
    lines.made
}

impl<'b> Lines<'b> {
    fn add(&mut self, nodes: &'b [Node], around: Around) {
        for node in nodes {
            match node {
                Node::Paragraph(paragraph) => {
                    self.add_paragraph(paragraph, around);
                    for nodes in &paragraph.boxes {
                        self.add(nodes, Around::default());
                    }
                }
                Node::Table(table) => {
                    let number = self.tables;
                    self.tables += 1;
                    for row in &table.rows {
                        self.add_row(row, number);
                    }
                }
            }
        }
    }

    fn add_paragraph(&mut self, paragraph: &'b Paragraph, around: Around) {
        if paragraph.text(true).is_empty() {
            return;
        }
        self.made.push(Line {
            source: Source::Paragraph(paragraph),
            text: paragraph.text(false),
            number: paragraph.number.as_deref(),
            appearance: self.appearance(paragraph, around),
            spot: paragraph.runs.first().map_or(paragraph.spot, |run| run.spot),
            table: around.table,
            row: around.row,
            is_contents: paragraph.is_contents,
        });
    }

    fn add_row(&mut self, row: &'b Row, table: u32) {
        let around = Around { table: Some(table), row: Some(self.rows), ..Around::default() };
        self.rows += 1;
        if let [cell] = row.cells.as_slice() {
            let around = Around { is_alone: true, is_shaded: cell.shade.is_some(), ..around };
            return self.add(&cell.nodes, around);
        }
        if row.cells.iter().any(is_layout) {
            for cell in &row.cells {
                self.add(&cell.nodes, around);
            }
            return;
        }
        let Some(first) = row.cells.iter().find(|cell| !cell.continues) else { return };
        let paragraph = first_paragraph(&first.nodes);
        let around = Around { is_shaded: first.shade.is_some(), ..around };
        self.made.push(Line {
            source: Source::Row(row),
            text: text_of(&first.nodes, false),
            number: paragraph.and_then(|paragraph| paragraph.number.as_deref()),
            appearance: paragraph
                .map(|paragraph| self.appearance(paragraph, around))
                .unwrap_or_default(),
            spot: row_spot(row),
            table: around.table,
            row: around.row,
            is_contents: paragraph.is_some_and(|paragraph| paragraph.is_contents),
        });
    }

    fn appearance(&self, paragraph: &Paragraph, around: Around) -> LineAppearance {
        let mut appearance = LineAppearance {
            heading: paragraph.heading,
            is_centred: paragraph.is_centred,
            is_shaded: around.is_shaded || paragraph.shade.is_some(),
            is_in_list: paragraph.list_level.is_some() && paragraph.heading.is_none(),
            is_alone: around.is_alone,
            is_bold: true,
            is_underlined: true,
            ..LineAppearance::default()
        };
        let (mut capitals, mut small, mut is_caps) = (0, 0, true);
        let runs = paragraph
            .runs
            .iter()
            .filter(|run| !run.appearance.struck && !run.text.trim().is_empty());
        for run in runs {
            appearance.is_bold &= run.appearance.bold;
            appearance.is_underlined &= run.appearance.underline;
            appearance.is_large |= self.size > 0 && run.appearance.size >= self.size + LARGER;
            appearance.is_shaded |= run.appearance.shade.is_some();
            is_caps &= run.appearance.caps;
            capitals += run.text.chars().filter(|c| c.is_uppercase()).count();
            small += run.text.chars().filter(|c| c.is_lowercase()).count();
        }
        let is_typed = capitals >= FEWEST_CAPITALS && small * 10 < capitals;
        appearance.is_capitals = is_typed || (is_caps && capitals + small >= FEWEST_CAPITALS);
        appearance
    }
}

/// Where the first run of a row stands.
fn row_spot(row: &Row) -> Spot {
    let mut spot = None;
    for cell in row.cells.iter().filter(|cell| !cell.continues) {
        crate::plan::body::each_paragraph(&cell.nodes, &mut |paragraph| {
            let first = paragraph.runs.first().map(|run| run.spot);
            spot = spot.or(first);
        });
    }
    spot.unwrap_or_default()
}

/// The first paragraph that says something.
pub(super) fn first_paragraph(nodes: &[Node]) -> Option<&Paragraph> {
    let mut found = None;
    crate::plan::body::each_paragraph(nodes, &mut |paragraph| {
        if found.is_none() && !paragraph.text(false).is_empty() {
            found = Some(paragraph);
        }
    });
    found
}

/// Whether a cell has sections in it: its table is there for the layout alone. A cell that is one label is none.
fn is_layout(cell: &Cell) -> bool {
    let text = text_of(&cell.nodes, false);
    if is_named(&text) {
        return false;
    }
    let mut paragraphs = 0;
    let mut has_section = false;
    crate::plan::body::each_paragraph(&cell.nodes, &mut |paragraph| {
        let text = paragraph.text(false);
        if !text.is_empty() {
            paragraphs += 1;
            has_section |= is_named(&text);
        }
    });
    has_section && paragraphs > 1
}

/// Whether a text is the label of a section with the word "section" or "part".
fn is_named(text: &str) -> bool {
    lettered(text).is_some_and(|label| label.form == Form::Named && !label.is_sentence)
}

/// The size in which most of a body's characters are.
fn usual_size(body: &Body) -> u16 {
    let mut counts: NumberMap<usize> = NumberMap::default();
    crate::plan::body::each_paragraph(&body.nodes, &mut |paragraph| {
        for run in &paragraph.runs {
            *counts.entry(&run.appearance.size.into()) += run.text.len();
        }
    });
    let usual = counts.iter().max_by_key(|(_, count)| **count);
    usual.and_then(|(size, _)| u16::try_from(*size).ok()).unwrap_or_default()
}
