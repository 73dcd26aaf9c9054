//! The map of a sheet: which field of a record each column holds.

use std::collections::BTreeSet;

use serde_json::Value;

use super::cell::{self, Cell};
use super::field::{Field, field_at};
use super::problem::SheetProblem;
use super::words::plain;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Names, document};
use crate::document::{Bounded, Json};
use crate::framework::{Framework, expect_framework};

/// The most columns of a map.
const MOST_COLUMNS: usize = 1_000;

document! {
    /// Which field of a record each column of a sheet holds.
    pub struct SheetMap {
        /// The id of the framework whose fields these are. Without it, any that has them.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub framework: Option<String>,
        /// The name of the sheet. Without it, the first.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sheet: Option<String>,
        /// The columns. One that is not listed is not read.
        pub columns: Bounded<SheetColumn, MOST_COLUMNS>,
        /// What every row has, and no column.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub always: Option<Vec<SheetValue>>,
    }

    /// A column.
    pub struct SheetColumn {
        /// Its heading. Capitals, spaces and punctuation do not matter.
        pub heading: String,
        /// The field of a record that it holds, as a JSON Pointer such as `/review/sections/F/score`, `/dates/issued`
        /// or `/dimensions/need`. Without it the column is not read.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub field: Option<String>,
        /// Words that this column has beside those of the framework.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub words: Option<Vec<SheetWord>>,
    }

    /// A word of a column.
    pub struct SheetWord {
        /// How it is written in the sheet.
        pub written: String,
        /// What it stands for, as the field is read: a number of the scale, an id, or a label of the framework. Empty
        /// where it stands for nothing given.
        pub means: String,
    }

    /// A field and its value.
    pub struct SheetValue {
        /// The field of a record, as a JSON Pointer.
        pub field: String,
        /// Its value, as a cell would have it.
        pub value: String,
    }
}

impl SheetMap {
    /// Reads a map from JSON text and checks it against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::Framework;
    /// use ehcp_qa_core::sheet::SheetMap;
    ///
    /// let map = r#"{"columns": [{"heading": "RAG", "field": "/review/sections/Z/score"}]}"#;
    /// let problems = SheetMap::from_json(&Framework::built_in(), map).unwrap_err();
    /// assert_eq!(problems[0].pointer, "/columns/0/field");
    /// assert_eq!(problems[0].kind.code(), "not_a_field");
    /// ```
    ///
    /// # Errors
    /// Every problem found, each with its place.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, map, reader| {
            expect_framework(reader, json, framework.id());
            if map.is_some() {
                check(framework, json, reader);
            }
            map
        })
        .map_err(|problems| framework.reworded(problems))
    }
}

/// Every field is one of a record, each is given once, and every word stands for a value of its field.
fn check<'a>(framework: &Framework, json: Json<'a>, reader: &mut Reader<'a>) {
    let (mut headings, mut fields) = (BTreeSet::new(), Names::default());
    reader.within("columns", |reader| {
        for (index, column) in json.field("columns").list().iter().enumerate() {
            reader.within_index(index, |reader| {
                if !headings.insert(plain(column.text_of("heading"))) {
                    reader.problem_in("heading", ProblemKind::Duplicate { what: "heading" });
                }
                if let Some(field) = check_field(framework, column, &mut fields, reader) {
                    reader.within("words", |reader| {
                        check_words(&field, column.field("words"), reader);
                    });
                }
            });
        }
    });
    reader.within("always", |reader| {
        for (index, value) in json.field("always").list().iter().enumerate() {
            reader.within_index(index, |reader| {
                if let Some(field) = check_field(framework, value, &mut fields, reader)
                    && let Err(kind) = read_text(&field, value.text_of("value"))
                {
                    reader.problem_in("value", kind);
                }
            });
        }
    });
}

fn check_field<'a>(
    framework: &Framework,
    json: Json<'a>,
    fields: &mut Names<'a>,
    reader: &mut Reader<'a>,
) -> Option<Field> {
    let Json::Text(at) = json.field("field") else { return None };
    let field = field_at(framework, at);
    if field.is_none() {
        reader.problem_in("field", SheetProblem::NotAField {});
    } else if !fields.insert(at) {
        reader.problem_in("field", SheetProblem::FieldGivenTwice {});
    }
    field
}

fn check_words<'a>(field: &Field, words: Json<'a>, reader: &mut Reader<'a>) {
    let mut written = BTreeSet::new();
    for (index, word) in words.list().iter().enumerate() {
        reader.within_index(index, |reader| {
            if !written.insert(plain(word.text_of("written"))) {
                reader.problem_in("written", ProblemKind::Duplicate { what: "word" });
            }
            if let Err(kind) = read_text(field, word.text_of("means")) {
                reader.problem_in("means", kind);
            }
        });
    }
}

/// A value that a map gives, read as a cell is.
fn read_text(field: &Field, text: &str) -> Result<Option<Value>, ProblemKind> {
    cell::read(field, &Cell::Text(text))
}

/// The field of a column, with the words that the map gives it. What is no field, or stands for no value of it, is
/// passed over: the check of a map reports it.
pub(super) fn field_of(framework: &Framework, column: &SheetColumn) -> Option<Field> {
    let mut field = field_at(framework, column.field.as_deref()?)?;
    let given = column.words.iter().flatten().filter_map(|SheetWord { written, means }| {
        Some((plain(written), read_text(&field, means).ok()?))
    });
    field.given = given.collect();
    Some(field)
}

/// The values that every row has, with their pointers.
pub(super) fn constants(framework: &Framework, map: &SheetMap) -> Vec<(String, Value)> {
    let values = map.always.iter().flatten().filter_map(|SheetValue { field, value }| {
        let value = read_text(&field_at(framework, field)?, value).ok()??;
        Some((field.clone(), value))
    });
    values.collect()
}
