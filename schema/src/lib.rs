//! The JSON Schemas (2020-12) of ehcp-qa's documents, made from the Rust types.
//!
//! The schema of a review is closed over one framework: its sections, descriptors and criteria are
//! listed by id, so that a validator knows what the engine knows.

mod rules;

pub use rules::{rule_titles, rules_reference};

use ehcp_qa_core::MOST_REFERENCE;
use ehcp_qa_core::agreement::{Agreement, AgreementFigures, figures};
use ehcp_qa_core::case::{Case, CaseDocument, CaseEventKind, CaseStatus, MOST_EVENTS, status};
use ehcp_qa_core::form::{Feedback, FeedbackCheck, SectionText, check, feedback_from};
use ehcp_qa_core::framework::FrameworkDocument;
use ehcp_qa_core::learning::{Learning, draft};
use ehcp_qa_core::review::ReviewRecord;
use ehcp_qa_core::sample::{
    Draw, MOST_PLANS, Quota, Sample, SampleMode, SampleReason, SampleRequest, reason, sample,
};
use ehcp_qa_core::summary::{
    HIDDEN_BELOW, KNOWN_DIMENSIONS, MOST_DIMENSIONS, PlanFacts, Report, Summary, SummaryRecord,
    report,
};
use ehcp_qa_core::thread::{Thread, ThreadPlan, thread};
use ehcp_qa_core::timescale::{Deadline, Timescales};
use ehcp_qa_core::wording::{Lexicon, LexiconDocument, Lint, Linting, Utf16, lint_in};
use ehcp_qa_core::{Assessment, Framework, Grading, Review, assess, grade};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

/// A half-filled review of a fictional plan, shown as an example and assessed for another.
const EXAMPLE: &str = r#"{
    "framework": "shropshire-2023",
    "plan": {"reference": "P-0417", "stage": "draft", "year_group": 9, "health_needs": true},
    "review": {
        "level": 2,
        "reviewer": {"role": "Senior Case Officer", "id": "SCO-3"},
        "date": "2023-11-06"
    },
    "criteria": {"complies": "met", "writing": "mostly_well_written", "golden_thread": "not_met"},
    "sections": {
        "B": {"descriptors": {"B1": "yes", "B2": "yes", "B3": "no"}, "score": 3},
        "G": {"descriptors": {"G1": "no"}, "improvements": "Match each health need with provision."}
    }
}"#;

/// A made-up framework that is whole and small, shown as an example.
const SMALL_FRAMEWORK: &str = include_str!("../../core/tests/small-framework.json");

/// A lexicon that adds one rule to the built-in one.
const SMALL_LEXICON: &str = r#"{
    "id": "our-council", "edition": "2026", "language": "en-GB", "extends": "wording-2023",
    "words": [], "terms": [{"meaning": "who", "says": ["our outreach teacher~"]}],
    "rules": [{
        "id": "local-phrase", "title": "A phrase of ours", "sections": ["F"], "severity": "warning",
        "action": "reword", "message": "This phrase says little.", "why": "It has no amount.",
        "instead": "Who does what, and how often.",
        "cites": [{"basis": "interpretation", "place": "Our council"}],
        "example": "The usual package will be put in.", "near_miss": "The package was delivered.",
        "phrases": [{"says": ["the? usual package"]}]
    }]
}"#;

/// What a host knows of a fictional plan.
const CONTEXT: &str =
    r#"{"stage": "draft", "year_group": 9, "names": ["Amira"], "pronouns": "she"}"#;

/// Some items of a fictional plan: one thread that is whole, and a need that nothing answers.
const ITEMS: &str = r#"{"items": [
    {"id": "A1", "section": "A", "text": "Amira wants to travel to the shops on her own."},
    {"id": "K1", "section": "K", "text": "Educational psychologist, 4 March 2024."},
    {"id": "B1", "section": "B", "text": "Reads single words.", "links": ["K1", "F1", "E1"]},
    {"id": "C1", "section": "C", "text": "Has epilepsy.", "links": ["K2", "E1"]},
    {"id": "F1", "section": "F", "text": "Reads with an adult for 20 minutes each day.", "links": ["E1"]},
    {"id": "E1", "section": "E", "text": "Will be able to read a bus timetable.", "links": ["A1"]}
]}"#;

