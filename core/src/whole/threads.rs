//! The golden thread over the items that a person confirmed.

use super::context::PlanContext;
use super::finding::{FindingKind, PlanFinding, PlanThread};
use super::findings::{Findings, MOST_FINDINGS, fingerprint};
use crate::document::Bounded;
use crate::document::map::TextMap;
use crate::document::table::Table;
use crate::framework::{CommentAction, Framework};
use crate::plan::{PlanDocument, TextPlace, Utf16Place};
use crate::thread::{ItemNumber, ThreadItem, ThreadPlan, by_severity, thread_up_to};

/// Adds what breaks the thread; the items and how they hang together.
pub(super) fn thread<'a>(
    framework: &'a Framework,
    plan: &PlanDocument,
    context: &PlanContext,
    findings: &mut Findings<'a>,
) -> (Vec<ThreadItem>, PlanThread) {
    let items = context.plan.items.clone().unwrap_or(Bounded(Vec::new()));
    let items = ThreadPlan { items };
    let thread = thread_up_to(framework, &items, MOST_FINDINGS);
    findings.more(thread.more);
    let places = places(plan, &items);
    let numbered: Table<ItemNumber, &ThreadItem> = items.items.iter().collect();
    let rules = framework.thread().into_iter().flat_map(by_severity);
    let found = rules.flat_map(|rule| {
        let of_rule = thread.findings.iter().filter(|found| found.rule == rule.id);
        of_rule.map(move |found| (rule, found))
    });
    for (rule, found) in found {
        let place = |id: &&str| places.get(id).copied();
        findings.add(PlanFinding {
            id: 0,
            kind: FindingKind::Thread,
            rule: &rule.id,
            severity: rule.severity,
            section: Some(numbered[found.number].section.of_plan()),
            place: place(&found.item),
            message: found.message.clone(),
            why: &rule.why,
            instead: &rule.clear,
            action: CommentAction::Suggest,
            cites: &rule.cites,
            basis: Some(rule.basis),
            missing: Vec::new(),
            rewrite: None,
            learned: None,
            parts: Vec::new(),
            others: found.others.iter().filter_map(place).collect(),
            fingerprint: fingerprint(&rule.id, &[found.item, &found.message].join(" ")),
        });
    }
    let is_confirmed = context.plan.items.is_some();
    let counts = thread.counts.clone();
    drop((thread, numbered));
    (items.items.to_vec(), PlanThread { is_confirmed, counts })
}

/// Where items stand: the block of their section whose text begins as theirs does.
fn places(plan: &PlanDocument, items: &ThreadPlan) -> TextMap<TextPlace> {
    let mut blocks: TextMap<TextPlace> = TextMap::default();
    for (part_number, part) in (0..).zip(plan.parts.iter()) {
        for (number, block) in (0..).zip(part.blocks.iter()) {
            let length = u32::try_from(block.text.encode_utf16().count()).unwrap_or(u32::MAX);
            let (at, length) = (Utf16Place(0), Utf16Place(length));
            let place = TextPlace { part: part_number, block: number, at, length };
            for section in &part.sections {
                blocks.or_insert_with(&start(section.word(), &block.text), || place);
            }
        }
    }
    let mut places = TextMap::default();
    for item in &items.items {
        if let Some(place) = blocks.get(&start(item.section.word(), &item.text)) {
            places.insert(&item.id, *place);
        }
    }
    places
}

/// A section and the first words of a text in it, by which it is found again.
fn start(section: &str, text: &str) -> String {
    let text = text.trim();
    let end = text.char_indices().nth(40).map_or(text.len(), |(end, _)| end);
    [section, text.get(..end).unwrap_or_default()].join(" ")
}
