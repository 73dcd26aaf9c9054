//! What answers suggest: the bands of the sections, the criteria's table, the limits of the plan. Whole
//! numbers only.

use super::counts::total;
use super::interval::Interval;
use super::state::{State, state};
use crate::document::shape::choice;
use crate::document::table::{Number, Table, each};
use crate::framework::{
    CompiledScale, CriterionNo, GradeRule, MeanRule, Rules, Score, SectionNo, ValueNo,
};
use crate::review::{Answer, Review};

choice! {
    /// What the recorded grade of the plan means for issuing it.
    pub enum GateState {
        /// Good or better is recorded: it may be issued.
        MayBeIssued = "may_be_issued",
        /// Worse than Good is recorded: the process for such plans applies.
        NotToBeIssued = "not_to_be_issued",
        /// No grade is recorded.
        Undecided = "undecided",
    }

    /// Where the suggested grades lie, seen from the grade with which a plan may be issued.
    pub enum GateSuggestion {
        /// All of them are good enough.
        Inside = "inside",
        /// At least one is good enough, and at least one is not.
        Across = "across",
        /// None of them is.
        Outside = "outside",
    }
}

/// What sections and plan come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grades {
    pub(crate) sections: Table<SectionNo, SectionGrade>,
    pub(crate) plan: PlanGrade,
}

/// What one section comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SectionGrade {
    pub(crate) counts: Counts,
    /// Whether there is anything to score: a descriptor with an answer that applies, or where scores are only entered,
    /// a section without such descriptors.
    pub(crate) applies: bool,
    /// `None` where nothing applies, or the framework suggests no score.
    pub(crate) suggested: Option<Interval>,
    /// What counts for the plan: a recorded score, else a suggested one, else any.
    pub(crate) counted: Option<Interval>,
}

/// How many descriptors of a section stand in each way, but for those that do not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    pub(crate) yes: usize,
    pub(crate) partly: usize,
    pub(crate) no: usize,
    pub(crate) open: usize,
    pub(crate) not_applicable: usize,
    /// How many have their counts of findings, and how many do not have all of them. Neither has a share of the credit.
    pub(crate) counted: usize,
    pub(crate) to_count: usize,
    /// The credit of the answers that count, in the unit of the framework.
    pub(crate) credit: usize,
}

impl Counts {
    /// How many count for the suggestion.
    pub(crate) fn total(self) -> usize {
        self.yes + self.partly + self.no + self.open
    }
}

/// What the plan as a whole comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlanGrade {
    /// `None` where the framework has no grade table.
    pub(crate) criteria: Option<Interval>,
    /// `None` where nothing is graded.
    pub(crate) cap: Option<Interval>,
    /// What the weighted mean of the sections comes to; `None` where the framework has none, or no section applies.
    pub(crate) mean: Option<Interval>,
    /// What the required descriptors allow at best; `None` where the framework requires none.
    pub(crate) required: Option<Interval>,
    /// `None` where the framework suggests no grade.
    pub(crate) suggested: Option<Interval>,
    /// `None` where the framework does not say when a plan may be issued.
    pub(crate) gate: Option<GateState>,
    pub(crate) gate_suggestion: Option<GateSuggestion>,
}

/// Grades a review.
pub(crate) fn grades(review: &Review) -> Grades {
    let sections = review.framework().rules.sections.numbers();
    let sections: Table<_, _> = sections.map(|number| section_grade(review, number)).collect();
    let plan = plan_grade(review, criteria_interval(review), &sections);
    Grades { sections, plan }
}

/// Grades one section.
pub(crate) fn section_grade(review: &Review, section: SectionNo) -> SectionGrade {
    let rules = &review.framework().rules;
    let rule = &rules.sections[section];
    let mut counts = Counts::default();
    for descriptor in each(&rule.descriptors) {
        match state(review, descriptor) {
            State::Yes => counts.yes += 1,
            State::Partly => counts.partly += 1,
            State::No => counts.no += 1,
            State::Open => counts.open += 1,
            State::NotApplicable => counts.not_applicable += 1,
            State::Counted => counts.counted += 1,
            State::ToCount => counts.to_count += 1,
            State::DoesNotApply => continue,
        }
        counts.credit += review.answer_to(descriptor).map_or(0, Answer::credit);
    }
    let total = counts.total();
    let is_suggested = rules.bands.0.len() > 0;
    let mut answered =
        each(&rule.descriptors).filter(|number| !rules.descriptors[*number].is_counted());
    let is_entered = !is_suggested && answered.next().is_none();
    let applies = total > 0 || is_entered;
    let suggested = (total > 0 && is_suggested).then(|| Interval {
        best: rules.band(counts.credit + counts.open * rules.answers.unit, total).score,
        worst: rules.band(counts.credit, total).score,
    });
    let counted = if !applies {
        None
    } else if rule.is_overall {
        suggested
    } else {
        review.score_of(section).map(Interval::point).or(suggested).or_else(|| any(&rules.scale))
    };
    SectionGrade { counts, applies, suggested, counted }
}

