//! The sentences about plans, from `core/frameworks/messages.json`.

use crate::document::message::Message;

include!(concat!(env!("OUT_DIR"), "/messages_of_plans.rs"));
