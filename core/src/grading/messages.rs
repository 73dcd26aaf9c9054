//! The messages of grading, from `core/frameworks/messages.json`.

use crate::document::message::Message;

include!(concat!(env!("OUT_DIR"), "/messages_of_grading.rs"));
