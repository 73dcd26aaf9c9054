//! The process of Annex B: every event in every state, worked out by hand from its text, and what is
//! told of a case.

use std::collections::BTreeSet;

use ehcp_qa_core::Framework;
use ehcp_qa_core::case::{Case, CaseEventKind, CaseRole, CaseState, CaseStatus, status};
use ehcp_qa_core::framework::Basis;
use serde_json::{Value, json};

/// Events told as `kind role by what`, parted by semicolons; `what` is a grade or an extent. All are of
/// one day.
fn case(events: &str) -> Case {
    let events: Vec<Value> = events.split(';').map(str::trim).filter_map(event).collect();
    Case::from_json(&json!({"events": events}).to_string()).unwrap()
}

fn event(event: &str) -> Option<Value> {
    let mut words = event.split_whitespace();
    let kind = words.next()?;
    let role = match words.next().unwrap() {
        "co" => "case_officer",
        "sco" => "senior_case_officer",
        "tm" => "team_manager",
        other => other,
    };
    let by = words.next().unwrap();
    let mut event = json!({"kind": kind, "date": "2024-03-01", "role": role, "by": by});
    if let Some(what) = words.next() {
        match what.parse::<u8>() {
            Ok(score) => event["score"] = score.into(),
            Err(_) => event["extent"] = what.into(),
        }
    }
    Some(event)
}

/// Asks for the status of some events, and passes it on.
fn told<T>(events: &str, tell: impl FnOnce(CaseStatus) -> T) -> T {
    let framework = Framework::shropshire_2023();
    tell(status(&framework, &case(events)))
}

fn state(events: &str) -> &'static str {
    told(events, |status| status.state.word())
}

const SUBMITTED: &str = "draft_submitted co C1";
const BELOW: &str = "draft_submitted co C1; graded sco S1 3";
const MINIMAL: &str = "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal";
const SUBSTANTIAL: &str =
    "draft_submitted co C1; graded sco S1 4; feedback_given sco S1 substantial";
const AMENDED: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal; amended sco S1";
const ONCE: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal; amended sco S1;
    graded_again sco S1 2";
const APART: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal; amended sco S1;
    graded_again sco S1 2; graded_again sco S2 3";
const HANDED_UP: &str = "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal;
    amended sco S1; graded_again sco S1 2; graded_again sco S2 3; escalated sco S2";
const GOOD: &str = "draft_submitted co C1; graded sco S1 2";
const ISSUED: &str = "draft_submitted co C1; graded sco S1 2; issued co C1";

