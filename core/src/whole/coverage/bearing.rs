//! What of a comparison of advice with a plan bears on each descriptor and criterion, as the framework maps it. It
//! answers none.

use super::document::{
    CarriedStatement, Coverage, CoverageStatus, CriterionCoverage, DescriptorCoverage, KFault,
};
use crate::framework::{Bearing, CoverageFinding, Framework, PlanEvidence};
use crate::law::PlanSection;

/// The most places that are listed for and against one descriptor.
const MOST_PLACES: usize = 1_000;

/// Something that was found, with its place in the comparison.
struct Found {
    pointer: String,
    speaks: Speaks,
    /// The section that it is about; none where it is about the plan.
    section: Option<PlanSection>,
}

enum Speaks {
    Against(CoverageFinding),
    For(PlanEvidence),
}

/// Fills in what bears on descriptors and criteria. One on which nothing bears is left out.
pub(super) fn bear(framework: &Framework, coverage: &mut Coverage) {
    let found = found(coverage);
    let sections: Vec<&str> = framework.section_ids().collect();
    for (descriptor, section) in framework.descriptor_ids() {
        let lists = |ids: Option<&Vec<String>>| {
            ids.is_some_and(|ids| ids.iter().any(|id| id == descriptor))
        };
        let (against, speaks_for) =
            bears(framework, &found, |entry| lists(entry.descriptors.as_ref()));
        if !against.is_empty() || !speaks_for.is_empty() {
            let section = sections.get(section).copied().unwrap_or_default().to_owned();
            let descriptor = descriptor.to_owned();
            coverage.descriptors.push(DescriptorCoverage {
                descriptor,
                section,
                against,
                speaks_for,
            });
        }
    }
    for (criterion, _) in framework.criterion_ids() {
        let lists =
            |ids: Option<&Vec<String>>| ids.is_some_and(|ids| ids.iter().any(|id| id == criterion));
        let (against, speaks_for) =
            bears(framework, &found, |entry| lists(entry.criteria.as_ref()));
        if !against.is_empty() || !speaks_for.is_empty() {
            let criterion = criterion.to_owned();
            coverage.criteria.push(CriterionCoverage { criterion, against, speaks_for });
        }
    }
}

/// What speaks against and for what some entries of the framework are about.
fn bears(
    framework: &Framework,
    found: &[Found],
    is_about: impl Fn(&Bearing) -> bool,
) -> (Vec<String>, Vec<String>) {
    let entries: Vec<&Bearing> =
        framework.bearing().iter().filter(|entry| is_about(entry)).collect();
    let (mut against, mut speaks_for) = (Vec::new(), Vec::new());
    for one in found {
        let covers = |entry: &&Bearing| {
            let sections = entry.sections.as_ref().zip(one.section);
            sections.is_none_or(|(sections, section)| sections.contains(&section))
        };
        let mut entries = entries.iter().filter(|entry| covers(entry));
        let (list, bears) = match one.speaks {
            Speaks::Against(kind) => {
                let mut of = entries.flat_map(|entry| entry.coverage.iter().flatten());
                (&mut against, of.any(|known| *known == kind))
            }
            Speaks::For(kind) => {
                let bears = entries
                    .any(|entry| entry.evidence.iter().flatten().any(|known| *known == kind));
                (&mut speaks_for, bears)
            }
        };
        if bears && list.len() < MOST_PLACES {
            list.push(one.pointer.clone());
        }
    }
    (against, speaks_for)
}

/// All that was found, in the order of the comparison.
fn found(coverage: &Coverage) -> Vec<Found> {
    let mut found = Vec::new();
    for (number, advice) in coverage.advices.iter().enumerate() {
        for (at, one) in advice.statements.iter().enumerate() {
            let speaks = match one.status {
                CoverageStatus::NotFound => Speaks::Against(CoverageFinding::NotFound),
                CoverageStatus::Weaker => Speaks::Against(CoverageFinding::Weaker),
                CoverageStatus::Moved => Speaks::Against(CoverageFinding::Moved),
                CoverageStatus::Whole => Speaks::For(PlanEvidence::CarriedAdvice),
            };
            let pointer = format!("/advices/{number}/statements/{at}");
            found.push(Found { pointer, speaks, section: Some(section_of(one)) });
        }
        let is_listed =
            advice.author.is_some() && !coverage.listed.iter().any(|fault| fault.advice == number);
        if is_listed {
            let (pointer, speaks) =
                (format!("/advices/{number}"), Speaks::For(PlanEvidence::ListedAdvice));
            found.push(Found { pointer, speaks, section: Some(PlanSection::K) });
        }
    }
    for (at, one) in coverage.unsourced.iter().enumerate() {
        let speaks = Speaks::Against(CoverageFinding::NoSource);
        let section = Some(one.plan.section);
        found.push(Found { pointer: format!("/unsourced/{at}"), speaks, section });
    }
    let open =
        |(_, conflict): &(usize, &super::document::AdviceConflict)| conflict.resolved_by.is_none();
    for (at, _) in coverage.conflicts.iter().enumerate().filter(open) {
        let speaks = Speaks::Against(CoverageFinding::Conflict);
        found.push(Found { pointer: format!("/conflicts/{at}"), speaks, section: None });
    }
    for (at, one) in coverage.listed.iter().enumerate() {
        let speaks = Speaks::Against(match one.fault {
            KFault::Missing => CoverageFinding::NotListed,
            KFault::Date => CoverageFinding::OtherDate,
            KFault::Author => CoverageFinding::OtherAuthor,
        });
        found.push(Found {
            pointer: format!("/listed/{at}"),
            speaks,
            section: Some(PlanSection::K),
        });
    }
    found
}

/// The section of the plan that a statement of advice is about: that of the statement which carries it or is closest,
/// where that is for the same; else the one for its kind.
pub(super) fn section_of(one: &CarriedStatement) -> PlanSection {
    let section = one.kind.section();
    let known = one.plan.iter().chain(&one.closest).map(|words| words.section);
    let mut same = known.filter(|other| other.purpose() == section.purpose());
    same.next().unwrap_or(section)
}
