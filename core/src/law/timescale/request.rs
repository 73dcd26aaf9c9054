//! The deadlines that count from the request: six, sixteen and twenty weeks, and representations on the draft.

use super::dates::{OrderKind, Timescales};
use super::deadline::{Deadline, DeadlineKind, TimescaleState};
use super::judged::{Applies, Rule, judged, law, least_time, paragraph};
use super::messages;
use crate::document::Day;
use crate::document::message::{Catalogue, Message};
use crate::law::fixed::{
    DAYS_FOR_REPRESENTATIONS, Fixed, WEEKS_OF_AN_EXCEPTION, WEEKS_TO_DECIDE, WEEKS_TO_ISSUE,
    WEEKS_TO_REFUSE,
};
use crate::law::source::Citation;

/// The last day of so many weeks from a day.
pub(crate) fn after_weeks(first: Day, weeks: Fixed) -> Day {
    first.plus(weeks.number * 7)
}

/// The deadlines that count from the request.
pub(super) fn of_request(said: &Catalogue, dates: &Timescales, received: Day) -> Vec<Deadline> {
    let within = |kind, weeks: Fixed, happened, why: &Message, applies, regulation: &str| Rule {
        kind,
        due: after_weeks(received, weeks),
        happened,
        why: said.say(why, &[]),
        cites: vec![weeks.cite()],
        applies,
        exception: exception(dates, regulation),
    };
    let six = within(
        DeadlineKind::SixWeeks,
        WEEKS_TO_DECIDE,
        dates.decided,
        &messages::DEADLINE_SIX_WEEKS,
        Applies::Always,
        "5(4)",
    );
    let sixteen = within(
        DeadlineKind::SixteenWeeks,
        WEEKS_TO_REFUSE,
        dates.notified,
        &messages::DEADLINE_SIXTEEN_WEEKS,
        sixteen_weeks(dates),
        "{}",
    );
    let mut twenty = within(
        DeadlineKind::TwentyWeeks,
        WEEKS_TO_ISSUE,
        dates.issued,
        &messages::DEADLINE_TWENTY_WEEKS,
        twenty_weeks(dates),
        "13(3) by {}",
    );
    twenty.cites.push(WEEKS_OF_AN_EXCEPTION.cite());
    [six, sixteen, twenty].map(|rule| judged(said, rule, dates.today)).into()
}

/// The least time between sending the draft and issuing the plan.
pub(super) fn of_draft(said: &Catalogue, dates: &Timescales) -> Option<Deadline> {
    let sent = dates.draft_sent?;
    let is_unclear = dates.issued.is_some_and(|issued| issued < sent);
    let rule = Rule {
        kind: DeadlineKind::Representations,
        due: sent.plus(DAYS_FOR_REPRESENTATIONS.number),
        happened: dates.issued,
        why: said.say(&messages::DEADLINE_REPRESENTATIONS, &[]),
        cites: vec![DAYS_FOR_REPRESENTATIONS.cite()],
        applies: if is_unclear { Applies::Unclear } else { Applies::Always },
        exception: None,
    };
    Some(least_time(said, rule))
}

/// The exception that is claimed, as the regulation of a deadline has it: by itself, or by way of a paragraph of
/// regulation 10(4), which stands for `{}`.
fn exception(dates: &Timescales, regulation: &str) -> Option<Citation> {
    let regulation = regulation.replace("{}", paragraph(dates.exception?));
    Some(law(&["SEND Regulations 2014, regulation ", &regulation].concat()))
}

/// Whether anything is dated that follows an assessment.
fn is_past_assessment(dates: &Timescales) -> bool {
    dates.notified.is_some() || is_past_decision(dates)
}

/// Whether anything is dated that follows the decision to issue.
fn is_past_decision(dates: &Timescales) -> bool {
    dates.draft_sent.is_some() || dates.issued.is_some()
}

/// The deadline is for a decision not to issue.
fn sixteen_weeks(dates: &Timescales) -> Applies {
    let order = dates.order_of_a_plan().map(|order| order.kind);
    let is_refused = match order {
        Some(OrderKind::Assess) => return Applies::Never(&messages::DEADLINE_REASON_ORDER),
        // An order to make a plan follows a decision not to issue one.
        Some(_) => Some(true),
        None if dates.to_assess == Some(false) => {
            return if is_past_assessment(dates) {
                Applies::Unclear
            } else {
                Applies::Never(&messages::DEADLINE_REASON_NOT_ASSESSED)
            };
        }
        None => {
            let is_issued = is_past_decision(dates).then_some(false);
            dates.to_issue.map(|to_issue| !to_issue).or(is_issued)
        }
    };
    match is_refused {
        Some(true) => Applies::Always,
        Some(false) => {
            Applies::WhereKept(TimescaleState::DoesNotApply, &messages::DEADLINE_REASON_OF_REFUSALS)
        }
        None => not_said(),
    }
}

/// The deadline is for a plan that is issued.
fn twenty_weeks(dates: &Timescales) -> Applies {
    if dates.order_of_a_plan().is_some() {
        return Applies::Never(&messages::DEADLINE_REASON_ORDER);
    }
    let is_unclear = match (dates.to_assess, dates.to_issue) {
        (Some(false), _) => is_past_assessment(dates),
        (_, Some(false)) => is_past_decision(dates),
        _ => false,
    };
    match (dates.to_assess, dates.to_issue) {
        _ if is_unclear => Applies::Unclear,
        (Some(false), _) => Applies::Never(&messages::DEADLINE_REASON_NOT_ASSESSED),
        (_, Some(false)) => Applies::Never(&messages::DEADLINE_REASON_NOT_ISSUED),
        _ if is_past_decision(dates) => Applies::Always,
        // A decision may have been that there will be no plan.
        (None, None) if dates.decided.is_some() => not_said(),
        (_, None) if dates.notified.is_some() => not_said(),
        _ => Applies::Always,
    }
}

fn not_said() -> Applies {
    Applies::WhereKept(TimescaleState::Open, &messages::DEADLINE_REASON_DECISION_NOT_SAID)
}
