//! Goes through the events of a case by the table, and tells where it stands.

use super::problem::CaseProblem;
use std::collections::BTreeSet;

use super::table::{Row, Source, WHY, row, rows};
use super::{
    Case, CaseCondition, CaseEvent, CaseEventKind, CaseExtent, CaseFinding, CaseMoment, CaseNext,
    CaseOutcome, CaseReason, CaseRole, CaseRule, CaseSource, CaseState, CaseStatus, Regraded,
    reading,
};
use crate::document::problem::{Problem, ProblemKind};
use crate::framework::{Framework, Score, Severity};
use crate::law::{Basis, Citation};

/// Where a case stands, what may happen next, and whether the plan may be issued.
///
/// The grade at which a plan is issued is the framework's, as is what Annex B and the levels say.
#[must_use]
pub fn status<'a>(framework: &'a Framework, case: &Case) -> CaseStatus<'a> {
    let issue_at = framework.rules.issue.issue_at;
    let mut at = Standing::default();
    let mut refused = None;
    for (number, event) in case.events().iter().enumerate() {
        match at.fits(event, issue_at) {
            Ok(state) => at.take(number, event, state),
            Err(kind) => {
                refused = Some(Problem { pointer: pointer(number), kind });
                break;
            }
        }
    }
    let read = at.history.len();
    let is_told = |message: &str| message.replace("{grade}", framework.grade_name(issue_at));
    let next = rows(at.state).map(|row| CaseNext {
        event: row.event,
        roles: row.roles,
        message: is_told(row.message),
        needs: row.needs,
        leads_to: row.leads_to.iter().map(|&(when, state)| CaseOutcome { when, state }).collect(),
        cites: sources(framework, row.rests_on),
    });
    let mut reasons = Vec::new();
    if let Some(refused) = &refused {
        reasons.push(CaseReason {
            message: "An event does not fit, and nothing behind it was looked at.".to_owned(),
            at: vec![refused.pointer.clone()],
            cites: sources(framework, &[Source::Ours(&reading::FIRST_THAT_DOES_NOT_FIT)]),
        });
    }
    reasons.extend(WHY.iter().filter(|why| why.state == at.state).map(|why| CaseReason {
        message: is_told(why.message),
        at: at.since.iter().map(|&number| pointer(number)).collect(),
        cites: sources(framework, why.rests_on),
    }));
    CaseStatus {
        state: at.state,
        next: next.collect(),
        may_issue: refused.is_none() && row(at.state, CaseEventKind::Issued).is_some(),
        reasons,
        regraded: Regraded {
            count: u8::from(!at.regraded.is_empty()),
            rounds: at.regraded.len() / 2,
            at: at.regraded.iter().map(|&number| pointer(number)).collect(),
            cites: sources(framework, &[Source::Step("4"), Source::Ours(&reading::PLANS_REGRADED)]),
        },
        findings: findings(framework, case.events().get(..read).unwrap_or_default()),
        not_read: case.events().len().saturating_sub(read + usize::from(refused.is_some())),
        history: at.history,
        refused,
    }
}

