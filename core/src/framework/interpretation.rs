//! How a framework's wording is read: every entry says so, gives its reason, and can be replaced.

use std::collections::BTreeMap;

use super::advice::AdviceQuestions;
use super::answers::{AnswerReading, AnswerSetReading};
use super::checks::{Check, FormCheck};
use super::condition::{ContextCondition, FactNumber};
use super::fact::ContextKind;
use super::families::FamiliesReading;
use super::mean::PlanMean;
use super::plan::{Bearing, PlanReading};
use super::process::ProcessReading;
use super::report::ReportReading;
use super::sampling::SamplingReading;
use super::scale::ScaleReading;
use super::score::ScaleNumber;
use super::share::Share;
use super::thread::ThreadReading;
use super::timescales::TimescaleReading;
use super::trace::Trace;
use crate::document::Id;
use crate::document::bounded::whole_number;
use crate::document::shape::document;
use crate::law::{Basis, Citation};

whole_number! {
    /// How many findings there are.
    pub struct FindingCount(u16) from 0 to 9_999;
}

document! {
    /// How the wording is read, and what is computed from answers.
    pub struct Interpretation {
        /// Readings of what is printed, slips included.
        pub readings: Vec<Reading>,
        /// Which way the scale runs. Without it the least number is the best.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub scale: Option<ScaleReading>,
        /// The answers to descriptors. Without it they are `yes`, `no` and `not_applicable`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub answers: Option<Vec<AnswerReading>>,
        /// Other answers, for some sections or descriptors. Without it all have the same.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub answer_sets: Option<Vec<AnswerSetReading>>,
        /// Descriptors that ask for counts of findings in place of an answer. Without it none do.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub counts: Option<CountsReading>,
        /// What is asked about a plan before it is graded.
        pub context: Vec<ContextQuestion>,
        /// The criteria of the scale, as questions about the plan as a whole.
        pub criteria: Vec<Criterion>,
        /// What each grade requires of the criteria, best grade first.
        pub grade_table: Vec<GradeRow>,
        /// Which plans each descriptor applies to.
        pub applicability: Vec<Applicability>,
        /// Descriptors that stand in place of others, such as "there are no needs". Without it there are none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub alternatives: Option<Vec<Alternative>>,
        /// Which descriptors are evidence for each quality standard.
        pub evidence: Vec<Evidence>,
        /// How answers suggest the score of a section, best score first. The first band that fits
        /// counts.
        pub section_suggestion: Vec<Band>,
        /// How the scores of sections limit the grade of the plan.
        pub section_cap: Vec<CapLimit>,
        /// The descriptors that a plan must meet, whatever else is met. Without it there are none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub required: Option<Vec<RequiredDescriptors>>,
        /// How the grade of the plan is worked out from the scores of its sections. Without it, it is not.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub plan_mean: Option<PlanMean>,
        /// When a plan may be issued. Without it nothing is said of that.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub gate: Option<GateRule>,
        /// Where the reasons of a suggestion are cited.
        pub trace: Trace,
        /// The checks for answers and scores that do not fit together, in the order of findings.
        pub checks: Vec<Check>,
        /// The checks of the feedback form. One that is not listed is not made.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub feedback: Option<Vec<FormCheck>>,
        /// How the golden thread of a plan's items is read. Without it nothing of it is checked, and
        /// a thread says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub thread: Option<ThreadReading>,
        /// How a plan is checked as a whole. Without it only its wording and its thread are checked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub plan: Option<PlanReading>,
        /// What is asked of a piece of advice. Without it nothing is asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub advice: Option<AdviceQuestions>,
        /// Which findings bear on which descriptors and criteria.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub bearing: Option<Vec<Bearing>>,
        /// How samples of plans are drawn. Without it none can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sampling: Option<SamplingReading>,
        /// What the framework says of the deadlines that the law sets.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timescales: Option<Vec<TimescaleReading>>,
        /// How the process around a draft is read. Without it a case has no status.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub process: Option<ProcessReading>,
        /// How summaries and reports are read. Without it no term is known and a report has few notes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub report: Option<ReportReading>,
        /// How families' feedback is asked for and counted. Without it none is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub families: Option<FamiliesReading>,
    }

    /// How something printed is read.
    pub struct Reading if (any(feature = "service", feature = "whole", feature = "writing")) {
        /// Its id.
        pub id: String,
        /// What is printed.
        pub printed: String,
        /// How it is read.
        pub read_as: String,
        /// Where it is printed.
        pub place: String,
        /// What the reading rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// A fact about the plan that decides what applies, and the question that asks for it. The kinds of `stage`, a
    /// choice, and of `year_group` and `age`, numbers, are those of the law.
    pub struct ContextQuestion {
        /// The id of the fact, which is the field of a review's `plan` that holds the answer.
        pub field: Id,
        /// What the fact is called within a sentence.
        pub name: String,
        /// The question.
        pub label: String,
        /// What helps to answer it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub hint: Option<String>,
        /// What it is. Without it, true or false.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub kind: Option<ContextKind>,
        /// The words for the choices, where the answer is one of a few.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub values: Option<Vec<Choice>>,
        /// The least number that it can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub least: Option<FactNumber>,
        /// The greatest number that it can be.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub most: Option<FactNumber>,
        /// What some of its numbers are called.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub labels: Option<Vec<NumberLabel>>,
    }

    /// What a number is called.
    pub struct NumberLabel {
        /// The number.
        pub number: FactNumber,
        /// What people read.
        pub label: String,
    }

    /// A choice in a form.
    pub struct Choice {
        /// What documents hold.
        pub id: String,
        /// What people read.
        pub label: String,
    }

    /// A criterion of the scale.
    pub struct Criterion {
        /// Its id.
        pub id: String,
        /// The question.
        pub label: String,
        /// What helps to answer it.
        pub hint: String,
        /// Its answers, from the worst to the best.
        pub values: Vec<Choice>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is asked so.
        pub reason: String,
    }

    /// Descriptors that ask how many findings there are of each severity.
    pub struct CountsReading {
        /// The severities, the most serious first.
        pub severities: Vec<Choice>,
        /// The descriptors.
        pub descriptors: Vec<String>,
        /// What it rests on.
        pub basis: Basis,
        /// Why they are counted.
        pub reason: String,
    }

    /// What one grade requires.
    pub struct GradeRow {
        /// The grade.
        pub score: ScaleNumber,
        /// The least answer to each criterion that it needs.
        pub requires: BTreeMap<String, String>,
        /// How many findings of some severities it allows at most, in all that is counted. Without it, any number.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub at_most: Option<BTreeMap<String, FindingCount>>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// Which plans some descriptors apply to.
    pub struct Applicability {
        /// The descriptors.
        pub descriptors: Vec<String>,
        /// They apply where all of these hold; none means to every plan. One whose field is not
        /// known leaves them applicable and lets the assessor answer `not_applicable`.
        pub all_of: Vec<ContextCondition>,
        /// Whether the assessor may answer `not_applicable` even so.
        pub may_exclude: bool,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// A descriptor that stands in place of others of its section. Where it is met, they do not count; where it is not,
    /// it does not count itself.
    pub struct Alternative {
        /// The descriptor.
        pub descriptor: String,
        /// Those that it stands in place of.
        pub instead_of: Vec<String>,
        /// Where it is written.
        pub place: String,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// Which descriptors are evidence for a quality standard.
    pub struct Evidence {
        /// The standard.
        pub standard: String,
        /// The descriptors.
        pub descriptors: Vec<String>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// A score suggested when enough of the descriptors that count are met.
    pub struct Band {
        /// Its id.
        pub id: String,
        /// The score suggested.
        pub score: ScaleNumber,
        /// The least share of yes among the descriptors that count.
        pub yes_at_least: Share,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// What a section's score means for the plan.
    pub struct CapLimit {
        /// A section with this score ...
        pub section_score: ScaleNumber,
        /// ... allows the plan this grade at best.
        pub plan_at_best: ScaleNumber,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// Descriptors that a plan must meet. One that does not apply is not asked for.
    pub struct RequiredDescriptors {
        /// The descriptors.
        pub descriptors: Vec<String>,
        /// A plan that does not meet all of them is graded this at best.
        pub plan_at_best: ScaleNumber,
        /// Where it is written.
        pub place: String,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// When a plan may be issued.
    pub struct GateRule {
        /// The worst recorded grade with which a plan may be issued.
        pub issue_at: ScaleNumber,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// Where it is printed.
        pub cites: Vec<Citation>,
    }

}
