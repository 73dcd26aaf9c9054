//! The schemas of documents about many plans, and of the process around one.

use std::sync::Arc;

use ehcp_qa_core::agreement::{Agreement, Matrix};
use ehcp_qa_core::case::{Case, CaseEvent, CaseEventKind};
use ehcp_qa_core::sample::{Draw, SampleMode, SamplePlan, SampleRequest};
use ehcp_qa_core::sheet::SheetMap;
use ehcp_qa_core::summary::{
    FamilyFeedback, KNOWN_DIMENSIONS, MOST_DIMENSIONS, PlanFacts, SummaryRecord,
};
use ehcp_qa_core::{Framework, MOST_REFERENCE};
use serde_json::{Map, Value, json};

use crate::draft::{Draft, Part};
use crate::examples::{EVENTS, MATRIX, PLANS, RECORD, RESPONSES, SHEET_MAP};
use crate::plan::{review_example, review_schema, value};

/// What an id is.
pub(crate) const ID: &str = "^[A-Za-z0-9_.-]{1,64}$";

/// The schema of the events of a case. Conditions say which kind of event has which fields.
pub(crate) fn case_schema(framework: &Framework) -> Value {
    let mut draft = Draft::open("case");
    let with = |has: fn(CaseEventKind) -> bool, field: &str| {
        let kinds = CaseEventKind::ALL.iter().filter(|kind| has(**kind));
        let kinds: Vec<&str> = kinds.map(|kind| kind.word()).collect();
        json!({
            "if": {"properties": {"kind": {"enum": kinds}}},
            "then": given(field),
            "else": not_given(field),
        })
    };
    let fields =
        json!([with(CaseEventKind::has_score, "score"), with(CaseEventKind::has_extent, "extent")]);
    draft.part::<CaseEvent>().keyword("allOf", fields);
    let fitting = Case::from_json(framework, EVENTS).is_ok().then(|| value(EVENTS));
    draft.with_examples(&Vec::from_iter(fitting))
}

/// A field must be given. Null is as good as not given, here as everywhere.
fn given(field: &str) -> Value {
    json!({"required": [field], "properties": {field: {"not": {"type": "null"}}}})
}

/// A field must not be given.
fn not_given(field: &str) -> Value {
    json!({"properties": {field: {"type": "null"}}})
}

/// The schema of what a sample is drawn from, closed over the purposes and phases of one framework.
pub(crate) fn sample_request_schema(framework: &Framework) -> Value {
    let mut draft = Draft::open("sample-request");
    let reading = framework.sampling();
    let (purposes, phases) = reading
        .map(|reading| (reading.purposes.clone(), reading.phases.clone()))
        .unwrap_or_default();
    let ids: Vec<_> = purposes.iter().map(|purpose| &purpose.id).collect();
    draft.part::<SampleRequest>().field("purpose").keyword("enum", json!(ids));
    let reference = draft.part::<SamplePlan>().field("reference");
    reference.keyword("minLength", json!(1)).keyword("maxLength", json!(MOST_REFERENCE));
    let ids = phases.iter().map(|phase| json!(phase.id)).chain([Value::Null]);
    draft.part::<SamplePlan>().field("phase").keyword("enum", ids.collect());
    let is = |field: &str, words: Vec<&String>| json!({"properties": {field: {"enum": words}}});
    let mode = |mode: SampleMode| json!({"properties": {"mode": {"const": mode.word()}}});
    let without_rate = purposes.iter().filter(|purpose| purpose.rate.is_none());
    let without_rate = without_rate.map(|purpose| &purpose.id).collect();
    let by_phase = purposes.iter().filter(|purpose| purpose.by_phase);
    let by_phase = by_phase.map(|purpose| &purpose.id).collect();
    let placed = json!({"anyOf": [given("phase"), given("year_group")]});
    let conditions = json!([
        {"if": mode(SampleMode::Rate), "then": not_given("quota")},
        {"if": mode(SampleMode::Quota), "then": {"allOf": [given("quota"), not_given("rate")]}},
        {
            "if": {"allOf": [mode(SampleMode::Rate), is("purpose", without_rate)]},
            "then": given("rate"),
        },
        {
            "if": is("purpose", by_phase),
            "then": {"properties": {"plans": {"items": placed}}},
        },
    ]);
    draft.part::<SampleRequest>().keyword("allOf", conditions);
    let fitting = PLANS.into_iter().filter(|plans| Draw::from_json(framework, plans).is_ok());
    draft.with_examples(&fitting.map(value).collect::<Vec<_>>())
}

/// The schema of how often two graders gave which two grades.
pub(crate) fn agreement_schema(framework: &Framework) -> Value {
    let mut draft = Draft::open("agreement");
    let matrix = close_matrix(draft.part::<Matrix>(), framework);
    matrix.items().items().keyword("maximum", json!(u32::MAX));
    let counted = Agreement::from_json(framework, MATRIX);
    draft.with_examples(&[counted.unwrap_or_else(|_| Agreement::new(framework))])
}

