//! What was found so far, statement by statement.

use std::ops::Range;

use super::finding::{StatementFinding, WordingFinding};
use super::fingerprint;
use super::lexicon::RuleEntry;
use super::number::{StatementNumber, TokenNumber};
use super::passage::Passage;
use super::provision::{Element, missing};
use super::rewrite::rewrite;
use super::rule::Rule;
use crate::framework::Severity;

/// The most parts of findings that are listed for one text.
pub const MOST_FINDINGS: usize = 1_000;

/// A part of a finding, without what its rule says.
pub(super) struct Found {
    pub(super) severity: Severity,
    pub(super) tokens: Range<TokenNumber>,
    /// What would answer it.
    pub(super) missing: Vec<Element>,
    /// The statement is one of provision, for which there is a template.
    pub(super) is_of_provision: bool,
}

impl Found {
    /// A part with the severity of its rule.
    pub(super) fn of(entry: &RuleEntry, tokens: Range<TokenNumber>) -> Self {
        let severity = entry.rule.severity;
        Self { severity, tokens, missing: Vec::new(), is_of_provision: false }
    }
}

/// The parts that were found in one statement.
struct FoundStatement<'a, U> {
    /// The first statement of its group.
    number: StatementNumber,
    tokens: Range<TokenNumber>,
    fingerprint: String,
    is_dismissed: bool,
    is_of_provision: bool,
    missing: Vec<Element>,
    /// The parts, each with its tokens.
    parts: Vec<(Range<TokenNumber>, WordingFinding<'a, U>)>,
}

/// What was found in the statements of a text, in their order.
pub(super) struct FoundStatements<'a, 'p, U> {
    passage: &'p Passage<'p>,
    statements: Vec<FoundStatement<'a, U>>,
    /// How many parts there are.
    count: usize,
    /// How many more were found.
    more: usize,
}

impl<'a, 'p, U> FoundStatements<'a, 'p, U> {
    pub(super) fn new(passage: &'p Passage<'p>) -> Self {
        Self { passage, statements: Vec::new(), count: 0, more: 0 }
    }

    /// Adds a part to its statement, unless a person dismissed the part or the statement.
    pub(super) fn add(
        &mut self,
        number: StatementNumber,
        rule: &'a Rule,
        fingerprint: String,
        found: Found,
    ) {
        let context = self.passage.context;
        if context.is_dismissed(&fingerprint) {
            return;
        }
        let is_full = self.count >= MOST_FINDINGS;
        if is_full && !context.dismisses_any() {
            self.more += 1;
            return;
        }
        // What is left of a template is taken out with its brackets.
        let span = if rule.in_speech == Some(true) {
            self.passage.span_in_brackets(found.tokens.clone())
        } else {
            self.passage.span(found.tokens.clone())
        };
        let Some(statement) = self.statement(number).filter(|known| !known.is_dismissed) else {
            return;
        };
        if is_full {
            self.more += 1;
            return;
        }
        statement.add(found, |severity| WordingFinding::new(rule, severity, fingerprint, span));
        self.count += 1;
    }

    /// One finding for each statement in which something was found, and how many more parts there are.
    pub(super) fn into_findings(self) -> (Vec<StatementFinding<'a, U>>, usize) {
        let passage = self.passage;
        let findings = self.statements.into_iter().filter_map(|found| found.finding(passage));
        (findings.collect(), self.more)
    }

    /// What was found in a statement, or in the group that it belongs to.
    fn statement(&mut self, number: StatementNumber) -> Option<&mut FoundStatement<'a, U>> {
        let text = &self.passage.text;
        let number = text.statements[number].group;
        let place = match self.statements.binary_search_by_key(&number, |known| known.number) {
            Ok(place) => place,
            Err(place) => {
                let tokens = text.tokens_of_group(number);
                let words = fingerprint::words(text, tokens.clone());
                let fingerprint = fingerprint::of_statement(words);
                let found = FoundStatement {
                    number,
                    tokens,
                    is_dismissed: self.passage.context.is_dismissed(&fingerprint),
                    fingerprint,
                    is_of_provision: false,
                    missing: Vec::new(),
                    parts: Vec::new(),
                };
                self.statements.insert(place, found);
                place
            }
        };
        self.statements.get_mut(place)
    }
}

impl<'a, U> FoundStatement<'a, U> {
    /// Adds a part. What the statement as such leaves out stands behind the words in it.
    fn add(&mut self, found: Found, part: impl FnOnce(Severity) -> WordingFinding<'a, U>) {
        let Found { severity, tokens, missing, is_of_provision } = found;
        self.tokens.start = self.tokens.start.min(tokens.start);
        self.tokens.end = self.tokens.end.max(tokens.end);
        self.is_of_provision |= is_of_provision;
        self.missing.extend(missing);
        let all = &self.tokens;
        let order = |tokens: &Range<TokenNumber>| (tokens == all, tokens.start);
        let place = self.parts.partition_point(|(known, _)| order(known) <= order(&tokens));
        self.parts.insert(place, (tokens, part(severity)));
    }

    /// The finding; `None` where the statement has no part.
    fn finding(self, passage: &Passage) -> Option<StatementFinding<'a, U>> {
        let parts: Vec<WordingFinding<U>> = self.parts.into_iter().map(|(_, part)| part).collect();
        let leading = parts.iter().min_by_key(|part| part.severity)?;
        let missing = if self.is_of_provision {
            missing(&passage.text.statements[self.number])
        } else {
            let elements = Element::ALL.iter().copied();
            elements.filter(|element| self.missing.contains(element)).collect()
        };
        Some(StatementFinding {
            span: passage.span(self.tokens),
            severity: leading.severity,
            message: leading.message,
            missing,
            rewrite: if self.is_of_provision { rewrite(passage, self.number) } else { None },
            fingerprint: self.fingerprint,
            parts,
        })
    }
}