/// A kind of event that may happen, who may do it, and where each turn of it leads.
type Legal = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// What may happen in each state. An agreed grade is by S1 and anything else by S2. What is not listed
/// is refused. Written from the text of Annex B and the list of what is ours, without the table.
const EXPECTED: [(&str, &str, &[Legal]); 11] = [
    ("not_submitted", "", &[("draft_submitted", "co", &[("", "submitted")])]),
    (
        "submitted",
        SUBMITTED,
        &[
            (
                "graded",
                "sco",
                &[
                    ("1", "may_be_issued"),
                    ("2", "may_be_issued"),
                    ("3", "below_good"),
                    ("4", "below_good"),
                ],
            ),
            ("escalated", "co sco", &[("", "submitted")]),
        ],
    ),
    (
        "below_good",
        BELOW,
        &[
            (
                "feedback_given",
                "sco",
                &[("minimal", "minimal_changes"), ("substantial", "substantial_work")],
            ),
            (
                "graded",
                "tm panel",
                &[
                    ("1", "below_good"),
                    ("2", "below_good"),
                    ("3", "below_good"),
                    ("4", "below_good"),
                ],
            ),
            ("escalated", "co sco", &[("", "below_good")]),
        ],
    ),
    (
        "minimal_changes",
        MINIMAL,
        &[
            ("amended", "sco", &[("", "amended")]),
            (
                "feedback_given",
                "sco",
                &[("minimal", "minimal_changes"), ("substantial", "substantial_work")],
            ),
            (
                "graded",
                "tm panel",
                &[
                    ("1", "minimal_changes"),
                    ("2", "minimal_changes"),
                    ("3", "minimal_changes"),
                    ("4", "minimal_changes"),
                ],
            ),
            ("escalated", "co sco", &[("", "minimal_changes")]),
        ],
    ),
    (
        "substantial_work",
        SUBSTANTIAL,
        &[
            ("amended", "co", &[("", "amended")]),
            (
                "feedback_given",
                "sco",
                &[("minimal", "minimal_changes"), ("substantial", "substantial_work")],
            ),
            (
                "graded",
                "tm panel",
                &[
                    ("1", "substantial_work"),
                    ("2", "substantial_work"),
                    ("3", "substantial_work"),
                    ("4", "substantial_work"),
                ],
            ),
            ("escalated", "co sco", &[("", "substantial_work")]),
        ],
    ),
    (
        "amended",
        AMENDED,
        &[
            (
                "graded_again",
                "sco",
                &[
                    ("1", "graded_once"),
                    ("2", "graded_once"),
                    ("3", "graded_once"),
                    ("4", "graded_once"),
                ],
            ),
            ("escalated", "co sco", &[("", "amended")]),
        ],
    ),
    (
        // The first separate grade is 2.
        "graded_once",
        ONCE,
        &[
            (
                "graded_again",
                "sco",
                &[
                    ("1", "may_be_issued"),
                    ("2", "may_be_issued"),
                    ("3", "disagreed"),
                    ("4", "disagreed"),
                ],
            ),
            ("escalated", "co sco", &[("", "graded_once")]),
        ],
    ),
    (
        // The separate grades are 2 and 3.
        "disagreed",
        APART,
        &[
            ("agreed", "sco", &[("2", "may_be_issued"), ("3", "below_good")]),
            ("escalated", "sco", &[("", "escalated")]),
        ],
    ),
    ("escalated", HANDED_UP, &[("agreed", "tm", &[("2", "may_be_issued"), ("3", "below_good")])]),
    (
        "may_be_issued",
        GOOD,
        &[
            ("issued", "co sco tm", &[("", "issued")]),
            (
                "graded",
                "tm panel",
                &[
                    ("1", "may_be_issued"),
                    ("2", "may_be_issued"),
                    ("3", "below_good"),
                    ("4", "below_good"),
                ],
            ),
            (
                "feedback_given",
                "sco",
                &[("minimal", "may_be_issued"), ("substantial", "may_be_issued")],
            ),
        ],
    ),
    ("issued", ISSUED, &[]),
];

/// What an event of a kind can tell beside who and when.
fn turns(kind: CaseEventKind) -> &'static [&'static str] {
    match kind {
        CaseEventKind::Graded | CaseEventKind::GradedAgain | CaseEventKind::Agreed => {
            &["1", "2", "3", "4"]
        }
        CaseEventKind::FeedbackGiven => &["minimal", "substantial"],
        _ => &[""],
    }
}

#[test]
fn every_event_in_every_state() {
    let (mut accepted, mut refused) = (0, 0);
    for (at, path, legal) in EXPECTED {
        assert_eq!(state(path), at);
        for &kind in CaseEventKind::ALL {
            let legal_kind = legal.iter().find(|(legal, _, _)| *legal == kind.word());
            let by = if kind == CaseEventKind::Agreed { "S1" } else { "S2" };
            for role in ["co", "sco", "tm", "panel"] {
                let may =
                    legal_kind.filter(|(_, roles, _)| roles.split(' ').any(|may| may == role));
                for turn in turns(kind) {
                    let events = format!("{path}; {} {role} {by} {turn}", kind.word());
                    let leads_to = may.and_then(|(_, _, outcomes)| {
                        outcomes.iter().find(|(legal, _)| legal == turn).map(|(_, to)| *to)
                    });
                    let code = match (legal_kind, may) {
                        (None, _) => "event_not_expected",
                        (Some(_), None) => "event_by_another",
                        (Some(_), Some(_)) => "not_between_the_two",
                    };
                    let (found, problem) = told(&events, |status| {
                        (status.state.word(), status.refused.map(|problem| problem.kind.code()))
                    });
                    if let Some(to) = leads_to {
                        assert_eq!((found, problem), (to, None), "{events}");
                        accepted += 1;
                    } else {
                        assert_eq!((found, problem), (at, Some(code)), "{events}");
                        refused += 1;
                    }
                }
            }
        }
    }
    // Eleven states, four roles, and 4 + 4 + 4 + 2 + 1 + 1 + 1 + 1 turns of the eight kinds.
    assert_eq!(accepted + refused, 11 * 4 * 18);
    // State by state, from the list above: roles times turns of each kind.
    assert_eq!(accepted, 1 + 6 + 12 + 13 + 13 + 6 + 6 + 3 + 2 + 13);
}

