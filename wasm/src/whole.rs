//! Plans as a whole: what there is to review in one, and what changed between two.

use ehcp_qa_core::form::{feedback_from_plan, feedback_word};
use ehcp_qa_core::whole::{PlanContext, check, comments, compare, comparison_to_html};
use wasm_bindgen::prelude::*;

use crate::engine::Core;
use crate::plan::OpenPlan;
use crate::refusal::Code;
use crate::tape::to_tape;

#[wasm_bindgen]
impl Core {
    /// What there is to review in a plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the context.
    #[wasm_bindgen(js_name = checkPlan)]
    pub fn check_plan(
        &mut self,
        plan: &OpenPlan,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let context = self.known(context)?;
        let lexicon = self.lexicon();
        Ok(to_tape(&check(&self.framework, &lexicon, plan.plan(), &context)))
    }

    /// A comment for each finding, to be written into the Word file of the plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the context.
    #[wasm_bindgen(js_name = planComments)]
    pub fn plan_comments(
        &mut self,
        plan: &OpenPlan,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let context = self.known(context)?;
        let lexicon = self.lexicon();
        let check = check(&self.framework, &lexicon, plan.plan(), &context);
        Ok(to_tape(&comments(&check, plan.plan(), &self.framework)))
    }

    /// Drafts the feedback form from a review and what is found in the plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the review or of the context.
    #[wasm_bindgen(js_name = planFeedback)]
    pub fn plan_feedback(
        &mut self,
        review: &str,
        plan: &OpenPlan,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let (review, context) = (self.review(review)?, self.known(context)?);
        let lexicon = self.lexicon();
        let check = check(&self.framework, &lexicon, plan.plan(), &context);
        let form = feedback_from_plan(&review, plan.plan(), &check);
        Ok(to_tape(&form.map_err(|problems| self.refuse(Code::Feedback, problems))?))
    }

    /// A feedback form as an editable Word file.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = feedbackWord)]
    pub fn feedback_word(&self, form: &str) -> Result<Vec<u8>, JsValue> {
        Ok(feedback_word(&self.form(form)?, &self.framework))
    }

    /// What changed between two versions of a plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the context.
    #[wasm_bindgen(js_name = comparePlans)]
    pub fn compare_plans(
        &mut self,
        old: &OpenPlan,
        new: &OpenPlan,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let context = self.linting(context)?;
        let lexicon = self.lexicon();
        Ok(to_tape(&compare(&lexicon, old.plan(), new.plan(), &context)))
    }

    /// The same as a page to print.
    ///
    /// # Errors
    /// A refusal, with every problem of the context.
    #[wasm_bindgen(js_name = comparisonHtml)]
    pub fn comparison_html(
        &mut self,
        old: &OpenPlan,
        new: &OpenPlan,
        context: Option<String>,
    ) -> Result<String, JsValue> {
        let context = self.linting(context)?;
        let lexicon = self.lexicon();
        Ok(comparison_to_html(&compare(&lexicon, old.plan(), new.plan(), &context)))
    }

    /// What a host knows of the plan, if anything.
    fn known(&self, context: Option<String>) -> Result<PlanContext, JsValue> {
        let read = context.map(|text| PlanContext::from_json(&text)).transpose();
        let given = read.map_err(|problems| self.refuse(Code::Context, problems))?;
        Ok(given.unwrap_or_default())
    }
}
