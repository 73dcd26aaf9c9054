//! What is provided: the words that carry content, the parts of lists, and numbers of things.

use super::table::WordTable;
use super::word::{Gap, Word};
use crate::text::order::distinct;

/// A number of things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) number: i64,
    /// What is counted: the stems of the words next to the number.
    of: Vec<String>,
    /// A smaller number is more, as in "within five minutes".
    is_bound: bool,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A part of a list, or a phrase between signs.
struct Part {
    stems: Vec<String>,
    /// How many words stand between the signs around it.
    length: usize,
    from: usize,
    to: usize,
}

/// How far behind a number the thing stands that it counts.
const NEAR: usize = 3;

/// The most words of a part of a list that is one word of content.
const LONGEST_ITEM: usize = 4;

/// So many words are a loss where nothing came for them, if they are a third of the content.
const LEAST_LOSS: usize = 3;

/// One, in hundredths: it seldom counts anything.
const ONE: i64 = 100;

/// The content of a statement.
pub(super) struct Content {
    /// In their order, each once.
    stems: Vec<String>,
    /// The stems of all words, those too that say something measured elsewhere.
    all: Vec<String>,
    parts: Vec<Part>,
}

/// Words that one version has alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The content of words, without those that say something measured elsewhere.
pub(super) fn content(
    table: &WordTable,
    words: &[Word],
    names: &[String],
    is_measured: impl Fn(usize) -> bool,
) -> Content {
    let mut stems = Vec::new();
    let mut parts: Vec<Part> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let begins = word.gap > Gap::None || word.is(&["and", "or"]);
        let part = match parts.last_mut() {
            Some(part) if !begins => part,
            _ => {
                parts.push(Part { stems: Vec::new(), length: 0, from: at, to: at });
                let Some(part) = parts.last_mut() else { continue };
                part
            }
        };
        part.length += 1;
        if is_measured(at) || names.contains(&word.text) || !is_content(table, word) {
            continue;
        }
        let stem = word.stem().to_owned();
        stems.push(stem.clone());
        if part.stems.is_empty() {
            part.from = at;
        }
        if !part.stems.contains(&stem) {
            part.stems.push(stem);
        }
        part.to = at + 1;
    }
    parts.retain(|part| !part.stems.is_empty());
    let mut all: Vec<String> = words.iter().map(|word| word.stem().to_owned()).collect();
    distinct(&mut all);
    distinct(&mut stems);
    Content { stems, all, parts }
}

/// The names of people: words with a capital letter that own something, or do it.
pub(super) fn names(words: &[Word]) -> Vec<String> {
    const DOES: [&str; 14] = [
        "will", "has", "is", "needs", "can", "should", "may", "must", "finds", "was", "does",
        "and", "to", "shall",
    ];
    let mut names = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let does = words.get(at + 1).is_some_and(|next| next.gap == Gap::None && next.is(&DOES));
        if word.is_capital && (word.is_possessive || does) {
            names.push(word.text.clone());
        }
    }
    names
}

/// Whether a word says something of content.
fn is_content(table: &WordTable, word: &Word) -> bool {
    word.number.is_none()
        && word.text.len() > 1
        && !table.function.has(word)
        && !table.light.has(word)
        && !table.people.has(word)
}

/// What became of the content.
pub(super) struct ContentChange {
    /// A stretch of the older version that is gone.
    pub(super) lost: Option<Stretch>,
    /// A stretch of the newer version that is new.
    pub(super) gained: Option<Stretch>,
}

/// Compares the content of two versions.
pub(super) fn compare_content(old: &Content, new: &Content) -> ContentChange {
    let alone = |one: &Content, other: &Content| -> Vec<String> {
        one.stems.iter().filter(|stem| !is_alike(stem, &other.all)).cloned().collect()
    };
    let (gone, come) = (alone(old, new), alone(new, old));
    ContentChange {
        lost: stretch(old, &gone, come.len()).or_else(|| item(old, &gone, new, &come)),
        gained: stretch(new, &come, gone.len()).or_else(|| item(new, &come, old, &gone)),
    }
}