#[test]
fn what_may_happen_next_is_told_as_it_is_accepted() {
    for (at, path, legal) in EXPECTED {
        told(path, |status| {
            let next: Vec<(&str, String)> = status
                .next
                .iter()
                .map(|next| {
                    let roles: Vec<&str> = next.roles.iter().map(|role| role.word()).collect();
                    (next.event.word(), roles.join(" "))
                })
                .collect();
            let expected: Vec<(&str, String)> = legal
                .iter()
                .map(|(kind, roles, _)| {
                    let roles = roles.replace("sco", "senior_case_officer");
                    let roles = roles.split(' ').map(|role| match role {
                        "co" => "case_officer",
                        "tm" => "team_manager",
                        other => other,
                    });
                    (*kind, roles.collect::<Vec<_>>().join(" "))
                })
                .collect();
            assert_eq!(next, expected, "{at}");
            for (next, (_, _, outcomes)) in status.next.iter().zip(legal) {
                let told: BTreeSet<&str> =
                    next.leads_to.iter().map(|outcome| outcome.state.word()).collect();
                // From two grades of which the first is 2, both cannot be below Good.
                let beside = if at == "graded_once" { "below_good" } else { "" };
                let told: BTreeSet<&str> = told
                    .into_iter()
                    .filter(|state| *state != beside || next.event != CaseEventKind::GradedAgain)
                    .collect();
                let expected: BTreeSet<&str> = outcomes.iter().map(|(_, state)| *state).collect();
                assert_eq!(told, expected, "{at} {:?}", next.event);
                assert!(next.message.ends_with('.') && !next.cites.is_empty());
            }
        });
    }
}

/// Expects two separate grades to lead to a state.
#[track_caller]
fn check_pair(first: u8, second: u8, expected: &str) {
    let events = format!("{AMENDED}; graded_again sco S1 {first}; graded_again sco S2 {second}");
    assert_eq!(state(&events), expected, "{events}");
}

#[test]
fn two_separate_grades() {
    for (first, second) in [(1, 1), (1, 2), (2, 1), (2, 2)] {
        check_pair(first, second, "may_be_issued");
    }
    for (first, second) in [(3, 3), (3, 4), (4, 3), (4, 4)] {
        check_pair(first, second, "below_good");
    }
    for (first, second) in [(1, 3), (1, 4), (2, 3), (2, 4), (3, 1), (3, 2), (4, 1), (4, 2)] {
        check_pair(first, second, "disagreed");
    }
}

#[test]
fn a_wide_disagreement_can_be_settled_at_any_grade_between() {
    let wide = format!("{AMENDED}; graded_again sco S2 4; graded_again sco S1 1");
    for (score, expected) in
        [(1, "may_be_issued"), (2, "may_be_issued"), (3, "below_good"), (4, "below_good")]
    {
        assert_eq!(state(&format!("{wide}; agreed sco S2 {score}")), expected);
        assert_eq!(state(&format!("{wide}; escalated sco S1; agreed tm T1 {score}")), expected);
    }
}

/// Expects the last of some events to be refused, with this sentence and these parameters.
#[track_caller]
fn check_refused(events: &str, code: &str, params: &Value, message: &str) {
    let last = events.matches(';').count();
    told(events, |status| {
        let refused = serde_json::to_value(status.refused.unwrap()).unwrap();
        let expected = json!({
            "pointer": format!("/events/{last}"), "code": code, "params": params, "message": message,
        });
        assert_eq!(refused, expected);
        assert_eq!(status.history.len(), last);
    });
}

