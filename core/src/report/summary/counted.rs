//! A summary under its framework, with what of it is hidden: what all tables are made from.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Display;

use super::counts::{FindingCounts, Graded, Summary, total};
use super::hide::{CountNumber, from_last, hide, is_small, masked};
use super::shown::Label;
use crate::document::message::Message;
use crate::document::table::Number;
use crate::framework::Framework;
use crate::report::messages::REPORT_NOT_RECORDED;
use crate::text::order::sort_by;

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
    /// Which grades are hidden in all tables of all plans, and last whether plans without one are.
    pub(super) hidden_grades: Vec<bool>,
    /// The plans of each phase, and last those of which it is not known.
    pub(super) by_phase: Vec<u32>,
    /// Which of these are hidden in all tables.
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
pub(super) type Values = Vec<(String, Vec<u32>)>;

/// Whether a descriptor has answers: counts of findings are not summed up.
fn has_answers(framework: &Framework, id: &str) -> bool {
    let rules = &framework.rules;
    rules.descriptor(id).is_some_and(|number| !rules.descriptors[number].is_counted())
}

impl<'a> Counted<'a> {
    pub(super) fn new(framework: &'a Framework, summary: &'a Summary, below: u32) -> Self {
        let (sections, overall) = framework.printed_sections();
        let overall_id = overall.id.clone();
        let parts = sections.into_iter().chain([overall]);
        let parts = parts.map(|section| Part {
            is_overall: section.id == overall_id,
            descriptors: section
                .descriptors
                .into_iter()
                .filter(|one| has_answers(framework, &one.id))
                .map(|one| (one.id, one.text))
                .collect(),
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
            hidden_grades: Vec::new(),
            by_phase: Vec::new(),
            hidden_phases: Vec::new(),
        };
        let grades = counted.with_rest(&summary.all);
        counted.hidden_grades = counted.hidden(&grades, &[], counted.by_rarity(grades.len()));
        let phases = counted.values("phase");
        counted.by_phase = phases.iter().map(|(_, counts)| total(counts)).collect();
        let hidden = counted.hidden_values("phase", &phases);
        counted.hidden_phases = hidden.unwrap_or_else(|| vec![true; phases.len()]);
        counted
    }

    /// A message without parts.
    pub(super) fn say(&self, message: &Message) -> String {
        self.framework.rules.catalogue.say(message, &[])
    }

    /// A message with a part.
    pub(super) fn say_with(&self, message: &Message, name: &str, part: &dyn Display) -> String {
        self.framework.rules.catalogue.say(message, &[(name, part)])
    }

    /// A column or a row with a message as its label.
    pub(super) fn label(&self, id: &str, message: &Message) -> Label {
        Label::new(id, &self.say(message))
    }

    /// What is hidden of counts whose sum is shown: all of them where there is no other way.
    pub(super) fn hidden(
        &self,
        counts: &[u32],
        least: &[u32],
        order: impl IntoIterator<Item = CountNumber>,
    ) -> Vec<bool> {
        let hidden = hide(counts, least, order, self.below);
        hidden.unwrap_or_else(|| vec![true; counts.len()])
    }

    /// Which values of a dimension have their number of plans hidden. None where even the list of values would give
    /// numbers away, since a value is listed where a plan has it.
    pub(super) fn hidden_values(&self, name: &str, values: &Values) -> Option<Vec<bool>> {
        let plans: Vec<u32> = values.iter().map(|(_, counts)| total(counts)).collect();
        let rest = plans.len().saturating_sub(1);
        // All phases are listed, and so are the plans of which a value is not known.
        let mut least = vec![u32::from(name != "phase"); rest];
        least.push(0);
        let hidden = if name == "term" {
            // The oldest go first.
            hide(
                &plans,
                &least,
                std::iter::once(rest).chain(0..rest).map(CountNumber::at),
                self.below,
            )
        } else {
            hide(&plans, &least, from_last(plans.len()), self.below)
        }?;
        // The stage of a plan decides to how many of them a descriptor applies: all are shown, or none.
        let is_any = name == "stage" && hidden.contains(&true);
        Some(if is_any { vec![true; plans.len()] } else { hidden })
    }

    /// Scores of all plans and then those without one, and their sum; nothing where so few plans are counted that all
    /// is hidden.
    pub(super) fn score_row(&self, counts: &[u32]) -> Vec<Option<u32>> {
        let hidden = self.hidden(counts, &[], self.by_rarity(counts.len()));
        row_of(counts, &hidden, self.plans.is_none())
    }

    /// The counts of some plans by grade, the best first, and then those without one.
    pub(super) fn with_rest(&self, graded: &Graded) -> Vec<u32> {
        graded.with_rest(self.framework.rules.scale.grades().len())
    }

    /// So many counts by grade in the order in which they are hidden.
    pub(super) fn by_rarity(&self, length: usize) -> Vec<CountNumber> {
        let rules = &self.framework.rules;
        let issue = rules.issue.issue_at.map_or(0, |score| rules.scale.grade_of(score).place());
        by_rarity(rules.scale.grades().len(), issue, length)
    }

    /// Whether it is hidden of how many plans something is known.
    pub(super) fn is_hidden(&self, known: u32) -> bool {
        let rest = self.summary.all.plans.saturating_sub(known);
        self.plans.is_none() || is_small(known, self.below) || is_small(rest, self.below)
    }

    /// A column for each grade.
    pub(super) fn grade_labels(&self) -> Vec<Label> {
        let grades = self.framework.rules.scale.grades().rows().iter();
        grades.map(|grade| Label::new(&grade.number.to_string(), &grade.name)).collect()
    }

    /// A column for each grade, and one for plans without one.
    pub(super) fn grade_columns(&self) -> Vec<Label> {
        let mut columns = self.grade_labels();
        columns.push(self.label("not_recorded", &REPORT_NOT_RECORDED));
        columns
    }

    /// The values of a dimension in their order, and the plans of which its value is not known.
    pub(super) fn values(&self, name: &str) -> Values {
        let none = BTreeMap::new();
        let counted = self.summary.dimensions.get(name).unwrap_or(&none);
        let mut values: Values = if name == "phase" {
            // All of them, since other tables have a column for each.
            let none = Graded::default();
            let counts = |id: &str| self.with_rest(counted.get(id).unwrap_or(&none));
            self.phases.iter().map(|phase| (phase.id.clone(), counts(&phase.id))).collect()
        } else {
            let values = counted.iter();
            values.map(|(value, graded)| (value.clone(), self.with_rest(graded))).collect()
        };
        if name == "term" {
            sort_by(&mut values, |(one, _), (other, _)| self.compare_terms(one, other));
        }
        let others = self.summary.other_values.as_ref().and_then(|others| others.get(name));
        values.extend(others.map(|graded| ("other_values".to_owned(), self.with_rest(graded))));
        let mut rest = self.with_rest(&self.summary.all);
        for (_, counts) in &values {
            for (rest, count) in rest.iter_mut().zip(counts) {
                *rest = rest.saturating_sub(*count);
            }
        }
        values.push(("not_known".to_owned(), rest));
        values
    }

    /// Which of two terms is the earlier.
    pub(super) fn compare_terms(&self, one: &str, other: &str) -> Ordering {
        self.order_of_term(one).cmp(&self.order_of_term(other))
    }

    /// What a term is called, such as `Autumn 2023-24`. One that the framework does not have is shown as it is.
    pub(super) fn term_label(&self, value: &str) -> String {
        let (year, id) = split_term(value);
        let mut terms = self.framework.report().into_iter().flat_map(|report| &report.terms);
        let term = terms.find(|term| term.id == id);
        term.map_or_else(|| value.to_owned(), |term| [&term.name, " ", year].concat())
    }

    /// Where a term stands in time: its school year, and its place among the terms; behind them where it is none.
    fn order_of_term<'v>(&self, value: &'v str) -> (&'v str, usize) {
        let (year, id) = split_term(value);
        let terms = self.framework.report().map(|report| report.terms.as_slice());
        let place = terms.unwrap_or_default().iter().position(|term| term.id == id);
        (year, place.unwrap_or(usize::MAX))
    }

