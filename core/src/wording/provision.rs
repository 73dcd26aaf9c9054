//! Statements of provision: which of what, who, qualification, how often, how long, ratio, where and review
//! each one says, and with which words.

use std::ops::Range;

use serde::Serialize;

use super::meaning::{Element, Meaning, Meanings};
use super::number::{StatementNumber, TokenNumber, next};
use super::passage::Passage;
use super::pattern::Match;
use super::span::Span;
use super::statement::{SplitText, Statement};
use crate::document::table::{Number, each};

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
    /// The element that it says.
    pub element: Element,
    /// The words that say so.
    pub span: Span<U>,
}

/// The most words listed for one statement.
const MOST_VIEWS: usize = 64;

/// So many words or fewer are an entry of a list of headings, unless they name something that takes time.
const MOST_SHORT: usize = 2;

/// What a statement of provision should say.
const REQUIRED: Meanings = Meanings::of(&[Meaning::HowOften, Meaning::HowLong, Meaning::Who]);

/// Meanings of which a statement of provision has at least one, unless it has a phrase of a rule.
const SIGNS: Meanings = Meanings::of(&[
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
]);

impl Element {
    /// The element that words with a meaning say.
    fn of(meaning: Meaning) -> Option<Self> {
        // An exact situation says how often.
        let meaning = if meaning == Meaning::Situation { Meaning::HowOften } else { meaning };
        Self::ALL.iter().copied().find(|element| element.meaning() == meaning)
    }
}

/// The elements in a set of meanings.
pub(super) fn elements_of(meanings: Meanings) -> Vec<Element> {
    let mut elements = Vec::new();
    for element in Element::ALL {
        if meanings.has(element.meaning()) {
            elements.push(*element);
        }
    }
    elements
}

/// Whether a statement can be about provision: no heading, nothing that introduces other statements, and
/// nothing that reports what somebody said.
pub(super) fn can_be_provision(statement: &Statement) -> bool {
    let is_statement = statement.counts() && !statement.is_heading && !statement.is_speech;
    is_statement && !statement.says(Meaning::Framing) && !statement.says(Meaning::Note)
}

/// What the group of a statement says, with what follows from it.
fn says(statement: &Statement) -> Meanings {
    let mut says = statement.group_means;
    let time = Meanings::of(&[Meaning::HowOften, Meaning::HowLong]);
    if statement.group_says(Meaning::Situation) {
        says.add(time);
    }
    if !statement.group_says(Meaning::Session) {
        // Only a session takes time.
        says.insert(Meaning::HowLong);
        // A thing is there all the time, and nobody delivers it.
        if statement.group_says(Meaning::Thing) {
            says.add(time);
            says.insert(Meaning::Who);
        }
        // A review takes no time that a plan would specify.
        if statement.group_says(Meaning::Review) {
            says.add(time);
        }
    }
    says
}

/// The missing meanings of the closest `answered_by` alternative; `None` where a phrase has none. What
/// follows from an exact situation does not answer: frequent breaks in lessons remain frequent.
pub(super) fn missing_of_closest(
    answered_by: &[Meanings],
    statement: &Statement,
) -> Option<Meanings> {
    let mut says = statement.group_means;
    if !statement.group_says(Meaning::Session) {
        says.insert(Meaning::HowLong);
        if statement.group_says(Meaning::Thing) {
            says.insert(Meaning::Who);
        }
    }
    answered_by.iter().map(|all| all.without(says)).min_by_key(|missing| missing.count())
}

/// What the group of a statement leaves out of what it should say.
pub(super) fn missing(statement: &Statement) -> Vec<Element> {
    elements_of(REQUIRED.without(says(statement)))
}

/// The statements of a group that is about provision.
pub(super) struct ProvisionGroup<'p> {
    passage: &'p Passage<'p>,
    statements: &'p [Statement],
    /// The one that it is about, which has the meanings of all.
    pub(super) first: &'p Statement,
    pub(super) tokens: Range<TokenNumber>,
    pub(super) missing: Vec<Element>,
}

impl<'p> ProvisionGroup<'p> {
    /// The group that begins with a statement, if it is about provision.
    pub(super) fn new(passage: &'p Passage<'p>, number: StatementNumber) -> Option<Self> {
        let statements = passage.text.group_of(number);
        let first = passage.text.head_of(number)?;
        let is_about_provision = statements
            .iter()
            .filter(|statement| statement.counts())
            .any(|statement| statement.group_means.has_any(SIGNS) || passage.has_phrase(statement));
        // What leads to bullets is part of each of them.
        let mut rest = statements.iter().skip(1);
        let only_leads = first.leads && rest.all(|statement| statement.says(Meaning::Note));
        let tokens = passage.text.tokens_of_group(number);
        let is_short = tokens.end.place() - tokens.start.place() <= MOST_SHORT
            && !first.group_says(Meaning::Session);
        let is_provision =
            is_about_provision && !only_leads && !is_short && can_be_provision(first);
        is_provision.then(|| Self { passage, statements, first, tokens, missing: missing(first) })
    }

    /// Whether it says how often, how long or how much.
    pub(super) fn has_amount(&self) -> bool {
        says(self.first).has(Meaning::HowOften) || self.first.group_says(Meaning::HowLong)
    }

