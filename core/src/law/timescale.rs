//! Statutory timescales of a plan: 6, 16 and 20 weeks from the request, and the time for representations.
//!
//! ```
//! use ehcp_qa_core::timescale::{Timescales, TimescaleState, deadlines};
//!
//! let dates = r#"{"received": "2024-01-01", "issued": "2024-05-20"}"#;
//! let deadlines = deadlines(&Timescales::from_json(dates).unwrap());
//! assert_eq!(deadlines[2].due.to_string(), "2024-05-20"); // 20 weeks
//! assert_eq!(deadlines[2].state, TimescaleState::Met);
//! ```
//!
//! A deadline is met on its last day. There is no clock: what has not happened counts as late only where the
//! host gives the day. An exception is reported as claimed; whether it applies is not judged.
//!
//! Only the law is cited here. What a framework says of a deadline is added by
//! [`Framework::deadlines`](crate::Framework::deadlines).

use serde::Serialize;

use super::fixed::{
    DAYS_FOR_REPRESENTATIONS, Fixed, WEEKS_OF_AN_EXCEPTION, WEEKS_TO_DECIDE, WEEKS_TO_ISSUE,
    WEEKS_TO_REFUSE,
};
use super::source::Citation;
use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, choice, document};
use crate::document::{Day, Json};

document! {
    /// The dates of one plan.
    pub struct Timescales {
        /// When the request for an assessment was received.
        pub received: Day,
        /// When it was decided whether to assess.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub decided: Option<Day>,
        /// When the decision on whether to issue a plan was notified.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub notified: Option<Day>,
        /// When the draft was sent for representations.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub draft_sent: Option<Day>,
        /// When the final plan was issued.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub issued: Option<Day>,
        /// The exception that is claimed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub exception: Option<Exception>,
        /// The day for which deadlines are worked out.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub today: Option<Day>,
    }
}

choice! {
    /// An exception that the Regulations know.
    pub enum Exception {
        /// The school or other setting was closed for at least four weeks.
        ClosedSchool = "closed_school",
        /// Exceptional personal circumstances.
        ExceptionalCircumstances = "exceptional_circumstances",
        /// The child, the young person or the parent was away for at least four weeks.
        Absence = "absence",
    }

    /// A deadline.
    pub enum DeadlineKind {
        /// Six weeks: whether to assess.
        SixWeeks = "six_weeks",
        /// Sixteen weeks: the decision not to issue; a milestone where a plan is issued.
        SixteenWeeks = "sixteen_weeks",
        /// Twenty weeks: the final plan.
        TwentyWeeks = "twenty_weeks",
        /// The least time for representations on the draft.
        Representations = "representations",
    }

    /// Whether a deadline is met.
    pub enum TimescaleState {
        /// It was met.
        Met = "met",
        /// It was not met.
        NotMet = "not_met",
        /// It was not met, and an exception is claimed.
        ExceptionClaimed = "exception_claimed",
        /// It is not yet due.
        NotDue = "not_due",
        /// The dates do not settle it.
        Open = "open",
    }
}

impl Timescales {
    /// Reads the dates of a plan from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, value, reader| {
            check_dates(json, reader);
            value
        })
    }
}

/// Nothing happens before it is asked for: a mistyped year would pass for a deadline that was kept.
pub(crate) fn check_dates<'a>(dates: Json<'a>, reader: &mut Reader<'a>) {
    let day = |name| Day::from_text(dates.text_of(name));
    let Some(received) = day("received") else { return };
    for name in ["decided", "notified", "draft_sent", "issued"] {
        if day(name).is_some_and(|day| day < received) {
            let order = "the request comes first";
            reader.problem_in(name, ProblemKind::OutOfOrder { order });
        }
    }
}

/// A deadline, and whether the dates meet it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Deadline {
    /// Which deadline.
    pub kind: DeadlineKind,
    /// The last day on which it is met; for representations, the first.
    pub due: Day,
    /// When it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub happened: Option<Day>,
    /// Whether it is met.
    pub state: TimescaleState,
    /// What the deadline is.
    pub why: &'static str,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// The deadlines of a plan in their order; that for representations once a draft was sent.
#[must_use]
pub fn deadlines(dates: &Timescales) -> Vec<Deadline> {
    let mut deadlines = vec![
        within(
            dates,
            DeadlineKind::SixWeeks,
            WEEKS_TO_DECIDE,
            dates.decided,
            "Whether to assess is decided within six weeks of the request.",
        ),
        within(
            dates,
            DeadlineKind::SixteenWeeks,
            WEEKS_TO_REFUSE,
            dates.notified,
            "A decision not to issue a plan is notified within sixteen weeks; for a plan that is issued this is \
             a milestone.",
        ),
        Deadline {
            cites: vec![WEEKS_TO_ISSUE.cite(), WEEKS_OF_AN_EXCEPTION.cite()],
            ..within(
                dates,
                DeadlineKind::TwentyWeeks,
                WEEKS_TO_ISSUE,
                dates.issued,
                ISSUED_WITHIN_TWENTY_WEEKS,
            )
        },
    ];
    deadlines.extend(dates.draft_sent.map(|sent| representations(sent, dates.issued)));
    deadlines
}

/// The deadline for issuing, in a sentence.
pub(crate) const ISSUED_WITHIN_TWENTY_WEEKS: &str =
    "The final plan is issued within twenty weeks of the request.";

/// The last day of so many weeks from the request.
pub(crate) fn after_weeks(received: Day, weeks: Fixed) -> Day {
    received.plus(weeks.number * 7)
}

/// A deadline that ends so many weeks after the request.
fn within(
    dates: &Timescales,
    kind: DeadlineKind,
    weeks: Fixed,
    happened: Option<Day>,
    why: &'static str,
) -> Deadline {
    let due = after_weeks(dates.received, weeks);
    let is_late = happened.or(dates.today).map(|day| day > due);
    let state = match (is_late, happened) {
        (Some(true), _) if dates.exception.is_some() => TimescaleState::ExceptionClaimed,
        (Some(true), _) => TimescaleState::NotMet,
        (Some(false), Some(_)) => TimescaleState::Met,
        (Some(false), None) => TimescaleState::NotDue,
        (None, _) => TimescaleState::Open,
    };
    Deadline { kind, due, happened, state, why, cites: vec![weeks.cite()] }
}

/// The least time between sending the draft and issuing the plan.
fn representations(sent: Day, issued: Option<Day>) -> Deadline {
    let due = sent.plus(DAYS_FOR_REPRESENTATIONS.number);
    let state = match issued {
        Some(issued) if issued >= due => TimescaleState::Met,
        Some(_) => TimescaleState::NotMet,
        None => TimescaleState::Open,
    };
    Deadline {
        kind: DeadlineKind::Representations,
        due,
        happened: issued,
        state,
        why: "There are at least fifteen days for representations on the draft.",
        cites: vec![DAYS_FOR_REPRESENTATIONS.cite()],
    }
}
