//! Which statement of the plan carries a statement of advice, and whether it says as much.

use super::document::{CarriedStatement, CoverageStatus, PlanWords};
use crate::document::table::Table;
use crate::law::PlanSection;
use crate::plan::AdviceKind;
use crate::whole::align::{AlignedNumber, Closeness, Pairing, align};
use crate::whole::compare::{
    ChangeEffect, ChangeElement, ChangeReason, Statement, about, aligned, judged,
};

/// Of advice and a plan, which have no order in common.
const OF_SOURCES: Closeness = Closeness { here: 230, elsewhere: 400, between: None };

/// The pairings of the statements of a piece of advice with those of a plan.
pub(super) fn pairings(
    advice: &Table<AlignedNumber, Statement>,
    plan: &Table<AlignedNumber, Statement>,
    names: &[String],
) -> Vec<Pairing> {
    let mut old = aligned(advice, names);
    let mut new = aligned(plan, names);
    for one in old.rows_mut().iter_mut().chain(new.rows_mut()) {
        one.section = of_purpose(one.section);
    }
    align(&old, &new, OF_SOURCES)
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
    pairings: &[Pairing],
) -> Vec<CarriedStatement> {
    let mut of = Table::like(advice, Vec::new());
    for pairing in pairings {
        for number in &pairing.old {
            of[*number].clone_from(&pairing.new);
        }
    }
    advice.iter().map(|(number, one)| carry(one, &of[number], plan, names)).collect()
}

fn carry(
    one: &Statement,
    of: &[AlignedNumber],
    plan: &Table<AlignedNumber, Statement>,
    names: &[String],
) -> CarriedStatement {
    let kind = AdviceKind::of_part(one.place.part);
    let found: Vec<&Statement> = of.iter().map(|number| &plan[*number]).collect();
    let mut reasons = Vec::new();
    if !found.is_empty() {
        reasons = judged(&[one], &found, names, about(kind.section()));
    }
    let is_here = found.iter().any(|other| other.section.purpose() == kind.section().purpose());
    let is_less = |reason: &ChangeReason| {
        reason.effect == ChangeEffect::Less && reason.element != ChangeElement::Wording
    };
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
        shared: Vec::new(),
        reasons,
    }
}

/// A statement of a plan as it is shown.
pub(super) fn words_of(statement: &Statement) -> PlanWords {
    PlanWords { section: statement.section, place: statement.place, text: statement.text.clone() }
}
