//! What families say, as a document of its own: a response to a survey, or how many of a survey were sent out.

use std::collections::BTreeMap;

use super::problem::SummaryProblem;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, document};
use crate::document::{Day, Document, Id, Json, is_id};
use crate::framework::{FamiliesReading, Framework, SURVEYS, Survey, expect_framework, no_part};

document! {
    /// A response of a family to a survey, or how many of a survey were sent out. It has no text, no name and no
    /// reference of a plan: it says of nobody who answered.
    pub struct FamilyFeedback {
        /// The id of the framework.
        pub framework: String,
        /// The id of the survey.
        pub survey: Id,
        /// The day of the response.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<Day>,
        /// The answers of a response, by question. A question that is left blank is not there.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub answers: Option<BTreeMap<String, Id>>,
        /// In place of answers: how many were sent out.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sent: Option<u32>,
    }
}

impl FamilyFeedback {
    /// Reads a record of families' feedback from JSON text and checks it against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::Framework;
    /// use ehcp_qa_core::summary::FamilyFeedback;
    ///
    /// let framework = Framework::built_in();
    /// let response = r#"{"framework": "shropshire-2023", "survey": "contact", "answers": {"listened": "no"}}"#;
    /// assert!(FamilyFeedback::from_json(&framework, response).is_ok());
    /// ```
    ///
    /// # Errors
    /// Every problem found, each with its place; no value of the text is repeated. A framework without surveys has no
    /// families' feedback.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        Self::read(framework, text).map_err(|problems| framework.reworded(problems))
    }

    fn read(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        let families = framework.families().ok_or_else(|| no_part(SURVEYS))?;
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        let (json, mut reader) = document.open();
        let read = shape::read::<Self>(json, &mut reader);
        expect_framework(&mut reader, json, framework.id());
        check(families, json, &mut reader);
        match read.filter(|_| reader.is_fine()) {
            Some(read) => Ok(read),
            None => Err(reader.into_problems()),
        }
    }
}

fn check<'a>(families: &FamiliesReading, json: Json<'a>, reader: &mut Reader<'a>) {
    let (answers, sent) = (json.field("answers"), json.field("sent"));
    if matches!(json, Json::Object(_)) && answers.is_null() == sent.is_null() {
        reader.problem(SummaryProblem::AnswersOrSent {});
    }
    let id = json.text_of("survey");
    match families.survey(id) {
        Some(survey) => reader.within("answers", |reader| check_answers(survey, answers, reader)),
        None if is_id(id) => {
            let mut known = families.surveys.iter().map(|survey| survey.id.as_str());
            reader.unknown_word("survey", id, "survey", &mut known);
        }
        None => {}
    }
}

fn check_answers<'a>(survey: &Survey, answers: Json<'a>, reader: &mut Reader<'a>) {
    for (question, answer) in answers.object() {
        if !is_id(question) {
            continue;
        }
        if !survey.questions.iter().any(|known| known.id == question) {
            let mut known = survey.questions.iter().map(|known| known.id.as_str());
            reader.unknown_word(question, question, "question of this survey", &mut known);
        } else if is_id(answer.text())
            && !survey.answers.iter().any(|known| known.id == answer.text())
        {
            let mut known = survey.answers.iter().map(|known| known.id.as_str());
            let allowed = known.clone().map(str::to_owned).collect();
            let kind = reader.near(ProblemKind::NotOneOf { allowed }, answer.text(), &mut known);
            reader.problem_in(question, kind);
        }
    }
}
