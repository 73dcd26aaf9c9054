//! A file read as a sheet: CSV as programs and people save it, and XLSX.

use super::grid::{MOST_SHEET_BYTES, Sheet, too_large};
use super::kind::{FileKind, kind};
use super::{table, workbook};
use crate::document::problem::ProblemKind;

/// Reads a file: of a workbook the sheet with a name, in whatever letters, or the first. CSV has no sheets with names.
///
/// ```
/// use ehcp_qa_core::sheet::read_sheet;
///
/// let sheet = read_sheet(b"Overall grade;Need\r\nGood;SLCN\r\n", None).unwrap();
/// assert_eq!(sheet.rows.len(), 2);
/// let problem = read_sheet(b"PK\x03\x04", None).unwrap_err();
/// assert_eq!(problem.code(), "not_a_workbook");
/// ```
///
/// # Errors
/// The file is too large, damaged, or of another kind, or has no sheet of this name.
pub fn read_sheet(bytes: &[u8], name: Option<&str>) -> Result<Sheet, ProblemKind> {
    if bytes.len() > MOST_SHEET_BYTES {
        return Err(too_large().into());
    }
    let sheet = match kind(bytes)? {
        FileKind::Workbook => workbook::read(bytes, name)?,
        FileKind::Table => table::read(bytes)?,
    };
    Ok(sheet)
}
