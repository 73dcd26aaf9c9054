//! Writes a review as a document.

use std::ops::Range;

use super::checked::Review;
use super::record::{
    AnswerRecord, Entries, PlanRecord, ReviewDetails, ReviewRecord, SectionRecord,
};
use crate::document::table::each;
use crate::framework::DescriptorNo;

impl Review {
    /// The review as a document, without anything that is not answered.
    #[must_use]
    pub fn record(&self) -> ReviewRecord<'_> {
        let rules = &self.framework().rules;
        let declared = rules.facts.iter().filter(|(fact, _)| !fact.is_of_law());
        let declared = declared.filter_map(|(fact, rule)| {
            let value = rule.values.value(self.context.number(fact)?)?;
            Some((rule.id.as_str(), value))
        });
        let plan = PlanRecord {
            reference: self.reference.as_ref(),
            stage: self.context.stage(),
            year_group: self.context.year_group(),
            age: self.context.age(),
            declared: declared.collect(),
        };
        let mut criteria = Entries::default();
        for (number, rule) in rules.criteria.iter() {
            if let Some(value) = self.criteria[number] {
                criteria.0.push((rule.id.as_str(), rule.values[value].id.as_str()));
            }
        }
        let mut sections = Entries::default();
        for (number, section) in rules.sections.iter() {
            let recorded = &self.sections[number];
            let record = SectionRecord {
                descriptors: unless_empty(self.answers_in(&section.descriptors)),
                score: recorded.score,
                strengths: recorded.strengths.as_ref(),
                improvements: recorded.improvements.as_ref(),
                rationale: recorded.rationale.as_ref(),
            };
            if record != SectionRecord::default() {
                sections.0.push((section.id.as_str(), record));
            }
        }
        ReviewRecord {
            framework: &rules.id,
            plan: unless_empty(plan),
            review: Some(&self.details).filter(|details| **details != ReviewDetails::default()),
            criteria: unless_empty(criteria),
            sections: unless_empty(sections),
        }
    }

    fn answers_in(&self, descriptors: &Range<DescriptorNo>) -> Entries<'_, AnswerRecord<'_>> {
        let rules = &self.framework.rules;
        let answered = each(descriptors).filter_map(|number| {
            let rule = &rules.descriptors[number];
            let record = if rule.is_counted() {
                AnswerRecord::Counts(unless_empty(self.counts_at(number))?)
            } else {
                AnswerRecord::Answer(rules.answers.id(self.answer_to(number)?))
            };
            Some((rule.id.as_str(), record))
        });
        answered.collect()
    }

    fn counts_at(&self, descriptor: DescriptorNo) -> Entries<'_, u16> {
        let rules = &self.framework.rules;
        let counts = each(&rules.descriptors[descriptor].counts).filter_map(|number| {
            let severity = &rules.severities[rules.counts[number].severity];
            Some((severity.id.as_str(), self.counts[number]?))
        });
        counts.collect()
    }
}

/// A part of the document, unless it is empty, which equals absence.
fn unless_empty<T: Default + PartialEq>(part: T) -> Option<T> {
    (part != T::default()).then_some(part)
}
