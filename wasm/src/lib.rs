//! The JavaScript boundary of `ehcp-qa-core`. Everything here converts; the rules are in the core.

use std::sync::Arc;

use ehcp_qa_core::feedback::{
    Feedback, SectionText, check as check_feedback, feedback_from, to_html, to_markdown,
};
use ehcp_qa_core::framework::{ContextField, ContextValue, SHROPSHIRE_2023, Stage};
use ehcp_qa_core::grade::{GateState, GateSuggestion};
use ehcp_qa_core::review::{Answer, TextField};
use ehcp_qa_core::thread::{ThreadPlan, mermaid, svg, thread};
use ehcp_qa_core::timescale::{Timescales, deadlines};
use ehcp_qa_core::wording::{Lexicon, Linting, Utf16, WORDING, lint_in};
use ehcp_qa_core::{
    Change, Framework, Interval, Live, Problem, ProblemKind, Review, Score, assess, from_line,
    path_to, to_line,
};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

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

/// The engine: a framework to grade by, and a lexicon to look at wording by.
#[wasm_bindgen]
pub struct Core {
    framework: Arc<Framework>,
    lexicon: Option<Arc<Lexicon>>,
}

#[wasm_bindgen]
impl Core {
    /// Takes a framework and a lexicon as JSON text, or the built-in ones.
    ///
    /// # Errors
    /// A refusal, with every problem of the framework or of the lexicon.
    #[wasm_bindgen(constructor)]
    pub fn new(framework: Option<String>, lexicon: Option<String>) -> Result<Core, JsValue> {
        let framework = match framework {
            None => Framework::shropshire_2023(),
            Some(text) => Arc::new(
                Framework::from_json(&text)
                    .map_err(|problems| refuse("invalid_framework", problems))?,
            ),
        };
        let lexicon = match lexicon {
            None => None,
            Some(text) => {
                let read = Lexicon::from_json(&text);
                Some(Arc::new(read.map_err(|problems| refuse("invalid_lexicon", problems))?))
            }
        };
        Ok(Self { framework, lexicon })
    }

    /// The built-in framework as JSON text.
    #[must_use]
    #[wasm_bindgen(js_name = builtIn)]
    pub fn built_in() -> String {
        SHROPSHIRE_2023.to_owned()
    }

    /// The built-in lexicon as JSON text.
    #[must_use]
    #[wasm_bindgen(js_name = builtInLexicon)]
    pub fn built_in_lexicon() -> String {
        WORDING.to_owned()
    }

    /// The deadlines of a plan, and how its dates stand to them.
    ///
    /// # Errors
    /// A refusal, with every problem of the dates.
    pub fn timescales(dates: &str) -> Result<JsValue, JsValue> {
        let dates = Timescales::from_json(dates);
        let dates = dates.map_err(|problems| refuse("invalid_dates", problems))?;
        Ok(to_js(&deadlines(&dates)))
    }

    /// Drafts the feedback form from a review and the texts of sections, given in turn as the id of a
    /// section and its text.
    ///
    /// # Errors
    /// A refusal, with every problem of the review or of the context, or where a section is unknown.
    pub fn feedback(
        &mut self,
        review: &str,
        texts: Vec<String>,
        context: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let review = self.review(review)?;
        let context = linting(context)?;
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in).clone();
        let mut found = Vec::new();
        let mut texts = texts.into_iter();
        while let (Some(section), Some(text)) = (texts.next(), texts.next()) {
            self.known_section(&section)?;
            let lint = lint_in(&lexicon, &section, &text, &context);
            found.push((section, text, lint));
        }
        let mut sections = Vec::new();
        for (section, text, lint) in &found {
            sections.push(SectionText { section, text, lint });
        }
        Ok(to_js(&feedback_from(&review, &sections)))
    }

    #[inline(never)]
    fn form(&self, form: &str) -> Result<Feedback, JsValue> {
        Feedback::from_json(&self.framework, form)
            .map_err(|problems| refuse("invalid_feedback", problems))
    }

    /// What does not fit together on a feedback form.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = checkFeedback)]
    pub fn check_feedback(&self, form: &str) -> Result<JsValue, JsValue> {
        Ok(to_js(&check_feedback(&self.framework, &self.form(form)?)))
    }

    /// A feedback form as a page to print.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = feedbackHtml)]
    pub fn feedback_html(&self, form: &str) -> Result<String, JsValue> {
        Ok(to_html(&self.framework, &self.form(form)?))
    }

    /// A feedback form as Markdown.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = feedbackMarkdown)]
    pub fn feedback_markdown(&self, form: &str) -> Result<String, JsValue> {
        Ok(to_markdown(&self.framework, &self.form(form)?))
    }

    /// The golden thread of a plan's items: its lines, and what breaks it.
    ///
    /// # Errors
    /// A refusal, with every problem of the items.
    pub fn thread(&self, plan: &str) -> Result<JsValue, JsValue> {
        Ok(to_js(&thread(&self.framework, &thread_plan(plan)?)))
    }

    /// The thread as a picture. Its ids begin with a prefix, so that several stand on one page.
    ///
    /// # Errors
    /// A refusal, with every problem of the items.
    #[wasm_bindgen(js_name = threadSvg)]
    pub fn thread_svg(&self, plan: &str, prefix: &str) -> Result<String, JsValue> {
        Ok(svg(&thread(&self.framework, &thread_plan(plan)?), prefix))
    }

    /// The thread as a Mermaid flowchart.
    ///
    /// # Errors
    /// A refusal, with every problem of the items.
    #[wasm_bindgen(js_name = threadMermaid)]
    pub fn thread_mermaid(&self, plan: &str) -> Result<String, JsValue> {
        Ok(mermaid(&thread(&self.framework, &thread_plan(plan)?)))
    }

    fn known_section(&self, section: &str) -> Result<(), JsValue> {
        if self.framework.section_ids().any(|id| id == section) {
            return Ok(());
        }
        let allowed = self.framework.section_ids().map(str::to_owned).collect();
        let kind = ProblemKind::NotOneOf { allowed };
        Err(refuse("invalid_section", vec![Problem { pointer: String::new(), kind }]))
    }

    /// Looks at the wording of a section. Places are in UTF-16 code units.
    ///
    /// # Errors
    /// A refusal, where the section is none of the framework's, or with every problem of the context.
    pub fn lint(
        &mut self,
        section: &str,
        text: &str,
        context: Option<String>,
    ) -> Result<JsValue, JsValue> {
        self.known_section(section)?;
        let context = linting(context)?;
        // The built-in lexicon is read when a text is first looked at: grading does without it.
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in);
        Ok(to_js(&lint_in::<Utf16>(lexicon, section, text, &context)))
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

fn thread_plan(text: &str) -> Result<ThreadPlan, JsValue> {
    ThreadPlan::from_json(text).map_err(|problems| refuse("invalid_thread", problems))
}

/// What a host knows of the plan; nothing when it does not say.
fn linting(context: Option<String>) -> Result<Linting, JsValue> {
    context.map_or_else(
        || Ok(Linting::default()),
        |text| Linting::from_json(&text).map_err(|problems| refuse("invalid_context", problems)),
    )
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
