//! How each descriptor stands, as far as it is shown.
//!
//! Which plans a descriptor applies to is decided by facts about the plan, and several descriptors depend on the same
//! facts. So whether their "not applicable" is shown must follow from that number alone: one row that shows it would
//! open the others.

use super::counted::{Counted, row_of};
use super::counts::{DescriptorCounts, total};
use super::hide::{CountNumber, is_small};
use crate::document::table::Number;
use crate::framework::{DescriptorRule, Fact, FactCondition};

/// The shown numbers of plans to which descriptors do not apply, by what they depend on. These descriptors cannot be
/// excluded by the assessor, and those that depend on less come first.
pub(super) struct Exclusions<'a>(Vec<(&'a [FactCondition], u32)>);

impl<'a> Exclusions<'a> {
    pub(super) fn new(counted: &Counted<'a>) -> Self {
        let rules = counted.framework.rules.descriptors.rows();
        let rules = || rules.iter().filter(|rule| !rule.may_exclude && !rule.all_of.is_empty());
        let most = rules().map(|rule| rule.all_of.len()).max().unwrap_or(0);
        let mut shown = Self(Vec::new());
        for length in 1..=most {
            for rule in rules().filter(|rule| rule.all_of.len() == length) {
                let not_applicable = Standings::of(counted, &rule.id).not_applicable;
                if shown.is_shown(counted, rule, not_applicable) {
                    shown.0.push((&rule.all_of, not_applicable));
                }
            }
        }
        shown
    }

    /// Of the plans to which a descriptor does not apply, as many as a reader knows from other descriptors: those that
    /// depend on nothing that it does not depend on.
    fn known(&self, rule: &DescriptorRule, not_applicable: u32) -> u32 {
        let is_wider = |conditions: &[FactCondition]| {
            let is_less = conditions.len() < rule.all_of.len() || rule.may_exclude;
            is_less && conditions.iter().all(|one| rule.all_of.contains(one))
        };
        let wider = self
            .0
            .iter()
            .filter(|(conditions, number)| *number <= not_applicable && is_wider(conditions));
        wider.map(|(_, number)| *number).max().unwrap_or(0)
    }

    /// Whether it is shown to how many plans a descriptor does not apply: neither they, beside those that are known,
    /// nor the plans that are left may be few.
    fn is_shown(&self, counted: &Counted, rule: &DescriptorRule, not_applicable: u32) -> bool {
        let known = self.known(rule, not_applicable);
        let others = counted.summary.all.plans.saturating_sub(not_applicable);
        !is_small(not_applicable.saturating_sub(known), counted.below)
            && !is_small(others, counted.below)
    }

    /// In how many plans a descriptor is met, is met in part where that is an answer, is not met, does not count, and
    /// is open, and the sum.
    pub(super) fn row(&self, counted: &Counted, id: &str) -> Vec<Option<u32>> {
        let standings = Standings::of(counted, id);
        let hidden = rule(counted, id).and_then(|rule| self.hidden(counted, rule, &standings));
        let counts = standings.in_order();
        let hidden = hidden.unwrap_or_else(|| vec![true; counts.len()]);
        row_of(&counts, &hidden, counted.plans.is_none())
    }

    /// What is hidden of the row; none where all of it is.
    fn hidden(
        &self,
        counted: &Counted,
        rule: &DescriptorRule,
        standings: &Standings,
    ) -> Option<Vec<bool>> {
        let Standings { answered, not_applicable, open } = standings;
        let depends_on_year = rule.all_of.iter().any(|one| one.fact == Fact::YEAR_GROUP);
        if depends_on_year && counted.hidden_phases.contains(&true) {
            // Phases are made of year groups: what is shown here would bound those that are hidden.
            return None;
        }
        // What is most often few is hidden first, and what the report is about last.
        let mut counts = vec![*open];
        counts.extend(answered);
        let last = answered.len();
        let is_shown = self.is_shown(counted, rule, *not_applicable);
        let hidden = if is_shown {
            counted.hidden(&counts, &[], (0..=last).map(CountNumber::at))
        } else {
            counts.push(not_applicable.saturating_sub(self.known(rule, *not_applicable)));
            let order = (0..last).chain([last + 1, last]);
            counted.hidden(&counts, &[], order.map(CountNumber::at))
        };
        let (open, rest) = hidden.split_first()?;
        let mut row = rest.get(..last)?.to_vec();
        row.extend([!is_shown, *open]);
        Some(row)
    }
}

/// Whether a descriptor depends on the child's age, so that it cannot fail in every phase.
pub(super) fn depends_on_age(counted: &Counted, id: &str) -> bool {
    let is_of_age = |one: &FactCondition| matches!(one.fact, Fact::YEAR_GROUP | Fact::AGE);
    rule(counted, id).is_some_and(|rule| rule.all_of.iter().any(is_of_age))
}

fn rule<'a>(counted: &Counted<'a>, id: &str) -> Option<&'a DescriptorRule> {
    let rules = &counted.framework.rules;
    Some(&rules.descriptors[rules.descriptor(id)?])
}

/// In how many plans a descriptor stands in which way.
struct Standings {
    /// Met, met in part where that is an answer, and not met.
    answered: Vec<u32>,
    not_applicable: u32,
    open: u32,
}

impl Standings {
    fn of(counted: &Counted, id: &str) -> Self {
        let none = DescriptorCounts::default();
        let counts = counted.summary.descriptors.get(id).unwrap_or(&none);
        let has_partly = counted.framework.rules.answers.has_partly();
        let partly = has_partly.then(|| counts.partly.unwrap_or(0));
        let mut answered = vec![counts.met];
        answered.extend(partly);
        answered.push(counts.not_met);
        let known = total(&answered).saturating_add(counts.not_applicable);
        let open = counted.summary.all.plans.saturating_sub(known);
        Self { answered, not_applicable: counts.not_applicable, open }
    }

    fn in_order(&self) -> Vec<u32> {
        let mut counts = self.answered.clone();
        counts.extend([self.not_applicable, self.open]);
        counts
    }
}

#[cfg(test)]
mod tests;
