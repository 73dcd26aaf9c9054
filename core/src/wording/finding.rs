//! What is found in the text of a section.

use serde::Serialize;

use super::learned::LearnedJudgement;
use super::meaning::Element;
use super::meaning::Meaning;
use super::outcome::Outcome;
use super::provision::ProvisionStatement;
use super::rule::Rule;
use super::span::Span;
use crate::framework::{CommentAction, Receipt, Severity};
use crate::law::Citation;

/// What was found in the text of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct Lint<'a, U> {
    /// The section.
    pub section: String,
    /// What each finding is: words for a person to review.
    pub standing: &'a str,
    /// What was found: one finding a statement, in the order of the text.
    pub findings: Vec<StatementFinding<'a, U>>,
    /// How many more parts were found than are listed.
    pub more: usize,
    /// What no part of the section says yet.
    pub absent: Vec<Absence<'a>>,
    /// The rules that could not be checked, because the stage or the year group is not known.
    pub not_checked: Vec<&'a str>,
    /// The statements of provision, each with what it says and leaves out (Sections F, G, H1, H2).
    pub statements: Vec<ProvisionStatement<U>>,
    /// The outcomes, letter by letter (Section E).
    pub outcomes: Vec<Outcome<U>>,
    /// By what it was made.
    pub receipt: Receipt<'a>,
}

/// What was found in one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(bound = "")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields, bound = "U: schemars::JsonSchema"))]
pub struct StatementFinding<'a, U> {
    /// Where the statement is.
    pub span: Span<U>,
    /// That of the most serious part.
    pub severity: Severity,
    /// What the most serious part says; of several, the first.
    pub message: &'a str,
    /// The words that rules found, in the order of the text, and then what the statement leaves out.
    pub parts: Vec<WordingFinding<'a, U>>,
    /// What the statement leaves out that would answer its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub missing: Vec<Element>,
    /// The statement in the author's words, with blanks where something is to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rewrite: Option<String>,
    /// The judgement, learned from labelled examples, for which it is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learned: Option<LearnedJudgement<U>>,
    /// Names this finding, to dismiss it with all its parts: a hash of the words of the statement.
    pub fingerprint: String,
}

impl<'a, U> StatementFinding<'a, U> {
    /// The most serious part; of several, the first. `None` where there is no part.
    #[must_use]
    pub fn leading(&self) -> Option<&WordingFinding<'a, U>> {
        self.parts.iter().find(|part| part.severity == self.severity)
    }
}

/// Declares the types of findings. The fields that all of them have stand here once.
macro_rules! findings {
    ($(
        $(#[$outer:meta])*
        pub struct $name:ident<$($unit:ident)?> {
            $( at { $(#[$place_meta:meta])* pub $place:ident: $place_type:ty, } )?
            $( $(#[$meta:meta])* pub $field:ident: $type:ty, )*
        }
    )*) => {$(
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(bound = "")]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        $(#[$outer])*
        pub struct $name<'a $(, $unit)?> {
            /// The id of the rule.
            pub rule: &'a str,
            /// How serious it is. What else a statement says can make it less serious than its rule.
            pub severity: Severity,
            $( $(#[$place_meta])* pub $place: $place_type, )?
            /// What it says.
            pub message: &'a str,
            /// Why it matters.
            pub why: &'a str,
            /// What to put instead, or to add.
            pub instead: &'a str,
            /// What a comment on the feedback form would ask for.
            pub action: CommentAction,
            /// Where it is written.
            pub cites: &'a [Citation],
            $( $(#[$meta])* pub $field: $type, )*
            /// Names this finding, to dismiss it: a hash of the rule and of the words or the pillars.
            pub fingerprint: String,
        }

        impl<'a $(, $unit)?> $name<'a $(, $unit)?> {
            /// A finding of a rule.
            pub(super) fn new(
                rule: &'a Rule,
                severity: Severity,
                fingerprint: String,
                $( $place: $place_type, )?
                $( $field: $type, )*
            ) -> Self {
                Self {
                    rule: &rule.id,
                    severity,
                    $( $place, )?
                    message: &rule.message,
                    why: &rule.why,
                    instead: &rule.instead,
                    action: rule.action,
                    cites: &rule.cites,
                    $( $field, )*
                    fingerprint,
                }
            }
        }
    )*};
}

findings! {
    /// A part of what was found in a statement: the words that a rule found.
    #[cfg_attr(feature = "schemars", schemars(bound = "U: schemars::JsonSchema"))]
    pub struct WordingFinding<U> {
        at {
            /// Where the words are.
            pub span: Span<U>,
        }
    }

    /// Something that no part of the section says.
    pub struct Absence<> {
        /// The pillars of preparation for adulthood that are not mentioned.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "schemars", schemars(default))]
        pub pillars: Vec<Meaning>,
    }
}
