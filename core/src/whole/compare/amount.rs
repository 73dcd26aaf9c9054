//! Amounts: how long and how often together, as minutes and times in a school year.

use super::reader::{DAY as SCHOOL_DAY, Says};
use super::table::WordTable;
use super::time::TimeWords;
use super::word::{Gap, Word};

/// How many weeks a school year has.
const WEEKS: i64 = 39;

/// How far apart school years of 38 and of 39 weeks are, in hundredths.
pub(super) const SCHOOL_YEARS: u64 = 3;

/// So many times in four years at most are counted by the year or the term.
const BY_YEAR: i64 = 24;

/// How often a month comes round in the table of periods.
const MONTH: i64 = 36;

/// How often a day does.
const DAY: i64 = 780;

/// How far apart two words about time can stand and be about one amount.
const NEAR: usize = 9;

/// How far from a rate words of reviewing can stand.
const NEAR_REVIEW: usize = 12;

/// How far behind words of dividing a number stands that divides an amount.
const NEAR_DIVIDED: usize = 4;

/// An amount, as far as the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Amount {
    /// The minutes of a session, or the pounds of a payment.
    pub(super) minutes: Option<i64>,
    pub(super) is_money: bool,
    /// The minutes of the part of a day that its words name, which count where the other version has minutes.
    pub(super) day: Option<i64>,
    /// How many times in four school years.
    pub(super) times: Option<i64>,
    /// What the number of times rests on.
    pub(super) by: By,
    /// It is said how often, without a number.
    pub(super) is_vague: bool,
    /// It is how often something is reviewed.
    pub(super) is_review: bool,
    /// Where its words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a number of times rests on. A month has as many weeks as in the calendar, and a year has twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum By {
    #[default]
    Week,
    Month,
    Year,
}

impl Amount {
    /// The same with its times counted as those of another are.
    pub(super) fn counted_as(self, other: &Self) -> Self {
        let is_other = self.by == By::Month && other.by == By::Year;
        let times =
            if is_other { self.times.map(|times| times.saturating_mul(4) / 3) } else { self.times };
        Self { times, ..self }
    }

    /// The same with the minutes of its part of the day, where another has minutes and this has none.
    pub(super) fn measured_as(self, other: &Self) -> Self {
        let minutes =
            self.minutes.or(self.day.filter(|_| other.minutes.is_some() && !other.is_money));
        Self { minutes, ..self }
    }

    /// The minutes in four school years.
    pub(super) fn total(&self) -> Option<i64> {
        Some(self.minutes?.saturating_mul(self.times?))
    }

    /// Whether two say the same.
    pub(super) fn same(&self, other: &Self) -> bool {
        let by = other.by;
        let (one, other) = (self.counted_as(other), other.counted_as(self));
        let (one, other) = (one.measured_as(&other), other.measured_as(&one));
        if one.is_money != other.is_money {
            return false;
        }
        // Half a term is six weeks to one reader and six and a half to another.
        let near =
            |one: i64, other: i64| about_the_same(one, other, if self.by == by { 3 } else { 9 });
        let times = match (one.times, other.times) {
            (Some(one), Some(other)) => near(one, other),
            (None, None) => true,
            _ => false,
        };
        match (one.total(), other.total()) {
            (Some(one), Some(other)) => near(one, other),
            (None, None) => one.minutes == other.minutes && times,
            _ => false,
        }
    }
}

/// Whether two numbers differ by no more than so many hundredths.
pub(super) fn about_the_same(one: i64, other: i64, hundredths: u64) -> bool {
    one.abs_diff(other).saturating_mul(100)
        <= one.max(other).unsigned_abs().saturating_mul(hundredths)
}

/// What an amount is counted in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Unit {
    #[default]
    Minutes,
    Pounds,
}

/// An amount while it is put together.
#[derive(Default)]
struct Parts {
    minutes: Option<i64>,
    unit: Unit,
    day: Option<i64>,
    count: Option<i64>,
    block: Option<i64>,
    rate: Option<i64>,
    /// The rate stands before the length: one behind it takes its place.
    leads: bool,
    is_vague: bool,
    is_review: bool,
    from: usize,
    to: usize,
}

