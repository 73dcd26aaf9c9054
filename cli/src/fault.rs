//! What is wrong with something that was given, and where: `file:line:column`, a JSON Pointer, a code
//! and a sentence. No value of a document is repeated.

use std::fmt;
use std::io;
use std::ops::Range;

use ehcp_qa_core::{Problem, ProblemKind};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde::Serialize;

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Source {
    /// The file, as it was named.
    pub(crate) file: String,
    /// The line of the file on which the document begins, from 1.
    pub(crate) line: usize,
    /// Whether it is the one document that was asked for, and not one of any number.
    #[serde(skip)]
    pub(crate) alone: bool,
}

impl Source {
    pub(crate) fn of_file(file: String) -> Self {
        Self { file, line: 1, alone: false }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 1 || !self.alone {
            write!(out, "{}:{}", self.file, self.line)
        } else {
            write!(out, "{}", self.file)
        }
    }
}

/// A place in a file. Both count from 1, columns in Unicode characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    /// The file, as it was named.
    pub(crate) file: String,
    /// Where in it; none where the file as a whole is at fault.
    #[serde(flatten)]
    pub(crate) place: Option<Place>,
    /// A JSON Pointer into the document; empty for all of it.
    pub(crate) pointer: String,
    /// A stable code.
    pub(crate) code: &'static str,
    /// The sentence.
    pub(crate) message: String,
}

impl Fault {
    /// A file that cannot be read.
    pub(crate) fn unreadable(source: &Source, error: &io::Error) -> Self {
        Self::of_file(source, "unreadable", format!("This cannot be read: {error}."))
    }

    /// A directory without anything to read.
    pub(crate) fn nothing_in(source: &Source) -> Self {
        let message = "No file in here is called .json, .ndjson or .jsonl.";
        Self::of_file(source, "nothing_to_read", message.to_owned())
    }

    fn of_file(source: &Source, code: &'static str, message: String) -> Self {
        Self { file: source.file.clone(), place: None, pointer: String::new(), code, message }
    }

    /// A text that stops to be one behind these bytes.
    pub(crate) fn not_utf8(source: &Source, valid: &[u8]) -> Self {
        let text = String::from_utf8_lossy(valid);
        let message = "This is not UTF-8 text: the first wrong byte is here.".to_owned();
        let place = Some(Lines::new(&text).place(source, text.len()));
        Self { place, ..Self::of_file(source, "not_utf8", message) }
    }

    /// A document that is wrong as a whole.
    pub(crate) fn of_document(source: &Source, code: &'static str, message: String) -> Self {
        let place = Some(Place { line: source.line, column: 1 });
        Self { place, ..Self::of_file(source, code, message) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.file)?;
        if let Some(Place { line, column }) = self.place {
            write!(out, "{line}:{column}:")?;
        }
        write!(out, " error: ")?;
        if !self.pointer.is_empty() {
            write!(out, "{}: ", self.pointer)?;
        }
        write!(out, "{} [{}]", self.message, self.code)
    }
}

/// The problems of a document, with their places.
pub(crate) fn faults(source: &Source, text: &str, problems: &[Problem]) -> Vec<Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = Lines::new(text);
    let options = (CollectOptions::default(), strict());
    // Without the tree, which only a text has that is JSON, all problems are at its start.
    let tree = parse_to_ast(text, &options.0, &options.1).ok().and_then(|parsed| parsed.value);
    let fault = |problem: &Problem| {
        let mut kind = problem.kind.clone();
        let place = if let ProblemKind::NotJson { line, column } = &mut kind {
            let place = lines.of_bytes(source, *line, *column);
            (*line, *column) = (place.line, place.column);
            place
        } else {
            let found = tree.as_ref().map(|tree| find(tree, problem));
            lines.place(source, found.map_or_else(|| start(text), |range| range.start))
        };
        Fault {
            file: source.file.clone(),
            place: Some(place),
            pointer: problem.pointer.clone(),
            code: kind.code(),
            message: kind.to_string(),
        }
    };
    problems.iter().map(fault).collect()
}

/// JSON and nothing beyond it.
fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

/// Where the text begins.
fn start(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Where a problem is: at a field's value, or at its name where that is what is wrong. What is not
/// there is at the object that should have it.
fn find(tree: &Value, problem: &Problem) -> Range<usize> {
    let mut value = tree;
    let mut tokens = problem.pointer.split('/').skip(1).map(unescaped).peekable();
    while let Some(token) = tokens.next() {
        let is_last = tokens.peek().is_none();
        let next = match value {
            Value::Object(object) => {
                if let Some(name) = name_at_fault(object, &token, &problem.kind, is_last) {
                    return name;
                }
                let mut named =
                    object.properties.iter().filter(|field| field.name.as_str() == token);
                named.next().map(|field| &field.value)
            }
            Value::Array(list) => token.parse().ok().and_then(|at: usize| list.elements.get(at)),
            _ => None,
        };
        let Some(next) = next else { break };
        value = next;
    }
    if let (ProblemKind::UnnamedField { position }, Value::Object(object)) = (&problem.kind, value)
        && let Some(field) = position.checked_sub(1).and_then(|at| object.properties.get(at))
    {
        return bounds(&field.name);
    }
    bounds(value)
}

/// The name of a field, where it is what is wrong: of a field that stands twice, the second.
fn name_at_fault(
    object: &Object,
    name: &str,
    kind: &ProblemKind,
    is_last: bool,
) -> Option<Range<usize>> {
    let nth = match kind {
        ProblemKind::UnknownField {} if is_last => 0,
        ProblemKind::DuplicateKey {} if is_last => 1,
        _ => return None,
    };
    let mut named = object.properties.iter().filter(|field| field.name.as_str() == name);
    named.nth(nth).map(|field| bounds(&field.name))
}

fn bounds(part: &impl jsonc_parser::common::Ranged) -> Range<usize> {
    part.start()..part.end()
}

/// A token of a JSON Pointer.
fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Where the lines of a text begin, in bytes.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The place of an offset in bytes.
    fn place(&self, source: &Source, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or_default();
        Place { line: source.line + line - 1, column: before.chars().count() + 1 }
    }

    /// The place of a line and a column that count bytes from 1. A line break counts as a byte in front
    /// of its line, at column 0.
    fn of_bytes(&self, source: &Source, line: usize, column: usize) -> Place {
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied();
        let mut offset = start.unwrap_or(0) + column.saturating_sub(1);
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        self.place(source, offset)
    }
}
