//! The findings that descriptors count, by severity.

use super::state::{State, state};
use crate::framework::{CountNo, CountRule, SeverityNo};
use crate::review::Review;

/// The findings of a severity that a review counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Total {
    pub(crate) given: usize,
    /// How many counts are not given.
    pub(crate) open: usize,
}

impl Total {
    /// Whether there are at most so many. A count that is not given may be nothing, or any number.
    pub(crate) fn is_at_most(self, most: u16, open_as_none: bool) -> bool {
        (open_as_none || self.open == 0) && self.given <= most.into()
    }
}

/// The findings of a severity that are counted where descriptors apply.
pub(crate) fn total(review: &Review, severity: SeverityNo) -> Total {
    let mut total = Total::default();
    for (number, _) in counts_of(review, severity) {
        match review.count(number) {
            Some(count) => total.given += usize::from(count),
            None => total.open += 1,
        }
    }
    total
}

/// The counts of a severity at descriptors that apply, in printed order.
pub(crate) fn counts_of(
    review: &Review,
    severity: SeverityNo,
) -> impl Iterator<Item = (CountNo, &CountRule)> {
    let counts = review.framework().rules.counts.iter();
    let counts = counts.filter(move |(_, rule)| rule.severity == severity);
    counts.filter(|(_, rule)| state(review, rule.descriptor) != State::DoesNotApply)
}

/// The fewest counts to change so that there are surely at most so many findings of a severity, each with the greatest
/// number that is enough, in printed order. All that are not given become given, and of the others the greatest are
/// lowered.
pub(super) fn lowered(review: &Review, severity: SeverityNo, most: u16) -> Vec<(CountNo, u16)> {
    let counts = counts_of(review, severity);
    let mut left: Vec<(CountNo, u16)> =
        counts.filter_map(|(number, _)| Some((number, review.count(number)?))).collect();
    let given: usize = left.iter().map(|(_, count)| usize::from(*count)).sum();
    let most = usize::from(most);
    let mut excess = given.saturating_sub(most);
    let mut chosen: Vec<(CountNo, u16)> = Vec::new();
    while excess > 0 {
        // Of equal counts the first is lowered.
        let places = left.iter().enumerate().rev();
        let Some((place, _)) = places.max_by_key(|(_, (_, count))| *count) else { break };
        let (number, count) = left.remove(place);
        let less = u16::try_from(excess).unwrap_or(u16::MAX).min(count);
        excess -= usize::from(less);
        chosen.push((number, count - less));
    }
    let mut spare = u16::try_from(most.saturating_sub(given)).unwrap_or(u16::MAX);
    let changes = counts_of(review, severity).filter_map(|(number, _)| {
        if review.count(number).is_none() {
            return Some((number, std::mem::take(&mut spare)));
        }
        chosen.iter().find(|(known, _)| *known == number).copied()
    });
    changes.collect()
}
