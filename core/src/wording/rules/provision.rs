//! What a statement of provision must say.

use crate::wording::meaning::{Element, Meaning};
use crate::wording::provision::ProvisionGroup;

/// Nothing says how often, how long or how much.
pub(super) fn no_quantity(group: &ProvisionGroup) -> bool {
    !group.has_amount()
}

/// Something is left out, and nothing says what is done.
pub(super) fn content_missing(group: &ProvisionGroup) -> bool {
    !group.missing.is_empty() && !group.has_content()
}

/// Nobody is said to deliver it. People without a job title are the matter of another rule.
pub(super) fn provider_missing(group: &ProvisionGroup) -> bool {
    group.missing.contains(&Element::Who) && !group.first.group_says(Meaning::Unnamed)
}

/// It has an amount, but not how often or how long.
pub(super) fn incomplete_provision(group: &ProvisionGroup) -> bool {
    group.has_amount() && group.missing.iter().any(|element| *element != Element::Who)
}
