//! How many of a thing: "two adults", "25%", "four out of five", "within two days".

use super::comparison::{ChangeEffect, ChangeElement};
use super::measure::{Measure, thing};
use super::reader::Reader;
use super::table::WordTable;
use super::word::{Gap, Word};

/// How far behind a number the thing stands that it counts.
const NEAR: usize = 3;

/// One, in hundredths: it seldom counts anything.
const ONE: i64 = 100;

/// The numbers of things, without those that are measured elsewhere.
pub(super) fn counts(table: &WordTable, words: &[Word], is_measured: &[bool]) -> Vec<Measure> {
    let mut counts: Vec<Measure> = Vec::new();
    for from in (0..words.len()).filter(|at| is_measured.get(*at) == Some(&false)) {
        // The second number of a share counts nothing.
        if counts.last().is_none_or(|last| last.to <= from) {
            counts.extend((Reader { table, words, from }).count());
        }
    }
    counts
}

impl Reader<'_> {
    fn count(&self) -> Option<Measure> {
        let is_within = self.is_within();
        let one = Some(ONE).filter(|_| is_within && self.is(0, "a|an"));
        let number = self.number(0).or(one)?;
        let measure = |value, of: &[&str], back: usize, length: usize| Measure {
            element: ChangeElement::Number,
            of: of.iter().map(|of| (*of).to_owned()).collect(),
            value,
            is_less_more: false,
            // A thing that is still there without its number.
            gone: (value != ONE).then_some(ChangeEffect::Less),
            come: None,
            from: self.from - back,
            to: self.from + length,
        };
        let before = self.before(1).map_or("", |word| word.text.as_str());
        if self.was(1, "level|band|point|size") {
            return Some(measure(number, &[before], 1, 1));
        }
        if self.was(1, "year|stage|section|outcome|need|step|week|term")
            || self.was(1, "to") && !self.was(2, "up")
        {
            return None;
        }
        if self.is(1, "%") {
            return Some(measure(number, &["share"], 0, 2));
        }
        // "Four out of five days", "four days out of five", "four of every five".
        let joint = if self.is(2, "out") || self.is_in_so_many() { 2 } else { 1 };
        let is_share = joint == 2 || self.is(1, "out|of|in");
        let at = (joint + 1..=joint + NEAR).find(|at| self.number(*at).is_some());
        let out_of = at.and_then(|at| Some((self.number(at)?, at + 1))).filter(|_| is_share);
        if let Some((out_of, length)) = out_of.filter(|(of, _)| *of >= number && *of > 0) {
            // "Eight out of ten" is a share: of what was all, it is less.
            let share = measure(number.saturating_mul(10_000) / out_of, &["share"], 0, length);
            return Some(Measure { come: Some(ChangeEffect::Less), ..share });
        }
        if is_within && let Some((minutes, length)) = self.response(number) {
            // The time that something takes at most.
            let within = measure(minutes, &["within"], 1, length);
            return Some(Measure { is_less_more: true, ..within });
        }
        let first = 1 + usize::from(self.is(1, "of"));
        let things = (first..=NEAR).map_while(|at| {
            self.word(at).filter(|word| {
                word.gap == Gap::None && word.number.is_none() && !self.table.function.has(word)
            })
        });
        let of: Vec<&str> = things.map(thing).collect();
        let is_bound = self.was(1, "within|than|every") || self.was(2, "within|than|every");
        let count = measure(number, &of, 0, first + of.len());
        (!of.is_empty()).then_some(Measure { is_less_more: is_bound, ..count })
    }

    /// The minutes, in hundredths, of a number of units, and how many words they are. Seven days are a week.
    fn response(&self, number: i64) -> Option<(i64, usize)> {
        let at = (1..=NEAR).find(|at| !self.is(*at, "working|school|clear"))?;
        let unit = self.word(at)?.text.as_str();
        let minutes = match unit.strip_suffix('s').unwrap_or(unit) {
            "minute" => 1,
            "hour" => 60,
            "day" if at == 1 && number % 700 == 0 => return Some((number / 7 * 7_200, 2)),
            "day" => 1_440,
            "week" => 7_200,
            "fortnight" => 14_400,
            "month" => 30_000,
            _ => return None,
        };
        Some((number.saturating_mul(minutes), at + 1))
    }
}
