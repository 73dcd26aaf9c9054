//! The sentences of reports, from `core/frameworks/messages.json`.

use crate::document::message::Message;

include!(concat!(env!("OUT_DIR"), "/messages_of_reports.rs"));
