//! Findings: answers, scores and facts that do not fit together.

use serde::Serialize;

use super::grade::{Grades, Interval, State, holds};
use crate::framework::{
    AnswersRule, BuiltIn, CheckRule, ContextCondition, ContextField, Framework, Look, Score,
    Severity, Standing,
};
use crate::grading::reason::{self, End, Reason, context_pointer};
use crate::law::Citation;
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
    let rules = &framework.rules;
    let mut findings = Vec::new();
    for severity in Severity::ALL {
        for check in &rules.checks {
            if check.severity != *severity {
                continue;
            }
            let search = Search { review, grades, framework, check };
            match &check.look {
                Look::Answers(rule) => findings.extend(search.answers(rule)),
                Look::BuiltIn(BuiltIn::RecordedBetterThanCriteria) => {
                    let because = reason::criteria(review, End::Best, grades.plan.criteria.best);
                    let what = ", but the answers to the criteria allow ";
                    findings.extend(search.plan_better_than(because, what));
                }
                Look::BuiltIn(BuiltIn::RecordedBetterThanCap) => {
                    let because = reason::cap(review, grades, End::Best, grades.plan.cap.best);
                    let what = ", but the sections allow ";
                    findings.extend(search.plan_better_than(because, what));
                }
                Look::BuiltIn(BuiltIn::ContextNotKnown) => {
                    findings.extend(search.context_not_known());
                }
                Look::BuiltIn(
                    check @ (BuiltIn::NotApplicableButApplies | BuiltIn::AnswerDoesNotApply),
                ) => {
                    for number in 0..rules.descriptors.len() {
                        findings.extend(search.descriptor(*check, number));
                    }
                }
                Look::BuiltIn(check) => {
                    for number in 0..rules.sections.len() {
                        findings.extend(search.section(*check, number));
                    }
                }
            }
        }
    }
    findings
}

/// One check, looking at one review.
struct Search<'a, 'g> {
    review: &'a Review,
    grades: &'g Grades,
    framework: &'a Framework,
    check: &'a CheckRule,
}

