//! The words of the comparison: numbers, periods, and scales of what is less and more.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::comparison::{ChangeElement, ChangeOf};
use super::word::{Gap, Word, stem_length, words};
use crate::text::order::{distinct, sort_by};

/// The built-in table.
const COMPARISON: &str = include_str!("../../../frameworks/comparison.json");

/// The most words that `...` in a phrase stands for.
const MOST_GAP: usize = 3;

/// The words of the comparison, ready to match.
pub(super) struct WordTable {
    numbers: BTreeMap<String, i64>,
    /// Words that are written short, each before the word that it stands for.
    short: String,
    pub(super) periods: Vec<Period>,
    pub(super) weekdays: WordSet,
    pub(super) months: Vec<String>,
    pub(super) sessions: WordSet,
    /// Words that can stand between a number and the sessions that it counts.
    pub(super) between: WordSet,
    /// Words behind "individual" that name something else than teaching for one.
    pub(super) not_individual: WordSet,
    /// Words of planning, showing and directing, before "by" or "from" and a role that does it for another.
    pub(super) directed: WordSet,
    /// Verbs of a role that directs another.
    pub(super) directs: WordSet,
    pub(super) people: WordSet,
    pub(super) reviewing: WordSet,
    pub(super) function: WordSet,
    pub(super) light: WordSet,
    pub(super) scales: Vec<Scale>,
    /// The rules about wording whose findings make a statement less firm.
    pub(super) open: Vec<String>,
    phrases: Phrases,
    vague_rates: Phrases,
}

/// A period of the school year.
pub(super) struct Period {
    pub(super) name: String,
    /// How many there are in four school years of 39 weeks, so that all are whole numbers.
    pub(super) times: i64,
    pub(super) says: WordSet,
    pub(super) adverbs: WordSet,
}

/// A scale of words, from less to more.
pub(super) struct Scale {
    pub(super) element: ChangeElement,
    pub(super) title: String,
    pub(super) of: Vec<ChangeOf>,
    /// The level of a statement that has none of the words.
    pub(super) neutral: i64,
}

/// A set of words. Those with `~` stand for their regular inflections too.
#[derive(Default)]
pub(super) struct WordSet {
    /// In their order, each once.
    words: Vec<String>,
    stems: Vec<String>,
}

