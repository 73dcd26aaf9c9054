//! The lexicon: phrases that are open to interpretation, and words that say what a plan must say.

use super::pattern::PatternProblem;
use std::sync::{Arc, OnceLock};

use super::WORDING;
use super::pattern::Patterns;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Names, Shape, choice, document};
use crate::document::{Document, Json, is_id};
use crate::framework::{CommentAction, Severity};
use crate::law::Citation;

document! {
    /// A lexicon as it is given.
    pub struct LexiconDocument {
        /// Its id.
        pub id: String,
        /// Its edition.
        pub edition: String,
        /// The language it is for, as a BCP 47 tag.
        pub language: String,
        /// The id of the built-in lexicon, where this one only adds to it: its word sets, terms and
        /// rules come on top, and a rule with the id of a built-in one takes its place.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub extends: Option<String>,
        /// Sets of words that patterns name.
        pub words: Vec<WordSet>,
        /// Clauses with an exact wording; that of home-to-school transport has the id `transport`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub clauses: Option<Vec<Clause>>,
        /// Words that say what a plan must say.
        pub terms: Vec<Term>,
        /// The rules.
        pub rules: Vec<Rule>,
    }

    /// A clause that a plan must use word for word, with slots to fill in.
    pub struct Clause {
        /// Its id.
        pub id: String,
        /// Its exact wording.
        pub text: String,
        /// The words in it that are to be filled in, each in one way throughout.
        pub slots: Vec<String>,
    }

    /// A set of single words that patterns name as `<id>`.
    pub struct WordSet {
        /// Its id.
        pub id: String,
        /// The words, parted by `|`; one that ends in `~` stands for its regular inflections too.
        pub any: String,
    }

    /// Patterns with a meaning.
    pub struct Term {
        /// What they mean.
        pub meaning: Meaning,
        /// The patterns.
        pub says: Vec<String>,
    }

    /// A rule about wording.
    pub struct Rule {
        /// Its id. An id that is built in names what the engine looks for; any other rule is told by
        /// its phrases.
        pub id: String,
        /// A text that it fires on.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub example: Option<String>,
        /// A text that comes close, on which it does not fire.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub near_miss: Option<String>,
        /// Its title.
        pub title: String,
        /// The sections of a plan that it looks at.
        pub sections: Vec<String>,
        /// How serious a finding is.
        pub severity: Severity,
        /// What a comment on the feedback form would ask for.
        pub action: CommentAction,
        /// What it says of the words that it finds.
        pub message: String,
        /// Why it matters.
        pub why: String,
        /// What to put instead.
        pub instead: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
        /// What a statement must say for a phrase to be answered: all of any one of these lists.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub answered_by: Option<Vec<Vec<Meaning>>>,
        /// How serious an answered phrase still is; without it, it is not reported.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub when_answered: Option<Severity>,
        /// Whether it looks at what is reported of somebody too, if not at what stands in quotation
        /// marks: for words that nobody says, such as what is left of a template.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub in_speech: Option<bool>,
        /// Patterns with which a phrase means something else: where one overlaps a phrase, the phrase
        /// is not reported.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unless: Option<Vec<String>>,
        /// The phrases.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phrases: Option<Vec<Phrase>>,
    }

    /// A phrase that a rule looks for.
    pub struct Phrase {
        /// A text that it fires on.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub example: Option<String>,
        /// A text that comes close, on which the rule does not fire.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub near_miss: Option<String>,
        /// The patterns that are variants of it.
        pub says: Vec<String>,
        /// What stands in its place in a template, with blanks to be filled in and no amount.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rewrite: Option<String>,
        /// Patterns with which it means something else.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub unless: Option<Vec<String>>,
    }
}

