//! The process as one table: which event may follow in which state, who may do it, what must hold, and
//! where it leads. Status, refusals and tests all read it.

use super::reading::{self, Reading};
use super::{CaseCondition as If, CaseEventKind as Event, CaseRole as Role, CaseState as State};

/// What an entry rests on.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// A step of Annex B.
    Step(&'static str),
    /// A level of quality assurance.
    Level(u8),
    /// What the framework says about issuing.
    Gate,
    /// A reading of ours.
    Ours(&'static Reading),
}

/// One event in one state. No two rows are about the same event in the same state.
pub(super) struct Row {
    pub(super) state: State,
    pub(super) event: Event,
    pub(super) roles: &'static [Role],
    /// What the roles may do. `{grade}` stands for the grade at which the framework issues.
    pub(super) message: &'static str,
    /// The event is refused when one of these does not hold.
    pub(super) needs: &'static [If],
    /// Where it leads: to the state of the condition that holds. One of them always does.
    pub(super) leads_to: &'static [(If, State)],
    pub(super) rests_on: &'static [Source],
}

/// Why a plan may or may not be issued in a state. `{grade}` is as in rows.
pub(super) struct Why {
    pub(super) state: State,
    pub(super) message: &'static str,
    pub(super) rests_on: &'static [Source],
}

/// The row of an event in a state, if it may happen there.
pub(super) fn row(state: State, event: Event) -> Option<&'static Row> {
    rows(state).find(|row| row.event == event)
}

/// What may happen in a state.
pub(super) fn rows(state: State) -> impl Iterator<Item = &'static Row> {
    ROWS.iter().filter(move |row| row.state == state)
}

const WRITER: &[Role] = &[Role::CaseOfficer];
const SENIOR: &[Role] = &[Role::SeniorCaseOfficer];
const MANAGER: &[Role] = &[Role::TeamManager];
const LEVEL_4: &[Role] = &[Role::TeamManager, Role::Panel];
const TEAM: &[Role] = &[Role::CaseOfficer, Role::SeniorCaseOfficer, Role::TeamManager];

const FIRST_GRADE: &[(If, State)] =
    &[(If::AtLeastGood, State::MayBeIssued), (If::BelowGood, State::BelowGood)];
const BY_EXTENT: &[(If, State)] =
    &[(If::Minimal, State::MinimalChanges), (If::Substantial, State::SubstantialWork)];

/// An escalation that is noted and changes nothing.
const fn noted(state: State, leads_to: &'static [(If, State)]) -> Row {
    Row {
        state,
        event: Event::Escalated,
        roles: &[Role::CaseOfficer, Role::SeniorCaseOfficer],
        message: "Bring the case before the Team Manager; the steps stay the same.",
        needs: &[],
        leads_to,
        rests_on: &[Source::Ours(&reading::ESCALATION)],
    }
}

/// A grade of the Team Manager or the Panel on a draft that is below Good anyway.
const fn level_4(state: State, leads_to: &'static [(If, State)]) -> Row {
    Row {
        state,
        event: Event::Graded,
        roles: LEVEL_4,
        message: "Grade the draft as part of Level 4; the steps of Annex B stay the same.",
        needs: &[],
        leads_to,
        rests_on: &[Source::Level(4), Source::Ours(&reading::LEVEL_4_GRADES)],
    }
}

/// Feedback that takes the place of earlier feedback.
const fn more_feedback(state: State) -> Row {
    Row {
        state,
        event: Event::FeedbackGiven,
        roles: SENIOR,
        message: "Give more feedback, which then tells who amends the draft.",
        needs: &[],
        leads_to: BY_EXTENT,
        rests_on: &[Source::Step("2"), Source::Ours(&reading::MORE_FEEDBACK)],
    }
}

