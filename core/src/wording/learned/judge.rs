//! Judges a statement by its features, in whole numbers.

use std::fmt::Display;
use std::ops::Range;

use serde::Serialize;

use super::features::{Feature, Features, is_heading, is_judged};
use super::weights::{Judgement, LearnedHead, PerMille};
use crate::document::table::Number;
use crate::text::order::sort;
use crate::text::weights::evened;
use crate::wording::messages;
use crate::wording::number::{StatementNumber, TokenNumber, next};
use crate::wording::passage::Passage;
use crate::wording::span::Span;
use crate::wording::token::TokenKind;

/// The most words that a judgement names.
const MOST_WEIGHED: usize = 3;

/// The words that mean nothing to a reader by themselves, as a set of the lexicon.
const GRAMMAR: &str = "grammar";

/// Of a thousand judgements, so many are right before the reason says how many.
const MOSTLY_RIGHT: u16 = 600;

/// A judgement learned from labelled examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct LearnedJudgement<U> {
    /// What is judged.
    pub judges: Judgement,
    /// Why it is judged so, in a sentence.
    pub reason: String,
    /// Of a thousand such judgements on authors who were not learned from, so many were right.
    pub right: PerMille,
    /// The words that weighed most, in the order of the text.
    pub weighed: Vec<Weighed<U>>,
}

/// Words that weighed in a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct Weighed<U> {
    /// Where they are.
    pub span: Span<U>,
    /// Their share of all that speaks for the judgement.
    pub share: PerMille,
}

/// What is made of what rules find in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::wording) enum Verdict {
    /// It is left out.
    Silent,
    /// It is information.
    Mentioned,
    /// The statement is reported where a rule finds something serious in it. The number is its score.
    Confirmed(i32),
    /// The statement is reported in any case. The number is its score.
    Reported(i32),
}

/// Judges the statements of a text one by one.
pub(in crate::wording) struct Judge<'p> {
    passage: &'p Passage<'p>,
    pub(in crate::wording) judges: Judgement,
    head: &'p LearnedHead,
    features: Features,
    /// The features of one statement: the place of the weight of each, and the word that it stands at.
    found: Vec<u64>,
}

/// The word of a feature that stands at none.
const NOWHERE: u32 = u32::MAX;

/// Two numbers in one, as which they are sorted.
fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << u32::BITS | u64::from(second)
}

/// The first of two numbers.
fn first(pair: u64) -> u32 {
    u32::try_from(pair >> u32::BITS).unwrap_or(u32::MAX)
}

/// The second of two numbers.
fn second(pair: u64) -> u32 {
    u32::try_from(pair & u64::from(u32::MAX)).unwrap_or(u32::MAX)
}

impl<'p> Judge<'p> {
    /// The judge of a text; `None` where nothing is judged in its section or its language.
    pub(in crate::wording) fn new(passage: &'p Passage<'p>) -> Option<Self> {
        let judges = Judgement::of(passage.section?.purpose())?;
        let head = passage.lexicon.head(judges)?;
        Some(Self { passage, judges, head, features: Features::default(), found: Vec::new() })
    }

    /// What is judged of a statement; `None` where it is not judged by itself. A heading is no statement.
    pub(in crate::wording) fn verdict(&mut self, number: StatementNumber) -> Option<Verdict> {
        if is_heading(&self.passage.text.statements[number]) {
            return Some(Verdict::Silent);
        }
        if !is_judged(self.passage, number) {
            return None;
        }
        let score = self.score(number);
        Some(if score >= self.head.reported_from.number() {
            Verdict::Reported(score)
        } else if score >= self.head.confirmed_from.number() {
            Verdict::Confirmed(score)
        } else if score >= self.head.mentioned_from.number() {
            Verdict::Mentioned
        } else {
            Verdict::Silent
        })
    }

    /// The score of a statement: the bias and the weights of its features, each place of a weight once.
    pub(super) fn score(&mut self, number: StatementNumber) -> i32 {
        self.read(number);
        let weights = self.found.iter().map(|found| self.weight(*found));
        let sum = evened(weights.fold(0, i32::saturating_add), self.found.len());
        self.head.bias.number().saturating_add(sum)
    }

    /// Reads the features of a statement: for each place of a weight, the first word that it stands at.
    fn read(&mut self, number: StatementNumber) {
        self.features.read(self.passage, number);
        self.found.clear();
        let found = self.features.all.iter().map(|Feature { number, at }| {
            let at = at.and_then(|at| u32::try_from(at.place()).ok());
            pair(self.head.place(*number), at.unwrap_or(NOWHERE))
        });
        self.found.extend(found);
        sort(&mut self.found);
        self.found.dedup_by_key(|found| first(*found));
    }

