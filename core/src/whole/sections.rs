//! Sections that are missing, that begin twice, or whose headings are doubtful.
//!
//! Why: the Regulations set the sections out, and a reader looks for each under its letter. Cleared by a heading for
//! each section, once. Authority: SEND Regulations 2014, regulation 12(1).

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::law::PlanSection;
use crate::plan::{DoubtKind, PlanDocument, RunPlace, TextPlace, Utf16Place};

/// What a person should look at among the sections.
pub(super) fn sections<'a>(
    reading: &'a PlanReading,
    plan: &PlanDocument,
    findings: &mut Findings<'a>,
) {
    for doubt in &plan.doubts {
        let rule = match doubt.kind {
            DoubtKind::Missing => PlanBuiltIn::SectionMissing,
            DoubtKind::Repeated => PlanBuiltIn::SectionRepeated,
            DoubtKind::Doubtful | DoubtKind::OtherTitle | DoubtKind::NotSplit => {
                PlanBuiltIn::SectionDoubtful
            }
        };
        let Some(rule) = reading.rule(rule) else { continue };
        let place = doubt.place.as_ref().and_then(|heading| below(plan, doubt.section, heading));
        let heading = doubt.place.as_ref().map_or(0, |heading| heading.paragraph).to_string();
        let words = [doubt.section.word(), doubt.kind.word(), &heading].join(" ");
        let spot = Spot { section: Some(doubt.section), place, others: Vec::new(), words: &words };
        let section = doubt.section.word();
        let parts: [(&str, &dyn std::fmt::Display); 2] =
            [("section", &section), ("doubt", &doubt.why)];
        findings.found(FindingKind::Section, rule, spot, &parts);
    }
}

/// The first block below a heading.
fn below(plan: &PlanDocument, section: PlanSection, heading: &RunPlace) -> Option<TextPlace> {
    let is_it = |place: &RunPlace| {
        (place.file, place.paragraph, place.run) == (heading.file, heading.paragraph, heading.run)
    };
    let mut parts = (0..).zip(plan.parts.iter());
    let (part, found) =
        parts.find(|(_, part)| part.sections.contains(&section) && is_it(&part.heading.place))?;
    let (block, first) =
        (0..).zip(found.blocks.iter()).find(|(_, block)| !block.text.is_empty())?;
    let length = u32::try_from(first.text.encode_utf16().count()).unwrap_or(u32::MAX);
    Some(TextPlace { part, block, at: Utf16Place(0), length: Utf16Place(length) })
}
