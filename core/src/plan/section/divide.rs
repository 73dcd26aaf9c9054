//! Divides a body into the parts of its sections and what belongs to none.

use super::blocks::{
    cells_of, furniture_block, is_heading_row, line_place, paragraph_block, row_block, stands_out,
    starting,
};
use super::columns::{Column, assign, columns, section_of};
use super::doubts::{Opened, doubts};
use super::fonts::fonts;
use super::lines::{Line, Source, behind_label, lines};
use super::recognise::{Heading, Role, roles};
use super::titles::LOOSE;
use crate::document::Bounded;
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::body::{Body, Comment, Row, text_of};
use crate::plan::column::meaning;
use crate::plan::document::{
    Block, BlockKind, ColumnMeaning, PlanComment, PlanDocument, PlanPart, SectionChoice,
    SectionHeading,
};
use crate::plan::words::{contain, words};
use crate::plan::written::place;

/// What is open while lines are divided.
#[derive(Debug, Default)]
struct Division {
    parts: Vec<PlanPart>,
    furniture: Vec<Block>,
    /// The heading that is open, its sections, and where its parts begin.
    open: Option<(SectionHeading, Vec<PlanSection>, usize)>,
    /// The table that is open, and its columns.
    table: Option<u32>,
    columns: Vec<Column>,
    is_split: bool,
    lead_in: Option<String>,
    opened: Vec<Opened>,
}

/// A body as a document. What a person says of a line stands over what is recognised.
pub(crate) fn divide(body: &Body, choices: &[SectionChoice]) -> PlanDocument {
    let lines_of_body = lines(body, &body.nodes);
    let roles = roles(&lines_of_body, choices);
    let mut division = Division::default();
    for (line, role) in lines_of_body.iter().zip(roles) {
        match role {
            Role::Text => division.text(line),
            Role::Heading(heading) => division.heading(line, heading),
            Role::Aside => division.furniture.extend(furniture_block(line)),
            Role::End => {
                division.open = None;
                division.text(line);
            }
        }
    }
    division.furniture.extend(lines(body, &body.furniture).iter().filter_map(furniture_block));
    let parts: Vec<PlanPart> =
        division.parts.into_iter().filter(|part| !part.sections.is_empty()).collect();
    let doubts = doubts(&division.opened, &parts);
    PlanDocument {
        files: Bounded(body.parts.clone()),
        parts: Bounded(parts),
        furniture: Bounded(division.furniture),
        comments: Bounded(body.comments.iter().map(comment).collect()),
        fonts: fonts(body).map(Bounded),
        doubts: Bounded(doubts),
    }
}

fn comment(comment: &Comment) -> PlanComment {
    PlanComment {
        author: comment.author.clone(),
        text: comment.text.clone(),
        place: comment.spot.map(|spot| place(spot, 0, 0)),
    }
}

impl Division {
    /// Opens sections. What stands behind the label in the same row is their text.
    fn heading(&mut self, line: &Line, found: Heading) {
        let heading = SectionHeading {
            text: heading_text(line, found.takes_row),
            place: line_place(line),
            recognised_by: found.by,
            sureness: found.sureness,
            area: found.area.map(str::to_owned),
        };
        self.opened.push(Opened {
            sections: found.sections.clone(),
            heading: heading.clone(),
            has_other_title: found.has_other_title,
        });
        self.open = Some((heading, found.sections.clone(), self.parts.len()));
        // Every section that is opened has a part, though nothing may stand in it.
        self.part(&found.sections);
        self.lead_in = None;
        let Source::Row(row) = line.source else {
            self.table = None;
            return;
        };
        self.table = line.table;
        self.columns.clear();
        self.is_split = false;
        if found.takes_row {
            self.columns = columns(row);
            assign(&mut self.columns, &found.sections);
            self.is_split = self.columns.iter().any(|column| column.named.is_some())
                && found.sections.len() > 1;
            return;
        }
        match starting(row).split_first() {
            Some((_, [cell])) => behind_label(line, cell).iter().for_each(|line| self.text(line)),
            Some((_, cells)) => {
                let block = row_block(line, cells, &[], false);
                self.add(&found.sections, block);
            }
            None => {}
        }
    }

    /// Adds a line of text to the sections that are open.
    fn text(&mut self, line: &Line) {
        let Some((_, sections, _)) = &self.open else {
            self.furniture.extend(furniture_block(line));
            return;
        };
        let sections = sections.clone();
        match line.source {
            Source::Paragraph(paragraph) => {
                let block = paragraph_block(line, paragraph, self.lead_in.as_deref());
                match block.kind {
                    BlockKind::ListItem => {}
                    _ => self.lead_in = Some(block.text.clone()).filter(|text| text.ends_with(':')),
                }
                let sections = loose(&sections, &block.text, block.kind == BlockKind::Heading);
                self.add(&sections, Some(block));
            }
            Source::Row(row) => self.row(line, row, &sections),
        }
    }

