//! Words on scales in two versions: which of them stand in one alone, and whether they say less.

use super::comparison::{ChangeEffect, ChangeElement, ChangeOf};
use super::table::{Mark, WordTable};
use super::time::TimeWords;
use super::word::{Gap, Word};

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

/// Verbs and nouns of planning, showing and checking what another does.
const OVERSEEING: [&str; 47] = [
    "trained", "training", "train", "supervised", "supervision", "supervise", "overseen", "oversee", "oversight",
    "advised", "advise", "advice", "devised", "devise", "designed", "design", "set", "written", "write", "guidance",
    "programme", "recommended", "recommendations", "direction", "directed", "consultation", "consult", "modelled",
    "model", "shown", "show", "demonstrated", "demonstrate", "liaison", "liaise", "monitored", "monitor", "report",
    "check", "checked", "review", "reviewed", "prescribed", "plan", "planned", "produced", "drawn",
];

/// How far from a role such a word can stand.
const NEAR: usize = 5;

/// Marks of one scale, or of one side of it.
pub(super) struct Levels {
    pub(super) element: ChangeElement,
    pub(super) title: String,
    neutral: i64,
    /// Only words in both versions are compared: what is new beside what stayed is no less.
    only_pairs: bool,
    marks: Vec<Mark>,
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
    let marks: Vec<Mark> = table
        .marks(words, of)
        .into_iter()
        .filter(|mark| !is_of_purpose(mark))
        .collect();
    let mut levels = Vec::new();
    for (number, scale) in table.scales.iter().enumerate() {
        let is_time = |mark: &Mark| {
            time.iter().any(|time| time.from < mark.to && mark.from < time.to)
        };
        let of_scale = marks.iter().copied().filter(|mark| mark.scale == number && !is_time(mark));
        let part = |element, marks: Vec<Mark>| Levels {
            element,
            title: scale.title.clone(),
            neutral: scale.neutral,
            only_pairs: element == ChangeElement::Delivery,
            marks,
        };
        match scale.element {
            ChangeElement::Who => {
                let (overseers, providers): (Vec<Mark>, Vec<Mark>) =
                    of_scale.partition(|mark| oversees(words, mark));
                levels.push(part(ChangeElement::Who, providers));
                let overseers = Levels { title: "Who oversees it".to_owned(), ..part(ChangeElement::Oversight, overseers) };
                levels.push(overseers);
            }
            ChangeElement::Limit => {
                let is_of_amount = |mark: &Mark| {
                    let near = |time: &TimeWords| time.from >= mark.to && time.from - mark.to <= 2 || mark.from >= time.to && mark.from - time.to <= 1;
                    time.iter().any(near)
                };
                levels.push(part(scale.element, of_scale.filter(is_of_amount).collect()));
            }
            element => levels.push(part(element, of_scale.collect())),
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
        let begins = PURPOSES
            .iter()
            .any(|[first, second]| word.text == *first && next.is_some_and(|next| next.text == *second));
        is_purpose = begins || (is_purpose && word.gap == Gap::None);
        purposes.push(is_purpose);
    }
    purposes
}

/// Whether a role plans or checks what another does: "trained by a therapist", "the therapist will advise".
fn oversees(words: &[Word], mark: &Mark) -> bool {
    let before = words.get(..mark.from).unwrap_or_default();
    let mut joined = false;
    for word in before.iter().rev().take(NEAR) {
        if word.is(&["by", "from", "of", "with", "to", "whom"]) {
            joined = true;
        } else if joined && word.is(&OVERSEEING) {
            return true;
        } else if joined {
            break;
        }
        if word.gap == Gap::Clause {
            break;
        }
    }
    let mut is_first = true;
    for word in words.get(mark.to..).unwrap_or_default().iter().take(NEAR) {
        if word.gap > Gap::None {
            break;
        }
        if word.is(&OVERSEEING) {
            return true;
        }
        let goes_on = word.is(&["will", "has", "have", "is", "also", "should", "may", "and", "must", "who", "written", "shall"]);
        if !goes_on && !is_first {
            break;
        }
        is_first = false;
    }
    false
}

/// How the marks of a scale differ between two versions.
pub(super) fn differences(old: &Levels, new: &Levels) -> Option<Difference> {
    let alone = |marks: &[Mark], others: &[Mark]| {
        let mut alone: Vec<Mark> = Vec::new();
        for mark in marks {
            let is_known = |known: &Mark| known.level == mark.level;
            if !others.iter().any(is_known) && !alone.iter().any(is_known) {
                alone.push(*mark);
            }
        }
        alone.sort_by_key(|mark| -mark.level);
        alone
    };
    let (mut was, mut is) = (alone(&old.marks, &new.marks), alone(&new.marks, &old.marks));
    if old.only_pairs {
        let pairs = was.len().min(is.len());
        was.truncate(pairs);
        is.truncate(pairs);
    }
    let level = |marks: &[Mark], at: usize| marks.get(at).map_or(old.neutral, |mark| mark.level);
    let padded = |marks: &[Mark]| {
        let mut levels: Vec<i64> =
            (0..was.len().max(is.len())).map(|at| level(marks, at)).collect();
        levels.sort_unstable_by(|one, other| other.cmp(one));
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
    let (old, new) = if falls {
        (was.first(), is.last())
    } else {
        (was.last(), is.first())
    };
    Some(Difference { effect, old: old.copied(), new: new.copied() })
}

impl Levels {
    /// The places of its words.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        self.marks.iter().map(|mark| (mark.from, mark.to))
    }
}
