//! Wording: what in the text of a section is open to interpretation, and what a statement leaves out.
//!
//! ```
//! use ehcp_qa_core::wording::{Lexicon, Linting, lint};
//!
//! let lexicon = Lexicon::built_in();
//! let text = "Amira will have access to speech and language therapy.";
//! let found = lint(&lexicon, "F", text, &Linting::default());
//! let finding = &found.findings[0];
//! assert_eq!(finding.rule, "availability");
//! assert_eq!(finding.span.of(text), "have access to");
//! ```
//!
//! A finding about wording asks a person to look: words that are open to interpretation may be right
//! where they stand. Nothing of a text is kept.

mod built_in;
mod child;
mod clause;
mod context;
mod lexicon;
mod outcome;
mod pattern;
mod provision;
mod rewrite;
mod section;
mod span;
mod statement;
mod token;
mod vocabulary;

pub use context::{Linting, Pronouns};
pub use lexicon::{
    BuiltInRule, Clause, Lexicon, LexiconDocument, Meaning, Phrase, Rule, Term, WordSet,
};
pub use outcome::{Letter, Outcome, SmartState, SmartView};
pub use provision::{Element, ElementView, ProvisionStatement};
pub use span::{Bytes, Span, Unit, Utf16};

use serde::Serialize;

use crate::framework::{CommentAction, Severity};
use crate::law::Citation;
use lexicon::{Purpose, RuleEntry};
use statement::{Reading, Statement};

pub(crate) use built_in::rule_title;
pub use built_in::{WORDING, WORDING_TITLES, WORDING_WITH_EXAMPLES};

/// The most findings that are listed for one text.
pub const MOST_FINDINGS: usize = 1_000;

/// What every finding about wording is: words for a person to look at.
pub const STANDING: &str = "Open to interpretation: review it.";

/// What was found in the text of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct Lint<'a, U> {
    /// The section.
    pub section: String,
    /// What each finding is: words for a person to look at.
    pub standing: &'static str,
    /// What was found, in the order of the text.
    pub findings: Vec<WordingFinding<'a, U>>,
    /// How many more were found than are listed.
    pub more: usize,
    /// What the section as a whole does not say yet.
    pub absent: Vec<Absence<'a>>,
    /// The rules that could not look for want of context.
    pub not_checked: Vec<&'a str>,
    /// The statements of provision, each with what it says and leaves out (Sections F, G, H1, H2).
    pub statements: Vec<ProvisionStatement<U>>,
    /// The outcomes, told letter by letter (Section E).
    pub outcomes: Vec<Outcome<U>>,
}

/// Words that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct WordingFinding<'a, U> {
    /// The id of the rule.
    pub rule: &'a str,
    /// How serious it is, which follows what else the statement says.
    pub severity: Severity,
    /// Where the words are.
    pub span: Span<U>,
    /// What it says of them.
    pub message: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// What to put instead.
    pub instead: &'a str,
    /// What a comment on the feedback form would ask for.
    pub action: CommentAction,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// What the statement leaves out that would answer it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub missing: Vec<Element>,
    /// The statement in the author's own words, with blanks where something is to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite: Option<String>,
    /// Names this finding, to dismiss it: a hash of the rule and the words of the statement.
    pub fingerprint: String,
}

/// Something that the section as a whole does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Absence<'a> {
    /// The id of the rule.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// What it says.
    pub message: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// What would clear it.
    pub instead: &'a str,
    /// What a comment on the feedback form would ask for.
    pub action: CommentAction,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// The pillars of preparation for adulthood that are not mentioned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub pillars: Vec<Meaning>,
    /// Names this finding, to dismiss it.
    pub fingerprint: String,
}

/// Looks at the text of one section. Places are in bytes of the text.
#[must_use]
pub fn lint<'a>(
    lexicon: &'a Lexicon,
    section: &str,
    text: &str,
    context: &Linting,
) -> Lint<'a, Bytes> {
    lint_in(lexicon, section, text, context)
}

