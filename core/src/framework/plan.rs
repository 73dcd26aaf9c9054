//! How a framework reads a plan as a whole: its rules, with their words, and what findings bear on.

use super::advice::CoverageFinding;
use super::severity::Severity;
use super::wording::CommentAction;
use crate::document::shape::{choice, document};
use crate::law::{Basis, Citation, PlanSection};

document! {
    /// How a plan is checked as a whole.
    pub struct PlanReading if (feature = "whole") {
        /// The rules. One that is not listed is not checked.
        pub rules: Vec<PlanRule>,
        /// Words of the field, with plain words for them.
        pub jargon: Vec<Jargon>,
        /// The most words of a sentence that is easily followed.
        pub longest_sentence: u32,
        /// The least words of a sentence that is reported where it stands twice.
        pub repeated_words: u32,
        /// Words with which a sentence may stand in several places.
        pub set_words: Vec<String>,
        /// Words with which a section says that nothing is needed or provided, in lower case.
        pub nothing_words: Vec<String>,
        /// Words with which a need asks for no provision, in lower case.
        pub settled_words: Vec<String>,
        /// Words that describe a need, in lower case.
        pub need_words: Vec<String>,
        /// What a child does, by which a name in the place of the child's is noticed, in lower case.
        pub child_verbs: Vec<String>,
        /// The kinds of settings, in lower case.
        pub settings: Vec<String>,
        /// Professions of which a person has one, in lower case.
        pub professions: Vec<String>,
        /// The font and size of the plan's text; without it, those that most of its text has.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub font: Option<AgreedFont>,
    }

    /// A rule about the plan as a whole. When it fires is built in; its words are here.
    pub struct PlanRule {
        /// Its id, which findings carry.
        pub id: PlanBuiltIn,
        /// How serious a finding is.
        pub severity: Severity,
        /// What it rests on.
        pub basis: Basis,
        /// What a finding says. Names in braces stand for what was found.
        pub message: String,
        /// Why it matters.
        pub why: String,
        /// What to put instead, or what clears it.
        pub instead: String,
        /// What a comment on the feedback form would ask for.
        pub action: CommentAction,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }

    /// A word of the field, with plain words for it.
    pub struct Jargon {
        /// The word, in lower case.
        pub word: String,
        /// The plain words.
        pub plain: String,
    }

    /// The font and size that are agreed for the text of a plan.
    pub struct AgreedFont {
        /// The name of the font.
        pub name: String,
        /// The size in half-points.
        pub half_points: u32,
    }

    /// Which findings bear on which descriptors and criteria. They answer none.
    pub struct Bearing if (feature = "whole") {
        /// Ids of rules about the plan as a whole and of rules of the golden thread. Their findings speak against.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rules: Option<Vec<String>>,
        /// Ids of rules of the lexicon. Their findings speak against.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub wording: Option<Vec<String>>,
        /// What a comparison of advice with the plan finds. It speaks against.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub coverage: Option<Vec<CoverageFinding>>,
        /// What speaks for.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub evidence: Option<Vec<PlanEvidence>>,
        /// The sections in which they count; without it, all.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sections: Option<Vec<PlanSection>>,
        /// The descriptors.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub descriptors: Option<Vec<String>>,
        /// The criteria.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub criteria: Option<Vec<String>>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }
}

choice! {
    /// The rules about the plan as a whole; a framework gives their words.
    pub enum PlanBuiltIn {
        /// A section has no heading. Parts: `section`.
        SectionMissing = "section-missing",
        /// A section begins again. Parts: `section`.
        SectionRepeated = "section-repeated",
        /// A heading is doubtful, or sections are not divided. Parts: `section`, `doubt`.
        SectionDoubtful = "section-doubtful",
        /// Section C has needs and Section G says nothing or none.
        HealthNeedsWithoutProvision = "health-needs-without-provision",
        /// Section D has needs and Sections H1 and H2 say nothing or none.
        SocialCareNeedsWithoutProvision = "social-care-needs-without-provision",
        /// No words of a need stand in the sections that would answer it. Parts: `section`, `answers`.
        NeedNotTakenUp = "need-not-taken-up",
        /// Provision in a section of social care where no need is stated. Parts: `section`, `needs`.
        ProvisionWithoutNeed = "provision-without-need",
        /// Two amounts of one thing. Parts: `here`, `there`, `section`.
        AmountsDiffer = "amounts-differ",
        /// An age that the dates of the plan contradict. Parts: `here`, `there`.
        AgesDiffer = "ages-differ",
        /// Two dates of one event. Parts: `here`, `there`.
        DatesDiffer = "dates-differ",
        /// Two schools that the child is said to attend. Parts: `here`, `there`.
        SchoolsDiffer = "schools-differ",
        /// One person with two professions. Parts: `who`, `here`, `there`.
        ProvidersDiffer = "providers-differ",
        /// A reference to an entry of advice that the plan does not have. Parts: `mark`.
        CitationWithoutEntry = "citation-without-entry",
        /// An entry of advice that nothing refers to. Parts: `mark`.
        EntryNotCited = "entry-not-cited",
        /// A name in the place of the child's. Parts: `name`.
        UnknownName = "unknown-name",
        /// A name that is nearly the child's or another person's. Parts: `here`, `there`.
        NameMisspelt = "name-misspelt",
        /// A word that stands twice. Parts: `word`.
        DoubledWord = "doubled-word",
        /// A sentence that stands in two places.
        RepeatedSentence = "repeated-sentence",
        /// A word of the field. Parts: `word`, `plain`.
        Jargon = "jargon",
        /// A sentence that is too long to follow. Parts: `words`.
        LongSentence = "long-sentence",
        /// A deadline that was not met. Parts: `deadline`, `due`.
        DeadlineNotMet = "deadline-not-met",
        /// Text in another font or size. Parts: `here`, `there`.
        OtherFont = "other-font",
    }

    /// What in a plan speaks for a descriptor or a criterion.
    pub enum PlanEvidence {
        /// A statement of provision that says what, who, how often and how long, and has no finding.
        SpecificProvision = "specific_provision",
        /// An outcome that says its measure and its time, and has no finding.
        SmartOutcome = "smart_outcome",
        /// A need that refers to advice.
        CitedNeed = "cited_need",
        /// An entry of advice with its date.
        DatedAdvice = "dated_advice",
        /// Words of somebody, in quotation marks.
        Quotation = "quotation",
        /// A statement of advice that the plan carries.
        CarriedAdvice = "carried_advice",
        /// Advice that Section K lists as it was given.
        ListedAdvice = "listed_advice",
    }
}

impl PlanReading {
    /// A rule, where the framework has it.
    #[must_use]
    pub fn rule(&self, id: PlanBuiltIn) -> Option<&PlanRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}
