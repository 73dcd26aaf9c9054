//! CSV, as Excel and others save it: with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{Held, MOST_CELLS, MOST_COLUMNS, Row, Sheet, too_large};
use crate::fault::{Fault, Source};

pub(super) fn read(source: Source, bytes: &[u8]) -> Result<Sheet, Fault> {
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
    let (mut cells_read, mut breaks_before) = (0, 0);
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let message = format!("This is no table with separators: {error}.");
                return Err(Fault::of_file(&source, "not_a_table", message));
            }
        }
        // The rows of a spreadsheet are lines but for the breaks within cells; empty lines are rows too.
        let after = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
        let number = after.saturating_sub(1 + breaks_before);
        let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let number = number.saturating_sub(breaks);
        breaks_before += breaks;
        cells_read += record.len();
        if record.len() > MOST_COLUMNS || cells_read > MOST_CELLS {
            return Err(too_large(&source));
        }
        let cells: Vec<Held> = record.iter().map(held).collect();
        if !cells.iter().all(|cell| matches!(cell, Held::Nothing)) {
            rows.push(Row { number, cells });
        }
    }
    Ok(Sheet { source, name: None, rows })
}

fn held(cell: &str) -> Held {
    if cell.trim().is_empty() { Held::Nothing } else { Held::Text(cell.to_owned()) }
}

/// The text: in the encoding of its mark, in UTF-8, or as Excel saves CSV in Britain.
fn text(bytes: &[u8]) -> String {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = marked
        .unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode(bytes).0.into_owned()
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
