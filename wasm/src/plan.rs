//! Word files and texts read as plans. A page loads this module when it is given a plan.

use ehcp_qa_core::plan::{self, MOST_FILE_BYTES, PlanDocument, PlanProblem, SectionChoice};
use wasm_bindgen::prelude::*;

use crate::refusal::{Code, of_all, refuse};
use crate::tape::to_tape;

/// The most bytes of a file or a text that are read. What is longer need not cross in full to be refused.
#[must_use]
#[wasm_bindgen(js_name = mostFileBytes)]
pub fn most_file_bytes() -> usize {
    MOST_FILE_BYTES
}

/// Reads a Word file as a plan.
///
/// # Errors
/// A refusal, with why the file cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = readWord)]
pub fn read_word(bytes: &[u8], choices: Option<String>) -> Result<Vec<u32>, JsValue> {
    read(choices, |choices| plan::read_word(bytes, choices))
}

/// Reads plain text as a plan.
///
/// # Errors
/// A refusal, with why the text cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str, choices: Option<String>) -> Result<Vec<u32>, JsValue> {
    read(choices, |choices| plan::read_text(text, choices))
}

/// Reads Markdown as a plan.
///
/// # Errors
/// A refusal, with why the text cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = readMarkdown)]
pub fn read_markdown(text: &str, choices: Option<String>) -> Result<Vec<u32>, JsValue> {
    read(choices, |choices| plan::read_markdown(text, choices))
}

/// Reads HTML as a plan.
///
/// # Errors
/// A refusal, with why the text cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = readHtml)]
pub fn read_html(html: &str, choices: Option<String>) -> Result<Vec<u32>, JsValue> {
    read(choices, |choices| plan::read_html(html, choices))
}

/// Reads a plan with what a person says of its lines.
fn read(
    choices: Option<String>,
    read: impl FnOnce(&[SectionChoice]) -> Result<PlanDocument, PlanProblem>,
) -> Result<Vec<u32>, JsValue> {
    let choices =
        choices.map_or_else(|| Ok(Vec::new()), |text| SectionChoice::all_from_json(&text));
    let choices = choices.map_err(|problems| refuse(Code::Choices, &problems))?;
    let plan = read(&choices);
    let plan = plan.map_err(|problem| refuse(Code::PlanFile, &[of_all(problem.into())]))?;
    Ok(to_tape(&plan))
}
