//! Words on scales in two versions: which of them stand in one alone, and whether they say less.

use super::comparison::{ChangeEffect, ChangeElement, ChangeOf};
use super::table::{Mark, WordTable};
use super::time::TimeWords;
use super::word::{Gap, Word};
use crate::text::order::sort_by;

/// Words behind which the purpose of something is said: "so that he can".
const PURPOSES: [[&str; 2]; 7] = [
    ["so", "that"],
    ["in", "order"],
    ["to", "enable"],
    ["to", "help"],
    ["to", "allow"],
    ["to", "ensure"],
    ["to", "support"],
];

/// How far from a role such a word can stand.
const NEAR: usize = 5;

/// Marks of one scale, or of one side of it.
pub(super) struct Levels {
    pub(super) element: ChangeElement,
    pub(super) title: String,
    neutral: i64,
    compared: Compared,
    marks: Vec<Mark>,
}

/// Which words of a scale are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compared {
    /// All.
    All,
    /// As many as are in both versions: what is new beside what stayed is no less.
    Pairs,
    /// The highest.
    Highest,
    /// The lowest: what binds least is what can be relied on.
    Lowest,
    /// Each level is a thing of its own: what is gone is less, unless the newer version names all of them.
    Each,
}

/// How the words of a scale differ: the words of both, and the effect.
pub(super) struct Difference {
    pub(super) effect: ChangeEffect,
    pub(super) old: Option<Mark>,
    pub(super) new: Option<Mark>,
}

/// The marks of a statement by scale. The roles are two: who provides, and who oversees.
pub(super) fn levels(
    table: &WordTable,
    words: &[Word],
    time: &[TimeWords],
    of: ChangeOf,
) -> Vec<Levels> {
    let purposes = purposes(words);
    let is_of_purpose = |mark: &Mark| purposes.get(mark.from).copied().unwrap_or_default();
    let marks: Vec<Mark> =
        table.marks(words, of).into_iter().filter(|mark| !is_of_purpose(mark)).collect();
    let mut levels = Vec::new();
    for (number, scale) in table.scales.iter().enumerate() {
        let is_time =
            |mark: &Mark| time.iter().any(|time| time.from < mark.to && mark.from < time.to);
        // Words such as "until the annual review" hold words about time.
        let reads_time =
            matches!(scale.element, ChangeElement::Situation | ChangeElement::Condition);
        let of_scale = marks
            .iter()
            .copied()
            .filter(|mark| mark.scale == number && (reads_time || !is_time(mark)));
        let part = |element, marks: Vec<Mark>| Levels {
            element,
            title: scale.title.clone(),
            neutral: scale.neutral,
            compared: match element {
                ChangeElement::Delivery => Compared::Pairs,
                ChangeElement::Who | ChangeElement::Oversight => Compared::Highest,
                ChangeElement::Commitment => Compared::Lowest,
                ChangeElement::Situation => Compared::Each,
                _ => Compared::All,
            },
            marks,
        };
        match scale.element {
            ChangeElement::Who => {
                let (overseers, providers): (Vec<Mark>, Vec<Mark>) =
                    of_scale.partition(|mark| oversees(table, words, mark));
                levels.push(part(ChangeElement::Who, providers));
                let overseers = Levels {
                    title: "Who oversees it".to_owned(),
                    ..part(ChangeElement::Oversight, overseers)
                };
                levels.push(overseers);
            }
            ChangeElement::Limit => {
                let is_of_amount = |mark: &Mark| {
                    let goes_on = words.get(mark.from).is_some_and(|word| word.gap == Gap::None);
                    time.iter().any(|time| {
                        (time.from >= mark.to && time.from - mark.to <= 1)
                            || (goes_on && mark.from == time.to)
                    })
                };
                levels.push(part(scale.element, of_scale.filter(is_of_amount).collect()));
            }
            element => {
                let part = part(element, of_scale.collect());
                let same =
                    |known: &&mut Levels| known.title == part.title && known.element == element;
                match levels.iter_mut().find(same) {
                    Some(known) => known.marks.extend(part.marks),
                    None => levels.push(part),
                }
            }
        }
    }
    levels
}

/// Which words say what something is for.
fn purposes(words: &[Word]) -> Vec<bool> {
    let mut purposes = Vec::with_capacity(words.len());
    let mut is_purpose = false;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1);
        let begins = PURPOSES.iter().any(|[first, second]| {
            word.text == *first && next.is_some_and(|next| next.text == *second)
        });
        is_purpose = begins || (is_purpose && word.gap == Gap::None);
        purposes.push(is_purpose);
    }
    purposes
}

