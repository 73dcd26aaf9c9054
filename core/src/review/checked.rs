//! A review that has been checked against its framework.

use std::sync::Arc;

use super::answer::TextField;
use super::context::Context;
use super::problem::ReviewProblem;
use super::record::ReviewDetails;
use crate::document::problem::ProblemKind;
use crate::document::table::{Number, Table};
use crate::document::{Day, FreeText, MOST_TEXT, Reference, within_length};
use crate::framework::{
    Answer, AnswerStanding, ContextValue, CountNo, CriterionNo, DescriptorNo, Fact, FindingCount,
    Framework, Score, SectionNo, ValueNo,
};

/// A review that has been checked: every answer in it is one that its framework allows.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    pub(super) framework: Arc<Framework>,
    pub(super) reference: Option<Reference>,
    pub(super) context: Context,
    pub(super) details: ReviewDetails,
    pub(super) criteria: Table<CriterionNo, Option<ValueNo>>,
    pub(super) answers: Table<DescriptorNo, Option<Answer>>,
    pub(super) counts: Table<CountNo, Option<u16>>,
    pub(super) sections: Table<SectionNo, Recorded>,
}

/// What is recorded in a section beside its answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Recorded {
    pub(super) score: Option<Score>,
    pub(super) strengths: Option<FreeText>,
    pub(super) improvements: Option<FreeText>,
    pub(super) rationale: Option<FreeText>,
}

impl Review {
    /// A review in which nothing is answered yet.
    #[must_use]
    pub fn new(framework: Arc<Framework>) -> Self {
        Self {
            reference: None,
            context: Context::new(&framework.rules.facts),
            details: ReviewDetails::default(),
            criteria: Table::like(&framework.rules.criteria, None),
            answers: Table::like(&framework.rules.descriptors, None),
            counts: Table::like(&framework.rules.counts, None),
            sections: Table::like(&framework.rules.sections, Recorded::default()),
            framework,
        }
    }

    /// The framework it was checked against.
    #[must_use]
    pub fn framework(&self) -> &Arc<Framework> {
        &self.framework
    }

    /// The pseudonymous reference of the plan.
    #[must_use]
    pub fn reference(&self) -> Option<&str> {
        self.reference.as_deref()
    }