#[test]
fn a_refusal_says_where_the_case_stands_what_came_and_what_may() {
    check_refused(
        &format!("{SUBMITTED}; issued co C1"),
        "event_not_expected",
        &json!({"state": "submitted", "event": "issued", "expected": ["graded", "escalated"]}),
        "The case is at “submitted”, where “issued” does not fit; what may follow is: graded, escalated.",
    );
    check_refused(
        &format!("{ISSUED}; graded tm T1 4"),
        "event_not_expected",
        &json!({"state": "issued", "event": "graded", "expected": []}),
        "The case is at “issued”, where “graded” does not fit; nothing follows any more.",
    );
    check_refused(
        &format!("{AMENDED}; graded_again tm T1 1"),
        "event_by_another",
        &json!({
            "state": "amended", "event": "graded_again", "expected": ["senior_case_officer"],
        }),
        "The case is at “amended”, where “graded again” is for: senior case officer.",
    );
    check_refused(
        &format!("{GOOD}; issued panel P1"),
        "event_by_another",
        &json!({
            "state": "may_be_issued", "event": "issued",
            "expected": ["case_officer", "senior_case_officer", "team_manager"],
        }),
        "The case is at “may be issued”, where “issued” is for: case officer, senior case officer, team manager.",
    );
}

#[test]
fn the_two_grade_separately() {
    check_refused(
        &format!("{ONCE}; graded_again sco S1 2"),
        "same_grader",
        &json!({"state": "graded_once", "event": "graded_again", "expected": "another_grader"}),
        "The second grade must be by another Senior Case Officer than the first: the two grade separately.",
    );
    // Escalated in between, and in a further round, it is the same.
    check_refused(
        &format!("{ONCE}; escalated sco S2; graded_again sco S1 2"),
        "same_grader",
        &json!({"state": "graded_once", "event": "graded_again", "expected": "another_grader"}),
        "The second grade must be by another Senior Case Officer than the first: the two grade separately.",
    );
    let again = format!("{APART}; agreed sco S1 3; feedback_given sco S2 minimal; amended sco S2");
    assert_eq!(state(&format!("{again}; graded_again sco S1 1")), "graded_once");
    check_refused(
        &format!("{again}; graded_again sco S2 1; graded_again sco S2 1"),
        "same_grader",
        &json!({"state": "graded_once", "event": "graded_again", "expected": "another_grader"}),
        "The second grade must be by another Senior Case Officer than the first: the two grade separately.",
    );
}

#[test]
fn an_agreed_grade_is_the_two_graders_own() {
    check_refused(
        &format!("{APART}; agreed sco S3 2"),
        "not_one_of_the_two",
        &json!({"state": "disagreed", "event": "agreed", "expected": "one_of_the_two"}),
        "An agreed grade must be recorded by one of the two who graded separately.",
    );
    for (events, at) in [(APART, "disagreed"), (HANDED_UP, "escalated")] {
        let by = if at == "disagreed" { "sco S2" } else { "tm T1" };
        for score in [1, 4] {
            check_refused(
                &format!("{events}; agreed {by} {score}"),
                "not_between_the_two",
                &json!({"state": at, "event": "agreed", "expected": "between_the_two"}),
                "An agreed grade must be one of the two separate grades or lie between them.",
            );
        }
    }
}

#[test]
fn a_record_is_read_up_to_what_does_not_fit() {
    let events = format!("{GOOD}; amended sco S1; issued co C1; issued co C1");
    told(&events, |status| {
        assert_eq!(status.state, CaseState::MayBeIssued);
        assert_eq!(status.refused.unwrap().pointer, "/events/2");
        assert_eq!((status.history.len(), status.not_read), (2, 2));
        // What is recorded is not what happened: nothing is issued on it.
        assert!(!status.may_issue);
        let reasons: Vec<(&str, &[String])> = status
            .reasons
            .iter()
            .map(|reason| (reason.message.as_str(), reason.at.as_slice()))
            .collect();
        assert_eq!(
            reasons,
            [
                (
                    "An event does not fit, and nothing behind it was looked at.",
                    ["/events/2".to_owned()].as_slice()
                ),
                (
                    "The draft is graded at least 2 Good: the plan may be issued.",
                    ["/events/1".to_owned()].as_slice()
                ),
            ]
        );
        assert_eq!(status.next[0].event.word(), "issued");
    });
}

