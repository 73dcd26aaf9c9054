//! Which statement of one text became which of another: of two versions of a plan, or of advice and a plan.
//!
//! Statements with the same words come first, in the same section and then in another. Of all others, those that share
//! the most words are paired, the closest first. What is left is paired by its place between pairs, or joined to a pair
//! whose words it shares: a sentence that was divided, or two that became one. The order of statements counts for
//! nothing else. An index by words keeps the time near the size of both texts.

use std::cmp::Reverse;

use crate::law::PlanSection;
use crate::text::order::{distinct, sort_by};

/// Scores are in thousandths. So close are pairs at least: in one section, in two, and between two pairs.
const CLOSE: u32 = 230;
const CLOSE_ELSEWHERE: u32 = 480;
const CLOSE_BETWEEN_PAIRS: u32 = 50;

/// What a pair in one section counts more than one in two.
const SAME_SECTION: u32 = 150;

/// The share of a statement's words that one which joins a pair has in it, and the share that says it already.
const JOINS: u32 = 420;
const SAID: u32 = 850;

/// So many words that weigh more than light ones do are shared by a statement that joins a pair.
const LEAST_CONTENT: usize = 2;
const LIGHT: u32 = 4;

/// A word of more statements than so many finds no candidates, and a statement has so many candidates at most.
const COMMON: usize = 64;
const MOST_CANDIDATES: usize = 8;

/// A statement, as far as its alignment goes.
pub(super) struct Aligned<'s> {
    pub(super) section: PlanSection,
    /// Its words in their order. Statements that have the same are equal.
    pub(super) words: Vec<&'s str>,
    /// What it shares with others: each word in a normal form, with the most that it weighs.
    pub(super) weights: Vec<(String, u32)>,
}

/// Statements that became each other. One side is empty for what was removed or added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pairing {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
    /// They have the same words in the same order.
    pub(super) is_equal: bool,
}

/// The words of a statement, each by its number, with what it weighs, in the order of the numbers.
struct Weighed {
    section: PlanSection,
    words: Vec<(usize, u32)>,
    sum: u32,
}

/// Aligns two texts: every statement is in one pairing. What has both comes first, in the order of the newer one.
pub(super) fn align(old: &[Aligned], new: &[Aligned]) -> Vec<Pairing> {
    let (old_words, new_words) = weigh(old, new);
    let mut pairs = Pairs {
        old: old_words,
        new: new_words,
        to_new: vec![None; old.len()],
        to_old: vec![None; new.len()],
    };
    pairs.equal(old, new);
    let equal = pairs.to_old.clone();
    pairs.close();
    pairs.between();
    pairs.pairings(&equal)
}

/// The pairs so far.
struct Pairs {
    old: Vec<Weighed>,
    new: Vec<Weighed>,
    to_new: Vec<Option<usize>>,
    to_old: Vec<Option<usize>>,
}

/// The places of what has the same key in both texts: the first with the first, the second with the second. Each entry
/// has its key, whether it is of the newer text, and its place.
pub(super) fn same_keys<K: Ord>(mut open: Vec<(K, bool, usize)>) -> Vec<(usize, usize)> {
    sort_by(&mut open, Ord::cmp);
    let mut same = Vec::new();
    for group in open.chunk_by(|(one, ..), (other, ..)| one == other) {
        let of = |wanted: bool| group.iter().filter(move |(_, is_new, _)| *is_new == wanted);
        same.extend(of(false).zip(of(true)).map(|((_, _, old), (_, _, new))| (*old, *new)));
    }
    same
}

impl Pairs {
    fn pair(&mut self, old: usize, new: usize) {
        if let (Some(to_new), Some(to_old)) = (self.to_new.get_mut(old), self.to_old.get_mut(new)) {
            *to_new = Some(new);
            *to_old = Some(old);
        }
    }

    fn is_open(&self, is_new: bool, at: usize) -> bool {
        let partners = if is_new { &self.to_old } else { &self.to_new };
        partners.get(at) == Some(&None)
    }

    /// The statements without a partner, those of the older text first: whether each is of the newer, and its place.
    fn open(&self) -> Vec<(bool, usize)> {
        let old = (0..self.old.len()).map(|at| (false, at));
        let all = old.chain((0..self.new.len()).map(|at| (true, at)));
        all.filter(|(is_new, at)| self.is_open(*is_new, *at)).collect()
    }