/// The amounts of a statement. One that says another again, as a total does, counts once.
pub(super) fn amounts(table: &WordTable, words: &[Word], time: &[TimeWords]) -> Vec<Amount> {
    let mut all: Vec<Parts> = Vec::new();
    for part in time {
        if let Says::Weeks(weeks) = part.says {
            // A part of the school year, or a year of more weeks than the school's.
            let last = all.last_mut().filter(|last| weeks != WEEKS && last.block.is_none());
            let rate = last.and_then(|last| last.rate.as_mut());
            if let Some(rate) = rate.filter(|rate| **rate > BY_YEAR && **rate != MONTH) {
                *rate = rate.saturating_mul(weeks) / WEEKS;
            }
            continue;
        }
        let day = part_of_day(words.get(part.from..).unwrap_or_default());
        // Six hours over two visits: the visits divide the hours.
        let before = part.from.checked_sub(1).and_then(|at| words.get(at));
        let divides = matches!(part.says, Says::Count(_))
            && before.is_some_and(|word| word.is(&["over", "across", "in", "into", "as"]));
        let is_divided = |last: &&mut Parts| {
            let has_minutes = last.minutes.is_some() && last.rate.is_none();
            has_minutes && last.count.is_none() && !is_apart(words, last.to, part.from)
        };
        if divides && let Some(last) = all.last_mut().filter(is_divided) {
            last.to = part.to;
            continue;
        }
        let last = all
            .last_mut()
            .filter(|last| !is_apart(words, last.to, part.from) && last.takes(part.says));
        let day = day.filter(|_| matches!(part.says, Says::Count(_)));
        if let Some(last) = last {
            last.add(part);
            last.day = last.day.or(day);
        } else {
            let mut parts = Parts { from: part.from, day, ..Parts::default() };
            parts.add(part);
            all.push(parts);
        }
    }
    for parts in &mut all {
        parts.is_review = parts.minutes.is_none() && is_review(table, words, parts);
    }
    let mut joined: Vec<Parts> = Vec::new();
    for parts in all {
        let divides = words.get(..parts.from).unwrap_or_default().iter().rev().take(NEAR_DIVIDED);
        let before = parts.from.checked_sub(1).and_then(|at| words.get(at));
        let divides = divides.filter(|word| word.is(DIVIDES)).count() > 0
            || (parts.rate.is_some()
                && before.is_some_and(|word| word.is(&["in", "of"]))
                && two_before(words, parts.from))
            || (parts.is_count()
                && before.is_some_and(|word| word.is(&["in", "as", "into", "over"])));
        match joined.last_mut() {
            // Twenty minutes a day, divided into two sessions.
            Some(last) if divides && last.is_complete() => {}
            // In each school year, two hours in each term.
            Some(last) if last.leads && last.is_complete() && parts.is_rate() => {
                last.rate = parts.rate;
            }
            // 100 minutes a week, as five sessions of 20 minutes; and the same the other way round.
            Some(last) if last.is_complete() && parts.rate.is_none() && last.is_product(&parts) => {
            }
            Some(last) if parts.is_complete() && last.rate.is_none() && parts.is_product(last) => {
                *last = parts;
            }
            // Daily, on seven days a week.
            Some(last)
                if last.is_complete()
                    && last.rate == Some(DAY)
                    && parts.rate == Some(DAY / 5)
                    && parts.count.is_some_and(|count| (5..=7).contains(&count)) =>
            {
                last.rate = parts.count.map(|count| count * DAY / 5);
            }
            // Of ten days a year, six hours a day: the day is that of the days.
            Some(last)
                if last.is_complete()
                    && last.count.is_some()
                    && parts.is_rate()
                    && parts.rate == Some(DAY)
                    && parts.from <= last.to + 1 => {}
            // Ten days a year, six hours a day.
            Some(last) if last.is_rate() && last.count.is_some() && parts.is_daily() => {
                last.minutes = parts.minutes;
            }
            Some(last) if last.completes(&parts) => last.join(&parts),
            _ => joined.push(parts),
        }
    }
    once_each(joined.iter().filter_map(Parts::amount).collect())
}

/// The minutes of what a number counts, where that is days or parts of them.
fn part_of_day(words: &[Word]) -> Option<i64> {
    let mut near = words.iter().skip(1).take(2);
    let word = near
        .find(|word| word.is(&["morning", "mornings", "afternoon", "afternoons", "day", "days"]))?;
    Some(if word.text.starts_with('d') { SCHOOL_DAY } else { SCHOOL_DAY / 2 })
}

