//! A review: what a person records about one plan.

mod check;
mod line;
mod problem;
mod record;

use crate::document::MOST_TEXT;
use crate::document::within_length;
use std::sync::Arc;

pub use line::{from_line, to_line};
pub use problem::ReviewProblem;
pub use record::{Entries, PlanRecord, ReviewDetails, ReviewRecord, Reviewer, SectionRecord};

use crate::document::problem::ProblemKind;
use crate::document::shape::choice;
use crate::framework::{ContextField, ContextValue, Framework, Score, Stage};

choice! {
    /// The answer to a descriptor. Not answered is a state of its own: no answer at all.
    pub enum Answer {
        /// The plan does what the descriptor says.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// The descriptor is not about this plan.
        NotApplicable = "not_applicable",
    }

    /// A free text of a section.
    pub enum TextField {
        /// Key strengths.
        Strengths = "strengths",
        /// Areas for improvement.
        Improvements = "improvements",
        /// The rationale for the score.
        Rationale = "rationale",
    }
}

/// Facts about the plan that decide what applies. One that is not known is not assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The stage of the plan.
    pub stage: Option<Stage>,
    /// -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
    pub year_group: Option<i8>,
    /// Age in whole years, 0 to 25.
    pub age: Option<i8>,
    /// Has health needs related to SEN.
    pub health_needs: Option<bool>,
    /// Has social care needs related to SEN, or requiring provision under section 2 of the
    /// Chronically Sick and Disabled Persons Act 1970.
    pub social_care_needs: Option<bool>,
    /// A personal budget has been requested.
    pub personal_budget: Option<bool>,
    /// Educated at home by the parents' choice.
    pub home_educated: Option<bool>,
    /// Has a medical diagnosis.
    pub medical_diagnosis: Option<bool>,
}

impl Context {
    /// The value of a fact.
    #[must_use]
    pub fn value(&self, field: ContextField) -> Option<ContextValue> {
        match field {
            ContextField::Stage => self.stage.map(ContextValue::Stage),
            ContextField::YearGroup => self.year_group.map(ContextValue::Number),
            ContextField::Age => self.age.map(ContextValue::Number),
            flag => self.flag(flag).map(ContextValue::Flag),
        }
    }

    /// The value of a fact that is true or false.
    fn flag(&self, field: ContextField) -> Option<bool> {
        match field {
            ContextField::HealthNeeds => self.health_needs,
            ContextField::SocialCareNeeds => self.social_care_needs,
            ContextField::PersonalBudget => self.personal_budget,
            ContextField::HomeEducated => self.home_educated,
            ContextField::MedicalDiagnosis => self.medical_diagnosis,
            ContextField::Stage | ContextField::YearGroup | ContextField::Age => None,
        }
    }

    /// Records a fact, or that it is not known.
    ///
    /// # Errors
    /// The value is not one that the fact can have.
    pub fn set(
        &mut self,
        field: ContextField,
        value: Option<ContextValue>,
    ) -> Result<(), ProblemKind> {
        let number = |least: i8, most: i8| match value {
            None => Ok(None),
            Some(ContextValue::Number(number)) if (least..=most).contains(&number) => {
                Ok(Some(number))
            }
            Some(ContextValue::Number(_)) => {
                Err(ProblemKind::OutOfRange { least: least.into(), most: most.into() })
            }
            Some(_) => Err(ProblemKind::WrongType { expected: "a whole number" }),
        };
        let flag = || match value {
            None => Ok(None),
            Some(ContextValue::Flag(flag)) => Ok(Some(flag)),
            Some(_) => Err(ProblemKind::WrongType { expected: "true or false" }),
        };
        match field {
            ContextField::Stage => {
                self.stage = match value {
                    None => None,
                    Some(ContextValue::Stage(stage)) => Some(stage),
                    Some(_) => return Err(ProblemKind::WrongType { expected: "text" }),
                }
            }
            ContextField::YearGroup => self.year_group = number(-2, 15)?,
            ContextField::Age => self.age = number(0, 25)?,
            ContextField::HealthNeeds => self.health_needs = flag()?,
            ContextField::SocialCareNeeds => self.social_care_needs = flag()?,
            ContextField::PersonalBudget => self.personal_budget = flag()?,
            ContextField::HomeEducated => self.home_educated = flag()?,
            ContextField::MedicalDiagnosis => self.medical_diagnosis = flag()?,
        }
        Ok(())
    }
}

/// A review that has been checked: every answer in it is one that its framework allows.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    framework: Arc<Framework>,
    reference: Option<String>,
    context: Context,
    level: Option<u8>,
    role: Option<String>,
    reviewer: Option<String>,
    date: Option<String>,
    criteria: Vec<Option<usize>>,
    answers: Vec<Option<Answer>>,
    sections: Vec<SectionEntry>,
}

/// What is recorded about one section beside its answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct SectionEntry {
    score: Option<Score>,
    texts: [Option<String>; 3],
}