/// Expects the one reason, the events it comes from by number, and the places it cites.
#[track_caller]
fn check_reason(events: &str, may_issue: bool, message: &str, from: &[usize], places: &[&str]) {
    told(events, |status| {
        assert_eq!(status.may_issue, may_issue, "{events}");
        assert_eq!(status.reasons.len(), 1);
        let reason = &status.reasons[0];
        assert_eq!(reason.message, message);
        let from: Vec<String> = from.iter().map(|number| format!("/events/{number}")).collect();
        assert_eq!(reason.at, from, "{events}");
        let cited: Vec<&str> = reason.cites.iter().map(|cite| cite.place.as_str()).collect();
        assert_eq!(cited, places, "{events}");
    });
}

const LEVEL_2: &str = "Level 2 (LA EHCP Team Senior Case Officer QA)";

#[test]
fn why_a_plan_may_or_may_not_be_issued() {
    check_reason(
        "",
        false,
        "No draft is submitted, and every draft is graded before the plan is issued.",
        &[],
        &[LEVEL_2],
    );
    check_reason(
        SUBMITTED,
        false,
        "The draft has no grade yet: a Senior Case Officer grades it first.",
        &[0],
        &["Annex B, step 1", LEVEL_2],
    );
    check_reason(
        BELOW,
        false,
        "The draft is not graded at least 2 Good: feedback is given to the plan writer.",
        &[1],
        &[LEVEL_2, "Annex B", "Annex B, step 2"],
    );
    check_reason(
        MINIMAL,
        false,
        "Minimal changes are to be made by the Senior Case Officer, and the draft graded again.",
        &[2],
        &["Annex B, step 2a", "Annex B, step 3"],
    );
    check_reason(
        SUBSTANTIAL,
        false,
        "The draft is to be amended by the plan writer, and graded again.",
        &[2],
        &["Annex B, step 2b", "Annex B, step 3"],
    );
    check_reason(
        AMENDED,
        false,
        "The amended draft is to be graded by two Senior Case Officers separately.",
        &[3],
        &["Annex B, step 3"],
    );
    check_reason(
        &format!("{ONCE}; escalated co C1"),
        false,
        "One of two separate grades is given: the other is still to come.",
        &[4],
        &["Annex B, step 3"],
    );
    check_reason(
        APART,
        false,
        "One separate grade is at least 2 Good and one is not: a grade is to be agreed.",
        &[4, 5],
        &["Annex B, step 3", "Two separate grades across Good"],
    );
    check_reason(
        HANDED_UP,
        false,
        "One separate grade is at least 2 Good and one is not: the Team Manager is to agree a grade.",
        &[4, 5, 6],
        &["Annex B, step 3", "Two separate grades across Good", "Escalation"],
    );
    let may = "The draft is graded at least 2 Good: the plan may be issued.";
    let gate = [LEVEL_2, "Annex B"];
    check_reason(GOOD, true, may, &[1], &gate);
    check_reason(&format!("{GOOD}; graded panel P1 1"), true, may, &[1], &gate);
    check_reason(&format!("{ONCE}; graded_again sco S2 1"), true, may, &[4, 5], &gate);
    check_reason(&format!("{APART}; agreed sco S2 2"), true, may, &[4, 5, 6], &gate);
    check_reason(&format!("{HANDED_UP}; agreed tm T1 2"), true, may, &[4, 5, 7], &gate);
    check_reason(ISSUED, false, "The plan is issued already.", &[2], &["After a plan is issued"]);
}

