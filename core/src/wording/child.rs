//! The names and pronouns that a text has for the child: two children in one plan are a sign of text from
//! another plan.

use super::context::{Linting, Pronouns};
use super::hash::letters;
use super::meaning::Meaning;
use super::name::{GivenNames, TITLES, without_possessive};
use super::number::{StatementNumber, TokenNumber, before, next};
use super::pattern::Match;
use super::purpose::Purpose;
use super::statement::{SplitText, Statement};
use super::token::{Break, TokenKind};
use super::vocabulary::UNKNOWN;
use crate::document::table::{Number, each};
use crate::text::order::sort;

/// Words between the word for a person and the person's name.
const NAMED: [&str; 5] = ["called", "named", "is", "are", "was"];

/// Words between names.
const BETWEEN_NAMES: [&str; 4] = ["and", "or", "mr", "mrs"];

/// Words of whose somebody is, as in "her aunt".
const WHOSE: [&str; 6] = ["his", "her", "their", "my", "our", "a"];

/// How many words behind the word for a person are searched for names.
const MOST_NAMING: usize = 8;

/// The pronoun and the names by which another child is noticed.
pub(super) struct Child {
    pub(super) given_names: GivenNames,
    /// The hashes of the names of people who are introduced as somebody else, in order.
    others: Vec<u64>,
    /// The pronoun that is not the child's.
    pub(super) other_pronoun: Option<Meaning>,
    /// The token of the first name in the text, where the host gives no names.
    first_name: Option<TokenNumber>,
}

impl Child {
    pub(super) fn new(text: &SplitText, context: &Linting, given_names: GivenNames) -> Self {
        let other_pronoun = match context.pronouns {
            Some(Pronouns::He) => Some(Meaning::She),
            Some(Pronouns::She) => Some(Meaning::He),
            // Plans say "they" of families and staff, so that no pronoun is another child's.
            Some(Pronouns::They) => None,
            None => rarer_pronoun(text, &given_names),
        };
        let first_name = if given_names.are_none() { first_name(text) } else { None };
        Self { others: others(text), given_names, other_pronoun, first_name }
    }

    /// Whether the word at a token, which is a given name, is not the name of the child, nor of somebody who is
    /// introduced as another person.
    pub(super) fn is_other(&self, text: &SplitText, at: TokenNumber) -> bool {
        let word = without_possessive(text.word(at));
        if !self.given_names.are_none() {
            let is_introduced = || self.others.binary_search(&letters(word)).is_ok();
            return !self.given_names.has(word) && !is_introduced();
        }
        let is_same = |first| without_possessive(text.word(first)).eq_ignore_ascii_case(word);
        self.first_name.is_some_and(|first| !is_same(first))
    }
}

/// The names of people who are introduced as somebody else: "her twin, Jude", "his brothers Ali and Sam", "his horse is
/// called Duke", "June, her nan".
fn others(text: &SplitText) -> Vec<u64> {
    let mut names = Vec::new();
    let is_person = |found: &&Match| found.purpose == Purpose::Term(Meaning::OtherPerson);
    for found in text.matches.rows().iter().filter(is_person) {
        add_names_behind(text, found.tokens.end, &mut names);
        let whose = before(found.tokens.start).filter(|at| is_word(text, *at, &WHOSE));
        let mut name = whose.and_then(before);
        if name.is_some_and(|at| is_word(text, at, &NAMED)) {
            name = name.and_then(before);
        }
        if let Some(at) = name.filter(|at| is_name(text, *at)) {
            names.push(letters(without_possessive(text.word(at))));
        }
    }
    sort(&mut names);
    names
}

/// Adds the names that stand behind the word for a person.
fn add_names_behind(text: &SplitText, from: TokenNumber, names: &mut Vec<u64>) {
    let rest = text.tokens.len().saturating_sub(from.place()).min(MOST_NAMING);
    let behind = from..TokenNumber::at(from.place() + rest);
    let goes_on = |at: &TokenNumber| text.tokens[*at].break_before == Break::None;
    for at in each(&behind).take_while(goes_on) {
        if is_name(text, at) {
            // Behind a comma a name is that of the person only where it ends there: "with his teacher, Sam can".
            let is_apart = text.has_between(at, ',');
            if is_apart && !text.ends_or_has(at, ',') {
                return;
            }
            names.push(letters(without_possessive(text.word(at))));
        } else if !is_word(text, at, &NAMED) && !is_word(text, at, &BETWEEN_NAMES) {
            return;
        }
    }
}

