//! Reads the basis and the reason of a rule.

use crate::document::Json;
use crate::framework::entries::{take, text};
use crate::framework::rules::Ground;

/// The basis and the reason of an entry.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn ground(json: Json) -> Ground {
    Ground { basis: take(json, "basis"), reason: text(json, "reason") }
}
