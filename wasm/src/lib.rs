//! The JavaScript boundary of `ehcp-qa-core`. Everything here converts; the rules are in the core.

use std::sync::Arc;

use ehcp_qa_core::framework::{ContextField, ContextValue, Stage};
use ehcp_qa_core::grade::{GateState, GateSuggestion};
use ehcp_qa_core::review::{Answer, TextField};
use ehcp_qa_core::{
    Change, Framework, Interval, Live, Problem, ProblemKind, Review, Score, assess, from_line,
    path_to, to_line,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// What is thrown: the wrapper makes an `Error` of it.
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

/// The engine: a framework, ready to grade by.
#[wasm_bindgen]
pub struct Core {
    framework: Arc<Framework>,
}

/// The ids that numbers stand for in live edits.
#[derive(Serialize)]
struct Numbers<'a> {
    descriptors: Vec<&'a str>,
    sections: Vec<&'a str>,
    section_of: Vec<usize>,
    criteria: Vec<CriterionNumbers<'a>>,
}

#[derive(Serialize)]
struct CriterionNumbers<'a> {
    id: &'a str,
    values: Vec<&'a str>,
}

#[wasm_bindgen]
impl Core {
    /// Takes a framework as JSON text, or the built-in one.
    #[wasm_bindgen(constructor)]
    pub fn new(framework: Option<String>) -> Result<Core, JsValue> {
        let framework = match framework {
            None => Framework::shropshire_2023(),
            Some(text) => Arc::new(
                Framework::from_json(&text)
                    .map_err(|problems| refuse("invalid_framework", problems))?,
            ),
        };
        Ok(Self { framework })
    }

    /// The framework as an object.
    pub fn framework(&self) -> JsValue {
        to_js(&self.framework.as_json())
    }

    /// The ids that numbers stand for in live edits.
    pub fn numbers(&self) -> JsValue {
        let criteria = self.framework.interpretation().criteria.iter();
        to_js(&Numbers {
            descriptors: self.framework.descriptor_ids().map(|(id, _)| id).collect(),
            section_of: self.framework.descriptor_ids().map(|(_, section)| section).collect(),
            sections: self.framework.section_ids().collect(),
            criteria: criteria
                .map(|criterion| CriterionNumbers {
                    id: &criterion.id,
                    values: criterion.values.iter().map(|value| value.id.as_str()).collect(),
                })
                .collect(),
        })
    }

    #[inline(never)]
    fn review(&self, text: &str) -> Result<Review, JsValue> {
        Review::from_json(&self.framework, text)
            .map_err(|problems| refuse("invalid_review", problems))
    }

    /// The problems of a review; none when it is fine.
    pub fn check(&self, review: &str) -> JsValue {
        to_js(&Review::from_json(&self.framework, review).err().unwrap_or_default())
    }

    /// Assesses a review.
    pub fn assess(&self, review: &str) -> Result<JsValue, JsValue> {
        let review = self.review(review)?;
        Ok(to_js(&assess(&review)))
    }

    /// The smallest set of changes after which the suggestion is sure to be a score or better.
    #[wasm_bindgen(js_name = pathTo)]
    pub fn path_to(&self, review: &str, score: f64) -> Result<JsValue, JsValue> {
        let review = self.review(review)?;
        let score = score_of(score).ok().flatten().ok_or_else(|| invalid_score(""))?;
        Ok(to_js(&path_to(&review, score)))
    }

    /// The score line of a review.
    #[wasm_bindgen(js_name = toLine)]
    pub fn to_line(&self, review: &str) -> Result<String, JsValue> {
        Ok(to_line(&self.review(review)?))
    }

    /// The review that a score line restores.
    #[wasm_bindgen(js_name = fromLine)]
    pub fn from_line(&self, line: &str) -> Result<JsValue, JsValue> {
        let review = from_line(&self.framework, line);
        let review = review.map_err(|problem| refuse("invalid_line", vec![problem]))?;
        Ok(to_js(&review.record()))
    }

    /// Opens a review for live edits; an empty one when none is given.
    pub fn open(&self, review: Option<String>) -> Result<LiveReview, JsValue> {
        let review = match review {
            None => Review::new(self.framework.clone()),
            Some(text) => self.review(&text)?,
        };
        Ok(LiveReview { live: Live::new(review) })
    }
}

/// A score from 1 to 4, or 0 for none.
fn score_of(number: f64) -> Result<Option<Score>, ()> {
    if number == 0.0 {
        return Ok(None);
    }
    let score = Score::ALL.into_iter().find(|score| f64::from(score.number()) == number);
    score.map(Some).ok_or(())
}

