//! Blocks from lines.

use super::columns::Column;
use super::lines::{Line, Source, first_paragraph};
use crate::document::Bounded;
use crate::law::PlanSection;
use crate::plan::body::{Cell, Paragraph, Row, text_of};
use crate::plan::column::meaning;
use crate::plan::document::{Block, BlockCell, BlockKind, Utf16Place};
use crate::plan::words::words;
use crate::plan::written::{Written, place};

/// The most words of a heading within a section.
const MOST_WORDS_OF_A_HEADING: usize = 14;

/// The most words of a label at the beginning of a row.
const MOST_WORDS_OF_A_LABEL: usize = 12;

/// The marks between which somebody speaks.
const QUOTATION_MARKS: [(char, char); 3] = [('“', '”'), ('"', '"'), ('‘', '’')];

/// A paragraph as a block.
pub(super) fn paragraph_block(line: &Line, paragraph: &Paragraph, lead_in: Option<&str>) -> Block {
    let mut written = Written::default();
    written.push_paragraph(paragraph);
    let all = paragraph.text(true);
    let is_in_list = paragraph.list_level.is_some() || paragraph.number.is_some();
    let kind = if is_heading(line) {
        BlockKind::Heading
    } else if is_in_list {
        BlockKind::ListItem
    } else if paragraph.is_quotation || is_quoted(&written.text) {
        BlockKind::Quotation
    } else {
        BlockKind::Statement
    };
    Block {
        kind,
        with_struck: (all != written.text).then_some(all),
        text: written.text,
        number: paragraph.number.clone(),
        lead_in: lead_in.filter(|_| kind == BlockKind::ListItem).map(str::to_owned),
        row: None,
        cells: None,
        runs: Bounded(written.runs),
    }
}

/// Some cells of a row as a block; nothing where they are all empty.
pub(super) fn row_block(
    line: &Line,
    cells: &[&Cell],
    columns: &[Column],
    is_heading: bool,
) -> Option<Block> {
    let mut written = Written::default();
    let mut made = Vec::new();
    let label = row_label(cells, columns);
    for (number, cell) in cells.iter().enumerate() {
        if number > 0 {
            written.push('\t');
        }
        let at = written.length();
        written.push_nodes(&cell.nodes);
        let column = columns.iter().rev().find(|column| column.at <= cell.column);
        let heading = match column {
            Some(column) => Some(column.heading.clone()).filter(|heading| !heading.is_empty()),
            None => label.clone().filter(|_| number > 0),
        };
        made.push(BlockCell {
            at: Utf16Place(at),
            length: Utf16Place(written.length() - at),
            column: cell.column,
            meaning: heading.as_deref().and_then(meaning),
            heading,
        });
    }
    let texts = cells.iter().map(|cell| text_of(&cell.nodes, true));
    let all: Vec<String> = texts.collect();
    let all = all.join("\t");
    if all.trim().is_empty() {
        return None;
    }
    Some(Block {
        kind: if is_heading { BlockKind::HeadingRow } else { BlockKind::Row },
        with_struck: (all != written.text).then_some(all),
        text: written.text,
        number: None,
        lead_in: None,
        row: line.row,
        cells: Some(Bounded(made)),
        runs: Bounded(written.runs),
    })
}

/// A line of no section as a block.
pub(super) fn furniture_block(line: &Line) -> Option<Block> {
    let block = match line.source {
        Source::Paragraph(paragraph) => Some(paragraph_block(line, paragraph, None)),
        Source::Row(row) => row_block(line, &starting(row), &[], false),
    };
    block.map(|block| Block { kind: BlockKind::Furniture, ..block })
}

/// The cells that start in a row.
pub(super) fn starting(row: &Row) -> Vec<&Cell> {
    row.cells.iter().filter(|cell| !cell.continues).collect()
}

/// The cells of a row that belong to a section.
pub(super) fn cells_of<'b>(
    row: &'b Row,
    columns: &[Column],
    section: PlanSection,
) -> Vec<&'b Cell> {
    let section_at = |cell: &Cell| {
        let column = columns.iter().rev().find(|column| column.at <= cell.column);
        column.and_then(|column| column.section)
    };
    starting(row).into_iter().filter(|cell| section_at(cell) == Some(section)).collect()
}

/// Whether a row has the headings of its columns: the file says so, or all its cells stand out.
pub(super) fn is_heading_row(row: &Row) -> bool {
    let cells = starting(row);
    if cells.len() < 2 {
        return false;
    }
    let stands_out = |cell: &&Cell| {
        let paragraph = first_paragraph(&cell.nodes);
        paragraph.is_none_or(|paragraph| {
            let mut runs = paragraph.runs.iter().filter(|run| !run.text.trim().is_empty());
            runs.all(|run| run.appearance.bold)
        })
    };
    let says = cells.iter().filter(|cell| first_paragraph(&cell.nodes).is_some()).count();
    row.is_heading || (says > 1 && cells.iter().all(stands_out))
}

/// Whether the first cell of a row is a label: shaded or in bold type, and the second is not.
pub(super) fn stands_out(cells: &[&Cell]) -> bool {
    let is_bold = |cell: &Cell| {
        first_paragraph(&cell.nodes).is_some_and(|paragraph| {
            let mut runs = paragraph.runs.iter().filter(|run| !run.text.trim().is_empty());
            runs.all(|run| run.appearance.bold)
        })
    };
    match cells {
        [first, second, ..] => {
            (is_bold(first) && !is_bold(second))
                || (first.shade.is_some() && second.shade.is_none())
        }
        _ => false,
    }
}

/// The label at the beginning of a row in a table without headings over its columns.
fn row_label(cells: &[&Cell], columns: &[Column]) -> Option<String> {
    let [first, _, ..] = cells else { return None };
    let text = text_of(&first.nodes, false);
    let is_label =
        columns.is_empty() && !text.is_empty() && words(&text).len() <= MOST_WORDS_OF_A_LABEL;
    is_label.then_some(text)
}

/// Whether a paragraph is a heading within a section.
fn is_heading(line: &Line) -> bool {
    let appearance = line.appearance;
    let count = words(&line.text).len();
    if count == 0 || count > MOST_WORDS_OF_A_HEADING || line.text.ends_with(['.', ';', ',']) {
        return appearance.heading.is_some() && count > 0;
    }
    appearance.heading.is_some()
        || appearance.is_bold
        || (appearance.is_underlined && !appearance.is_in_list)
}

/// Whether somebody's words are all that a text has.
fn is_quoted(text: &str) -> bool {
    QUOTATION_MARKS.iter().any(|(open, close)| {
        text.chars().count() > 2
            && text.starts_with(*open)
            && text.trim_end_matches('.').ends_with(*close)
    })
}

/// The place of a line.
pub(super) fn line_place(line: &Line) -> crate::plan::document::RunPlace {
    place(line.spot, 0, 0)
}
