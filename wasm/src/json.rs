//! How documents leave: as JSON text, which the browser reads faster than objects are built across the boundary.

use serde::Serialize;

/// Room for most assessments, so that the text is not moved while it grows.
const ROOM: usize = 32 * 1024;

/// A document as JSON text. The core's types always serialise.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> String {
    let mut text = Vec::with_capacity(ROOM);
    match serde_json::to_writer(&mut text, value).map(|()| String::from_utf8(text)) {
        Ok(Ok(text)) => text,
        _ => "null".to_owned(),
    }
}
