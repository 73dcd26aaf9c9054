//! The text of a section, and what is known when it is checked.

use std::ops::Range;

use super::block::SectionBlocks;
use super::child::Child;
use super::context::Linting;
use super::group::group;
use super::lexicon::Lexicon;
use super::number::TokenNumber;
use super::pattern::Match;
use super::span::Span;
use super::statement::{SplitText, Statement};
use crate::law::{PlanSection, SectionPurpose};

/// The text of a section as statements, with the lexicon and what a host knows of the plan.
pub(super) struct Passage<'p> {
    pub(super) lexicon: &'p Lexicon,
    pub(super) context: &'p Linting,
    /// The section; `None` where a plan has no such section.
    pub(super) section: Option<PlanSection>,
    pub(super) text: SplitText<'p>,
    pub(super) child: Child,
}

impl<'p> Passage<'p> {
    pub(super) fn new(
        lexicon: &'p Lexicon,
        section: &str,
        blocks: &'p SectionBlocks,
        context: &'p Linting,
        width: fn(char) -> usize,
    ) -> Self {
        let mut text = SplitText::new(lexicon, section, blocks, width);
        group(&mut text);
        let child = Child::new(&text, context);
        Self { lexicon, context, section: PlanSection::from_word(section), text, child }
    }

    /// Whether the section is for this.
    pub(super) fn is_for(&self, purpose: SectionPurpose) -> bool {
        self.section.is_some_and(|section| section.purpose() == purpose)
    }

    /// Whether the section has no statement.
    pub(super) fn is_empty(&self) -> bool {
        self.text.statements.len() == 0
    }

    /// Where a range of tokens stands.
    pub(super) fn span<U>(&self, tokens: Range<TokenNumber>) -> Span<U> {
        let tokens = &self.text.tokens[tokens];
        let start = tokens.first().map_or(0, |first| first.from);
        Span::new(start, tokens.last().map_or(start, |last| last.to))
    }

    /// Whether a statement has a phrase of a rule.
    pub(super) fn has_phrase(&self, statement: &Statement) -> bool {
        let is_phrase = |found: &Match| found.purpose.phrase().is_some();
        self.text.matches_of(statement).iter().any(is_phrase)
    }
}
