//! The deadlines of a plan.

use super::dates::Timescales;
use super::deadline::Deadline;
use super::hint::hints;
use super::order::of_order;
use super::request::{of_draft, of_request};
use super::review::of_review;
use super::transfer::of_transfer;
use crate::document::message::Catalogue;

/// The deadlines of a plan in their order, in English: those of the request where its day is given, that for
/// representations once a draft was sent, and those of an order, a review and a transfer.
#[must_use]
pub fn deadlines(dates: &Timescales) -> Vec<Deadline> {
    deadlines_said(&Catalogue::default(), dates)
}

/// The same in the messages of a catalogue.
pub(crate) fn deadlines_said(said: &Catalogue, dates: &Timescales) -> Vec<Deadline> {
    let request = dates.received.map(|received| of_request(said, dates, received));
    let mut deadlines = request.unwrap_or_default();
    deadlines.extend(of_draft(said, dates));
    deadlines.extend(dates.order.iter().flat_map(|order| of_order(said, dates, order)));
    deadlines.extend(dates.review.iter().flat_map(|review| of_review(said, review, dates.today)));
    deadlines.extend(dates.transfer.iter().map(|transfer| of_transfer(said, dates, transfer)));
    for (kinds, hint) in hints(said, dates) {
        let place = kinds
            .iter()
            .find_map(|kind| deadlines.iter().position(|deadline| deadline.kind == *kind));
        if let Some(deadline) = deadlines.get_mut(place.unwrap_or_default()) {
            deadline.hints.push(hint);
        }
    }
    deadlines
}
