//! Descriptors by their ids.

use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::framework::rules::{DescriptorNo, Rules};

/// A descriptor as a number.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(super) fn descriptor(r: &mut Reader<'_>, rules: &Rules, id: Json) -> Option<DescriptorNo> {
    let number = rules.descriptor(id.text());
    if number.is_none() {
        r.problem(ProblemKind::UnknownId { what: "descriptor" });
    }
    number
}
