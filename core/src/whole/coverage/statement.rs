//! The statements of advice and of a plan that are compared: a sentence each, or a row without its labels.

use std::cmp::Reverse;

use crate::document::table::Table;
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::{
    AdviceDocument, AdviceKind, Block, BlockKind, PlanDocument, TextPlace, Utf16Place, sentences,
};
use crate::whole::align::AlignedNumber;
use crate::whole::compare::{Statement, Word, statements};

/// Words of a sentence that says what is to be.
const ASKS: &str = "will|shall|must|should";

/// Words with which a plan speaks of what it was advised, and of what it decided.
const ADVISED: &str = "advised|recommended|recommends|suggested|advice|advises|asked|psychologist|therapist|\
                       paediatrician|information";
const DECIDED: &str = "followed|follow|prefers|preferred|adopted|taken|decided|differs|differ|confirmed|\
                       accepted|chosen|agreed|advised|recommended|gave|took";

const COMPARES: &str = "advised|recommended|differs|differ|confirmed|prefers|adopted";

/// Words of the heading over a column that has no recommendation.
const NOTES: &str = "why|reason|reasons|rationale|comment|comments|note|notes|remark|remarks|section|ref|\
                     reference|no|area|source|cost|priority|evidence|legal|basis";

/// Words of the heading over a column, in a table of provision, that has what the provision is for.
const OTHERS: &str = "need|needs|outcome|outcomes|for";

/// The most words of a label in front of a sentence.
const MOST_WORDS_OF_A_LABEL: usize = 6;

/// The fewest words of a sentence in a cell that is a statement of its own.
const LEAST_SENTENCE: usize = 4;

/// The fewest words of a sentence of a plan that is parted at its semicolons.
const LONG_SENTENCE: usize = 30;

/// The statements of a piece of advice.
pub(super) struct AdviceStatements {
    /// Its needs, outcomes and recommendations, in their order.
    pub(super) stated: Table<AlignedNumber, Statement>,
    /// All its other sentences.
    pub(super) rest: Vec<Statement>,
}

/// The statements of a plan.
pub(super) struct PlanStatements {
    /// Those that can carry advice.
    pub(super) text: Table<AlignedNumber, Statement>,
    /// The entries of the list of advice.
    pub(super) list: Vec<Statement>,
}

/// The statements of a plan: a sentence in a cell is one too.
pub(super) fn plan_statements(plan: &PlanDocument) -> PlanStatements {
    let mut found = PlanStatements { text: Table::default(), list: Vec::new() };
    for statement in statements(plan) {
        if statement.section.purpose() == SectionPurpose::Advice {
            found.list.push(statement);
            continue;
        }
        let block = plan.block(statement.place.part, statement.place.block);
        if block.is_some_and(|block| block.kind == BlockKind::Row) {
            for piece in pieces(&statement) {
                found.text.push(piece);
            }
        } else {
            for clause in clauses(&statement) {
                found.text.push(clause);
            }
        }
    }
    if found.list.is_empty() {
        found.list = outside(plan);
    }
    found
}

/// The parts of a long sentence between semicolons, which say one thing each.
fn clauses(statement: &Statement) -> Vec<Statement> {
    let text = statement.text.as_str();
    if statement.words.len() < LONG_SENTENCE || !text.contains(';') {
        return vec![statement.behind(0)];
    }
    let mut clauses = Vec::new();
    let mut start = 0;
    for clause in text.split_inclusive(';') {
        let lead = clause.len() - clause.trim_start().len();
        clauses.push(statement.between(start + lead, start + clause.trim_end().len()));
        start += clause.len();
    }
    clauses.retain(|clause| !clause.text.is_empty());
    clauses
}

/// The part of the places of what stands in no section.
pub(super) const OUTSIDE: u32 = u32::MAX;

/// The statements that stand in no section: a list of advice behind a line such as "Copies are attached" is among them.
fn outside(plan: &PlanDocument) -> Vec<Statement> {
    let mut list = Vec::new();
    for (number, block) in (0..).zip(plan.furniture.iter()) {
        let entry = Statement {
            section: PlanSection::K,
            place: TextPlace {
                part: OUTSIDE,
                block: number,
                at: Utf16Place(0),
                length: Utf16Place(0),
            },
            text: block.text.clone(),
            words: Vec::new(),
        };
        list.push(entry.behind(0));
    }
    list
}

/// The sentences of a row. The first has the cells before it, and the last those behind it; cells of references alone
/// at both ends are left out.
fn pieces(row: &Statement) -> Vec<Statement> {
    let text = row.text.as_str();
    let is_reference = |cell: &str| {
        cell.split([',', ' ', ';']).all(|word| {
            word.is_empty()
                || word == "to"
                || word == "and"
                || word.contains(|c: char| c.is_ascii_digit())
                    && word.starts_with(char::is_uppercase)
        })
    };
    let mut from = 0;
    while let Some((cell, rest)) = text.get(from..).unwrap_or_default().split_once('\t') {
        if !is_reference(cell) {
            break;
        }
        from = text.len() - rest.len();
    }
    let mut to = text.len();
    while let Some((rest, cell)) = text.get(from..to).unwrap_or_default().rsplit_once('\t') {
        if !is_reference(cell) {
            break;
        }
        to = from + rest.len();
    }
    let inner = text.get(from..to).unwrap_or_default();
    let mut ends: Vec<usize> = Vec::new();
    for (_, end) in sentences(inner, BlockKind::Statement) {
        let start = ends.last().copied().unwrap_or_default();
        let piece = inner.get(start..end).unwrap_or_default();
        if piece.split_whitespace().count() >= LEAST_SENTENCE && piece.ends_with(['.', '!']) {
            ends.push(end);
        }
    }
    // What stands behind the last sentence, such as how often, goes with it.
    if inner.get(ends.last().copied().unwrap_or_default()..).is_some_and(|rest| !rest.is_empty()) {
        ends.pop();
        ends.push(inner.len());
    }
    let mut start = 0;
    let mut pieces = Vec::new();
    for end in ends {
        let piece = inner.get(start..end).unwrap_or_default();
        let lead = piece.len() - piece.trim_start().len();
        pieces.push(row.between(from + start + lead, from + end));
        start = end;
    }
    pieces
}

