//! Deadlines, worked out by hand on a calendar.

mod claims;
mod doubts;
mod orders;
mod refusals;
mod reviews;

use ehcp_qa_core::timescale::{
    DeadlineKind, Exception, OrderBy, OrderKind, ReviewDecision, TimescaleState, Timescales,
    TransferKind, deadlines,
};
use ehcp_qa_core::{Framework, Messages};
use proptest::prelude::*;
use serde_json::json;
use time::{Date, Duration, Month};

/// Expects, for each deadline in order, its day and how the dates stand to it.
#[track_caller]
fn check(dates: &str, expected: &[(&str, &str)]) {
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    let found: Vec<(String, &str)> =
        found.iter().map(|deadline| (deadline.due.to_string(), deadline.state.word())).collect();
    let found: Vec<(&str, &str)> =
        found.iter().map(|(day, state)| (day.as_str(), *state)).collect();
    assert_eq!(found, expected, "{dates}");
}

/// Expects some deadlines, each with its day and how the dates stand to it.
#[track_caller]
fn stands(dates: &str, expected: &[(&str, &str, &str)]) {
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    for (kind, due, state) in expected {
        let found = found.iter().find(|deadline| deadline.kind.word() == *kind);
        let found = found.map(|deadline| (deadline.due.to_string(), deadline.state.word()));
        assert_eq!(found, Some(((*due).to_owned(), *state)), "{kind} of {dates}");
    }
}

/// Expects the deadlines in their order, by their kinds.
#[track_caller]
fn kinds(dates: &str, expected: &[&str]) {
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    let found: Vec<&str> = found.iter().map(|deadline| deadline.kind.word()).collect();
    assert_eq!(found, expected, "{dates}");
}

/// Expects the places that a deadline cites.
#[track_caller]
fn cites(dates: &str, kind: &str, expected: &[&str]) {
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    let found = found.iter().find(|deadline| deadline.kind.word() == kind).unwrap();
    let places: Vec<&str> = found.cites.iter().map(|cite| cite.place.as_str()).collect();
    assert_eq!(places, expected, "{kind} of {dates}");
}

/// Expects why a deadline has the state that it has.
#[track_caller]
fn because(dates: &str, kind: &str, reason: Option<&str>) {
    let found = deadlines(&Timescales::from_json(dates).unwrap());
    let found = found.iter().find(|deadline| deadline.kind.word() == kind).unwrap();
    assert_eq!(found.reason.as_deref(), reason, "{kind} of {dates}");
}

#[test]
fn the_last_day_is_in_time_and_the_next_is_not() {
    // 2024 is a leap year: 1 January and 42, 112 and 140 days.
    check(
        r#"{"received": "2024-01-01", "decided": "2024-02-12", "notified": "2024-04-22", "issued": "2024-05-20"}"#,
        &[("2024-02-12", "met"), ("2024-04-22", "met"), ("2024-05-20", "met")],
    );
    check(
        r#"{"received": "2024-01-01", "decided": "2024-02-13", "notified": "2024-04-23", "issued": "2024-05-21"}"#,
        // The plan is issued, and sixteen weeks are for not issuing one.
        &[("2024-02-12", "not_met"), ("2024-04-22", "does_not_apply"), ("2024-05-20", "not_met")],
    );
    // 2023 is none: a day later from March on.
    check(
        r#"{"received": "2023-01-01"}"#,
        &[("2023-02-12", "open"), ("2023-04-23", "open"), ("2023-05-21", "open")],
    );
}

#[test]
fn an_open_deadline_is_judged_by_the_day_that_a_host_gives() {
    check(
        r#"{"received": "2024-01-01", "today": "2024-04-22"}"#,
        &[("2024-02-12", "not_met"), ("2024-04-22", "not_due"), ("2024-05-20", "not_due")],
    );
}

#[test]
fn an_exception_is_reported_as_claimed() {
    check(
        r#"{"received": "2024-01-01", "decided": "2024-02-01", "issued": "2024-06-30", "exception": "absence"}"#,
        &[("2024-02-12", "met"), ("2024-04-22", "open"), ("2024-05-20", "exception_claimed")],
    );
}

