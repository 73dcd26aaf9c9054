//! CSV, as Excel and others save it: with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.

use super::encoding::text;
use super::grid::{CellsRead, Held, Sheet, SheetRow};
use super::problem::SheetProblem;

pub(super) fn read(bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    // The reader counts lines by their last sign.
    let mut text = text(bytes).replace("\r\n", "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells_read = CellsRead::default();
    let mut breaks_before = 0;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| SheetProblem::NotATable {})? {
        // The rows of a spreadsheet are lines but for the breaks within cells; empty lines are rows too.
        let after = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
        let number = after.saturating_sub(1 + breaks_before);
        let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let number = number.saturating_sub(breaks);
        breaks_before += breaks;
        cells_read.add(record.len(), record.len())?;
        let cells: Vec<Held> = record.iter().map(Held::of_text).collect();
        if !cells.iter().all(|cell| matches!(cell, Held::Nothing)) {
            rows.push(SheetRow { number, cells });
        }
    }
    Ok(Sheet { name: None, names: Vec::new(), rows })
}

/// The sign between the cells of the first line that has any of the three most often.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| line.contains([',', ';', '\t'])).unwrap_or_default();
    let count = |sign: u8| line.bytes().filter(|byte| *byte == sign).count();
    let mut best = b',';
    for sign in [b';', b'\t'] {
        if count(sign) > count(best) {
            best = sign;
        }
    }
    best
}
