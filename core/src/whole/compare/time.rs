//! How long and how often: what single words say of time.

use super::table::WordTable;
use super::word::{Gap, Word};

/// Minutes of an hour, of a school day and of a half of it.
const HOUR: i64 = 60;
const DAY: i64 = 360;

/// How many weeks a school year has, and how many lessons a day.
const WEEKS: i64 = 39;
const LESSONS: i64 = 5;

/// Something that words say of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeWords {
    pub(super) says: Says,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The length of a session, in minutes.
    Minutes(i64),
    /// A number of sessions.
    Count(i64),
    /// The number of sessions in a block.
    Block(i64),
    /// How many times in four school years it comes round.
    Rate(i64),
    /// How often, without a number.
    Vague,
    /// For how many school weeks it goes on.
    Weeks(i64),
}

/// What the words of a statement say of time, in their order.
pub(super) fn time_words(table: &WordTable, words: &[Word]) -> Vec<TimeWords> {
    let mut found: Vec<TimeWords> = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let last = found.last().filter(|last| from - last.to <= 2).map(|last| last.says);
        let reader = Reader { table, words, from };
        match reader.read(last) {
            Some((says, length)) => {
                let to = from + length.max(1);
                found.push(TimeWords { says, from, to });
                from = to;
            }
            None => from += 1,
        }
    }
    found
}

/// Reads what words say from a place on.
struct Reader<'w> {
    table: &'w WordTable,
    words: &'w [Word],
    from: usize,
}

