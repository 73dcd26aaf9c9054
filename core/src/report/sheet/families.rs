//! What families say, from the rows of a sheet: a response a row, or how many of a survey were sent out.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::cell::{self, Cell};
use super::column::CellProblem;
use super::field::{Field, FieldKind};
use super::problem::SheetProblem;
use super::template::{TemplateColumn, TemplateValues};
use super::words::{Word, plain};
use crate::document::problem::{Problem, ProblemKind};
use crate::framework::{FamiliesReading, Framework, SURVEYS, Survey, SurveyQuestion, no_part};
use crate::report::summary::FamilyFeedback;

/// The headings beside those of questions, which are the questions themselves or their ids.
const HEADINGS: [(&str, &str); 3] = [(SURVEY, "Survey"), ("/date", "Date"), ("/sent", "Sent out")];

/// The pointer of the survey.
const SURVEY: &str = "/survey";

/// The columns of a sheet that has what families say.
#[derive(Debug, Clone)]
pub struct FamilyColumns {
    framework: Arc<Framework>,
    survey: usize,
    /// For each survey its fields, each with the number of its column.
    surveys: Vec<(String, Vec<(usize, Field)>)>,
    unread: Vec<usize>,
}

/// Finds the columns by the headings of a sheet.
///
/// # Errors
/// The framework has no surveys; no column has the survey; two columns have the same heading.
pub fn bind_families(
    framework: &Arc<Framework>,
    headings: &[impl AsRef<str>],
) -> Result<FamilyColumns, Vec<Problem>> {
    let families = framework.families().ok_or_else(|| no_part(SURVEYS))?;
    let headings: Vec<String> = headings.iter().map(|heading| plain(heading.as_ref())).collect();
    let mut problems = Vec::new();
    let mut column = |at: &str, names: &[&str]| {
        let is_named = |heading: &String| names.iter().any(|name| plain(name) == *heading);
        let mut found = headings.iter().enumerate().filter(|(_, heading)| is_named(heading));
        let first = found.next().map(|(number, _)| number);
        let mut problem = |kind| problems.push(Problem { pointer: at.to_owned(), kind });
        if found.next().is_some() {
            problem(SheetProblem::HeadingTwice {}.into());
        } else if first.is_none() && at == SURVEY {
            problem(ProblemKind::Missing {});
        }
        first
    };
    let heading = HEADINGS.map(|(at, name)| column(at, &[at.trim_start_matches('/'), name]));
    let [survey, date, sent] = heading;
    let surveys = families.surveys.iter().map(|survey| {
        let given = [(date, "/date", FieldKind::Date), (sent, "/sent", FieldKind::Number)];
        let given = given.into_iter().filter_map(|(number, at, kind)| {
            Some((number?, field(at.to_owned(), kind, Vec::new())))
        });
        let mut fields: Vec<(usize, Field)> = given.collect();
        fields.extend(survey.questions.iter().filter_map(|question| {
            let at = ["/answers/", &question.id].concat();
            let number = column(&at, &[&question.text, &question.id])?;
            Some((number, field(at, FieldKind::Words, answers(survey))))
        }));
        (survey.id.clone(), fields)
    });
    let surveys: Vec<(String, Vec<(usize, Field)>)> = surveys.collect();
    let (Some(survey), true) = (survey, problems.is_empty()) else { return Err(problems) };
    let read = surveys.iter().flat_map(|(_, fields)| fields).map(|(number, _)| *number);
    let read: Vec<usize> = read.chain([survey]).collect();
    let unread = headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty());
    let unread = unread.map(|(number, _)| number).filter(|number| !read.contains(number));
    Ok(FamilyColumns { framework: framework.clone(), survey, unread: unread.collect(), surveys })
}

fn field(at: String, kind: FieldKind, words: Vec<Word>) -> Field {
    Field { at, kind, words, given: Vec::new() }
}

fn answers(survey: &Survey) -> Vec<Word> {
    let words = survey.answers.iter();
    words.map(|answer| Word::new(json!(answer.id), &answer.label, &[&answer.id])).collect()
}

fn surveys(families: &FamiliesReading) -> Field {
    let words = families.surveys.iter();
    let words = words.map(|survey| Word::new(json!(survey.id), &survey.name, &[&survey.id]));
    field(SURVEY.to_owned(), FieldKind::Words, words.collect())
}

