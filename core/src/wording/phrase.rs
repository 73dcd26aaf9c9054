//! The phrases of rules in a statement.

use std::ops::Range;

use super::lexicon::{Lexicon, PhraseEntry, RuleEntry};
use super::meaning::{Element, Meaning};
use super::number::TokenNumber;
use super::passage::Passage;
use super::pattern::{LONGEST, Match};
use super::provision::{can_be_provision, elements_of, missing_of_closest};
use super::purpose::{PhraseNumber, Purpose, RuleNumber};
use super::statement::{SplitText, Statement};
use crate::document::table::Number;
use crate::framework::Severity;
use crate::law::SectionPurpose;

/// A phrase that is open to interpretation where it stands.
pub(super) struct FoundPhrase<'a> {
    pub(super) entry: &'a RuleEntry,
    /// The words of a template for it.
    pub(super) rewrite: Option<&'a str>,
    pub(super) tokens: Range<TokenNumber>,
    pub(super) severity: Severity,
    /// What would answer it.
    pub(super) missing: Vec<Element>,
    /// Whether it is reported whatever is judged.
    pub(super) stands: bool,
}

/// The phrases in a statement that are to be reported, in their order.
pub(super) fn phrases<'a>(
    passage: &Passage,
    lexicon: &'a Lexicon,
    statement: &Statement,
) -> Vec<FoundPhrase<'a>> {
    let mut phrases = Vec::new();
    let is_apart = !statement.counts();
    let is_none = statement.says(Meaning::Note)
        || (passage.is_for(SectionPurpose::Provision) && !is_apart && !can_be_provision(statement));
    // How far the last phrase of a rule reaches: variants that overlap are one.
    let mut reaches: Vec<(RuleNumber, TokenNumber)> = Vec::new();
    let matches = passage.text.matches_of(statement);
    for (at, found) in matches.iter().enumerate() {
        let Some(number) = found.purpose.phrase() else { continue };
        let PhraseEntry { rule, ref rewrite, stands, .. } = lexicon.phrases[number];
        let entry = &lexicon.rules[rule];
        let is_leftover = entry.rule.in_speech == Some(true);
        let is_left_alone = if is_leftover {
            !is_written(&passage.text, found)
        } else {
            statement.is_speech || is_apart || is_none
        };
        if is_left_alone || is_excused(matches, at, rule, number) {
            continue;
        }
        match reaches.iter_mut().find(|(of, _)| *of == rule) {
            Some((_, reach)) if found.tokens.start < *reach => continue,
            Some((_, reach)) => *reach = found.tokens.end,
            None => reaches.push((rule, found.tokens.end)),
        }
        let missing = missing_of_closest(&entry.answered_by, statement);
        let is_answered = missing.is_some_and(|missing| missing.count() == 0);
        let severity =
            if is_answered { entry.rule.when_answered } else { Some(entry.rule.severity) };
        if let Some(severity) = severity {
            let missing = elements_of(missing.unwrap_or_default());
            let tokens = found.tokens.clone();
            phrases.push(FoundPhrase {
                entry,
                rewrite: rewrite.as_deref(),
                tokens,
                severity,
                missing,
                stands,
            });
        }
    }
    phrases
}

/// Whether words are written in the plan, and not quoted in it.
fn is_written(text: &SplitText, found: &Match) -> bool {
    text.tokens[found.tokens.clone()].iter().any(|token| !token.is_quoted() && !token.is_cited())
}

/// Whether words with which a phrase means something else overlap it. Only matches that start near it can.
fn is_excused(matches: &[Match], at: usize, rule: RuleNumber, phrase: PhraseNumber) -> bool {
    let (before, from) = matches.split_at_checked(at).unwrap_or_default();
    let Some((found, behind)) = from.split_first() else { return false };
    let start = found.tokens.start.place();
    let is_near = |other: &&Match| other.tokens.start.place().abs_diff(start) <= LONGEST;
    let excuses = |other: &Match| {
        let applies = match other.purpose {
            Purpose::Unless { rule: of, phrase: None } => of == rule,
            Purpose::Unless { phrase: Some(of), .. } => of == phrase,
            Purpose::Phrase(_) | Purpose::Term(_) => false,
        };
        let overlaps =
            other.tokens.start < found.tokens.end && found.tokens.start < other.tokens.end;
        applies && overlaps
    };
    before.iter().rev().take_while(is_near).any(excuses)
        || behind.iter().take_while(is_near).any(excuses)
}
