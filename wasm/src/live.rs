//! A review being filled in: numbers in, bits out, so that an edit crosses the boundary in one short call.

use ehcp_qa_core::framework::{ContextValue, FactValues};
use ehcp_qa_core::grading::{GateState, GateSuggestion};
use ehcp_qa_core::review::{Answer, DetailField, TextField};
use ehcp_qa_core::{
    Assessment, Change, Framework, Interval, Live, Problem, ProblemKind, Review, Score, to_line,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::refusal::{Code, refusal};
use crate::tape::to_tape;

/// A review being filled in.
#[wasm_bindgen]
pub struct LiveReview {
    live: Live,
    /// Why the last edit was refused.
    problem: Option<Problem>,
}

/// An edit by its place in the review, and what the review then comes to.
#[derive(Serialize)]
struct Edited<'a> {
    /// Why the value was refused.
    problem: Option<Problem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessment: Option<Assessment<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<String>,
}

/// Bits of what a caller of `edit` asks for.
const ASSESSMENT: u32 = 1;
const LINE: u32 = 2;

/// What an edit returns that is refused: a bit that no change has.
const REFUSED: f64 = -1.0;

impl LiveReview {
    pub(crate) fn new(live: Live) -> Self {
        Self { live, problem: None }
    }
}

#[wasm_bindgen]
impl LiveReview {
    /// Answers a descriptor by its number with the place of an answer from 1; 0 takes the answer back.
    pub fn answer(&mut self, descriptor: usize, answer: u8) -> f64 {
        let answer = answer_of(self.live.review().framework(), descriptor, answer);
        match answer.and_then(|answer| self.live.answer(descriptor, answer)) {
            Ok(change) => bits(change),
            Err(kind) => {
                let framework = self.live.review().framework().clone();
                self.refuse(framework.descriptor_pointer(descriptor).unwrap_or_default(), kind)
            }
        }
    }

    /// Records the score of a section by its number; -1 takes it back.
    pub fn score(&mut self, section: usize, score: f64) -> f64 {
        let given =
            (integer(score) != Some(-1)).then(|| score_of(self.live.review().framework(), score));
        let change = given.transpose().and_then(|score| self.live.score(section, score));
        let pointer = self.section_pointer(section, "score");
        self.changed(&pointer, change)
    }

    /// Answers a criterion by its number with the number of a value, worst first; -1 takes the answer
    /// back.
    pub fn criterion(&mut self, criterion: usize, value: i32) -> f64 {
        let change = self.live.criterion(criterion, usize::try_from(value).ok());
        let framework = self.live.review().framework().clone();
        let id = framework.criterion_ids().nth(criterion).map_or("", |(id, _)| id);
        self.changed(&["/criteria/", id].concat(), change)
    }

    /// Records a fact about the plan, by the kind of its value: 0 takes it back, 1 is false or true, 2 a
    /// number, and 3 a word; of what is none of these, no word is given.
    pub fn context(&mut self, field: &str, kind: u8, number: f64, word: Option<String>) -> f64 {
        let framework = self.live.review().framework().clone();
        let Some(fact) = framework.fact(field) else {
            return self.refuse("/plan", ProblemKind::UnknownField {});
        };
        let value = match kind {
            0 => Ok(None),
            1 => Ok(Some(ContextValue::Flag(number != 0.0))),
            2 => integer(number).map_or(Err(WHOLE_NUMBER), |number| {
                let nearest = number.clamp(i16::MIN.into(), i16::MAX.into());
                Ok(nearest.try_into().ok().map(ContextValue::Number))
            }),
            _ => match word {
                Some(word) => Ok(Some(ContextValue::Word(word))),
                None => {
                    Err(framework.fact_values(fact).map_or(WHOLE_NUMBER, FactValues::wrong_type))
                }
            },
        };
        let change = value.and_then(|value| self.live.context(fact, value));
        self.changed(&["/plan/", field].concat(), change)
    }

    /// Why the last edit was refused.
    #[must_use]
    pub fn refusal(&self) -> Vec<u32> {
        refusal(Code::Edit, self.problem.as_slice())
    }

    /// Sets the value that a JSON Pointer names, and returns what the review then comes to: one call for a change of a
    /// page. A value that is refused leaves all as it was, or takes back the one before where `clears` is set.
    pub fn edit(&mut self, pointer: &str, value: &JsValue, clears: bool, asked: u32) -> Vec<u32> {
        self.set(pointer, value);
        let problem = self.problem.take();
        if problem.is_some() && clears {
            self.set(pointer, &JsValue::NULL);
        }
        let is_changed = problem.is_none() || clears;
        let assessment = (is_changed && asked & ASSESSMENT != 0).then(|| self.live.assessment());
        let line = (is_changed && asked & LINE != 0).then(|| self.line());
        to_tape(&Edited { problem, assessment, line })
    }

    /// The assessment of the review as it stands.
    #[must_use]
    pub fn assessment(&self) -> Vec<u32> {
        to_tape(&self.live.assessment())
    }

