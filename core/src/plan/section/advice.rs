//! Divides a body into what advice says of needs, outcomes and provision, by its headings and the columns of its
//! tables.

use super::blocks::{cells_of, is_heading_row, paragraph_block, row_block, starting};
use super::columns::{Column, assign, columns};
use super::lines::{Line, Source, lines};
use crate::document::Bounded;
use crate::plan::advice::{AdviceDocument, AdviceKind, front, kind_of};
use crate::plan::body::{Body, Paragraph, Row, text_of};
use crate::plan::document::{Block, BlockKind, ColumnMeaning};
use crate::plan::words::words;

/// The ranks of headings without a level: of a line, and of the bold words at the beginning of a paragraph.
const LINE: u8 = 8;
const LEAD: u8 = 9;

/// The most words of a heading that is not marked as one.
const MOST_WORDS: usize = 8;

/// What is open while lines are divided.
struct Division {
    advice: AdviceDocument,
    kind: AdviceKind,
    /// The rank of the heading that opened it.
    rank: u8,
    table: Option<u32>,
    columns: Vec<Column>,
    is_split: bool,
    lead_in: Option<String>,
    labelled: Vec<(String, String)>,
}

/// A body as a piece of advice.
pub(crate) fn divide_advice(body: &Body) -> AdviceDocument {
    let lines_of_body = lines(body, &body.nodes);
    let mut division = Division {
        advice: AdviceDocument {
            title: None,
            author: None,
            role: None,
            agency: None,
            date: None,
            views: Bounded(Vec::new()),
            needs: Bounded(Vec::new()),
            outcomes: Bounded(Vec::new()),
            provision: Bounded(Vec::new()),
            other: Bounded(Vec::new()),
        },
        kind: AdviceKind::Other,
        rank: 0,
        table: None,
        columns: Vec::new(),
        is_split: false,
        lead_in: None,
        labelled: Vec::new(),
    };
    for line in &lines_of_body {
        match line.source {
            Source::Paragraph(paragraph) => division.paragraph(line, paragraph),
            Source::Row(row) => division.row(line, row),
        }
    }
    let mut advice = division.advice;
    let texts: Vec<&str> = lines_of_body
        .iter()
        .filter(|line| matches!(line.source, Source::Paragraph(_)))
        .map(|line| line.text.as_str())
        .collect();
    front(&mut advice, &division.labelled, &texts);
    advice
}

impl Division {
    fn paragraph(&mut self, line: &Line, paragraph: &Paragraph) {
        self.table = None;
        let mut is_heading = false;
        if let Some(rank) = heading_rank(line) {
            is_heading = true;
            self.heading(&line.text, rank);
            if rank < LINE && self.advice.title.is_none() {
                self.advice.title = Some(line.text.clone());
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
        let Some(block) = block else { return };
        let blocks = match kind {
            AdviceKind::Views => &mut self.advice.views,
            AdviceKind::Need => &mut self.advice.needs,
            AdviceKind::Outcome => &mut self.advice.outcomes,
            AdviceKind::Provision => &mut self.advice.provision,
            AdviceKind::Other => &mut self.advice.other,
        };
        blocks.0.push(block);
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
