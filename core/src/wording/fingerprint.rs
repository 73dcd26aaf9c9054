//! The names of findings: hashes, so that no text is kept.

use std::ops::Range;

use super::hash::{FNV_OFFSET, FNV_PRIME};
use super::number::TokenNumber;
use super::statement::SplitText;
use super::token::is_invisible;
use crate::document::table::each;

/// A hash of words in their normal form (FNV-1a, 64 bits).
pub(super) fn words(text: &SplitText, tokens: Range<TokenNumber>) -> u64 {
    let mut hash = FNV_OFFSET;
    for token in each(&tokens) {
        for c in text.word(token).chars() {
            if !is_invisible(c) {
                let c = u32::from(c.to_ascii_lowercase());
                hash = (hash ^ u64::from(c)).wrapping_mul(FNV_PRIME);
            }
        }
        hash = (hash ^ u64::from(b' ')).wrapping_mul(FNV_PRIME);
    }
    hash
}

/// The hash of words within a statement, by the hashes of both.
pub(super) fn within(statement: u64, words: u64) -> u64 {
    statement.rotate_left(1) ^ words
}

/// The name of what was found in a statement, by the hash of its words. No rule has an empty id.
pub(super) fn of_statement(words: u64) -> String {
    name("", words)
}

/// The name of a finding, by its rule and the hash of its words.
pub(super) fn name(rule: &str, words: u64) -> String {
    let mut hash = words;
    for byte in rule.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
    let mut text = String::with_capacity(16);
    for shift in (0..16).rev() {
        let digit = u32::try_from(hash >> (shift * 4) & 0xf).unwrap_or(0);
        text.extend(char::from_digit(digit, 16));
    }
    text
}
