//! Counts plans into a summary.

use std::collections::BTreeMap;

use super::by_grade::{ByGrade, Scores};
use super::counts::{
    DescriptorCounts, FindingCounts, Graded, KNOWN_DIMENSIONS, OrderedCounts, Summary,
    SurveyCounts, Timeliness,
};
use super::family_feedback::FamilyFeedback;
use super::merge::{Counts, under};
use super::record::{GradePair, Regrade, SummaryRecord};
use crate::document::Day;
use crate::document::problem::ProblemKind;
use crate::framework::{Framework, FrameworkProblem, Score, Stage, months_into, phase_of};
use crate::grading::{State, state};
use crate::law::WEEKS_TO_ISSUE;
use crate::law::timescale::{DeadlineKind, TimescaleState, Timescales, after_weeks, deadlines};
use crate::process::agreement::Agreement;
use crate::review::Review;

impl Summary {
    /// A summary of no plans. Merging it changes nothing.
    #[must_use]
    pub fn new(framework: &Framework) -> Self {
        Self {
            framework: framework.id().to_owned(),
            all: Graded { plans: 0, scores: Scores::none(framework) },
            regraded: ByGrade::of(framework, || Scores::none(framework)),
            agreement: Agreement::new(framework),
            ..Self::default()
        }
    }

    /// Counts one plan.
    ///
    /// # Errors
    /// Its review is under another framework. Nothing is counted then.
    pub fn add(&mut self, record: &SummaryRecord) -> Result<(), ProblemKind> {
        let SummaryRecord { review, facts } = record;
        self.expect_framework(review.framework().id())?;
        let framework: &Framework = review.framework();
        let scale = &framework.rules.scale;
        let phases = framework.phases();
        let year_group = review.context().year_group();
        let phase = year_group.and_then(|year| phase_of(phases, year));
        let phase = phase.map(|phase| phase.id.as_str()).or(facts.phase.as_deref());
        self.all.count(framework, review.plan_score());
        self.add_sections(review);
        self.add_descriptors(review, phase);
        for (section, rules) in facts.wording.iter().flatten() {
            under(&mut self.wording, section, |counts| counts.count(rules, phase));
        }
        if let Some(rules) = &facts.thread {
            self.thread.count(rules, phase);
        }
        self.add_dimensions(record, phase);
        if let Some(Regrade { before, after }) = facts.regraded
            && let (Some(before), Some(after)) = (scale.of(before), scale.of(after))
            && let Some(scores) = self.regraded.of_score(framework, before)
        {
            scores.count(framework, after);
        }
        if let Some(GradePair { first, second }) = facts.graded_twice
            && let (Some(first), Some(second)) = (scale.of(first), scale.of(second))
        {
            self.agreement.add(framework, first, second);
        }
        if let Some(dates) = &facts.dates {
            self.timeliness.add(dates);
        }
        self.bound();
        Ok(())
    }

    /// Counts a response of a family, or how many of a survey were sent out.
    ///
    /// # Errors
    /// It is under another framework. Nothing is counted then.
    pub fn add_family_feedback(
        &mut self,
        framework: &Framework,
        feedback: &FamilyFeedback,
    ) -> Result<(), ProblemKind> {
        self.expect_framework(&feedback.framework)?;
        let term = feedback.date.and_then(|day| term_of(framework, day));
        under(self.families.get_or_insert_default(), &feedback.survey, |counts| {
            counts.count(feedback, term);
        });
        self.bound();
        Ok(())
    }

    /// Counts a record that could not be read.
    pub fn add_unread(&mut self) {
        one_more(&mut self.not_read);
    }

    /// Adds what another summary counts. The order does not matter, nor in which parts it was counted.
    ///
    /// # Errors
    /// It is under another framework. Nothing is added then.
    pub fn merge(&mut self, other: &Self) -> Result<(), ProblemKind> {
        self.expect_framework(&other.framework)?;
        Counts::merge(self, other);
        self.merge_beside(other);
        self.bound();
        Ok(())
    }

    fn expect_framework(&self, id: &str) -> Result<(), ProblemKind> {
        if self.framework == id {
            Ok(())
        } else {
            Err(FrameworkProblem::WrongFramework { expected: self.framework.clone() }.into())
        }
    }

    fn add_sections(&mut self, review: &Review) {
        for (number, section) in review.framework().rules.sections.iter() {
            if let Some(score) = review.score_of(number).filter(|_| !section.is_overall) {
                under(&mut self.sections, &section.id, |scores: &mut Scores| {
                    scores.count(review.framework(), score);
                });
            }
        }
    }

    fn add_descriptors(&mut self, review: &Review, phase: Option<&str>) {
        let rules = &review.framework().rules;
        if self.descriptors.len() == rules.descriptors.len() {
            // Each has an entry. Entries stand in the order of their ids, so that none is searched for.
            for (counts, number) in self.descriptors.values_mut().zip(&rules.by_id) {
                counts.count(state(review, *number), phase);
            }
            return;
        }
        for (number, descriptor) in rules.descriptors.iter() {
            let state = state(review, number);
            if !matches!(state, State::Open | State::Counted | State::ToCount) {
                under(&mut self.descriptors, &descriptor.id, |counts: &mut DescriptorCounts| {
                    counts.count(state, phase);
                });
            }
        }
    }

