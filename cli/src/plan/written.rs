//! Word files that `plan check` writes beside what it prints: the plan with comments, and the feedback form.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ehcp_qa_core::form::{feedback_from_plan, feedback_word};
use ehcp_qa_core::plan::{PlanProblem, comment_word};
use ehcp_qa_core::whole::{PlanCheck, comments};
use ehcp_qa_core::{Framework, Problem, Review};

use super::files::{PlanFile, Plans};
use crate::fault::{Fault, Source};
use crate::outcome::Failure;

/// The Word file of a plan with a comment for each finding.
pub(super) fn commented(
    file: &PlanFile,
    check: &PlanCheck,
    framework: &Framework,
    author: &str,
) -> Result<Vec<u8>, Fault> {
    let comments = comments(check, &file.plan, framework);
    let bytes = comment_word(&file.bytes, &comments, author);
    bytes.map_err(|problem| refused(file.source, problem))
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

fn refused(source: &Source, problem: PlanProblem) -> Fault {
    Fault::of_file(source, problem.code(), problem.to_string())
}

/// The files that were written. None is written over a plan, nor twice in a run.
pub(super) struct Written {
    is_folder: bool,
    paths: BTreeSet<PathBuf>,
}

impl Written {
    /// Of several plans, each output is a folder, in which a file has the name of its plan.
    pub(super) fn new(Plans { paths }: &Plans) -> Self {
        let is_folder = paths.len() > 1 || paths.iter().any(|path| path.is_dir());
        Self { is_folder, paths: BTreeSet::new() }
    }

    /// Writes a file that belongs to a plan.
    pub(super) fn write(
        &mut self,
        target: &Path,
        plan: &Path,
        bytes: &[u8],
    ) -> Result<(), Failure> {
        let name = Path::new(plan.file_stem().unwrap_or_default()).with_extension("docx");
        let path = if self.is_folder { target.join(name) } else { target.to_owned() };
        if matches!((path.canonicalize(), plan.canonicalize()), (Ok(one), Ok(other)) if one == other)
        {
            let message = "A file to write is the plan itself. Name another, so that the plan stays as it is.";
            return Err(Failure::Usage(message.to_owned()));
        }
        if !self.paths.insert(path.clone()) {
            let message = "Two files would be written in the same place. Check plans with the same name apart, and \
                           give --comments and --feedback places of their own.";
            return Err(Failure::Usage(message.to_owned()));
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(&path, bytes)?)
    }
}