#[test]
fn what_is_cited_is_what_the_framework_says_and_what_is_ours_has_a_reason() {
    let framework = Framework::shropshire_2023();
    let wording = framework.wording();
    let mut steps = Vec::new();
    for step in &wording.annex_b.steps {
        steps.push((format!("Annex B, step {}", step.id), step.text.clone()));
        for part in step.steps.iter().flatten() {
            steps.push((format!("Annex B, step {}", part.id), part.text.clone()));
        }
    }
    let levels = wording.levels.items.iter();
    steps.extend(levels.map(|level| (level.title.clone(), level.text.clone())));
    let (mut cited, mut ours) = (BTreeSet::new(), BTreeSet::new());
    let mut findings = 0;
    for (_, path, _) in EXPECTED {
        // With a further event that fits nowhere, and with findings.
        for events in [path.to_owned(), format!("{path}; draft_submitted panel P1")] {
            let case = case(&events.replace("S2", "S3").replacen("S1", "C1", 1));
            let status = status(&framework, &case);
            let next = status.next.iter().map(|next| &next.cites);
            let reasons = status.reasons.iter().map(|reason| &reason.cites);
            findings += status.findings.len();
            let found = status.findings.iter().map(|found| &found.cites);
            for cite in next.chain(reasons).chain(found).chain([&status.regraded.cites]).flatten() {
                match (cite.basis, cite.text) {
                    (Basis::Interpretation, reason) => {
                        assert!(reason.unwrap().ends_with('.'));
                        ours.insert(cite.place.clone());
                    }
                    // The gate cites places by name, as the framework does.
                    (_, None) => assert!([LEVEL_2, "Annex B"].contains(&cite.place.as_str())),
                    (_, Some(text)) => {
                        let (_, said) =
                            steps.iter().find(|(place, _)| *place == cite.place).unwrap();
                        assert_eq!(text, said);
                        cited.insert(cite.place.clone());
                    }
                }
            }
        }
    }
    assert!(findings > 0);
    assert_eq!(cited.iter().filter(|place| place.starts_with("Annex B")).count(), 6);
    assert_eq!(cited.len(), 8, "all of Annex B, Level 2 and Level 4: {cited:?}");
    assert_eq!(ours.len(), 15, "{ours:?}");
}

/// Expects what a case adds to the number of plans re-graded, and the events that do so.
#[track_caller]
fn check_regraded(events: &str, count: u8, rounds: usize, at: &[usize]) {
    told(events, |status| {
        assert!(status.refused.is_none(), "{events}");
        let regraded = status.regraded;
        let at: Vec<String> = at.iter().map(|number| format!("/events/{number}")).collect();
        assert_eq!((regraded.count, regraded.rounds, regraded.at), (count, rounds, at), "{events}");
    });
}

#[test]
fn a_plan_is_re_graded_once_both_separate_grades_are_given() {
    check_regraded("", 0, 0, &[]);
    check_regraded(ISSUED, 0, 0, &[]);
    // Neither the first grade, nor those of Level 4, nor amending, nor one separate grade.
    check_regraded(&format!("{GOOD}; graded tm T1 3; graded panel P1 1"), 0, 0, &[]);
    check_regraded(AMENDED, 0, 0, &[]);
    check_regraded(ONCE, 0, 0, &[]);
    // Whatever the two are, and whatever follows.
    check_regraded(&format!("{ONCE}; graded_again sco S2 2"), 1, 1, &[4, 5]);
    check_regraded(&format!("{ONCE}; escalated sco S1; graded_again sco S2 2"), 1, 1, &[4, 6]);
    check_regraded(APART, 1, 1, &[4, 5]);
    check_regraded(&format!("{HANDED_UP}; agreed tm T1 2; issued tm T1"), 1, 1, &[4, 5]);
    // A plan is one plan, however many rounds it takes.
    let second = "feedback_given sco S2 substantial; amended co C1; graded_again sco S2 1";
    let twice = format!("{APART}; agreed sco S1 3; {second}");
    check_regraded(&twice, 1, 1, &[4, 5]);
    check_regraded(&format!("{twice}; graded_again sco S1 2"), 1, 2, &[4, 5, 9, 10]);
}

#[test]
fn a_low_grade_of_level_4_starts_annex_b_and_a_high_one_skips_no_step() {
    assert_eq!(state(&format!("{GOOD}; graded panel P1 4")), "below_good");
    assert_eq!(state(&format!("{ONCE}; graded_again sco S2 1; graded tm T1 3")), "below_good");
    for path in [BELOW, MINIMAL, SUBSTANTIAL] {
        assert_eq!(state(&format!("{path}; graded tm T1 1")), state(path));
    }
}

