//! A summary under its framework, with what of it is hidden: what all tables are made from.

use std::collections::BTreeMap;

use super::counts::{FindingCounts, Graded, Summary, total};
use super::hide::{hide, is_small};
use super::shown::Label;
use crate::framework::{Framework, Score};
use crate::text::order::sorted_by_key;

/// A summary under its framework.
pub(super) struct Counted<'a> {
    pub(super) framework: &'a Framework,
    pub(super) summary: &'a Summary,
    pub(super) below: u32,
    /// How many plans, if that is shown.
    pub(super) plans: Option<u32>,
    /// The sections with their descriptors, the block on overall quality last.
    pub(super) parts: Vec<Part>,
    /// The phases with their names.
    pub(super) phases: Vec<Label>,
    /// Which phases are hidden in all tables, and last whether the plans of none are.
    pub(super) hidden_phases: Vec<bool>,
}

/// A section.
pub(super) struct Part {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) is_overall: bool,
    /// Ids and texts.
    pub(super) descriptors: Vec<(String, String)>,
}

/// The values of a dimension, each with its counts: by score and without one.
pub(super) type Values = Vec<(String, [u32; 5])>;

impl<'a> Counted<'a> {
    pub(super) fn new(framework: &'a Framework, summary: &'a Summary, below: u32) -> Self {
        let (sections, overall) = framework.printed_sections();
        let overall_id = overall.id.clone();
        let parts = sections.into_iter().chain([overall]);
        let parts = parts.map(|section| Part {
            is_overall: section.id == overall_id,
            descriptors: section.descriptors.into_iter().map(|one| (one.id, one.text)).collect(),
            id: section.id,
            title: section.title,
        });
        let all = summary.all.plans;
        let phases = framework.phases().iter().map(|phase| Label::new(&phase.id, &phase.name));
        let mut counted = Self {
            framework,
            summary,
            below,
            plans: (!is_small(all, below)).then_some(all),
            parts: parts.collect(),
            phases: phases.collect(),
            hidden_phases: Vec::new(),
        };
        let by_phase: Vec<u32> =
            counted.values("phase").iter().map(|(_, counts)| total(counts)).collect();
        counted.hidden_phases = hide(&by_phase, below);
        counted
    }

    /// Counts of all plans and then their sum; nothing where so few plans are counted that all is hidden.
    pub(super) fn row(&self, counts: &[u32]) -> Vec<Option<u32>> {
        self.row_of(counts, self.plans.is_none())
    }

    /// Counts and then their sum. The sum is shown unless all of this is hidden.
    fn row_of(&self, counts: &[u32], is_hidden: bool) -> Vec<Option<u32>> {
        if is_hidden {
            return vec![None; counts.len() + 1];
        }
        let mut row = masked(counts, &hide(counts, self.below));
        row.push(Some(total(counts)));
        row
    }

    /// Whether it is hidden of how many plans something is known.
    pub(super) fn is_hidden(&self, known: u32) -> bool {
        let rest = self.summary.all.plans.saturating_sub(known);
        self.plans.is_none() || hide(&[known, rest], self.below).contains(&true)
    }

    /// A column for each grade.
    pub(super) fn grade_labels(&self) -> Vec<Label> {
        let label = |score: Score| Label::new(&score.to_string(), self.framework.grade_name(score));
        Score::ALL.into_iter().map(label).collect()
    }

    /// A column for each grade, and one for plans without one.
    pub(super) fn grade_columns(&self) -> Vec<Label> {
        let mut columns = self.grade_labels();
        columns.push(Label::new("not_recorded", "No score recorded"));
        columns
    }

    /// The values of a dimension in their order, and the plans of which its value is not known.
    pub(super) fn values(&self, name: &str) -> Values {
        let none = BTreeMap::new();
        let counted = self.summary.dimensions.get(name).unwrap_or(&none);
        let mut values: Values = match name {
            // All of them, since other tables have a column for each.
            "phase" => {
                let counts = |id: &str| counted.get(id).map(Graded::with_rest).unwrap_or_default();
                self.phases.iter().map(|phase| (phase.id.clone(), counts(&phase.id))).collect()
            }
            _ => {
                counted.iter().map(|(value, graded)| (value.clone(), graded.with_rest())).collect()
            }
        };
        if name == "term" {
            // They come by their ids, and so by their years.
            let (mut years, mut last) = (0, String::new());
            values = sorted_by_key(values, |(value, _)| {
                let (year, place) = self.order_of_term(value);
                if year != last {
                    years += 1;
                    year.clone_into(&mut last);
                }
                years << u16::BITS | place
            });
        }
        let mut rest = self.summary.all.with_rest();
        for (_, counts) in &values {
            for (rest, count) in rest.iter_mut().zip(counts) {
                *rest = rest.saturating_sub(*count);
            }
        }
        values.push(("not_known".to_owned(), rest));
        values
    }

    /// Where a term stands in time: its school year, and its place among the terms.
    fn order_of_term<'v>(&self, value: &'v str) -> (&'v str, u64) {
        let (year, id) = split_term(value);
        let terms = self.framework.report().map(|report| report.terms.as_slice());
        let place = terms.unwrap_or_default().iter().position(|term| term.id == id);
        (year, place.and_then(|place| u16::try_from(place).ok()).unwrap_or(u16::MAX).into())
    }

    /// In how many plans a rule found something, in how many it did not, and both together.
    pub(super) fn found(&self, findings: &FindingCounts, rule: &str) -> Vec<Option<u32>> {
        let found = findings.rules.get(rule).map_or(0, |counts| counts.found);
        let rest = findings.looked_at.saturating_sub(found);
        self.row_of(&[found, rest], self.is_hidden(findings.looked_at))
    }

    /// In how many plans a descriptor is met, is not met, does not count, and is open.
    pub(super) fn descriptor_counts(&self, id: &str) -> [u32; 4] {
        let all = self.summary.all.plans;
        let Some(counts) = self.summary.descriptors.get(id) else { return [0, 0, 0, all] };
        let answered = [counts.met, counts.not_met, counts.not_applicable];
        let open = all.saturating_sub(total(&answered));
        [counts.met, counts.not_met, counts.not_applicable, open]
    }
}

/// The school year of a term and its id, such as `2023-24` and `autumn`.
pub(super) fn split_term(value: &str) -> (&str, &str) {
    match (value.get(..7), value.get(7..8), value.get(8..)) {
        (Some(year), Some("-"), Some(id)) => (year, id),
        _ => (value, ""),
    }
}

/// The counts that are not hidden.
pub(super) fn masked(counts: &[u32], hidden: &[bool]) -> Vec<Option<u32>> {
    counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect()
}