/// Whether a number stands before the word before a place: "six hours a year, two in each term".
fn two_before(words: &[Word], at: usize) -> bool {
    at.checked_sub(2).and_then(|at| words.get(at)).is_some_and(|word| word.number.is_some())
}

/// Words behind which an amount is divided.
const DIVIDES: &[&str] = &["divided", "split", "spread", "broken", "comprising", "made", "shared"];

/// Whether two words about time stand too far from each other, or in two clauses.
fn is_apart(words: &[Word], to: usize, from: usize) -> bool {
    let between = words.get(to..=from).unwrap_or_default();
    let is_near_cell = from - to <= 2;
    between.len() > NEAR + 1
        || (!is_near_cell && between.iter().any(|word| word.gap == Gap::Clause))
}

impl Parts {
    /// Whether it has no such part yet.
    fn takes(&self, says: Says) -> bool {
        match says {
            Says::Minutes(_) | Says::Money(_) => self.minutes.is_none(),
            // Of what has its length and rate, a number behind them counts the parts.
            Says::Count(_) => !self.is_complete() || self.block.is_some(),
            Says::Block(_) => self.block.is_none(),
            Says::Rate(_) => self.rate.is_none() || self.block.is_some() || self.leads,
            Says::Vague => self.rate.is_none() && self.count.is_none(),
            Says::Weeks(_) => true,
        }
    }

    /// Whether another multiplies out to the minutes of this one.
    fn is_product(&self, other: &Self) -> bool {
        let minutes = |parts: &Self| Some(parts.minutes?.saturating_mul(parts.count.unwrap_or(1)));
        other.count.is_some() && minutes(self) == minutes(other) && self.minutes.is_some()
    }

    fn is_count(&self) -> bool {
        self.count.is_some() && self.minutes.is_none() && self.rate.is_none()
    }

    fn is_daily(&self) -> bool {
        self.minutes.is_some() && self.rate == Some(DAY) && self.count.is_none()
    }

    fn is_rate(&self) -> bool {
        self.minutes.is_none() && self.rate.is_some() && !self.is_review
    }

    fn is_complete(&self) -> bool {
        self.minutes.is_some() && self.rate.is_some()
    }

    fn add(&mut self, part: &TimeWords) {
        match part.says {
            Says::Minutes(minutes) | Says::Money(minutes) => {
                self.leads = self.rate.is_some() && self.count.is_none();
                self.minutes = Some(minutes);
                self.unit = match part.says {
                    Says::Money(_) => Unit::Pounds,
                    _ => Unit::Minutes,
                };
            }
            // Two nights on ten occasions are twenty nights.
            Says::Count(count) => self.count = Some(self.count.unwrap_or(1).saturating_mul(count)),
            Says::Block(count) => self.block = Some(count),
            // Six weekly sessions are a block: its rate is that of the block.
            Says::Rate(_)
                if self.block.is_some() && part.from <= self.to + 1 && self.minutes.is_none() => {}
            Says::Rate(rate) => {
                self.leads = false;
                self.rate = Some(rate);
            }
            Says::Vague => self.is_vague = true,
            Says::Weeks(_) => {}
        }
        self.to = part.to;
    }

    /// Whether another has what this one does not, and both are one amount.
    fn completes(&self, other: &Self) -> bool {
        let has_one = |one: bool, other: bool| one != other;
        !self.is_review
            && !other.is_review
            && !self.is_complete()
            && !other.is_complete()
            && has_one(self.minutes.is_some(), other.minutes.is_some())
            && has_one(self.rate.is_some(), other.rate.is_some())
            && !(self.count.is_some() && other.count.is_some())
    }

    fn join(&mut self, other: &Self) {
        if self.minutes.is_none() {
            (self.minutes, self.unit) = (other.minutes, other.unit);
        }
        self.day = self.day.or(other.day);
        self.count = self.count.or(other.count);
        self.block = self.block.or(other.block);
        self.rate = self.rate.or(other.rate);
        self.to = other.to;
    }

