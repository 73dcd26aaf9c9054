//! A deadline, and how dates stand to it.

use serde::Serialize;

use crate::document::Day;
use crate::document::shape::choice;
use crate::law::source::Citation;

choice! {
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
        /// After an order to assess: the notice that there will be an assessment.
        OrderNotice = "order_notice",
        /// After an order to assess: the decision not to issue.
        OrderRefusal = "order_refusal",
        /// After an order to make a plan: the draft.
        OrderDraft = "order_draft",
        /// After an order to assess or to make a plan: the final plan.
        OrderPlan = "order_plan",
        /// After an order to consider a decision again: that it was.
        OrderReconsidered = "order_reconsidered",
        /// After an order on a plan: the amended plan.
        OrderAmended = "order_amended",
        /// What an order says of a plan that is continued or ended.
        OrderAtOnce = "order_at_once",
        /// After a review meeting: what was decided.
        ReviewDecision = "review_decision",
        /// After a review meeting: the proposed amendments.
        ReviewNotice = "review_notice",
        /// The least time for representations on proposed amendments.
        ReviewRepresentations = "review_representations",
        /// After a review meeting: the final amended plan.
        ReviewPlan = "review_plan",
        /// Before a transfer between phases: the plan that names the next school or institution.
        Transfer = "transfer",
    }

    /// Whether a deadline is met.
    pub enum TimescaleState {
        /// It was met.
        Met = "met",
        /// It was not met.
        NotMet = "not_met",
        /// It was not met, and an exception is claimed.
        ExceptionClaimed = "exception_claimed",
        /// It was not met, and fell in the months of 2020 in which time limits gave way.
        Relaxed = "relaxed",
        /// It is not yet due.
        NotDue = "not_due",
        /// What was decided leaves it out.
        DoesNotApply = "does_not_apply",
        /// The dates do not settle it.
        Open = "open",
    }

    /// Why a date is doubtful.
    pub enum DateHintKind {
        /// It is before another that comes first.
        OutOfOrder = "out_of_order",
        /// It is there although a decision says no.
        AgainstDecision = "against_decision",
        /// It is after the day that is asked about.
        NotCome = "not_come",
        /// An order of this kind has no such step.
        NotUsed = "not_used",
        /// No long closure of schools is known between the dates.
        NoClosure = "no_closure",
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
    pub why: String,
    /// Why it does not apply, is not judged or stays open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where it is written.
    pub cites: Vec<Citation>,
    /// What is doubtful about its dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub hints: Vec<DateHint>,
}

/// A date that is doubtful, with the place of the date and of what it does not fit with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DateHint {
    /// Why it is doubtful.
    pub kind: DateHintKind,
    /// The date, as a JSON Pointer into the dates of the plan.
    pub at: &'static str,
    /// What it does not fit with, as a JSON Pointer into the dates of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<&'static str>,
    /// The same in a sentence.
    pub message: String,
}
