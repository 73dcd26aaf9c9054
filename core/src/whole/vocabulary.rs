//! Words compared by what they say: their stems, without the small words between them.

use super::text::Word;

/// Words that say little by themselves. They belong to the language, not to the field.
const SMALL: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "each", "for",
    "from", "get", "gets", "had", "has", "have", "he", "her", "hers", "him", "his", "how", "if",
    "in", "into", "is", "it", "its", "may", "more", "most", "must", "no", "nor", "not", "of", "on",
    "one", "or", "other", "our", "out", "over", "own", "she", "should", "so", "some", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "to", "too", "two", "under", "until", "up", "very", "was", "we", "were", "what", "when",
    "where", "which", "while", "who", "will", "with", "within", "without", "would", "you", "your",
];

/// Units of time: they stand in every section and say nothing of its subject.
const TIMES: [&str; 14] = [
    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "term", "terms", "year", "years",
];

/// Whether a word says something by itself.
pub(super) fn is_content(word: &Word) -> bool {
    let lower = word.lower();
    !word.is_number() && lower.chars().count() > 2 && !is_small(&lower) && !TIMES.contains(&&*lower)
}

/// Whether a word in lower case says little by itself.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.binary_search(&word).is_ok()
}

/// Whether any of some phrases in lower case stands among words, within one sentence or not.
pub(super) fn contains_any(words: &[Word], phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| find(words, phrase).is_some())
}

/// Where a phrase in lower case begins among words.
pub(super) fn find(words: &[Word], phrase: &str) -> Option<usize> {
    (0..words.len()).find(|at| begins(words.get(*at..).unwrap_or_default(), phrase).is_some())
}

/// How many words a phrase in lower case has, where words begin with it.
pub(super) fn begins(words: &[Word], phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    for (count, word) in (1..).zip(words) {
        let (front, behind) = rest.split_at_checked(word.text.len())?;
        if !word.is(front) {
            return None;
        }
        if behind.is_empty() {
            return Some(count);
        }
        rest = behind.strip_prefix(' ')?;
    }
    None
}

/// The stem of a word: without the endings that its inflections have.
pub(super) fn stem(word: &Word) -> String {
    let mut stem = word.lower().into_owned();
    for ending in ["ingly", "ings", "ing", "edly", "ed", "ies", "ely", "es", "ly", "s", "e", "y"] {
        if let Some(short) = stem.strip_suffix(ending)
            && short.chars().count() >= 3
        {
            stem = short.to_owned();
            break;
        }
    }
    // "stopped" and "stop", "running" and "run".
    let mut letters = stem.chars().rev();
    if let (Some(last), Some(before)) = (letters.next(), letters.next())
        && last == before
        && !"aeious".contains(last)
        && stem.chars().count() > 3
    {
        stem.pop();
    }
    stem
}
