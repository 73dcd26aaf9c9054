//! Made-up records of plans, for demos, tests and measurements.
//!
//! A record depends on the seed and its number alone, so that any part of a run can be made again. The shares
//! in it, such as how many plans are Good, are made up too: they are chosen to resemble a council's year and
//! say nothing about any council. No text in it is about a child, and its reference says that it is made up.

mod shares;

use std::collections::BTreeSet;
use std::io::Write as _;

use clap::Args;
use ehcp_qa_core::timescale::Exception;
use ehcp_qa_core::wording::Lexicon;
use ehcp_qa_core::{Framework, Score};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use time::{Date, Duration, Month};

use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use crate::output::{Audience, standard};
use shares::{
    AREAS, DESCRIPTORS, IMPROVEMENTS, LEVELS, NEEDS, OTHER_RULE, OTHERWISE, RATIONALES, RULES,
    SECTIONS, SETTINGS, STRENGTHS, TERMS, Term, YEARS,
};

/// Make up records of plans, for demos, tests and measurements
///
/// Prints NDJSON that `summarise` reads. The same seed gives the same records. The shares in them are made up
/// and say nothing about any council; no text in them is about a child.
#[derive(Debug, Args)]
pub(crate) struct SynthArguments {
    /// Which records: another seed gives others
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,

    /// How many
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000)]
    pub(crate) count: u64,

    /// How many to pass over, so that parts can be made apart
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) skip: u64,
}

/// So many records are made at a time.
const ROUND: u64 = 4_096;

