//! Adds up summaries that were counted in parts.

use std::collections::BTreeMap;

use super::by_grade::ByGrade;
use super::counts::{
    DescriptorCounts, FindingCounts, Graded, IssuedCounts, OrderedCounts, RuleCounts, Summary,
    SurveyCounts, Timeliness,
};
use crate::process::agreement::Agreement;

/// Counts under a name, from nothing on. The name is copied the first time alone.
pub(super) fn under<T: Default>(
    map: &mut BTreeMap<String, T>,
    name: &str,
    count: impl FnOnce(&mut T),
) {
    if let Some(counts) = map.get_mut(name) {
        count(counts);
    } else {
        let mut counts = T::default();
        count(&mut counts);
        map.insert(name.to_owned(), counts);
    }
}

/// Counts that can be added up. All stop at the highest number, so that even there the order is nothing.
pub(super) trait Counts: Default {
    fn merge(&mut self, other: &Self);
}

impl Counts for u32 {
    fn merge(&mut self, other: &Self) {
        *self = self.saturating_add(*other);
    }
}

impl<T: Counts> Counts for BTreeMap<String, T> {
    fn merge(&mut self, other: &Self) {
        for (name, counts) in other {
            under(self, name, |sum: &mut T| sum.merge(counts));
        }
    }
}

/// What is there where it is more than nothing.
impl<T: Counts> Counts for Option<T> {
    fn merge(&mut self, other: &Self) {
        if let Some(other) = other {
            self.get_or_insert_default().merge(other);
        }
    }
}

impl<T: Counts + Clone> Counts for ByGrade<T> {
    fn merge(&mut self, other: &Self) {
        self.merge_with(other, T::merge);
    }
}

impl Counts for Agreement {
    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

/// Adds up structs field by field.
macro_rules! counts {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Counts for $name {
            fn merge(&mut self, other: &Self) {
                $( Counts::merge(&mut self.$field, &other.$field); )*
            }
        }
    )*};
}

counts! {
    Summary {
        not_read, all, sections, descriptors, wording, thread, dimensions, other_values, other_dimensions, regraded,
        agreement, timeliness, families
    }
    Graded { plans, scores }
    DescriptorCounts { met, partly, not_met, not_applicable, not_met_by_phase }
    FindingCounts { looked_at, rules, other_rules }
    RuleCounts { found, found_by_phase }
    Timeliness { no_exception, exception_claimed, after_order }
    OrderedCounts { in_time, exception_claimed, late, not_judged }
    SurveyCounts { responses, sent, terms, questions }
    IssuedCounts { within_20_weeks, within_a_year, over_a_year, days }
}
