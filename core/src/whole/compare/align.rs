//! Which statement of an older version became which of a newer one.
//!
//! Statements with the same words come first, in the same section and then in another. Of all others, those that share
//! the most words are paired, the closest first. What is left is paired by its place between pairs, or joined to a pair
//! whose words it shares: a sentence that was divided, or two that became one. An index by words keeps the time near
//! the size of both versions.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::content::names;
use super::statement::Statement;
use super::table::WordTable;
use crate::law::PlanSection;

/// Scores are in thousandths. So close are pairs at least: in one section, in two, and between two pairs.
const CLOSE: u32 = 230;
const CLOSE_ELSEWHERE: u32 = 480;
const CLOSE_BETWEEN_PAIRS: u32 = 50;

/// What a pair in one section counts more than one in two.
const SAME_SECTION: u32 = 150;

/// The share of a statement's words that one which joins a pair has in it.
const JOINS: u32 = 420;

/// So many words that weigh more than light ones do are shared by a statement that joins a pair.
const LEAST_CONTENT: usize = 2;
const LIGHT: u32 = 4;

/// The share of a statement's words in another that says it already.
const SAID: u32 = 850;

/// A word of more statements than so many finds no candidates, and a statement has so many candidates at most.
const COMMON: usize = 64;
const MOST_CANDIDATES: usize = 8;

/// Statements that became each other. One side is empty for what was removed or added.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Pairing {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
}

/// The words of a statement, each by its number, with what it weighs.
struct Weighed {
    words: Vec<(usize, u32)>,
    sum: u32,
}

/// Aligns two versions: every statement is in one pairing.
pub(super) fn align(old: &[Statement], new: &[Statement]) -> Vec<Pairing> {
    let (old_words, new_words) = weigh(old, new);
    let mut aligned = Aligned {
        old,
        new,
        old_words,
        new_words,
        to_new: vec![None; old.len()],
        to_old: vec![None; new.len()],
    };
    aligned.equal();
    aligned.close();
    aligned.between();
    aligned.pairings()
}

/// An alignment so far.
struct Aligned<'s> {
    old: &'s [Statement],
    new: &'s [Statement],
    old_words: Vec<Weighed>,
    new_words: Vec<Weighed>,
    to_new: Vec<Option<usize>>,
    to_old: Vec<Option<usize>>,
}

