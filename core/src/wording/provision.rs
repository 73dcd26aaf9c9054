//! Statements of provision: which of what, who, qualification, how often, how long, ratio, where and
//! review each one says, and with which words.

use serde::Serialize;

use super::lexicon::{BuiltInRule, Meaning, Purpose};
use super::span::Span;
use super::statement::Statement;
use super::{Found, Linter, rewrite};
use crate::document::shape::choice;

choice! {
    /// What a statement of provision can say.
    pub enum Element {
        /// What is provided.
        What = "what",
        /// Who provides it.
        Who = "who",
        /// The qualification or expertise.
        Qualification = "qualification",
        /// How often.
        HowOften = "how_often",
        /// How long.
        HowLong = "how_long",
        /// The ratio or the size of the group.
        Group = "group",
        /// Where.
        Where = "where",
        /// How it is reviewed.
        Review = "review",
    }
}

/// A statement of provision and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct ProvisionStatement<U> {
    /// Where it is.
    pub span: Span<U>,
    /// What it says, with the words that say so.
    pub says: Vec<ElementView<U>>,
    /// What it leaves out of what it should say.
    pub missing: Vec<Element>,
}

/// One thing that a statement says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct ElementView<U> {
    /// What.
    pub element: Element,
    /// The words that say so.
    pub span: Span<U>,
}

/// The most words told for one statement.
const MOST_VIEWS: usize = 64;

const MOST_SHORT: usize = 2;

impl Element {
    /// What the words of a lexicon mean when they say it.
    fn meaning(self) -> Meaning {
        match self {
            Self::What => Meaning::What,
            Self::Who => Meaning::Who,
            Self::Qualification => Meaning::Qualification,
            Self::HowOften => Meaning::HowOften,
            Self::HowLong => Meaning::HowLong,
            Self::Group => Meaning::Group,
            Self::Where => Meaning::Where,
            Self::Review => Meaning::Review,
        }
    }

    fn of(meaning: Meaning) -> Option<Self> {
        // An exact situation says how often.
        let meaning = if meaning == Meaning::Situation { Meaning::HowOften } else { meaning };
        Self::ALL.iter().copied().find(|element| element.meaning() == meaning)
    }
}

/// The elements of a set of meanings.
pub(super) fn elements_of(meanings: u64) -> Vec<Element> {
    let mut elements = Vec::new();
    for element in Element::ALL {
        if meanings & element.meaning().bit() != 0 {
            elements.push(*element);
        }
    }
    elements
}

/// Whether a statement is about provision. One that only frames it, or reports what somebody said, is
/// not.
pub(super) fn is_provision(statement: &Statement) -> bool {
    !statement.is_heading && !statement.is_speech && !statement.says(Meaning::Framing)
}

/// What a statement says, with what follows from it: an exact situation says how often and for how
/// long; a thing is there all the time, and nobody delivers it; a review comes with its times.
fn says(statement: &Statement) -> u64 {
    let mut says = statement.all_means;
    let time = Meaning::HowOften.bit() | Meaning::HowLong.bit();
    if statement.all_say(Meaning::Situation) {
        says |= time;
    }
    if statement.all_say(Meaning::Thing) && !statement.all_say(Meaning::Session) {
        says |= time | Meaning::Who.bit();
    }
    // A review is told with its times, and takes no time that a plan would specify.
    if statement.all_say(Meaning::Review) && !statement.all_say(Meaning::Session) {
        says |= time;
    }
    if !statement.all_say(Meaning::Session) {
        says |= Meaning::HowLong.bit();
    }
    says
}

/// What a statement still lacks of what would answer a phrase, by the way that lacks least; `None`
/// where nothing answers it. Only its own words answer: frequent breaks in lessons remain frequent.
pub(super) fn lacks(answered_by: &[u64], statement: &Statement) -> Option<u64> {
    let mut says = statement.all_means;
    if !statement.all_say(Meaning::Session) {
        says |= Meaning::HowLong.bit();
        if statement.all_say(Meaning::Thing) {
            says |= Meaning::Who.bit();
        }
    }
    answered_by.iter().map(|all| all & !says).min_by_key(|lacks| lacks.count_ones())
}

/// What a statement leaves out of what it should say.
pub(super) fn missing(statement: &Statement) -> Vec<Element> {
    let should = Meaning::HowOften.bit() | Meaning::HowLong.bit() | Meaning::Who.bit();
    elements_of(should & !says(statement))
}

