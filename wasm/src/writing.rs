//! Writing a plan: wording, the golden thread, the feedback form and the timescales. A page that only grades loads
//! a module without them.

use std::sync::Arc;

use ehcp_qa_core::form::{
    Feedback, SectionText, check as check_feedback, feedback_from, to_html, to_markdown,
};
use ehcp_qa_core::thread::{ThreadPlan, mermaid, svg, thread};
use ehcp_qa_core::timescale::Timescales;
use ehcp_qa_core::wording::{Lexicon, Linting, Utf16, WORDING, Weights, lint_in};
use ehcp_qa_core::{Problem, ProblemKind};
use wasm_bindgen::prelude::*;

use crate::engine::Core;
use crate::refusal::{Code, of_all, refuse};
use crate::tape::to_tape;

#[wasm_bindgen]
impl Core {
    /// Takes a lexicon as JSON text in place of the built-in one.
    ///
    /// # Errors
    /// A refusal, with every problem of the lexicon.
    #[wasm_bindgen(js_name = setLexicon)]
    pub fn set_lexicon(&mut self, lexicon: &str) -> Result<(), JsValue> {
        let read = Lexicon::from_json(lexicon);
        let lexicon = read.map_err(|problems| self.refuse(Code::Lexicon, problems))?;
        self.lexicon = Some(Arc::new(lexicon.said_as(&self.framework)));
        Ok(())
    }

    /// Takes weights, learned from labelled examples, as JSON text in place of the built-in ones.
    ///
    /// # Errors
    /// A refusal, with every problem of the weights.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(&mut self, weights: &str) -> Result<(), JsValue> {
        let read = Weights::from_json(weights);
        let weights = read.map_err(|problems| self.refuse(Code::Weights, problems))?;
        let weights = Arc::new(weights);
        // A lexicon that was set belongs to the engine alone, and the built-in one to all.
        let lexicon = match self.lexicon.take().map(Arc::try_unwrap) {
            Some(Ok(lexicon)) => lexicon.with_weights(weights),
            _ => Lexicon::built_in_with(weights).said_as(&self.framework),
        };
        self.lexicon = Some(Arc::new(lexicon));
        Ok(())
    }

    /// The built-in lexicon as JSON text.
    #[must_use]
    #[wasm_bindgen(js_name = builtInLexicon)]
    pub fn built_in_lexicon() -> String {
        WORDING.to_owned()
    }

    /// Checks the wording of a section. Places are in UTF-16 code units.
    ///
    /// # Errors
    /// A refusal, where the section is none of the framework's, or with every problem of the context.
    pub fn lint(
        &mut self,
        section: &str,
        text: &str,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        self.known_section(section)?;
        let context = self.linting(context)?;
        let lexicon = self.lexicon();
        Ok(to_tape(&lint_in::<Utf16>(&lexicon, section, text, &context)))
    }

    /// The deadlines of a plan, and how its dates stand to them.
    ///
    /// # Errors
    /// A refusal, with every problem of the dates.
    pub fn timescales(&self, dates: &str) -> Result<Vec<u32>, JsValue> {
        let dates = Timescales::from_json(dates);
        let dates = dates.map_err(|problems| self.refuse(Code::Dates, problems))?;
        Ok(to_tape(&self.framework.deadlines(&dates)))
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
    ) -> Result<Vec<u32>, JsValue> {
        let review = self.review(review)?;
        let context = self.linting(context)?;
        let lexicon = self.lexicon();
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
        let form = feedback_from(&review, &sections);
        Ok(to_tape(&form.map_err(|problems| self.refuse(Code::Feedback, problems))?))
    }

    #[inline(never)]
    pub(crate) fn form(&self, form: &str) -> Result<Feedback, JsValue> {
        Feedback::from_json(&self.framework, form)
            .map_err(|problems| self.refuse(Code::Feedback, problems))
    }

    /// What does not fit together on a feedback form.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = checkFeedback)]
    pub fn check_feedback(&self, form: &str) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&check_feedback(&self.framework, &self.form(form)?)))
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
    pub fn thread(&self, plan: &str) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&thread(&self.framework, &self.thread_plan(plan)?)))
    }

    /// The thread as a picture. Its ids begin with a prefix, so that several stand on one page.
    ///
    /// # Errors
    /// A refusal, with every problem of the items.
    #[wasm_bindgen(js_name = threadSvg)]
    pub fn thread_svg(&self, plan: &str, prefix: &str) -> Result<String, JsValue> {
        Ok(svg(&thread(&self.framework, &self.thread_plan(plan)?), prefix))
    }

    /// The thread as a Mermaid flowchart.
    ///
    /// # Errors
    /// A refusal, with every problem of the items.
    #[wasm_bindgen(js_name = threadMermaid)]
    pub fn thread_mermaid(&self, plan: &str) -> Result<String, JsValue> {
        Ok(mermaid(&thread(&self.framework, &self.thread_plan(plan)?)))
    }

    fn known_section(&self, section: &str) -> Result<(), JsValue> {
        if self.framework.section_ids().any(|id| id == section) {
            return Ok(());
        }
        let allowed = self.framework.section_ids().map(str::to_owned).collect();
        let kind = ProblemKind::NotOneOf { allowed };
        Err(refuse(Code::Section, &[of_all(kind)]))
    }

    /// Refuses a document with what is wrong, said by the catalogue of messages.
    #[inline(never)]
    pub(crate) fn refuse(&self, code: Code, problems: Vec<Problem>) -> JsValue {
        refuse(code, &self.framework.reworded(problems))
    }

    fn thread_plan(&self, text: &str) -> Result<ThreadPlan, JsValue> {
        ThreadPlan::from_json(text).map_err(|problems| self.refuse(Code::Thread, problems))
    }

    /// The facts about the plan that a host has given, if any.
    pub(crate) fn linting(&self, context: Option<String>) -> Result<Linting, JsValue> {
        let read = context.map(|text| Linting::from_json(&text)).transpose();
        let given = read.map_err(|problems| self.refuse(Code::Context, problems))?;
        Ok(given.unwrap_or_default())
    }

    /// The lexicon in use. The built-in one is read at the first check of a text: grading does without it.
    pub(crate) fn lexicon(&mut self) -> Arc<Lexicon> {
        let built_in = || Lexicon::built_in_said_as(&self.framework);
        self.lexicon.get_or_insert_with(built_in).clone()
    }
}
