//! Plans as a whole: what there is to review in one, and what it says of itself.

use ehcp_qa_core::form::{feedback_from_plan, feedback_word};
use ehcp_qa_core::plan::{PlanDocument, facts, items};
use ehcp_qa_core::whole::{PlanContext, check, comments, compare, comparison_to_html};
use ehcp_qa_core::wording::Lexicon;
use wasm_bindgen::prelude::*;

use crate::engine::Core;
use crate::refusal::{Code, refuse};
use crate::tape::to_tape;
use crate::writing::linting;

#[wasm_bindgen]
impl Core {
    /// What there is to review in a plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the plan or of the context.
    #[wasm_bindgen(js_name = checkPlan)]
    pub fn check_plan(&mut self, plan: &str, context: Option<String>) -> Result<Vec<u32>, JsValue> {
        let (plan, context) = (document(plan)?, known(context)?);
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in);
        Ok(to_tape(&check(&self.framework, lexicon, &plan, &context)))
    }

    /// A comment for each finding, to be written into the Word file of the plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the plan or of the context.
    #[wasm_bindgen(js_name = planComments)]
    pub fn plan_comments(
        &mut self,
        plan: &str,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let (plan, context) = (document(plan)?, known(context)?);
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in);
        let check = check(&self.framework, lexicon, &plan, &context);
        Ok(to_tape(&comments(&check, &plan, &self.framework)))
    }

    /// Drafts the feedback form from a review and what is found in the plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the review, of the plan or of the context.
    #[wasm_bindgen(js_name = planFeedback)]
    pub fn plan_feedback(
        &mut self,
        review: &str,
        plan: &str,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let review = self.review(review)?;
        let (plan, context) = (document(plan)?, known(context)?);
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in);
        let check = check(&self.framework, lexicon, &plan, &context);
        Ok(to_tape(&feedback_from_plan(&review, &plan, &check)))
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
    /// A refusal, with every problem of a plan or of the context.
    #[wasm_bindgen(js_name = comparePlans)]
    pub fn compare_plans(
        &mut self,
        old: &str,
        new: &str,
        context: Option<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let (old, new, context) = (document(old)?, document(new)?, linting(context)?);
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in);
        Ok(to_tape(&compare(lexicon, &old, &new, &context)))
    }

    /// The same as a page to print.
    ///
    /// # Errors
    /// A refusal, with every problem of a plan or of the context.
    #[wasm_bindgen(js_name = comparisonHtml)]
    pub fn comparison_html(
        &mut self,
        old: &str,
        new: &str,
        context: Option<String>,
    ) -> Result<String, JsValue> {
        let (old, new, context) = (document(old)?, document(new)?, linting(context)?);
        let lexicon = self.lexicon.get_or_insert_with(Lexicon::built_in);
        Ok(comparison_to_html(&compare(lexicon, &old, &new, &context)))
    }

    /// The items of a plan and the links between them, as they are proposed.
    ///
    /// # Errors
    /// A refusal, with every problem of the plan.
    #[wasm_bindgen(js_name = planItems)]
    pub fn plan_items(&self, plan: &str) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&items(&document(plan)?)))
    }

    /// What a plan says of itself.
    ///
    /// # Errors
    /// A refusal, with every problem of the plan.
    #[wasm_bindgen(js_name = planFacts)]
    pub fn plan_facts(&self, plan: &str) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&facts(&document(plan)?)))
    }
}

#[inline(never)]
fn document(text: &str) -> Result<PlanDocument, JsValue> {
    PlanDocument::from_json(text).map_err(|problems| refuse(Code::Plan, &problems))
}

/// What a host knows of the plan, if anything.
fn known(context: Option<String>) -> Result<PlanContext, JsValue> {
    context.map_or_else(
        || Ok(PlanContext::default()),
        |text| PlanContext::from_json(&text).map_err(|problems| refuse(Code::Context, &problems)),
    )
}
