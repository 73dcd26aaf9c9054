//! Standards without evidence.

use super::problem::{LintProblem, at};
use crate::document::Problem;
use crate::framework::{Framework, FrameworkDocument};

/// Every standard has an entry, which may name no descriptor.
pub(super) fn standards(_: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let entries = document.interpretation.evidence.iter().enumerate();
    let empty = entries.filter(|(_, entry)| entry.descriptors.is_empty());
    let found = empty.map(|(index, _)| {
        let pointer = format!("/interpretation/evidence/{index}");
        at(pointer, LintProblem::StandardWithoutEvidence {})
    });
    found.collect()
}
