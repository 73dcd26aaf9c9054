//! Dates and stages by which something happens, or until which it goes on.

use super::comparison::{ChangeEffect, ChangeElement};
use super::measure::Measure;
use super::reader::Reader;
use super::table::WordTable;
use super::word::Word;

/// What a date is counted in. Days have a year that is given. A month or a term without one is a place in the school
/// year; so are the year groups, and key stages by their last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DateKind {
    Day,
    Month,
    Year,
}

/// The last year groups of the key stages.
const STAGES: [i64; 5] = [2, 6, 9, 11, 13];

/// Terms of a school year and feasts at the ends of terms, each with its month and the day on which it ends.
const TERMS: [(&str, i64, i64); 5] = [
    ("autumn", 12, 31),
    ("spring", 4, 31),
    ("summer", 7, 31),
    ("christmas", 12, 25),
    ("easter", 4, 25),
];

/// The month with which a school year begins, and the days that it has at most.
const SEPTEMBER: i64 = 9;
const SCHOOL_YEAR: i64 = 400;

/// How far before a date the word stands that says what happens then.
const NEAR: usize = 6;

/// The dates of a statement by which or until which something happens, in their order.
pub(super) fn dates(table: &WordTable, words: &[Word]) -> Vec<Measure> {
    let mut dates: Vec<Measure> = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let reader = Reader { table, words, from };
        let Some((kind, order, length)) = reader.date() else {
            from += 1;
            continue;
        };
        let to = from + length;
        // Each September is how often.
        let said = reader.says_when().filter(|_| !reader.was(1, "each|every"));
        if let Some(ends) = said {
            let of = match kind {
                DateKind::Day => "day",
                // What ends in a year group goes on for longer than what ends in this school year.
                _ if ends => "end",
                DateKind::Month => "month",
                DateKind::Year => "year",
            };
            let is_group = kind == DateKind::Year;
            let value = if is_group { SCHOOL_YEAR * (order + 1) } else { order };
            let (element, gone, come) = if ends {
                (ChangeElement::Period, ChangeEffect::More, ChangeEffect::Less)
            } else {
                (ChangeElement::ByWhen, ChangeEffect::Less, ChangeEffect::More)
            };
            dates.push(Measure {
                element,
                of: vec![of.to_owned()],
                value,
                is_less_more: !ends,
                gone: Some(gone),
                come: Some(come),
                from,
                to,
            });
        }
        from = to;
    }
    dates
}

impl Reader<'_> {
    /// Whether something ends with the date here; none where the words before it do not say what happens.
    fn says_when(&self) -> Option<bool> {
        const ENDS: &str = "until|till|ends|ending|through";
        let mut said = (1..=NEAR).filter_map(|back| {
            let word = self.before(back)?;
            // "By the end of" is a date by which.
            let is_end = word.is(ENDS) || word.is("end");
            let is_said = word.is("by|before|from|in|than|on|after|starting|during|when|once");
            (is_end || is_said).then(|| word.is(ENDS))
        });
        let ends = said.next()?;
        Some(ends || said.next().unwrap_or_default())
    }

    /// A date: what it is counted in, its place in the order of dates of its kind, and how many words it has.
    fn date(&self) -> Option<(DateKind, i64, usize)> {
        let first = self.word(0)?;
        let unit = |at: usize| self.number(at).map(|number| number / 100);
        if first.text.matches('/').count() == 2 {
            let parts = first.text.split('/').filter_map(|part| part.parse::<u16>().ok());
            let mut parts = parts.map(i64::from);
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            let year = if year < 100 { year + 2_000 } else { year };
            return Some((DateKind::Day, days(year, month, day), 1));
        }
        let month = |at: usize| self.word(at).and_then(|word| self.table.month(word));
        let day = unit(0).filter(|day| *day <= 31 && month(1).is_some());
        let at = usize::from(day.is_some());
        let term = || TERMS.iter().find(|(name, ..)| first.text == *name);
        let named = match month(at) {
            Some(month) => Some((month, day.unwrap_or(31), at + 1)),
            None => term().and_then(|(name, month, day)| {
                let is_feast = matches!(*name, "christmas" | "easter");
                let to = if is_feast { 1 } else { 2 };
                (is_feast || self.is(1, "term")).then_some((*month, *day, to))
            }),
        };
        if let Some((month, day, to)) = named {
            if let Some(year) = self.word(to).and_then(year) {
                return Some((DateKind::Day, days(year, month, day), to + 1));
            }
            let in_school_year = (month + 12 - SEPTEMBER) % 12;
            return Some((DateKind::Month, in_school_year * 31 + day, to));
        }
        let is_group = |group: &i64| (1..=14).contains(group);
        let stage = |stage: i64| {
            let at = usize::try_from(stage).ok()?.checked_sub(1)?;
            STAGES.get(at).copied()
        };
        let behind = |prefix: &str| first.text.strip_prefix(prefix)?.parse::<i64>().ok();
        let (group, to) = if let Some(group) = behind("y").filter(is_group) {
            (group, 1)
        } else if first.is("year") && first.is_capital {
            (unit(1).filter(is_group)?, 2)
        } else if let Some(number) = behind("ks") {
            (stage(number)?, 1)
        } else if first.is("key") && self.is(1, "stage") {
            (stage(unit(2)?)?, 3)
        } else {
            return None;
        };
        Some((DateKind::Year, group, to))
    }
}

/// The year that a word names: `2025`, or `2025/26`.
fn year(word: &Word) -> Option<i64> {
    let digits = word.text.split('/').next().unwrap_or_default();
    digits.parse::<i64>().ok().filter(|year| digits.len() == 4 && (1_900..2_200).contains(year))
}

/// A number that grows with the date.
fn days(year: i64, month: i64, day: i64) -> i64 {
    (year * 12 + month) * 31 + day
}

#[cfg(test)]
mod tests {
    use super::{WordTable, dates};

    /// The dates of a text: what they are compared with, and whether something ends with them.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool)]) {
        let table = WordTable::built_in();
        let found = dates(table, &table.words(text));
        let found: Vec<_> =
            found.iter().map(|date| (date.of[0].as_str(), !date.is_less_more)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_and_stages_are_found() {
        check("by 12 May 2025", &[("day", false)]);
        check("by 12/05/2025", &[("day", false)]);
        check("until July 2026", &[("day", true)]);
        check("by the end of Key Stage 2", &[("year", false)]);
        check("by the end of the summer term", &[("month", false)]);
        check("until the end of Year 6", &[("end", true)]);
        check("The report of 6 December 2024", &[]);
    }
}
