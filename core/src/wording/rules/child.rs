//! Names and pronouns of another child.

use crate::law::SectionPurpose;
use crate::wording::child::{acts_as_child, are_pronouns_childs, is_childs_name};
use crate::wording::meaning::Meaning;
use crate::wording::number::StatementNumber;
use crate::wording::passage::Passage;
use crate::wording::pattern::Match;
use crate::wording::purpose::Purpose;

/// Another name than the child's. Family and friends have names in the section of aspirations.
pub(super) fn other_name(passage: &Passage, number: StatementNumber, found: &Match) -> bool {
    let text = &passage.text;
    let statement = &text.statements[number];
    let at = found.tokens.start;
    let is_of_family = statement.says(Meaning::OtherPerson)
        && passage.is_for(SectionPurpose::Aspirations)
        && !acts_as_child(text, statement, at);
    found.purpose == Purpose::Term(Meaning::GivenName)
        && !statement.is_speech
        && !is_of_family
        && is_childs_name(text, statement, at)
        && passage.child.is_other(text, at)
}

/// Another pronoun than the child's.
pub(super) fn other_pronoun(passage: &Passage, number: StatementNumber, found: &Match) -> bool {
    let other = passage.child.other_pronoun;
    let text = &passage.text;
    let is_cited = text.tokens[found.tokens.start].is_cited();
    // In "he/she" it is left of a template.
    let mut near = text.matches_near(&text.statements[number], found.tokens.start).iter();
    let is_left = near
        .any(|phrase| phrase.purpose.phrase().is_some() && found.tokens.end <= phrase.tokens.end);
    other.is_some_and(|other| found.purpose == Purpose::Term(other))
        && !is_cited
        && !is_left
        && are_pronouns_childs(text, &passage.child.given_names, number)
}
