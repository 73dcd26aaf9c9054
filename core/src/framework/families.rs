//! How families' feedback is asked for: the surveys, their questions, and the answers to choose from.

use super::entries::{each, each_of, id, not_blank, not_empty, within};
use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, document};
use crate::law::Basis;

/// What a report counts beside the answers: no answer has one of these ids.
pub(crate) const BESIDE_ANSWERS: [&str; 2] = ["not_answered", "total"];

document! {
    /// How families' feedback is asked for and counted.
    pub struct FamiliesReading if (feature = "service") {
        /// What the way of counting rests on.
        pub basis: Basis,
        /// How responses are counted, and why.
        pub reason: String,
        /// The surveys, and the short questions after a contact.
        pub surveys: Vec<Survey>,
    }

    /// A survey.
    pub struct Survey {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// The number of the printed item on feedback from families that asks for it, from 1.
        pub item: u8,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// The answers to choose from, the same for each of its questions.
        pub answers: Vec<SurveyAnswer>,
        /// Its questions.
        pub questions: Vec<SurveyQuestion>,
    }

    /// An answer to the questions of a survey.
    pub struct SurveyAnswer {
        /// Its id. `not_answered` and `total` are none.
        pub id: String,
        /// What it is called.
        pub label: String,
        /// Whether a report counts it as a good one.
        pub good: bool,
    }

    /// A question of a survey.
    pub struct SurveyQuestion {
        /// Its id.
        pub id: String,
        /// The question.
        pub text: String,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is asked.
        pub reason: String,
    }
}

impl FamiliesReading {
    /// The survey with an id.
    #[must_use]
    pub fn survey(&self, id: &str) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.id == id)
    }
}

/// Checks that a reading of the right shape fits together, and rests on what is printed.
pub(super) fn check<'a>(r: &mut Reader<'a>, families: Json<'a>, wording: Json<'a>) {
    if families.is_null() {
        return;
    }
    let printed = wording.field("feedback").field("items").list().iter().count();
    let mut seen = Names::default();
    within(r, families, "surveys", |r, surveys| {
        not_empty(r, surveys);
        each_of(r, surveys, &mut |r, survey| {
            id(r, &mut seen, "survey", survey);
            not_blank(r, survey, "name");
            let item = u8::take(survey.field("item"));
            if !(1..=printed).contains(&usize::from(item)) {
                r.problem_in("item", ProblemKind::UnknownId { what: "item on feedback" });
            }
            answers(r, survey);
            let mut seen = Names::default();
            within(r, survey, "questions", |r, questions| not_empty(r, questions));
            each(r, survey, "questions", &mut |r, question| {
                id(r, &mut seen, "question", question);
                not_blank(r, question, "text");
            });
        });
    });
}

/// Expects answers of which one is good, and none has a name that a report gives.
fn answers<'a>(r: &mut Reader<'a>, survey: Json<'a>) {
    let mut seen = Names::default();
    within(r, survey, "answers", |r, answers| {
        each_of(r, answers, &mut |r, answer| {
            id(r, &mut seen, "answer", answer);
            not_blank(r, answer, "label");
            if BESIDE_ANSWERS.contains(&answer.text_of("id")) {
                r.problem_in("id", ProblemKind::Duplicate { what: "answer" });
            }
        });
        if !answers.iter().any(|answer| bool::take(answer.field("good"))) {
            r.problem(ProblemKind::WrongType { expected: "a list with an answer that is good" });
        }
    });
}