choice! {
    /// What a term means.
    pub enum Meaning {
        /// What is provided: an activity, a programme, equipment.
        What = "what",
        /// Who provides it, by job title.
        Who = "who",
        /// The qualification or expertise.
        Qualification = "qualification",
        /// How often.
        HowOften = "how_often",
        /// How long.
        HowLong = "how_long",
        /// The ratio or the size of the group.
        Group = "group",
        /// Where.
        Where = "where",
        /// How it is reviewed.
        Review = "review",
        /// In which exact situations, so that neither frequency nor duration is missing.
        Situation = "situation",
        /// Something that takes time: a session, teaching, adult support.
        Session = "session",
        /// People without a job title.
        Unnamed = "unnamed",
        /// A sentence about provision.
        Provision = "provision",
        /// An ability.
        Ability = "ability",
        /// An aim or a process.
        Aim = "aim",
        /// A date or stage by which.
        ByWhen = "by_when",
        /// Something that can be observed or counted.
        Measure = "measure",
        /// A strength.
        Strength = "strength",
        /// Preparation for adulthood: learning and employment.
        PillarEmployment = "pillar_employment",
        /// Preparation for adulthood: independent living.
        PillarIndependence = "pillar_independence",
        /// Preparation for adulthood: social connections.
        PillarCommunity = "pillar_community",
        /// Preparation for adulthood: health.
        PillarHealth = "pillar_health",
        /// A diagnosis.
        Diagnosis = "diagnosis",
        /// That the impact of a diagnosis is described in Section B.
        ImpactReference = "impact_reference",
        /// Whether a personal budget was requested.
        BudgetSaid = "budget_said",
        /// A person other than the child, to whom a pronoun may refer.
        OtherPerson = "other_person",
        /// A given name.
        GivenName = "given_name",
        /// A kind of report.
        Report = "report",
        /// The opening of a sentence that is not itself provision.
        Framing = "framing",
        /// What somebody said, reported.
        Reported = "reported",
        /// The opening of a sentence that goes on with the one before it.
        Continues = "continues",
        /// A label of a field, such as `Frequency:`.
        Label = "label",
        /// Home-to-school transport.
        Transport = "transport",
        /// A date.
        Dated = "dated",
        /// The child, by another word than a name.
        Child = "child",
        /// A pronoun for a boy or man.
        He = "he",
        /// A pronoun for a girl or woman.
        She = "she",
        /// A description of needs in a section on provision.
        Description = "description",
        /// That a section is left blank for now.
        Blank = "blank",
        /// Words in which nothing else is looked for.
        Nothing = "nothing",
        /// A thing that is provided once, such as equipment: it takes no time and nobody delivers it.
        Thing = "thing",
        /// The least that is given.
        Minimum = "minimum",
        /// A verb that makes a line a sentence, and no entry of a list.
        Prose = "prose",
    }
}

choice! {
    /// The rules that are built in: the engine knows what they look for.
    pub enum BuiltInRule {
        /// Nothing says how often, how long or how much.
        NoQuantity = "no-quantity",
        /// Nothing says what is done.
        ContentMissing = "content-missing",
        /// Something is quantified, but how often, how long or by whom is missing.
        IncompleteProvision = "incomplete-provision",
        /// No date or stage.
        OutcomeNoDate = "outcome-no-date",
        /// An aim or a process in place of an ability.
        OutcomeNotAbility = "outcome-not-ability",
        /// Nothing that could be observed or counted.
        OutcomeNotMeasurable = "outcome-not-measurable",
        /// Nobody is named.
        OutcomeNoWho = "outcome-no-who",
        /// No strength in the description of needs.
        StrengthsMissing = "strengths-missing",
        /// A pillar of preparation for adulthood is absent.
        PfaPillarMissing = "pfa-pillar-missing",
        /// A diagnosis without the reference to its impact.
        DiagnosisWithoutImpact = "diagnosis-without-impact",
        /// A placement on a draft.
        PlacementOnDraft = "placement-on-draft",
        /// It is not said whether a personal budget was requested.
        BudgetNotStated = "budget-not-stated",
        /// Nobody is said to deliver it.
        ProviderMissing = "provider-missing",
        /// Transport in other than the exact wording.
        TransportWording = "transport-wording",
        /// A slot of the transport clause filled in two ways, or not.
        TransportSlots = "transport-slots",
        /// Advice without a title.
        AdviceWithoutTitle = "advice-without-title",
        /// Advice without a date.
        AdviceWithoutDate = "advice-without-date",
        /// Advice without its reference.
        AdviceWithoutReference = "advice-without-reference",
        /// Another name than the child's.
        OtherName = "other-name",
        /// Another pronoun than the child's.
        OtherPronoun = "other-pronoun",
    }
}

