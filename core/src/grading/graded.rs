//! A graded review, as reasons, findings and the path read it.

use super::grades::{Grades, grades};
use super::state::{State, states};
use crate::document::table::{Table, each};
use crate::framework::{DescriptorNo, Rules, SectionNo};
use crate::review::Review;

/// A review with its grades and the states that they rest on.
pub(crate) struct Graded<'a> {
    pub(crate) review: &'a Review,
    pub(crate) rules: &'a Rules,
    pub(crate) states: Table<DescriptorNo, State>,
    pub(crate) grades: Grades,
}

impl<'a> Graded<'a> {
    /// Grades a review.
    pub(crate) fn new(review: &'a Review) -> Self {
        let (states, grades) = (states(review), grades(review));
        Self { review, rules: &review.framework().rules, states, grades }
    }

    /// The pointers to the descriptors of a section that stand in one of these ways, in printed order.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn pointers(&self, section: SectionNo, standing: &[State]) -> Vec<&'a str> {
        let rules = self.rules;
        let descriptors = each(&rules.sections[section].descriptors);
        let standing = descriptors.filter(|number| standing.contains(&self.states[*number]));
        standing.map(|number| rules.descriptors[number].at.as_str()).collect()
    }
}
