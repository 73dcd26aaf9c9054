//! The findings about wording in two versions: cleared, left and new.

use std::collections::BTreeMap;

use super::align::Pairing;
use super::comparison::{ComparedFinding, ComparedFindings};
use super::statement::Statement;
use crate::law::PlanSection;
use crate::plan::{PlanDocument, TextPlace};
use crate::wording::{Lexicon, Linting, SectionBlocks, Utf16, lint_blocks};

/// Compares the findings of two versions. One is left where the other version has the same finding, or one of its rule
/// on the statement that this one became.
pub(super) fn compare_findings<'a>(
    (before, was): (Vec<ComparedFinding<'a>>, &[Statement]),
    (after, is): (Vec<ComparedFinding<'a>>, &[Statement]),
    pairings: &[Pairing],
) -> ComparedFindings<'a> {
    let mut old_pairing = BTreeMap::new();
    let mut new_pairing = BTreeMap::new();
    for (number, pairing) in pairings.iter().enumerate() {
        old_pairing.extend(pairing.old.iter().map(|at| (*at, number)));
        new_pairing.extend(pairing.new.iter().map(|at| (*at, number)));
    }
    let mut open: Vec<Option<ComparedFinding>> = before.into_iter().map(Some).collect();
    let mut by_print: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    let mut by_pairing: BTreeMap<(&str, usize), Vec<usize>> = BTreeMap::new();
    for (at, finding) in open.iter().enumerate().rev() {
        let Some(finding) = finding else { continue };
        by_print.entry((finding.rule, finding.fingerprint.clone())).or_default().push(at);
        if let Some(pairing) = statement_at(was, finding.place).and_then(|at| old_pairing.get(&at))
        {
            by_pairing.entry((finding.rule, *pairing)).or_default().push(at);
        }
    }
    let mut compared = ComparedFindings::default();
    let mut unknown = Vec::new();
    for finding in after {
        match take(by_print.get_mut(&(finding.rule, finding.fingerprint.clone())), &mut open) {
            Some(_) => compared.left.push(finding),
            None => unknown.push(finding),
        }
    }
    for finding in unknown {
        let pairing = statement_at(is, finding.place).and_then(|at| new_pairing.get(&at));
        let places = pairing.and_then(|pairing| by_pairing.get_mut(&(finding.rule, *pairing)));
        match take(places, &mut open) {
            Some(_) => compared.left.push(finding),
            None => compared.added.push(finding),
        }
    }
    compared.left.sort_by_key(|finding| finding.place);
    compared.cleared = open.into_iter().flatten().collect();
    compared
}

/// Takes the first of these findings that is still open.
fn take<'a>(
    places: Option<&mut Vec<usize>>,
    open: &mut [Option<ComparedFinding<'a>>],
) -> Option<ComparedFinding<'a>> {
    let places = places?;
    while let Some(at) = places.pop() {
        if let Some(finding) = open.get_mut(at).and_then(Option::take) {
            return Some(finding);
        }
    }
    None
}

/// The statement in which a place stands. Statements come in the order of their places.
pub(super) fn statement_at(statements: &[Statement], place: TextPlace) -> Option<usize> {
    let key = |place: TextPlace| (place.part, place.block, place.at);
    let behind = statements.partition_point(|statement| key(statement.place) <= key(place));
    let at = behind.checked_sub(1)?;
    let statement = statements.get(at)?;
    (statement.place.part == place.part && statement.place.block == place.block).then_some(at)
}

/// The findings of all sections, in the order of the plan.
pub(super) fn findings<'a>(
    lexicon: &'a Lexicon,
    plan: &PlanDocument,
    context: &Linting,
) -> Vec<ComparedFinding<'a>> {
    let mut found = Vec::new();
    for section in PlanSection::ALL {
        let blocks = SectionBlocks::of_plan(plan, *section);
        let lint = lint_blocks::<Utf16>(lexicon, section.word(), &blocks, context);
        for finding in lint.findings.into_iter().flat_map(|finding| finding.parts) {
            let Some(place) = blocks.places(finding.span).first().copied() else { continue };
            found.push(ComparedFinding {
                rule: finding.rule,
                severity: finding.severity,
                section: *section,
                place,
                quote: quote(plan, place),
                message: finding.message,
                fingerprint: finding.fingerprint,
            });
        }
    }
    found.sort_by_key(|finding| finding.place);
    found
}

/// The words at a place.
fn quote(plan: &PlanDocument, place: TextPlace) -> String {
    let Some(block) = plan.block(place.part, place.block) else { return String::new() };
    let (at, end) = (place.at.0, place.at.0.saturating_add(place.length.0));
    let mut units = 0_u32;
    let mut quote = String::new();
    for c in block.text.chars() {
        if units >= at && units < end {
            quote.push(c);
        }
        units += if c.len_utf16() == 1 { 1 } else { 2 };
    }
    quote
}
