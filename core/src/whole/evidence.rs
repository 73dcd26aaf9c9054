//! What in a plan speaks for a descriptor: needs that refer to advice, advice with a date, words that are quoted.

use super::citations::Citations;
use super::finding::SpeaksFor;
use super::text::PlanText;
use crate::document::table::Table;
use crate::framework::PlanEvidence;
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::{BlockKind, first_date};

const CITED: &str = "It refers to advice that the plan lists.";
const DATED: &str = "This advice has a date.";
const QUOTED: &str = "These words are quoted.";

/// What speaks for a descriptor, with the section in which it stands.
pub(super) struct Evidence {
    pub(super) kind: PlanEvidence,
    pub(super) section: PlanSection,
    pub(super) speaks: SpeaksFor<'static>,
}

/// What speaks for a descriptor, apart from the wording of statements.
pub(super) fn evidence(text: &PlanText, citations: &Citations) -> Vec<Evidence> {
    let mut cited = Table::like(&text.blocks, false);
    for (mark, places) in citations.references.iter() {
        if citations.entries.contains(mark) {
            for (number, _) in places {
                cited[*number] = true;
            }
        }
    }
    let mut evidence = Vec::new();
    for (number, block) in text.blocks.iter() {
        let Some(section) = block.section() else { continue };
        let is_dated = || first_date(&block.block.text).is_some();
        let found = if block.block.kind == BlockKind::Quotation {
            Some((PlanEvidence::Quotation, QUOTED))
        } else if cited[number] && block.is_for(SectionPurpose::Need) {
            Some((PlanEvidence::CitedNeed, CITED))
        } else if block.is_for(SectionPurpose::Advice) && block.is_prose() && is_dated() {
            Some((PlanEvidence::DatedAdvice, DATED))
        } else {
            None
        };
        if let Some((kind, message)) = found {
            let speaks = SpeaksFor { place: block.all(), message };
            evidence.push(Evidence { kind, section, speaks });
        }
    }
    evidence
}