    fn add_dimensions(&mut self, record: &SummaryRecord, phase: Option<&str>) {
        let SummaryRecord { review, facts } = record;
        let framework = review.framework();
        let level = review.level().filter(|level| framework.level_text(*level).is_some());
        let level = level.map(|level| level.to_string());
        let day = review.date();
        let term = day.and_then(|day| term_of(framework, day));
        let values =
            [level.as_deref(), phase, review.context().stage().map(Stage::word), term.as_deref()];
        let known = KNOWN_DIMENSIONS.into_iter().zip(values);
        let known = known.filter_map(|(name, value)| Some((name, value?)));
        let hosts = facts.dimensions.iter().flatten();
        let hosts: Vec<(&str, &str)> =
            hosts.map(|(name, value)| (name.as_str(), &**value)).collect();
        self.add_beside(&hosts);
        for (name, value) in known.chain(hosts) {
            under(&mut self.dimensions, name, |values| {
                under(values, value, |graded: &mut Graded| {
                    graded.count(framework, review.plan_score());
                });
            });
        }
    }
}

impl Scores {
    fn count(&mut self, framework: &Framework, score: Score) {
        self.fill(framework);
        if let Some(count) = self.of_score(framework, score) {
            one_more(count);
        }
    }
}

impl Graded {
    fn count(&mut self, framework: &Framework, score: Option<Score>) {
        one_more(&mut self.plans);
        self.scores.fill(framework);
        if let Some(score) = score {
            self.scores.count(framework, score);
        }
    }
}

impl DescriptorCounts {
    fn count(&mut self, state: State, phase: Option<&str>) {
        match state {
            State::Yes => one_more(&mut self.met),
            State::Partly => one_more(self.partly.get_or_insert(0)),
            State::No => {
                one_more(&mut self.not_met);
                count_phase(&mut self.not_met_by_phase, phase);
            }
            State::NotApplicable | State::DoesNotApply => one_more(&mut self.not_applicable),
            // Counts of findings are not summed up.
            State::Open | State::Counted | State::ToCount => {}
        }
    }
}

impl FindingCounts {
    fn count(&mut self, rules: &BTreeMap<String, u32>, phase: Option<&str>) {
        one_more(&mut self.looked_at);
        for (rule, _) in rules.iter().filter(|(_, found)| **found > 0) {
            under(&mut self.rules, rule, |counts| {
                one_more(&mut counts.found);
                count_phase(&mut counts.found_by_phase, phase);
            });
        }
    }
}

impl Timeliness {
    fn add(&mut self, dates: &Timescales) {
        if dates.order_of_a_plan().is_some() {
            if dates.issued.is_some() {
                self.after_order.get_or_insert_default().count(dates);
            }
            return;
        }
        let (Some(received), Some(issued)) = (dates.received, dates.issued) else { return };
        // A record with a plan issued before its request is not read.
        let Some(days) = issued.days_after(received) else { return };
        let counts = match dates.exception {
            None => &mut self.no_exception,
            Some(_) => &mut self.exception_claimed,
        };
        counts.days = counts.days.saturating_add(days);
        one_more(if issued <= after_weeks(received, WEEKS_TO_ISSUE) {
            &mut counts.within_20_weeks
        } else if issued <= received.a_year_later() {
            &mut counts.within_a_year
        } else {
            &mut counts.over_a_year
        });
    }
}

impl OrderedCounts {
    /// Counts a plan that was issued after an order, as the deadline of the order has it.
    fn count(&mut self, dates: &Timescales) {
        let deadlines = deadlines(dates);
        let of_plan = deadlines.iter().find(|deadline| deadline.kind == DeadlineKind::OrderPlan);
        one_more(match of_plan.map(|deadline| deadline.state) {
            Some(TimescaleState::Met) => &mut self.in_time,
            Some(TimescaleState::ExceptionClaimed) => &mut self.exception_claimed,
            Some(TimescaleState::NotMet) => &mut self.late,
            _ => &mut self.not_judged,
        });
    }
}

impl SurveyCounts {
    fn count(&mut self, feedback: &FamilyFeedback, term: Option<String>) {
        self.sent.merge(&feedback.sent);
        let Some(answers) = &feedback.answers else { return };
        one_more(&mut self.responses);
        if let Some(term) = term {
            under(&mut self.terms, &term, one_more);
        }
        for (question, answer) in answers {
            under(&mut self.questions, question, |given| under(given, answer, one_more));
        }
    }
}

/// The school year and the term of a day, such as `2023-24-autumn`; none where the framework has no terms.
fn term_of(framework: &Framework, day: Day) -> Option<String> {
    let terms = &framework.report()?.terms;
    let (year, month) = day.year_and_month();
    let first = terms.first().map_or(1, |term| term.from_month);
    let months = months_into(first, month);
    let begun = terms.iter().rev().find(|term| months_into(first, term.from_month) <= months);
    let year = if month < first { year - 1 } else { year };
    let id = begun.map_or("", |term| &term.id);
    Some(format!("{year:04}-{:02}-{id}", (year + 1) % 100))
}

/// Counts one more of a phase, if it is known.
fn count_phase(phases: &mut BTreeMap<String, u32>, phase: Option<&str>) {
    if let Some(phase) = phase {
        under(phases, phase, one_more);
    }
}

fn one_more(count: &mut u32) {
    *count = count.saturating_add(1);
}
