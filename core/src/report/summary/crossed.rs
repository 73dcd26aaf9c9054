//! Tables whose rows and columns have sums.

use super::hide::{Grid, Shown, show};
use super::shown::{Label, Table, TableRow};
use crate::document::message::Catalogue;

/// A table whose rows and columns have sums.
pub(super) struct Crossed {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) row_heading: String,
    pub(super) rows: Vec<Label>,
    pub(super) columns: Vec<Label>,
    /// What the row and the column of sums are called.
    pub(super) totals: [String; 2],
}

impl Crossed {
    /// The table with its counts, as far as they are shown; none of them where all is hidden.
    pub(super) fn table(self, say: &Catalogue, grid: &Grid, is_hidden: bool) -> Table {
        let Self { id, title, row_heading, rows, mut columns, totals: [all_rows, all_columns] } =
            self;
        let shown = if is_hidden {
            Shown::nothing(grid.rows.len(), grid.columns.len())
        } else {
            show(grid)
        };
        let sums = shown.rows.into_iter();
        let counts = shown.cells.into_iter().zip(sums).map(|(mut cells, sum)| {
            cells.push(sum);
            cells
        });
        let mut rows: Vec<TableRow> = rows
            .iter()
            .zip(counts)
            .map(|(row, counts)| TableRow::new(&row.id, &row.label, counts))
            .collect();
        let mut sums = shown.columns;
        sums.push(shown.total);
        rows.push(TableRow::new("total", &all_rows, sums));
        columns.push(Label::new("total", &all_columns));
        Table { columns, rows, ..Table::new(say, &id, title, row_heading) }
    }
}
