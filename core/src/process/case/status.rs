//! Reads the events of a case in order, and reports where it stands.

use std::collections::BTreeSet;

use super::document::{Case, CaseEvent, CaseExtent};
use super::outcome::{
    CaseFinding, CaseMoment, CaseNext, CaseOutcome, CaseReason, CaseSource, CaseStatus, Regraded,
};
use super::problem::CaseProblem;
use crate::document::problem::{Problem, ProblemKind};
use crate::framework::{
    CaseCondition, CaseEventKind, CaseRule, CaseState, Framework, GradeNo, ProcessReading,
    ProcessSource, Score, Step, step_of, steps,
};
use crate::law::Basis;
use crate::text::fill::fill;

/// Where a case stands, what may happen next, and whether the plan may be issued.
///
/// The grade at which a plan is issued, the steps with their roles and what they rest on are the framework's.
///
/// ```
/// use ehcp_qa_core::Framework;
/// use ehcp_qa_core::case::{Case, status};
///
/// let framework = Framework::built_in();
/// let status = status(&framework, &Case::from_json(&framework, r#"{"events": []}"#).unwrap()).unwrap();
/// assert_eq!(status.next[0].message, "Submit the draft.");
/// ```
///
/// # Errors
/// The framework has no reading of the process.
pub fn status<'a>(framework: &'a Framework, case: &Case) -> Result<CaseStatus<'a>, Vec<Problem>> {
    let Some(process) = framework.process() else {
        return Err(vec![Problem {
            pointer: String::new(),
            kind: CaseProblem::NoProcess {}.into(),
        }]);
    };
    let process = Process { framework, reading: process };
    let mut at = Standing::default();
    let mut refused = None;
    for (number, event) in case.events().iter().enumerate() {
        match at.fits(event, &process) {
            Ok(state) => at.advance(number, event, state),
            Err(kind) => {
                let problem = Problem { pointer: pointer(number), kind };
                refused = Some(framework.reworded_one(problem));
                break;
            }
        }
    }
    let read = at.history.len();
    Ok(CaseStatus {
        state: at.state,
        next: process.next(at.state),
        may_issue: refused.is_none() && step_of(at.state, CaseEventKind::Issued).is_some(),
        reasons: process.reasons(&at, refused.as_ref()),
        regraded: Regraded {
            count: u8::from(!at.regraded.is_empty()),
            rounds: at.regraded.len() / 2,
            at: at.regraded.iter().map(|&number| pointer(number)).collect(),
            cites: process.sources(&process.reading.regraded),
        },
        findings: process.findings(case, &at.history),
        not_read: case.events().len().saturating_sub(read + usize::from(refused.is_some())),
        history: at.history,
        refused,
    })
}

/// The process as a framework has it.
struct Process<'a> {
    framework: &'a Framework,
    reading: &'a ProcessReading,
}

impl<'a> Process<'a> {
    /// The grade at which a plan is issued. A framework with a process has one.
    fn issue_at(&self) -> Score {
        self.framework.rules.issue.issue_at.unwrap_or_default()
    }

    fn sentence(&self, message: &str) -> String {
        fill(message, &[("grade", &self.framework.grade_name(self.issue_at()))])
    }

