//! Names that fields had before.

use super::problem::{LintProblem, at};
use crate::document::Problem;
use crate::framework::{Framework, FrameworkDocument, OlderName};

/// What was read by another name than it has in the document, which is all that reading changes.
pub(super) fn older(framework: &Framework, _: &FrameworkDocument) -> Vec<Problem> {
    let found = framework.renamed().iter().map(|OlderName { part, older, name }| {
        at(format!("/{part}/{older}"), LintProblem::OlderName { name })
    });
    found.collect()
}
