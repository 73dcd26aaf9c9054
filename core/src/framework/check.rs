//! Checks that the parts of a framework fit together, and compiles the rules that grading uses.
//!
//! The JSON has the right shape already, so every required field is there.

mod answers;
mod bands;
mod checks;
mod counts;
mod descriptor;
mod descriptors;
mod facts;
mod grades;
mod ground;
mod mean;
mod plan;
mod thread;

#[cfg(feature = "authoring")]
pub(crate) use facts::condition as fact_condition;

use std::ops::RangeInclusive;

use super::advice::AdviceQuestions;
use super::answers::{AnswerSetNo, Answers};
use super::entries::{each, id, ids, pointer, take, text, within};
use super::fact::{Fact, facts_of_law};
use super::families::FamiliesReading;
use super::interpretation::Reading;
use super::plan::{Bearing, PlanReading};
use super::process::ProcessReading;
use super::report::ReportReading;
use super::rules::{
    Bands, CheckTest, CountNo, DescriptorNo, DescriptorRule, EntryNo, FactCondition, IssueRule,
    Rules, SectionNo, SectionRule,
};
use super::sampling::SamplingReading;
use super::scale::Scale;
use super::thread::ThreadReading;
use super::timescales::TimescaleReading;
use super::wording::{Principles, PrintedForm, Weight};
use super::{advice, families, process, report, sampling, scale, timescales, trace};
use crate::document::message::Catalogue;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{Names, Shape as _};
use crate::document::table::{Number, Table};
use crate::document::{Json, is_id};

/// Checks a framework of the right shape.
pub(super) fn rules(json: Json) -> Result<Rules, Vec<Problem>> {
    let mut reader = Reader::default();
    let mut rules = read(json, &mut reader);
    if !reader.is_fine() {
        return Err(reader.into_problems());
    }
    rules.by_id = in_order_of_ids(&rules);
    rules.facts_needed = facts_needed(&rules);
    Ok(rules)
}

fn read<'a>(json: Json<'a>, r: &mut Reader<'a>) -> Rules {
    let wording = json.field("wording");
    let interpretation = json.field("interpretation");
    let mut rules = empty(json, wording, interpretation);
    if !is_id(&rules.id) {
        r.problem_in("id", ProblemKind::NotAnId {});
    }
    let standards = wording.field("standards").field("items").list();
    r.within("wording", |r| {
        if Principles::IS_READ {
            r.within("principles", |r| ids(r, wording.field("principles"), "items"));
        }
        r.within("standards", |r| ids(r, wording.field("standards"), "items"));
        rules.scale = scale::read(r, wording, interpretation.field("scale"));
        sections(r, &mut rules, wording);
        if PrintedForm::IS_READ {
            let form = wording.field("feedback_form");
            r.within("feedback_form", |r| {
                each(r, form, "sections", &mut |r, entry| {
                    let Json::Text(section) = entry.field("section") else { return };
                    if rules.section(section).is_none() {
                        r.problem_in("section", ProblemKind::UnknownId { what: "section" });
                    }
                });
            });
        }
    });
    if rules.scale.grades().len() == 0 && !wording.field("scale").is_null() {
        // Nothing else can be compared with the scale.
        return rules;
    }
    r.within("interpretation", |r| {
        if Reading::IS_READ {
            ids(r, interpretation, "readings");
        }
        within(r, interpretation, "context", |r, list| facts::context(r, &mut rules, list));
        answers::read(r, &mut rules, interpretation);
        r.within("counts", |r| counts::read(r, &mut rules, interpretation.field("counts")));
        grades::criteria(r, &mut rules, interpretation);
        within(r, interpretation, "grade_table", |r, rows| grades::table(r, &mut rules, rows));
        within(r, interpretation, "applicability", |r, list| {
            descriptors::applicability(r, &mut rules, list);
        });
        within(r, interpretation, "alternatives", |r, list| {
            descriptors::alternatives(r, &mut rules, list);
        });
        within(r, interpretation, "evidence", |r, list| {
            descriptors::evidence(r, &mut rules, list, standards);
        });
        rules.bands = within(r, interpretation, "section_suggestion", |r, list| {
            bands::bands(r, &rules.scale, list, &bands::SHARES)
        });
        within(r, interpretation, "section_cap", |r, list| grades::limits(r, &mut rules, list));
        within(r, interpretation, "required", |r, list| {
            descriptors::required(r, &mut rules, list);
        });
        rules.mean = r.within("plan_mean", |r| {
            mean::read(r, &rules.scale, interpretation.field("plan_mean"))
        });
        let gate = interpretation.field("gate");
        if !gate.is_null() {
            rules.issue.cites = take(gate, "cites");
            let score = r.within("gate", |r| grades::score(r, &rules.scale, gate, "issue_at"));
            rules.issue.issue_at = Some(score);
        }
        r.within("trace", |r| trace::check(r, interpretation.field("trace")));
        within(r, interpretation, "checks", |r, list| checks::checks(r, &mut rules, list));
        // A part that this build does not read is checked by those that do.
        if ThreadReading::IS_READ {
            r.within("thread", |r| thread::thread(r, &rules, interpretation.field("thread")));
        }
        if PlanReading::IS_READ {
            r.within("plan", |r| plan::plan(r, interpretation.field("plan")));
        }
        if AdviceQuestions::IS_READ {
            r.within("advice", |r| advice::check(r, interpretation.field("advice")));
        }
        if Bearing::IS_READ {
            plan::bearing(r, &rules, interpretation);
        }
        if SamplingReading::IS_READ {
            let levels = wording.field("levels").field("items").list();
            r.within("sampling", |r| sampling::check(r, interpretation.field("sampling"), levels));
        }
        if TimescaleReading::IS_READ {
            within(r, interpretation, "timescales", |r, list| timescales::check(r, list));
        }
        if ProcessReading::IS_READ {
            let process = interpretation.field("process");
            if !process.is_null() && gate.is_null() {
                r.problem_in("gate", ProblemKind::Missing {});
            }
            r.within("process", |r| process::check(r, process, wording));
        }
        if ReportReading::IS_READ {
            r.within("report", |r| report::check(r, interpretation.field("report"), wording));
        }
        if FamiliesReading::IS_READ {
            let part = interpretation.field("families");
            r.within("families", |r| families::check(r, part, wording));
        }
    });
    rules
}

