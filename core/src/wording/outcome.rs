//! Outcomes: who will be able to do what, by when, and how it would be seen; SMART, letter by letter.

use std::ops::Range;

use serde::Serialize;

use super::child::names_somebody;
use super::meaning::{Meaning, Meanings};
use super::messages;
use super::number::{StatementNumber, TokenNumber};
use super::passage::Passage;
use super::pattern::Match;
use super::piece::Role;
use super::purpose::Purpose;
use super::span::Span;
use super::statement::Statement;
use super::token::TokenKind;
use crate::document::message::Message;
use crate::document::shape::choice;
use crate::document::table::each;

choice! {
    /// A letter of SMART.
    pub enum Letter {
        /// Specific.
        Specific = "specific",
        /// Measurable.
        Measurable = "measurable",
        /// Achievable.
        Achievable = "achievable",
        /// Realistic.
        Realistic = "realistic",
        /// Time limited.
        TimeLimited = "time_limited",
    }

    /// Whether the words of an outcome meet a letter.
    pub enum SmartState {
        /// The words say it.
        Said = "said",
        /// They do not.
        NotSaid = "not_said",
        /// It is not a matter of words: a person judges it.
        ForAPerson = "for_a_person",
    }
}

/// An outcome and what its words say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct Outcome<U> {
    /// Where it is.
    pub span: Span<U>,
    /// The letters in their order.
    pub smart: Vec<SmartView<U>>,
}

/// One letter of SMART.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct SmartView<U> {
    /// The letter.
    pub letter: Letter,
    /// Whether the words meet it.
    pub state: SmartState,
    /// The reason, as a sentence.
    pub because: String,
    /// The words that say so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub words: Vec<Span<U>>,
}

/// The most places listed for one letter.
const MOST_WORDS: usize = 16;

/// Meanings of which an outcome has at least one.
const SIGNS: Meanings = Meanings::of(&[
    Meaning::Ability,
    Meaning::Aim,
    Meaning::ByWhen,
    Meaning::Measure,
    Meaning::Provision,
]);

/// Meanings of words that can be observed or counted.
const MEASURES: Meanings =
    Meanings::of(&[Meaning::Measure, Meaning::HowOften, Meaning::HowLong, Meaning::Situation]);

/// Where the statements of a group say something.
#[derive(Default)]
struct Words {
    tokens: Vec<Range<TokenNumber>>,
}

/// The statements of a group that is an outcome.
pub(super) struct OutcomeGroup<'p> {
    passage: &'p Passage<'p>,
    statements: &'p [Statement],
    pub(super) tokens: Range<TokenNumber>,
    dates: Words,
    abilities: Words,
    measures: Words,
    pub(super) is_measurable: bool,
    pub(super) has_who: bool,
    pub(super) is_ability: bool,
}

impl<'p> OutcomeGroup<'p> {
    /// The group that begins with a statement, if it is an outcome.
    pub(super) fn new(passage: &'p Passage<'p>, number: StatementNumber) -> Option<Self> {
        let statements = passage.text.group_of(number);
        let first = passage.text.head_of(number)?;
        let only_leads = first.leads && statements.len() == 1;
        let is_outcome = !only_leads
            && first.counts()
            && !first.is_heading
            && !first.is_speech
            && !first.says(Meaning::Framing)
            && !first.says(Meaning::Note)
            && first.group_means.has_any(SIGNS);
        if !is_outcome {
            return None;
        }
        let counting = || statements.iter().filter(|statement| statement.counts());
        let words = |meanings| Words::of(passage, statements, meanings);
        let abilities = words(Meanings::of(&[Meaning::Ability]));
        let measures = words(MEASURES);
        let is_measurable =
            measures.are_there() || counting().any(|statement| counts(passage, statement));
        let names = |statement| names_somebody(&passage.text, &passage.child, statement);
        let is_aim = first.group_says(Meaning::Aim);
        Some(Self {
            passage,
            statements,
            tokens: passage.text.tokens_of_group(number),
            is_measurable,
            has_who: counting().any(names),
            is_ability: abilities.are_there() || (is_measurable && !is_aim),
            dates: words(Meanings::of(&[Meaning::ByWhen])),
            abilities,
            measures,
        })
    }

    /// Whether it says by when.
    pub(super) fn is_dated(&self) -> bool {
        self.dates.are_there()
    }

