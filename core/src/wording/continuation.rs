//! Sentences that carry on the one before them, and fields that stand on lines of their own.

use super::meaning::{Meaning, Meanings};
use super::statement::{SplitText, Statement};
use super::token::TokenKind;
use crate::document::table::each;

/// Words with which a sentence goes back to what was said.
const POINTERS: [&str; 6] = ["the", "this", "these", "that", "those", "such"];

/// Words behind a pointer that stand for what was said.
const ORDINALS: [&str; 8] = ["first", "second", "third", "last", "next", "other", "others", "rest"];

/// Words that open a condition.
const CONDITIONS: [&str; 3] = ["if", "unless", "when"];

/// Words behind a condition that stand for who or what was named.
const SUBJECTS: [&str; 7] = ["he", "she", "it", "they", "there", "this", "that"];

/// How many words at its beginning a sentence points with, and how many behind these name what it points to.
const NEAR: usize = 4;

/// How many words of a sentence can order it behind the one before.
const OPENING: usize = 6;

/// How many words before a sentence it can go back to.
const FAR: usize = 60;

/// The shortest word that a sentence goes back to.
const SHORTEST: usize = 4;

/// The most words of a field that stands on a line of its own.
const MOST_OF_A_FIELD: usize = 8;

/// Meanings of what fields have.
const FIELDS: Meanings = Meanings::of(&[
    Meaning::Who,
    Meaning::Qualification,
    Meaning::HowOften,
    Meaning::HowLong,
    Meaning::Situation,
    Meaning::Group,
    Meaning::Where,
    Meaning::Review,
]);

/// Whether a sentence carries on the one before it: it says what comes then or what is done otherwise, or begins with
/// what was named before.
pub(super) fn carries_on(text: &SplitText, statement: &Statement, group: &Statement) -> bool {
    let start = statement.tokens.start;
    let is = |at, words: &[&str]| {
        let word: &str = text.word(at);
        words.iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    let mut opening = each(&statement.tokens).take(OPENING);
    let second = each(&statement.tokens).nth(1);
    let is_condition = is(start, &CONDITIONS) && second.is_some_and(|at| is(at, &SUBJECTS));
    if is_condition || opening.any(|at| is(at, &["then"])) {
        return true;
    }
    let before = group.tokens.start..start;
    let is_named = |at| {
        let word = text.word(at);
        let is_same = |before| text.word(before).eq_ignore_ascii_case(word);
        is(at, &ORDINALS) || (word.len() >= SHORTEST && each(&before).rev().take(FAR).any(is_same))
    };
    let mut pointers = each(&statement.tokens).take(NEAR).filter(|at| is(*at, &POINTERS));
    pointers.next().is_some_and(|pointer| {
        each(&(pointer..statement.tokens.end)).skip(1).take(NEAR).any(is_named)
    })
}

/// Whether a line has no more than a field of a statement, as a cell that was copied without its row.
pub(super) fn is_field_alone(text: &SplitText, statement: &Statement) -> bool {
    let tokens = &text.tokens[statement.tokens.clone()];
    if tokens.len() > MOST_OF_A_FIELD {
        return false;
    }
    let is_field = |at| {
        text.matches_of(statement).iter().any(|found| {
            found.tokens.contains(&at)
                && found.purpose.meaning().is_some_and(|meaning| FIELDS.has(meaning))
        })
    };
    each(&statement.tokens).all(|at| text.tokens[at].kind == TokenKind::Tag || is_field(at))
}
