//! What a person should look at: sections that are missing, doubtful, there twice, or under one heading with others.

use std::fmt::Display;

use crate::document::map::{self, NumberMap};
use crate::law::PlanSection;
use crate::plan::document::{DoubtKind, PlanPart, SectionDoubt, SectionHeading, Sureness};
use crate::text::fill::fill;

/// Sections that a heading opened.
#[derive(Debug, Clone)]
pub(super) struct Opened {
    pub(super) sections: Vec<PlanSection>,
    pub(super) heading: SectionHeading,
    pub(super) has_other_title: bool,
}

const MISSING: &str = "No heading of Section {section} was found.";
const DOUBTFUL: &str = "This may be the heading of Section {section}. Little speaks for it.";
const OTHER_TITLE: &str =
    "The letter is that of Section {section}, and the title is that of another section.";
const REPEATED: &str = "Section {section} begins here again. It has begun before.";
const NOT_SPLIT: &str =
    "Sections {section} and {other} stand under one heading and are not separated here.";

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
    let mut areas = opened.iter().filter_map(|opened| opened.heading.area.as_ref());
    let first = areas.next();
    // A plan that is written area by area has its sections several times.
    let is_by_area = areas.any(|area| Some(area) != first);
    let joint = joint_parts(parts);
    let mut begun: Vec<PlanSection> = Vec::new();
    let mut before: &[PlanSection] = &[];
    for this in opened {
        let heading = Some(&this.heading);
        for section in &this.sections {
            if this.has_other_title {
                push(DoubtKind::OtherTitle, *section, heading, &name(OTHER_TITLE, *section));
            } else if this.heading.sureness == Sureness::Doubtful {
                push(DoubtKind::Doubtful, *section, heading, &name(DOUBTFUL, *section));
            }
            let goes_on = before.contains(section);
            if begun.contains(section) && !goes_on && !is_by_area && this.sections.len() == 1 {
                push(DoubtKind::Repeated, *section, heading, &name(REPEATED, *section));
            }
        }
        let part = joint.get(&key(&this.heading));
        // A heading over several sections only announces those that have headings of their own behind it.
        if this.sections.len() == 1 || part.is_some() {
            for section in &this.sections {
                if !begun.contains(section) {
                    begun.push(*section);
                }
            }
        }
        before = &this.sections;
        if let Some([first, second, ..]) = part.map(|part| part.sections.as_slice()) {
            let parts: &[(&str, &dyn Display)] =
                &[("section", &first.word()), ("other", &second.word())];
            push(DoubtKind::NotSplit, *first, heading, &fill(NOT_SPLIT, parts));
        }
    }
    for section in PlanSection::ALL {
        if !opened.iter().any(|opened| opened.sections.contains(section)) {
            push(DoubtKind::Missing, *section, None, &name(MISSING, *section));
        }
    }
    doubts
}

/// The parts of several sections in which something stands, by the places of their headings.
fn joint_parts(parts: &[PlanPart]) -> NumberMap<&PlanPart> {
    let joint = parts.iter().filter(|part| part.sections.len() > 1 && !part.blocks.is_empty());
    let mut by_heading = NumberMap::default();
    for part in joint {
        by_heading.insert(&key(&part.heading), part);
    }
    by_heading
}

/// The place of a heading, to compare.
fn key(heading: &SectionHeading) -> u128 {
    map::key([0, heading.place.file, heading.place.paragraph, heading.place.run])
}
