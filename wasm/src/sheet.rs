//! Spreadsheets: a file read as a sheet, the map of its columns, and its records. A page loads them when a spreadsheet
//! is dropped, in a module with nothing else.

use std::sync::Arc;

use ehcp_qa_core::sheet::{
    MOST_SHEET_BYTES, Parted, SEN2_MAP, Sheet, SheetMap, SheetProblem, bind, part, read_sheet,
    records, view,
};
use ehcp_qa_core::{Framework, Problem, ProblemKind};
use wasm_bindgen::prelude::*;

use crate::refusal::{Code, refuse};
use crate::tape::to_tape;

/// A sheet of a file that was read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct OpenSheet {
    framework: Arc<Framework>,
    sheet: Sheet,
}

/// Reads a file, CSV or XLSX: of a workbook the sheet with a name, or the first. A framework is given as JSON text, or
/// it is the built-in one.
///
/// # Errors
/// A refusal, with every problem of the framework, or that of the file.
#[expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen has no text that may be left out by reference"
)]
#[wasm_bindgen(js_name = openSheet)]
pub fn open_sheet(
    bytes: &[u8],
    sheet: Option<String>,
    framework: Option<String>,
) -> Result<OpenSheet, JsValue> {
    let framework = match framework.map(|text| Framework::from_json(&text)).transpose() {
        Ok(None) => Framework::built_in(),
        Ok(Some(framework)) => Arc::new(framework),
        Err(problems) => return Err(refuse(Code::Framework, &problems)),
    };
    let sheet = read_sheet(bytes, sheet.as_deref()).map_err(of_file)?;
    Ok(OpenSheet { framework, sheet })
}

/// The largest file that is read, in bytes.
#[must_use]
#[wasm_bindgen(js_name = mostSheetBytes)]
pub fn most_sheet_bytes() -> usize {
    MOST_SHEET_BYTES
}

/// The map of person-level extracts of the SEN2 return.
#[must_use]
#[wasm_bindgen(js_name = sen2Map)]
pub fn sen2_map() -> String {
    SEN2_MAP.to_owned()
}

#[wasm_bindgen]
impl OpenSheet {
    /// The sheet as it is read by a map, or by the one that is proposed.
    ///
    /// # Errors
    /// A refusal, with every problem of the map, or where the sheet has no headings that are known.
    pub fn view(&self, map: Option<String>) -> Result<Vec<u32>, JsValue> {
        let map = self.map(map)?;
        let seen = view(&self.framework, &self.sheet, &self.parted(map.as_ref())?);
        Ok(to_tape(&seen.map_err(|problems| refuse(Code::Map, &problems))?))
    }

    /// The records of the rows, and every cell that cannot be read.
    ///
    /// # Errors
    /// A refusal, likewise.
    pub fn records(&self, map: Option<String>) -> Result<Vec<u32>, JsValue> {
        let map = self.map(map)?;
        let Parted { headings, rows, map, .. } = self.parted(map.as_ref())?;
        let columns = bind(&self.framework, &map, &headings);
        let columns = columns.map_err(|problems| refuse(Code::Map, &problems))?;
        Ok(to_tape(&records(&columns, rows)))
    }
}

impl OpenSheet {
    fn map(&self, map: Option<String>) -> Result<Option<SheetMap>, JsValue> {
        map.map(|text| SheetMap::from_json(&self.framework, &text))
            .transpose()
            .map_err(|problems| refuse(Code::Map, &problems))
    }

    fn parted<'s>(&'s self, map: Option<&'s SheetMap>) -> Result<Parted<'s>, JsValue> {
        part(&self.framework, &self.sheet, map)
            .ok_or_else(|| of_file(SheetProblem::NoHeadings {}.into()))
    }
}

/// The refusal of a file.
fn of_file(kind: ProblemKind) -> JsValue {
    refuse(Code::Sheet, &[Problem { pointer: String::new(), kind }])
}
