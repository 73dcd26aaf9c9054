//! Draws samples, from all plans at once or one plan after another.

use std::collections::BTreeSet;

use super::document::{Quota, SamplePlan};
use super::draw::{Draw, DrawMode, GroupNo, digits};
use super::drawn::{Sample, SampleDrawn, SampleGroup};
use super::request::group_of;
use crate::document::problem::Problem;
use crate::document::table::Table;

/// Draws the sample of a request.
#[must_use]
pub fn sample(draw: &Draw) -> Sample<'_> {
    let mut sampling = Sampling::new(draw);
    for plan in &draw.request.plans {
        // The plans of a request were checked.
        let _ = sampling.add(plan);
    }
    sampling.finish()
}

/// A sample while plans are added to it, one by one and in any order. By quota it keeps no more plans
/// than are drawn.
///
/// A plan that is added twice is drawn once and counted twice: to remember all that were added is
/// for the host.
#[derive(Debug, Clone)]
pub struct Sampling<'a> {
    draw: &'a Draw,
    groups: Table<GroupNo, Group>,
}

/// What was added of one group.
#[derive(Debug, Clone, Default)]
struct Group {
    plans: usize,
    /// By hash, then by reference. A set, and no heap: a plan that comes again takes no second place.
    drawn: BTreeSet<(u64, String)>,
}

impl<'a> Sampling<'a> {
    /// A sample without plans. Those of the request are not in it.
    #[must_use]
    pub fn new(draw: &'a Draw) -> Self {
        Self { draw, groups: Table::like(&draw.groups(), Group::default()) }
    }

    /// Adds a plan.
    ///
    /// # Errors
    /// What is wrong with it; it is not added then.
    pub fn add(&mut self, plan: &SamplePlan) -> Result<(), Vec<Problem>> {
        let number = group_of(&self.draw.phases, self.draw.purpose.by_phase, plan)?;
        let group = &mut self.groups[number];
        group.plans += 1;
        let hash = self.draw.hash(&plan.reference);
        match (&self.draw.mode, self.draw.below()) {
            (_, Some(below)) if u128::from(hash) >= below => {}
            (DrawMode::Rate(_), _) => {
                group.drawn.insert((hash, plan.reference.clone()));
            }
            (DrawMode::Quota(quota), _) => {
                group.drawn.insert((hash, plan.reference.clone()));
                if group.drawn.len() > *quota as usize {
                    group.drawn.pop_last();
                }
            }
        }
        Ok(())
    }

    /// The sample of the plans that were added.
    #[must_use]
    pub fn finish(self) -> Sample<'a> {
        let mut groups = Vec::new();
        let mut drawn = Vec::new();
        for (number, (phase, name)) in self.draw.groups().iter() {
            let (phase, group) = (*phase, &self.groups[number]);
            let quota = self.draw.request.quota.map_or(0, Quota::number) as usize;
            groups.push(SampleGroup {
                phase,
                name,
                plans: group.plans,
                drawn: group.drawn.len(),
                short_by: quota.saturating_sub(group.drawn.len()),
            });
            let plans = group.drawn.iter();
            drawn.extend(plans.map(|(hash, reference)| SampleDrawn {
                reference: reference.clone(),
                phase,
                hash: digits(*hash),
            }));
        }
        Sample { terms: self.draw.terms(), groups, drawn }
    }
}
