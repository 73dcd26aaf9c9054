//! A plan as a document: read from Word into sections and blocks, each with its place in the file.

mod body;
mod builder;
mod character;
mod document;
mod docx;
mod html;
mod markdown;
mod plain;
mod problem;
mod reading;
mod section;
mod written;

pub use document::{
    Block, BlockCell, BlockKind, ColumnMeaning, DoubtKind, LineRole, PlanComment, PlanDocument,
    PlanPart, Recognition, RunPlace, SectionChoice, SectionDoubt, SectionHeading, Sureness,
    Utf16Place,
};
pub use problem::{MOST_BLOCKS, MOST_FILE_BYTES, MOST_UNPACKED_BYTES, PlanProblem};
pub use reading::{read_html, read_markdown, read_text, read_word};
