//! Phrases as patterns, matched at every word of a text in bounded time.

use super::lexicon::Purpose;
use super::token::{Break, Token, TokenKind};
use super::vocabulary::{UNKNOWN, Vocabulary, Word, inflections};
use crate::document::problem::room_problems;

room_problems! {
    /// What is wrong with a pattern.
    pub enum PatternProblem {
        /// A pattern of a lexicon that cannot be read.
        #[error("This is not a pattern: single spaces between words, known word sets, and a word at the start.")]
        NotAPattern = "not_a_pattern" {},
    }
}

/// The most atoms of a pattern.
const MOST_ATOMS: usize = 16;

/// The most atoms of a pattern that may be left out or stretch: each can double the work.
const MOST_CHOICES: usize = 5;

/// The most words that a gap stands for.
const MOST_GAP: usize = 3;

/// The most tokens that a pattern matches.
pub(super) const LONGEST: usize = MOST_ATOMS + MOST_CHOICES * MOST_GAP;

/// The word set that `#` stands for, beside numbers in digits.
const NUMBER_WORDS: &str = "number";

/// One place of a pattern.
#[derive(Debug, Clone)]
struct Atom {
    what: What,
    is_optional: bool,
    is_capital: bool,
}

#[derive(Debug, Clone)]
enum What {
    /// One of some words, in the order of their numbers.
    Words(Vec<Word>),
    Number,
    Date,
    Gap,
}

/// A pattern and what it is for.
#[derive(Debug)]
pub(super) struct Pattern {
    atoms: Vec<Atom>,
    pub(super) purpose: Purpose,
}

/// All patterns of a lexicon.
#[derive(Debug)]
pub(super) struct Patterns {
    pub(super) vocabulary: Vocabulary,
    sets: Vec<(String, Vec<Word>)>,
    all: Vec<Pattern>,
    /// The patterns that can begin with a word, by its number.
    by_word: Vec<Vec<u16>>,
    by_number: Vec<u16>,
    by_date: Vec<u16>,
}

/// Where a pattern matches: from one token up to another, which is not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) purpose: Purpose,
}