    /// The weight of a feature that was found.
    fn weight(&self, found: u64) -> i32 {
        self.head.weight(first(found))
    }

    /// The words of a statement that weigh most, in their order, and all that speaks for the judgement.
    fn words(&self) -> (Vec<(TokenNumber, i32)>, i32) {
        let mut all: i32 = 0;
        let mut by_word: Vec<u64> = Vec::new();
        for found in &self.found {
            all = all.saturating_add(self.weight(*found).max(0));
            if second(*found) != NOWHERE {
                by_word.push(pair(second(*found), first(*found)));
            }
        }
        sort(&mut by_word);
        let mut greatest: Vec<u64> = Vec::new();
        for of_word in by_word.chunk_by(|one, next| first(*one) == first(*next)) {
            let sum: i32 = of_word.iter().map(|of| self.head.weight(second(*of))).sum();
            if let (Some(of), Ok(sum @ 1..)) = (of_word.first(), u32::try_from(sum))
                && self.is_telling(TokenNumber::at(first(*of) as usize))
            {
                greatest.push(pair(u32::MAX - sum, first(*of)));
            }
        }
        sort(&mut greatest);
        greatest.truncate(MOST_WEIGHED);
        let mut words: Vec<u64> = greatest.iter().map(|of| pair(second(*of), first(*of))).collect();
        sort(&mut words);
        let word = |of: &u64| {
            let weight = i32::try_from(u32::MAX - second(*of)).unwrap_or(i32::MAX);
            (TokenNumber::at(first(*of) as usize), weight)
        };
        (words.iter().map(word).collect(), all)
    }

    /// Whether a word means something to a reader by itself.
    fn is_telling(&self, at: TokenNumber) -> bool {
        let token = &self.passage.text.tokens[at];
        let grammar = self.passage.lexicon.patterns.set(GRAMMAR);
        token.kind == TokenKind::Word && grammar.binary_search(&token.word).is_err()
    }

    /// Why a statement with a score is judged so.
    pub(in crate::wording) fn explain<U>(
        &mut self,
        number: StatementNumber,
        score: i32,
    ) -> LearnedJudgement<U> {
        self.read(number);
        let (words, all) = self.words();
        let share = |weight: i32| {
            let share = (i64::from(weight) * 1_000).checked_div(i64::from(all)).unwrap_or(0);
            PerMille::new(u16::try_from(share).unwrap_or(0)).unwrap_or(PerMille::NONE)
        };
        let mut weighed: Vec<(Range<TokenNumber>, i32)> = Vec::new();
        for (at, weight) in words {
            match weighed.last_mut() {
                Some((tokens, sum)) if tokens.end == at => {
                    tokens.end = next(at);
                    *sum += weight;
                }
                _ => weighed.push((at..next(at), weight)),
            }
        }
        let right = self.head.right(score);
        LearnedJudgement {
            judges: self.judges,
            reason: self.reason(right, &weighed),
            right,
            weighed: weighed
                .into_iter()
                .map(|(tokens, weight)| Weighed {
                    span: self.passage.span(tokens),
                    share: share(weight),
                })
                .collect(),
        }
    }

    /// The sentence that says how often such a judgement is right, and which words weighed.
    fn reason(&self, right: PerMille, weighed: &[(Range<TokenNumber>, i32)]) -> String {
        let hundredths = (right.number() + 5) / 10;
        let is_mostly_right = right.number() >= MOSTLY_RIGHT;
        let message = if is_mostly_right {
            &messages::WORDING_LEARNED_RIGHT
        } else {
            &messages::WORDING_LEARNED
        };
        let catalogue = &self.passage.lexicon.catalogue;
        let reason = catalogue.say(message, &[("right", &hundredths)]);
        let text = &self.passage.text;
        let quoted = |(tokens, _): &(Range<TokenNumber>, i32)| {
            ["\u{201c}", text.slice(text.bytes_of(tokens.clone())), "\u{201d}"].concat()
        };
        let words: Vec<String> = weighed.iter().map(quoted).collect();
        if words.is_empty() {
            return reason;
        }
        let parts: [(&str, &dyn Display); 2] = [("reason", &reason), ("words", &words.join(", "))];
        catalogue.say(&messages::WORDING_LEARNED_WEIGHED, &parts)
    }
}