    /// In how many plans a rule found something, in how many it did not, and both together. A rule may be listed
    /// because it found something.
    pub(super) fn found(
        &self,
        findings: &FindingCounts,
        rule: &str,
        is_listed: bool,
    ) -> Vec<Option<u32>> {
        let found = findings.rules.get(rule).map_or(0, |counts| counts.found);
        let counts = [found, findings.looked_at.saturating_sub(found)];
        let hidden = self.hidden(&counts, &[u32::from(is_listed)], from_last(2));
        row_of(&counts, &hidden, self.is_hidden(findings.looked_at))
    }
}

/// The counts of so many scores, the last of which may be that of plans without one, in the order in which they are
/// hidden: the two ends of the scale, which are rare, and last the grade that decides whether a plan may be issued.
pub(super) fn by_rarity(grades: usize, issue: usize, length: usize) -> Vec<CountNumber> {
    let ends = [0, grades.saturating_sub(1), grades];
    let middle = (1..grades.saturating_sub(1)).rev().filter(|place| *place != issue);
    let mut order = Vec::new();
    for place in ends.into_iter().chain(middle).chain([issue]) {
        let number = CountNumber::at(place);
        if place < length && !order.contains(&number) {
            order.push(number);
        }
    }
    order
}

/// Counts and then their sum. The sum is shown unless all of this is hidden.
pub(super) fn row_of(counts: &[u32], hidden: &[bool], is_all_hidden: bool) -> Vec<Option<u32>> {
    if is_all_hidden {
        return vec![None; counts.len() + 1];
    }
    let mut row = masked(counts, hidden);
    row.push(Some(total(counts)));
    row
}

/// The school year of a term and its id, such as `2023-24` and `autumn`.
fn split_term(value: &str) -> (&str, &str) {
    match (value.get(..7), value.get(7..8), value.get(8..)) {
        (Some(year), Some("-"), Some(id)) => (year, id),
        _ => (value, ""),
    }
}
