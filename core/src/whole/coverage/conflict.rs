//! Where two pieces of advice differ on one matter, and whether the plan says which it follows.

use super::carried::words_of;
use super::document::{AdviceConflict, AdviceWords};
use super::statement::{AdviceStatements, names_advice};
use crate::document::map::TextMap;
use crate::document::message::Catalogue;
use crate::document::table::Table;
use crate::plan::AdviceKind;
use crate::text::order::sort_by;
use crate::whole::align::AlignedNumber;
use crate::whole::compare::{
    ChangeEffect, ChangeElement, ChangeReason, Statement, Word, WordTable, about, changed, judged,
};
use crate::whole::messages;

/// A word of so many statements of advice at most names what two of them are about, and so many do.
const MOST_STATEMENTS: usize = 5;
const LEAST_SHARED: usize = 2;

/// Words of a statement that limits or rules out what another asks for.
const OPPOSES: &str = "not|never|limited|limit|instead|maximum";

/// A statement with the number of its advice.
type Of<'s> = (usize, &'s Statement);

/// The conflicts between all pieces of advice.
pub(super) fn conflicts(
    catalogue: &Catalogue,
    advices: &[AdviceStatements],
    plan: &Table<AlignedNumber, Statement>,
    names: &[String],
) -> Vec<AdviceConflict> {
    let all: Vec<Of> = (0..)
        .zip(advices)
        .flat_map(|(number, of)| of.stated.rows().iter().map(move |one| (number, one)))
        .collect();
    let mut found: Vec<AdviceConflict> = Vec::new();
    for (one, other) in on_one_matter(&all, names) {
        if let Some(reason) = differ(one.1, other.1, names) {
            found.push(conflict(one, other, reason, None));
        }
    }
    for statement in plan.rows().iter().filter(|one| names_advice(&one.words)) {
        let Some((one, other, reason)) = named(statement, plan, &all, names) else { continue };
        let is_same = |known: &&mut AdviceConflict| {
            known.one.place == one.1.place
                && known.one.advice == one.0
                && known.other.place == other.1.place
                && known.other.advice == other.0
        };
        match found.iter_mut().find(is_same) {
            Some(known) => {
                known.resolved_by = Some(words_of(statement));
            }
            None => found.push(conflict(one, other, reason, Some(statement))),
        }
    }
    for conflict in &mut found {
        let message = match conflict.resolved_by {
            Some(_) => &messages::PLAN_COVERAGE_DIFFERS_RESOLVED,
            None => &messages::PLAN_COVERAGE_DIFFERS_OPEN,
        };
        catalogue.template(message, None).clone_into(&mut conflict.message);
    }
    found
}

/// A conflict, of which nothing is said yet.
fn conflict(
    one: Of,
    other: Of,
    reason: ChangeReason,
    resolved: Option<&Statement>,
) -> AdviceConflict {
    let words = |(advice, statement): Of| AdviceWords {
        advice,
        place: statement.place,
        text: statement.text.clone(),
    };
    AdviceConflict {
        one: words(one),
        other: words(other),
        reason,
        resolved_by: resolved.map(words_of),
        message: String::new(),
    }
}

