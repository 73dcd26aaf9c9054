//! Which event may follow in which state of a case, what must hold for it, and where it leads.
//!
//! This is one table, which the check of a framework, a case's status and the tests all read. What a step is
//! called, for whom it is and what it rests on is in [`ProcessReading`](super::process::ProcessReading).

use self::{CaseCondition as If, CaseEventKind as Event, CaseState as State};
use crate::document::shape::choice;

choice! {
    /// What can happen to a draft.
    pub enum CaseEventKind {
        /// The plan writer hands the draft in.
        DraftSubmitted = "draft_submitted",
        /// It is graded: first by a senior officer, later perhaps by the manager or the panel.
        Graded = "graded",
        /// Feedback is given to the plan writer.
        FeedbackGiven = "feedback_given",
        /// The amendments that the feedback asked for are made.
        Amended = "amended",
        /// One of two senior officers grades the amended draft, separately from the other.
        GradedAgain = "graded_again",
        /// A grade is agreed where the two separate ones stand on both sides of Good.
        Agreed = "agreed",
        /// The plan is issued.
        Issued = "issued",
        /// The case is brought before the manager.
        Escalated = "escalated",
    }

    /// Who takes part. The framework has their names.
    pub enum CaseRole {
        /// The case officer, who writes the plan.
        CaseOfficer = "case_officer",
        /// A senior case officer.
        SeniorCaseOfficer = "senior_case_officer",
        /// The manager of the team.
        TeamManager = "team_manager",
        /// The panel.
        Panel = "panel",
    }

    /// Where a case stands.
    pub enum CaseState {
        /// No draft is submitted yet.
        NotSubmitted = "not_submitted",
        /// A draft waits for its first grade.
        Submitted = "submitted",
        /// It is graded below Good and waits for feedback.
        BelowGood = "below_good",
        /// Minimal changes wait for the senior officer.
        MinimalChanges = "minimal_changes",
        /// More substantial work waits for the plan writer.
        SubstantialWork = "substantial_work",
        /// The amended draft waits for two separate grades.
        Amended = "amended",
        /// It waits for the second of them.
        GradedOnce = "graded_once",
        /// One of the two is at least Good and one is not.
        Disagreed = "disagreed",
        /// That disagreement is before the manager.
        Escalated = "escalated",
        /// The plan may be issued.
        MayBeIssued = "may_be_issued",
        /// The plan is issued.
        Issued = "issued",
    }

    /// What a step of the process can depend on. Good is the grade at which the framework issues.
    pub enum CaseCondition {
        /// Nothing.
        Always = "always",
        /// The grade given is at least Good.
        AtLeastGood = "at_least_good",
        /// The grade given is below Good.
        BelowGood = "below_good",
        /// Minimal changes are asked for.
        Minimal = "minimal",
        /// More substantial work is asked for.
        Substantial = "substantial",
        /// Both separate grades are at least Good.
        BothAtLeastGood = "both_at_least_good",
        /// Both separate grades are below Good.
        BothBelowGood = "both_below_good",
        /// One of the separate grades is at least Good and one is not.
        AcrossGood = "across_good",
        /// Whoever grades is not who gave the first of the separate grades.
        AnotherGrader = "another_grader",
        /// Whoever records it gave one of the separate grades.
        OneOfTheTwo = "one_of_the_two",
        /// The grade is one of the separate ones or lies between them.
        BetweenTheTwo = "between_the_two",
    }

    /// What can be found in a case whose events all fit.
    pub enum CaseRule {
        /// Somebody grades a plan that they wrote.
        GraderIsWriter = "case-grader-is-writer",
        /// Whoever graded the draft first gives none of the separate grades.
        FirstGraderAbsent = "case-first-grader-absent",
    }
}

impl CaseEventKind {
    /// Whether an event of this kind has a grade.
    #[must_use]
    pub const fn has_score(self) -> bool {
        matches!(self, Self::Graded | Self::GradedAgain | Self::Agreed)
    }

    /// Whether an event of this kind has an extent: how much is to be changed.
    #[must_use]
    pub const fn has_extent(self) -> bool {
        matches!(self, Self::FeedbackGiven)
    }
}

/// One event in one state.
pub(crate) struct Step {
    pub(crate) state: State,
    pub(crate) event: Event,
    /// The event is refused when one of these does not hold.
    pub(crate) needs: &'static [If],
    /// Where it leads: to the state of the condition that holds. One of them always does.
    pub(crate) leads_to: &'static [(If, State)],
}

const fn step(state: State, event: Event, leads_to: &'static [(If, State)]) -> Step {
    Step { state, event, needs: &[], leads_to }
}

const BY_GRADE: &[(If, State)] =
    &[(If::AtLeastGood, State::MayBeIssued), (If::BelowGood, State::BelowGood)];
const BY_EXTENT: &[(If, State)] =
    &[(If::Minimal, State::MinimalChanges), (If::Substantial, State::SubstantialWork)];
