//! The list of the schemas.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use serde_json::{Value, json};

#[cfg(feature = "types")]
use crate::{made, opened};
use crate::{many, plan};

/// How a schema under a framework is made.
type Make = fn(&Arc<Framework>) -> Value;

/// The documents that people write, under any framework.
const WRITTEN: [(&str, Make); 21] = [
    ("framework", |_| plan::framework_schema()),
    ("review", plan::review_schema),
    ("lexicon", |_| plan::lexicon_schema()),
    ("learned-weights", |_| plan::learned_weights_schema()),
    ("messages", |_| plan::messages_schema()),
    ("wording-context", |_| plan::wording_context_schema()),
    ("section-choices", |_| plan::section_choices_schema()),
    ("plan-context", |_| plan::plan_context_schema()),
    ("new-comment", |_| plan::new_comment_schema()),
    ("advice-document", |_| plan::advice_document_schema()),
    ("advice-context", |_| plan::advice_context_schema()),
    ("advice-questions", |_| plan::advice_questions_schema()),
    ("coverage-choices", |_| plan::coverage_choices_schema()),
    ("thread-plan", |_| plan::thread_plan_schema()),
    ("timescales", |_| plan::timescales_schema()),
    (CASE, |framework| many::case_schema(framework)),
    (SAMPLE_REQUEST, |framework| many::sample_request_schema(framework)),
    ("agreement", |framework| many::agreement_schema(framework)),
    ("summary-record", many::summary_record_schema),
    (FAMILY_FEEDBACK, |framework| many::family_feedback_schema(framework)),
    ("sheet-map", |framework| many::sheet_map_schema(framework)),
];

const CASE: &str = "case";
const SAMPLE_REQUEST: &str = "sample-request";
const FAMILY_FEEDBACK: &str = "family-feedback";

/// The schemas of the documents that people write before they are closed, as `open.ndjson` has them.
#[cfg(feature = "types")]
#[must_use]
pub fn open_schemas() -> String {
    WRITTEN.iter().filter_map(|(name, _)| opened::line(name)).collect()
}

/// What the engine makes, under a framework that has what the examples use.
#[cfg(feature = "types")]
const MADE: [(&str, Make); 23] = [
    ("assessment", made::assessment_schema),
    ("graded-line", made::graded_line_schema),
    ("grading", made::grading_schema),
    ("lint", |_| made::lint_schema()),
    ("plan-document", |_| made::plan_document_schema()),
    ("plan-check", |framework| made::plan_check_schema(framework)),
    ("plan-comparison", |_| made::plan_comparison_schema()),
    ("advice-check", |framework| made::advice_check_schema(framework)),
    ("coverage", |framework| made::coverage_schema(framework)),
    ("plan-items", |_| made::plan_items_schema()),
    ("thread", |framework| made::thread_schema(framework)),
    ("deadlines", |framework| made::deadlines_schema(framework)),
    ("feedback", made::feedback_schema),
    ("feedback-check", made::feedback_check_schema),
    ("case-status", |framework| made::case_status_schema(framework)),
    ("sample", |framework| made::sample_schema(framework)),
    ("sample-why", |framework| made::sample_why_schema(framework)),
    ("agreement-figures", |framework| made::agreement_figures_schema(framework)),
    ("summary", made::summary_schema),
    ("report", made::report_schema),
    ("learning", made::learning_schema),
    ("sheet-view", made::sheet_view_schema),
    ("sheet-records", made::sheet_records_schema),
];

/// All schemas under the built-in framework, each with its name, as they are committed.
#[cfg(feature = "types")]
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    schemas_of(&Framework::built_in())
}

/// All schemas under a framework that has what the examples use.
#[cfg(feature = "types")]
#[must_use]
pub fn schemas_of(framework: &Arc<Framework>) -> Vec<(&'static str, Value)> {
    let all = WRITTEN.iter().chain(&MADE);
    all.map(|(name, make)| (*name, closed(framework, *make))).collect()
}

/// The names of the schemas that are closed over any framework: those of the documents that people write under it. Of
/// a part that it leaves out there are no documents.
pub fn closed_names(framework: &Framework) -> impl Iterator<Item = &'static str> {
    let names = WRITTEN.iter().map(|(name, _)| *name);
    names.filter(|name| has_documents(framework, name))
}

/// The schema of this name, closed over the ids of a framework. There is none where a framework has no such documents.
#[must_use]
pub fn closed_schema(framework: &Arc<Framework>, name: &str) -> Option<Value> {
    let (_, make) = WRITTEN.iter().find(|(of, _)| *of == name)?;
    has_documents(framework, name).then(|| closed(framework, *make))
}

/// The schemas that are closed over any framework, each with its name.
#[must_use]
pub fn closed_schemas(framework: &Arc<Framework>) -> Vec<(&'static str, Value)> {
    let names = closed_names(framework);
    names.filter_map(|name| Some((name, closed_schema(framework, name)?))).collect()
}

fn has_documents(framework: &Framework, name: &str) -> bool {
    match name {
        CASE => framework.process().is_some(),
        FAMILY_FEEDBACK => framework.families().is_some(),
        SAMPLE_REQUEST => framework.sampling().is_some(),
        _ => true,
    }
}

fn closed(framework: &Arc<Framework>, make: Make) -> Value {
    let mut schema = make(framework);
    close_scores(framework, &mut schema);
    schema
}

/// Closes the scores of a schema over those of the framework's scale.
fn close_scores(framework: &Framework, schema: &mut Value) {
    let Some(score) = schema.pointer_mut("/$defs/Score") else { return };
    let scores: Vec<_> = framework.scores().collect();
    if scores.is_empty() {
        *score = json!({"description": "A score: the framework has none.", "not": {}});
        return;
    }
    let names: Vec<&str> = scores.iter().map(|score| framework.grade_name(*score)).collect();
    *score = json!({
        "description": format!("A grade: {}.", names.join(", ")),
        "type": "integer",
        "enum": scores.iter().map(|score| score.number()).collect::<Vec<_>>(),
    });
}

/// A schema as its file has it.
#[must_use]
pub fn text(schema: &Value) -> String {
    // A Value always serialises.
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}
