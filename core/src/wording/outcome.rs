//! Outcomes: who will be able to do what, by when, and how it would be seen; SMART, letter by letter.

use serde::Serialize;

use super::lexicon::{BuiltInRule, Meaning, Purpose};
use super::pattern::Match;
use super::provision::span_of;
use super::span::Span;
use super::statement::Statement;
use super::token::TokenKind;
use super::{Found, Linter};
use crate::document::shape::choice;

choice! {
    /// A letter of SMART, as Annex A spells it out.
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

    /// What the words of an outcome tell of a letter.
    pub enum SmartState {
        /// The words say it.
        Said = "said",
        /// They do not.
        NotSaid = "not_said",
        /// Words cannot tell: a person judges it.
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
    /// What the words tell.
    pub state: SmartState,
    /// Why.
    pub because: &'static str,
    /// The words that say so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub words: Vec<Span<U>>,
}

/// The most words told for one letter.
const MOST_WORDS: usize = 16;

impl<U> Linter<'_, '_, U> {
    /// Looks at the statements that begin with this one and belong together.
    pub(super) fn outcome(&mut self, first: usize, words: u64) {
        let group = self.reading.group_of(first);
        let (Some(statement), Some(last)) = (group.first(), group.last()) else { return };
        let is_lead = statement.leads && group.len() == 1;
        if is_lead || statement.is_heading || statement.is_speech || !is_outcome(statement) {
            return;
        }
        let (by_when, is_dated) = self.words_for(group, &[Meaning::ByWhen]);
        let (ability, is_ability) = self.words_for(group, &[Meaning::Ability]);
        let measures = [Meaning::Measure, Meaning::HowOften, Meaning::HowLong, Meaning::Situation];
        let (measure, mut is_measured) = self.words_for(group, &measures);
        is_measured |= group.iter().any(|statement| self.counts(statement));
        let has_who = group.iter().any(|statement| self.names_somebody(statement));
        let is_aim = statement.all_say(Meaning::Aim);
        let elsewhere = group.iter().any(|statement| self.is_not_an_outcome(statement));
        let is_able = is_ability || (is_measured && !is_aim);

        let span = self.span(statement.tokens.start..last.tokens.end);
        let mut add = |rule: BuiltInRule, fires: bool| {
            if fires && let Some(entry) = self.rule(rule) {
                self.add(entry, words, Found::at(span_of(&span)));
            }
        };
        add(BuiltInRule::OutcomeNoDate, !is_dated);
        add(BuiltInRule::OutcomeNotAbility, !is_able && !elsewhere);
        add(BuiltInRule::OutcomeNotMeasurable, !is_measured && !elsewhere);
        add(BuiltInRule::OutcomeNoWho, !has_who);

        let state = |said: bool| if said { SmartState::Said } else { SmartState::NotSaid };
        let specific = match (has_who, is_able) {
            (true, true) => "It says who, and what they will be able to do.",
            (true, false) => "It does not say what they will be able to do.",
            (false, true) => "It does not say who.",
            (false, false) => "It says neither who nor what they will be able to do.",
        };
        let measurable = if is_measured {
            "It says what would be seen or counted."
        } else {
            "Nothing in it could be seen or counted."
        };
        let timed = if is_dated { "It says by when." } else { "It does not say by when." };
        let judged = "Words cannot tell this: judge it from the advice.";
        let view = |letter, state, because, words| SmartView { letter, state, because, words };
        let smart = vec![
            view(Letter::Specific, state(has_who && is_able), specific, ability),
            view(Letter::Measurable, state(is_measured), measurable, measure),
            view(Letter::Achievable, SmartState::ForAPerson, judged, Vec::new()),
            view(Letter::Realistic, SmartState::ForAPerson, judged, Vec::new()),
            view(Letter::TimeLimited, state(is_dated), timed, by_when),
        ];
        self.lint.outcomes.push(Outcome { span, smart });
    }

    /// Where some statements say something, and whether they do. What stands within a date or stage
    /// says nothing else.
    fn words_for(&self, group: &[Statement], meanings: &[Meaning]) -> (Vec<Span<U>>, bool) {
        let mut spans = Vec::new();
        let mut is_said = false;
        for statement in group {
            let matches = self.reading.matches_of(statement);
            let is_date = |found: &&Match| found.purpose == Purpose::Term(Meaning::ByWhen);
            let mut dates = matches.iter().filter(is_date).peekable();
            let mut dated_until = 0;
            for found in matches {
                while let Some(date) = dates.next_if(|date| date.start <= found.start) {
                    dated_until = dated_until.max(date.end);
                }
                let Purpose::Term(meaning) = found.purpose else { continue };
                let is_dated = found.start < dated_until;
                if meanings.contains(&meaning) && (!is_dated || meaning == Meaning::ByWhen) {
                    is_said = true;
                    if spans.len() < MOST_WORDS {
                        spans.push(self.span(found.start..found.end));
                    }
                }
            }
        }
        (spans, is_said)
    }

    /// Whether a statement has a number that does not say by when.
    fn counts(&self, statement: &Statement) -> bool {
        let mut dated_until = 0;
        let mut matches = self.reading.matches_of(statement).iter().peekable();
        for at in statement.tokens.clone() {
            while let Some(found) = matches.next_if(|found| found.start <= at) {
                if found.purpose == Purpose::Term(Meaning::ByWhen) {
                    dated_until = dated_until.max(found.end);
                }
            }
            let is_number =
                self.reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
            if is_number && at >= dated_until {
                return true;
            }
        }
        false
    }

    /// Whether a statement is told as provision or from a service's view, by a rule of the lexicon.
    fn is_not_an_outcome(&self, statement: &Statement) -> bool {
        let phrase = |found: &Match| matches!(found.purpose, Purpose::Phrase(_));
        self.reading.matches_of(statement).iter().any(phrase)
    }
}

/// Whether a statement is an outcome, and not what stands around one.
fn is_outcome(statement: &Statement) -> bool {
    let signals =
        [Meaning::Ability, Meaning::Aim, Meaning::ByWhen, Meaning::Measure, Meaning::Provision];
    !statement.says(Meaning::Framing) && signals.iter().any(|meaning| statement.all_say(*meaning))
}
