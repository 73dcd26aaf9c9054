//! Which statement of an older version became which of a newer one.
//!
//! Statements with the same words come first, in the same section and then in another. Of all others, those that share
//! the most words are paired, the closest first. What is left is paired by its place between pairs, or joined to a pair
//! whose words it shares: a sentence that was divided, or two that became one. An index by words keeps the time near
//! the size of both versions.

use super::content::names;
use super::statement::Statement;
use super::table::WordTable;
use super::word::Word;
use crate::law::PlanSection;
use crate::text::order::{distinct, sort_by};

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

/// The words of a statement, each by its number, with what it weighs, in the order of the numbers.
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

/// What is open in one version: a key by which it finds its partners, whether it is of the newer, and its place.
pub(super) type Open<K> = (K, bool, usize);

/// The places of what has the same key in both versions: the first with the first, the second with the second.
pub(super) fn same_keys<K: Ord>(mut open: Vec<Open<K>>) -> Vec<(usize, usize)> {
    sort_by(&mut open, Ord::cmp);
    let mut same = Vec::new();
    for group in open.chunk_by(|(one, ..), (other, ..)| one == other) {
        let of = |wanted: bool| group.iter().filter(move |(_, is_new, _)| *is_new == wanted);
        same.extend(of(false).zip(of(true)).map(|((_, _, old), (_, _, new))| (*old, *new)));
    }
    same
}

impl<'s> Aligned<'s> {
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

