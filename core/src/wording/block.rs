//! The text of a section with its blocks: what is a heading, a row of a table, an item of a list or a quotation.

use std::borrow::Cow;
use std::ops::Range;

use super::span::{Span, Utf16};
use super::token::is_line_end;
use crate::law::PlanSection;
use crate::plan::{
    Block, BlockKind, ColumnMeaning, PlanDocument, TextPlace, Utf16Place, column_meanings,
};
use crate::text::order::distinct;

/// The most words of the heading over a column in plain text.
const MOST_WORDS_OF_A_HEADING: usize = 8;

/// The most words of a label that stands in front of a colon or in the first cell of a row.
const MOST_WORDS_OF_A_LABEL: usize = 8;

/// The longest label in front of a colon, in bytes.
const LONGEST_LABEL: usize = 100;

/// A value is so many times as long as the words in front of it, where these are a label of no known meaning.
const LONGER: usize = 2;

/// The text of a section with its blocks.
#[derive(Debug, Clone)]
pub struct SectionBlocks<'t> {
    text: Cow<'t, str>,
    blocks: Vec<TextBlock>,
}

/// A block in the text of a section. In plain text only those that are no sentences of their own have one.
#[derive(Debug, Clone)]
pub(super) struct TextBlock {
    pub(super) kind: BlockKind,
    /// Where it stands, in bytes.
    pub(super) bytes: Range<usize>,
    /// The cells of a row; of a paragraph that begins with a label, the label and its value.
    pub(super) cells: Vec<TextCell>,
    /// Where it stands in the plan.
    source: Option<Source>,
}

impl TextBlock {
    /// Whether it comes from a plan, and not from plain text.
    pub(super) fn is_of_plan(&self) -> bool {
        self.source.is_some()
    }
}

/// A cell in the text of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextCell {
    /// Where it stands, in bytes.
    pub(super) bytes: Range<usize>,
    pub(super) title: Title,
}

/// What stands over a cell or in front of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Title {
    /// Nothing.
    None,
    /// The heading of its column, with what that says that the cell has.
    Column(Vec<ColumnMeaning>),
    /// A label, with what that says that the cell has.
    Label(Vec<ColumnMeaning>),
    /// The cell is a label.
    IsLabel,
}

/// The block of a plan from which a block's text comes.
#[derive(Debug, Clone, Copy)]
struct Source {
    part: u32,
    block: u32,
    /// Where it starts in the text of the section, and how long it is, in UTF-16 code units.
    at: u32,
    length: u32,
}

impl<'t> SectionBlocks<'t> {
    /// The blocks of plain text: a line is a block, and a line of cells that tabs part is a row.
    #[must_use]
    pub fn of_text(text: &'t str) -> Self {
        let mut blocks = Vec::new();
        let mut table: Option<Vec<Vec<ColumnMeaning>>> = None;
        // The line before is no sentence of its own, so that this one begins a block.
        let mut is_apart = false;
        for line in lines(text) {
            let words = text.get(line.clone()).unwrap_or_default();
            if words.trim().is_empty() {
                is_apart |= table.take().is_some();
            } else if let Some(separator) = separator(words) {
                let cells = cells(words, line.start, separator);
                let titles: Vec<_> =
                    cells.iter().map(|cell| text.get(cell.clone()).unwrap_or_default()).collect();
                let is_first = table.is_none();
                let columns = table.get_or_insert_default();
                let is_heading = is_first && is_heading_row(&titles);
                if is_heading {
                    *columns = titles.iter().map(|title| column_meanings(title)).collect();
                }
                blocks.push(TextBlock {
                    kind: if is_heading { BlockKind::HeadingRow } else { BlockKind::Row },
                    cells: titled(cells, &titles, columns),
                    bytes: line,
                    source: None,
                });
            } else {
                let cells = labelled(words, line.start);
                let is_field = !cells.is_empty();
                if table.is_some() || is_apart || is_field {
                    let kind = BlockKind::Statement;
                    blocks.push(TextBlock { kind, bytes: line, cells, source: None });
                }
                is_apart = is_field;
                table = None;
            }
        }
        Self { text: Cow::Borrowed(text), blocks }
    }

