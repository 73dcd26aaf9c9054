//! The JavaScript boundary of `ehcp-qa-core`. Everything here converts; the rules are in the core.

use std::sync::Arc;

use ehcp_qa_core::framework::{ContextField, ContextValue, SHROPSHIRE_2023, Stage};
use ehcp_qa_core::grading::{GateState, GateSuggestion};
use ehcp_qa_core::review::{Answer, TextField};
#[cfg(feature = "writing")]
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{
    Change, Framework, Interval, Live, Problem, ProblemKind, Review, Score, assess, from_line,
    path_to, to_line,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[cfg(feature = "service")]
mod service;
#[cfg(feature = "writing")]
mod writing;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Why something was refused: the wrapper makes an `Error` of it.
#[derive(Serialize)]
struct Refusal {
    code: &'static str,
    problems: Vec<Problem>,
}

#[inline(never)]
fn refuse(code: &'static str, problems: Vec<Problem>) -> JsValue {
    to_js(&Refusal { code, problems })
}

/// Serialising to JavaScript values cannot fail for the core's types.
fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// The ids that numbers stand for in live edits.
#[derive(Serialize)]
struct Numbers<'a> {
    sections: Vec<&'a str>,
    descriptors: Vec<(&'a str, usize)>,
    criteria: Vec<(&'a str, Vec<&'a str>)>,
}

/// The engine: a framework to grade by and, where the module has it, a lexicon to look at wording by.
#[wasm_bindgen]
pub struct Core {
    framework: Arc<Framework>,
    #[cfg(feature = "writing")]
    lexicon: Option<Arc<Lexicon>>,
}

#[wasm_bindgen]
impl Core {
    /// Takes a framework as JSON text, or the built-in one.
    ///
    /// # Errors
    /// A refusal, with every problem of the framework.
    #[wasm_bindgen(constructor)]
    pub fn new(framework: Option<String>) -> Result<Core, JsValue> {
        let framework = match framework {
            None => Framework::shropshire_2023(),
            Some(text) => Arc::new(
                Framework::from_json(&text)
                    .map_err(|problems| refuse("invalid_framework", problems))?,
            ),
        };
        Ok(Self {
            framework,
            #[cfg(feature = "writing")]
            lexicon: None,
        })
    }

    /// The built-in framework as JSON text.
    #[must_use]
    #[wasm_bindgen(js_name = builtIn)]
    pub fn built_in() -> String {
        SHROPSHIRE_2023.to_owned()
    }

    /// The ids that numbers stand for in live edits: the sections, the descriptors with the number of
    /// their section, and the criteria with their values.
    #[must_use]
    pub fn numbers(&self) -> JsValue {
        let criteria = self.framework.criterion_ids();
        to_js(&Numbers {
            sections: self.framework.section_ids().collect(),
            descriptors: self.framework.descriptor_ids().collect(),
            criteria: criteria.map(|(id, values)| (id, values.collect())).collect(),
        })
    }

    #[inline(never)]
    fn review(&self, text: &str) -> Result<Review, JsValue> {
        Review::from_json(&self.framework, text)
            .map_err(|problems| refuse("invalid_review", problems))
    }

    /// The problems of a review; none when it is fine.
    #[must_use]
    pub fn check(&self, review: &str) -> JsValue {
        to_js(&Review::from_json(&self.framework, review).err().unwrap_or_default())
    }

    /// Assesses a review.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    pub fn assess(&self, review: &str) -> Result<JsValue, JsValue> {
        Ok(to_js(&assess(&self.review(review)?)))
    }

    /// The smallest set of changes after which the suggestion is sure to be a score or better.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    #[wasm_bindgen(js_name = pathTo)]
    pub fn path_to(&self, review: &str, score: f64) -> Result<JsValue, JsValue> {
        let review = self.review(review)?;
        if let Ok(Some(score)) = score_of(score) {
            return Ok(to_js(&path_to(&review, score)));
        }
        Err(refuse("invalid_edit", vec![Problem { pointer: String::new(), kind: NO_SCORE }]))
    }

    /// The score line of a review.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    #[wasm_bindgen(js_name = toLine)]
    pub fn to_line(&self, review: &str) -> Result<String, JsValue> {
        Ok(to_line(&self.review(review)?))
    }

    /// The review that a score line restores.
    ///
    /// # Errors
    /// A refusal, with what is wrong with the line.
    #[wasm_bindgen(js_name = fromLine)]
    pub fn from_line(&self, line: &str) -> Result<JsValue, JsValue> {
        let review = from_line(&self.framework, line);
        let review = review.map_err(|problem| refuse("invalid_line", vec![problem]))?;
        Ok(to_js(&review.record()))
    }

    /// Opens a review for live edits; an empty one when none is given.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    pub fn open(&self, review: Option<String>) -> Result<LiveReview, JsValue> {
        let review = match review {
            None => Review::new(self.framework.clone()),
            Some(text) => self.review(&text)?,
        };
        Ok(LiveReview { live: Live::new(review), refusal: JsValue::NULL })
    }
}