/// Closes a table over the grades of a framework: each has a row and a column.
pub(crate) fn close_matrix<'a>(matrix: Part<'a>, framework: &Framework) -> Part<'a> {
    let grades = framework.grade_ids().count();
    matrix.of_length(grades).each(|row| row.of_length(grades))
}

/// The schema of one plan as a summary counts it. Its review has the schema of a review.
pub(crate) fn summary_record_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::open("summary-record");
    let mut review = review_schema(framework);
    let review_fields = review.as_object_mut().expect("a schema is an object");
    for name in ["$schema", "$id", "examples"] {
        review_fields.remove(name);
    }
    let definitions = review_fields.remove("$defs").expect("a review has definitions");
    draft
        .part::<PlanFacts>()
        .keyword("description", json!("A review of one plan, and what else is known of it."))
        .add_field("review", review)
        .keyword("required", json!(["review"]));
    for (name, definition) in definitions.as_object().into_iter().flatten() {
        draft.define(name, definition.clone());
    }
    // Null is as good as not given, here as everywhere.
    let or_null = |kind: &str| json!([kind, "null"]);
    let names = json!({"pattern": ID, "not": {"enum": KNOWN_DIMENSIONS}});
    let dimensions = draft.part::<PlanFacts>().field("dimensions");
    let dimensions = dimensions.keyword("propertyNames", names);
    let value_of_dimension = dimensions.keyword("maxProperties", json!(MOST_DIMENSIONS)).values();
    value_of_dimension.keyword("type", or_null("string")).keyword("pattern", json!(ID));
    let sections: Vec<&str> = framework.section_ids().collect();
    let wording = draft.part::<PlanFacts>().field("wording");
    let rules = wording.keyword("propertyNames", json!({"enum": sections})).values();
    let rules = rules.keyword("type", or_null("object"));
    let count = rules.keyword("propertyNames", json!({"pattern": ID})).values();
    count.keyword("type", or_null("integer"));
    let phases = framework.sampling().map(|reading| reading.phases.as_slice()).unwrap_or_default();
    let phases = phases.iter().map(|phase| json!(phase.id)).chain([Value::Null]);
    draft.part::<PlanFacts>().field("phase").keyword("enum", phases.collect());
    let rules: Vec<&str> = framework.thread_rule_ids().collect();
    let thread = draft.part::<PlanFacts>().field("thread");
    let count = thread.keyword("propertyNames", json!({"enum": rules})).values();
    count.keyword("type", or_null("integer"));
    let is_one = SummaryRecord::from_json(framework, RECORD).is_ok();
    let other = || json!({"review": review_example(framework)});
    draft.with_examples(&[if is_one { value(RECORD) } else { other() }])
}

/// The schema of what a family says. A response has the questions and answers of its survey.
pub(crate) fn family_feedback_schema(framework: &Framework) -> Value {
    let mut draft = Draft::open("family-feedback");
    let surveys = framework.families().map(|families| families.surveys.as_slice());
    let surveys = surveys.unwrap_or_default();
    let either = json!({"if": given("answers"), "then": not_given("sent"), "else": given("sent")});
    let mut conditions = vec![either];
    for survey in surveys {
        let labels: Vec<&str> = survey.answers.iter().map(|answer| answer.id.as_str()).collect();
        let answers: Vec<Value> = labels.iter().map(|id| json!(id)).chain([Value::Null]).collect();
        let questions = survey.questions.iter().map(|question| {
            (question.id.clone(), json!({"description": question.text, "enum": answers}))
        });
        let questions: Map<String, Value> = questions.collect();
        conditions.push(json!({
            "if": {"properties": {"survey": {"const": survey.id}}},
            "then": {"properties": {"answers": {
                "properties": questions,
                "additionalProperties": false,
            }}},
        }));
    }
    let ids: Vec<&str> = surveys.iter().map(|survey| survey.id.as_str()).collect();
    draft.part::<FamilyFeedback>().field("framework").keyword("const", json!(framework.id()));
    draft.part::<FamilyFeedback>().field("survey").keyword("enum", json!(ids));
    let answer = draft.part::<FamilyFeedback>().field("answers").values();
    answer.keyword("type", json!(["string", "null"]));
    draft.part::<FamilyFeedback>().keyword("allOf", Value::Array(conditions));
    let fitting = RESPONSES.into_iter();
    let fitting = fitting.filter(|text| FamilyFeedback::from_json(framework, text).is_ok());
    draft.with_examples(&fitting.map(value).collect::<Vec<_>>())
}

/// The schema of the map of a sheet.
pub(crate) fn sheet_map_schema(framework: &Framework) -> Value {
    let draft = Draft::open("sheet-map");
    let fitting = SheetMap::from_json(framework, SHEET_MAP).is_ok().then(|| value(SHEET_MAP));
    draft.with_examples(&Vec::from_iter(fitting))
}