#[test]
fn representations_take_fifteen_days() {
    let state = |issued: &str| {
        let dates = format!(
            r#"{{"received": "2024-01-01", "draft_sent": "2024-04-01", "issued": "{issued}"}}"#
        );
        let deadline = deadlines(&Timescales::from_json(&dates).unwrap()).pop().unwrap();
        (deadline.due.to_string(), deadline.state)
    };
    assert_eq!(state("2024-04-16"), ("2024-04-16".to_owned(), TimescaleState::Met));
    assert_eq!(state("2024-04-15"), ("2024-04-16".to_owned(), TimescaleState::NotMet));
}

proptest! {
    /// Whatever is recorded, each deadline has a sentence and a citation, and is late only by a day that is after it.
    #[test]
    fn every_deadline_has_a_sentence_and_a_citation(
        received in 0_u32..300,
        after in prop::collection::vec(prop::option::of(0_u32..400), 12),
        words in (0..8_usize, 0..3_usize, 0..3_usize, 0..3_usize),
        decided in prop::collection::vec(prop::option::of(any::<bool>()), 2),
    ) {
        // Days of 2019 to 2021, counted from the first, so that nothing is before its start.
        let first = Date::from_calendar_date(2019, Month::March, 1).unwrap();
        let text = |days: u32| {
            let day = first + Duration::days(days.into());
            format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
        };
        let day = |place: usize| after[place].map(|days| text(received + days));
        let word = |words: &[&str], place: usize| words[place].to_owned();
        let dates = json!({
            "received": text(received), "decided": day(0), "to_assess": decided[0], "notified": day(1),
            "to_issue": decided[1], "draft_sent": day(2), "issued": day(3),
            "exception": after[0].map(|_| word(Exception::WORDS, words.1)), "today": day(4),
            "order": after[5].map(|days| json!({
                "kind": word(OrderKind::WORDS, words.0), "made": text(received + days),
                "by": word(OrderBy::WORDS, words.2), "due": after[6].map(|more| text(received + days + more)),
                "notified": after[7].map(|more| text(received + days + more)),
                "amended": after[8].map(|more| text(received + days + more)),
            })),
            "review": after[9].map(|days| json!({
                "meeting": text(received + days), "decision": word(ReviewDecision::WORDS, words.3),
                "notice": after[10].map(|more| text(received + days + more)),
                "amended": after[11].map(|more| text(received + days + more)),
            })),
            "transfer": {"kind": word(TransferKind::WORDS, words.3), "on": "2020-09-01", "amended": day(11)},
        });
        let dates = Timescales::from_json(&dates.to_string()).unwrap();
        for deadline in deadlines(&dates) {
            prop_assert!(deadline.why.ends_with('.') && !deadline.why.contains('{'), "{}", deadline.why);
            prop_assert!(!deadline.cites.is_empty(), "{:?}", deadline.kind);
            let least = matches!(
                deadline.kind,
                DeadlineKind::Representations | DeadlineKind::ReviewRepresentations
            );
            let day = deadline.happened.or(dates.today);
            if deadline.state == TimescaleState::NotMet {
                prop_assert!(day.is_some_and(|day| (day > deadline.due) != least), "{deadline:?}");
            }
            if deadline.state == TimescaleState::DoesNotApply {
                prop_assert!(deadline.reason.is_some(), "{deadline:?}");
            }
        }
    }
}

#[test]
fn deadlines_are_said_in_the_messages_of_a_catalogue() {
    let welsh = include_str!("../../../wasm/static/cy/messages.json");
    let framework = Framework::read_built_in().with_messages(Messages::from_json(welsh).unwrap());
    let dates = r#"{"order": {"kind": "amend", "made": "2026-06-24", "amended": "2026-06-30", "notified": "2026-06-30"}}"#;
    let found = framework.deadlines(&Timescales::from_json(dates).unwrap());
    assert_eq!(
        found[0].why,
        "Cyhoeddir y cynllun diwygiedig o fewn 5 wythnos i orchymyn y Tribiwnlys."
    );
    assert_eq!(
        found[0].hints[0].message,
        "Nid oes cam o'r fath yn yr hyn a ddywed /order/kind, felly ni ddefnyddir y dyddiad hwn."
    );
}

#[test]
fn all_problems_at_once() {
    let dates = r#"{"received": "2023-02-29", "issued": 5, "exception": "holiday", "when": 1}"#;
    let problems = Timescales::from_json(dates).unwrap_err();
    let places: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    assert_eq!(
        places,
        [
            ("/received", "no_such_date"),
            ("/issued", "wrong_type"),
            ("/exception", "not_one_of"),
            ("/when", "unknown_field"),
        ]
    );
    // Without anything to count from, the request is asked for.
    for dates in ["{}", r#"{"decided": "2024-01-01", "today": "2024-02-01"}"#] {
        let problems = Timescales::from_json(dates).unwrap_err();
        let found = (problems.len(), problems[0].pointer.as_str(), problems[0].kind.code());
        assert_eq!(found, (1, "/received", "missing"));
    }
}

