//! Grades for lists of many plans: NDJSON text, a review a line.

use std::sync::Arc;

use serde::Serialize;

use super::grade::{Grading, grade};
use crate::document::Problem;
use crate::framework::Framework;
use crate::review::Review;

/// One line of NDJSON text: what its review comes to, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct GradedLine<'a> {
    /// The number of the line, counted from 1.
    pub line: usize,
    /// What the review comes to; null where the line has a problem.
    pub grading: Option<Grading<'a>>,
    /// Every problem of the line; empty where it is graded.
    pub problems: Vec<Problem>,
}

/// Grades each line of NDJSON text. Blank lines are passed over.
///
/// ```
/// use ehcp_qa_core::{Framework, grading::grade_lines};
///
/// let text = "{\"framework\": \"shropshire-2023\"}\n{";
/// let mut graded = Vec::new();
/// grade_lines(&Framework::built_in(), text, |line| {
///     graded.push((line.line, line.grading.is_some(), line.problems.len()));
/// });
/// assert_eq!(graded, [(1, true, 0), (2, false, 1)]);
/// ```
pub fn grade_lines(framework: &Arc<Framework>, text: &str, mut each: impl FnMut(&GradedLine)) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (place, text) in text.lines().enumerate() {
        if text.trim().is_empty() {
            continue;
        }
        let line = place + 1;
        match Review::from_json(framework, text) {
            Ok(review) => {
                let grading = Some(grade(&review));
                each(&GradedLine { line, grading, problems: Vec::new() });
            }
            Err(problems) => each(&GradedLine { line, grading: None, problems }),
        }
    }
}