/// The dates of a fictional plan.
const DATES: &str = r#"{
    "received": "2024-01-01", "decided": "2024-02-12", "draft_sent": "2024-04-15",
    "issued": "2024-06-03", "exception": "closed_school"
}"#;

/// The events of a fictional case: below Good, amended, and graded again on both sides of Good.
const EVENTS: &str = r#"{"events": [
    {"kind": "draft_submitted", "date": "2024-03-01", "role": "case_officer", "by": "CO-7"},
    {"kind": "graded", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3", "score": 3},
    {"kind": "feedback_given", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3",
        "extent": "substantial"},
    {"kind": "amended", "date": "2024-03-08", "role": "case_officer", "by": "CO-7"},
    {"kind": "graded_again", "date": "2024-03-11", "role": "senior_case_officer", "by": "SCO-5", "score": 2},
    {"kind": "graded_again", "date": "2024-03-12", "role": "senior_case_officer", "by": "SCO-8", "score": 3}
]}"#;

/// An event at the end of them that does not fit.
const MISFIT: &str =
    r#"{"kind": "issued", "date": "2024-03-12", "role": "case_officer", "by": "CO-7"}"#;

/// What a sample of fictional plans is drawn from, by quota and by rate.
const PLANS: [&str; 2] = [
    r#"{
        "purpose": "strategic", "period": "2024-autumn", "mode": "quota", "quota": 1,
        "plans": [
            {"reference": "P-0417", "year_group": 9}, {"reference": "P-0418", "phase": "post_16"},
            {"reference": "P-0419", "year_group": 8}, {"reference": "P-0420", "year_group": 0}
        ]
    }"#,
    r#"{
        "purpose": "team_manager", "period": "2024-autumn", "mode": "rate",
        "plans": [{"reference": "P-0417"}, {"reference": "P-0418"}, {"reference": "P-0419"}]
    }"#,
];

/// The grades of two fictional graders.
const MATRIX: &str = r#"{"matrix": [[4, 1, 0, 0], [2, 11, 3, 0], [0, 2, 6, 1], [0, 0, 1, 2]]}"#;
/// What a summary counts of a fictional plan.
const RECORD: &str = r#"{
    "review": {
        "framework": "shropshire-2023",
        "plan": {"stage": "draft", "year_group": 9},
        "review": {"level": 2, "date": "2023-11-06"},
        "sections": {
            "F": {"descriptors": {"F2": "yes", "F3": "no"}, "score": 3},
            "overall": {"score": 2}
        }
    },
    "dates": {"received": "2023-09-01", "issued": "2024-01-19"},
    "regraded": {"before": 3, "after": 2},
    "graded_twice": {"first": 2, "second": 3},
    "dimensions": {"need": "autism", "setting": "special"},
    "wording": {"F": {"availability": 2}},
    "thread": {"thread-need-without-provision": 1}
}"#;

/// What an id is.
const ID: &str = "^[A-Za-z0-9_.-]{1,64}$";

const PROVISION: &str = "Amira will have access to speech and language therapy as required.";
const OUTCOME: &str = "By July 2027, Amira will be able to order a meal without adult help.";

/// The schemas by file name, as they are committed.
#[must_use]
pub fn schemas() -> Vec<(&'static str, String)> {
    let framework = Framework::shropshire_2023();
    vec![
        ("framework.schema.json", text(&framework_schema())),
        ("review.schema.json", text(&review_schema(&framework))),
        ("assessment.schema.json", text(&assessment_schema(&framework))),
        ("grading.schema.json", text(&grading_schema(&framework))),
        ("lexicon.schema.json", text(&lexicon_schema())),
        ("wording-context.schema.json", text(&wording_context_schema())),
        ("lint.schema.json", text(&lint_schema())),
        ("thread-plan.schema.json", text(&thread_plan_schema())),
        ("thread.schema.json", text(&thread_schema(&framework))),
        ("timescales.schema.json", text(&timescales_schema())),
        ("deadlines.schema.json", text(&deadlines_schema(&framework))),
        ("feedback.schema.json", text(&feedback_schema(&framework))),
        ("feedback-check.schema.json", text(&feedback_check_schema(&framework))),
        ("case.schema.json", text(&case_schema())),
        ("case-status.schema.json", text(&case_status_schema(&framework))),
        ("sample-request.schema.json", text(&sample_request_schema(&framework))),
        ("sample.schema.json", text(&sample_schema(&framework))),
        ("sample-why.schema.json", text(&sample_why_schema(&framework))),
        ("agreement.schema.json", text(&agreement_schema())),
        ("agreement-figures.schema.json", text(&agreement_figures_schema(&framework))),
        ("summary-record.schema.json", text(&summary_record_schema(&framework))),
        ("summary.schema.json", text(&summary_schema(&framework))),
        ("report.schema.json", text(&report_schema(&framework))),
        ("learning.schema.json", text(&learning_schema(&framework))),
    ]
}

