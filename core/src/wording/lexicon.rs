//! A lexicon that has been checked and is ready to match.

use std::sync::{Arc, OnceLock};

use super::built_in::{WORDING, WORDING_SHA256};
use super::learned::{Judgement, LearnedHead, Weights};
use super::meaning::{Meaning, Meanings};
use super::messages::standing;
use super::pattern::{PatternProblem, Patterns};
use super::purpose::{PhraseNumber, Purpose, RuleNumber};
use super::rule::{BuiltInRule, Clause, LexiconDocument, Rule};
use crate::document::digest::sha256;
use crate::document::message::Catalogue;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Names, Shape};
use crate::document::table::{Number, Table};
use crate::document::{Document, Json, is_id};
use crate::framework::{DocumentDigest, Framework};

/// The fields of a rule that document it.
const EXAMPLES: [&str; 3] = ["example", "example_context", "near_miss"];

/// A lexicon that has been checked, with its patterns ready to match.
#[derive(Debug)]
pub struct Lexicon {
    given: Document<'static>,
    /// Of the given document; computed when it is first asked for.
    sha256: OnceLock<String>,
    pub(super) rules: Table<RuleNumber, RuleEntry>,
    pub(super) phrases: Table<PhraseNumber, PhraseEntry>,
    pub(super) patterns: Patterns,
    /// The clause of home-to-school transport.
    pub(super) transport: Option<Clause>,
    /// What was learned from labelled examples.
    weights: Arc<Weights>,
    /// How sentences are said that are no rule's.
    pub(crate) catalogue: Catalogue,
}

/// A rule, with what is worked out from it once.
#[derive(Debug, Clone)]
pub(super) struct RuleEntry {
    pub(super) rule: Rule,
    pub(super) built_in: Option<BuiltInRule>,
    /// The alternatives of `answered_by`.
    pub(super) answered_by: Vec<Meanings>,
}

/// A phrase without its patterns.
#[derive(Debug, Clone)]
pub(super) struct PhraseEntry {
    pub(super) rule: RuleNumber,
    pub(super) rewrite: Option<String>,
    /// The sections in which it is found; `None` for all of its rule.
    sections: Option<Vec<String>>,
    /// Whether it is reported whatever is judged.
    pub(super) stands: bool,
}

impl PhraseEntry {
    /// Whether it is found in a section that its rule checks.
    pub(super) fn is_found_in(&self, section: &str) -> bool {
        self.sections.as_ref().is_none_or(|sections| sections.iter().any(|found| found == section))
    }
}

impl RuleEntry {
    /// Whether the rule checks a section.
    pub(super) fn checks(&self, section: &str) -> bool {
        self.rule.sections.iter().any(|checked| checked == section)
    }
}