pub(super) const ROWS: &[Row] = &[
    Row {
        state: State::NotSubmitted,
        event: Event::DraftSubmitted,
        roles: WRITER,
        message: "Submit the draft.",
        needs: &[],
        leads_to: &[(If::Always, State::Submitted)],
        rests_on: &[Source::Level(2)],
    },
    Row {
        state: State::Submitted,
        event: Event::Graded,
        roles: SENIOR,
        message: "Grade the draft: at least {grade} and it may be issued, or else Annex B follows.",
        needs: &[],
        leads_to: FIRST_GRADE,
        rests_on: &[Source::Step("1"), Source::Level(2)],
    },
    noted(State::Submitted, &[(If::Always, State::Submitted)]),
    Row {
        state: State::BelowGood,
        event: Event::FeedbackGiven,
        roles: SENIOR,
        message: "Give feedback to the plan writer: on minimal changes, or on more substantial work.",
        needs: &[],
        leads_to: BY_EXTENT,
        rests_on: &[Source::Step("2"), Source::Step("2a"), Source::Step("2b")],
    },
    level_4(State::BelowGood, &[(If::Always, State::BelowGood)]),
    noted(State::BelowGood, &[(If::Always, State::BelowGood)]),
    Row {
        state: State::MinimalChanges,
        event: Event::Amended,
        roles: SENIOR,
        message: "Make the minimal changes, as tracked changes with comments for the plan writer.",
        needs: &[],
        leads_to: &[(If::Always, State::Amended)],
        rests_on: &[Source::Step("2a"), Source::Ours(&reading::AMENDED_ONCE)],
    },
    more_feedback(State::MinimalChanges),
    level_4(State::MinimalChanges, &[(If::Always, State::MinimalChanges)]),
    noted(State::MinimalChanges, &[(If::Always, State::MinimalChanges)]),
    Row {
        state: State::SubstantialWork,
        event: Event::Amended,
        roles: WRITER,
        message: "Amend the draft, with more evidence where it needs it.",
        needs: &[],
        leads_to: &[(If::Always, State::Amended)],
        rests_on: &[Source::Step("2b"), Source::Ours(&reading::AMENDED_ONCE)],
    },
    more_feedback(State::SubstantialWork),
    level_4(State::SubstantialWork, &[(If::Always, State::SubstantialWork)]),
    noted(State::SubstantialWork, &[(If::Always, State::SubstantialWork)]),
    Row {
        state: State::Amended,
        event: Event::GradedAgain,
        roles: SENIOR,
        message: "Give the first of two separate grades.",
        needs: &[],
        leads_to: &[(If::Always, State::GradedOnce)],
        rests_on: &[Source::Step("3")],
    },
    noted(State::Amended, &[(If::Always, State::Amended)]),
    Row {
        state: State::GradedOnce,
        event: Event::GradedAgain,
        roles: SENIOR,
        message: "Give the second of two separate grades: another Senior Case Officer than the first.",
        needs: &[If::AnotherGrader],
        leads_to: &[
            (If::BothAtLeastGood, State::MayBeIssued),
            (If::BothBelowGood, State::BelowGood),
            (If::AcrossGood, State::Disagreed),
        ],
        rests_on: &[
            Source::Step("3"),
            Source::Ours(&reading::SEPARATE_GRADES),
            Source::Ours(&reading::FURTHER_ROUND),
            Source::Ours(&reading::ACROSS_GOOD),
        ],
    },
    noted(State::GradedOnce, &[(If::Always, State::GradedOnce)]),
    Row {
        state: State::Disagreed,
        event: Event::Agreed,
        roles: SENIOR,
        message: "Agree on a grade with the other Senior Case Officer, and record it for both.",
        needs: &[If::OneOfTheTwo, If::BetweenTheTwo],
        leads_to: FIRST_GRADE,
        rests_on: &[
            Source::Step("3"),
            Source::Ours(&reading::ACROSS_GOOD),
            Source::Ours(&reading::AGREED_GRADE),
        ],
    },
    Row {
        state: State::Disagreed,
        event: Event::Escalated,
        roles: SENIOR,
        message: "Hand the disagreement to the Team Manager, who then agrees the grade.",
        needs: &[],
        leads_to: &[(If::Always, State::Escalated)],
        rests_on: &[Source::Ours(&reading::ESCALATION)],
    },
    Row {
        state: State::Escalated,
        event: Event::Agreed,
        roles: MANAGER,
        message: "Agree a grade with the two Senior Case Officers, one of theirs or between them.",
        needs: &[If::BetweenTheTwo],
        leads_to: FIRST_GRADE,
        rests_on: &[
            Source::Step("3"),
            Source::Ours(&reading::ESCALATION),
            Source::Ours(&reading::AGREED_GRADE),
        ],
    },
    Row {
        state: State::MayBeIssued,
        event: Event::Issued,
        roles: TEAM,
        message: "Issue the plan.",
        needs: &[],
        leads_to: &[(If::Always, State::Issued)],
        rests_on: &[Source::Gate, Source::Ours(&reading::WHO_ISSUES)],
    },
    Row {
        state: State::MayBeIssued,
        event: Event::Graded,
        roles: LEVEL_4,
        message: "Grade the draft as part of Level 4: below {grade} and Annex B follows.",
        needs: &[],
        leads_to: FIRST_GRADE,
        rests_on: &[Source::Level(4), Source::Ours(&reading::LEVEL_4_GRADES)],
    },
    Row {
        state: State::MayBeIssued,
        event: Event::FeedbackGiven,
        roles: SENIOR,
        message: "Give feedback to the plan writer; the plan may be issued all the same.",
        needs: &[],
        leads_to: &[(If::Always, State::MayBeIssued)],
        rests_on: &[Source::Level(2), Source::Ours(&reading::FEEDBACK_ON_ANY_DRAFT)],
    },
];

