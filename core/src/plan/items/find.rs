//! Finds the items in the blocks of a plan.

use super::found::{Finding, Found, Place, Under, UnderNumber};
use super::marks::{leading, marks};
use super::proposed::{ItemKind, MOST_PROPOSED_ITEMS};
use super::row::kind_of;
use super::statement::{is_outcome, label};
use crate::document::table::Number;
use crate::law::PlanSection;
use crate::plan::document::{Block, BlockKind, PlanDocument, PlanPart};
use crate::plan::words::words;
use crate::text::order::sort_by;

/// Of the items of a section, the share that must have marks for those without to be left out: so many of so many.
const MOSTLY: (usize, usize) = (2, 3);

/// The items of a plan, the headings that they stand under, and its rows.
pub(super) fn find(plan: &PlanDocument) -> Finding {
    let mut finding = Finding::default();
    for (number, part) in plan.parts.iter().enumerate() {
        finding.part(u32::try_from(number).unwrap_or(u32::MAX), part);
    }
    finding.keep(|number, _| number.place() < MOST_PROPOSED_ITEMS);
    finding.leave_out_what_has_no_mark(PlanSection::B);
    finding.leave_out_what_has_no_mark(PlanSection::E);
    finding
}

impl Finding {
    fn part(&mut self, number: u32, part: &PlanPart) {
        let area = part.heading.area.clone().unwrap_or_default();
        let mut under = self.push_under(&area, None, None);
        let mut current = None;
        let kinds: Vec<(PlanSection, ItemKind)> =
            part.sections.iter().filter_map(|s| Some((*s, ItemKind::of(*s)?))).collect();
        for (block_number, block) in part.blocks.iter().enumerate() {
            if self.items.len() >= MOST_PROPOSED_ITEMS {
                return;
            }
            if block.kind == BlockKind::Heading {
                current = label(&block.text);
                if current.is_none() {
                    under = self.push_under(&block.text, block.number.as_deref(), Some(&area));
                }
                continue;
            }
            // "Needs." alone is a label for what follows.
            let is_alone = words(&block.text).len() <= 3 && block.cells.is_none();
            if let Some(label) = label(&block.text).filter(|_| is_alone) {
                current = Some(label);
                continue;
            }
            let section = section_of(&kinds, block);
            let Some((section, kind)) = section else { continue };
            let place = Place {
                part: number,
                block: u32::try_from(block_number).unwrap_or(u32::MAX),
                section,
                kind,
                under,
                label: current,
            };
            match &block.cells {
                Some(cells) => self.row(part, &place, block, &cells.0),
                None => self.lines(&place, block),
            }
        }
    }

    fn push_under(&mut self, text: &str, number: Option<&str>, area: Option<&str>) -> UnderNumber {
        let (named, rest) = match leading(text) {
            Some((mark, end)) => (Some(mark), text.get(end..).unwrap_or_default()),
            None => (None, text),
        };
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let number = Some(digits.as_str()).filter(|digits| !digits.is_empty()).or(number);
        let title = rest.split(['(', '[']).next().unwrap_or_default();
        let mut area_words = area_words(title);
        if area_words.is_empty() {
            area_words = area_words_of(area);
        }
        let mut marks = marks(rest);
        marks.extend(named);
        self.under.push(Under {
            text: text.trim().to_owned(),
            area: area_words,
            marks,
            number: number.map(|number| number.trim_end_matches(['.', ')']).to_owned()),
        })
    }

    /// Where a plan marks its needs or outcomes, or cites advice in its needs, what has neither is none.
    fn leave_out_what_has_no_mark(&mut self, section: PlanSection) {
        let items = self.items.rows();
        let is_there = |item: &&Found| item.section == section;
        let all = items.iter().filter(is_there).count();
        let marked = items.iter().filter(is_there).filter(|item| item.is_marked).count();
        if marked < all && marked * MOSTLY.1 >= all * MOSTLY.0 {
            self.keep(|_, item| item.section != section || item.is_marked);
        }
    }
}

/// Which of the sections of a part a block belongs to.
fn section_of(kinds: &[(PlanSection, ItemKind)], block: &Block) -> Option<(PlanSection, ItemKind)> {
    let (first, rest) = kinds.split_first()?;
    if rest.iter().all(|(_, kind)| *kind == first.1) {
        return Some(*first);
    }
    let has = |kind: ItemKind| {
        let cells = block.cells.iter().flat_map(|cells| cells.iter());
        cells.filter_map(|cell| cell.meaning.and_then(kind_of)).any(|found| found == kind)
    };
    let mut of_cells = kinds.iter().filter(|(_, kind)| has(*kind));
    let of_mark = leading(&block.text).map(|(mark, _)| mark.kind);
    let of_mark = || kinds.iter().find(|(_, kind)| Some(*kind) == of_mark);
    let says_outcome = is_outcome(&block.text, false) && block.text.starts_with("By ");
    let outcome = || kinds.iter().find(|(_, kind)| says_outcome && *kind == ItemKind::Outcome);
    of_cells.next().or_else(of_mark).or_else(outcome).or(kinds.last()).copied()
}

/// The words of an area of need in a heading, in order; none where the heading names a kind of items or has a number.
fn area_words(heading: &str) -> Vec<String> {
    const SMALL: &[&str] = &[
        "and",
        "or",
        "the",
        "of",
        "area",
        "need",
        "needs",
        "outcome",
        "outcomes",
        "provision",
        "section",
    ];
    let mut words = words(heading);
    words.retain(|word| {
        !SMALL.contains(&word.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit())
    });
    sort_by(&mut words, Ord::cmp);
    words
}

fn area_words_of(area: Option<&str>) -> Vec<String> {
    area.map(area_words).unwrap_or_default()
}