impl Lexicon {
    /// The built-in lexicon.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static READ: OnceLock<Arc<Lexicon>> = OnceLock::new();
        READ.get_or_init(|| Arc::new(Self::read_built_in())).clone()
    }

    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    fn read_built_in() -> Self {
        let read = Document::from_json(WORDING).ok();
        let Some(lexicon) = read.and_then(|document| Self::compile(document, None).ok()) else {
            panic!("the built-in lexicon is at fault");
        };
        let sha256 = OnceLock::from(WORDING_SHA256.to_owned());
        Self { sha256, ..lexicon }
    }

    /// Reads a lexicon from JSON text and checks all of it. One that extends the built-in lexicon is added
    /// to it.
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, and where the shape is right, what does
    /// not fit together.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?.into_owned();
        let (json, mut reader) = document.open();
        shape::check(json, LexiconDocument::KIND, &mut reader);
        if !reader.is_fine() {
            return Err(reader.into_problems());
        }
        if json.field("extends").is_null() {
            return Self::compile(document, None);
        }
        let base = Self::built_in();
        let id = base.given.json().text_of("id");
        if json.text_of("extends") != id {
            let allowed = vec![id.to_owned()];
            reader.problem_in("extends", ProblemKind::NotOneOf { allowed });
            return Err(reader.into_problems());
        }
        Self::compile(document, Some(base.given.json()))
    }

    /// The lexicon as it was given.
    #[must_use]
    pub fn document(&self) -> LexiconDocument {
        LexiconDocument::take(self.given.json())
    }

    /// The lexicon as it was given, to be serialised.
    #[must_use]
    pub fn as_json(&self) -> impl serde::Serialize {
        self.given.json()
    }

    /// Its id and the digest of its content, as a receipt gives them. Examples are left out of the digest: they judge
    /// no text.
    #[must_use]
    pub fn digest(&self) -> DocumentDigest<'_> {
        let given = self.given.json();
        let sha256 = self.sha256.get_or_init(|| sha256(given, &EXAMPLES));
        DocumentDigest { id: given.text_of("id"), sha256 }
    }

    /// The same lexicon with other weights than the built-in ones.
    #[must_use]
    pub fn with_weights(self, weights: Arc<Weights>) -> Self {
        Self { weights, ..self }
    }

    /// The built-in lexicon with other weights than the built-in ones.
    #[must_use]
    pub fn built_in_with(weights: Arc<Weights>) -> Self {
        Self::read_built_in().with_weights(weights)
    }

    /// The same lexicon, with the messages that a framework was given for what no rule says: why a statement is judged
    /// so, what the letters of SMART say, what speaks for a plan.
    #[must_use]
    pub fn said_as(self, framework: &Framework) -> Self {
        Self { catalogue: framework.catalogue().clone(), ..self }
    }

    /// The built-in lexicon, likewise.
    #[must_use]
    pub fn built_in_said_as(framework: &Framework) -> Arc<Self> {
        match framework.catalogue() {
            Catalogue(None) => Self::built_in(),
            Catalogue(Some(_)) => Arc::new(Self::read_built_in().said_as(framework)),
        }
    }

    /// What every finding about wording is: words for a person to review.
    #[must_use]
    pub fn standing(&self) -> &str {
        standing(&self.catalogue)
    }

    /// What statements are judged by, beside its rules.
    #[must_use]
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The weights of a judgement, where they were learned in its language.
    pub(super) fn head(&self, judgement: Judgement) -> Option<&LearnedHead> {
        self.weights.head(judgement, self.given.json().text_of("language"))
    }

    /// The rules that it has, in order: those of the lexicon it extends first.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.rows().iter().map(|entry| &entry.rule)
    }

    fn compile(given: Document<'static>, base: Option<Json>) -> Result<Self, Vec<Problem>> {
        let json = given.json();
        let mut reader = Reader::default();
        let mut lexicon = Self {
            given: Document::default(),
            sha256: OnceLock::new(),
            rules: Table::default(),
            phrases: Table::default(),
            patterns: Patterns::new(),
            transport: None,
            weights: Weights::built_in(),
            catalogue: Catalogue::default(),
        };
        if let Some(base) = base {
            let replaced = |rule: Json| {
                let added = json.field("rules").list();
                added.iter().any(|added| added.text_of("id") == rule.text_of("id"))
            };
            // Nothing can be wrong with the built-in lexicon.
            lexicon.add(&mut Reader::default(), base, &replaced);
        }
        lexicon.add(&mut reader, json, &|_| false);
        if !reader.is_fine() {
            return Err(reader.into_problems());
        }
        lexicon.given = given;
        Ok(lexicon)
    }

    fn add<'a>(&mut self, r: &mut Reader<'a>, json: Json<'a>, left_out: &dyn Fn(Json) -> bool) {
        r.within("words", |r| {
            for (index, set) in json.field("words").list().iter().enumerate() {
                if !self.patterns.add_set(set.text_of("id"), set.text_of("any")) {
                    r.within_index(index, |r| r.problem_in("any", PatternProblem::NotAPattern {}));
                }
            }
        });
        for clause in json.field("clauses").list() {
            if clause.text_of("id") == "transport" {
                self.transport = Some(Clause::take(clause));
            }
        }
        r.within("terms", |r| {
            for (index, term) in json.field("terms").list().iter().enumerate() {
                let purpose = Purpose::Term(Meaning::take(term.field("meaning")));
                r.within_index(index, |r| self.add_patterns(r, term, "says", purpose));
            }
        });
        let mut ids = Names::default();
        r.within("rules", |r| {
            for (index, rule) in json.field("rules").list().iter().enumerate() {
                if !left_out(rule) {
                    r.within_index(index, |r| self.add_rule(r, &mut ids, rule));
                }
            }
        });
    }

    fn add_rule<'a>(&mut self, r: &mut Reader<'a>, ids: &mut Names<'a>, json: Json<'a>) {
        let rule = Rule::take(json);
        let id = json.text_of("id");
        if !is_id(id) {
            r.problem_in("id", ProblemKind::NotAnId {});
        } else if !ids.insert(id) {
            r.problem_in("id", ProblemKind::Duplicate { what: "rule" });
        }
        let built_in = BuiltInRule::from_word(id);
        let phrases = json.field("phrases").list();
        if built_in.is_none() == phrases.is_empty() {
            let expected = "a list of phrases, or absent where the rule is built in";
            r.problem_in("phrases", ProblemKind::WrongType { expected });
        }
        let number = RuleNumber::at(self.rules.len());
        self.add_patterns(r, json, "unless", Purpose::Unless { rule: number, phrase: None });
        r.within("phrases", |r| {
            for (index, phrase) in phrases.iter().enumerate() {
                r.within_index(index, |r| self.add_phrase(r, number, phrase));
            }
        });
        let set = |all: &Vec<Meaning>| Meanings::of(all);
        let answered_by = rule.answered_by.iter().flatten().map(set).collect();
        self.rules.push(RuleEntry { rule, built_in, answered_by });
    }

    fn add_phrase<'a>(&mut self, r: &mut Reader<'a>, rule: RuleNumber, json: Json<'a>) {
        let number = PhraseNumber::at(self.phrases.len());
        let rewrite = <Option<String> as Shape>::take(json.field("rewrite"));
        // A template never brings an amount.
        if rewrite.as_ref().is_some_and(|text| text.bytes().any(|b| b.is_ascii_digit())) {
            r.problem_in("rewrite", ProblemKind::WrongType { expected: "text without a number" });
        }
        self.add_patterns(r, json, "says", Purpose::Phrase(number));
        let unless = Purpose::Unless { rule, phrase: Some(number) };
        self.add_patterns(r, json, "unless", unless);
        let sections = <Option<Vec<String>> as Shape>::take(json.field("sections"));
        let stands = <Option<bool> as Shape>::take(json.field("stands")) == Some(true);
        self.phrases.push(PhraseEntry { rule, rewrite, sections, stands });
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn add_patterns<'a>(
        &mut self,
        r: &mut Reader<'a>,
        json: Json<'a>,
        name: &'a str,
        purpose: Purpose,
    ) {
        r.within(name, |r| {
            for (index, pattern) in json.field(name).list().iter().enumerate() {
                if !self.patterns.add(pattern.text(), purpose) {
                    r.within_index(index, |r| r.problem(PatternProblem::NotAPattern {}));
                }
            }
        });
    }
}