impl FamilyColumns {
    /// The numbers of the columns, from 0, that have a heading and are not read.
    #[must_use]
    pub fn unread(&self) -> &[usize] {
        &self.unread
    }

    /// What a row says; none where nothing is given in the columns that are read.
    ///
    /// # Errors
    /// Every cell that cannot be read, and what does not fit together where all can be.
    pub fn record(&self, row: &[Cell]) -> Result<Option<FamilyFeedback>, Vec<CellProblem>> {
        let cell = |number: usize| row.get(number).unwrap_or(&Cell::Empty);
        let problem = |number: usize, field: &str, kind| CellProblem {
            column: Some(number),
            field: field.to_owned(),
            kind,
        };
        let Some(families) = self.framework.families() else { return Ok(None) };
        let survey = cell::read(&surveys(families), cell(self.survey))
            .map_err(|kind| vec![problem(self.survey, SURVEY, kind)])?;
        let survey = survey.as_ref().and_then(Value::as_str);
        let Some((id, fields)) = self.surveys.iter().find(|(id, _)| Some(id.as_str()) == survey)
        else {
            let mut fields = self.surveys.iter().flat_map(|(_, fields)| fields);
            return if fields.all(|(number, _)| cell(*number).is_blank()) {
                Ok(None)
            } else {
                Err(vec![problem(self.survey, SURVEY, ProblemKind::Missing {})])
            };
        };
        let mut record = Map::new();
        record.insert("framework".to_owned(), json!(self.framework.id()));
        record.insert("survey".to_owned(), json!(id));
        let mut answers = Map::new();
        let mut problems = Vec::new();
        for (number, field) in fields {
            match (cell::read(field, cell(*number)), field.at.strip_prefix("/answers/")) {
                (Ok(Some(value)), Some(question)) => {
                    answers.insert(question.to_owned(), value);
                }
                (Ok(Some(value)), None) => {
                    record.insert(field.at.trim_start_matches('/').to_owned(), value);
                }
                (Ok(None), _) => {}
                (Err(kind), _) => problems.push(problem(*number, &field.at, kind)),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        // A row with a survey and nothing else is a response that was left blank.
        if !answers.is_empty() || !record.contains_key("sent") {
            record.insert("answers".to_owned(), Value::Object(answers));
        }
        let text = Value::Object(record).to_string();
        FamilyFeedback::from_json(&self.framework, &text).map(Some).map_err(|problems| {
            let column = |pointer: &str| {
                fields.iter().find(|(_, field)| field.at == pointer).map(|(number, _)| *number)
            };
            let problems = problems.into_iter().map(|Problem { pointer, kind }| CellProblem {
                column: column(&pointer),
                field: pointer,
                kind,
            });
            problems.collect()
        })
    }
}

/// The columns of an empty sheet for what families say.
///
/// # Errors
/// The framework has no surveys.
pub fn family_template(framework: &Framework) -> Result<Vec<TemplateColumn>, Vec<Problem>> {
    let families = framework.families().ok_or_else(|| no_part(SURVEYS))?;
    let names = families.surveys.iter().map(|survey| survey.name.clone()).collect();
    let values = [TemplateValues::Choice(names), TemplateValues::Date, TemplateValues::Text];
    let mut columns: Vec<TemplateColumn> = HEADINGS
        .into_iter()
        .zip(values)
        .map(|((at, heading), values)| TemplateColumn {
            heading: heading.to_owned(),
            field: at.to_owned(),
            values,
        })
        .collect();
    for survey in &families.surveys {
        for question in &survey.questions {
            // Two surveys may ask the same: the sheet has one column for both.
            if !columns.iter().any(|column| column.heading == question.text) {
                columns.push(of_question(survey, question));
            }
        }
    }
    Ok(columns)
}

fn of_question(survey: &Survey, question: &SurveyQuestion) -> TemplateColumn {
    let labels = survey.answers.iter().map(|answer| answer.label.clone());
    TemplateColumn {
        heading: question.text.clone(),
        field: ["/answers/", &question.id].concat(),
        values: TemplateValues::Choice(labels.collect()),
    }
}
