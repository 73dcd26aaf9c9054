//! A quality assurance framework as data: its wording, and beside it how the wording is read.

mod built_in;
mod check;
mod entries;
mod interpretation;
pub(crate) mod problem;
mod process;
mod report;
mod rules;
mod sampling;
pub(crate) mod score;
mod severity;
mod share;
mod steps;
mod timescales;
mod wording;

use std::sync::{Arc, OnceLock};

pub use built_in::SHROPSHIRE_2023;
pub(crate) use built_in::pack;

pub use interpretation::{
    Applicability, Band, CapLimit, Check, CheckCondition, Choice, ContextCondition, ContextField,
    ContextQuestion, ContextTest, ContextValue, Criterion, CriterionCondition, DescriptorTest,
    Evidence, FeedbackRule, FormCheck, GateRule, GradeRow, Interpretation, Reading, Stage,
    Standing, ThreadJoin, ThreadReading, ThreadRule, ThreadSection,
};
pub use problem::FrameworkProblem;
pub(crate) use problem::expect_framework;
pub use process::{
    ProcessFinding, ProcessMove, ProcessNote, ProcessReading, ProcessRefusal, ProcessRole,
    ProcessSource, ProcessState,
};
pub(crate) use report::months_into;
pub use report::{ReportNote, ReportReading, ReportTerm};
pub(crate) use rules::{
    AnswersRule, ApplicabilityRule, BandRule, CheckRule, CriterionRule, DescriptorRule, GradeRule,
    IssueRule, LimitRule, Look, Rules, SectionRule,
};
pub use rules::{BuiltIn, ThreadBuiltIn};
pub(crate) use sampling::phase_of;
pub use sampling::{SampleKey, SamplePhase, SamplePurpose, SamplingReading};
pub use score::Score;
pub use severity::Severity;
pub use share::Share;
pub(crate) use share::is_share;
pub use steps::{CaseCondition, CaseEventKind, CaseRole, CaseRule, CaseState};
pub(crate) use steps::{Step, step_of, steps};
pub use timescales::TimescaleReading;
pub use wording::{
    AnnexA, AnnexB, ColourKey, CommentAction, Descriptor, DescriptorTable, Feedback, FormField,
    FormSection, Grade, LearningSummary, Level, Levels, Passage, Principle, Principles,
    ProcessPart, ProcessStep, Scale, Scoring, Section, Standard, Standards, Wording,
};

use crate::document::Document;
use crate::document::problem::Problem;
use crate::document::shape::{self, Shape, document};
use crate::law::timescale::{Deadline, Timescales, deadlines};

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
#[derive(Debug)]
pub struct Framework {
    /// As it was given.
    given: Document<'static>,
    pub(crate) rules: Rules,
    sampling: OnceLock<Option<SamplingReading>>,
    process: OnceLock<Option<ProcessReading>>,
    report: OnceLock<Option<ReportReading>>,
}

impl PartialEq for Framework {
    /// All the rest is worked out from what was given.
    fn eq(&self, other: &Self) -> bool {
        self.given == other.given
    }
}

impl Framework {
    /// The Shropshire SEND Quality Assurance Framework 2023.
    ///
    /// ```
    /// let framework = ehcp_qa_core::Framework::shropshire_2023();
    /// assert_eq!(framework.document().wording.sections.len(), 12);
    /// ```
    #[must_use]
    pub fn shropshire_2023() -> Arc<Self> {
        static READ: OnceLock<Arc<Framework>> = OnceLock::new();
        READ.get_or_init(|| Arc::new(Self::built_in())).clone()
    }

    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    fn built_in() -> Self {
        let read = Document::from_json(SHROPSHIRE_2023).ok();
        let Some(framework) = read.and_then(|document| Self::checked(document).ok()) else {
            panic!("the built-in framework is at fault");
        };
        framework
    }

