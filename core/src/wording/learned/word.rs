//! A word of a text as hashes.

use crate::text::hash::{FNV_OFFSET, hashed};
use crate::wording::number::TokenNumber;
use crate::wording::statement::SplitText;
use crate::wording::token::{Token, TokenKind, is_invisible};

/// A word without the apostrophe and the s of what belongs to somebody.
fn stem<'t>(word: &'t str, token: &Token) -> &'t str {
    let without = word.strip_suffix(['s', 'S']).filter(|_| token.is_possessive);
    without.and_then(|word| word.strip_suffix(is_apostrophe)).unwrap_or(word)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

/// The hashes of a word, and of the letters in it.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// Of the whole word.
    pub(super) all: u32,
    /// Its letters between the signs of an edge.
    letters: Vec<u32>,
}

/// How many letters a part of a word has at least and at most, with its edges.
const PARTS: std::ops::RangeInclusive<usize> = 3..=5;

impl Word {
    /// Reads a token: a number is `#`, whatever it is.
    pub(super) fn read(&mut self, text: &SplitText, at: TokenNumber) {
        let token = &text.tokens[at];
        let word = match token.kind {
            TokenKind::Number => "#",
            TokenKind::Date => "#/#",
            TokenKind::Tag => "[]",
            TokenKind::Word | TokenKind::Sign => stem(text.word(at), token),
        };
        self.letters.clear();
        self.letters.push(EDGE);
        let letters = word.chars().filter(|c| !is_invisible(*c));
        self.letters.extend(
            letters
                .map(|c| u32::from(if is_apostrophe(c) { '\'' } else { c.to_ascii_lowercase() })),
        );
        self.all = self.letters.iter().copied().skip(1).fold(FNV_OFFSET, hashed);
        self.letters.push(EDGE);
    }

    /// The hashes of its parts of three to five letters.
    pub(super) fn parts(&self) -> impl Iterator<Item = u32> {
        let parts = PARTS.flat_map(|length| self.letters.windows(length));
        parts.map(|part| part.iter().copied().fold(FNV_OFFSET, hashed))
    }
}

/// The sign of the edge of a word, which is no letter.
const EDGE: u32 = 0;
