//! Amounts: how long and how often together, as minutes and times in a school year.

use super::table::WordTable;
use super::time::{DAY as SCHOOL_DAY, Says, TimeWords, WEEKS};
use super::word::{Gap, Word};

/// How far apart school years of 38 and of 39 weeks are, and half terms of six and of seven weeks, in hundredths.
pub(super) const SCHOOL_YEARS: u64 = 3;
const HALF_TERMS: u64 = 9;

/// So many times in four years at most are counted by the year or the term.
const BY_YEAR: i64 = 24;

/// How often a month comes round in the table of periods, and how often a day does.
const MONTH: i64 = 36;
const DAY: i64 = 780;

/// How far apart two words about time can stand and be about one amount.
const NEAR: usize = 9;

/// How far from a rate words of reviewing can stand.
const NEAR_REVIEW: usize = 12;

/// Words behind which an amount is divided, and how far behind them a number stands that divides it.
const DIVIDES: &str = "divided|split|spread|broken|comprising|made|shared";
const NEAR_DIVIDED: usize = 4;

/// An amount, as far as the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Amount {
    /// The minutes of a session, or the pounds of a payment.
    pub(super) minutes: Option<i64>,
    pub(super) is_money: bool,
    /// The minutes of the part of a day that its words name, which count where the other version has minutes.
    day: Option<i64>,
    count: Option<i64>,
    /// The number of sessions in a block.
    block: Option<i64>,
    /// How many times in four school years it comes round, by the words for its period.
    rate: Option<i64>,
    /// The rate stands before the length: one behind it takes its place.
    leads: bool,
    /// The weeks of the year in which it is given, where that is said.
    weeks: Option<i64>,
    /// It is how often something is reviewed.
    pub(super) is_review: bool,
    /// Where its words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Amount {
    /// How many times in four school years.
    pub(super) fn times(&self) -> Option<i64> {
        let all = [self.count, self.block].into_iter().flatten().fold(1, i64::saturating_mul);
        match self.rate {
            // Weekly is the rhythm of a block: there is one in a year where its own rate is not said.
            Some(rate) if self.block.is_some() && rate > BY_YEAR => Some(all.saturating_mul(4)),
            Some(rate) => Some(all.saturating_mul(rate)),
            // Sessions without a rate are those of a year.
            None => Some(all.saturating_mul(4)).filter(|_| all > 1),
        }
    }

    /// Both with the same measure: minutes of a part of the day where the other has minutes, and months of the
    /// calendar beside years.
    pub(super) fn alike(mut one: Self, mut other: Self) -> (Self, Self) {
        let is_yearly = |amount: &Self| amount.rate.is_none_or(|rate| rate <= BY_YEAR);
        let has_minutes = |amount: &Self| amount.minutes.is_some() && !amount.is_money;
        let (of_one, of_other) =
            ((is_yearly(&one), has_minutes(&one)), (is_yearly(&other), has_minutes(&other)));
        for (amount, (is_yearly, has_minutes)) in [(&mut one, of_other), (&mut other, of_one)] {
            amount.minutes = amount.minutes.or(amount.day.filter(|_| has_minutes));
            if is_yearly && amount.rate == Some(MONTH) && amount.weeks.is_none() {
                amount.rate = Some(MONTH * 4 / 3);
            }
        }
        (one, other)
    }

    /// The minutes in four school years.
    pub(super) fn total(&self) -> Option<i64> {
        Some(self.minutes?.saturating_mul(self.times()?))
    }

    /// Whether two say the same.
    pub(super) fn same(&self, other: &Self) -> bool {
        let (one, other) = Self::alike(*self, *other);
        let by = |amount: &Self| amount.rate.unwrap_or_default().clamp(BY_YEAR, MONTH + 1);
        let hundredths = if by(self) == by(&other) { SCHOOL_YEARS } else { HALF_TERMS };
        let near = |one: Option<i64>, other: Option<i64>| match (one, other) {
            (Some(one), Some(other)) => about_the_same(one, other, hundredths),
            (one, other) => one == other,
        };
        let has_rate = one.rate.is_some() || other.rate.is_some();
        one.is_money == other.is_money
            && (!has_rate && one.sum().is_some() && one.sum() == other.sum()
                || near(one.total(), other.total())
                    && (one.total().is_some()
                        || one.minutes == other.minutes && near(one.times(), other.times())))
    }

    /// The minutes of all its sessions: 40 hours in 20 sessions are 20 of two hours.
    fn sum(&self) -> Option<i64> {
        let all = [self.count, self.block].into_iter().flatten().fold(1, i64::saturating_mul);
        Some(self.minutes?.saturating_mul(all))
    }

    /// Whether a part can be added.
    fn takes(&self, says: Says) -> bool {
        match says {
            Says::Minutes(_) | Says::Money(_) => self.minutes.is_none(),
            // Of what has its length and rate, a number behind them counts the parts.
            Says::Count(_) => {
                let is_counted = self.count.is_some() && self.rate.is_some();
                !self.is_complete() && !is_counted || self.block.is_some()
            }
            Says::Block(_) => self.block.is_none(),
            Says::Rate(_) => self.rate.is_none() || self.block.is_some() || self.leads,
            Says::Vague => self.rate.is_none() && self.count.is_none(),
            Says::Weeks(_) => true,
        }
    }

    fn add(&mut self, part: &TimeWords) {
        match part.says {
            Says::Minutes(minutes) | Says::Money(minutes) => {
                self.leads = self.rate.is_some() && self.count.is_none();
                self.is_money = matches!(part.says, Says::Money(_));
                self.minutes = Some(minutes);
            }
            // Two nights on ten occasions are twenty nights.
            Says::Count(count) => self.count = Some(self.count.unwrap_or(1).saturating_mul(count)),
            Says::Block(count) => self.block = Some(count),
            // Six weekly sessions are a block: its rate is that of the block.
            Says::Rate(_)
                if self.block.is_some() && part.from <= self.to + 1 && self.minutes.is_none() => {}
            Says::Rate(rate) => (self.leads, self.rate) = (false, Some(rate)),
            Says::Vague | Says::Weeks(_) => {}
        }
        self.to = part.to;
    }

    fn is_complete(&self) -> bool {
        self.minutes.is_some() && self.rate.is_some()
    }

    fn is_rate(&self) -> bool {
        self.minutes.is_none() && self.rate.is_some() && !self.is_review
    }

    /// Whether another multiplies out to the minutes of this one.
    fn is_product(&self, other: &Self) -> bool {
        other.count.is_some() && self.sum() == other.sum() && self.minutes.is_some()
    }

    /// Whether another has what this one does not, and both are one amount.
    fn completes(&self, other: &Self) -> bool {
        !self.is_review
            && !other.is_review
            && !self.is_complete()
            && !other.is_complete()
            && self.minutes.is_some() != other.minutes.is_some()
            && self.rate.is_some() != other.rate.is_some()
            && !(self.count.is_some() && other.count.is_some())
    }

    fn join(&mut self, other: &Self) {
        self.is_money |= other.is_money;
        self.minutes = self.minutes.or(other.minutes);
        self.day = self.day.or(other.day);
        self.count = self.count.or(other.count);
        self.block = self.block.or(other.block);
        self.rate = self.rate.or(other.rate);
        self.to = other.to;
    }
}