    /// The facts about the plan.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The value of a fact about the plan.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> Option<ContextValue> {
        self.framework.fact_values(fact)?.value(self.context.number(fact)?)
    }

    /// Records a fact about the plan, or that it is not known.
    ///
    /// # Errors
    /// The value is not one that the fact can have, or the framework has no such fact.
    pub fn set_fact(
        &mut self,
        fact: Fact,
        value: Option<&ContextValue>,
    ) -> Result<(), ProblemKind> {
        let values = self.framework.fact_values(fact);
        let values = values.ok_or(ProblemKind::UnknownId { what: "fact" })?;
        self.context.numbers[fact] = value.map(|value| values.number(value.json())).transpose()?;
        Ok(())
    }

    /// The level of checking.
    #[must_use]
    pub fn level(&self) -> Option<u8> {
        self.details.level
    }

    /// The date of the review.
    #[must_use]
    pub fn date(&self) -> Option<Day> {
        self.details.date
    }

    /// The answers to the criteria.
    pub(crate) fn criteria(&self) -> &Table<CriterionNo, Option<ValueNo>> {
        &self.criteria
    }

    /// The answer to a descriptor.
    #[must_use]
    pub fn answer(&self, descriptor: usize) -> Option<Answer> {
        self.answer_to(self.answers.number(descriptor)?)
    }

    /// The answer to a descriptor of the framework.
    pub(crate) fn answer_to(&self, descriptor: DescriptorNo) -> Option<Answer> {
        self.answers[descriptor]
    }

    /// The score recorded under a section. Under the block on overall quality it is the plan's.
    #[must_use]
    pub fn score(&self, section: usize) -> Option<Score> {
        self.score_of(self.sections.number(section)?)
    }

    /// The score recorded under a section of the framework.
    pub(crate) fn score_of(&self, section: SectionNo) -> Option<Score> {
        self.sections[section].score
    }

    /// The score recorded for the plan as a whole.
    #[must_use]
    pub fn plan_score(&self) -> Option<Score> {
        self.score_of(self.framework.rules.overall())
    }

    /// A free text of a section.
    #[must_use]
    pub fn text(&self, section: usize, field: TextField) -> Option<&str> {
        self.text_of(self.sections.number(section)?, field)
    }

    /// A free text of a section of the framework.
    pub(crate) fn text_of(&self, section: SectionNo, field: TextField) -> Option<&str> {
        let entry = &self.sections[section];
        match field {
            TextField::Strengths => entry.strengths.as_deref(),
            TextField::Improvements => entry.improvements.as_deref(),
            TextField::Rationale => entry.rationale.as_deref(),
        }
    }

    /// The descriptor with this place in printed order.
    pub(crate) fn descriptor(&self, place: usize) -> Result<DescriptorNo, ProblemKind> {
        self.answers.number(place).ok_or(ProblemKind::UnknownId { what: "descriptor" })
    }

    /// The section with this place in printed order.
    pub(crate) fn section(&self, place: usize) -> Result<SectionNo, ProblemKind> {
        self.sections.number(place).ok_or(ProblemKind::UnknownId { what: "section" })
    }

    /// Records the level of checking, or takes it back.
    ///
    /// # Errors
    /// It is not one of the framework.
    pub fn set_level(&mut self, level: Option<u8>) -> Result<(), ProblemKind> {
        let levels = &self.framework.rules.levels;
        if level.is_some_and(|level| !levels.contains(&level)) {
            let (least, most) = (*levels.start(), *levels.end());
            return Err(ProblemKind::OutOfRange { least: least.into(), most: most.into() });
        }
        self.details.level = level;
        Ok(())
    }

    /// Answers a descriptor, or takes the answer back.
    ///
    /// # Errors
    /// The framework has no such descriptor or no such answer, or the descriptor applies to every plan and the answer
    /// excludes it.
    pub fn set_answer(
        &mut self,
        descriptor: usize,
        answer: Option<Answer>,
    ) -> Result<(), ProblemKind> {
        self.put_answer(self.descriptor(descriptor)?, answer)
    }

    /// Answers a descriptor of the framework, or takes the answer back.
    pub(crate) fn put_answer(
        &mut self,
        descriptor: DescriptorNo,
        answer: Option<Answer>,
    ) -> Result<(), ProblemKind> {
        let rules = &self.framework.rules;
        let rule = &rules.descriptors[descriptor];
        if let Some(answer) = answer {
            if rule.is_counted() {
                return Err(ProblemKind::WrongType { expected: "an object" });
            }
            let answers = rules.answers_to(descriptor);
            if !answers.has(answer) {
                return Err(ProblemKind::UnknownId { what: "answer" });
            }
            if answer.standing() == AnswerStanding::Excluded && !rule.may_not_apply() {
                let descriptor = rule.id.clone();
                let answers = answers.counted_ids();
                return Err(ReviewProblem::AlwaysApplies { descriptor, answers }.into());
            }
        }
        self.answers[descriptor] = answer;
        Ok(())
    }

    /// A count of findings.
    pub(crate) fn count(&self, count: CountNo) -> Option<u16> {
        self.counts[count]
    }

    /// Records how many findings of a severity a descriptor has, or takes the count back.
    ///
    /// # Errors
    /// The framework does not count them there, or there are too many.
    pub fn set_count(
        &mut self,
        descriptor: usize,
        severity: &str,
        count: Option<u16>,
    ) -> Result<(), ProblemKind> {
        let descriptor = self.descriptor(descriptor)?;
        let number = self.framework.rules.count(descriptor, severity);
        let number = number.ok_or(ProblemKind::UnknownId { what: "severity" })?;
        if count.is_some_and(|count| FindingCount::new(count).is_none()) {
            let (least, most) = (FindingCount::LEAST.into(), FindingCount::MOST.into());
            return Err(ProblemKind::OutOfRange { least, most });
        }
        self.counts[number] = count;
        Ok(())
    }

    /// Records the score of a section, or takes it back.
    ///
    /// # Errors
    /// The framework has no such section, or its scale no such score.
    pub fn set_score(&mut self, section: usize, score: Option<Score>) -> Result<(), ProblemKind> {
        self.put_score(self.section(section)?, score)
    }

    /// Records the score of a section of the framework, or takes it back.
    pub(crate) fn put_score(
        &mut self,
        section: SectionNo,
        score: Option<Score>,
    ) -> Result<(), ProblemKind> {
        let scale = &self.framework.rules.scale;
        if score.is_some_and(|score| scale.score(score.number().into()) != Some(score)) {
            return Err(scale.not_a_score());
        }
        self.sections[section].score = score;
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
        let criterion = self.criteria.number(criterion);
        let criterion = criterion.ok_or(ProblemKind::UnknownId { what: "criterion" })?;
        let values = &self.framework.rules.criteria[criterion].values;
        let value = value.map(|place| {
            let most = values.last_number().place().try_into().unwrap_or(0);
            values.number(place).ok_or(ProblemKind::OutOfRange { least: 0, most })
        });
        self.criteria[criterion] = value.transpose()?;
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
        let section = self.section(section)?;
        text.as_deref().map_or(Ok(()), |text| within_length(text, MOST_TEXT))?;
        *self.text_mut(section, field) = text.map(FreeText);
        Ok(())
    }

    /// A free text of a section of the framework, to be changed.
    pub(super) fn text_mut(
        &mut self,
        section: SectionNo,
        field: TextField,
    ) -> &mut Option<FreeText> {
        let entry = &mut self.sections[section];
        match field {
            TextField::Strengths => &mut entry.strengths,
            TextField::Improvements => &mut entry.improvements,
            TextField::Rationale => &mut entry.rationale,
        }
    }
}
