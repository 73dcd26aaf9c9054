//! A quality assurance framework as data: its wording, and beside it how the wording is read.

mod advice;
mod answers;
mod built_in;
mod check;
mod checked;
mod checks;
mod condition;
mod document;
mod entries;
mod fact;
mod families;
mod interpretation;
mod mean;
mod older;
mod plan;
pub(crate) mod problem;
mod process;
mod receipt;
mod report;
mod rules;
mod sampling;
mod scale;
mod score;
mod severity;
mod share;
mod steps;
mod thread;
mod timescales;
mod trace;
mod wording;

pub use advice::{AdviceAsk, AdviceItem, AdviceQuestions, CoverageFinding};
pub use answers::{Answer, AnswerReading, AnswerSetReading, AnswerStanding};
pub use built_in::FRAMEWORK;
#[cfg(feature = "authoring")]
pub(crate) use check::fact_condition;
pub use checked::Framework;
pub use checks::{BuiltIn, Check, DescriptorTest, FeedbackRule, FormCheck, Standing};
pub use condition::{
    CheckCondition, ContextCondition, ContextTest, ContextValue, CriterionCondition, FactNumber,
    Stage,
};
pub use document::{FrameworkDocument, FrameworkFormat, FrameworkSource};
pub use fact::{ContextKind, Fact, FactValues};
pub(crate) use fact::{FactRule, Facts};
pub(crate) use families::BESIDE_ANSWERS;
pub use families::{FamiliesReading, Survey, SurveyAnswer, SurveyQuestion};
pub use interpretation::{
    Alternative, Applicability, Band, CapLimit, Choice, ContextQuestion, CountsReading, Criterion,
    Evidence, FindingCount, GateRule, GradeRow, Interpretation, NumberLabel, Reading,
    RequiredDescriptors,
};
pub use mean::{MeanBand, PlanMean, ScorePoints};
#[cfg(feature = "authoring")]
pub(crate) use older::OlderName;
pub use plan::{AgreedFont, Bearing, Jargon, PlanBuiltIn, PlanEvidence, PlanReading, PlanRule};
pub use problem::FrameworkProblem;
pub(crate) use problem::{FEEDBACK_FORM, LEARNING_FORM, SURVEYS, expect_framework, no_part};
pub use process::{
    ProcessFinding, ProcessMove, ProcessNote, ProcessReading, ProcessRefusal, ProcessRole,
    ProcessSource, ProcessState,
};
pub use receipt::{DocumentDigest, Receipt};
pub(crate) use report::months_into;
pub use report::{ReportNote, ReportReading, ReportTerm};
pub(crate) use rules::{
    AlternativeRule, AnswersTest, CheckRule, CheckTest, CountNo, CountRule, CriterionNo,
    DescriptorNo, DescriptorRule, EntryNo, FactCondition, GradeRule, Ground, LimitRule, MeanRule,
    RequiredRule, Rules, SectionNo, SeverityNo, ValueNo,
};
pub(crate) use sampling::phase_of;
pub use sampling::{SampleKey, SamplePhase, SamplePurpose, SamplingReading};
pub use scale::{BestScore, ScaleReading};
pub(crate) use scale::{GradeNo, Scale as CompiledScale};
pub use score::{ScaleNumber, Score, ScoreNumber};
pub use severity::Severity;
pub use share::Share;
pub(crate) use share::is_share;
pub use steps::{CaseCondition, CaseEventKind, CaseRole, CaseRule, CaseState};
pub(crate) use steps::{Step, step_of, steps};
pub use thread::{ThreadBuiltIn, ThreadJoin, ThreadReading, ThreadRule, ThreadSection};
pub use timescales::TimescaleReading;
pub use trace::{Trace, TraceEntry};
pub use wording::{
    ColourKey, CommentAction, Descriptor, DescriptorTable, Feedback, FormField, FormSection, Grade,
    ImprovementProcess, LearningSummary, Level, Levels, Passage, Principle, Principles,
    PrintedForm, ProcessPart, ProcessStep, Scale, Scoring, Section, Standard, Standards, Weight,
    Wording,
};