    /// Reads a framework from JSON text and checks it whole.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        Self::checked(document.into_owned())
    }

    /// Checks a framework whole.
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, and where the shape is right, what does
    /// not fit together.
    pub fn from_document(document: &Document) -> Result<Self, Vec<Problem>> {
        Self::checked(document.clone().into_owned())
    }

    fn checked(document: Document<'static>) -> Result<Self, Vec<Problem>> {
        let (json, mut reader) = document.open();
        shape::check(json, FrameworkDocument::KIND, &mut reader);
        if !reader.is_fine() {
            return Err(reader.into_problems());
        }
        let rules = check::rules(json)?;
        Ok(Self {
            given: document,
            rules,
            sampling: OnceLock::new(),
            process: OnceLock::new(),
            report: OnceLock::new(),
        })
    }

    /// The framework as it was given.
    #[must_use]
    pub fn document(&self) -> FrameworkDocument {
        FrameworkDocument::take(self.given.json())
    }

    /// The framework as it was given, to be serialised.
    #[must_use]
    pub fn as_json(&self) -> impl serde::Serialize {
        self.given.json()
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.rules.id
    }

    /// The name of a grade, such as "2 Good".
    #[must_use]
    pub fn grade_name(&self, score: Score) -> &str {
        let [outstanding, good, requires_improvement, inadequate] = &self.rules.grade_names;
        match score {
            Score::Outstanding => outstanding,
            Score::Good => good,
            Score::RequiresImprovement => requires_improvement,
            Score::Inadequate => inadequate,
        }
    }

    /// What it says, taken over anew.
    #[must_use]
    pub fn wording(&self) -> Wording {
        Wording::take(self.given.json().field("wording"))
    }

    /// The feedback form, taken over anew.
    #[must_use]
    pub fn annex_a(&self) -> AnnexA {
        AnnexA::take(self.given.json().field("wording").field("annex_a"))
    }

    /// The form that sums up what was learnt at Level 5, taken over anew.
    #[must_use]
    pub fn learning_summary(&self) -> LearningSummary {
        LearningSummary::take(self.given.json().field("wording").field("learning_summary"))
    }

    /// What follows each strategic discussion, taken over anew.
    pub(crate) fn actions(&self) -> Passage {
        Passage::take(self.given.json().field("wording").field("actions"))
    }

    /// The checks of the feedback form. Only they are taken over: all of the interpretation would
    /// outweigh them many times in the WebAssembly.
    pub(crate) fn form_checks(&self) -> Vec<FormCheck> {
        let checks = self.given.json().field("interpretation").field("feedback").list();
        checks.iter().map(FormCheck::take).collect()
    }

    /// How samples are drawn. Without it none can be.
    #[must_use]
    pub fn sampling(&self) -> Option<&SamplingReading> {
        // Only a module that draws samples or counts by phase takes it over.
        self.sampling.get_or_init(|| self.interpreted("sampling")).as_ref()
    }

    /// How the process around a draft is read. Without it a case has no status.
    #[must_use]
    pub fn process(&self) -> Option<&ProcessReading> {
        self.process.get_or_init(|| self.interpreted("process")).as_ref()
    }

    /// How summaries and reports are read.
    #[must_use]
    pub fn report(&self) -> Option<&ReportReading> {
        self.report.get_or_init(|| self.interpreted("report")).as_ref()
    }

    /// The phases of education from the youngest, as samples and summaries have them.
    pub(crate) fn phases(&self) -> &[SamplePhase] {
        self.sampling().map_or(&[], |reading| &reading.phases)
    }

    /// The deadlines of a plan, with the places in law and in this framework.
    ///
    /// ```
    /// use ehcp_qa_core::Framework;
    /// use ehcp_qa_core::timescale::Timescales;
    ///
    /// let dates = Timescales::from_json(r#"{"received": "2024-01-01"}"#).unwrap();
    /// let deadlines = Framework::shropshire_2023().deadlines(&dates);
    /// let places: Vec<_> = deadlines[1].cites.iter().map(|cite| cite.place.as_str()).collect();
    /// assert_eq!(places[0], "SEND Regulations 2014, regulation 10(1)");
    /// assert_eq!(places[1], "Annex A");
    /// ```
    #[must_use]
    pub fn deadlines(&self, dates: &Timescales) -> Vec<Deadline> {
        let readings: Option<Vec<TimescaleReading>> = self.interpreted("timescales");
        let mut deadlines = deadlines(dates);
        for deadline in &mut deadlines {
            let mut readings = readings.iter().flatten();
            if let Some(reading) = readings.find(|reading| reading.deadline == deadline.kind) {
                deadline.cites.extend(reading.cites.iter().cloned());
            }
        }
        deadlines
    }

    /// An entry of the interpretation.
    fn interpreted<T: Shape>(&self, name: &str) -> Option<T> {
        Shape::take(self.given.json().field("interpretation").field(name))
    }

    /// The text of a printed step of the process, or of an alternative within one.
    pub(crate) fn step_text(&self, id: &str) -> Option<&str> {
        let step = process::printed_step(self.given.json().field("wording"), id);
        step.map(|step| step.text_of("text"))
    }

    /// The numbers of the levels of checking.
    pub(crate) fn level_numbers(&self) -> Vec<u8> {
        let levels = self.given.json().field("wording").field("levels").field("items").list();
        levels.iter().map(|level| u8::take(level.field("level"))).collect()
    }

    /// The title and the text of a level.
    pub(crate) fn level_text(&self, number: u8) -> Option<(&str, &str)> {
        let levels = self.given.json().field("wording").field("levels").field("items").list();
        let found = levels.iter().find(|level| u8::take(level.field("level")) == number)?;
        Some((found.text_of("title"), found.text_of("text")))
    }

    /// The text of a descriptor.
    pub(crate) fn descriptor_text(&self, id: &str) -> &str {
        let wording = self.given.json().field("wording");
        let sections = wording.field("sections").list().iter().chain([wording.field("overall")]);
        let mut descriptors = sections.flat_map(|section| section.field("descriptors").list());
        let found = descriptors.find(|descriptor| descriptor.text_of("id") == id);
        found.map_or("", |descriptor| descriptor.text_of("text"))
    }

    /// The id of the block on overall quality, which is the last of the sections.
    pub(crate) fn overall_id(&self) -> &str {
        self.rules.sections.last().map_or("", |section| &section.id)
    }

    /// How its wording is read. Grading looks at rules worked out from it; this takes it over anew.
    #[must_use]
    pub fn interpretation(&self) -> Interpretation {
        Interpretation::take(self.given.json().field("interpretation"))
    }

    /// The ids of its sections in printed order; the block on overall quality is the last.
    pub fn section_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.sections.iter().map(|rule| rule.id.as_str())
    }

    /// The ids of its rules of the golden thread.
    pub fn thread_rule_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.rules.thread.iter().flat_map(|thread| &thread.rules).map(|rule| rule.id.as_str())
    }

    /// The ids of its descriptors in printed order, each with the number of its section.
    pub fn descriptor_ids(&self) -> impl Iterator<Item = (&str, usize)> {
        self.rules.descriptors.iter().map(|rule| (rule.id.as_str(), rule.section))
    }

    /// The number of a descriptor, to be used where descriptors are given by number.
    #[must_use]
    pub fn descriptor_number(&self, id: &str) -> Option<usize> {
        self.rules.descriptors.iter().position(|descriptor| descriptor.id == id)
    }

    /// Where a review records the answer to a descriptor, as a JSON Pointer.
    #[must_use]
    pub fn descriptor_pointer(&self, descriptor: usize) -> Option<&str> {
        self.rules.descriptors.get(descriptor).map(|rule| rule.at.as_str())
    }

    /// The number of a section; the block on overall quality is the last.
    #[must_use]
    pub fn section_number(&self, id: &str) -> Option<usize> {
        self.rules.sections.iter().position(|section| section.id == id)
    }

    /// The number of a criterion.
    #[must_use]
    pub fn criterion_number(&self, id: &str) -> Option<usize> {
        self.rules.criteria.iter().position(|criterion| criterion.id == id)
    }

    /// The ids of its criteria, each with those of its values, worst first.
    pub fn criterion_ids(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.rules.criteria.iter().map(|rule| {
            let values = rule.values.iter().map(|value| value.id.as_str());
            (rule.id.as_str(), values)
        })
    }
}