pub(super) const WHY: &[Why] = &[
    Why {
        state: State::NotSubmitted,
        message: "No draft is submitted, and every draft is graded before the plan is issued.",
        rests_on: &[Source::Level(2)],
    },
    Why {
        state: State::Submitted,
        message: "The draft has no grade yet: a Senior Case Officer grades it first.",
        rests_on: &[Source::Step("1"), Source::Level(2)],
    },
    Why {
        state: State::BelowGood,
        message: "The draft is not graded at least {grade}: feedback is given to the plan writer.",
        rests_on: &[Source::Gate, Source::Step("2")],
    },
    Why {
        state: State::MinimalChanges,
        message: "Minimal changes are to be made by the Senior Case Officer, and the draft graded again.",
        rests_on: &[Source::Step("2a"), Source::Step("3")],
    },
    Why {
        state: State::SubstantialWork,
        message: "The draft is to be amended by the plan writer, and graded again.",
        rests_on: &[Source::Step("2b"), Source::Step("3")],
    },
    Why {
        state: State::Amended,
        message: "The amended draft is to be graded by two Senior Case Officers separately.",
        rests_on: &[Source::Step("3")],
    },
    Why {
        state: State::GradedOnce,
        message: "One of two separate grades is given: the other is still to come.",
        rests_on: &[Source::Step("3")],
    },
    Why {
        state: State::Disagreed,
        message: "One separate grade is at least {grade} and one is not: a grade is to be agreed.",
        rests_on: &[Source::Step("3"), Source::Ours(&reading::ACROSS_GOOD)],
    },
    Why {
        state: State::Escalated,
        message: "One separate grade is at least {grade} and one is not: the Team Manager is to agree \
                  a grade.",
        rests_on: &[
            Source::Step("3"),
            Source::Ours(&reading::ACROSS_GOOD),
            Source::Ours(&reading::ESCALATION),
        ],
    },
    Why {
        state: State::MayBeIssued,
        message: "The draft is graded at least {grade}: the plan may be issued.",
        rests_on: &[Source::Gate],
    },
    Why {
        state: State::Issued,
        message: "The plan is issued already.",
        rests_on: &[Source::Ours(&reading::AFTER_ISSUE)],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_event_has_two_rows_in_a_state_and_every_state_says_why() {
        for &state in State::ALL {
            for &event in Event::ALL {
                let count = rows(state).filter(|row| row.event == event).count();
                assert!(count <= 1, "{state:?} {event:?}");
            }
            assert_eq!(WHY.iter().filter(|why| why.state == state).count(), 1, "{state:?}");
        }
    }

    /// Whatever an event turns out to be, exactly one condition of its row holds.
    #[test]
    fn the_outcomes_of_a_row_leave_nothing_open() {
        const WHOLE: [&[If]; 4] = [
            &[If::Always],
            &[If::AtLeastGood, If::BelowGood],
            &[If::Minimal, If::Substantial],
            &[If::BothAtLeastGood, If::BothBelowGood, If::AcrossGood],
        ];
        for row in ROWS {
            let conditions: Vec<If> =
                row.leads_to.iter().map(|(condition, _)| *condition).collect();
            assert!(WHOLE.contains(&conditions.as_slice()), "{:?} {:?}", row.state, row.event);
            let graded = conditions[0] == If::AtLeastGood || conditions[0] == If::BothAtLeastGood;
            assert!(!graded || row.event.has_score());
            assert!(conditions[0] != If::Minimal || row.event.has_extent());
            assert!(!row.roles.is_empty() && !row.rests_on.is_empty());
        }
    }

    #[test]
    fn every_state_but_the_last_goes_on_and_every_state_can_be_reached() {
        let mut reached = vec![State::NotSubmitted];
        let mut next = 0;
        while let Some(&state) = reached.get(next) {
            next += 1;
            assert_eq!(rows(state).next().is_none(), state == State::Issued, "{state:?}");
            for (_, to) in rows(state).flat_map(|row| row.leads_to) {
                if !reached.contains(to) {
                    reached.push(*to);
                }
            }
        }
        assert_eq!(reached.len(), State::ALL.len());
    }
}