fn text(schema: &Value) -> String {
    // A Value always serialises.
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}

/// The schema of any framework.
#[must_use]
pub fn framework_schema() -> Value {
    let mut schema = generate::<FrameworkDocument>("framework", "A quality assurance framework");
    closed(&mut schema);
    let example: Value = serde_json::from_str(SMALL_FRAMEWORK).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of a review under one framework.
#[must_use]
pub fn review_schema(framework: &Framework) -> Value {
    let mut schema = generate::<ReviewRecord>("review", "A review of one plan");
    let document = framework.document();
    let wording = &document.wording;
    set(&mut schema, "/properties/framework/const", json!(document.id));
    let mut criteria = Map::new();
    for criterion in &document.interpretation.criteria {
        let values: Vec<&str> = criterion.values.iter().map(|value| value.id.as_str()).collect();
        let property = json!({
            "title": criterion.label,
            "description": if criterion.hint.is_empty() { &criterion.label } else { &criterion.hint },
            "enum": values.into_iter().map(Value::from).chain([Value::Null]).collect::<Vec<_>>(),
        });
        criteria.insert(criterion.id.clone(), property);
    }
    let criteria = json!({
        "description": "Answers to the criteria of the scale, about the plan as a whole.",
        "type": ["object", "null"],
        "properties": criteria,
        "additionalProperties": false,
    });
    set(&mut schema, "/properties/criteria", criteria);
    let always: Vec<&String> = document
        .interpretation
        .applicability
        .iter()
        .filter(|entry| entry.all_of.is_empty() && !entry.may_exclude)
        .flat_map(|entry| &entry.descriptors)
        .collect();
    let mut sections = Map::new();
    let record = schema.pointer("/$defs/SectionRecord").cloned().unwrap_or_default();
    for section in wording.sections.iter().chain([&wording.overall]) {
        let mut descriptors = Map::new();
        for descriptor in &section.descriptors {
            let answers = if always.contains(&&descriptor.id) {
                json!(["yes", "no", null])
            } else {
                json!(["yes", "no", "not_applicable", null])
            };
            let property = json!({"description": descriptor.text, "enum": answers});
            descriptors.insert(descriptor.id.clone(), property);
        }
        let mut record = record.clone();
        set(&mut record, "/title", json!(section.title));
        set(&mut record, "/type", json!(["object", "null"]));
        let descriptors = json!({
            "description": "Answers to its descriptors.",
            "type": ["object", "null"],
            "properties": descriptors,
            "additionalProperties": false,
        });
        set(&mut record, "/properties/descriptors", descriptors);
        sections.insert(section.id.clone(), record);
    }
    let sections = json!({
        "description": "What is recorded in each section.",
        "type": ["object", "null"],
        "properties": sections,
        "additionalProperties": false,
    });
    set(&mut schema, "/properties/sections", sections);
    if let Some(definitions) = schema.pointer_mut("/$defs").and_then(Value::as_object_mut) {
        definitions.remove("SectionRecord");
        definitions.remove("Answer");
    }
    closed(&mut schema);
    let example: Value = serde_json::from_str(EXAMPLE).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of an assessment.
#[must_use]
pub fn assessment_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let mut schema = generate::<Assessment<'static>>("assessment", "What a review comes to");
    closed(&mut schema);
    let review = Review::from_json(framework, EXAMPLE).ok();
    let example = review.and_then(|review| serde_json::to_value(assess(&review)).ok());
    with(&mut schema, "examples", json!([example]))
}

/// The schema of grades without reasons.
#[must_use]
pub fn grading_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let mut schema =
        generate::<Grading<'static>>("grading", "What a review comes to, without reasons");
    closed(&mut schema);
    let review = Review::from_json(framework, EXAMPLE).ok();
    let example = review.and_then(|review| serde_json::to_value(grade(&review)).ok());
    with(&mut schema, "examples", json!([example]))
}

