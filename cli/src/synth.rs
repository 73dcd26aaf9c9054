//! Made-up records of plans, for demos, tests and measurements.
//!
//! A record depends on the seed and its number alone, so that any part of a run can be made again. The shares
//! in it, such as how many plans are Good, are made up too: they are chosen to look like a council's year and
//! tell nothing about any. No text in it is about a child.

use std::collections::BTreeSet;
use std::io::Write as _;

use ehcp_qa_core::Framework;
use ehcp_qa_core::timescale::Exception;
use ehcp_qa_core::wording::Lexicon;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use time::{Date, Duration, Month};

use crate::arguments::SynthArguments;
use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use crate::output::standard;

/// Needs and settings, each with its weight.
const NEEDS: &[(&str, u64)] = &[
    ("autism", 33),
    ("speech-language-and-communication", 21),
    ("social-emotional-and-mental-health", 20),
    ("moderate-learning-difficulty", 9),
    ("severe-learning-difficulty", 6),
    ("specific-learning-difficulty", 4),
    ("physical-disability", 3),
    ("hearing-impairment", 2),
    ("profound-and-multiple", 1),
    ("visual-impairment", 1),
];
const SETTINGS: &[(&str, u64)] = &[
    ("mainstream", 45),
    ("special", 34),
    ("resourced-provision", 6),
    ("further-education", 11),
    ("early-years", 2),
    ("elsewhere", 2),
];
const AREAS: &[(&str, u64)] = &[("north", 28), ("central", 41), ("south", 31)];
const LEVELS: &[(u8, u64)] = &[(2, 70), (4, 22), (5, 8)];

/// The terms of two school years: the year and the month in which each begins, and its months.
const TERMS: &[(i32, u8, u64)] =
    &[(2023, 9, 4), (2024, 1, 3), (2024, 4, 4), (2024, 9, 4), (2025, 1, 3), (2025, 4, 4)];

/// What a reviewer might note. Nobody is named.
const STRENGTHS: &[&str] = &[
    "The views are in the young person's own words and are easy to follow.",
    "Provision is specific: what, who, how often and for how long.",
    "Outcomes are dated and can be measured.",
    "Each need has provision, and each provision an outcome.",
];
const IMPROVEMENTS: &[&str] = &[
    "State how often and for how long; \"regular\" is open to interpretation.",
    "Some provision stands in the section on needs and belongs in Section F.",
    "Say who will deliver the programme and what training they have.",
    "The outcomes describe what staff will do, not what the young person will be able to do.",
    "Contributors are listed without the dates of their advice.",
];
const RATIONALES: &[&str] = &[
    "Complies and is mostly well written; detail is missing in two places.",
    "Information is in the right sections and the thread can be followed.",
    "Essential content is missing, so the plan cannot be issued yet.",
    "Clear, specific and well presented throughout.",
];

/// So many records are made at a time.
const ROUND: u64 = 4_096;

pub(crate) fn run(arguments: &SynthArguments, context: &Context) -> Result<Outcome, Failure> {
    let SynthArguments { seed, count, skip } = *arguments;
    let synth = Synth::new(&context.framework, &Lexicon::built_in(), seed);
    let mut out = standard();
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
    /// Ids of sections and their descriptors, the block on overall quality last.
    sections: Vec<(String, Vec<String>)>,
    may_exclude: BTreeSet<String>,
    criteria: Vec<(String, Vec<String>)>,
    /// The rules of wording of each section.
    wording: Vec<(String, Vec<String>)>,
    thread: Vec<String>,
    seed: u64,
}

impl Synth {
    fn new(framework: &Framework, lexicon: &Lexicon, seed: u64) -> Self {
        let ids: Vec<&str> = framework.section_ids().collect();
        let descriptors = |section: usize| {
            let all = framework.descriptor_ids();
            all.filter(move |(_, home)| *home == section).map(|(id, _)| id.to_owned()).collect()
        };
        let applicability = framework.interpretation().applicability;
        let rules = |section: &str| {
            let rules = lexicon.rules().filter(|rule| rule.sections.iter().any(|id| id == section));
            rules.map(|rule| rule.id.clone()).collect::<Vec<_>>()
        };
        Self {
            framework: framework.id().to_owned(),
            sections: ids
                .iter()
                .enumerate()
                .map(|(number, id)| ((*id).to_owned(), descriptors(number)))
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
            thread: framework.thread_rule_ids().map(str::to_owned).collect(),
            seed,
        }
    }

