//! A draft's way to being issued, as a record of events: the process for plans below Good (Annex B).
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::case::{Case, CaseState, status};
//!
//! let case = r#"{"events": [
//!     {"kind": "draft_submitted", "date": "2024-03-01", "role": "case_officer", "by": "CO-7"},
//!     {"kind": "graded", "date": "2024-03-04", "role": "senior_case_officer", "by": "SCO-3", "score": 3}
//! ]}"#;
//! let case = Case::from_json(case).unwrap();
//! let framework = Framework::shropshire_2023();
//! let status = status(&framework, &case);
//! assert_eq!(status.state, CaseState::BelowGood);
//! assert!(!status.may_issue);
//! assert_eq!(status.next[0].event.word(), "feedback_given");
//! ```
//!
//! What may follow what is one table, `case/table.rs`. Annex B is short, so that some of it is ours;
//! each such entry is cited as an interpretation with its reason (`case/reading.rs`). In brief:
//!
//! - Two separate grades need not be the same: what decides is whether each is at least Good. Where
//!   only one of them is, the case stays open until the two agree on a grade, which lies between
//!   theirs; both stay on the record.
//! - To escalate such a disagreement hands it to the Team Manager, who then agrees the grade. Anywhere
//!   else an escalation is noted and skips no step.
//! - Two grades below Good start Annex B again. So does a grade below Good by the Team Manager or the
//!   Panel, who look at some of the drafts; a better one of theirs skips no step, and none comes
//!   between an amendment and the separate grades.
//! - A plan counts as re-graded once, when both separate grades of a round are given.
//! - Dates do not go backwards, since a record is only added to. It is read up to the first event that
//!   does not fit.
//! - Any officer of the team may issue a plan, and nothing follows that.

mod problem;
mod reading;
mod status;
mod table;

use serde::Serialize;

use crate::document::Bounded;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, choice, document};
use crate::document::{Day, Json, List, is_id};
use crate::framework::{Score, Severity};
use crate::law::Basis;

pub use status::status;

/// The most events of a case.
pub const MOST_EVENTS: usize = 10_000;

document! {
    /// The events of one case.
    pub struct CaseDocument {
        /// The events in the order in which they happened: up to 10,000. A new one is added at the end.
        pub events: Bounded<CaseEvent, MOST_EVENTS>,
    }

    /// Something that happened to a draft.
    pub struct CaseEvent {
        /// What happened.
        pub kind: CaseEventKind,
        /// On which day. It is not earlier than that of the event before.
        pub date: Day,
        /// The role of whoever did it.
        pub role: CaseRole,
        /// A pseudonym of whoever did it, the same each time: 1 to 64 letters, digits, hyphens,
        /// underscores or full stops.
        pub by: String,
        /// The grade: with `graded`, `graded_again` and `agreed`, and no other.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub score: Option<Score>,
        /// How much is to be changed: with `feedback_given`, and no other.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub extent: Option<CaseExtent>,
    }
}

