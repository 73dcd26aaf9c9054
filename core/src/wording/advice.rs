//! Entries of the list of advice: each is a line.

use std::ops::Range;

use super::meaning::Meaning;
use super::number::{StatementNumber, TokenNumber, before, next};
use super::passage::Passage;
use super::statement::SplitText;
use super::token::Break;
use crate::document::table::{Number, each};

/// What ends a line.
const LINE_ENDS: [char; 6] = ['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'];

/// An entry of the list of advice.
pub(super) struct AdviceEntry {
    pub(super) tokens: Range<TokenNumber>,
    pub(super) has_title: bool,
    pub(super) has_date: bool,
    pub(super) has_reference: bool,
}

impl AdviceEntry {
    /// The entry whose line begins with a statement, if there is one.
    pub(super) fn new(passage: &Passage, number: StatementNumber) -> Option<Self> {
        let text = &passage.text;
        if !starts_line(text, number) {
            return None;
        }
        let end = StatementNumber::at(text.statements.len());
        let mut behind = each(&(next(number)..end));
        let next_line = behind.find(|next| starts_line(text, *next)).unwrap_or(end);
        let line = &text.statements[number..next_line];
        let (first, last) = (line.first()?, line.last()?);
        let says = |meaning| line.iter().any(|statement| statement.says(meaning));
        let tokens = first.tokens.start..last.tokens.end;
        let entry = Self {
            has_title: says(Meaning::Report),
            has_date: says(Meaning::Dated),
            has_reference: each(&tokens).any(|at| is_reference(text, at)),
            tokens,
        };
        let is_bullet = text.tokens[first.tokens.start].break_before == Break::Bullet;
        let is_entry = entry.has_title || entry.has_date || entry.has_reference || is_bullet;
        let is_prose = says(Meaning::Prose)
            || line.iter().all(|statement| statement.is_heading && statement.leads);
        (is_entry && !is_prose).then_some(entry)
    }
}

/// Whether a statement stands at the start of a line.
fn starts_line(text: &SplitText, number: StatementNumber) -> bool {
    let start = text.statements[number].tokens.start;
    let Some(before) = before(start) else { return true };
    let (end, start) = (text.tokens[before].end, text.tokens[start].start);
    let between = text.text.get(end as usize..start as usize);
    between.is_some_and(|between| between.contains(LINE_ENDS))
}

/// Whether a word is a reference to advice, such as K1.
fn is_reference(text: &SplitText, at: TokenNumber) -> bool {
    let is_number = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    match text.word(at).as_bytes() {
        // As in K 1 and K.1.
        [b'K' | b'k'] => {
            let behind = text.tokens.number(next(at).place());
            behind.is_some_and(|behind| is_number(text.word(behind).as_bytes()))
        }
        [b'K' | b'k', digits @ ..] => is_number(digits),
        _ => false,
    }
}
