//! Divides a body into what advice says of needs, outcomes and provision: by its headings and the columns of its
//! tables, and by what each sentence says.

use std::rc::Rc;

use super::blocks::{cells_of, is_heading_row, paragraph_block, row_block, starting};
use super::columns::{Column, assign, columns};
use super::lines::{Line, Source, lines};
use crate::document::Bounded;
use crate::plan::advice::{
    AdviceDocument, AdviceForm, AdviceKind, AdviceSentence, Surroundings, features, front,
    heading_features, judged, kind_of,
};
use crate::plan::body::{Body, Paragraph, Row, text_of};
use crate::plan::document::{Block, BlockKind, ColumnMeaning, RunPlace, Utf16Place};
use crate::plan::sentence::{begins_with_mark, sentences};
use crate::plan::words::words;
use crate::plan::written::utf16;

/// The ranks of headings without a level: of a line, and of the bold words at the beginning of a paragraph.
const LINE: u8 = 8;
const LEAD: u8 = 9;

/// The most words of a heading that is not marked as one.
const MOST_WORDS: usize = 8;

/// A block, with the kind that its heading or its column names.
struct Piece {
    kind: AdviceKind,
    block: Block,
    /// The features of the heading over it.
    heading: Rc<[u32]>,
}

/// What is open while lines are divided.
#[derive(Default)]
struct Division {
    title: Option<String>,
    pieces: Vec<Piece>,
    kind: AdviceKind,
    /// The rank of the heading that opened it.
    rank: u8,
    heading: Rc<[u32]>,
    table: Option<u32>,
    columns: Vec<Column>,
    is_split: bool,
    lead_in: Option<String>,
    labelled: Vec<(String, String)>,
}

/// A body as a piece of advice.
pub(crate) fn divide_advice(body: &Body) -> AdviceDocument {
    let lines = lines(body, &body.nodes);
    let Division { title, pieces, labelled, .. } = division(&lines);
    let none = || Bounded(Vec::new());
    let mut advice = AdviceDocument {
        title,
        author: None,
        role: None,
        agency: None,
        date: None,
        views: none(),
        needs: none(),
        outcomes: none(),
        provision: none(),
        other: none(),
    };
    let of = pieces.len();
    for (before, piece) in pieces.into_iter().enumerate() {
        let around = surroundings(&piece, before, of);
        place(&mut advice, piece, &around);
    }
    let is_paragraph = |line: &&Line| matches!(line.source, Source::Paragraph(_));
    let texts: Vec<&str> =
        lines.iter().filter(is_paragraph).map(|line| line.text.as_str()).collect();
    front(&mut advice, &labelled, &texts);
    advice
}

/// The sentences of advice as a training reads them.
pub(crate) fn advice_sentences(body: &Body) -> Vec<AdviceSentence> {
    let pieces = division(&lines(body, &body.nodes)).pieces;
    let mut all = Vec::new();
    for (before, piece) in pieces.iter().enumerate() {
        let around = surroundings(piece, before, pieces.len());
        for (number, (start, end)) in judged_in(piece).into_iter().enumerate() {
            let text = piece.block.text.get(start..end).unwrap_or_default();
            all.push(AdviceSentence {
                text: text.to_owned(),
                under: piece.kind,
                kind: kind_in(piece, text, number, &around),
                features: features(text, number, &around),
            });
        }
    }
    all
}

fn division(lines: &[Line]) -> Division {
    let mut division = Division::default();
    for line in lines {
        match line.source {
            Source::Paragraph(paragraph) => division.paragraph(line, paragraph),
            Source::Row(row) => division.row(line, row),
        }
    }
    division
}

/// What stands around the sentences of a piece, before which so many of all stand.
fn surroundings(piece: &Piece, before: usize, of: usize) -> Surroundings {
    let block = &piece.block;
    let form = match block.kind {
        BlockKind::Row => AdviceForm::Row,
        BlockKind::ListItem => AdviceForm::Item,
        _ if begins_with_mark(&block.text) => AdviceForm::Item,
        _ => AdviceForm::Prose,
    };
    let headings = block.cells.iter().flat_map(|cells| cells.iter());
    let headings: Vec<&str> = headings.filter_map(|cell| cell.heading.as_deref()).collect();
    let lead = headings.join(" ");
    let lead = block.lead_in.as_deref().unwrap_or(&lead);
    Surroundings::new(&piece.heading, lead, form, [before, of])
}