/// Any score; none where nothing is graded.
fn any(scale: &CompiledScale) -> Option<Interval> {
    scale.ends().map(|(best, worst)| Interval { best, worst })
}

/// The grades that the answers to the criteria and the counts still allow; `None` where the framework has no grade
/// table.
pub(crate) fn criteria_interval(review: &Review) -> Option<Interval> {
    let rules = &review.framework().rules;
    if rules.grades.len() == 0 {
        return None;
    }
    let grade = |open_as_met: bool| {
        let is_met = |row: &&GradeRule| {
            let mut requires = row.requires.iter();
            let mut at_most = row.at_most.iter();
            requires.all(|requirement| is_met(review, *requirement, open_as_met))
                && at_most
                    .all(|(severity, most)| total(review, *severity).is_at_most(*most, open_as_met))
        };
        // The last row requires nothing.
        let row = rules.grades.find(|row| is_met(&row));
        rules.grades[row.unwrap_or(rules.grades.last_number())].score
    };
    Some(Interval { best: grade(true), worst: grade(false) })
}

/// Whether a criterion has at least an answer.
pub(crate) fn is_met(
    review: &Review,
    (criterion, least): (CriterionNo, ValueNo),
    open_as_met: bool,
) -> bool {
    match review.criteria()[criterion] {
        Some(answer) => answer >= least,
        None => open_as_met || is_no_requirement(least),
    }
}

/// The worst answer asks for nothing.
pub(crate) fn is_no_requirement(least: ValueNo) -> bool {
    least.place() == 0
}

/// Grades the plan from its criteria and its sections.
pub(crate) fn plan_grade(
    review: &Review,
    criteria: Option<Interval>,
    sections: &Table<SectionNo, SectionGrade>,
) -> PlanGrade {
    let rules = &review.framework().rules;
    let counted = sections.rows().iter().filter_map(|section| section.counted);
    let cap = rules.scale.ends().map(|(best, _)| {
        let limits = counted.map(|counted| counted.map(|score| rules.cap(score)));
        limits.fold(Interval::point(best), Interval::worse)
    });
    let mean = mean(rules, sections);
    let required = required(review);
    let parts = criteria.into_iter().chain(mean).chain(required);
    let suggested =
        parts.reduce(Interval::worse).map(|parts| cap.map_or(parts, |cap| parts.worse(cap)));
    let gate = rules.issue.issue_at.map(|issue_at| match review.plan_score() {
        Some(score) if score <= issue_at => GateState::MayBeIssued,
        Some(_) => GateState::NotToBeIssued,
        None => GateState::Undecided,
    });
    let gate_suggestion = suggested.zip(rules.issue.issue_at).map(|(suggested, issue_at)| {
        if suggested.worst <= issue_at {
            GateSuggestion::Inside
        } else if suggested.best <= issue_at {
            GateSuggestion::Across
        } else {
            GateSuggestion::Outside
        }
    });
    PlanGrade { criteria, cap, mean, required, suggested, gate, gate_suggestion }
}

/// The weighted points of the sections that apply, and the sum of their weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Weighed {
    pub(crate) points: usize,
    pub(crate) weights: usize,
}

impl Weighed {
    /// The points of the sections, each with one of the scores that count for it.
    pub(crate) fn of(
        rules: &Rules,
        mean: &MeanRule,
        sections: &Table<SectionNo, SectionGrade>,
        end: impl Fn(Interval) -> Score,
    ) -> Self {
        let mut weighed = Self::default();
        for (number, section) in sections.iter() {
            if let Some(counted) = section.counted {
                let weight = rules.sections[number].weight;
                weighed.points += weight * mean.points_of(end(counted));
                weighed.weights += weight;
            }
        }
        weighed
    }
}

/// What the weighted mean of the sections comes to.
fn mean(rules: &Rules, sections: &Table<SectionNo, SectionGrade>) -> Option<Interval> {
    let mean = rules.mean.as_ref()?;
    let grade = |end: fn(Interval) -> Score| {
        let Weighed { points, weights } = Weighed::of(rules, mean, sections, end);
        (weights > 0).then(|| mean.bands.band(points, weights).score)
    };
    Some(Interval { best: grade(|ends| ends.best)?, worst: grade(|ends| ends.worst)? })
}

/// What the required descriptors allow the plan at best.
fn required(review: &Review) -> Option<Interval> {
    let rules = &review.framework().rules;
    if rules.required.is_empty() {
        return None;
    }
    let mut allowed = Interval::point(rules.scale.best());
    for rule in &rules.required {
        let states = || rule.descriptors.iter().map(|number| state(review, *number));
        let at_best = Interval::point(rule.plan_at_best);
        if states().any(|state| matches!(state, State::No | State::Partly)) {
            allowed = allowed.worse(at_best);
        } else if states().any(|state| state == State::Open) {
            allowed = Interval { worst: allowed.worst.max(at_best.worst), ..allowed };
        }
    }
    Some(allowed)
}
