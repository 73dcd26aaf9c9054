//! Words on scales in two versions: which of them stand in one alone, and whether they say less.

use super::comparison::{ChangeEffect, ChangeElement, ChangeOf};
use super::phrase::Mark;
use super::reader::Reader;
use super::table::WordTable;
use super::time::TimeWords;
use super::word::{Gap, Word};
use crate::text::order::sort_by;

/// Words behind which the purpose of something is said: "so that he can".
const PURPOSES: &str = "so that|in order|to enable|to help|to allow|to ensure|to support";

/// Words with which the purpose is said and the provision goes on.
const ENDS_PURPOSE: &str = "until|till|unless|subject";

/// What is of a role, and not for it: the guidance of a therapist, but the training of staff.
const OF_ROLE: &str = "guidance|supervision|direction|directions|advice|oversight|recommendations";

/// How far from a role such a word can stand.
const NEAR: usize = 5;

/// Marks of one scale, or of one side of it.
pub(super) struct Levels {
    pub(super) element: ChangeElement,
    pub(super) title: String,
    neutral: i64,
    pub(super) marks: Vec<Mark>,
}

impl Levels {
    /// The highest level of its words.
    pub(super) fn highest(&self) -> Option<i64> {
        self.marks.iter().map(|mark| mark.level).max()
    }
}

/// The marks of a statement by scale. The roles are two: who provides, and who oversees.
pub(super) fn levels(
    table: &WordTable,
    words: &[Word],
    time: &[TimeWords],
    of: ChangeOf,
) -> Vec<Levels> {
    let purposes = purposes(words);
    let mut levels: Vec<Levels> = Vec::new();
    for scale in table.scales.rows() {
        let mut add = |element, title: &str| {
            let is_known = |known: &Levels| known.element == element && known.title == title;
            if !levels.iter().any(is_known) {
                let title = title.to_owned();
                levels.push(Levels { element, title, neutral: scale.neutral, marks: Vec::new() });
            }
        };
        add(scale.element, &scale.title);
        if scale.element == ChangeElement::Who {
            add(ChangeElement::Oversight, "Who oversees it");
        }
    }
    for mark in table.marks(words, of) {
        let scale = &table.scales[mark.scale];
        let is_time = time.iter().any(|time| time.from < mark.to && mark.from < time.to);
        // Words such as "until the annual review" hold words about time.
        let reads_time =
            matches!(scale.element, ChangeElement::Situation | ChangeElement::Condition);
        let is_purpose = purposes.get(mark.from).copied().unwrap_or_default();
        // A limit is of an amount.
        let goes_on = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::None);
        let is_other = words.get(mark.to).is_some_and(|word| word.number.is_some());
        let is_of_amount = time.iter().any(|time| {
            time.from == mark.to
                || time.from == mark.to + 1 && !is_other
                || goes_on(mark.from) && mark.from == time.to
        });
        let is_lost = scale.element == ChangeElement::Limit && !is_of_amount;
        if is_purpose || is_lost || is_time && !reads_time {
            continue;
        }
        let is_overseer = scale.element == ChangeElement::Who && oversees(table, words, &mark);
        let wanted = if is_overseer { ChangeElement::Oversight } else { scale.element };
        let is_of = |known: &&mut Levels| {
            known.element == wanted && (is_overseer || known.title == scale.title)
        };
        if let Some(known) = levels.iter_mut().find(is_of) {
            known.marks.push(mark);
        }
    }
    levels
}

/// Which words say what something is for.
fn purposes(words: &[Word]) -> Vec<bool> {
    let mut purposes = Vec::with_capacity(words.len());
    let mut is_purpose = false;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", |next| next.text.as_str());
        let begins = PURPOSES
            .split('|')
            .filter_map(|pair| pair.split_once(' '))
            .any(|(first, second)| word.text == first && next == second);
        let goes_on = is_purpose && word.gap == Gap::None && !word.is(ENDS_PURPOSE);
        is_purpose = begins || goes_on;
        purposes.push(is_purpose);
    }
    purposes
}

