//! Names: those that a host gives for the child, which are no words of the lexicon, and those that the lexicon does not
//! know, where they stand in the child's place.

use super::context::Linting;
use super::hash::letters;
use super::meaning::Meaning;
use super::number::{TokenNumber, before, next};
use super::pattern::Match;
use super::purpose::Purpose;
use super::token::{Break, Token, TokenKind};
use super::vocabulary::UNKNOWN;
use crate::document::table::{Number, Table};
use crate::text::order::sort;

/// Words before a name that make it the name of somebody else, or of a place.
pub(super) const TITLES: [&str; 19] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "aunt",
    "uncle",
    "by",
    "prof",
    "sister",
    "brother",
    "friend",
    "professor",
    "st",
    "saint",
    "sir",
    "lady",
    "prince",
    "princess",
];

/// Months and seasons that are also names.
const MONTHS: [&str; 7] = ["january", "april", "may", "june", "august", "summer", "autumn"];

/// Words in front of a month or a season.
const BEFORE_MONTHS: [&str; 14] = [
    "by", "in", "until", "till", "from", "since", "of", "during", "and", "early", "late", "mid",
    "this", "next",
];

/// The shortest name that is known only by where it stands.
const SHORTEST: usize = 3;

/// The words of the names that a host gives for the child.
pub(super) struct GivenNames(Vec<u64>);

impl GivenNames {
    pub(super) fn new(context: &Linting) -> Self {
        let names = context.names.iter().flatten();
        let mut names: Vec<u64> =
            names.flat_map(|name| name.split_whitespace()).map(letters).collect();
        sort(&mut names);
        Self(names)
    }

    /// Whether no name is given.
    pub(super) fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a word is one of the names.
    pub(super) fn has(&self, word: &str) -> bool {
        !self.are_none() && self.0.binary_search(&letters(without_possessive(word))).is_ok()
    }

    /// Makes each of the names in a text no word of the lexicon: Will and May are nobody's vague words.
    pub(super) fn take_from_words(&self, text: &str, tokens: &mut Table<TokenNumber, Token>) {
        if self.are_none() {
            return;
        }
        for number in tokens.numbers() {
            let token = &tokens[number];
            let is_known = token.is_name() && token.word != UNKNOWN;
            if is_known && self.has(token.of(text)) && !is_month(text, tokens, number) {
                tokens[number].word = UNKNOWN;
            }
        }
    }

    /// Adds the names to what was found in a statement that the lexicon does not know, where they stand in the
    /// child's place: behind them is what a child does.
    pub(super) fn add_unknown(
        &self,
        text: &str,
        tokens: &Table<TokenNumber, Token>,
        found: &mut Vec<Match>,
    ) {
        if self.are_none() {
            return;
        }
        let does = |found: &&Match| found.purpose == Purpose::Term(Meaning::ChildDoes);
        let names = found.iter().filter(does).filter_map(|found| {
            let goes_on = tokens[found.tokens.start].break_before == Break::None;
            let name = before(found.tokens.start).filter(|_| goes_on);
            name.filter(|name| self.is_unknown(text, tokens, *name))
        });
        let names: Vec<TokenNumber> = names.collect();
        for name in names {
            let place = found.partition_point(|known| known.tokens.start <= name);
            let purpose = Purpose::Term(Meaning::GivenName);
            found.insert(place, Match { tokens: name..next(name), purpose });
        }
    }

    /// Whether a token is a first name that neither the host nor the lexicon knows.
    fn is_unknown(&self, text: &str, tokens: &Table<TokenNumber, Token>, at: TokenNumber) -> bool {
        let token = &tokens[at];
        let word = token.of(text);
        let is_abbreviation = word.chars().nth(1).is_none_or(char::is_uppercase);
        let is_alone = before(at).is_none_or(|before| {
            let before = &tokens[before];
            let is_title = TITLES.iter().any(|title| before.of(text).eq_ignore_ascii_case(title));
            token.break_before != Break::None || !(before.is_name() || is_title)
        });
        token.is_name()
            && token.word == UNKNOWN
            && word.len() >= SHORTEST
            && !is_abbreviation
            && is_alone
            && !self.has(word)
    }
}

/// Whether a word that is also a name stands for a month or a season.
fn is_month(text: &str, tokens: &Table<TokenNumber, Token>, at: TokenNumber) -> bool {
    let word = tokens[at].of(text);
    let is_number = |token: &Token| token.kind == TokenKind::Number;
    let is_dated = |token: &Token| {
        let word = token.of(text);
        is_number(token) || BEFORE_MONTHS.iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    let behind = tokens.number(next(at).place()).map(|behind| &tokens[behind]);
    MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
        && (behind.is_some_and(is_number) || before(at).is_some_and(|at| is_dated(&tokens[at])))
}

/// A name without the ending of the possessive.
pub(super) fn without_possessive(word: &str) -> &str {
    let short = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s"));
    short.unwrap_or(word)
}