/// Looks at the text of one section. Places are in the unit asked for: [`Utf16`] for JavaScript.
#[must_use]
pub fn lint_in<'a, U: Unit>(
    lexicon: &'a Lexicon,
    section: &str,
    text: &str,
    context: &Linting,
) -> Lint<'a, U> {
    let reading = Reading::new(lexicon, section, text, U::width);
    let mut linter = Linter {
        lexicon,
        context,
        section,
        reading: &reading,
        lint: Lint {
            section: section.to_owned(),
            standing: STANDING,
            findings: Vec::new(),
            more: 0,
            absent: Vec::new(),
            not_checked: Vec::new(),
            statements: Vec::new(),
            outcomes: Vec::new(),
        },
    };
    let names = child::Names::new(&linter);
    for (number, statement) in reading.statements.iter().enumerate() {
        let words = linter.words_hash(statement.tokens.clone());
        linter.phrases(statement, words);
        if statement.group == number && is_provision_section(section) {
            linter.provision(number, words);
        }
        if statement.group == number && section == "E" {
            linter.outcome(number, words);
        }
        linter.section_rules(number, words);
        linter.child(number, &names, words);
    }
    linter.whole_section();
    linter.lint
}

/// Whether a section is about provision.
fn is_provision_section(section: &str) -> bool {
    matches!(section, "F" | "G" | "H1" | "H2")
}

/// One text being looked at.
struct Linter<'a, 'r, U> {
    lexicon: &'a Lexicon,
    context: &'r Linting,
    section: &'r str,
    reading: &'r Reading<'r>,
    lint: Lint<'a, U>,
}

