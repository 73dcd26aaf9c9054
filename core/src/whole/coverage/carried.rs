//! Which statement of the plan carries a statement of advice, and whether it says as much.

use super::choice::Chosen;
use super::document::{CarriedStatement, CoverageStatus, PlanWords};
use super::lessened::held;
use super::statement::names_advice;
use crate::document::table::{Number as _, Table};
use crate::law::PlanSection;
use crate::plan::AdviceKind;
use crate::whole::align::{
    Aligned, AlignedNumber, Closeness, Closest, Pairing, align_with_closest,
};
use crate::whole::compare::{
    ChangeEffect, ChangeReason, Statement, Word, WordTable, about, aligned, judged,
};

/// Of advice and a plan, which have no order in common.
const OF_SOURCES: Closeness = Closeness { here: 260, elsewhere: 400, between: None };

/// How far from a statement the others of its paragraph stand that belong to it.
const NEAR: usize = 3;

/// How near a statement of the plan is at least that carries one which has no partner of its own: one of the plan may
/// carry several of the advice.
const CARRIES_TOO: u32 = 340;

/// How near a statement of the plan is at least that is shown as the closest to one which is not found.
const SHOWN: u32 = 120;

/// The least share of the weighty words of advice that a statement which carries it says, in hundredths.
const LEAST_SHARED: usize = 20;

/// How the statements of a piece of advice go with those of a plan.
pub(super) struct Paired {
    pairings: Vec<Pairing>,
    /// The closest of the plan to each of the advice.
    closest: Table<AlignedNumber, Closest>,
}

/// Pairs the statements of a piece of advice with those of a plan, which are ready to be aligned.
pub(super) fn paired(
    advice: &Table<AlignedNumber, Statement>,
    plan: &Table<AlignedNumber, Aligned>,
    names: &[String],
) -> Paired {
    let (pairings, closest) = align_with_closest(&ready(advice, names), plan, OF_SOURCES);
    Paired { pairings, closest }
}

/// Statements that are ready to be aligned: a section stands for all of its purpose.
pub(super) fn ready<'s>(
    statements: &'s Table<AlignedNumber, Statement>,
    names: &[String],
) -> Table<AlignedNumber, Aligned<'s>> {
    let mut ready = aligned(statements, names, true);
    for one in ready.rows_mut() {
        one.section = of_purpose(one.section);
    }
    ready
}

/// One section for all that are for the same.
fn of_purpose(section: PlanSection) -> PlanSection {
    let same = |other: &&PlanSection| other.purpose() == section.purpose();
    PlanSection::ALL.iter().find(same).copied().unwrap_or(section)
}

/// What became of the statements of a piece of advice, in their order.
pub(super) fn carried(
    advice: &Table<AlignedNumber, Statement>,
    plan: &Table<AlignedNumber, Statement>,
    names: &[String],
    paired: &Paired,
    chosen: &Chosen,
) -> Vec<CarriedStatement> {
    let mut of = Table::like(advice, Vec::new());
    let mut is_paired = Table::like(plan, false);
    for pairing in &paired.pairings {
        for number in &pairing.old {
            of[*number].clone_from(&pairing.new);
        }
        for number in pairing.new.iter().filter(|_| !pairing.old.is_empty()) {
            is_paired[*number] = true;
        }
    }
    for (number, closest) in paired.closest.iter() {
        if let (Some((near, new)), true) = (closest, of[number].is_empty())
            && *near >= CARRIES_TOO
        {
            of[number].push(*new);
        }
    }
    siblings(&mut of, advice, plan, &is_paired);
    for (number, one) in advice.iter() {
        with_neighbours(&mut of[number], one, plan, &is_paired);
    }
    for (number, chosen) in chosen.iter() {
        if let Some(chosen) = chosen {
            of[number].clone_from(chosen);
        }
    }
    let carry = |(number, one): (AlignedNumber, &Statement)| {
        let mut carried = carry(one, &of[number], plan, names, chosen[number].is_some());
        if carried.plan.is_empty() {
            let closest = paired.closest[number].filter(|(near, _)| *near >= SHOWN);
            carried.closest = closest.map(|(_, number)| words_of(&plan[number]));
        }
        carried
    };
    advice.iter().map(carry).collect()
}