/// Whether a role plans or checks what another does: "trained by a therapist", "the therapist will advise".
fn oversees(table: &WordTable, words: &[Word], mark: &Mark) -> bool {
    let behind = Reader { table, words, from: mark.to };
    // What belongs to somebody is not done by them, unless it is their time.
    if behind.before(1).is_some_and(|word| word.is_possessive) {
        return !behind.word(0).is_some_and(|word| table.sessions.has(word));
    }
    let before = Reader { table, words, from: mark.from };
    let mut joint = None;
    for word in (1..=NEAR).map_while(|back| before.before(back)) {
        if word.is("by|from|of|with|to|whom") {
            joint = Some(word);
        } else if let Some(joint) = joint
            && table.directed.has(word)
        {
            return !joint.is("of") || word.is(OF_ROLE);
        } else if joint.is_some() && !word.is("a|an|the|and|qualified|his|her|their") {
            break;
        }
        if word.gap == Gap::Clause {
            break;
        }
    }
    let auxiliary = "will|has|have|should|may|must|shall|can|also|then|to";
    let near = (0..NEAR).map_while(|ahead| behind.word(ahead));
    let mut near = near.take_while(|word| word.gap == Gap::None).peekable();
    let has_auxiliary = near.peek().is_some_and(|word| word.is(auxiliary));
    let verb = near.find(|word| !word.is(auxiliary));
    verb.is_some_and(|verb| table.directs.has(verb) && (has_auxiliary || verb.text.ends_with('s')))
}

/// The levels of words that stand for the school day and for all situations, and the first that is not of school.
const SCHOOL_DAY: i64 = 0;
const ALL_SITUATIONS: i64 = 20;
const OUT_OF_SCHOOL: i64 = 10;

/// What became of the words of a scale: the effect, and the words of both versions.
pub(super) type Change = (ChangeEffect, Option<Mark>, Option<Mark>);

/// How the situations that are named differ: each is a thing of its own. Those of the school day are named with it.
fn situations(old: &Levels, new: &Levels) -> Option<Change> {
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
    match (gone(&old.marks, &new.marks), gone(&new.marks, &old.marks)) {
        (Some(lost), _) => Some((ChangeEffect::Less, Some(lost), None)),
        (None, Some(gained)) => Some((ChangeEffect::More, None, Some(gained))),
        (None, None) => None,
    }
}

/// How the marks of a scale differ between two versions.
pub(super) fn difference(old: &Levels, new: &Levels) -> Option<Change> {
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
    let (mut was, mut is) = match old.element {
        ChangeElement::Situation => return situations(old, new),
        // The highest role, and the lowest commitment: what binds least is what can be relied on.
        ChangeElement::Who | ChangeElement::Oversight | ChangeElement::Commitment => {
            (alone(&old.marks, &[]), alone(&new.marks, &[]))
        }
        _ => (alone(&old.marks, &new.marks), alone(&new.marks, &old.marks)),
    };
    match old.element {
        ChangeElement::Who | ChangeElement::Oversight => {
            was.truncate(1);
            is.truncate(1);
        }
        ChangeElement::Commitment => {
            was.drain(..was.len().saturating_sub(1));
            is.drain(..is.len().saturating_sub(1));
        }
        // What is new beside what stayed is no less.
        ChangeElement::Delivery => {
            let most = was.len().min(is.len());
            was.truncate(most);
            is.truncate(most);
        }
        _ => {}
    }
    let padded = |marks: &[Mark]| {
        let level = |at: usize| marks.get(at).map_or(old.neutral, |mark| mark.level);
        let mut levels: Vec<i64> = (0..was.len().max(is.len())).map(level).collect();
        sort_by(&mut levels, |one, other| other.cmp(one));
        levels
    };
    let (before, after) = (padded(&was), padded(&is));
    let mut levels = before.iter().zip(&after);
    // The words that show it best: the strongest that went and the weakest that came, or the other way round.
    if levels.any(|(before, after)| after < before) {
        Some((ChangeEffect::Less, was.first().copied(), is.last().copied()))
    } else if before != after {
        Some((ChangeEffect::More, was.last().copied(), is.first().copied()))
    } else {
        None
    }
}