impl<'a> Search<'a, '_> {
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn finding(&self, at: &'a str, rests_on: Vec<&'a str>, message: &[&str]) -> Finding<'a> {
        Finding {
            rule: &self.check.id,
            severity: self.check.severity,
            at,
            rests_on,
            message: message.concat(),
            why: &self.check.why,
            clear: &self.check.clear,
            cites: &self.check.cites,
            fields: Vec::new(),
            not_checked: Vec::new(),
        }
    }

    fn plan_better_than(&self, because: Reason<'a>, what: &str) -> Option<Finding<'a>> {
        let best = because.score?;
        let recorded = self.review.plan_score().filter(|recorded| *recorded < best)?;
        let name = |score| self.framework.grade_name(score);
        let message = ["The plan is recorded as ", name(recorded), what, name(best), " at best."];
        let overall = self.framework.rules.sections.last()?;
        Some(self.finding(&overall.score_at, because.rests_on, &message))
    }

    fn descriptor(&self, check: BuiltIn, number: usize) -> Option<Finding<'a>> {
        let rule = self.framework.rules.descriptors.get(number)?;
        let answer = self.review.answer(number)?;
        let state = *self.grades.states.get(number)?;
        let what = match (check, answer, state) {
            (BuiltIn::NotApplicableButApplies, Answer::NotApplicable, State::Open) => {
                " is answered not applicable, but it applies to this plan: it counts as not \
                 answered."
            }
            (BuiltIn::AnswerDoesNotApply, Answer::Yes | Answer::No, State::DoesNotApply) => {
                " is answered, but it does not apply to this plan: the answer does not count."
            }
            _ => return None,
        };
        let facts = match check {
            BuiltIn::AnswerDoesNotApply => pointers_to(&reason::excluding(self.review, number)),
            _ => context_pointers(&rule.all_of),
        };
        Some(self.finding(&rule.at, facts, &["Descriptor ", &rule.id, what]))
    }

    fn section(&self, check: BuiltIn, number: usize) -> Option<Finding<'a>> {
        let rule = self.framework.rules.sections.get(number)?;
        let grade = self.grades.sections.get(number)?;
        let recorded = self.review.score(number);
        let blank =
            |field| self.review.text(number, field).is_none_or(|text| text.trim().is_empty());
        let whose = if rule.is_overall { ["The plan", ""] } else { ["Section ", &rule.id] };
        let [whose, id] = whose;
        let name = |score| self.framework.grade_name(score);
        let no = grade.counts.no;
        let answered = if no == 1 { " descriptor is" } else { " descriptors are" };
        let counted_no = || self.grades.pointers(&self.framework.rules, rule, &[State::No]);
        let is_outstanding_with_no = no > 0 && recorded == Some(Score::Outstanding);
        Some(match check {
            BuiltIn::RecordedOutstandingWithNo if is_outstanding_with_no => {
                let name = name(Score::Outstanding);
                let (but, count) = (", but ", no.to_string());
                let message =
                    [whose, id, " is recorded as ", name, but, &count, answered, " answered no."];
                self.finding(&rule.score_at, counted_no(), &message)
            }
            BuiltIn::RecordedFarFromSuggestion if !is_outstanding_with_no => {
                let plan = self.grades.plan.suggested;
                let suggested = if rule.is_overall { plan } else { grade.suggested? };
                let recorded = recorded.filter(|recorded| is_far(*recorded, suggested))?;
                let is_point = suggested.best == suggested.worst;
                let to = if is_point { ["", ""] } else { [" to ", name(suggested.worst)] };
                let [to, worst] = to;
                let message = [
                    whose,
                    id,
                    " is recorded as ",
                    name(recorded),
                    ", more than one grade from the ",
                    name(suggested.best),
                    to,
                    worst,
                    " that the answers suggest.",
                ];
                let rests_on = if rule.is_overall {
                    let mut of_plan = reason::plan(self.review, self.grades);
                    of_plan.pop().map(|reason| reason.rests_on).unwrap_or_default()
                } else {
                    let counted = [State::Yes, State::No, State::Open];
                    self.grades.pointers(&self.framework.rules, rule, &counted)
                };
                self.finding(&rule.score_at, rests_on, &message)
            }
            BuiltIn::ScoreWithoutRationale => {
                recorded.filter(|_| blank(TextField::Rationale))?;
                let message = [whose, id, " has a score, but no rationale for it."];
                self.finding(&rule.rationale_at, vec![&rule.score_at], &message)
            }
            BuiltIn::NoWithoutImprovement if no > 0 && blank(TextField::Improvements) => {
                let (count, after) = (no.to_string(), " answered no, but no improvement is noted.");
                let message = ["In section ", &rule.id, ", ", &count, answered, after];
                self.finding(&rule.improvements_at, counted_no(), &message)
            }
            BuiltIn::ScoreWhereNothingApplies if !rule.is_overall => {
                recorded.filter(|_| grade.suggested.is_none())?;
                let after = " has a score, but none of its descriptors applies to this plan: the \
                             score does not count.";
                let excluded = &[State::NotApplicable];
                let mut rests_on = self.grades.pointers(&self.framework.rules, rule, excluded);
                for descriptor in rule.descriptors.clone() {
                    for pointer in pointers_to(&reason::excluding(self.review, descriptor)) {
                        if !rests_on.contains(&pointer) {
                            rests_on.push(pointer);
                        }
                    }
                }
                self.finding(&rule.score_at, rests_on, &["Section ", &rule.id, after])
            }
            _ => return None,
        })
    }

    /// Names the facts that are not known and that any rule depends on.
    fn context_not_known(&self) -> Option<Finding<'a>> {
        let context = self.review.context();
        let rules = &self.framework.rules;
        let mut needed: Vec<ContextField> = Vec::new();
        for rule in &rules.descriptors {
            needed.extend(rule.all_of.iter().map(|condition| condition.field));
        }
        let mut not_checked = Vec::new();
        for check in &rules.checks {
            let Look::Answers(rule) = &check.look else { continue };
            let mut holding = Some(true);
            for condition in &rule.context {
                needed.push(condition.field);
                match holds(context, condition) {
                    Some(false) => holding = Some(false),
                    None if holding == Some(true) => holding = None,
                    _ => {}
                }
            }
            if holding.is_none() {
                not_checked.push(check.id.as_str());
            }
        }
        let mut fields = Vec::new();
        for field in ContextField::ALL {
            if needed.contains(field) && context.value(*field).is_none() {
                fields.push(*field);
            }
        }
        if fields.is_empty() {
            return None;
        }
        let names: Vec<&str> = fields.iter().map(|field| rules.fact(*field)).collect();
        let pointers = fields.iter().map(|field| context_pointer(*field)).collect();
        let names = names.join(", ");
        let skipped = match not_checked.len() {
            0 => String::new(),
            1 => " 1 check was not made because of it.".to_owned(),
            count => [" ", &count.to_string(), " checks were not made because of it."].concat(),
        };
        let message = ["Not known about the plan: ", &names, ".", &skipped];
        let finding = self.finding("/plan", pointers, &message);
        Some(Finding { fields, not_checked, ..finding })
    }

    /// A check told by the answers that it is about.
    fn answers(&self, rule: &'a AnswersRule) -> Option<Finding<'a>> {
        let rules = &self.framework.rules;
        let context = self.review.context();
        for condition in &rule.context {
            holds(context, condition).filter(|holds| *holds)?;
        }
        let mut rests_on = context_pointers(&rule.context);
        for (number, value) in &rule.criteria {
            let answer = self.review.criteria().get(*number).copied().flatten();
            answer.filter(|answer| answer == value)?;
            rests_on.push(&rules.criteria.get(*number)?.at);
        }
        let mut at = None;
        for (tests, every) in [(&rule.every, true), (&rule.any, false)] {
            for (number, standings) in tests {
                if standings.iter().any(|standing| self.stands(*number, *standing)) {
                    let pointer = rules.descriptors.get(*number)?.at.as_str();
                    at = at.or(Some(pointer));
                    rests_on.push(pointer);
                } else if every {
                    return None;
                }
            }
        }
        Some(self.finding(at?, rests_on, &[&rule.message]))
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

/// Where a review records some facts.
fn pointers_to(fields: &[ContextField]) -> Vec<&'static str> {
    fields.iter().map(|field| context_pointer(*field)).collect()
}

/// Where a review records the facts that some conditions are on.
fn context_pointers(conditions: &[ContextCondition]) -> Vec<&'static str> {
    conditions.iter().map(|condition| context_pointer(condition.field)).collect()
}

/// Whether a recorded score is more than one away from both ends.
fn is_far(recorded: Score, suggested: Interval) -> bool {
    recorded.number() + 1 < suggested.best.number()
        || recorded.number() > suggested.worst.number() + 1
}
