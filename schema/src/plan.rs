//! The schemas of a framework, of a lexicon, and of documents about one plan.

use std::sync::Arc;

use ehcp_qa_core::form::{
    Feedback, FeedbackCheck, FeedbackSection, SectionText, check, feedback_from,
};
use ehcp_qa_core::framework::{
    AnswerReading, ContextCondition, ContextQuestion, Criterion, Descriptor, Fact, FactValues,
    FindingCount, FrameworkDocument, Stage,
};
use ehcp_qa_core::grading::{GradedLine, grade_lines};
use ehcp_qa_core::plan::{
    NewComment, PlanDocument, ProposedItems, SectionChoices, items, read_text,
};
use ehcp_qa_core::review::{
    AnswerStanding, PlanRecord, ReviewDetails, ReviewRecord, SectionRecord,
};
use ehcp_qa_core::thread::{Thread, ThreadPlan, thread};
use ehcp_qa_core::timescale::{Deadline, Timescales};
use ehcp_qa_core::whole::{self, PlanCheck, PlanComparison, PlanContext, compare};
use ehcp_qa_core::wording::{
    LearnedWeights, Lexicon, LexiconDocument, Lint, Linting, Utf16, lint_in,
};
use ehcp_qa_core::{
    Assessment, Finding, Framework, Grading, MESSAGES, MessagesDocument, Review, assess, grade,
};
use serde_json::{Map, Value, json};

use crate::draft::{Draft, Part};
use crate::examples::{
    AMENDED, CHOICES, CONTEXT, DATES, EXAMPLE, ITEMS, MARKED_PLAN, MORE_DATES, NEW_COMMENT,
    OUTCOME, PLAN, PROVISION, SMALL_FRAMEWORK, SMALL_LEXICON, SMALL_WEIGHTS,
};