/// Whether a sentence of a plan speaks of what it was advised.
pub(super) fn names_advice(words: &[Word]) -> bool {
    let has = |any: &str| words.iter().any(|word| word.is(any));
    has(ADVISED) && has(DECIDED) && (has(COMPARES) || !has(ASKS))
}

/// The statements of a piece of advice: those that a plan is to carry, and the rest.
pub(super) fn advice_statements(advice: &AdviceDocument) -> AdviceStatements {
    let mut found = AdviceStatements { stated: Table::default(), rest: Vec::new() };
    let all: Vec<Statement> = statements(&advice.as_plan()).into_iter().collect();
    let place = |one: &Statement| (one.place.part, one.place.block);
    let mut marks: Vec<&str> = Vec::new();
    for of_block in all.chunk_by(|one, other| place(one) == place(other)) {
        let Some(first) = of_block.first() else { continue };
        let kind = AdviceKind::of_part(first.place.part);
        let block = usize::try_from(first.place.block).ok();
        let block = block.and_then(|block| advice.blocks(kind).get(block));
        let Some(block) = block else { continue };
        // Behind a table, a paragraph with the mark of a row explains that row. Rows may share a mark.
        let mark = mark(&block.text);
        if block.kind == BlockKind::Row {
            marks.extend(mark);
        } else if mark.is_some_and(|mark| marks.contains(&mark)) {
            found.rest.extend(of_block.iter().map(|statement| statement.behind(0)));
            continue;
        }
        for (number, statement) in of_block.iter().enumerate() {
            // The words in front of the first sentence are its label.
            let is_label = number == 0
                && of_block.len() > 1
                && statement.words.len() <= MOST_WORDS_OF_A_LABEL
                && !asks(&statement.words);
            if is_label || !is_carried(kind) {
                found.rest.push(statement.behind(0));
            } else {
                found.stated.push(without_labels(statement, block, kind));
            }
        }
    }
    found
}

/// The mark with letters and digits, such as "PP1" or "R3", with which a block or a row begins.
fn mark(text: &str) -> Option<&str> {
    let first = text.split(|c: char| c.is_whitespace()).next()?;
    let mark = first.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = mark.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_mark = !digits.is_empty()
        && digits.len() < mark.len()
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_mark.then_some(mark)
}

/// Whether a plan is to carry what is of a kind.
const fn is_carried(kind: AdviceKind) -> bool {
    matches!(kind, AdviceKind::Need | AdviceKind::Outcome | AdviceKind::Provision)
}

/// A row from the cell that says the most to the cells that say how often and by whom: without labels, references and
/// notes.
fn without_labels(statement: &Statement, block: &Block, kind: AdviceKind) -> Statement {
    let all: Vec<&str> = statement.text.split('\t').collect();
    let Some(cells) = block.cells.as_deref().filter(|_| all.len() > 1) else {
        return statement.behind(0);
    };
    // A mark at the beginning is left out of the statement.
    let left_out = cells.len().saturating_sub(all.len());
    let heading = |at: usize| {
        let cell = cells.get(at + left_out);
        cell.and_then(|cell| cell.heading.as_deref()).unwrap_or_default()
    };
    let is_note = |at: usize| {
        let mut words = heading(at).split(|c: char| !c.is_alphanumeric());
        let known = |notes: &str, first: &str| {
            notes.split('|').any(|note| first.eq_ignore_ascii_case(note))
        };
        words.next().is_some_and(|first| {
            known(NOTES, first) || kind == AdviceKind::Provision && known(OTHERS, first)
        })
    };
    let length = |at: usize| all.get(at).map_or(0, |cell| cell.split_whitespace().count());
    let numbers = || (0..all.len()).filter(|at| !is_note(*at));
    let main = numbers().max_by_key(|at| (length(*at), Reverse(*at))).unwrap_or_default();
    let says = |at: usize| {
        let Some(cell) = all.get(at) else { return false };
        let alone = Statement { text: (*cell).to_owned(), ..statement.behind(0) }.behind(0);
        let is_mark = length(at) == 1 && cell.contains(|c: char| c.is_ascii_digit());
        !is_note(at) && !is_mark && alone.is_measured()
    };
    let first = (0..main).rev().take_while(|at| says(*at)).last().unwrap_or(main);
    let last = (main + 1..all.len()).take_while(|at| says(*at)).last().unwrap_or(main);
    let before = |count: usize| all.iter().take(count).map(|cell| cell.len() + 1).sum::<usize>();
    statement.between(before(first), before(last + 1).saturating_sub(1))
}

/// Whether a sentence says what is to be.
fn asks(words: &[Word]) -> bool {
    let is_to_be = words.windows(2).any(|pair| match pair {
        [is, to] => is.is("is|are") && to.is("to"),
        _ => false,
    });
    is_to_be || words.iter().any(|word| word.is(ASKS))
}
