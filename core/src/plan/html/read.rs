//! HTML as a body. It is read with tolerance, as browsers do: tags that are left open end where they must.

use super::appearance::{Style, lay_over};
use super::tokens::{Token, Tokens, attribute, text};
use crate::plan::body::{Appearance, Body, Paragraph, Run, Spot};
use crate::plan::builder::Builder;
use crate::plan::problem::{MOST_FILE_BYTES, PlanProblem};

/// The most elements that stand in one another; further ones count as nothing.
const MOST_OPEN: usize = 500;

/// The most columns or rows that a cell takes.
const MOST_SPAN: u32 = 1_000;

/// Elements without content.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "meta", "link", "col", "wbr"];

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "aside",
    "dl",
    "dt",
    "dd",
    "pre",
    "figure",
];

/// What an element opened in the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    Nothing,
    Block,
    Table,
    Row,
    Cell,
}

/// An element that is open.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
struct Element {
    name: String,
    opened: Opened,
    appearance: Appearance,
    is_hidden: bool,
    is_number: bool,
    is_centred: bool,
    is_quotation: bool,
    shade: Option<u32>,
    heading: Option<u8>,
    /// For an ordered list, how far it has counted.
    count: Option<u32>,
    /// For an item of a list, what is printed in front of it and the level.
    item: Option<(String, u8)>,
    /// For a table, how many more rows each column goes on from above.
    spans: Vec<(u32, u32)>,
    is_in_head: bool,
}

/// What is being read.
#[derive(Debug, Default)]
struct Reading {
    builder: Builder,
    open: Vec<Element>,
    paragraphs: u32,
    runs: u32,
    /// Whether a space came that is written once something follows it.
    has_space: bool,
    has_paragraph: bool,
}

/// Reads HTML.
pub(crate) fn read_html(html: &str) -> Result<Body, PlanProblem> {
    if html.len() > MOST_FILE_BYTES {
        return Err(PlanProblem::TooLarge);
    }
    let mut reading = Reading::default();
    for token in Tokens::new(html) {
        match token {
            Token::Open(name, attributes) => reading.open(name, attributes)?,
            Token::Close(name) => reading.close(&name),
            Token::Text(raw, at) => reading.text(raw, at)?,
        }
    }
    while let Some(element) = reading.open.pop() {
        reading.end(&element);
    }
    reading.end_paragraph();
    Ok(Body::of_one_part("html", reading.builder.take()))
}

impl Reading {
    fn open(&mut self, name: String, attributes: &str) -> Result<(), PlanProblem> {
        if name == "br" {
            self.add("\n", 0..0)?;
            return Ok(());
        }
        if VOID.contains(&name.as_str()) || self.open.len() >= MOST_OPEN {
            return Ok(());
        }
        self.end_implied(&name);
        let outer = self.open.last();
        let mut appearance = outer.map(|outer| outer.appearance).unwrap_or_default();
        let Style { is_hidden, is_number, is_centred, shade } =
            lay_over(&name, attributes, &mut appearance);
        let heading = name.strip_prefix('h').and_then(|level| level.parse().ok());
        let mut element = Element {
            opened: Opened::Nothing,
            // A change that was tracked takes the text out.
            is_hidden: is_hidden
                || matches!(name.as_str(), "del" | "head")
                || outer.is_some_and(|o| o.is_hidden),
            is_number: is_number || outer.is_some_and(|outer| outer.is_number),
            is_centred: is_centred
                || outer.is_some_and(|outer| outer.is_centred && outer.opened != Opened::Cell),
            is_quotation: name == "blockquote" || outer.is_some_and(|outer| outer.is_quotation),
            shade: shade.or_else(|| outer.and_then(|outer| outer.shade)),
            heading: heading.or_else(|| outer.and_then(|outer| outer.heading)),
            count: (name == "ol").then(|| {
                attribute(attributes, "start")
                    .and_then(|start| start.parse::<u32>().ok())
                    .unwrap_or(1)
            }),
            item: None,
            spans: Vec::new(),
            is_in_head: name == "thead" || outer.is_some_and(|outer| outer.is_in_head),
            appearance,
            name,
        };
        match element.name.as_str() {
            "table" => {
                self.end_paragraph();
                self.builder.open_table()?;
                element.opened = Opened::Table;
            }
            "tr" if self.builder.is_in_table() => {
                self.builder.open_row()?;
                if let Some(row) = self.builder.row() {
                    row.is_heading = element.is_in_head;
                }
                element.opened = Opened::Row;
            }
            "td" | "th" if self.builder.is_in_row() => {
                self.open_cell(attributes, element.shade)?;
                element.opened = Opened::Cell;
            }
            "li" => {
                self.end_paragraph();
                element.item = Some(self.count_item());
                element.opened = Opened::Block;
            }
            name if BLOCKS.contains(&name) => {
                self.end_paragraph();
                element.opened = Opened::Block;
                element.item = self.open.last().and_then(|outer| outer.item.clone());
            }
            _ => element.item = self.open.last().and_then(|outer| outer.item.clone()),
        }
        self.open.push(element);
        Ok(())
    }