const WHOLE_NUMBER: ProblemKind = ProblemKind::WrongType { expected: "a whole number" };
const NO_SCORE: ProblemKind = ProblemKind::OutOfRange { least: 1, most: 4 };

/// A score from 1 to 4, or 0 for none.
fn score_of(number: f64) -> Result<Option<Score>, ProblemKind> {
    match whole(number) {
        Some(0) => Ok(None),
        Some(number) => Score::from_number(number).map(Some).ok_or(NO_SCORE),
        None => Err(NO_SCORE),
    }
}

/// A whole number. One that is out of range stays out of range.
fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number, or the nearest there is")]
    (number.fract() == 0.0).then_some(number as i64)
}

/// A review being filled in. Numbers in, bits out: an edit crosses the boundary in one call.
#[wasm_bindgen]
pub struct LiveReview {
    live: Live,
    /// Why the last edit was refused.
    refusal: JsValue,
}

/// What an edit returns that is refused: a bit that no change has.
const REFUSED: u32 = 1 << 31;

#[wasm_bindgen]
impl LiveReview {
    /// Answers a descriptor by its number: 0 not answered, 1 yes, 2 no, 3 not applicable.
    pub fn answer(&mut self, descriptor: usize, answer: u8) -> u32 {
        let answer = match answer {
            0 => Ok(None),
            1 => Ok(Some(Answer::Yes)),
            2 => Ok(Some(Answer::No)),
            3 => Ok(Some(Answer::NotApplicable)),
            _ => Err(not_one_of(Answer::WORDS)),
        };
        match answer.and_then(|answer| self.live.answer(descriptor, answer)) {
            Ok(change) => bits(change),
            Err(kind) => {
                let framework = self.live.review().framework().clone();
                self.refuse(framework.descriptor_pointer(descriptor).unwrap_or_default(), kind)
            }
        }
    }

    /// Records the score of a section by its number; 0 takes it back.
    pub fn score(&mut self, section: usize, score: f64) -> u32 {
        let change = score_of(score).and_then(|score| self.live.score(section, score));
        let pointer = self.section_pointer(section, "score");
        self.told(&pointer, change)
    }

    /// Answers a criterion by its number with the number of a value, worst first; -1 takes the answer
    /// back.
    pub fn criterion(&mut self, criterion: usize, value: i32) -> u32 {
        let change = self.live.criterion(criterion, usize::try_from(value).ok());
        let framework = self.live.review().framework().clone();
        let id = framework.criterion_ids().nth(criterion).map_or("", |(id, _)| id);
        self.told(&["/criteria/", id].concat(), change)
    }

