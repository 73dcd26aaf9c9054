//! The findings about wording in two versions: cleared, left and new.

use std::collections::BTreeMap;

use super::align::Pairing;
use super::comparison::{ComparedFinding, ComparedFindings};
use super::statement::{Reading, Statement, text_of};
use crate::law::PlanSection;
use crate::plan::{PlanDocument, TextPlace, Utf16Place};
use crate::wording::{Lexicon, Linting, Utf16, lint_in};

/// Compares the findings of two versions. One is left where the other version has the same finding, or one of its rule
/// on the statement that this one became.
pub(super) fn compare_findings<'a>(
    lexicon: &'a Lexicon,
    old: (&PlanDocument, Reading),
    new: (&PlanDocument, Reading),
    (was, is, pairings): (&[Statement], &[Statement], &[Pairing]),
    context: &Linting,
) -> ComparedFindings<'a> {
    let (before, after) = (findings(lexicon, old, context), findings(lexicon, new, context));
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

/// Takes the first of some findings that is still open.
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
fn statement_at(statements: &[Statement], place: TextPlace) -> Option<usize> {
    let key = |place: TextPlace| (place.part, place.block, place.at);
    let behind = statements.partition_point(|statement| key(statement.place) <= key(place));
    let at = behind.checked_sub(1)?;
    let statement = statements.get(at)?;
    (statement.place.part == place.part && statement.place.block == place.block).then_some(at)
}

/// A block of a section, with where it starts in the section's text.
struct Line<'d> {
    at: u32,
    part: u32,
    block: u32,
    text: &'d str,
}

/// The findings of all sections, in the order of the plan.
fn findings<'a>(
    lexicon: &'a Lexicon,
    (plan, reading): (&PlanDocument, Reading),
    context: &Linting,
) -> Vec<ComparedFinding<'a>> {
    let mut found = Vec::new();
    for section in PlanSection::ALL {
        let mut lines: Vec<Line> = Vec::new();
        let mut text = String::new();
        let mut units = 0;
        for (number, part) in plan.parts.iter().enumerate() {
            if part.sections.first() != Some(section) {
                continue;
            }
            for (block_number, block) in part.blocks.iter().enumerate() {
                let line = text_of(block, reading);
                if line.trim().is_empty() {
                    continue;
                }
                if !text.is_empty() {
                    text.push('\n');
                    units += 1;
                }
                let (part, block) = (narrow(number), narrow(block_number));
                lines.push(Line { at: units, part, block, text: line });
                text.push_str(line);
                units += narrow(line.chars().map(char::len_utf16).sum());
            }
        }
        let lint = lint_in::<Utf16>(lexicon, section.word(), &text, context);
        for finding in lint.findings {
            let behind = lines.partition_point(|line| line.at <= finding.span.start);
            let Some(line) = behind.checked_sub(1).and_then(|at| lines.get(at)) else { continue };
            let at = finding.span.start - line.at;
            let length = finding.span.end.saturating_sub(finding.span.start);
            let rule = finding.leading().map_or("", |part| part.rule);
            found.push(ComparedFinding {
                rule,
                severity: finding.severity,
                section: *section,
                place: TextPlace {
                    part: line.part,
                    block: line.block,
                    at: Utf16Place(at),
                    length: Utf16Place(length),
                },
                quote: quote(line.text, at, length),
                message: finding.message,
                fingerprint: finding.fingerprint,
            });
        }
    }
    found.sort_by_key(|finding| finding.place);
    found
}

/// The words at a place of a text in UTF-16 code units.
fn quote(text: &str, at: u32, length: u32) -> String {
    let mut units = 0_u32;
    let mut quote = String::new();
    for c in text.chars() {
        if units >= at && units < at + length {
            quote.push(c);
        }
        units += if c.len_utf16() == 1 { 1 } else { 2 };
    }
    quote
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
