//! The columns of a map found in a sheet, and its rows read by them.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::cell::{self, Cell};
use super::field::Field;
use super::map::{SheetMap, constants, field_of};
use super::problem::SheetProblem;
use super::words::plain;
use crate::document::problem::{Problem, ProblemKind};
use crate::framework::Framework;
use crate::report::summary::SummaryRecord;

/// The columns of a sheet that a map reads.
#[derive(Debug, Clone)]
pub struct Columns {
    framework: Arc<Framework>,
    /// Each with its number in the sheet, from 0.
    fields: Vec<(usize, Field)>,
    /// What every row has.
    constants: Vec<(String, Value)>,
    /// The places in the map of columns that the sheet does not have.
    missing: Vec<usize>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellProblem {
    /// The number of the column, from 0; none where no column of the sheet holds the field.
    pub column: Option<usize>,
    /// The field of the record, as a JSON Pointer.
    pub field: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// Finds the columns of a map by the headings of a sheet. The map was checked, or proposed, under the same framework.
///
/// # Errors
/// A heading of the map stands over several columns. The pointers are those of the map.
pub fn bind(
    framework: &Arc<Framework>,
    map: &SheetMap,
    headings: &[impl AsRef<str>],
) -> Result<Columns, Vec<Problem>> {
    let headings: Vec<String> = headings.iter().map(|heading| plain(heading.as_ref())).collect();
    let constants = constants(framework, map);
    let mut columns = Columns {
        framework: framework.clone(),
        fields: Vec::new(),
        constants,
        missing: Vec::new(),
    };
    let mut problems = Vec::new();
    for (place, column) in map.columns.iter().enumerate() {
        let Some(field) = field_of(framework, column) else { continue };
        let heading = plain(&column.heading);
        let mut found = headings.iter().enumerate().filter(|(_, known)| **known == heading);
        match (found.next(), found.next()) {
            (None, _) => columns.missing.push(place),
            (Some((number, _)), None) => columns.fields.push((number, field)),
            (Some(_), Some(_)) => problems.push(Problem {
                pointer: format!("/columns/{place}/heading"),
                kind: SheetProblem::HeadingTwice {}.into(),
            }),
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

impl Columns {
    /// How many columns are read.
    #[must_use]
    pub fn count(&self) -> usize {
        self.fields.len()
    }

    /// The places, in the map, of columns that the sheet does not have.
    #[must_use]
    pub fn missing(&self) -> &[usize] {
        &self.missing
    }

    /// What is read in each column of a row that is read: the number of the column, and its value.
    pub fn values<'a>(
        &'a self,
        row: &'a [Cell<'a>],
    ) -> impl Iterator<Item = (usize, Result<Option<Value>, ProblemKind>)> + 'a {
        self.fields.iter().map(|(number, field)| {
            (*number, cell::read(field, row.get(*number).unwrap_or(&Cell::Empty)))
        })
    }

    /// What is read in a cell of a column; none where the column is not read.
    #[cfg(feature = "sheets")]
    pub(super) fn value(
        &self,
        number: usize,
        cell: &Cell,
    ) -> Option<Result<Option<Value>, ProblemKind>> {
        let (_, field) = self.fields.iter().find(|(column, _)| *column == number)?;
        Some(cell::read(field, cell))
    }

    /// The record of a row; none where nothing is given in the columns that are read.
    ///
    /// # Errors
    /// Every cell that cannot be read, and what does not fit together where all can be.
    pub fn record(&self, row: &[Cell]) -> Result<Option<SummaryRecord>, Vec<CellProblem>> {
        let mut record = Map::new();
        let mut problems = Vec::new();
        let mut is_blank = true;
        for ((_, field), (number, value)) in self.fields.iter().zip(self.values(row)) {
            match value {
                Ok(None) => {}
                Ok(Some(value)) => {
                    is_blank = false;
                    set(&mut record, &field.at, value);
                }
                Err(kind) => {
                    problems.push(CellProblem {
                        column: Some(number),
                        field: field.at.clone(),
                        kind,
                    });
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if is_blank {
            return Ok(None);
        }
        for (at, value) in &self.constants {
            set(&mut record, at, value.clone());
        }
        set(&mut record, "/review/framework", self.framework.id().into());
        let record = SummaryRecord::from_json(&self.framework, &Value::Object(record).to_string());
        record.map(Some).map_err(|problems| {
            let problems = problems.into_iter().map(|Problem { pointer, kind }| CellProblem {
                column: self.column_of(&pointer),
                field: pointer,
                kind,
            });
            problems.collect()
        })
    }

    /// The column that holds a field, or part of it.
    fn column_of(&self, pointer: &str) -> Option<usize> {
        let is_within = |outer: &str, inner: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut fields = self.fields.iter();
        let found = fields
            .find(|(_, field)| is_within(&field.at, pointer) || is_within(pointer, &field.at));
        found.map(|(number, _)| *number)
    }
}

/// Sets the field at a pointer, with the objects around it.
fn set(object: &mut Map<String, Value>, at: &str, value: Value) {
    let rest = at.strip_prefix('/').unwrap_or(at);
    match rest.split_once('/') {
        None => {
            object.insert(rest.to_owned(), value);
        }
        Some((name, behind)) => {
            let inner = object.entry(name).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                set(inner, behind, value);
            }
        }
    }
}
