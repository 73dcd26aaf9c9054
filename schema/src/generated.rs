//! Schemas from the types.

use ehcp_qa_core::MessagesDocument;
use ehcp_qa_core::agreement::Agreement;
use ehcp_qa_core::case::CaseDocument;
use ehcp_qa_core::framework::{AdviceQuestions, FrameworkDocument};
use ehcp_qa_core::plan::{AdviceDocument, NewComment, SectionChoices};
use ehcp_qa_core::review::ReviewRecord;
use ehcp_qa_core::sample::SampleRequest;
use ehcp_qa_core::sheet::SheetMap;
use ehcp_qa_core::summary::{FamilyFeedback, PlanFacts};
use ehcp_qa_core::thread::ThreadPlan;
use ehcp_qa_core::timescale::Timescales;
use ehcp_qa_core::whole::{AdviceContext, CoverageChoices, PlanContext};
use ehcp_qa_core::wording::{LearnedWeights, LexiconDocument, Linting};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::draft::Draft;

/// A type whose definition a schema can have.
pub(crate) trait Described: JsonSchema {}

impl<T: JsonSchema> Described for T {}

/// The name of the definition of a type.
pub(crate) fn name_of<T: Described>() -> String {
    T::schema_name().into_owned()
}

impl Draft {
    /// The schema of a type, with the id and the title of the document.
    pub(crate) fn of<T: JsonSchema>(id: &str, title: &str) -> Self {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        let schema: Schema = settings.into_generator().into_root_schema_for::<T>();
        let mut ordered = Map::new();
        ordered.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        ordered.insert("$id".to_owned(), json!(format!("urn:ehcp-qa:schema:{id}:1")));
        ordered.insert("title".to_owned(), json!(title));
        for (key, value) in Value::from(schema).as_object().into_iter().flatten() {
            ordered.entry(key.clone()).or_insert_with(|| value.clone());
        }
        let mut schema = Value::Object(ordered);
        without_formats(&mut schema);
        Self::read(schema, &T::schema_name())
    }
}

/// The schema of this name, from its type.
pub(crate) fn open(name: &str) -> Option<Draft> {
    type Generate = fn(&str, &str) -> Draft;
    let (generate, title): (Generate, _) = match name {
        "framework" => (Draft::of::<FrameworkDocument>, "A quality assurance framework"),
        "review" => (Draft::of::<ReviewRecord>, "A review of one plan"),
        "lexicon" => (Draft::of::<LexiconDocument>, "Words that are open to interpretation"),
        "learned-weights" => {
            (Draft::of::<LearnedWeights>, "Weights learned from labelled examples")
        }
        "messages" => (Draft::of::<MessagesDocument>, "A catalogue of messages"),
        "wording-context" => {
            (Draft::of::<Linting>, "Facts about the plan whose wording is checked")
        }
        "section-choices" => {
            (Draft::of::<SectionChoices>, "What a person says of the lines of a plan")
        }
        "plan-context" => (Draft::of::<PlanContext>, "Facts about a plan that is checked"),
        "new-comment" => (Draft::of::<NewComment>, "A comment to be written into a Word file"),
        "advice-document" => (Draft::of::<AdviceDocument>, "A piece of advice as a document"),
        "advice-context" => (Draft::of::<AdviceContext>, "Facts about advice that is checked"),
        "advice-questions" => (Draft::of::<AdviceQuestions>, "What is asked of a piece of advice"),
        "coverage-choices" => {
            (Draft::of::<CoverageChoices>, "What a person says of pairs of advice and plan")
        }
        "thread-plan" => (Draft::of::<ThreadPlan>, "The items of one plan"),
        "timescales" => (Draft::of::<Timescales>, "The dates of one plan"),
        "case" => (Draft::of::<CaseDocument>, "The events of one case"),
        "sample-request" => {
            (Draft::of::<SampleRequest>, "What a sample is drawn for, how, and from which plans")
        }
        "agreement" => (Draft::of::<Agreement>, "How often two graders gave which two grades"),
        "summary-record" => (Draft::of::<PlanFacts>, "A plan as a summary counts it"),
        "family-feedback" => {
            (Draft::of::<FamilyFeedback>, "What a family says of a plan or contact")
        }
        "sheet-map" => {
            (Draft::of::<SheetMap>, "Which field of a record each column of a sheet holds")
        }
        _ => return None,
    };
    Some(generate(name, title))
}

/// The line of a generated schema.
pub(crate) fn line(name: &str) -> Option<String> {
    let (schema, of) = open(name)?.into_parts();
    Some(format!("{}\n", json!({"name": name, "of": of, "schema": schema})))
}

/// Removes the formats of numbers: JSON Schema does not define them, and validators warn of them.
fn without_formats(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let format = fields.get("format").and_then(Value::as_str);
            if format.is_some_and(|format| format.starts_with(['u', 'i'])) {
                fields.remove("format");
            }
            fields.values_mut().for_each(without_formats);
        }
        Value::Array(list) => list.iter_mut().for_each(without_formats),
        _ => {}
    }
}