#[inline(never)]
fn problem(pointer: &str, kind: ProblemKind) -> JsValue {
    refuse("invalid_edit", vec![Problem { pointer: pointer.to_owned(), kind }])
}

fn invalid_score(pointer: &str) -> JsValue {
    problem(pointer, ProblemKind::OutOfRange { least: 1, most: 4 })
}

/// A review being filled in. Numbers in, bits out: an edit crosses the boundary in one call.
#[wasm_bindgen]
pub struct LiveReview {
    live: Live,
}

#[wasm_bindgen]
impl LiveReview {
    /// Answers a descriptor by its number: 0 not answered, 1 yes, 2 no, 3 not applicable.
    pub fn answer(&mut self, descriptor: usize, answer: u8) -> Result<u32, JsValue> {
        let pointer = |live: &Live| {
            live.review().framework().descriptor_pointer(descriptor).unwrap_or_default().to_owned()
        };
        let answer = match answer {
            0 => None,
            1 => Some(Answer::Yes),
            2 => Some(Answer::No),
            3 => Some(Answer::NotApplicable),
            _ => {
                let allowed = Answer::ALL.iter().map(|answer| answer.word().to_owned()).collect();
                return Err(problem(&pointer(&self.live), ProblemKind::NotOneOf { allowed }));
            }
        };
        let change = self.live.answer(descriptor, answer);
        change.map(bits).map_err(|kind| problem(&pointer(&self.live), kind))
    }

    /// Records the score of a section by its number; 0 takes it back.
    pub fn score(&mut self, section: usize, score: f64) -> Result<u32, JsValue> {
        let score = score_of(score).map_err(|()| invalid_score(""))?;
        self.live.score(section, score).map(bits).map_err(|kind| problem("/sections", kind))
    }

    /// Answers a criterion by its number with the number of a value, worst first; -1 takes the answer
    /// back.
    pub fn criterion(&mut self, criterion: usize, value: i32) -> Result<u32, JsValue> {
        let value = usize::try_from(value).ok();
        self.live.criterion(criterion, value).map(bits).map_err(|kind| problem("/criteria", kind))
    }

    /// Records a fact about the plan; null or undefined takes it back.
    pub fn context(&mut self, field: &str, value: &JsValue) -> Result<u32, JsValue> {
        let Some(field) = ContextField::from_word(field) else {
            return Err(problem("/plan", ProblemKind::UnknownField {}));
        };
        let pointer = format!("/plan/{}", field.word());
        let value = context_value(field, value).map_err(|kind| problem(&pointer, kind))?;
        self.live.context(field, value).map(bits).map_err(|kind| problem(&pointer, kind))
    }

    /// Records a free text of a section by its number; `undefined` takes it back.
    pub fn text(
        &mut self,
        section: usize,
        field: &str,
        text: Option<String>,
    ) -> Result<(), JsValue> {
        let Some(field) = TextField::from_word(field) else {
            return Err(problem("/sections", ProblemKind::UnknownField {}));
        };
        self.live.text(section, field, text).map_err(|kind| problem("/sections", kind))
    }

    /// The whole assessment.
    pub fn assessment(&self) -> JsValue {
        to_js(&self.live.assessment())
    }

    /// The review as it stands.
    pub fn review(&self) -> JsValue {
        to_js(&self.live.review().record())
    }
}

fn context_value(
    field: ContextField,
    value: &JsValue,
) -> Result<Option<ContextValue>, ProblemKind> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    if let Some(flag) = value.as_bool() {
        return Ok(Some(ContextValue::Flag(flag)));
    }
    if let Some(number) = value.as_f64() {
        if number.fract() != 0.0 {
            return Err(ProblemKind::WrongType { expected: "a whole number" });
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what is out of range stays out of range"
        )]
        return Ok(Some(ContextValue::Number(number as i8)));
    }
    match (field, value.as_string()) {
        (ContextField::Stage, Some(word)) => match Stage::from_word(&word) {
            Some(stage) => Ok(Some(ContextValue::Stage(stage))),
            None => {
                let allowed = Stage::ALL.iter().map(|stage| stage.word().to_owned()).collect();
                Err(ProblemKind::NotOneOf { allowed })
            }
        },
        (ContextField::Stage, None) => Err(ProblemKind::WrongType { expected: "text" }),
        (ContextField::YearGroup | ContextField::Age, _) => {
            Err(ProblemKind::WrongType { expected: "a whole number" })
        }
        _ => Err(ProblemKind::WrongType { expected: "true or false" }),
    }
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
