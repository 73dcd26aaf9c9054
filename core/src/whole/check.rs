//! Checks a plan as a whole.

use super::bearing::{criteria, descriptors, unknown_rules};
use super::context::PlanContext;
use super::finding::{PlanCheck, PlanLanguage, PlanThread};
use super::findings::Findings;
use super::sections::sections;
use super::wording::wording;
use crate::framework::{Framework, PlanBuiltIn, Receipt};
use crate::plan::{PlanDocument, facts};

use crate::wording::{Lexicon, STANDING};

/// Checks a plan: the wording of its sections, its thread, and what only the whole plan shows.
///
/// What the context does not give is taken from what the plan says of itself. A framework that has no reading of the
/// plan as a whole has no findings about it, and `not_checked` names the rules.
#[must_use]
pub fn check<'a>(
    framework: &'a Framework,
    lexicon: &'a Lexicon,
    plan: &PlanDocument,
    context: &PlanContext,
) -> PlanCheck<'a> {
    let facts = facts(plan);
    let linting = context.linting(&facts);
    let mut findings = Findings::new(context.dismissed.iter().flatten());
    let mut wording = wording(lexicon, plan, &linting, &mut findings);
    if let Some(reading) = framework.plan() {
        sections(reading, plan, &mut findings);
    }
    let (findings, more) = findings.in_order(plan);
    for section in &mut wording.sections {
        let of = findings.iter().filter(|finding| finding.section == Some(section.section));
        section.findings = of.map(|finding| finding.id).collect();
    }
    let items = context.items.as_deref().map(|items| items.to_vec()).unwrap_or_default();
    let mut not_checked = wording.not_checked;
    for rule in PlanBuiltIn::ALL {
        if framework.plan().is_none_or(|reading| reading.rule(*rule).is_none()) {
            not_checked.push(rule.word());
        }
    }
    let known: Vec<&str> = lexicon.rules().map(|rule| rule.id.as_str()).collect();
    not_checked.extend(unknown_rules(framework, &known));
    PlanCheck {
        standing: STANDING,
        descriptors: descriptors(framework, &findings, &wording.evidence),
        criteria: criteria(framework, &findings, &wording.evidence),
        findings,
        more: more.saturating_add(u32::try_from(wording.more).unwrap_or(u32::MAX)),
        sections: wording.sections,
        thread: PlanThread { is_confirmed: context.items.is_some(), counts: Vec::new() },
        items,
        facts,
        language: PlanLanguage::default(),
        not_checked,
        receipt: Receipt::new(Some(framework.digest()), Some(lexicon.digest())),
    }
}
