//! How dates stand to one deadline: the same for all of them.

use super::dates::Exception;
use super::deadline::{Deadline, DeadlineKind, TimescaleState};
use super::messages;
use crate::document::Day;
use crate::document::message::{Catalogue, Message};
use crate::law::fixed::RELAXED;
use crate::law::source::{Basis, Citation};

/// Whether a deadline applies.
pub(super) enum Applies {
    /// It does.
    Always,
    /// It does not, for a reason.
    Never(&'static Message),
    /// It is worth saying that it was kept. Where it was not, it has this state, for a reason.
    WhereKept(TimescaleState, &'static Message),
    /// The dates contradict each other, so none of them settles it.
    Unclear,
}

/// A deadline before it is judged.
pub(super) struct Rule {
    pub(super) kind: DeadlineKind,
    pub(super) due: Day,
    pub(super) happened: Option<Day>,
    pub(super) why: String,
    pub(super) cites: Vec<Citation>,
    pub(super) applies: Applies,
    /// The exception that is claimed, with the place in law.
    pub(super) exception: Option<Citation>,
}

/// How dates stand to a deadline on a day.
pub(super) fn judged(said: &Catalogue, rule: Rule, today: Option<Day>) -> Deadline {
    let Rule { kind, due, happened, why, mut cites, applies, exception } = rule;
    let is_late = happened.or(today).map(|day| day > due);
    let (mut state, mut reason) = match (is_late, happened) {
        (Some(true), _) => (TimescaleState::NotMet, None),
        (Some(false), Some(_)) => (TimescaleState::Met, None),
        (Some(false), None) => (TimescaleState::NotDue, None),
        (None, _) => (TimescaleState::Open, None),
    };
    match applies {
        Applies::Never(because) => {
            (state, reason) = (TimescaleState::DoesNotApply, Some(because));
        }
        Applies::Unclear => {
            (state, reason) =
                (TimescaleState::Open, Some(&messages::DEADLINE_REASON_CONTRADICTION));
        }
        Applies::WhereKept(otherwise, because) if state == TimescaleState::NotMet => {
            (state, reason) = (otherwise, Some(because));
        }
        Applies::Always | Applies::WhereKept(..) => {}
    }
    if state == TimescaleState::NotMet {
        if let Some(place) = exception {
            (state, reason) =
                (TimescaleState::ExceptionClaimed, Some(&messages::DEADLINE_REASON_EXCEPTION));
            cites.push(place);
        } else if RELAXED.contains(due) {
            (state, reason) = (TimescaleState::Relaxed, Some(&messages::DEADLINE_REASON_RELAXED));
            cites.push(law(RELAXED.place));
            // The Regulations of 2020 speak of the day on which something is to be done.
            cites.push(Citation {
                basis: Basis::Interpretation,
                place: "Relaxed where the last day fell in those months".to_owned(),
            });
        }
    }
    let reason = reason.map(|reason| said.say(reason, &[]));
    Deadline { kind, due, happened, state, why, reason, cites, hints: Vec::new() }
}

/// The least time from one day to another.
pub(super) fn least_time(said: &Catalogue, rule: Rule) -> Deadline {
    let Rule { kind, due, happened, why, cites, applies, .. } = rule;
    let is_unclear = matches!(applies, Applies::Unclear);
    let state = match happened {
        Some(_) if is_unclear => TimescaleState::Open,
        Some(day) if day >= due => TimescaleState::Met,
        Some(_) => TimescaleState::NotMet,
        None => TimescaleState::Open,
    };
    let reason = is_unclear.then(|| said.say(&messages::DEADLINE_REASON_CONTRADICTION, &[]));
    Deadline { kind, due, happened, state, why, reason, cites, hints: Vec::new() }
}

/// A place in law.
pub(super) fn law(place: &str) -> Citation {
    Citation { basis: Basis::Law, place: place.to_owned() }
}

/// Where the paragraph on an exception is, in regulation 10(4).
pub(super) fn paragraph(exception: Exception) -> &'static str {
    match exception {
        Exception::ClosedSchool => "10(4)(a) and (b)",
        Exception::ExceptionalCircumstances => "10(4)(c)",
        Exception::Absence => "10(4)(d)",
    }
}
