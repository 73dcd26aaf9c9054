//! The process of Annex B: every event in every state, worked out by hand from its text, and documents
//! that are not cases.

mod events;

use ehcp_qa_core::Framework;
use ehcp_qa_core::case::{Case, CaseEventKind, status};
use serde_json::{Value, json};

use events::{
    AMENDED, APART, BELOW, GOOD, HANDED_UP, ISSUED, MINIMAL, ONCE, SUBMITTED, SUBSTANTIAL, case,
    event, short, with_status,
};

fn state(events: &str) -> &'static str {
    with_status(events, |status| status.state.word())
}

/// The events by which a case gets into each state.
const PATHS: [(&str, &str); 11] = [
    ("not_submitted", ""),
    ("submitted", SUBMITTED),
    ("below_good", BELOW),
    ("minimal_changes", MINIMAL),
    ("substantial_work", SUBSTANTIAL),
    ("amended", AMENDED),
    ("graded_once", ONCE),
    ("disagreed", APART),
    ("escalated", HANDED_UP),
    ("may_be_issued", GOOD),
    ("issued", ISSUED),
];

/// State, kind of event, who may do it, its grade or extent, and where it leads: all that may happen, in the
/// order in which the status lists it. Anything else is refused. Written by hand from the text of Annex B and the
/// list of what is ours; it shares nothing with the table. An agreed grade is by S1 and anything else by
/// S2; of the separate grades the first is 2 and the second 3.
const EXPECTED: [[&str; 5]; 32] = [
    ["not_submitted", "draft_submitted", "co", "-", "submitted"],
    ["submitted", "graded", "sco", "1 2", "may_be_issued"],
    ["submitted", "graded", "sco", "3 4", "below_good"],
    ["submitted", "escalated", "co sco", "-", "submitted"],
    ["below_good", "feedback_given", "sco", "minimal", "minimal_changes"],
    ["below_good", "feedback_given", "sco", "substantial", "substantial_work"],
    ["below_good", "graded", "tm panel", "1 2 3 4", "below_good"],
    ["below_good", "escalated", "co sco", "-", "below_good"],
    ["minimal_changes", "amended", "sco", "-", "amended"],
    ["minimal_changes", "feedback_given", "sco", "minimal", "minimal_changes"],
    ["minimal_changes", "feedback_given", "sco", "substantial", "substantial_work"],
    ["minimal_changes", "graded", "tm panel", "1 2 3 4", "minimal_changes"],
    ["minimal_changes", "escalated", "co sco", "-", "minimal_changes"],
    ["substantial_work", "amended", "co", "-", "amended"],
    ["substantial_work", "feedback_given", "sco", "minimal", "minimal_changes"],
    ["substantial_work", "feedback_given", "sco", "substantial", "substantial_work"],
    ["substantial_work", "graded", "tm panel", "1 2 3 4", "substantial_work"],
    ["substantial_work", "escalated", "co sco", "-", "substantial_work"],
    ["amended", "graded_again", "sco", "1 2 3 4", "graded_once"],
    ["amended", "escalated", "co sco", "-", "amended"],
    ["graded_once", "graded_again", "sco", "1 2", "may_be_issued"],
    ["graded_once", "graded_again", "sco", "3 4", "disagreed"],
    ["graded_once", "escalated", "co sco", "-", "graded_once"],
    ["disagreed", "agreed", "sco", "2", "may_be_issued"],
    ["disagreed", "agreed", "sco", "3", "below_good"],
    ["disagreed", "escalated", "sco", "-", "escalated"],
    ["escalated", "agreed", "tm", "2", "may_be_issued"],
    ["escalated", "agreed", "tm", "3", "below_good"],
    ["may_be_issued", "issued", "co sco tm", "-", "issued"],
    ["may_be_issued", "graded", "tm panel", "1 2", "may_be_issued"],
    ["may_be_issued", "graded", "tm panel", "3 4", "below_good"],
    ["may_be_issued", "feedback_given", "sco", "minimal substantial", "may_be_issued"],
];

/// The grades or extents that an event of a kind can carry.
fn turns(kind: CaseEventKind) -> &'static [&'static str] {
    match kind {
        CaseEventKind::Graded | CaseEventKind::GradedAgain | CaseEventKind::Agreed => {
            &["1", "2", "3", "4"]
        }
        CaseEventKind::FeedbackGiven => &["minimal", "substantial"],
        _ => &["-"],
    }
}

