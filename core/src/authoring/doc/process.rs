//! The process around a draft.

use super::block::{Block, push_part, push_table};
use crate::authoring::words::basis;
use crate::framework::{CaseState, ProcessReading, ProcessSource};
use crate::text::fill::plain;

/// Adds the steps of the process, what its cases are checked for, and how it is read.
pub(super) fn push(blocks: &mut Vec<Block>, process: &ProcessReading) {
    let rows = process.steps.iter().map(|step| {
        let states: Vec<String> = step.states.iter().copied().map(state).collect();
        [
            plain(step.event.word()),
            states.join(", "),
            process.role_names(&step.roles),
            step.message.clone(),
            sources(process, &step.rests_on),
        ]
    });
    push_part(
        blocks,
        "The process around a draft",
        "`{grade}` stands for the grade at which a plan is issued.",
        ["Event", "In the states", "By", "What it is", "Rests on"],
        rows.collect(),
    );
    let rows = process.reasons.iter().map(|reason| {
        [state(reason.state), reason.message.clone(), sources(process, &reason.rests_on)]
    });
    push_table(
        blocks,
        "Each state says whether the plan may be issued.",
        ["State", "Sentence", "Rests on"],
        rows.collect(),
    );
    let rows = process.findings.iter().map(|finding| {
        [
            finding.id.word().to_owned(),
            finding.severity.word().to_owned(),
            finding.message.clone(),
            [finding.why.as_str(), " ", &finding.clear].concat(),
            sources(process, &finding.rests_on),
        ]
    });
    push_table(
        blocks,
        "These are checked in a case.",
        ["Id", "Severity", "It says", "Why, and what clears it", "Rests on"],
        rows.collect(),
    );
    let rows = process.readings.iter();
    let rows =
        rows.map(|reading| [reading.name.clone(), basis(reading.basis), reading.reason.clone()]);
    push_table(
        blocks,
        "The framework leaves this open.",
        ["Reading", "Basis", "Reason"],
        rows.collect(),
    );
}

fn state(state: CaseState) -> String {
    plain(state.word())
}

fn sources(process: &ProcessReading, sources: &[ProcessSource]) -> String {
    let words = sources.iter().map(|source| {
        if let Some(step) = &source.step {
            format!("step {step}")
        } else if let Some(level) = source.level {
            format!("level {level}")
        } else if let Some(id) = &source.reading {
            let reading = process.readings.iter().find(|reading| reading.id == *id);
            reading.map_or_else(|| id.clone(), |reading| reading.name.clone())
        } else {
            "the places on issuing a plan".to_owned()
        }
    });
    words.collect::<Vec<_>>().join("; ")
}
