//! Dates that cannot stand together, or are doubtful. They are told, and the record is kept.

use super::dates::{Exception, Order, OrderKind, ReviewDecision, Timescales};
use super::deadline::{DateHint, DateHintKind, DeadlineKind};
use super::messages;
use super::request::after_weeks;
use crate::document::Day;
use crate::document::message::{Catalogue, Message};
use crate::law::fixed::WEEKS_TO_ISSUE;

/// A hint, and the deadlines beside which it may stand: the first that is there.
type Beside = (&'static [DeadlineKind], DateHint);

/// A date that is given, with its place and the deadlines that it is about.
struct Given {
    at: &'static str,
    day: Day,
    about: &'static [DeadlineKind],
}

/// When schools in England may be closed for so long, generously: a month and day from, and to.
const SUMMER: [(u8, u8); 2] = [(7, 1), (9, 15)];

const NOTIFIED: &str = "/notified";
const DRAFT_SENT: &str = "/draft_sent";
const ISSUED: &str = "/issued";
const MADE: &str = "/order/made";

/// Everything that is doubtful about the dates.
pub(super) fn hints(said: &Catalogue, dates: &Timescales) -> Vec<Beside> {
    let given = given(dates);
    let mut hints = Vec::new();
    for (kind, at, other) in [
        out_of_order(dates, &given),
        against_decisions(dates),
        not_come(dates, &given),
        not_used(dates),
    ]
    .concat()
    {
        let about = given.iter().find(|date| date.at == at).map(|date| date.about);
        hints.push((about.unwrap_or_default(), hint(said, kind, at, Some(other))));
    }
    if has_no_closure(dates) {
        let about = &[DeadlineKind::TwentyWeeks];
        hints.push((about, hint(said, DateHintKind::NoClosure, "/exception", None)));
    }
    hints
}

fn hint(
    said: &Catalogue,
    kind: DateHintKind,
    at: &'static str,
    other: Option<&'static str>,
) -> DateHint {
    let message: &Message = match kind {
        DateHintKind::OutOfOrder => &messages::DEADLINE_HINT_OUT_OF_ORDER,
        DateHintKind::AgainstDecision => &messages::DEADLINE_HINT_AGAINST_DECISION,
        DateHintKind::NotCome => &messages::DEADLINE_HINT_NOT_COME,
        DateHintKind::NotUsed => &messages::DEADLINE_HINT_NOT_USED,
        DateHintKind::NoClosure => &messages::DEADLINE_HINT_NO_CLOSURE,
    };
    let message = said.say(message, &[("other", &other.unwrap_or_default())]);
    DateHint { kind, at, other, message }
}

/// The dates that are given.
fn given(dates: &Timescales) -> Vec<Given> {
    use DeadlineKind as Kind;
    let mut given = Vec::new();
    let mut add =
        |at, day: Option<Day>, about| given.extend(day.map(|day| Given { at, day, about }));
    add("/received", dates.received, &[Kind::SixWeeks][..]);
    add("/decided", dates.decided, &[Kind::SixWeeks]);
    add(NOTIFIED, dates.notified, &[Kind::SixteenWeeks, Kind::OrderRefusal]);
    add(DRAFT_SENT, dates.draft_sent, &[Kind::Representations]);
    add(ISSUED, dates.issued, &[Kind::TwentyWeeks, Kind::OrderPlan, Kind::Representations]);
    if let Some(order) = &dates.order {
        let about: &[Kind] = &[
            Kind::OrderNotice,
            Kind::OrderDraft,
            Kind::OrderReconsidered,
            Kind::OrderAmended,
            Kind::OrderAtOnce,
        ];
        add(MADE, Some(order.made), about);
        add("/order/due", order.due, about);
        add("/order/notified", order.notified, about);
        add("/order/amended", order.amended, about);
    }
    if let Some(review) = &dates.review {
        add("/review/meeting", Some(review.meeting), &[Kind::ReviewDecision]);
        add("/review/decided", review.decided, &[Kind::ReviewDecision]);
        add("/review/notice", review.notice, &[Kind::ReviewNotice]);
        add("/review/amended", review.amended, &[Kind::ReviewPlan]);
    }
    let transfer = dates.transfer.as_ref();
    add("/transfer/amended", transfer.and_then(|transfer| transfer.amended), &[Kind::Transfer]);
    given
}

/// A kind of hint, the place of the date, and the place of what it does not fit with.
type Found = (DateHintKind, &'static str, &'static str);

/// Dates before one that comes first.
fn out_of_order(dates: &Timescales, given: &[Given]) -> Vec<Found> {
    let day = |at: &str| given.iter().find(|date| date.at == at).map(|date| date.day);
    let mut pairs = vec![
        (NOTIFIED, "/decided"),
        (DRAFT_SENT, "/decided"),
        (ISSUED, "/decided"),
        (ISSUED, DRAFT_SENT),
        ("/review/meeting", ISSUED),
        ("/review/amended", "/review/decided"),
        ("/review/amended", "/review/notice"),
    ];
    if dates.to_issue != Some(false) {
        pairs.push((ISSUED, NOTIFIED));
    }
    match dates.order.as_ref().map(|order| order.kind) {
        // An assessment is ordered after it was refused, and leads to all that follows.
        Some(OrderKind::Assess) => {
            pairs.extend([
                (MADE, "/decided"),
                (NOTIFIED, MADE),
                (DRAFT_SENT, MADE),
                (ISSUED, MADE),
            ]);
        }
        Some(OrderKind::MakePlan | OrderKind::Reconsider) => {
            pairs.extend([(MADE, NOTIFIED), (DRAFT_SENT, MADE), (ISSUED, MADE)]);
        }
        Some(_) => pairs.push((MADE, ISSUED)),
        None => {}
    }
    let is_before = |(at, first): &(&str, &str)| {
        day(at).zip(day(first)).is_some_and(|(day, first)| day < first)
    };
    let found = pairs.into_iter().filter(is_before);
    found.map(|(at, first)| (DateHintKind::OutOfOrder, at, first)).collect()
}

/// Dates of what was decided not to do, where no order came between.
fn against_decisions(dates: &Timescales) -> Vec<Found> {
    let kind = dates.order_of_a_plan().map(|order| order.kind);
    let mut decided = Vec::new();
    if dates.to_assess == Some(false) && kind.is_none() {
        let later =
            [(NOTIFIED, dates.notified), (DRAFT_SENT, dates.draft_sent), (ISSUED, dates.issued)];
        decided.push(("/to_assess", later.to_vec()));
    } else if dates.to_issue == Some(false)
        && !matches!(kind, Some(OrderKind::MakePlan | OrderKind::Reconsider))
    {
        let later = [(DRAFT_SENT, dates.draft_sent), (ISSUED, dates.issued)];
        decided.push(("/to_issue", later.to_vec()));
    }
    let review = dates.review.as_ref().filter(|review| {
        matches!(review.decision, Some(ReviewDecision::Maintain | ReviewDecision::Cease))
    });
    if let Some(review) = review {
        let later = [("/review/notice", review.notice), ("/review/amended", review.amended)];
        decided.push(("/review/decision", later.to_vec()));
    }
    let mut found = Vec::new();
    for (decision, later) in decided {
        let found_there = later.into_iter().filter(|(_, day)| day.is_some());
        found.extend(found_there.map(|(at, _)| (DateHintKind::AgainstDecision, at, decision)));
    }
    found
}

/// Dates after the day that is asked about.
fn not_come(dates: &Timescales, given: &[Given]) -> Vec<Found> {
    // The last day that an order sets lies ahead by its nature.
    let later = given.iter().filter(|date| {
        date.at != "/order/due" && dates.today.is_some_and(|today| date.day > today)
    });
    later.map(|date| (DateHintKind::NotCome, date.at, "/today")).collect()
}

/// Dates of steps that an order of its kind does not have.
fn not_used(dates: &Timescales) -> Vec<Found> {
    let Some(Order { kind, due, notified, amended, .. }) = &dates.order else { return Vec::new() };
    let notifies = matches!(kind, OrderKind::Assess | OrderKind::Reconsider);
    let is_at_once = matches!(kind, OrderKind::Continue | OrderKind::Cease);
    let unused = [
        ("/order/due", due.is_some() && is_at_once),
        ("/order/notified", notified.is_some() && !notifies),
        ("/order/amended", amended.is_some() && !kind.amends()),
    ];
    let unused = unused.into_iter().filter(|(_, is_unused)| *is_unused);
    unused.map(|(at, _)| (DateHintKind::NotUsed, at, "/order/kind")).collect()
}

/// Whether a closed school is claimed, and no summer lies between the request and the deadline.
fn has_no_closure(dates: &Timescales) -> bool {
    let Some(received) =
        dates.received.filter(|_| dates.exception == Some(Exception::ClosedSchool))
    else {
        return false;
    };
    let due = after_weeks(received, WEEKS_TO_ISSUE);
    let mut years = received.year_and_month().0..=due.year_and_month().0;
    !years.any(|year| {
        let [first, last] = SUMMER.map(|(month, day)| Day::of(year, month, day));
        first.is_some_and(|first| first <= due) && last.is_some_and(|last| received <= last)
    })
}