/// Whether two numbers differ by no more than so many hundredths.
pub(super) fn about_the_same(one: i64, other: i64, hundredths: u64) -> bool {
    one.abs_diff(other).saturating_mul(100)
        <= one.max(other).unsigned_abs().saturating_mul(hundredths)
}

/// The amounts of a statement. One that says another again, as a total does, counts once.
pub(super) fn amounts(table: &WordTable, words: &[Word], time: &[TimeWords]) -> Vec<Amount> {
    let was = |at: usize, back: usize, any: &str| {
        at.checked_sub(back).and_then(|at| words.get(at)).is_some_and(|word| word.is(any))
    };
    let mut all: Vec<Amount> = Vec::new();
    for part in time {
        let last = all.last_mut();
        if let Says::Weeks(weeks) = part.says {
            let Some(last) = last.filter(|last| last.block.is_none()) else { continue };
            last.weeks = Some(weeks);
            // A part of the school year, or a year of more weeks than the school's.
            let is_counted = |rate: &&mut i64| **rate > BY_YEAR && **rate != MONTH;
            if let Some(rate) = last.rate.as_mut().filter(is_counted) {
                *rate = rate.saturating_mul(weeks) / WEEKS;
            }
            continue;
        }
        let last = last.filter(|last| !is_apart(table, words, last.to, part.from));
        let is_count = matches!(part.says, Says::Count(_));
        let day = part_of_day(words, part.from).filter(|_| is_count);
        match last {
            // Six hours over two visits: the visits divide the hours.
            Some(last)
                if is_count
                    && was(part.from, 1, "over|across|in|into|as")
                    && last.minutes.is_some()
                    && last.rate.is_none()
                    && last.count.is_none() =>
            {
                last.to = part.to;
            }
            Some(last) if last.takes(part.says) => {
                last.add(part);
                last.day = last.day.or(day);
            }
            _ => {
                let mut amount = Amount { from: part.from, day, ..Amount::default() };
                amount.add(part);
                all.push(amount);
            }
        }
    }
    let mut joined: Vec<Amount> = Vec::new();
    for mut next in all {
        next.is_review = next.minutes.is_none() && is_review(table, words, &next);
        // Twenty minutes a day, divided into two sessions; six hours a year, two in each term.
        let divides = (1..=NEAR_DIVIDED).any(|back| was(next.from, back, DIVIDES))
            || next.rate.is_some()
                && was(next.from, 1, "in|of")
                && next.from >= 2
                && words.get(next.from - 2).is_some_and(|word| word.number.is_some())
            || next.minutes.is_none()
                && next.rate.is_none()
                && next.count.is_some()
                && was(next.from, 1, "in|as|into|over");
        let Some(last) = joined.last_mut() else {
            joined.push(next);
            continue;
        };
        let counted_days = next.count.filter(|days| (5..=7).contains(days));
        if last.is_complete()
            && (divides
                // 100 minutes a week, as five sessions of 20 minutes.
                || next.rate.is_none() && last.is_product(&next)
                // Of ten days a year, six hours a day: the day is that of the days.
                || last.count.is_some()
                    && next.is_rate()
                    && next.rate == Some(DAY)
                    && next.from <= last.to + 1)
        {
        } else if last.is_complete() && last.leads && next.is_rate() {
            // In each school year, two hours in each term.
            last.rate = next.rate;
        } else if next.is_complete() && last.rate.is_none() && next.is_product(last) {
            *last = next;
        } else if last.is_complete()
            && last.rate == Some(DAY)
            && next.rate == Some(DAY / 5)
            && counted_days.is_some()
        {
            // Daily, on seven days a week.
            last.rate = counted_days.map(|days| days * DAY / 5);
        } else if last.is_rate()
            && last.count.is_some()
            && next.is_complete()
            && next.rate == Some(DAY)
            && next.count.is_none()
        {
            // Ten days a year, six hours a day.
            last.minutes = next.minutes;
        } else if last.completes(&next) {
            last.join(&next);
        } else {
            joined.push(next);
        }
    }
    // What has none of both is how often, without a number; one session is none.
    joined.retain(|one| one.minutes.is_some() || one.times().is_some() || one.count.is_none());
    once_each(joined)
}

