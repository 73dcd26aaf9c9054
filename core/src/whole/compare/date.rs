//! Dates and stages by which something happens, or until which it goes on.

use super::table::WordTable;
use super::word::Word;

/// A date or a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    /// Only dates of one kind are compared.
    pub(super) kind: DateKind,
    /// Its place in the order of dates of its kind.
    pub(super) order: i64,
    /// Something ends with it, so that an earlier date is less.
    pub(super) ends: bool,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a date is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateKind {
    /// Days, in a year that is given.
    Day,
    /// A month or a term, in a year that is not given: the place in the school year.
    Month,
    /// A year group, or the last of a key stage.
    Year,
}

/// The last year groups of the key stages.
const STAGES: [i64; 5] = [2, 6, 9, 11, 13];

/// The terms of a school year, each with the month of its end.
const TERMS: [(&str, i64); 3] = [("autumn", 12), ("spring", 4), ("summer", 7)];

/// Feasts at the end of terms.
const FEASTS: [(&str, i64); 2] = [("christmas", 12), ("easter", 4)];

/// The month with which a school year begins.
const SEPTEMBER: i64 = 9;

/// How far before a date the word stands that says what happens then.
const NEAR: usize = 6;

/// The dates of a statement by which or until which something happens, in their order.
pub(super) fn dates(table: &WordTable, words: &[Word]) -> Vec<Date> {
    let mut dates: Vec<Date> = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let rest = words.get(from..).unwrap_or_default();
        let Some((kind, order, length)) = date(table, rest) else {
            from += 1;
            continue;
        };
        let before = words.get(..from).unwrap_or_default().iter().rev().take(NEAR);
        // Each September is how often.
        if before.clone().next().is_some_and(|word| word.is(&["each", "every"])) {
            from += length;
            continue;
        }
        let mut said = before.filter_map(|word| {
            if word.is(&["until", "till", "ends", "end", "ending", "through"]) {
                // "By the end of" is a date by which.
                return Some(word.is(&["until", "till", "ends", "ending", "through"]));
            }
            word.is(&["by", "before", "from", "in", "than", "on", "after", "starting", "during"])
                .then_some(false)
        });
        if let Some(mut ends) = said.next() {
            ends = ends || said.next().is_some_and(|ends| ends);
            dates.push(Date { kind, order, ends, from, to: from + length });
        }
        from += length;
    }
    dates
}

/// A date at the beginning of words.
fn date(table: &WordTable, words: &[Word]) -> Option<(DateKind, i64, usize)> {
    let first = words.first()?;
    let number = |at: usize| words.get(at).and_then(|word| word.number).map(|number| number / 100);
    if first.text.matches('/').count() == 2 {
        let mut parts =
            first.text.split('/').filter_map(|part| part.parse::<u16>().ok()).map(i64::from);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let year = if year < 100 { year + 2_000 } else { year };
        return Some((DateKind::Day, days(year, month, day), 1));
    }
    let (day, at) = match number(0) {
        Some(day) if day <= 31 && words.get(1).is_some_and(|word| table.month(word).is_some()) => {
            (Some(day), 1)
        }
        _ => (None, 0),
    };
    if let Some(month) = words.get(at).and_then(|word| table.month(word)) {
        return Some(match year(words.get(at + 1)) {
            Some(year) => (DateKind::Day, days(year, month, day.unwrap_or(31)), at + 2),
            None => (DateKind::Month, in_school_year(month) * 31 + day.unwrap_or(31), at + 1),
        });
    }
    if let Some((_, month)) = TERMS.iter().find(|(term, _)| first.text == *term)
        && words.get(1).is_some_and(|word| word.is(&["term"]))
    {
        return Some(match year(words.get(2)) {
            Some(year) => (DateKind::Day, days(year, *month, 31), 3),
            None => (DateKind::Month, in_school_year(*month) * 31 + 31, 2),
        });
    }
    if let Some((_, month)) = FEASTS.iter().find(|(feast, _)| first.text == *feast) {
        return Some(match year(words.get(1)) {
            Some(year) => (DateKind::Day, days(year, *month, 25), 2),
            None => (DateKind::Month, in_school_year(*month) * 31 + 25, 1),
        });
    }
    let short = first.text.strip_prefix('y').and_then(|group| group.parse::<i64>().ok());
    if let Some(group) = short.filter(|group| (1..=14).contains(group)) {
        return Some((DateKind::Year, group, 1));
    }
    if first.is(&["year"]) && first.is_capital {
        let group = number(1).filter(|group| (1..=14).contains(group))?;
        return Some((DateKind::Year, group, 2));
    }
    if first.is(&["ks1", "ks2", "ks3", "ks4", "ks5"]) {
        let stage = first.text.get(2..)?.parse::<usize>().ok()?;
        return Some((DateKind::Year, *STAGES.get(stage.checked_sub(1)?)?, 1));
    }
    if first.is(&["key"]) && words.get(1).is_some_and(|word| word.is(&["stage"])) {
        let stage = usize::try_from(number(2)?).ok()?;
        return Some((DateKind::Year, *STAGES.get(stage.checked_sub(1)?)?, 3));
    }
    None
}

/// The year that a word names: `2025`, or `2025/26`.
fn year(word: Option<&Word>) -> Option<i64> {
    let word = word?;
    let digits = word.text.split('/').next().unwrap_or_default();
    digits.parse::<i64>().ok().filter(|year| digits.len() == 4 && (1_900..2_200).contains(year))
}

/// A number that grows with the date.
fn days(year: i64, month: i64, day: i64) -> i64 {
    (year * 12 + month) * 31 + day
}

/// The place of a month in the school year, from 0.
fn in_school_year(month: i64) -> i64 {
    (month + 12 - SEPTEMBER) % 12
}

#[cfg(test)]
mod tests {
    use super::{DateKind, WordTable, dates};

    /// The dates of a text: their kinds, and whether something ends with them.
    #[track_caller]
    fn check(text: &str, expected: &[(DateKind, bool)]) {
        let table = WordTable::built_in();
        let found = dates(table, &table.words(text));
        let found: Vec<_> = found.iter().map(|date| (date.kind, date.ends)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_and_stages_are_found() {
        check("by 12 May 2025", &[(DateKind::Day, false)]);
        check("by 12/05/2025", &[(DateKind::Day, false)]);
        check("until July 2026", &[(DateKind::Day, true)]);
        check("by the end of Key Stage 2", &[(DateKind::Year, false)]);
        check("by the end of the summer term", &[(DateKind::Month, false)]);
        check("until the end of Year 6", &[(DateKind::Year, true)]);
        check("The report of 6 December 2024", &[]);
    }
}
