//! How often something happens: "each week", "every two weeks", "on Mondays and Thursdays", "six times p.a.".

use super::reader::{DAY, HOUR, Reader, Says};
use super::word::{Gap, Word};

/// How many months four years of the calendar have.
const MONTHS: i64 = 48;

/// How far before a rate its amount can stand.
const NEAR_AMOUNT: usize = 7;

/// How many lessons a day has.
const LESSONS: i64 = 5;

impl Reader<'_> {
    /// Days of the week that stand together: so many times a week.
    pub(super) fn weekdays(&self) -> (Says, usize) {
        let mut days: Vec<&str> = Vec::new();
        let mut length = 0;
        let mut at = 0;
        let mut is_range = false;
        while let Some(word) = self.word(at) {
            if self.table.weekdays.has(word) {
                let day = word.text.trim_end_matches('s');
                if !days.contains(&day) {
                    days.push(day);
                }
                length = at + 1;
            } else if word.is(&["to"]) {
                is_range = true;
            } else if !word.is(&["and", "on", "every", "each", "morning", "mornings", "afternoon"])
                && !word.is(&["afternoons"])
                || word.gap == Gap::Clause
            {
                break;
            }
            at += 1;
        }
        let count = if is_range && days.len() == 2 { 5 } else { days.len() };
        let week = self.table.periods.iter().find(|period| period.name == "week");
        let alternates = self.is_before(1, &["alternate", "other", "second"])
            || self.has_near("fortnight")
            || self.words.windows(2).any(|pair| match pair {
                [week, letter] => {
                    week.text == "week" && letter.is(&["a", "b"]) && letter.is_capital
                }
                _ => false,
            });
        let weekly = week.map_or(0, |week| week.times);
        let rate = i64::try_from(count).unwrap_or(1) * weekly;
        (Says::Rate(if alternates { rate / 2 } else { rate }), length)
    }

    /// Whether a word stands up to three places on.
    fn has_near(&self, wanted: &str) -> bool {
        (1..=4).any(|ahead| self.is(ahead, &[wanted]))
    }

    /// A rate by a period: "each week", "every two weeks", "a term" behind a number, "every other day".
    pub(super) fn every(&self, last: Option<Says>) -> Option<(Says, usize)> {
        if let Some(found) = self.short_rate(last) {
            return Some(found);
        }
        let is_distributive = self.is(0, &["every", "each", "per"]);
        let is_alternate = self.is(0, &["alternate", "alternating"]);
        let is_article = self.is(0, &["a", "an"]);
        let is_within = self.is(0, &["in", "over", "across", "during", "within", "through", "of"])
            && self.is(1, &["the", "a", "an", "each", "every", "one", "any"]);
        let follows = matches!(
            last,
            Some(Says::Count(_) | Says::Minutes(_) | Says::Block(_) | Says::Money(_))
        );
        // An hour of teaching a week; over the year, six hours.
        let is_rate = follows && (is_article || is_within)
            || is_article && self.is_amount_behind()
            || is_within && self.is(0, &["over", "across"]);
        if !(is_distributive || is_alternate || is_rate) {
            return None;
        }
        let mut at = if is_within { 2 } else { 1 };
        let mut times = 1;
        if is_alternate || self.is(at, &["other", "second", "alternate"]) {
            times = 2;
            at += usize::from(!is_alternate);
        } else if self.is(at, &["third"]) {
            times = 3;
            at += 1;
        }
        // "Each of the three school terms", "each five-day school week".
        let mut number = None;
        for _ in 0..5 {
            let word = self.word(at)?;
            if is_distributive && self.table.month(word).is_some() {
                let year = self.table.periods.iter().find(|period| period.name == "year")?;
                return Some((Says::Rate(year.times), at + 1));
            }
            if let Some(period) = self.table.period(word) {
                let counts_days = period.name == "day"
                    && self.word(at + 1).is_some_and(|next| self.is_of_week(next, at + 1));
                if !counts_days {
                    let is_plural = word.text.ends_with('s');
                    let is_of = self.is(if is_within { 2 } else { 1 }, &["of"]);
                    let every = match number {
                        Some(number) if !is_of && (is_plural || times == 1) => number,
                        _ => 100,
                    };
                    let times = times * every;
                    let parts = self.parts_of_day(period.name == "day", at);
                    let in_calendar = period.name == "month" && times > 100;
                    let all = if in_calendar { MONTHS } else { period.times };
                    let rate =
                        all * (i64::try_from(parts.len()).unwrap_or(0) + 1) * 100 / times.max(1);
                    let to = parts.last().copied().unwrap_or(at) + 1;
                    let of_year = self.is(to, &["of"]) && self.is(to + 2, &["year"]);
                    let is_all_year = period.name == "week" && (of_year || number == Some(5_200));
                    return Some(if is_all_year {
                        (Says::Rate(rate * 4 / 3), if of_year { to + 3 } else { to })
                    } else {
                        (Says::Rate(rate), to)
                    });
                }
                number = None;
            } else if word.is(&["minute", "minutes", "hour", "hours"]) {
                let minutes = if word.text.starts_with('h') { HOUR } else { 1 };
                let minutes = minutes * number.unwrap_or(100) / 100;
                let day = self.table.periods.iter().find(|period| period.name == "day")?;
                let rate = day.times * DAY / minutes.max(1);
                return (is_distributive && !follows || number.is_some())
                    .then_some((Says::Rate(rate), at + 1));
            } else if word.is(&["lesson", "lessons"]) && is_distributive {
                let day = self.table.periods.iter().find(|period| period.name == "day")?;
                return follows.then_some((Says::Rate(day.times * LESSONS), at + 1));
            } else if let Some(value) = word.number {
                number = Some(value);
            } else if !word.is(&[
                "of", "the", "a", "course", "school", "academic", "full", "working", "calendar",
                "single", "whole",
            ]) {
                return None;
            }
            if word.gap == Gap::Clause {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether an amount without a rate stands in the same clause, and no word before that makes it another thing.
    fn is_amount_behind(&self) -> bool {
        let before = self.words.get(..self.from).unwrap_or_default();
        let is_of_time = before.last().is_some_and(|word| {
            self.table.function.has(word) || word.number.is_some() || self.table.sessions.has(word)
        });
        let mut near =
            before.iter().rev().take(NEAR_AMOUNT).take_while(|word| word.gap < Gap::Clause);
        !is_of_time && near.any(|word| word.is(&["minutes", "hour", "hours"]))
    }

    /// A rate as notes have it: "every 3/12" is every three months, "6 sessions p.a.", "six-monthly".
    fn short_rate(&self, last: Option<Says>) -> Option<(Says, usize)> {
        let period = |name: &str| self.table.periods.iter().find(|period| period.name == name);
        if self.is(0, &["every", "each"])
            && let Some((number, of)) = self.word(1).and_then(|word| word.text.split_once('/'))
            && let Some(number) = number.parse::<i64>().ok().filter(|number| *number > 0)
        {
            let times = match of {
                "12" => MONTHS,
                "52" => period("week")?.times,
                "7" => period("day")?.times,
                _ => return None,
            };
            return Some((Says::Rate(times / number), 2));
        }
        if matches!(last, Some(Says::Count(_) | Says::Minutes(_) | Says::Block(_))) {
            let (name, length) = match self.word(0)?.text.as_str() {
                "pa" => ("year", 1),
                "pw" => ("week", 1),
                "p" if self.is(1, &["a"]) => ("year", 2),
                "p" if self.is(1, &["w"]) => ("week", 2),
                _ => return None,
            };
            return Some((Says::Rate(period(name)?.times), length));
        }
        None
    }

    /// The places of further parts of the day: "each morning and afternoon".
    fn parts_of_day(&self, is_day: bool, mut at: usize) -> Vec<usize> {
        let mut places = Vec::new();
        while is_day && self.is(at + 1, &["and"]) {
            at += if self.is(at + 2, &["each", "every"]) { 3 } else { 2 };
            let next = self.word(at).and_then(|word| self.table.period(word));
            if next.is_none_or(|period| period.name != "day") {
                break;
            }
            places.push(at);
        }
        places
    }

    /// Whether the word at a place is the week that days are counted of.
    fn is_of_week(&self, word: &Word, at: usize) -> bool {
        let next = if word.is(&["school", "working"]) { self.word(at + 1) } else { Some(word) };
        next.is_some_and(|word| word.is(&["week", "weeks", "cycle", "timetable"]))
    }

    /// Every so many weeks or months: "six-weekly", "three-monthly". Six weekly sessions are six sessions.
    pub(super) fn numbered_adverb(&self) -> Option<i64> {
        let number = self.number(0).filter(|number| *number > 100)?;
        let period = self.word(1).filter(|_| self.is_near(1))?;
        let period = self.table.adverb(period)?;
        let counts_sessions = self.word(2).is_some_and(|word| {
            let is_rhythm = self.table.reviewing.has(word) || word.is(&["intervals"]);
            self.table.sessions.has(word) && !is_rhythm
        });
        let times = match period.name.as_str() {
            "month" => MONTHS,
            "week" => period.times,
            _ => return None,
        };
        (!counts_sessions).then_some(times * 100 / number)
    }
}
