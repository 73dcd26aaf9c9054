//! The schemas of what the engine makes. Their examples are its results.

use std::sync::Arc;

use ehcp_qa_core::agreement::{Agreement, AgreementFigures, Matrix, figures};
use ehcp_qa_core::case::{Case, CaseStatus, status};
use ehcp_qa_core::form::{
    Feedback, FeedbackCheck, FeedbackSection, SectionText, check, feedback_from,
};
use ehcp_qa_core::grading::{GradedLine, grade_lines};
use ehcp_qa_core::learning::{Learning, draft as draft_learning};
use ehcp_qa_core::plan::{AdviceDocument, PlanDocument, ProposedItems, items, read_text};
use ehcp_qa_core::sample::{Draw, Sample, SampleReason, reason, sample};
use ehcp_qa_core::sheet::{
    Parted, Sheet, SheetRecords, SheetView, bind, part, read_sheet, records, view,
};
use ehcp_qa_core::summary::{
    ByGrade, DescriptorCounts, FindingCounts, HiddenBelow, Report, RuleCounts, Scores, Summary,
    SummaryRecord, SurveyCounts, report,
};
use ehcp_qa_core::thread::{Thread, ThreadPlan, thread};
use ehcp_qa_core::timescale::{Deadline, Timescales};
use ehcp_qa_core::whole::{
    self, AdviceCheck, AdviceContext, Coverage, CoverageChoice, PlanCheck, PlanComparison,
    PlanContext, advice_check, compare, coverage,
};
use ehcp_qa_core::wording::{Lexicon, Lint, Linting, Utf16, lint_in};
use ehcp_qa_core::{Assessment, Finding, Framework, Grading, Review, assess, grade};
use serde_json::{Value, json};

use crate::draft::Draft;
use crate::examples::{
    ADVICE, CONTEXT, COVERAGE_CHOICES, DATES, EVENTS, EXAMPLE, ITEMS, MATRIX, MORE_DATES, PLANS,
    RECORD,
};
use crate::many::{ID, close_matrix};

/// A few lines of a plan.
const PLAN: &str = "Section B: Special educational needs\nReading is hard for Amira.\n\
    Section F: Special educational provision\nWhat\tHow often\nA reading programme\tDaily\n";

/// A later version of the plan.
const AMENDED: &str = "Section B: Special educational needs\nReading is hard for Amira.\n\
    Section F: Special educational provision\nWhat\tHow often\nA reading programme\tOnce a week\n";

/// A plan whose items have marks.
const MARKED_PLAN: &str = "Section B: Special educational needs\n\
    B1 Amira cannot yet read whole sentences (K1).\nSection E: Outcomes\n\
    E1 By July Amira will read a page aloud (B1).\nSection F: Special educational provision\n\
    A teacher will read with Amira for 20 minutes each day (B1, E1).\n\
    Section K: Advice and information\nRef\tAdvice\nK1\tEducational psychologist, 4 March 2024\n";

/// An event after them that does not fit.
const MISFIT: &str =
    r#"{"kind": "issued", "date": "2024-03-12", "role": "case_officer", "by": "CO-7"}"#;

/// A statement of provision that leaves much open.
const PROVISION: &str = "Amira will have access to speech and language therapy as required.";
/// An outcome.
const OUTCOME: &str = "By July 2027, Amira will be able to order a meal without adult help.";

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

