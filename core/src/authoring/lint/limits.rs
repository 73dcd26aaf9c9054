//! Limits and requirements that change nothing.

use super::problem::{LintProblem, at};
use crate::document::Problem;
use crate::document::problem::push_token;
use crate::framework::{Framework, FrameworkDocument, LimitRule};

/// A limit counts where no limit of a better section score is as strict, and required descriptors where what is left
/// without them is not the best grade.
pub(super) fn limits(framework: &Framework, _: &FrameworkDocument) -> Vec<Problem> {
    let rules = &framework.rules;
    let best = rules.scale.best();
    let mut found = Vec::new();
    for (index, limit) in rules.limits.iter().enumerate() {
        let covers = |other: &LimitRule| {
            other.section_score < limit.section_score && other.plan_at_best >= limit.plan_at_best
        };
        if limit.plan_at_best == best || rules.limits.iter().any(covers) {
            let pointer = format!("/interpretation/section_cap/{index}");
            found.push(at(pointer, LintProblem::LimitWithoutEffect {}));
        }
    }
    for (index, required) in rules.required.iter().enumerate() {
        if required.plan_at_best == best {
            let pointer = format!("/interpretation/required/{index}");
            found.push(at(pointer, LintProblem::LimitWithoutEffect {}));
        }
    }
    found
}

/// A row of the table that requires the worst answer requires nothing.
pub(super) fn requirements(_: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let interpretation = &document.interpretation;
    let is_worst = |criterion: &str, answer: &str| {
        let criterion = interpretation.criteria.iter().find(|known| known.id == criterion);
        criterion.and_then(|known| known.values.first()).is_some_and(|worst| worst.id == answer)
    };
    let mut found = Vec::new();
    for (index, row) in interpretation.grade_table.iter().enumerate() {
        for (criterion, answer) in &row.requires {
            if is_worst(criterion, answer) {
                let mut pointer = format!("/interpretation/grade_table/{index}/requires");
                push_token(&mut pointer, criterion);
                found.push(at(pointer, LintProblem::RequirementWithoutEffect {}));
            }
        }
    }
    found
}
