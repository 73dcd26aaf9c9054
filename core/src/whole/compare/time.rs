//! How long and how often: what words say of time.

use super::reader::Reader;
use super::table::WordTable;
use super::word::{Gap, Word};

/// How many weeks a school year has.
pub(super) const WEEKS: i64 = 39;

/// Minutes of an hour, and of a school day.
const HOUR: i64 = 60;
pub(super) const DAY: i64 = 360;

/// How many months four years of the calendar have, and how many lessons a day has.
const MONTHS: i64 = 48;
const LESSONS: i64 = 5;

/// How many days a school week has: of more weekly sessions, each is in a week of its own.
const DAYS: i64 = 5;

/// How many words can stand between a number and the sessions that it counts, and between a length and its rate.
const NEAR: usize = 4;
const NEAR_AMOUNT: usize = 7;

/// From so many weeks on, in hundredths, weeks of a year are those in which something is given.
const LONG: i64 = 1_000;

const HOURS: &str = "hour|hours|h";
const MINUTES: &str = "minute|minutes";

/// Something that words say of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The length of a session, in minutes.
    Minutes(i64),
    /// A sum of money, in pounds.
    Money(i64),
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

/// Words about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeWords {
    pub(super) says: Says,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What the words of a statement say of time, in their order.
pub(super) fn time_words(table: &WordTable, words: &[Word]) -> Vec<TimeWords> {
    let mut found: Vec<TimeWords> = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let last = found.last().filter(|last| from - last.to <= 2).map(|last| last.says);
        match (Reader { table, words, from }).read(last) {
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

/// What words say, and how many they are.
type Found = Option<(Says, usize)>;

impl Reader<'_> {
    fn read(&self, last: Option<Says>) -> Found {
        if let Some(length) = self.table.vague_rate(self.words.get(self.from..)?) {
            return Some((Says::Vague, length));
        }
        self.length()
            .or_else(|| self.quarterly())
            .or_else(|| self.clock())
            .or_else(|| self.named_terms())
            .or_else(|| self.times())
            .or_else(|| self.money())
            .or_else(|| self.weekdays())
            .or_else(|| self.short_rate(last))
            .or_else(|| self.rate(last))
            .or_else(|| self.adverb())
            .or_else(|| self.counted())
    }

    /// A length: "45 minutes", "half an hour", "1 hour and 15 minutes", "an hour and a half". Of a range, the lowest.
    fn length(&self) -> Found {
        let is_weekly = self.before(1).is_some_and(|word| self.table.adverb(word).is_some());
        let is_long = self.is(1, "long");
        if self.is(0, "hour") && (is_weekly || is_long) {
            return Some((Says::Minutes(HOUR), 1 + usize::from(is_long)));
        }
        let is_one = self.is(0, "a|an") && !self.was(1, "times");
        let number = self.number(0).or(if is_one { Some(100) } else { None })?;
        let joins = if self.was(1, "between") { "and" } else { "to|or" };
        let mut at = if self.is(1, joins) && self.number(2).is_some() { 3 } else { 1 };
        let is_full = self.is(at, "full|whole");
        at += usize::from(self.is(at, "additional|further|extra|full|whole"));
        if self.is(at, MINUTES) {
            return Some((Says::Minutes(number / 100), at + 1));
        }
        if self.is(at, "day|days") && (is_full || number < 100) {
            return Some((Says::Minutes(number * DAY / 100), at + 1));
        }
        if !self.is(at, HOURS) {
            return None;
        }
        at += 1;
        let mut minutes = (number * HOUR + 50) / 100;
        let joins = usize::from(self.is(at, "and"));
        if joins == 1 && self.is(at + 1, "a") && self.is(at + 2, "half") {
            (minutes, at) = (minutes + HOUR / 2, at + 3);
        } else if let Some(more) =
            self.number(at + joins).filter(|_| self.is(at + joins + 1, MINUTES))
        {
            (minutes, at) = (minutes + more / 100, at + joins + 2);
        }
        Some((Says::Minutes(minutes), at))
    }

    /// "Once a quarter", which is no quarter of an hour.
    fn quarterly(&self) -> Found {
        let is_it = self.is(0, "once|twice") && self.is(1, "a|each|every|per");
        let is_it = is_it && self.is(2, "quarter") && !self.is(3, "of");
        let count = if self.is(0, "twice") { 2 } else { 1 };
        is_it.then_some((Says::Rate(count * self.table.times("quarter")), 3))
    }

    /// The time between two on the clock: "10am until 1pm", "9.30 to 9.45".
    fn clock(&self) -> Found {
        const HALVES: &str = "am|pm|noon|midday";
        let minutes_of = |number: i64| number / 100 * HOUR + number % 100;
        let (start, to) = (self.number(0)?, 1 + usize::from(self.is(1, HALVES)));
        if !self.is(to, "to|until|till") {
            return None;
        }
        let end = self.number(to + 1)?;
        let half = usize::from(self.is(to + 2, HALVES));
        let has_point = |ahead| self.word(ahead).is_some_and(|word| word.text.contains('.'));
        let is_clock = to == 2 || half == 1 || has_point(0) || has_point(to + 1);
        let minutes = (minutes_of(end) - minutes_of(start)).rem_euclid(12 * HOUR);
        (is_clock && minutes > 0).then_some((Says::Minutes(minutes), to + 2 + half))
    }

    /// Terms that are named, during which alone it goes on: "during the autumn and spring terms".
    fn named_terms(&self) -> Found {
        if !self.is(0, "during|for|over|in|throughout") {
            return None;
        }
        let mut at = 1 + usize::from(self.is(1, "the"));
        if self.is(at, "term") && self.is(at + 1, "time") {
            return Some((Says::Weeks(WEEKS), at + 2));
        }
        let (mut count, mut named) = (0, None);
        while self.is(at, "autumn|spring|summer") || (count > 0 && self.is(at, "and|term|terms")) {
            count += i64::from(self.is(at, "autumn|spring|summer"));
            at += 1;
            named = if self.is(at - 1, "term|terms") { Some((count, at)) } else { named };
        }
        named.map(|(count, to)| (Says::Weeks(count * WEEKS / 3), to))
    }

    /// A number of times: "twice", "x 4", "x4".
    fn times(&self) -> Found {
        let word = self.word(0)?;
        let count = match word.text.as_str() {
            "once" => 1,
            "twice" => 2,
            "thrice" => 3,
            "x" if self.before(1).is_some_and(|word| word.number.is_some()) => return None,
            "x" if !self.is(2, "minute|minutes|hour|hours") => {
                return Some((Says::Count(self.number(1)? / 100), 2));
            }
            text => text.strip_prefix('x')?.parse().ok().filter(|times| *times < 100)?,
        };
        self.word(1).is_some().then_some((Says::Count(count), 1))
    }

    fn money(&self) -> Found {
        let pounds = self.number(1).filter(|_| self.is(0, "£"))?;
        let is_price = self.is(2, "an|per|a") && self.is(3, "hour|mile");
        (!is_price).then_some((Says::Money(pounds / 100), 2))
    }

    /// Days of the week that stand together: so many times a week.
    fn weekdays(&self) -> Found {
        let day = |word: &Word| self.table.weekdays.has(word);
        // The first Monday of each month is once a month.
        if !day(self.word(0)?) || self.is(1, "of|in") && self.is(2, "each|every|the") {
            return None;
        }
        let mut days: Vec<&str> = Vec::new();
        let (mut length, mut is_range) = (0, false);
        for at in 0..self.words.len() {
            let Some(word) = self.word(at) else { break };
            if day(word) {
                let name = word.text.trim_end_matches('s');
                if !days.contains(&name) {
                    days.push(name);
                }
                length = at + 1;
            } else if word.is("to") {
                is_range = true;
            } else if !word.is("and|on|every|each|morning|mornings|afternoon|afternoons")
                || word.gap == Gap::Clause
            {
                break;
            }
        }
        if self.is(length, "of|in")
            && self.is(length + 1, "each|every|the|a")
            && self.is(length + 2, "week")
        {
            length += 3;
        }
        let count = if is_range && days.len() == 2 { 5 } else { days.len() };
        let alternates = self.was(1, "alternate|other|second")
            || (1..=4).any(|ahead| self.is(ahead, "fortnight"))
            || self.words.windows(2).any(|pair| match pair {
                [week, letter] => week.is("week") && letter.is("a|b") && letter.is_capital,
                _ => false,
            });
        let rate = i64::try_from(count).unwrap_or(1) * self.table.times("week");
        Some((Says::Rate(if alternates { rate / 2 } else { rate }), length))
    }

    /// A rate as notes have it: "every 3/12" is every three months, "6 sessions p.a.".
    fn short_rate(&self, last: Option<Says>) -> Found {
        if self.is(0, "every|each")
            && let Some((number, of)) = self.word(1).and_then(|word| word.text.split_once('/'))
            && let Some(number) = number.parse::<i64>().ok().filter(|number| *number > 0)
        {
            let times = match of {
                "12" => MONTHS,
                "52" => self.table.times("week"),
                "7" => self.table.times("day"),
                _ => return None,
            };
            return Some((Says::Rate(times / number), 2));
        }
        last.filter(|last| matches!(last, Says::Count(_) | Says::Minutes(_) | Says::Block(_)))?;
        match self.word(0)?.text.as_str() {
            "pa" => Some((Says::Rate(self.table.times("year")), 1)),
            "pw" => Some((Says::Rate(self.table.times("week")), 1)),
            _ => None,
        }
    }

    /// A rate by a period: "each week", "every two weeks", "a term" behind a number, "every other day".
    fn rate(&self, last: Option<Says>) -> Found {
        // On school days; on the days of school.
        if self.is(0, "on") && self.is(1, "school|all|both") && self.is(2, "days") {
            return Some((Says::Rate(self.table.times("day")), 3));
        }
        let is_intervals = self.was(1, "intervals") && self.is(0, "of");
        let is_distributive = is_intervals || self.is(0, "every|each|per");
        let is_alternate = self.is(0, "alternate|alternating");
        let is_article = self.is(0, "a|an") && !self.was(1, "within");
        let is_within = self.is(0, "in|over|across|during|within|through|of")
            && self.is(1, "the|a|an|each|every|one|any");
        let follows = matches!(
            last,
            Some(Says::Count(_) | Says::Minutes(_) | Says::Block(_) | Says::Money(_))
        );
        // An hour of teaching a week; over the year, six hours.
        let is_rate = follows && (is_article || is_within)
            || is_article && self.is_amount_behind()
            || is_within && self.is(0, "over|across");
        if !(is_distributive || is_alternate || is_rate) {
            return None;
        }
        let first = if is_within { 2 } else { 1 };
        let mut at = first;
        let mut every = 1;
        if is_alternate || self.is(at, "other|second|alternate") {
            every = 2;
            at += usize::from(!is_alternate);
        } else if self.is(at, "third") {
            every = 3;
            at += 1;
        }
        // "Each of the three school terms", "each five-day school week".
        let mut number = None;
        for _ in 0..5 {
            let word = self.word(at)?;
            if is_distributive && self.table.month(word).is_some() {
                // Each September, and each January.
                let mut count = 1;
                while self.is(at + 1, "and") {
                    let next = at + 2 + usize::from(self.is(at + 2, "each|every|in"));
                    if self.word(next).is_none_or(|word| self.table.month(word).is_none()) {
                        break;
                    }
                    (at, count) = (next, count + 1);
                }
                return Some((Says::Rate(count * self.table.times("year")), at + 1));
            }
            let in_term = self.is(at, "term") && self.is(at + 1, "time");
            if let Some(period) = self.table.period(word).filter(|_| !in_term) {
                let is_day = period.name == "day";
                let next = at + 1 + usize::from(self.is(at + 1, "school|working"));
                // What goes on across the day is no amount.
                let is_scope = is_day && !is_distributive && !is_alternate && !follows;
                if is_scope {
                    return None;
                }
                if !is_day || !self.is(next, "week|weeks|cycle|timetable") {
                    let is_of = self.is(first, "of");
                    let number =
                        number.filter(|_| !is_of && (word.text.ends_with('s') || every == 1));
                    let every = every * number.unwrap_or(100);
                    let parts = self.parts_of_day(is_day, at);
                    let to = parts.last().copied().unwrap_or(at) + 1;
                    let in_calendar = period.name == "month" && every > 100;
                    let all = if in_calendar { MONTHS } else { period.times };
                    let count = i64::try_from(parts.len()).unwrap_or(0) + 1;
                    let rate = all * count * 100 / every.max(1);
                    // Each of the 52 weeks of the year.
                    let of_year = self.is(to, "of") && self.is(to + 2, "year");
                    let is_all_year = period.name == "week" && (of_year || number == Some(5_200));
                    let rate = if is_all_year { rate * 4 / 3 } else { rate };
                    return Some((Says::Rate(rate), if of_year { to + 3 } else { to }));
                }
                number = None;
            } else if word.is("minute|minutes|hour|hours") {
                let minutes = if word.is(HOURS) { HOUR } else { 1 };
                // Two visits, each of 40 minutes.
                if self.is(first, "of") {
                    return None;
                }
                let minutes = minutes * number.unwrap_or(100) / 100;
                let rate = self.table.times("day") * DAY / minutes.max(1);
                return (is_distributive && !follows || is_article || number.is_some())
                    .then_some((Says::Rate(rate), at + 1));
            } else if is_distributive && self.table.sessions.has(word) {
                let is_lesson = word.is("lesson|lessons");
                let (period, times) = if is_lesson { ("day", LESSONS) } else { ("week", 1) };
                // A note after each session is no rate of the sessions.
                let is_rhythm = is_lesson && follows || self.was(1, "after|following|of");
                return is_rhythm.then_some((Says::Rate(self.table.times(period) * times), at + 1));
            } else if word.number.is_some() {
                number = word.number;
            } else if !in_term
                && !word
                    .is("of|the|a|course|school|academic|full|working|calendar|single|whole|time")
            {
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
        let last = before.last();
        let is_of_time =
            last.is_some_and(|word| self.table.function.has(word) || word.number.is_some());
        let near = before.len().saturating_sub(NEAR_AMOUNT)..before.len();
        let near = before.get(near).unwrap_or_default();
        let start = near.iter().rposition(|word| word.gap == Gap::Clause).unwrap_or_default();
        let near = near.get(start..).unwrap_or_default();
        let counts_sessions = near.windows(2).any(|pair| match pair {
            [number, sessions] => number.number.is_some() && self.table.sessions.has(sessions),
            _ => false,
        });
        !is_of_time && (counts_sessions || near.iter().any(|word| word.is("minutes|hour|hours")))
    }

    /// The places of further parts of the day: "each morning and afternoon".
    fn parts_of_day(&self, is_day: bool, mut at: usize) -> Vec<usize> {
        let mut places = Vec::new();
        while is_day && self.is(at + 1, "and") {
            at += if self.is(at + 2, "each|every") { 3 } else { 2 };
            let next = self.word(at).and_then(|word| self.table.period(word));
            if next.is_none_or(|period| period.name != "day") {
                break;
            }
            places.push(at);
        }
        places
    }

    /// A rate in one word, or in two: "weekly", "six-weekly". Six weekly sessions are six sessions.
    fn adverb(&self) -> Found {
        if let Some(period) = self.word(0).and_then(|word| self.table.adverb(word)) {
            let is_half = self.was(1, "half");
            return Some((Says::Rate(if is_half { period.times * 2 } else { period.times }), 1));
        }
        let number = self.number(0).filter(|number| *number > 100)?;
        let word = self.word(1).filter(|word| word.gap == Gap::None)?;
        let period = self.table.adverb(word)?;
        let counts_sessions = self.word(2).is_some_and(|word| {
            let is_rhythm = self.table.reviewing.has(word) || word.is("intervals");
            self.table.sessions.has(word) && !is_rhythm
        });
        let times = match period.name.as_str() {
            "month" => MONTHS,
            "week" => period.times,
            _ => return None,
        };
        (!counts_sessions).then_some((Says::Rate(times * 100 / number), 2))
    }

    /// A number of weeks for which it goes on, or of sessions.
    fn counted(&self) -> Found {
        let number = self.number(0)?;
        // Of six visits, two of them in each term.
        if self.is(1, "of") && self.is(2, "them|these|which") {
            return Some((Says::Count(number / 100), 3));
        }
        if self.is_share() || self.is_within() || self.is(1, "%") {
            return None;
        }
        let after = if self.is(1, "to") && self.number(2).is_some() { 3 } else { 1 };
        let next = self.word(after).filter(|next| next.gap == Gap::None)?;
        match self.table.period(next).filter(|period| period.name != "day") {
            Some(period) => {
                let weeks = number * WEEKS * 4 / period.times.max(1) / 100;
                let is_long = number >= LONG && self.is_of_year(after + 1);
                (is_long || self.is_limit(after + 1)).then_some((Says::Weeks(weeks), after + 1))
            }
            None => self.sessions(number / 100, after),
        }
    }

    /// Whether weeks are those of a year: "36 weeks of the year".
    fn is_of_year(&self, behind: usize) -> bool {
        self.is(behind, "of|in|a|per|each|every")
            && (behind + 1..behind + 4).any(|at| self.is(at, "year"))
            || self.is(behind, "a|per|each") && self.is(behind + 1, "year")
    }

    /// Whether so many weeks are all for which it goes on.
    fn is_limit(&self, behind: usize) -> bool {
        let is_before = self
            .was(1, "for|over|across|throughout|lasting|lasts|of|first|initial|than")
            || self.was(2, "for|over|first|initial");
        let is_block =
            self.is(behind, "block|blocks|programme|course|period|cycle|placement|trial");
        // A cell or a note may have nothing else.
        let is_apart = |ahead| self.word(ahead).is_none_or(|word| word.gap > Gap::None);
        let is_alone = is_apart(0) && (is_apart(behind) || self.is(behind, "then|only"));
        (is_before || is_block || is_alone) && !self.was(1, "each|every|the|per")
    }

    /// A number of sessions. What stands between, such as the length of each, is read next.
    fn sessions(&self, count: i64, after: usize) -> Found {
        // A course of six sessions, or eight weekly sessions.
        let rhythm = self.word(after).and_then(|word| self.table.adverb(word));
        let is_series = count > DAYS && rhythm.is_some_and(|period| period.name != "day");
        let is_block =
            is_series || self.was(2, "block|blocks|course|series|programme") && self.was(1, "of");
        let mut is_timed = false;
        for ahead in after..after + NEAR {
            let word = self.word(ahead).filter(|word| word.gap == Gap::None)?;
            // "Two x named assistants" counts no sessions.
            if word.is("x") && !self.is_amount(ahead + 1) {
                return None;
            }
            if self.table.sessions.has(word) {
                let says = if is_block { Says::Block(count) } else { Says::Count(count) };
                return Some((says, if ahead == after { after + 1 } else { after }));
            }
            let is_between = word.number.is_some()
                || self.table.between.has(word)
                || !self.table.function.has(word) && ahead <= after + 1;
            // Of "four 20-minute phonics slots", the length stands between.
            if !is_between && !is_timed || self.table.people.has(word) {
                return None;
            }
            is_timed = is_timed && is_between || word.is(MINUTES);
        }
        None
    }

    /// Whether an amount begins so many places on.
    fn is_amount(&self, ahead: usize) -> bool {
        self.word(ahead).is_some_and(|word| {
            word.number.is_some()
                || self.table.adverb(word).is_some()
                || word.is("a|an|per|each|every|half")
        })
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
        check("between 20 and 30 minutes", &[Says::Minutes(20)]);
        check("an extra hour", &[Says::Minutes(60)]);
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