#[test]
fn the_latest_feedback_tells_who_amends() {
    let more = format!("{MINIMAL}; feedback_given sco S1 substantial");
    assert_eq!(state(&format!("{more}; amended co C1")), "amended");
    check_refused(
        &format!("{more}; amended sco S1"),
        "event_by_another",
        &json!({"state": "substantial_work", "event": "amended", "expected": ["case_officer"]}),
        "The case is at “substantial work”, where “amended” is for: case officer.",
    );
}

#[test]
fn the_history_tells_each_event_and_where_it_led() {
    told(&format!("{APART}; escalated sco S1; agreed tm T1 2; issued co C1"), |status| {
        let history: Vec<String> = status
            .history
            .iter()
            .map(|moment| format!("{} {} {}", moment.at, moment.event.word(), moment.state.word()))
            .collect();
        assert_eq!(
            history,
            [
                "/events/0 draft_submitted submitted",
                "/events/1 graded below_good",
                "/events/2 feedback_given minimal_changes",
                "/events/3 amended amended",
                "/events/4 graded_again graded_once",
                "/events/5 graded_again disagreed",
                "/events/6 escalated escalated",
                "/events/7 agreed may_be_issued",
                "/events/8 issued issued",
            ]
        );
        assert!(status.next.is_empty());
    });
}

/// Expects the findings, each as `rule pointer`.
#[track_caller]
fn check_findings(events: &str, expected: &[&str]) {
    told(events, |status| {
        let found: Vec<String> = status
            .findings
            .iter()
            .map(|found| format!("{} {}", found.rule.word(), found.at))
            .collect();
        assert_eq!(found, expected, "{events}");
    });
}

#[test]
fn who_grades_is_looked_at() {
    check_findings(&format!("{ONCE}; graded_again sco S2 2"), &[]);
    check_findings(
        "draft_submitted co S1; graded sco S1 2",
        &["case-grader-is-writer /events/1/by"],
    );
    // The plan writer is whoever amends it, too; a Senior Case Officer who does is not.
    check_findings(
        &format!(
            "{SUBSTANTIAL}; amended co C2; graded_again sco C2 2; graded_again sco S1 3;
             agreed sco C2 2"
        ),
        &["case-grader-is-writer /events/4/by", "case-grader-is-writer /events/6/by"],
    );
    check_findings(
        &format!("{AMENDED}; graded_again sco S2 2; graded_again sco S3 2"),
        &["case-first-grader-absent /events/5/by"],
    );
    check_findings(&format!("{AMENDED}; graded_again sco S2 2; graded_again sco S1 2"), &[]);
    // It is the Senior Case Officer of step 1, not the Team Manager; each round is looked at.
    check_findings(
        "draft_submitted co C1; graded sco S1 2; graded tm T1 3; feedback_given sco S2 minimal;
         amended sco S2; graded_again sco S2 3; graded_again sco S3 3; feedback_given sco S1 minimal;
         amended sco S1; graded_again sco S3 2; graded_again sco S1 2",
        &["case-first-grader-absent /events/6/by"],
    );
    check_findings(
        &format!(
            "{ONCE}; graded_again sco S2 3; agreed sco S1 3; feedback_given sco S1 minimal;
             amended sco S1; graded_again sco S2 2; graded_again sco S3 2"
        ),
        &["case-first-grader-absent /events/10/by"],
    );
    // What does not fit is not looked at.
    check_findings("graded sco S1 2", &[]);
}

#[test]
fn the_grade_at_which_a_plan_is_issued_is_the_framework_s() {
    let small = Framework::from_json(include_str!("small-framework.json")).unwrap();
    let two = status(&small, &case(GOOD));
    assert_eq!(two.state, CaseState::BelowGood);
    assert_eq!(
        two.reasons[0].message,
        "The draft is not graded at least 1 Excellent: feedback is given to the plan writer."
    );
    let one = status(&small, &case("draft_submitted co C1; graded sco S1 1"));
    assert!(one.may_issue);
    // It has no step 3: the place stays, and nothing is quoted.
    let amended = status(&small, &case(AMENDED));
    let cite = &amended.reasons[0].cites[0];
    assert_eq!((cite.place.as_str(), cite.text), ("Annex B, step 3", None));
    let graded = status(&small, &case(BELOW));
    let level = graded.next.iter().find(|next| next.event == CaseEventKind::Graded).unwrap();
    assert_eq!((level.cites[0].place.as_str(), level.cites[0].text), ("Level 4", None));
}