/// The minutes of what a number counts, where that is days or parts of them.
fn part_of_day(words: &[Word], at: usize) -> Option<i64> {
    let mut near = words.iter().skip(at + 1).take(2);
    let word = near.find(|word| word.is("morning|mornings|afternoon|afternoons|day|days"))?;
    Some(if word.text.starts_with('d') { SCHOOL_DAY } else { SCHOOL_DAY / 2 })
}

/// Whether two words about time stand too far from each other, or in two clauses. A rate can stand in the next cell.
fn is_apart(table: &WordTable, words: &[Word], to: usize, from: usize) -> bool {
    let between = words.get(to..=from).unwrap_or_default();
    let is_next = from - to <= 2;
    let parts = |word: &Word| word.gap == Gap::Clause && (!is_next || table.reviewing.has(word));
    // What somebody else will do has an amount of its own.
    let is_other = between.windows(2).any(|pair| match pair {
        [and, will] => and.is("and") && will.is("will|should|shall"),
        _ => false,
    });
    between.len() > NEAR + 1 || is_other || between.iter().any(parts)
}

/// Whether words of reviewing stand near an amount.
fn is_review(table: &WordTable, words: &[Word], amount: &Amount) -> bool {
    let before = words.get(..amount.from).unwrap_or_default();
    let clause = before.iter().rposition(|word| word.gap == Gap::Clause).unwrap_or_default();
    let from = clause.max(amount.from.saturating_sub(NEAR_REVIEW));
    let behind = words.get(amount.to..).unwrap_or_default().iter().take(3);
    let behind = behind.take_while(|word| word.gap != Gap::Clause);
    before.iter().skip(from).chain(behind).any(|word| table.reviewing.has(word))
}

/// Leaves out amounts that only say an earlier one again.
fn once_each(amounts: Vec<Amount>) -> Vec<Amount> {
    let mut kept: Vec<Amount> = Vec::new();
    for amount in amounts {
        let near = |one: Option<i64>, other: Option<i64>| {
            one.zip(other).is_some_and(|(one, other)| about_the_same(one, other, SCHOOL_YEARS))
        };
        let again = kept.iter_mut().find(|known| {
            // Half a day (three hours).
            known.minutes.is_some() && known.minutes == amount.minutes && amount.from <= known.to
                // Twice the same words are two amounts.
                || known.minutes != amount.minutes && near(known.total(), amount.total())
                || near(known.times(), amount.times())
                    && (known.minutes.is_none() || amount.minutes.is_none())
        });
        match again {
            Some(known) if known.minutes.is_none() && amount.minutes.is_some() => *known = amount,
            Some(known) if known.rate.is_none() && known.minutes == amount.minutes => {
                (known.rate, known.to) = (amount.rate, amount.to);
            }
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
            .map(|amount| (amount.minutes.unwrap_or(0), amount.times().unwrap_or(0) / 4))
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
