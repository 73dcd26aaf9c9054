//! Plans that stay in the module while a page works with them, read from Word files and texts, and comments written
//! into Word files.

use ehcp_qa_core::plan::{
    self, COMMENT_AUTHOR, MOST_FILE_BYTES, NewComment, PlanDocument, PlanProblem, SectionChoice,
    facts, items,
};
use ehcp_qa_core::{Messages, Problem};
use wasm_bindgen::prelude::*;

use crate::refusal::{Code, of_all, refuse};
use crate::tape::to_tape;

/// A plan that stays in the module while a page works with it.
#[wasm_bindgen]
pub struct OpenPlan(PlanDocument);

#[wasm_bindgen]
impl OpenPlan {
    /// Takes a plan as JSON text.
    ///
    /// # Errors
    /// A refusal, with every problem of the plan.
    #[wasm_bindgen(js_name = ofDocument)]
    pub fn of_document(text: &str, messages: Option<String>) -> Result<OpenPlan, JsValue> {
        let plan = PlanDocument::from_json(text);
        Ok(Self(plan.map_err(|problems| refused(Code::Plan, problems, messages))?))
    }

    /// The plan as a document.
    #[must_use]
    pub fn document(&self) -> Vec<u32> {
        to_tape(&self.0)
    }

    /// The items of the plan and the links between them, as they are proposed.
    #[must_use]
    pub fn items(&self) -> Vec<u32> {
        to_tape(&items(&self.0))
    }

    /// What the plan says of itself.
    #[must_use]
    pub fn facts(&self) -> Vec<u32> {
        to_tape(&facts(&self.0))
    }
}

impl OpenPlan {
    pub(crate) fn plan(&self) -> &PlanDocument {
        &self.0
    }
}

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
#[wasm_bindgen(js_name = openWord)]
pub fn open_word(
    bytes: &[u8],
    choices: Option<String>,
    messages: Option<String>,
) -> Result<OpenPlan, JsValue> {
    open(choices, messages, |choices| plan::read_word(bytes, choices))
}

/// Reads plain text as a plan.
///
/// # Errors
/// A refusal, with why the text cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = openText)]
pub fn open_text(
    text: &str,
    choices: Option<String>,
    messages: Option<String>,
) -> Result<OpenPlan, JsValue> {
    open(choices, messages, |choices| plan::read_text(text, choices))
}

/// Reads Markdown as a plan.
///
/// # Errors
/// A refusal, with why the text cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = openMarkdown)]
pub fn open_markdown(
    text: &str,
    choices: Option<String>,
    messages: Option<String>,
) -> Result<OpenPlan, JsValue> {
    open(choices, messages, |choices| plan::read_markdown(text, choices))
}

/// Reads HTML as a plan.
///
/// # Errors
/// A refusal, with why the text cannot be read, or with every problem of the choices.
#[wasm_bindgen(js_name = openHtml)]
pub fn open_html(
    html: &str,
    choices: Option<String>,
    messages: Option<String>,
) -> Result<OpenPlan, JsValue> {
    open(choices, messages, |choices| plan::read_html(html, choices))
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
    messages: Option<String>,
) -> Result<Vec<u8>, JsValue> {
    let comments = match NewComment::all_from_json(comments) {
        Ok(comments) => comments,
        Err(problems) => return Err(refused(Code::Comments, problems, messages)),
    };
    let author = author.unwrap_or_else(|| COMMENT_AUTHOR.to_owned());
    let written = plan::comment_word(bytes, &comments, &author);
    written.map_err(|problem| refused_file(problem, messages))
}

/// Refuses a file with why it cannot be read or written.
#[inline(never)]
pub(crate) fn refused_file(problem: PlanProblem, messages: Option<String>) -> JsValue {
    refused(Code::PlanFile, vec![of_all(problem.into())], messages)
}

/// Refuses a document with what is wrong, said by a catalogue of messages where one is given.
#[inline(never)]
pub(crate) fn refused(code: Code, problems: Vec<Problem>, messages: Option<String>) -> JsValue {
    match messages.map(|text| Messages::from_json(&text)) {
        None => refuse(code, &problems),
        Some(Err(problems)) => refuse(Code::Messages, &problems),
        Some(Ok(messages)) => {
            let said: Vec<_> = problems.into_iter().map(|one| messages.reworded(one)).collect();
            refuse(code, &said)
        }
    }
}

/// Reads a plan with what a person says of its lines.
fn open(
    choices: Option<String>,
    messages: Option<String>,
    read: impl FnOnce(&[SectionChoice]) -> Result<PlanDocument, PlanProblem>,
) -> Result<OpenPlan, JsValue> {
    let choices =
        choices.map_or_else(|| Ok(Vec::new()), |text| SectionChoice::all_from_json(&text));
    match choices {
        Ok(choices) => {
            read(&choices).map(OpenPlan).map_err(|problem| refused_file(problem, messages))
        }
        Err(problems) => Err(refused(Code::Choices, problems, messages)),
    }
}
