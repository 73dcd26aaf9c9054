//! The text of a section, and what is known when it is checked.

use std::ops::Range;

use super::block::SectionBlocks;
use super::child::Child;
use super::context::Linting;
use super::group::group;
use super::lexicon::Lexicon;
use super::name::GivenNames;
use super::number::TokenNumber;
use super::pattern::Match;
use super::span::Span;
use super::statement::{SplitText, Statement};
use crate::law::{PlanSection, SectionPurpose};
use crate::text::order::distinct;

/// The text of a section as statements, with the lexicon and what a host knows of the plan.
pub(super) struct Passage<'p> {
    pub(super) lexicon: &'p Lexicon,
    pub(super) context: &'p Linting,
    /// The fingerprints of findings that are not to be reported, in order: a context may have as many as a text has
    /// findings.
    dismissed: Vec<&'p str>,
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
        let names = GivenNames::new(context);
        let mut text = SplitText::new(lexicon, section, blocks, &names, width);
        group(&mut text);
        let child = Child::new(&text, context, names);
        let mut dismissed: Vec<&str> =
            context.dismissed.iter().flatten().map(String::as_str).collect();
        distinct(&mut dismissed);
        Self { lexicon, context, dismissed, section: PlanSection::from_word(section), text, child }
    }

    /// Whether any finding is not to be reported.
    pub(super) fn dismisses_any(&self) -> bool {
        !self.dismissed.is_empty()
    }

    /// Whether a finding is not to be reported.
    pub(super) fn is_dismissed(&self, fingerprint: &str) -> bool {
        self.dismissed.binary_search(&fingerprint).is_ok()
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
        let closing = self.text.closing(self.text.bytes_of(tokens.clone()));
        let tokens = &self.text.tokens[tokens];
        let start = tokens.first().map_or(0, |first| first.from);
        let end = tokens.last().map_or(start, |last| last.to);
        Span::new(start, end.saturating_add(u32::try_from(closing).unwrap_or(0)))
    }

    /// Where a range of tokens stands, with the round brackets around it.
    pub(super) fn span_in_brackets<U>(&self, tokens: Range<TokenNumber>) -> Span<U> {
        let bytes = self.text.bytes_of(tokens.clone());
        let is_behind = self.text.slice(0..bytes.start).ends_with('(');
        let is_closed = self.text.slice(bytes.end..self.text.text.len()).starts_with(')');
        let Span { start, end, .. } = self.span::<U>(tokens);
        let bracket = u32::from(is_behind && is_closed);
        Span::new(start.saturating_sub(bracket), end.saturating_add(bracket))
    }

    /// Whether a statement has a phrase of a rule.
    pub(super) fn has_phrase(&self, statement: &Statement) -> bool {
        let is_phrase = |found: &Match| found.purpose.phrase().is_some();
        self.text.matches_of(statement).iter().any(is_phrase)
    }
}