/// The sentences of a piece that are judged. A row is one; a heading says nothing, and views are nobody's advice.
fn judged_in(piece: &Piece) -> Vec<(usize, usize)> {
    let is_heading = matches!(piece.block.kind, BlockKind::Heading | BlockKind::HeadingRow);
    if is_heading || piece.kind == AdviceKind::Views {
        return Vec::new();
    }
    sentences(&piece.block.text, piece.block.kind)
}

/// What a sentence of a piece is. Of a row, a heading says it before its words do.
fn kind_in(piece: &Piece, sentence: &str, number: usize, around: &Surroundings) -> AdviceKind {
    if piece.block.kind == BlockKind::Row && piece.kind != AdviceKind::Other {
        return piece.kind;
    }
    judged(sentence, number, around, piece.kind)
}

/// Adds a piece to the lists: sentences of one kind that follow each other stay together.
fn place(advice: &mut AdviceDocument, piece: Piece, around: &Surroundings) {
    if piece.kind == AdviceKind::Views {
        return advice.views.0.push(piece.block);
    }
    let mut parts: Vec<(AdviceKind, usize)> = Vec::new();
    for (number, (start, end)) in judged_in(&piece).into_iter().enumerate() {
        let sentence = piece.block.text.get(start..end).unwrap_or_default();
        let kind = kind_in(&piece, sentence, number, around);
        if parts.last().is_none_or(|(last, _)| *last != kind) {
            parts.push((kind, if number == 0 { 0 } else { start }));
        }
    }
    // What is struck through is known of a block as a whole.
    if piece.block.with_struck.is_some() {
        parts.retain(|(kind, _)| *kind != AdviceKind::Other);
        parts.truncate(1);
    }
    match parts.as_slice() {
        [] => advice.list_mut(AdviceKind::Other).push(piece.block),
        [(kind, _)] => advice.list_mut(*kind).push(piece.block),
        _ => {
            let starts: Vec<usize> = parts.iter().map(|(_, start)| *start).collect();
            for ((kind, _), block) in parts.iter().zip(parted(&piece.block, &starts)) {
                advice.list_mut(*kind).push(block);
            }
        }
    }
}

/// A paragraph as blocks that start at these bytes.
fn parted(block: &Block, starts: &[usize]) -> Vec<Block> {
    let ends = starts.iter().skip(1).copied().chain([block.text.len()]);
    let mut runs = block.runs.iter().peekable();
    let mut open: Option<&RunPlace> = None;
    let mut from = 0;
    let mut blocks = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let text = block.text.get(*start..end).unwrap_or_default();
        let to = from + utf16(text);
        // The run that the part before ended in goes on.
        let mut of_part: Vec<RunPlace> = Vec::new();
        if let Some(run) = open.filter(|_| runs.peek().is_none_or(|next| next.at.0 > from)) {
            let offset = Utf16Place(run.offset.0 + from - run.at.0);
            of_part.push(RunPlace { at: Utf16Place(0), offset, ..run.clone() });
        }
        while let Some(run) = runs.next_if(|run| run.at.0 < to) {
            of_part.push(RunPlace { at: Utf16Place(run.at.0 - from), ..run.clone() });
            open = Some(run);
        }
        blocks.push(Block {
            kind: block.kind,
            text: text.trim_end().to_owned(),
            with_struck: None,
            // A number and a lead-in belong to the first sentence.
            number: block.number.clone().filter(|_| *start == 0),
            lead_in: block.lead_in.clone().filter(|_| *start == 0),
            row: None,
            cells: None,
            runs: Bounded(of_part),
        });
        from = to;
    }
    blocks
}

impl Division {
    fn paragraph(&mut self, line: &Line, paragraph: &Paragraph) {
        self.table = None;
        let mut is_heading = false;
        if let Some(rank) = heading_rank(line) {
            is_heading = true;
            self.heading(&line.text, rank);
            if rank < LINE && self.title.is_none() {
                self.title = Some(line.text.clone());
            }
            self.lead_in = None;
        } else if let Some(lead) = lead(paragraph) {
            self.labels(paragraph);
            if kind_of(&lead).is_some() {
                self.heading(&lead, LEAD);
            }
        } else {
            self.labels(paragraph);
        }
        let block = paragraph_block(line, paragraph, self.lead_in.as_deref());
        if block.kind != BlockKind::ListItem {
            self.lead_in = Some(block.text.clone()).filter(|text| text.ends_with(':'));
        }
        let kind = if is_heading { AdviceKind::Other } else { self.kind };
        self.add(kind, Some(block));
    }

