//! What a section must say somewhere: strengths, and preparation for adulthood.

use crate::law::{PlanSection, SectionPurpose};
use crate::wording::check::Verdict;
use crate::wording::meaning::Meaning;
use crate::wording::passage::Passage;

/// The pillars of preparation for adulthood.
const PILLARS: [Meaning; 4] = [
    Meaning::PillarEmployment,
    Meaning::PillarIndependence,
    Meaning::PillarCommunity,
    Meaning::PillarHealth,
];

/// No strength in a section that is not empty.
pub(super) fn strengths_missing(passage: &Passage) -> Verdict {
    if passage.is_empty() || passage.text.says(Meaning::Strength) {
        return Verdict::Fine;
    }
    Verdict::Absent(Vec::new())
}

/// A pillar of preparation for adulthood is absent. Needs and outcomes of every plan have each pillar.
/// Provision has them from Year 9: special educational provision each, other provision any.
pub(super) fn pfa_pillar_missing(passage: &Passage) -> Verdict {
    if passage.is_empty() {
        return Verdict::Fine;
    }
    let mut missing = PILLARS.to_vec();
    missing.retain(|pillar| !passage.text.says(*pillar));
    if passage.is_for(SectionPurpose::Provision) {
        match passage.context.is_year_nine() {
            None => return Verdict::NotChecked,
            Some(false) => return Verdict::Fine,
            Some(true) => {}
        }
        let is_any_enough = passage.section != Some(PlanSection::F);
        if is_any_enough && missing.len() < PILLARS.len() {
            return Verdict::Fine;
        }
    }
    if missing.is_empty() { Verdict::Fine } else { Verdict::Absent(missing) }
}
