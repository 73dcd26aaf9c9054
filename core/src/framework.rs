//! A quality assurance framework as data: its wording, and beside it how the wording is read.

mod check;
mod interpretation;
mod wording;

use std::sync::{Arc, OnceLock};

pub use interpretation::{
    Applicability, Band, Basis, CapLimit, Check, CheckCondition, Choice, Citation,
    ContextCondition, ContextField, ContextQuestion, ContextTest, ContextValue, Criterion,
    CriterionCondition, DescriptorTest, Evidence, GateRule, GradeRow, Interpretation, Reading,
    Severity, Share, Stage, Standing,
};
pub use wording::{
    AnnexA, AnnexB, ColourKey, CommentAction, Descriptor, DescriptorTable, Feedback, FormField,
    FormSection, Grade, LearningSummary, Level, Levels, Passage, Principle, Principles,
    ProcessPart, ProcessStep, Scale, Scoring, Section, Standard, Standards, Wording,
};

use crate::document::{Document, Json};
use crate::grade::Score;
use crate::problem::{Problem, Reader};
use crate::shape::{self, Shape, document};

document! {
    /// A quality assurance framework.
    pub struct FrameworkDocument {
        /// Its id, which reviews name.
        pub id: String,
        /// Its edition.
        pub edition: String,
        /// The language of its wording, as a BCP 47 tag.
        pub language: String,
        /// Where the wording comes from.
        pub source: FrameworkSource,
        /// What the document says, word for word.
        pub wording: Wording,
        /// How it is read.
        pub interpretation: Interpretation,
    }

    /// Where a framework's wording comes from.
    pub struct FrameworkSource {
        /// The title of the document.
        pub title: String,
        /// How it was transcribed.
        pub note: String,
    }
}

/// A framework that has been checked whole, with what grading looks up worked out once.
#[derive(Debug, PartialEq)]
pub struct Framework {
    /// As it was given; what is not needed for grading is taken over only when asked for.
    json: Json,
    id: String,
    interpretation: Interpretation,
    /// The names of the grades, best first, such as "2 Good".
    grade_names: [String; 4],
    pub(crate) sections: Vec<SectionRule>,
    pub(crate) descriptors: Vec<DescriptorRule>,
    pub(crate) criteria: Vec<CriterionRule>,
    /// Best grade first; what each requires as (criterion, least answer).
    pub(crate) grades: Vec<(Score, Vec<(usize, usize)>)>,
    pub(crate) checks: Vec<CheckRule>,
    /// Each standard's descriptors, in printed order.
    pub(crate) evidence: Vec<(String, Vec<usize>)>,
}

/// A section as grading sees it. The block on overall quality is the last.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SectionRule {
    pub(crate) id: String,
    pub(crate) is_overall: bool,
    /// Its descriptors among all of them.
    pub(crate) descriptors: std::ops::Range<usize>,
    pub(crate) score_at: String,
    pub(crate) improvements_at: String,
    pub(crate) rationale_at: String,
}

/// A descriptor as grading sees it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DescriptorRule {
    pub(crate) id: String,
    pub(crate) section: usize,
    pub(crate) at: String,
    pub(crate) all_of: Vec<ContextCondition>,
    pub(crate) may_exclude: bool,
    /// The entry of `applicability` that covers it.
    pub(crate) entry: usize,
}

/// A criterion as grading sees it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CriterionRule {
    pub(crate) id: String,
    pub(crate) at: String,
    /// The index of its best answer; 0 is its worst.
    pub(crate) best: usize,
}

/// A check as it is carried out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CheckRule {
    /// One that is built in.
    BuiltIn(BuiltIn),
    /// One told by the answers that it is about.
    Answers(AnswersRule),
}

/// A check told by the answers that it is about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AnswersRule {
    pub(crate) message: String,
    pub(crate) context: Vec<ContextCondition>,
    /// Criteria and the index of the answer looked for.
    pub(crate) criteria: Vec<(usize, usize)>,
    pub(crate) every: Vec<(usize, Vec<Standing>)>,
    pub(crate) any: Vec<(usize, Vec<Standing>)>,
}