fn lists(words: &str, word: &str) -> bool {
    words.split(' ').any(|listed| listed == word)
}

#[test]
fn every_event_in_every_state() {
    let (mut accepted, mut refused) = (0, 0);
    for (at, path) in PATHS {
        assert_eq!(state(path), at);
        for &kind in CaseEventKind::ALL {
            let by = if kind == CaseEventKind::Agreed { "S1" } else { "S2" };
            let of_kind = EXPECTED.iter().filter(|row| row[0] == at && row[1] == kind.word());
            for role in ["co", "sco", "tm", "panel"] {
                let of_role = of_kind.clone().filter(|row| lists(row[2], role));
                for turn in turns(kind) {
                    let row = of_role.clone().find(|row| lists(row[3], turn));
                    let expected = match (row, of_kind.clone().count(), of_role.clone().count()) {
                        (Some(row), _, _) => (row[4], None),
                        (None, 0, _) => (at, Some("event_not_expected")),
                        (None, _, 0) => (at, Some("event_by_another")),
                        (None, _, _) => (at, Some("not_between_the_two")),
                    };
                    let events = format!("{path}; {} {role} {by} {turn}", kind.word());
                    let found = with_status(&events, |status| {
                        (status.state.word(), status.refused.map(|problem| problem.kind.code()))
                    });
                    assert_eq!(found, expected, "{events}");
                    *(if row.is_some() { &mut accepted } else { &mut refused }) += 1;
                }
            }
        }
    }
    // Eleven states, four roles, and 4 + 4 + 4 + 2 + 1 + 1 + 1 + 1 turns of the eight kinds.
    assert_eq!(accepted + refused, 11 * 4 * 18);
    // State by state, from the list above: roles times grades or extents.
    assert_eq!(accepted, 1 + 6 + 12 + 13 + 13 + 6 + 6 + 3 + 2 + 13);
}

