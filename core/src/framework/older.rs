//! Names that fields of format 1 had before: a document that has them is read all the same.

use crate::document::{Document, Problem};

/// A field with another name than before.
#[derive(Debug)]
pub(crate) struct OlderName {
    /// The part of a framework that it is in.
    pub(crate) part: &'static str,
    /// The name before.
    pub(crate) older: &'static str,
    /// The name now.
    pub(crate) name: &'static str,
}

/// All of them.
const OLDER_NAMES: [OlderName; 2] = [
    OlderName { part: "wording", older: "annex_a", name: "feedback_form" },
    OlderName { part: "wording", older: "annex_b", name: "improvement_process" },
];

/// Gives each field the name that it has now, and returns those that had another.
pub(super) fn rename(framework: &mut Document) -> Vec<&'static OlderName> {
    let is_renamed = |one: &&OlderName| framework.rename(one.part, one.older, one.name);
    OLDER_NAMES.iter().filter(is_renamed).collect()
}

/// The problems at the places of the document as it was given.
pub(super) fn as_given(mut problems: Vec<Problem>, renamed: &[&OlderName]) -> Vec<Problem> {
    for OlderName { part, older, name } in renamed {
        for problem in &mut problems {
            let part = ["/", part, "/"].concat();
            let behind = problem.pointer.strip_prefix(&part).and_then(|at| at.strip_prefix(name));
            if let Some(behind) = behind {
                problem.pointer = [part.as_str(), older, behind].concat();
            }
        }
    }
    problems
}