/// Whether a role plans or checks what another does: "trained by a therapist", "the therapist will advise".
fn oversees(table: &WordTable, words: &[Word], mark: &Mark) -> bool {
    // What belongs to somebody is not done by them, unless it is their time.
    let last = mark.to.checked_sub(1).and_then(|at| words.get(at));
    if last.is_some_and(|word| word.is_possessive) {
        return !words.get(mark.to).is_some_and(|word| table.sessions.has(word));
    }
    let before = words.get(..mark.from).unwrap_or_default();
    let mut joined = false;
    for word in before.iter().rev().take(NEAR) {
        if word.is(&["by", "from", "of", "with", "to", "whom"]) {
            joined = true;
        } else if joined && table.directed.has(word) {
            return true;
        } else if joined && !word.is(&["a", "an", "the", "and", "qualified", "his", "her", "their"])
        {
            break;
        }
        if word.gap == Gap::Clause {
            break;
        }
    }
    let behind = words.get(mark.to..).unwrap_or_default().iter().take(NEAR);
    let behind = behind.take_while(|word| word.gap == Gap::None);
    let mut has_auxiliary = false;
    for word in behind {
        if word.is(&[
            "will", "has", "have", "should", "may", "must", "shall", "can", "also", "then", "to",
        ]) {
            has_auxiliary = true;
        } else {
            return table.directs.has(word) && (has_auxiliary || word.text.ends_with('s'));
        }
    }
    false
}

/// The levels of words that stand for the school day and for all situations, and the first that is not of school.
const SCHOOL_DAY: i64 = 0;
const ALL_SITUATIONS: i64 = 20;
const OUT_OF_SCHOOL: i64 = 10;

/// How the situations that are named differ. Those of the school day are named with it.
fn situations(old: &Levels, new: &Levels) -> Option<Difference> {
    let gone = |marks: &[Mark], others: &[Mark]| {
        let names = |other: &Mark, level: i64| {
            other.level == level
                || other.level == ALL_SITUATIONS
                || (other.level == SCHOOL_DAY && level < OUT_OF_SCHOOL)
        };
        let is_gone = |mark: &&Mark| {
            (SCHOOL_DAY + 1..ALL_SITUATIONS).contains(&mark.level)
                && !others.iter().any(|other| names(other, mark.level))
        };
        marks.iter().find(is_gone).copied()
    };
    let lost = gone(&old.marks, &new.marks);
    if lost.is_some() {
        return Some(Difference { effect: ChangeEffect::Less, old: lost, new: None });
    }
    let gained = gone(&new.marks, &old.marks)?;
    Some(Difference { effect: ChangeEffect::More, old: None, new: Some(gained) })
}

/// How the marks of a scale differ between two versions.
pub(super) fn differences(old: &Levels, new: &Levels) -> Option<Difference> {
    if old.compared == Compared::Each {
        return situations(old, new);
    }
    let alone = |marks: &[Mark], others: &[Mark]| {
        let mut alone: Vec<Mark> = Vec::new();
        for mark in marks {
            let is_known = |known: &Mark| known.level == mark.level;
            if !others.iter().any(is_known) && !alone.iter().any(is_known) {
                alone.push(*mark);
            }
        }
        sort_by(&mut alone, |one, other| other.level.cmp(&one.level));
        alone
    };
    let (mut was, mut is) = match old.compared {
        Compared::Highest => (alone(&old.marks, &[]), alone(&new.marks, &[])),
        Compared::Lowest => {
            let lowest = |marks: &[Mark]| alone(marks, &[]).last().copied();
            (Vec::from_iter(lowest(&old.marks)), Vec::from_iter(lowest(&new.marks)))
        }
        Compared::Each => return None,
        Compared::All | Compared::Pairs => {
            (alone(&old.marks, &new.marks), alone(&new.marks, &old.marks))
        }
    };
    let most = match old.compared {
        Compared::All | Compared::Lowest | Compared::Each => usize::MAX,
        Compared::Pairs => was.len().min(is.len()),
        Compared::Highest => 1,
    };
    was.truncate(most);
    is.truncate(most);
    let level = |marks: &[Mark], at: usize| marks.get(at).map_or(old.neutral, |mark| mark.level);
    let padded = |marks: &[Mark]| {
        let mut levels: Vec<i64> =
            (0..was.len().max(is.len())).map(|at| level(marks, at)).collect();
        sort_by(&mut levels, |one, other| other.cmp(one));
        levels
    };
    let (old_levels, new_levels) = (padded(&was), padded(&is));
    let falls = old_levels.iter().zip(&new_levels).any(|(old, new)| new < old);
    let rises = old_levels.iter().zip(&new_levels).any(|(old, new)| new > old);
    let effect = match (falls, rises) {
        (true, _) => ChangeEffect::Less,
        (false, true) => ChangeEffect::More,
        (false, false) => return None,
    };
    // The words that show it best: the strongest that went and the weakest that came, or the other way round.
    let (old, new) = if falls { (was.first(), is.last()) } else { (was.last(), is.first()) };
    Some(Difference { effect, old: old.copied(), new: new.copied() })
}

impl Levels {
    /// Whether it has no words.
    pub(super) fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The highest level of its words.
    pub(super) fn highest(&self) -> Option<i64> {
        self.marks.iter().map(|mark| mark.level).max()
    }

    /// The places of its words.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        self.marks.iter().map(|mark| (mark.from, mark.to))
    }
}