/// Statements of two pieces of advice, about the same, that share words which few others have.
fn on_one_matter<'s>(all: &[Of<'s>], names: &[String]) -> Vec<(Of<'s>, Of<'s>)> {
    let table = WordTable::built_in();
    let mut by_word: TextMap<Vec<usize>> = TextMap::default();
    for (at, (_, statement)) in all.iter().enumerate() {
        for (word, is_role) in statement.words.iter().zip(statement.roles()) {
            let is_name = names.binary_search(&word.text).is_ok();
            if table.is_weighty(word) && !is_name && !is_role {
                let places = by_word.or_insert_with(word.stem(), Vec::new);
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for (_, places) in by_word.iter().filter(|(_, places)| places.len() <= MOST_STATEMENTS) {
        for (number, one) in places.iter().enumerate() {
            pairs.extend(places.iter().skip(number + 1).map(|other| (*one, *other)));
        }
    }
    sort_by(&mut pairs, Ord::cmp);
    let shared =
        pairs.chunk_by(|one, other| one == other).filter(|same| same.len() >= LEAST_SHARED);
    shared
        .filter_map(|same| {
            let (one, other) = same.first()?;
            Some((*all.get(*one)?, *all.get(*other)?))
        })
        .filter(|(one, other)| one.0 != other.0 && one.1.section == other.1.section)
        .collect()
}

/// The element on which two statements on one matter differ, with the words of both.
fn differ(one: &Statement, other: &Statement, names: &[String]) -> Option<ChangeReason> {
    let kind = AdviceKind::of_part(one.place.part);
    if kind == AdviceKind::Need {
        return None;
    }
    let opposes =
        |statement: &Statement| statement.words.iter().find(|word| word.is(OPPOSES)).cloned();
    let reasons = judged(&[one], &[other], names, about(kind.section())).reasons;
    let by_amount = reasons.into_iter().find(|reason| {
        use ChangeElement::{HowOften, Number, Period, Review, Time};
        let is_amount = matches!(reason.element, Time | HowOften | Period | Number | Review);
        is_amount && has_number(&reason.from) && has_number(&reason.to)
    });
    by_amount.or_else(|| match (opposes(one), opposes(other)) {
        (Some(word), None) => Some(limits(word.text, String::new())),
        (None, Some(word)) => Some(limits(String::new(), word.text)),
        _ => None,
    })
}

fn limits(from: String, to: String) -> ChangeReason {
    changed(ChangeElement::Limit, ChangeEffect::Other, "Limit", from, to)
}

fn has_number(text: &str) -> bool {
    WordTable::built_in().words(text).iter().any(|word| word.number.is_some())
}

/// The statements of two pieces of advice that a statement of the plan names: each has a number of it that the other
/// does not have. Of several, those that share the most words with it and its paragraph.
fn named<'s>(
    statement: &Statement,
    plan: &Table<AlignedNumber, Statement>,
    all: &[Of<'s>],
    names: &[String],
) -> Option<(Of<'s>, Of<'s>, ChangeReason)> {
    let table = WordTable::built_in();
    let block = |one: &Statement| (one.place.part, one.place.block);
    let near: Vec<&Statement> =
        plan.rows().iter().filter(|one| block(one) == block(statement)).collect();
    let score = |of: &Statement| {
        let is_shared = |word: &&Word| {
            let is_name = names.binary_search(&word.text).is_ok();
            table.is_weighty(word) && !is_name && near.iter().any(|one| one.says(word))
        };
        of.words.iter().filter(is_shared).count()
    };
    let is_here = |of: &&Of| of.1.section.purpose() == statement.section.purpose();
    let mut best: Vec<(usize, Of<'s>, &Word)> = Vec::new();
    for number in statement.words.iter().filter(|word| word.number.is_some()) {
        for of in all.iter().filter(is_here).filter(|of| of.1.has(number)) {
            best.push((score(of.1), *of, number));
        }
    }
    best.retain(|(score, ..)| *score > 0);
    let mut found: Option<(usize, [(Of<'s>, &Word); 2])> = None;
    for (at, (score, one, number)) in best.iter().enumerate() {
        for (more, other, second) in best.iter().skip(at + 1) {
            let differs = one.0 != other.0
                && number.number != second.number
                && !one.1.has(second)
                && !other.1.has(number);
            let sum = score + more;
            if differs && found.as_ref().is_none_or(|(known, ..)| *known < sum) {
                found = Some((sum, [(*one, *number), (*other, *second)]));
            }
        }
    }
    let (_, [mut one, mut other]) = found?;
    if one.0.0 > other.0.0 {
        std::mem::swap(&mut one, &mut other);
    }
    let (from, to) = (one.1.text.clone(), other.1.text.clone());
    let reason = changed(ChangeElement::Number, ChangeEffect::Other, "Number", from, to);
    Some((one.0, other.0, reason))
}