/// The rules before their lists are read.
fn empty(json: Json, wording: Json, interpretation: Json) -> Rules {
    Rules {
        id: text(json, "id"),
        scale: Scale::default(),
        scale_heading: text(wording.field("scale"), "heading"),
        answers: Answers::usual(),
        sections: Table::default(),
        descriptors: Table::default(),
        by_id: Vec::new(),
        severities: Table::default(),
        counts: Table::default(),
        criteria: Table::default(),
        grades: Table::default(),
        facts: facts_of_law(),
        facts_needed: Vec::new(),
        levels: levels(wording),
        applicability: Table::default(),
        evidence: Vec::new(),
        bands: Bands::default(),
        limits: Vec::new(),
        alternatives: Vec::new(),
        required: Vec::new(),
        mean: None,
        issue: IssueRule::default(),
        trace: take(interpretation, "trace"),
        catalogue: Catalogue::default(),
        checks: Table::default(),
        by_severity: Vec::new(),
    }
}

/// The least and the greatest number of a level.
fn levels(wording: Json) -> RangeInclusive<u8> {
    let levels = wording.field("levels").field("items").list();
    if levels.is_empty() {
        return u8::MIN..=u8::MAX;
    }
    let (mut least, mut most) = (u8::MAX, u8::MIN);
    for level in levels {
        let number = take(level, "level");
        least = least.min(number);
        most = most.max(number);
    }
    least..=most
}

/// The descriptors by their ids. Each is placed by how many come before it: there are few, and sorting
/// would bring code of its own into the WebAssembly.
fn in_order_of_ids(rules: &Rules) -> Vec<DescriptorNo> {
    let mut order: Vec<DescriptorNo> = Vec::with_capacity(rules.descriptors.len());
    for (number, rule) in rules.descriptors.iter() {
        let comes_before = |other: &&DescriptorNo| rules.descriptors[**other].id < rule.id;
        let before = order.iter().filter(comes_before).count();
        order.insert(before, number);
    }
    order
}

/// The facts that a descriptor or a check depends on, each once.
fn facts_needed(rules: &Rules) -> Vec<Fact> {
    let depend = |conditions: &[FactCondition], fact: Fact| {
        conditions.iter().any(|condition| condition.fact == fact)
    };
    let is_needed = |fact: &Fact| {
        rules.descriptors.rows().iter().any(|rule| depend(&rule.all_of, *fact))
            || rules.checks.rows().iter().any(|check| match &check.test {
                CheckTest::Answers(test) => depend(&test.context, *fact),
                CheckTest::BuiltIn(_) => false,
            })
    };
    rules.facts.numbers().filter(is_needed).collect()
}

/// The most descriptors that a framework can have.
const MOST_DESCRIPTORS: usize = 1_000;

fn sections<'a>(r: &mut Reader<'a>, rules: &mut Rules, wording: Json<'a>) {
    let mut ids = Ids::default();
    each(r, wording, "sections", &mut |r, json| section(r, rules, &mut ids, json, false));
    r.within("overall", |r| section(r, rules, &mut ids, wording.field("overall"), true));
    if rules.descriptors.len() > MOST_DESCRIPTORS {
        r.problem_in("sections", ProblemKind::TooMany { most: MOST_DESCRIPTORS });
    }
}

/// The ids met so far.
#[derive(Default)]
struct Ids<'a> {
    sections: Names<'a>,
    descriptors: Names<'a>,
}

#[cfg_attr(target_family = "wasm", inline(never))]
fn section<'a>(
    r: &mut Reader<'a>,
    rules: &mut Rules,
    ids: &mut Ids<'a>,
    json: Json<'a>,
    is_overall: bool,
) {
    id(r, &mut ids.sections, "section", json);
    let first = DescriptorNo::at(rules.descriptors.len());
    let at = pointer("/sections", json.text_of("id"));
    let number = SectionNo::at(rules.sections.len());
    each(r, json, "descriptors", &mut |r, descriptor| {
        id(r, &mut ids.descriptors, "descriptor", descriptor);
        let id = text(descriptor, "id");
        rules.descriptors.push(DescriptorRule {
            at: pointer(&[&at, "/descriptors"].concat(), &id),
            id,
            section: number,
            all_of: Vec::new(),
            may_exclude: false,
            entry: EntryNo::at(0),
            alternative: None,
            answers: AnswerSetNo::at(0),
            counts: CountNo::at(0)..CountNo::at(0),
        });
    });
    let weight: Option<Weight> = take(json, "weight");
    rules.sections.push(SectionRule {
        id: text(json, "id"),
        is_overall,
        weight: if is_overall { 0 } else { weight.map_or(1, |weight| weight.number().into()) },
        descriptors: first..DescriptorNo::at(rules.descriptors.len()),
        score_at: pointer(&at, "score"),
        improvements_at: pointer(&at, "improvements"),
        rationale_at: pointer(&at, "rationale"),
    });
}
