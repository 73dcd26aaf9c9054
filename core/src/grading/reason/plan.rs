//! Why the plan's suggestion is what it is: the criteria, the sections, the worse of the two.

use super::explained::{Cited, End, Ends, Reason};
use super::section::add;
use crate::document::table::Table;
use crate::framework::{DescriptorNo, LimitRule, MeanRule, RequiredRule};
use crate::grading::counts::{counts_of, total};
use crate::grading::graded::Graded;
use crate::grading::grades::{Weighed, is_met};
use crate::grading::interval::Interval;
use crate::grading::messages;
use crate::grading::state::State;

/// The reasons of the plan.
pub(crate) struct PlanReasons<'a> {
    /// Why the criteria come to what they come to, where there is a table of them.
    pub(crate) criteria: Option<Ends<Reason<'a>>>,
    /// Why the sections allow what they allow, where anything is graded.
    pub(crate) cap: Option<Ends<Reason<'a>>>,
    /// Why the weighted mean of the sections comes to what it comes to, where there is one.
    mean: Option<Ends<Reason<'a>>>,
    /// Why the required descriptors allow what they allow, where there are any.
    required: Option<Ends<Reason<'a>>>,
    /// Why the suggestion is the worst of them, where there is one.
    pub(crate) suggested: Option<Ends<Reason<'a>>>,
}

impl<'a> PlanReasons<'a> {
    /// All of them: the criteria, the sections, their mean, the required descriptors, the suggestion.
    pub(crate) fn into_list(self) -> Vec<Reason<'a>> {
        let all = [self.criteria, self.cap, self.mean, self.required, self.suggested];
        all.into_iter().flatten().flat_map(Ends::into_values).collect()
    }
}

/// The reasons of the plan.
pub(crate) fn of_plan<'a>(graded: &Graded<'a>) -> PlanReasons<'a> {
    let plan = &graded.grades.plan;
    let criteria =
        plan.criteria.map(|grades| Ends::of(grades, &mut |end| criteria(graded, grades, end)));
    let cap = plan.cap.map(|allowed| Ends::of(allowed, &mut |end| cap(graded, allowed, end)));
    let rule = graded.rules.mean.as_ref();
    let mean = rule.zip(plan.mean);
    let mean = mean.map(|(rule, grades)| Ends::of(grades, &mut |end| mean_of(graded, rule, end)));
    let required = plan.required;
    let required =
        required.map(|allowed| Ends::of(allowed, &mut |end| required_of(graded, allowed, end)));
    let suggested = plan.suggested.map(|suggested| {
        Ends::of(suggested, &mut |end| {
            let mut rests_on = Vec::new();
            // Where a part comes to one grade, it may rest on other answers once the open ones turn out badly.
            if let (Some(grades), Some(reasons)) = (plan.criteria, &criteria) {
                let other = || weigh_criteria(graded, grades, end).rests_on;
                rests_on.extend(reasons.at(end).map_or_else(other, |one| one.rests_on.clone()));
            }
            if let (Some(allowed), Some(reasons)) = (plan.cap, &cap) {
                let other = || weigh_sections(graded, allowed, end).rests_on;
                rests_on.extend(reasons.at(end).map_or_else(other, |one| one.rests_on.clone()));
            }
            // The mean rests on the same answers at both ends, and so do the required descriptors.
            let others = mean.iter().chain(&required);
            for pointer in others.flat_map(|reasons| &reasons.last().rests_on) {
                if !rests_on.contains(pointer) {
                    rests_on.push(pointer);
                }
            }
            worst_of_all(graded, suggested, end, rests_on)
        })
    });
    PlanReasons { criteria, cap, mean, required, suggested }
}

fn worst_of_all<'a>(
    graded: &Graded<'a>,
    suggested: Interval,
    end: End,
    rests_on: Vec<&'a str>,
) -> Reason<'a> {
    let plan = &graded.grades.plan;
    let name = |interval| graded.rules.scale.name(end.of(interval));
    let catalogue = &graded.rules.catalogue;
    let mut clauses: Vec<&str> = Vec::new();
    for (part, clause) in [
        (plan.criteria, &messages::REASON_WORST_CRITERIA),
        (plan.mean, &messages::REASON_WORST_MEAN),
        (plan.required, &messages::REASON_WORST_REQUIRED),
        (plan.cap, &messages::REASON_WORST_CAP),
    ] {
        clauses.extend(part.map(|_| catalogue.template(clause, None)));
    }
    let last = clauses.pop().unwrap_or_default();
    let message = if clauses.len() == 1 {
        &messages::REASON_WORST_OF_TWO
    } else {
        &messages::REASON_WORST_OF_MANY
    };
    let template = catalogue.say(message, &[("first", &clauses.join(", ")), ("last", &last)]);
    Reason::new(
        "worse-of-both",
        end,
        Some(end.of(suggested)),
        rests_on,
        Cited::entry(&graded.rules.trace.worse_of_both),
        (catalogue, &template),
        &[
            ("criteria", &plan.criteria.map_or("", name)),
            ("mean", &plan.mean.map_or("", name)),
            ("required", &plan.required.map_or("", name)),
            ("cap", &plan.cap.map_or("", name)),
            ("worst", &name(suggested)),
        ],
    )
}