/// The stretch of what one version has alone: a part of a list in whose place nothing came, or several words where
/// nothing came at all.
fn stretch(content: &Content, alone: &[String], others: usize) -> Option<Stretch> {
    if alone.is_empty() {
        return None;
    }
    let is_alone = |part: &&Part| part.stems.iter().all(|stem| alone.contains(stem));
    let has_others =
        content.parts.iter().any(|part| part.stems.iter().any(|stem| !alone.contains(stem)));
    // Each word that came can stand for one that went elsewhere; what is left then went without one.
    let explained = |part: &&Part| match part.stems.len() {
        1 => others == 0 && part.length <= LONGEST_ITEM,
        stems => others + stems <= alone.len(),
    };
    let lost = content.parts.iter().filter(is_alone).filter(explained);
    let part = if has_others { lost.max_by_key(|part| part.stems.len()) } else { None };
    let part = part.or_else(|| {
        let has_some = |part: &&Part| part.stems.iter().any(|stem| alone.contains(stem));
        let is_large = alone.len() >= LEAST_LOSS && alone.len() * 3 >= content.stems.len();
        (others == 0 && is_large).then(|| content.parts.iter().find(has_some)).flatten()
    })?;
    Some(Stretch { from: part.from, to: part.to })
}

/// The most new words beside which an item that is gone is a loss.
const MOST_NEW: usize = 3;

/// An item of a list that is gone, where others stayed and fewer parts came than went.
fn item(old: &Content, gone: &[String], new: &Content, come: &[String]) -> Option<Stretch> {
    let is_of = |part: &&Part, alone: &[String]| part.stems.iter().all(|stem| alone.contains(stem));
    let lost = || old.parts.iter().filter(|part| part.length <= LONGEST_ITEM && is_of(part, gone));
    let gained = new.parts.iter().filter(|part| is_of(part, come)).count();
    let has_list = old.parts.len() >= LEAST_LIST && come.len() <= MOST_NEW;
    let part = lost().next().filter(|_| has_list && lost().count() > gained)?;
    Some(Stretch { from: part.from, to: part.to })
}

/// The fewest parts of a list.
const LEAST_LIST: usize = 3;

/// The shortest stem that makes a family with longer ones.
const LEAST_FAMILY: usize = 5;

/// Whether a stem is among others, or one of its family is: "assess" is of the family of "assessment".
fn is_alike(one: &str, others: &[String]) -> bool {
    let at = others.partition_point(|other| other.as_str() < one);
    let is_longer =
        one.len() >= LEAST_FAMILY && others.get(at).is_some_and(|other| other.starts_with(one));
    let has = |stem: &str| others.binary_search_by(|other| other.as_str().cmp(stem)).is_ok();
    has(one)
        || is_longer
        || (LEAST_FAMILY..one.len()).any(|length| one.get(..length).is_some_and(has))
}

