//! Where two pieces of advice differ on one matter, and whether the plan says which it follows.

use super::carried::{pairings, words_of};
use super::document::{AdviceConflict, AdviceWords};
use super::statement::{AdviceStatements, names_advice};
use crate::document::table::Table;
use crate::law::SectionPurpose;
use crate::plan::AdviceKind;
use crate::text::fill::fill;
use crate::whole::align::AlignedNumber;
use crate::whole::compare::{
    ChangeElement, ChangeReason, Statement, Word, WordTable, about, judged,
};

/// The share of the weighty words of the shorter that both have which speak of one matter, in hundredths.
const ONE_MATTER: usize = 40;

/// The fewest such words.
const LEAST_SHARED: usize = 2;

const RESOLVED: &str =
    "The advice differs. The plan speaks of it: check that it says which it follows, and why.";
const OPEN: &str = "The advice differs, and the plan does not say which it follows.";

/// The conflicts between all pieces of advice.
pub(super) fn conflicts(
    advices: &[AdviceStatements],
    plan: &Table<AlignedNumber, Statement>,
    names: &[String],
) -> Vec<AdviceConflict> {
    let mut found = Vec::new();
    for (first, one) in advices.iter().enumerate() {
        for (second, other) in advices.iter().enumerate().skip(first + 1) {
            for pairing in pairings(&one.stated, &other.stated, names) {
                let (Some(old), Some(new)) = (pairing.old.first(), pairing.new.first()) else {
                    continue;
                };
                let (old, new) = (&one.stated[*old], &other.stated[*new]);
                let Some(reason) = differ(old, new, names) else { continue };
                let resolved_by = resolution(old, new, plan).map(words_of);
                let message = if resolved_by.is_some() { RESOLVED } else { OPEN };
                let words = |advice, statement: &Statement| AdviceWords {
                    advice,
                    place: statement.place,
                    text: statement.text.clone(),
                };
                found.push(AdviceConflict {
                    one: words(first, old),
                    other: words(second, new),
                    reason,
                    resolved_by,
                    message: fill(message, &[]),
                });
            }
        }
    }
    found
}

/// The element on which two statements on one matter differ, with the words of both.
fn differ(one: &Statement, other: &Statement, names: &[String]) -> Option<ChangeReason> {
    let kind = AdviceKind::of_part(one.place.part);
    if kind != AdviceKind::of_part(other.place.part) || shared(one, other) < ONE_MATTER {
        return None;
    }
    let reasons = judged(&[one], &[other], names, about(kind.section())).reasons;
    reasons.into_iter().find(|reason| {
        use ChangeElement::{HowOften, Limit, Number, Period, Review, Time};
        let is_amount =
            matches!(reason.element, Time | HowOften | Period | Number | Review | Limit);
        let has_number =
            |text: &str| WordTable::built_in().words(text).iter().any(|word| word.number.is_some());
        is_amount && has_number(&reason.from) && has_number(&reason.to)
    })
}

/// The share of the weighty words of the shorter of two statements that both say, in hundredths.
fn shared(one: &Statement, other: &Statement) -> usize {
    let table = WordTable::built_in();
    let weighty = |statement: &Statement| {
        statement.words.iter().filter(|word| table.is_weighty(word)).count()
    };
    let (short, long) = if weighty(one) <= weighty(other) { (one, other) } else { (other, one) };
    let is_shared = |word: &&Word| table.is_weighty(word) && long.says(word);
    let both = short.words.iter().filter(is_shared).count();
    if both < LEAST_SHARED { 0 } else { both * 100 / weighty(short).max(1) }
}

/// The statement of the plan that names what was advised by both.
fn resolution<'p>(
    one: &Statement,
    other: &Statement,
    plan: &'p Table<AlignedNumber, Statement>,
) -> Option<&'p Statement> {
    let table = WordTable::built_in();
    let is_about = |statement: &&Statement| {
        let says = |of: &Statement| {
            statement
                .words
                .iter()
                .any(|word| (word.number.is_some() || table.is_weighty(word)) && of.has(word))
        };
        names_advice(&statement.words) && says(one) && says(other)
    };
    let of_provision = |statement: &&Statement| {
        matches!(statement.section.purpose(), SectionPurpose::Provision | SectionPurpose::Outcome)
    };
    plan.rows().iter().filter(of_provision).find(is_about)
}
