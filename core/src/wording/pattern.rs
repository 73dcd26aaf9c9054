//! Phrases as patterns, matched at every word of a text in bounded time.

use std::ops::Range;

use super::number::{TokenNumber, next};
use super::purpose::Purpose;
use super::token::{Break, Token, TokenKind};
use super::vocabulary::{UNKNOWN, Vocabulary, Word, inflections};
use crate::document::problem::room_problems;
use crate::document::table::{Number, Table, number};

room_problems! {
    /// What is wrong with a pattern.
    pub enum PatternProblem {
        /// A pattern of a lexicon that cannot be read.
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

/// The most patterns of a lexicon.
const MOST_PATTERNS: usize = 1 << 16;

/// The word set that `#` stands for, beside numbers in digits.
const NUMBER_WORDS: &str = "number";

number! {
    /// The number of a pattern.
    struct PatternNumber;
}

/// One place of a pattern.
#[derive(Debug, Clone)]
struct Atom {
    kind: AtomKind,
    is_optional: bool,
    is_capital: bool,
}

/// What a token must be to fit an atom.
#[derive(Debug, Clone)]
enum AtomKind {
    /// One of these words, in the order of their numbers.
    Words(Vec<Word>),
    Number,
    Date,
    /// Up to [`MOST_GAP`] words of any kind.
    Gap,
}

/// A pattern and what it is for.
#[derive(Debug, Clone)]
struct Pattern {
    atoms: Vec<Atom>,
    purpose: Purpose,
}

/// A pattern by how it begins.
#[derive(Debug, Clone)]
struct Beginning {
    pattern: PatternNumber,
    /// The words that can stand second.
    second: WordFilter,
}

/// Words that are possible at a place: a bit for all words whose numbers have the same remainder. It rules out most
/// patterns at most words, where a search in the lists of words would take longer.
#[derive(Debug, Clone, Copy)]
struct WordFilter(u64);

/// All patterns of a lexicon.
#[derive(Debug, Clone)]
pub(super) struct Patterns {
    vocabulary: Vocabulary,
    sets: Vec<(String, Vec<Word>)>,
    all: Table<PatternNumber, Pattern>,
    /// The patterns that can begin with each word of the vocabulary.
    by_word: Table<Word, Vec<Beginning>>,
    by_number: Vec<Beginning>,
    by_date: Vec<Beginning>,
}

/// Where a pattern matches, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) tokens: Range<TokenNumber>,
    pub(super) purpose: Purpose,
}

impl Patterns {
    pub(super) fn new() -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            sets: Vec::new(),
            all: Table::default(),
            by_word: Table::from(vec![Vec::new()]),
            by_number: Vec::new(),
            by_date: Vec::new(),
        }
    }

    /// The words that the patterns know.
    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The words of a set, in the order of their numbers; none where there is no such set.
    pub(super) fn set(&self, id: &str) -> &[Word] {
        let set = self.sets.iter().find(|(known, _)| known == id);
        set.map(|(_, words)| words.as_slice()).unwrap_or_default()
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
        let can_begin = begins(&atoms);
        let is_fine = atoms.iter().any(|atom| !atom.is_optional)
            && !can_begin.iter().any(|atom| matches!(atom.kind, AtomKind::Gap));
        if !is_fine || self.all.len() >= MOST_PATTERNS {
            return false;
        }
        let pattern = PatternNumber::at(self.all.len());
        let second = second(&atoms);
        for atom in can_begin {
            match &atom.kind {
                AtomKind::Words(words) => {
                    for word in words {
                        self.by_word[*word].push(Beginning { pattern, second });
                    }
                }
                AtomKind::Number => self.by_number.push(Beginning { pattern, second }),
                AtomKind::Date => self.by_date.push(Beginning { pattern, second }),
                AtomKind::Gap => {}
            }
        }
        self.all.push(Pattern { atoms, purpose });
        true
    }

    /// The words that an atom or a set stands for: words between `|`, each with its inflections where it
    /// ends in `~`, or a set that was added before.
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
            let mut add_form = |form: &str| {
                let number = self.vocabulary.add(form);
                if self.by_word.len() < self.vocabulary.len() {
                    self.by_word.push(Vec::new());
                }
                add(number);
                number != UNKNOWN
            };
            let is_fine = if inflect {
                inflections(word).iter().all(|form| add_form(form))
            } else {
                add_form(word)
            };
            if !is_fine {
                return None;
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
            let kind = match atom {
                "#" => AtomKind::Number,
                "#/#/#" => AtomKind::Date,
                "..." => AtomKind::Gap,
                _ => AtomKind::Words(self.words(atom)?),
            };
            choices += usize::from(is_optional || matches!(kind, AtomKind::Gap));
            atoms.push(Atom { kind, is_optional, is_capital });
        }
        (atoms.len() <= MOST_ATOMS && choices <= MOST_CHOICES).then_some(atoms)
    }

    /// Adds the matches of the patterns that are wanted within the tokens of a statement, in the order of
    /// their starts. Words in quotation marks do not match.
    pub(super) fn find(
        &self,
        tokens: &Table<TokenNumber, Token>,
        statement: Range<TokenNumber>,
        is_wanted: impl Fn(Purpose) -> bool,
        matches: &mut Vec<Match>,
    ) {
        let number_words = self.set(NUMBER_WORDS);
        let mut rest = &tokens[statement.clone()];
        let mut start = statement.start;
        while let Some((token, behind)) = rest.split_first() {
            if !token.is_quoted() {
                let second = behind.first().map(|token| token.word);
                // No pattern begins with an unknown word.
                let by_word = self.by_word[token.word].as_slice();
                let is_number =
                    token.kind == TokenKind::Number || has_word(number_words, token.word);
                let by_number = if is_number { self.by_number.as_slice() } else { &[] };
                let is_date = token.kind == TokenKind::Date;
                let by_date = if is_date { self.by_date.as_slice() } else { &[] };
                for beginnings in [by_word, by_number, by_date] {
                    for beginning in beginnings {
                        if !beginning.second.lets(second) {
                            continue;
                        }
                        let Pattern { atoms, purpose } = &self.all[beginning.pattern];
                        if is_wanted(*purpose)
                            && let Some(length) = reach(atoms, rest, number_words, true)
                        {
                            let end = TokenNumber::at(start.place() + length);
                            matches.push(Match { tokens: start..end, purpose: *purpose });
                        }
                    }
                }
            }
            rest = behind;
            start = next(start);
        }
    }
}

