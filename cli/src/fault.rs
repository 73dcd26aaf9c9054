//! A fault of an input: `file:line:column`, a JSON Pointer, a code and a sentence. No value of a document is repeated.

use std::fmt;
use std::io;
use std::str::Utf8Error;
use std::sync::Arc;

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::{Problem, ProblemKind};
use serde::Serialize;

use crate::place::{self, Lines, Place};

/// The source of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Source {
    /// The file, as it was named.
    pub(crate) file: Arc<str>,
    /// The line of the file on which the document begins, from 1.
    pub(crate) line: usize,
    /// Whether it is one line of a file.
    #[serde(skip)]
    pub(crate) is_line: bool,
    /// Whether it is the only document that was asked for.
    #[serde(skip)]
    pub(crate) alone: bool,
}

impl Source {
    pub(crate) fn of_file(file: String) -> Self {
        Self { file: file.into(), line: 1, is_line: false, alone: false }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_line {
            write!(out, "{}:{}", self.file, self.line)
        } else {
            write!(out, "{}", self.file)
        }
    }
}

/// A fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    /// The file, as it was named.
    pub(crate) file: String,
    /// The place in it; none for a fault of the file itself.
    #[serde(flatten)]
    pub(crate) place: Option<Place>,
    /// A JSON Pointer into the document; empty for the document itself.
    pub(crate) pointer: String,
    /// A stable code.
    pub(crate) code: &'static str,
    /// The sentence.
    pub(crate) message: String,
}

/// How a text in UTF-16 begins.
const UTF16_MARKS: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

const UTF16: &str = "This is saved as UTF-16. Save it as UTF-8.";
const NOT_UTF8: &str = "This is not saved as UTF-8: from here it cannot be read. Save it as UTF-8.";

impl Fault {
    /// A file that cannot be read.
    pub(crate) fn unreadable(source: &Source, error: &io::Error) -> Self {
        Self::of_file(source, "unreadable", format!("This cannot be read: {error}."))
    }

    /// A directory with no file to read, which would have one of some extensions.
    pub(crate) fn nothing_in(source: &Source, extensions: &[&str]) -> Self {
        let mut message = "No file in here is called".to_owned();
        for (number, extension) in extensions.iter().enumerate() {
            let before = match number {
                0 => " .",
                _ if number + 1 == extensions.len() => " or .",
                _ => ", .",
            };
            message.push_str(before);
            message.push_str(extension);
        }
        Self::of_file(source, "nothing_to_read", message + ".")
    }

    /// A fault of a file itself.
    pub(crate) fn of_file(source: &Source, code: &'static str, message: String) -> Self {
        Self { file: source.file.to_string(), place: None, pointer: String::new(), code, message }
    }

    /// Bytes that are no text in UTF-8.
    pub(crate) fn not_utf8(source: &Source, bytes: &[u8], error: Utf8Error) -> Self {
        let text = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default());
        let is_utf16 = UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark));
        let message = if is_utf16 { UTF16 } else { NOT_UTF8 }.to_owned();
        let place = Some(Lines::new(&text).place(source.line, text.len()));
        Self { place, ..Self::of_file(source, "not_utf8", message) }
    }

    /// A fault of a document that has no place inside it.
    pub(crate) fn of_document(source: &Source, code: &'static str, message: String) -> Self {
        let place = Some(Place { line: source.line, column: 1 });
        Self { place, ..Self::of_file(source, code, message) }
    }

    /// The sentence, after the pointer where there is one.
    pub(crate) fn sentence(&self) -> String {
        let Self { pointer, message, .. } = self;
        if pointer.is_empty() { message.clone() } else { [pointer, ": ", message].concat() }
    }

    /// The fault as a line, with the word of its severity.
    pub(crate) fn line(&self, severity: Severity) -> String {
        let place = self
            .place
            .map_or_else(String::new, |place| format!("{}:{}:", place.line, place.column));
        format!("{}:{place} {}: {} [{}]", self.file, severity.word(), self.sentence(), self.code)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.line(Severity::Error))
    }
}

/// The problems of a document, with their places.
pub(crate) fn faults(source: &Source, text: &str, problems: &[Problem]) -> Vec<Fault> {
    let text = place::without_mark(text);
    let lines = Lines::new(text);
    let tree = place::tree(text);
    let fault = |problem: &Problem| {
        let mut kind = problem.kind.clone();
        let offset = match (&kind, &tree) {
            (
                ProblemKind::NotJson { line, column }
                | ProblemKind::NumberTooLarge { line, column },
                _,
            ) => lines.offset(*line, *column),
            (_, Some(tree)) => place::find(tree, problem),
            (_, None) => lines.start(),
        };
        let place = lines.place(source.line, offset);
        // The sentence gives a place too: it must be the place in the file.
        if let ProblemKind::NotJson { line, column }
        | ProblemKind::NumberTooLarge { line, column } = &mut kind
        {
            (*line, *column) = (place.line, place.column);
        }
        Fault {
            file: source.file.to_string(),
            place: Some(place),
            pointer: problem.pointer.clone(),
            code: kind.code(),
            message: kind.to_string(),
        }
    };
    problems.iter().map(fault).collect()
}
