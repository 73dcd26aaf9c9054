//! What bears on each descriptor and criterion, as the framework maps it. It answers none.

use super::evidence::Evidence;
use super::finding::{CriterionFindings, DescriptorFindings, PlanFinding, SpeaksFor};

use crate::framework::{Bearing, Framework};
use crate::law::PlanSection;

/// The most pieces of evidence that are listed for one descriptor.
const MOST_EVIDENCE: usize = 100;

/// What bears on the descriptors, in printed order. One on which nothing bears is left out.
pub(super) fn descriptors<'a>(
    framework: &'a Framework,
    findings: &[PlanFinding],
    evidence: &[Evidence<'a>],
) -> Vec<DescriptorFindings<'a>> {
    let sections: Vec<&str> = framework.section_ids().collect();
    let mut bearing = Vec::new();
    for (descriptor, section) in framework.descriptor_ids() {
        let names = |entry: &&Bearing| lists(entry.descriptors.as_ref(), descriptor);
        let (against, speaks_for) = bears(framework, findings, evidence, names);
        if !against.is_empty() || !speaks_for.is_empty() {
            let section = sections.get(section).copied().unwrap_or_default();
            bearing.push(DescriptorFindings { descriptor, section, against, speaks_for });
        }
    }
    bearing
}

/// What bears on the criteria. One on which nothing bears is left out.
pub(super) fn criteria<'a>(
    framework: &'a Framework,
    findings: &[PlanFinding],
    evidence: &[Evidence<'a>],
) -> Vec<CriterionFindings<'a>> {
    let mut bearing = Vec::new();
    for (criterion, _) in framework.criterion_ids() {
        let names = |entry: &&Bearing| lists(entry.criteria.as_ref(), criterion);
        let (against, speaks_for) = bears(framework, findings, evidence, names);
        if !against.is_empty() || !speaks_for.is_empty() {
            bearing.push(CriterionFindings { criterion, against, speaks_for });
        }
    }
    bearing
}

/// The rules of the lexicon that the framework names and the lexicon does not have.
pub(super) fn unknown_rules<'a>(framework: &'a Framework, known: &[&str]) -> Vec<&'a str> {
    let mut unknown: Vec<&str> = Vec::new();
    for id in framework.bearing().iter().flat_map(|entry| entry.wording.iter().flatten()) {
        if !known.contains(&id.as_str()) && !unknown.contains(&id.as_str()) {
            unknown.push(id);
        }
    }
    unknown
}

fn bears<'a>(
    framework: &Framework,
    findings: &[PlanFinding],
    evidence: &[Evidence<'a>],
    names: impl Fn(&&Bearing) -> bool,
) -> (Vec<u32>, Vec<SpeaksFor<'a>>) {
    let entries: Vec<&Bearing> = framework.bearing().iter().filter(names).collect();
    let against = findings.iter().filter(|finding| {
        entries.iter().any(|entry| {
            covers(entry, finding.section)
                && (is_by(entry, finding.rule)
                    || finding.parts.iter().any(|part| is_by(entry, part.rule)))
        })
    });
    let mut speaks_for = Vec::new();
    let said = evidence.iter().filter(|said| {
        entries.iter().any(|entry| {
            covers(entry, Some(said.section))
                && entry.evidence.iter().flatten().any(|kind| *kind == said.kind)
        })
    });
    speaks_for.extend(said.map(|said| said.speaks).take(MOST_EVIDENCE));
    (against.map(|finding| finding.id).collect(), speaks_for)
}

/// Whether an entry is about a section. What is about no section counts in all.
fn covers(entry: &Bearing, section: Option<PlanSection>) -> bool {
    let Some(sections) = &entry.sections else { return true };
    section.is_none_or(|section| sections.contains(&section))
}

fn is_by(entry: &Bearing, rule: &str) -> bool {
    lists(entry.rules.as_ref(), rule) || lists(entry.wording.as_ref(), rule)
}

fn lists(ids: Option<&Vec<String>>, id: &str) -> bool {
    ids.is_some_and(|ids| ids.iter().any(|known| known == id))
}
