//! The sentences about wording, from `core/frameworks/messages.json`.

use crate::document::message::{Catalogue, Message};

include!(concat!(env!("OUT_DIR"), "/messages_of_wording.rs"));

/// What every finding about wording is: words for a person to review.
pub(crate) fn standing(catalogue: &Catalogue) -> &str {
    catalogue.template(&WORDING_STANDING, None)
}
