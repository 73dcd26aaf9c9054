//! Entries of the list of advice: each is a line.

use std::ops::Range;

use super::meaning::Meaning;
use super::number::{StatementNumber, TokenNumber, next};
use super::passage::Passage;
use super::statement::SplitText;
use super::token::{Break, TokenKind};
use crate::document::table::{Number, each};

/// Of two cells with people the one has their names and the other their roles.
const LEAST_OF_A_ROLE: usize = 2;

/// An entry of the list of advice.
pub(super) struct AdviceEntry {
    pub(super) tokens: Range<TokenNumber>,
    pub(super) has_title: bool,
    pub(super) has_date: bool,
    pub(super) has_reference: bool,
}

impl AdviceEntry {
    /// The entry that begins with a statement, if there is one.
    pub(super) fn new(passage: &Passage, number: StatementNumber) -> Option<Self> {
        let text = &passage.text;
        if text.statements[number].group != number {
            return None;
        }
        let entry = text.group_of(number);
        let first = entry.first()?;
        let says = |meaning| entry.iter().any(|statement| statement.says(meaning));
        let has_cell = |meaning| entry.iter().any(|statement| statement.title.has(meaning));
        let people = entry.iter().filter(|statement| statement.title.has(Meaning::Who));
        // In a row a role says whose advice it is.
        let has_role =
            has_cell(Meaning::Who) && (says(Meaning::Who) || people.count() >= LEAST_OF_A_ROLE);
        let tokens = text.tokens_of_group(number);
        let entry_of_advice = Self {
            has_title: says(Meaning::Report)
                || has_cell(Meaning::Report)
                || has_role
                || each(&tokens).any(|at| text.tokens[at].is_quoted()),
            has_date: says(Meaning::Dated) || has_cell(Meaning::Dated),
            has_reference: each(&tokens).any(|at| is_reference(text, at)),
            tokens,
        };
        let Self { has_title, has_date, has_reference, .. } = entry_of_advice;
        let is_bullet = text.tokens[first.tokens.start].break_before == Break::Bullet;
        let is_entry = has_title || has_date || has_reference || is_bullet;
        let is_prose = says(Meaning::Prose)
            || says(Meaning::Note)
            || entry.iter().all(|statement| statement.is_heading && statement.leads);
        (is_entry && !is_prose).then_some(entry_of_advice)
    }
}

/// Whether a word is a reference to advice, such as K1.
fn is_reference(text: &SplitText, at: TokenNumber) -> bool {
    let is_number = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    match text.word(at).trim_start_matches(['[', '(']).as_bytes() {
        // As in K 1 and K.1.
        [b'K' | b'k'] => {
            let behind = text.tokens.number(next(at).place());
            behind.is_some_and(|behind| is_number(text.word(behind).as_bytes()))
        }
        [b'K' | b'k', rest @ ..] => {
            // In brackets other references may stand behind it.
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let is_tag = text.tokens[at].kind == TokenKind::Tag;
            digits > 0 && (is_tag || digits == rest.len())
        }
        _ => false,
    }
}
