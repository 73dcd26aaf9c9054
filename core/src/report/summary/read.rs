//! Reads a summary that another process has written. Whatever does not add up is a problem.

use std::collections::BTreeMap;

use super::by_grade::{Scores, check_grades};
use super::counts::{
    FindingCounts, Graded, IssuedCounts, KNOWN_DIMENSIONS, OrderedCounts, ROWS_OF_REPORT, Summary,
    SurveyCounts,
};
use super::problem::SummaryProblem;
use super::record::{check_sections, check_thread_rules};
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape;
use crate::document::{Document, Json, is_id};
use crate::framework::{Framework, Stage, expect_framework};
use crate::process::agreement::check_matrix;

/// The largest summary read, in bytes of JSON text: more than any that is written.
pub const MOST_SUMMARY_BYTES: usize = 20_000_000;

impl Summary {
    /// Reads a summary from JSON text of at most [`MOST_SUMMARY_BYTES`] and checks it against a framework.
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, then ids that the framework does not have
    /// and counts that do not fit together.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        Self::read(framework, text).map_err(|problems| framework.reworded(problems))
    }

    fn read(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json_within(text, MOST_SUMMARY_BYTES);
        let document = document.map_err(|problem| vec![problem])?;
        let (json, mut reader) = document.open();
        let summary = shape::read::<Self>(json, &mut reader);
        check_ids(framework, json, &mut reader);
        let Some(mut summary) = summary.filter(|_| reader.is_fine()) else {
            return Err(reader.into_problems());
        };
        let mut counts = Reader::default();
        summary.check_counts(&mut counts);
        if !counts.is_fine() {
            return Err(counts.into_problems());
        }
        summary.put_in_order(framework);
        summary.bound();
        Ok(summary)
    }

    /// Puts the counts by grade in the order of the grades.
    fn put_in_order(&mut self, framework: &Framework) {
        let values = self.dimensions.values_mut().flat_map(BTreeMap::values_mut);
        let graded = values.chain(self.other_values.iter_mut().flat_map(BTreeMap::values_mut));
        let scores = graded.chain([&mut self.all]).map(|graded| &mut graded.scores);
        for scores in scores.chain(self.sections.values_mut()) {
            scores.put_in_order(framework);
        }
        self.regraded.put_in_order(framework);
        for scores in self.regraded.values_mut() {
            scores.put_in_order(framework);
        }
    }

    fn check_counts<'a>(&'a self, reader: &mut Reader<'a>) {
        let all = self.all.plans;
        reader.within("all", |reader| check_graded(&self.all, reader));
        let all_fits = reader.is_fine();
        reader.within("sections", |reader| {
            for (id, scores) in &self.sections {
                reader.within(id, |reader| at_most(all, scores.values().copied(), reader));
            }
        });
        reader.within("descriptors", |reader| {
            for (id, counts) in &self.descriptors {
                reader.within(id, |reader| {
                    let partly = counts.partly.unwrap_or(0);
                    let counted = [counts.met, partly, counts.not_met, counts.not_applicable];
                    at_most(all, counted, reader);
                    reader.within("not_met_by_phase", |reader| {
                        at_most(counts.not_met, values(&counts.not_met_by_phase), reader);
                    });
                });
            }
        });
        reader.within("wording", |reader| {
            for (id, counts) in &self.wording {
                reader.within(id, |reader| counts.check(all, reader));
            }
        });
        reader.within("thread", |reader| self.thread.check(all, reader));
        reader.within("dimensions", |reader| {
            for (name, values) in &self.dimensions {
                reader.within(name, |reader| {
                    let each_fits = check_values(values, reader);
                    if all_fits && each_fits {
                        self.check_shares(name, values, reader);
                    }
                });
            }
        });
        reader.within("other_values", |reader| {
            for (name, graded) in self.other_values.iter().flatten() {
                reader.within(name, |reader| {
                    check_graded(graded, reader);
                    at_most(all, [graded.plans], reader);
                });
            }
        });
        reader.within("beside", |reader| {
            for (name, others) in self.beside.iter().flatten() {
                reader.within(name, |reader| {
                    for (other, values) in others {
                        reader.within(other, |reader| {
                            at_most(all, values.values().map(|beside| beside.plans), reader);
                        });
                    }
                });
            }
        });
        reader.within("regraded", |reader| {
            at_most(all, self.regraded.values().map(Scores::total), reader);
        });
        reader.within("agreement", |reader| {
            at_most(all, self.agreement.matrix().iter().flatten().copied(), reader);
        });
        reader.within("families", |reader| {
            for (id, survey) in self.families.iter().flatten() {
                reader.within(id, |reader| survey.check(reader));
            }
        });
        reader.within("timeliness", |reader| {
            let issued = [&self.timeliness.no_exception, &self.timeliness.exception_claimed];
            let ordered = self.timeliness.after_order.iter().map(OrderedCounts::plans);
            at_most(all, issued.map(IssuedCounts::plans).into_iter().chain(ordered), reader);
        });
    }

    /// The values of a dimension share out the plans of each score, and those without a score.
    fn check_shares(&self, name: &str, values: &BTreeMap<String, Graded>, reader: &mut Reader) {
        let others = self.other_values.as_ref().and_then(|others| others.get(name));
        let grades = self.agreement.matrix().len();
        for (place, most) in self.all.with_rest(grades).into_iter().enumerate() {
            let values = values.values().chain(others);
            let counts = values.filter_map(|graded| graded.with_rest(grades).get(place).copied());
            at_most(most, counts, reader);
        }
    }
}

