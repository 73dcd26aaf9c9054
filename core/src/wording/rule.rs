//! A lexicon and its rules as documents.

use super::context::Linting;
use super::learned::Judgement;
use super::meaning::Meaning;
use crate::document::shape::{choice, document};
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
        /// The words, with `|` between them; one that ends in `~` stands for its regular inflections too.
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
        /// Its id. A rule with the id of a built-in rule makes that rule's check; any other rule finds its
        /// phrases.
        pub id: String,
        /// A text that it fires on.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub example: Option<String>,
        /// A text that comes close, on which it does not fire.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub near_miss: Option<String>,
        /// What is known of the plan in both, where the rule needs it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub example_context: Option<Linting>,
        /// Its title.
        pub title: String,
        /// The sections of a plan that it checks.
        pub sections: Vec<String>,
        /// How serious a finding is.
        pub severity: Severity,
        /// What a comment on the feedback form would ask for.
        pub action: CommentAction,
        /// What a finding says.
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
        /// The learned judgement of what it finds, which decides whether and how seriously a finding is reported.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub judged_by: Option<Judgement>,
        /// Whether it also checks reported speech, though not what stands in quotation marks: for words
        /// that nobody says, such as what is left of a template.
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

    /// A phrase that a rule finds.
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
        /// The sections in which it is found, where these are not all of its rule.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sections: Option<Vec<String>>,
        /// Whether it is reported whatever is judged: for words that leave a statement open however much else it says.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub stands: Option<bool>,
    }
}

choice! {
    /// The built-in rules, in the order of their findings at one place. What each checks is in `rules`.
    pub enum BuiltInRule {
        /// Nothing says how often, how long or how much.
        NoQuantity = "no-quantity",
        /// Nothing says what is done.
        ContentMissing = "content-missing",
        /// Nobody is said to deliver it.
        ProviderMissing = "provider-missing",
        /// It has an amount, but how often, how long or by whom is missing.
        IncompleteProvision = "incomplete-provision",
        /// Nothing else is found in a statement of provision that is judged to be open to interpretation.
        OpenToInterpretation = "open-to-interpretation",
        /// No date or stage.
        OutcomeNoDate = "outcome-no-date",
        /// An aim or a process in place of an ability.
        OutcomeNotAbility = "outcome-not-ability",
        /// Nothing that could be observed or counted.
        OutcomeNotMeasurable = "outcome-not-measurable",
        /// Nobody is named.
        OutcomeNoWho = "outcome-no-who",
        /// Nothing else is found in an outcome that is judged not to be SMART.
        OutcomeNotSmart = "outcome-not-smart",
        /// No strength in the description of needs.
        StrengthsMissing = "strengths-missing",
        /// A pillar of preparation for adulthood is absent.
        PfaPillarMissing = "pfa-pillar-missing",
        /// A diagnosis without the reference to its impact.
        DiagnosisWithoutImpact = "diagnosis-without-impact",
        /// A placement on a draft.
        PlacementOnDraft = "placement-on-draft",
        /// Whether a personal budget was requested is not stated.
        BudgetNotStated = "budget-not-stated",
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