    /// Pairs what has the same words: in its section, in their order, and then anywhere.
    fn equal(&mut self, old: &[Aligned], new: &[Aligned]) {
        for anywhere in [false, true] {
            let mut open = Vec::new();
            for (is_new, at) in self.open() {
                if let Some(one) = if is_new { new.get(at) } else { old.get(at) } {
                    let section = if anywhere { "" } else { one.section.word() };
                    open.push(((section, &one.words), is_new, at));
                }
            }
            for (old, new) in same_keys(open) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what shares the most words, the closest first.
    fn close(&mut self) {
        let words = self.old.iter().chain(&self.new).flat_map(|one| &one.words);
        let most = words.map(|(word, _)| word + 1).max().unwrap_or_default();
        let mut by_word: Vec<Vec<usize>> = vec![Vec::new(); most];
        for (at, statement) in self.new.iter().enumerate() {
            for (word, _) in statement.words.iter().filter(|_| self.is_open(true, at)) {
                if let Some(places) = by_word.get_mut(*word) {
                    places.push(at);
                }
            }
        }
        let mut candidates = Vec::new();
        let mut shared = vec![0_u32; self.new.len()];
        for (old, statement) in self.old.iter().enumerate() {
            if !self.is_open(false, old) {
                continue;
            }
            let mut found = Vec::new();
            for (word, weight) in &statement.words {
                let places = by_word.get(*word).filter(|places| places.len() <= COMMON);
                for new in places.into_iter().flatten() {
                    let Some(shared) = shared.get_mut(*new) else { continue };
                    if *shared == 0 {
                        found.push((0, *new));
                    }
                    *shared += weight;
                }
            }
            for (weight, new) in &mut found {
                *weight = shared.get_mut(*new).map(std::mem::take).unwrap_or_default();
            }
            sort_by(&mut found, |(one, first), (other, second)| {
                other.cmp(one).then(first.cmp(second))
            });
            candidates.extend(found.iter().take(MOST_CANDIDATES).map(|(_, new)| (old, *new)));
        }
        self.take(&candidates, CLOSE, CLOSE_ELSEWHERE);
    }

    /// Pairs what stands between the same pairs in one section and shares a few words.
    fn between(&mut self) {
        let near_old = neighbours(&self.old, &self.to_new);
        let near_new = neighbours(&self.new, &self.to_old);
        let partner = |place: Option<usize>| self.to_old.get(place?).copied().flatten();
        let mut open = Vec::new();
        for (is_new, at) in self.open() {
            let (near, statements) =
                if is_new { (&near_new, &self.new) } else { (&near_old, &self.old) };
            let (before, behind) = near.get(at).copied().unwrap_or_default();
            let near = if is_new { (partner(before), partner(behind)) } else { (before, behind) };
            let section = statements.get(at).map_or("", |one| one.section.word());
            open.push(((section, near), is_new, at));
        }
        sort_by(&mut open, Ord::cmp);
        let mut candidates = Vec::new();
        for gap in open.chunk_by(|(one, ..), (other, ..)| one == other) {
            let of = |wanted: bool| {
                gap.iter().filter(move |(_, is_new, _)| *is_new == wanted).take(MOST_CANDIDATES)
            };
            for (_, _, old) in of(false) {
                candidates.extend(of(true).map(|(_, _, new)| (*old, *new)));
            }
        }
        self.take(&candidates, CLOSE_BETWEEN_PAIRS, CLOSE_BETWEEN_PAIRS);
    }

    /// Takes pairs that are close enough: the closest first, of equals those nearest in place.
    fn take(&mut self, candidates: &[(usize, usize)], least: u32, least_elsewhere: u32) {
        let mut close = Vec::new();
        for (old, new) in candidates {
            let (Some(one), Some(other)) = (self.old.get(*old), self.new.get(*new)) else {
                continue;
            };
            let is_one = one.section == other.section;
            let score = 2_000 * words_in(one, other, |_| true) / (one.sum + other.sum).max(1);
            if score >= if is_one { least } else { least_elsewhere } {
                let score = score + if is_one { SAME_SECTION } else { 0 };
                close.push((Reverse(score), old.abs_diff(*new), old + new, *old, *new));
            }
        }
        sort_by(&mut close, Ord::cmp);
        for (.., old, new) in close {
            if self.is_open(false, old) && self.is_open(true, new) {
                self.pair(old, new);
            }
        }
    }

    /// The pairings, with those joined to one that share its words.
    fn pairings(&self, equal: &[Option<usize>]) -> Vec<Pairing> {
        let mut pairings: Vec<Pairing> = Vec::new();
        let (mut of_old, mut of_new) = (vec![None; self.old.len()], vec![None; self.new.len()]);
        for (new, old) in self.to_old.iter().enumerate() {
            let Some(old) = *old else { continue };
            for (numbers, at) in [(&mut of_old, old), (&mut of_new, new)] {
                if let Some(number) = numbers.get_mut(at) {
                    *number = Some(pairings.len());
                }
            }
            let is_equal = equal.get(new) == Some(&Some(old));
            pairings.push(Pairing { old: vec![old], new: vec![new], is_equal });
        }
        let mut open = self.open();
        sort_by(&mut open, |(one, _), (other, _)| other.cmp(one));
        for (is_new, at) in open {
            let (joined, numbers) = if is_new {
                (joins(at, &self.new, &self.to_old, &self.old), &of_old)
            } else {
                (joins(at, &self.old, &self.to_new, &self.new), &of_new)
            };
            let number = joined.and_then(|other| numbers.get(other).copied().flatten());
            let mut alone = Pairing { old: Vec::new(), new: Vec::new(), is_equal: false };
            let pairing = number.and_then(|number| pairings.get_mut(number)).unwrap_or(&mut alone);
            pairing.is_equal = false;
            let side = if is_new { &mut pairing.new } else { &mut pairing.old };
            side.insert(side.partition_point(|known| *known < at), at);
            if number.is_none() {
                pairings.push(alone);
            }
        }
        pairings
    }
}

/// The statements with a partner that stand before and behind each statement in its section.
fn neighbours(
    statements: &[Weighed],
    partners: &[Option<usize>],
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut near = vec![(None, None); statements.len()];
    for is_behind in [false, true] {
        let mut last: Option<(PlanSection, usize)> = None;
        for step in 0..statements.len() {
            let at = if is_behind { statements.len() - 1 - step } else { step };
            let (Some(one), Some(near)) = (statements.get(at), near.get_mut(at)) else { continue };
            let found = last.filter(|(section, _)| *section == one.section).map(|(_, at)| at);
            *(if is_behind { &mut near.1 } else { &mut near.0 }) = found;
            if partners.get(at).is_some_and(Option::is_some) {
                last = Some((one.section, at));
            }
        }
    }
    near
}

/// The statement of the other text that a statement joins: the partner of one near it, where that has the words of this
/// one that its partner does not have.
fn joins(
    at: usize,
    statements: &[Weighed],
    partners: &[Option<usize>],
    others: &[Weighed],
) -> Option<usize> {
    let one = statements.get(at)?;
    let near = [at.checked_sub(1), Some(at + 1), at.checked_sub(2), Some(at + 2)];
    let mut best: Option<(u32, usize)> = None;
    for near in near.into_iter().flatten() {
        let place = partners.get(near).copied().flatten();
        let other = place.and_then(|place| Some((place, others.get(place)?)));
        let (Some((place, other)), Some(partner)) = (other, statements.get(near)) else { continue };
        let share =
            |counts: &dyn Fn(usize) -> bool| words_in(one, other, counts) * 1_000 / one.sum.max(1);
        let is_left = |word: usize| !partner.has(word);
        let is_content =
            |word: &&(usize, u32)| word.1 > LIGHT && other.has(word.0) && is_left(word.0);
        // What the other has says it already, where it has nearly all of it.
        let said = share(&|_| true);
        let share = if said >= SAID {
            said
        } else if one.words.iter().filter(is_content).count() >= LEAST_CONTENT {
            share(&is_left)
        } else {
            0
        };
        if share >= JOINS && best.is_none_or(|(known, _)| known < share) {
            best = Some((share, place));
        }
    }
    best.map(|(_, other)| other)
}

impl Weighed {
    fn has(&self, number: usize) -> bool {
        self.words.binary_search_by(|(known, _)| known.cmp(&number)).is_ok()
    }
}

/// The weight of the words of one that are in another, of those that count.
fn words_in(one: &Weighed, other: &Weighed, counts: impl Fn(usize) -> bool) -> u32 {
    let is_in = |word: &&(usize, u32)| other.has(word.0) && counts(word.0);
    one.words.iter().filter(is_in).map(|(_, weight)| weight).sum()
}

/// The words of both texts with their weights: a word of few statements weighs the most. Of the forms of a word, the
/// lightest counts.
fn weigh(old: &[Aligned], new: &[Aligned]) -> (Vec<Weighed>, Vec<Weighed>) {
    let all = || old.iter().chain(new);
    let weights = all().flat_map(|one| &one.weights);
    let mut known: Vec<&str> = weights.map(|(word, _)| word.as_str()).collect();
    distinct(&mut known);
    // In how many statements each word stands, and the most that it weighs.
    let mut counts: Vec<(u32, u32)> = vec![(0, u32::MAX); known.len()];
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for one in all() {
        let mut set = Vec::new();
        for (word, most) in &one.weights {
            let Ok(number) = known.binary_search(&word.as_str()) else { continue };
            set.push(number);
            if let Some((_, known)) = counts.get_mut(number) {
                *known = *most.min(known);
            }
        }
        distinct(&mut set);
        for number in &set {
            if let Some((count, _)) = counts.get_mut(*number) {
                *count += 1;
            }
        }
        sets.push(set);
    }
    let weighed = all().zip(sets).map(|(one, set)| {
        let words = set.into_iter().map(|number| {
            let (count, most) = counts.get(number).copied().unwrap_or_default();
            (number, 12_u32.saturating_sub(2 * count.max(1).ilog2()).max(2).min(most))
        });
        let words: Vec<(usize, u32)> = words.collect();
        let sum = words.iter().map(|(_, weight)| weight).sum();
        Weighed { section: one.section, words, sum }
    });
    let mut weighed: Vec<Weighed> = weighed.collect();
    let of_new = weighed.split_off(old.len());
    (weighed, of_new)
}
