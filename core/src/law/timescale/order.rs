//! The deadlines that count from an order of the Tribunal, a conceded appeal or a mediation agreement.

use super::dates::{Order, OrderBy, OrderKind, Timescales};
use super::deadline::{Deadline, DeadlineKind, TimescaleState};
use super::judged::{Applies, Rule, judged, law};
use super::messages;
use super::request::after_weeks;
use crate::document::Day;
use crate::document::message::{Catalogue, Message};
use crate::law::fixed::{
    Fixed, WEEKS_OF_AN_EXCEPTION_TO_AN_ORDER, WEEKS_TO_AMEND, WEEKS_TO_AMEND_A_CONTINUED_PLAN,
    WEEKS_TO_DRAFT_AN_ORDERED_PLAN, WEEKS_TO_ISSUE_AFTER_AN_ORDER, WEEKS_TO_ISSUE_AN_ORDERED_PLAN,
    WEEKS_TO_NAME_A_SCHOOL, WEEKS_TO_NOTIFY_AN_ORDERED_ASSESSMENT, WEEKS_TO_RECONSIDER,
    WEEKS_TO_REFUSE_AFTER_AN_ORDER,
};
use crate::law::source::{Basis, Citation};

/// Where a conceded appeal has its times.
const CONCEDED: &str = "SEND Regulations 2014, regulation 45";

/// What gives a mediation agreement the times of an order.
const MEDIATION: &str = "SEND Regulations 2014, regulation 42(2)";

/// Where an order may set a day of its own.
const OWN_DAY: [(OrderBy, &str); 2] = [
    (OrderBy::Tribunal, "SEND Regulations 2014, regulation 44(1)"),
    (OrderBy::Mediation, "SEND Regulations 2014, regulation 42(5)"),
];