impl Meaning {
    /// Its place in a set.
    pub(super) fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// A lexicon that has been checked, with its patterns ready to match.
#[derive(Debug)]
pub struct Lexicon {
    given: Document<'static>,
    pub(super) rules: Vec<RuleEntry>,
    pub(super) phrases: Vec<PhraseEntry>,
    pub(super) patterns: Patterns,
    pub(super) transport: Option<Clause>,
}

/// A rule, as linting looks at it.
#[derive(Debug)]
pub(super) struct RuleEntry {
    pub(super) rule: Rule,
    pub(super) built_in: Option<BuiltInRule>,
    /// The sets of meanings of which any one, all of it, answers its phrases.
    pub(super) answered_by: Vec<u64>,
}

/// What linting has to know of a phrase.
#[derive(Debug)]
pub(super) struct PhraseEntry {
    pub(super) rule: usize,
    pub(super) rewrite: Option<String>,
}

/// What a pattern is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A phrase, by number.
    Phrase(u16),
    /// Words with a meaning.
    Term(Meaning),
    /// Words with which the phrases of a rule mean something else.
    Unless { rule: u16, phrase: Option<u16> },
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
        lexicon
    }

    /// Reads a lexicon from JSON text and checks it whole. One that extends the built-in lexicon is
    /// added to it.
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

    /// The rules that it has, in order: those of the lexicon it extends first.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().map(|entry| &entry.rule)
    }

    fn compile(given: Document<'static>, base: Option<Json>) -> Result<Self, Vec<Problem>> {
        let json = given.json();
        let mut reader = Reader::default();
        let mut lexicon = Self {
            given: Document::default(),
            rules: Vec::new(),
            phrases: Vec::new(),
            patterns: Patterns::new(),
            transport: None,
        };
        if let Some(base) = base {
            let replaced = |rule: Json| {
                let own = json.field("rules").list();
                own.iter().any(|own| own.text_of("id") == rule.text_of("id"))
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
        let number = u16::try_from(self.rules.len()).unwrap_or(u16::MAX);
        self.add_patterns(r, json, "unless", Purpose::Unless { rule: number, phrase: None });
        r.within("phrases", |r| {
            for (index, phrase) in phrases.iter().enumerate() {
                r.within_index(index, |r| self.add_phrase(r, number, phrase));
            }
        });
        let set = |all: &Vec<Meaning>| all.iter().fold(0, |set, meaning| set | meaning.bit());
        let answered_by = rule.answered_by.iter().flatten().map(set).collect();
        self.rules.push(RuleEntry { rule, built_in, answered_by });
    }

    fn add_phrase<'a>(&mut self, r: &mut Reader<'a>, rule: u16, json: Json<'a>) {
        let number = u16::try_from(self.phrases.len()).unwrap_or(u16::MAX);
        let rewrite = <Option<String> as Shape>::take(json.field("rewrite"));
        // A template never brings an amount.
        if rewrite.as_ref().is_some_and(|text| text.bytes().any(|b| b.is_ascii_digit())) {
            r.problem_in("rewrite", ProblemKind::WrongType { expected: "text without a number" });
        }
        self.add_patterns(r, json, "says", Purpose::Phrase(number));
        let unless = Purpose::Unless { rule, phrase: Some(number) };
        self.add_patterns(r, json, "unless", unless);
        self.phrases.push(PhraseEntry { rule: rule.into(), rewrite });
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
