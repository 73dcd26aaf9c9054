//! The words of a title that have weight.

use crate::plan::words::words;

/// Words without weight in a title.
const SMALL_WORDS: &[&str] = &[
    "a",
    "an",
    "and",
    "any",
    "are",
    "by",
    "for",
    "from",
    "has",
    "her",
    "his",
    "in",
    "including",
    "is",
    "its",
    "my",
    "of",
    "on",
    "or",
    "our",
    "s",
    "she",
    "he",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "to",
    "was",
    "which",
    "who",
    "whose",
    "will",
    "with",
    "your",
];

/// The words that have weight.
pub(super) fn weighty(text: &str) -> Vec<String> {
    let mut words = words(text);
    words.retain(|word| !SMALL_WORDS.contains(&word.as_str()));
    words
}
