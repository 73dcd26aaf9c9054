//! Wording: what in the text of a section is open to interpretation, and what a statement leaves out.
//!
//! ```
//! use ehcp_qa_core::wording::{Lexicon, Linting, lint};
//!
//! let lexicon = Lexicon::built_in();
//! let text = "Amira will have access to speech and language therapy.";
//! let found = lint(&lexicon, "F", text, &Linting::default());
//! let finding = &found.findings[0];
//! assert_eq!(finding.span.of(text), "Amira will have access to speech and language therapy");
//! let part = &finding.parts[0];
//! assert_eq!(part.rule, "availability");
//! assert_eq!(part.span.of(text), "have access to");
//! ```
//!
//! A finding is of one statement, with its parts: the words that rules found, and what the statement leaves out.
//! A finding about wording asks a person to review words: they are open to interpretation, and may be right
//! where they stand. Nothing of a text is kept.
//!
//! A rule of the lexicon finds phrases, or has the id of a built-in rule. Each has its reason, its
//! example, its near miss and its authority in the lexicon; what the built-in rules check is in `rules`.

mod advice;
mod block;
mod built_in;
mod check;
mod child;
mod clause;
mod context;
mod continuation;
mod finding;
mod fingerprint;
mod found;
mod group;
mod hash;
mod learned;
mod lexicon;
mod lint;
mod meaning;
mod messages;
mod name;
mod number;
mod outcome;
mod passage;
mod pattern;
mod phrase;
mod piece;
mod provision;
mod purpose;
mod rewrite;
mod rule;
mod rules;
mod span;
mod statement;
mod tag;
mod token;
mod vocabulary;

pub use block::SectionBlocks;
pub(crate) use built_in::rule_title;
pub use built_in::{WORDING, WORDING_TITLES, WORDING_WITH_EXAMPLES};
pub use context::{Linting, Pronouns};
pub use finding::{Absence, Lint, StatementFinding, WordingFinding};
pub use found::MOST_FINDINGS;
pub use learned::{
    CalibrationBand, Judgement, LearnedHead, LearnedJudgement, LearnedWeights, PerMille, Score,
    StatementFeatures, WEIGHTS, Weighed, Weights, features,
};
pub use lexicon::Lexicon;
pub use lint::{lint, lint_blocks, lint_in};
pub use meaning::{Element, Meaning};
pub(crate) use messages::standing;
pub use outcome::{Letter, Outcome, SmartState, SmartView};
pub use provision::{ElementView, ProvisionStatement};
pub use rule::{BuiltInRule, Clause, LexiconDocument, Phrase, Rule, Term, WordSet};
pub use span::{Bytes, Span, Unit, Utf16};
