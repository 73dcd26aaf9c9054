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
//! A deadline is met on its last day. There is no clock here: what has not happened is not met only
//! where the host says what day it is. An exception that is claimed is told as claimed, never as right.

use crate::document::Day;

use serde::Serialize;

use crate::document::problem::Problem;
use crate::document::shape::{self, choice, document};
use crate::law::{Basis, Citation};

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
        /// The day on which this is looked at.
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

    /// How the dates stand to a deadline.
    pub enum TimescaleState {
        /// It was met.
        Met = "met",
        /// It was not met.
        NotMet = "not_met",
        /// It was not met, and an exception is claimed.
        ExceptionClaimed = "exception_claimed",
        /// It is not yet due.
        NotDue = "not_due",
        /// It cannot be told from what is known.
        Open = "open",
    }
}

impl Timescales {
    /// Reads the dates of a plan from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |_, value, _| value)
    }
}

/// A deadline, and how the dates stand to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Deadline {
    /// Which.
    pub kind: DeadlineKind,
    /// The last day on which it is met; for representations, the first.
    pub due: Day,
    /// When it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub happened: Option<Day>,
    /// How the dates stand to it.
    pub state: TimescaleState,
    /// What the deadline is.
    pub why: &'static str,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// The deadlines of a plan, in their order; that for representations once a draft was sent.
#[must_use]
pub fn deadlines(dates: &Timescales) -> Vec<Deadline> {
    let by = |kind, weeks: i64, happened: Option<Day>, why, cites: &[(Basis, &str)]| {
        let due = dates.received.plus(weeks * 7);
        let is_late = happened.or(dates.today).map(|day| day > due);
        let state = match (is_late, happened) {
            (Some(true), _) if dates.exception.is_some() => TimescaleState::ExceptionClaimed,
            (Some(true), _) => TimescaleState::NotMet,
            (Some(false), Some(_)) => TimescaleState::Met,
            (Some(false), None) => TimescaleState::NotDue,
            (None, _) => TimescaleState::Open,
        };
        Deadline { kind, due, happened, state, why, cites: citations(cites) }
    };
    let mut deadlines = vec![
        by(
            DeadlineKind::SixWeeks,
            6,
            dates.decided,
            "Whether to assess is decided within six weeks of the request.",
            &[(Basis::Law, "SEND Regulations 2014, regulations 4 and 5")],
        ),
        by(
            DeadlineKind::SixteenWeeks,
            16,
            dates.notified,
            "A decision not to issue a plan is notified within sixteen weeks; for a plan that is \
             issued this is a milestone.",
            &[
                (Basis::Law, "SEND Regulations 2014, regulation 10(1)"),
                (Basis::Framework, "Annex A"),
                (Basis::Interpretation, "Sixteen weeks as a milestone"),
            ],
        ),
        by(
            DeadlineKind::TwentyWeeks,
            20,
            dates.issued,
            "The final plan is issued within twenty weeks of the request.",
            &[
                (Basis::Law, "SEND Regulations 2014, regulation 13"),
                (Basis::Law, "SEND Regulations 2014, regulation 10(4), exceptions"),
                (Basis::Framework, "Annex A"),
            ],
        ),
    ];
    if let Some(sent) = dates.draft_sent {
        let due = sent.plus(15);
        let state = match dates.issued {
            Some(issued) if issued >= due => TimescaleState::Met,
            Some(_) => TimescaleState::NotMet,
            None => TimescaleState::Open,
        };
        deadlines.push(Deadline {
            kind: DeadlineKind::Representations,
            due,
            happened: dates.issued,
            state,
            why: "There are at least fifteen days for representations on the draft.",
            cites: citations(&[(Basis::Law, "SEND Regulations 2014, regulation 13")]),
        });
    }
    deadlines
}

fn citations(cites: &[(Basis, &str)]) -> Vec<Citation> {
    cites.iter().map(|&(basis, place)| Citation { basis, place: place.to_owned() }).collect()
}