    /// Opens a cell, behind those that go on from the rows above.
    fn open_cell(&mut self, attributes: &str, shade: Option<u32>) -> Result<(), PlanProblem> {
        let span = |name| {
            let span = attribute(attributes, name).and_then(|span| span.trim().parse::<u32>().ok());
            span.unwrap_or(1).clamp(1, MOST_SPAN)
        };
        let (columns, rows) = (span("colspan"), span("rowspan"));
        self.continue_cells()?;
        self.builder.open_cell()?;
        let mut at = 0;
        if let Some(cell) = self.builder.cell() {
            cell.span = columns;
            cell.shade = shade;
            at = cell.column;
        }
        let table = self.open.iter_mut().rev().find(|element| element.opened == Opened::Table);
        if let Some(table) = table.filter(|_| rows > 1) {
            table.spans.push((at, rows - 1));
        }
        Ok(())
    }

    /// Adds the cells that go on from above where the next one would stand.
    fn continue_cells(&mut self) -> Result<(), PlanProblem> {
        loop {
            let last = self.builder.row().and_then(|row| row.cells.last());
            let at = last.map_or(0, |cell| cell.column + cell.span);
            let table = self.open.iter_mut().rev().find(|element| element.opened == Opened::Table);
            let Some(table) = table else { return Ok(()) };
            let mut spans = table.spans.iter_mut();
            let Some((_, rows)) = spans.find(|(column, rows)| *column == at && *rows > 0) else {
                return Ok(());
            };
            *rows -= 1;
            table.spans.retain(|(_, rows)| *rows > 0);
            self.builder.open_cell()?;
            if let Some(cell) = self.builder.cell() {
                cell.continues = true;
            }
            self.builder.close_cell(true);
        }
    }

    /// What is printed in front of the next item, and its level.
    fn count_item(&mut self) -> (String, u8) {
        let lists =
            self.open.iter().filter(|element| matches!(element.name.as_str(), "ol" | "ul")).count();
        let level = u8::try_from(lists.saturating_sub(1)).unwrap_or(u8::MAX);
        let list =
            self.open.iter_mut().rev().find(|element| matches!(element.name.as_str(), "ol" | "ul"));
        let number = list.and_then(|list| list.count.as_mut()).map(|count| {
            let number = format!("{count}.");
            *count = count.saturating_add(1);
            number
        });
        (number.unwrap_or_else(|| "•".to_owned()), level)
    }

