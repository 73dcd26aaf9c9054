//! Reads a review from a document, against its framework, with every problem reported.

use std::sync::Arc;

use super::answer::TextField;
use super::checked::Review;
use super::problem::ReviewProblem;
use super::record::Reviewer;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::read;
use crate::document::table::Number;
use crate::document::{Document, Json};
use crate::framework::{
    CompiledScale, DescriptorNo, FactValues, FindingCount, Framework, FrameworkProblem, Rules,
    Score, SectionNo, ValueNo,
};

/// The fields of a review, and those of its details.
const FIELDS: [&str; 5] = ["framework", "plan", "review", "criteria", "sections"];
const DETAILS: [&str; 3] = ["level", "reviewer", "date"];

impl Review {
    /// Reads a review from JSON text and checks it against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::{Framework, Review};
    ///
    /// let framework = Framework::built_in();
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
        let document = Document::from_json(text);
        let document = document.map_err(|problem| framework.reworded(vec![problem]))?;
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
        if reader.is_fine() { Ok(review) } else { Err(framework.reworded(reader.into_problems())) }
    }

    /// Takes over what stands in the JSON of a review, noting every problem.
    pub(crate) fn read<'a>(&mut self, json: Json<'a>, r: &mut Reader<'a>) {
        let framework = self.framework.clone();
        let rules = &framework.rules;
        for (position, name, json) in r.entries(json) {
            match name {
                "framework" => r.within(name, |r| self.read_framework(json, r)),
                "plan" => r.within(name, |r| self.read_plan(rules, json, r)),
                "review" => r.within(name, |r| self.read_details(rules, json, r)),
                "criteria" => r.within(name, |r| self.read_criteria(rules, json, r)),
                "sections" => r.within(name, |r| self.read_sections(rules, json, r)),
                _ => r.unknown_field(position, name, &mut FIELDS.into_iter()),
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

    fn read_plan<'a>(&mut self, rules: &Rules, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            match rules.facts.find(|rule| rule.id == name) {
                Some(fact) => {
                    let number = r.within(name, |r| read_fact(&rules.facts[fact].values, json, r));
                    self.context.numbers[fact] = number;
                }
                None if name == "reference" => self.reference = r.within(name, |r| read(json, r)),
                None => {
                    let facts = rules.facts.rows().iter().map(|fact| fact.id.as_str());
                    r.unknown_field(position, name, &mut facts.chain(["reference"]));
                }
            }
        }
    }

    fn read_details<'a>(&mut self, rules: &Rules, json: Json<'a>, r: &mut Reader<'a>) {
        let (least, most) = (*rules.levels.start(), *rules.levels.end());
        let details = &mut self.details;
        for (position, name, json) in r.entries(json) {
            match name {
                "level" => {
                    let level = r.within(name, |r| r.integer(json, least.into(), most.into()));
                    details.level = level.and_then(|level| level.try_into().ok());
                }
                "reviewer" => {
                    let reviewer = r.within(name, |r| read::<Reviewer>(json, r));
                    details.reviewer = reviewer.filter(|given| *given != Reviewer::default());
                }
                "date" => details.date = r.within(name, |r| read(json, r)),
                _ => r.unknown_field(position, name, &mut DETAILS.into_iter()),
            }
        }
    }

    fn read_criteria<'a>(&mut self, rules: &Rules, json: Json<'a>, r: &mut Reader<'a>) {
        for (position, name, json) in r.entries(json) {
            let Some(criterion) = rules.criterion(name) else {
                let mut known = rules.criteria.rows().iter().map(|rule| rule.id.as_str());
                r.unknown_id(position, name, "criterion", &mut known);
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
            let Some(section) = rules.section(name) else {
                let mut known = rules.sections.rows().iter().map(|rule| rule.id.as_str());
                r.unknown_id(position, name, "section", &mut known);
                continue;
            };
            r.within(name, |r| self.read_section(rules, section, json, r));
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
                let score = r.within(name, |r| read_score(&rules.scale, json, r));
                self.sections[section].score = score;
            } else if let Some(field) = TextField::from_word(name) {
                *self.text_mut(section, field) = r.within(name, |r| read(json, r));
            } else {
                let texts = TextField::ALL.iter().map(|field| field.word());
                r.unknown_field(position, name, &mut texts.chain(["descriptors", "score"]));
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
                let mut known = rules.descriptors.rows().iter().map(|rule| rule.id.as_str());
                r.unknown_id(position, name, "descriptor", &mut known);
                continue;
            };
            next = DescriptorNo::at(number.place() + 1);
            let rule = &rules.descriptors[number];
            let answers = rules.answers_to(number).rows().iter();
            r.within(name, |r| {
                if rule.section != section {
                    r.problem(ReviewProblem::WrongSection {
                        descriptor: rule.id.clone(),
                        section: rules.sections[rule.section].id.clone(),
                    });
                } else if rule.is_counted() {
                    self.read_counts(rules, number, json, r);
                } else if let Some(answer) =
                    r.word(json, answers.clone().map(|row| row.id.as_str()))
                    && let answer = answers.clone().nth(answer).map(|row| row.answer)
                    && let Err(kind) = self.put_answer(number, answer)
                {
                    r.problem(kind);
                }
            });
        }
    }

    /// How many findings of each severity a descriptor has.
    fn read_counts<'a>(
        &mut self,
        rules: &Rules,
        descriptor: DescriptorNo,
        json: Json<'a>,
        r: &mut Reader<'a>,
    ) {
        for (position, name, json) in r.entries(json) {
            match rules.count(descriptor, name) {
                Some(number) => {
                    let count: Option<FindingCount> = r.within(name, |r| read(json, r));
                    self.counts[number] = count.map(FindingCount::number);
                }
                None => {
                    r.unknown_id(position, name, "severity", &mut rules.counted(descriptor));
                }
            }
        }
    }
}

/// A value of a fact.
fn read_fact<'a>(values: &FactValues, json: Json<'a>, r: &mut Reader<'a>) -> Option<i32> {
    let number = values.number(json);
    number
        .map_err(|kind| {
            // What was never read has a problem already.
            if !matches!(json, Json::TooDeep) {
                let kind = match (&kind, json) {
                    (ProblemKind::NotOneOf { allowed }, Json::Text(word)) => {
                        r.near(kind.clone(), word, &mut allowed.iter().map(String::as_str))
                    }
                    _ => kind,
                };
                r.problem(kind);
            }
        })
        .ok()
}

/// A score of the scale.
fn read_score<'a>(scale: &CompiledScale, json: Json<'a>, r: &mut Reader<'a>) -> Option<Score> {
    match json {
        Json::Null => None,
        Json::Number(number) if number.fract() == 0.0 => {
            let score = scale.score_at(number);
            if score.is_none() {
                r.problem(scale.not_a_score());
            }
            score
        }
        Json::Text(written) => {
            // As a number, as a word, or as both.
            let scores =
                scale.scores().map(|score| (score.number().to_string(), scale.name(score)));
            let scores: Vec<(String, &str)> = scores.collect();
            let mut known = scores.iter().flat_map(|(number, name)| {
                let word = name.split_once(' ').map_or(*name, |(_, word)| word);
                [number.as_str(), *name, word].map(|known| (known, number.as_str()))
            });
            let kind = ProblemKind::WrongType { expected: "a whole number" };
            let kind = r.near_to(kind, written, &mut known);
            r.problem(kind);
            None
        }
        _ => {
            r.wrong_type(json, "a whole number");
            None
        }
    }
}