/// The atoms with which a pattern can begin: up to the first that it must have.
fn begins(atoms: &[Atom]) -> &[Atom] {
    let optional = atoms.iter().take_while(|atom| atom.is_optional).count();
    atoms.get(..=optional).unwrap_or(atoms)
}

/// The words that can stand second in what the atoms match.
fn second(atoms: &[Atom]) -> WordFilter {
    let Some((first, rest)) = atoms.split_first() else { return WordFilter::ALL };
    let mut filter = WordFilter::NONE;
    for atom in rest {
        let AtomKind::Words(words) = &atom.kind else { return WordFilter::ALL };
        for word in words {
            filter.add(*word);
        }
        if !atom.is_optional {
            return if first.is_optional { WordFilter::ALL } else { filter };
        }
    }
    WordFilter::ALL
}

impl WordFilter {
    const NONE: Self = Self(0);
    const ALL: Self = Self(u64::MAX);

    fn add(&mut self, word: Word) {
        self.0 |= 1 << (word.place() % 64);
    }

    /// Whether a word is possible, or that there is none.
    fn lets(self, word: Option<Word>) -> bool {
        self.0 == u64::MAX || word.is_some_and(|word| self.0 >> (word.place() % 64) & 1 == 1)
    }
}

/// Whether a word is in a list that is in the order of their numbers.
fn has_word(words: &[Word], word: Word) -> bool {
    match words {
        [only] => *only == word,
        words => words.binary_search(&word).is_ok(),
    }
}

/// How many tokens the atoms match at most, from the first on.
fn reach(atoms: &[Atom], tokens: &[Token], numbers: &[Word], is_first: bool) -> Option<usize> {
    let (mut atoms, mut left, mut is_first) = (atoms, tokens, is_first);
    let mut length = 0;
    // Most patterns part from the text at an atom that they must have: only choices go deeper.
    while let Some((atom, rest)) = atoms.split_first() {
        if atom.is_optional || matches!(atom.kind, AtomKind::Gap) {
            let reached = reach_choice(atom, rest, left, numbers, is_first);
            return reached.map(|reached| length + reached);
        }
        let (token, behind) = left.split_first()?;
        if !fits(atom, token, numbers, is_first) {
            return None;
        }
        (atoms, left, is_first) = (rest, behind, false);
        length += 1;
    }
    Some(length)
}

/// The same where the first atom may be left out, or stretches.
fn reach_choice(
    atom: &Atom,
    rest: &[Atom],
    tokens: &[Token],
    numbers: &[Word],
    is_first: bool,
) -> Option<usize> {
    let without = if atom.is_optional { reach(rest, tokens, numbers, is_first) } else { None };
    let with = if matches!(atom.kind, AtomKind::Gap) {
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
    } else {
        let first = tokens.split_first();
        let fitting = first.filter(|(token, _)| fits(atom, token, numbers, is_first));
        let reached = fitting.and_then(|(_, left)| reach(rest, left, numbers, false));
        reached.map(|length| length + 1)
    };
    with.max(without)
}

/// Whether a token fits an atom that stands for one token.
fn fits(atom: &Atom, token: &Token, numbers: &[Word], is_first: bool) -> bool {
    let is_kind = match &atom.kind {
        AtomKind::Words(words) => has_word(words, token.word),
        AtomKind::Number => token.kind == TokenKind::Number || has_word(numbers, token.word),
        AtomKind::Date => token.kind == TokenKind::Date,
        AtomKind::Gap => false,
    };
    let goes_on = is_first || token.break_before == Break::None;
    is_kind && goes_on && (token.is_capital || !atom.is_capital)
}
