//! The schemas of a framework, of a lexicon, and of documents about one plan.

use std::sync::Arc;

use ehcp_qa_core::framework::{
    ContextCondition, ContextQuestion, Criterion, Descriptor, Fact, FactValues, FindingCount, Stage,
};
use ehcp_qa_core::review::{
    AnswerStanding, PlanRecord, ReviewDetails, ReviewRecord, SectionRecord,
};
use ehcp_qa_core::{Framework, MESSAGES, MessagesDocument, Review};
use serde_json::{Map, Value, json};

use crate::draft::{Draft, Part};
use crate::examples::{
    ADVICE, ADVICE_CONTEXT, CHOICES, CONTEXT, COVERAGE_CHOICES, DATES, EXAMPLE, ITEMS, MORE_DATES,
    NEW_COMMENT, QUESTIONS, SMALL_FRAMEWORK, SMALL_LEXICON, SMALL_WEIGHTS,
};

/// The schema of any framework.
pub(crate) fn framework_schema() -> Value {
    let mut draft = Draft::open("framework");
    // A stage is not compared with numbers or days, nor is a year group or an age with words or days. Which kinds the
    // facts of a framework have, only the engine knows.
    let not_of = |facts: &[&str]| json!({"properties": {"field": {"not": {"enum": facts}}}});
    let has_one_of = |tests: &[&str]| json!({"anyOf": tests.iter().map(|test| json!({"required": [test]})).collect::<Vec<_>>()});
    draft
        .part::<ContextCondition>()
        .keyword("allOf", json!([
            {"if": has_one_of(&["at_least", "under"]), "then": not_of(&["stage"])},
            {"if": has_one_of(&["one_of"]), "then": not_of(&["year_group", "age"])},
            {"if": has_one_of(&["from", "before"]), "then": not_of(&["stage", "year_group", "age"])},
            {
                "if": {"properties": {"field": {"const": "stage"}}, "required": ["field"]},
                "then": {"properties": {
                    "equals": {"enum": Stage::WORDS},
                    "one_of": {"items": {"enum": Stage::WORDS}},
                }},
            },
        ]));
    draft.with_examples(&[value(SMALL_FRAMEWORK)])
}

/// The schema of a review under one framework.
pub(crate) fn review_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::open("review");
    let mut record = draft.take::<SectionRecord>();
    Part::of(&mut record).keyword("type", json!(["object", "null"]));
    let exclusions: Vec<&str> = framework.may_not_apply().collect();
    let (sections, overall) = framework.printed_sections();
    let sections = sections.iter().chain([&overall]);
    let sections = sections.map(|section| {
        let mut record = record.clone();
        let descriptors = section.descriptors.iter().map(|descriptor| {
            let may_be_excluded = exclusions.contains(&descriptor.id.as_str());
            (descriptor.id.clone(), answer_schema(framework, descriptor, may_be_excluded))
        });
        Part::of(&mut record)
            .keyword("title", json!(section.title))
            .set_field("descriptors", closed("Answers to its descriptors.", descriptors));
        (section.id.clone(), record)
    });
    let criteria = framework.printed_criteria();
    let criteria =
        criteria.iter().map(|criterion| (criterion.id.clone(), criterion_schema(criterion)));
    let about_criteria = "Answers to the criteria of the scale, about the plan as a whole.";
    draft.part::<ReviewRecord>().field("framework").keyword("const", json!(framework.id()));
    for question in &framework.questions() {
        let fact = framework.fact(&question.field);
        let is_of_law = [Fact::STAGE, Fact::YEAR_GROUP, Fact::AGE].map(Some).contains(&fact);
        if let Some(values) = fact.and_then(|fact| framework.fact_values(fact))
            && !is_of_law
        {
            draft.part::<PlanRecord>().add_field(&question.field, fact_schema(question, values));
        }
    }
    // Without levels, any number is one.
    let levels = framework.level_numbers();
    let least = levels.iter().min().copied().unwrap_or(u8::MIN);
    let most = levels.iter().max().copied().unwrap_or(u8::MAX);
    draft
        .part::<ReviewDetails>()
        .field("level")
        .keyword("minimum", json!(least))
        .keyword("maximum", json!(most));
    draft
        .part::<ReviewRecord>()
        .set_field("criteria", closed(about_criteria, criteria))
        .set_field("sections", closed("What is recorded in each section.", sections));
    draft.with_examples(&[review_example(framework)])
}

