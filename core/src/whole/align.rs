//! Which statement of one text became which of another: of two versions of a plan, or of advice and a plan.
//!
//! Statements with the same words come first, in the same section and then in another. Of all others, those that share
//! the most words are paired, the closest first. What is left is paired by its place between pairs, or joined to a pair
//! whose words it shares: a sentence that was divided, or two that became one. The order of statements counts for
//! nothing else. An index by words keeps the time near the size of both texts.

use std::cmp::Reverse;

use crate::document::map::TextMap;
use crate::document::table::{Number, Table, number};
use crate::law::PlanSection;
use crate::text::order::{distinct, sort_by};

/// How close statements are at least that are paired, in thousandths.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closeness {
    /// In one section.
    pub(super) here: u32,
    /// In two sections.
    pub(super) elsewhere: u32,
    /// Between two pairs, where both texts have one order.
    pub(super) between: Option<u32>,
}

/// Of two versions of a text, which keep their order.
pub(super) const OF_VERSIONS: Closeness =
    Closeness { here: 230, elsewhere: 480, between: Some(50) };

/// What a pair in one section counts more than one in two.
const SAME_SECTION: u32 = 150;

/// The share of a statement's words that one which joins a pair has in it, and the share that says it already.
const JOINS: u32 = 420;
const SAID: u32 = 850;

/// So many words that weigh more than light ones do are shared by a statement that joins a pair.
const LEAST_CONTENT: usize = 2;
const LIGHT: u32 = 4;

/// The fewest words of a statement that is shown as the closest: fewer are a heading or a label.
const LEAST_WORDS: usize = 4;

/// A word of more statements than so many finds no candidates, and a statement has so many candidates at most.
const COMMON: usize = 64;
const MOST_CANDIDATES: usize = 8;

number! {
    /// The number of a statement in its text, whichever of both that is.
    pub(super) struct AlignedNumber;

    /// The number of a word of both texts.
    struct WordNumber;

    /// The number of a pairing.
    struct PairingNumber;
}

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
    pub(super) old: Vec<AlignedNumber>,
    pub(super) new: Vec<AlignedNumber>,
    /// They have the same words in the same order.
    pub(super) is_equal: bool,
}

/// The words of a statement with what each weighs, in the order of their numbers.
struct Weighed {
    section: PlanSection,
    words: Vec<(WordNumber, u32)>,
    sum: u32,
}

/// Something of each statement of a text.
type Each<T> = Table<AlignedNumber, T>;

/// Aligns two texts: every statement is in one pairing. What has both comes first, in the order of the newer one.
pub(super) fn align(
    old: &Each<Aligned>,
    new: &Each<Aligned>,
    closeness: Closeness,
) -> Vec<Pairing> {
    Pairs::new(old, new).align(old, new, closeness)
}

/// How near the closest statement of the other text is, in thousandths: 1,000 where both have the same words. It may be
/// the closest of several.
pub(super) type Closest = Option<(u32, AlignedNumber)>;

/// Aligns two texts, and finds the closest statement of the newer one to each of the older.
pub(super) fn align_with_closest(
    old: &Each<Aligned>,
    new: &Each<Aligned>,
    closeness: Closeness,
) -> (Vec<Pairing>, Each<Closest>) {
    let pairs = Pairs::new(old, new);
    let closest = pairs.closest();
    (pairs.align(old, new, closeness), closest)
}

/// The pairs so far.
struct Pairs {
    old: Each<Weighed>,
    new: Each<Weighed>,
    to_new: Each<Option<AlignedNumber>>,
    to_old: Each<Option<AlignedNumber>>,
    /// How many statements of both texts each word stands in, and the most that it weighs.
    words: Table<WordNumber, (u32, u32)>,
}

/// The statements of the newer text by their words, which keeps the time near the size of both texts.
struct Index {
    by_word: Table<WordNumber, Vec<AlignedNumber>>,
    /// What each shares with the statement whose candidates are looked for; nothing between two.
    shared: Each<u32>,
}

impl Index {
    fn new(pairs: &Pairs, has: impl Fn(AlignedNumber) -> bool) -> Self {
        let mut by_word = Table::like(&pairs.words, Vec::new());
        for (number, statement) in pairs.new.iter().filter(|(number, _)| has(*number)) {
            for (word, _) in &statement.words {
                by_word[*word].push(number);
            }
        }
        Self { by_word, shared: Table::like(&pairs.new, 0) }
    }

