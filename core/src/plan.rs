//! A plan as a document: read from Word into sections and blocks, each with its place in the file.
//!
//! ```
//! use ehcp_qa_core::law::PlanSection;
//! use ehcp_qa_core::plan::read_text;
//!
//! let text = "Section B: Special educational needs\nReading is hard for Sam.";
//! let plan = read_text(text, &[]).unwrap();
//! assert_eq!(plan.text(PlanSection::B), "Reading is hard for Sam.");
//! assert_eq!(plan.doubts[0].why, "No heading of Section A was found.");
//! ```
//!
//! [`read_word`] reads a Word file, and `read_markdown` and `read_html` what is pasted. Every reader makes one body of
//! paragraphs and tables; the sections are found in that body alone, by letter, title, appearance and place. What was
//! found is proposed: a person's [`SectionChoice`] stands over it. [`facts`](fn@facts) proposes what the plan says of
//! itself.
//!
//! Out of scope: pictures, and the text of charts and of embedded files.

mod body;
mod builder;
mod character;
mod document;
mod docx;
mod facts;
mod html;
mod markdown;
mod plain;
mod problem;
mod read;
mod section;
mod words;
mod written;

pub use document::{
    Block, BlockCell, BlockKind, ColumnMeaning, DoubtKind, LineRole, PlanComment, PlanDocument,
    PlanPart, Recognition, RunPlace, SectionChoice, SectionDoubt, SectionHeading, Sureness,
    Utf16Place,
};
pub use facts::{FactBasis, FactKind, PlanFact, facts};
pub use problem::{MOST_BLOCKS, MOST_FILE_BYTES, MOST_UNPACKED_BYTES, PlanProblem};
pub use read::{read_html, read_markdown, read_text, read_word};
