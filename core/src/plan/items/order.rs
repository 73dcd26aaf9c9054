//! The order of two lists as evidence: plans answer what they list in the order in which they list it.

use super::found::FoundNumber;

/// The most pairs of a list and another that are compared.
pub(super) const MOST_PAIRS: usize = 250_000;

/// How one item is passed over or answered on the way through both lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Step {
    #[default]
    SkipOne,
    SkipOther,
    Pair,
}

/// Whether several items may be paired with one other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairs {
    OneToOne,
    ManyToOne,
}

/// For each of some items the item among others that it is paired with, where pairs keep the order of both lists and
/// are worth the most together. Nothing is paired where there are too many.
pub(super) fn in_order(
    ones: &[FoundNumber],
    others: &[FoundNumber],
    pairs: Pairs,
    worth: &dyn Fn(FoundNumber, FoundNumber) -> i64,
) -> Vec<Option<FoundNumber>> {
    let mut paired = vec![None; ones.len()];
    if ones.len().saturating_mul(others.len()) > MOST_PAIRS {
        return paired;
    }
    let width = others.len() + 1;
    let mut steps = vec![Step::SkipOther; (ones.len() + 1) * width];
    let mut above = vec![0_i64; width];
    for (row, one) in ones.iter().enumerate() {
        let mut this = vec![0_i64];
        for (column, other) in others.iter().enumerate() {
            let left = this.last().copied().unwrap_or(0);
            let skipped = above.get(column + 1).copied().unwrap_or(0);
            // Where many may have the same, it stays for the next of these items.
            let before = if pairs == Pairs::ManyToOne { column + 1 } else { column };
            let pair = above.get(before).copied().unwrap_or(0) + worth(*one, *other);
            let (best, step) =
                [(left, Step::SkipOther), (skipped, Step::SkipOne), (pair, Step::Pair)]
                    .into_iter()
                    .max_by_key(|(worth, step)| (*worth, *step != Step::Pair))
                    .unwrap_or_default();
            this.push(best);
            if let Some(place) = steps.get_mut((row + 1) * width + column + 1) {
                *place = step;
            }
        }
        above = this;
    }
    let (mut row, mut column) = (ones.len(), others.len());
    while row > 0 && column > 0 {
        match steps.get(row * width + column) {
            Some(Step::Pair) => {
                row -= 1;
                if let Some(place) = paired.get_mut(row) {
                    *place = others.get(column - 1).copied();
                }
                column -= usize::from(pairs == Pairs::OneToOne);
            }
            Some(Step::SkipOne) => row -= 1,
            _ => column -= 1,
        }
    }
    paired
}
