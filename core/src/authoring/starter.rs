//! A small complete framework to start from. Its reasons explain each entry.

use crate::document::{Problem, ProblemKind, is_id};

const STARTER: &str = include_str!("../../frameworks/starter.json");

/// Its id, as it stands in the text.
const ID: &str = "\"our-framework\"";

/// A small complete framework with an id, as JSON text.
///
/// # Errors
/// The id is none.
pub fn starter(id: &str) -> Result<String, Vec<Problem>> {
    if is_id(id) {
        Ok(STARTER.replacen(ID, &["\"", id, "\""].concat(), 1))
    } else {
        Err(vec![Problem::of_all(ProblemKind::NotAnId {})])
    }
}
