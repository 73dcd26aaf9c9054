//! The parts of a check: a predicate over a graded review, and the finding where it fires.

use std::fmt::Display;

use super::found::Finding;
use crate::document::message::Message;
use crate::document::table::Table;
use crate::framework::{CheckRule, Rules, Score, SectionNo};
use crate::grading::graded::Graded;
use crate::grading::grades::{PlanGrade, SectionGrade};
use crate::grading::messages;
use crate::grading::reason::PlanReasons;
use crate::review::{Review, TextField};

/// What a predicate reads.
pub(super) struct Grounds<'a, 'g> {
    pub(super) review: &'a Review,
    pub(super) rules: &'a Rules,
    pub(super) sections: &'g Table<SectionNo, SectionGrade>,
    pub(super) plan: &'g PlanGrade,
}

impl Grounds<'_, '_> {
    /// Whether a text of a section is not written.
    pub(super) fn is_blank(&self, section: SectionNo, field: TextField) -> bool {
        self.review.text_of(section, field).is_none_or(|text| text.trim().is_empty())
    }
}

/// What a finding is made from: the check, the graded review and the plan's reasons.
pub(super) struct Maker<'a, 'g> {
    pub(super) check: &'a CheckRule,
    pub(super) graded: &'g Graded<'a>,
    pub(super) reasons: &'g PlanReasons<'a>,
}

impl<'a> Maker<'a, '_> {
    /// A finding of the check.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(super) fn finding(
        &self,
        at: &'a str,
        rests_on: Vec<&'a str>,
        message: String,
    ) -> Finding<'a> {
        Finding {
            rule: &self.check.id,
            severity: self.check.severity,
            at,
            rests_on,
            message,
            why: &self.check.why,
            clear: &self.check.clear,
            cites: &self.check.cites,
            fields: Vec::new(),
            not_checked: Vec::new(),
        }
    }

    /// A message with its parts.
    pub(super) fn say(&self, message: &Message, parts: &[(&str, &dyn Display)]) -> String {
        self.graded.rules.catalogue.say(message, parts)
    }

    /// A message about so many of something.
    pub(super) fn say_of(
        &self,
        message: &Message,
        count: usize,
        parts: &[(&str, &dyn Display)],
    ) -> String {
        self.graded.rules.catalogue.say_of(message, count, parts)
    }

    /// The name of a grade.
    pub(super) fn name(&self, score: Score) -> &'a str {
        self.graded.rules.scale.name(score)
    }

    /// The subject of a sentence about a section: "Section A", or "The plan" for the block on overall quality.
    pub(super) fn subject(&self, section: SectionNo) -> String {
        let rule = &self.graded.rules.sections[section];
        let message = if rule.is_overall {
            &messages::FINDING_SUBJECT_PLAN
        } else {
            &messages::FINDING_SUBJECT_SECTION
        };
        self.say(message, &[("id", &rule.id)])
    }
}

/// A check of something of the type `T`.
pub(super) struct Check<T> {
    /// Whether it fires.
    pub(super) fires: fn(&Grounds, T) -> bool,
    /// The finding where it fires.
    pub(super) finding: for<'a> fn(&Maker<'a, '_>, T) -> Finding<'a>,
}

/// A recorded score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded {
    pub(super) section: SectionNo,
    pub(super) score: Score,
}
