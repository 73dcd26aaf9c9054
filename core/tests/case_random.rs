//! Properties of a case that hold for any events in any order.

use ehcp_qa_core::Framework;
use ehcp_qa_core::case::{Case, CaseEvent, CaseEventKind, CaseRole, CaseState, status};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const PEOPLE: [&str; 4] = ["P1", "P2", "P3", "P4"];

fn event(kind: CaseEventKind, role: CaseRole, by: usize, turn: usize, day: usize) -> Value {
    let mut event = json!({
        "kind": kind.word(), "role": role.word(), "by": PEOPLE[by % PEOPLE.len()],
        "date": format!("2024-{:02}-{:02}", 1 + day / 28, 1 + day % 28),
    });
    if kind.has_score() {
        event["score"] = json!(1 + turn % 4);
    }
    if kind.has_extent() {
        event["extent"] = json!(["minimal", "substantial"][turn % 2]);
    }
    event
}

fn read(events: &[Value]) -> Case {
    let text = json!({"events": events}).to_string();
    Case::from_json(&Framework::built_in(), &text).unwrap()
}

/// What one random event is made from: which of those that may happen, or any at all.
type Draw = (usize, usize, usize, usize, bool);

/// Plays draws: most are among what may happen next, so that cases get far; some are anything.
fn play(draws: &[Draw]) -> Vec<Value> {
    let framework = Framework::built_in();
    let mut events: Vec<Value> = Vec::new();
    for (day, &(which, role, by, turn, any)) in draws.iter().enumerate() {
        let case = read(&events);
        let next = status(&framework, &case).unwrap().next;
        let (kind, role) = if any || next.is_empty() {
            let kinds = CaseEventKind::ALL;
            (kinds[which % kinds.len()], CaseRole::ALL[role % CaseRole::ALL.len()])
        } else {
            let next = &next[which % next.len()];
            (next.event, next.roles[role % next.roles.len()])
        };
        events.push(event(kind, role, by, turn, day));
    }
    events
}

fn any_draws() -> impl Strategy<Value = Vec<Draw>> {
    let number = || 0..1_000_usize;
    vec((number(), number(), number(), number(), prop::bool::weighted(0.04)), 0..25)
}

