//! Which words an edit took out and put in.

use super::word::Word;

/// Which words of two versions are not in the longest sequence of words that both have.
pub(super) struct Edit {
    pub(super) old: Vec<bool>,
    pub(super) new: Vec<bool>,
}

/// What an edit did with two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    /// The word of the older version went.
    TakenOut,
    /// The word of the newer version came.
    PutIn,
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
        // From the last word of the older version on: the lengths of the longest sequences from each word of the newer
        // one on, and the step with which they begin.
        let mut below = vec![0_u16; new.len() + 1];
        let mut rows: Vec<Vec<Step>> = Vec::new();
        for word in old.iter().rev() {
            let (mut best, mut lengths, mut steps) = (0, vec![0], Vec::new());
            let around = below.iter().zip(below.iter().skip(1));
            for (other, (without, behind)) in new.iter().zip(around).rev() {
                // Of two that are as long, the same is taken whichever version is the newer.
                let is_longer = *without > best || *without == best && word.text < other.text;
                let step = if word.text == other.text {
                    best = behind + 1;
                    Step::Same
                } else if is_longer {
                    best = *without;
                    Step::TakenOut
                } else {
                    Step::PutIn
                };
                lengths.push(best);
                steps.push(step);
            }
            lengths.reverse();
            steps.reverse();
            below = lengths;
            rows.push(steps);
        }
        let mut edit = Self { old: vec![true; old.len()], new: vec![true; new.len()] };
        let mut from = 0;
        for (is_old_alone, steps) in edit.old.iter_mut().zip(rows.iter().rev()) {
            let mut left = steps.iter().zip(&mut edit.new).enumerate().skip(from);
            let Some((at, (step, is_new_alone))) =
                left.find(|(_, (step, _))| **step != Step::PutIn)
            else {
                break;
            };
            from = at;
            if *step == Step::Same {
                *is_old_alone = false;
                *is_new_alone = false;
                from += 1;
            }
        }
        edit
    }
}
