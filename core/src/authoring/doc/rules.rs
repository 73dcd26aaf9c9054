//! What is checked: of answers and scores, of the feedback form, of the golden thread and of the plan as a whole.

use super::block::{Block, push_part, push_table};
use crate::authoring::words::{basis, check_condition, cites, criterion_question, list, test};
use crate::framework::{Bearing, Check, FrameworkDocument, ThreadSection};
use crate::text::fill::plain;

/// Adds the parts on checks.
pub(super) fn push(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let interpretation = &document.interpretation;
    let rows = interpretation.checks.iter().map(|check| {
        [
            check.id.clone(),
            check.severity.word().to_owned(),
            finds(document, check),
            basis(check.basis),
            sentences(&[&check.why, &check.clear]),
            cites(&check.cites),
        ]
    });
    push_part(
        blocks,
        "Checks of answers and scores",
        "",
        ["Id", "Severity", "It finds", "Basis", "Why, and what clears it", "Written in"],
        rows.collect(),
    );
    let rows = interpretation.feedback.iter().flatten().map(|check| {
        [
            check.id.word().to_owned(),
            check.severity.word().to_owned(),
            check.message.clone(),
            basis(check.basis),
            sentences(&[&check.why, &check.clear]),
            cites(&check.cites),
        ]
    });
    push_part(
        blocks,
        "Checks of the feedback form",
        "",
        ["Id", "Severity", "It says", "Basis", "Why, and what clears it", "Written in"],
        rows.collect(),
    );
    thread(blocks, document);
    let rows = interpretation.plan.iter().flat_map(|plan| &plan.rules).map(|rule| {
        [
            rule.id.word().to_owned(),
            rule.severity.word().to_owned(),
            rule.message.clone(),
            basis(rule.basis),
            sentences(&[&rule.why, &rule.instead]),
            cites(&rule.cites),
        ]
    });
    push_part(
        blocks,
        "Checks of the plan as a whole",
        "Names in braces stand for what is found.",
        ["Id", "Severity", "It says", "Basis", "Why, and what to put instead", "Written in"],
        rows.collect(),
    );
    let rows = interpretation.advice.iter().flat_map(|advice| &advice.items).map(|item| {
        [
            plain(item.asks.word()),
            item.severity.word().to_owned(),
            item.message.clone(),
            basis(item.basis),
            sentences(&[&item.why, &item.instead, &item.reason]),
            cites(&item.cites),
        ]
    });
    push_part(
        blocks,
        "What is asked of a piece of advice",
        "",
        ["Asked", "Severity", "Where it is missing", "Basis", "Why, and what to do", "Written in"],
        rows.collect(),
    );
    let bearing = interpretation.bearing.iter().flatten();
    let rows = bearing.map(|entry| {
        let questions = entry.criteria.iter().flatten();
        let questions: Vec<String> =
            questions.map(|id| criterion_question(document, id).to_owned()).collect();
        [
            speaks_against(entry),
            speaks_for(entry),
            list(entry.descriptors.iter().flatten().chain(&questions)),
            basis(entry.basis),
            entry.reason.clone(),
        ]
    });
    push_part(
        blocks,
        "What bears on descriptors and criteria",
        "What is found in a plan speaks for or against them. It answers none.",
        ["Speaks against", "Speaks for", "Descriptors and criteria", "Basis", "Reason"],
        rows.collect(),
    );
}

/// What speaks against the descriptors of an entry.
fn speaks_against(entry: &Bearing) -> String {
    let rules = entry.rules.iter().chain(&entry.wording).flatten().cloned();
    let coverage = entry.coverage.iter().flatten().map(|found| plain(found.word()));
    rules.chain(coverage).collect::<Vec<_>>().join(", ")
}

/// What speaks for the descriptors of an entry, and the sections in which it counts.
fn speaks_for(entry: &Bearing) -> String {
    let evidence = entry.evidence.iter().flatten().map(|evidence| plain(evidence.word()));
    let mut words = evidence.collect::<Vec<_>>().join(", ");
    if let Some(sections) = &entry.sections {
        let sections: Vec<&str> = sections.iter().map(|section| section.word()).collect();
        words.push_str(" (in ");
        words.push_str(&sections.join(", "));
        words.push(')');
    }
    words.trim_start().to_owned()
}

fn sentences(sentences: &[&String]) -> String {
    sentences.iter().map(|sentence| sentence.as_str()).collect::<Vec<_>>().join(" ")
}

/// What a check finds, in words.
fn finds(document: &FrameworkDocument, check: &Check) -> String {
    let Some(message) = &check.message else { return "as it is built in".to_owned() };
    let mut finds = message.clone();
    let joined = |words: Vec<String>, with: &str| words.join(with);
    let when = check.when.iter().flatten().map(|one| check_condition(document, one));
    let when = joined(when.collect(), ", and ");
    if !when.is_empty() {
        finds.push_str(" For plans with ");
        finds.push_str(&when);
        finds.push('.');
    }
    let every = joined(check.every.iter().flatten().map(test).collect(), "; ");
    if !every.is_empty() {
        finds.push_str(" All of: ");
        finds.push_str(&every);
        finds.push('.');
    }
    let any = joined(check.any.iter().flatten().map(test).collect(), "; ");
    if !any.is_empty() {
        finds.push_str(" Any of: ");
        finds.push_str(&any);
        finds.push('.');
    }
    finds
}

fn sections(sections: &[ThreadSection]) -> String {
    sections.iter().map(|section| section.word()).collect::<Vec<_>>().join(", ")
}

fn thread(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let Some(thread) = &document.interpretation.thread else { return };
    blocks.push(Block::Part("The golden thread".to_owned()));
    let rows = thread.joins.iter().map(|join| {
        [
            sections(&join.from),
            sections(&join.to),
            basis(join.basis),
            join.reason.clone(),
            cites(&join.cites),
        ]
    });
    push_table(
        blocks,
        "A line joins an item of these sections with one of those, whichever states it.",
        ["Sections", "With", "Basis", "Reason", "Written in"],
        rows.collect(),
    );
    let rows = thread.rules.iter().map(|rule| {
        let ends = match (&rule.of, &rule.to) {
            (Some(of), Some(to)) => {
                format!(" Each item of {} has a line to {}.", sections(of), sections(to))
            }
            _ => String::new(),
        };
        let message = rule.message.clone().unwrap_or_else(|| "As it is built in.".to_owned());
        [
            rule.id.clone(),
            rule.severity.word().to_owned(),
            message + &ends,
            basis(rule.basis),
            sentences(&[&rule.why, &rule.clear]),
            cites(&rule.cites),
        ]
    });
    push_table(
        blocks,
        "These rules are checked. `{id}` stands for the id of an item.",
        ["Id", "Severity", "It finds", "Basis", "Why, and what clears it", "Written in"],
        rows.collect(),
    );
}