impl SurveyCounts {
    fn check<'a>(&'a self, reader: &mut Reader<'a>) {
        reader.within("terms", |reader| at_most(self.responses, values(&self.terms), reader));
        reader.within("questions", |reader| {
            for (id, answers) in &self.questions {
                reader.within(id, |reader| at_most(self.responses, values(answers), reader));
            }
        });
    }
}

impl FindingCounts {
    fn check<'a>(&'a self, all: u32, reader: &mut Reader<'a>) {
        reader.within("looked_at", |reader| at_most(all, [self.looked_at], reader));
        reader.within("rules", |reader| {
            for (id, rule) in &self.rules {
                reader.within(id, |reader| {
                    at_most(self.looked_at, [rule.found], reader);
                    reader.within("found_by_phase", |reader| {
                        at_most(rule.found, values(&rule.found_by_phase), reader);
                    });
                });
            }
        });
    }
}

/// Whether the scores of each value fit its plans.
fn check_values<'a>(values: &'a BTreeMap<String, Graded>, reader: &mut Reader<'a>) -> bool {
    let before = reader.count();
    for (value, graded) in values {
        reader.within(value, |reader| check_graded(graded, reader));
    }
    reader.count() == before
}

fn check_ids<'a>(framework: &'a Framework, json: Json<'a>, reader: &mut Reader<'a>) {
    expect_framework(reader, json, framework.id());
    check_scores(framework, json, reader);
    let phases: Vec<&str> = framework.phases().iter().map(|phase| phase.id.as_str()).collect();
    for name in ["sections", "wording"] {
        reader.within(name, |reader| check_sections(framework, json.field(name), reader));
    }
    reader.within("descriptors", |reader| {
        for (id, counts) in fields(json.field("descriptors")) {
            if framework.descriptor_number(id).is_none() {
                reader.problem_in(id, ProblemKind::UnknownId { what: "descriptor" });
            }
            reader.within(id, |reader| {
                check_words("not_met_by_phase", counts, &phases, reader);
            });
        }
    });
    reader.within("wording", |reader| {
        for (id, counts) in fields(json.field("wording")) {
            reader.within(id, |reader| check_rules(counts, &phases, reader));
        }
    });
    reader.within("thread", |reader| {
        let thread = json.field("thread");
        reader.within("rules", |reader| {
            check_thread_rules(framework, thread.field("rules"), reader);
        });
        check_rules(thread, &phases, reader);
    });
    reader.within("families", |reader| {
        check_families(framework, json.field("families"), reader);
    });
    let levels: Vec<String> = framework.level_numbers().iter().map(ToString::to_string).collect();
    let levels: Vec<&str> = levels.iter().map(String::as_str).collect();
    // A term is any: there is no last one.
    let words = [&levels, &phases, Stage::WORDS];
    reader.within("dimensions", |reader| {
        for (name, values) in fields(json.field("dimensions")) {
            reader.within(name, |reader| {
                for row in ROWS_OF_REPORT.into_iter().filter(|row| !values.field(row).is_null()) {
                    reader.problem_in(row, SummaryProblem::NameTaken {});
                }
            });
        }
        for (name, words) in KNOWN_DIMENSIONS.into_iter().zip(words) {
            check_words(name, json.field("dimensions"), words, reader);
        }
    });
}