    /// The score line of the review as it stands.
    #[must_use]
    pub fn line(&self) -> String {
        to_line(self.live.review())
    }

    /// The review as it stands.
    #[must_use]
    pub fn review(&self) -> Vec<u32> {
        record(self.live.review())
    }

    /// Sets the value that a JSON Pointer names, or refuses it.
    fn set(&mut self, pointer: &str, value: &JsValue) {
        self.problem = None;
        let framework = self.live.review().framework().clone();
        let detail = DetailField::ALL.iter().find(|field| field.pointer() == pointer);
        let parts: Vec<&str> = pointer.split('/').skip(1).collect();
        match (detail, parts.as_slice()) {
            (Some(field), _) => self.detail(field.word(), value),
            (_, ["review", "level"]) => self.level(value),
            (_, ["plan", fact]) => self.fact(fact, value),
            (_, ["criteria", criterion]) => {
                let number = framework.criterion_number(criterion).unwrap_or(usize::MAX);
                let values = framework.criterion_ids().nth(number);
                let place = values.and_then(|(_, mut ids)| {
                    let word = value.as_string()?;
                    ids.position(|id| id == word)
                });
                let place = place.and_then(|place| i32::try_from(place).ok());
                self.criterion(number, if is_none(value) { -1 } else { place.unwrap_or(i32::MAX) })
            }
            (_, ["sections", _, "descriptors", descriptor]) => {
                let number = framework.descriptor_number(descriptor).unwrap_or(usize::MAX);
                let answer = value.as_string().and_then(|word| {
                    framework
                        .answers_to(number)
                        .find(|(id, _)| *id == word)
                        .map(|(_, answer)| answer)
                });
                let place = answer.and_then(|answer| u8::try_from(answer.place() + 1).ok());
                self.answer(number, if is_none(value) { 0 } else { place.unwrap_or(u8::MAX) })
            }
            (_, ["sections", _, "descriptors", descriptor, severity]) => {
                let number = framework.descriptor_number(descriptor).unwrap_or(usize::MAX);
                self.count(number, severity, value)
            }
            (_, ["sections", section, field]) => {
                let number = framework.section_number(section).unwrap_or(usize::MAX);
                match (*field, is_none(value)) {
                    ("score", true) => self.score(number, -1.0),
                    // -1 takes a score back, which a host's -1 does not.
                    ("score", false) => {
                        let score = value.as_f64().filter(|score| *score >= 0.0);
                        self.score(number, score.unwrap_or(f64::NAN))
                    }
                    _ => self.text(number, field, value),
                }
            }
            _ => self.refuse("", ProblemKind::UnknownField {}),
        };
    }

    /// Records a count of findings at a descriptor by its number; null takes it back.
    fn count(&mut self, descriptor: usize, severity: &str, value: &JsValue) -> f64 {
        let count = match value.as_f64().and_then(integer) {
            // A number out of range stays one that is refused.
            Some(count) => Ok(Some(u16::try_from(count).unwrap_or(u16::MAX))),
            None if is_none(value) => Ok(None),
            None => Err(WHOLE_NUMBER),
        };
        let change = count.and_then(|count| self.live.count(descriptor, severity, count));
        let framework = self.live.review().framework().clone();
        let known = framework.counts().any(|count| count == (descriptor, severity));
        let pointer = framework.descriptor_pointer(descriptor).unwrap_or("/sections");
        let token = if known { ["/", severity].concat() } else { String::new() };
        self.changed(&[pointer, &token].concat(), change)
    }

    /// Records a free text of a section by its number; null takes it back.
    fn text(&mut self, section: usize, field: &str, text: &JsValue) -> f64 {
        let change = match TextField::from_word(field) {
            Some(field) => text_of(text).and_then(|text| self.live.text(section, field, text)),
            None => Err(ProblemKind::UnknownField {}),
        };
        let pointer = self.section_pointer(section, field);
        self.changed(&pointer, change.map(|()| Change::default()))
    }

    /// Records a detail of the review that no grade depends on; null takes it back.
    fn detail(&mut self, field: &str, value: &JsValue) -> f64 {
        let Some(field) = DetailField::from_word(field) else {
            return self.refuse("", ProblemKind::UnknownField {});
        };
        let change = text_of(value).and_then(|text| self.live.detail(field, text));
        self.changed(field.pointer(), change.map(|()| Change::default()))
    }

    /// Records the level of checking; null takes it back.
    fn level(&mut self, level: &JsValue) -> f64 {
        let number = level.as_f64().and_then(integer);
        let change = match number {
            // A number that is no level stays one that is refused.
            Some(level) => self.live.level(Some(level.clamp(0, 255).try_into().unwrap_or(0))),
            None if is_none(level) => self.live.level(None),
            None => Err(WHOLE_NUMBER),
        };
        self.changed("/review/level", change.map(|()| Change::default()))
    }