fn mean_of<'a>(graded: &Graded<'a>, rule: &'a MeanRule, end: End) -> Reason<'a> {
    let rules = graded.rules;
    let sections = &graded.grades.sections;
    let Weighed { points, weights } = Weighed::of(rules, rule, sections, |ends| end.of(ends));
    let band = rule.bands.band(points, weights);
    let mut rests_on = Vec::new();
    for (number, _) in sections.iter().filter(|(_, grade)| grade.counted.is_some()) {
        let section = &rules.sections[number];
        if section.is_overall {
            continue;
        }
        if graded.review.score_of(number).is_some() || sections[number].suggested.is_none() {
            rests_on.push(section.score_at.as_str());
        } else {
            rests_on.append(
                &mut graded.pointers(number, &[State::Yes, State::Partly, State::No, State::Open]),
            );
        }
    }
    Reason::new(
        &band.id,
        end,
        Some(band.score),
        rests_on,
        Cited::rule(&band.ground, &rule.place),
        (&rules.catalogue, rules.catalogue.template(&messages::REASON_MEAN, None)),
        &[("points", &points), ("weights", &weights), ("grade", &rules.scale.name(band.score))],
    )
}

fn required_of<'a>(graded: &Graded<'a>, allowed: Interval, end: End) -> Reason<'a> {
    let rules = graded.rules;
    let score = end.of(allowed);
    let fails: &[State] = if end == End::Worst {
        &[State::Partly, State::No, State::Open]
    } else {
        &[State::Partly, State::No]
    };
    let is_failing = |number: &&DescriptorNo| fails.contains(&graded.states[**number]);
    let limits = |rule: &&RequiredRule| {
        rule.plan_at_best == score && rule.descriptors.iter().any(|number| is_failing(&number))
    };
    let (mut ids, mut rests_on) = (String::new(), Vec::new());
    for rule in rules.required.iter().filter(limits) {
        for number in rule.descriptors.iter().filter(is_failing) {
            add(&mut ids, &rules.descriptors[*number].id);
            rests_on.push(rules.descriptors[*number].at.as_str());
        }
    }
    // Where nothing fails, the first entry says what is required.
    let rule = rules.required.iter().find(limits).or(rules.required.first());
    let cited = rule
        .map_or(Cited::entry(&rules.trace.no_limit), |rule| Cited::rule(&rule.ground, &rule.place));
    let message =
        if ids.is_empty() { &messages::REASON_REQUIRED_MET } else { &messages::REASON_REQUIRED };
    let template = rules.catalogue.template(message, None);
    let grade = rules.scale.name(score);
    let parts: [(&str, &dyn std::fmt::Display); 2] = [("ids", &ids), ("grade", &grade)];
    Reason::new("required", end, Some(score), rests_on, cited, (&rules.catalogue, template), &parts)
}

/// The answers to the criteria and the counts that decide their grade.
struct CriteriaWeighed<'a> {
    rests_on: Vec<&'a str>,
    /// The labels of what a better grade lacks.
    lacking: String,
}

impl CriteriaWeighed<'_> {
    fn lack(&mut self, requirement: &str) {
        if !self.lacking.is_empty() {
            self.lacking.push_str("; ");
        }
        self.lacking.push_str(requirement);
    }
}

/// What the grade requires is met, and each better grade lacks a requirement.
fn weigh_criteria<'a>(graded: &Graded<'a>, criteria: Interval, end: End) -> CriteriaWeighed<'a> {
    let rules = graded.rules;
    let score = end.of(criteria);
    let mut is_named = Table::like(&rules.criteria, false);
    let mut is_weighed = Table::like(&rules.severities, false);
    let mut weighed = CriteriaWeighed { rests_on: Vec::new(), lacking: String::new() };
    for row in rules.grades.rows().iter().take_while(|row| row.score <= score) {
        for requirement in &row.requires {
            let (criterion, _) = *requirement;
            let is_met = is_met(graded.review, *requirement, end != End::Worst);
            if is_met != (row.score == score) || is_named[criterion] {
                continue;
            }
            is_named[criterion] = true;
            let rule = &rules.criteria[criterion];
            weighed.rests_on.push(&rule.at);
            if !is_met {
                weighed.lack(&rule.label);
            }
        }
        for (severity, most) in &row.at_most {
            let is_met = total(graded.review, *severity).is_at_most(*most, end != End::Worst);
            if is_met != (row.score == score) || is_weighed[*severity] {
                continue;
            }
            is_weighed[*severity] = true;
            let counts = counts_of(graded.review, *severity);
            weighed.rests_on.extend(counts.map(|(number, _)| rules.counts[number].at.as_str()));
            if !is_met {
                let label = &rules.severities[*severity].label;
                let parts: [(&str, &dyn std::fmt::Display); 2] = [("label", label), ("most", most)];
                weighed.lack(&rules.catalogue.say(&messages::REASON_LACKING_COUNT, &parts));
            }
        }
    }
    weighed
}

