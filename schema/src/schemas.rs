//! The list of the schemas.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use serde_json::{Value, json};

use crate::{many, plan};

/// The schemas by file name, as they are committed.
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    schemas_of(&Framework::shropshire_2023())
}

/// The schemas of documents under a framework that has what the examples use.
#[must_use]
pub fn schemas_of(framework: &Arc<Framework>) -> Vec<(&'static str, String)> {
    let schemas = [
        ("framework.schema.json", plan::framework_schema()),
        ("review.schema.json", plan::review_schema(framework)),
        ("assessment.schema.json", plan::assessment_schema(framework)),
        ("graded-line.schema.json", plan::graded_line_schema(framework)),
        ("grading.schema.json", plan::grading_schema(framework)),
        ("lexicon.schema.json", plan::lexicon_schema()),
        ("learned-weights.schema.json", plan::learned_weights_schema()),
        ("messages.schema.json", plan::messages_schema()),
        ("wording-context.schema.json", plan::wording_context_schema()),
        ("lint.schema.json", plan::lint_schema()),
        ("plan-document.schema.json", plan::plan_document_schema()),
        ("section-choices.schema.json", plan::section_choices_schema()),
        ("plan-context.schema.json", plan::plan_context_schema()),
        ("plan-check.schema.json", plan::plan_check_schema(framework)),
        ("new-comment.schema.json", plan::new_comment_schema()),
        ("plan-comparison.schema.json", plan::plan_comparison_schema()),
        ("plan-items.schema.json", plan::plan_items_schema()),
        ("thread-plan.schema.json", plan::thread_plan_schema()),
        ("thread.schema.json", plan::thread_schema(framework)),
        ("timescales.schema.json", plan::timescales_schema()),
        ("deadlines.schema.json", plan::deadlines_schema(framework)),
        ("feedback.schema.json", plan::feedback_schema(framework)),
        ("feedback-check.schema.json", plan::feedback_check_schema(framework)),
        ("case.schema.json", many::case_schema(framework)),
        ("case-status.schema.json", many::case_status_schema(framework)),
        ("sample-request.schema.json", many::sample_request_schema(framework)),
        ("sample.schema.json", many::sample_schema(framework)),
        ("sample-why.schema.json", many::sample_why_schema(framework)),
        ("agreement.schema.json", many::agreement_schema(framework)),
        ("agreement-figures.schema.json", many::agreement_figures_schema(framework)),
        ("summary-record.schema.json", many::summary_record_schema(framework)),
        ("sheet-map.schema.json", many::sheet_map_schema(framework)),
        ("summary.schema.json", many::summary_schema(framework)),
        ("report.schema.json", many::report_schema(framework)),
        ("learning.schema.json", many::learning_schema(framework)),
    ];
    schemas.map(|(name, schema)| (name, closed(framework, schema))).into()
}

/// The schemas of the documents that people write, closed over the ids of any framework. A part that it leaves out has
/// no documents.
#[must_use]
pub fn schemas_closed_over(framework: &Arc<Framework>) -> Vec<(&'static str, String)> {
    let mut schemas = vec![
        ("framework.schema.json", plan::framework_schema()),
        ("review.schema.json", plan::review_schema(framework)),
        ("lexicon.schema.json", plan::lexicon_schema()),
        ("learned-weights.schema.json", plan::learned_weights_schema()),
        ("messages.schema.json", plan::messages_schema()),
        ("wording-context.schema.json", plan::wording_context_schema()),
        ("section-choices.schema.json", plan::section_choices_schema()),
        ("plan-context.schema.json", plan::plan_context_schema()),
        ("new-comment.schema.json", plan::new_comment_schema()),
        ("thread-plan.schema.json", plan::thread_plan_schema()),
        ("timescales.schema.json", plan::timescales_schema()),
        ("agreement.schema.json", many::agreement_schema(framework)),
        ("summary-record.schema.json", many::summary_record_schema(framework)),
        ("sheet-map.schema.json", many::sheet_map_schema(framework)),
    ];
    if framework.process().is_some() {
        schemas.push(("case.schema.json", many::case_schema(framework)));
    }
    if framework.sampling().is_some() {
        schemas.push(("sample-request.schema.json", many::sample_request_schema(framework)));
    }
    schemas.into_iter().map(|(name, schema)| (name, closed(framework, schema))).collect()
}

/// The text of a schema, closed over the scores of a framework.
fn closed(framework: &Framework, mut schema: Value) -> String {
    close_scores(framework, &mut schema);
    text(&schema)
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

fn text(schema: &Value) -> String {
    // A Value always serialises.
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}
