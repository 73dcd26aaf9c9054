//! Why a call is refused. The wrapper's error codes are made from this list by `scripts/types.mjs`.

use ehcp_qa_core::Problem;
#[cfg(feature = "grading")]
use ehcp_qa_core::ProblemKind;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::tape::to_tape;

/// Declares the codes, each with the name that a sentence gives to what was refused.
macro_rules! codes {
    ($( $(#[$meta:meta])* $variant:ident = $code:literal, $subject:literal; )*) => {
        /// What was refused. The wrapper builds the sentence from the subject and the first problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        pub(crate) enum Code {
            $( $(#[$meta])* #[serde(rename = $code)] $variant, )*
        }
    };
}

codes! {
    #[cfg(any(feature = "grading", feature = "schema", feature = "sheet"))]
    Framework = "invalid_framework", "The framework";
    #[cfg(feature = "grading")]
    Messages = "invalid_messages", "The catalogue of messages";
    #[cfg(feature = "grading")]
    Review = "invalid_review", "The review";
    #[cfg(feature = "grading")]
    Line = "invalid_line", "The score line";
    #[cfg(feature = "grading")]
    Edit = "invalid_edit", "The edit";
    #[cfg(feature = "writing")]
    Lexicon = "invalid_lexicon", "The document";
    #[cfg(feature = "writing")]
    Weights = "invalid_weights", "The document";
    #[cfg(feature = "writing")]
    Section = "invalid_section", "The document";
    #[cfg(feature = "writing")]
    Context = "invalid_context", "The document";
    #[cfg(feature = "writing")]
    Dates = "invalid_dates", "The document";
    #[cfg(feature = "writing")]
    Feedback = "invalid_feedback", "The document";
    #[cfg(feature = "writing")]
    Thread = "invalid_thread", "The document";
    #[cfg(feature = "plan")]
    Plan = "invalid_plan", "The plan";
    #[cfg(feature = "plan")]
    PlanFile = "invalid_plan_file", "The file";
    #[cfg(feature = "plan")]
    Advice = "invalid_advice", "The advice";
    #[cfg(feature = "plan")]
    Questions = "invalid_questions", "The document";
    #[cfg(feature = "plan")]
    Comments = "invalid_comments", "The document";
    #[cfg(feature = "plan")]
    Choices = "invalid_choices", "The document";
    #[cfg(feature = "service")]
    Case = "invalid_case", "The document";
    #[cfg(feature = "service")]
    Sample = "invalid_sample", "The document";
    #[cfg(feature = "service")]
    Agreement = "invalid_agreement", "The document";
    #[cfg(feature = "service")]
    Summary = "invalid_summary", "The document";
    #[cfg(feature = "service")]
    Threshold = "invalid_threshold", "The number below which counts are hidden";
    #[cfg(feature = "service")]
    Learning = "invalid_learning", "The document";
    #[cfg(feature = "sheet")]
    Sheet = "invalid_sheet", "The file";
    #[cfg(feature = "sheet")]
    Map = "invalid_map", "The map";
}

#[derive(Serialize)]
struct Refusal<'a> {
    code: Code,
    problems: &'a [Problem],
}

#[wasm_bindgen]
extern "C" {
    type Uint32Array;

    #[wasm_bindgen(constructor)]
    fn new(words: &[u32]) -> Uint32Array;
}

/// A refusal as an error, in place of which the wrapper throws an `Error`.
#[inline(never)]
pub(crate) fn refuse(code: Code, problems: &[Problem]) -> JsValue {
    Uint32Array::new(&refusal(code, problems)).into()
}

/// The same as words.
pub(crate) fn refusal(code: Code, problems: &[Problem]) -> Vec<u32> {
    to_tape(&Refusal { code, problems })
}

/// A problem of a document as a whole.
#[cfg(feature = "grading")]
pub(crate) fn of_all(kind: ProblemKind) -> Problem {
    Problem { pointer: String::new(), kind }
}