    /// Ends the elements that a new one cannot stand in.
    fn end_implied(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "table", "td", "th"]),
            "tr" => (&["tr"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "thead" | "tbody" | "tfoot" => (&["tr", "thead", "tbody", "tfoot"], &["table"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            name if BLOCKS.contains(&name) || name == "table" => {
                (&["p"], &["div", "table", "td", "th", "li"])
            }
            _ => return,
        };
        let mut found = None;
        for (at, element) in self.open.iter().enumerate().rev() {
            if within.contains(&element.name.as_str()) {
                break;
            }
            if ends.contains(&element.name.as_str()) {
                found = Some(at);
            }
        }
        if let Some(at) = found {
            self.end_from(at);
        }
    }

    fn close(&mut self, name: &str) {
        if name == "p" || BLOCKS.contains(&name) {
            self.end_paragraph();
        }
        // What stands in a cell does not end what is around the table.
        let mut at = None;
        for (number, element) in self.open.iter().enumerate().rev() {
            if element.name == name {
                at = Some(number);
                break;
            }
            if element.opened == Opened::Cell
                && !matches!(name, "tr" | "table" | "tbody" | "thead" | "tfoot")
            {
                break;
            }
        }
        if let Some(at) = at {
            self.end_from(at);
        }
    }

    /// Ends the element at a place and all in it.
    fn end_from(&mut self, at: usize) {
        while self.open.len() > at {
            if let Some(element) = self.open.pop() {
                self.end(&element);
            }
        }
    }

    fn end(&mut self, element: &Element) {
        if element.opened == Opened::Nothing {
            return;
        }
        self.end_paragraph();
        match element.opened {
            Opened::Table => self.builder.close_table(),
            Opened::Row => {
                // A bound on rows and cells holds here too, so that the spans end with the table.
                let _ = self.continue_cells();
                self.builder.close_row(true);
            }
            Opened::Cell => self.builder.close_cell(true),
            Opened::Block | Opened::Nothing => {}
        }
    }

    fn text(&mut self, raw: &str, at: usize) -> Result<(), PlanProblem> {
        if self.open.last().is_some_and(|element| element.is_hidden) {
            return Ok(());
        }
        let text = text(raw);
        if self.open.last().is_some_and(|element| element.is_number) {
            return self.number(text.trim());
        }
        // White space between tags parts words and is written once.
        let mut collapsed = String::new();
        for character in text.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.has_space = true;
                continue;
            }
            if std::mem::take(&mut self.has_space) && (self.has_paragraph || !collapsed.is_empty())
            {
                collapsed.push(' ');
            }
            collapsed.push(character);
        }
        if collapsed.is_empty() {
            return Ok(());
        }
        self.add(&collapsed, at..at + raw.len())
    }

    /// Takes what Word prints in front of a paragraph.
    fn number(&mut self, text: &str) -> Result<(), PlanProblem> {
        let text = text.trim_matches('\u{A0}');
        if text.is_empty() {
            return Ok(());
        }
        self.open_paragraph()?;
        if let Some(paragraph) = self.builder.paragraph() {
            let is_number = text.chars().any(char::is_alphanumeric) && text.len() > 1;
            paragraph.number = Some(if is_number { text.to_owned() } else { "•".to_owned() });
            paragraph.list_level = Some(0);
        }
        Ok(())
    }

    /// Adds text to the open paragraph, or to a new one.
    fn add(&mut self, text: &str, source: std::ops::Range<usize>) -> Result<(), PlanProblem> {
        // Text between the cells of a table belongs to none.
        if self.builder.is_in_table() || self.builder.is_in_row() {
            return Ok(());
        }
        if text == "\n" {
            self.has_space = false;
            if !self.has_paragraph {
                return Ok(());
            }
        }
        self.open_paragraph()?;
        let appearance = self.open.last().map(|element| element.appearance).unwrap_or_default();
        let spot = Spot { part: 0, paragraph: self.paragraphs.saturating_sub(1), run: self.runs };
        let mut run = Run { appearance, spot, source: source.clone(), ..Run::default() };
        if text == "\n" {
            run.push_element('\n', source);
        } else {
            run.push_text(text, source);
        }
        self.runs += 1;
        self.builder.count_piece()?;
        self.builder.add_run(run);
        Ok(())
    }

    fn open_paragraph(&mut self) -> Result<(), PlanProblem> {
        if self.has_paragraph {
            return Ok(());
        }
        let spot = Spot { part: 0, paragraph: self.paragraphs, run: 0 };
        let mut paragraph = Paragraph { spot, ..Paragraph::default() };
        if let Some(element) = self.open.last() {
            paragraph.heading = element.heading;
            paragraph.is_centred = element.is_centred;
            paragraph.is_quotation = element.is_quotation;
            let in_cell = self.open.iter().any(|element| element.opened == Opened::Cell);
            paragraph.shade = element.shade.filter(|_| !in_cell);
            if let Some((number, level)) = &element.item {
                paragraph.number = Some(number.clone());
                paragraph.list_level = Some(*level);
            }
        }
        // Only the first paragraph of an item has its number.
        for element in &mut self.open {
            element.item = None;
        }
        self.builder.open_paragraph(paragraph)?;
        self.paragraphs += 1;
        self.runs = 0;
        self.has_paragraph = true;
        Ok(())
    }

    fn end_paragraph(&mut self) {
        self.has_space = false;
        if std::mem::take(&mut self.has_paragraph) {
            self.builder.close_paragraph();
        }
    }
}
