//! What a person should look at: sections that are missing, doubtful, there twice, or not told apart.

use crate::law::PlanSection;
use crate::plan::document::{DoubtKind, PlanPart, SectionDoubt, SectionHeading, Sureness};
use crate::text::fill::fill;

/// Sections that a heading opened.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    pub(super) sections: Vec<PlanSection>,
    pub(super) heading: SectionHeading,
    pub(super) has_other_title: bool,
    pub(super) is_unsplit: bool,
}

const MISSING: &str = "No heading of Section {section} was found.";
const DOUBTFUL: &str = "This may be the heading of Section {section}. Little speaks for it.";
const OTHER_TITLE: &str =
    "The letter is that of Section {section}, and the title is that of another section.";
const REPEATED: &str = "Section {section} begins here again. It has begun before.";
const NOT_SPLIT: &str =
    "Sections {section} and {other} have one heading and are not told apart here.";

/// The doubts, in the order of the plan, and then what is missing.
pub(super) fn doubts(opened: &[Opened], parts: &[PlanPart]) -> Vec<SectionDoubt> {
    let mut doubts = Vec::new();
    let mut push =
        |kind, section: PlanSection, heading: Option<&SectionHeading>, sentence: &str| {
            let place = heading.map(|heading| heading.place.clone());
            doubts.push(SectionDoubt { kind, section, place, why: sentence.to_owned() });
        };
    let name =
        |template: &str, section: PlanSection| fill(template, &[("section", &section.word())]);
    let mut areas: Vec<&str> =
        opened.iter().filter_map(|opened| opened.heading.area.as_deref()).collect();
    areas.sort_unstable();
    areas.dedup();
    // A plan that is written area by area has its sections several times.
    let is_by_area = areas.len() > 1;
    for (at, this) in opened.iter().enumerate() {
        let heading = Some(&this.heading);
        for section in &this.sections {
            if this.has_other_title {
                push(DoubtKind::OtherTitle, *section, heading, &name(OTHER_TITLE, *section));
            } else if this.heading.sureness == Sureness::Doubtful {
                push(DoubtKind::Doubtful, *section, heading, &name(DOUBTFUL, *section));
            }
            let before = opened.get(..at).unwrap_or_default();
            // A heading over several sections only announces those that have headings of their own behind it.
            let has = |other: &Opened| other.sections.contains(section) && says(other, parts);
            let goes_on = before.last().is_some_and(|other| other.sections.contains(section));
            if this.sections.len() == 1 && before.iter().any(has) && !goes_on && !is_by_area {
                push(DoubtKind::Repeated, *section, heading, &name(REPEATED, *section));
            }
        }
        let joint = parts.iter().find(|part| {
            part.heading.place == this.heading.place
                && part.sections.len() > 1
                && !part.blocks.is_empty()
        });
        let joint = joint.filter(|part| !this.is_unsplit || part.sections.len() > 1);
        if let Some([first, second, ..]) = joint.map(|part| part.sections.as_slice()) {
            let sentence =
                fill(NOT_SPLIT, &[("section", &first.word()), ("other", &second.word())]);
            push(DoubtKind::NotSplit, *first, heading, &sentence);
        }
    }
    for section in PlanSection::ALL {
        if !opened.iter().any(|opened| opened.sections.contains(section)) {
            push(DoubtKind::Missing, *section, None, &name(MISSING, *section));
        }
    }
    doubts
}

/// Whether anything stands under a heading.
fn says(opened: &Opened, parts: &[PlanPart]) -> bool {
    let mut parts = parts.iter().filter(|part| part.heading.place == opened.heading.place);
    opened.sections.len() == 1 || parts.any(|part| !part.blocks.is_empty())
}
