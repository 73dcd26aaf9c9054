//! The records of a sheet, with every cell that cannot be read.

use serde::Serialize;

use super::column::{CellProblem, Columns};
use super::grid::{SheetRow, column_letters};
use crate::document::problem::{MOST_PROBLEMS, Problem};

/// What the rows of a sheet come to.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct SheetRecords {
    /// The records as NDJSON, one a line.
    pub ndjson: String,
    /// How many records there are.
    pub records: usize,
    /// How many rows have a cell that cannot be read, and are no record.
    pub refused: usize,
    /// How many rows have nothing in the columns that are read, and are no record.
    pub blank: usize,
    /// The cells that cannot be read, in order: the first 1,000.
    pub problems: Vec<RowProblem>,
    /// How many more there are.
    pub more: usize,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct RowProblem {
    /// The number of the row, from 1.
    pub row: usize,
    /// The letters of the column; none where no column of the sheet holds the field.
    pub column: Option<String>,
    /// What is wrong. The pointer is that of the field in a record.
    pub problem: Problem,
}

impl RowProblem {
    /// The problem of a cell in its row.
    #[must_use]
    pub fn of(row: &SheetRow, problem: CellProblem) -> Self {
        let CellProblem { column, field, kind } = problem;
        Self {
            row: row.number,
            column: column.map(column_letters),
            problem: Problem { pointer: field, kind },
        }
    }
}

/// The records of rows.
#[must_use]
pub fn records(columns: &Columns, rows: &[SheetRow]) -> SheetRecords {
    let mut read = SheetRecords::default();
    for row in rows {
        match columns.record(&row.cells()) {
            Ok(None) => read.blank += 1,
            Ok(Some(record)) => {
                // What was read is written without a fault.
                let Ok(line) = serde_json::to_string(&record) else { continue };
                read.records += 1;
                read.ndjson.push_str(&line);
                read.ndjson.push('\n');
            }
            Err(problems) => {
                read.refused += 1;
                for problem in problems {
                    if read.problems.len() < MOST_PROBLEMS {
                        read.problems.push(RowProblem::of(row, problem));
                    } else {
                        read.more += 1;
                    }
                }
            }
        }
    }
    read
}