    /// The statements without a partner, those of the older version first.
    fn open<K>(&self, key: impl Fn(bool, usize, &'s Statement) -> K) -> Vec<Open<K>> {
        let mut open = Vec::new();
        for (is_new, statements, partners) in
            [(false, self.old, &self.to_new), (true, self.new, &self.to_old)]
        {
            for (at, (statement, partner)) in statements.iter().zip(partners).enumerate() {
                if partner.is_none() {
                    open.push((key(is_new, at, statement), is_new, at));
                }
            }
        }
        open
    }

    /// Pairs what has the same words: in its section, in their order, and then anywhere.
    fn equal(&mut self) {
        for anywhere in [false, true] {
            let open = self.open(|_, _, statement| {
                let section = if anywhere { "" } else { statement.section.word() };
                let words = statement.words.iter().map(|word| word.text.as_str());
                (section, words.collect::<Vec<&str>>())
            });
            for (old, new) in same_keys(open) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what shares the most words, the closest first.
    fn close(&mut self) {
        let mut by_word: Vec<Vec<usize>> = Vec::new();
        for (at, statement) in self.new_words.iter().enumerate() {
            if self.to_old.get(at) == Some(&None) {
                for (word, _) in &statement.words {
                    if by_word.len() <= *word {
                        by_word.resize(*word + 1, Vec::new());
                    }
                    if let Some(places) = by_word.get_mut(*word) {
                        places.push(at);
                    }
                }
            }
        }
        let mut candidates = Vec::new();
        let mut shared = vec![0_u32; self.new.len()];
        for (old, statement) in self.old_words.iter().enumerate() {
            if self.to_new.get(old) != Some(&None) {
                continue;
            }
            let mut found = Vec::new();
            for (word, weight) in &statement.words {
                let Some(places) = by_word.get(*word).filter(|places| places.len() <= COMMON)
                else {
                    continue;
                };
                for new in places {
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
            candidates.extend(
                found.iter().take(MOST_CANDIDATES).map(|(_, new)| self.candidate(old, *new)),
            );
        }
        self.take(candidates, |score, same| score >= if same { CLOSE } else { CLOSE_ELSEWHERE });
    }

    fn candidate(&self, old: usize, new: usize) -> (u32, usize, usize) {
        let score = match (self.old_words.get(old), self.new_words.get(new)) {
            (Some(old), Some(new)) => {
                2_000 * words_in(old, new, |_| true) / (old.sum + new.sum).max(1)
            }
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
        let key = |(score, old, new): &(u32, usize, usize)| {
            let same = if self.is_one_section(*old, *new) { SAME_SECTION } else { 0 };
            (std::cmp::Reverse(score + same), old.abs_diff(*new), old + new, *old)
        };
        sort_by(&mut candidates, |one, other| key(one).cmp(&key(other)));
        for (score, old, new) in candidates {
            if self.is_open(old, new) && is_close(score, self.is_one_section(old, new)) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what stands between the same pairs in one section and shares a few words.
    fn between(&mut self) {
        let (near_old, near_new) =
            (neighbours(self.old, &self.to_new), neighbours(self.new, &self.to_old));
        let partner = |place: Option<usize>| {
            place.and_then(|place| self.to_old.get(place).copied().flatten())
        };
        let mut open = self.open(|is_new, at, statement| {
            let near = if is_new { &near_new } else { &near_old };
            let (before, behind) = near.get(at).copied().unwrap_or_default();
            let near = if is_new { (partner(before), partner(behind)) } else { (before, behind) };
            (statement.section.word(), near)
        });
        sort_by(&mut open, Ord::cmp);
        let mut candidates = Vec::new();
        for gap in open.chunk_by(|(one, ..), (other, ..)| one == other) {
            let of = |wanted: bool| {
                gap.iter().filter(move |(_, is_new, _)| *is_new == wanted).take(MOST_CANDIDATES)
            };
            for (_, _, old) in of(false) {
                candidates.extend(of(true).map(|(_, _, new)| self.candidate(*old, *new)));
            }
        }
        self.take(candidates, |score, _| score >= CLOSE_BETWEEN_PAIRS);
    }

    /// The pairings, with those joined to one that share its words: what has both versions in the order of the newer
    /// one, then what was added, then what was removed.
    fn pairings(&self) -> Vec<Pairing> {
        let joined_old = self.open(|is_new, at, _| {
            if is_new {
                joins(at, &self.new_words, &self.to_old, &self.old_words)
            } else {
                joins(at, &self.old_words, &self.to_new, &self.new_words)
            }
        });
        let mut pairings: Vec<Pairing> = Vec::new();
        let mut number_of_old = vec![0; self.old.len()];
        let mut number_of_new = vec![0; self.new.len()];
        for (at, old) in self.to_old.iter().enumerate() {
            let Some(old) = *old else { continue };
            for (numbers, at) in [(&mut number_of_old, old), (&mut number_of_new, at)] {
                if let Some(number) = numbers.get_mut(at) {
                    *number = pairings.len();
                }
            }
            pairings.push(Pairing { old: vec![old], new: vec![at] });
        }
        let (removed, added): (Vec<_>, Vec<_>) =
            joined_old.into_iter().partition(|(_, is_new, _)| !is_new);
        for (other, is_new, at) in added.into_iter().chain(removed) {
            let numbers = if is_new { &number_of_old } else { &number_of_new };
            let number = other.and_then(|other| numbers.get(other));
            let mut alone = Pairing::default();
            let pairing = number.and_then(|number| pairings.get_mut(*number)).unwrap_or(&mut alone);
            let side = if is_new { &mut pairing.new } else { &mut pairing.old };
            let place = side.partition_point(|known| *known < at);
            side.insert(place, at);
            if number.is_none() {
                pairings.push(alone);
            }
        }
        pairings
    }
}

/// The statements with a partner that stand before and behind each statement in its section.
fn neighbours(
    statements: &[Statement],
    partners: &[Option<usize>],
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut near = vec![(None, None); statements.len()];
    let nearest = |last: &mut Option<(PlanSection, usize)>, at: usize| {
        let section = statements.get(at).map(|one| one.section);
        let near = last.filter(|(of, _)| Some(*of) == section).map(|(_, place)| place);
        if partners.get(at).is_some_and(Option::is_some) {
            *last = section.map(|section| (section, at));
        }
        near
    };
    let mut last = None;
    for (at, (before, _)) in near.iter_mut().enumerate() {
        *before = nearest(&mut last, at);
    }
    last = None;
    for (at, (_, behind)) in near.iter_mut().enumerate().rev() {
        *behind = nearest(&mut last, at);
    }
    near
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
        let is_left = |word: usize| !partner.has(word);
        // What its partner has says it already, where it has all of it.
        let said = words_in(one, other, |_| true) * 1_000 / one.sum.max(1);
        let is_content =
            |word: &&(usize, u32)| word.1 > LIGHT && other.has(word.0) && is_left(word.0);
        let share = if said >= SAID {
            said
        } else if one.words.iter().filter(is_content).count() >= LEAST_CONTENT {
            words_in(one, other, is_left) * 1_000 / one.sum.max(1)
        } else {
            0
        };
        if share >= JOINS && best.is_none_or(|(known, _)| known < share) {
            best = Some((share, other_at));
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

/// Ten and 10 are one word, and so are the inflections of a word.
fn key(word: &Word) -> (Option<i64>, &str) {
    (word.number, if word.number.is_some() { "" } else { word.stem() })
}

/// The words of both versions with their weights: a word of few statements weighs the most, one without content the
/// least.
fn weigh(old: &[Statement], new: &[Statement]) -> (Vec<Weighed>, Vec<Weighed>) {
    let table = WordTable::built_in();
    let all = || old.iter().chain(new);
    let mut names: Vec<String> = all().flat_map(|statement| names(&statement.words)).collect();
    distinct(&mut names);
    let mut keys: Vec<_> = all().flat_map(|statement| statement.words.iter().map(key)).collect();
    distinct(&mut keys);
    let mut in_statements = vec![0_u32; keys.len()];
    // What words weigh at most that carry little: function words, and those that any statement has. Of the inflections
    // of a word, the lightest counts.
    let mut most = vec![u32::MAX; keys.len()];
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for statement in all() {
        let mut set = Vec::new();
        for word in &statement.words {
            let Ok(number) = keys.binary_search(&key(word)) else { continue };
            set.push(number);
            let at_most = if table.function.has(word) || names.binary_search(&word.text).is_ok() {
                1
            } else if table.light.has(word) {
                3
            } else if word.number.is_some() {
                4
            } else {
                u32::MAX
            };
            if let Some(most) = most.get_mut(number) {
                *most = at_most.min(*most);
            }
        }
        distinct(&mut set);
        for number in &set {
            if let Some(count) = in_statements.get_mut(*number) {
                *count += 1;
            }
        }
        sets.push(set);
    }
    let weight = |number: usize| -> u32 {
        let count = in_statements.get(number).copied().unwrap_or(1).max(1);
        let most = most.get(number).copied().unwrap_or(u32::MAX);
        12_u32.saturating_sub(2 * count.ilog2()).max(2).min(most)
    };
    let weighed = sets.into_iter().map(|set| {
        let words: Vec<(usize, u32)> =
            set.into_iter().map(|number| (number, weight(number))).collect();
        let sum = words.iter().map(|(_, weight)| weight).sum();
        Weighed { words, sum }
    });
    let mut weighed: Vec<Weighed> = weighed.collect();
    let of_new = weighed.split_off(old.len());
    (weighed, of_new)
}