    /// Records a fact about the plan.
    fn fact(&mut self, field: &str, value: &JsValue) -> f64 {
        if is_none(value) {
            self.context(field, 0, 0.0, None)
        } else if let Some(flag) = value.as_bool() {
            self.context(field, 1, f64::from(u8::from(flag)), None)
        } else if let Some(number) = value.as_f64() {
            self.context(field, 2, number, None)
        } else {
            self.context(field, 3, 0.0, value.as_string())
        }
    }

    /// Where a field of a section stands, as a JSON Pointer. A name that the host made up is not shown.
    fn section_pointer(&self, section: usize, field: &str) -> String {
        let known = field == "score" || TextField::from_word(field).is_some();
        match self.live.review().framework().section_ids().nth(section) {
            Some(id) if known => ["/sections/", id, "/", field].concat(),
            Some(id) => ["/sections/", id].concat(),
            None => "/sections".to_owned(),
        }
    }

    fn changed(&mut self, pointer: &str, change: Result<Change, ProblemKind>) -> f64 {
        match change {
            Ok(change) => bits(change),
            Err(kind) => self.refuse(pointer, kind),
        }
    }

    #[inline(never)]
    fn refuse(&mut self, pointer: &str, kind: ProblemKind) -> f64 {
        let problem = Problem { pointer: pointer.to_owned(), kind };
        self.problem = Some(self.live.review().framework().reworded_one(problem));
        REFUSED
    }
}

/// A review as a document.
#[inline(never)]
pub(crate) fn record(review: &Review) -> Vec<u32> {
    to_tape(&review.record())
}

/// A change as bits of a whole number, which the wrapper unpacks: an object would cost more than the edit.
///
/// From the lowest: 1 section changed, 1 section has a suggestion, 5+5 its best and worst, each by its place on the
/// scale; 1 plan changed, 1 it has criteria, 5+5 what they allow, 2 gate or 3 for none, 2 where the suggestion lies or
/// 3 for none, 1 other sections may have changed, 1 the plan has a cap. From bit 32: 5+5 cap, 1 the plan has a
/// suggestion, 5+5 its best and worst.
fn bits(change: Change) -> f64 {
    let flag = u32::from;
    let section = change.section.flatten();
    let mut low =
        flag(change.section.is_some()) | flag(section.is_some()) << 1 | ends(section) << 2;
    let mut high = 0;
    if let Some(plan) = change.plan {
        let gate = match plan.gate {
            Some(GateState::MayBeIssued) => 0,
            Some(GateState::NotToBeIssued) => 1,
            Some(GateState::Undecided) => 2,
            None => 3,
        };
        let suggestion = match plan.gate_suggestion {
            Some(GateSuggestion::Inside) => 0,
            Some(GateSuggestion::Across) => 1,
            Some(GateSuggestion::Outside) => 2,
            None => 3,
        };
        low |= 1 << 12 | flag(plan.criteria.is_some()) << 13 | ends(plan.criteria) << 14;
        low |= gate << 24 | suggestion << 26 | flag(plan.cap.is_some()) << 29;
        high = ends(plan.cap) | flag(plan.suggested.is_some()) << 10 | ends(plan.suggested) << 11;
    }
    low |= flag(change.everything) << 28;
    f64::from(low) + f64::from(high) * 2.0_f64.powi(32)
}

/// The ends of an interval by their places on the scale, which has at most 32.
fn ends(interval: Option<Interval>) -> u32 {
    let place = |score: Score| u32::try_from(score.place()).unwrap_or(0) & 31;
    interval.map_or(0, |interval| place(interval.best) | place(interval.worst) << 5)
}

const WHOLE_NUMBER: ProblemKind = ProblemKind::WrongType { expected: "a whole number" };

/// An answer to a descriptor by its place from 1 among all answers; 0 is none.
fn answer_of(
    framework: &Framework,
    descriptor: usize,
    place: u8,
) -> Result<Option<Answer>, ProblemKind> {
    let Some(place) = usize::from(place).checked_sub(1) else { return Ok(None) };
    if framework.answer_set(descriptor).is_none() {
        return Err(ProblemKind::UnknownId { what: "descriptor" });
    }
    let mut answers = framework.answers_to(descriptor);
    match answers.find(|(_, answer)| answer.place() == place) {
        Some((_, answer)) => Ok(Some(answer)),
        None => Err(ProblemKind::NotOneOf {
            allowed: framework.answers_to(descriptor).map(|(id, _)| id.to_owned()).collect(),
        }),
    }
}

/// A score of a framework by its number.
pub(crate) fn score_of(framework: &Framework, number: f64) -> Result<Score, ProblemKind> {
    let score = integer(number).and_then(|number| framework.score(number));
    score.ok_or_else(|| framework.not_a_score())
}

fn is_none(value: &JsValue) -> bool {
    value.is_null() || value.is_undefined()
}

/// A text, or none.
fn text_of(value: &JsValue) -> Result<Option<String>, ProblemKind> {
    if is_none(value) {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or(ProblemKind::WrongType { expected: "text" })
}

/// A whole number. One that is out of range stays out of range.
pub(crate) fn integer(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number, or the nearest there is")]
    (number.fract() == 0.0).then_some(number as i64)
}