    /// Whether it is a row that says all but by when, with a cell about its review. A judgement by examples passes over
    /// the title of a column, and takes the date of the review for one of the outcome.
    pub(super) fn has_only_a_review(&self) -> bool {
        let is_review = |statement: &Statement| match statement.role {
            Role::Beside(title) => statement.row != 0 && title.has(Meaning::Review),
            _ => false,
        };
        let says_all_else = self.has_who && self.is_ability && self.is_measurable;
        says_all_else && !self.is_dated() && self.statements.iter().any(is_review)
    }

    /// Whether a rule of the lexicon finds that it is written as provision or from a service's view.
    pub(super) fn has_phrase(&self) -> bool {
        let mut counting = self.statements.iter().filter(|statement| statement.counts());
        counting.any(|statement| self.passage.has_phrase(statement))
    }

    /// The outcome as it is reported.
    pub(super) fn view<U>(&self) -> Outcome<U> {
        let specific = match (self.has_who, self.is_ability) {
            (true, true) => &messages::WORDING_SMART_SPECIFIC,
            (true, false) => &messages::WORDING_SMART_WHO_ALONE,
            (false, true) => &messages::WORDING_SMART_NO_WHO,
            (false, false) => &messages::WORDING_SMART_NEITHER,
        };
        let measurable = if self.is_measurable {
            &messages::WORDING_SMART_MEASURABLE
        } else {
            &messages::WORDING_SMART_NOT_MEASURABLE
        };
        let timed = if self.is_dated() {
            &messages::WORDING_SMART_TIMED
        } else {
            &messages::WORDING_SMART_NOT_TIMED
        };
        let judged = &messages::WORDING_SMART_FOR_A_PERSON;
        let catalogue = &self.passage.lexicon.catalogue;
        let state = |is_said| if is_said { SmartState::Said } else { SmartState::NotSaid };
        let view = |letter, state, message: &Message, words: &Words| {
            let because = catalogue.template(message, None).to_owned();
            let words = words.tokens.iter().map(|tokens| self.passage.span(tokens.clone()));
            SmartView { letter, state, because, words: words.collect() }
        };
        let is_specific = self.has_who && self.is_ability;
        let none = Words::default();
        let smart = vec![
            view(Letter::Specific, state(is_specific), specific, &self.abilities),
            view(Letter::Measurable, state(self.is_measurable), measurable, &self.measures),
            view(Letter::Achievable, SmartState::ForAPerson, judged, &none),
            view(Letter::Realistic, SmartState::ForAPerson, judged, &none),
            view(Letter::TimeLimited, state(self.is_dated()), timed, &self.dates),
        ];
        Outcome { span: self.passage.span(self.tokens.clone()), smart }
    }
}

impl Words {
    /// Where statements have one of these meanings. What stands within a date or stage says nothing else.
    fn of(passage: &Passage, statements: &[Statement], meanings: Meanings) -> Self {
        let mut words = Self::default();
        for statement in statements.iter().filter(|statement| statement.counts()) {
            let before = words.tokens.len();
            let matches = passage.text.matches_of(statement);
            let mut dates = matches.iter().filter(|found| is_date(found)).peekable();
            let mut dated_until = statement.tokens.start;
            for found in matches {
                while let Some(date) = dates.next_if(|date| date.tokens.start <= found.tokens.start)
                {
                    dated_until = dated_until.max(date.tokens.end);
                }
                let is_dated = found.tokens.start < dated_until;
                if let Some(meaning) = found.purpose.meaning()
                    && meanings.has(meaning)
                    && (!is_dated || meaning == Meaning::ByWhen)
                    && words.tokens.len() < MOST_WORDS
                {
                    words.tokens.push(found.tokens.clone());
                }
            }
            let is_said = words.tokens.len() > before || words.tokens.len() >= MOST_WORDS;
            if statement.title.has_any(meanings) && !is_said {
                words.tokens.push(statement.tokens.clone());
            }
        }
        words
    }

    fn are_there(&self) -> bool {
        !self.tokens.is_empty()
    }
}

/// Whether words say by when.
fn is_date(found: &Match) -> bool {
    found.purpose == Purpose::Term(Meaning::ByWhen)
}

/// Whether a statement has a number that does not say by when.
fn counts(passage: &Passage, statement: &Statement) -> bool {
    if statement.title.has(Meaning::ByWhen) {
        return false;
    }
    let mut dated_until = statement.tokens.start;
    let mut matches = passage.text.matches_of(statement).iter().peekable();
    for at in each(&statement.tokens) {
        while let Some(found) = matches.next_if(|found| found.tokens.start <= at) {
            if is_date(found) {
                dated_until = dated_until.max(found.tokens.end);
            }
        }
        if passage.text.tokens[at].kind == TokenKind::Number && at >= dated_until {
            return true;
        }
    }
    false
}