/// Expects every problem of a document, as `pointer code`.
#[track_caller]
fn check_problems(text: &str, expected: &[&str]) {
    let problems = Case::from_json(text).unwrap_err();
    let found: Vec<String> = problems
        .iter()
        .map(|problem| format!("{} {}", problem.pointer, problem.kind.code()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn every_problem_at_once() {
    check_problems(
        r#"{"events": [
            {"kind": "graded", "date": "2024-03-05", "role": "senior_case_officer", "by": "A B"},
            {"kind": "feedback_given", "date": "2024-03-04", "role": "mentor", "by": "S1", "score": 2},
            {"kind": "agreed", "date": "2023-02-29", "role": "team_manager", "by": "", "score": 5},
            {"kind": "lost", "date": "2024-03-04", "role": "panel", "by": "P1", "score": 1, "note": "x"},
            {"kind": "issued", "date": "2024-03-03", "by": 3, "extent": "minimal"},
            7
        ], "name": "x"}"#,
        &[
            "/events/1/role not_one_of",
            "/events/2/date no_such_date",
            "/events/2/score out_of_range",
            "/events/3/kind not_one_of",
            "/events/3/note unknown_field",
            "/events/4/by wrong_type",
            "/events/4/role missing",
            "/events/5 wrong_type",
            "/name unknown_field",
            "/events/0/by not_an_id",
            "/events/0/score missing",
            "/events/1/score unknown_field",
            "/events/1/extent missing",
            "/events/1/date out_of_order",
            "/events/2/by not_an_id",
            "/events/4/extent unknown_field",
            "/events/4/date out_of_order",
        ],
    );
    check_problems("{}", &["/events missing"]);
    check_problems(r#"{"events": {}}"#, &["/events wrong_type"]);
    check_problems("[", &[" not_json"]);
}

#[test]
fn dates_do_not_go_backwards() {
    let event =
        |date: &str| json!({"kind": "escalated", "date": date, "role": "case_officer", "by": "C1"});
    let events = json!({"events": [event("2024-03-02"), event("2024-03-02"), event("2024-03-01")]});
    let problems = Case::from_json(&events.to_string()).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "/events/2/date: This must come in order: no event before the day of the one above it."
    );
}

#[test]
fn no_value_is_repeated() {
    let secret = "SECRET MARKER";
    for field in ["kind", "date", "role", "by", "score", "extent"] {
        let mut event = event("graded sco S1 3").unwrap();
        event[field] = secret.into();
        let problems = Case::from_json(&json!({"events": [event]}).to_string()).unwrap_err();
        assert!(!serde_json::to_string(&problems).unwrap().contains("SECRET"), "{field}");
    }
    // Nor is a pseudonym repeated by the status.
    for events in [ONCE, APART, &format!("{ONCE}; graded_again sco S1 2")] {
        let events = events.replace("S1", "SECRET1").replace("C1", "SECRET1");
        told(&events, |status| {
            assert!(!serde_json::to_string(&status).unwrap().contains("SECRET"), "{events}");
        });
    }
}

#[test]
fn ten_thousand_events_are_read_and_no_more() {
    let long = |count: usize| {
        let mut events = vec![event(SUBMITTED).unwrap(), event("graded sco S1 3").unwrap()];
        // The last has a problem of its own, which is told only where it is read.
        events.resize(count, event("escalated co C1").unwrap());
        if count > 10_000 {
            events[10_000]["date"] = "2024-02-29".into();
        }
        json!({"events": events}).to_string()
    };
    let case = Case::from_json(&long(10_000)).unwrap();
    assert_eq!(status(&Framework::shropshire_2023(), &case).history.len(), 10_000);
    check_problems(&long(10_001), &["/events too_many"]);
}

#[test]
fn what_is_written_out_reads_the_same() {
    for (_, path, _) in EXPECTED {
        let case = case(path);
        let text = serde_json::to_string(case.document()).unwrap();
        assert_eq!(Case::from_json(&text).unwrap(), case);
    }
    assert_eq!(CaseRole::WORDS.len(), 4);
}
