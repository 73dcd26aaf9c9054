//! The comparison of advice with a plan.

use super::carried::{carried, paired};
use super::conflict::conflicts;
use super::document::{CarriedStatement, Coverage, CoveredAdvice};
use super::listed::listed;
use super::source::unsourced;
use super::statement::{AdviceStatements, PlanStatements, advice_statements, plan_statements};
use crate::plan::{AdviceDocument, PlanDocument};
use crate::whole::compare::{Statement, names_of};
use crate::wording::STANDING;

/// The most pieces of advice that are compared with a plan.
pub const MOST_ADVICES: usize = 50;

/// Compares advice with the plan that is written from it: what the plan carries of each statement, what it specifies
/// without a source, where the advice differs, and whether Section K lists it.
///
/// Of more than [`MOST_ADVICES`], the first are compared.
#[must_use]
pub fn coverage(advices: &[AdviceDocument], plan: &PlanDocument) -> Coverage {
    let sources: Vec<AdviceStatements> =
        advices.iter().take(MOST_ADVICES).map(advice_statements).collect();
    let PlanStatements { text, list } = plan_statements(plan);
    let names = names_of(sources.iter().flat_map(|one| one.stated.rows()).chain(text.rows()));
    let mut covered = Vec::new();
    for (advice, source) in advices.iter().zip(&sources) {
        let paired = paired(&source.stated, &text, &names);
        covered.push(CoveredAdvice {
            author: advice.author.clone(),
            role: advice.role.clone(),
            date: advice.date,
            statements: carried(&source.stated, &text, &names, &paired),
        });
    }
    let carried: Vec<&CarriedStatement> =
        covered.iter().flat_map(|advice| &advice.statements).collect();
    let all: Vec<&Statement> =
        sources.iter().flat_map(|one| one.stated.rows().iter().chain(&one.rest)).collect();
    let unsourced = unsourced(&text, &all, &carried, &names);
    Coverage {
        standing: STANDING,
        unsourced,
        conflicts: conflicts(&sources, &text, &names),
        listed: listed(advices.get(..sources.len()).unwrap_or(advices), &list),
        advices: covered,
    }
}
