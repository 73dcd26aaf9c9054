//! The trace: why a suggestion is what it is, so that it can be redone by hand.

use serde::Serialize;

use crate::framework::{Basis, ContextField, Framework};
use crate::grade::{Grades, Interval, Score, State, band, cap_of};
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

crate::shape::choice! {
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
fn ends(interval: Interval) -> impl Iterator<Item = (End, Score)> {
    let both = interval.best == interval.worst;
    let first = if both { End::Both } else { End::Best };
    let last = (!both).then_some((End::Worst, interval.worst));
    std::iter::once((first, interval.best)).chain(last)
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
    let framework: &Framework = review.framework();
    let mut reasons = Vec::new();
    let (Some(rule), Some(grade)) = (framework.sections.get(section), grades.sections.get(section))
    else {
        return reasons;
    };
    let descriptors = || {
        let rules = framework.descriptors.iter().zip(&grades.states).enumerate();
        rules.skip(rule.descriptors.start).take(rule.descriptors.len())
    };
    match grade.suggested {
        None => reasons.push(Reason {
            rule: "nothing-applies",
            end: End::Both,
            score: None,
            rests_on: descriptors().map(|(_, (rule, _))| rule.at.as_str()).collect(),
            basis: Basis::Interpretation,
            place: "Applicability",
            message: "No descriptor of this section applies, so nothing is suggested.".to_owned(),
        }),
        Some(suggested) => {
            let bands = &framework.interpretation().section_suggestion;
            for (end, score) in ends(suggested) {
                let open = if end == End::Worst { 0 } else { grade.counts.open };
                let (yes, total) = (grade.counts.yes + open, grade.counts.total());
                let band = band(bands, yes, total);
                let counted = |state: &State| matches!(state, State::Yes | State::No | State::Open);
                reasons.push(Reason {
                    rule: band.map_or("", |band| &band.id),
                    end,
                    score: Some(score),
                    rests_on: descriptors()
                        .filter(|(_, (_, state))| counted(state))
                        .map(|(_, (rule, _))| rule.at.as_str())
                        .collect(),
                    basis: Basis::Interpretation,
                    place: "Section suggestion",
                    message: format!(
                        "{}{yes} of the {total} descriptors that count met, so {}.",
                        assuming(end),
                        framework.grade_name(score),
                    ),
                });
            }
        }
    }
    for entry in 0..framework.interpretation().applicability.len() {
        let excluded = descriptors()
            .filter(|(_, (rule, state))| rule.entry == entry && **state == State::DoesNotApply);
        reasons.extend(exclusion(review, excluded.map(|(number, _)| number)));
    }
    if let Some(score) =
        review.score(section).filter(|_| !rule.is_overall && grade.suggested.is_some())
    {
        reasons.push(Reason {
            rule: "recorded-score",
            end: End::Both,
            score: Some(score),
            rests_on: vec![&rule.score_at],
            basis: Basis::Framework,
            place: "Quality Assurance Score",
            message: format!(
                "The assessor recorded {}: the record counts for the plan, not the suggestion.",
                framework.grade_name(score),
            ),
        });
    }
    reasons
}

/// Why some descriptors under one entry of the applicability do not apply.
fn exclusion(
    review: &Review,
    mut numbers: impl Iterator<Item = usize> + Clone,
) -> Option<Reason<'_>> {
    let framework: &Framework = review.framework();
    let rules = numbers.clone().filter_map(|number| framework.descriptors.get(number));
    let ids: Vec<&str> = rules.clone().map(|rule| rule.id.as_str()).collect();
    let first = framework.descriptors.get(numbers.next()?)?;
    let entry = framework.interpretation().applicability.get(first.entry)?;
    let failed = first
        .all_of
        .iter()
        .filter(|condition| crate::grade::holds(review.context(), condition) == Some(false));
    let facts = failed.map(|condition| context_pointer(condition.field));
    Some(Reason {
        rule: "applicability",
        end: End::Both,
        score: None,
        rests_on: facts.chain(rules.map(|rule| rule.at.as_str())).collect(),
        basis: entry.basis,
        place: "Applicability",
        message: format!(
            "{} {} not apply to this plan. {}",
            ids.join(", "),
            if ids.len() == 1 { "does" } else { "do" },
            entry.reason,
        ),
    })
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
    reasons.extend(ends(plan.criteria).map(|(end, score)| criteria(review, end, score)));
    reasons.extend(ends(plan.cap).map(|(end, score)| cap(review, grades, end, score)));
    for (end, score) in ends(plan.suggested) {
        let at = |interval: Interval| match end {
            End::Worst => interval.worst,
            End::Best | End::Both => interval.best,
        };
        let (criteria, cap) = (at(plan.criteria), at(plan.cap));
        let name = |score| review.framework().grade_name(score);
        reasons.push(Reason {
            rule: "worse-of-both",
            end,
            score: Some(score),
            rests_on: Vec::new(),
            basis: Basis::Interpretation,
            place: "Section cap",
            message: format!(
                "{}the criteria come to {} and the sections allow {} at best; the worse of the two is {}.",
                assuming(end),
                name(criteria),
                name(cap),
                name(score),
            ),
        });
    }
    for reason in &mut reasons {
        if reason.end == End::Both {
            capitalise(&mut reason.message);
        }
    }
    reasons
}