/// Where a case stands after some events.
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
    fn fits(&self, event: &CaseEvent, issue_at: Score) -> Result<CaseState, ProblemKind> {
        let Some(row) = row(self.state, event.kind) else {
            let expected = rows(self.state).map(|row| row.event.word().to_owned()).collect();
            let (state, event) = (self.state.word(), event.kind.word());
            return Err(CaseProblem::EventNotExpected { state, event, expected }.into());
        };
        if !row.roles.contains(&event.role) {
            let expected = row.roles.iter().map(|role| role.word().to_owned()).collect();
            let (state, event) = (self.state.word(), event.kind.word());
            return Err(CaseProblem::EventByAnother { state, event, expected }.into());
        }
        if let Some(need) = row.needs.iter().find(|need| !self.holds(**need, event, issue_at)) {
            return Err(not_met(row, *need).into());
        }
        let outcome = row.leads_to.iter().find(|(when, _)| self.holds(*when, event, issue_at));
        // The outcomes of a row leave nothing open: one of them was found.
        Ok(outcome.map_or(self.state, |(_, state)| *state))
    }

    /// Whether a condition holds of an event that is about to happen.
    fn holds(&self, condition: CaseCondition, event: &CaseEvent, issue_at: Score) -> bool {
        let is_good = |score: Score| score <= issue_at;
        let given = || self.separate.iter().filter_map(|(_, event)| event.score);
        let both = || given().chain(event.score);
        match condition {
            CaseCondition::Always => true,
            CaseCondition::AtLeastGood => event.score.is_some_and(is_good),
            CaseCondition::BelowGood => !event.score.is_some_and(is_good),
            CaseCondition::Minimal => event.extent == Some(CaseExtent::Minimal),
            CaseCondition::Substantial => event.extent == Some(CaseExtent::Substantial),
            CaseCondition::BothAtLeastGood => both().all(is_good),
            CaseCondition::BothBelowGood => !both().any(is_good),
            CaseCondition::AcrossGood => both().any(is_good) && !both().all(is_good),
            CaseCondition::AnotherGrader => {
                self.separate.iter().all(|(_, first)| first.by != event.by)
            }
            CaseCondition::OneOfTheTwo => self.separate.iter().any(|(_, one)| one.by == event.by),
            CaseCondition::BetweenTheTwo => {
                given().min() <= event.score && event.score <= given().max()
            }
        }
    }

    /// Takes an event that fits over.
    fn take(&mut self, number: usize, event: &'c CaseEvent, state: CaseState) {
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

/// What is wrong when something that a row needs does not hold.
fn not_met(row: &Row, need: CaseCondition) -> CaseProblem {
    let (state, event, expected) = (row.state.word(), row.event.word(), need.word());
    match need {
        CaseCondition::AnotherGrader => CaseProblem::SameGrader { state, event, expected },
        CaseCondition::OneOfTheTwo => CaseProblem::NotOneOfTheTwo { state, event, expected },
        CaseCondition::BetweenTheTwo => CaseProblem::NotBetweenTheTwo { state, event, expected },
        _ => CaseProblem::EventNotExpected { state, event, expected: vec![expected.to_owned()] },
    }
}

/// What is worth a look among events that fit.
fn findings<'a>(framework: &'a Framework, events: &[CaseEvent]) -> Vec<CaseFinding<'a>> {
    let mut findings = Vec::new();
    let mut writers: BTreeSet<&str> = BTreeSet::new();
    let mut first_grader = None;
    let mut separate: Vec<&str> = Vec::new();
    for (number, event) in events.iter().enumerate() {
        let by = event.by.as_str();
        match event.kind {
            CaseEventKind::DraftSubmitted | CaseEventKind::Amended => {
                separate.clear();
                if event.role == CaseRole::CaseOfficer {
                    writers.insert(by);
                }
            }
            CaseEventKind::Graded if event.role == CaseRole::SeniorCaseOfficer => {
                first_grader = Some(by);
            }
            CaseEventKind::GradedAgain => separate.push(by),
            _ => {}
        }
        let at = [&pointer(number), "/by"].concat();
        if event.kind.has_score() && writers.contains(by) {
            findings.push(CaseFinding {
                rule: CaseRule::GraderIsWriter,
                severity: Severity::Warning,
                at: at.clone(),
                message: "Whoever grades here also wrote the plan.",
                why: "The feedback on a plan, and its grade, come from somebody who did not write it.",
                clear: "A grade by somebody who did not write the plan.",
                cites: sources(
                    framework,
                    &[Source::Step("1"), Source::Step("2"), Source::Ours(&reading::NOT_ONES_OWN)],
                ),
            });
        }
        let is_second = event.kind == CaseEventKind::GradedAgain && separate.len() == 2;
        if is_second && first_grader.is_some_and(|first| !separate.contains(&first)) {
            findings.push(CaseFinding {
                rule: CaseRule::FirstGraderAbsent,
                severity: Severity::Warning,
                at,
                message: "Neither separate grade is by the Senior Case Officer who graded the draft \
                          first.",
                why: "Whoever graded the draft first knows what the amendments were to mend.",
                clear: "Nothing, if that officer is away; else a separate grade by that officer.",
                cites: sources(
                    framework,
                    &[Source::Step("3"), Source::Ours(&reading::FIRST_GRADER_AGAIN)],
                ),
            });
        }
    }
    findings
}

/// What entries rest on, with what is written there.
fn sources<'a>(framework: &'a Framework, sources: &[Source]) -> Vec<CaseSource<'a>> {
    let mut cites = Vec::new();
    for source in sources {
        let (basis, place, text) = match *source {
            Source::Step(step) => {
                let place = ["Annex B, step ", step].concat();
                (Basis::Framework, place, framework.annex_b_text(step))
            }
            Source::Level(level) => match framework.level_text(level) {
                Some((title, text)) => (Basis::Framework, title.to_owned(), Some(text)),
                None => (Basis::Framework, ["Level ", &level.to_string()].concat(), None),
            },
            Source::Ours(reading) => {
                (Basis::Interpretation, reading.name.to_owned(), Some(reading.reason))
            }
            Source::Gate => {
                let issue = &framework.rules.issue;
                cites.extend(issue.cites.iter().map(|Citation { basis, place }| CaseSource {
                    basis: *basis,
                    place: place.clone(),
                    text: None,
                }));
                continue;
            }
        };
        cites.push(CaseSource { basis, place, text });
    }
    cites
}

fn pointer(event: usize) -> String {
    ["/events/", &event.to_string()].concat()
}
