//! An empty sheet: its headings, and what may be chosen below each.

use super::field::{FieldKind, field_at, usual_fields};
use crate::framework::Framework;

/// A column of an empty sheet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct TemplateColumn {
    /// Its heading, for which [`propose`](super::propose) proposes its field.
    pub heading: String,
    /// The field of a record that it holds, as a JSON Pointer.
    pub field: String,
    /// What stands in it.
    pub values: TemplateValues,
}

/// What stands in a column of an empty sheet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TemplateValues {
    /// One of these words.
    Choice(
        /// The words.
        Vec<String>,
    ),
    /// A date.
    Date,
    /// A text.
    Text,
}

/// The columns of an empty sheet for the records of a framework.
#[must_use]
pub fn template(framework: &Framework) -> Vec<TemplateColumn> {
    let columns = usual_fields(framework).into_iter().filter_map(|(at, heading)| {
        let field = field_at(framework, &at)?;
        let values = match field.kind {
            FieldKind::Words | FieldKind::YearGroup => {
                let labels = field.words.iter().map(|word| word.label.clone());
                TemplateValues::Choice(labels.collect())
            }
            FieldKind::Date => TemplateValues::Date,
            FieldKind::Number | FieldKind::Name | FieldKind::Text => TemplateValues::Text,
        };
        Some(TemplateColumn { heading, field: at, values })
    });
    columns.collect()
}
