//! How each descriptor stands, as far as it is shown.
//!
//! Which plans a descriptor applies to is decided by facts about the plan, and several descriptors depend on the same
//! facts. So whether their "not applicable" is shown must follow from that number alone: one row that shows it would
//! open the others.

use super::counted::{Counted, row_of};
use super::counts::total;
use super::hide::is_small;
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
                let [_, _, not_applicable, _] = counts(counted, &rule.id);
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

    /// In how many plans a descriptor is met, is not met, does not count, and is open, and the sum.
    pub(super) fn row(&self, counted: &Counted, id: &str) -> Vec<Option<u32>> {
        let counts = counts(counted, id);
        let hidden = match rule(counted, id) {
            Some(rule) => self.hidden(counted, rule, counts),
            None => [true; 4],
        };
        row_of(&counts, &hidden, counted.plans.is_none())
    }

    fn hidden(&self, counted: &Counted, rule: &DescriptorRule, counts: [u32; 4]) -> [bool; 4] {
        let [met, not_met, not_applicable, open] = counts;
        let depends_on_year = rule.all_of.iter().any(|one| one.fact == Fact::YearGroup);
        if depends_on_year && counted.hidden_phases.contains(&true) {
            // Phases are made of year groups: what is shown here would bound those that are hidden.
            return [true; 4];
        }
        // What is most often few is hidden first, and what the report is about last.
        if self.is_shown(counted, rule, not_applicable) {
            let hidden = counted.hidden(&[open, met, not_met], &[], 0..3);
            return match hidden[..] {
                [open, met, not_met] => [met, not_met, false, open],
                _ => [true; 4],
            };
        }
        let rest = not_applicable.saturating_sub(self.known(rule, not_applicable));
        match counted.hidden(&[open, met, not_met, rest], &[], [0, 1, 3, 2])[..] {
            [open, met, not_met, _] => [met, not_met, true, open],
            _ => [true; 4],
        }
    }
}

/// Whether a descriptor depends on the child's age, so that it cannot fail in every phase.
pub(super) fn depends_on_age(counted: &Counted, id: &str) -> bool {
    let is_of_age = |one: &FactCondition| matches!(one.fact, Fact::YearGroup | Fact::Age);
    rule(counted, id).is_some_and(|rule| rule.all_of.iter().any(is_of_age))
}

fn rule<'a>(counted: &Counted<'a>, id: &str) -> Option<&'a DescriptorRule> {
    let rules = &counted.framework.rules;
    Some(&rules.descriptors[rules.descriptor(id)?])
}

/// In how many plans a descriptor is met, is not met, does not count, and is open.
fn counts(counted: &Counted, id: &str) -> [u32; 4] {
    let all = counted.summary.all.plans;
    let Some(counts) = counted.summary.descriptors.get(id) else { return [0, 0, 0, all] };
    let answered = [counts.met, counts.not_met, counts.not_applicable];
    let open = all.saturating_sub(total(&answered));
    [counts.met, counts.not_met, counts.not_applicable, open]
}

#[cfg(test)]
mod tests;