    /// The blocks of a section of a plan. Its text is that of [`PlanDocument::text`].
    #[must_use]
    pub fn of_plan(plan: &PlanDocument, section: PlanSection) -> Self {
        let mut text = String::new();
        let mut blocks = Vec::new();
        let mut at = 0;
        let parts = (0..).zip(&*plan.parts).filter(|(_, part)| part.sections.contains(&section));
        for (part, block, of) in parts
            .flat_map(|(number, part)| (0..).zip(&*part.blocks).map(move |(b, of)| (number, b, of)))
        {
            if of.text.trim().is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
                at += 1;
            }
            let start = text.len();
            text.push_str(&of.text);
            let length = u32::try_from(of.text.encode_utf16().count()).unwrap_or(u32::MAX);
            blocks.push(TextBlock {
                kind: of.kind,
                bytes: start..text.len(),
                cells: match of.kind {
                    BlockKind::Row => cells_of_plan(of, start),
                    BlockKind::Statement | BlockKind::ListItem => labelled(&of.text, start),
                    _ => Vec::new(),
                },
                source: Some(Source { part, block, at, length }),
            });
            at = at.saturating_add(length);
        }
        Self { text: Cow::Owned(text), blocks }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a stretch of the text stands in the plan, block by block. Plain text stands in no plan.
    #[must_use]
    pub fn places(&self, span: Span<Utf16>) -> Vec<TextPlace> {
        let is_before = |block: &TextBlock| {
            block.source.is_none_or(|source| source.at + source.length <= span.start)
        };
        let from = self.blocks.partition_point(is_before);
        let sources = self.blocks.iter().skip(from).filter_map(|block| block.source);
        let standing = sources.take_while(|source| source.at < span.end);
        standing
            .map(|source| {
                let from = span.start.max(source.at) - source.at;
                let to = span.end.min(source.at + source.length) - source.at;
                TextPlace {
                    part: source.part,
                    block: source.block,
                    at: Utf16Place(from),
                    length: Utf16Place(to.saturating_sub(from)),
                }
            })
            .collect()
    }

    pub(super) fn blocks(&self) -> &[TextBlock] {
        &self.blocks
    }
}

/// The lines of a text, in bytes, without what ends them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(is_line_end).unwrap_or(rest.len());
        let behind = rest.get(length..).unwrap_or_default();
        let end = if behind.starts_with("\r\n") {
            2
        } else {
            behind.chars().next().map_or(0, char::len_utf8)
        };
        let line = start..start + length;
        start = line.end + end;
        Some(line)
    })
}

/// What parts the cells of a line in plain text.
fn separator(line: &str) -> Option<&'static str> {
    ["\t", " | "].into_iter().find(|separator| line.trim().contains(separator))
}

/// The cells of a line, in bytes.
fn cells(line: &str, start: usize, separator: &str) -> Vec<Range<usize>> {
    let mut at = start;
    let cells = line.split(separator).map(|cell| {
        let from = at;
        at += cell.len() + separator.len();
        from..from + cell.len()
    });
    cells.collect()
}

/// The cells of a row in plain text, each with its title.
fn titled(
    cells: Vec<Range<usize>>,
    texts: &[&str],
    columns: &[Vec<ColumnMeaning>],
) -> Vec<TextCell> {
    if columns.iter().any(|column| !column.is_empty()) {
        let column = |number: usize| columns.get(number).cloned().unwrap_or_default();
        let cells = cells.into_iter().enumerate();
        return cells
            .map(|(number, bytes)| TextCell { bytes, title: Title::Column(column(number)) })
            .collect();
    }
    by_label(cells, texts)
}

/// The cells of a row without headings over its columns. The first is the label of the second where it is a few words
/// that say what there is, or where the second is much longer.
fn by_label(cells: Vec<Range<usize>>, texts: &[&str]) -> Vec<TextCell> {
    let title = match texts {
        [label, value] => {
            let said = column_meanings(label);
            let (words, longer) =
                (label.split_whitespace().count(), value.split_whitespace().count());
            let is_short = words <= MOST_WORDS_OF_A_LABEL && !is_sentence(label);
            let is_label = is_short && words > 0 && (!said.is_empty() || longer > words * LONGER);
            if is_label { Some(said) } else { None }
        }
        _ => None,
    };
    if let Some(titles) = by_labels(texts) {
        let cells = cells.into_iter().zip(titles);
        return cells.map(|(bytes, title)| TextCell { bytes, title }).collect();
    }
    let cells = cells.into_iter().enumerate();
    let titles = cells.map(|(number, bytes)| {
        let title = match &title {
            None => Title::None,
            Some(_) if number == 0 => Title::IsLabel,
            Some(said) => Title::Label(said.clone()),
        };
        TextCell { bytes, title }
    });
    titles.collect()
}

