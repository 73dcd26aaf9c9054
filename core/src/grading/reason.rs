//! The trace: why a suggestion is what it is, so that it can be redone by hand.

use serde::Serialize;

use super::grade::{Grades, Interval, State, band, cap_of, holds, is_met};
use crate::framework::{ContextField, Score, SectionRule};
use crate::law::Basis;
use crate::review::Review;

/// Why a suggestion, or one end of it, is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Reason<'a> {
    /// The rule: the id of a band, or one of `grade-table`, `section-cap`, `worse-of-both`,
    /// `applicability`, `recorded-score`, `nothing-applies`.
    pub rule: &'a str,
    /// Which end of the suggestion it explains.
    pub end: End,
    /// The grade it comes to, where it comes to one.
    pub score: Option<Score>,
    /// The answers it rests on, as JSON Pointers into the review; those that are not given too.
    pub rests_on: Vec<&'a str>,
    /// What it rests on.
    pub basis: Basis,
    /// Where that is written.
    pub place: &'static str,
    /// The same in a sentence.
    pub message: String,
}

crate::document::shape::choice! {
    /// One end of a suggestion, or both where they are the same.
    pub enum End {
        /// Both ends.
        Both = "both",
        /// The best grade still possible.
        Best = "best",
        /// The worst grade still possible.
        Worst = "worst",
    }
}

/// The ends of an interval that need a reason each.
fn ends(interval: Interval) -> &'static [End] {
    if interval.best == interval.worst { &[End::Both] } else { &[End::Best, End::Worst] }
}

/// The grade at an end.
fn grade_at(interval: Interval, end: End) -> Score {
    if end == End::Worst { interval.worst } else { interval.best }
}

/// What is assumed at an end.
fn assuming(end: End) -> &'static str {
    match end {
        End::Both => "",
        End::Best => "If every open answer turns out well: ",
        End::Worst => "If every open answer turns out badly: ",
    }
}

/// Why a section's suggestion is what it is.
pub(crate) fn section<'a>(review: &'a Review, grades: &Grades, section: usize) -> Vec<Reason<'a>> {
    let framework = review.framework();
    let rules = &framework.rules;
    let mut reasons = Vec::new();
    let (Some(rule), Some(grade)) = (rules.sections.get(section), grades.sections.get(section))
    else {
        return reasons;
    };
    match grade.suggested {
        None => reasons.push(Reason {
            rule: "nothing-applies",
            end: End::Both,
            score: None,
            rests_on: grades.pointers(rules, rule, State::ALL),
            basis: Basis::Interpretation,
            place: "Applicability",
            message: "No descriptor of this section applies, so nothing is suggested.".to_owned(),
        }),
        Some(suggested) => {
            for end in ends(suggested) {
                let score = grade_at(suggested, *end);
                let open = if *end == End::Worst { 0 } else { grade.counts.open };
                let (yes, total) = (grade.counts.yes + open, grade.counts.total());
                let message = [
                    assuming(*end),
                    &yes.to_string(),
                    " of the ",
                    &total.to_string(),
                    " descriptors that count met, so ",
                    framework.grade_name(score),
                    ".",
                ];
                reasons.push(Reason {
                    rule: band(&rules.bands, yes, total).map_or("", |band| &band.id),
                    end: *end,
                    score: Some(score),
                    rests_on: grades.pointers(rules, rule, &[State::Yes, State::No, State::Open]),
                    basis: Basis::Interpretation,
                    place: "Section suggestion",
                    message: message.concat(),
                });
            }
        }
    }
    for entry in 0..rules.applicability.len() {
        reasons.extend(exclusion(review, grades, rule, entry));
    }
    let recorded = review.score(section).filter(|_| !rule.is_overall);
    if let Some(score) = recorded.filter(|_| grade.suggested.is_some()) {
        let name = framework.grade_name(score);
        let after = ": the record counts for the plan, not the suggestion.";
        reasons.push(Reason {
            rule: "recorded-score",
            end: End::Both,
            score: Some(score),
            rests_on: vec![&rule.score_at],
            basis: Basis::Framework,
            place: "Quality Assurance Score",
            message: ["The assessor recorded ", name, after].concat(),
        });
    }
    reasons
}

/// Why the descriptors of a section under one entry of the applicability do not apply.
fn exclusion<'a>(
    review: &'a Review,
    grades: &Grades,
    section: &SectionRule,
    entry: usize,
) -> Option<Reason<'a>> {
    let rules = &review.framework().rules;
    let mut ids = Vec::new();
    let mut facts = Vec::new();
    let mut rests_on = Vec::new();
    for number in section.descriptors.clone() {
        let rule = rules.descriptors.get(number)?;
        if rule.entry != entry || grades.states.get(number) != Some(&State::DoesNotApply) {
            continue;
        }
        if ids.is_empty() {
            for field in excluding(review, number) {
                rests_on.push(context_pointer(field));
                facts.push(rules.fact(field));
            }
        }
        ids.push(rule.id.as_str());
        rests_on.push(&rule.at);
    }
    let entry = rules.applicability.get(entry).filter(|_| !ids.is_empty())?;
    let verb = if ids.len() == 1 { " does" } else { " do" };
    let because = " not apply to this plan, because of what is recorded of its ";
    Some(Reason {
        rule: "applicability",
        end: End::Both,
        score: None,
        rests_on,
        basis: entry.basis,
        place: "Applicability",
        message: [&ids.join(", "), verb, because, &facts.join(", "), "."].concat(),
    })
}

