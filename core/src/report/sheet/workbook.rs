//! Workbooks of Excel. Cells are read one by one: a sheet with a cell in its last corner is no larger than another.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};

use calamine::{DataRef, Reader as _, SheetType, Xlsx, open_workbook_from_rs};
use zip::ZipArchive;

use super::grid::{CellsRead, Held, Sheet, SheetRow, too_large};
use super::problem::SheetProblem;

/// The most bytes that the parts of a workbook come to when they are unpacked.
const MOST_UNPACKED: u64 = 200_000_000;

/// The problem of a workbook that is damaged.
const BROKEN: SheetProblem = SheetProblem::NotAWorkbook {};

pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, SheetProblem> {
    unpacked(bytes)?;
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let sheets = workbook.sheets_metadata().iter();
    let names: Vec<String> = sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let is_meant = |name: &&String| wanted.is_none_or(|wanted| name.eq_ignore_ascii_case(wanted));
    let Some(name) = names.iter().find(is_meant).cloned() else {
        return Err(SheetProblem::NoSuchSheet { names: names.join(", ") });
    };
    let rows = rows(&mut workbook, &name)?;
    Ok(Sheet { name: Some(name), names, rows })
}

/// Expects that the parts come to no more than may be unpacked, whatever they say of themselves.
fn unpacked(bytes: &[u8]) -> Result<(), SheetProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let mut left = MOST_UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|_| BROKEN)?;
        let read = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| BROKEN)?;
        left = left.checked_sub(read).ok_or_else(too_large)?;
    }
    Ok(())
}

/// The rows of a sheet that have anything in them.
fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<SheetRow>, SheetProblem> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| BROKEN)?;
    let mut rows: BTreeMap<u32, Vec<Held>> = BTreeMap::new();
    let mut cells_read = CellsRead::default();
    while let Some(cell) = reader.next_cell().map_err(|_| BROKEN)? {
        let (row, column) = cell.get_position();
        let held = held(cell.get_value());
        if matches!(held, Held::Nothing) {
            continue;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        cells_read.add(1, column.saturating_add(1))?;
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize_with(column + 1, Held::default);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = held;
        }
    }
    let rows = rows.into_iter().map(|(row, cells)| SheetRow {
        number: usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
        cells,
    });
    Ok(rows.collect())
}

fn held(value: &DataRef) -> Held {
    match value {
        DataRef::Empty => Held::Nothing,
        #[expect(clippy::cast_precision_loss, reason = "whole numbers of sheets are small")]
        DataRef::Int(number) => Held::Number(*number as f64),
        DataRef::Float(number) => Held::Number(*number),
        DataRef::SharedString(text) => Held::of_text(text),
        DataRef::Bool(is_true) => Held::Flag(*is_true),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Held::Text(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) => Held::of_text(text),
        DataRef::DateTime(_) | DataRef::DurationIso(_) | DataRef::Error(_) => Held::Broken,
    }
}
