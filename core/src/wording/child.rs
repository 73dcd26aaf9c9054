//! The child's name and pronouns: two of them in one plan are a sign of text from another.

use super::lexicon::{BuiltInRule, Meaning, Purpose};
use super::statement::Statement;
use super::token::TokenKind;
use super::{Found, Linter};

/// The pronouns and the name that a text uses for the child.
pub(super) struct Names {
    /// The pronoun that is not the child's.
    other_pronoun: Option<Meaning>,
    /// The token of the first name, where a host did not give any.
    first_name: Option<usize>,
}

impl Names {
    pub(super) fn new<U>(linter: &Linter<'_, '_, U>) -> Self {
        let other_pronoun = match linter.context.pronouns.map(super::Pronouns::word) {
            Some("he") => Some(Meaning::She),
            Some("she") => Some(Meaning::He),
            // Plans say "they" of families and staff, so nothing is known from it.
            Some(_) => None,
            None => linter.rarer_pronoun(),
        };
        let given = linter.context.names.iter().flatten().next();
        let first_name = if given.is_some() { None } else { linter.first_name() };
        Self { other_pronoun, first_name }
    }
}

impl<U> Linter<'_, '_, U> {
    /// Names and pronouns in one statement.
    pub(super) fn child(&mut self, number: usize, names: &Names, words: u64) {
        let Some(statement) = self.reading.statements.get(number) else { return };
        for found in self.reading.matches_of(statement) {
            let Purpose::Term(meaning) = found.purpose else { continue };
            let rule = match meaning {
                Meaning::GivenName if self.is_other_name(statement, found.start, names) => {
                    BuiltInRule::OtherName
                }
                Meaning::He | Meaning::She
                    if Some(meaning) == names.other_pronoun && self.is_of_child(number) =>
                {
                    BuiltInRule::OtherPronoun
                }
                _ => continue,
            };
            if let Some(entry) = self.rule(rule) {
                let own = self.words_hash(found.start..found.end);
                let span = self.span(found.start..found.end);
                self.add(entry, words.rotate_left(1) ^ own, Found::at(span));
            }
        }
    }

    /// Whether a name at this token stands for a child, and not for a member of staff.
    fn is_name(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        let Some(token) = tokens.get(at).filter(|token| token.is_capital && !token.is_quoted)
        else {
            return false;
        };
        let next = tokens.get(at + 1);
        // A surname behind it makes it the name of somebody who signs, or is cited.
        let has_surname = next.is_some_and(|next| {
            next.is_capital && next.kind == TokenKind::Word && next.start <= token.end + 1
        });
        let before = at.checked_sub(1).map(|before| self.reading.word(before)).unwrap_or_default();
        let titles = [
            "mr", "mrs", "ms", "miss", "dr", "aunt", "uncle", "by", "prof", "sister", "brother",
            "friend",
        ];
        let is_titled = titles.iter().any(|title| before.eq_ignore_ascii_case(title));
        !is_titled && (token.is_possessive || !has_surname)
    }

    fn is_other_name(&self, statement: &Statement, at: usize, names: &Names) -> bool {
        if statement.is_speech || !self.is_name(at) || self.is_among_people(statement) {
            return false;
        }
        let own = stem(self.reading.word(at));
        let mut given = self.context.names.iter().flatten().peekable();
        if given.peek().is_some() {
            return !given
                .any(|name| name.split_whitespace().any(|part| part.eq_ignore_ascii_case(own)));
        }
        names
            .first_name
            .is_some_and(|first| !stem(self.reading.word(first)).eq_ignore_ascii_case(own))
    }

    /// Whether a statement tells of other people by name, such as family and friends.
    fn is_among_people(&self, statement: &Statement) -> bool {
        statement.says(Meaning::OtherPerson) && self.section == "A"
    }

    /// The first name in the text that stands for a child.
    fn first_name(&self) -> Option<usize> {
        let is_name = |found: &&super::pattern::Match| {
            found.purpose == Purpose::Term(Meaning::GivenName) && self.is_name(found.start)
        };
        self.reading.matches.iter().find(is_name).map(|found| found.start)
    }

    /// Whether the pronouns of a statement can only be the child's: nobody else is spoken of in it or
    /// right before it.
    fn is_of_child(&self, number: usize) -> bool {
        let speaks_of_others = |number: usize| {
            let statement = self.reading.statements.get(number);
            statement.is_some_and(|s| s.says(Meaning::OtherPerson) || s.is_speech)
        };
        !speaks_of_others(number) && !number.checked_sub(1).is_some_and(speaks_of_others)
    }

    /// Of two pronouns that are both used for the child, the rarer.
    fn rarer_pronoun(&self) -> Option<Meaning> {
        let (mut he, mut she) = (0, 0);
        for (number, statement) in self.reading.statements.iter().enumerate() {
            if !self.is_of_child(number) {
                continue;
            }
            for found in self.reading.matches_of(statement) {
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
    pub(super) fn names_somebody(&self, statement: &Statement) -> bool {
        let who = [Meaning::Child, Meaning::He, Meaning::She, Meaning::GivenName];
        if who.iter().any(|meaning| statement.all_say(*meaning)) {
            return true;
        }
        let mut given = self.context.names.iter().flatten();
        statement.tokens.clone().any(|at| {
            let Some(token) = self.reading.tokens.get(at) else { return false };
            let word = stem(self.reading.word(at));
            let is_unknown = token.word == super::vocabulary::UNKNOWN;
            token.is_capital && token.kind == TokenKind::Word && is_unknown
                || given.any(|name| name.eq_ignore_ascii_case(word))
        })
    }
}

/// A name without the ending of the possessive.
fn stem(word: &str) -> &str {
    let short = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s"));
    short.unwrap_or(word)
}
