//! Beyond one plan: cases, samples, agreement of graders, summaries of many reviews, and the summary of learning.
//! A page about one plan loads a module without them.

use std::sync::Arc;

use ehcp_qa_core::agreement::{Agreement, figures};
use ehcp_qa_core::case::{Case, status};
use ehcp_qa_core::learning::{self, Learning};
use ehcp_qa_core::sample::{Draw, reason, sample};
use ehcp_qa_core::summary::{
    FamilyFeedback, HiddenBelow, Report, Summary, SummaryRecord, report, report_since, to_csv,
    to_html,
};
use ehcp_qa_core::{Framework, Problem, ProblemKind};
use wasm_bindgen::prelude::*;

use crate::engine::Core;
use crate::live::integer;
use crate::refusal::{Code, of_all, refuse};
use crate::tape::to_tape;

#[wasm_bindgen]
impl Core {
    /// Where a case stands, what may happen next, and whether the plan may be issued.
    ///
    /// # Errors
    /// A refusal, with every problem of the record of events.
    #[wasm_bindgen(js_name = caseStatus)]
    pub fn case_status(&self, case: &str) -> Result<Vec<u32>, JsValue> {
        let case = Case::from_json(&self.framework, case);
        let case = case.map_err(|problems| refuse(Code::Case, &problems))?;
        let status = status(&self.framework, &case);
        Ok(to_tape(&status.map_err(|problems| refuse(Code::Case, &problems))?))
    }

    /// Draws a sample of plans.
    ///
    /// # Errors
    /// A refusal, with every problem of the request.
    pub fn sample(&self, request: &str) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&sample(&self.draw(request)?)))
    }

    /// Why a plan is drawn or not; undefined where the request does not have it and its mode needs it.
    ///
    /// # Errors
    /// A refusal, with every problem of the request.
    #[wasm_bindgen(js_name = whySampled)]
    pub fn why_sampled(&self, request: &str, reference: &str) -> Result<Option<Vec<u32>>, JsValue> {
        let draw = self.draw(request)?;
        Ok(reason(&draw, reference).map(|reason| to_tape(&reason)))
    }

    /// How far two graders of the same plans agree.
    ///
    /// # Errors
    /// A refusal, with every problem of the counts.
    pub fn agreement(&self, agreement: &str) -> Result<Vec<u32>, JsValue> {
        let agreement = Agreement::from_json(&self.framework, agreement);
        let agreement = agreement.map_err(|problems| refuse(Code::Agreement, &problems))?;
        Ok(to_tape(&figures(&self.framework, &agreement)))
    }

    /// Everything wrong with a summary of learning; empty when it is fine.
    #[must_use]
    #[wasm_bindgen(js_name = checkLearning)]
    pub fn check_learning(&self, form: &str) -> Vec<u32> {
        to_tape(&Learning::from_json(&self.framework, form).err().unwrap_or_default())
    }

    /// The actions of a summary of learning that are still open.
    ///
    /// # Errors
    /// A refusal, with every problem of the form, or where more are open than a list can have.
    #[wasm_bindgen(js_name = carriedActions)]
    pub fn carried_actions(&self, previous: &str) -> Result<Vec<u32>, JsValue> {
        let carried = learning::carried(&self.learning(previous)?);
        Ok(to_tape(&carried.map_err(|problems| refuse(Code::Learning, &problems))?))
    }

    /// A summary of learning as a page to print.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = learningHtml)]
    pub fn learning_html(&self, form: &str) -> Result<String, JsValue> {
        Ok(learning::to_html(&self.framework, &self.learning(form)?))
    }

    /// A summary of learning as Markdown.
    ///
    /// # Errors
    /// A refusal, with every problem of the form.
    #[wasm_bindgen(js_name = learningMarkdown)]
    pub fn learning_markdown(&self, form: &str) -> Result<String, JsValue> {
        Ok(learning::to_markdown(&self.framework, &self.learning(form)?))
    }

    /// Opens a summary of no plans.
    #[must_use]
    pub fn summary(&self) -> LiveSummary {
        let summary = Summary::new(&self.framework);
        LiveSummary { framework: self.framework.clone(), summary, before: None }
    }
}

/// A summary that records and other summaries are added to.
#[wasm_bindgen]
pub struct LiveSummary {
    framework: Arc<Framework>,
    summary: Summary,
    /// What reports are compared with.
    before: Option<Summary>,
}

#[wasm_bindgen]
impl LiveSummary {
    /// Adds the record of a plan.
    ///
    /// # Errors
    /// A refusal, with every problem of the record; then nothing is added.
    pub fn add(&mut self, record: &str) -> Result<(), JsValue> {
        let record = SummaryRecord::from_json(&self.framework, record)
            .map_err(|problems| refused(&problems))?;
        self.summary.add(&record).map_err(|kind| refused(&[of_all(kind)]))
    }