/// The numbers of things, without those that are measured elsewhere.
pub(super) fn counts(
    table: &WordTable,
    words: &[Word],
    is_measured: impl Fn(usize) -> bool,
) -> Vec<Count> {
    let mut counts = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(number) = word.number.filter(|_| !is_measured(at)) else { continue };
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        if let Some(level) = before.filter(|word| word.is(&["level", "band", "point", "size"])) {
            let of = vec![level.text.clone()];
            counts.push(Count { number, of, is_bound: false, from: at - 1, to: at + 1 });
            continue;
        }
        if before.is_some_and(|word| {
            word.is(&["year", "stage", "section", "outcome", "need", "step", "week", "term", "to"])
        }) {
            continue;
        }
        let behind = words.get(at + 1..).unwrap_or_default();
        if behind.first().is_some_and(|word| word.text == "%") {
            let of = vec!["share".to_owned()];
            counts.push(Count { number, of, is_bound: false, from: at, to: at + 2 });
            continue;
        }
        // "Eight out of ten" is a share.
        let is_share = behind.first().is_some_and(|word| word.is(&["out", "of", "in"]));
        let whole = behind.iter().take(NEAR).find_map(|word| word.number);
        if let Some(whole) = whole.filter(|whole| is_share && *whole > 0) {
            let of = vec!["share".to_owned()];
            counts.push(Count {
                number: number * 10_000 / whole,
                of,
                is_bound: false,
                from: at,
                to: at + 3,
            });
            continue;
        }
        let near = behind
            .iter()
            .take(NEAR)
            .take_while(|word| word.gap == Gap::None && word.number.is_none());
        let things = near.filter(|word| !table.function.has(word));
        let of: Vec<String> = things.map(|word| word.stem().to_owned()).collect();
        if of.is_empty() {
            continue;
        }
        // Within two days: the time that something takes at most.
        if before.is_some_and(|word| word.is(&["within"]))
            && let Some((minutes, length)) = response(behind)
        {
            let of = vec!["within".to_owned()];
            let number = number.saturating_mul(minutes);
            counts.push(Count { number, of, is_bound: true, from: at - 1, to: at + 1 + length });
            continue;
        }
        let mut two = words.get(at.saturating_sub(2)..at).unwrap_or_default().iter();
        let is_bound = two.any(|word| word.is(&["within", "than", "every"]));
        let to = at + 1 + of.len();
        counts.push(Count { number, of, is_bound, from: at, to });
    }
    counts
}

/// The minutes of the unit at the beginning, and how many words name it.
fn response(words: &[Word]) -> Option<(i64, usize)> {
    let length =
        words.iter().take(NEAR).position(|word| !word.is(&["working", "school", "clear"]))?;
    let unit = words.get(length)?.text.as_str();
    let minutes = match unit.strip_suffix('s').unwrap_or(unit) {
        "minute" => 1,
        "hour" => 60,
        "day" => 1_440,
        "week" => 7_200,
        "month" => 30_000,
        _ => return None,
    };
    Some((minutes, length + 1))
}

/// What became of a number of things.
pub(super) struct CountChange {
    pub(super) is_less: bool,
    pub(super) old: (usize, usize),
    pub(super) new: Option<(usize, usize)>,
}

/// Compares the numbers of things in two versions.
pub(super) fn compare_counts(old: &[Count], new: &[Count], new_words: &[Word]) -> Vec<CountChange> {
    let is_same = |one: &&Count, others: &[Count]| {
        others.iter().any(|other| other.number == one.number && is_of_one(one, other))
    };
    let mut left: Vec<&Count> = new.iter().filter(|count| !is_same(count, old)).collect();
    let mut changes = Vec::new();
    for count in old.iter().filter(|count| count.number != ONE && !is_same(count, new)) {
        if let Some(at) = left.iter().position(|other| is_of_one(count, other)) {
            let other = left.swap_remove(at);
            let is_less = (other.number < count.number) != (count.is_bound && other.is_bound);
            changes.push(CountChange {
                is_less,
                old: (count.from, count.to),
                new: Some((other.from, other.to)),
            });
        } else if let Some(at) = count.of.last().and_then(|thing| uncounted(thing, new_words)) {
            changes.push(CountChange { is_less: true, old: (count.from, count.to), new: Some(at) });
        }
    }
    changes
}

fn is_of_one(one: &Count, other: &Count) -> bool {
    one.of.iter().any(|thing| other.of.contains(thing))
}

/// Where a thing stands without a number.
fn uncounted(thing: &str, words: &[Word]) -> Option<(usize, usize)> {
    let at = words.iter().position(|word| word.stem() == thing)?;
    let before = words.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
    before.iter().all(|word| word.number.is_none()).then_some((at.saturating_sub(1), at + 1))
}