fn capitalise(sentence: &mut String) {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
}

/// Why the criteria come to a grade: what it requires is met, and each better grade lacks something.
fn criteria(review: &Review, end: End, score: Score) -> Reason<'_> {
    let framework: &Framework = review.framework();
    let open_met = end != End::Worst;
    let meets = |(criterion, least): &(usize, usize)| match review
        .criteria()
        .get(*criterion)
        .copied()
        .flatten()
    {
        Some(answer) => answer >= *least,
        None => open_met || *least == 0,
    };
    let mut rests_on = Vec::new();
    let mut lacking = Vec::new();
    for (grade, requires) in &framework.grades {
        if *grade > score {
            break;
        }
        for requirement in requires {
            let Some(rule) = framework.criteria.get(requirement.0) else { continue };
            let met = meets(requirement);
            if (met == (*grade == score)) && !rests_on.contains(&rule.at.as_str()) {
                rests_on.push(&rule.at);
                if !met {
                    lacking.push(rule.id.as_str());
                }
            }
        }
    }
    let name = framework.grade_name(score);
    let message = if lacking.is_empty() {
        format!("{}everything that {name} requires of the criteria is met.", assuming(end))
    } else {
        format!(
            "{}the criteria come to {name}; a better grade lacks: {}.",
            assuming(end),
            lacking.join(", "),
        )
    };
    Reason {
        rule: "grade-table",
        end,
        score: Some(score),
        rests_on,
        basis: Basis::Interpretation,
        place: "Framework for Quality Assurance",
        message,
    }
}

/// Why the sections allow a grade at best: the sections that allow no better.
fn cap<'a>(review: &'a Review, grades: &Grades, end: End, score: Score) -> Reason<'a> {
    let framework: &Framework = review.framework();
    let limits = &framework.interpretation().section_cap;
    let mut rests_on = Vec::new();
    let mut binding = Vec::new();
    for (number, (rule, grade)) in framework.sections.iter().zip(&grades.sections).enumerate() {
        let Some(counted) = grade.counted else { continue };
        let at_end = if end == End::Worst { counted.worst } else { counted.best };
        if score == Score::Outstanding || cap_of(limits, at_end) != score {
            continue;
        }
        binding.push(rule.id.as_str());
        if review.score(number).is_some() && !rule.is_overall {
            rests_on.push(rule.score_at.as_str());
        } else {
            let descriptors = framework.descriptors.iter().zip(&grades.states);
            let short = descriptors.filter(|(descriptor, state)| {
                descriptor.section == number
                    && (**state == State::No || (end == End::Worst && **state == State::Open))
            });
            rests_on.extend(short.map(|(descriptor, _)| descriptor.at.as_str()));
        }
    }
    let name = framework.grade_name(score);
    let message = if binding.is_empty() {
        format!("{}no section holds the plan back.", assuming(end))
    } else {
        format!("{}section {} allows the plan {name} at best.", assuming(end), binding.join(", "))
    };
    let basis = Basis::Interpretation;
    Reason {
        rule: "section-cap",
        end,
        score: Some(score),
        rests_on,
        basis,
        place: "Section cap",
        message,
    }
}