    /// Adds what a family says, or how many of a survey were sent out.
    ///
    /// # Errors
    /// A refusal, with every problem of the record; then nothing is added.
    #[wasm_bindgen(js_name = addFamilyFeedback)]
    pub fn add_family_feedback(&mut self, record: &str) -> Result<(), JsValue> {
        let record = FamilyFeedback::from_json(&self.framework, record)
            .map_err(|problems| refused(&problems))?;
        self.summary
            .add_family_feedback(&self.framework, &record)
            .map_err(|kind| refused(&[of_all(kind)]))
    }

    /// Adds a summary made elsewhere.
    ///
    /// # Errors
    /// A refusal, with every problem of the summary; then nothing is added.
    pub fn merge(&mut self, summary: &str) -> Result<(), JsValue> {
        let other =
            Summary::from_json(&self.framework, summary).map_err(|problems| refused(&problems))?;
        self.summary.merge(&other).map_err(|kind| refused(&[of_all(kind)]))
    }

    /// Compares all reports from now on with a summary of the term before; with none where none is given.
    ///
    /// # Errors
    /// A refusal, with every problem of the summary; then what is compared stays.
    #[wasm_bindgen(js_name = compareWith)]
    pub fn compare_with(&mut self, before: Option<String>) -> Result<(), JsValue> {
        let read = |text: String| Summary::from_json(&self.framework, &text);
        self.before = before.map(read).transpose().map_err(|problems| refused(&problems))?;
        Ok(())
    }

    /// How many plans it counts.
    #[must_use]
    pub fn plans(&self) -> u32 {
        self.summary.all.plans
    }

    /// The exact counts, to be merged elsewhere and not to be published.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        to_tape(&self.summary)
    }

    /// What is shown of it. Counts below a number, 2 or more, are hidden, below the core's where none is given; 0 shows
    /// all.
    ///
    /// # Errors
    /// A refusal, where the number is no threshold.
    pub fn report(&self, hidden_below: Option<f64>) -> Result<Vec<u32>, JsValue> {
        Ok(to_tape(&self.shown(hidden_below)?))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// A refusal, where the number is no threshold.
    pub fn csv(&self, hidden_below: Option<f64>) -> Result<String, JsValue> {
        Ok(to_csv(&self.framework, &self.shown(hidden_below)?))
    }

    /// The same as a whole page.
    ///
    /// # Errors
    /// A refusal, where the number is no threshold.
    pub fn html(&self, hidden_below: Option<f64>, period: &str) -> Result<String, JsValue> {
        Ok(to_html(&self.framework, &self.shown(hidden_below)?, period))
    }

    /// The summary of learning of Level 5, drafted from what is shown.
    ///
    /// # Errors
    /// A refusal, where the number is no threshold.
    pub fn learning(&self, hidden_below: Option<f64>) -> Result<Vec<u32>, JsValue> {
        let form = learning::draft(&self.framework, &self.shown(hidden_below)?);
        Ok(to_tape(&form.map_err(|problems| refuse(Code::Learning, &problems))?))
    }
}

impl LiveSummary {
    /// What is shown under a threshold, of which 0 stands for none.
    fn shown(&self, hidden_below: Option<f64>) -> Result<Report, JsValue> {
        let threshold = match hidden_below {
            None => Some(HiddenBelow::USUAL),
            Some(0.0) => Some(HiddenBelow::NOTHING),
            Some(number) => {
                integer(number).and_then(|number| number.try_into().ok()).and_then(HiddenBelow::new)
            }
        };
        let out_of_range = ProblemKind::OutOfRange { least: 2, most: u32::MAX.into() };
        let threshold =
            threshold.ok_or_else(|| refuse(Code::Threshold, &[of_all(out_of_range)]))?;
        let Self { framework, summary, before } = self;
        Ok(match before {
            Some(before) => report_since(framework, summary, before, threshold),
            None => report(framework, summary, threshold),
        })
    }
}

fn refused(problems: &[Problem]) -> JsValue {
    refuse(Code::Summary, problems)
}

impl Core {
    #[inline(never)]
    fn learning(&self, form: &str) -> Result<Learning, JsValue> {
        Learning::from_json(&self.framework, form)
            .map_err(|problems| refuse(Code::Learning, &problems))
    }

    fn draw(&self, request: &str) -> Result<Draw, JsValue> {
        Draw::from_json(&self.framework, request)
            .map_err(|problems| refuse(Code::Sample, &problems))
    }
}