    /// The statements that share the most with one of the older text, those first.
    fn candidates(&mut self, statement: &Weighed) -> Vec<AlignedNumber> {
        let mut found = Vec::new();
        for (word, weight) in &statement.words {
            let places = Some(&self.by_word[*word]).filter(|places| places.len() <= COMMON);
            for new in places.into_iter().flatten() {
                let shared = &mut self.shared[*new];
                if *shared == 0 {
                    found.push((0, *new));
                }
                *shared += weight;
            }
        }
        for (weight, new) in &mut found {
            *weight = std::mem::take(&mut self.shared[*new]);
        }
        sort_by(&mut found, |(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
        found.into_iter().take(MOST_CANDIDATES).map(|(_, new)| new).collect()
    }
}

/// The numbers of what has the same key in both texts: the first with the first, the second with the second. Each entry
/// has its key, whether it is of the newer text, and its number.
pub(super) fn same_keys<K: Ord, N: Number>(mut open: Vec<(K, bool, N)>) -> Vec<(N, N)> {
    sort_by(&mut open, Ord::cmp);
    let mut same = Vec::new();
    for group in open.chunk_by(|(one, ..), (other, ..)| one == other) {
        let of = |wanted: bool| group.iter().filter(move |(_, is_new, _)| *is_new == wanted);
        same.extend(of(false).zip(of(true)).map(|((_, _, old), (_, _, new))| (*old, *new)));
    }
    same
}

impl Pairs {
    fn new(old: &Each<Aligned>, new: &Each<Aligned>) -> Self {
        let mut words = Table::default();
        let mut numbers = TextMap::default();
        let of_old = numbered(old, &mut numbers, &mut words);
        let of_new = numbered(new, &mut numbers, &mut words);
        Self {
            old: weighed(old, of_old, &words),
            new: weighed(new, of_new, &words),
            to_new: Table::like(old, None),
            to_old: Table::like(new, None),
            words,
        }
    }

    fn align(
        mut self,
        old: &Each<Aligned>,
        new: &Each<Aligned>,
        closeness: Closeness,
    ) -> Vec<Pairing> {
        self.equal(old, new);
        let equal = self.to_old.clone();
        self.close(closeness);
        if let Some(between) = closeness.between {
            self.between(between);
        }
        self.pairings(&equal)
    }

    fn closest(&self) -> Each<Closest> {
        let mut index = Index::new(self, |number| self.new[number].words.len() >= LEAST_WORDS);
        let mut of_one = |one: &Weighed| {
            let near = |number: AlignedNumber| {
                let other = &self.new[number];
                let near = nearness(one, other);
                let is_here = near > 0 && one.section == other.section;
                (near + if is_here { SAME_SECTION } else { 0 }, near, Reverse(number))
            };
            let best = index.candidates(one).into_iter().map(near).max();
            best.map(|(_, near, Reverse(number))| (near, number))
        };
        self.old.rows().iter().map(&mut of_one).collect()
    }

    fn pair(&mut self, old: AlignedNumber, new: AlignedNumber) {
        self.to_new[old] = Some(new);
        self.to_old[new] = Some(old);
    }

    fn is_open(&self, is_new: bool, number: AlignedNumber) -> bool {
        let partners = if is_new { &self.to_old } else { &self.to_new };
        partners[number].is_none()
    }

    /// The statements without a partner, those of the older text first: whether each is of the newer, and its number.
    fn open(&self) -> Vec<(bool, AlignedNumber)> {
        let old = self.old.numbers().map(|number| (false, number));
        let all = old.chain(self.new.numbers().map(|number| (true, number)));
        all.filter(|(is_new, number)| self.is_open(*is_new, *number)).collect()
    }

    /// Pairs what has the same words: in its section, in their order, and then anywhere.
    fn equal(&mut self, old: &Each<Aligned>, new: &Each<Aligned>) {
        for anywhere in [false, true] {
            let key = |(is_new, number): (bool, AlignedNumber)| {
                let one = if is_new { &new[number] } else { &old[number] };
                let section = if anywhere { "" } else { one.section.word() };
                ((section, &one.words), is_new, number)
            };
            for (old, new) in same_keys(self.open().into_iter().map(key).collect()) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what shares the most words, the closest first.
    fn close(&mut self, closeness: Closeness) {
        let mut index = Index::new(self, |number| self.is_open(true, number));
        let mut candidates = Vec::new();
        for (old, statement) in self.old.iter().filter(|(old, _)| self.is_open(false, *old)) {
            candidates.extend(index.candidates(statement).into_iter().map(|new| (old, new)));
        }
        self.take(&candidates, closeness.here, closeness.elsewhere);
    }

    /// Pairs what stands between the same pairs in one section and shares a few words.
    fn between(&mut self, least: u32) {
        let near_old = neighbours(&self.old, &self.to_new);
        let near_new = neighbours(&self.new, &self.to_old);
        let partner = |near: Option<AlignedNumber>| near.and_then(|near| self.to_old[near]);
        let mut open = Vec::new();
        for (is_new, number) in self.open() {
            // What joins a pair replaces nothing.
            if self.joined(is_new, number).is_some() {
                continue;
            }
            let (section, near) = if is_new {
                let near = near_new.each_ref().map(|near| partner(near[number]));
                (self.new[number].section, near)
            } else {
                (self.old[number].section, near_old.each_ref().map(|near| near[number]))
            };
            open.push(((section.word(), near), is_new, number));
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
        self.take(&candidates, least, least);
    }

    /// Takes pairs that are close enough: the closest first, of equals those nearest in place.
    fn take(
        &mut self,
        candidates: &[(AlignedNumber, AlignedNumber)],
        least: u32,
        least_elsewhere: u32,
    ) {
        let mut close = Vec::new();
        for (old, new) in candidates {
            let (one, other) = (&self.old[*old], &self.new[*new]);
            let is_one = one.section == other.section;
            let score = 2_000 * words_in(one, other, |_| true) / (one.sum + other.sum).max(1);
            if score >= if is_one { least } else { least_elsewhere } {
                let score = score + if is_one { SAME_SECTION } else { 0 };
                let (from, to) = (old.place(), new.place());
                close.push((Reverse(score), from.abs_diff(to), from + to, *old, *new));
            }
        }
        sort_by(&mut close, Ord::cmp);
        for (.., old, new) in close {
            if self.is_open(false, old) && self.is_open(true, new) {
                self.pair(old, new);
            }
        }
    }

    /// The statement of the other text that one without a partner joins.
    fn joined(&self, is_new: bool, number: AlignedNumber) -> Option<AlignedNumber> {
        if is_new {
            joins(number, &self.new, &self.to_old, &self.old)
        } else {
            joins(number, &self.old, &self.to_new, &self.new)
        }
    }

    /// The pairings, with those joined to one that share its words.
    fn pairings(&self, equal: &Each<Option<AlignedNumber>>) -> Vec<Pairing> {
        let mut pairings: Table<PairingNumber, Pairing> = Table::default();
        let (mut of_old, mut of_new) = (Table::like(&self.old, None), Table::like(&self.new, None));
        for (new, old) in self.to_old.iter() {
            let Some(old) = *old else { continue };
            let is_equal = equal[new] == Some(old);
            let number = pairings.push(Pairing { old: vec![old], new: vec![new], is_equal });
            of_old[old] = Some(number);
            of_new[new] = Some(number);
        }
        let mut open = self.open();
        sort_by(&mut open, |(one, _), (other, _)| other.cmp(one));
        for (is_new, at) in open {
            let of_other = if is_new { &of_old } else { &of_new };
            let joined = self.joined(is_new, at).and_then(|other| of_other[other]);
            let alone = || Pairing { old: Vec::new(), new: Vec::new(), is_equal: false };
            let number = joined.unwrap_or_else(|| pairings.push(alone()));
            let pairing = &mut pairings[number];
            pairing.is_equal = false;
            let side = if is_new { &mut pairing.new } else { &mut pairing.old };
            side.insert(side.partition_point(|known| *known < at), at);
        }
        pairings.into_iter().collect()
    }
}

/// The statement with a partner that stands before each statement in its section, and the one that stands behind it.
fn neighbours(
    statements: &Each<Weighed>,
    partners: &Each<Option<AlignedNumber>>,
) -> [Each<Option<AlignedNumber>>; 2] {
    let nearest = |numbers: &mut dyn Iterator<Item = AlignedNumber>| {
        let mut near = Table::like(statements, None);
        let mut last: Option<(PlanSection, AlignedNumber)> = None;
        for number in numbers {
            let section = statements[number].section;
            near[number] = last.filter(|(of, _)| *of == section).map(|(_, last)| last);
            if partners[number].is_some() {
                last = Some((section, number));
            }
        }
        near
    };
    [nearest(&mut statements.numbers()), nearest(&mut statements.numbers().rev())]
}

/// The statement of the other text that a statement joins: the partner of one near it, where that has the words of this
/// one that its partner does not have.
fn joins(
    number: AlignedNumber,
    statements: &Each<Weighed>,
    partners: &Each<Option<AlignedNumber>>,
    others: &Each<Weighed>,
) -> Option<AlignedNumber> {
    let one = &statements[number];
    let at = number.place();
    let near = [at.checked_sub(1), Some(at + 1), at.checked_sub(2), Some(at + 2)];
    let mut best: Option<(u32, AlignedNumber)> = None;
    for near in near.into_iter().flatten().filter_map(|near| statements.number(near)) {
        let Some(number) = partners[near] else { continue };
        let (partner, other) = (&statements[near], &others[number]);
        let share = |counts: &dyn Fn(WordNumber) -> bool| {
            words_in(one, other, counts) * 1_000 / one.sum.max(1)
        };
        let is_left = |word: WordNumber| !partner.has(word);
        let is_content =
            |word: &&(WordNumber, u32)| word.1 > LIGHT && other.has(word.0) && is_left(word.0);
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
            best = Some((share, number));
        }
    }
    best.map(|(_, other)| other)
}

/// How near two statements are by the words that they share, in thousandths. A long one with all words of a short one
/// is nearer than by the share of the words of both.
fn nearness(one: &Weighed, other: &Weighed) -> u32 {
    let product = u64::from(one.sum) * u64::from(other.sum);
    let shared = u64::from(words_in(one, other, |_| true)) * 1_000;
    u32::try_from(shared / product.isqrt().max(1)).unwrap_or(u32::MAX)
}

impl Weighed {
    fn has(&self, number: WordNumber) -> bool {
        self.words.binary_search_by(|(known, _)| known.cmp(&number)).is_ok()
    }
}

/// The weight of the words of one that are in another, of those that count.
fn words_in(one: &Weighed, other: &Weighed, counts: impl Fn(WordNumber) -> bool) -> u32 {
    let is_in = |word: &&(WordNumber, u32)| other.has(word.0) && counts(word.0);
    one.words.iter().filter(is_in).map(|(_, weight)| weight).sum()
}

/// The words of each statement by their numbers, each once. Counts the statements that each stands in. Of the forms of
/// a word, the lightest counts.
fn numbered(
    statements: &Each<Aligned>,
    numbers: &mut TextMap<WordNumber>,
    words: &mut Table<WordNumber, (u32, u32)>,
) -> Each<Vec<WordNumber>> {
    let of_one = |one: &Aligned| {
        let mut set = Vec::new();
        for (word, most) in &one.weights {
            let number = *numbers.or_insert_with(word, || words.push((0, u32::MAX)));
            set.push(number);
            let (_, known) = &mut words[number];
            *known = *most.min(known);
        }
        distinct(&mut set);
        for number in &set {
            words[*number].0 += 1;
        }
        set
    };
    statements.rows().iter().map(of_one).collect()
}

/// The statements with the weights of their words: a word of few statements weighs the most.
fn weighed(
    statements: &Each<Aligned>,
    sets: Each<Vec<WordNumber>>,
    words: &Table<WordNumber, (u32, u32)>,
) -> Each<Weighed> {
    let weight = |number: WordNumber| {
        let (count, most) = words[number];
        (number, 12_u32.saturating_sub(2 * count.max(1).ilog2()).max(2).min(most))
    };
    let weighed = statements.rows().iter().zip(sets).map(|(one, set)| {
        let words: Vec<(WordNumber, u32)> = set.into_iter().map(weight).collect();
        let sum = words.iter().map(|(_, weight)| weight).sum();
        Weighed { section: one.section, words, sum }
    });
    weighed.collect()
}
