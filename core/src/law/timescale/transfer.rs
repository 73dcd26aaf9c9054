//! The deadline before a transfer between phases of education. The Regulations know no exception to it.

use super::dates::{PhaseTransfer, Timescales, TransferKind};
use super::deadline::{Deadline, DeadlineKind};
use super::judged::{Applies, Rule, judged, law};
use super::messages;
use crate::document::Day;
use crate::document::message::Catalogue;
use crate::law::fixed::{
    FixedDay, MONTHS_BEFORE_A_POST_16_TRANSFER, TRANSFERS_BY, TRANSFERS_TO_POST_16_BY,
};
use crate::law::source::{Basis, Citation};

/// The Code of Practice on both.
const CODE: &str = "SEND Code of Practice, 9.179 to 9.181";

/// The deadline before a transfer.
pub(super) fn of_transfer(
    said: &Catalogue,
    dates: &Timescales,
    transfer: &PhaseTransfer,
) -> Deadline {
    let months = MONTHS_BEFORE_A_POST_16_TRANSFER;
    let (due, place) = match transfer.kind {
        TransferKind::Phase => in_the_year_of(transfer.on, TRANSFERS_BY),
        TransferKind::ToPost16 => in_the_year_of(transfer.on, TRANSFERS_TO_POST_16_BY),
        TransferKind::BetweenPost16 => {
            let before = u8::try_from(months.number).unwrap_or_default();
            (transfer.on.months_before(before), months.place)
        }
    };
    let mut cites = vec![law(place), Citation { basis: Basis::Guidance, place: CODE.to_owned() }];
    let why = if transfer.kind == TransferKind::BetweenPost16 {
        said.say(&messages::DEADLINE_TRANSFER_POST_16, &[("months", &months.number)])
    } else {
        let place = "The day itself counts as in time".to_owned();
        cites.push(Citation { basis: Basis::Interpretation, place });
        said.say(&messages::DEADLINE_TRANSFER, &[])
    };
    // There was no plan to amend.
    let is_later = dates.issued.is_some_and(|issued| issued > due);
    let applies = if is_later {
        Applies::Never(&messages::DEADLINE_REASON_FIRST_PLAN)
    } else {
        Applies::Always
    };
    let (kind, happened) = (DeadlineKind::Transfer, transfer.amended);
    let rule = Rule { kind, due, happened, why, cites, applies, exception: None };
    judged(said, rule, dates.today)
}

fn in_the_year_of(transfer: Day, by: FixedDay) -> (Day, &'static str) {
    let (year, _) = transfer.year_and_month();
    (Day::of(year, by.month, by.day).unwrap_or(transfer), by.place)
}