impl<'a, U> Linter<'a, '_, U> {
    /// A built-in rule, if the lexicon has it and it looks at this section.
    fn rule(&self, rule: BuiltInRule) -> Option<&'a RuleEntry> {
        let entry = self.lexicon.rules.iter().find(|entry| entry.built_in == Some(rule))?;
        entry.rule.sections.iter().any(|section| section == self.section).then_some(entry)
    }

    /// Where some tokens are.
    fn span(&self, tokens: std::ops::Range<usize>) -> Span<U> {
        let first = self.reading.tokens.get(tokens.start).map_or(0, |token| token.from);
        let last = tokens.end.checked_sub(1).and_then(|last| self.reading.tokens.get(last));
        Span::new(first, last.map_or(first, |token| token.to))
    }

    /// Adds a finding, unless it was dismissed.
    fn add(&mut self, entry: &'a RuleEntry, words: u64, found: Found<U>) {
        let rule = &entry.rule;
        let fingerprint = fingerprint(&rule.id, words);
        if self.context.is_dismissed(&fingerprint) {
            return;
        }
        if self.lint.findings.len() >= MOST_FINDINGS {
            self.lint.more += 1;
            return;
        }
        self.lint.findings.push(WordingFinding {
            rule: &rule.id,
            severity: found.severity.unwrap_or(rule.severity),
            span: found.span,
            message: &rule.message,
            why: &rule.why,
            instead: &rule.instead,
            action: rule.action,
            cites: &rule.cites,
            missing: found.missing,
            rewrite: found.rewrite,
            fingerprint,
        });
    }

    /// Adds what the section does not say, unless it was dismissed.
    fn add_absence(&mut self, entry: &'a RuleEntry, pillars: Vec<Meaning>) {
        let rule = &entry.rule;
        let words = pillars.iter().fold(0, |set, pillar| set | pillar.bit());
        let fingerprint = fingerprint(&rule.id, words);
        if !self.context.is_dismissed(&fingerprint) {
            self.lint.absent.push(Absence {
                rule: &rule.id,
                severity: rule.severity,
                message: &rule.message,
                why: &rule.why,
                instead: &rule.instead,
                action: rule.action,
                cites: &rule.cites,
                pillars,
                fingerprint,
            });
        }
    }

    /// The phrases of rules that are told by data.
    fn phrases(&mut self, statement: &Statement, words: u64) {
        let is_provision = is_provision_section(self.section);
        if is_provision && !provision::is_provision(statement) {
            return;
        }
        let lexicon = self.lexicon;
        let mut rewrites = 0;
        // How far the last finding of a rule reaches: variants of a phrase that overlap are one.
        let mut reaches: Vec<(usize, usize)> = Vec::new();
        let matches = self.reading.matches_of(statement);
        for (at, found) in matches.iter().enumerate() {
            let Purpose::Phrase(number) = found.purpose else { continue };
            let phrase = lexicon.phrases.get(usize::from(number));
            let Some((rule, entry)) =
                phrase.and_then(|phrase| Some((phrase.rule, lexicon.rules.get(phrase.rule)?)))
            else {
                continue;
            };
            if statement.is_speech && !self.looks_in_speech(entry, found.start..found.end) {
                continue;
            }
            let excuses = |other: &&pattern::Match| {
                let applies = match other.purpose {
                    Purpose::Unless { rule: of, phrase: None } => usize::from(of) == rule,
                    Purpose::Unless { phrase: Some(of), .. } => of == number,
                    _ => false,
                };
                applies && other.start < found.end && found.start < other.end
            };
            let (before, after) = matches.split_at(at);
            let near =
                |other: &&pattern::Match| other.start.abs_diff(found.start) <= pattern::LONGEST;
            let is_excused = before.iter().rev().take_while(near).any(|other| excuses(&other))
                || after.iter().take_while(near).any(|other| excuses(&other));
            if is_excused {
                continue;
            }
            let lacks = provision::lacks(&entry.answered_by, statement);
            let is_answered = lacks == Some(0);
            match reaches.iter_mut().find(|(of, _)| *of == rule) {
                Some((_, reach)) if found.start < *reach => continue,
                Some((_, reach)) => *reach = found.end,
                None => reaches.push((rule, found.end)),
            }
            let severity = if is_answered {
                let Some(severity) = entry.rule.when_answered else { continue };
                Some(severity)
            } else {
                None
            };
            let rewrite = if is_provision && rewrites < rewrite::MOST {
                rewrites += 1;
                rewrite::rewrite(self, statement)
            } else {
                None
            };
            let own = self.words_hash(found.start..found.end);
            let found = Found {
                severity,
                span: self.span(found.start..found.end),
                missing: provision::elements_of(lacks.unwrap_or(0)),
                rewrite,
            };
            self.add(entry, words.rotate_left(1) ^ own, found);
        }
    }

    /// Whether a rule looks at some words although they are in what somebody said.
    fn looks_in_speech(&self, entry: &RuleEntry, words: std::ops::Range<usize>) -> bool {
        let words = self.reading.tokens.get(words).unwrap_or_default();
        entry.rule.in_speech == Some(true) && words.iter().any(|token| !token.is_quoted)
    }

    /// A hash of some words in their normal form.
    fn words_hash(&self, tokens: std::ops::Range<usize>) -> u64 {
        let mut hash = FNV_OFFSET;
        for at in tokens {
            for c in self.reading.word(at).chars() {
                if !token::is_invisible(c) {
                    let c = u32::from(c.to_ascii_lowercase());
                    hash = (hash ^ u64::from(c)).wrapping_mul(FNV_PRIME);
                }
            }
            hash = (hash ^ u64::from(b' ')).wrapping_mul(FNV_PRIME);
        }
        hash
    }
}

/// What was found, as far as its rule does not tell it.
struct Found<U> {
    severity: Option<Severity>,
    span: Span<U>,
    missing: Vec<Element>,
    rewrite: Option<String>,
}

impl<U> Found<U> {
    fn at(span: Span<U>) -> Self {
        Self { severity: None, span, missing: Vec::new(), rewrite: None }
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// The name of a finding: a hash of its rule and its words (FNV-1a, 64 bits), so that no text is kept.
fn fingerprint(rule: &str, words: u64) -> String {
    let mut hash = words;
    for byte in rule.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
    let mut text = String::with_capacity(16);
    for shift in (0..16).rev() {
        let digit = u32::try_from(hash >> (shift * 4) & 0xf).unwrap_or(0);
        text.extend(char::from_digit(digit, 16));
    }
    text
}
