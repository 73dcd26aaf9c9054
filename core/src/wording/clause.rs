//! A clause that a plan must use word for word.

use super::rule::Clause;
use super::statement::Statements;
use super::token::{TokenKind, is_invisible};

/// The most words that a slot is filled with.
const MOST_FILL: usize = 12;

/// Whether a text has a clause, and how its slots are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClauseState {
    /// Some of its words are missing or others.
    Differs,
    /// It is there, but a slot is filled in two ways, or as it is printed.
    Slots,
    /// It is there, and each slot is filled in one way.
    Exact,
}

/// Compares a text with a clause.
pub(super) fn compare(clause: &Clause, text: &Statements) -> ClauseState {
    let wanted = words(&clause.text);
    let slots: Vec<Vec<String>> = clause.slots.iter().map(|slot| words(slot)).collect();
    let no_signs = text.tokens.iter().filter(|(_, token)| token.kind != TokenKind::Sign);
    let text: Vec<String> = no_signs.map(|(at, _)| normal(text.word(at))).collect();
    let mut fills: Vec<Option<&[String]>> = vec![None; slots.len()];
    let mut is_consistent = true;
    let mut wanted = wanted.as_slice();
    let mut rest: Option<&[String]> = None;
    while !wanted.is_empty() {
        let slot = slots.iter().position(|slot| wanted.starts_with(slot));
        let printed = slot.and_then(|slot| slots.get(slot)).map_or(0, Vec::len);
        let after = wanted.get(printed..).unwrap_or_default();
        let is_slot = |at: &usize| {
            let left = after.get(*at..).unwrap_or_default();
            left.is_empty() || slots.iter().any(|slot| left.starts_with(slot))
        };
        let length = (0..=after.len()).find(is_slot).unwrap_or(after.len());
        let (literal, left) = after.split_at_checked(length).unwrap_or_default();
        // The clause may begin anywhere in the text; from there on, a slot takes a few words.
        let fill = match rest {
            Some(rest) => find(rest, literal, MOST_FILL),
            None => find(&text, literal, text.len()),
        };
        let Some(fill) = fill else { return ClauseState::Differs };
        let from = rest.unwrap_or(&text);
        let mut filled = from.get(..fill).unwrap_or_default();
        if rest.is_none() {
            // What stands before the first words of the clause is more than its slot.
            let least = filled.len().saturating_sub(MOST_FILL);
            filled = filled.get(least..).unwrap_or_default();
        }
        match slot.and_then(|slot| fills.get_mut(slot)) {
            Some(known) => {
                is_consistent &=
                    known.is_none_or(|known| same(known, filled)) && !filled.is_empty();
                // Of two ways to name the same, the shorter is what others are compared with.
                if known.is_none_or(|known| known.len() > filled.len()) {
                    *known = Some(filled);
                }
            }
            None if rest.is_some() && fill > 0 => return ClauseState::Differs,
            None => {}
        }
        rest = from.get(fill + literal.len()..);
        wanted = left;
    }
    let as_printed =
        fills.iter().zip(&slots).any(|(fill, slot)| fill.is_some_and(|fill| fill.ends_with(slot)));
    let are_two = fills.iter().enumerate().any(|(at, fill)| {
        let others = fills.get(at + 1..).unwrap_or_default();
        fill.is_some_and(|fill| others.iter().flatten().any(|other| *other == fill))
    });
    if is_consistent && !as_printed && !are_two { ClauseState::Exact } else { ClauseState::Slots }
}

/// Whether two fills name the same: the first one may have words of an earlier sentence before it.
fn same(known: &[String], filled: &[String]) -> bool {
    known.ends_with(filled) || filled.ends_with(known)
}

/// How many words stand before some others, up to a number of them.
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
