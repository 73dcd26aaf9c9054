//! Judges a statement by its features, in whole numbers.

use std::ops::Range;

use serde::Serialize;

use super::features::{Features, is_heading, is_judged};
use super::weights::{Judgement, LearnedHead, PerMille};
use crate::wording::number::{StatementNumber, TokenNumber, next};
use crate::wording::passage::Passage;
use crate::wording::span::Span;

/// The most words that a judgement names.
const MOST_WEIGHED: usize = 3;

/// A judgement learned from labelled examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct LearnedJudgement<U> {
    /// What is judged.
    pub judges: Judgement,
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
}

impl<'p> Judge<'p> {
    /// The judge of a text; `None` where nothing is judged in its section or its language.
    pub(in crate::wording) fn new(passage: &'p Passage<'p>) -> Option<Self> {
        let judges = Judgement::of(passage.section?.purpose())?;
        let head = passage.lexicon.head(judges)?;
        Some(Self { passage, judges, head, features: Features::default() })
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

    /// The score of a statement: the bias and the weight of each feature, each place of a weight once.
    pub(super) fn score(&mut self, number: StatementNumber) -> i32 {
        self.features.read(self.passage, number);
        for feature in &mut self.features.all {
            feature.number = self.head.place(feature.number);
        }
        self.features.all.sort_unstable_by_key(|feature| (feature.number, feature.at));
        self.features.all.dedup_by_key(|feature| feature.number);
        let weights = self.features.all.iter().map(|feature| self.head.weight(feature.number));
        weights.fold(self.head.bias.number(), i32::saturating_add)
    }

    /// Why a statement with a score is judged so.
    pub(in crate::wording) fn explain<U>(
        &mut self,
        number: StatementNumber,
        score: i32,
    ) -> LearnedJudgement<U> {
        self.score(number);
        let mut all = 0;
        let mut words: Vec<(TokenNumber, i32)> = Vec::new();
        self.features.all.sort_unstable_by_key(|feature| (feature.at, feature.number));
        for feature in &self.features.all {
            let weight = self.head.weight(feature.number);
            all += weight.max(0);
            match (feature.at, words.last_mut()) {
                (Some(at), Some((known, sum))) if *known == at => *sum += weight,
                (Some(at), _) => words.push((at, weight)),
                (None, _) => {}
            }
        }
        words.retain(|(_, weight)| *weight > 0);
        words.sort_by_key(|(at, weight)| (-weight, *at));
        words.truncate(MOST_WEIGHED);
        words.sort_unstable();
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
        let weighed = weighed.into_iter().map(|(tokens, weight)| Weighed {
            span: self.passage.span(tokens),
            share: share(weight),
        });
        LearnedJudgement {
            judges: self.judges,
            right: self.head.right(score),
            weighed: weighed.collect(),
        }
    }
}
