//! What may be a mistake of the author, in a framework that can be used.

mod borders;
mod conditions;
mod evidence;
mod limits;
mod names;
mod problem;
mod reach;
mod spacing;
mod unused;

use crate::document::{MOST_PROBLEMS, Problem, ProblemKind};
use crate::framework::{Framework, FrameworkDocument};

pub use problem::LintProblem;

/// Something that may be a mistake.
pub type Lint = Problem;

/// A lint: finds one kind of mistake, in the order of the document.
type Find = fn(&Framework, &FrameworkDocument) -> Vec<Problem>;

/// All of them.
const LINTS: [Find; 16] = [
    names::older,
    reach::grades,
    reach::bands,
    reach::means,
    borders::scale,
    borders::conditions,
    limits::limits,
    limits::requirements,
    unused::answers,
    unused::severities,
    unused::facts,
    unused::descriptors,
    unused::readings,
    evidence::standards,
    conditions::excluding,
    spacing::texts,
];

/// What may be a mistake in a framework, up to 1,000 and how many more there are. `advice` has the severity, the reason
/// and the remedy of each by its code.
#[must_use]
pub fn lint(framework: &Framework) -> Vec<Lint> {
    let document = framework.document();
    let mut found: Vec<Lint> = LINTS.iter().flat_map(|find| find(framework, &document)).collect();
    if found.len() > MOST_PROBLEMS {
        found.truncate(MOST_PROBLEMS);
        found.push(Problem::of_all(ProblemKind::MoreProblems { shown: MOST_PROBLEMS }));
    }
    found
}
