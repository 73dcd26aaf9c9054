//! Checks the text of a section by every rule of a lexicon.

use super::advice::AdviceEntry;
use super::block::SectionBlocks;
use super::check::{Check, Verdict};
use super::context::Linting;
use super::finding::{Absence, Lint};
use super::fingerprint::{self, within};
use super::found::{Found, FoundStatements};
use super::learned::Judge;
use super::lexicon::{Lexicon, RuleEntry};
use super::meaning::{Meaning, Meanings};
use super::number::StatementNumber;
use super::outcome::OutcomeGroup;
use super::passage::Passage;
use super::phrase::phrases;
use super::provision::ProvisionGroup;
use super::rules::built_in_rules;
use super::span::{Bytes, Unit};
use crate::framework::Receipt;
use crate::law::SectionPurpose;

/// Checks the text of one section. Places are in bytes of the text.
#[must_use]
pub fn lint<'a>(
    lexicon: &'a Lexicon,
    section: &str,
    text: &str,
    context: &Linting,
) -> Lint<'a, Bytes> {
    lint_in(lexicon, section, text, context)
}

/// Checks the text of one section. Places are in the unit asked for: [`Utf16`](super::Utf16) for JavaScript.
#[must_use]
pub fn lint_in<'a, U: Unit>(
    lexicon: &'a Lexicon,
    section: &str,
    text: &str,
    context: &Linting,
) -> Lint<'a, U> {
    lint_blocks(lexicon, section, &SectionBlocks::of_text(text), context)
}

/// Checks the text of one section by its blocks, as those of a plan. Places are in the text.
#[must_use]
pub fn lint_blocks<'a, U: Unit>(
    lexicon: &'a Lexicon,
    section: &str,
    blocks: &SectionBlocks,
    context: &Linting,
) -> Lint<'a, U> {
    let passage = Passage::new(lexicon, section, blocks, context, U::width);
    let rules = built_in_rules(lexicon, section);
    let mut linter = Linter {
        passage: &passage,
        rules: &rules,
        found: FoundStatements::new(&passage),
        lint: Lint {
            section: section.to_owned(),
            standing: lexicon.standing(),
            findings: Vec::new(),
            more: 0,
            absent: Vec::new(),
            not_checked: Vec::new(),
            statements: Vec::new(),
            outcomes: Vec::new(),
            receipt: Receipt::new(None, Some(lexicon.digest()))
                .with_weights(lexicon.weights().digest()),
        },
    };
    for (number, statement) in passage.text.statements.iter() {
        if statement.role.is_silent() {
            continue;
        }
        let words = fingerprint::words(&passage.text, statement.tokens.clone());
        linter.phrases(lexicon, number, words);
        if statement.group == number {
            linter.groups(number, words);
        }
        linter.statement(number, words);
    }
    linter.judge(lexicon);
    linter.section();
    let Linter { found, mut lint, .. } = linter;
    (lint.findings, lint.more) = found.into_findings();
    lint
}

/// The check of one text, with what was found so far.
struct Linter<'a, 'p, U> {
    passage: &'p Passage<'p>,
    /// The built-in rules for the section.
    rules: &'p [(&'a RuleEntry, Check)],
    found: FoundStatements<'a, 'p, U>,
    lint: Lint<'a, U>,
}

