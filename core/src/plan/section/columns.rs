//! What the columns of a table have, and which of several sections each belongs to.

use super::label::{Form, lettered};
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::body::{Cell, Row, text_of};
use crate::plan::column::meaning;
use crate::plan::document::ColumnMeaning;

/// The heading over a column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) at: u32,
    pub(super) heading: String,
    pub(super) meaning: Option<ColumnMeaning>,
    /// The section that the heading names.
    pub(super) named: Option<PlanSection>,
    /// The section that the column belongs to.
    pub(super) section: Option<PlanSection>,
}

/// The columns by the heading row.
pub(super) fn columns(row: &Row) -> Vec<Column> {
    let column = |cell: &Cell| {
        let heading = text_of(&cell.nodes, false);
        let named = lettered(&heading).filter(|label| !label.is_sentence);
        let named = named.filter(|label| label.form == Form::Named || label.agrees());
        Column {
            at: cell.column,
            meaning: meaning(&heading),
            named: named.and_then(|label| label.sections.first().copied()),
            section: None,
            heading,
        }
    };
    row.cells.iter().filter(|cell| !cell.continues).map(column).collect()
}

/// The sections that the columns name by letters.
pub(super) fn named(columns: &[Column]) -> Vec<PlanSection> {
    let is_named =
        |section: &&PlanSection| columns.iter().any(|column| column.named == Some(**section));
    PlanSection::ALL.iter().filter(is_named).copied().collect()
}

/// Gives each column its section among some: by its letter, by what it has, or as its neighbour at the left.
pub(super) fn assign(columns: &mut [Column], sections: &[PlanSection]) {
    for column in columns.iter_mut() {
        let by_meaning = column.meaning.and_then(|meaning| section_of(meaning, sections));
        column.section = column.named.or(by_meaning);
    }
    let first = columns.iter().find_map(|column| column.section).or(sections.first().copied());
    let mut left = first;
    for column in columns.iter_mut() {
        left = column.section.or(left);
        column.section = left;
    }
}

/// The section, among some, to which cells with a meaning belong.
pub(super) fn section_of(meaning: ColumnMeaning, sections: &[PlanSection]) -> Option<PlanSection> {
    let with = |purpose| sections.iter().copied().find(|section| section.purpose() == purpose);
    match meaning {
        // In a table of outcomes and provision the need is what the outcome answers.
        ColumnMeaning::Need | ColumnMeaning::Strength => {
            with(SectionPurpose::Need).or_else(|| with(SectionPurpose::Outcome))
        }
        ColumnMeaning::Outcome | ColumnMeaning::Review | ColumnMeaning::Date => {
            with(SectionPurpose::Outcome)
        }
        ColumnMeaning::Provision
        | ColumnMeaning::Who
        | ColumnMeaning::HowOften
        | ColumnMeaning::HowLong
        | ColumnMeaning::GroupSize => with(SectionPurpose::Provision),
        ColumnMeaning::Advice => with(SectionPurpose::Advice),
        ColumnMeaning::Reference | ColumnMeaning::Kind => None,
    }
}
