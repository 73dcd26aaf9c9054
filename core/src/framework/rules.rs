//! A framework as grading uses it: ids are numbers, and what every review needs is worked out once.

use std::ops::{Range, RangeInclusive};

use super::answers::{AnswerSet, AnswerSetNo, Answers};
use super::checks::{BuiltIn, Standing};
use super::fact::{Fact, Facts};
use super::interpretation::Choice;
use super::scale::{Scale, ScoreNo};
use super::score::Score;
use super::severity::Severity;
use super::trace::Trace;
use crate::document::message::Catalogue;
use crate::document::table::{Number, Table, each, number};
use crate::law::{Basis, Citation};

number! {
    /// A section; the block on overall quality is the last.
    pub(crate) struct SectionNo;

    /// A descriptor, in printed order.
    pub(crate) struct DescriptorNo;

    /// A criterion.
    pub(crate) struct CriterionNo;

    /// An answer to a criterion, from the worst to the best.
    pub(crate) struct ValueNo;

    /// A severity of findings, the most serious first.
    pub(crate) struct SeverityNo;

    /// A count: of one severity, at one descriptor.
    pub(crate) struct CountNo;

    /// An entry of the applicability.
    pub(crate) struct EntryNo;

    /// A row of the grade table, best grade first.
    pub(crate) struct GradeRowNo;

    /// A band of sections or of the mean, best score first.
    pub(crate) struct BandNo;

    /// A check of answers and scores.
    pub(crate) struct CheckNo;
}

/// What grading needs of a framework.
#[derive(Debug)]
pub(crate) struct Rules {
    pub(crate) id: String,
    pub(crate) scale: Scale,
    /// The printed heading of the scale, which the grade table is cited by.
    pub(crate) scale_heading: String,
    pub(crate) answers: Answers,
    /// The block on overall quality is the last.
    pub(crate) sections: Table<SectionNo, SectionRule>,
    pub(crate) descriptors: Table<DescriptorNo, DescriptorRule>,
    /// The descriptors in the order of their ids.
    pub(crate) by_id: Vec<DescriptorNo>,
    /// The severities of findings that are counted, the most serious first.
    pub(crate) severities: Table<SeverityNo, Choice>,
    /// The counts that descriptors ask for, in printed order.
    pub(crate) counts: Table<CountNo, CountRule>,
    pub(crate) criteria: Table<CriterionNo, CriterionRule>,
    /// What each grade requires, best first.
    pub(crate) grades: Table<GradeRowNo, GradeRule>,
    pub(crate) facts: Facts,
    /// The facts that any descriptor or check depends on.
    pub(crate) facts_needed: Vec<Fact>,
    /// The least and the greatest number of a level of checking.
    pub(crate) levels: RangeInclusive<u8>,
    pub(crate) applicability: Table<EntryNo, ApplicabilityRule>,
    /// Each standard's descriptors, in printed order.
    pub(crate) evidence: Vec<(String, Vec<DescriptorNo>)>,
    pub(crate) bands: Bands,
    pub(crate) limits: Vec<LimitRule>,
    /// The descriptors that stand in place of others.
    pub(crate) alternatives: Vec<AlternativeRule>,
    /// The descriptors that a plan must meet.
    pub(crate) required: Vec<RequiredRule>,
    /// How the grade of the plan is worked out from its sections, where it is.
    pub(crate) mean: Option<MeanRule>,
    pub(crate) issue: IssueRule,
    pub(crate) trace: Trace,
    /// What results are said in.
    pub(crate) catalogue: Catalogue,
    pub(crate) checks: Table<CheckNo, CheckRule>,
    /// The checks in the order of findings: the most serious first.
    pub(crate) by_severity: Vec<CheckNo>,
}

impl Rules {
    /// The block on overall quality.
    pub(crate) fn overall(&self) -> SectionNo {
        self.sections.last_number()
    }

    /// The number of a section.
    pub(crate) fn section(&self, id: &str) -> Option<SectionNo> {
        self.sections.find(|rule| rule.id == id)
    }

    /// The number of a descriptor.
    pub(crate) fn descriptor(&self, id: &str) -> Option<DescriptorNo> {
        self.descriptors.find(|rule| rule.id == id)
    }

