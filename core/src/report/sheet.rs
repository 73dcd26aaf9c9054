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

mod cell;
mod column;
mod day;
mod field;
mod heading;
mod map;
mod problem;
mod template;
mod words;

pub use cell::Cell;
pub use column::{CellProblem, Columns, bind};
pub use heading::{heading_row, propose};
pub use map::{SheetColumn, SheetMap, SheetValue, SheetWord};
pub use problem::SheetProblem;
pub use template::{TemplateColumn, TemplateValues, template};
