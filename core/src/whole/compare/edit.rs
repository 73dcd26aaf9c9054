//! Which words an edit took out and put in.

use super::word::Word;

/// Which words of two versions are not in the longest sequence of words that both have.
pub(super) struct Edit {
    pub(super) old: Vec<bool>,
    pub(super) new: Vec<bool>,
}

/// So many thousandths of the words are the same in a statement that was edited and not written anew.
const EDITED: usize = 620;

impl Edit {
    /// Whether a few words were changed, and the others are as they were.
    pub(super) fn is_small(&self) -> bool {
        let same = self.old.iter().filter(|alone| !**alone).count();
        2_000 * same >= EDITED * (self.old.len() + self.new.len())
    }

    /// The work is that of both lengths multiplied.
    pub(super) fn new(old: &[Word], new: &[Word]) -> Self {
        // The lengths of the longest sequences behind each place, by rows from the last word of the older version on.
        let mut rows: Vec<Vec<u16>> = vec![vec![0; new.len() + 1]];
        for word in old.iter().rev() {
            let below = rows.last().map(Vec::as_slice).unwrap_or_default();
            let mut row = vec![0; new.len() + 1];
            let mut best = 0;
            for (at, (other, length)) in new.iter().zip(&mut row).enumerate().rev() {
                let below = |at: usize| below.get(at).copied().unwrap_or_default();
                best =
                    if word.text == other.text { below(at + 1) + 1 } else { below(at).max(best) };
                *length = best;
            }
            rows.push(row);
        }
        let mut edit = Self { old: vec![true; old.len()], new: vec![true; new.len()] };
        let (mut from, mut to) = (0, 0);
        while let (Some(word), Some(other)) = (old.get(from), new.get(to)) {
            let length = |from: usize, to: usize| {
                let row = old.len().checked_sub(from).and_then(|row| rows.get(row));
                row.and_then(|row| row.get(to)).copied().unwrap_or_default()
            };
            if word.text == other.text {
                for (alone, at) in [(&mut edit.old, from), (&mut edit.new, to)] {
                    if let Some(alone) = alone.get_mut(at) {
                        *alone = false;
                    }
                }
                (from, to) = (from + 1, to + 1);
            } else {
                // Of two that are as long, the same is taken whichever version is the newer.
                let (here, there) = (length(from + 1, to), length(from, to + 1));
                if here > there || here == there && word.text < other.text {
                    from += 1;
                } else {
                    to += 1;
                }
            }
        }
        edit
    }
}