/// The example of a review, or where a framework has other ids, one with the first of its answers.
pub(crate) fn review_example(framework: &Arc<Framework>) -> Value {
    if Review::from_json(framework, EXAMPLE).is_ok() {
        return value(EXAMPLE);
    }
    let mut review = json!({"framework": framework.id()});
    let (sections, overall) = framework.printed_sections();
    let mut sections = sections.iter().chain([&overall]);
    let descriptors = sections.find_map(|section| Some((section, section.descriptors.first()?)));
    if let (Some((section, descriptor)), Some((answer, _))) = (
        descriptors,
        descriptors.and_then(|(_, descriptor)| {
            let number = framework.descriptor_number(&descriptor.id)?;
            framework.answers_to(number).next()
        }),
    ) {
        review["sections"] = json!({&section.id: {"descriptors": {&descriptor.id: answer}}});
    }
    review
}

/// A fact that the framework declares.
fn fact_schema(question: &ContextQuestion, values: &FactValues) -> Value {
    let label = &question.label;
    match values {
        FactValues::Flag => json!({"description": label, "type": ["boolean", "null"]}),
        FactValues::Number { least, most } => {
            let labels = question.labels.iter().flatten();
            let labels = labels.map(|one| (one.number.number().to_string(), one.label.as_str()));
            let labels: Vec<(String, &str)> = labels.collect();
            let labels = labels.iter().map(|(number, label)| (number.as_str(), *label));
            let about = label.clone() + &explained(labels);
            json!({"description": about, "type": ["integer", "null"], "minimum": least, "maximum": most})
        }
        FactValues::Choice(words) => {
            let labels = question.values.iter().flatten();
            let labels = labels.map(|value| (value.id.as_str(), value.label.as_str()));
            let about = label.clone() + &explained(labels);
            let words = words.iter().map(|word| json!(word)).chain([Value::Null]);
            json!({"description": about, "enum": words.collect::<Vec<_>>()})
        }
        FactValues::Date => {
            json!({"description": label, "type": ["string", "null"], "format": "date"})
        }
    }
}

/// The answers to a descriptor.
fn answer_schema(framework: &Framework, descriptor: &Descriptor, may_be_excluded: bool) -> Value {
    let number = framework.descriptor_number(&descriptor.id).unwrap_or(usize::MAX);
    if framework.counts().any(|(counted, _)| counted == number) {
        return count_schema(framework, descriptor);
    }
    let may_have = |standing| may_be_excluded || standing != AnswerStanding::Excluded;
    let answers = framework.answers_to(number).filter(|(_, answer)| may_have(answer.standing()));
    let answers: Vec<&str> = answers.map(|(id, _)| id).collect();
    let set = framework.answer_set(number).unwrap_or_default();
    let given = framework.given_answers(set).unwrap_or_default();
    let labels = given.iter().filter(|answer| answers.contains(&answer.id.0.as_str()));
    let labels = labels.map(|answer| (answer.id.0.as_str(), answer.label.as_str()));
    let description = descriptor.text.clone() + &explained(labels);
    let answers: Vec<Value> = answers.into_iter().map(Value::from).chain([Value::Null]).collect();
    json!({"description": description, "enum": answers})
}

/// The counts of findings at a descriptor.
fn count_schema(framework: &Framework, descriptor: &Descriptor) -> Value {
    let (least, most) = (FindingCount::LEAST, FindingCount::MOST);
    let severities = framework.severities().into_iter().map(|severity| {
        let count = json!({
            "description": severity.label, "type": ["integer", "null"], "minimum": least, "maximum": most,
        });
        (severity.id, count)
    });
    closed(&descriptor.text, severities)
}

/// What ids stand for that are not their labels in other letters, behind the description of a field.
fn explained<'a>(labels: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let is_label = |id: &str, label: &str| id.replace(['_', '-'], " ") == label.to_lowercase();
    let labels = labels.filter(|(id, label)| !is_label(id, label));
    labels.flat_map(|(id, label)| ["\n", id, ": ", label]).collect()
}

