//! What is provided: the words that carry content, in both versions.
//!
//! Where an edit changed a few words and left the others as they were, each word that went counts. Where a statement
//! was written anew, what it provides is in other words too, and only what went with less in its place counts.

use super::measure::Stretch;
use super::phrase::Mark;
use super::table::WordTable;
use super::word::{Gap, Word};

/// The most words of a part of a list that is one word of content.
const LONGEST_ITEM: usize = 4;

/// The fewest words that are a loss where less came for them.
const LEAST_LOSS: usize = 2;

/// The fewest parts of a list, and the most new words beside which an item that is gone is a loss.
const LEAST_LIST: usize = 3;
const MOST_NEW: usize = 3;

/// Function words by which something is given of all.
const QUANTIFIERS: &str = "all|every|each|throughout";

/// One version of a statement, as far as its content goes.
pub(super) struct Content<'w> {
    pub(super) words: &'w [Word],
    /// The names of people in both versions, in their order.
    pub(super) names: &'w [String],
    /// Which words say something that is measured, such as an amount.
    pub(super) is_measured: Vec<bool>,
    /// Which of them are judged, by an element that changed or is the same.
    pub(super) is_judged: Vec<bool>,
    pub(super) marks: Vec<Mark>,
    /// Which words the longest common sequence of both versions does not have.
    pub(super) is_alone: &'w [bool],
}

impl Content<'_> {
    /// Notes that words are judged.
    pub(super) fn judge(&mut self, (from, to): Stretch) {
        self.is_judged.iter_mut().take(to).skip(from).for_each(|judged| *judged = true);
    }
}

/// What of each version the other does not have.
pub(super) fn compare_content(
    table: &WordTable,
    old: &Content,
    new: &Content,
    is_edited: bool,
) -> (Option<Stretch>, Option<Stretch>) {
    if is_edited {
        let lost = edited(table, old, new, |_| true);
        // What came alone counts where it says something by itself.
        let counts = |word: &Word| lost.is_some() || !table.light.has(word);
        return (lost, edited(table, new, old, counts));
    }
    let (gone, come) = (missing(table, old, new), missing(table, new, old));
    let stretch = |one: &Content, gone: &[usize], other: &Content, come: &[usize]| {
        let parts = parts(table, one);
        lost(&parts, gone, come.len()).or_else(|| {
            let new_parts = self::parts(table, other);
            item(&parts, gone, &new_parts, come)
        })
    };
    (stretch(old, &gone, new, &come), stretch(new, &come, old, &gone))
}

fn has(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or_default()
}

/// Whether a word says something of content.
fn is_content(table: &WordTable, content: &Content, at: usize) -> bool {
    content.words.get(at).is_some_and(|word| {
        word.number.is_none()
            && word.text.len() > 1
            && !has(&content.is_measured, at)
            && content.names.binary_search(&word.text).is_err()
            && !table.function.has(word)
            && !table.light.has(word)
            && !table.people.has(word)
    })
}

/// The words of content that the other version does not have.
fn missing(table: &WordTable, one: &Content, other: &Content) -> Vec<usize> {
    let is_there = |at: usize| {
        one.words.get(at).is_some_and(|word| other.words.iter().any(|other| word.says_same(other)))
    };
    (0..one.words.len()).filter(|at| is_content(table, one, *at) && !is_there(*at)).collect()
}

/// The first stretch that an edit left out and that stands nowhere else.
fn edited(
    table: &WordTable,
    one: &Content,
    other: &Content,
    counts: impl Fn(&Word) -> bool,
) -> Option<Stretch> {
    let scale = |content: &Content, at: usize| {
        let mark = content.marks.iter().find(|mark| (mark.from..mark.to).contains(&at))?;
        Some((mark.scale, mark.level))
    };
    let is_there = |at: usize, word: &Word| {
        let of = scale(one, at);
        other.words.iter().enumerate().any(|(place, known)| {
            has(other.is_alone, place)
                && (word.says_same(known) || of.is_some() && of == scale(other, place))
        })
    };
    let is_lost = |at: usize| {
        one.words.get(at).is_some_and(|word| {
            has(one.is_alone, at)
                && !has(&one.is_judged, at)
                && word.number.is_none()
                && word.text.len() > 1
                && one.names.binary_search(&word.text).is_err()
                && (!table.function.has(word) || word.is(QUANTIFIERS))
                && counts(word)
                && !is_there(at, word)
        })
    };
    let from = (0..one.words.len()).find(|at| is_lost(*at))?;
    let behind = (from..one.words.len()).take_while(|at| has(one.is_alone, *at));
    Some((from, behind.filter(|at| is_lost(*at)).last()? + 1))
}