    /// Records a fact about the plan, by the kind of its value: 0 takes it back, 1 is false or true, 2 a
    /// number, and 3 a word; of what is none of these, no word is given.
    pub fn context(&mut self, field: &str, kind: u8, number: f64, word: Option<String>) -> u32 {
        let Some(field) = ContextField::from_word(field) else {
            return self.refuse("/plan", ProblemKind::UnknownField {});
        };
        let value = match kind {
            0 => Ok(None),
            1 => Ok(Some(ContextValue::Flag(number != 0.0))),
            2 => whole(number).map_or(Err(WHOLE_NUMBER), |number| {
                let nearest = number.clamp(i8::MIN.into(), i8::MAX.into());
                Ok(nearest.try_into().ok().map(ContextValue::Number))
            }),
            _ => match (field, word) {
                (ContextField::Stage, Some(word)) => Stage::from_word(&word)
                    .map_or(Err(not_one_of(Stage::WORDS)), |stage| {
                        Ok(Some(ContextValue::Stage(stage)))
                    }),
                (ContextField::Stage, None) => Err(ProblemKind::WrongType { expected: "text" }),
                (ContextField::YearGroup | ContextField::Age, _) => Err(WHOLE_NUMBER),
                _ => Err(ProblemKind::WrongType { expected: "true or false" }),
            },
        };
        let change = value.and_then(|value| self.live.context(field, value));
        self.told(&["/plan/", field.word()].concat(), change)
    }

    /// Records a free text of a section by its number; `undefined` takes it back.
    pub fn text(&mut self, section: usize, field: &str, text: Option<String>) -> u32 {
        let change = match TextField::from_word(field) {
            Some(field) => self.live.text(section, field, text),
            None => Err(ProblemKind::UnknownField {}),
        };
        let pointer = self.section_pointer(section, field);
        self.told(&pointer, change.map(|()| Change::default()))
    }

    /// Why the last edit was refused.
    #[must_use]
    pub fn refusal(&self) -> JsValue {
        self.refusal.clone()
    }

    /// The whole assessment.
    #[must_use]
    pub fn assessment(&self) -> JsValue {
        to_js(&self.live.assessment())
    }

    /// The review as it stands.
    #[must_use]
    pub fn review(&self) -> JsValue {
        to_js(&self.live.review().record())
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

    fn told(&mut self, pointer: &str, change: Result<Change, ProblemKind>) -> u32 {
        match change {
            Ok(change) => bits(change),
            Err(kind) => self.refuse(pointer, kind),
        }
    }

    #[inline(never)]
    fn refuse(&mut self, pointer: &str, kind: ProblemKind) -> u32 {
        let problem = Problem { pointer: pointer.to_owned(), kind };
        self.refusal = refuse("invalid_edit", vec![problem]);
        REFUSED
    }
}

fn not_one_of(words: &[&str]) -> ProblemKind {
    ProblemKind::NotOneOf { allowed: words.iter().map(|word| (*word).to_owned()).collect() }
}

/// A change as bits, which the wrapper unpacks: an object would cost more than the edit.
///
/// From the lowest: 1 section changed, 1 section has a suggestion, 2+2 its best and worst (score - 1),
/// 1 plan changed, 2+2 criteria, 2+2 cap, 2+2 suggested, 2 gate, 2 where the suggestion lies,
/// 1 other sections may have changed.
fn bits(change: Change) -> u32 {
    let mut bits = 0;
    let mut at = 0;
    let mut push = |width: u32, value: u32| {
        bits |= value << at;
        at += width;
    };
    let section = change.section;
    let score = |score: Score| u32::from(score.number()) - 1;
    push(1, u32::from(section.is_some()));
    push(1, u32::from(section.flatten().is_some()));
    let ends = |interval: Option<Interval>| {
        interval.map_or(0, |interval| score(interval.best) | score(interval.worst) << 2)
    };
    push(4, ends(section.flatten()));
    push(1, u32::from(change.plan.is_some()));
    push(4, ends(change.plan.map(|plan| plan.criteria)));
    push(4, ends(change.plan.map(|plan| plan.cap)));
    push(4, ends(change.plan.map(|plan| plan.suggested)));
    push(
        2,
        change.plan.map_or(0, |plan| match plan.gate {
            GateState::MayBeIssued => 0,
            GateState::AnnexB => 1,
            GateState::Undecided => 2,
        }),
    );
    push(
        2,
        change.plan.map_or(0, |plan| match plan.gate_suggestion {
            GateSuggestion::Inside => 0,
            GateSuggestion::Across => 1,
            GateSuggestion::Outside => 2,
        }),
    );
    push(1, u32::from(change.everything));
    bits
}