fn is_name(text: &SplitText, at: TokenNumber) -> bool {
    text.tokens[at].is_name()
}

fn is_word(text: &SplitText, at: TokenNumber, words: &[&str]) -> bool {
    words.iter().any(|known| text.word(at).eq_ignore_ascii_case(known))
}

/// Whether a given name at this token stands for a child, and not for a member of staff or the family, a place, or the
/// hero of a book.
pub(super) fn is_childs_name(text: &SplitText, statement: &Statement, at: TokenNumber) -> bool {
    let token = &text.tokens[at];
    if !token.is_capital || token.is_quoted() || token.is_cited() {
        return false;
    }
    // With a surname it is the name of somebody who signs, or is cited; with an article, that of a hero.
    let behind = text.tokens.number(next(at).place());
    let has_surname = !token.is_possessive
        && behind
            .is_some_and(|next| is_name(text, next) && text.tokens[next].start <= token.end + 1);
    let is_hero = behind.is_some_and(|article| {
        let behind = text.tokens.number(next(article).place());
        is_word(text, article, &["the"]) && behind.is_some_and(|next| is_name(text, next))
    });
    let is_titled = before(at).is_some_and(|before| is_word(text, before, &TITLES));
    let mut near = text.matches_near(statement, at).iter();
    let is_title =
        near.any(|found| found.purpose == Purpose::Term(Meaning::Title) && found.tokens.end == at);
    !is_titled && !is_title && !has_surname && !is_hero
}

/// Whether a name at this token is the subject of its statement, and the statement says what a child does.
pub(super) fn acts_as_child(text: &SplitText, statement: &Statement, at: TokenNumber) -> bool {
    at == statement.tokens.start
        && text.matches_of(statement).iter().any(|found| {
            found.purpose == Purpose::Term(Meaning::ChildDoes) && found.tokens.start == next(at)
        })
}

/// The first name in the text that stands for a child.
fn first_name(text: &SplitText) -> Option<TokenNumber> {
    let is_name = |statement: &Statement, found: &Match| {
        found.purpose == Purpose::Term(Meaning::GivenName)
            && is_childs_name(text, statement, found.tokens.start)
    };
    let mut statements = text.statements.rows().iter();
    statements.find_map(|statement| {
        let mut matches = text.matches_of(statement).iter();
        matches.find(|found| is_name(statement, found)).map(|found| found.tokens.start)
    })
}

/// How many statements of its paragraph before a statement can have whom a pronoun stands for.
const MOST_BEFORE: usize = 6;

/// Whether the pronouns of a statement can only be the child's: nobody else is mentioned in it, in the statement before
/// it, or before it in its paragraph behind the child's name.
pub(super) fn are_pronouns_childs(
    text: &SplitText,
    names: &GivenNames,
    number: StatementNumber,
) -> bool {
    let mentions_others = |number: StatementNumber| {
        let statement = &text.statements[number];
        statement.says(Meaning::OtherPerson) || statement.is_speech
    };
    let begins_paragraph = |number: StatementNumber| {
        let start = text.statements[number].tokens.start;
        text.tokens[start].break_before >= Break::Paragraph
    };
    if mentions_others(number) || before(number).is_some_and(mentions_others) {
        return false;
    }
    let mut at = number;
    for _ in 0..MOST_BEFORE {
        let Some(earlier) = before(at).filter(|_| !begins_paragraph(at)) else { break };
        if mentions_others(earlier) {
            return false;
        }
        if each(&text.statements[earlier].tokens).any(|at| names.has(text.word(at))) {
            break;
        }
        at = earlier;
    }
    true
}

/// Of two pronouns that are both used for the child, the rarer.
fn rarer_pronoun(text: &SplitText, names: &GivenNames) -> Option<Meaning> {
    let (mut he, mut she) = (0, 0);
    for (number, statement) in text.statements.iter() {
        if !are_pronouns_childs(text, names, number) {
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
            || child.given_names.has(word)
    })
}
