//! Where in a text something is: JSON Pointers and offsets become lines and columns.

use ehcp_qa_core::{Problem, ProblemKind};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde::Serialize;

/// A place in a file. Both count from 1, columns in Unicode characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A text without the byte order mark that it may begin with.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A JSON text with the places of its parts; none where it is not JSON, or nested far too deeply.
pub(crate) fn tree(text: &str) -> Option<Value<'_>> {
    parse_to_ast(text, &CollectOptions::default(), &STRICT).ok()?.value
}

/// JSON and nothing beyond it.
const STRICT: ParseOptions = ParseOptions {
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
};

/// The place of a problem: the value of a field, or its name where the name is at fault. A field that is missing has
/// the place of the object.
pub(crate) fn find(tree: &Value, problem: &Problem) -> usize {
    let mut value = tree;
    let mut tokens = problem.pointer.split('/').skip(1).map(unescaped).peekable();
    while let Some(token) = tokens.next() {
        let next = match value {
            Value::Object(object) => {
                if tokens.peek().is_none()
                    && let Some(name) = name_at_fault(object, &token, &problem.kind)
                {
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
        return field.name.start();
    }
    value.start()
}

/// The place of a value.
pub(crate) fn at(tree: &Value, pointer: &str) -> usize {
    // The kind of this problem puts nothing at fault but the value.
    find(tree, &Problem { pointer: pointer.to_owned(), kind: ProblemKind::Missing {} })
}

/// The fields whose values are ids. Any other field that has an unknown id has it as its name.
const HOLD_IDS: [&str; 7] = ["id", "level", "phase", "purpose", "section", "standard", "survey"];

/// The name of a field, where the name is at fault. Of a field that is given twice, it is the second name.
fn name_at_fault(object: &Object, name: &str, kind: &ProblemKind) -> Option<usize> {
    // By the code: a problem that asks for a near word is of another kind with the same one.
    let nth = match kind.code() {
        "duplicate_key" => 1,
        "unknown_field" => 0,
        "unknown_id" if !HOLD_IDS.contains(&name) => 0,
        _ => return None,
    };
    let mut named = object.properties.iter().filter(|field| field.name.as_str() == name);
    named.nth(nth).map(|field| field.name.start())
}

/// A token of a JSON Pointer.
fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// Where the lines of a text begin, in bytes.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The place of an offset in bytes, counted from the line on which the text begins.
    pub(crate) fn place(&self, first_line: usize, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..offset).unwrap_or_default();
        Place { line: first_line + line - 1, column: before.chars().count() + 1 }
    }

    /// The offset of a line and a column that count bytes from 1. A line break counts as a byte in front of
    /// its line, at column 0.
    pub(crate) fn offset(&self, line: usize, column: usize) -> usize {
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied();
        let offset = start.unwrap_or(0) + column.saturating_sub(1);
        // Within a character, its start.
        (0..=offset.min(self.text.len()))
            .rev()
            .find(|at| self.text.is_char_boundary(*at))
            .unwrap_or(0)
    }

    /// The place of the first character that is not white space.
    pub(crate) fn start(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }
}
