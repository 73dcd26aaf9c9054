//! Numbers that a statement gives, and which of them is less: the size of a group, a date, how many of a thing, for how
//! long.

use super::comparison::{ChangeEffect, ChangeElement};
use super::table::WordTable;
use super::word::Word;

/// A number that a statement gives, other than how long and how often together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) element: ChangeElement,
    /// What it is of: only measures that share one are compared.
    pub(super) of: Vec<String>,
    pub(super) value: i64,
    /// A smaller number is more, as of the children in a group.
    pub(super) is_less_more: bool,
    /// What it is that the other version has none; none where that says nothing.
    pub(super) gone: Option<ChangeEffect>,
    pub(super) come: Option<ChangeEffect>,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Places of words, as from and to.
pub(super) type Stretch = (usize, usize);

/// How a measure differs: the effect, and the words of both versions.
pub(super) struct Difference {
    pub(super) element: ChangeElement,
    pub(super) effect: ChangeEffect,
    pub(super) old: Option<Stretch>,
    pub(super) new: Option<Stretch>,
}

impl Measure {
    /// Whether both are of one thing.
    fn is_of_one(&self, other: &Self) -> bool {
        self.element == other.element && self.of.iter().any(|of| other.of.contains(of))
    }

    /// Whether both are the same number of one thing.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.value == other.value && self.is_of_one(other)
    }

    /// Whether it is a child who is taught alone.
    pub(super) fn is_alone(&self) -> bool {
        self.element == ChangeElement::Group && self.value <= 100
    }

    pub(super) fn stretch(&self) -> Stretch {
        (self.from, self.to)
    }
}

/// What differs between the measures of two versions.
pub(super) fn compare_measures(
    old: &[Measure],
    new: &[Measure],
    new_words: &[Word],
) -> Vec<Difference> {
    let alone = |measures: &[Measure], others: &[Measure]| -> Vec<Measure> {
        let is_alone = |one: &&Measure| !others.iter().any(|other| one.is_same(other));
        measures.iter().filter(is_alone).cloned().collect()
    };
    let (was, mut is) = (alone(old, new), alone(new, old));
    // "Three children" are a group of three.
    let counts = |one: &Measure| {
        new_words.windows(2).any(|pair| match pair {
            [number, people] => {
                number.number == Some(one.value) && WordTable::built_in().people.has(people)
            }
            _ => false,
        })
    };
    let has = |measures: &[Measure], one: &Measure| {
        measures.iter().any(|other| other.element == one.element)
            || one.element == ChangeElement::Group && counts(one)
    };
    let mut differences = Vec::new();
    let mut add = |one: &Measure, effect, old, new| {
        differences.push(Difference { element: one.element, effect, old, new });
    };
    for one in &was {
        if let Some(at) = is.iter().position(|other| one.is_of_one(other)) {
            let other = is.remove(at);
            let is_bound = one.is_less_more && other.is_less_more;
            let is_less = (other.value < one.value) != is_bound;
            let effect = if is_less { ChangeEffect::Less } else { ChangeEffect::More };
            add(one, effect, Some(one.stretch()), Some(other.stretch()));
        } else if one.element == ChangeElement::Number {
            let new = one.of.last().and_then(|of| uncounted(of, new_words));
            // A share can be in words: 25% is a quarter.
            let is_share = one.of.iter().any(|of| of == "share");
            let has_none = new_words.iter().all(|word| word.number.is_none());
            let is_gone = new.is_some() || has_none && !is_share;
            if let Some(effect) = one.gone.filter(|_| is_gone) {
                add(one, effect, Some(one.stretch()), new);
            }
        } else if let Some(effect) = one.gone.filter(|_| one.is_alone() || !has(new, one)) {
            add(one, effect, Some(one.stretch()), None);
        }
    }
    for one in &is {
        let is_said = match one.element {
            ChangeElement::Group => false,
            ChangeElement::Number => old.iter().any(|other| one.is_of_one(other)),
            _ => has(old, one),
        };
        if let Some(effect) = one.come.filter(|_| !is_said) {
            add(one, effect, None, Some(one.stretch()));
        }
    }
    differences
}

/// How far before a thing its number can stand.
const NEAR: usize = 3;

/// A thing that is counted, in a form that has no plural even where the word is short, as of a TA.
pub(super) fn thing(word: &Word) -> &str {
    word.stem().trim_end_matches('s')
}

/// Where a thing stands without a number.
fn uncounted(of: &str, words: &[Word]) -> Option<Stretch> {
    let at = words.iter().position(|word| thing(word) == of)?;
    let before = words.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
    before.iter().all(|word| word.number.is_none()).then_some((at.saturating_sub(1), at + 1))
}
