//! Which values of a dimension always stand beside the same value of another: by these one dimension divides another,
//! and what is hidden in one could be worked out from both.

use std::collections::BTreeMap;

use super::counted::Counted;
use super::counts::{Beside, Summary};
use super::merge::under;
use super::shown::{Table, TableRow};
use crate::report::messages::REPORT_DIVIDES;
use crate::text::fill::plain;

/// The most dimensions of the host that are compared, in the order of their ids.
pub(super) const MOST_COMPARED: usize = 8;

/// The most values of each, likewise.
const MOST_COMPARED_VALUES: usize = 100;

impl Beside {
    /// Adds what is known of more plans with the same value.
    fn add(&mut self, other: &Self) {
        if self.plans == 0 && self.value.is_none() && !self.several {
            self.clone_from(other);
        } else if other.several || self.value != other.value {
            *self = Self { several: true, ..Self::default() };
        } else {
            self.plans = self.plans.saturating_add(other.plans);
        }
    }
}

impl Summary {
    /// Counts which values of a plan stand beside each other.
    pub(super) fn add_beside(&mut self, values: &[(&str, &str)]) {
        let compared = values.get(..MOST_COMPARED).unwrap_or(values);
        for (name, value) in compared {
            for (other, beside) in compared.iter().filter(|(other, _)| other != name) {
                let one = Beside { value: Some((*beside).to_owned()), plans: 1, several: false };
                self.know_beside(name, other, value, &one);
            }
        }
        self.bound_beside();
    }

    /// Adds what another summary knows of values beside each other.
    pub(super) fn merge_beside(&mut self, other: &Self) {
        for (name, others) in other.beside.iter().flatten() {
            for (coarser, values) in others {
                for (value, beside) in values {
                    self.know_beside(name, coarser, value, beside);
                }
            }
        }
        self.bound_beside();
    }

    fn know_beside(&mut self, name: &str, other: &str, value: &str, beside: &Beside) {
        under(self.beside.get_or_insert_default(), name, |others| {
            under(others, other, |values| {
                under(values, value, |known: &mut Beside| known.add(beside));
            });
        });
    }

    /// Takes out what comes after the first ones, which does not depend on the order of plans and parts.
    fn bound_beside(&mut self) {
        let Some(beside) = &mut self.beside else { return };
        while beside.len() > MOST_COMPARED {
            beside.pop_last();
        }
        for others in beside.values_mut() {
            while others.len() > MOST_COMPARED {
                others.pop_last();
            }
            for values in others.values_mut() {
                while values.len() > MOST_COMPARED_VALUES {
                    values.pop_last();
                }
            }
        }
    }

    /// The value of a coarser dimension beside each value of a finer one; none where a value of the finer one has
    /// several, or not all of its plans have one.
    fn divided(&self, finer: &str, coarser: &str) -> Option<BTreeMap<&str, &str>> {
        let beside = self.beside.as_ref()?.get(finer)?.get(coarser)?;
        let values = self.dimensions.get(finer)?.iter().map(|(value, graded)| {
            let beside = beside.get(value)?;
            let is_in_one = !beside.several && beside.plans == graded.plans;
            Some((value.as_str(), beside.value.as_deref().filter(|_| is_in_one)?))
        });
        values.collect()
    }
}

/// Leaves out the table of a dimension that divides another one, where counts that neither shows could be worked out
/// from both. Of two that divide the plans alike it is the later one.
pub(super) fn leave_out(counted: &Counted, tables: &mut [Table]) {
    let Counted { summary, below, .. } = counted;
    for (finer, others) in summary.beside.iter().flatten() {
        for coarser in others.keys() {
            let Some(within) = summary.divided(finer, coarser) else { continue };
            if finer < coarser && summary.divided(coarser, finer).is_some() {
                continue;
            }
            let table = |name: &str| {
                tables.iter().position(|table| table.id.strip_prefix("by-") == Some(name))
            };
            let (Some(fine), Some(coarse)) = (table(finer), table(coarser)) else { continue };
            let gives_away = match (tables.get(fine), tables.get(coarse)) {
                (Some(fine), Some(coarse)) => gives_away(fine, coarse, &within, *below),
                _ => false,
            };
            if let Some(fine) = tables.get_mut(fine).filter(|_| gives_away) {
                fine.rows.clear();
                fine.left_out = Some(counted.say_with(&REPORT_DIVIDES, "other", &plain(coarser)));
            }
        }
    }
}

/// Whether something that is hidden could be worked out from a table and a finer one.
fn gives_away(fine: &Table, coarse: &Table, within: &BTreeMap<&str, &str>, below: u32) -> bool {
    coarse.rows.iter().any(|row| {
        let parts: Vec<&TableRow> = fine
            .rows
            .iter()
            .filter(|part| within.get(part.id.as_str()).copied() == Some(row.id.as_str()))
            .collect();
        let total = row.counts.len().saturating_sub(1);
        !parts.is_empty()
            && row.counts.iter().enumerate().any(|(column, all)| {
                // A value is listed where a plan has it; of a grade it may have none.
                let least = u32::from(column == total);
                let counts = parts.iter().map(|part| part.counts.get(column).copied().flatten());
                tells(*all, &counts.collect::<Vec<_>>(), least, below)
            })
    })
}

/// Whether a count and its parts tell more than is shown. What the parts leave of the count must be nothing, or more
/// than a small number; where parts are hidden, each must have as many values as in a row of one table.
fn tells(all: Option<u32>, parts: &[Option<u32>], least: u32, below: u32) -> bool {
    let shown = parts.iter().flatten().fold(0, |sum: u32, count| sum.saturating_add(*count));
    let hidden =
        u32::try_from(parts.iter().filter(|count| count.is_none()).count()).unwrap_or(u32::MAX);
    let Some(all) = all else { return hidden == 0 || shown > 0 };
    let rest = all.saturating_sub(shown);
    match hidden {
        0 => (1..below).contains(&rest),
        1 => true,
        _ => rest < least.saturating_mul(hidden - 1).saturating_add(below.saturating_sub(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::tells;

    #[test]
    fn what_is_left_of_a_count_is_nothing_or_not_small() {
        // 15 plans, of which 12 are shown in a finer table: 3 are left.
        assert!(tells(Some(15), &[Some(12), None], 1, 5));
        assert!(tells(Some(15), &[Some(12)], 1, 5));
        assert!(!tells(Some(15), &[Some(12), Some(3)], 1, 2));
        assert!(!tells(Some(12), &[Some(12)], 1, 5));
        assert!(!tells(Some(17), &[Some(12)], 1, 5));
        // Two that are hidden have 15 together: the small one may be 1, 2, 3 or 4.
        assert!(!tells(Some(15), &[None, None], 1, 5));
        // Of 4 with at least 1 each, none may be 4.
        assert!(tells(Some(4), &[None, None], 1, 5));
        assert!(!tells(Some(5), &[None, None], 1, 5));
        // A hidden count whose parts are shown is their sum.
        assert!(tells(None, &[Some(3)], 0, 5));
        assert!(tells(None, &[Some(1), None], 0, 5));
        assert!(!tells(None, &[None, None], 0, 5));
        assert!(!tells(None, &[Some(0), None], 0, 5));
    }
}
