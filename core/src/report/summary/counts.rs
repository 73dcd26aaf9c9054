//! A summary as a document: counts, and sums of counts.

use std::collections::BTreeMap;

use super::by_grade::{ByGrade, Scores};
use crate::document::shape::document;
use crate::process::agreement::Agreement;

/// The dimensions that a summary counts by of itself, from what a review records.
pub const KNOWN_DIMENSIONS: [&str; 4] = ["level", "phase", "stage", "term"];

/// What a report adds to the values of a dimension, each as a row: no value has one of these names.
pub(super) const ROWS_OF_REPORT: [&str; 3] = ["total", "not_known", "other_values"];

document! {
    /// Counts over the plans of one framework: exact, and so not to be published as they are.
    #[derive(Default)]
    pub struct Summary {
        /// The id of the framework.
        pub framework: String,
        /// Records that could not be read, and are not counted.
        pub not_read: u32,
        /// All plans by the score recorded for each as a whole.
        pub all: Graded,
        /// The scores recorded under each section.
        pub sections: BTreeMap<String, Scores>,
        /// How each descriptor stands.
        pub descriptors: BTreeMap<String, DescriptorCounts>,
        /// What was found in the wording of each section.
        pub wording: BTreeMap<String, FindingCounts>,
        /// Where the golden thread breaks.
        pub thread: FindingCounts,
        /// By dimension and its values, the plans of which the value is known. Beside those of the host:
        /// `level`, `phase`, `stage`, and `term`, such as `2023-24-autumn`. Of the host's dimensions the first 32 are
        /// counted, and of each dimension the first 1,000 values, in the order of their ids.
        pub dimensions: BTreeMap<String, BTreeMap<String, Graded>>,
        /// By dimension, the plans of all values after the first 1,000, added up.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub other_values: Option<BTreeMap<String, Graded>>,
        /// How many values plans have in dimensions after the first 32. They are not counted by value.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub other_dimensions: Option<u32>,
        /// Of the first 8 dimensions of the host and the first 100 values of each: by dimension, by another one and by
        /// value, what stands beside it. A report finds by this that one dimension divides another.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub beside: Option<BTreeMap<String, BTreeMap<String, BTreeMap<String, Beside>>>>,
        /// Plans graded again: by the grade before, and then by the grade after.
        pub regraded: ByGrade<Scores>,
        /// Plans that two people graded separately.
        pub agreement: Agreement,
        /// How long it took to issue plans.
        pub timeliness: Timeliness,
        /// What families say, by survey.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub families: Option<BTreeMap<String, SurveyCounts>>,
    }

    /// The responses to a survey.
    #[derive(Default)]
    pub struct SurveyCounts {
        /// How many responses.
        pub responses: u32,
        /// How many were sent out, where it is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sent: Option<u32>,
        /// The responses by term, where that is known: the first 1,000 terms.
        pub terms: BTreeMap<String, u32>,
        /// By question, how often each answer was given. In the responses that are left it is blank.
        pub questions: BTreeMap<String, BTreeMap<String, u32>>,
    }

    /// The value of another dimension beside a value.
    #[derive(Default)]
    pub struct Beside {
        /// The value, where all plans that have one have the same.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub value: Option<String>,
        /// How many plans have it.
        pub plans: u32,
        /// Whether there are several, of which none is kept.
        pub several: bool,
    }

    /// Plans, and the scores recorded for them as a whole. The others have none.
    #[derive(Default)]
    pub struct Graded {
        /// How many plans.
        pub plans: u32,
        /// By the grade of the score.
        pub scores: Scores,
    }

    /// How a descriptor stands. In the plans that are left it is open.
    #[derive(Default)]
    pub struct DescriptorCounts {
        /// In how many plans it is met.
        pub met: u32,
        /// In how many it is met in part, where that is an answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub partly: Option<u32>,
        /// In how many it is not met.
        pub not_met: u32,
        /// In how many it does not count: excluded by the assessor or by the context of the plan.
        pub not_applicable: u32,
        /// The plans in which it is not met, by phase where that is known.
        pub not_met_by_phase: BTreeMap<String, u32>,
    }

    /// What was found in the wording of a section, or in the golden thread.
    #[derive(Default)]
    pub struct FindingCounts {
        /// In how many plans it was looked at.
        pub looked_at: u32,
        /// By the id of a rule: of the first 1,000, in the order of their ids.
        pub rules: BTreeMap<String, RuleCounts>,
        /// How many plans have each rule after the first 1,000, added up.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub other_rules: Option<u32>,
    }

    /// How often a rule was not kept. A plan counts once, however often it was found there.
    #[derive(Default)]
    pub struct RuleCounts {
        /// In how many plans.
        pub found: u32,
        /// The same by phase, where that is known.
        pub found_by_phase: BTreeMap<String, u32>,
    }

    /// How long it took to issue plans.
    #[derive(Default)]
    pub struct Timeliness {
        /// Those for which no exception is claimed.
        pub no_exception: IssuedCounts,
        /// Those for which one is.
        pub exception_claimed: IssuedCounts,
        /// Those issued after an order to assess, to make a plan or to consider again, a conceded appeal or a mediation
        /// agreement. It has times of its own, and the time from the request does not apply.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub after_order: Option<OrderedCounts>,
    }

    /// Plans that were issued after an order, by the time that it sets.
    #[derive(Default)]
    pub struct OrderedCounts {
        /// Within it.
        pub in_time: u32,
        /// Later, and an exception from it is claimed.
        pub exception_claimed: u32,
        /// Later, and none is claimed.
        pub late: u32,
        /// Where it sets none for the plan, the dates contradict each other, or time limits gave way.
        pub not_judged: u32,
    }

    /// Plans that were issued, by the time from the request.
    #[derive(Default)]
    pub struct IssuedCounts {
        /// Within 20 weeks.
        pub within_20_weeks: u32,
        /// Later, and within a year.
        pub within_a_year: u32,
        /// Over a year.
        pub over_a_year: u32,
        /// The days that they took, added up.
        pub days: u32,
    }
}

impl Graded {
    /// The counts of so many grades, the best first, and then the plans without one.
    #[must_use]
    pub fn with_rest(&self, grades: usize) -> Vec<u32> {
        let mut counts: Vec<u32> = self.scores.values().copied().collect();
        counts.resize(grades, 0);
        counts.push(self.plans.saturating_sub(total(&counts)));
        counts
    }
}

impl IssuedCounts {
    /// The counts, the shortest time first.
    #[must_use]
    pub const fn in_order(&self) -> [u32; 3] {
        [self.within_20_weeks, self.within_a_year, self.over_a_year]
    }

    /// How many plans.
    #[must_use]
    pub fn plans(&self) -> u32 {
        total(&self.in_order())
    }
}

impl OrderedCounts {
    /// The counts, in the order of their columns.
    #[must_use]
    pub const fn in_order(&self) -> [u32; 4] {
        [self.in_time, self.exception_claimed, self.late, self.not_judged]
    }

    /// How many plans.
    #[must_use]
    pub fn plans(&self) -> u32 {
        total(&self.in_order())
    }
}

/// The sum of some counts.
pub(super) fn total(counts: &[u32]) -> u32 {
    counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
}
