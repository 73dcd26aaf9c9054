//! What was found so far, statement by statement.

use std::ops::Range;

use super::finding::{StatementFinding, WordingFinding};
use super::fingerprint;
use super::learned::{Judge, LearnedJudgement, Verdict};
use super::lexicon::RuleEntry;
use super::meaning::Element;
use super::number::{StatementNumber, TokenNumber};
use super::passage::Passage;
use super::provision::missing;
use super::rewrite::rewrite;
use super::rule::Rule;
use crate::framework::Severity;
use crate::law::SectionPurpose;

/// What so many rules find in a statement is not overruled by a judgement of it: between firm sentences, one that says
/// neither who nor how often would pass for firm.
const SEVERAL: usize = 4;

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
    /// It is reported whatever is judged.
    pub(super) stands: bool,
}

impl Found {
    /// A part with the severity of its rule.
    pub(super) fn of(entry: &RuleEntry, tokens: Range<TokenNumber>) -> Self {
        let severity = entry.rule.severity;
        Self { severity, tokens, missing: Vec::new(), is_of_provision: false, stands: false }
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
    parts: Vec<Part<'a, U>>,
    /// A person dismissed a part that a learned judgement decides.
    has_dismissed: bool,
    learned: Option<LearnedJudgement<U>>,
}

/// What a learned judgement has to do with a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Judged {
    /// Nothing.
    No,
    /// It is of what is judged, and stands whatever the judgement is.
    Stands,
    /// The judgement decides whether it is reported.
    Decided,
}

impl Judged {
    fn of(rule: &Rule, found: &Found) -> Self {
        match rule.judged_by {
            None => Self::No,
            Some(_) if found.stands => Self::Stands,
            Some(_) => Self::Decided,
        }
    }
}

/// A part with its tokens.
struct Part<'a, U> {
    tokens: Range<TokenNumber>,
    judged: Judged,
    finding: WordingFinding<'a, U>,
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
        if self.passage.is_dismissed(&fingerprint) {
            if let Some(statement) = self.statement(number) {
                statement.has_dismissed |= rule.judged_by.is_some();
            }
            return;
        }
        let is_full = self.count >= MOST_FINDINGS;
        if is_full && !self.passage.dismisses_any() {
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
        let part = |severity| WordingFinding::new(rule, severity, fingerprint, span);
        let judged = Judged::of(rule, &found);
        statement.add(found, judged, part);
        self.count += 1;
    }

    /// Decides by a learned judgement what is made of what was found in a statement. A statement that is reported has
    /// a part that says why: of the rule that reports what no other finds, where there is no other.
    pub(super) fn judge(
        &mut self,
        number: StatementNumber,
        verdict: Verdict,
        judge: &mut Judge,
        entry: Option<&'a RuleEntry>,
    ) {
        let place = self.statements.binary_search_by_key(&number, |known| known.number);
        let mut known = place.ok().and_then(|place| self.statements.get_mut(place));
        let is_serious = |part: &Part<U>| {
            part.judged != Judged::No && part.finding.severity != Severity::Information
        };
        let has_serious = known.as_ref().is_some_and(|known| known.parts.iter().any(is_serious));
        let score = match verdict {
            Verdict::Reported(score) => score,
            Verdict::Confirmed(score) if has_serious => score,
            _ => {
                if let Some(known) = &mut known {
                    let before = known.parts.len();
                    let is_decided = |part: &Part<U>| part.judged == Judged::Decided;
                    let decided =
                        known.parts.iter().filter(|part| is_decided(part) && is_serious(part));
                    if decided.count() >= SEVERAL {
                        return;
                    }
                    known.parts.retain(|part| !is_decided(part) || verdict != Verdict::Silent);
                    self.count -= before - known.parts.len();
                    for part in known.parts.iter_mut().filter(|part| is_decided(part)) {
                        part.finding.severity = Severity::Information;
                    }
                }
                return;
            }
        };
        if !has_serious {
            let has_dismissed = known.is_some_and(|known| known.has_dismissed);
            let Some(entry) = entry.filter(|_| !has_dismissed) else { return };
            let tokens = self.passage.text.tokens_of_group(number);
            let words = fingerprint::words(&self.passage.text, tokens.clone());
            let fingerprint = fingerprint::name(&entry.rule.id, words);
            let is_of_provision = self.passage.is_for(SectionPurpose::Provision);
            // A judgement by itself is no error: a person reviews it.
            let severity = entry.rule.severity.max(Severity::Warning);
            let found = Found { severity, is_of_provision, ..Found::of(entry, tokens) };
            self.add(number, &entry.rule, fingerprint, found);
        }
        let place = self.statements.binary_search_by_key(&number, |known| known.number);
        if let Some(statement) = place.ok().and_then(|place| self.statements.get_mut(place)) {
            statement.learned = Some(judge.explain(number, score));
        }
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
                    is_dismissed: self.passage.is_dismissed(&fingerprint),
                    fingerprint,
                    is_of_provision: false,
                    missing: Vec::new(),
                    parts: Vec::new(),
                    has_dismissed: false,
                    learned: None,
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
    fn add(
        &mut self,
        found: Found,
        judged: Judged,
        part: impl FnOnce(Severity) -> WordingFinding<'a, U>,
    ) {
        let Found { severity, tokens, missing, is_of_provision, .. } = found;
        self.tokens.start = self.tokens.start.min(tokens.start);
        self.tokens.end = self.tokens.end.max(tokens.end);
        self.is_of_provision |= is_of_provision;
        self.missing.extend(missing);
        let all = &self.tokens;
        let order = |tokens: &Range<TokenNumber>| (tokens == all, tokens.start);
        let place = self.parts.partition_point(|known| order(&known.tokens) <= order(&tokens));
        self.parts.insert(place, Part { tokens, judged, finding: part(severity) });
    }

    /// The finding; `None` where the statement has no part.
    fn finding(self, passage: &Passage) -> Option<StatementFinding<'a, U>> {
        let parts: Vec<WordingFinding<U>> =
            self.parts.into_iter().map(|part| part.finding).collect();
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
            learned: self.learned,
            fingerprint: self.fingerprint,
            parts,
        })
    }
}