impl Aligned<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        if let (Some(to_new), Some(to_old)) = (self.to_new.get_mut(old), self.to_old.get_mut(new)) {
            *to_new = Some(new);
            *to_old = Some(old);
        }
    }

    fn is_open(&self, old: usize, new: usize) -> bool {
        self.to_new.get(old) == Some(&None) && self.to_old.get(new) == Some(&None)
    }

    fn is_one_section(&self, old: usize, new: usize) -> bool {
        let section =
            |statements: &[Statement], at: usize| statements.get(at).map(|one| one.section);
        section(self.old, old) == section(self.new, new)
    }

    /// Pairs what has the same words: in its section, in their order, and then anywhere.
    fn equal(&mut self) {
        for anywhere in [false, true] {
            let mut places: BTreeMap<(String, &str), VecDeque<usize>> = BTreeMap::new();
            let key = |statement: &Statement| {
                let words: Vec<&str> =
                    statement.words.iter().map(|word| word.text.as_str()).collect();
                (words.join(" "), if anywhere { "" } else { statement.section.word() })
            };
            for (at, statement) in self.new.iter().enumerate() {
                if self.to_old.get(at) == Some(&None) {
                    places.entry(key(statement)).or_default().push_back(at);
                }
            }
            for (at, statement) in self.old.iter().enumerate() {
                if self.to_new.get(at) == Some(&None)
                    && let Some(new) = places.get_mut(&key(statement)).and_then(VecDeque::pop_front)
                {
                    self.pair(at, new);
                }
            }
        }
    }

    /// Pairs what shares the most words, the closest first.
    fn close(&mut self) {
        let mut by_word: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, statement) in self.new_words.iter().enumerate() {
            if self.to_old.get(at) == Some(&None) {
                for (word, _) in &statement.words {
                    by_word.entry(*word).or_default().push(at);
                }
            }
        }
        let mut candidates = Vec::new();
        let mut shared = vec![0_u32; self.new.len()];
        for old in 0..self.old.len() {
            if self.to_new.get(old) != Some(&None) {
                continue;
            }
            let mut found = Vec::new();
            for (word, weight) in self.old_words.get(old).map_or(&[][..], |one| &one.words) {
                let Some(places) = by_word.get(word).filter(|places| places.len() <= COMMON) else {
                    continue;
                };
                for new in places {
                    let Some(shared) = shared.get_mut(*new) else { continue };
                    if *shared == 0 {
                        found.push(*new);
                    }
                    *shared += weight;
                }
            }
            let weight = |new: &usize| shared.get(*new).copied().unwrap_or_default();
            found.sort_by_key(|new| (std::cmp::Reverse(weight(new)), *new));
            for new in found.iter().take(MOST_CANDIDATES) {
                candidates.push(self.candidate(old, *new));
            }
            for new in found {
                if let Some(shared) = shared.get_mut(new) {
                    *shared = 0;
                }
            }
        }
        self.take(candidates, |score, same| score >= if same { CLOSE } else { CLOSE_ELSEWHERE });
    }

    fn candidate(&self, old: usize, new: usize) -> (u32, usize, usize) {
        let score = match (self.old_words.get(old), self.new_words.get(new)) {
            (Some(old), Some(new)) => closeness(old, new),
            _ => 0,
        };
        (score, old, new)
    }

    /// Takes pairs that are close enough: the closest first, of equals those nearest in place.
    fn take(
        &mut self,
        mut candidates: Vec<(u32, usize, usize)>,
        is_close: impl Fn(u32, bool) -> bool,
    ) {
        candidates.sort_by_key(|(score, old, new)| {
            let same = if self.is_one_section(*old, *new) { SAME_SECTION } else { 0 };
            (std::cmp::Reverse(score + same), old.abs_diff(*new), old + new, *old)
        });
        for (score, old, new) in candidates {
            if self.is_open(old, new) && is_close(score, self.is_one_section(old, new)) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what stands between the same pairs in one section and shares a few words.
    fn between(&mut self) {
        type Gap<'k> = (&'k str, Option<usize>, Option<usize>);
        let mut gaps: BTreeMap<Gap, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        let near = neighbours(self.old, &self.to_new);
        for (at, (statement, (before, behind))) in self.old.iter().zip(near).enumerate() {
            if self.to_new.get(at) == Some(&None) {
                let gap = (statement.section.word(), before, behind);
                gaps.entry(gap).or_default().0.push(at);
            }
        }
        let near = neighbours(self.new, &self.to_old);
        let partner = |place: Option<usize>| {
            place.and_then(|place| self.to_old.get(place).copied().flatten())
        };
        for (at, (statement, (before, behind))) in self.new.iter().zip(near).enumerate() {
            if self.to_old.get(at) == Some(&None) {
                let gap = (statement.section.word(), partner(before), partner(behind));
                gaps.entry(gap).or_default().1.push(at);
            }
        }
        let mut candidates = Vec::new();
        for (old, new) in gaps.values() {
            for old in old.iter().take(MOST_CANDIDATES) {
                for new in new.iter().take(MOST_CANDIDATES) {
                    candidates.push(self.candidate(*old, *new));
                }
            }
        }
        self.take(candidates, |score, _| score >= CLOSE_BETWEEN_PAIRS);
    }

    /// The pairings, with those joined to one that share its words. In the order of the newer version, with what was
    /// removed behind what it stood behind.
    fn pairings(&self) -> Vec<Pairing> {
        let mut joined_new: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut joined_old: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut joined: BTreeSet<usize> = BTreeSet::new();
        for at in 0..self.old.len() {
            if self.to_new.get(at) == Some(&None)
                && let Some(new) = joins(at, &self.old_words, &self.to_new, &self.new_words)
            {
                joined_old.entry(new).or_default().push(at);
                joined.insert(at);
            }
        }
        let mut pairings = Vec::new();
        let mut added = Vec::new();
        for at in 0..self.new.len() {
            if self.to_old.get(at) == Some(&None) {
                match joins(at, &self.new_words, &self.to_old, &self.old_words) {
                    Some(old) => joined_new.entry(old).or_default().push(at),
                    None => added.push(at),
                }
            }
        }
        for (at, old) in self.to_old.iter().enumerate() {
            let Some(old) = *old else { continue };
            let mut pairing = Pairing { old: vec![old], new: vec![at] };
            pairing.old.extend(joined_old.remove(&at).unwrap_or_default());
            pairing.new.extend(joined_new.remove(&old).unwrap_or_default());
            pairing.old.sort_unstable();
            pairing.new.sort_unstable();
            pairings.push(pairing);
        }
        pairings.extend(added.into_iter().map(|at| Pairing { old: Vec::new(), new: vec![at] }));
        let is_removed = |at: &usize| self.to_new.get(*at) == Some(&None) && !joined.contains(at);
        let removed = (0..self.old.len()).filter(is_removed);
        pairings.extend(removed.map(|at| Pairing { old: vec![at], new: Vec::new() }));
        pairings
    }
}

/// The statements with a partner that stand before and behind each statement in its section.
fn neighbours(
    statements: &[Statement],
    partners: &[Option<usize>],
) -> Vec<(Option<usize>, Option<usize>)> {
    let all = statements.iter().zip(partners).enumerate();
    let nearest = |last: &mut Option<(PlanSection, usize)>, at, section, is_paired: bool| {
        let near = last.filter(|(of, _)| *of == section).map(|(_, place)| place);
        if is_paired {
            *last = Some((section, at));
        }
        near
    };
    let mut last = None;
    let before: Vec<Option<usize>> = all
        .clone()
        .map(|(at, (one, partner))| nearest(&mut last, at, one.section, partner.is_some()))
        .collect();
    let mut last = None;
    let mut behind: Vec<Option<usize>> = all
        .rev()
        .map(|(at, (one, partner))| nearest(&mut last, at, one.section, partner.is_some()))
        .collect();
    behind.reverse();
    before.into_iter().zip(behind).collect()
}

