//! A cell of a sheet, read as what its column holds.

use serde_json::Value;

use super::day::{day_of_serial, day_of_text};
use super::field::{Field, FieldKind};
use super::problem::SheetProblem;
use super::words::{nearest, plain, value_of};
use crate::document::problem::ProblemKind;
use crate::document::{Day, is_id};

/// A cell as a spreadsheet holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing stands in it.
    Empty,
    /// A text. A date that the spreadsheet knows as one is written YYYY-MM-DD.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A formula without a result.
    Broken,
}

impl Cell<'_> {
    /// Whether nothing is given: the cell is empty, or has a dash.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => {
                text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—'))
            }
            _ => false,
        }
    }

    /// What stands in it as a text; a whole number without a fraction.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Empty | Self::Broken => None,
            Self::Text(text) => Some(text.trim().to_owned()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(is_true) => Some(is_true.to_string()),
        }
    }
}

/// Reads a cell as what its column holds; nothing where it is blank.
pub(super) fn read(field: &Field, cell: &Cell) -> Result<Option<Value>, ProblemKind> {
    if cell.is_blank() {
        return Ok(None);
    }
    let text = cell.text().ok_or_else(|| unread(field))?;
    let written = plain(&text);
    if let Some((_, value)) = field.given.iter().find(|(known, _)| *known == written) {
        return Ok(value.clone());
    }
    let value = match field.kind {
        FieldKind::Words | FieldKind::YearGroup => value_of(&field.words, &written),
        FieldKind::Date => day(cell, &text).map(|day| Value::from(day.to_string())),
        FieldKind::Number => {
            value_of(&field.words, &written).or_else(|| text.parse::<i16>().ok().map(Value::from))
        }
        FieldKind::Name => name_of(&written).map(Value::from),
        FieldKind::Text => Some(Value::from(text)),
    };
    if value.is_some() {
        return Ok(value);
    }
    Err(match nearest(&field.words, &written) {
        Some(nearest) => SheetProblem::Near { nearest: nearest.to_owned() }.into(),
        None => unread(field),
    })
}

/// The day in a cell, which the spreadsheet may count.
fn day(cell: &Cell, text: &str) -> Option<Day> {
    match cell {
        Cell::Number(serial) => day_of_serial(*serial),
        _ => day_of_text(text).or_else(|| day_of_serial(text.parse().ok()?)),
    }
}

/// The problem of a cell that is not read.
fn unread(field: &Field) -> ProblemKind {
    let expected = match field.kind {
        FieldKind::Date => "a date such as 6/11/2023, the day first, or YYYY-MM-DD".to_owned(),
        FieldKind::Number => "a whole number".to_owned(),
        FieldKind::YearGroup => "a year group, such as 9, Year 9, Reception or Nursery".to_owned(),
        FieldKind::Name => {
            "a name of at most 64 letters and digits; the map can give it a short one".to_owned()
        }
        FieldKind::Text => "a text".to_owned(),
        FieldKind::Words => {
            let labels: Vec<&str> = field.words.iter().map(|word| word.label.as_str()).collect();
            ["one of: ", &labels.join("; "), "; or a word that the map gives"].concat()
        }
    };
    SheetProblem::Unread { expected }.into()
}

/// The name of a value that plans are counted by, as an id: its words with hyphens between them.
pub(super) fn name_of(written: &str) -> Option<String> {
    let name = written.replace(' ', "-");
    is_id(&name).then_some(name)
}
