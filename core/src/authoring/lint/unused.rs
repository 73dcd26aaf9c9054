//! Answers, facts, descriptors and readings that nothing uses.

use std::collections::BTreeSet;

use super::problem::{LintProblem, at};
use crate::document::Problem;
use crate::document::table::Number;
use crate::framework::{
    AnswerStanding, Check, CheckCondition, ContextCondition, DescriptorRule, Fact, Framework,
    FrameworkDocument,
};

/// Answers to criteria for which no row of the table and no check asks, and answers to descriptors that none can have.
/// The worst answer to a criterion is what is left.
pub(super) fn answers(framework: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let interpretation = &document.interpretation;
    let rows = interpretation.grade_table.iter().flat_map(|row| &row.requires);
    let mut asked: BTreeSet<(&str, &str)> =
        rows.map(|(criterion, answer)| (criterion.as_str(), answer.as_str())).collect();
    for condition in conditions(&interpretation.checks) {
        if let CheckCondition::Criterion(condition) = condition {
            asked.insert((&condition.criterion, &condition.equals));
        }
    }
    let mut found = Vec::new();
    for (index, criterion) in interpretation.criteria.iter().enumerate() {
        for (number, value) in criterion.values.iter().enumerate().skip(1) {
            if !asked.contains(&(criterion.id.as_str(), value.id.as_str())) {
                let pointer = format!("/interpretation/criteria/{index}/values/{number}");
                found.push(at(pointer, LintProblem::UnusedAnswer {}));
            }
        }
    }
    let rules = &framework.rules;
    for (set, answers) in rules.answers.sets.iter() {
        let of_set = || rules.descriptors.rows().iter().filter(|rule| rule.answers == set);
        let place = match set.place().checked_sub(1) {
            None if !rules.answers.are_given => continue,
            None => "/interpretation/answers".to_owned(),
            Some(other) => format!("/interpretation/answer_sets/{other}"),
        };
        if of_set().next().is_none() {
            found.push(at(place, LintProblem::UnusedAnswerSet {}));
            continue;
        }
        if of_set().any(DescriptorRule::may_not_apply) {
            continue;
        }
        let list = if set.place() == 0 { place } else { place + "/answers" };
        for (index, row) in answers.rows().iter().enumerate() {
            if row.answer.standing() == AnswerStanding::Excluded {
                let pointer = format!("{list}/{index}");
                found.push(at(pointer, LintProblem::UnusedExclusion {}));
            }
        }
    }
    found
}

fn conditions(checks: &[Check]) -> impl Iterator<Item = &CheckCondition> {
    checks.iter().flat_map(|check| check.when.iter().flatten())
}

/// Severities of which no grade bounds the findings.
pub(super) fn severities(framework: &Framework, _: &FrameworkDocument) -> Vec<Problem> {
    let rules = &framework.rules;
    let bounded = |severity| {
        let mut rows = rules.grades.rows().iter().flat_map(|row| &row.at_most);
        rows.any(|(bounded, _)| *bounded == severity)
    };
    let unused = rules.severities.numbers().filter(|severity| !bounded(*severity));
    let found = unused.map(|severity| {
        let pointer = format!("/interpretation/counts/severities/{}", severity.place());
        at(pointer, LintProblem::UnusedSeverity {})
    });
    found.collect()
}

/// Facts that a framework adds and no condition is about. The stage, the year group and the age are used by the law, by
/// the check of wording and by samples.
pub(super) fn facts(framework: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let interpretation = &document.interpretation;
    let applicability = interpretation.applicability.iter().flat_map(|entry| &entry.all_of);
    let checks = conditions(&interpretation.checks).filter_map(|condition| match condition {
        CheckCondition::Context(condition) => Some(condition),
        CheckCondition::Criterion(_) => None,
    });
    let name = |condition: &ContextCondition| condition.field.clone();
    let used: BTreeSet<String> = applicability.chain(checks).map(name).collect();
    let mut found = Vec::new();
    for (index, question) in interpretation.context.iter().enumerate() {
        let id: &str = &question.field.0;
        let is_of_law = framework.fact(id).is_some_and(Fact::is_of_law);
        if !is_of_law && !used.contains(id) {
            let pointer = format!("/interpretation/context/{index}");
            found.push(at(pointer, LintProblem::UnusedFact {}));
        }
    }
    found
}

/// Descriptors beside others that something rests on, where answers suggest no scores. A framework of which nothing
/// rests on any descriptor is a checklist.
pub(super) fn descriptors(framework: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let interpretation = &document.interpretation;
    if framework.rules.bands.0.len() > 0 {
        return Vec::new();
    }
    let evidence = interpretation.evidence.iter().flat_map(|entry| &entry.descriptors);
    let required = interpretation.required.iter().flatten().flat_map(|entry| &entry.descriptors);
    let alternatives = interpretation.alternatives.iter().flatten();
    let alternatives =
        alternatives.flat_map(|entry| std::iter::once(&entry.descriptor).chain(&entry.instead_of));
    let checks = interpretation.checks.iter();
    let checks = checks.flat_map(|check| check.every.iter().chain(&check.any).flatten());
    let checks = checks.map(|test| &test.descriptor);
    let counted = interpretation.counts.iter().flat_map(|counts| &counts.descriptors);
    let used: BTreeSet<&String> =
        evidence.chain(required).chain(alternatives).chain(checks).chain(counted).collect();
    if used.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let sections = document.wording.sections.iter().enumerate();
    let sections = sections.map(|(index, section)| (format!("/wording/sections/{index}"), section));
    let overall = ("/wording/overall".to_owned(), &document.wording.overall);
    for (place, section) in sections.chain([overall]) {
        for (number, descriptor) in section.descriptors.iter().enumerate() {
            if !used.contains(&descriptor.id) {
                let pointer = format!("{place}/descriptors/{number}");
                found.push(at(pointer, LintProblem::UnusedDescriptor {}));
            }
        }
    }
    found
}

/// Readings of the process that no source names.
pub(super) fn readings(_: &Framework, document: &FrameworkDocument) -> Vec<Problem> {
    let Some(process) = &document.interpretation.process else { return Vec::new() };
    let steps = process.steps.iter().flat_map(|step| &step.rests_on);
    let reasons = process.reasons.iter().flat_map(|reason| &reason.rests_on);
    let findings = process.findings.iter().flat_map(|finding| &finding.rests_on);
    let sources = steps.chain(reasons).chain(findings);
    let sources = sources.chain(&process.refused.rests_on).chain(&process.regraded);
    let used: BTreeSet<&String> = sources.filter_map(|source| source.reading.as_ref()).collect();
    let mut found = Vec::new();
    for (index, reading) in process.readings.iter().enumerate() {
        if !used.contains(&reading.id) {
            let pointer = format!("/interpretation/process/readings/{index}");
            found.push(at(pointer, LintProblem::UnusedReading {}));
        }
    }
    found
}