impl<'a, U> Linter<'a, '_, U> {
    /// The phrases in a statement.
    fn phrases(&mut self, lexicon: &'a Lexicon, number: StatementNumber, words: u64) {
        let passage = self.passage;
        let statement = &passage.text.statements[number];
        for phrase in phrases(passage, lexicon, statement) {
            let tokens = phrase.tokens;
            let of_phrase = fingerprint::words(&passage.text, tokens.clone());
            let found = Found {
                severity: phrase.severity,
                tokens,
                missing: phrase.missing,
                is_of_provision: passage.is_for(SectionPurpose::Provision),
                stands: phrase.stands,
            };
            self.add(phrase.entry, number, within(words, of_phrase), found);
        }
    }

    /// The group that begins with a statement, as provision and as an outcome.
    fn groups(&mut self, number: StatementNumber, words: u64) {
        let passage = self.passage;
        if passage.is_for(SectionPurpose::Provision)
            && let Some(group) = ProvisionGroup::new(passage, number)
        {
            for &(entry, check) in self.rules {
                if let Check::Provision(has_finding) = check
                    && has_finding(&group)
                {
                    let found =
                        Found { is_of_provision: true, ..Found::of(entry, group.tokens.clone()) };
                    self.add(entry, number, words, found);
                }
            }
            self.lint.statements.push(group.view());
        }
        if passage.is_for(SectionPurpose::Outcome)
            && let Some(group) = OutcomeGroup::new(passage, number)
        {
            for &(entry, check) in self.rules {
                if let Check::Outcome(has_finding) = check
                    && has_finding(&group)
                {
                    let stands = group.has_only_a_review();
                    let found = Found { stands, ..Found::of(entry, group.tokens.clone()) };
                    self.add(entry, number, words, found);
                }
            }
            self.lint.outcomes.push(group.view());
        }
    }

    /// A statement by itself, as the start of an entry of advice, and word by word.
    fn statement(&mut self, number: StatementNumber, words: u64) {
        let passage = self.passage;
        let statement = &passage.text.statements[number];
        let checks_advice = self.rules.iter().any(|(_, check)| matches!(check, Check::Advice(_)));
        let entry_of_advice = if checks_advice { AdviceEntry::new(passage, number) } else { None };
        for &(entry, check) in self.rules {
            match check {
                Check::Statement(check) => self.report(entry, check(passage, number)),
                Check::Advice(has_finding) => {
                    if let Some(advice) = &entry_of_advice
                        && has_finding(advice)
                    {
                        self.add(entry, number, words, Found::of(entry, advice.tokens.clone()));
                    }
                }
                _ => {}
            }
        }
        for found in passage.text.matches_of(statement) {
            for &(entry, check) in self.rules {
                if let Check::Words(has_finding) = check
                    && has_finding(passage, number, found)
                {
                    let of_words = fingerprint::words(&passage.text, found.tokens.clone());
                    let found = Found::of(entry, found.tokens.clone());
                    self.add(entry, number, within(words, of_words), found);
                }
            }
        }
    }

    /// Decides by the learned judgement which statements are reported.
    fn judge(&mut self, lexicon: &'a Lexicon) {
        let Some(mut judge) = Judge::new(self.passage) else { return };
        let rules = lexicon.rules.rows();
        let entry = rules.iter().find(|entry| entry.rule.id == judge.judges.rule());
        for number in self.passage.text.statements.numbers() {
            if let Some(verdict) = judge.verdict(number) {
                self.found.judge(number, verdict, &mut judge, entry);
            }
        }
    }

    /// What the section must say somewhere.
    fn section(&mut self) {
        for &(entry, check) in self.rules {
            if let Check::Section(check) = check {
                self.report(entry, check(self.passage));
            }
        }
    }

    /// Adds what a rule reports.
    fn report(&mut self, entry: &'a RuleEntry, verdict: Verdict) {
        let text = &self.passage.text;
        match verdict {
            Verdict::Fine => {}
            Verdict::Finding(number) => {
                let tokens = text.statements[number].tokens.clone();
                let words = fingerprint::words(text, tokens.clone());
                self.add(entry, number, words, Found::of(entry, tokens));
            }
            Verdict::Absent(pillars) => self.add_absence(entry, pillars),
            Verdict::NotChecked => {
                let id = entry.rule.id.as_str();
                if !self.lint.not_checked.contains(&id) {
                    self.lint.not_checked.push(id);
                }
            }
        }
    }

    /// Adds a part to what was found in a statement.
    fn add(&mut self, entry: &'a RuleEntry, number: StatementNumber, words: u64, found: Found) {
        let fingerprint = fingerprint::name(&entry.rule.id, words);
        self.found.add(number, &entry.rule, fingerprint, found);
    }

    /// Adds what the section does not say, unless it was dismissed.
    fn add_absence(&mut self, entry: &'a RuleEntry, pillars: Vec<Meaning>) {
        let rule = &entry.rule;
        let fingerprint = fingerprint::name(&rule.id, Meanings::of(&pillars).bits());
        if !self.passage.is_dismissed(&fingerprint) {
            self.lint.absent.push(Absence::new(rule, rule.severity, fingerprint, pillars));
        }
    }
}
