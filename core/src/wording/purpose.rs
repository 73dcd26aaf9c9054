//! What a pattern of the lexicon is for.

use super::meaning::Meaning;
use crate::document::table::number;

number! {
    /// The number of a rule of a lexicon.
    pub(super) struct RuleNumber;

    /// The number of a phrase of a lexicon.
    pub(super) struct PhraseNumber;
}

/// What a pattern is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A phrase that a rule finds.
    Phrase(PhraseNumber),
    /// Words with a meaning.
    Term(Meaning),
    /// Words with which the phrases of a rule, or one of them, mean something else.
    Unless { rule: RuleNumber, phrase: Option<PhraseNumber> },
}

impl Purpose {
    /// The meaning of a term.
    pub(super) fn meaning(self) -> Option<Meaning> {
        if let Self::Term(meaning) = self { Some(meaning) } else { None }
    }

    /// The phrase, where it is one.
    pub(super) fn phrase(self) -> Option<PhraseNumber> {
        if let Self::Phrase(phrase) = self { Some(phrase) } else { None }
    }
}