/// Whether a plan whose events ended in being issued was graded at least Good when it was: looked for
/// from the end, and not by the table.
fn was_good(events: &[CaseEvent]) -> bool {
    let good = |event: &CaseEvent| event.score.is_some_and(|score| score.0 <= 2);
    let mut grades = events
        .iter()
        .rev()
        .filter(|event| event.kind.has_score() || event.kind == CaseEventKind::Amended);
    while let Some(latest) = grades.next() {
        match latest.kind {
            CaseEventKind::Graded if !good(latest) => return false,
            CaseEventKind::Graded if latest.role == CaseRole::SeniorCaseOfficer => return true,
            CaseEventKind::Graded => {}
            CaseEventKind::Agreed => return good(latest),
            CaseEventKind::GradedAgain => {
                return grades.next().is_some_and(|first| {
                    first.kind == CaseEventKind::GradedAgain
                        && good(latest)
                        && good(first)
                        && first.by != latest.by
                });
            }
            _ => return false,
        }
    }
    false
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn no_plan_is_issued_while_worse_than_good(draws in any_draws()) {
        let framework = Framework::built_in();
        let case = read(&play(&draws));
        let found = status(&framework, &case).unwrap();
        let issued = found.history.iter().position(|moment| moment.state == CaseState::Issued);
        if let Some(number) = issued {
            prop_assert!(was_good(&case.events()[..number]), "{:?}", case.events());
            prop_assert_eq!(number + 1, found.history.len(), "nothing follows");
        }
        if found.may_issue {
            prop_assert!(was_good(case.events()), "{:?}", case.events());
        }
    }

    #[test]
    fn replay_gives_the_same_and_adding_changes_nothing_before(draws in any_draws()) {
        let framework = Framework::built_in();
        let events = play(&draws);
        let case = read(&events);
        let found = status(&framework, &case).unwrap();
        prop_assert_eq!(&found, &status(&framework, &read(&events)).unwrap());
        let refused = usize::from(found.refused.is_some());
        prop_assert_eq!(found.history.len() + refused + found.not_read, events.len());
        for count in 0..=events.len() {
            let part = read(&events[..count]);
            let part = status(&framework, &part).unwrap();
            let fit = count.min(found.history.len());
            prop_assert_eq!(&part.history[..], &found.history[..fit]);
            let state = found.history[..fit].last().map_or(CaseState::NotSubmitted, |last| last.state);
            prop_assert_eq!(part.state, state);
            prop_assert!(part.regraded.count <= found.regraded.count);
            prop_assert!(found.regraded.at.starts_with(&part.regraded.at));
            prop_assert!(found.findings.starts_with(&part.findings));
        }
    }

    /// Each two separate grades of a round are by two people, and a plan counts once.
    #[test]
    fn re_graded_plans_have_pairs_of_separate_grades(draws in any_draws()) {
        let framework = Framework::built_in();
        let case = read(&play(&draws));
        let regraded = status(&framework, &case).unwrap().regraded;
        prop_assert_eq!(regraded.at.len(), 2 * regraded.rounds);
        prop_assert_eq!(regraded.count, u8::from(regraded.rounds > 0));
        let grade = |at: &String| {
            let number: usize = at.strip_prefix("/events/").unwrap().parse().unwrap();
            &case.events()[number]
        };
        for pair in regraded.at.chunks(2) {
            let (first, second) = (grade(&pair[0]), grade(&pair[1]));
            prop_assert_eq!(first.kind, CaseEventKind::GradedAgain);
            prop_assert_eq!(second.kind, CaseEventKind::GradedAgain);
            prop_assert_ne!(&first.by, &second.by);
        }
    }

    /// Any text is answered, with a case or with problems.
    #[test]
    fn a_torn_document_is_answered(place in any::<usize>(), with in any::<char>(), cut in any::<bool>()) {
        let events = play(&[(0, 0, 0, 0, false), (0, 0, 1, 2, false), (0, 0, 1, 0, false)]);
        let mut text: Vec<char> = json!({"events": events}).to_string().chars().collect();
        let place = place % text.len();
        if cut { text.truncate(place) } else { text[place] = with }
        let framework = Framework::built_in();
        match Case::from_json(&framework, &text.into_iter().collect::<String>()) {
            Ok(case) => {
                let status = status(&framework, &case).unwrap();
                prop_assert!(serde_json::to_string(&status).is_ok());
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}

proptest! {
    #![proptest_config(config(30))]

    /// A plan may be issued exactly where the event is accepted, and the events listed next are the accepted ones.
    #[test]
    fn the_events_listed_next_are_those_accepted(draws in any_draws()) {
        let framework = Framework::built_in();
        let events = play(&draws);
        let case = read(&events);
        let found = status(&framework, &case).unwrap();
        if found.refused.is_some() {
            prop_assert!(!found.may_issue);
            return Ok(());
        }
        for &kind in CaseEventKind::ALL {
            for &role in CaseRole::ALL {
                let next = found.next.iter().find(|next| next.event == kind && next.roles.contains(&role));
                let mut accepted = false;
                for by in 0..PEOPLE.len() {
                    for turn in 0..4 {
                        let mut events = events.clone();
                        events.push(event(kind, role, by, turn, draws.len()));
                        let case = read(&events);
                        let then = status(&framework, &case).unwrap();
                        if then.refused.is_none() {
                            accepted = true;
                            let next = next.unwrap();
                            prop_assert!(next.leads_to.iter().any(|to| to.state == then.state));
                        }
                    }
                }
                prop_assert_eq!(accepted, next.is_some(), "{:?} by {:?}", kind, role);
                if kind == CaseEventKind::Issued && role == CaseRole::TeamManager {
                    prop_assert_eq!(accepted, found.may_issue);
                }
            }
        }
    }
}

/// The random cases are worth something only if they get far.
#[test]
fn random_cases_reach_every_state() {
    let framework = Framework::built_in();
    let mut reached: Vec<CaseState> = Vec::new();
    let mut seed = 1_usize;
    let mut number = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    for _ in 0..50 {
        let draws: Vec<Draw> =
            (0..40).map(|_| (number(), number(), number(), number(), false)).collect();
        let case = read(&play(&draws));
        reached
            .extend(status(&framework, &case).unwrap().history.iter().map(|moment| moment.state));
    }
    reached.sort_unstable();
    reached.dedup();
    // Before the first event there is no moment.
    assert_eq!(reached, CaseState::ALL[1..]);
}
