//! The sentences about forms, from `core/frameworks/messages.json`.

use crate::document::message::Message;

include!(concat!(env!("OUT_DIR"), "/messages_of_forms.rs"));
