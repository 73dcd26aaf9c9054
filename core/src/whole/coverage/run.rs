//! The comparison of advice with a plan.

use super::bearing::bear;
use super::carried::{carried, paired, ready, words_of};
use super::choice::{CoverageChoice, chosen};
use super::conflict::conflicts;
use super::document::{CarriedStatement, Coverage, CoveredAdvice};
use super::listed::listed;
use super::source::unsourced;
use super::statement::{AdviceStatements, PlanStatements, advice_statements, plan_statements};
use crate::framework::Framework;
use crate::plan::{AdviceDocument, PlanDocument};
use crate::whole::compare::{Statement, names_of};
use crate::wording::standing;

/// The most pieces of advice that are compared with a plan.
pub const MOST_ADVICES: usize = 50;

/// Compares advice with the plan that is written from it: what the plan carries of each statement, what it specifies
/// without a source, where the advice differs, whether Section K lists it, and what of this bears on the descriptors of
/// the framework. What a person chose stands over what is paired here.
///
/// Of more than [`MOST_ADVICES`], the first are compared.
#[must_use]
pub fn coverage(
    framework: &Framework,
    advices: &[AdviceDocument],
    plan: &PlanDocument,
    choices: &[CoverageChoice],
) -> Coverage {
    let sources: Vec<AdviceStatements> =
        advices.iter().take(MOST_ADVICES).map(advice_statements).collect();
    let PlanStatements { text, list } = plan_statements(plan);
    let names = names_of(sources.iter().flat_map(|one| one.stated.rows()).chain(text.rows()));
    let stated: Vec<_> = sources.iter().map(|one| &one.stated).collect();
    let catalogue = framework.catalogue();
    let (chosen, unknown) = chosen(catalogue, choices, &stated, &text);
    let carriers = ready(&text, &names);
    let mut covered = Vec::new();
    for ((advice, source), chosen) in advices.iter().zip(&sources).zip(&chosen) {
        let paired = paired(&source.stated, &carriers, &names);
        covered.push(CoveredAdvice {
            author: advice.author.clone(),
            role: advice.role.clone(),
            date: advice.date,
            statements: carried(&source.stated, &text, &names, &paired, chosen),
        });
    }
    let carried: Vec<&CarriedStatement> =
        covered.iter().flat_map(|advice| &advice.statements).collect();
    let all: Vec<&Statement> =
        sources.iter().flat_map(|one| one.stated.rows().iter().chain(&one.rest)).collect();
    let unsourced = unsourced(catalogue, &text, &all, &carried, &names);
    let mut coverage = Coverage {
        standing: standing(catalogue).to_owned(),
        plan: text.rows().iter().map(words_of).collect(),
        unsourced,
        conflicts: conflicts(catalogue, &sources, &text, &names),
        listed: listed(catalogue, advices.get(..sources.len()).unwrap_or(advices), &list),
        advices: covered,
        descriptors: Vec::new(),
        criteria: Vec::new(),
        unknown,
    };
    bear(framework, &mut coverage);
    coverage
}