    /// Opens what a heading names. A heading of something else closes what is open, unless it stands beneath it.
    fn heading(&mut self, text: &str, rank: u8) {
        self.heading = heading_features(text);
        match kind_of(text) {
            Some(kind) => (self.kind, self.rank) = (kind, rank),
            None if rank <= self.rank => (self.kind, self.rank) = (AdviceKind::Other, rank),
            None => {}
        }
    }

    fn row(&mut self, line: &Line, row: &Row) {
        self.lead_in = None;
        if self.table != line.table {
            self.table = line.table;
            self.columns.clear();
            self.is_split = false;
        }
        let cells = starting(row);
        let mut is_heading = false;
        if self.columns.is_empty() && is_heading_row(row) {
            self.columns = columns(row);
            is_heading = true;
            let has = |wanted| self.columns.iter().any(|column| column.meaning == Some(wanted));
            let kinds = [ColumnMeaning::Need, ColumnMeaning::Outcome, ColumnMeaning::Provision];
            self.is_split = self.kind == AdviceKind::Other
                && kinds.into_iter().filter(|kind| has(*kind)).count() > 1;
            if self.is_split {
                assign(&mut self.columns, &SPLIT.map(AdviceKind::section));
            }
        }
        let texts: Vec<String> = cells.iter().map(|cell| text_of(&cell.nodes, false)).collect();
        for pair in texts.chunks(2) {
            if let [label, value] = pair {
                self.labelled.push((label.clone(), value.clone()));
            }
        }
        if self.is_split {
            for kind in SPLIT {
                let cells = cells_of(row, &self.columns, kind.section());
                self.add(kind, row_block(line, &cells, &self.columns, is_heading));
            }
            return;
        }
        let block = row_block(line, &cells, &self.columns, is_heading);
        self.add(self.kind, block);
    }

    /// The labels in a paragraph with what stands behind them: bold words, and words in front of a colon.
    fn labels(&mut self, paragraph: &Paragraph) {
        let mut label: Option<String> = None;
        for run in paragraph.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            if run.appearance.bold {
                label = Some(run.text.trim().trim_end_matches(':').to_owned());
            } else if let Some(label) = label.take() {
                let value = run.text.trim().trim_start_matches(':').trim();
                self.labelled.push((label, value.to_owned()));
            }
        }
        for line in paragraph.text(false).lines() {
            if let Some((label, value)) = line.split_once(':') {
                self.labelled.push((label.to_owned(), value.trim().to_owned()));
            }
        }
    }

    fn add(&mut self, kind: AdviceKind, block: Option<Block>) {
        let heading = Rc::clone(&self.heading);
        self.pieces.extend(block.map(|block| Piece { kind, block, heading }));
    }
}

/// The kinds into which the columns of a table are divided.
const SPLIT: [AdviceKind; 3] = [AdviceKind::Need, AdviceKind::Outcome, AdviceKind::Provision];

/// The rank of a line that is a heading: its level, or below all levels.
fn heading_rank(line: &Line) -> Option<u8> {
    let appearance = line.appearance;
    if appearance.heading.is_some() {
        return appearance.heading;
    }
    let names = kind_of(&line.text).is_some();
    let is_short = words(&line.text).len() <= 2 * MOST_WORDS
        && (names || !line.text.ends_with(['.', ';', ',']));
    let stands_out = appearance.is_bold || appearance.is_capitals || appearance.is_underlined;
    let is_marked = stands_out && is_short && !appearance.is_in_list;
    // In plain text a heading is a line of a few words that says what there is.
    let is_plain = !appearance.is_in_list
        && words(&line.text).len() <= MOST_WORDS
        && !line.text.ends_with(['.', ';', ',', '!'])
        && !line.text.contains(": ")
        && kind_of(&line.text).is_some_and(|kind| kind != AdviceKind::Other);
    (is_marked || is_plain).then_some(LINE)
}

/// The bold words at the beginning of a paragraph that goes on in other type.
fn lead(paragraph: &Paragraph) -> Option<String> {
    let runs = || paragraph.runs.iter().filter(|run| !run.text.trim().is_empty());
    let is_mixed = runs().any(|run| !run.appearance.bold);
    let bold: String =
        runs().take_while(|run| run.appearance.bold).map(|run| run.text.as_str()).collect();
    let is_short = (1..=MOST_WORDS).contains(&words(&bold).len());
    (is_mixed && is_short).then_some(bold)
}