/// The schema of any framework.
pub(crate) fn framework_schema() -> Value {
    let mut draft = Draft::of::<FrameworkDocument>("framework", "A quality assurance framework");
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
    let document = framework.document();
    let mut draft = Draft::of::<ReviewRecord>("review", "A review of one plan");
    let mut record = draft.take::<SectionRecord>();
    Part::of(&mut record).keyword("type", json!(["object", "null"]));
    let applicability = document.interpretation.applicability.iter();
    let always = applicability.filter(|entry| entry.all_of.is_empty() && !entry.may_exclude);
    let always: Vec<&String> = always.flat_map(|entry| &entry.descriptors).collect();
    let sections = document.wording.sections.iter().chain([&document.wording.overall]);
    let sections = sections.map(|section| {
        let mut record = record.clone();
        let descriptors = section.descriptors.iter().map(|descriptor| {
            let always_applies = always.contains(&&descriptor.id);
            (descriptor.id.clone(), answer_schema(framework, descriptor, always_applies))
        });
        Part::of(&mut record)
            .keyword("title", json!(section.title))
            .set_field("descriptors", closed("Answers to its descriptors.", descriptors));
        (section.id.clone(), record)
    });
    let criteria = document.interpretation.criteria.iter();
    let criteria = criteria.map(|criterion| (criterion.id.clone(), criterion_schema(criterion)));
    let about_criteria = "Answers to the criteria of the scale, about the plan as a whole.";
    draft.part::<ReviewRecord>().field("framework").keyword("const", json!(document.id));
    for question in &document.interpretation.context {
        let fact = framework.fact(&question.field);
        let is_of_law = [Fact::STAGE, Fact::YEAR_GROUP, Fact::AGE].map(Some).contains(&fact);
        if let Some(values) = fact.and_then(|fact| framework.fact_values(fact))
            && !is_of_law
        {
            draft.part::<PlanRecord>().add_field(&question.field, fact_schema(question, values));
        }
    }
    let levels = document.wording.levels.iter().flat_map(|levels| &levels.items);
    // Without levels, any number is one.
    let levels: Vec<u8> = levels.map(|level| level.level).collect();
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
    let wording = framework.wording();
    let mut sections = wording.sections.iter().chain([&wording.overall]);
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
fn answer_schema(framework: &Framework, descriptor: &Descriptor, always_applies: bool) -> Value {
    let number = framework.descriptor_number(&descriptor.id).unwrap_or(usize::MAX);
    if framework.counts().any(|(counted, _)| counted == number) {
        return count_schema(framework, descriptor);
    }
    let may_have = |standing| !always_applies || standing != AnswerStanding::Excluded;
    let answers = framework.answers_to(number).filter(|(_, answer)| may_have(answer.standing()));
    let answers: Vec<&str> = answers.map(|(id, _)| id).collect();
    let given = answers_given(framework, number);
    let labels = given.iter().filter(|answer| answers.contains(&answer.id.0.as_str()));
    let labels = labels.map(|answer| (answer.id.0.as_str(), answer.label.as_str()));
    let description = descriptor.text.clone() + &explained(labels);
    let answers: Vec<Value> = answers.into_iter().map(Value::from).chain([Value::Null]).collect();
    json!({"description": description, "enum": answers})
}

/// The counts of findings at a descriptor.
fn count_schema(framework: &Framework, descriptor: &Descriptor) -> Value {
    let counts = framework.interpretation().counts;
    let severities = counts.into_iter().flat_map(|counts| counts.severities);
    let (least, most) = (FindingCount::LEAST, FindingCount::MOST);
    let severities = severities.map(|severity| {
        let count = json!({
            "description": severity.label, "type": ["integer", "null"], "minimum": least, "maximum": most,
        });
        (severity.id, count)
    });
    closed(&descriptor.text, severities)
}

/// The answers to a descriptor as the framework lists them; none of the usual ones.
fn answers_given(framework: &Framework, descriptor: usize) -> Vec<AnswerReading> {
    let interpretation = framework.interpretation();
    let other = framework.answer_set(descriptor).and_then(|set| set.checked_sub(1));
    match other {
        None => interpretation.answers.unwrap_or_default(),
        Some(other) => {
            let set = interpretation.answer_sets.into_iter().flatten().nth(other);
            set.map(|set| set.answers).unwrap_or_default()
        }
    }
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

/// The schema of an assessment.
pub(crate) fn assessment_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::of::<Assessment<'static>>("assessment", "The results of a review");
    let facts: Vec<&str> = framework.facts().map(|(id, _)| id).collect();
    draft.part::<Finding<'static>>().field("fields").items().keyword("enum", json!(facts));
    draft.with_examples(&[assess(&review(framework))])
}

/// The schema of what grades alone come to.
pub(crate) fn grading_schema(framework: &Arc<Framework>) -> Value {
    let draft = Draft::of::<Grading<'static>>("grading", "What a review comes to, without reasons");
    let review = Review::from_json(framework, EXAMPLE).ok();
    draft.with_examples(&[review.as_ref().map(grade)])
}

/// The schema of one entry of a list of gradings.
pub(crate) fn graded_line_schema(framework: &Arc<Framework>) -> Value {
    let title = "What the review on one line comes to, without reasons";
    let draft = Draft::of::<GradedLine<'static>>("graded-line", title);
    let mut examples = Vec::new();
    let line = EXAMPLE.replace('\n', " ");
    grade_lines(framework, &[&line, "\n{}"].concat(), |line| {
        examples.push(serde_json::to_value(line).unwrap_or_default());
    });
    draft.with_examples(&examples)
}

/// The schema of a lexicon.
pub(crate) fn lexicon_schema() -> Value {
    let title = "Words that are open to interpretation";
    let draft = Draft::of::<LexiconDocument>("lexicon", title);
    draft.with_examples(&[value(SMALL_LEXICON)])
}

/// The schema of weights by which statements are judged.
pub(crate) fn learned_weights_schema() -> Value {
    let title = "Weights learned from labelled examples";
    let draft = Draft::of::<LearnedWeights>("learned-weights", title);
    draft.with_examples(&[value(SMALL_WEIGHTS)])
}

/// The schema of a catalogue of messages, closed over the keys of those in English, each with its text.
pub(crate) fn messages_schema() -> Value {
    let english = value(MESSAGES);
    let mut draft = Draft::of::<MessagesDocument>("messages", "A catalogue of messages");
    let texts = english.pointer("/texts").and_then(Value::as_object).cloned().unwrap_or_default();
    let described =
        texts.into_iter().map(|(key, text)| (key, json!({"description": text, "type": "string"})));
    let fields = Value::Object(described.collect());
    draft.part::<MessagesDocument>().field("texts").keyword("properties", fields);
    draft.with_examples(&[english])
}

/// The schema of what a host knows of the plan whose wording is checked.
pub(crate) fn wording_context_schema() -> Value {
    let title = "Facts about the plan whose wording is checked";
    let draft = Draft::of::<Linting>("wording-context", title);
    draft.with_examples(&[value(CONTEXT)])
}

/// The schema of what is found in the text of a section.
pub(crate) fn lint_schema() -> Value {
    let title = "What is found in the text of a section";
    let draft = Draft::of::<Lint<'static, Utf16>>("lint", title);
    let lexicon = Lexicon::built_in();
    let context = context();
    let found = [("F", PROVISION), ("E", OUTCOME)]
        .map(|(section, text)| lint_in::<Utf16>(&lexicon, section, text, &context));
    draft.with_examples(&found)
}

/// The schema of a plan as a document.
pub(crate) fn plan_document_schema() -> Value {
    let draft = Draft::of::<PlanDocument>("plan-document", "A plan as a document");
    draft.with_examples(&[read_text(PLAN, &[]).expect("the example is a plan")])
}

/// The schema of what a person says of the lines of a plan.
pub(crate) fn section_choices_schema() -> Value {
    let draft =
        Draft::of::<SectionChoices>("section-choices", "What a person says of the lines of a plan");
    draft.with_examples(&[value(CHOICES)])
}

/// The schema of what a host knows of a plan that is checked.
pub(crate) fn plan_context_schema() -> Value {
    let draft = Draft::of::<PlanContext>("plan-context", "Facts about a plan that is checked");
    draft.with_examples(&[value(CONTEXT)])
}

/// The schema of what is found in a plan.
pub(crate) fn plan_check_schema(framework: &Framework) -> Value {
    let draft = Draft::of::<PlanCheck<'static>>("plan-check", "What is found in a plan");
    let plan = read_text(PLAN, &[]).expect("the example is a plan");
    let context = PlanContext::from_json(CONTEXT).expect("the example is the context of a plan");
    let lexicon = Lexicon::built_in();
    draft.with_examples(&[whole::check(framework, &lexicon, &plan, &context)])
}

/// The schema of a comment to be written into a Word file.
pub(crate) fn new_comment_schema() -> Value {
    let draft = Draft::of::<NewComment>("new-comment", "A comment to be written into a Word file");
    draft.with_examples(&[value(NEW_COMMENT)])
}

/// The schema of what changed between two versions of a plan.
pub(crate) fn plan_comparison_schema() -> Value {
    let title = "What changed between two versions of a plan";
    let draft = Draft::of::<PlanComparison<'static>>("plan-comparison", title);
    let lexicon = Lexicon::built_in();
    let read = |text: &str| read_text(text, &[]).expect("the example is a plan");
    let (old, new) = (read(PLAN), read(AMENDED));
    draft.with_examples(&[compare(&lexicon, &old, &new, &Linting::default())])
}

/// The schema of the items of a plan, as they are proposed.
pub(crate) fn plan_items_schema() -> Value {
    let title = "The items of a plan and the links between them, as they are proposed";
    let draft = Draft::of::<ProposedItems>("plan-items", title);
    draft.with_examples(&[items(&read_text(MARKED_PLAN, &[]).expect("the example is a plan"))])
}

/// The schema of the items of a plan.
pub(crate) fn thread_plan_schema() -> Value {
    let draft = Draft::of::<ThreadPlan>("thread-plan", "The items of one plan");
    draft.with_examples(&[value(ITEMS)])
}

/// The schema of how the items of a plan hang together.
pub(crate) fn thread_schema(framework: &Framework) -> Value {
    let title = "How the items of a plan hang together";
    let draft = Draft::of::<Thread<'static>>("thread", title);
    let plan = ThreadPlan::from_json(ITEMS).expect("the example is the items of a plan");
    draft.with_examples(&[thread(framework, &plan)])
}

/// The schema of the dates of a plan.
pub(crate) fn timescales_schema() -> Value {
    let draft = Draft::of::<Timescales>("timescales", "The dates of one plan");
    draft.with_examples(&[value(DATES), value(MORE_DATES)])
}

/// The schema of the deadlines of a plan.
pub(crate) fn deadlines_schema(framework: &Framework) -> Value {
    let title = "How the dates of a plan stand to its deadlines";
    let draft = Draft::of::<Vec<Deadline>>("deadlines", title);
    draft.with_examples(&[DATES, MORE_DATES].map(|text| framework.deadlines(&dates(text))))
}

/// The schema of a feedback form under one framework.
pub(crate) fn feedback_schema(framework: &Arc<Framework>) -> Value {
    let mut draft = Draft::of::<Feedback>("feedback", "The feedback form of one plan");
    draft.part::<Feedback>().field("framework").keyword("const", json!(framework.id()));
    let sections = framework.annex_a().expect("the framework has the form").sections;
    let ids: Vec<String> = sections.into_iter().map(|section| section.id).collect();
    draft.part::<FeedbackSection>().field("id").keyword("enum", json!(ids));
    draft.with_examples(&[form(framework)])
}

/// The schema of what does not fit together on a feedback form.
pub(crate) fn feedback_check_schema(framework: &Arc<Framework>) -> Value {
    let title = "What does not fit together on a feedback form";
    let draft = Draft::of::<FeedbackCheck>("feedback-check", title);
    draft.with_examples(&[check(framework, &form(framework))])
}

/// A form drafted from the example of a review, with dates of a fictional plan.
fn form(framework: &Arc<Framework>) -> Feedback {
    let lexicon = Lexicon::built_in();
    let found = lint_in(&lexicon, "F", PROVISION, &context());
    let found = [SectionText { section: "F", text: PROVISION, lint: &found }];
    let form = feedback_from(&review(framework), &found).expect("the framework has the form");
    Feedback { timescales: Some(dates(DATES)), ..form }
}

fn review(framework: &Arc<Framework>) -> Review {
    Review::from_json(framework, EXAMPLE).expect("the example is a review")
}

fn context() -> Linting {
    Linting::from_json(CONTEXT).expect("the example is the context of a plan")
}

fn dates(text: &str) -> Timescales {
    Timescales::from_json(text).expect("the example is the dates of a plan")
}

/// An example as it is shown.
pub(crate) fn value(example: &str) -> Value {
    serde_json::from_str(example).expect("the example is JSON")
}