/// A part of a list, or a phrase between signs: its words of content, and how many words it has.
struct Part {
    content: Vec<usize>,
    length: usize,
}

impl Part {
    fn stretch(&self) -> Option<Stretch> {
        Some((*self.content.first()?, *self.content.last()? + 1))
    }

    fn is_of(&self, alone: &[usize]) -> bool {
        self.content.iter().all(|at| alone.contains(at))
    }
}

fn parts(table: &WordTable, content: &Content) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, word) in content.words.iter().enumerate() {
        if parts.is_empty() || word.gap > Gap::None || word.is("and|or") {
            parts.push(Part { content: Vec::new(), length: 0 });
        }
        if let Some(part) = parts.last_mut() {
            part.length += 1;
            if is_content(table, content, at) {
                part.content.push(at);
            }
        }
    }
    parts.retain(|part| !part.content.is_empty());
    parts
}

/// What one version has alone: a part in whose place less came, or several words.
fn lost(parts: &[Part], alone: &[usize], others: usize) -> Option<Stretch> {
    let has_others = parts.iter().any(|part| !part.is_of(alone));
    // Each word that came can stand for one that went elsewhere; what is left then went without one.
    let is_lost = |part: &&Part| {
        part.is_of(alone)
            && match part.content.len() {
                1 => others == 0,
                words => others + words <= alone.len() || others < words,
            }
    };
    let part = parts.iter().filter(is_lost).max_by_key(|part| part.content.len());
    if let Some(part) = part.filter(|_| has_others) {
        return part.stretch();
    }
    let all: usize = parts.iter().map(|part| part.content.len()).sum();
    // More went than came: by one word of at least half of all, or by two of a third.
    let goes_beyond =
        |least: usize, share: usize| alone.len() >= others + least && alone.len() * share >= all;
    let is_large =
        alone.len() >= LEAST_LOSS && (others == 0 || goes_beyond(1, 2) || goes_beyond(2, 3));
    let part = parts.iter().find(|part| part.content.iter().any(|at| alone.contains(at)));
    let part = part.filter(|_| is_large)?;
    let mut gone = part.content.iter().filter(|at| alone.contains(at));
    let from = *gone.next()?;
    Some((from, gone.next_back().unwrap_or(&from) + 1))
}

/// An item of a list that is gone, where others stayed and fewer parts came than went.
fn item(old: &[Part], gone: &[usize], new: &[Part], come: &[usize]) -> Option<Stretch> {
    let lost = || old.iter().filter(|part| part.length <= LONGEST_ITEM && part.is_of(gone));
    let gained = new.iter().filter(|part| part.is_of(come)).count();
    let has_list = old.len() >= LEAST_LIST && come.len() <= MOST_NEW;
    let part = lost().next().filter(|_| has_list && lost().count() > gained)?;
    part.stretch()
}

/// The names of people: words with a capital letter that own something, do it, or stand behind a title.
pub(super) fn names(words: &[Word]) -> Vec<String> {
    const DOES: &str = "will|has|is|needs|can|should|may|must|finds|was|does|shall";
    const JOINS: &str = "and|to|who|our|the|his|her|their";
    let mut names = Vec::new();
    let mut is_titled = false;
    for (at, word) in words.iter().enumerate() {
        // Any word with which a clause begins has a capital letter.
        let does = words.get(at + 1).is_some_and(|next| {
            let joins = next.is(JOINS) && (word.gap < Gap::Clause || next.gap == Gap::Comma);
            next.gap < Gap::Clause && (next.is(DOES) || joins)
        });
        if word.is_capital && (word.is_possessive || does || is_titled) {
            names.push(word.text.clone());
        }
        is_titled = word.is("mr|mrs|ms|miss|dr");
    }
    names
}
