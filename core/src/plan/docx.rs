//! Reading a Word file.

mod format;
mod numbering;
mod package;
mod read;
mod story;
mod styles;
mod symbol;
mod xml;

pub(super) use read::read_docx;