/// One thing that an order asks for: the deadline, the weeks, the sentence and when it happened.
type Step = (DeadlineKind, Fixed, &'static Message, Option<Day>, Applies);

/// The deadlines of an order, the last of which is the one for which it may set a day itself.
pub(super) fn of_order(said: &Catalogue, dates: &Timescales, order: &Order) -> Vec<Deadline> {
    let steps = steps(dates, order);
    if steps.is_empty() {
        return vec![at_once(said, order)];
    }
    let last = steps.len() - 1;
    let rules = steps.into_iter().enumerate().map(|(number, step)| {
        let own_day = order.due.filter(|_| number == last);
        judged(said, rule(said, order, step, own_day), dates.today)
    });
    rules.collect()
}

fn steps(dates: &Timescales, order: &Order) -> Vec<Step> {
    use DeadlineKind as Kind;
    let amended = |weeks| {
        let why = &messages::DEADLINE_ORDER_AMENDED;
        vec![(Kind::OrderAmended, weeks, why, order.amended, Applies::Always)]
    };
    let step = |kind, weeks, why, happened| (kind, weeks, why, happened, after(order, happened));
    match order.kind {
        OrderKind::Assess => {
            let notice = &messages::DEADLINE_ORDER_NOTICE;
            vec![
                step(
                    Kind::OrderNotice,
                    WEEKS_TO_NOTIFY_AN_ORDERED_ASSESSMENT,
                    notice,
                    order.notified,
                ),
                refusal(dates, order),
                plan_after_assessment(dates, order),
            ]
        }
        OrderKind::MakePlan => {
            let (draft, plan) = (&messages::DEADLINE_ORDER_DRAFT, &messages::DEADLINE_ORDER_PLAN);
            vec![
                step(Kind::OrderDraft, WEEKS_TO_DRAFT_AN_ORDERED_PLAN, draft, dates.draft_sent),
                step(Kind::OrderPlan, WEEKS_TO_ISSUE_AN_ORDERED_PLAN, plan, dates.issued),
            ]
        }
        OrderKind::Reconsider => {
            let why = &messages::DEADLINE_ORDER_RECONSIDERED;
            vec![step(Kind::OrderReconsidered, WEEKS_TO_RECONSIDER, why, order.notified)]
        }
        OrderKind::Amend => amended(WEEKS_TO_AMEND),
        OrderKind::NameSchool => amended(WEEKS_TO_NAME_A_SCHOOL),
        OrderKind::ContinueAndAmend => amended(WEEKS_TO_AMEND_A_CONTINUED_PLAN),
        OrderKind::Continue | OrderKind::Cease => Vec::new(),
    }
}

/// What an order leads to is not dated before it.
fn after(order: &Order, happened: Option<Day>) -> Applies {
    if happened.is_some_and(|day| day < order.made) { Applies::Unclear } else { Applies::Always }
}

/// The decision not to issue a plan after an assessment that was ordered.
fn refusal(dates: &Timescales, order: &Order) -> Step {
    let is_issued = dates.to_issue == Some(true) || dates.issued.is_some();
    let applies = match after(order, dates.notified) {
        Applies::Always if dates.to_issue == Some(false) => Applies::Always,
        Applies::Always if is_issued => Applies::Never(&messages::DEADLINE_REASON_OF_REFUSALS),
        Applies::Always => not_said(),
        unclear => unclear,
    };
    let why = &messages::DEADLINE_ORDER_REFUSAL;
    (DeadlineKind::OrderRefusal, WEEKS_TO_REFUSE_AFTER_AN_ORDER, why, dates.notified, applies)
}

/// The plan after an assessment that was ordered.
fn plan_after_assessment(dates: &Timescales, order: &Order) -> Step {
    let is_known = dates.issued.is_some() || dates.to_issue == Some(true);
    let applies = match after(order, dates.issued) {
        Applies::Always if dates.to_issue == Some(false) && dates.issued.is_some() => {
            Applies::Unclear
        }
        Applies::Always if dates.to_issue == Some(false) => {
            Applies::Never(&messages::DEADLINE_REASON_NOT_ISSUED)
        }
        Applies::Always if !is_known && dates.notified.is_some() => not_said(),
        applies => applies,
    };
    let why = &messages::DEADLINE_ORDER_PLAN;
    (DeadlineKind::OrderPlan, WEEKS_TO_ISSUE_AFTER_AN_ORDER, why, dates.issued, applies)
}

fn not_said() -> Applies {
    Applies::WhereKept(TimescaleState::Open, &messages::DEADLINE_REASON_DECISION_NOT_SAID)
}

fn rule(said: &Catalogue, order: &Order, step: Step, own_day: Option<Day>) -> Rule {
    let (kind, weeks, why, happened, applies) = step;
    let start = said.say(start(order), &[]);
    let mut cites = cites(order, weeks);
    let (due, why) = match own_day {
        Some(day) => {
            let place = OWN_DAY.iter().find(|(by, _)| *by == by_of(order));
            cites.extend(place.map(|(_, place)| law(place)));
            (day, said.say(&messages::DEADLINE_ORDER_OWN_DAY, &[("start", &start)]))
        }
        None => (
            after_weeks(order.made, weeks),
            said.say(why, &[("weeks", &weeks.number), ("start", &start)]),
        ),
    };
    let exception = order.exception.map(|_| WEEKS_OF_AN_EXCEPTION_TO_AN_ORDER.cite());
    Rule { kind, due, happened, why, cites, applies, exception }
}

/// A plan that is continued or ended is so at once, and no date shows it.
fn at_once(said: &Catalogue, order: &Order) -> Deadline {
    let start = said.say(start(order), &[]);
    let place = match by_of(order) {
        OrderBy::Conceded => CONCEDED,
        OrderBy::Tribunal | OrderBy::Mediation => "SEND Regulations 2014, regulation 44(2)",
    };
    Deadline {
        kind: DeadlineKind::OrderAtOnce,
        due: order.made,
        happened: None,
        state: TimescaleState::Open,
        why: said.say(&messages::DEADLINE_ORDER_AT_ONCE, &[("start", &start)]),
        reason: Some(said.say(&messages::DEADLINE_REASON_AT_ONCE, &[])),
        cites: vec![Citation { basis: Basis::Law, place: place.to_owned() }],
        hints: Vec::new(),
    }
}

fn by_of(order: &Order) -> OrderBy {
    order.by.unwrap_or(OrderBy::Tribunal)
}

/// What the times count from.
fn start(order: &Order) -> &'static Message {
    match by_of(order) {
        OrderBy::Tribunal => &messages::DEADLINE_START_TRIBUNAL,
        OrderBy::Conceded => &messages::DEADLINE_START_CONCEDED,
        OrderBy::Mediation => &messages::DEADLINE_START_MEDIATION,
    }
}

/// Where a time of an order is written. A conceded appeal has the same in regulation 45.
fn cites(order: &Order, weeks: Fixed) -> Vec<Citation> {
    match by_of(order) {
        OrderBy::Tribunal => vec![weeks.cite()],
        OrderBy::Conceded => vec![law(CONCEDED)],
        OrderBy::Mediation => vec![law(MEDIATION), weeks.cite()],
    }
}