/// The answers to a criterion.
fn criterion_schema(criterion: &Criterion) -> Value {
    let values = criterion.values.iter().map(|value| json!(value.id)).chain([Value::Null]);
    let about = if criterion.hint.is_empty() { &criterion.label } else { &criterion.hint };
    let labels = criterion.values.iter().map(|value| (value.id.as_str(), value.label.as_str()));
    json!({
        "title": criterion.label,
        "description": about.clone() + &explained(labels),
        "enum": values.collect::<Vec<_>>(),
    })
}

/// An object with these fields and no others, none of which must be given.
fn closed(description: &str, fields: impl Iterator<Item = (String, Value)>) -> Value {
    json!({
        "description": description,
        "type": ["object", "null"],
        "properties": fields.collect::<Map<_, _>>(),
        "additionalProperties": false,
    })
}

/// The schema of a lexicon.
pub(crate) fn lexicon_schema() -> Value {
    let draft = Draft::open("lexicon");
    draft.with_examples(&[value(SMALL_LEXICON)])
}

/// The schema of weights by which statements are judged.
pub(crate) fn learned_weights_schema() -> Value {
    let draft = Draft::open("learned-weights");
    draft.with_examples(&[value(SMALL_WEIGHTS)])
}

/// The schema of a catalogue of messages, closed over the keys of those in English, each with its text.
pub(crate) fn messages_schema() -> Value {
    let english = value(MESSAGES);
    let mut draft = Draft::open("messages");
    let texts = english.pointer("/texts").and_then(Value::as_object).cloned().unwrap_or_default();
    let described =
        texts.into_iter().map(|(key, text)| (key, json!({"description": text, "type": "string"})));
    let fields = Value::Object(described.collect());
    draft.part::<MessagesDocument>().field("texts").keyword("properties", fields);
    draft.with_examples(&[english])
}

/// The schema of what a host knows of the plan whose wording is checked.
pub(crate) fn wording_context_schema() -> Value {
    let draft = Draft::open("wording-context");
    draft.with_examples(&[value(CONTEXT)])
}

/// The schema of what a person says of the lines of a plan.
pub(crate) fn section_choices_schema() -> Value {
    let draft = Draft::open("section-choices");
    draft.with_examples(&[value(CHOICES)])
}

/// The schema of what a host knows of a plan that is checked.
pub(crate) fn plan_context_schema() -> Value {
    let draft = Draft::open("plan-context");
    draft.with_examples(&[value(CONTEXT)])
}

/// The schema of a comment to be written into a Word file.
pub(crate) fn new_comment_schema() -> Value {
    let draft = Draft::open("new-comment");
    draft.with_examples(&[value(NEW_COMMENT)])
}

/// The schema of a piece of advice.
pub(crate) fn advice_document_schema() -> Value {
    let draft = Draft::open("advice-document");
    draft.with_examples(&[value(ADVICE)])
}

/// The schema of what a host knows of a piece of advice that is checked.
pub(crate) fn advice_context_schema() -> Value {
    let draft = Draft::open("advice-context");
    draft.with_examples(&[value(ADVICE_CONTEXT)])
}

/// The schema of what is asked of a piece of advice.
pub(crate) fn advice_questions_schema() -> Value {
    let draft = Draft::open("advice-questions");
    draft.with_examples(&[value(QUESTIONS)])
}

/// The schema of what a person says of pairs of advice and plan.
pub(crate) fn coverage_choices_schema() -> Value {
    let draft = Draft::open("coverage-choices");
    draft.with_examples(&[value(COVERAGE_CHOICES)])
}

/// The schema of the items of a plan.
pub(crate) fn thread_plan_schema() -> Value {
    let draft = Draft::open("thread-plan");
    draft.with_examples(&[value(ITEMS)])
}

/// The schema of the dates of a plan.
pub(crate) fn timescales_schema() -> Value {
    let draft = Draft::open("timescales");
    draft.with_examples(&[value(DATES), value(MORE_DATES)])
}

/// An example as it is shown.
pub(crate) fn value(example: &str) -> Value {
    serde_json::from_str(example).expect("the example is JSON")
}