choice! {
    /// What can happen to a draft.
    pub enum CaseEventKind {
        /// The plan writer hands the draft in.
        DraftSubmitted = "draft_submitted",
        /// It is graded: first by a Senior Case Officer, later perhaps by the Team Manager or the Panel.
        Graded = "graded",
        /// Feedback is given to the plan writer.
        FeedbackGiven = "feedback_given",
        /// The amendments that the feedback asked for are made.
        Amended = "amended",
        /// One of two Senior Case Officers grades the amended draft, separately from the other.
        GradedAgain = "graded_again",
        /// A grade is agreed where the two separate ones stand on both sides of Good.
        Agreed = "agreed",
        /// The plan is issued.
        Issued = "issued",
        /// The case is brought before the Team Manager.
        Escalated = "escalated",
    }

    /// Who takes part.
    pub enum CaseRole {
        /// The EHCP Case Officer, who writes the plan.
        CaseOfficer = "case_officer",
        /// A Senior Case Officer.
        SeniorCaseOfficer = "senior_case_officer",
        /// The EHCP Team Manager.
        TeamManager = "team_manager",
        /// The Statutory Assessment Panel.
        Panel = "panel",
    }

    /// How much feedback asks to be changed.
    pub enum CaseExtent {
        /// Minimal changes, which the Senior Case Officer makes.
        Minimal = "minimal",
        /// More substantial work, which the plan writer does.
        Substantial = "substantial",
    }

    /// Where a case stands.
    pub enum CaseState {
        /// No draft is submitted yet.
        NotSubmitted = "not_submitted",
        /// A draft waits for its first grade.
        Submitted = "submitted",
        /// It is graded below Good and waits for feedback.
        BelowGood = "below_good",
        /// Minimal changes wait for the Senior Case Officer.
        MinimalChanges = "minimal_changes",
        /// More substantial work waits for the plan writer.
        SubstantialWork = "substantial_work",
        /// The amended draft waits for two separate grades.
        Amended = "amended",
        /// It waits for the second of them.
        GradedOnce = "graded_once",
        /// One of the two is at least Good and one is not.
        Disagreed = "disagreed",
        /// That disagreement is before the Team Manager.
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

    /// What can be worth a look in a case whose events all fit.
    pub enum CaseRule {
        /// Somebody grades a plan that they wrote.
        GraderIsWriter = "case-grader-is-writer",
        /// Whoever graded the draft first gives none of the separate grades.
        FirstGraderAbsent = "case-first-grader-absent",
    }
}

impl CaseEventKind {
    /// Whether an event of this kind tells a grade.
    #[must_use]
    pub const fn has_score(self) -> bool {
        matches!(self, Self::Graded | Self::GradedAgain | Self::Agreed)
    }

    /// Whether an event of this kind tells how much is to be changed.
    #[must_use]
    pub const fn has_extent(self) -> bool {
        matches!(self, Self::FeedbackGiven)
    }
}

/// Events that are whole and in order of time. Whether each fits where it stands is told by [`status`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case(CaseDocument);

impl Case {
    /// Reads a case from JSON text.
    ///
    /// ```
    /// use ehcp_qa_core::case::Case;
    ///
    /// let text = r#"{"events": [{"kind": "graded", "date": "2024-03-01", "role": "panel", "by": "P-1"}]}"#;
    /// let problems = Case::from_json(text).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "/events/0/score: This field is required.");
    /// ```
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, then pseudonyms that are none, fields that
    /// the kind of an event lacks or does not have, and dates that go backwards. No value of the text is
    /// repeated.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json(text, |json, case, reader| {
            let events = json.field("events").list();
            // More events than are read have one problem, whatever is in them.
            if events.len() <= MOST_EVENTS {
                reader.within("events", |reader| check_events(events, reader));
            }
            case.map(Self)
        })
    }

    /// Its events.
    #[must_use]
    pub fn events(&self) -> &[CaseEvent] {
        &self.0.events
    }

    /// The document that it was read from.
    #[must_use]
    pub fn document(&self) -> &CaseDocument {
        &self.0
    }
}

fn check_events<'a>(events: List<'a>, reader: &mut Reader<'a>) {
    let mut latest = None;
    for (index, event) in events.iter().enumerate() {
        reader.within_index(index, |reader| {
            if matches!(event.field("by"), Json::Text(by) if !is_id(by)) {
                reader.problem_in("by", ProblemKind::NotAnId {});
            }
            if let Some(kind) = CaseEventKind::from_word(event.text_of("kind")) {
                check_given("score", kind.has_score(), event, reader);
                check_given("extent", kind.has_extent(), event, reader);
            }
            // An event that was forgotten and is put in later would change what those behind it were
            // judged by.
            if let Some(date) = Day::from_text(event.text_of("date")) {
                if latest.is_some_and(|latest| date < latest) {
                    let order = "no event before the day of the one above it";
                    reader.problem_in("date", ProblemKind::OutOfOrder { order });
                }
                latest = Some(date);
            }
        });
    }
}

/// Expects a field of an event to be given exactly where its kind has it.
fn check_given<'a>(name: &'static str, has: bool, event: Json<'a>, reader: &mut Reader<'a>) {
    let given = !event.field(name).is_null();
    if has && !given {
        reader.problem_in(name, ProblemKind::Missing {});
    } else if given && !has {
        reader.problem_in(name, ProblemKind::UnknownField {});
    }
}

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
    /// What is worth a look, in the order of the events.
    pub findings: Vec<CaseFinding<'a>>,
    /// The first event that does not fit; null when all do.
    pub refused: Option<Problem>,
    /// How many events behind that one were not looked at.
    pub not_read: usize,
}

/// Something that may happen next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaseNext<'a> {
    /// The kind of event.
    pub event: CaseEventKind,
    /// Who may do it.
    pub roles: &'static [CaseRole],
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

/// What is reported as re-graded. Annex B reports a number of plans.
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

/// Something in a case that is worth a look.
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
    pub message: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What would clear it.
    pub clear: &'static str,
    /// What it rests on.
    pub cites: Vec<CaseSource<'a>>,
}
