//! Reading a Word file, and writing comments into one.

mod comment;
mod comments_part;
mod edit;
mod fonts;
mod format;
mod marks;
mod notes;
mod numbering;
mod pack;
mod package;
mod read;
mod source;
mod story;
mod styles;
mod symbol;
mod vocabulary;
mod xml;

pub use comment::{COMMENT_AUTHOR, comment_word};
pub(super) use read::read_docx;