/// The titles of cells of which every other one is the label of the next.
fn by_labels(texts: &[&str]) -> Option<Vec<Title>> {
    let (pairs, rest) = texts.as_chunks::<2>();
    if pairs.len() < 2 || !rest.is_empty() {
        return None;
    }
    let mut titles = Vec::new();
    for [label, value] in pairs {
        let said = column_meanings(label);
        let is_label = label.split_whitespace().count() <= MOST_WORDS_OF_A_LABEL
            && !said.is_empty()
            && (column_meanings(value).is_empty() || value.len() > label.len());
        if !is_label {
            return None;
        }
        titles.extend([Title::IsLabel, Title::Label(said)]);
    }
    Some(titles)
}

/// The cells of a row of a plan, each with its title.
fn cells_of_plan(block: &Block, start: usize) -> Vec<TextCell> {
    let bytes = cells(&block.text, start, "\t");
    let of_plan = block.cells.as_ref().map(|cells| cells.0.as_slice()).unwrap_or_default();
    let texts: Vec<&str> = block.text.split('\t').collect();
    let label = texts.first().copied().unwrap_or_default();
    // Where the first cell is the heading of the others, there are no headings over the columns.
    let is_labelled = of_plan.first().is_some_and(|cell| cell.heading.is_none())
        && of_plan
            .iter()
            .skip(1)
            .all(|cell| cell.heading.as_deref().is_none_or(|text| text == label));
    if is_labelled || of_plan.len() != bytes.len() {
        return by_label(bytes, &texts);
    }
    let titles = bytes.into_iter().zip(of_plan).map(|(bytes, cell)| {
        let heading = cell.heading.as_deref().unwrap_or_default();
        TextCell { bytes, title: Title::Column(column_meanings(heading)) }
    });
    titles.collect()
}

/// The label that a line begins with and its value, where the label says how and when something is reviewed, by when it
/// is achieved or of which kind it is.
fn labelled(line: &str, start: usize) -> Vec<TextCell> {
    let colon = line.bytes().take(LONGEST_LABEL).position(|byte| byte == b':');
    let label = colon.and_then(|colon| line.get(..colon)).unwrap_or_default();
    if label.is_empty()
        || label.split_whitespace().count() > MOST_WORDS_OF_A_LABEL
        || is_sentence(label)
    {
        return Vec::new();
    }
    let said = column_meanings(label);
    let is_of_statement = |said: &ColumnMeaning| {
        matches!(said, ColumnMeaning::Review | ColumnMeaning::Date | ColumnMeaning::Kind)
    };
    if said.is_empty() || !said.iter().all(is_of_statement) {
        return Vec::new();
    }
    let value = start + label.len() + 1;
    vec![
        TextCell { bytes: start..value, title: Title::IsLabel },
        TextCell { bytes: value..start + line.len(), title: Title::Label(said) },
    ]
}

/// Whether the cells of a row are the headings of columns: a few words each, of which several say what there is.
fn is_heading_row(cells: &[&str]) -> bool {
    let mut known = Vec::new();
    let mut unknown = 0;
    let mut questions = 0;
    for cell in cells.iter().filter(|cell| !cell.trim().is_empty()) {
        let is_short = cell.split_whitespace().count() <= MOST_WORDS_OF_A_HEADING;
        if !is_short || is_sentence(cell) || cell.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let said = column_meanings(cell);
        let is_question = is_question(cell);
        questions += usize::from(is_question);
        unknown += usize::from(said.is_empty() && !is_question);
        known.push(said);
    }
    let named = known.iter().filter(|said| !said.is_empty()).count();
    distinct(&mut known);
    (named + questions >= 2 && unknown <= named && known.len() >= 2)
        || (questions >= 2 && unknown == 0)
}

/// Whether a heading asks, as "What will happen" and "How we will know".
fn is_question(cell: &str) -> bool {
    let first = cell.split_whitespace().next().unwrap_or_default();
    QUESTIONS.iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// Words with which a heading asks.
const QUESTIONS: [&str; 6] = ["what", "where", "who", "when", "how", "why"];

/// Abbreviations with which a heading ends.
const ENDINGS: [&str; 3] = [" no.", " nos.", " ref."];

/// Whether words are a sentence, and no label such as "Ref.".
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    let is_abbreviation = || ENDINGS.iter().any(|end| text.to_ascii_lowercase().ends_with(end));
    text.contains(". ")
        || (text.contains(' ') && text.ends_with(['.', ';', '!', ',']) && !is_abbreviation())
}