crate::shape::choice! {
    /// The checks that are built in; a framework gives their severity and citations.
    pub enum BuiltIn {
        /// The plan is recorded better than its criteria allow.
        RecordedBetterThanCriteria = "recorded-better-than-criteria",
        /// The plan is recorded better than its sections allow.
        RecordedBetterThanCap = "recorded-better-than-cap",
        /// A score of 1 stands beside a counted no.
        RecordedOutstandingWithNo = "recorded-outstanding-with-no",
        /// A score is more than one away from what the answers suggest.
        RecordedFarFromSuggestion = "recorded-far-from-suggestion",
        /// The context makes a descriptor apply that was answered not applicable.
        NotApplicableButApplies = "not-applicable-but-applies",
        /// A score has no rationale.
        ScoreWithoutRationale = "score-without-rationale",
        /// A counted no has no improvement noted.
        NoWithoutImprovement = "no-without-improvement",
        /// A descriptor is answered that does not apply.
        AnswerDoesNotApply = "answer-does-not-apply",
        /// A section is scored in which nothing applies.
        ScoreWhereNothingApplies = "score-where-nothing-applies",
        /// Facts that rules depend on are not given.
        ContextNotKnown = "context-not-known",
    }
}

static SHROPSHIRE_2023: &str = include_str!("../frameworks/shropshire-2023.json");

impl Framework {
    /// The Shropshire SEND Quality Assurance Framework 2023.
    ///
    /// ```
    /// let framework = ehcp_qa_core::Framework::shropshire_2023();
    /// assert_eq!(framework.document().wording.sections.len(), 12);
    /// ```
    #[must_use]
    pub fn shropshire_2023() -> Arc<Self> {
        static PARSED: OnceLock<Arc<Framework>> = OnceLock::new();
        let parse = || match Self::from_json(SHROPSHIRE_2023) {
            Ok(framework) => Arc::new(framework),
            #[expect(clippy::panic, reason = "a test parses this very text: it cannot be reached")]
            Err(_) => panic!("the built-in framework is at fault"),
        };
        PARSED.get_or_init(parse).clone()
    }

    /// Reads a framework from JSON text and checks it whole.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        Self::from_document(&Document::from_json(text).map_err(|problem| vec![problem])?)
    }

    /// Checks a framework whole.
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, and where the shape is right, what does
    /// not fit together.
    pub fn from_document(document: &Document) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::default();
        shape::check(&document.0, FrameworkDocument::KIND, &mut reader);
        if reader.is_fine() {
            check::compile(document.0.clone())
        } else {
            Err(reader.into_problems())
        }
    }

    /// The framework as it was given.
    #[must_use]
    pub fn document(&self) -> FrameworkDocument {
        FrameworkDocument::take(&self.json)
    }

    /// The framework as it was given, to be serialised.
    #[must_use]
    pub fn as_json(&self) -> impl serde::Serialize {
        &self.json
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name of a grade, such as "2 Good".
    #[must_use]
    pub fn grade_name(&self, score: Score) -> &str {
        let [outstanding, good, requires_improvement, inadequate] = &self.grade_names;
        match score {
            Score::Outstanding => outstanding,
            Score::Good => good,
            Score::RequiresImprovement => requires_improvement,
            Score::Inadequate => inadequate,
        }
    }

    /// How its wording is read.
    #[must_use]
    pub fn interpretation(&self) -> &Interpretation {
        &self.interpretation
    }

    /// The ids of its sections in printed order; the block on overall quality is the last.
    pub fn section_ids(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|rule| rule.id.as_str())
    }

    /// The ids of its descriptors in printed order, each with the number of its section.
    pub fn descriptor_ids(&self) -> impl Iterator<Item = (&str, usize)> {
        self.descriptors.iter().map(|rule| (rule.id.as_str(), rule.section))
    }

    /// The number of a descriptor, to be used where descriptors are given by number.
    #[must_use]
    pub fn descriptor_number(&self, id: &str) -> Option<usize> {
        self.descriptors.iter().position(|descriptor| descriptor.id == id)
    }

    /// Where a review records the answer to a descriptor, as a JSON Pointer.
    #[must_use]
    pub fn descriptor_pointer(&self, descriptor: usize) -> Option<&str> {
        self.descriptors.get(descriptor).map(|rule| rule.at.as_str())
    }

    /// The number of a section; the block on overall quality is the last.
    #[must_use]
    pub fn section_number(&self, id: &str) -> Option<usize> {
        self.sections.iter().position(|section| section.id == id)
    }

    /// The number of a criterion.
    #[must_use]
    pub fn criterion_number(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }
}