impl<U> Linter<'_, '_, U> {
    /// Looks at the statements that begin with this one and belong together.
    pub(super) fn provision(&mut self, first: usize, words: u64) {
        let reading = self.reading;
        let group = reading.group_of(first);
        let (Some(statement), Some(last)) = (group.first(), group.last()) else { return };
        // What leads to bullets is part of each of them.
        if !self.speaks_of_provision(group) {
            return;
        }
        let leads = statement.leads && group.len() == 1;
        // A word or two are an entry of a list of headings, unless they take time.
        let is_short = last.tokens.end - statement.tokens.start <= MOST_SHORT
            && !statement.all_say(Meaning::Session);
        if leads || is_short || !is_provision(statement) {
            return;
        }
        let mut says = Vec::new();
        for statement in group {
            for found in reading.matches_of(statement) {
                let Purpose::Term(meaning) = found.purpose else { continue };
                if let Some(element) = Element::of(meaning)
                    && says.len() < MOST_VIEWS
                {
                    let view = ElementView { element, span: self.span(found.start..found.end) };
                    add_view(&mut says, view);
                }
            }
        }
        let missing = missing(statement);
        let known = self::says(statement);
        let has_quantity =
            known & Meaning::HowOften.bit() != 0 || statement.all_say(Meaning::HowLong);
        let lacks_who = missing.contains(&Element::Who);
        let lacks_part = missing.iter().any(|element| *element != Element::Who);
        let span = self.span(statement.tokens.start..last.tokens.end);
        let rules = [
            (BuiltInRule::NoQuantity, !has_quantity),
            (BuiltInRule::ContentMissing, !missing.is_empty() && !self.speaks_of_content(group)),
            (BuiltInRule::ProviderMissing, lacks_who && !statement.all_say(Meaning::Unnamed)),
            (BuiltInRule::IncompleteProvision, has_quantity && lacks_part),
        ];
        for (rule, _) in rules.into_iter().filter(|(_, fires)| *fires) {
            if let Some(entry) = self.rule(rule) {
                let rewrite = rewrite::rewrite(self, statement);
                let missing = missing.clone();
                self.add(entry, words, Found { missing, rewrite, ..Found::at(span_of(&span)) });
            }
        }
        self.lint.statements.push(ProvisionStatement { span, says, missing });
    }

    /// Whether statements have anything of provision in them, or a phrase of a rule.
    fn speaks_of_provision(&self, group: &[Statement]) -> bool {
        let anything = [
            Meaning::Provision,
            Meaning::Session,
            Meaning::Thing,
            Meaning::What,
            Meaning::Who,
            Meaning::Unnamed,
            Meaning::HowOften,
            Meaning::HowLong,
            Meaning::Situation,
            Meaning::Group,
        ];
        let anything = anything.into_iter().fold(0, |set, meaning| set | meaning.bit());
        let mut all = group.iter();
        all.any(|statement| {
            let has_phrase =
                |found: &super::pattern::Match| matches!(found.purpose, Purpose::Phrase(_));
            statement.all_means & anything != 0
                || self.reading.matches_of(statement).iter().any(has_phrase)
        })
    }

    /// Whether statements say what is done, or have a phrase that what is done would answer.
    fn speaks_of_content(&self, group: &[Statement]) -> bool {
        let what = Meaning::What.bit() | Meaning::Thing.bit();
        let mut all = group.iter();
        all.any(|statement| {
            statement.all_means & what != 0
                || self.reading.matches_of(statement).iter().any(|found| {
                    let Purpose::Phrase(number) = found.purpose else { return false };
                    let phrase = self.lexicon.phrases.get(usize::from(number));
                    let rule = phrase.and_then(|phrase| self.lexicon.rules.get(phrase.rule));
                    let answers = |all: &u64| all & Meaning::What.bit() != 0;
                    rule.is_some_and(|rule| rule.answered_by.iter().any(answers))
                })
        })
    }
}

/// The same stretch once more.
pub(super) fn span_of<U>(span: &Span<U>) -> Span<U> {
    Span::new(span.start, span.end)
}

/// Adds words that tell of an element. Where they overlap the last ones that do, both are one.
fn add_view<U>(says: &mut Vec<ElementView<U>>, view: ElementView<U>) {
    let last = says.iter_mut().rev().find(|known| known.element == view.element);
    match last {
        Some(last) if view.span.start < last.span.end => {
            last.span.end = last.span.end.max(view.span.end);
        }
        _ => says.push(view),
    }
}
