//! Findings: answers, scores and facts that do not fit together.

use serde::Serialize;

use crate::framework::{
    AnswersRule, BuiltIn, Check, CheckRule, Citation, ContextField, Framework, Severity, Standing,
};
use crate::grade::{Grades, Interval, Score, State, holds};
use crate::reason::context_pointer;
use crate::review::{Answer, Review, TextField};

/// Something that does not fit together, or that is worth knowing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Finding<'a> {
    /// The id of the check that found it.
    pub rule: &'a str,
    /// How serious it is.
    pub severity: Severity,
    /// The field to look at first, as a JSON Pointer into the review.
    pub at: &'a str,
    /// The answers it rests on, as JSON Pointers.
    pub rests_on: Vec<&'a str>,
    /// What it says.
    pub message: String,
    /// Why it matters.
    pub why: &'a str,
    /// What would clear it.
    pub clear: &'a str,
    /// Where it is written.
    pub cites: &'a [Citation],
    /// For `context-not-known`: the facts that are not given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub fields: Vec<ContextField>,
    /// For `context-not-known`: the checks that were not made because of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub not_checked: Vec<&'a str>,
}

/// All findings: the most serious first, then in the order of the checks, then in printed order.
pub(crate) fn findings<'a>(review: &'a Review, grades: &Grades) -> Vec<Finding<'a>> {
    let framework: &'a Framework = review.framework();
    let mut findings = Vec::new();
    for severity in Severity::ALL {
        let checks = framework.interpretation().checks.iter().zip(&framework.checks);
        for (check, rule) in checks.filter(|(check, _)| check.severity == *severity) {
            let look = Look { review, grades, framework, check };
            match rule {
                CheckRule::BuiltIn(built_in) => look.built_in(*built_in, &mut findings),
                CheckRule::Answers(rule) => findings.extend(look.answers(rule)),
            }
        }
    }
    findings
}

/// One check, looking at one review.
struct Look<'a, 'g> {
    review: &'a Review,
    grades: &'g Grades,
    framework: &'a Framework,
    check: &'a Check,
}

