//! What in a plan speaks for a descriptor: needs that refer to advice, advice with a date, words that are quoted.

use super::citations::Citations;
use super::finding::SpeaksFor;
use super::messages;
use super::text::PlanText;
use crate::document::table::Table;
use crate::framework::PlanEvidence;
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::{BlockKind, first_date};
use crate::wording::Lexicon;

/// What speaks for a descriptor, with the section in which it stands.
pub(super) struct Evidence<'a> {
    pub(super) kind: PlanEvidence,
    pub(super) section: PlanSection,
    pub(super) speaks: SpeaksFor<'a>,
}

/// What speaks for a descriptor, apart from the wording of statements.
pub(super) fn evidence<'a>(
    lexicon: &'a Lexicon,
    text: &PlanText,
    citations: &Citations,
) -> Vec<Evidence<'a>> {
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
            Some((PlanEvidence::Quotation, &messages::PLAN_SPEAKS_QUOTED))
        } else if cited[number] && block.is_for(SectionPurpose::Need) {
            Some((PlanEvidence::CitedNeed, &messages::PLAN_SPEAKS_CITED))
        } else if block.is_for(SectionPurpose::Advice) && block.is_prose() && is_dated() {
            Some((PlanEvidence::DatedAdvice, &messages::PLAN_SPEAKS_DATED))
        } else {
            None
        };
        if let Some((kind, message)) = found {
            let message = lexicon.catalogue.template(message, None);
            let speaks = SpeaksFor { place: block.all(), message };
            evidence.push(Evidence { kind, section, speaks });
        }
    }
    evidence
}
