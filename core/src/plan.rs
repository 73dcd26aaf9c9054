//! A plan as a document: sections and blocks, each with its place in the file.
//!
//! With the feature `readers`, `read_word` reads a Word file, `read_text` plain text, and `read_markdown` and
//! `read_html` what is pasted. Every reader makes one body of paragraphs and tables; the sections are found in that
//! body alone, by letter, title, appearance and place. What was found is proposed: a person's [`SectionChoice`] stands
//! over it. [`facts`](fn@facts) proposes what the plan says of itself. `comment_word` writes comments into the file
//! that was read, at the places that its blocks know.
//!
//! Out of scope: pictures, and the text of charts and of embedded files.

mod advice;
#[cfg(feature = "readers")]
mod body;
#[cfg(feature = "readers")]
mod builder;
#[cfg(feature = "readers")]
mod character;
mod column;
mod document;
#[cfg(feature = "readers")]
mod docx;
mod facts;
#[cfg(feature = "readers")]
mod html;
mod items;
mod json;
#[cfg(feature = "readers")]
mod markdown;
mod place;
#[cfg(feature = "readers")]
mod plain;
mod problem;
#[cfg(feature = "readers")]
mod read;
#[cfg(feature = "readers")]
mod section;
mod sentence;
mod words;
#[cfg(feature = "readers")]
mod written;

#[cfg(feature = "readers")]
pub use advice::AdviceSentence;
pub use advice::{AdviceDocument, AdviceKind};
pub(crate) use column::meanings as column_meanings;
pub use document::{
    Block, BlockCell, BlockKind, ColumnMeaning, DoubtKind, FontUse, LineRole, NewComment,
    PlanComment, PlanDocument, PlanPart, Recognition, RunPlace, SectionChoice, SectionDoubt,
    SectionHeading, Sureness, TextPlace, Utf16Place,
};
#[cfg(feature = "readers")]
pub use docx::{COMMENT_AUTHOR, comment_word};
pub(crate) use facts::first_date;
pub use facts::{FactBasis, FactKind, PlanFact, facts};
pub(crate) use items::is_provision;
pub use items::{
    ItemKind, LinkBasis, MOST_PROPOSED_ITEMS, MOST_PROPOSED_LINKS, ProposedItem, ProposedItems,
    ProposedLink, items,
};
pub use json::{MOST_PLAN_BYTES, NewComments, SectionChoices};
pub use problem::{
    MOST_BLOCKS, MOST_COMMENT_STRETCHES, MOST_FILE_BYTES, MOST_UNPACKED_BYTES, PlanProblem,
};
#[cfg(feature = "readers")]
pub use read::{
    advice_sentences_markdown, read_advice_html, read_advice_markdown, read_advice_text,
    read_advice_word, read_html, read_markdown, read_text, read_word,
};
pub(crate) use sentence::sentences;
