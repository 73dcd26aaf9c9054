//! A review that is being filled in: each edit is graded at once, and returns what it changed.

use super::assess::{assess, section_progress};
use super::assessment::{Assessment, Progress};
use super::grades::{
    GateState, GateSuggestion, Grades, PlanGrade, criteria_interval, grades, plan_grade,
    section_grade,
};
use super::interval::Interval;
use super::state::states;
use crate::document::problem::ProblemKind;
use crate::framework::{ContextValue, Fact, Score, SectionNo};
use crate::review::{Answer, DetailField, Review, TextField};

/// A review and its grades, kept together through edits.
#[derive(Debug, Clone)]
pub struct Live {
    review: Review,
    grades: Grades,
}

/// What an edit changed. What it left as it was is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    /// The suggestion of the section that was edited, if it changed; `Some(None)` where nothing
    /// applies any longer.
    pub section: Option<Option<Interval>>,
    /// The plan's grades, if any of them changed.
    pub plan: Option<PlanChange>,
    /// Whether sections other than the edited one may have changed, as after an edit of a fact about
    /// the plan.
    pub everything: bool,
}

/// The plan's grades after an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanChange {
    /// What the criteria still allow.
    pub criteria: Option<Interval>,
    /// What the sections still allow at best.
    pub cap: Option<Interval>,
    /// The suggestion.
    pub suggested: Option<Interval>,
    /// Whether the plan may be issued.
    pub gate: Option<GateState>,
    /// Where the suggestion lies.
    pub gate_suggestion: Option<GateSuggestion>,
}

impl From<PlanGrade> for PlanChange {
    fn from(plan: PlanGrade) -> Self {
        let PlanGrade { criteria, cap, mean: _, required: _, suggested, gate, gate_suggestion } =
            plan;
        Self { criteria, cap, suggested, gate, gate_suggestion }
    }
}

impl Live {
    /// Opens a review for editing.
    #[must_use]
    pub fn new(review: Review) -> Self {
        let grades = grades(&review);
        Self { review, grades }
    }

    /// The review as it stands.
    #[must_use]
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// The whole assessment.
    #[must_use]
    pub fn assessment(&self) -> Assessment<'_> {
        assess(&self.review)
    }

    /// How much of a section has been answered.
    #[must_use]
    pub fn section_progress(&self, section: usize) -> Progress {
        self.review.section(section).map_or_else(
            |_| Progress::default(),
            |section| section_progress(&self.review, section, &self.grades.sections[section]),
        )
    }

    /// Answers a descriptor by its number, or takes the answer back.
    ///
    /// # Errors
    /// As [`Review::set_answer`]; nothing is changed then.
    pub fn answer(
        &mut self,
        descriptor: usize,
        answer: Option<Answer>,
    ) -> Result<Change, ProblemKind> {
        let descriptor = self.review.descriptor(descriptor)?;
        self.review.put_answer(descriptor, answer)?;
        let section = self.review.framework().rules.descriptors[descriptor].section;
        Ok(self.regrade_section(section))
    }

    /// Records the score of a section by its number, or takes it back.
    ///
    /// # Errors
    /// As [`Review::set_score`]; nothing is changed then.
    pub fn score(&mut self, section: usize, score: Option<Score>) -> Result<Change, ProblemKind> {
        let section = self.review.section(section)?;
        self.review.put_score(section, score)?;
        Ok(self.regrade_section(section))
    }

    /// Records how many findings of a severity a descriptor has, by its number, or takes the count back.
    ///
    /// # Errors
    /// As [`Review::set_count`]; nothing is changed then.
    pub fn count(
        &mut self,
        descriptor: usize,
        severity: &str,
        count: Option<u16>,
    ) -> Result<Change, ProblemKind> {
        self.review.set_count(descriptor, severity, count)?;
        let section =
            self.review.framework().rules.descriptors[self.review.descriptor(descriptor)?].section;
        self.grades.sections[section] = section_grade(&self.review, section);
        let plan = self.regrade_plan(criteria_interval(&self.review));
        Ok(Change { plan, ..Change::default() })
    }

    /// Answers a criterion by its number with the number of one of its values, or takes the answer
    /// back.
    ///
    /// # Errors
    /// As [`Review::set_criterion`]; nothing is changed then.
    pub fn criterion(
        &mut self,
        criterion: usize,
        value: Option<usize>,
    ) -> Result<Change, ProblemKind> {
        self.review.set_criterion(criterion, value)?;
        let plan = self.regrade_plan(criteria_interval(&self.review));
        Ok(Change { plan, ..Change::default() })
    }

    /// Records a fact about the plan, or that it is not known.
    ///
    /// # Errors
    /// As [`Review::set_fact`]; nothing is changed then.
    #[expect(clippy::needless_pass_by_value, reason = "as the other edits take theirs")]
    pub fn context(
        &mut self,
        fact: Fact,
        value: Option<ContextValue>,
    ) -> Result<Change, ProblemKind> {
        let before = states(&self.review);
        self.review.set_fact(fact, value.as_ref())?;
        let plan = std::mem::replace(&mut self.grades, grades(&self.review)).plan;
        Ok(Change {
            section: None,
            plan: (plan != self.grades.plan).then(|| self.grades.plan.into()),
            everything: before != states(&self.review),
        })
    }

    /// Records a free text of a section, or takes it back. It changes no grade.
    ///
    /// # Errors
    /// As [`Review::set_text`]; nothing is changed then.
    pub fn text(
        &mut self,
        section: usize,
        field: TextField,
        text: Option<String>,
    ) -> Result<(), ProblemKind> {
        self.review.set_text(section, field, text)
    }

    /// Records a detail that no grade depends on, or takes it back.
    ///
    /// # Errors
    /// As [`Review::set_detail`]; nothing is changed then.
    pub fn detail(&mut self, field: DetailField, text: Option<String>) -> Result<(), ProblemKind> {
        self.review.set_detail(field, text)
    }

    /// Records the level of checking, or takes it back. It changes no grade.
    ///
    /// # Errors
    /// As [`Review::set_level`]; nothing is changed then.
    pub fn level(&mut self, level: Option<u8>) -> Result<(), ProblemKind> {
        self.review.set_level(level)
    }

    fn regrade_section(&mut self, section: SectionNo) -> Change {
        let after = section_grade(&self.review, section);
        let before = std::mem::replace(&mut self.grades.sections[section], after);
        Change {
            section: (before.suggested != after.suggested).then_some(after.suggested),
            plan: self.regrade_plan(self.grades.plan.criteria),
            everything: false,
        }
    }

    fn regrade_plan(&mut self, criteria: Option<Interval>) -> Option<PlanChange> {
        let after = plan_grade(&self.review, criteria, &self.grades.sections);
        let before = std::mem::replace(&mut self.grades.plan, after);
        (before != after).then(|| after.into())
    }
}
