//! Reads a review from a document, against its framework, with every problem reported.

use super::problem::ReviewProblem;
use crate::document::day;
use crate::framework::FrameworkProblem;
use std::sync::Arc;

use super::answer::{Answer, TextField};
use super::checked::Review;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{Shape, check};
use crate::document::table::Number;
use crate::document::{Document, Json, MOST_REFERENCE, MOST_TEXT, within_length};
use crate::framework::{
    ContextField, ContextValue, DescriptorNo, Framework, Rules, Score, SectionNo, Stage, ValueNo,
};

impl Review {
    /// Reads a review from JSON text and checks it against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::{Framework, Review};
    ///
    /// let framework = Framework::shropshire_2023();
    /// let text = r#"{"framework": "shropshire-2023", "sections": {"A": {"score": 9}}}"#;
    /// let problems = Review::from_json(&framework, text).unwrap_err();
    /// assert_eq!(
    ///     problems[0].to_string(),
    ///     "/sections/A/score: This must be a whole number from 1 to 4.",
    /// );
    /// ```
    ///
    /// # Errors
    /// Every problem found, each with its place; no value of the text is repeated.
    pub fn from_json(framework: &Arc<Framework>, text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        Self::from_document(framework, &document)
    }

    /// Checks a document against a framework.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_document(
        framework: &Arc<Framework>,
        document: &Document,
    ) -> Result<Self, Vec<Problem>> {
        let (json, mut reader) = document.open();
        let mut review = Self::new(framework.clone());
        review.read(json, &mut reader);
        if reader.is_fine() { Ok(review) } else { Err(reader.into_problems()) }
    }

    /// Takes over what stands in the JSON of a review, noting every problem.
    pub(crate) fn read<'a>(&mut self, json: Json<'a>, r: &mut Reader<'a>) {
        let framework = self.framework.clone();
        let rules = &framework.rules;
        for (position, name, json) in r.entries(json) {
            match name {
                "framework" => r.within(name, |r| self.read_framework(json, r)),
                "plan" => r.within(name, |r| self.read_plan(json, r)),
                "review" => r.within(name, |r| self.read_details(json, r)),
                "criteria" => r.within(name, |r| self.read_criteria(rules, json, r)),
                "sections" => r.within(name, |r| self.read_sections(rules, json, r)),
                _ => r.field_problem(position, name, ProblemKind::UnknownField {}),
            }
        }
        if matches!(json, Json::Object(_)) && json.field("framework").is_null() {
            r.problem_in("framework", ProblemKind::Missing {});
        }
    }

    fn read_framework<'a>(&mut self, json: Json<'a>, r: &mut Reader<'a>) {
        let expected = self.framework.id();
        match json {
            Json::Text(named) if named == expected => {}
            Json::Text(_) => {
                r.problem(FrameworkProblem::WrongFramework { expected: expected.to_owned() });
            }
            _ => r.wrong_type(json, "text"),
        }
    }

    fn read_plan<'a>(&mut self, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            if name == "reference" {
                self.reference = r.within(name, |r| text(json, r, MOST_REFERENCE));
            } else if let Some(field) = ContextField::from_word(name) {
                r.within(name, |r| {
                    let value = match field {
                        ContextField::Stage => read::<Stage>(json, r).map(ContextValue::Stage),
                        ContextField::YearGroup => whole(json, r, -2, 15).map(ContextValue::Number),
                        ContextField::Age => whole(json, r, 0, 25).map(ContextValue::Number),
                        _ => read::<bool>(json, r).map(ContextValue::Flag),
                    };
                    if let Err(kind) = self.context.set(field, value) {
                        r.problem(kind);
                    }
                });
            } else {
                r.field_problem(position, name, ProblemKind::UnknownField {});
            }
        }
    }

    fn read_details<'a>(&mut self, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            match name {
                "level" => {
                    let level = r.within(name, |r| r.integer(json, 1, 5));
                    self.level = level.and_then(|level| level.try_into().ok());
                }
                "reviewer" => r.within(name, |r| self.read_reviewer(json, r)),
                "date" => self.date = r.within(name, |r| date_text(json, r)),
                _ => r.field_problem(position, name, ProblemKind::UnknownField {}),
            }
        }
    }

    fn read_reviewer<'a>(&mut self, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            match name {
                "role" => self.role = r.within(name, |r| text(json, r, MOST_TEXT)),
                "id" => self.reviewer = r.within(name, |r| text(json, r, MOST_REFERENCE)),
                _ => r.field_problem(position, name, ProblemKind::UnknownField {}),
            }
        }
    }

    fn read_criteria<'a>(&mut self, rules: &Rules, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            let Some(criterion) = rules.criterion(name) else {
                r.field_problem(position, name, ProblemKind::UnknownId { what: "criterion" });
                continue;
            };
            let words =
                rules.criteria[criterion].values.rows().iter().map(|value| value.id.as_str());
            let value = r.within(name, |r| r.word(json, words));
            self.criteria[criterion] = value.map(ValueNo::at);
        }
    }

    fn read_sections<'a>(&mut self, rules: &Rules, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            match rules.section(name) {
                Some(section) => r.within(name, |r| self.read_section(rules, section, json, r)),
                None => r.field_problem(position, name, ProblemKind::UnknownId { what: "section" }),
            }
        }
    }

    fn read_section<'a>(
        &mut self,
        rules: &Rules,
        section: SectionNo,
        json: Json<'a>,
        r: &mut Reader<'a>,
    ) {
        for (position, name, json) in r.entries(json) {
            if name == "descriptors" {
                r.within(name, |r| self.read_answers(rules, section, json, r));
            } else if name == "score" {
                let score = r.within(name, |r| read::<Score>(json, r));
                self.put_score(section, score);
            } else if let Some(field) = TextField::from_word(name) {
                r.within(name, |r| {
                    let text = read::<String>(json, r);
                    if let Err(kind) = self.put_text(section, field, text) {
                        r.problem(kind);
                    }
                });
            } else {
                r.field_problem(position, name, ProblemKind::UnknownField {});
            }
        }
    }

    fn read_answers<'a>(
        &mut self,
        rules: &Rules,
        section: SectionNo,
        json: Json<'a>,
        r: &mut Reader<'a>,
    ) {
        let mut next = rules.sections[section].descriptors.start;
        for (position, name, json) in r.entries(json) {
            let Some(number) = rules.descriptor_from(next, name) else {
                r.field_problem(position, name, ProblemKind::UnknownId { what: "descriptor" });
                continue;
            };
            next = DescriptorNo::at(number.place() + 1);
            let rule = &rules.descriptors[number];
            r.within(name, |r| {
                if rule.section != section {
                    r.problem(ReviewProblem::WrongSection {
                        descriptor: rule.id.clone(),
                        section: rules.sections[rule.section].id.clone(),
                    });
                } else if let Some(answer) = r.word(json, Answer::WORDS.iter().copied())
                    && let Err(kind) = self.put_answer(number, Answer::ALL.get(answer).copied())
                {
                    r.problem(kind);
                }
            });
        }
    }
}

/// A value of one type, if it has its shape.
fn read<'a, T: Shape>(json: Json<'a>, r: &mut Reader<'a>) -> Option<T> {
    let before = r.count();
    check(json, T::KIND, r);
    (r.count() == before).then(|| T::take(json))
}

fn text<'a>(json: Json<'a>, r: &mut Reader<'a>, most: usize) -> Option<String> {
    let text = read::<String>(json, r)?;
    if let Err(kind) = within_length(&text, most) {
        r.problem(kind);
        return None;
    }
    Some(text)
}

fn whole(json: Json, r: &mut Reader, least: i64, most: i64) -> Option<i8> {
    r.integer(json, least, most).and_then(|number| number.try_into().ok())
}

/// A date as it stands, if the calendar has it.
fn date_text<'a>(json: Json<'a>, r: &mut Reader<'a>) -> Option<String> {
    let text = read::<String>(json, r)?;
    if day(&text).is_none() {
        r.problem(ProblemKind::NoSuchDate {});
        return None;
    }
    Some(text)
}