    /// What may happen in a state. A checked framework has an entry for every step.
    fn next(&self, state: CaseState) -> Vec<CaseNext<'a>> {
        let named =
            steps(state).filter_map(|step| Some((step, self.reading.step(state, step.event)?)));
        let next = named.map(|(step, entry)| CaseNext {
            event: step.event,
            roles: &entry.roles,
            message: self.sentence(&entry.message),
            needs: step.needs,
            leads_to: step
                .leads_to
                .iter()
                .map(|&(when, state)| CaseOutcome { when, state })
                .collect(),
            cites: self.sources(&entry.rests_on),
        });
        next.collect()
    }

    /// Why the plan may or may not be issued.
    fn reasons(&self, at: &Standing, refused: Option<&Problem>) -> Vec<CaseReason<'a>> {
        let reading = self.reading;
        let mut reasons = Vec::new();
        reasons.extend(refused.map(|refused| CaseReason {
            message: reading.refused.message.clone(),
            at: vec![refused.pointer.clone()],
            cites: self.sources(&reading.refused.rests_on),
        }));
        let of_state = reading.reasons.iter().filter(|reason| reason.state == at.state);
        reasons.extend(of_state.map(|reason| CaseReason {
            message: self.sentence(&reason.message),
            at: at.since.iter().map(|&number| pointer(number)).collect(),
            cites: self.sources(&reason.rests_on),
        }));
        reasons
    }

    /// What is found among the events that fit.
    fn findings(&self, case: &Case, history: &[CaseMoment]) -> Vec<CaseFinding<'a>> {
        let mut findings = Vec::new();
        let mut found = |rule: CaseRule, at: &str| {
            findings.extend(self.reading.findings.iter().find(|entry| entry.id == rule).map(
                |entry| CaseFinding {
                    rule,
                    severity: entry.severity,
                    at: at.to_owned(),
                    message: &entry.message,
                    why: &entry.why,
                    clear: &entry.clear,
                    cites: self.sources(&entry.rests_on),
                },
            ));
        };
        let mut writers: BTreeSet<&str> = BTreeSet::new();
        let mut first_grader = None;
        let mut separate: Vec<&str> = Vec::new();
        let mut before = CaseState::NotSubmitted;
        for (number, (event, moment)) in case.events().iter().zip(history).enumerate() {
            let by = &*event.by;
            match (before, event.kind) {
                (_, CaseEventKind::DraftSubmitted)
                | (CaseState::SubstantialWork, CaseEventKind::Amended) => {
                    separate.clear();
                    writers.insert(by);
                }
                (_, CaseEventKind::Amended) => separate.clear(),
                (CaseState::Submitted, CaseEventKind::Graded) => first_grader = Some(by),
                (_, CaseEventKind::GradedAgain) => separate.push(by),
                _ => {}
            }
            before = moment.state;
            let at = [&pointer(number), "/by"].concat();
            if event.kind.has_score() && writers.contains(by) {
                found(CaseRule::GraderIsWriter, &at);
            }
            let is_second = event.kind == CaseEventKind::GradedAgain && separate.len() == 2;
            if is_second && first_grader.is_some_and(|first| !separate.contains(&first)) {
                found(CaseRule::FirstGraderAbsent, &at);
            }
        }
        findings
    }

    /// What an entry rests on, with what is written there.
    fn sources(&self, sources: &'a [ProcessSource]) -> Vec<CaseSource<'a>> {
        let mut cites = Vec::new();
        for ProcessSource { step, level, reading, gate } in sources {
            if let Some(step) = step {
                let place = fill(&self.reading.place, &[("step", step)]);
                let text = self.framework.step_text(step);
                cites.push(CaseSource { basis: Basis::Framework, place, text });
            }
            let printed = level.and_then(|level| self.framework.level_text(level));
            cites.extend(printed.map(|(title, text)| CaseSource {
                basis: Basis::Framework,
                place: title.to_owned(),
                text: Some(text),
            }));
            let named = self.reading.readings.iter().find(|of| Some(&of.id) == reading.as_ref());
            cites.extend(named.map(|of| CaseSource {
                basis: of.basis,
                place: of.name.clone(),
                text: Some(&of.reason),
            }));
            if *gate == Some(true) {
                let printed = &self.framework.rules.issue.cites;
                cites.extend(printed.iter().map(|cite| CaseSource {
                    basis: cite.basis,
                    place: cite.place.clone(),
                    text: None,
                }));
            }
        }
        cites
    }
}

/// Where a case stands after the events read so far.
struct Standing<'c> {
    state: CaseState,
    /// The separate grades of this round.
    separate: Vec<(usize, &'c CaseEvent)>,
    /// The events that brought it to its state.
    since: Vec<usize>,
    /// The separate grades of all rounds that have two.
    regraded: Vec<usize>,
    history: Vec<CaseMoment>,
}

impl Default for Standing<'_> {
    fn default() -> Self {
        Self {
            state: CaseState::NotSubmitted,
            separate: Vec::new(),
            since: Vec::new(),
            regraded: Vec::new(),
            history: Vec::new(),
        }
    }
}

