//! The words of the comparison: numbers, periods, words that are alike, and scales of what is less and more.

use std::sync::OnceLock;

use serde::Deserialize;

use super::comparison::{ChangeElement, ChangeOf};
use super::phrase::{Mark, Phrases, ScaleNumber, WordSet};
use super::word::{Gap, Word, words};
use crate::document::map::TextMap;
use crate::document::table::{Number, Table};

/// The built-in table.
const COMPARISON: &str = include_str!("../../../frameworks/comparison.json");

/// The words of the comparison, ready to match.
pub(in crate::whole) struct WordTable {
    numbers: TextMap<i64>,
    /// Words that are written short, with the words that they stand for.
    short: TextMap<String>,
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
    pub(in crate::whole) people: WordSet,
    pub(super) reviewing: WordSet,
    pub(super) function: WordSet,
    pub(super) light: WordSet,
    /// Sets of words that say the same in plans.
    alike: Alike,
    pub(super) scales: Table<ScaleNumber, Scale>,
    /// The rules about wording whose findings make a statement less firm.
    pub(super) open: Vec<String>,
    phrases: Phrases,
    vague_rates: Phrases,
}

/// Sets of words that say the same in plans: a bit for each set that a word is in, by the word and by its stem.
#[derive(Default)]
struct Alike {
    words: TextMap<u64>,
    stems: TextMap<u64>,
}

impl Alike {
    fn of(sets: &[String]) -> Self {
        let mut alike = Self::default();
        for (number, words) in (0..u64::BITS).zip(sets) {
            let set = WordSet::of(words);
            set.words.iter().for_each(|word| *alike.words.entry(word) |= 1 << number);
            set.stems.iter().for_each(|stem| *alike.stems.entry(stem) |= 1 << number);
        }
        alike
    }

    /// The sets that a word is in. Words are compared with many others.
    fn sets_of(&self, word: &Word) -> u64 {
        let of = |sets: &TextMap<u64>, word: &str| sets.get(word).copied().unwrap_or(0);
        of(&self.words, &word.text) | of(&self.stems, word.stem())
    }
}

/// A period of the school year.
pub(super) struct Period {
    pub(super) name: String,
    /// How many there are in four school years of 39 weeks, so that all are whole numbers.
    pub(super) times: i64,
    pub(super) says: WordSet,
    pub(super) adverbs: WordSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableDocument {
    numbers: String,
    short: String,
    periods: Vec<(String, i64, String, String)>,
    /// Sets of words, each with its name.
    sets: Vec<(String, String)>,
    vague_rates: Vec<String>,
    open: String,
    alike: Vec<String>,
    scales: Vec<Scale>,
}

/// A scale of words, from less to more.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scale {
    pub(super) element: ChangeElement,
    pub(super) title: String,
    pub(super) of: Vec<ChangeOf>,
    /// The level of a statement that has none of the words.
    pub(super) neutral: i64,
    levels: Vec<(i64, Vec<String>)>,
}

/// The parts of a text between bars, each on both sides of its sign.
fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('|').filter_map(|pair| pair.split_once('='))
}

