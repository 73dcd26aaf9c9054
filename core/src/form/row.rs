//! The header of a form as one row of a spreadsheet.

use super::feedback::Feedback;
use super::print::{chosen, written};
use crate::framework::{FormField, Framework, PrintedForm};

/// A cell of the row: its heading, as the form prints it, and what is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCell {
    /// The label of the field. One that stands twice on the form has the label before it too.
    pub heading: String,
    /// What is filled in; empty where nothing is.
    pub value: String,
}

/// The header of a form as one row, with a cell for each of its fields in printed order. A framework without such a
/// form has none.
///
/// ```
/// use ehcp_qa_core::form::{feedback_from, header_row};
/// use ehcp_qa_core::{Framework, Review};
///
/// let framework = Framework::built_in();
/// let review = r#"{"framework": "shropshire-2023", "sections": {"overall": {"score": 2}}}"#;
/// let review = Review::from_json(&framework, review).unwrap();
/// let row = header_row(&framework, &feedback_from(&review, &[]).unwrap());
/// let rating = row.iter().find(|cell| cell.heading == "Overall QA RAG rating").unwrap();
/// assert_eq!(rating.value, "2 Good");
/// ```
#[must_use]
pub fn header_row(framework: &Framework, form: &Feedback) -> Vec<RowCell> {
    let Some(printed) = framework.feedback_form() else { return Vec::new() };
    let mut row = Vec::new();
    let mut before = "";
    for field in &printed.fields {
        let label = label(&field.label);
        let heading = if stands_once(&printed, label) || before.is_empty() {
            label.to_owned()
        } else {
            [before, ": ", label].concat()
        };
        match &field.columns {
            None => row.push(RowCell { heading, value: value(framework, form, field, 0) }),
            Some(columns) => {
                row.extend(columns.iter().enumerate().map(|(number, column)| RowCell {
                    heading: [&heading, ": ", column].concat(),
                    value: value(framework, form, field, number),
                }));
            }
        }
        before = label;
    }
    row
}

/// The choice that is made in a field, or what is written in it.
fn value(framework: &Framework, form: &Feedback, field: &FormField, column: usize) -> String {
    let option = chosen(framework, form, field, column);
    let option = option.and_then(|number| field.options.as_ref()?.get(number));
    option.cloned().unwrap_or_else(|| written(framework, form, field))
}

/// A label without the signs that lead to what is written behind it.
fn label(label: &str) -> &str {
    label.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–'))
}

fn stands_once(form: &PrintedForm, text: &str) -> bool {
    form.fields.iter().filter(|field| label(&field.label) == text).count() == 1
}
