//! Word files that `plan check` writes beside what it prints: the plan with comments, and the feedback form.

use std::sync::Arc;

use ehcp_qa_core::form::{feedback_from_plan, feedback_word};
use ehcp_qa_core::plan::comment_word;
use ehcp_qa_core::whole::{PlanCheck, comments};
use ehcp_qa_core::{Framework, Problem, Review};

use super::files::{PlanFile, refused};
use crate::fault::Fault;

/// The Word file of a plan with a comment for each finding.
pub(super) fn commented(
    file: &PlanFile,
    check: &PlanCheck,
    framework: &Framework,
    author: &str,
) -> Result<Vec<u8>, Fault> {
    let comments = comments(check, &file.plan, framework);
    let bytes = comment_word(&file.bytes, &comments, author);
    bytes.map_err(|problem| refused(framework, file.source, problem))
}

/// The feedback form, drafted from what was found, with nothing recorded yet.
pub(super) fn form(
    file: &PlanFile,
    check: &PlanCheck,
    framework: &Arc<Framework>,
) -> Result<Vec<u8>, Vec<Fault>> {
    let review = Review::new(framework.clone());
    let form = feedback_from_plan(&review, &file.plan, check);
    let lacking = |problem: &Problem| {
        Fault::of_file(file.source, problem.kind.code(), problem.kind.to_string())
    };
    let form = form.map_err(|problems| problems.iter().map(lacking).collect::<Vec<_>>())?;
    Ok(feedback_word(&form, framework))
}