    /// The number of a descriptor. The search begins at a number, because most documents have the
    /// descriptors in their order.
    pub(crate) fn descriptor_from(&self, from: DescriptorNo, id: &str) -> Option<DescriptorNo> {
        let is_it = |number: &DescriptorNo| self.descriptors[*number].id == id;
        let all = DescriptorNo::at(0)..DescriptorNo::at(self.descriptors.len());
        each(&(from..all.end)).chain(each(&(all.start..from))).find(is_it)
    }

    /// The count of a severity at a descriptor.
    pub(crate) fn count(&self, descriptor: DescriptorNo, severity: &str) -> Option<CountNo> {
        let severity_of = |count: CountNo| &self.severities[self.counts[count].severity];
        each(&self.descriptors[descriptor].counts).find(|count| severity_of(*count).id == severity)
    }

    /// The severities by which findings of a descriptor are counted.
    pub(crate) fn counted(&self, descriptor: DescriptorNo) -> impl Iterator<Item = &str> {
        let severity_of = |count: CountNo| &self.severities[self.counts[count].severity];
        each(&self.descriptors[descriptor].counts).map(move |count| severity_of(count).id.as_str())
    }

    /// The answers that a descriptor can have.
    pub(crate) fn answers_to(&self, descriptor: DescriptorNo) -> &AnswerSet {
        &self.answers.sets[self.descriptors[descriptor].answers]
    }

    /// The number of a criterion.
    pub(crate) fn criterion(&self, id: &str) -> Option<CriterionNo> {
        self.criteria.find(|rule| rule.id == id)
    }

    /// The first band for which the credit of so many descriptors is enough. The last one asks for none.
    pub(crate) fn band(&self, credit: usize, total: usize) -> &BandRule {
        self.bands.band(credit, total * self.answers.unit)
    }

    /// The grade that a section's score allows the plan at best. Limits only tighten as scores get worse,
    /// so the strictest that is reached counts.
    pub(crate) fn cap(&self, section: Score) -> Score {
        let reached = self.limits.iter().filter(|limit| limit.section_score <= section);
        reached.map(|limit| limit.plan_at_best).max().unwrap_or_else(|| self.scale.best())
    }
}

/// The basis and the reason of a rule.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) basis: Basis,
    pub(crate) reason: String,
}

/// A section.
#[derive(Debug)]
pub(crate) struct SectionRule {
    pub(crate) id: String,
    pub(crate) is_overall: bool,
    /// How much it weighs beside the other sections.
    pub(crate) weight: usize,
    pub(crate) descriptors: Range<DescriptorNo>,
    pub(crate) score_at: String,
    pub(crate) improvements_at: String,
    pub(crate) rationale_at: String,
}

/// A descriptor.
#[derive(Debug)]
pub(crate) struct DescriptorRule {
    pub(crate) id: String,
    pub(crate) section: SectionNo,
    pub(crate) at: String,
    pub(crate) all_of: Vec<FactCondition>,
    pub(crate) may_exclude: bool,
    /// The entry of the applicability that covers it.
    pub(crate) entry: EntryNo,
    /// The place of the alternative that it has a part in.
    pub(crate) alternative: Option<usize>,
    /// The answers that it can have.
    pub(crate) answers: AnswerSetNo,
    /// The counts of findings that it asks for in place of an answer; none where it has an answer.
    pub(crate) counts: Range<CountNo>,
}

impl DescriptorRule {
    /// Whether it asks for counts of findings in place of an answer.
    pub(crate) fn is_counted(&self) -> bool {
        !self.counts.is_empty()
    }

    /// Whether it may be answered "not applicable". Where a condition decides whether it applies, the answer may come
    /// before the condition.
    pub(crate) fn may_not_apply(&self) -> bool {
        self.may_exclude || !self.all_of.is_empty()
    }
}

/// A count that a review can record.
#[derive(Debug)]
pub(crate) struct CountRule {
    pub(crate) descriptor: DescriptorNo,
    pub(crate) severity: SeverityNo,
    /// Where a review records it, as a JSON Pointer.
    pub(crate) at: String,
}

/// A condition on a fact about the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactCondition {
    pub(crate) fact: Fact,
    /// It holds where the value of the fact is from the first to the last number of one of these.
    pub(crate) within: Vec<(i32, i32)>,
}

