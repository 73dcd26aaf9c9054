//! Word files and texts read as plans, and comments written into Word files. A page loads this module when it is given
//! a plan.

use ehcp_qa_core::plan::{
    self, COMMENT_AUTHOR, MOST_FILE_BYTES, NewComment, PlanDocument, PlanProblem, SectionChoice,
};
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

/// The same Word file with comments at the words they are about, from an author or from the one whom the core names.
///
/// # Errors
/// A refusal, with why the file cannot be read or has no place for a comment, or with every problem of the comments.
#[wasm_bindgen(js_name = commentWord)]
pub fn comment_word(
    bytes: &[u8],
    comments: &str,
    author: Option<String>,
) -> Result<Vec<u8>, JsValue> {
    let comments = NewComment::all_from_json(comments);
    let comments = comments.map_err(|problems| refuse(Code::Comments, &problems))?;
    let author = author.unwrap_or_else(|| COMMENT_AUTHOR.to_owned());
    plan::comment_word(bytes, &comments, &author).map_err(refused)
}

#[inline(never)]
fn refused(problem: PlanProblem) -> JsValue {
    refuse(Code::PlanFile, &[of_all(problem.into())])
}

/// Reads a plan with what a person says of its lines.
fn read(
    choices: Option<String>,
    read: impl FnOnce(&[SectionChoice]) -> Result<PlanDocument, PlanProblem>,
) -> Result<Vec<u32>, JsValue> {
    let choices =
        choices.map_or_else(|| Ok(Vec::new()), |text| SectionChoice::all_from_json(&text));
    let choices = choices.map_err(|problems| refuse(Code::Choices, &problems))?;
    Ok(to_tape(&read(&choices).map_err(refused)?))
}
