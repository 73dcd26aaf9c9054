//! What an entry of the list of advice must have.

use crate::wording::advice::AdviceEntry;

/// No title.
pub(super) fn advice_without_title(entry: &AdviceEntry) -> bool {
    !entry.has_title
}

/// No date.
pub(super) fn advice_without_date(entry: &AdviceEntry) -> bool {
    !entry.has_date
}

/// No reference, such as K1.
pub(super) fn advice_without_reference(entry: &AdviceEntry) -> bool {
    !entry.has_reference
}