impl Review {
    /// A review in which nothing is answered yet.
    #[must_use]
    pub fn new(framework: Arc<Framework>) -> Self {
        Self {
            reference: None,
            context: Context::default(),
            level: None,
            role: None,
            reviewer: None,
            date: None,
            criteria: vec![None; framework.rules.criteria.len()],
            answers: vec![None; framework.rules.descriptors.len()],
            sections: vec![SectionEntry::default(); framework.rules.sections.len()],
            framework,
        }
    }

    /// The framework it was checked against.
    #[must_use]
    pub fn framework(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// The facts about the plan.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The facts about the plan, to be changed.
    pub fn context_mut(&mut self) -> &mut Context {
        &mut self.context
    }

    /// The level of checking, 1 to 5.
    #[must_use]
    pub fn level(&self) -> Option<u8> {
        self.level
    }

    /// The date of the review, YYYY-MM-DD.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// The answers to the criteria, as numbers of their values, worst first.
    pub(crate) fn criteria(&self) -> &[Option<usize>] {
        &self.criteria
    }

    /// The answer to a descriptor.
    #[must_use]
    pub fn answer(&self, descriptor: usize) -> Option<Answer> {
        self.answers.get(descriptor).copied().flatten()
    }

    /// The score recorded under a section. Under the block on overall quality it is the plan's.
    #[must_use]
    pub fn score(&self, section: usize) -> Option<Score> {
        self.sections.get(section).and_then(|entry| entry.score)
    }

    /// The score recorded for the plan as a whole.
    #[must_use]
    pub fn plan_score(&self) -> Option<Score> {
        self.sections.last().and_then(|entry| entry.score)
    }

    /// A free text of a section.
    #[must_use]
    pub fn text(&self, section: usize, field: TextField) -> Option<&str> {
        let [strengths, improvements, rationale] = &self.sections.get(section)?.texts;
        match field {
            TextField::Strengths => strengths,
            TextField::Improvements => improvements,
            TextField::Rationale => rationale,
        }
        .as_deref()
    }

    /// Records the level of checking, or takes it back.
    ///
    /// # Errors
    /// It is not 1 to 5.
    pub fn set_level(&mut self, level: Option<u8>) -> Result<(), ProblemKind> {
        if level.is_some_and(|level| !(1..=5).contains(&level)) {
            return Err(ProblemKind::OutOfRange { least: 1, most: 5 });
        }
        self.level = level;
        Ok(())
    }

    /// Answers a descriptor, or takes the answer back.
    ///
    /// # Errors
    /// The framework has no such descriptor, or it applies to every plan and the answer is
    /// `not_applicable`.
    pub fn set_answer(
        &mut self,
        descriptor: usize,
        answer: Option<Answer>,
    ) -> Result<(), ProblemKind> {
        let rule = self.framework.rules.descriptors.get(descriptor);
        let slot = self.answers.get_mut(descriptor);
        let (Some(rule), Some(slot)) = (rule, slot) else {
            return Err(ProblemKind::UnknownId { what: "descriptor" });
        };
        // Where a condition decides whether it applies, the answer may come before the condition.
        if answer == Some(Answer::NotApplicable) && rule.all_of.is_empty() && !rule.may_exclude {
            return Err(ReviewProblem::AlwaysApplies { descriptor: rule.id.clone() }.into());
        }
        *slot = answer;
        Ok(())
    }

    /// Records the score of a section, or takes it back.
    ///
    /// # Errors
    /// The framework has no such section.
    pub fn set_score(&mut self, section: usize, score: Option<Score>) -> Result<(), ProblemKind> {
        let entry = self.sections.get_mut(section);
        entry.ok_or(ProblemKind::UnknownId { what: "section" })?.score = score;
        Ok(())
    }

    /// Answers a criterion with the number of one of its values, worst first, or takes the answer
    /// back.
    ///
    /// # Errors
    /// The framework has no such criterion, or the criterion no such value.
    pub fn set_criterion(
        &mut self,
        criterion: usize,
        value: Option<usize>,
    ) -> Result<(), ProblemKind> {
        let rule = self.framework.rules.criteria.get(criterion);
        let slot = self.criteria.get_mut(criterion);
        let (Some(rule), Some(slot)) = (rule, slot) else {
            return Err(ProblemKind::UnknownId { what: "criterion" });
        };
        let best = rule.values.len().max(1) - 1;
        if value.is_some_and(|value| value > best) {
            let most = best.try_into().unwrap_or(0);
            return Err(ProblemKind::OutOfRange { least: 0, most });
        }
        *slot = value;
        Ok(())
    }

    /// Records a free text of a section, or takes it back.
    ///
    /// # Errors
    /// The framework has no such section, or the text is longer than [`MOST_TEXT`].
    pub fn set_text(
        &mut self,
        section: usize,
        field: TextField,
        text: Option<String>,
    ) -> Result<(), ProblemKind> {
        if let Some(text) = &text {
            within_length(text, MOST_TEXT)?;
        }
        let entry =
            self.sections.get_mut(section).ok_or(ProblemKind::UnknownId { what: "section" })?;
        let [strengths, improvements, rationale] = &mut entry.texts;
        *match field {
            TextField::Strengths => strengths,
            TextField::Improvements => improvements,
            TextField::Rationale => rationale,
        } = text;
        Ok(())
    }
}