    /// Whether it says what is done, or has a phrase that what is done would answer.
    pub(super) fn has_content(&self) -> bool {
        let content = Meanings::of(&[Meaning::What, Meaning::Thing]);
        let lexicon = self.passage.lexicon;
        let mut counting = self.statements.iter().filter(|statement| statement.counts());
        counting.any(|statement| {
            let matches = self.passage.text.matches_of(statement).iter();
            let mut phrases = matches.filter_map(|found| found.purpose.phrase());
            statement.group_means.has_any(content)
                || phrases.any(|phrase| {
                    let rule = &lexicon.rules[lexicon.phrases[phrase].rule];
                    rule.answered_by.iter().any(|all| all.has(Meaning::What))
                })
        })
    }

    /// The group as it is reported.
    pub(super) fn view<U>(&self) -> ProvisionStatement<U> {
        let mut says = Vec::new();
        for statement in self.statements.iter().filter(|statement| statement.counts()) {
            let before = says.len();
            let said = said(&self.passage.text, statement).into_iter();
            let room = MOST_VIEWS.saturating_sub(before);
            says.extend(said.take(room).map(|(element, tokens)| {
                let span = self.passage.span(tokens);
                ElementView { element, span }
            }));
            for element in elements_of(statement.title) {
                let is_said = says.iter().skip(before).any(|view| view.element == element);
                if !is_said && says.len() < MOST_VIEWS {
                    let span = self.passage.span(statement.tokens.clone());
                    says.push(ElementView { element, span });
                }
            }
        }
        let span = self.passage.span(self.tokens.clone());
        ProvisionStatement { span, says, missing: self.missing.clone() }
    }
}

/// Words with which no phrase ends.
const NO_ENDS: [&str; 24] = [
    "a", "an", "the", "his", "her", "their", "and", "or", "per", "each", "every", "in", "of",
    "for", "to", "by", "with", "at", "on", "from", "during", "across", "over", "than",
];

/// What a statement says, each with its words: whole phrases, which are one where they overlap.
pub(super) fn said(text: &SplitText, statement: &Statement) -> Vec<(Element, Range<TokenNumber>)> {
    let mut said: Vec<(Element, Range<TokenNumber>)> = Vec::new();
    let matches = text.matches_of(statement);
    for (at, found) in matches.iter().enumerate() {
        let Some(element) = found.purpose.meaning().and_then(Element::of) else { continue };
        let has = |wanted| has_within(text, matches, at, wanted);
        let is_wide = crosses_comma(text, &found.tokens)
            || (element == Element::HowOften && NOT_OFTEN.into_iter().any(has));
        if is_wide && has(element) {
            continue;
        }
        let tokens = without_end(text, found.tokens.clone());
        let is_full = said.len() >= MOST_VIEWS;
        match said.iter_mut().rev().find(|(known, _)| *known == element) {
            Some((_, last)) if tokens.start < last.end => last.end = last.end.max(tokens.end),
            Some((Element::HowOften, last)) if is_joined(text, &(last.end..tokens.start)) => {
                last.end = tokens.end;
            }
            _ if is_full => break,
            _ => said.push((element, tokens)),
        }
    }
    said
}

/// Elements whose words are none of how often.
const NOT_OFTEN: [Element; 3] = [Element::HowLong, Element::Group, Element::Who];

/// Whether what stands between words makes them one phrase, as in "twice weekly in term time".
fn is_joined(text: &SplitText, between: &Range<TokenNumber>) -> bool {
    let is_preposition = |at: TokenNumber| {
        let word = text.word(at);
        NO_ENDS.iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    between.end.place() <= between.start.place() + 1
        && each(between).all(is_preposition)
        && !each(&(between.start..next(between.end))).any(|at| text.has_between(at, ','))
}

/// Whether a comma stands within words.
fn crosses_comma(text: &SplitText, tokens: &Range<TokenNumber>) -> bool {
    each(tokens).skip(1).any(|at| text.has_between(at, ','))
}

/// Whether words that say an element, without a comma, stand within those of a match.
fn has_within(text: &SplitText, matches: &[Match], at: usize, element: Element) -> bool {
    let (before, from) = matches.split_at_checked(at).unwrap_or_default();
    let Some((found, behind)) = from.split_first() else { return false };
    let is_within = |other: &&Match| {
        other.tokens != found.tokens
            && other.tokens.start >= found.tokens.start
            && other.tokens.end <= found.tokens.end
            && other.purpose.meaning().and_then(Element::of) == Some(element)
            && !crosses_comma(text, &other.tokens)
    };
    let mut same_start =
        before.iter().rev().take_while(|other| other.tokens.start == found.tokens.start);
    let mut behind = behind.iter().take_while(|other| other.tokens.start < found.tokens.end);
    same_start.any(|other| is_within(&other)) || behind.any(|other| is_within(&other))
}

/// Words up to the last with which a phrase can end.
fn without_end(text: &SplitText, tokens: Range<TokenNumber>) -> Range<TokenNumber> {
    let is_end = |at: &TokenNumber| {
        let word = text.word(*at);
        !NO_ENDS.iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    let last = each(&tokens).rev().find(is_end);
    tokens.start..last.map_or(tokens.end, next)
}
