//! What an outcome must say.

use crate::wording::outcome::OutcomeGroup;

/// No date or stage.
pub(super) fn outcome_no_date(outcome: &OutcomeGroup) -> bool {
    !outcome.is_dated()
}

/// An aim or a process in place of an ability.
pub(super) fn outcome_not_ability(outcome: &OutcomeGroup) -> bool {
    !outcome.is_ability && !outcome.has_phrase()
}

/// Nothing that could be observed or counted.
pub(super) fn outcome_not_measurable(outcome: &OutcomeGroup) -> bool {
    !outcome.is_measurable && !outcome.has_phrase()
}

/// Nobody is named.
pub(super) fn outcome_no_who(outcome: &OutcomeGroup) -> bool {
    !outcome.has_who
}