impl<'c> Standing<'c> {
    /// Where an event leads, or why it does not fit.
    fn fits(&self, event: &CaseEvent, process: &Process) -> Result<CaseState, ProblemKind> {
        let (state, kind) = (self.state.word(), event.kind.word());
        let (Some(step), Some(entry)) =
            (step_of(self.state, event.kind), process.reading.step(self.state, event.kind))
        else {
            let expected = steps(self.state).map(|step| step.event.word().to_owned()).collect();
            return Err(CaseProblem::EventNotExpected { state, event: kind, expected }.into());
        };
        if !entry.roles.contains(&event.role) {
            let expected = entry.roles.iter().map(|role| role.word().to_owned()).collect();
            return Err(CaseProblem::EventByAnother { state, event: kind, expected }.into());
        }
        let framework = process.framework;
        if let Some(need) = step.needs.iter().find(|need| !self.holds(**need, event, framework)) {
            let role = || process.reading.role_names(&entry.roles);
            return Err(not_met(step, *need, role).into());
        }
        let outcome = step.leads_to.iter().find(|(when, _)| self.holds(*when, event, framework));
        // The outcomes of a step leave nothing open: one of them holds.
        Ok(outcome.map_or(self.state, |(_, state)| *state))
    }

    /// Whether a condition holds of an event that is about to happen.
    fn holds(&self, condition: CaseCondition, event: &CaseEvent, framework: &Framework) -> bool {
        let rules = &framework.rules;
        let grade = |event: &CaseEvent| Some(rules.scale.grade_of(rules.scale.of(event.score?)?));
        let good = rules.scale.grade_of(rules.issue.issue_at.unwrap_or_default());
        let is_good = |grade: GradeNo| grade <= good;
        let this = grade(event);
        let given = || self.separate.iter().filter_map(|(_, event)| grade(event));
        let both = || given().chain(this);
        match condition {
            CaseCondition::Always => true,
            CaseCondition::AtLeastGood => this.is_some_and(is_good),
            CaseCondition::BelowGood => !this.is_some_and(is_good),
            CaseCondition::Minimal => event.extent == Some(CaseExtent::Minimal),
            CaseCondition::Substantial => event.extent == Some(CaseExtent::Substantial),
            CaseCondition::BothAtLeastGood => both().all(is_good),
            CaseCondition::BothBelowGood => !both().any(is_good),
            CaseCondition::AcrossGood => both().any(is_good) && !both().all(is_good),
            CaseCondition::AnotherGrader => {
                self.separate.iter().all(|(_, first)| first.by != event.by)
            }
            CaseCondition::OneOfTheTwo => self.separate.iter().any(|(_, one)| one.by == event.by),
            CaseCondition::BetweenTheTwo => given().min() <= this && this <= given().max(),
        }
    }

    /// Adds an event that fits, and the state that it leads to.
    fn advance(&mut self, number: usize, event: &'c CaseEvent, state: CaseState) {
        match event.kind {
            CaseEventKind::Amended => self.separate.clear(),
            CaseEventKind::GradedAgain => {
                self.separate.push((number, event));
                if let [(first, _), (second, _)] = *self.separate {
                    self.regraded.extend([first, second]);
                }
            }
            _ => {}
        }
        if state != self.state {
            self.since.clear();
            // From the second separate grade to an agreed one, the case rests on both grades.
            if let CaseEventKind::GradedAgain | CaseEventKind::Agreed | CaseEventKind::Escalated =
                event.kind
            {
                self.since.extend(self.separate.iter().map(|(grade, _)| *grade));
            }
            if event.kind != CaseEventKind::GradedAgain {
                self.since.push(number);
            }
        }
        self.state = state;
        let at = pointer(number);
        self.history.push(CaseMoment { at, event: event.kind, date: event.date, state });
    }
}

/// The problem where something that a step needs does not hold.
fn not_met(step: &Step, need: CaseCondition, role: impl Fn() -> String) -> CaseProblem {
    let (state, event, expected) = (step.state.word(), step.event.word(), need.word());
    match need {
        CaseCondition::AnotherGrader => {
            CaseProblem::SameGrader { state, event, expected, role: role() }
        }
        CaseCondition::OneOfTheTwo => CaseProblem::NotOneOfTheTwo { state, event, expected },
        CaseCondition::BetweenTheTwo => CaseProblem::NotBetweenTheTwo { state, event, expected },
        _ => CaseProblem::EventNotExpected { state, event, expected: vec![expected.to_owned()] },
    }
}

fn pointer(event: usize) -> String {
    ["/events/", &event.to_string()].concat()
}
