//! The order of two lists as evidence: plans answer what they list in the order in which they list it.

use super::found::FoundNumber;

/// The most pairs of a list and another that are compared.
pub(super) const MOST_PAIRS: usize = 250_000;

/// How one item is passed over or answered on the way through both lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
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
    let mut rows: Vec<Vec<Step>> = Vec::new();
    // What the items so far are worth with none of the others, with the first, with the first two, and so on.
    let mut above = vec![0_i64; others.len() + 1];
    for one in ones {
        let (mut left, mut this, mut steps) = (0, vec![0], Vec::new());
        let around = above.iter().zip(above.iter().skip(1));
        for (other, (without, with)) in others.iter().zip(around) {
            // Where many may have the same, it stays for the next of these items.
            let before = if pairs == Pairs::ManyToOne { with } else { without };
            let pair = before + worth(*one, *other);
            let (best, step) =
                if left > *with { (left, Step::SkipOther) } else { (*with, Step::SkipOne) };
            let (best, step) = if pair > best { (pair, Step::Pair) } else { (best, step) };
            left = best;
            this.push(best);
            steps.push(step);
        }
        above = this;
        rows.push(steps);
    }
    // The way back, from the last of both lists.
    let mut count = others.len();
    for (paired, steps) in paired.iter_mut().zip(rows).rev() {
        let mut left = steps.iter().zip(others).take(count).rev();
        let Some((step, other)) = left.find(|(step, _)| **step != Step::SkipOther) else { break };
        count = left.len();
        if *step == Step::Pair {
            *paired = Some(*other);
        }
        count += usize::from(*step == Step::SkipOne || pairs == Pairs::ManyToOne);
    }
    paired
}
