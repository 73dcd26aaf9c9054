//! A framework that has been checked, and what others read of it.

use std::any::Any;
use std::sync::{Arc, OnceLock};

use super::advice::AdviceQuestions;
use super::answers::{Answer, AnswerReading, AnswerSetReading};
use super::built_in::{FRAMEWORK, FRAMEWORK_SHA256};
use super::check;
use super::checks::FormCheck;
use super::document::{FrameworkDocument, is_known_format};
use super::fact::{Fact, FactValues};
use super::families::FamiliesReading;
use super::interpretation::{Choice, ContextQuestion, CountsReading, Criterion};
use super::older::{self, OlderName};
use super::plan::{Bearing, PlanReading};
use super::process::{ProcessReading, printed_step};
use super::report::ReportReading;
use super::rules::Rules;
use super::sampling::{SamplePhase, SamplingReading};
use super::score::Score;
use super::thread::ThreadReading;
use super::timescales::TimescaleReading;
use super::wording::{Grade, LearningSummary, Passage, PrintedForm, Section};
use crate::document::Document;
use crate::document::digest::sha256;
use crate::document::message::{Catalogue, Messages};
use crate::document::problem::{Problem, ProblemKind};
use crate::document::shape::{self, Shape};
use crate::document::table::Number;
use crate::law::timescale::{Deadline, Timescales, deadlines_said};

/// A framework that has been checked, with the rules that grading uses.
#[derive(Debug)]
pub struct Framework {
    /// As it was given, with the names that its fields have now.
    given: Document<'static>,
    /// The names that were others.
    #[cfg_attr(not(feature = "authoring"), expect(dead_code, reason = "a lint alone reads it"))]
    renamed: Vec<&'static OlderName>,
    pub(crate) rules: Rules,
    /// Of the given document; computed when it is first asked for.
    sha256: OnceLock<String>,
    thread: Part,
    sampling: Part,
    plan: Part,
    advice: Part,
    bearing: Part,
    process: Part,
    report: Part,
    families: Part,
}

/// A part of the interpretation, taken over where it is first needed. Its type is known there alone: a module that
/// only grades has no code for it, not even to drop it.
#[derive(Debug, Default)]
struct Part(OnceLock<Box<dyn Any + Send + Sync>>);

impl Part {
    /// The part with this name; none where the framework leaves it out, or this build does not read it.
    fn of<T: Shape + Send + Sync + 'static>(
        &self,
        framework: &Framework,
        name: &str,
    ) -> Option<&T> {
        let part = self.0.get_or_init(|| Box::new(framework.interpreted::<T>(name)));
        part.downcast_ref::<Option<T>>()?.as_ref()
    }
}

impl PartialEq for Framework {
    /// Everything else follows from what was given.
    fn eq(&self, other: &Self) -> bool {
        self.given == other.given
    }
}

