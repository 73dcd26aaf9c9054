//! Names and pronouns of another child.

use crate::law::SectionPurpose;
use crate::wording::child::{are_pronouns_childs, is_childs_name};
use crate::wording::meaning::Meaning;
use crate::wording::number::StatementNumber;
use crate::wording::passage::Passage;
use crate::wording::pattern::Match;
use crate::wording::purpose::Purpose;

/// Another name than the child's. Family and friends have names in the section of aspirations.
pub(super) fn other_name(passage: &Passage, number: StatementNumber, found: &Match) -> bool {
    let text = &passage.text;
    let statement = &text.statements[number];
    let is_of_family =
        statement.says(Meaning::OtherPerson) && passage.is_for(SectionPurpose::Aspirations);
    found.purpose == Purpose::Term(Meaning::GivenName)
        && !statement.is_speech
        && !is_of_family
        && is_childs_name(text, found.tokens.start)
        && passage.child.is_other(text, found.tokens.start)
}

/// Another pronoun than the child's.
pub(super) fn other_pronoun(passage: &Passage, number: StatementNumber, found: &Match) -> bool {
    let other = passage.child.other_pronoun;
    other.is_some_and(|other| found.purpose == Purpose::Term(other))
        && are_pronouns_childs(&passage.text, number)
}
