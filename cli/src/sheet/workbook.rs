//! Workbooks of Excel. Cells are read one by one: a sheet with a cell in its last corner is no larger than another.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};

use calamine::{DataRef, Reader as _, SheetType, Xlsx, XlsxError, open_workbook_from_rs};
use zip::ZipArchive;

use super::{Held, MOST_CELLS, MOST_COLUMNS, Row, Sheet, too_large};
use crate::fault::{Fault, Source};

/// The most bytes that the parts of a workbook come to when they are unpacked.
const MOST_UNPACKED: u64 = 200_000_000;

pub(super) fn read(source: Source, bytes: Vec<u8>, wanted: Option<&str>) -> Result<Sheet, Fault> {
    let broken = |source: &Source| {
        let message = "This is no workbook that can be read: save it as XLSX or CSV.".to_owned();
        Fault::of_file(source, "not_a_workbook", message)
    };
    match unpacked(&bytes) {
        Ok(true) => {}
        Ok(false) => return Err(too_large(&source)),
        Err(_) => return Err(broken(&source)),
    }
    let workbook = open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes));
    let mut workbook = workbook.map_err(|_| broken(&source))?;
    let sheets = workbook.sheets_metadata().iter();
    let names: Vec<String> = sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let is_meant = |name: &&String| wanted.is_none_or(|wanted| name.eq_ignore_ascii_case(wanted));
    let Some(name) = names.iter().find(is_meant) else {
        let shown: Vec<String> = names.iter().map(|name| crate::output::plain(name)).collect();
        let message = format!("There is no sheet with this name. There are: {}.", shown.join(", "));
        return Err(Fault::of_file(&source, "no_such_sheet", message));
    };
    match cells(&mut workbook, name) {
        Ok(Some(rows)) => Ok(Sheet { source, name: Some(name.clone()), rows }),
        Ok(None) => Err(too_large(&source)),
        Err(_) => Err(broken(&source)),
    }
}

/// Whether the parts come to no more than may be unpacked, whatever they say of themselves.
fn unpacked(bytes: &[u8]) -> Result<bool, zip::result::ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = MOST_UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number)?;
        let read = io::copy(&mut part.take(left + 1), &mut io::sink())?;
        match left.checked_sub(read) {
            Some(rest) => left = rest,
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// The rows of a sheet that have anything in them; none where there is too much.
fn cells(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<Option<Vec<Row>>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let mut rows: BTreeMap<u32, Vec<Held>> = BTreeMap::new();
    let mut cells_read = 0;
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let held = held(cell.get_value());
        if matches!(held, Held::Nothing) {
            continue;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        cells_read += 1;
        if column >= MOST_COLUMNS || cells_read > MOST_CELLS {
            return Ok(None);
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize_with(column + 1, Held::default);
        }
        cells[column] = held;
    }
    let rows = rows.into_iter().map(|(row, cells)| Row {
        number: usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
        cells,
    });
    Ok(Some(rows.collect()))
}

fn held(value: &DataRef) -> Held {
    match value {
        DataRef::Empty => Held::Nothing,
        #[expect(clippy::cast_precision_loss, reason = "whole numbers of sheets are small")]
        DataRef::Int(number) => Held::Number(*number as f64),
        DataRef::Float(number) => Held::Number(*number),
        DataRef::SharedString(text) => of_text(text),
        DataRef::Bool(is_true) => Held::Flag(*is_true),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Held::Text(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) => of_text(text),
        DataRef::DateTime(_) | DataRef::DurationIso(_) | DataRef::Error(_) => Held::Broken,
    }
}

fn of_text(text: &str) -> Held {
    if text.trim().is_empty() { Held::Nothing } else { Held::Text(text.to_owned()) }
}
