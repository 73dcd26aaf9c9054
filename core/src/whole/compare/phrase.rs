//! Phrases of the table, matched at every word of a statement.

use super::word::{Gap, Word, stem_length};
use crate::document::table::{Table, number};
use crate::text::order::{distinct, sort_by};

number! {
    /// The number of a scale in the table.
    pub(super) struct ScaleNumber;

    /// The number of a phrase.
    struct PhraseNumber;
}

/// The most words that `...` in a phrase stands for.
const MOST_GAP: usize = 3;

/// A set of words. Those with `~` stand for their regular inflections too.
#[derive(Default)]
pub(in crate::whole) struct WordSet {
    /// In their order, each once.
    pub(super) words: Vec<String>,
    pub(super) stems: Vec<String>,
}

impl WordSet {
    pub(super) fn of(list: &str) -> Self {
        let mut set = Self::default();
        for word in list.split('|').filter(|word| !word.is_empty()) {
            if let Some(word) = word.strip_suffix('~') {
                set.stems.push(stem(word).to_owned());
            }
            set.words.push(word.trim_end_matches('~').to_owned());
        }
        distinct(&mut set.words);
        distinct(&mut set.stems);
        set
    }

    pub(super) fn with_plurals(list: &str) -> Self {
        let words = list.split('|').filter(|word| !word.is_empty());
        let plurals: Vec<String> = words.map(|word| [word, "s"].concat()).collect();
        Self::of(&[list, &plurals.join("|")].join("|"))
    }

    /// Whether a word is in it.
    pub(in crate::whole) fn has(&self, word: &Word) -> bool {
        let has = |list: &[String], wanted: &str| {
            list.binary_search_by(|known| known.as_str().cmp(wanted)).is_ok()
        };
        has(&self.words, &word.text) || has(&self.stems, word.stem())
    }
}

fn stem(word: &str) -> &str {
    word.get(..stem_length(word)).unwrap_or(word)
}

/// Words on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) scale: ScaleNumber,
    pub(super) level: i64,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Phrases with a place on a scale, by the word with which they begin.
#[derive(Default)]
pub(super) struct Phrases {
    all: Table<PhraseNumber, (Vec<Atom>, ScaleNumber, i64)>,
    /// The words and stems with which they begin, in their order, each with the number of the phrase.
    first: Vec<(String, bool, PhraseNumber)>,
}

/// A place of a phrase.
enum Atom {
    /// One of these words, or any with a capital letter.
    Words { any: WordSet, is_optional: bool, is_capital: bool },
    /// Up to three words.
    Gap,
}

impl Phrases {
    pub(super) fn add(&mut self, phrases: &[String], scale: ScaleNumber, level: i64) {
        for says in phrases {
            let (mut atoms, mut first) = (Vec::new(), Vec::new());
            for atom in says.split(' ') {
                if atom == "..." {
                    atoms.push(Atom::Gap);
                    continue;
                }
                let (words, is_optional) = (atom.trim_end_matches('?'), atom.ends_with('?'));
                let (words, is_capital) = (words.trim_start_matches('^'), words.starts_with('^'));
                if atoms.is_empty() {
                    for word in words.split('|') {
                        let is_stem = word.ends_with('~');
                        let word = word.trim_end_matches('~');
                        let word = if is_stem { stem(word) } else { word };
                        first.push((word.to_owned(), is_stem));
                    }
                }
                atoms.push(Atom::Words { any: WordSet::of(words), is_optional, is_capital });
            }
            let number = self.all.push((atoms, scale, level));
            self.first.extend(first.into_iter().map(|(word, is_stem)| (word, is_stem, number)));
        }
        sort_by(&mut self.first, Ord::cmp);
    }

    /// The phrases that stand at the beginning of words: their length, scale and level.
    pub(super) fn at<'p>(
        &'p self,
        words: &'p [Word],
    ) -> impl Iterator<Item = (usize, ScaleNumber, i64)> + 'p {
        let begin = |wanted: &'p str, is_stem: bool| {
            let from = self.first.partition_point(|(first, ..)| first.as_str() < wanted);
            let rest = self.first.get(from..).unwrap_or_default().iter();
            rest.take_while(move |(first, ..)| first == wanted)
                .filter(move |(_, of_stem, _)| *of_stem == is_stem)
        };
        let first = words.first().into_iter();
        let all = first.flat_map(move |word| {
            let any_name = begin("", false);
            begin(&word.text, false).chain(begin(word.stem(), true)).chain(any_name)
        });
        all.filter_map(|(_, _, number)| {
            let (atoms, scale, level) = &self.all[*number];
            Some((reach(atoms, words)?, *scale, *level))
        })
    }

    /// The longest phrase of each scale at each place; those of one scale do not overlap.
    pub(super) fn find(&self, words: &[Word]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for from in 0..words.len() {
            let known = marks.len();
            for (length, scale, level) in self.at(words.get(from..).unwrap_or_default()) {
                let mark = Mark { scale, level, from, to: from + length };
                let mut last = marks.iter_mut().enumerate().rev();
                match last.find(|(_, known)| known.scale == scale) {
                    Some((at, here)) if at >= known => {
                        if here.to < mark.to {
                            *here = mark;
                        }
                    }
                    Some((_, before)) if before.to > from => {}
                    _ => marks.push(mark),
                }
            }
        }
        marks
    }
}

/// How many words the atoms match at most, from the first on.
fn reach(atoms: &[Atom], words: &[Word]) -> Option<usize> {
    let Some((atom, rest)) = atoms.split_first() else { return Some(0) };
    match atom {
        Atom::Gap => {
            let mut best = None;
            for skipped in 0..=MOST_GAP {
                let Some(left) = words.get(skipped..) else { break };
                best = best.max(reach(rest, left).map(|length| length + skipped));
                if left.first().is_none_or(|word| word.gap == Gap::Clause) {
                    break;
                }
            }
            best
        }
        Atom::Words { any, is_optional, is_capital } => {
            let fits = |word: &Word| {
                (any.has(word) || any.words.is_empty()) && (word.is_capital || !is_capital)
            };
            let with = words.split_first().filter(|(word, _)| fits(word));
            let with = with.and_then(|(_, left)| reach(rest, left)).map(|length| length + 1);
            let without = if *is_optional { reach(rest, words) } else { None };
            with.max(without)
        }
    }
}
