//! A sheet as rows of cells, as it stands in a file.

use super::cell::Cell;
use super::problem::SheetProblem;

/// The largest file that is read, in bytes.
pub const MOST_SHEET_BYTES: usize = 20_000_000;

/// The most columns of a sheet, as many as a map can have.
const MOST_COLUMNS: usize = 1_000;

/// The most cells that are read.
const MOST_CELLS: usize = 5_000_000;

/// A sheet of a file.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The name of the sheet; CSV has none.
    pub name: Option<String>,
    /// The names of the sheets of the workbook, in order; CSV has none.
    pub names: Vec<String>,
    /// Its rows that have anything in them, in order.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct SheetRow {
    /// Its number, from 1.
    pub number: usize,
    /// Its cells, from the first column.
    pub(super) cells: Vec<Held>,
}

/// What a cell holds.
#[derive(Debug, Clone, Default)]
pub(super) enum Held {
    #[default]
    Nothing,
    Text(String),
    Number(f64),
    Flag(bool),
    Broken,
}

impl Held {
    /// A text; nothing where it is blank.
    pub(super) fn of_text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Nothing } else { Self::Text(text.to_owned()) }
    }

    /// The cell as it is read.
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Nothing => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Flag(is_true) => Cell::Flag(*is_true),
            Self::Broken => Cell::Broken,
        }
    }

    /// The text of a heading.
    fn heading(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Nothing | Self::Flag(_) | Self::Broken => String::new(),
        }
    }
}

impl SheetRow {
    /// Its cells, from the first column.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell<'_>> {
        self.cells.iter().map(Held::cell).collect()
    }

    /// The cell in a column, from 0.
    pub(super) fn cell(&self, column: usize) -> Cell<'_> {
        self.cells.get(column).map_or(Cell::Empty, Held::cell)
    }

    /// The texts of its cells as headings.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        self.cells.iter().map(Held::heading).collect()
    }
}

/// How much of a file has been read.
#[derive(Debug, Default)]
pub(super) struct CellsRead(usize);

impl CellsRead {
    /// Counts cells, of which the last stands in this column from 1.
    pub(super) fn add(&mut self, cells: usize, last_column: usize) -> Result<(), SheetProblem> {
        self.0 = self.0.saturating_add(cells);
        if last_column > MOST_COLUMNS || self.0 > MOST_CELLS { Err(too_large()) } else { Ok(()) }
    }
}

/// The problem of a file that is larger than any that is read.
pub(super) fn too_large() -> SheetProblem {
    SheetProblem::FileTooLarge { bytes: MOST_SHEET_BYTES, columns: MOST_COLUMNS, cells: MOST_CELLS }
}

/// The letters of a column, from 0 for A, as a spreadsheet shows them.
#[must_use]
pub fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(column % 26).unwrap_or(0));
        match column / 26 {
            0 => break,
            rest => column = rest - 1,
        }
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let known = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ];
        for (number, expected) in known {
            assert_eq!(column_letters(number), expected);
        }
    }
}
