//! Advice that stays in the module while a page works with it, checked by itself and compared with a plan.

use std::sync::Arc;

use ehcp_qa_core::framework::AdviceQuestions;
use ehcp_qa_core::plan::{self, AdviceDocument, PlanProblem};
use ehcp_qa_core::whole::{
    AdviceCheck, AdviceContext, Coverage, CoverageChoice, advice_check, advice_comments,
    advice_coverage_comments, advice_feedback, coverage, coverage_comments, coverage_to_html,
};
use wasm_bindgen::prelude::*;

use crate::engine::Core;
use crate::plan::{OpenPlan, refused, refused_file};
use crate::refusal::Code;
use crate::tape::to_tape;

/// A piece of advice that stays in the module while a page works with it.
#[wasm_bindgen]
pub struct OpenAdvice(AdviceDocument);

#[wasm_bindgen]
impl OpenAdvice {
    /// Takes advice as JSON text.
    ///
    /// # Errors
    /// A refusal, with every problem of the advice.
    #[wasm_bindgen(js_name = ofDocument)]
    pub fn of_document(text: &str, messages: Option<String>) -> Result<OpenAdvice, JsValue> {
        let advice = AdviceDocument::from_json(text);
        Ok(Self(advice.map_err(|problems| refused(Code::Advice, problems, messages))?))
    }

    /// The advice as a document.
    #[must_use]
    pub fn document(&self) -> Vec<u32> {
        to_tape(&self.0)
    }
}

/// Advice that is compared with one plan, in its order.
#[wasm_bindgen]
#[derive(Default)]
pub struct Advices(Vec<AdviceDocument>);

#[wasm_bindgen]
impl Advices {
    /// No advice yet.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a piece of advice.
    pub fn add(&mut self, advice: &OpenAdvice) {
        self.0.push(advice.0.clone());
    }
}

/// Reads a Word file as advice.
///
/// # Errors
/// A refusal, with why the file cannot be read.
#[wasm_bindgen(js_name = openAdviceWord)]
pub fn open_advice_word(bytes: &[u8], messages: Option<String>) -> Result<OpenAdvice, JsValue> {
    opened(plan::read_advice_word(bytes), messages)
}

/// Reads plain text as advice.
///
/// # Errors
/// A refusal, with why the text cannot be read.
#[wasm_bindgen(js_name = openAdviceText)]
pub fn open_advice_text(text: &str, messages: Option<String>) -> Result<OpenAdvice, JsValue> {
    opened(plan::read_advice_text(text), messages)
}

/// Reads Markdown as advice.
///
/// # Errors
/// A refusal, with why the text cannot be read.
#[wasm_bindgen(js_name = openAdviceMarkdown)]
pub fn open_advice_markdown(text: &str, messages: Option<String>) -> Result<OpenAdvice, JsValue> {
    opened(plan::read_advice_markdown(text), messages)
}

/// Reads HTML as advice.
///
/// # Errors
/// A refusal, with why the text cannot be read.
#[wasm_bindgen(js_name = openAdviceHtml)]
pub fn open_advice_html(html: &str, messages: Option<String>) -> Result<OpenAdvice, JsValue> {
    opened(plan::read_advice_html(html), messages)
}

fn opened(
    read: Result<AdviceDocument, PlanProblem>,
    messages: Option<String>,
) -> Result<OpenAdvice, JsValue> {
    read.map(OpenAdvice).map_err(|problem| refused_file(problem, messages))
}

#[wasm_bindgen]
impl Core {
    /// What is found in a piece of advice by itself. It is asked what the framework asks, or the questions given.
    ///
    /// # Errors
    /// A refusal, with every problem of the context or of the questions.
    #[wasm_bindgen(js_name = adviceCheck)]
    pub fn advice_check(
        &mut self,
        advice: &OpenAdvice,
        context: Option<String>,
        questions: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        self.checked(advice, context, questions, |check| to_tape(check))
    }

    /// A comment for each finding, to be written into the Word file of the advice.
    ///
    /// # Errors
    /// A refusal, with every problem of the context or of the questions.
    #[wasm_bindgen(js_name = adviceComments)]
    pub fn advice_comments(
        &mut self,
        advice: &OpenAdvice,
        context: Option<String>,
        questions: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let framework = Arc::clone(&self.framework);
        self.checked(advice, context, questions, |check| {
            to_tape(&advice_comments(check, &advice.0, &framework))
        })
    }

    /// The feedback to the author as a page to print.
    ///
    /// # Errors
    /// A refusal, with every problem of the context or of the questions.
    #[wasm_bindgen(js_name = adviceFeedbackHtml)]
    pub fn advice_feedback_html(
        &mut self,
        advice: &OpenAdvice,
        context: Option<String>,
        questions: Option<String>,
    ) -> Result<String, JsValue> {
        self.checked(advice, context, questions, |check| advice_feedback(check, &advice.0))
    }

    /// What became of advice in a plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the choices.
    pub fn coverage(
        &self,
        advices: &Advices,
        plan: &OpenPlan,
        choices: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&self.covered(advices, plan, choices)?))
    }

    /// The same as a page to print.
    ///
    /// # Errors
    /// A refusal, with every problem of the choices.
    #[wasm_bindgen(js_name = coverageHtml)]
    pub fn coverage_html(
        &self,
        advices: &Advices,
        plan: &OpenPlan,
        choices: Option<String>,
    ) -> Result<String, JsValue> {
        Ok(coverage_to_html(&self.covered(advices, plan, choices)?))
    }

    /// Comments to be written into the Word file of the plan, or into that of one piece of advice.
    ///
    /// # Errors
    /// A refusal, with every problem of the choices.
    #[wasm_bindgen(js_name = coverageComments)]
    pub fn coverage_comments(
        &self,
        advices: &Advices,
        plan: &OpenPlan,
        choices: Option<String>,
        advice: Option<usize>,
    ) -> Result<Vec<u32>, JsValue> {
        let found = self.covered(advices, plan, choices)?;
        let comments = match advice {
            None => coverage_comments(&found, plan.plan(), &self.framework),
            Some(number) => advices.0.get(number).map_or_else(Vec::new, |advice| {
                advice_coverage_comments(&found, number, advice, &self.framework)
            }),
        };
        Ok(to_tape(&comments))
    }

    /// What is made of the check of a piece of advice.
    fn checked<T>(
        &mut self,
        advice: &OpenAdvice,
        context: Option<String>,
        questions: Option<String>,
        make: impl FnOnce(&AdviceCheck) -> T,
    ) -> Result<T, JsValue> {
        let context = context.map(|text| AdviceContext::from_json(&text)).transpose();
        let context = context.map_err(|problems| self.refuse(Code::Context, problems))?;
        let questions = questions.map(|text| AdviceQuestions::from_json(&text)).transpose();
        let questions = questions.map_err(|problems| self.refuse(Code::Questions, problems))?;
        let lexicon = self.lexicon();
        let questions = questions.as_ref().or_else(|| self.framework.advice());
        let context = context.unwrap_or_default();
        Ok(make(&advice_check(questions, &lexicon, &advice.0, &context)))
    }

    #[inline(never)]
    fn covered(
        &self,
        advices: &Advices,
        plan: &OpenPlan,
        choices: Option<String>,
    ) -> Result<Coverage, JsValue> {
        let choices =
            choices.map_or_else(|| Ok(Vec::new()), |text| CoverageChoice::all_from_json(&text));
        let choices = choices.map_err(|problems| self.refuse(Code::Choices, problems))?;
        Ok(coverage(&self.framework, &advices.0, plan.plan(), &choices))
    }
}
