//! The schemas of documents about many plans, and of the process around one.

use std::sync::Arc;

use ehcp_qa_core::agreement::{Agreement, AgreementFigures, Matrix, figures};
use ehcp_qa_core::case::{Case, CaseDocument, CaseEvent, CaseEventKind, CaseStatus, status};
use ehcp_qa_core::learning::{Learning, draft as draft_learning};
use ehcp_qa_core::sample::{
    Draw, Sample, SampleMode, SamplePlan, SampleReason, SampleRequest, reason, sample,
};
use ehcp_qa_core::sheet::SheetMap;
use ehcp_qa_core::summary::{
    ByGrade, DescriptorCounts, FindingCounts, HiddenBelow, KNOWN_DIMENSIONS, MOST_DIMENSIONS,
    PlanFacts, Report, RuleCounts, Scores, Summary, SummaryRecord, report,
};
use ehcp_qa_core::{Framework, MOST_REFERENCE};
use serde_json::{Value, json};

use crate::draft::{Draft, Part};
use crate::examples::{EVENTS, MATRIX, MISFIT, PLANS, RECORD, SHEET_MAP};
use crate::plan::{review_example, review_schema, value};

/// What an id is.
const ID: &str = "^[A-Za-z0-9_.-]{1,64}$";

/// The schema of the events of a case. Conditions say which kind of event has which fields.
pub(crate) fn case_schema(framework: &Framework) -> Value {
    let mut draft = Draft::of::<CaseDocument>("case", "The events of one case");
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

/// The schema of where a case stands.
pub(crate) fn case_status_schema(framework: &Framework) -> Value {
    let draft = Draft::of::<CaseStatus<'static>>("case-status", "Where a case stands");
    let refused = EVENTS.replace("\n]}", &[",", MISFIT, "]}"].concat());
    let cases = [EVENTS, &refused].map(|events| {
        Case::from_json(framework, events).expect("the example is the events of a case")
    });
    let examples =
        cases.each_ref().map(|case| status(framework, case).expect("the framework has a process"));
    draft.with_examples(&examples)
}

/// The schema of what a sample is drawn from, closed over the purposes and phases of one framework.
pub(crate) fn sample_request_schema(framework: &Framework) -> Value {
    let title = "What a sample is drawn for, how, and from which plans";
    let mut draft = Draft::of::<SampleRequest>("sample-request", title);
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

/// The schema of a sample.
pub(crate) fn sample_schema(framework: &Framework) -> Value {
    let draft = Draft::of::<Sample<'static>>("sample", "A sample of plans");
    let draws = draws(framework);
    draft.with_examples(&draws.each_ref().map(sample))
}

/// The schema of why a plan is drawn, or is not.
pub(crate) fn sample_why_schema(framework: &Framework) -> Value {
    let title = "Why a plan is drawn, or is not";
    let draft = Draft::of::<SampleReason<'static>>("sample-why", title);
    let draws = draws(framework);
    draft.with_examples(&draws.each_ref().map(|draw| reason(draw, "P-0417")))
}

fn draws(framework: &Framework) -> [Draw; 2] {
    PLANS.map(|request| Draw::from_json(framework, request).expect("the example is a request"))
}

/// The schema of how often two graders gave which two grades.
pub(crate) fn agreement_schema(framework: &Framework) -> Value {
    let title = "How often two graders gave which two grades";
    let mut draft = Draft::of::<Agreement>("agreement", title);
    let matrix = close_matrix(draft.part::<Matrix>(), framework);
    matrix.items().items().keyword("maximum", json!(u32::MAX));
    let counted = Agreement::from_json(framework, MATRIX);
    draft.with_examples(&[counted.unwrap_or_else(|_| Agreement::new(framework))])
}

/// Closes a table over the grades of a framework: each has a row and a column.
fn close_matrix<'a>(matrix: Part<'a>, framework: &Framework) -> Part<'a> {
    let grades = framework.grade_ids().count();
    matrix.of_length(grades).each(|row| row.of_length(grades))
}

/// The schema of how far two graders agree.
pub(crate) fn agreement_figures_schema(framework: &Framework) -> Value {
    let mut draft = Draft::of::<AgreementFigures>("agreement-figures", "How far two graders agree");
    close_matrix(draft.part::<AgreementFigures>().field("matrix"), framework);
    let counted = Agreement::from_json(framework, MATRIX).expect("the example is counts");
    let examples = [counted, Agreement::new(framework)];
    draft.with_examples(&examples.map(|counts| figures(framework, &counts)))
}

