//! What the check of a plan finds.

use serde::Serialize;

use crate::document::shape::choice;
use crate::framework::{CommentAction, Receipt, Severity};
use crate::law::{Basis, Citation, PlanSection};
use crate::plan::{PlanFact, TextPlace};
use crate::thread::{KindCount, ThreadItem};
use crate::wording::{Element, Judgement, PerMille};

/// What was found in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanCheck<'a> {
    /// What each finding is: something for a person to review.
    pub standing: &'a str,
    /// What was found: the most serious first, then in the order of the plan.
    pub findings: Vec<PlanFinding<'a>>,
    /// How many more were found than are listed.
    pub more: u32,
    /// The sections that the plan has, in the order of the Regulations.
    pub sections: Vec<SectionCheck>,
    /// What bears on each descriptor on which something bears, in printed order.
    pub descriptors: Vec<DescriptorFindings<'a>>,
    /// What bears on each criterion on which something bears.
    pub criteria: Vec<CriterionFindings<'a>>,
    /// The items of the thread, as a person confirmed them.
    pub items: Vec<ThreadItem>,
    /// How they hang together.
    pub thread: PlanThread,
    /// What the plan says of itself. It stands in where the context does not say.
    pub facts: Vec<PlanFact>,
    /// How accessible the language is.
    pub language: PlanLanguage,
    /// The rules that were not checked: the framework or the lexicon does not have them, or the context is not known.
    pub not_checked: Vec<&'a str>,
    /// By what it was made.
    pub receipt: Receipt<'a>,
}

/// Something in a plan for a person to review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanFinding<'a> {
    /// Its number, which is its place in the list.
    pub id: u32,
    /// What it is about.
    pub kind: FindingKind,
    /// The id of the rule; of several, that of the most serious part.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// The section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<PlanSection>,
    /// Where it is; none where the plan says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<TextPlace>,
    /// What it says.
    pub message: String,
    /// Why it matters.
    pub why: &'a str,
    /// What to put instead, or what clears it.
    pub instead: &'a str,
    /// What a comment would ask for.
    pub action: CommentAction,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// What the rule rests on, where it is a rule of the framework.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// What the statement leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub missing: Vec<Element>,
    /// The statement in the author's words, with blanks where something is to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite: Option<String>,
    /// The judgement, learned from labelled examples, for which the statement is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learned: Option<LearnedFinding>,
    /// The words of a statement that rules found, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub parts: Vec<FindingPart<'a>>,
    /// The other places concerned: where the same stands again, or what contradicts it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub others: Vec<TextPlace>,
    /// Names this finding, to dismiss it: a hash of the rule and of the words.
    pub fingerprint: String,
}

/// A judgement learned from labelled examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LearnedFinding {
    /// What is judged.
    pub judges: Judgement,
    /// Why it is judged so, in a sentence.
    pub reason: String,
    /// Of a thousand such judgements on authors who were not learned from, so many were right.
    pub right: PerMille,
    /// The words that weighed most, in the order of the text.
    pub weighed: Vec<WeighedPlace>,
}

/// Words that weighed in a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct WeighedPlace {
    /// Where they are.
    pub place: TextPlace,
    /// Their share of all that speaks for the judgement.
    pub share: PerMille,
}

/// Words that a rule found within a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FindingPart<'a> {
    /// The id of the rule.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// Where the words are.
    pub place: TextPlace,
    /// What it says.
    pub message: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// What to put instead.
    pub instead: &'a str,
    /// What a comment would ask for.
    pub action: CommentAction,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// Names this part, to dismiss it.
    pub fingerprint: String,
}

/// What was found in a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SectionCheck {
    /// The section.
    pub section: PlanSection,
    /// How many words it has.
    pub words: u32,
    /// How many statements of provision or outcomes it has.
    pub statements: u32,
    /// How many of them have no finding.
    pub clear: u32,
    /// The numbers of its findings.
    pub findings: Vec<u32>,
}

/// What bears on a descriptor. A person answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DescriptorFindings<'a> {
    /// The id of the descriptor.
    pub descriptor: &'a str,
    /// The id of its section.
    pub section: &'a str,
    /// The numbers of the findings that speak against it.
    pub against: Vec<u32>,
    /// What speaks for it.
    pub speaks_for: Vec<SpeaksFor<'a>>,
}

/// What bears on a criterion. A person answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CriterionFindings<'a> {
    /// The id of the criterion.
    pub criterion: &'a str,
    /// The numbers of the findings that speak against it.
    pub against: Vec<u32>,
    /// What speaks for it.
    pub speaks_for: Vec<SpeaksFor<'a>>,
}

/// Something in the plan that speaks for a descriptor or a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SpeaksFor<'a> {
    /// Where it stands.
    pub place: TextPlace,
    /// Why it speaks for it.
    pub message: &'a str,
}

/// How the items of a plan hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanThread {
    /// Whether a person confirmed items. Otherwise the thread was not checked.
    pub is_confirmed: bool,
    /// How many items there are of each kind.
    pub counts: Vec<KindCount>,
}

/// How accessible the language of a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanLanguage {
    /// How many words the sections have.
    pub words: u32,
    /// How many sentences.
    pub sentences: u32,
    /// How many of them are longer than is easily followed.
    pub long_sentences: u32,
    /// How many words the longest has.
    pub longest_sentence: u32,
    /// How often words of the field stand in them.
    pub jargon: u32,
}

choice! {
    /// What a finding is about.
    pub enum FindingKind {
        /// The wording of a statement.
        Wording = "wording",
        /// What no part of a section says.
        Absence = "absence",
        /// The sections.
        Section = "section",
        /// The golden thread.
        Thread = "thread",
        /// Statements that contradict each other.
        Contradiction = "contradiction",
        /// References to advice.
        Citation = "citation",
        /// Names and slips of the pen.
        Name = "name",
        /// The same in two places.
        Repetition = "repetition",
        /// The timescales of the law.
        Timescale = "timescale",
        /// How accessible the language is.
        Language = "language",
        /// Fonts and sizes.
        Appearance = "appearance",
    }
}
