//! Where a case stands, as a document.

use serde::Serialize;

use crate::document::Day;
use crate::document::problem::Problem;
use crate::framework::{CaseCondition, CaseEventKind, CaseRole, CaseRule, CaseState, Severity};
use crate::law::Basis;

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseStatus<'a> {
    /// Where it stands, up to an event that does not fit.
    pub state: CaseState,
    /// What may happen next, what takes the case further first.
    pub next: Vec<CaseNext<'a>>,
    /// Whether the plan may be issued now.
    pub may_issue: bool,
    /// Why, or why not.
    pub reasons: Vec<CaseReason<'a>>,
    /// What is reported as re-graded.
    pub regraded: Regraded<'a>,
    /// The events that fit, and where the case stood after each.
    pub history: Vec<CaseMoment>,
    /// What was found in the events that fit, in their order.
    pub findings: Vec<CaseFinding<'a>>,
    /// The first event that does not fit; null when all do.
    pub refused: Option<Problem>,
    /// How many events behind that one were not read.
    pub not_read: usize,
}

/// Something that may happen next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseNext<'a> {
    /// The kind of event.
    pub event: CaseEventKind,
    /// Who may do it.
    pub roles: &'a [CaseRole],
    /// What they may do, in a sentence.
    pub message: String,
    /// What must hold, or the event is refused.
    pub needs: &'static [CaseCondition],
    /// Where it leads, by what it turns out to be.
    pub leads_to: Vec<CaseOutcome>,
    /// What it rests on.
    pub cites: Vec<CaseSource<'a>>,
}

/// Where an event leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseOutcome {
    /// The condition.
    pub when: CaseCondition,
    /// Where the case then stands.
    pub state: CaseState,
}

/// Why a plan may or may not be issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseReason<'a> {
    /// The reason.
    pub message: String,
    /// The events that it comes from, as JSON Pointers into the case.
    pub at: Vec<String>,
    /// What it rests on.
    pub cites: Vec<CaseSource<'a>>,
}

/// What a reason or a step rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseSource<'a> {
    /// What kind of text it is.
    pub basis: Basis,
    /// The place in it; of an interpretation, its name.
    pub place: String,
    /// What the framework says there, or why it is read so; null where only the place is known.
    pub text: Option<&'a str>,
}

/// What is reported as re-graded: a number of plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Regraded<'a> {
    /// What this case adds to that number: 1 once two separate grades were given, however often; else 0.
    pub count: u8,
    /// How often two separate grades were given.
    pub rounds: usize,
    /// The events that gave them, as JSON Pointers into the case.
    pub at: Vec<String>,
    /// What it rests on.
    pub cites: Vec<CaseSource<'a>>,
}

/// An event that fits, and where it led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseMoment {
    /// The event, as a JSON Pointer into the case.
    pub at: String,
    /// Its kind.
    pub event: CaseEventKind,
    /// Its day.
    pub date: Day,
    /// Where the case stood after it.
    pub state: CaseState,
}

/// Something found in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseFinding<'a> {
    /// The rule that found it.
    pub rule: CaseRule,
    /// How serious it is.
    pub severity: Severity,
    /// Where it is, as a JSON Pointer into the case.
    pub at: String,
    /// What it says.
    pub message: &'a str,
    /// Why it matters.
    pub why: &'a str,
    /// What would clear it.
    pub clear: &'a str,
    /// What it rests on.
    pub cites: Vec<CaseSource<'a>>,
}