impl<'a> Look<'a, '_> {
    fn finding(&self, at: &'a str, rests_on: Vec<&'a str>, message: String) -> Finding<'a> {
        Finding {
            rule: &self.check.id,
            severity: self.check.severity,
            at,
            rests_on,
            message,
            why: &self.check.why,
            clear: &self.check.clear,
            cites: &self.check.cites,
            fields: Vec::new(),
            not_checked: Vec::new(),
        }
    }

    fn built_in(&self, check: BuiltIn, findings: &mut Vec<Finding<'a>>) {
        match check {
            BuiltIn::RecordedBetterThanCriteria => {
                let best = self.grades.plan.criteria.best;
                findings.extend(self.plan_better_than(best, "the answers to the criteria allow"));
            }
            BuiltIn::RecordedBetterThanCap => {
                let best = self.grades.plan.cap.best;
                findings.extend(self.plan_better_than(best, "the sections allow"));
            }
            BuiltIn::ContextNotKnown => findings.extend(self.context_not_known()),
            BuiltIn::NotApplicableButApplies | BuiltIn::AnswerDoesNotApply => {
                let numbers = 0..self.framework.descriptors.len();
                findings.extend(numbers.filter_map(|number| self.descriptor(check, number)));
            }
            _ => {
                let numbers = 0..self.framework.sections.len();
                findings.extend(numbers.filter_map(|number| self.section(check, number)));
            }
        }
    }

    fn plan_better_than(&self, best: Score, what: &str) -> Option<Finding<'a>> {
        let recorded = self.review.plan_score().filter(|recorded| *recorded < best)?;
        let message = format!(
            "The plan is recorded as {}, but {what} {} at best.",
            self.framework.grade_name(recorded),
            self.framework.grade_name(best),
        );
        Some(self.finding(&self.framework.sections.last()?.score_at, Vec::new(), message))
    }

    fn descriptor(&self, check: BuiltIn, number: usize) -> Option<Finding<'a>> {
        let rule = self.framework.descriptors.get(number)?;
        let answer = self.review.answer(number)?;
        let state = *self.grades.states.get(number)?;
        let message = match (check, answer, state) {
            (BuiltIn::NotApplicableButApplies, Answer::NotApplicable, State::Open) => format!(
                "Descriptor {} is answered not applicable, but it applies to this plan: it counts \
                 as not answered.",
                rule.id,
            ),
            (BuiltIn::AnswerDoesNotApply, Answer::Yes | Answer::No, State::DoesNotApply) => {
                format!(
                    "Descriptor {} is answered, but it does not apply to this plan: the answer does \
                 not count.",
                    rule.id,
                )
            }
            _ => return None,
        };
        let facts = rule.all_of.iter().map(|condition| context_pointer(condition.field));
        Some(self.finding(&rule.at, facts.collect(), message))
    }

    fn section(&self, check: BuiltIn, number: usize) -> Option<Finding<'a>> {
        let rule = self.framework.sections.get(number)?;
        let grade = self.grades.sections.get(number)?;
        let recorded = self.review.score(number);
        let blank =
            |field| self.review.text(number, field).is_none_or(|text| text.trim().is_empty());
        let whose = if rule.is_overall { "The plan" } else { &format!("Section {}", rule.id) };
        let name = |score| self.framework.grade_name(score);
        Some(match check {
            BuiltIn::RecordedOutstandingWithNo => {
                recorded.filter(|_| self.is_outstanding_with_no(number))?;
                let message = format!(
                    "{whose} is recorded as {}, but {} answered no.",
                    name(Score::Outstanding),
                    descriptors(grade.counts.no, "is", "are"),
                );
                self.finding(&rule.score_at, self.counted_no(number), message)
            }
            BuiltIn::RecordedFarFromSuggestion => {
                let plan = self.grades.plan.suggested;
                let suggested = if rule.is_overall { plan } else { grade.suggested? };
                let recorded = recorded.filter(|_| !self.is_outstanding_with_no(number))?;
                if !is_far(recorded, suggested) {
                    return None;
                }
                let suggestion = if suggested.best == suggested.worst {
                    name(suggested.best).to_owned()
                } else {
                    format!("{} to {}", name(suggested.best), name(suggested.worst))
                };
                let message = format!(
                    "{whose} is recorded as {}, more than one grade from the {suggestion} that \
                     the answers suggest.",
                    name(recorded),
                );
                self.finding(&rule.score_at, self.counted_no(number), message)
            }
            BuiltIn::ScoreWithoutRationale => {
                recorded.filter(|_| blank(TextField::Rationale))?;
                let message = format!("{whose} has a score, but no rationale for it.");
                self.finding(&rule.rationale_at, vec![&rule.score_at], message)
            }
            BuiltIn::NoWithoutImprovement => {
                if grade.counts.no == 0 || !blank(TextField::Improvements) {
                    return None;
                }
                let message = format!(
                    "In section {}, {} answered no, but no improvement is noted.",
                    rule.id,
                    descriptors(grade.counts.no, "is", "are"),
                );
                self.finding(&rule.improvements_at, self.counted_no(number), message)
            }
            BuiltIn::ScoreWhereNothingApplies => {
                recorded.filter(|_| grade.suggested.is_none() && !rule.is_overall)?;
                let message = format!(
                    "Section {} has a score, but none of its descriptors applies to this plan: \
                     the score does not count.",
                    rule.id,
                );
                self.finding(&rule.score_at, Vec::new(), message)
            }
            _ => return None,
        })
    }

    fn is_outstanding_with_no(&self, section: usize) -> bool {
        let no = self.grades.sections.get(section).is_some_and(|grade| grade.counts.no > 0);
        no && self.review.score(section) == Some(Score::Outstanding)
    }

    fn counted_no(&self, section: usize) -> Vec<&'a str> {
        let descriptors = self.framework.descriptors.iter().zip(&self.grades.states);
        let no =
            descriptors.filter(|(rule, state)| rule.section == section && **state == State::No);
        no.map(|(rule, _)| rule.at.as_str()).collect()
    }

    /// Names the facts that are not known and that any rule depends on.
    fn context_not_known(&self) -> Option<Finding<'a>> {
        let context = self.review.context();
        let of_descriptors = self.framework.descriptors.iter().flat_map(|rule| &rule.all_of);
        let of_checks = self.framework.checks.iter().flat_map(|rule| match rule {
            CheckRule::Answers(rule) => rule.context.as_slice(),
            CheckRule::BuiltIn(_) => &[],
        });
        let needed: Vec<ContextField> =
            of_descriptors.chain(of_checks).map(|condition| condition.field).collect();
        let is_open =
            |field: &&ContextField| needed.contains(field) && context.value(**field).is_none();
        let fields: Vec<ContextField> = ContextField::ALL.iter().filter(is_open).copied().collect();
        if fields.is_empty() {
            return None;
        }
        let checks = self.framework.interpretation().checks.iter().zip(&self.framework.checks);
        let not_checked = checks.filter_map(|(check, rule)| match rule {
            CheckRule::Answers(rule) => {
                let holds = rule.context.iter().map(|condition| holds(context, condition));
                let undecided = holds.clone().any(|holds| holds.is_none());
                (undecided && !holds.clone().any(|holds| holds == Some(false)))
                    .then_some(check.id.as_str())
            }
            CheckRule::BuiltIn(_) => None,
        });
        let not_checked: Vec<&str> = not_checked.collect();
        let names: Vec<&str> = fields.iter().map(|field| field.word()).collect();
        let mut message = format!("Not known about the plan: {}.", names.join(", "));
        if !not_checked.is_empty() {
            message += &format!(" Not checked because of it: {}.", not_checked.join(", "));
        }
        let pointers = fields.iter().map(|field| context_pointer(*field)).collect();
        Some(Finding { fields, not_checked, ..self.finding("/plan", pointers, message) })
    }

    /// A check told by the answers that it is about.
    fn answers(&self, rule: &'a AnswersRule) -> Option<Finding<'a>> {
        let context = self.review.context();
        if !rule.context.iter().all(|condition| holds(context, condition) == Some(true)) {
            return None;
        }
        let answer = |criterion: usize| self.review.criteria().get(criterion).copied().flatten();
        if !rule.criteria.iter().all(|(criterion, value)| answer(*criterion) == Some(*value)) {
            return None;
        }
        let mut matched = Vec::new();
        for (number, standings) in &rule.every {
            if !standings.iter().any(|standing| self.stands(*number, *standing)) {
                return None;
            }
            matched.push(*number);
        }
        let any = rule.any.iter().filter(|(number, standings)| {
            standings.iter().any(|standing| self.stands(*number, *standing))
        });
        matched.extend(any.map(|(number, _)| *number));
        if rule.every.is_empty() && matched.is_empty() {
            return None;
        }
        let descriptor =
            |number: &usize| Some(self.framework.descriptors.get(*number)?.at.as_str());
        let criterion = |number: usize| Some(self.framework.criteria.get(number)?.at.as_str());
        let at = matched.first().and_then(descriptor)?;
        let facts = rule.context.iter().map(|condition| context_pointer(condition.field));
        let criteria = rule.criteria.iter().filter_map(|(number, _)| criterion(*number));
        let answers = matched.iter().filter_map(descriptor);
        let rests_on = facts.chain(criteria).chain(answers).collect();
        Some(self.finding(at, rests_on, rule.message.clone()))
    }

    fn stands(&self, descriptor: usize, standing: Standing) -> bool {
        let state = self.grades.states.get(descriptor).copied();
        let answer = self.review.answer(descriptor);
        match standing {
            Standing::CountedYes => state == Some(State::Yes),
            Standing::CountedNo => state == Some(State::No),
            Standing::NotApplicable => state == Some(State::NotApplicable),
            Standing::DoesNotApply => state == Some(State::DoesNotApply),
            Standing::AnsweredYes => answer == Some(Answer::Yes),
            Standing::AnsweredNo => answer == Some(Answer::No),
        }
    }
}

/// Whether a recorded score is more than one away from both ends.
fn is_far(recorded: Score, suggested: Interval) -> bool {
    recorded.number() + 1 < suggested.best.number()
        || recorded.number() > suggested.worst.number() + 1
}

fn descriptors(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 descriptor {one}"),
        _ => format!("{count} descriptors {many}"),
    }
}