impl WordTable {
    /// The built-in table.
    pub(in crate::whole) fn built_in() -> &'static Self {
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
        let scales = Table::from(document.scales);
        for (number, scale) in scales.iter() {
            for (level, says) in &scale.levels {
                phrases.add(says, number, *level);
            }
        }
        let mut vague_rates = Phrases::default();
        // They are on no scale: all have the first number.
        vague_rates.add(&document.vague_rates, ScaleNumber::at(0), 0);
        let text = |name: &str| {
            let set = document.sets.iter().find(|(known, _)| known == name);
            set.map_or("", |(_, words)| words.as_str())
        };
        let set = |name: &str| WordSet::of(text(name));
        let periods = document.periods.iter().map(|(name, times, says, adverbs)| Period {
            name: name.clone(),
            times: *times,
            says: WordSet::with_plurals(says),
            adverbs: WordSet::of(adverbs),
        });
        let (mut numbers, mut short) = (TextMap::default(), TextMap::default());
        for (word, number) in pairs(&document.numbers) {
            if let Ok(number) = number.parse() {
                numbers.insert(word, number);
            }
        }
        for (one, all) in pairs(&document.short) {
            short.insert(one, all.to_owned());
        }
        Self {
            numbers,
            short,
            periods: periods.collect(),
            weekdays: WordSet::with_plurals(text("weekdays")),
            months: text("months").split('|').map(str::to_owned).collect(),
            sessions: set("sessions"),
            between: set("between"),
            not_individual: set("not_individual"),
            directed: set("directed"),
            directs: set("directs"),
            people: set("people"),
            reviewing: set("reviewing"),
            function: set("function"),
            light: set("light"),
            alike: Alike::of(&document.alike),
            scales,
            open: document.open.split('|').map(str::to_owned).collect(),
            phrases,
            vague_rates,
        }
    }

    /// The words of a text. "Half term" is one word, and "twenty-five", "two and a half" and the "half" of an hour are
    /// one number each.
    pub(in crate::whole) fn words(&self, text: &str) -> Vec<Word> {
        let mut joined: Vec<Word> = Vec::new();
        let mut split = words(text);
        for word in &mut split {
            if let Some(full) = self.short.get(&word.text) {
                word.set(full.clone());
            }
            let known = self.numbers.get(&word.text);
            word.number = word.number.or(known.map(|number| 100 * number));
        }
        let mut rest = split.as_slice();
        while let Some((word, behind)) = rest.split_first() {
            rest = behind;
            let is_next = |at: usize, any: &str| {
                behind.get(at).is_some_and(|word| word.gap == Gap::None && word.is(any))
            };
            let mut word = word.clone();
            let last = joined.last_mut().filter(|_| word.gap == Gap::None);
            if let Some(last) = last {
                let is_tens = last.is_spelled()
                    && last.number.is_some_and(|tens| (2_000..=9_000).contains(&tens));
                let is_unit = word.is_spelled() && word.number.is_some_and(|unit| unit < 1_000);
                if is_tens && is_unit {
                    last.number = last.number.zip(word.number).map(|(tens, unit)| tens + unit);
                    last.end = word.end;
                    continue;
                }
                if word.is("hundred") && last.is_spelled() {
                    last.number = last.number.map(|number| number.saturating_mul(100));
                    last.end = word.end;
                    continue;
                }
                if last.number.is_some() && word.is("and") && is_next(0, "a") && is_next(1, "half")
                {
                    last.number = last.number.map(|number| number + 50);
                    last.end = behind.get(1).map_or(last.end, |half| half.end);
                    rest = behind.get(2..).unwrap_or_default();
                    continue;
                }
            }
            if word.is("half") && is_next(0, "term|terms|termly") {
                let term = behind.first().map(|term| (term.text.as_str(), term.end));
                let (term, end) = term.unwrap_or_default();
                word.set(["half", term].concat());
                word.end = end;
                rest = behind.get(1..).unwrap_or_default();
            } else if let Some(part) = part(&word) {
                // "Three quarters of an hour", "half a day", "half hour".
                let joins = usize::from(is_next(0, "of"));
                let joins = joins + usize::from(is_next(joins, "a|an|the"));
                if is_next(joins, "hour|hours|day|days") {
                    let count = joined.last().filter(|_| word.gap == Gap::None);
                    let count = count.and_then(|count| count.number).filter(|_| part < 50);
                    if count.is_some() || is_article(&joined, &word) && part < 50 {
                        joined.pop();
                    }
                    word.number = Some(count.unwrap_or(100) * part / 100);
                    rest = behind.get(joins..).unwrap_or_default();
                }
            }
            joined.push(word);
        }
        for word in &mut joined {
            word.alike = self.alike.sets_of(word);
        }
        joined
    }

    /// The words on scales for this, each scale's first and longest.
    pub(super) fn marks(&self, words: &[Word], of: ChangeOf) -> Vec<Mark> {
        let mut marks = self.phrases.find(words);
        marks.retain(|mark| self.scales[mark.scale].of.contains(&of));
        marks
    }

    /// How long the words for a rate without a number are that stand at the beginning.
    pub(super) fn vague_rate(&self, words: &[Word]) -> Option<usize> {
        self.vague_rates.at(words).map(|(length, ..)| length).max()
    }

    /// Whether a word says something by itself: a number, or no word of the grammar.
    pub(in crate::whole) fn is_content(&self, word: &Word) -> bool {
        word.number.is_some() || !self.function.has(word)
    }

    /// Whether a word names something: it is no number, no word of the grammar or of every statement, and no people.
    pub(in crate::whole) fn is_weighty(&self, word: &Word) -> bool {
        word.number.is_none()
            && word.text.len() > 1
            && !self.function.has(word)
            && !self.light.has(word)
            && !self.people.has(word)
    }

    /// Whether a word names a period, a day or a rhythm.
    pub(in crate::whole) fn is_of_time(&self, word: &Word) -> bool {
        self.period(word).is_some() || self.adverb(word).is_some() || self.weekdays.has(word)
    }

    /// The period that a word names.
    pub(super) fn period(&self, word: &Word) -> Option<&Period> {
        self.periods.iter().find(|period| period.says.has(word))
    }

    /// The period in which something happens once, by an adverb such as "weekly".
    pub(super) fn adverb(&self, word: &Word) -> Option<&Period> {
        self.periods.iter().find(|period| period.adverbs.has(word))
    }

    /// How many times a period comes round in four years.
    pub(super) fn times(&self, name: &str) -> i64 {
        self.periods.iter().find(|period| period.name == name).map_or(1, |period| period.times)
    }

    /// The number of a month in the year, from 1.
    pub(in crate::whole) fn month(&self, word: &Word) -> Option<i64> {
        let is_it = |month: &String| word.is_capital && *month == word.text;
        let at = self.months.iter().position(is_it)?;
        i64::try_from(at + 1).ok()
    }
}

/// The part of a thing that a word names, in hundredths.
fn part(word: &Word) -> Option<i64> {
    match word.text.as_str() {
        "half" => Some(50),
        "third" | "thirds" => Some(33),
        "quarter" | "quarters" => Some(25),
        _ => None,
    }
}

fn is_article(before: &[Word], word: &Word) -> bool {
    word.gap == Gap::None && before.last().is_some_and(|last| last.is("a|an"))
}

#[cfg(test)]
mod tests {
    use super::{COMPARISON, ChangeOf, TableDocument, WordTable};

    #[test]
    fn the_built_in_table_is_read_and_finds_the_longest_words() {
        let table = WordTable::built_in();
        let document: TableDocument = serde_json::from_str(COMPARISON).expect("the table");
        assert!(document.alike.len() <= 64, "a word has a bit for each of these sets");
        let words = table
            .words("A speech and language therapist will attend twenty-five half-termly meetings.");
        assert_eq!(words.iter().filter_map(|word| word.number).collect::<Vec<_>>(), [2_500]);
        assert!(words.iter().any(|word| word.text == "halftermly"));
        let marks = table.marks(&words, ChangeOf::Provision);
        let spans: Vec<_> = marks.iter().map(|mark| (mark.level, mark.from, mark.to)).collect();
        assert_eq!(spans, [(6, 1, 5), (3, 5, 6), (2, 6, 7)]);
    }
}