/// A criterion.
#[derive(Debug)]
pub(crate) struct CriterionRule {
    pub(crate) id: String,
    pub(crate) at: String,
    pub(crate) label: String,
    pub(crate) values: Table<ValueNo, Choice>,
}

/// What a grade requires: criteria, each with its least answer, and severities, each with the most findings.
#[derive(Debug)]
pub(crate) struct GradeRule {
    pub(crate) score: Score,
    pub(crate) requires: Vec<(CriterionNo, ValueNo)>,
    pub(crate) at_most: Vec<(SeverityNo, u16)>,
    pub(crate) ground: Ground,
}

/// An entry of the applicability. Its conditions stand with its descriptors.
#[derive(Debug)]
pub(crate) struct ApplicabilityRule {
    pub(crate) ground: Ground,
}

/// Scores, each with the least share or mean that is enough for it, best first. The last asks for nothing.
#[derive(Debug, Default)]
pub(crate) struct Bands(pub(crate) Table<BandNo, BandRule>);

/// A score where there is at least `of` out of `out_of`.
#[derive(Debug)]
pub(crate) struct BandRule {
    pub(crate) id: String,
    pub(crate) score: Score,
    pub(crate) of: u8,
    pub(crate) out_of: u8,
    pub(crate) ground: Ground,
}

impl Bands {
    /// The first band for which parts of a full number are enough.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn band(&self, parts: usize, full: usize) -> &BandRule {
        let fits = self.0.find(|band| band.fits(parts, full));
        &self.0[fits.unwrap_or(self.0.last_number())]
    }
}

impl BandRule {
    /// Whether parts of a full number are enough.
    pub(crate) fn fits(&self, parts: usize, full: usize) -> bool {
        parts as u64 * u64::from(self.out_of) >= full as u64 * u64::from(self.of)
    }
}

/// The grade that a section's score allows the plan at best.
#[derive(Debug)]
pub(crate) struct LimitRule {
    pub(crate) section_score: Score,
    pub(crate) plan_at_best: Score,
    pub(crate) ground: Ground,
}

/// A descriptor that stands in place of others of its section.
#[derive(Debug)]
pub(crate) struct AlternativeRule {
    pub(crate) descriptor: DescriptorNo,
    pub(crate) instead_of: Vec<DescriptorNo>,
    pub(crate) place: String,
    pub(crate) ground: Ground,
}

/// Descriptors that a plan must meet, and the grade that it has at best without them.
#[derive(Debug)]
pub(crate) struct RequiredRule {
    pub(crate) descriptors: Vec<DescriptorNo>,
    pub(crate) plan_at_best: Score,
    pub(crate) place: String,
    pub(crate) ground: Ground,
}

/// The worst grade with which a plan may be issued, and where that is printed.
#[derive(Debug, Default)]
pub(crate) struct IssueRule {
    /// None where the framework does not say.
    pub(crate) issue_at: Option<Score>,
    pub(crate) cites: Vec<Citation>,
}

/// A check.
#[derive(Debug)]
pub(crate) struct CheckRule {
    pub(crate) id: String,
    pub(crate) severity: Severity,
    pub(crate) why: String,
    pub(crate) clear: String,
    pub(crate) cites: Vec<Citation>,
    pub(crate) test: CheckTest,
}

/// When a check fires.
#[derive(Debug)]
pub(crate) enum CheckTest {
    /// As it is built in.
    BuiltIn(BuiltIn),
    /// At some answers, which the framework states.
    Answers(AnswersTest),
}

/// The answers at which a check fires.
#[derive(Debug, Default)]
pub(crate) struct AnswersTest {
    pub(crate) message: String,
    pub(crate) context: Vec<FactCondition>,
    pub(crate) criteria: Vec<(CriterionNo, ValueNo)>,
    pub(crate) every: Vec<(DescriptorNo, Vec<Standing>)>,
    pub(crate) any: Vec<(DescriptorNo, Vec<Standing>)>,
}

/// The mean as grading uses it.
#[derive(Debug)]
pub(crate) struct MeanRule {
    pub(crate) points: Table<ScoreNo, usize>,
    pub(crate) bands: Bands,
    pub(crate) place: String,
}

impl MeanRule {
    /// The points of a score.
    pub(crate) fn points_of(&self, score: Score) -> usize {
        self.points.rows().get(score.place()).copied().unwrap_or(0)
    }
}
