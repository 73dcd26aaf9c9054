//! The names and pronouns that a text has for the child: two children in one plan are a sign of text from
//! another plan.

use super::context::{Linting, Pronouns};
use super::fingerprint::letters;
use super::meaning::Meaning;
use super::number::{StatementNumber, TokenNumber, before, next};
use super::pattern::Match;
use super::purpose::Purpose;
use super::statement::{SplitText, Statement};
use super::token::TokenKind;
use super::vocabulary::UNKNOWN;
use crate::document::table::{Number, each};
use crate::text::order::sort;

/// Words before a name that make it the name of somebody else.
const TITLES: [&str; 12] =
    ["mr", "mrs", "ms", "miss", "dr", "aunt", "uncle", "by", "prof", "sister", "brother", "friend"];

/// The pronoun and the names by which another child is noticed.
pub(super) struct Child {
    /// The hashes of the words of the names that the host gives, in order.
    given_names: Vec<u64>,
    /// The pronoun that is not the child's.
    pub(super) other_pronoun: Option<Meaning>,
    /// The token of the first name in the text, where the host gives no names.
    first_name: Option<TokenNumber>,
}

impl Child {
    pub(super) fn new(text: &SplitText, context: &Linting) -> Self {
        let other_pronoun = match context.pronouns {
            Some(Pronouns::He) => Some(Meaning::She),
            Some(Pronouns::She) => Some(Meaning::He),
            // Plans say "they" of families and staff, so that no pronoun is another child's.
            Some(Pronouns::They) => None,
            None => rarer_pronoun(text),
        };
        let names = context.names.iter().flatten();
        let mut given_names: Vec<u64> =
            names.flat_map(|name| name.split_whitespace()).map(letters).collect();
        sort(&mut given_names);
        let first_name = if given_names.is_empty() { first_name(text) } else { None };
        Self { given_names, other_pronoun, first_name }
    }

    /// Whether the word at a token, which is a given name, is not the child's name.
    pub(super) fn is_other(&self, text: &SplitText, at: TokenNumber) -> bool {
        let word = without_possessive(text.word(at));
        if !self.given_names.is_empty() {
            return !self.is_given(word);
        }
        let is_same = |first| without_possessive(text.word(first)).eq_ignore_ascii_case(word);
        self.first_name.is_some_and(|first| !is_same(first))
    }

    /// Whether a word is one of the names that the host gives.
    fn is_given(&self, word: &str) -> bool {
        !self.given_names.is_empty() && self.given_names.binary_search(&letters(word)).is_ok()
    }
}

/// Whether a given name at this token stands for a child, and not for a member of staff or the family.
pub(super) fn is_childs_name(text: &SplitText, at: TokenNumber) -> bool {
    let token = &text.tokens[at];
    if !token.is_capital || token.is_quoted {
        return false;
    }
    // With a surname it is the name of somebody who signs, or is cited.
    let behind = text.tokens.number(next(at).place()).map(|next| &text.tokens[next]);
    let has_surname = behind.is_some_and(|next| {
        next.is_capital && next.kind == TokenKind::Word && next.start <= token.end + 1
    });
    let title = before(at).map(|before| text.word(before)).unwrap_or_default();
    let is_titled = TITLES.iter().any(|known| title.eq_ignore_ascii_case(known));
    !is_titled && (token.is_possessive || !has_surname)
}

/// The first name in the text that stands for a child.
fn first_name(text: &SplitText) -> Option<TokenNumber> {
    let is_name = |found: &&Match| {
        found.purpose == Purpose::Term(Meaning::GivenName)
            && is_childs_name(text, found.tokens.start)
    };
    text.matches.rows().iter().find(is_name).map(|found| found.tokens.start)
}

/// Whether the pronouns of a statement can only be the child's: nobody else is mentioned in it or in the
/// statement before it.
pub(super) fn are_pronouns_childs(text: &SplitText, number: StatementNumber) -> bool {
    let mentions_others = |number: StatementNumber| {
        let statement = &text.statements[number];
        statement.says(Meaning::OtherPerson) || statement.is_speech
    };
    !mentions_others(number) && !before(number).is_some_and(mentions_others)
}

/// Of two pronouns that are both used for the child, the rarer.
fn rarer_pronoun(text: &SplitText) -> Option<Meaning> {
    let (mut he, mut she) = (0, 0);
    for (number, statement) in text.statements.iter() {
        if !are_pronouns_childs(text, number) {
            continue;
        }
        for found in text.matches_of(statement) {
            match found.purpose {
                Purpose::Term(Meaning::He) => he += 1,
                Purpose::Term(Meaning::She) => she += 1,
                _ => {}
            }
        }
    }
    if he == 0 || she == 0 {
        return None;
    }
    Some(if he < she { Meaning::He } else { Meaning::She })
}

/// Whether a statement says whom it is about.
pub(super) fn names_somebody(text: &SplitText, child: &Child, statement: &Statement) -> bool {
    let who = [Meaning::Child, Meaning::He, Meaning::She, Meaning::GivenName];
    if who.iter().any(|meaning| statement.group_says(*meaning)) {
        return true;
    }
    each(&statement.tokens).any(|at| {
        let token = &text.tokens[at];
        let word = without_possessive(text.word(at));
        token.is_capital && token.kind == TokenKind::Word && token.word == UNKNOWN
            || child.is_given(word)
    })
}

/// A name without the ending of the possessive.
fn without_possessive(word: &str) -> &str {
    let short = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s"));
    short.unwrap_or(word)
}