pub(crate) fn run(arguments: &SynthArguments, context: &Context) -> Result<Outcome, Failure> {
    let SynthArguments { seed, count, skip } = *arguments;
    let synth = Synth::new(&context.framework, &Lexicon::built_in(), seed);
    let mut out = standard(Audience::Programs);
    let end = skip.saturating_add(count);
    let mut next = skip;
    while next < end {
        let until = end.min(next.saturating_add(ROUND));
        let numbers: Vec<u64> = (next..until).collect();
        let lines: Vec<String> =
            numbers.into_par_iter().map(|number| synth.record(number).to_string() + "\n").collect();
        for line in lines {
            out.write_all(line.as_bytes())?;
        }
        next = until;
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

/// Makes records under one framework.
struct Synth {
    framework: String,
    /// The facts that it records of a plan.
    facts: BTreeSet<String>,
    /// The numbers of its scores, best first.
    scores: Vec<u8>,
    /// The block on overall quality last.
    sections: Vec<Section>,
    may_exclude: BTreeSet<String>,
    criteria: Vec<(String, Vec<String>)>,
    /// The rules of wording of each section.
    wording: Vec<(String, Vec<Rule>)>,
    thread: Vec<Rule>,
    seed: u64,
}

/// A section, with by how much it is easier than others.
struct Section {
    id: String,
    ease: i64,
    descriptors: Vec<(String, i64)>,
}

/// A rule, with how often it finds something.
struct Rule {
    id: String,
    percent: u64,
}

impl Rule {
    fn new(id: &str) -> Self {
        Self { id: id.to_owned(), percent: share_of(id, RULES).unwrap_or(OTHER_RULE) }
    }
}

/// What a table of shares says of an id, if it names it.
fn share_of<T: Copy>(id: &str, shares: &[(&str, T)]) -> Option<T> {
    shares.iter().find(|(named, _)| *named == id).map(|(_, share)| *share)
}

impl Synth {
    fn new(framework: &Framework, lexicon: &Lexicon, seed: u64) -> Self {
        let ids: Vec<&str> = framework.section_ids().collect();
        let descriptors = |section: usize| {
            let all = framework.descriptor_ids();
            let inside = all.filter(move |(_, home)| *home == section);
            inside.map(|(id, _)| (id.to_owned(), share_of(id, DESCRIPTORS).unwrap_or(0))).collect()
        };
        let applicability = framework.interpretation().applicability;
        let rules = |section: &str| {
            let rules = lexicon.rules().filter(|rule| rule.sections.iter().any(|id| id == section));
            rules.map(|rule| Rule::new(&rule.id)).collect::<Vec<_>>()
        };
        Self {
            framework: framework.id().to_owned(),
            facts: framework.facts().map(|(field, _)| field.to_owned()).collect(),
            scores: framework.scores().map(Score::number).collect(),
            sections: ids
                .iter()
                .enumerate()
                .map(|(number, id)| Section {
                    id: (*id).to_owned(),
                    ease: share_of(id, SECTIONS).unwrap_or(0),
                    descriptors: descriptors(number),
                })
                .collect(),
            may_exclude: applicability
                .into_iter()
                .filter(|entry| entry.may_exclude)
                .flat_map(|entry| entry.descriptors)
                .collect(),
            criteria: framework
                .criterion_ids()
                .map(|(id, values)| (id.to_owned(), values.map(str::to_owned).collect()))
                .collect(),
            wording: ids
                .iter()
                .map(|id| ((*id).to_owned(), rules(id)))
                .filter(|(_, rules)| !rules.is_empty())
                .collect(),
            thread: framework.thread_rule_ids().map(Rule::new).collect(),
            seed,
        }
    }

    /// The record with a number.
    fn record(&self, number: u64) -> Value {
        let mut dice = Dice(ChaCha8Rng::seed_from_u64(self.seed));
        dice.0.set_stream(number);
        let year_group = dice.pick(YEARS).unwrap_or_default();
        // How good the plan is, from 0 to 100.
        let term = dice.one_of(TERMS);
        let better = term.map_or(0, |term| term.better);
        let quality = (dice.below(60) + dice.below(60) + better).min(100);
        let day = term.and_then(|term| day_of(&mut dice, term)).unwrap_or(Date::MIN);
        let first = grade(quality);
        let is_again = first > 2 && dice.chance(80);
        let amended = (quality + 15 + dice.below(40)).min(100);
        let second = if is_again { grade(amended) } else { first };
        let mut record = json!({
            "review": {
                "framework": self.framework,
                "plan": self.known(plan(&mut dice, number, year_group)),
                "review": {
                    "level": dice.pick(LEVELS),
                    "reviewer": {"role": "senior_case_officer", "id": format!("R-{:02}", dice.below(24))},
                    "date": text(day),
                },
                "criteria": self.criteria(&mut dice, quality),
                "sections": self.sections(&mut dice, quality, first),
            },
            "dates": dates(&mut dice, day),
            "dimensions": {
                "need": dice.pick(NEEDS),
                "setting": dice.pick(SETTINGS),
                "area": dice.pick(AREAS),
            },
            "wording": self.wording(&mut dice, quality),
        });
        if dice.chance(90) {
            record["thread"] = found(&mut dice, &self.thread, quality);
        }
        if is_again && !self.scores.is_empty() {
            record["regraded"] = json!({"before": self.score(first), "after": self.score(second)});
        }
        // Before anything is amended, to see how far graders agree.
        if dice.chance(75) && !self.scores.is_empty() {
            let other = if dice.chance(20) { otherwise(&mut dice, first) } else { first };
            record["graded_twice"] =
                json!({"first": self.score(first), "second": self.score(other)});
        }
        record
    }

    /// Of the facts about a plan, those that the framework records. Every framework has a reference.
    fn known(&self, mut plan: Value) -> Value {
        if let Value::Object(facts) = &mut plan {
            facts.retain(|field, _| field == "reference" || self.facts.contains(field));
        }
        plan
    }

    /// The score of the framework that one of four grades comes to: they are spread over its scale.
    fn score(&self, grade: u64) -> Option<u8> {
        let last = self.scores.len().saturating_sub(1);
        let place = usize::try_from(grade.saturating_sub(1)).ok()? * last;
        // Of four grades, to the nearest place.
        self.scores.get((place + 1) / 3).copied()
    }

    fn criteria(&self, dice: &mut Dice, quality: u64) -> Value {
        let answers = self.criteria.iter().filter_map(|(id, values)| {
            let best = values.len().checked_sub(1)?;
            let value = if dice.chance(quality + 20) { best } else { best.saturating_sub(1) };
            Some((id.clone(), json!(values.get(value)?)))
        });
        Value::Object(answers.collect())
    }

    fn sections(&self, dice: &mut Dice, quality: u64, plan: u64) -> Value {
        let last = self.sections.len().saturating_sub(1);
        let sections =
            self.sections.iter().enumerate().map(|(number, Section { id, ease, descriptors })| {
                let quality = (quality + dice.below(30)).saturating_sub(15);
                let quality = quality.saturating_add_signed(*ease).min(100);
                let mut section = Map::new();
                section.insert("descriptors".to_owned(), self.answers(dice, quality, descriptors));
                if dice.chance(93) {
                    let grade = if number == last { plan } else { grade(quality) };
                    section.insert("score".to_owned(), json!(self.score(grade)));
                }
                for (field, texts, percent) in [
                    ("strengths", STRENGTHS, quality / 2),
                    ("improvements", IMPROVEMENTS, (100 - quality) / 2),
                    ("rationale", RATIONALES, if number == last { 90 } else { 15 }),
                ] {
                    if dice.chance(percent) {
                        section.insert(field.to_owned(), json!(dice.one_of(texts)));
                    }
                }
                (id.clone(), Value::Object(section))
            });
        Value::Object(sections.collect())
    }

    fn answers(&self, dice: &mut Dice, quality: u64, descriptors: &[(String, i64)]) -> Value {
        let answers = descriptors.iter().filter_map(|(id, ease)| {
            let answer = match dice.below(100) {
                0..=2 => return None,
                3..=17 if self.may_exclude.contains(id) => "not_applicable",
                _ if dice.chance((quality + 25).saturating_add_signed(*ease)) => "yes",
                _ => "no",
            };
            Some((id.clone(), json!(answer)))
        });
        Value::Object(answers.collect())
    }

    fn wording(&self, dice: &mut Dice, quality: u64) -> Value {
        let sections = self
            .wording
            .iter()
            .map(|(section, rules)| (section.clone(), found(dice, rules, quality)));
        Value::Object(sections.collect())
    }
}

/// How often each rule found something: nothing most often.
fn found(dice: &mut Dice, rules: &[Rule], quality: u64) -> Value {
    let mut found = Map::new();
    for Rule { id, percent } in rules {
        if dice.chance(percent * (150 - quality) / 100) {
            found.insert(id.clone(), json!(1 + dice.below(3)));
        }
    }
    Value::Object(found)
}

fn plan(dice: &mut Dice, number: u64, year_group: i64) -> Value {
    json!({
        "reference": format!("MADE-UP-{:07}", number + 1),
        "stage": if dice.chance(75) { "draft" } else { "final" },
        "year_group": year_group,
        "age": year_group + 4 + i64::from(dice.chance(50)),
        "health_needs": dice.chance(35),
        "social_care_needs": dice.chance(25),
        "personal_budget": dice.chance(6),
        "medical_diagnosis": dice.chance(40),
    })
}

/// About half of the plans that were issued were so in time, most others within a year.
fn dates(dice: &mut Dice, day: Date) -> Value {
    let weeks = match dice.below(100) {
        0..=49 => 15 + dice.below(5),
        50..=89 => 20 + dice.below(30),
        _ => 53 + dice.below(20),
    };
    let days = i64::try_from(weeks * 7 + dice.below(7)).unwrap_or_default();
    let mut dates = json!({"received": text(day - Duration::days(days))});
    if dice.chance(85) {
        dates["issued"] = json!(text(day));
        if weeks >= 20 && dice.chance(40) {
            dates["exception"] = json!(dice.one_of(Exception::WORDS));
        }
    }
    dates
}

fn day_of(dice: &mut Dice, term: &Term) -> Option<Date> {
    let month = Month::try_from(term.month + u8::try_from(dice.below(term.months)).ok()?).ok()?;
    Date::from_calendar_date(term.year, month, 1 + u8::try_from(dice.below(28)).ok()?).ok()
}

fn text(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// From how good a plan is to its grade: 1 is the best of four.
fn grade(quality: u64) -> u64 {
    match quality {
        90.. => 1,
        52..=89 => 2,
        32..=51 => 3,
        _ => 4,
    }
}

/// What a second grader gives a plan where the two differ.
fn otherwise(dice: &mut Dice, grade: u64) -> u64 {
    let row = grade.checked_sub(1).and_then(|at| usize::try_from(at).ok());
    let others = row.and_then(|row| OTHERWISE.get(row)).copied().unwrap_or_default();
    dice.one_of(others).copied().unwrap_or(grade)
}

/// Numbers that are the same on every machine.
struct Dice(ChaCha8Rng);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        // The high half of a product spreads evenly enough, and without division.
        let product = u128::from(self.0.next_u64()) * u128::from(most);
        u64::try_from(product >> 64).unwrap_or_default()
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one_of<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        let number = self.below(from.len() as u64);
        usize::try_from(number).ok().and_then(|number| from.get(number))
    }

    fn pick<T: Copy>(&mut self, weighted: &[(T, u64)]) -> Option<T> {
        let mut left = self.below(weighted.iter().map(|(_, weight)| weight).sum());
        for (value, weight) in weighted {
            match left.checked_sub(*weight) {
                Some(less) => left = less,
                None => return Some(*value),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_shares_name_is_there() {
        let (framework, lexicon) = (Framework::built_in(), Lexicon::built_in());
        let mut sections = SECTIONS.iter().map(|(id, _)| *id);
        assert_eq!(sections.find(|id| framework.section_number(id).is_none()), None);
        let known: BTreeSet<&str> = framework.descriptor_ids().map(|(id, _)| id).collect();
        let mut descriptors = DESCRIPTORS.iter().map(|(id, _)| *id);
        assert_eq!(descriptors.find(|id| !known.contains(id)), None);
        let wording = lexicon.rules().map(|rule| rule.id.as_str());
        let known: BTreeSet<&str> = wording.chain(framework.thread_rule_ids()).collect();
        let mut rules = RULES.iter().map(|(id, _)| *id);
        assert_eq!(rules.find(|id| !known.contains(id)), None);
    }
}