#[test]
fn the_events_listed_next_are_those_accepted() {
    for (at, path) in PATHS {
        let mut expected: Vec<(&str, &str, Vec<&str>)> = Vec::new();
        for [state, event, roles, _, leads_to] in EXPECTED {
            if state != at {
                continue;
            }
            match expected.last_mut() {
                Some(last) if last.0 == event => last.2.push(leads_to),
                _ => expected.push((event, roles, vec![leads_to])),
            }
        }
        // After a grade of 2 the two cannot both be below Good; the table lists it for any first grade.
        for (event, _, leads_to) in &mut expected {
            if *event == "graded_again" && at == "graded_once" {
                leads_to.insert(1, "below_good");
            }
            // Feedback of either extent on such a plan leads to one state.
            leads_to.dedup();
        }
        with_status(path, |status| {
            assert_eq!(status.next.len(), expected.len(), "{at}");
            for (next, (event, roles, leads_to)) in status.next.iter().zip(expected) {
                assert_eq!(next.event.word(), event, "{at}");
                let may: Vec<&str> = next.roles.iter().map(|role| short(*role)).collect();
                assert_eq!(may.join(" "), roles, "{at} {event}");
                let led: Vec<&str> = next.leads_to.iter().map(|to| to.state.word()).collect();
                assert_eq!(led, leads_to, "{at} {event}");
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
    with_status(events, |status| {
        let refused = serde_json::to_value(status.refused.unwrap()).unwrap();
        let expected = json!({
            "pointer": format!("/events/{last}"), "code": code, "params": params, "message": message,
        });
        assert_eq!(refused, expected);
        assert_eq!(status.history.len(), last);
    });
}

#[test]
fn a_refusal_gives_the_state_the_event_and_the_events_allowed() {
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
        &json!({
            "state": "graded_once", "event": "graded_again", "expected": "another_grader",
            "role": "Senior Case Officer",
        }),
        "The second grade must be by another Senior Case Officer than the first: the two grade separately.",
    );
    // Escalated in between, and in a further round, it is the same.
    check_refused(
        &format!("{ONCE}; escalated sco S2; graded_again sco S1 2"),
        "same_grader",
        &json!({
            "state": "graded_once", "event": "graded_again", "expected": "another_grader",
            "role": "Senior Case Officer",
        }),
        "The second grade must be by another Senior Case Officer than the first: the two grade separately.",
    );
    let again = format!("{APART}; agreed sco S1 3; feedback_given sco S2 minimal; amended sco S2");
    assert_eq!(state(&format!("{again}; graded_again sco S1 1")), "graded_once");
    check_refused(
        &format!("{again}; graded_again sco S2 1; graded_again sco S2 1"),
        "same_grader",
        &json!({
            "state": "graded_once", "event": "graded_again", "expected": "another_grader",
            "role": "Senior Case Officer",
        }),
        "The second grade must be by another Senior Case Officer than the first: the two grade separately.",
    );
}

#[test]
fn the_two_graders_agree_a_grade_between_them() {
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
fn a_low_grade_of_level_4_starts_annex_b_and_a_high_one_skips_no_step() {
    assert_eq!(state(&format!("{GOOD}; graded panel P1 4")), "below_good");
    assert_eq!(state(&format!("{ONCE}; graded_again sco S2 1; graded tm T1 3")), "below_good");
    for path in [BELOW, MINIMAL, SUBSTANTIAL] {
        assert_eq!(state(&format!("{path}; graded tm T1 1")), state(path));
    }
}

#[test]
fn the_latest_feedback_decides_who_amends() {
    let more = format!("{MINIMAL}; feedback_given sco S1 substantial");
    assert_eq!(state(&format!("{more}; amended co C1")), "amended");
    check_refused(
        &format!("{more}; amended sco S1"),
        "event_by_another",
        &json!({"state": "substantial_work", "event": "amended", "expected": ["case_officer"]}),
        "The case is at “substantial work”, where “amended” is for: case officer.",
    );
}

/// Expects every problem of a document, as `pointer code`.
#[track_caller]
fn check_problems(text: &str, expected: &[&str]) {
    let problems = Case::from_json(&Framework::built_in(), text).unwrap_err();
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
            "/events/0/by not_an_id",
            "/events/1/role not_one_of",
            "/events/2/date no_such_date",
            "/events/2/by not_an_id",
            "/events/3/kind not_one_of",
            "/events/3/note unknown_field",
            "/events/4/by wrong_type",
            "/events/4/role missing",
            "/events/5 wrong_type",
            "/name unknown_field",
            "/events/0/score missing",
            "/events/1/score unknown_field",
            "/events/1/extent missing",
            "/events/1/date out_of_order",
            "/events/2/score out_of_range",
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
    let framework = Framework::built_in();
    let problems = Case::from_json(&framework, &events.to_string()).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "/events/2/date: This must come in order: no event before the day of the one above it."
    );
}

#[test]
fn no_value_is_repeated() {
    let framework = Framework::built_in();
    let secret = "SECRET MARKER";
    for field in ["kind", "date", "role", "by", "score", "extent"] {
        let mut event = event("graded sco S1 3").unwrap();
        event[field] = secret.into();
        let text = json!({"events": [event]}).to_string();
        let problems = Case::from_json(&framework, &text).unwrap_err();
        assert!(!serde_json::to_string(&problems).unwrap().contains("SECRET"), "{field}");
    }
    // Nor is a pseudonym repeated by the status.
    for events in [ONCE, APART, &format!("{ONCE}; graded_again sco S1 2")] {
        let events = events.replace("S1", "SECRET1").replace("C1", "SECRET1");
        with_status(&events, |status| {
            assert!(!serde_json::to_string(&status).unwrap().contains("SECRET"), "{events}");
        });
    }
}

#[test]
fn ten_thousand_events_are_read_and_no_more() {
    let long = |count: usize| {
        let mut events = vec![event(SUBMITTED).unwrap(), event("graded sco S1 3").unwrap()];
        // The last has another problem, which is reported only where it is read.
        events.resize(count, event("escalated co C1").unwrap());
        if count > 10_000 {
            events[10_000]["date"] = "2024-02-29".into();
        }
        json!({"events": events}).to_string()
    };
    let framework = Framework::built_in();
    let case = Case::from_json(&framework, &long(10_000)).unwrap();
    assert_eq!(status(&framework, &case).unwrap().history.len(), 10_000);
    check_problems(&long(10_001), &["/events too_many"]);
}

#[test]
fn a_written_document_reads_the_same() {
    for (_, path) in PATHS {
        let case = case(path);
        let text = serde_json::to_string(case.document()).unwrap();
        assert_eq!(Case::from_json(&Framework::built_in(), &text).unwrap(), case);
    }
}