    fn amount(&self) -> Option<Amount> {
        let counted = |rate: i64| {
            let blocks = self.block.unwrap_or(1).saturating_mul(rate);
            self.count.unwrap_or(1).saturating_mul(blocks)
        };
        // Sessions without a rate are those of a year.
        let yearly = || {
            self.count
                .or(self.block)
                .filter(|count| *count > 1)
                .map(|count| count.saturating_mul(4))
        };
        let times = self.rate.map(counted).or_else(yearly);
        let says = self.minutes.is_some() || times.is_some() || self.is_vague;
        let by = match self.rate {
            Some(MONTH) => By::Month,
            Some(rate) if rate > BY_YEAR => By::Week,
            _ => By::Year,
        };
        says.then_some(Amount {
            minutes: self.minutes,
            is_money: self.unit == Unit::Pounds,
            day: self.day,
            times,
            by,
            is_vague: self.is_vague && times.is_none(),
            is_review: self.is_review,
            from: self.from,
            to: self.to,
        })
    }
}

/// Whether words of reviewing stand near an amount.
fn is_review(table: &WordTable, words: &[Word], amount: &Parts) -> bool {
    let before = words.get(..amount.from).unwrap_or_default().iter().rev().take(NEAR_REVIEW);
    let behind = words.get(amount.to..).unwrap_or_default().iter().take(3);
    let mut is_open = true;
    let before = before.take_while(|word| {
        let was_open = is_open;
        is_open = word.gap != Gap::Clause;
        was_open
    });
    let behind = behind.take_while(|word| word.gap != Gap::Clause);
    before.chain(behind).any(|word| table.reviewing.has(word))
}

/// Leaves out amounts that only say an earlier one again.
fn once_each(amounts: Vec<Amount>) -> Vec<Amount> {
    let mut kept: Vec<Amount> = Vec::new();
    for amount in amounts {
        let again = kept.iter_mut().find(|known| {
            // Twice the same words are two amounts.
            let is_said_otherwise = known.minutes != amount.minutes;
            let same_total = is_said_otherwise
                && known
                    .total()
                    .zip(amount.total())
                    .is_some_and(|(a, b)| about_the_same(a, b, SCHOOL_YEARS));
            let same_rate = known
                .times
                .zip(amount.times)
                .is_some_and(|(a, b)| about_the_same(a, b, SCHOOL_YEARS))
                && (known.minutes.is_none() || amount.minutes.is_none());
            same_total || same_rate
        });
        match again {
            Some(known) if known.minutes.is_none() && amount.minutes.is_some() => *known = amount,
            Some(_) => {}
            None => kept.push(amount),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{WordTable, amounts};
    use crate::whole::compare::time::time_words;

    /// The minutes of a session and the times in a year of 39 weeks, of each amount.
    #[track_caller]
    fn check(text: &str, expected: &[(i64, i64)]) {
        let table = WordTable::built_in();
        let words = table.words(text);
        let found = amounts(table, &words, &time_words(table, &words));
        let found: Vec<_> = found
            .iter()
            .map(|amount| (amount.minutes.unwrap_or(0), amount.times.unwrap_or(0) / 4))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn length_and_rate_are_one_amount() {
        check("45 minutes weekly", &[(45, 39)]);
        check("twice a week for 20 minutes", &[(20, 78)]);
        check("two sessions of 45 minutes each fortnight", &[(45, 39)]);
        check("20 minutes, four times a week, for six weeks", &[(20, 24)]);
        check("30 minutes daily and one hour once a term", &[(30, 195), (60, 3)]);
        check(
            "in blocks of six weekly sessions of 45 minutes, with one block in each term",
            &[(45, 18)],
        );
    }

    #[test]
    fn a_total_counts_once() {
        check("two hours each term (six hours a year)", &[(120, 3)]);
        check("40 minutes each week, divided into two equal sessions", &[(40, 39)]);
        check("in each school year, two hours in each of the three terms", &[(120, 3)]);
        check("two nights at a time, on ten occasions in each year", &[(0, 20)]);
        check(
            "half an hour of teaching in number facts from a teaching assistant on three days each week",
            &[(30, 117)],
        );
        check("one hour on Tuesdays and one hour on Thursdays", &[(60, 39), (60, 39)]);
        check("100 minutes a week, as five sessions of 20 minutes", &[(100, 39)]);
        check("five sessions of 20 minutes, 100 minutes a week in all", &[(100, 39)]);
        check("six hours over two visits a year", &[(360, 1)]);
        check("15 minutes x 4 per week", &[(15, 156)]);
        check("50 minutes across each school week, as one 10 minute session a day", &[(50, 39)]);
    }
}
