//! The findings about wording in two versions: cleared, left and new.

use super::comparison::{ComparedFinding, ComparedFindings};
use super::statement::{Statement, units_of};
use crate::document::table::{Table, number};
use crate::law::PlanSection;
use crate::plan::{PlanDocument, TextPlace};
use crate::text::order::sort_by;
use crate::whole::align::{AlignedNumber, Pairing, same_keys};
use crate::wording::{Lexicon, Linting, SectionBlocks, Utf16, lint_blocks};

number! {
    /// The number of a finding in its version.
    struct FindingNumber;
}

/// Compares the findings of two versions. One is left where the other version has the same finding, or one of its rule
/// on the statement that this one became.
pub(super) fn compare_findings<'a>(
    (before, was): (Vec<ComparedFinding<'a>>, &Table<AlignedNumber, Statement>),
    (after, is): (Vec<ComparedFinding<'a>>, &Table<AlignedNumber, Statement>),
    pairings: &[Pairing],
) -> ComparedFindings<'a> {
    let (mut old_pairing, mut new_pairing) = (Table::like(was, 0), Table::like(is, 0));
    for (number, pairing) in pairings.iter().enumerate() {
        for (numbers, places) in
            [(&mut old_pairing, &pairing.old), (&mut new_pairing, &pairing.new)]
        {
            for place in places {
                numbers[*place] = number;
            }
        }
    }
    let open = |findings: Vec<ComparedFinding<'a>>| -> Table<FindingNumber, _> {
        findings.into_iter().map(Some).collect()
    };
    let (mut open_before, mut open_after) = (open(before), open(after));
    let mut compared = ComparedFindings::default();
    // The same finding first, and then one of the same rule on the statement that this one became.
    for by_print in [true, false] {
        let mut open = Vec::new();
        for (is_new, findings, statements, numbers) in
            [(false, &open_before, was, &old_pairing), (true, &open_after, is, &new_pairing)]
        {
            for (number, finding) in findings.iter() {
                let Some(finding) = finding else { continue };
                let statement = statement_at(statements, finding.place);
                let pairing = statement.map(|statement| numbers[statement]);
                let key = match pairing {
                    _ if by_print => (finding.rule, finding.fingerprint.clone(), 0),
                    Some(pairing) => (finding.rule, String::new(), pairing),
                    None => continue,
                };
                open.push((key, is_new, number));
            }
        }
        for (old, new) in same_keys(open) {
            open_before[old] = None;
            compared.left.extend(open_after[new].take());
        }
    }
    sort_by(&mut compared.left, |one, other| one.place.cmp(&other.place));
    compared.cleared = open_before.into_iter().flatten().collect();
    compared.added = open_after.into_iter().flatten().collect();
    compared
}

/// The statement in which a place stands. Statements come in the order of their places.
pub(super) fn statement_at(
    statements: &Table<AlignedNumber, Statement>,
    place: TextPlace,
) -> Option<AlignedNumber> {
    let key = |place: TextPlace| (place.part, place.block, place.at);
    let behind = statements.rows().partition_point(|statement| key(statement.place) <= key(place));
    let number = statements.number(behind.checked_sub(1)?)?;
    let statement = &statements[number];
    (statement.place.part == place.part && statement.place.block == place.block).then_some(number)
}

/// The findings of all sections, in the order of the plan.
pub(super) fn findings<'a>(
    lexicon: &'a Lexicon,
    plan: &PlanDocument,
    context: &Linting,
) -> Vec<ComparedFinding<'a>> {
    let mut found = Vec::new();
    let mut quotes = Quotes::new(plan);
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
                quote: quotes.of(place),
                message: finding.message,
                fingerprint: finding.fingerprint,
            });
        }
    }
    sort_by(&mut found, |one, other| one.place.cmp(&other.place));
    found
}

/// The words at places. Those of one block come in their order, so that each is looked for behind the one before.
struct Quotes<'p> {
    plan: &'p PlanDocument,
    block: (u32, u32),
    /// Where the place before starts, in units and in bytes.
    unit: u32,
    byte: usize,
}

impl<'p> Quotes<'p> {
    fn new(plan: &'p PlanDocument) -> Self {
        Self { plan, block: (0, 0), unit: 0, byte: 0 }
    }

    fn of(&mut self, place: TextPlace) -> String {
        let Some(block) = self.plan.block(place.part, place.block) else { return String::new() };
        if self.block != (place.part, place.block) || place.at.0 < self.unit {
            (self.block, self.unit, self.byte) = ((place.part, place.block), 0, 0);
        }
        let mut rest = block.text.get(self.byte..).unwrap_or_default().chars();
        while self.unit < place.at.0
            && let Some(c) = rest.next()
        {
            self.unit += units_of(c);
            self.byte += c.len_utf8();
        }
        let (mut unit, end) = (self.unit, place.at.0.saturating_add(place.length.0));
        let mut quote = String::new();
        for c in rest {
            if unit >= end {
                break;
            }
            quote.push(c);
            unit += units_of(c);
        }
        quote
    }
}
