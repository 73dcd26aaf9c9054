//! The texts of a plan's sections in one document, and facts about the plan:
//! `{"reference": ..., "texts": {"F": "..."}, "context": {...}}`.

use std::collections::BTreeSet;

use ehcp_qa_core::wording::{Lexicon, Lint, Linting, Utf16, lint_in};
use ehcp_qa_core::{Document, Framework, MOST_LEVELS, Problem, ProblemKind};
use ehcp_qa_core::{MOST_PROBLEMS, MOST_REFERENCE};
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged as _;

use crate::place;

/// The texts of a plan, checked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Texts {
    /// The pseudonymous reference of the plan.
    pub(crate) reference: Option<String>,
    /// The texts, each with its section, in the order of the document.
    pub(crate) sections: Vec<(String, String)>,
    /// What is known of the plan.
    pub(crate) context: Linting,
}

impl Texts {
    /// Reads the texts of a plan from JSON text.
    ///
    /// # Errors
    /// Every problem found. No value of the text is repeated.
    pub(crate) fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        Document::from_json(text).map_err(|problem| vec![problem])?;
        let text = place::without_mark(text);
        let Some(tree) = place::tree(text) else {
            return Err(vec![problem("", ProblemKind::TooDeep { most: MOST_LEVELS })]);
        };
        let mut problems = Vec::new();
        let mut read = Self { reference: None, sections: Vec::new(), context: Linting::default() };
        for (name, value) in fields("", &tree, &mut problems) {
            match name {
                "reference" => {
                    read.reference = words("/reference", value, &mut problems);
                    let length =
                        read.reference.iter().flat_map(|reference| reference.chars()).count();
                    if length > MOST_REFERENCE {
                        let kind = ProblemKind::TooLong { most: MOST_REFERENCE, length };
                        problems.push(problem("/reference", kind));
                    }
                }
                "texts" => {
                    for (section, value) in fields("/texts", value, &mut problems) {
                        let pointer = ["/texts/", section].concat();
                        if framework.section_number(section).is_none() {
                            problems.push(problem(
                                &pointer,
                                ProblemKind::UnknownId { what: "section" },
                            ));
                        } else if let Some(text) = words(&pointer, value, &mut problems) {
                            read.sections.push((section.to_owned(), text));
                        }
                    }
                }
                "context" => {
                    let part = text.get(value.start()..value.end()).unwrap_or_default();
                    match Linting::from_json(part) {
                        Ok(context) => read.context = context,
                        Err(found) => problems.extend(found.into_iter().map(|found| Problem {
                            pointer: ["/context", &found.pointer].concat(),
                            ..found
                        })),
                    }
                }
                _ => problems.push(problem(&["/", name].concat(), ProblemKind::UnknownField {})),
            }
        }
        let has_texts =
            |object: &Object| object.get("texts").is_some_and(|texts| !is_null(&texts.value));
        if tree.as_object().is_some_and(|object| !has_texts(object)) {
            problems.push(problem("/texts", ProblemKind::Missing {}));
        }
        if problems.is_empty() { Ok(read) } else { Err(most(problems)) }
    }

    /// The text of one section, of which no more is known.
    pub(crate) fn of_section(section: &str, text: &str) -> Self {
        let sections = vec![(section.to_owned(), place::without_mark(text).to_owned())];
        Self { reference: None, sections, context: Linting::default() }
    }

    /// What is found in each text.
    pub(crate) fn lint<'a>(&self, lexicon: &'a Lexicon) -> Vec<Lint<'a, Utf16>> {
        let lint =
            |(section, text): &(String, String)| lint_in(lexicon, section, text, &self.context);
        self.sections.iter().map(lint).collect()
    }
}

/// As many problems as the core lists for a document, and the others in one more.
fn most(mut problems: Vec<Problem>) -> Vec<Problem> {
    if problems.len() > MOST_PROBLEMS {
        problems.truncate(MOST_PROBLEMS);
        problems.push(problem("", ProblemKind::MoreProblems { shown: MOST_PROBLEMS }));
    }
    problems
}

fn problem(pointer: &str, kind: ProblemKind) -> Problem {
    Problem { pointer: pointer.to_owned(), kind }
}

fn is_null(value: &Value) -> bool {
    matches!(value, Value::NullKeyword(_))
}

/// The fields of an object that are given and whose names can be shown.
fn fields<'a>(
    pointer: &str,
    value: &'a Value<'a>,
    problems: &mut Vec<Problem>,
) -> Vec<(&'a str, &'a Value<'a>)> {
    let Value::Object(object) = value else {
        problems.push(problem(pointer, ProblemKind::WrongType { expected: "an object" }));
        return Vec::new();
    };
    let mut fields: Vec<(&str, &Value)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (number, ObjectProp { name, value, .. }) in object.properties.iter().enumerate() {
        let name = name.as_str();
        if !is_field_name(name) {
            let kind = ProblemKind::UnnamedField { position: number + 1 };
            problems.push(problem(pointer, kind));
        } else if !seen.insert(name) {
            problems.push(problem(&[pointer, "/", name].concat(), ProblemKind::DuplicateKey {}));
        } else {
            fields.push((name, value));
        }
    }
    fields.retain(|(_, value)| !is_null(value));
    fields
}

/// Whether this can be the name of a field; what cannot could be a part of a plan.
fn is_field_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$');
    (1..=64).contains(&name.len()) && name.chars().all(fits)
}

fn words(pointer: &str, value: &Value, problems: &mut Vec<Problem>) -> Option<String> {
    if let Value::StringLit(text) = value {
        return Some(text.value.to_string());
    }
    problems.push(problem(pointer, ProblemKind::WrongType { expected: "text" }));
    None
}