#[test]
fn nothing_happens_before_it_is_asked_for() {
    let dates = r#"{"received": "2024-06-01", "decided": "2023-06-20", "notified": "2023-07-01",
        "draft_sent": "2024-05-31", "issued": "2023-10-01"}"#;
    let problems = Timescales::from_json(dates).unwrap_err();
    let places: Vec<(&str, &str)> =
        problems.iter().map(|p| (p.pointer.as_str(), p.kind.code())).collect();
    let fields = ["/decided", "/notified", "/draft_sent", "/issued"];
    assert_eq!(places, fields.map(|field| (field, "out_of_order")));
    let context = format!(r#"{{"timescales": {dates}}}"#);
    let problems = ehcp_qa_core::whole::PlanContext::from_json(&context).unwrap_err();
    let places: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(places, fields.map(|field| format!("/timescales{field}")));
    // On the day itself it may be.
    check(
        r#"{"received": "2024-01-01", "decided": "2024-01-01"}"#,
        &[("2024-02-12", "met"), ("2024-04-22", "open"), ("2024-05-20", "open")],
    );
}

#[test]
fn the_end_of_the_calendar_is_not_passed() {
    check(
        r#"{"received": "9999-12-31"}"#,
        &[("9999-12-31", "open"), ("9999-12-31", "open"), ("9999-12-31", "open")],
    );
}

#[test]
fn statutory_periods_have_their_number_and_place() {
    use ehcp_qa_core::law;
    for (fixed, number, place) in [
        (law::YEAR_NINE, 9, "regulation 12(3)"),
        (law::WEEKS_TO_DECIDE, 6, "regulations 4 and 5"),
        (law::WEEKS_TO_REFUSE, 16, "regulation 10(1)"),
        (law::WEEKS_TO_ISSUE, 20, "regulation 13"),
        (law::WEEKS_OF_AN_EXCEPTION, 4, "regulation 10(4), exceptions"),
        (law::DAYS_FOR_REPRESENTATIONS, 15, "regulation 13"),
        (law::WEEKS_TO_NOTIFY_AN_ORDERED_ASSESSMENT, 2, "regulation 44(2)(b)"),
        (law::WEEKS_TO_REFUSE_AFTER_AN_ORDER, 10, "regulation 44(2)(b)(i)"),
        (law::WEEKS_TO_ISSUE_AFTER_AN_ORDER, 14, "regulation 44(2)(b)(ii)"),
        (law::WEEKS_TO_DRAFT_AN_ORDERED_PLAN, 5, "regulation 44(2)(c)(i)"),
        (law::WEEKS_TO_ISSUE_AN_ORDERED_PLAN, 11, "regulation 44(2)(c)(ii)"),
        (law::WEEKS_TO_RECONSIDER, 2, "regulation 44(2)"),
        (law::WEEKS_TO_AMEND, 5, "regulation 44(2)(e)"),
        (law::WEEKS_TO_NAME_A_SCHOOL, 2, "regulation 44(2)(f)"),
        (law::WEEKS_TO_AMEND_A_CONTINUED_PLAN, 5, "regulation 44(2)"),
        (law::WEEKS_OF_AN_EXCEPTION_TO_AN_ORDER, 2, "regulation 44(3), exceptions"),
        (law::WEEKS_TO_DECIDE_A_REVIEW, 4, "regulations 20(10) and 21"),
        (law::WEEKS_TO_ISSUE_AMENDMENTS, 8, "regulation 22(3) and (4)"),
        (law::DAYS_FOR_REPRESENTATIONS_ON_AMENDMENTS, 15, "regulation 22(2)(c)"),
        (law::MONTHS_BEFORE_A_POST_16_TRANSFER, 5, "regulation 18(2)"),
    ] {
        assert_eq!(fixed.number, number);
        assert_eq!(fixed.cite().place, format!("SEND Regulations 2014, {place}"));
    }
    let purposes: Vec<&str> =
        law::PlanSection::ALL.iter().map(|section| section.purpose().word()).collect();
    assert_eq!(
        purposes.join(" "),
        "aspirations need need need outcome provision provision provision provision placement budget advice"
    );
}