/// Pairs what is left of a paragraph of advice with what is left of the paragraph that carries its other sentences.
fn siblings(
    of: &mut Table<AlignedNumber, Vec<AlignedNumber>>,
    advice: &Table<AlignedNumber, Statement>,
    plan: &Table<AlignedNumber, Statement>,
    is_paired: &Table<AlignedNumber, bool>,
) {
    let table = WordTable::built_in();
    let block = |one: &Statement| (one.place.part, one.place.block);
    for (number, one) in
        advice.iter().filter(|(number, _)| of[*number].is_empty()).collect::<Vec<_>>()
    {
        let before = number.place().checked_sub(1).and_then(|before| advice.number(before));
        let before = before.filter(|before| block(&advice[*before]) == block(one));
        let Some(first) = before.and_then(|before| of[before].first().copied()) else { continue };
        let near = (1..=NEAR).filter_map(|far| plan.number(first.place() + far)).find(|near| {
            block(&plan[*near]) == block(&plan[first])
                && !is_paired[*near]
                && one.words.iter().any(|word| table.is_content(word) && plan[*near].says(word))
        });
        of[number].extend(near);
    }
}

/// Adds the sentences beside a statement of the plan, in its paragraph, that share words of a statement of advice which
/// it does not have: what was one sentence may be several.
fn with_neighbours(
    of: &mut Vec<AlignedNumber>,
    one: &Statement,
    plan: &Table<AlignedNumber, Statement>,
    is_paired: &Table<AlignedNumber, bool>,
) {
    let table = WordTable::built_in();
    let Some(first) = of.first().copied() else { return };
    let place = |number: AlignedNumber| (plan[number].place.part, plan[number].place.block);
    let near = (1..=NEAR).flat_map(|far| {
        let at = first.place();
        [at.checked_sub(far), at.checked_add(far)].into_iter().flatten()
    });
    for number in near.filter_map(|at| plan.number(at)) {
        let is_other =
            is_paired[number] || of.contains(&number) || names_advice(&plan[number].words);
        if place(number) != place(first) || is_other {
            continue;
        }
        let has = |number: AlignedNumber, word: &Word| plan[number].has(word);
        let adds = |word: &Word| {
            table.is_content(word) && has(number, word) && !of.iter().any(|known| has(*known, word))
        };
        if one.words.iter().any(adds) {
            of.insert(of.partition_point(|known| *known < number), number);
        }
    }
}

fn carry(
    one: &Statement,
    of: &[AlignedNumber],
    plan: &Table<AlignedNumber, Statement>,
    names: &[String],
    chosen: bool,
) -> CarriedStatement {
    let kind = AdviceKind::of_part(one.place.part);
    let mut found: Vec<&Statement> = of.iter().map(|number| &plan[*number]).collect();
    let table = WordTable::built_in();
    let weighty = || one.words.iter().filter(|word| table.is_weighty(word));
    let mut shared: Vec<String> = weighty()
        .filter(|word| found.iter().any(|other| other.says(word)))
        .map(|word| word.text.clone())
        .collect();
    if !chosen && shared.len() * 100 < weighty().count() * LEAST_SHARED {
        found.clear();
        shared.clear();
    }
    let mut reasons = Vec::new();
    if !found.is_empty() {
        let judged = judged(&[one], &found, names, about(kind.section()));
        reasons = held(judged, kind, one, &found);
    }
    let is_here = found.iter().any(|other| other.section.purpose() == kind.section().purpose());
    let is_less = |reason: &ChangeReason| reason.effect == ChangeEffect::Less;
    let status = if found.is_empty() {
        CoverageStatus::NotFound
    } else if reasons.iter().any(is_less) {
        CoverageStatus::Weaker
    } else if is_here {
        CoverageStatus::Whole
    } else {
        CoverageStatus::Moved
    };
    CarriedStatement {
        kind,
        status,
        place: one.place,
        text: one.text.clone(),
        plan: found.into_iter().map(words_of).collect(),
        closest: None,
        shared,
        chosen,
        reasons,
    }
}

/// A statement of a plan as it is shown.
pub(super) fn words_of(statement: &Statement) -> PlanWords {
    PlanWords {
        section: statement.section,
        place: statement.place,
        text: statement.text.clone(),
        carries: AdviceKind::carried_by(statement.section),
    }
}
