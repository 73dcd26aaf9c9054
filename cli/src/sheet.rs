//! Spreadsheets as rows of cells: CSV as programs and people save it, and XLSX.

mod table;
mod workbook;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use ehcp_qa_core::sheet::Cell;

use crate::fault::{Fault, Source};
use crate::input::{is_standard_input, name};
use crate::outcome::Failure;

/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 20_000_000;

/// The most columns of a sheet, as many as a map can have.
const MOST_COLUMNS: usize = 1_000;

/// The most cells that are read.
const MOST_CELLS: usize = 5_000_000;

/// A sheet of a file.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The file, as it was named.
    pub(crate) source: Source,
    /// The name of the sheet; CSV has none.
    pub(crate) name: Option<String>,
    /// Its rows that have anything in them, in order.
    pub(crate) rows: Vec<Row>,
}

/// A row of a sheet.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its number, from 1.
    pub(crate) number: usize,
    /// Its cells, from the first column.
    pub(crate) cells: Vec<Held>,
}

/// What a cell holds.
#[derive(Debug, Clone, Default)]
pub(crate) enum Held {
    #[default]
    Nothing,
    Text(String),
    Number(f64),
    Flag(bool),
    Broken,
}

impl Held {
    /// The cell as the core reads it.
    pub(crate) fn cell(&self) -> Cell<'_> {
        match self {
            Self::Nothing => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Flag(is_true) => Cell::Flag(*is_true),
            Self::Broken => Cell::Broken,
        }
    }

    /// The text of a heading.
    pub(crate) fn heading(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Nothing | Self::Flag(_) | Self::Broken => String::new(),
        }
    }
}

impl Row {
    /// The cells as the core reads them.
    pub(crate) fn as_cells(&self) -> Vec<Cell<'_>> {
        self.cells.iter().map(Held::cell).collect()
    }
}

impl Sheet {
    /// A fault of a cell, or of a row. The place is what a spreadsheet shows beside it.
    pub(crate) fn fault(
        &self,
        row: usize,
        column: Option<usize>,
        pointer: &str,
        code: &'static str,
        message: String,
    ) -> Fault {
        let sheet =
            self.name.as_deref().map(|name| format!("sheet {}, ", crate::output::plain(name)));
        let column = column.map(|column| format!(", column {}", letters(column)));
        let (sheet, column) = (sheet.unwrap_or_default(), column.unwrap_or_default());
        let mut fault = Fault::of_file(&self.source, code, message);
        fault.file = format!("{}: {sheet}row {row}{column}", fault.file);
        pointer.clone_into(&mut fault.pointer);
        fault
    }
}

/// The letters of a column, from 0 for A.
pub(crate) fn letters(mut column: usize) -> String {
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

/// Reads a file: the sheet with a name, or the first.
pub(crate) fn read(path: &Path, sheet: Option<&str>) -> Result<Sheet, Failure> {
    let source = Source { alone: true, ..Source::of_file(name(path)) };
    let stop = |fault: Fault| Failure::Faults(vec![fault]);
    let bytes = bytes(path).map_err(|error| stop(Fault::unreadable(&source, &error)))?;
    if bytes.len() > MOST_BYTES {
        return Err(stop(too_large(&source)));
    }
    // A package begins with these letters, as every XLSX file does.
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook::read(source, bytes, sheet).map_err(stop);
    }
    if sheet.is_some() {
        let message = "--sheet: only a workbook has sheets with names, and this is none.";
        return Err(Failure::Usage(message.to_owned()));
    }
    table::read(source, &bytes).map_err(stop)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    if is_standard_input(path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn too_large(source: &Source) -> Fault {
    let message = format!(
        "This is too large: of a file of up to {MOST_BYTES} bytes, {MOST_COLUMNS} columns and {MOST_CELLS} cells \
         are read."
    );
    Fault::of_file(source, "sheet_too_large", message)
}

#[cfg(test)]
mod tests {
    use super::letters;

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
            assert_eq!(letters(number), expected);
        }
    }
}
