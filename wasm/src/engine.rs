//! The engine: a framework to grade by and, where the module has it, a lexicon to check wording by.

use std::sync::Arc;

use ehcp_qa_core::framework::{FRAMEWORK, Fact, FactValues};
use ehcp_qa_core::grading::grade;
use ehcp_qa_core::law::YearName;
#[cfg(feature = "writing")]
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{
    Framework, Live, MOST_BYTES, MOST_REFERENCE, MOST_TEXT, Messages, Review, Score, YearGroup,
    assess, from_line, path_to, to_line,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::grading::{Lines, numbers};
use crate::live::{LiveReview, record, score_of};
use crate::packed::unpack;
use crate::refusal::{Code, of_all, refuse};
use crate::tape::to_tape;

/// The ids that numbers stand for, and the bounds of documents and texts.
#[derive(Serialize)]
struct Numbers<'a> {
    framework: &'a str,
    /// Best first.
    scores: Vec<u8>,
    sections: Vec<&'a str>,
    descriptors: Vec<(&'a str, usize)>,
    /// The ids of the answers, set by set.
    answers: Vec<Vec<&'a str>>,
    /// The number of each descriptor's set.
    answer_set: Vec<usize>,
    may_not_apply: Vec<&'a str>,
    /// The counts of findings: the number of the descriptor, and the severity.
    counts: Vec<(usize, &'a str)>,
    criteria: Vec<(&'a str, Vec<&'a str>)>,
    context: Vec<FactEntry<'a>>,
    checks: Vec<&'a str>,
    most_bytes: usize,
    most_reference: usize,
    most_text: usize,
}

/// A fact about the plan, and what values it has.
#[derive(Serialize)]
struct FactEntry<'a> {
    field: &'a str,
    kind: &'static str,
    /// The least and the greatest number.
    range: Option<(i16, i16)>,
    /// The words of a choice.
    words: &'a [String],
    /// The year groups: the number of each, what it is called, and the number in its name.
    years: Vec<(i8, &'static str, i8)>,
}

impl<'a> FactEntry<'a> {
    fn new(framework: &'a Framework, field: &'a str, fact: Fact) -> Self {
        let values = framework.fact_values(fact).unwrap_or(&FactValues::Flag);
        let (range, words): (_, &[String]) = match values {
            FactValues::Number { least, most } => (Some((*least, *most)), &[]),
            FactValues::Choice(words) => (None, words),
            FactValues::Flag | FactValues::Date => (None, &[]),
        };
        let (kind, years) = match fact {
            Fact::STAGE => ("stage", Vec::new()),
            Fact::YEAR_GROUP => ("year_group", years()),
            Fact::AGE => ("age", Vec::new()),
            _ => (values.kind().word(), Vec::new()),
        };
        Self { field, kind, range, words, years }
    }
}

fn years() -> Vec<(i8, &'static str, i8)> {
    let all = (YearGroup::LEAST..=YearGroup::MOST).filter_map(YearGroup::new);
    let entry = |year: YearGroup| {
        let (name, number) = YearName::of(year);
        (year.number(), name.word(), number)
    };
    all.map(entry).collect()
}

/// A framework and, where the module has it, a lexicon.
#[wasm_bindgen]
pub struct Core {
    pub(crate) framework: Arc<Framework>,
    #[cfg(feature = "writing")]
    pub(crate) lexicon: Option<Arc<Lexicon>>,
}

#[wasm_bindgen]
impl Core {
    /// Takes a framework as JSON text, or the built-in one, and a catalogue of messages, or those in English.
    ///
    /// # Errors
    /// A refusal, with every problem of the framework or of the catalogue.
    #[wasm_bindgen(constructor)]
    pub fn new(framework: Option<String>, messages: Option<String>) -> Result<Core, JsValue> {
        let messages = messages.map(|text| Messages::from_json(&text)).transpose();
        let messages = messages.map_err(|problems| refuse(Code::Messages, &problems))?;
        let framework = framework.map(|text| Framework::from_json(&text)).transpose();
        let framework = framework.map_err(|problems| refuse(Code::Framework, &problems))?;
        let framework = match (framework, messages) {
            (None, None) => Framework::built_in(),
            (framework, messages) => {
                let framework = framework.unwrap_or_else(Framework::read_built_in);
                Arc::new(match messages {
                    Some(messages) => framework.with_messages(messages),
                    None => framework,
                })
            }
        };
        Ok(Self {
            framework,
            #[cfg(feature = "writing")]
            lexicon: None,
        })
    }

    /// The built-in framework as JSON text, with the parts that this module uses.
    #[must_use]
    #[wasm_bindgen(js_name = builtIn)]
    pub fn built_in() -> String {
        FRAMEWORK.to_owned()
    }

    /// The ids that numbers stand for in live edits, packed reviews and gradings, and the bounds that a page needs
    /// to know.
    #[must_use]
    pub fn numbers(&self) -> Vec<u32> {
        let framework = &self.framework;
        to_tape(&Numbers {
            framework: framework.id(),
            scores: framework.scores().map(Score::number).collect(),
            sections: framework.section_ids().collect(),
            descriptors: framework.descriptor_ids().collect(),
            answers: framework.answer_sets().map(|set| set.map(|(id, _)| id).collect()).collect(),
            answer_set: (0..).map_while(|number| framework.answer_set(number)).collect(),
            may_not_apply: framework.may_not_apply().collect(),
            counts: framework.counts().collect(),
            criteria: framework
                .criterion_ids()
                .map(|(id, values)| (id, values.collect()))
                .collect(),
            context: framework
                .facts()
                .map(|(field, fact)| FactEntry::new(framework, field, fact))
                .collect(),
            checks: framework.check_ids().collect(),
            most_bytes: MOST_BYTES,
            most_reference: MOST_REFERENCE,
            most_text: MOST_TEXT,
        })
    }

    #[inline(never)]
    pub(crate) fn review(&self, text: &str) -> Result<Review, JsValue> {
        Review::from_json(&self.framework, text).map_err(|problems| refuse(Code::Review, &problems))
    }

    /// The problems of a review; none when it is fine.
    #[must_use]
    pub fn check(&self, review: &str) -> Vec<u32> {
        to_tape(&Review::from_json(&self.framework, review).err().unwrap_or_default())
    }

    /// Assesses a review.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    pub fn assess(&self, review: &str) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&assess(&self.review(review)?)))
    }

    /// Assesses a packed review; `undefined` where the framework refuses a value.
    #[must_use]
    #[wasm_bindgen(js_name = assessPacked)]
    pub fn assess_packed(&self, review: &[u8]) -> Option<Vec<u32>> {
        unpack(&self.framework, review).map(|review| to_tape(&assess(&review)))
    }

    /// Grades a review without reasons, as numbers.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    pub fn grade(&self, review: &str) -> Result<Vec<u16>, JsValue> {
        Ok(numbers(&self.framework, &grade(&self.review(review)?)))
    }

    /// Grades a packed review, as numbers; `undefined` where the framework refuses a value.
    #[must_use]
    #[wasm_bindgen(js_name = gradePacked)]
    pub fn grade_packed(&self, review: &[u8]) -> Option<Vec<u16>> {
        unpack(&self.framework, review).map(|review| numbers(&self.framework, &grade(&review)))
    }

    /// Grades each line of NDJSON text.
    #[must_use]
    #[wasm_bindgen(js_name = gradeAll)]
    pub fn grade_all(&self, text: &str) -> Vec<u32> {
        to_tape(&Lines { framework: &self.framework, text })
    }

    /// The smallest set of changes after which the suggestion is sure to be a score or better.
    ///
    /// # Errors
    /// A refusal, with every problem of the review.
    #[wasm_bindgen(js_name = pathTo)]
    pub fn path_to(&self, review: &str, score: f64) -> Result<Vec<u32>, JsValue> {
        let review = self.review(review)?;
        match score_of(&self.framework, score) {
            Ok(score) => Ok(to_tape(&path_to(&review, score))),
            Err(kind) => Err(refuse(Code::Edit, &[self.framework.reworded_one(of_all(kind))])),
        }
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
    pub fn from_line(&self, line: &str) -> Result<Vec<u32>, JsValue> {
        let review = from_line(&self.framework, line);
        let review = review.map_err(|problem| refuse(Code::Line, &[problem]))?;
        Ok(record(&review))
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
        Ok(LiveReview::new(Live::new(review)))
    }
}
