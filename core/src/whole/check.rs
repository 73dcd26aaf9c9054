//! Checks a plan as a whole.

use super::amounts::{amounts, misplaced};
use super::appearance::appearance;
use super::bearing::{criteria, descriptors, unknown_rules};
use super::citations::{Citations, citations as check_citations};
use super::context::PlanContext;
use super::contradictions::contradictions;
use super::evidence::evidence;
use super::finding::PlanCheck;
use super::findings::Findings;
use super::language::language;
use super::needs::{KnownNeeds, needs};
use super::people::{People, people};
use super::repetition::{doubled_words, repetition};
use super::sections::sections;
use super::text::PlanText;
use super::threads::thread;
use super::timescales::timescales;
use super::wording::wording;
use crate::document::map::Numbers;
use crate::framework::{Framework, PlanBuiltIn, Receipt};
use crate::plan::{FactKind, PlanDocument, PlanFact, facts};
use crate::wording::{BuiltInRule, Lexicon};

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
    let mut findings = Findings::new(context.linting.dismissed.as_deref().unwrap_or_default());
    let mut wording = wording(lexicon, plan, &linting, &mut findings);
    let text = PlanText::new(plan);
    let (items, thread) = thread(framework, plan, context, &mut findings);
    wording.evidence.extend(evidence(lexicon, &text, &Citations::new(&text)));
    if let Some(reading) = framework.plan() {
        let names = linting.names.as_deref().unwrap_or_default();
        let others = context.plan.people.as_deref().unwrap_or_default();
        let known = People::new(names, others);
        let citations = Citations::new(&text);
        sections(reading, plan, &mut findings);
        needs(reading, &text, &known_needs(context, &facts), &known.child, &mut findings);
        amounts(reading, &text, &misplaced(&text, &wording.found), &mut findings);
        contradictions(reading, &text, &facts, &known, &citations, &mut findings);
        let names = wording.found.iter().filter(|part| part.rule == BuiltInRule::OtherName.word());
        let mut taken = Numbers::default();
        for part in names {
            taken.insert(&part.place.key());
        }
        people(reading, &text, &known, &taken, &mut findings);
        check_citations(reading, &text, &citations, &mut findings);
        repetition(reading, &text, &mut findings);
        appearance(reading, plan, &text, &mut findings);
        doubled_words(reading, &text, &mut findings);
        if let Some(dates) = &context.plan.timescales {
            timescales(framework, reading, dates, &mut findings);
        }
    }
    let language = language(framework.plan(), &text, &mut findings);
    let (findings, more) = findings.in_order(plan);
    for section in &mut wording.sections {
        let of = findings.iter().filter(|finding| finding.section == Some(section.section));
        section.findings = of.map(|finding| finding.id).collect();
    }
    let mut not_checked = wording.not_checked;
    for rule in PlanBuiltIn::ALL {
        let has_no_dates =
            *rule == PlanBuiltIn::DeadlineNotMet && context.plan.timescales.is_none();
        let is_missing = || framework.plan().is_none_or(|of| of.rule(*rule).is_none());
        if has_no_dates || is_missing() {
            not_checked.push(rule.word());
        }
    }
    if context.plan.items.is_none() {
        not_checked.extend(framework.thread_rule_ids());
    }
    let known: Vec<&str> = lexicon.rules().map(|rule| rule.id.as_str()).collect();
    not_checked.extend(unknown_rules(framework, &known));
    PlanCheck {
        standing: lexicon.standing(),
        descriptors: descriptors(framework, &findings, &wording.evidence),
        criteria: criteria(framework, &findings, &wording.evidence),
        findings,
        more: more.saturating_add(u32::try_from(wording.more).unwrap_or(u32::MAX)),
        sections: wording.sections,
        thread,
        items,
        facts,
        language,
        not_checked,
        receipt: Receipt::new(Some(framework.digest()), Some(lexicon.digest()))
            .with_weights(lexicon.weights().digest()),
    }
}

/// Whether there are needs of health and of social care: as the host says, or as the plan does.
fn known_needs(context: &PlanContext, facts: &[PlanFact]) -> KnownNeeds {
    let says = |kind| {
        let fact = facts.iter().find(|fact| fact.kind == kind);
        fact.map(|fact| fact.value == "true")
    };
    KnownNeeds {
        health: context.plan.health_needs.or_else(|| says(FactKind::HealthNeeds)),
        social_care: context.plan.social_care_needs.or_else(|| says(FactKind::SocialCareNeeds)),
    }
}
