//! How many share what is given: the size of a group, or of the children to an adult.

use super::comparison::{ChangeEffect, ChangeElement};
use super::measure::Measure;
use super::reader::Reader;
use super::table::WordTable;
use super::word::{Gap, Word};
use crate::text::order::sort_by;

/// The sizes that words without a number stand for, in hundredths.
const SMALL_GROUP: i64 = 801;
const GROUP: i64 = 1_001;
const SHARED: i64 = 400;
const CLASS: i64 = 3_000;

/// One child alone, in hundredths.
const ONE: i64 = 100;

/// How far behind a word for a group its number can stand.
const NEAR: usize = 7;

/// The groups that a statement names, the largest first.
pub(super) fn groups(table: &WordTable, words: &[Word]) -> Vec<Measure> {
    let mut groups: Vec<(i64, usize, usize)> = Vec::new();
    let mut vague = Vec::new();
    for from in 0..words.len() {
        if groups.last().is_some_and(|(.., to)| *to > from) {
            continue;
        }
        if let Some((size, length)) = (Reader { table, words, from }).group() {
            let is_vague = matches!(size, SMALL_GROUP | GROUP);
            if is_vague { &mut vague } else { &mut groups }.push((size, from, from + length));
        }
    }
    // A group whose size is said elsewhere in the statement is no second one.
    if !groups.iter().any(|(size, ..)| *size > ONE) {
        // "Four children will meet as a group."
        let counted = (0..words.len()).find_map(|at| {
            let next = words.get(at + 1).filter(|next| table.people.has(next))?;
            let size = words.get(at)?.number.filter(|size| *size > ONE && next.gap == Gap::None)?;
            Some((size, at, at + 2))
        });
        match counted.filter(|_| !vague.is_empty()) {
            Some(counted) => groups.push(counted),
            None => groups.extend(vague),
        }
    }
    sort_by(&mut groups, |one, other| other.0.cmp(&one.0));
    let measures = groups.into_iter().map(|(value, from, to)| {
        let is_counted = value % 100 == 0 && value < CLASS;
        let gone = if is_counted { ChangeEffect::Less } else { ChangeEffect::More };
        let come = if value <= ONE { ChangeEffect::More } else { ChangeEffect::Less };
        Measure {
            element: ChangeElement::Group,
            of: vec![String::new()],
            value,
            is_less_more: true,
            gone: Some(gone),
            come: Some(come),
            from,
            to,
        }
    });
    measures.collect()
}