/// Expects surveys, questions and answers to be those of the framework.
fn check_families<'a>(framework: &Framework, families: Json<'a>, reader: &mut Reader<'a>) {
    for (id, counts) in fields(families) {
        let Some(survey) = framework.families().and_then(|reading| reading.survey(id)) else {
            reader.problem_in(id, ProblemKind::UnknownId { what: "survey" });
            continue;
        };
        let questions: Vec<&str> = survey.questions.iter().map(|one| one.id.as_str()).collect();
        let answers: Vec<&str> = survey.answers.iter().map(|one| one.id.as_str()).collect();
        reader.within(id, |reader| {
            check_words("questions", counts, &questions, reader);
            reader.within("questions", |reader| {
                for (question, given) in fields(counts.field("questions")) {
                    reader.within(question, |reader| expect_words(given, &answers, reader));
                }
            });
        });
    }
}

/// Expects counts by grade to have the grades of the framework.
fn check_scores<'a>(framework: &'a Framework, json: Json<'a>, reader: &mut Reader<'a>) {
    let check = |graded: Json<'a>, reader: &mut Reader<'a>| {
        let scores = graded.field("scores");
        reader.within("scores", |reader| check_grades(framework, scores, reader));
    };
    reader.within("all", |reader| check(json.field("all"), reader));
    reader.within("sections", |reader| {
        for (id, scores) in fields(json.field("sections")) {
            reader.within(id, |reader| check_grades(framework, scores, reader));
        }
    });
    for name in ["dimensions", "other_values"] {
        reader.within(name, |reader| {
            for (name, values) in fields(json.field(name)) {
                reader.within(name, |reader| {
                    if !values.field("scores").is_null() {
                        check(values, reader);
                        return;
                    }
                    for (value, graded) in fields(values) {
                        reader.within(value, |reader| check(graded, reader));
                    }
                });
            }
        });
    }
    reader.within("regraded", |reader| {
        check_grades(framework, json.field("regraded"), reader);
        for (grade, scores) in fields(json.field("regraded")) {
            reader.within(grade, |reader| check_grades(framework, scores, reader));
        }
    });
    reader.within("agreement", |reader| {
        let matrix = json.field("agreement").field("matrix");
        reader.within("matrix", |reader| check_matrix(framework, matrix, reader));
    });
}

/// Expects the rules of some findings to be counted by phase.
fn check_rules<'a>(counts: Json<'a>, phases: &[&str], reader: &mut Reader<'a>) {
    reader.within("rules", |reader| {
        for (id, counts) in fields(counts.field("rules")) {
            reader.within(id, |reader| {
                check_words("found_by_phase", counts, phases, reader);
            });
        }
    });
}

/// Expects the names of the fields in a field to be some words.
fn check_words<'a>(name: &'static str, json: Json<'a>, words: &[&str], reader: &mut Reader<'a>) {
    reader.within(name, |reader| expect_words(json.field(name), words, reader));
}

/// Expects the names of fields to be some words.
fn expect_words<'a>(json: Json<'a>, words: &[&str], reader: &mut Reader<'a>) {
    for (word, _) in fields(json) {
        if !words.contains(&word) {
            let allowed = words.iter().map(|&word| word.to_owned()).collect();
            reader.problem_in(word, ProblemKind::NotOneOf { allowed });
        }
    }
}

/// The fields of an object whose names can be shown; others are a problem of their own.
fn fields(json: Json<'_>) -> impl Iterator<Item = (&str, Json<'_>)> {
    json.object().iter().filter(|(name, _)| is_id(name))
}

fn check_graded(graded: &Graded, reader: &mut Reader) {
    at_most(graded.plans, graded.scores.values().copied(), reader);
}

fn values(counts: &BTreeMap<String, u32>) -> impl IntoIterator<Item = u32> {
    counts.values().copied()
}

/// Expects some counts to come to no more than there are in all.
fn at_most(most: u32, counts: impl IntoIterator<Item = u32>, reader: &mut Reader) {
    let sum: u64 = counts.into_iter().map(u64::from).sum();
    if sum > u64::from(most) {
        reader.problem(SummaryProblem::MoreThanAll { most: most as usize });
    }
}