/// The facts about the plan because of which a descriptor does not apply.
pub(crate) fn excluding(review: &Review, descriptor: usize) -> Vec<ContextField> {
    let mut fields = Vec::new();
    let rule = review.framework().rules.descriptors.get(descriptor);
    for condition in rule.into_iter().flat_map(|rule| &rule.all_of) {
        if holds(review.context(), condition) == Some(false) {
            fields.push(condition.field);
        }
    }
    fields
}

/// Where a review records a fact about the plan.
pub(crate) fn context_pointer(field: ContextField) -> &'static str {
    match field {
        ContextField::Stage => "/plan/stage",
        ContextField::YearGroup => "/plan/year_group",
        ContextField::Age => "/plan/age",
        ContextField::HealthNeeds => "/plan/health_needs",
        ContextField::SocialCareNeeds => "/plan/social_care_needs",
        ContextField::PersonalBudget => "/plan/personal_budget",
        ContextField::HomeEducated => "/plan/home_educated",
        ContextField::MedicalDiagnosis => "/plan/medical_diagnosis",
    }
}

/// Why the plan's suggestion is what it is.
pub(crate) fn plan<'a>(review: &'a Review, grades: &Grades) -> Vec<Reason<'a>> {
    let plan = &grades.plan;
    let mut reasons = Vec::new();
    for end in ends(plan.criteria) {
        reasons.push(criteria(review, *end, grade_at(plan.criteria, *end)));
    }
    for end in ends(plan.cap) {
        reasons.push(cap(review, grades, *end, grade_at(plan.cap, *end)));
    }
    for end in ends(plan.suggested) {
        let mut rests_on = criteria(review, *end, grade_at(plan.criteria, *end)).rests_on;
        rests_on.append(&mut cap(review, grades, *end, grade_at(plan.cap, *end)).rests_on);
        let name = |interval| review.framework().grade_name(grade_at(interval, *end));
        let message = [
            assuming(*end),
            "the criteria come to ",
            name(plan.criteria),
            " and the sections allow ",
            name(plan.cap),
            " at best; the worse of the two is ",
            name(plan.suggested),
            ".",
        ];
        reasons.push(Reason {
            rule: "worse-of-both",
            end: *end,
            score: Some(grade_at(plan.suggested, *end)),
            rests_on,
            basis: Basis::Interpretation,
            place: "Section cap",
            message: message.concat(),
        });
    }
    for reason in &mut reasons {
        if reason.end == End::Both {
            capitalise(&mut reason.message);
        }
    }
    reasons
}

fn capitalise(sentence: &mut str) {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
}

/// Why the criteria come to a grade: what it requires is met, and each better grade lacks something.
pub(crate) fn criteria(review: &Review, end: End, score: Score) -> Reason<'_> {
    let rules = &review.framework().rules;
    let mut rests_on: Vec<&str> = Vec::new();
    let mut lacking = Vec::new();
    for row in &rules.grades {
        if row.score > score {
            break;
        }
        for requirement in &row.requires {
            let Some(rule) = rules.criteria.get(requirement.0) else { continue };
            let met = is_met(review.criteria(), *requirement, end != End::Worst);
            if met == (row.score == score) && !rests_on.contains(&rule.at.as_str()) {
                rests_on.push(&rule.at);
                if !met {
                    lacking.push(rule.label.as_str());
                }
            }
        }
    }
    let name = review.framework().grade_name(score);
    let lacking = lacking.join("; ");
    let message = if lacking.is_empty() {
        ["everything that ", name, " requires of the criteria is met", "", "."]
    } else {
        ["the criteria come to ", name, "; a better grade also requires: ", &lacking, "."]
    };
    Reason {
        rule: "grade-table",
        end,
        score: Some(score),
        rests_on,
        basis: Basis::Interpretation,
        place: "Framework for Quality Assurance",
        message: assuming(end).to_owned() + &message.concat(),
    }
}

/// Why the sections allow a grade at best: the sections that allow no better.
pub(crate) fn cap<'a>(review: &'a Review, grades: &Grades, end: End, score: Score) -> Reason<'a> {
    let rules = &review.framework().rules;
    let mut rests_on = Vec::new();
    let mut binding = Vec::new();
    let mut overall = "";
    let short: &[State] = if end == End::Worst { &[State::No, State::Open] } else { &[State::No] };
    for (number, (rule, grade)) in rules.sections.iter().zip(&grades.sections).enumerate() {
        let Some(counted) = grade.counted else { continue };
        if score == Score::Outstanding || cap_of(&rules.limits, grade_at(counted, end)) != score {
            continue;
        }
        if rule.is_overall {
            overall =
                if binding.is_empty() { "the overall block" } else { " and the overall block" };
        } else {
            binding.push(rule.id.as_str());
        }
        if review.score(number).is_some() && !rule.is_overall {
            rests_on.push(rule.score_at.as_str());
        } else {
            rests_on.append(&mut grades.pointers(rules, rule, short));
        }
    }
    let name = review.framework().grade_name(score);
    let sections = match binding.len() {
        0 => "",
        1 => "section ",
        _ => "sections ",
    };
    let is_one = binding.len() + usize::from(!overall.is_empty()) == 1;
    let verb = if is_one { " allows the plan " } else { " allow the plan " };
    let binding = binding.join(", ");
    let message = if rests_on.is_empty() {
        ["no section holds the plan back.", "", "", "", "", ""]
    } else {
        [sections, &binding, overall, verb, name, " at best."]
    };
    Reason {
        rule: "section-cap",
        end,
        score: Some(score),
        rests_on,
        basis: Basis::Interpretation,
        place: "Section cap",
        message: assuming(end).to_owned() + &message.concat(),
    }
}