/// The schema of a lexicon.
#[must_use]
pub fn lexicon_schema() -> Value {
    let mut schema =
        generate::<LexiconDocument>("lexicon", "Words that are open to interpretation");
    closed(&mut schema);
    let example: Value = serde_json::from_str(SMALL_LEXICON).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of what a host knows of the plan whose text is looked at.
#[must_use]
pub fn wording_context_schema() -> Value {
    let title = "What is known of the plan whose text is looked at";
    let mut schema = generate::<Linting>("wording-context", title);
    closed(&mut schema);
    let example: Value = serde_json::from_str(CONTEXT).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of what is found in the text of a section.
#[must_use]
pub fn lint_schema() -> Value {
    let mut schema =
        generate::<Lint<'static, Utf16>>("lint", "What is found in the text of a section");
    closed(&mut schema);
    let lexicon = Lexicon::built_in();
    let context = Linting::from_json(CONTEXT).unwrap_or_default();
    let examples = [("F", PROVISION), ("E", OUTCOME)].map(|(section, text)| {
        let found = lint_in::<Utf16>(&lexicon, section, text, &context);
        serde_json::to_value(found).unwrap_or_default()
    });
    with(&mut schema, "examples", json!(examples))
}

/// The schema of the items of a plan.
#[must_use]
pub fn thread_plan_schema() -> Value {
    let mut schema = generate::<ThreadPlan>("thread-plan", "The items of one plan");
    closed(&mut schema);
    let example: Value = serde_json::from_str(ITEMS).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of how the items of a plan hang together.
#[must_use]
pub fn thread_schema(framework: &Framework) -> Value {
    let title = "How the items of a plan hang together";
    let mut schema = generate::<Thread<'static>>("thread", title);
    closed(&mut schema);
    let plan = ThreadPlan::from_json(ITEMS).ok();
    let example = plan.and_then(|plan| serde_json::to_value(thread(framework, &plan)).ok());
    with(&mut schema, "examples", json!([example]))
}

/// The schema of the dates of a plan.
#[must_use]
pub fn timescales_schema() -> Value {
    let mut schema = generate::<Timescales>("timescales", "The dates of one plan");
    closed(&mut schema);
    let example: Value = serde_json::from_str(DATES).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of the deadlines of a plan.
#[must_use]
pub fn deadlines_schema(framework: &Framework) -> Value {
    let mut schema =
        generate::<Vec<Deadline>>("deadlines", "How the dates of a plan stand to its deadlines");
    closed(&mut schema);
    let dates = Timescales::from_json(DATES).ok();
    let example = dates.and_then(|dates| serde_json::to_value(framework.deadlines(&dates)).ok());
    with(&mut schema, "examples", json!([example]))
}

/// The schema of a feedback form under one framework.
#[must_use]
pub fn feedback_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let mut schema = generate::<Feedback>("feedback", "The feedback form of one plan");
    closed(&mut schema);
    set(&mut schema, "/properties/framework/const", json!(framework.id()));
    let ids: Vec<String> =
        framework.annex_a().sections.into_iter().map(|section| section.id).collect();
    set(&mut schema, "/$defs/FeedbackSection/properties/id/enum", json!(ids));
    with(&mut schema, "examples", json!([form_example(framework)]))
}

/// The schema of what does not fit together on a feedback form.
#[must_use]
pub fn feedback_check_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let title = "What does not fit together on a feedback form";
    let mut schema = generate::<FeedbackCheck>("feedback-check", title);
    closed(&mut schema);
    let example = form_example(framework).map(|form| check(framework, &form));
    with(&mut schema, "examples", json!([example]))
}

/// The schema of the events of a case. What the kind of an event has is told by conditions.
#[must_use]
pub fn case_schema() -> Value {
    let mut schema = generate::<CaseDocument>("case", "The events of one case");
    closed(&mut schema);
    set(&mut schema, "/properties/events/maxItems", json!(MOST_EVENTS));
    set(&mut schema, "/$defs/CaseEvent/properties/by/pattern", json!("^[A-Za-z0-9_.-]{1,64}$"));
    // Null is as good as not given, here as everywhere.
    let given = |has: fn(CaseEventKind) -> bool, field: &str| {
        let kinds = CaseEventKind::ALL.iter().filter(|kind| has(**kind));
        let kinds: Vec<&str> = kinds.map(|kind| kind.word()).collect();
        json!({
            "if": {"properties": {"kind": {"enum": kinds}}},
            "then": {"required": [field], "properties": {field: {"not": {"type": "null"}}}},
            "else": {"properties": {field: {"type": "null"}}},
        })
    };
    let fields = json!([
        given(CaseEventKind::has_score, "score"),
        given(CaseEventKind::has_extent, "extent"),
    ]);
    set(&mut schema, "/$defs/CaseEvent/allOf", fields);
    let example: Value = serde_json::from_str(EVENTS).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of where a case stands.
#[must_use]
pub fn case_status_schema(framework: &Framework) -> Value {
    let mut schema = generate::<CaseStatus<'static>>("case-status", "Where a case stands");
    closed(&mut schema);
    let refused = EVENTS.replace("\n]}", &[",", MISFIT, "]}"].concat());
    let examples = [EVENTS, &refused].map(|events| {
        let case = Case::from_json(events).ok();
        let status = case.and_then(|case| status(framework, &case).ok());
        status.and_then(|status| serde_json::to_value(status).ok())
    });
    with(&mut schema, "examples", json!(examples))
}

/// The schema of what a sample is drawn from, closed over the purposes and phases of one framework.
#[must_use]
pub fn sample_request_schema(framework: &Framework) -> Value {
    let title = "What a sample is drawn for, how, and from which plans";
    let mut schema = generate::<SampleRequest>("sample-request", title);
    closed(&mut schema);
    let reading = framework.sampling();
    let (purposes, phases) = reading
        .map(|reading| (reading.purposes.clone(), reading.phases.clone()))
        .unwrap_or_default();
    let ids: Vec<_> = purposes.iter().map(|purpose| &purpose.id).collect();
    set(&mut schema, "/properties/purpose/enum", json!(ids));
    set(&mut schema, "/properties/period/pattern", json!("^[A-Za-z0-9_.-]{1,64}$"));
    set(&mut schema, "/properties/quota/minimum", json!(1));
    set(&mut schema, "/properties/quota/maximum", json!(Quota::MOST));
    set(&mut schema, "/properties/plans/maxItems", json!(MOST_PLANS));
    let plan = "/$defs/SamplePlan/properties";
    set(&mut schema, &format!("{plan}/reference/minLength"), json!(1));
    set(&mut schema, &format!("{plan}/reference/maxLength"), json!(MOST_REFERENCE));
    let ids = phases.iter().map(|phase| json!(phase.id)).chain([Value::Null]);
    set(&mut schema, &format!("{plan}/phase/enum"), json!(ids.collect::<Vec<_>>()));
    let given = |field: &str| json!({"required": [field], "properties": {field: {"not": {"type": "null"}}}});
    let not_given = |field: &str| json!({"properties": {field: {"type": "null"}}});
    let is = |field: &str, words: Vec<&String>| json!({"properties": {field: {"enum": words}}});
    let mode = |mode: SampleMode| json!({"properties": {"mode": {"const": mode.word()}}});
    let without = purposes.iter().filter(|purpose| purpose.rate.is_none());
    let without = without.map(|purpose| &purpose.id).collect();
    let by_phase = purposes.iter().filter(|purpose| purpose.by_phase);
    let by_phase = by_phase.map(|purpose| &purpose.id).collect();
    let placed = json!({"anyOf": [given("phase"), given("year_group")]});
    let conditions = json!([
        {"if": mode(SampleMode::Rate), "then": not_given("quota")},
        {"if": mode(SampleMode::Quota), "then": {"allOf": [given("quota"), not_given("rate")]}},
        {
            "if": {"allOf": [mode(SampleMode::Rate), is("purpose", without)]},
            "then": given("rate"),
        },
        {
            "if": is("purpose", by_phase),
            "then": {"properties": {"plans": {"items": placed}}},
        },
    ]);
    set(&mut schema, "/allOf", conditions);
    let examples = PLANS.map(|request| serde_json::from_str::<Value>(request).unwrap_or_default());
    with(&mut schema, "examples", json!(examples))
}

/// The schema of a sample.
#[must_use]
pub fn sample_schema(framework: &Framework) -> Value {
    let mut schema = generate::<Sample<'static>>("sample", "A sample of plans");
    closed(&mut schema);
    let examples = PLANS.map(|request| {
        let draw = Draw::from_json(framework, request).ok();
        draw.and_then(|draw| serde_json::to_value(sample(&draw)).ok())
    });
    with(&mut schema, "examples", json!(examples))
}

/// The schema of why a plan is drawn, or is not.
#[must_use]
pub fn sample_why_schema(framework: &Framework) -> Value {
    let title = "Why a plan is drawn, or is not";
    let mut schema = generate::<SampleReason<'static>>("sample-why", title);
    closed(&mut schema);
    let examples = PLANS.map(|request| {
        let draw = Draw::from_json(framework, request).ok();
        draw.and_then(|draw| serde_json::to_value(reason(&draw, "P-0417")).ok())
    });
    with(&mut schema, "examples", json!(examples))
}

/// The schema of how often two graders gave which two grades.
#[must_use]
pub fn agreement_schema() -> Value {
    let title = "How often two graders gave which two grades";
    let mut schema = generate::<Agreement>("agreement", title);
    closed(&mut schema);
    set(&mut schema, "/properties/matrix/items/items/maximum", json!(u32::MAX));
    let example: Value = serde_json::from_str(MATRIX).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of how far two graders agree.
#[must_use]
pub fn agreement_figures_schema(framework: &Framework) -> Value {
    let title = "How far two graders agree";
    let mut schema = generate::<AgreementFigures>("agreement-figures", title);
    closed(&mut schema);
    let counts = [Agreement::from_json(MATRIX).unwrap_or_default(), Agreement::default()];
    let examples = counts.map(|agreement| figures(framework, &agreement));
    with(&mut schema, "examples", json!(examples))
}

/// The schema of one plan as a summary counts it. Its review is that of the review's own schema.
#[must_use]
pub fn summary_record_schema(framework: &Framework) -> Value {
    let mut schema = generate::<PlanFacts>("summary-record", "A plan as a summary counts it");
    closed(&mut schema);
    set(&mut schema, "/description", json!("A review of one plan, and what else is known of it."));
    let mut review = review_schema(framework);
    let mut definitions = Value::Null;
    if let Some(fields) = review.as_object_mut() {
        for name in ["$schema", "$id", "examples"] {
            fields.remove(name);
        }
        definitions = fields.remove("$defs").unwrap_or_default();
    }
    set(&mut schema, "/properties/review", review);
    set(&mut schema, "/required", json!(["review"]));
    for (name, definition) in definitions.as_object().into_iter().flatten() {
        set(&mut schema, &["/$defs/", name].concat(), definition.clone());
    }
    // Null is as good as not given, here as everywhere.
    for (place, kind) in [
        ("/properties/dimensions/additionalProperties", "string"),
        ("/properties/wording/additionalProperties", "object"),
        ("/properties/wording/additionalProperties/additionalProperties", "integer"),
        ("/properties/thread/additionalProperties", "integer"),
    ] {
        set(&mut schema, &[place, "/type"].concat(), json!([kind, "null"]));
    }
    let id = json!(ID);
    set(
        &mut schema,
        "/properties/dimensions/propertyNames",
        json!({"pattern": ID, "not": {
            "enum": KNOWN_DIMENSIONS,
        }}),
    );
    set(&mut schema, "/properties/dimensions/maxProperties", json!(MOST_DIMENSIONS));
    set(&mut schema, "/properties/dimensions/additionalProperties/pattern", id.clone());
    let sections: Vec<&str> = framework.section_ids().collect();
    set(&mut schema, "/properties/wording/propertyNames", json!({"enum": sections}));
    let rules = "/properties/wording/additionalProperties/propertyNames";
    set(&mut schema, rules, json!({"pattern": id}));
    let rules: Vec<&str> = framework.thread_rule_ids().collect();
    set(&mut schema, "/properties/thread/propertyNames", json!({"enum": rules}));
    let example: Value = serde_json::from_str(RECORD).unwrap_or_default();
    with(&mut schema, "examples", json!([example]))
}

/// The schema of a summary under one framework.
#[must_use]
pub fn summary_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let mut schema = generate::<Summary>("summary", "Counts over the plans of one framework");
    closed(&mut schema);
    set(&mut schema, "/properties/framework/const", json!(framework.id()));
    let sections: Vec<&str> = framework.section_ids().collect();
    let descriptors: Vec<&str> = framework.descriptor_ids().map(|(id, _)| id).collect();
    let phases = framework.sampling().map(|reading| reading.phases.as_slice());
    let phases: Vec<&str> =
        phases.unwrap_or_default().iter().map(|phase| phase.id.as_str()).collect();
    let names = [
        ("/properties/sections", json!({"enum": sections})),
        ("/properties/wording", json!({"enum": sections})),
        ("/properties/descriptors", json!({"enum": descriptors})),
        ("/properties/dimensions", json!({"pattern": ID})),
        ("/properties/dimensions/additionalProperties", json!({"pattern": ID})),
        ("/$defs/FindingCounts/properties/rules", json!({"pattern": ID})),
        ("/$defs/DescriptorCounts/properties/not_met_by_phase", json!({"enum": phases})),
        ("/$defs/RuleCounts/properties/found_by_phase", json!({"enum": phases})),
    ];
    for (place, names) in names {
        set(&mut schema, &[place, "/propertyNames"].concat(), names);
    }
    let example = summary_example(framework, 1);
    with(&mut schema, "examples", json!([example]))
}

/// The schema of what is shown of a summary.
#[must_use]
pub fn report_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let mut schema = generate::<Report>("report", "What is shown of a summary");
    closed(&mut schema);
    with(&mut schema, "examples", json!([report_example(framework)]))
}

/// The schema of the form that sums up what was learnt, under one framework.
#[must_use]
pub fn learning_schema(framework: &std::sync::Arc<Framework>) -> Value {
    let mut schema = generate::<Learning>("learning", "What was learnt in one session");
    closed(&mut schema);
    set(&mut schema, "/properties/framework/const", json!(framework.id()));
    let example = report_example(framework).map(|report| draft(framework, &report));
    with(&mut schema, "examples", json!([example]))
}

/// What is shown of seven like plans; of fewer than five nothing would be.
fn report_example(framework: &std::sync::Arc<Framework>) -> Option<Report> {
    let summary = summary_example(framework, 7)?;
    Some(report(framework, &summary, HIDDEN_BELOW))
}

/// The example of a record, counted so often.
fn summary_example(framework: &std::sync::Arc<Framework>, plans: usize) -> Option<Summary> {
    let record = SummaryRecord::from_json(framework, RECORD).ok()?;
    let mut summary = Summary::new(framework);
    for _ in 0..plans {
        summary.add(&record).ok()?;
    }
    Some(summary)
}

/// A form drafted from the example of a review, with dates of a fictional plan.
fn form_example(framework: &std::sync::Arc<Framework>) -> Option<Feedback> {
    let review = Review::from_json(framework, EXAMPLE).ok()?;
    let lexicon = Lexicon::built_in();
    let found = lint_in(&lexicon, "F", PROVISION, &Linting::from_json(CONTEXT).ok()?);
    let found = [SectionText { section: "F", text: PROVISION, lint: &found }];
    let form = feedback_from(&review, &found);
    Some(Feedback { timescales: Timescales::from_json(DATES).ok(), ..form })
}

fn generate<T: JsonSchema>(name: &str, title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema: Schema = settings.into_generator().into_root_schema_for::<T>();
    let mut ordered = Map::new();
    ordered.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    ordered.insert("$id".to_owned(), json!(format!("urn:ehcp-qa:schema:{name}:1")));
    ordered.insert("title".to_owned(), json!(title));
    for (key, value) in Value::from(schema).as_object().into_iter().flatten() {
        ordered.entry(key.clone()).or_insert_with(|| value.clone());
    }
    Value::Object(ordered)
}

/// Sets a value by JSON Pointer; its parent must be there.
fn set(schema: &mut Value, pointer: &str, value: Value) {
    if let Some((parent, key)) = pointer.rsplit_once('/')
        && let Some(parent) = schema.pointer_mut(parent).and_then(Value::as_object_mut)
    {
        parent.insert(key.to_owned(), value);
    }
}

fn with(schema: &mut Value, key: &str, value: Value) -> Value {
    set(schema, &format!("/{key}"), value);
    schema.take()
}

/// Takes out what validators would warn about: number formats that JSON Schema does not define.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let own = |format: &Value| {
                format.as_str().is_some_and(|format| format.starts_with(['u', 'i']))
            };
            if fields.get("format").is_some_and(own) {
                fields.remove("format");
            }
            fields.values_mut().for_each(closed);
        }
        Value::Array(list) => list.iter_mut().for_each(closed),
        _ => {}
    }
}