impl Reader<'_> {
    /// The word so many places on.
    fn word(&self, ahead: usize) -> Option<&Word> {
        self.words.get(self.from + ahead)
    }

    /// Whether the word so many places on is one of these, and no comma or stop stands before it.
    fn is(&self, ahead: usize, words: &[&str]) -> bool {
        self.word(ahead).is_some_and(|word| word.is(words) && (ahead == 0 || word.gap == Gap::None))
    }

    /// Whether the word so many places before is one of these.
    fn is_before(&self, back: usize, words: &[&str]) -> bool {
        let before = self.from.checked_sub(back).and_then(|at| self.words.get(at));
        before.is_some_and(|word| word.is(words))
    }

    fn is_number_before(&self, back: usize) -> bool {
        let before = self.from.checked_sub(back).and_then(|at| self.words.get(at));
        before.is_some_and(|word| word.number.is_some())
    }

    fn number(&self, ahead: usize) -> Option<i64> {
        self.word(ahead).and_then(|word| word.number)
    }

    /// What the words at the beginning say, and how many they are.
    fn read(&self, last: Option<Says>) -> Option<(Says, usize)> {
        if let Some(length) = self.table.vague_rate(self.words.get(self.from..)?) {
            return Some((Says::Vague, length));
        }
        if let Some((minutes, length)) = self.minutes().or_else(|| self.clock()) {
            return Some((Says::Minutes(minutes), length));
        }
        if let Some(found) = self.named_terms() {
            return Some(found);
        }
        let word = self.word(0)?;
        if let Some(count) = self.table.once.get(&word.text) {
            let says_rate = self.word(1).is_some();
            return says_rate.then_some((Says::Count(*count), 1));
        }
        if self.table.weekdays.has(word) {
            // The first Monday of each month.
            let is_of_period = self.is(1, &["of", "in"]) && self.is(2, &["each", "every", "the"]);
            return (!is_of_period).then(|| self.weekdays());
        }
        if let Some(found) = self.every(last) {
            return Some(found);
        }
        if let Some(period) = self.table.adverb(word) {
            let is_half = self.is_before(1, &["half"]);
            return Some((Says::Rate(if is_half { period.times * 2 } else { period.times }), 1));
        }
        self.counted()
    }

    /// A length of time: "45 minutes", "half an hour", "1 hour and 15 minutes", "two and a half hours".
    fn minutes(&self) -> Option<(i64, usize)> {
        const HOURS: [&str; 5] = ["hour", "hours", "hr", "hrs", "h"];
        const MINUTES: [&str; 4] = ["minute", "minutes", "min", "mins"];
        if self.is(0, &["half"]) {
            let article = usize::from(self.is(1, &["a", "an"]));
            if self.is(1 + article, &HOURS) {
                return Some((HOUR / 2, 2 + article));
            }
            let is_day = self.is(1 + article, &["day", "days"]);
            return is_day.then_some((DAY / 2, 2 + article));
        }
        let quarters = match self.word(0)? {
            word if word.is(&["quarter"]) => Some((1, 0)),
            word if word.number == Some(300) && self.is(1, &["quarter", "quarters"]) => {
                Some((3, 1))
            }
            _ => None,
        };
        if let Some((quarters, at)) = quarters {
            let joins = if self.is(at + 1, &["of"]) { 2 } else { 0 };
            let is_hour = self.is(at + 1 + joins, &HOURS);
            return is_hour.then_some((HOUR / 4 * quarters, at + 2 + joins));
        }
        let (number, mut length) = self.amount()?;
        if self.is(length, &MINUTES) {
            return Some((number / 100, length + 1));
        }
        if self.is(length, &["full", "whole"]) && self.is(length + 1, &["day", "days"]) {
            return Some((number * DAY / 100, length + 2));
        }
        if !self.is(length, &HOURS) {
            return None;
        }
        length += 1;
        let mut minutes = number * HOUR / 100;
        if self.is(length, &["and"])
            && self.is(length + 1, &["a"])
            && self.is(length + 2, &["half"])
        {
            return Some((minutes + HOUR / 2, length + 3));
        }
        let joins = usize::from(self.is(length, &["and"]));
        if let Some(more) = self.number(length + joins)
            && self.is(length + joins + 1, &MINUTES)
        {
            minutes += more / 100;
            length += joins + 2;
        }
        Some((minutes, length))
    }

    /// The time between two on the clock: "10am until 1pm", "9.30 to 9.45".
    fn clock(&self) -> Option<(i64, usize)> {
        const HALVES: [&str; 4] = ["am", "pm", "noon", "midday"];
        let minutes_of = |number: i64| number / 100 * HOUR + number % 100;
        let (start, end_of_start) = (self.number(0)?, 1 + usize::from(self.is(1, &HALVES)));
        if !self.is(end_of_start, &["to", "until", "till"]) {
            return None;
        }
        let end = self.number(end_of_start + 1)?;
        let half = usize::from(self.is(end_of_start + 2, &HALVES));
        let is_clock = end_of_start == 2 || half == 1 || (start % 100 > 0 && end % 100 > 0);
        let minutes = (minutes_of(end) - minutes_of(start)).rem_euclid(12 * HOUR);
        (is_clock && minutes > 0).then_some((minutes, end_of_start + 2 + half))
    }

    /// Terms that are named, during which alone it goes on: "during the autumn and spring terms".
    fn named_terms(&self) -> Option<(Says, usize)> {
        const TERMS: [&str; 3] = ["autumn", "spring", "summer"];
        if !self.is(0, &["during", "for", "over", "in", "throughout"]) {
            return None;
        }
        let mut at = 1 + usize::from(self.is(1, &["the"]));
        let mut count = 0;
        while self.is(at, &TERMS) || (count > 0 && self.is(at, &["and", "term"])) {
            count += i64::from(self.is(at, &TERMS));
            at += 1;
        }
        let is_named =
            count > 0 && (self.is(at, &["term", "terms"]) || self.is_before_place(at, &["term"]));
        is_named.then_some((
            Says::Weeks(count * WEEKS / 3),
            at + usize::from(self.is(at, &["term", "terms"])),
        ))
    }

    /// Whether the word before a place is one of these.
    fn is_before_place(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|at| self.is(at, words))
    }

    /// A number, or an article that stands for one: of a range, the lower end.
    fn amount(&self) -> Option<(i64, usize)> {
        let Some(number) = self.number(0) else {
            return self.is(0, &["a", "an"]).then_some((100, 1));
        };
        if self.is(1, &["and"]) && self.is(2, &["a"]) && self.is(3, &["half"]) {
            return Some((number + 50, 4));
        }
        let is_range = self.is(1, &["to", "or"]) && self.number(2).is_some();
        Some((number, if is_range { 3 } else { 1 }))
    }

    /// Days of the week that stand together: so many times a week.
    fn weekdays(&self) -> (Says, usize) {
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
            } else if !word.is(&["and", "morning", "mornings", "afternoon", "afternoons"])
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
    fn every(&self, last: Option<Says>) -> Option<(Says, usize)> {
        let is_distributive = self.is(0, &["every", "each", "per"]);
        let is_alternate = self.is(0, &["alternate", "alternating"]);
        let is_article = self.is(0, &["a", "an"]);
        let is_within = self.is(0, &["in", "over", "across", "during", "within", "through", "of"])
            && self.is(1, &["the", "a", "an", "each", "every", "one", "any"]);
        let follows = matches!(last, Some(Says::Count(_) | Says::Minutes(_) | Says::Block(_)));
        if !(is_distributive || is_alternate || (follows && (is_article || is_within))) {
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
            if let Some(period) = self.table.period(word) {
                let counts_days = period.name == "day"
                    && self.word(at + 1).is_some_and(|next| self.is_of_week(next, at + 1));
                if !counts_days {
                    let is_plural = word.text.ends_with('s');
                    let is_of = self.is(1, &["of"]);
                    let every = match number {
                        Some(number) if is_plural && !is_of || times == 1 && !is_of => number,
                        _ => 100,
                    };
                    let times = times * every;
                    let parts = self.parts_of_day(period.name == "day", at);
                    let rate = period.times * (i64::try_from(parts.len()).unwrap_or(0) + 1) * 100
                        / times.max(1);
                    return Some((Says::Rate(rate), parts.last().copied().unwrap_or(at) + 1));
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
                "of", "the", "school", "academic", "full", "working", "calendar", "single", "whole",
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

    /// A number of sessions, or of weeks for which it goes on.
    fn counted(&self) -> Option<(Says, usize)> {
        let number = self.number(0)?;
        // "Four out of five occasions" is a share.
        let whole = if self.is(2, &["the", "every"]) { 3 } else { 2 };
        let is_share = self.is(1, &["out"])
            || (self.is(1, &["of", "in"]) && self.number(whole).is_some())
            || self.is_before(1, &["of"])
                && (self.is_before(2, &["out"]) || self.is_number_before(2))
            || self.is_before(2, &["of"]) && self.is_number_before(3);
        if is_share {
            return None;
        }
        let range = usize::from(self.is(1, &["to"]) && self.number(2).is_some()) * 2;
        let after = range + 1;
        // "Four days out of five" is four days a week.
        let next = self.word(after)?;
        if next.gap != Gap::None {
            return None;
        }
        if let Some(period) = self.table.period(next).filter(|period| period.name != "day") {
            let weeks = number * WEEKS * 4 / period.times.max(1) / 100;
            let is_block = self.is_before(2, &["block", "blocks"]) && self.is_before(1, &["of"]);
            let is_limit = is_block
                || self.is_before(
                    1,
                    &[
                        "for",
                        "over",
                        "across",
                        "throughout",
                        "lasting",
                        "lasts",
                        "of",
                        "first",
                        "initial",
                        "than",
                    ],
                )
                || self.is_before(2, &["for", "over", "first", "initial"])
                || self.is(
                    after + 1,
                    &[
                        "block",
                        "blocks",
                        "programme",
                        "course",
                        "period",
                        "cycle",
                        "placement",
                        "trial",
                    ],
                );
            let is_whole = self.is_before(1, &["each", "every", "the", "per"]);
            return (is_limit && !is_whole).then_some((Says::Weeks(weeks), after + 1));
        }
        let is_block = self.is_before(2, &["block", "blocks"]) && self.is_before(1, &["of"]);
        for ahead in after..after + 4 {
            let word = self.word(ahead)?;
            if word.gap != Gap::None {
                return None;
            }
            if self.table.sessions.has(word) {
                let count = number / 100;
                let says = if is_block { Says::Block(count) } else { Says::Count(count) };
                // What stands between, such as the length of each, is read next.
                let length = if ahead == after { after + 1 } else { after };
                return Some((says, length));
            }
            let is_between = word.number.is_some()
                || word.is(&[
                    "minute",
                    "minutes",
                    "hour",
                    "hours",
                    "half",
                    "an",
                    "equal",
                    "separate",
                    "individual",
                    "weekly",
                    "daily",
                    "short",
                    "further",
                    "school",
                    "full",
                    "one",
                    "planned",
                    "movement",
                    "direct",
                    "group",
                    "additional",
                    "different",
                    "such",
                    "termly",
                    "overnight",
                    "monthly",
                    "fortnightly",
                ]);
            if !is_between || self.table.people.has(word) {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Says, WordTable, time_words};

    #[track_caller]
    fn check(text: &str, expected: &[Says]) {
        let table = WordTable::built_in();
        let found = time_words(table, &table.words(text));
        let says: Vec<_> = found.iter().map(|words| words.says).collect();
        assert_eq!(says, expected, "{text}");
    }

    #[test]
    fn lengths_are_minutes() {
        check("half an hour", &[Says::Minutes(30)]);
        check("three quarters of an hour", &[Says::Minutes(45)]);
        check("1 hour and 15 minutes", &[Says::Minutes(75)]);
        check("an hour and a half", &[Says::Minutes(90)]);
        check("2½ hours", &[Says::Minutes(150)]);
        check("30 to 45 minutes", &[Says::Minutes(30)]);
        check("a 45-minute session", &[Says::Minutes(45)]);
    }

    #[test]
    fn rates_are_times_in_four_years() {
        check("twice a week", &[Says::Count(2), Says::Rate(156)]);
        check("fortnightly", &[Says::Rate(78)]);
        check("every two weeks", &[Says::Rate(78)]);
        check("every other week", &[Says::Rate(78)]);
        check("on Mondays, Wednesdays and Fridays", &[Says::Rate(468)]);
        check("Monday to Friday", &[Says::Rate(780)]);
        check("on three days each week", &[Says::Count(3), Says::Rate(156)]);
        check("six times in the school year", &[Says::Count(6), Says::Rate(4)]);
        check("once in each of the three school terms", &[Says::Count(1), Says::Rate(12)]);
        check("each five-day school week", &[Says::Rate(156)]);
        check("once every half term", &[Says::Count(1), Says::Rate(24)]);
        check("half-termly", &[Says::Rate(24)]);
        check(
            "three 10-minute sessions a day",
            &[Says::Count(3), Says::Minutes(10), Says::Rate(780)],
        );
        check("regular support", &[Says::Vague]);
    }

    #[test]
    fn what_ends_is_in_weeks() {
        check("for six weeks", &[Says::Weeks(6)]);
        check("for one term", &[Says::Weeks(13)]);
    }
}
