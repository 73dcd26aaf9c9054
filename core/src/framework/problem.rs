//! What is wrong with a framework, or with naming one.

use crate::document::Json;
use crate::document::problem::{Problem, Reader, room_problems};

room_problems! {
    /// What is wrong with a framework, or with naming one.
    pub enum FrameworkProblem {
        /// The document names another framework.
        WrongFramework = "wrong_framework" {
            /// The id of the framework in use.
            expected: String,
        },
        /// The framework is in a format that is newer than those that are read.
        #[error("This is made for format {format}; this version reads format 1.")]
        NewerFormat = "newer_format" {
            /// The format.
            format: i64,
        },
        /// A grade that no answers to the criteria can reach.
        #[error("No answers can reach this grade: whatever meets it meets a better one too.")]
        UnreachableGrade = "unreachable_grade" {},
        /// A criterion that no grade requires.
        #[error("No grade requires this criterion.")]
        UnusedCriterion = "unused_criterion" {},
        /// The worst grade asks for something, so that some answers would have no grade.
        #[error("The worst grade must require nothing, or some answers would have no grade.")]
        NoFallback = "no_fallback" {},
        /// A share that is not one, such as 3 of 2.
        #[error("This must be a share: of whole parts, not more than the whole.")]
        NotAShare = "not_a_share" {},
        /// A check that is neither built in nor says when it fires.
        #[error("This check is not built in, so it must have a message and say what answers it is about.")]
        NotACheck = "not_a_check" {},
        /// A built-in check that tries to say when it fires.
        #[error("This check is built in: what it looks at cannot be set.")]
        BuiltInCheck = "built_in_check" {},
        /// A rule of the golden thread that is neither built in nor says what lines it asks for.
        #[error("This rule is not built in, so it must have a message and name the sections at both ends.")]
        NotAThreadRule = "not_a_thread_rule" {},
        /// An entry on what findings bear on that has no findings, or that they bear on nothing.
        #[error("This must name findings or evidence, and the descriptors or criteria that they bear on.")]
        NotABearing = "not_a_bearing" {},
        /// The framework does not have what is asked for.
        NoPart = "no_part" {
            /// What it does not have.
            part: &'static str,
        },
        /// A key for samples that is none.
        NotAKey = "not_a_key" {},
    }
}

/// Expects a document to name the framework in use. A document that names none has a problem already.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn expect_framework(reader: &mut Reader, json: Json, id: &str) {
    if matches!(json.field("framework"), Json::Text(named) if named != id) {
        let expected = id.to_owned();
        reader.problem_in("framework", FrameworkProblem::WrongFramework { expected });
    }
}

/// Says that the framework has no such part.
pub(crate) fn no_part(part: &'static str) -> Vec<Problem> {
    vec![Problem { pointer: String::new(), kind: FrameworkProblem::NoPart { part }.into() }]
}

/// What the form of feedback on a draft is called within a sentence.
pub(crate) const FEEDBACK_FORM: &str = "feedback form";

/// What the form that sums up what was learnt is called within a sentence.
pub(crate) const LEARNING_FORM: &str = "form for what was learnt";

/// What the surveys of families are called within a sentence.
pub(crate) const SURVEYS: &str = "survey of families";