fn criteria<'a>(graded: &Graded<'a>, criteria: Interval, end: End) -> Reason<'a> {
    let rules = graded.rules;
    let score = end.of(criteria);
    let CriteriaWeighed { rests_on, lacking } = weigh_criteria(graded, criteria, end);
    let message = match (lacking.is_empty(), rules.counts.len() > 0) {
        (true, false) => &messages::REASON_CRITERIA_MET,
        (true, true) => &messages::REASON_CRITERIA_AND_COUNTS_MET,
        (false, false) => &messages::REASON_CRITERIA,
        (false, true) => &messages::REASON_CRITERIA_AND_COUNTS,
    };
    let row = rules.grades.find(|row| row.score == score).unwrap_or(rules.grades.last_number());
    Reason::new(
        "grade-table",
        end,
        Some(score),
        rests_on,
        Cited::rule(&rules.grades[row].ground, &rules.scale_heading),
        (&rules.catalogue, rules.catalogue.template(message, None)),
        &[("grade", &rules.scale.name(score)), ("lacking", &lacking)],
    )
}

/// The sections that allow the plan no better grade.
struct SectionsWeighed<'a> {
    rests_on: Vec<&'a str>,
    /// The ids of the lettered sections, and how many they are.
    ids: String,
    count: usize,
    /// Whether the block on overall quality is one of them.
    has_overall: bool,
    /// The limit that they reach, if there is one.
    limit: Option<&'a LimitRule>,
}

fn weigh_sections<'a>(graded: &Graded<'a>, allowed: Interval, end: End) -> SectionsWeighed<'a> {
    let rules = graded.rules;
    let best_allowed = end.of(allowed);
    let mut weighed = SectionsWeighed {
        rests_on: Vec::new(),
        ids: String::new(),
        count: 0,
        has_overall: false,
        limit: None,
    };
    if best_allowed == rules.scale.best() {
        return weighed;
    }
    let not_met: &[State] = if end == End::Worst {
        &[State::Partly, State::No, State::Open]
    } else {
        &[State::Partly, State::No]
    };
    let mut worst = rules.scale.best();
    for (number, grade) in graded.grades.sections.iter() {
        let Some(score) = grade.counted.map(|counted| end.of(counted)) else { continue };
        if rules.cap(score) != best_allowed {
            continue;
        }
        worst = worst.max(score);
        let rule = &rules.sections[number];
        if rule.is_overall {
            weighed.has_overall = true;
        } else {
            add(&mut weighed.ids, &rule.id);
            weighed.count += 1;
        }
        if graded.review.score_of(number).is_some() && !rule.is_overall {
            weighed.rests_on.push(&rule.score_at);
        } else {
            weighed.rests_on.append(&mut graded.pointers(number, not_met));
        }
    }
    let is_reached =
        |limit: &&LimitRule| limit.plan_at_best == best_allowed && limit.section_score <= worst;
    weighed.limit = rules.limits.iter().find(is_reached);
    weighed
}

fn cap<'a>(graded: &Graded<'a>, allowed: Interval, end: End) -> Reason<'a> {
    let rules = graded.rules;
    let score = end.of(allowed);
    let SectionsWeighed { rests_on, ids, count, has_overall, limit } =
        weigh_sections(graded, allowed, end);
    let cited = limit.map_or(Cited::entry(&rules.trace.no_limit), |limit| {
        Cited::rule(&limit.ground, &rules.trace.section_cap)
    });
    let message = match (limit.is_some(), count, has_overall) {
        (false, ..) => &messages::REASON_CAP_NONE,
        (_, 0, _) => &messages::REASON_CAP_OVERALL,
        (_, _, false) => &messages::REASON_CAP_SECTIONS,
        (_, _, true) => &messages::REASON_CAP_SECTIONS_AND_OVERALL,
    };
    Reason::new(
        "section-cap",
        end,
        Some(score),
        rests_on,
        cited,
        (&rules.catalogue, rules.catalogue.template(message, Some(count))),
        &[("ids", &ids), ("grade", &rules.scale.name(score))],
    )
}
