//! The committed schemas: valid themselves, true of their examples, closed, and in agreement with the engine.

mod closed;
mod committed;
mod documents;
mod frameworks;
mod messages;
mod other_frameworks;
mod reviews;
mod summaries;

use ehcp_qa_core::{Framework, Review};
use jsonschema::{Validator, draft202012};
use serde_json::{Value, json};

const FRAMEWORK: &str = include_str!("../../framework.schema.json");

const REVIEW: &str = include_str!("../../review.schema.json");

const ASSESSMENT: &str = include_str!("../../assessment.schema.json");

const GRADED_LINE: &str = include_str!("../../graded-line.schema.json");

const GRADING: &str = include_str!("../../grading.schema.json");

const LEXICON: &str = include_str!("../../lexicon.schema.json");

const LEARNED_WEIGHTS: &str = include_str!("../../learned-weights.schema.json");

const MESSAGES: &str = include_str!("../../messages.schema.json");

const CONTEXT: &str = include_str!("../../wording-context.schema.json");

const LINT: &str = include_str!("../../lint.schema.json");

const PLAN_DOCUMENT: &str = include_str!("../../plan-document.schema.json");

const SECTION_CHOICES: &str = include_str!("../../section-choices.schema.json");

const NEW_COMMENT: &str = include_str!("../../new-comment.schema.json");

const PLAN_ITEMS: &str = include_str!("../../plan-items.schema.json");

const THREAD_PLAN: &str = include_str!("../../thread-plan.schema.json");

const THREAD: &str = include_str!("../../thread.schema.json");

const TIMESCALES: &str = include_str!("../../timescales.schema.json");

const DEADLINES: &str = include_str!("../../deadlines.schema.json");

const FEEDBACK: &str = include_str!("../../feedback.schema.json");

const FEEDBACK_CHECK: &str = include_str!("../../feedback-check.schema.json");

const CASE: &str = include_str!("../../case.schema.json");

const CASE_STATUS: &str = include_str!("../../case-status.schema.json");

const SAMPLE_REQUEST: &str = include_str!("../../sample-request.schema.json");

const SAMPLE: &str = include_str!("../../sample.schema.json");

const SAMPLE_WHY: &str = include_str!("../../sample-why.schema.json");

const AGREEMENT: &str = include_str!("../../agreement.schema.json");

const AGREEMENT_FIGURES: &str = include_str!("../../agreement-figures.schema.json");

const SUMMARY_RECORD: &str = include_str!("../../summary-record.schema.json");

const FAMILY_FEEDBACK: &str = include_str!("../../family-feedback.schema.json");

const SHEET_MAP: &str = include_str!("../../sheet-map.schema.json");

const SUMMARY: &str = include_str!("../../summary.schema.json");

const REPORT: &str = include_str!("../../report.schema.json");

const LEARNING: &str = include_str!("../../learning.schema.json");

const SHEET_VIEW: &str = include_str!("../../sheet-view.schema.json");

const SHEET_RECORDS: &str = include_str!("../../sheet-records.schema.json");

const PLAN_CONTEXT: &str = include_str!("../../plan-context.schema.json");

const PLAN_CHECK: &str = include_str!("../../plan-check.schema.json");

const PLAN_COMPARISON: &str = include_str!("../../plan-comparison.schema.json");

const ADVICE_DOCUMENT: &str = include_str!("../../advice-document.schema.json");

const ADVICE_CONTEXT: &str = include_str!("../../advice-context.schema.json");

const ADVICE_QUESTIONS: &str = include_str!("../../advice-questions.schema.json");

const COVERAGE_CHOICES: &str = include_str!("../../coverage-choices.schema.json");

const ADVICE_CHECK: &str = include_str!("../../advice-check.schema.json");

const COVERAGE: &str = include_str!("../../coverage.schema.json");

/// Every schema, by name, in the order in which they are made.
const ALL: [(&str, &str); 44] = [
    ("framework", FRAMEWORK),
    ("review", REVIEW),
    ("lexicon", LEXICON),
    ("learned-weights", LEARNED_WEIGHTS),
    ("messages", MESSAGES),
    ("wording-context", CONTEXT),
    ("section-choices", SECTION_CHOICES),
    ("plan-context", PLAN_CONTEXT),
    ("new-comment", NEW_COMMENT),
    ("advice-document", ADVICE_DOCUMENT),
    ("advice-context", ADVICE_CONTEXT),
    ("advice-questions", ADVICE_QUESTIONS),
    ("coverage-choices", COVERAGE_CHOICES),
    ("thread-plan", THREAD_PLAN),
    ("timescales", TIMESCALES),
    ("case", CASE),
    ("sample-request", SAMPLE_REQUEST),
    ("agreement", AGREEMENT),
    ("summary-record", SUMMARY_RECORD),
    ("family-feedback", FAMILY_FEEDBACK),
    ("sheet-map", SHEET_MAP),
    ("assessment", ASSESSMENT),
    ("graded-line", GRADED_LINE),
    ("grading", GRADING),
    ("lint", LINT),
    ("plan-document", PLAN_DOCUMENT),
    ("plan-check", PLAN_CHECK),
    ("plan-comparison", PLAN_COMPARISON),
    ("advice-check", ADVICE_CHECK),
    ("coverage", COVERAGE),
    ("plan-items", PLAN_ITEMS),
    ("thread", THREAD),
    ("deadlines", DEADLINES),
    ("feedback", FEEDBACK),
    ("feedback-check", FEEDBACK_CHECK),
    ("case-status", CASE_STATUS),
    ("sample", SAMPLE),
    ("sample-why", SAMPLE_WHY),
    ("agreement-figures", AGREEMENT_FIGURES),
    ("summary", SUMMARY),
    ("report", REPORT),
    ("learning", LEARNING),
    ("sheet-view", SHEET_VIEW),
    ("sheet-records", SHEET_RECORDS),
];

const BUILT_IN: &str = include_str!("../../../core/frameworks/shropshire-2023.json");

const SMALL: &str = include_str!("../../../core/tests/small-framework.json");

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn validator(schema: &str) -> Validator {
    draft202012::new(&parse(schema)).unwrap()
}

#[track_caller]
fn check_valid(validator: &Validator, document: &Value) {
    let errors: Vec<_> = validator
        .iter_errors(document)
        .map(|error| format!("{}: {error:.300}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// The places of all objects in a document, as JSON Pointers.
fn objects(document: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.push(at.to_owned());
                for (name, value) in fields {
                    walk(value, &format!("{at}/{name}"), found);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    walk(value, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}

/// A valid review, to be changed.
fn full_review() -> Value {
    json!({
        "framework": "shropshire-2023",
        "plan": {"reference": "P-1", "stage": "final", "year_group": 9, "age": 14, "health_needs": true},
        "review": {"level": 2, "reviewer": {"role": "Officer", "id": "O-1"}, "date": "2023-11-06"},
        "criteria": {"complies": "met", "writing": "mostly_well_written"},
        "sections": {
            "A": {"descriptors": {"A1": "yes"}, "score": 3, "strengths": "S", "rationale": "R"},
            "overall": {"descriptors": {"overall.1": "yes"}, "score": 2},
        },
    })
}

/// The full review with one value put in or added.
#[track_caller]
fn with(pointer: &str, value: Value) -> Value {
    let mut document = full_review();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[key] = value;
    document
}

/// Whether the engine and the schema accept a document.
fn judge(validator: &Validator, document: &Value) -> (bool, bool) {
    let read = Review::from_json(&Framework::built_in(), &document.to_string());
    (read.is_ok(), validator.is_valid(document))
}