/// The schema of one plan as a summary counts it. Its review has the schema of a review.
pub(crate) fn summary_record_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::of::<PlanFacts>("summary-record", "A plan as a summary counts it");
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

/// The schema of the map of a sheet.
pub(crate) fn sheet_map_schema(framework: &Framework) -> Value {
    let title = "Which field of a record each column of a sheet holds";
    let draft = Draft::of::<SheetMap>("sheet-map", title);
    let fitting = SheetMap::from_json(framework, SHEET_MAP).is_ok().then(|| value(SHEET_MAP));
    draft.with_examples(&Vec::from_iter(fitting))
}

/// The schema of a summary under one framework.
pub(crate) fn summary_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::of::<Summary>("summary", "Counts over the plans of one framework");
    draft.part::<Summary>().field("framework").keyword("const", json!(framework.id()));
    let grades = grades(framework);
    let recorded = json!("How often each grade was recorded.");
    draft.part::<Scores>().with_entries(&grades).keyword("description", recorded);
    let after = json!("The grades after, by the grade before.");
    draft.part::<ByGrade<Scores>>().with_entries(&grades).keyword("description", after);
    close_matrix(draft.part::<Matrix>(), framework);
    let sections: Vec<&str> = framework.section_ids().collect();
    let descriptors: Vec<&str> = framework.descriptor_ids().map(|(id, _)| id).collect();
    let names = "propertyNames";
    for (field, ids) in
        [("sections", &sections), ("wording", &sections), ("descriptors", &descriptors)]
    {
        draft.part::<Summary>().field(field).keyword(names, json!({"enum": ids}));
    }
    let id = json!({"pattern": ID});
    let dimensions = draft.part::<Summary>().field("dimensions").keyword(names, id.clone());
    dimensions.values().keyword(names, id.clone());
    draft.part::<FindingCounts>().field("rules").keyword(names, id);
    let phases = framework.sampling().map(|reading| reading.phases.as_slice());
    let phases: Vec<&str> =
        phases.unwrap_or_default().iter().map(|phase| phase.id.as_str()).collect();
    let phases = json!({"enum": phases});
    let not_met = draft.part::<DescriptorCounts>().field("not_met_by_phase");
    not_met.keyword(names, phases.clone());
    draft.part::<RuleCounts>().field("found_by_phase").keyword(names, phases);
    draft.with_examples(&[summary(framework, 1)])
}

/// The ids of the grades of a framework, best first, and what each is called.
fn grades(framework: &Framework) -> Vec<(&str, String)> {
    let printed = framework.document().wording.scale.map(|scale| scale.grades).unwrap_or_default();
    let called = |id: &str| {
        let grade = printed.iter().find(|grade| match &grade.id {
            Some(of) => of.0 == id,
            None => grade.score.number().to_string() == id,
        });
        grade.map(|grade| format!("{}.", grade.label)).unwrap_or_default()
    };
    framework.grade_ids().map(|id| (id, called(id))).collect()
}

/// The schema of what is shown of a summary.
pub(crate) fn report_schema(framework: &Arc<Framework>) -> Value {
    let draft = Draft::of::<Report>("report", "What is shown of a summary");
    draft.with_examples(&[seven_plans(framework)])
}

/// The schema of the form that sums up what was learnt, under one framework.
pub(crate) fn learning_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::of::<Learning>("learning", "What was learnt in one session");
    draft.part::<Learning>().field("framework").keyword("const", json!(framework.id()));
    let drafted = draft_learning(framework, &seven_plans(framework));
    draft.with_examples(&[drafted.expect("the framework has the form")])
}

/// The report on seven like plans. With fewer than five, every count would be hidden.
fn seven_plans(framework: &Arc<Framework>) -> Report {
    report(framework, &summary(framework, 7), HiddenBelow::USUAL)
}

/// The example of a record, counted several times.
fn summary(framework: &Arc<Framework>, times: usize) -> Summary {
    let record = SummaryRecord::from_json(framework, RECORD).expect("the example is a record");
    let mut summary = Summary::new(framework);
    for _ in 0..times {
        summary.add(&record).expect("the counts are small");
    }
    summary
}