    fn row(&mut self, line: &Line, row: &Row, sections: &[PlanSection]) {
        self.lead_in = None;
        let mut is_heading = false;
        if self.table != line.table {
            self.table = line.table;
            self.columns.clear();
            self.is_split = false;
        }
        let cells = starting(row);
        let label = cells.first().map(|cell| text_of(&cell.nodes, false)).unwrap_or_default();
        let found = if is_heading_row(row) { columns(row) } else { Vec::new() };
        let known =
            found.iter().filter(|column| column.meaning.is_some() || column.named.is_some());
        // Within a table headings may come again for other columns.
        if self.columns.is_empty() && !found.is_empty() || known.count() > 1 {
            is_heading = true;
            self.columns = found;
            if sections.len() > 1 {
                assign(&mut self.columns, sections);
                let is_known = |column: &Column| column.meaning.is_some() || column.named.is_some();
                self.is_split = self.columns.iter().any(is_known);
            }
        }
        // A row with fewer cells than columns has a label of its own, as "Outcome 2" over its provision.
        let has_label =
            self.columns.is_empty() || cells.len() < self.columns.len() && stands_out(&cells);
        let by_label = meaning(&label).filter(|_| sections.len() > 1 && has_label);
        let by_label = by_label.and_then(|meaning| section_of(meaning, sections));
        if self.is_split && by_label.is_none() {
            for section in sections {
                let cells = cells_of(row, &self.columns, *section);
                let block = row_block(line, &cells, &self.columns, is_heading);
                self.add(&[*section], block);
            }
            return;
        }
        let columns = if by_label.is_some() { &[] } else { self.columns.as_slice() };
        let block = row_block(line, &cells, columns, is_heading);
        let sections = match by_label {
            Some(section) => vec![section],
            None => loose(sections, block.as_ref().map_or("", |block| &block.text), false),
        };
        self.add(&sections, block);
    }

    fn add(&mut self, sections: &[PlanSection], block: Option<Block>) {
        let Some(block) = block else { return };
        if let Some(part) = self.part(sections) {
            part.blocks.0.push(block);
        }
    }

    /// The part of some sections under the open heading, made where it is not there.
    fn part(&mut self, sections: &[PlanSection]) -> Option<&mut PlanPart> {
        let (heading, _, first) = self.open.as_ref()?;
        let parts = self.parts.get(*first..)?;
        let known = parts.iter().position(|part| part.sections == sections);
        let at = known.map_or(self.parts.len(), |at| first + at);
        if known.is_none() {
            self.parts.push(PlanPart {
                sections: sections.to_vec(),
                heading: heading.clone(),
                blocks: Bounded(Vec::new()),
            });
        }
        self.parts.get_mut(at)
    }
}

/// The text of a heading: that of a paragraph, of a label, or of the row that it takes.
fn heading_text(line: &Line, takes_row: bool) -> String {
    match line.source {
        Source::Row(row) if takes_row => {
            let cells = starting(row);
            let texts: Vec<String> = cells.iter().map(|cell| text_of(&cell.nodes, false)).collect();
            texts.join("\t")
        }
        _ => line.text.clone(),
    }
}

/// Which of several sections a line belongs to that stands in no column: by its words, and where they do not say,
/// what is no outcome is provision, and a heading goes with the needs.
fn loose(sections: &[PlanSection], text: &str, is_heading: bool) -> Vec<PlanSection> {
    if sections.len() < 2 {
        return sections.to_vec();
    }
    let words = words(text);
    let is_named = |section: &&PlanSection| {
        LOOSE.iter().any(|(known, phrase)| known == *section && contain(&words, phrase))
    };
    let named: Vec<PlanSection> = sections.iter().filter(is_named).copied().collect();
    if named.len() == 1 {
        return named;
    }
    let purposes =
        |purpose| sections.iter().copied().filter(move |section| section.purpose() == purpose);
    let mut provision = purposes(SectionPurpose::Provision);
    if is_heading && named.is_empty() {
        let section = section_of(ColumnMeaning::Need, sections);
        return section.map_or_else(|| sections.to_vec(), |section| vec![section]);
    }
    match (purposes(SectionPurpose::Outcome).next(), provision.next(), provision.next()) {
        (Some(_), Some(section), None) if named.is_empty() => vec![section],
        _ => sections.to_vec(),
    }
}
