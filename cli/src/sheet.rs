//! A spreadsheet read from a file, and the place of a fault in it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use ehcp_qa_core::sheet::{MOST_SHEET_BYTES, RowProblem, Sheet, read_sheet};

use crate::fault::{Fault, Source};
use crate::input::{is_standard_input, name};
use crate::outcome::Failure;
use crate::output::plain;

/// A fault of a row. The place is what a spreadsheet shows beside it.
pub(crate) fn fault(source: &Source, sheet: &Sheet, found: &RowProblem) -> Fault {
    let RowProblem { row, column, problem } = found;
    let sheet = sheet.name.as_deref().map(|name| format!("sheet {}, ", plain(name)));
    let column = column.as_ref().map(|column| format!(", column {column}"));
    let (sheet, column) = (sheet.unwrap_or_default(), column.unwrap_or_default());
    let mut fault = Fault::of_file(source, problem.kind.code(), problem.kind.to_string());
    fault.file = format!("{}: {sheet}row {row}{column}", fault.file);
    fault.pointer.clone_from(&problem.pointer);
    fault
}

/// Reads a file: the sheet with a name, or the first.
pub(crate) fn read(path: &Path, sheet: Option<&str>) -> Result<(Source, Sheet), Failure> {
    let source = Source { alone: true, ..Source::of_file(name(path)) };
    let stop = |fault: Fault| Failure::Faults(vec![fault]);
    let bytes = bytes(path).map_err(|error| stop(Fault::unreadable(&source, &error)))?;
    let read = read_sheet(&bytes, sheet)
        .map_err(|kind| stop(Fault::of_file(&source, kind.code(), plain(&kind.to_string()))))?;
    if sheet.is_some() && read.name.is_none() {
        let message = "--sheet: only a workbook has sheets with names, and this is none.";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok((source, read))
}

/// The bytes of a file, and no more than it takes to see that it is too large.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MOST_SHEET_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    if is_standard_input(path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