const BY_BOTH_GRADES: &[(If, State)] = &[
    (If::BothAtLeastGood, State::MayBeIssued),
    (If::BothBelowGood, State::BelowGood),
    (If::AcrossGood, State::Disagreed),
];

/// Every step, in the order in which what may follow is listed: what takes a case further comes first. No two
/// are about the same event in the same state.
pub(crate) const STEPS: &[Step] = &[
    step(State::NotSubmitted, Event::DraftSubmitted, &[(If::Always, State::Submitted)]),
    step(State::Submitted, Event::Graded, BY_GRADE),
    step(State::Submitted, Event::Escalated, &[(If::Always, State::Submitted)]),
    step(State::BelowGood, Event::FeedbackGiven, BY_EXTENT),
    step(State::BelowGood, Event::Graded, &[(If::Always, State::BelowGood)]),
    step(State::BelowGood, Event::Escalated, &[(If::Always, State::BelowGood)]),
    step(State::MinimalChanges, Event::Amended, &[(If::Always, State::Amended)]),
    step(State::MinimalChanges, Event::FeedbackGiven, BY_EXTENT),
    step(State::MinimalChanges, Event::Graded, &[(If::Always, State::MinimalChanges)]),
    step(State::MinimalChanges, Event::Escalated, &[(If::Always, State::MinimalChanges)]),
    step(State::SubstantialWork, Event::Amended, &[(If::Always, State::Amended)]),
    step(State::SubstantialWork, Event::FeedbackGiven, BY_EXTENT),
    step(State::SubstantialWork, Event::Graded, &[(If::Always, State::SubstantialWork)]),
    step(State::SubstantialWork, Event::Escalated, &[(If::Always, State::SubstantialWork)]),
    step(State::Amended, Event::GradedAgain, &[(If::Always, State::GradedOnce)]),
    step(State::Amended, Event::Escalated, &[(If::Always, State::Amended)]),
    Step {
        needs: &[If::AnotherGrader],
        ..step(State::GradedOnce, Event::GradedAgain, BY_BOTH_GRADES)
    },
    step(State::GradedOnce, Event::Escalated, &[(If::Always, State::GradedOnce)]),
    Step {
        needs: &[If::OneOfTheTwo, If::BetweenTheTwo],
        ..step(State::Disagreed, Event::Agreed, BY_GRADE)
    },
    step(State::Disagreed, Event::Escalated, &[(If::Always, State::Escalated)]),
    Step { needs: &[If::BetweenTheTwo], ..step(State::Escalated, Event::Agreed, BY_GRADE) },
    step(State::MayBeIssued, Event::Issued, &[(If::Always, State::Issued)]),
    step(State::MayBeIssued, Event::Graded, BY_GRADE),
    step(State::MayBeIssued, Event::FeedbackGiven, &[(If::Always, State::MayBeIssued)]),
];

/// The steps of a state.
pub(crate) fn steps(state: State) -> impl Iterator<Item = &'static Step> {
    STEPS.iter().filter(move |step| step.state == state)
}

/// The step of an event in a state, if it may happen there.
pub(crate) fn step_of(state: State, event: Event) -> Option<&'static Step> {
    steps(state).find(|step| step.event == event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_event_has_two_steps_in_a_state() {
        for &state in State::ALL {
            for &event in Event::ALL {
                let count = steps(state).filter(|step| step.event == event).count();
                assert!(count <= 1, "{state:?} {event:?}");
            }
        }
    }

    /// Whatever an event turns out to be, exactly one condition of its step holds.
    #[test]
    fn the_outcomes_of_a_step_leave_nothing_open() {
        const COMPLETE: [&[If]; 4] = [
            &[If::Always],
            &[If::AtLeastGood, If::BelowGood],
            &[If::Minimal, If::Substantial],
            &[If::BothAtLeastGood, If::BothBelowGood, If::AcrossGood],
        ];
        for step in STEPS {
            let conditions: Vec<If> =
                step.leads_to.iter().map(|(condition, _)| *condition).collect();
            assert!(COMPLETE.contains(&conditions.as_slice()), "{:?} {:?}", step.state, step.event);
            let graded = conditions[0] == If::AtLeastGood || conditions[0] == If::BothAtLeastGood;
            assert!(!graded || step.event.has_score());
            assert!(conditions[0] != If::Minimal || step.event.has_extent());
        }
    }

    #[test]
    fn every_state_but_the_last_goes_on_and_every_state_can_be_reached() {
        let mut reached = vec![State::NotSubmitted];
        let mut next = 0;
        while let Some(&state) = reached.get(next) {
            next += 1;
            assert_eq!(steps(state).next().is_none(), state == State::Issued, "{state:?}");
            for (_, to) in steps(state).flat_map(|step| step.leads_to) {
                if !reached.contains(to) {
                    reached.push(*to);
                }
            }
        }
        assert_eq!(reached.len(), State::ALL.len());
    }
}