impl Reader<'_> {
    /// A group: its size, and how many words name it.
    fn group(&self) -> Option<(i64, usize)> {
        self.ratio().or_else(|| self.named()).or_else(|| self.sized()).or_else(|| self.others())
    }

    /// "1:3", "one adult to three pupils", "one adult for every six".
    fn ratio(&self) -> Option<(i64, usize)> {
        let adults = self.number(0).filter(|adults| (1..400).contains(adults))?;
        if self.is(1, "to|on") {
            let children = self.number(2)?;
            let is_range = self.word(3).is_some_and(|word| {
                self.table.people.has(word)
                    || self.table.sessions.has(word)
                    || word.is("minute|minutes|hour|hours|%")
            });
            let is_ratio = (adults == ONE || children <= adults) && !is_range;
            return is_ratio.then_some((children * ONE / adults, 3));
        }
        if !self.is(1, "adult|adults|teacher|assistant|ta|member") {
            return None;
        }
        let joint = (2..5).find(|at| self.is(*at, "to|for|per"))?;
        let at = (joint + 1..joint + 3).find(|at| self.number(*at).is_some())?;
        Some((self.number(at)? * ONE / adults, at + 1))
    }

    /// A group by its name alone.
    fn named(&self) -> Option<(i64, usize)> {
        let is_near = |any: &str, to: usize| (1..to).any(|at| self.is(at, any));
        let word = self.word(0)?;
        let is_named =
            self.before(1).is_some_and(|word| word.is_capital || word.is("her|him|them"));
        let teaches = !self.word(1).is_some_and(|word| self.table.not_individual.has(word));
        match word.text.as_str() {
            "no" | "without" if is_near("other|others|else", 3) => {
                (!self.is(1, "more|fewer|than")).then_some((ONE, 2))
            }
            "by" | "to" if self.is(1, "himself|herself|themselves") => Some((ONE, 2)),
            "individual" | "individually" if teaches => Some((ONE, 1)),
            "alone" if is_named || self.was(1, "be") || self.is(1, "with") => Some((ONE, 1)),
            "own" if self.was(1, "her|his|their") && self.was(2, "on") => Some((ONE, 1)),
            "shared" => {
                let is_between = self.is(1, "between|among|across|with|by");
                let number = (2..5).find_map(|at| self.number(at)).filter(|_| is_between);
                let is_shared =
                    is_between && is_near("other|others|pupils|children|peers|class", 5);
                let is_shared = is_shared || number.is_some() || self.was(1, "a|an");
                is_shared.then_some((number.map_or(SHARED, |number| number + ONE), 1))
            }
            "pair" | "pairs" | "paired" if !self.is(1, "of") => Some((2 * ONE, 1)),
            "trio" | "trios" => Some((3 * ONE, 1)),
            "whole" if self.is(1, "class") => Some((CLASS, 2)),
            "class" | "classes" if self.was(1, "small|smaller") => Some((SMALL_GROUP, 1)),
            _ => None,
        }
    }

    /// A group with its size, which stands behind it or before it.
    fn sized(&self) -> Option<(i64, usize)> {
        if self.is(0, "class|classes") && self.is(1, "of|size") {
            return self.size_behind();
        }
        let names_other = self.was(1, "age|year|working|support|peer|friendship|interest");
        if names_other || !self.is(0, "group|groups|grouping|groupings") {
            return None;
        }
        let vague = if self.was(1, "small|smaller") { SMALL_GROUP } else { GROUP };
        self.size_behind().or_else(|| {
            let near = || (1..=3).filter_map(|back| self.before(back));
            let counts = near().any(|word| self.table.people.has(word));
            let size = near().find_map(|word| word.number).filter(|_| counts);
            Some((size.unwrap_or(vague), 1))
        })
    }

    /// The size behind a word for a group: of a range, the larger.
    fn size_behind(&self) -> Option<(i64, usize)> {
        let mut found = None;
        for at in 1..=NEAR {
            let Some(word) = self.word(at).filter(|word| word.gap < Gap::Clause) else { break };
            let is_time = self.word(at + 1).is_some_and(|next| {
                next.is("minute|minutes|hour|hours") || self.table.sessions.has(next)
            });
            let Some(number) = word.number.filter(|_| !is_time) else { continue };
            let others = if self.is(at + 1, "other|others|peers") { ONE } else { 0 };
            let size = found.map_or(number, |(size, _): (i64, usize)| size.max(number)) + others;
            found = Some((size, at + 1));
            if !self.is(at + 1, "to|or") {
                break;
            }
        }
        found
    }

    /// "With two other pupils", "no more than six children".
    fn others(&self) -> Option<(i64, usize)> {
        let number = self.number(0)?;
        // One other adult is no other child.
        if (1..3).any(|at| self.is(at, "adult|adults|staff")) {
            return None;
        }
        if self.is(1, "in") && self.is(2, "a|the|his|her|each") && self.is(3, "class|group") {
            return Some((number, 4));
        }
        let people = |at: &usize| self.word(*at).is_some_and(|word| self.table.people.has(word));
        let people = (1..4).find(people)?;
        let is_beside = self.is(1, "other|others")
            || self.was(1, "with|alongside|and") && !self.was(3, "between")
            || self.was(1, "of") && self.was(2, "company");
        let is_limit = self.was(1, "maximum|most|for")
            || self.was(1, "than|of|to") && self.was(2, "more|fewer|maximum|up");
        let size = if is_beside { number + ONE } else { number };
        (is_beside || is_limit).then_some((size, people + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{WordTable, groups};

    #[track_caller]
    fn check(text: &str, expected: &[i64]) {
        let table = WordTable::built_in();
        let found = groups(table, &table.words(text));
        let sizes: Vec<_> = found.iter().map(|group| group.value / 100).collect();
        assert_eq!(sizes, expected, "{text}");
    }

    #[test]
    fn sizes_are_read() {
        check("1:1 teaching", &[1]);
        check("and with no other pupil", &[1]);
        check("in a class of eight", &[8]);
        check("on a one-to-one basis", &[1]);
        check("in a small group of no more than three other children", &[4]);
        check("a group of 3 to 4 pupils", &[4]);
        check("small group work", &[8]);
        check("individual sessions for 30 to 45 minutes", &[1]);
        check("with two other pupils", &[3]);
        check("at a ratio of 1:6", &[6]);
        check("in a group for 20 minutes", &[10]);
    }
}