/// Words on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The number of the scale in the table.
    pub(super) scale: usize,
    pub(super) level: i64,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableDocument {
    numbers: BTreeMap<String, i64>,
    short: String,
    periods: Vec<PeriodDocument>,
    weekdays: String,
    months: String,
    sessions: String,
    between: String,
    not_individual: String,
    directed: String,
    directs: String,
    people: String,
    reviewing: String,
    vague_rates: Vec<String>,
    open: String,
    function: String,
    light: String,
    scales: Vec<ScaleDocument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeriodDocument {
    name: String,
    times: i64,
    says: String,
    adverbs: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleDocument {
    element: ChangeElement,
    title: String,
    of: Vec<ChangeOf>,
    neutral: i64,
    levels: Vec<LevelDocument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelDocument {
    level: i64,
    says: Vec<String>,
}

impl WordTable {
    /// The built-in table.
    pub(super) fn built_in() -> &'static Self {
        static READ: OnceLock<WordTable> = OnceLock::new();
        READ.get_or_init(Self::read)
    }

    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    fn read() -> Self {
        match serde_json::from_str(COMPARISON) {
            Ok(document) => Self::of(document),
            Err(error) => panic!("the table of the comparison is at fault: {error}"),
        }
    }

    fn of(document: TableDocument) -> Self {
        let mut phrases = Phrases::default();
        let mut scales = Vec::new();
        for (number, scale) in document.scales.into_iter().enumerate() {
            for level in scale.levels {
                for says in &level.says {
                    phrases.add(says, number, level.level);
                }
            }
            let ScaleDocument { element, title, of, neutral, .. } = scale;
            scales.push(Scale { element, title, of, neutral });
        }
        let mut vague_rates = Phrases::default();
        for says in &document.vague_rates {
            vague_rates.add(says, 0, 0);
        }
        for phrases in [&mut phrases, &mut vague_rates] {
            sort_by(&mut phrases.first, Ord::cmp);
        }
        let periods = document.periods.into_iter().map(|period| Period {
            name: period.name,
            times: period.times,
            says: WordSet::with_plurals(&period.says),
            adverbs: WordSet::of(&period.adverbs),
        });
        Self {
            numbers: document.numbers,
            short: document.short,
            periods: periods.collect(),
            weekdays: WordSet::of(&document.weekdays),
            months: document.months.split('|').map(str::to_owned).collect(),
            sessions: WordSet::of(&document.sessions),
            between: WordSet::of(&document.between),
            not_individual: WordSet::of(&document.not_individual),
            directed: WordSet::of(&document.directed),
            directs: WordSet::of(&document.directs),
            people: WordSet::of(&document.people),
            reviewing: WordSet::of(&document.reviewing),
            function: WordSet::of(&document.function),
            light: WordSet::of(&document.light),
            scales,
            open: document.open.split('|').map(str::to_owned).collect(),
            phrases,
            vague_rates,
        }
    }

    /// The words of a text. "Half term" and "per cent" are one word each, and "twenty-five" is one number.
    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        let value = |word: &str| self.numbers.get(word).map(|number| number * 100);
        let mut joined: Vec<Word> = Vec::new();
        for mut word in words(text, value) {
            let mut short =
                self.short.split('|').map(|pair| pair.split_once('=').unwrap_or_default());
            if let Some((_, full)) = short.find(|(short, _)| *short == word.text) {
                full.clone_into(&mut word.text);
                word.restem();
            }
            let Some(last) = joined.last_mut() else {
                joined.push(word);
                continue;
            };
            let goes_on = word.gap == Gap::None;
            let is_tens = last.number.is_some_and(|tens| (2_000..=9_000).contains(&tens))
                && last.text.bytes().all(|byte| byte.is_ascii_alphabetic());
            let is_unit = word.number.is_some_and(|unit| (100..=900).contains(&unit))
                && word.text.bytes().all(|byte| byte.is_ascii_alphabetic());
            if goes_on && is_tens && is_unit {
                last.number = last.number.zip(word.number).map(|(tens, unit)| tens + unit);
                last.end = word.end;
            } else if goes_on && last.text == "half" && word.text.starts_with("term") {
                last.text = ["half", word.text.as_str()].concat();
                last.restem();
                last.end = word.end;
            } else {
                joined.push(word);
            }
        }
        joined
    }

    /// The words on scales for this, each scale's first and longest.
    pub(super) fn marks(&self, words: &[Word], of: ChangeOf) -> Vec<Mark> {
        let mut marks = self.phrases.find(words);
        marks
            .retain(|mark| self.scales.get(mark.scale).is_some_and(|scale| scale.of.contains(&of)));
        marks
    }

    /// How long the words for a rate without a number are that stand at the beginning.
    pub(super) fn vague_rate(&self, words: &[Word]) -> Option<usize> {
        self.vague_rates.at(words).map(|(length, _)| length).max()
    }

    /// The period that a word names.
    pub(super) fn period(&self, word: &Word) -> Option<&Period> {
        self.periods.iter().find(|period| period.says.has(word))
    }

    /// The period in which something happens once, by an adverb such as "weekly".
    pub(super) fn adverb(&self, word: &Word) -> Option<&Period> {
        self.periods.iter().find(|period| period.adverbs.has(word))
    }

    /// The number of a month in the year, from 1.
    pub(super) fn month(&self, word: &Word) -> Option<i64> {
        let is_it = |month: &String| word.is_capital && *month == word.text;
        let at = self.months.iter().position(is_it)?;
        i64::try_from(at + 1).ok()
    }
}

impl WordSet {
    fn of(list: &str) -> Self {
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

    fn with_plurals(list: &str) -> Self {
        let words = list.split('|').filter(|word| !word.is_empty());
        let plurals: Vec<String> = words.map(|word| [word, "s"].concat()).collect();
        Self::of(&[list, &plurals.join("|")].join("|"))
    }

    /// Whether a word is in it.
    pub(super) fn has(&self, word: &Word) -> bool {
        let has = |list: &[String], wanted: &str| {
            list.binary_search_by(|known| known.as_str().cmp(wanted)).is_ok()
        };
        has(&self.words, &word.text) || has(&self.stems, word.stem())
    }
}

fn stem(word: &str) -> &str {
    word.get(..stem_length(word)).unwrap_or(word)
}

/// Phrases with a place on a scale, by the word with which they begin.
#[derive(Default)]
struct Phrases {
    all: Vec<Phrase>,
    /// The words and stems with which they begin, in their order, each with the number of the phrase.
    first: Vec<(String, bool, usize)>,
}

struct Phrase {
    atoms: Vec<Atom>,
    scale: usize,
    level: i64,
}

/// A place of a phrase.
enum Atom {
    /// One of some words.
    Words { any: WordSet, is_optional: bool, is_capital: bool },
    /// Up to three words.
    Gap,
}

impl Phrases {
    fn add(&mut self, says: &str, scale: usize, level: i64) {
        let number = self.all.len();
        let mut atoms = Vec::new();
        for (at, atom) in says.split(' ').enumerate() {
            if atom == "..." {
                atoms.push(Atom::Gap);
                continue;
            }
            let (words, is_optional) = match atom.strip_suffix('?') {
                Some(words) => (words, true),
                None => (atom, false),
            };
            let (words, is_capital) = match words.strip_prefix('^') {
                Some(words) => (words, true),
                None => (words, false),
            };
            if at == 0 {
                for word in words.split('|') {
                    let (word, is_stem) = match word.strip_suffix('~') {
                        Some(word) => (stem(word), true),
                        None => (word, false),
                    };
                    self.first.push((word.to_owned(), is_stem, number));
                }
            }
            atoms.push(Atom::Words { any: WordSet::of(words), is_optional, is_capital });
        }
        self.all.push(Phrase { atoms, scale, level });
    }

    /// The phrases that stand at the beginning of words, each with its length.
    fn at<'p>(&'p self, words: &'p [Word]) -> impl Iterator<Item = (usize, &'p Phrase)> {
        let begin = |wanted: &'p str, is_stem: bool| {
            let from = self.first.partition_point(|(first, ..)| first.as_str() < wanted);
            let rest = self.first.get(from..).unwrap_or_default().iter();
            rest.take_while(move |(first, ..)| first == wanted)
                .filter(move |(_, of_stem, _)| *of_stem == is_stem)
        };
        let first = words.first().into_iter();
        let all =
            first.flat_map(move |word| begin(&word.text, false).chain(begin(word.stem(), true)));
        all.filter_map(|(_, _, number)| {
            let phrase = self.all.get(*number)?;
            Some((reach(&phrase.atoms, words)?, phrase))
        })
    }

    /// The longest phrase of each scale at each place; those of one scale do not overlap.
    fn find(&self, words: &[Word]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for from in 0..words.len() {
            let rest = words.get(from..).unwrap_or_default();
            let mut here: Vec<Mark> = Vec::new();
            for (length, phrase) in self.at(rest) {
                let mark =
                    Mark { scale: phrase.scale, level: phrase.level, from, to: from + length };
                match here.iter_mut().find(|known| known.scale == mark.scale) {
                    Some(known) if known.to < mark.to => *known = mark,
                    Some(_) => {}
                    None => here.push(mark),
                }
            }
            for mark in here {
                let last = marks.iter().rev().find(|known| known.scale == mark.scale);
                if last.is_none_or(|last| last.to <= mark.from) {
                    marks.push(mark);
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
            let fits = |word: &Word| any.has(word) && (word.is_capital || !is_capital);
            let with = words.split_first().filter(|(word, _)| fits(word));
            let with = with.and_then(|(_, left)| reach(rest, left)).map(|length| length + 1);
            let without = if *is_optional { reach(rest, words) } else { None };
            with.max(without)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ChangeOf, WordTable};

    #[test]
    fn the_built_in_table_is_read_and_finds_the_longest_words() {
        let table = WordTable::built_in();
        let words = table
            .words("A speech and language therapist will attend twenty-five half-termly meetings.");
        assert_eq!(words.iter().filter_map(|word| word.number).collect::<Vec<_>>(), [2_500]);
        assert!(words.iter().any(|word| word.text == "halftermly"));
        let marks = table.marks(&words, ChangeOf::Provision);
        let spans: Vec<_> = marks.iter().map(|mark| (mark.level, mark.from, mark.to)).collect();
        assert_eq!(spans, [(5, 1, 5), (3, 5, 6), (2, 6, 7)]);
    }
}