    /// The record with a number.
    fn record(&self, number: u64) -> Value {
        let mut dice = Dice(ChaCha8Rng::seed_from_u64(self.seed));
        dice.0.set_stream(number);
        let year_group = dice.year_group();
        // How good the plan is, from 0 to 100; the later terms are a little better.
        let term = dice.below(TERMS.len() as u64);
        let quality = (dice.below(60) + dice.below(60) + term * 3).min(100);
        let day = usize::try_from(term).ok().and_then(|term| day_of_term(&mut dice, term));
        let day = day.unwrap_or(Date::MIN);
        let first = score(quality);
        let is_again = first > 2 && dice.chance(80);
        let amended = (quality + 15 + dice.below(40)).min(100);
        let second = if is_again { score(amended) } else { first };
        let mut record = json!({
            "review": {
                "framework": self.framework,
                "plan": plan(&mut dice, number, year_group),
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
        if dice.chance(60) {
            record["thread"] = found(&mut dice, &self.thread, (120 - quality) / 6);
        }
        if is_again {
            record["regraded"] = json!({"before": first, "after": second});
            let other = (amended + dice.below(31)).saturating_sub(15).min(100);
            record["graded_twice"] = json!({"first": second, "second": score(other)});
        }
        record
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
        let sections = self.sections.iter().enumerate().map(|(number, (id, descriptors))| {
            let quality = (quality + dice.below(30)).saturating_sub(15).min(100);
            let mut section = Map::new();
            section.insert("descriptors".to_owned(), self.answers(dice, quality, descriptors));
            let score = if number == last { plan } else { score(quality) };
            section.insert("score".to_owned(), json!(score));
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

    fn answers(&self, dice: &mut Dice, quality: u64, descriptors: &[String]) -> Value {
        let answers = descriptors.iter().filter_map(|id| {
            let answer = match dice.below(100) {
                0..=2 => return None,
                3..=17 if self.may_exclude.contains(id) => "not_applicable",
                _ if dice.chance(quality + 25) => "yes",
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
            .map(|(section, rules)| (section.clone(), found(dice, rules, (120 - quality) / 8)));
        Value::Object(sections.collect())
    }
}

/// How often each rule found something: nothing most often.
fn found(dice: &mut Dice, rules: &[String], percent: u64) -> Value {
    let mut found = Map::new();
    for rule in rules {
        if dice.chance(percent) {
            found.insert(rule.clone(), json!(1 + dice.below(3)));
        }
    }
    Value::Object(found)
}

fn plan(dice: &mut Dice, number: u64, year_group: i64) -> Value {
    json!({
        "reference": format!("P-{:07}", number + 1),
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
        50..=93 => 20 + dice.below(30),
        _ => 53 + dice.below(20),
    };
    let days = i64::try_from(weeks * 7 + dice.below(7)).unwrap_or_default();
    let mut dates = json!({"received": text(day - Duration::days(days))});
    if dice.chance(85) {
        dates["issued"] = json!(text(day));
        if weeks >= 20 && dice.chance(25) {
            dates["exception"] = json!(dice.one_of(Exception::WORDS));
        }
    }
    dates
}

/// A day in one of the terms of two school years.
fn day_of_term(dice: &mut Dice, term: usize) -> Option<Date> {
    let (year, month, months) = TERMS.get(term)?;
    let month = Month::try_from(month + u8::try_from(dice.below(*months)).ok()?).ok()?;
    Date::from_calendar_date(*year, month, 1 + u8::try_from(dice.below(28)).ok()?).ok()
}

fn text(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// From how good a plan is to its grade.
fn score(quality: u64) -> u64 {
    match quality {
        90.. => 1,
        52..=89 => 2,
        32..=51 => 3,
        _ => 4,
    }
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

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        let number = self.below(texts.len() as u64);
        usize::try_from(number)
            .ok()
            .and_then(|number| texts.get(number))
            .copied()
            .unwrap_or_default()
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

    /// -2 to 15: most plans are of pupils of school age.
    fn year_group(&mut self) -> i64 {
        const YEARS: &[(i64, u64)] = &[
            (-2, 1),
            (-1, 3),
            (0, 5),
            (1, 6),
            (2, 6),
            (3, 7),
            (4, 7),
            (5, 8),
            (6, 8),
            (7, 8),
            (8, 8),
            (9, 7),
            (10, 7),
            (11, 7),
            (12, 5),
            (13, 4),
            (14, 2),
            (15, 1),
        ];
        self.pick(YEARS).unwrap_or_default()
    }
}
