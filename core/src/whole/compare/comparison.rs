//! What a comparison of two versions returns.

use serde::Serialize;

use crate::document::shape::choice;
use crate::framework::{Receipt, Severity};
use crate::law::PlanSection;
use crate::plan::TextPlace;
use crate::wording::{Span, Utf16};

choice! {
    /// What became of a statement, the most serious first.
    pub enum ChangeKind {
        /// It is in the older version alone.
        Removed = "removed",
        /// It says less: at least one element is less than it was.
        Reduced = "reduced",
        /// It says more, and nothing in it is less.
        Increased = "increased",
        /// It says the same in other words.
        Reworded = "reworded",
        /// It is in the newer version alone.
        Added = "added",
        /// It stands in another section, word for word.
        Moved = "moved",
    }

    /// What a statement is about, by the purpose of its section.
    pub enum ChangeOf {
        /// Provision: Sections F, G, H1 and H2.
        Provision = "provision",
        /// A need: Sections B, C and D.
        Need = "need",
        /// An outcome: Section E.
        Outcome = "outcome",
        /// Anything else.
        Other = "other",
    }

    /// What became of one element of a statement.
    pub enum ChangeEffect {
        /// It is less than it was.
        Less = "less",
        /// It is more than it was.
        More = "more",
        /// It is another, neither less nor more.
        Other = "other",
    }

    /// An element of a statement that can be less or more.
    pub enum ChangeElement {
        /// The time in all, or the length of a session.
        Time = "time",
        /// How often.
        HowOften = "how_often",
        /// For how long it goes on.
        Period = "period",
        /// The size of the group, or how many share an adult.
        Group = "group",
        /// Who provides it.
        Who = "who",
        /// Whether the person is named, or the same each time.
        Named = "named",
        /// Who plans or oversees what another provides.
        Oversight = "oversight",
        /// The qualification or training.
        Qualification = "qualification",
        /// Whether it must happen: "will", "should", "may".
        Commitment = "commitment",
        /// What it depends on, such as "as required".
        Condition = "condition",
        /// In which situations or how much of the day.
        Scope = "scope",
        /// A time or a place at which it is given.
        Situation = "situation",
        /// Words that are open to interpretation.
        Wording = "wording",
        /// The least or the most that is given.
        Limit = "limit",
        /// Whether it is given directly, or by advice to others.
        Delivery = "delivery",
        /// How many of a thing.
        Number = "number",
        /// A date or a stage by which.
        ByWhen = "by_when",
        /// How often it is reviewed.
        Review = "review",
        /// What is provided: a part of it is gone.
        Content = "content",
        /// How much help an outcome allows.
        Independence = "independence",
        /// How serious a need is said to be.
        Seriousness = "seriousness",
        /// The section: provision is what stands in a section for provision.
        Section = "section",
    }
}

/// What changed between two versions of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanComparison<'a> {
    /// How many changes there are, of each kind and about each part of the plan that has any.
    pub counts: Vec<ChangeCount>,
    /// How many statements are in both versions word for word, in the same section.
    pub unchanged: usize,
    /// The changes: provision first, the most serious kind first, then in the order of the plan; the first 5,000.
    pub changes: Vec<StatementChange>,
    /// How many more changes there are than are listed.
    pub more: usize,
    /// The findings about wording that are cleared, left and new.
    pub findings: ComparedFindings<'a>,
    /// By what it was made.
    pub receipt: Receipt<'a>,
}

/// How many changes there are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ChangeCount {
    /// What the statements are about.
    pub of: ChangeOf,
    /// What became of them.
    pub kind: ChangeKind,
    /// How many there are.
    pub count: usize,
}

/// A change of a statement, or of statements that became one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StatementChange {
    /// What became of it.
    pub kind: ChangeKind,
    /// What it is about.
    pub of: ChangeOf,
    /// The section in which it stands now; for what was removed, in which it stood.
    pub section: PlanSection,
    /// The section in which it stood, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_section: Option<PlanSection>,
    /// The statements of the older version.
    pub old: Vec<ComparedStatement>,
    /// The statements of the newer version.
    pub new: Vec<ComparedStatement>,
    /// Why it is less, more or another, element by element. What is less comes first.
    pub reasons: Vec<ChangeReason>,
}

/// A statement of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ComparedStatement {
    /// The section in which it stands.
    pub section: PlanSection,
    /// Where it stands.
    pub place: TextPlace,
    /// What it says.
    pub text: String,
    /// The words that the other version does not have, as places in the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub changed: Vec<Span<Utf16>>,
}

/// Why a statement is less, more or another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ChangeReason {
    /// The element.
    pub element: ChangeElement,
    /// Whether it is less or more.
    pub effect: ChangeEffect,
    /// The words that said it; empty where nothing did.
    pub from: String,
    /// The words that say it now; empty where nothing does.
    pub to: String,
    /// A sentence for people.
    pub message: String,
}

/// Findings about wording in two versions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ComparedFindings<'a> {
    /// Those of the older version that are gone.
    pub cleared: Vec<ComparedFinding<'a>>,
    /// Those that are in both, with their places in the newer version.
    pub left: Vec<ComparedFinding<'a>>,
    /// Those that are in the newer version alone.
    pub added: Vec<ComparedFinding<'a>>,
}

/// A finding about wording, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ComparedFinding<'a> {
    /// The id of the rule.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// The section.
    pub section: PlanSection,
    /// Where the words stand.
    pub place: TextPlace,
    /// The words.
    pub quote: String,
    /// What it says.
    pub message: &'a str,
    /// Names this finding.
    pub fingerprint: String,
}