/// The statement of the other version that a statement joins: the partner of one near it, where that has the words of
/// this one that its partner does not have.
fn joins(
    at: usize,
    words: &[Weighed],
    partners: &[Option<usize>],
    others: &[Weighed],
) -> Option<usize> {
    let one = words.get(at)?;
    let near = [at.checked_sub(1), Some(at + 1), at.checked_sub(2), Some(at + 2)];
    let mut best: Option<(u32, usize)> = None;
    for near in near.into_iter().flatten() {
        let Some(other_at) = partners.get(near).copied().flatten() else { continue };
        let (Some(other), Some(partner)) = (others.get(other_at), words.get(near)) else {
            continue;
        };
        let known: BTreeSet<usize> = partner.words.iter().map(|(word, _)| *word).collect();
        let left: BTreeSet<usize> = other
            .words
            .iter()
            .map(|(word, _)| *word)
            .filter(|word| !known.contains(word))
            .collect();
        let shared: u32 = one
            .words
            .iter()
            .filter(|(word, _)| left.contains(word))
            .map(|(_, weight)| weight)
            .sum();
        // What its partner has says it already, where it has all of it.
        let said = words_in(one, other) * 1_000 / one.sum.max(1);
        let content =
            one.words.iter().filter(|(word, weight)| *weight > LIGHT && left.contains(word));
        let share = if said >= SAID {
            said
        } else if content.count() >= LEAST_CONTENT {
            shared * 1_000 / one.sum.max(1)
        } else {
            0
        };
        if share >= JOINS && best.is_none_or(|(known, _)| known < share) {
            best = Some((share, other_at));
        }
    }
    best.map(|(_, other)| other)
}

/// The weight of the words of one that are in another.
fn words_in(one: &Weighed, other: &Weighed) -> u32 {
    let has =
        |number: &usize| other.words.binary_search_by_key(number, |(known, _)| *known).is_ok();
    one.words.iter().filter(|(number, _)| has(number)).map(|(_, weight)| weight).sum()
}

/// How close two statements are, in thousandths: twice the weight of the words that they share, by that of all.
fn closeness(one: &Weighed, other: &Weighed) -> u32 {
    let mut shared = 0;
    let (mut left, mut right) = (one.words.as_slice(), other.words.as_slice());
    while let (Some((first, rest)), Some((second, behind))) =
        (left.split_first(), right.split_first())
    {
        match first.0.cmp(&second.0) {
            std::cmp::Ordering::Less => left = rest,
            std::cmp::Ordering::Greater => right = behind,
            std::cmp::Ordering::Equal => {
                shared += first.1;
                (left, right) = (rest, behind);
            }
        }
    }
    2_000 * shared / (one.sum + other.sum).max(1)
}

/// The words of both versions with their weights: a word of few statements weighs the most, one without content the
/// least.
fn weigh(old: &[Statement], new: &[Statement]) -> (Vec<Weighed>, Vec<Weighed>) {
    let table = WordTable::built_in();
    let names: BTreeSet<String> =
        old.iter().chain(new).flat_map(|statement| names(&statement.words)).collect();
    // Ten and 10 are one word.
    let mut numbers: BTreeMap<(Option<i64>, &str), usize> = BTreeMap::new();
    let mut in_statements: Vec<u32> = Vec::new();
    // What words weigh at most that carry little: function words, and those that any statement has.
    let mut most: Vec<u32> = Vec::new();
    let mut sets: Vec<BTreeSet<usize>> = Vec::new();
    for statement in old.iter().chain(new) {
        let mut set = BTreeSet::new();
        for word in &statement.words {
            let next = numbers.len();
            let number = *numbers
                .entry((word.number, if word.number.is_some() { "" } else { word.stem() }))
                .or_insert(next);
            if number == next && in_statements.len() == next {
                in_statements.push(0);
                most.push(u32::MAX);
            }
            let at_most = if table.function.has(word) || names.contains(&word.text) {
                1
            } else if table.light.has(word) {
                3
            } else if word.number.is_some() {
                4
            } else {
                u32::MAX
            };
            // Of the inflections of a word, the lightest counts, whichever comes first.
            if let Some(most) = most.get_mut(number) {
                *most = at_most.min(*most);
            }
            if set.insert(number)
                && let Some(count) = in_statements.get_mut(number)
            {
                *count += 1;
            }
        }
        sets.push(set);
    }
    let weight = |number: &usize| -> u32 {
        let count = in_statements.get(*number).copied().unwrap_or(1).max(1);
        let most = most.get(*number).copied().unwrap_or(u32::MAX);
        12_u32.saturating_sub(2 * count.ilog2()).max(2).min(most)
    };
    let mut weighed: Vec<Weighed> = sets
        .iter()
        .map(|set| {
            let words: Vec<(usize, u32)> =
                set.iter().map(|number| (*number, weight(number))).collect();
            let sum = words.iter().map(|(_, weight)| weight).sum();
            Weighed { words, sum }
        })
        .collect();
    let of_new = weighed.split_off(old.len());
    (weighed, of_new)
}
