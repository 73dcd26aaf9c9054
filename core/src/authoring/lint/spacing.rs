//! Texts that differ only in spacing.

use std::collections::BTreeMap;

use super::problem::{LintProblem, at};
use crate::document::problem::push_token;
use crate::document::{Json, Problem};
use crate::framework::{Framework, FrameworkDocument};

/// The fewest characters of a text, spacing aside: shorter ones are ids and labels.
const FEWEST: usize = 8;

/// Each text is compared with the first one of the same characters.
pub(super) fn texts(framework: &Framework, _: &FrameworkDocument) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut known = BTreeMap::new();
    compare(framework.json(), &mut String::new(), &mut known, &mut found);
    found
}

/// Compares each text in a piece of JSON with those before it.
fn compare<'a>(
    json: Json<'a>,
    pointer: &mut String,
    known: &mut BTreeMap<String, (&'a str, String)>,
    found: &mut Vec<Problem>,
) {
    let length = pointer.len();
    match json {
        Json::Text(text) => {
            let characters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            if characters.chars().count() < FEWEST {
                return;
            }
            let (first, other) = known.entry(characters).or_insert_with(|| (text, pointer.clone()));
            if *first != text {
                let other = other.clone();
                found.push(at(pointer.clone(), LintProblem::SpacingDiffers { other }));
            }
        }
        Json::List(list) => {
            for (index, entry) in list.iter().enumerate() {
                push_token(pointer, &index.to_string());
                compare(entry, pointer, known, found);
                pointer.truncate(length);
            }
        }
        Json::Object(object) => {
            for (name, value) in object {
                push_token(pointer, name);
                compare(value, pointer, known, found);
                pointer.truncate(length);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::TooDeep => {}
    }
}
