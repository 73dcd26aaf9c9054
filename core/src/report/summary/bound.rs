//! How large a summary may grow.
//!
//! Of names that a host gives, a summary keeps the first in the order of their ids, each with all that was counted,
//! and adds up the others. A name that is among the first of all is among the first of each part in which it stands,
//! so none of its counts are ever added to the others; and one that is not is sooner or later taken out, with all its
//! counts. So the order of plans and of parts does not matter, nor in which parts they were counted.

use std::collections::BTreeMap;

use super::counts::{FindingCounts, KNOWN_DIMENSIONS, Summary};
use super::merge::{Counts, under};
use super::record::MOST_DIMENSIONS;

/// The most values of a dimension that are counted each by itself.
pub const MOST_VALUES: usize = 1_000;

/// The most rules of wording that are counted for a section.
pub const MOST_RULES: usize = 1_000;

impl Summary {
    /// Takes out the names after the first ones.
    pub(super) fn bound(&mut self) {
        let hosts = |name: &&String| !KNOWN_DIMENSIONS.contains(&name.as_str());
        while self.dimensions.len() > MOST_DIMENSIONS
            && self.dimensions.keys().filter(hosts).count() > MOST_DIMENSIONS
            && let Some(last) = self.dimensions.keys().rfind(hosts).cloned()
        {
            let values = self.dimensions.remove(&last).unwrap_or_default();
            let others = self.other_values.as_mut().and_then(|others| others.remove(&last));
            let sum = self.other_dimensions.get_or_insert_default();
            for graded in values.values().chain(&others) {
                sum.merge(&graded.plans);
            }
        }
        for (name, values) in &mut self.dimensions {
            while let Some(graded) = last_of(values, MOST_VALUES) {
                let others = self.other_values.get_or_insert_default();
                under(others, name, |sum| Counts::merge(sum, &graded));
            }
        }
        if let Some(others) = &mut self.other_values {
            others.retain(|name, _| self.dimensions.contains_key(name));
        }
        for findings in self.wording.values_mut() {
            findings.bound();
        }
        // The responses of other terms are as those of which the term is not known.
        for survey in self.families.iter_mut().flat_map(BTreeMap::values_mut) {
            while last_of(&mut survey.terms, MOST_VALUES).is_some() {}
        }
    }
}

impl FindingCounts {
    fn bound(&mut self) {
        while let Some(rule) = last_of(&mut self.rules, MOST_RULES) {
            self.other_rules.get_or_insert_default().merge(&rule.found);
        }
    }
}

/// Takes the last entry out of a map that has more than so many.
fn last_of<T>(map: &mut BTreeMap<String, T>, most: usize) -> Option<T> {
    if map.len() <= most {
        return None;
    }
    map.pop_last().map(|(_, last)| last)
}