impl Patterns {
    pub(super) fn new() -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            sets: Vec::new(),
            all: Vec::new(),
            by_word: Vec::new(),
            by_number: Vec::new(),
            by_date: Vec::new(),
        }
    }

    /// Adds a set of words. False when it cannot be read.
    pub(super) fn add_set(&mut self, id: &str, any: &str) -> bool {
        let words = self.words(any);
        let is_fine = words.is_some();
        self.sets.push((id.to_owned(), words.unwrap_or_default()));
        is_fine
    }

    /// Adds a pattern. False when it cannot be read.
    pub(super) fn add(&mut self, pattern: &str, purpose: Purpose) -> bool {
        let Some(atoms) = self.atoms(pattern) else { return false };
        let Ok(number) = u16::try_from(self.all.len()) else { return false };
        let mut can_begin = true;
        for atom in &atoms {
            if !can_begin {
                break;
            }
            can_begin = atom.is_optional;
            match &atom.what {
                What::Words(words) => {
                    for word in words {
                        let slot = usize::from(*word);
                        if self.by_word.len() <= slot {
                            self.by_word.resize_with(slot + 1, Vec::new);
                        }
                        if let Some(list) = self.by_word.get_mut(slot) {
                            list.push(number);
                        }
                    }
                }
                What::Number => self.by_number.push(number),
                What::Date => self.by_date.push(number),
                What::Gap => return false,
            }
        }
        if can_begin {
            return false;
        }
        self.all.push(Pattern { atoms, purpose });
        true
    }

    /// The words that an atom or a set stands for: some parted by `|`, each with its inflections where
    /// it asks for them, or a set that was named before.
    fn words(&mut self, any: &str) -> Option<Vec<Word>> {
        let mut numbers = Vec::new();
        let mut add = |number: Word| {
            if let Err(place) = numbers.binary_search(&number) {
                numbers.insert(place, number);
            }
        };
        for word in any.split('|') {
            if let Some(set) = word.strip_prefix('<').and_then(|word| word.strip_suffix('>')) {
                let (_, words) = self.sets.iter().find(|(id, _)| id == set)?;
                words.iter().copied().for_each(&mut add);
                continue;
            }
            let (word, inflect) = match word.strip_suffix('~') {
                Some(stem) => (stem, true),
                None => (word, false),
            };
            let is_bad = |b: u8| b.is_ascii_uppercase() || b.is_ascii_whitespace();
            if word.is_empty() || word.bytes().any(is_bad) {
                return None;
            }
            let forms = if inflect { inflections(word) } else { vec![word.to_owned()] };
            for form in forms {
                let number = self.vocabulary.add(&form);
                if number == UNKNOWN {
                    return None;
                }
                add(number);
            }
        }
        Some(numbers)
    }

    fn atoms(&mut self, pattern: &str) -> Option<Vec<Atom>> {
        let mut atoms = Vec::new();
        let mut choices = 0;
        for atom in pattern.split(' ') {
            let (atom, is_optional) = match atom.strip_suffix('?') {
                Some(atom) => (atom, true),
                None => (atom, false),
            };
            let (atom, is_capital) = match atom.strip_prefix('^') {
                Some(atom) => (atom, true),
                None => (atom, false),
            };
            let what = match atom {
                "#" => What::Number,
                "#/#/#" => What::Date,
                "..." => What::Gap,
                _ => What::Words(self.words(atom)?),
            };
            choices += usize::from(is_optional || matches!(what, What::Gap));
            atoms.push(Atom { what, is_optional, is_capital });
        }
        (atoms.len() <= MOST_ATOMS && choices <= MOST_CHOICES).then_some(atoms)
    }

    /// Finds every match within some tokens, which are one statement, in the order of where they
    /// begin. What stands in quotation marks is not looked at.
    pub(super) fn find(&self, tokens: &[Token], first: usize, matches: &mut Vec<Match>) {
        let number_words = self.sets.iter().find(|(id, _)| id == NUMBER_WORDS);
        let number_words = number_words.map(|(_, words)| words.as_slice()).unwrap_or_default();
        for (at, token) in tokens.iter().enumerate() {
            if token.is_quoted {
                continue;
            }
            let rest = tokens.get(at..).unwrap_or_default();
            let by_word = match self.by_word.get(usize::from(token.word)) {
                Some(list) if token.word != UNKNOWN => list.as_slice(),
                _ => &[],
            };
            let is_number = token.kind == TokenKind::Number || number_words.contains(&token.word);
            let by_number = if is_number { self.by_number.as_slice() } else { &[] };
            let by_date = if token.kind == TokenKind::Date { self.by_date.as_slice() } else { &[] };
            for number in by_word.iter().chain(by_number).chain(by_date) {
                let Some(pattern) = self.all.get(usize::from(*number)) else { continue };
                if let Some(length) = reach(&pattern.atoms, rest, number_words, true) {
                    let start = first + at;
                    matches.push(Match { start, end: start + length, purpose: pattern.purpose });
                }
            }
        }
    }
}

/// How many tokens some atoms match at most, from the first on.
fn reach(atoms: &[Atom], tokens: &[Token], numbers: &[Word], is_first: bool) -> Option<usize> {
    let Some((atom, rest)) = atoms.split_first() else { return Some(0) };
    let without = if atom.is_optional { reach(rest, tokens, numbers, is_first) } else { None };
    let with = match &atom.what {
        What::Gap => {
            let mut best = None;
            for skipped in 0..=MOST_GAP {
                let left = tokens.get(skipped..).unwrap_or_default();
                let reached = reach(rest, left, numbers, false).map(|length| length + skipped);
                best = best.max(reached);
                if left.first().is_none_or(|token| token.break_before > Break::None) {
                    break;
                }
            }
            best
        }
        what => tokens.split_first().and_then(|(token, left)| {
            let fits = match what {
                What::Words(words) => words.binary_search(&token.word).is_ok(),
                What::Number => token.kind == TokenKind::Number || numbers.contains(&token.word),
                What::Date => token.kind == TokenKind::Date,
                What::Gap => false,
            };
            let goes_on = is_first || token.break_before == Break::None;
            let fits = fits && goes_on && (token.is_capital || !atom.is_capital);
            if fits { reach(rest, left, numbers, false).map(|length| length + 1) } else { None }
        }),
    };
    with.max(without)
}