/// The schema of what is found in a plan.
pub(crate) fn plan_check_schema(framework: &Framework) -> Value {
    let draft = Draft::of::<PlanCheck<'static>>("plan-check", "What is found in a plan");
    let plan = read_text(PLAN, &[]).expect("the example is a plan");
    let context = PlanContext::from_json(CONTEXT).expect("the example is the context of a plan");
    let lexicon = Lexicon::built_in();
    draft.with_examples(&[whole::check(framework, &lexicon, &plan, &context)])
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

/// The schema of what is found in a piece of advice.
pub(crate) fn advice_check_schema(framework: &Framework) -> Value {
    let title = "What is found in a piece of advice";
    let draft = Draft::of::<AdviceCheck<'static>>("advice-check", title);
    let (advice, context) = (advice(), AdviceContext::default());
    let lexicon = Lexicon::built_in();
    draft.with_examples(&[advice_check(framework.advice(), &lexicon, &advice, &context)])
}

/// The schema of what became of advice in a plan.
pub(crate) fn coverage_schema(framework: &Framework) -> Value {
    let draft = Draft::of::<Coverage>("coverage", "What became of advice in a plan");
    let plan = read_text(MARKED_PLAN, &[]).expect("the example is a plan");
    let choices = CoverageChoice::all_from_json(COVERAGE_CHOICES);
    let choices = choices.expect("the example is a list of choices");
    draft.with_examples(&[coverage(framework, &[advice()], &plan, &choices)])
}

fn advice() -> AdviceDocument {
    AdviceDocument::from_json(ADVICE).expect("the example is a piece of advice")
}

/// The schema of the items of a plan, as they are proposed.
pub(crate) fn plan_items_schema() -> Value {
    let title = "The items of a plan and the links between them, as they are proposed";
    let draft = Draft::of::<ProposedItems>("plan-items", title);
    draft.with_examples(&[items(&read_text(MARKED_PLAN, &[]).expect("the example is a plan"))])
}

/// The schema of how the items of a plan hang together.
pub(crate) fn thread_schema(framework: &Framework) -> Value {
    let title = "How the items of a plan hang together";
    let draft = Draft::of::<Thread<'static>>("thread", title);
    let plan = ThreadPlan::from_json(ITEMS).expect("the example is the items of a plan");
    draft.with_examples(&[thread(framework, &plan)])
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
    let sections = framework.feedback_form().expect("the framework has the form").sections;
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

/// The schema of how far two graders agree.
pub(crate) fn agreement_figures_schema(framework: &Framework) -> Value {
    let mut draft = Draft::of::<AgreementFigures>("agreement-figures", "How far two graders agree");
    close_matrix(draft.part::<AgreementFigures>().field("matrix"), framework);
    let counted = Agreement::from_json(framework, MATRIX).expect("the example is counts");
    let examples = [counted, Agreement::new(framework)];
    draft.with_examples(&examples.map(|counts| figures(framework, &counts)))
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
    let surveys = framework.families().map(|families| families.surveys.as_slice());
    let ids: Vec<&str> =
        surveys.unwrap_or_default().iter().map(|survey| survey.id.as_str()).collect();
    draft.part::<Summary>().field("families").keyword(names, json!({"enum": ids}));
    let id = json!({"pattern": ID});
    draft.part::<SurveyCounts>().field("terms").keyword(names, id.clone());
    draft.part::<SurveyCounts>().field("questions").keyword(names, id);
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

/// A spreadsheet, in which the last grade is not one of the framework's.
const SHEET: &[u8] = b"Overall grade,Primary need,Comments\nGood,SLCN,x\n3,SEMH,\nFair,,\n";

/// The schema of a sheet as it is read.
pub(crate) fn sheet_view_schema(framework: &Arc<Framework>) -> Value {
    let draft = Draft::of::<SheetView>("sheet-view", "A sheet, and what a map makes of it");
    let sheet = sheet();
    let seen =
        part(framework, &sheet, None).and_then(|parted| view(framework, &sheet, &parted).ok());
    draft.with_examples(&Vec::from_iter(seen))
}

/// The schema of the records of a sheet.
pub(crate) fn sheet_records_schema(framework: &Arc<Framework>) -> Value {
    let draft = Draft::of::<SheetRecords>("sheet-records", "The records of a sheet");
    let sheet = sheet();
    let read = part(framework, &sheet, None).and_then(|Parted { headings, rows, map, .. }| {
        Some(records(&bind(framework, &map, &headings).ok()?, rows))
    });
    draft.with_examples(&Vec::from_iter(read))
}

fn sheet() -> Sheet {
    read_sheet(SHEET, None).expect("the example is a table")
}
