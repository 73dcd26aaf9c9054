//! How near two texts of a plan are: by the words and the subjects that they share, the rarer in the plan the more.

use super::subjects::SUBJECTS;
use super::vocabulary::COMMON;
use crate::document::map::{NumberMap, TextMap, Texts};
use crate::plan::words::words;
use crate::text::order::distinct;

/// The most words of a text that are compared.
const MOST_WORDS: usize = 400;

/// How much more a subject weighs than a word.
const SUBJECT: u64 = 2;

/// The shortest word that is compared.
const SHORTEST: usize = 3;

/// The ends of words that are left off, the longer first.
const ENDS: &[&str] = &[
    "ations", "ation", "ments", "ment", "ures", "ings", "ness", "ten", "ers", "ure", "ing", "ies",
    "ed", "er", "es", "ly", "s", "e",
];

/// What a text has that can be compared, in order, without what stands twice.
type Terms = Vec<String>;

/// How often each term stands in the texts of a plan.
#[derive(Debug, Default)]
pub(super) struct Weights {
    counts: TextMap<u64>,
    texts: u64,
    /// The stems of the words that are not compared.
    common: Texts,
    /// The beginnings of words by their first letter, each with the number of its subject.
    subjects: NumberMap<Vec<(usize, &'static str)>>,
}

/// A text to compare.
#[derive(Debug, Clone, Default)]
pub(super) struct Weighed {
    terms: Vec<(String, u64)>,
    total: u64,
}

impl Weights {
    /// Counts the terms of texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut weights = Self::default();
        for word in COMMON {
            weights.common.insert(stem(word));
        }
        for (number, beginnings) in SUBJECTS.iter().enumerate() {
            for beginning in *beginnings {
                let of_letter = weights.subjects.entry(&first_letter(beginning));
                of_letter.push((number, beginning));
            }
        }
        for text in texts {
            weights.texts += 1;
            for term in weights.terms(text) {
                *weights.counts.entry(&term) += 1;
            }
        }
        weights
    }

    /// A text with the weights of its terms.
    pub(super) fn weigh(&self, text: &str) -> Weighed {
        let weighed = self.terms(text).into_iter().map(|term| {
            let count = self.counts.get(&term).copied().unwrap_or(1).max(1);
            let rarity = rarity(self.texts, count);
            let weight = if term.starts_with('#') { rarity * SUBJECT } else { rarity };
            (term, weight * weight)
        });
        let terms: Vec<_> = weighed.filter(|(_, weight)| *weight > 0).collect();
        let total = terms.iter().map(|(_, weight)| weight).sum();
        Weighed { terms, total }
    }

    /// The stems of a text's words, and the numbers of its subjects.
    fn terms(&self, text: &str) -> Terms {
        let mut terms = Vec::new();
        for word in words(text).into_iter().take(MOST_WORDS) {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            if is_number || word.chars().count() < SHORTEST {
                continue;
            }
            let beginnings = self.subjects.get(&first_letter(&word));
            for (number, beginning) in beginnings.into_iter().flatten() {
                if is_about(&word, beginning) {
                    terms.push(["#", &number.to_string()].concat());
                }
            }
            let stem = stem(&word);
            if !self.common.contains(stem) {
                terms.push(stem.to_owned());
            }
        }
        distinct(&mut terms);
        terms
    }
}

/// The first byte of a word.
fn first_letter(word: &str) -> u128 {
    word.bytes().next().unwrap_or_default().into()
}

impl Weighed {
    /// How near two texts are, from 0 to 10,000: the square of the cosine between them.
    pub(super) fn near(&self, other: &Self) -> u64 {
        let (mut mine, mut theirs) = (self.terms.iter().peekable(), other.terms.iter().peekable());
        let mut shared: u64 = 0;
        while let (Some((this, weight)), Some((that, _))) = (mine.peek(), theirs.peek()) {
            match this.cmp(that) {
                std::cmp::Ordering::Less => {
                    mine.next();
                }
                std::cmp::Ordering::Greater => {
                    theirs.next();
                }
                std::cmp::Ordering::Equal => {
                    shared += weight;
                    mine.next();
                    theirs.next();
                }
            }
        }
        let (shared, both) = (u128::from(shared), u128::from(self.total) * u128::from(other.total));
        u64::try_from((shared * shared * 10_000).checked_div(both).unwrap_or(0)).unwrap_or(0)
    }
}

/// Four times the logarithm, to the base 2, of how many texts there are for each that has the term.
fn rarity(texts: u64, count: u64) -> u64 {
    let share = (u128::from(texts) * 16).checked_div(u128::from(count)).unwrap_or(16).max(16);
    let fourth = share.saturating_mul(share).saturating_mul(share).saturating_mul(share);
    u64::from(fourth.checked_ilog2().unwrap_or(16).saturating_sub(16))
}

/// Whether a word has the beginning. Of a short one only endings may follow: "sit" is not the beginning of "site".
fn is_about(word: &str, beginning: &str) -> bool {
    word.strip_prefix(beginning).is_some_and(|rest| {
        beginning.len() > 4
            || [
                "", "s", "es", "ed", "er", "ing", "ting", "ning", "ry", "y", "ion", "ers", "ic",
                "al", "ten", "le",
            ]
            .contains(&rest)
    })
}

/// A word without its ending.
fn stem(word: &str) -> &str {
    let ended = ENDS.iter().find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() > 3));
    ended.unwrap_or(word)
}
