//! A clause that a plan must use word for word.

use super::rule::Clause;
use super::statement::SplitText;
use super::token::{TokenKind, is_invisible};

/// The most words that a slot is filled with.
const MOST_FILL: usize = 12;

/// Whether a text has a clause, and how its slots are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClauseState {
    /// Words of it are missing, or others stand in their place.
    Differs,
    /// It is there, but a slot is filled in two ways, or as it is printed.
    Slots,
    /// It is there, and each slot is filled in one way.
    Exact,
}

/// A slot of a clause.
struct Slot<'t> {
    /// The words that stand in it in print.
    printed: Vec<String>,
    /// The words that the text has in it; of several, the fewest.
    fill: Option<&'t [String]>,
}

/// Compares a text with a clause.
pub(super) fn compare(clause: &Clause, text: &SplitText) -> ClauseState {
    let no_signs = text.tokens.iter().filter(|(_, token)| token.kind != TokenKind::Sign);
    let text: Vec<String> = no_signs.map(|(at, _)| normal(text.word(at))).collect();
    let clause_words = words(&clause.text);
    // A slot without words is none, and would stand at every place of the clause.
    let printed = clause.slots.iter().map(|slot| words(slot)).filter(|words| !words.is_empty());
    let mut slots: Vec<Slot> = printed.map(|printed| Slot { printed, fill: None }).collect();
    let mut is_consistent = true;
    let mut wanted = clause_words.as_slice();
    let mut rest: Option<&[String]> = None;
    while !wanted.is_empty() {
        let is_here = |slot: &&Slot| wanted.starts_with(&slot.printed);
        let printed = slots.iter().find(is_here).map_or(0, |slot| slot.printed.len());
        let after = wanted.get(printed..).unwrap_or_default();
        let (literal, left) =
            after.split_at_checked(before_slot(after, &slots)).unwrap_or_default();
        // The clause may begin anywhere in the text; from there on, a slot takes a few words.
        let fill = match rest {
            Some(rest) => find(rest, literal, MOST_FILL),
            None => find(&text, literal, text.len()),
        };
        let Some(fill) = fill else { return ClauseState::Differs };
        let from = rest.unwrap_or(&text);
        let mut filled = from.get(..fill).unwrap_or_default();
        if rest.is_none() {
            // More words than those of its slot can stand before the first words of the clause.
            let least = filled.len().saturating_sub(MOST_FILL);
            filled = filled.get(least..).unwrap_or_default();
        }
        match slots.iter_mut().find(|slot| wanted.starts_with(&slot.printed)) {
            Some(slot) => {
                is_consistent &=
                    slot.fill.is_none_or(|known| same(known, filled)) && !filled.is_empty();
                if slot.fill.is_none_or(|known| known.len() > filled.len()) {
                    slot.fill = Some(filled);
                }
            }
            None if rest.is_some() && fill > 0 => return ClauseState::Differs,
            None => {}
        }
        rest = from.get(fill + literal.len()..);
        wanted = left;
    }
    let as_printed =
        slots.iter().any(|slot| slot.fill.is_some_and(|fill| fill.ends_with(&slot.printed)));
    let are_two_the_same = slots.iter().enumerate().any(|(at, slot)| {
        let mut others = slots.iter().skip(at + 1);
        slot.fill.is_some() && others.any(|other| other.fill == slot.fill)
    });
    if is_consistent && !as_printed && !are_two_the_same {
        ClauseState::Exact
    } else {
        ClauseState::Slots
    }
}

/// How many words of a clause stand before its next slot.
fn before_slot(words: &[String], slots: &[Slot]) -> usize {
    let is_slot = |at: &usize| {
        let left = words.get(*at..).unwrap_or_default();
        slots.iter().any(|slot| left.starts_with(&slot.printed))
    };
    (0..words.len()).find(is_slot).unwrap_or(words.len())
}

/// Whether two fills name the same: the first one may have words of an earlier sentence before it.
fn same(known: &[String], filled: &[String]) -> bool {
    known.ends_with(filled) || filled.ends_with(known)
}

/// How many words stand before the first place of others, if at most so many.
fn find(text: &[String], words: &[String], most: usize) -> Option<usize> {
    (0..=most.min(text.len()))
        .find(|at| text.get(*at..).is_some_and(|text| text.starts_with(words)))
}

/// A text as words in their normal form.
fn words(text: &str) -> Vec<String> {
    let is_between = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}');
    text.split(is_between).map(normal).filter(|word| !word.is_empty()).collect()
}

/// A word in its normal form.
fn normal(word: &str) -> String {
    let mut normal = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\u{2019}' => normal.push('\''),
            c if is_invisible(c) => {}
            c => normal.push(c.to_ascii_lowercase()),
        }
    }
    normal
}
