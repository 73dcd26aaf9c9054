//! A short way to write the events of a case.

use ehcp_qa_core::Framework;
use ehcp_qa_core::case::{Case, CaseRole, CaseStatus, status};
use serde_json::{Value, json};

/// Events written as `kind role by detail`, parted by semicolons; the detail is a grade, an extent,
/// or a hyphen. All are of one day.
pub(crate) fn case(events: &str) -> Case {
    let events: Vec<Value> = events.split(';').map(str::trim).filter_map(event).collect();
    Case::from_json(&Framework::built_in(), &json!({"events": events}).to_string()).unwrap()
}

pub(crate) fn event(event: &str) -> Option<Value> {
    let mut words = event.split_whitespace();
    let kind = words.next()?;
    let role = words.next().unwrap();
    let role = CaseRole::ALL.iter().find(|known| short(**known) == role).unwrap().word();
    let by = words.next().unwrap();
    let mut event = json!({"kind": kind, "date": "2024-03-01", "role": role, "by": by});
    if let Some(detail) = words.next().filter(|detail| *detail != "-") {
        match detail.parse::<u8>() {
            Ok(score) => event["score"] = score.into(),
            Err(_) => event["extent"] = detail.into(),
        }
    }
    Some(event)
}

/// How a role is written here.
pub(crate) fn short(role: CaseRole) -> &'static str {
    match role {
        CaseRole::CaseOfficer => "co",
        CaseRole::SeniorCaseOfficer => "sco",
        CaseRole::TeamManager => "tm",
        CaseRole::Panel => "panel",
    }
}

/// Passes the status of a case with these events to a check, and returns its result.
pub(crate) fn with_status<T>(events: &str, check: impl FnOnce(CaseStatus) -> T) -> T {
    let framework = Framework::built_in();
    check(status(&framework, &case(events)).unwrap())
}

pub(crate) const SUBMITTED: &str = "draft_submitted co C1";
pub(crate) const BELOW: &str = "draft_submitted co C1; graded sco S1 3";
pub(crate) const MINIMAL: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal";
pub(crate) const SUBSTANTIAL: &str =
    "draft_submitted co C1; graded sco S1 4; feedback_given sco S1 substantial";
pub(crate) const AMENDED: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal; amended sco S1";
pub(crate) const ONCE: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal; amended sco S1;
    graded_again sco S1 2";
pub(crate) const APART: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal; amended sco S1;
    graded_again sco S1 2; graded_again sco S2 3";
pub(crate) const HANDED_UP: &str =
    "draft_submitted co C1; graded sco S1 3; feedback_given sco S1 minimal;
    amended sco S1; graded_again sco S1 2; graded_again sco S2 3; escalated sco S2";
pub(crate) const GOOD: &str = "draft_submitted co C1; graded sco S1 2";
pub(crate) const ISSUED: &str = "draft_submitted co C1; graded sco S1 2; issued co C1";
