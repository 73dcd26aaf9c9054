//! Sheets: the records of a summary from the rows of a spreadsheet.
//!
//! A [`SheetMap`] says which field of a record each column holds. [`propose`] makes one from the headings, for a person
//! to correct, and [`bind`] finds its columns in a sheet, whose rows are then read one by one.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::sheet::{Cell, bind, propose};
//!
//! let framework = Framework::built_in();
//! let headings = ["Overall grade", "Date of review", "Primary need"];
//! let map = propose(&framework, &headings);
//! let columns = bind(&framework, &map, &headings).unwrap();
//! let row = [Cell::Text("Good"), Cell::Text("6/11/2023"), Cell::Text("SLCN")];
//! let record = columns.record(&row).unwrap().unwrap();
//! assert_eq!(record.review.plan_score().unwrap().number(), 2);
//! assert_eq!(record.review.date().unwrap().to_string(), "2023-11-06");
//! ```
//!
//! Values are read by the words of the framework: its numbers, labels and ids, and the initials of a label of several
//! words, such as RI. A cell that cannot be read is a problem, and its row is no record: nothing is left out of a
//! record without a word. No problem repeats what stands in a cell.

#[cfg(feature = "sheets")]
mod brought;
mod cell;
mod column;
mod day;
#[cfg(feature = "sheets")]
mod encoding;
mod families;
mod field;
#[cfg(feature = "sheets")]
mod file;
#[cfg(feature = "sheets")]
mod grid;
mod heading;
#[cfg(feature = "sheets")]
mod kind;
mod map;
mod problem;
#[cfg(feature = "sheets")]
mod records;
#[cfg(feature = "sheets")]
mod table;
mod template;
#[cfg(feature = "sheets")]
mod view;
mod words;
#[cfg(feature = "sheets")]
mod workbook;

#[cfg(feature = "sheets")]
pub use brought::{MapBasis, Parted, SEN2_MAP, part};
pub use cell::Cell;
pub use column::{CellProblem, Columns, bind};
pub use families::{FamilyColumns, bind_families, family_template};
#[cfg(feature = "sheets")]
pub use file::read_sheet;
#[cfg(feature = "sheets")]
pub use grid::{MOST_SHEET_BYTES, Sheet, SheetRow, column_letters};
pub use heading::{heading_row, propose};
pub use map::{SheetColumn, SheetMap, SheetValue, SheetWord};
pub use problem::SheetProblem;
#[cfg(feature = "sheets")]
pub use records::{RowProblem, SheetRecords, records};
pub use template::{TemplateColumn, TemplateValues, template};
#[cfg(feature = "sheets")]
pub use view::{SheetView, ViewCell, ViewColumn, view};