impl Framework {
    /// The framework that is built in, shared by all who ask for it.
    ///
    /// ```
    /// let framework = ehcp_qa_core::Framework::built_in();
    /// assert_eq!(framework.document().wording.sections.len(), 12);
    /// ```
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static READ: OnceLock<Arc<Framework>> = OnceLock::new();
        READ.get_or_init(|| Arc::new(Self::read_built_in())).clone()
    }

    /// The same, read anew to be given messages.
    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    #[expect(clippy::missing_panics_doc, reason = "it cannot be reached")]
    #[must_use]
    pub fn read_built_in() -> Self {
        let read = Document::from_json(FRAMEWORK).ok();
        // Its shape is known, and to check it takes a third of the reading.
        let Some(framework) = read.and_then(|document| Self::of_shape(document).ok()) else {
            panic!("the built-in framework is at fault");
        };
        let sha256 = OnceLock::from(FRAMEWORK_SHA256.to_owned());
        Self { sha256, ..framework }
    }

    /// Reads a framework from JSON text and checks it.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        Self::checked(document.into_owned())
    }

    /// Checks a framework.
    ///
    /// # Errors
    /// Every problem of shape, or where there is none, every part that does not fit the others.
    pub fn from_document(document: &Document) -> Result<Self, Vec<Problem>> {
        Self::checked(document.clone().into_owned())
    }

    /// The same with messages in place of those in English. Its digest stays.
    #[must_use]
    pub fn with_messages(self, messages: Messages) -> Self {
        let rules = Rules { catalogue: Catalogue(Some(messages)), ..self.rules };
        Self { rules, ..self }
    }

    fn checked(mut document: Document<'static>) -> Result<Self, Vec<Problem>> {
        let renamed = older::rename(&mut document);
        match Self::of_any_shape(document) {
            Ok(framework) => Ok(Self { renamed, ..framework }),
            Err(problems) => Err(older::as_given(problems, &renamed)),
        }
    }

    fn of_any_shape(document: Document<'static>) -> Result<Self, Vec<Problem>> {
        let (json, mut reader) = document.open();
        if is_known_format(&mut reader, json) {
            shape::check(json, FrameworkDocument::KIND, &mut reader);
        }
        if !reader.is_fine() {
            return Err(reader.into_problems());
        }
        Self::of_shape(document)
    }

    /// Checks a document that has the shape of a framework.
    fn of_shape(document: Document<'static>) -> Result<Self, Vec<Problem>> {
        let rules = check::rules(document.json())?;
        Ok(Self {
            given: document,
            rules,
            renamed: Vec::new(),
            sha256: OnceLock::new(),
            thread: Part::default(),
            sampling: Part::default(),
            plan: Part::default(),
            advice: Part::default(),
            bearing: Part::default(),
            process: Part::default(),
            report: Part::default(),
            families: Part::default(),
        })
    }

    /// The framework as it was given.
    #[cfg(all(feature = "service", feature = "whole", feature = "writing"))]
    #[must_use]
    pub fn document(&self) -> FrameworkDocument {
        FrameworkDocument::take(self.given.json())
    }

    /// The framework as it was given, with its members in their order.
    #[cfg(feature = "authoring")]
    pub(crate) fn json(&self) -> crate::document::Json<'_> {
        self.given.json()
    }

    /// The names of its fields that were others.
    #[cfg(feature = "authoring")]
    pub(crate) fn renamed(&self) -> &[&'static OlderName] {
        &self.renamed
    }

    /// How sentences are said: in English, or as the catalogue says them that this framework was given.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        &self.rules.catalogue
    }

    /// Problems of a document, in the words of the catalogue of messages that this framework was given.
    #[must_use]
    pub fn reworded(&self, problems: Vec<Problem>) -> Vec<Problem> {
        problems.into_iter().map(|problem| self.reworded_one(problem)).collect()
    }

    /// The same for one problem.
    #[must_use]
    pub fn reworded_one(&self, problem: Problem) -> Problem {
        self.rules.catalogue.reworded(problem)
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

    /// The SHA-256 of its canonical JSON (RFC 8785), in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| sha256(self.given.json(), &[]))
    }

    /// The scores of its scale, best first.
    ///
    /// ```
    /// let framework = ehcp_qa_core::Framework::built_in();
    /// let numbers: Vec<u8> = framework.scores().map(|score| score.number()).collect();
    /// assert_eq!(numbers, [1, 2, 3, 4]);
    /// ```
    pub fn scores(&self) -> impl DoubleEndedIterator<Item = Score> {
        self.rules.scale.scores()
    }

    /// The ids of its grades, best first.
    pub fn grade_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.scale.grades().rows().iter().map(|grade| &*grade.id)
    }

    /// The problem of a number that is no score of its scale.
    #[must_use]
    pub fn not_a_score(&self) -> ProblemKind {
        self.rules.scale.not_a_score()
    }

    /// The score with a number, if its scale has it.
    #[must_use]
    pub fn score(&self, number: i64) -> Option<Score> {
        self.rules.scale.score(number)
    }

    /// The name of a score, such as "2 Good"; nothing of one that its scale does not have.
    #[must_use]
    pub fn grade_name(&self, score: Score) -> &str {
        self.rules.scale.name(score)
    }

    /// Its wording, read from the document at each call.
    #[cfg(all(feature = "service", feature = "whole", feature = "writing"))]
    #[must_use]
    pub fn wording(&self) -> super::Wording {
        super::Wording::take(self.given.json().field("wording"))
    }

    /// The title of its document.
    pub(crate) fn title(&self) -> &str {
        self.given.json().field("wording").text_of("title")
    }

    /// Its sections in printed order, and the block on overall quality, read from the document at each call. They are
    /// read without the rest of the wording, whose code is many times theirs in the WebAssembly.
    #[must_use]
    pub fn printed_sections(&self) -> (Vec<Section>, Section) {
        let wording = self.given.json().field("wording");
        (Shape::take(wording.field("sections")), Section::take(wording.field("overall")))
    }

    /// The grades of its scale as they are printed, read from the document at each call; none where nothing is graded.
    pub(crate) fn printed_grades(&self) -> Vec<Grade> {
        let scale = self.given.json().field("wording").field("scale");
        if scale.is_null() { Vec::new() } else { Shape::take(scale.field("grades")) }
    }

    /// The answers that a set of them lists, likewise; none where it has the usual ones.
    #[must_use]
    pub fn given_answers(&self, set: usize) -> Option<Vec<AnswerReading>> {
        let Some(place) = set.checked_sub(1) else { return self.interpreted("answers") };
        let sets: Option<Vec<AnswerSetReading>> = self.interpreted("answer_sets");
        sets?.into_iter().nth(place).map(|set| set.answers)
    }

    /// The severities of the findings that it counts, likewise.
    #[must_use]
    pub fn severities(&self) -> Vec<Choice> {
        let counts: Option<CountsReading> = self.interpreted("counts");
        counts.map(|counts| counts.severities).unwrap_or_default()
    }

    /// The questions about a plan, likewise.
    #[must_use]
    pub fn questions(&self) -> Vec<ContextQuestion> {
        self.interpreted("context").unwrap_or_default()
    }

    /// The criteria of its scale as questions, likewise.
    #[must_use]
    pub fn printed_criteria(&self) -> Vec<Criterion> {
        self.interpreted("criteria").unwrap_or_default()
    }

    /// The feedback form, read from the document at each call.
    #[must_use]
    pub fn feedback_form(&self) -> Option<PrintedForm> {
        self.printed("feedback_form")
    }

    /// The form that sums up what was learnt, read from the document at each call.
    #[must_use]
    pub fn learning_summary(&self) -> Option<LearningSummary> {
        self.printed("learning_summary")
    }

    /// What follows each strategic discussion, read from the document at each call.
    pub(crate) fn actions(&self) -> Option<Passage> {
        self.printed("actions")
    }

    /// The checks of the feedback form. They are read without the rest of the interpretation, whose code
    /// is many times theirs in the WebAssembly.
    pub(crate) fn form_checks(&self) -> Vec<FormCheck> {
        self.interpreted("feedback").unwrap_or_default()
    }

    /// How the golden thread is read. Without it no line is drawn.
    #[must_use]
    pub fn thread(&self) -> Option<&ThreadReading> {
        self.thread.of(self, "thread")
    }

    /// How a plan is checked as a whole. Without it only its wording and its thread are checked.
    #[must_use]
    pub fn plan(&self) -> Option<&PlanReading> {
        self.plan.of(self, "plan")
    }

    /// What is asked of a piece of advice. Without it nothing is asked.
    #[must_use]
    pub fn advice(&self) -> Option<&AdviceQuestions> {
        self.advice.of(self, "advice")
    }

    /// Which findings bear on which descriptors and criteria.
    #[must_use]
    pub fn bearing(&self) -> &[Bearing] {
        self.bearing.of::<Vec<Bearing>>(self, "bearing").map_or(&[], Vec::as_slice)
    }

    /// How samples are drawn. Without it none can be.
    #[must_use]
    pub fn sampling(&self) -> Option<&SamplingReading> {
        self.sampling.of(self, "sampling")
    }

    /// How the process around a draft is read. Without it a case has no status.
    #[must_use]
    pub fn process(&self) -> Option<&ProcessReading> {
        self.process.of(self, "process")
    }

    /// How summaries and reports are read.
    #[must_use]
    pub fn report(&self) -> Option<&ReportReading> {
        self.report.of(self, "report")
    }

    /// How families' feedback is asked for and counted. Without it none is counted.
    #[must_use]
    pub fn families(&self) -> Option<&FamiliesReading> {
        self.families.of(self, "families")
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
    /// let deadlines = Framework::built_in().deadlines(&dates);
    /// let places: Vec<_> = deadlines[1].cites.iter().map(|cite| cite.place.as_str()).collect();
    /// assert_eq!(places[0], "SEND Regulations 2014, regulation 10(1)");
    /// assert_eq!(places[1], "Annex A");
    /// ```
    #[must_use]
    pub fn deadlines(&self, dates: &Timescales) -> Vec<Deadline> {
        let readings: Option<Vec<TimescaleReading>> = self.interpreted("timescales");
        let mut deadlines = deadlines_said(&self.rules.catalogue, dates);
        for deadline in &mut deadlines {
            let mut readings = readings.iter().flatten();
            if let Some(reading) = readings.find(|reading| reading.deadline == deadline.kind) {
                deadline.cites.extend(reading.cites.iter().cloned());
            }
        }
        deadlines
    }

    /// A part of the interpretation; none where the framework leaves it out, or this build does not read it.
    fn interpreted<T: Shape>(&self, name: &str) -> Option<T> {
        let read = || Shape::take(self.given.json().field("interpretation").field(name));
        if T::IS_READ { read() } else { None }
    }

    /// A part of the wording, likewise.
    fn printed<T: Shape>(&self, name: &str) -> Option<T> {
        let read = || Shape::take(self.given.json().field("wording").field(name));
        if T::IS_READ { read() } else { None }
    }

    /// The text of a printed step of the process, or of an alternative within one.
    pub(crate) fn step_text(&self, id: &str) -> Option<&str> {
        let step = printed_step(self.given.json().field("wording"), id);
        step.map(|step| step.text_of("text"))
    }

    /// The numbers of the levels of checking.
    #[must_use]
    pub fn level_numbers(&self) -> Vec<u8> {
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
        &self.rules.sections[self.rules.overall()].id
    }

    /// How its wording is read, from the document at each call. Grading uses the rules compiled from it.
    #[cfg(all(feature = "service", feature = "whole", feature = "writing"))]
    #[must_use]
    pub fn interpretation(&self) -> super::Interpretation {
        super::Interpretation::take(self.given.json().field("interpretation"))
    }

    /// The ids of its sections in printed order; the block on overall quality is the last.
    pub fn section_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.sections.rows().iter().map(|rule| rule.id.as_str())
    }

    /// The ids of its checks, in their order.
    pub fn check_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.checks.rows().iter().map(|check| check.id.as_str())
    }

    /// The ids of its rules of the golden thread.
    pub fn thread_rule_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.thread().into_iter().flat_map(|thread| &thread.rules).map(|rule| rule.id.as_str())
    }

    /// The ids of its descriptors in printed order, each with the number of its section.
    pub fn descriptor_ids(&self) -> impl Iterator<Item = (&str, usize)> {
        let rules = self.rules.descriptors.rows().iter();
        rules.map(|rule| (rule.id.as_str(), rule.section.place()))
    }

    /// The number of a descriptor, to be used where descriptors are given by number.
    #[must_use]
    pub fn descriptor_number(&self, id: &str) -> Option<usize> {
        self.rules.descriptor(id).map(Number::place)
    }

    /// The answers to descriptors, in the order of the framework, each with its id. Those of its other sets follow.
    pub fn answers(&self) -> impl Iterator<Item = (&str, Answer)> {
        self.rules.answers.rows().map(|row| (row.id.as_str(), row.answer))
    }

    /// The first answer with an id, such as `yes`, among those of the framework and of its other sets.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<Answer> {
        self.rules.answers.sets.rows().iter().find_map(|set| set.find(id))
    }

    /// The answers that a descriptor can have, by its number.
    pub fn answers_to(&self, descriptor: usize) -> impl Iterator<Item = (&str, Answer)> {
        let descriptor = self.rules.descriptors.number(descriptor);
        let rows = descriptor.map(|number| self.rules.answers_to(number).rows());
        rows.into_iter().flatten().map(|row| (row.id.as_str(), row.answer))
    }

    /// The counts that descriptors ask for in place of an answer: the number of each descriptor, and the severity.
    pub fn counts(&self) -> impl Iterator<Item = (usize, &str)> {
        let counts = self.rules.counts.rows().iter();
        counts.map(|count| (count.descriptor.place(), &*self.rules.severities[count.severity].id))
    }

    /// The number of the set of answers that a descriptor can have: 0 is that of the framework.
    #[must_use]
    pub fn answer_set(&self, descriptor: usize) -> Option<usize> {
        let rule = self.rules.descriptors.rows().get(descriptor)?;
        Some(rule.answers.place())
    }

    /// The answers of each set, the framework's first.
    pub fn answer_sets(&self) -> impl Iterator<Item = impl Iterator<Item = (&str, Answer)>> {
        let sets = self.rules.answers.sets.rows().iter();
        sets.map(|set| set.rows().iter().map(|row| (row.id.as_str(), row.answer)))
    }

    /// Where a review records the answer to a descriptor, as a JSON Pointer.
    #[must_use]
    pub fn descriptor_pointer(&self, descriptor: usize) -> Option<&str> {
        self.rules.descriptors.rows().get(descriptor).map(|rule| rule.at.as_str())
    }

    /// The ids of the descriptors that may be answered "not applicable", in printed order.
    pub fn may_not_apply(&self) -> impl Iterator<Item = &str> {
        let rules = self.rules.descriptors.rows().iter();
        rules.filter(|rule| rule.may_not_apply()).map(|rule| rule.id.as_str())
    }

    /// The number of a section; the block on overall quality is the last.
    #[must_use]
    pub fn section_number(&self, id: &str) -> Option<usize> {
        self.rules.section(id).map(Number::place)
    }

    /// The number of a criterion.
    #[must_use]
    pub fn criterion_number(&self, id: &str) -> Option<usize> {
        self.rules.criterion(id).map(Number::place)
    }

    /// The fact about a plan that has this id.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<Fact> {
        self.rules.facts.find(|rule| rule.id == id)
    }

    /// The facts that a review can record about a plan, with their ids.
    pub fn facts(&self) -> impl Iterator<Item = (&str, Fact)> {
        self.rules.facts.iter().map(|(fact, rule)| (rule.id.as_str(), fact))
    }

    /// The values that a fact can have; none for one of another framework.
    #[must_use]
    pub fn fact_values(&self, fact: Fact) -> Option<&FactValues> {
        self.rules.facts.rows().get(fact.place()).map(|rule| &rule.values)
    }

    /// The ids of its criteria, each with those of its values, worst first.
    pub fn criterion_ids(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.rules.criteria.rows().iter().map(|rule| {
            let values = rule.values.rows().iter().map(|value| value.id.as_str());
            (rule.id.as_str(), values)
        })
    }
}
