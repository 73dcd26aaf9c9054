//! Amounts: how long and how often together, as minutes and times in a school year.

use super::table::WordTable;
use super::time::{Says, TimeWords};
use super::word::{Gap, Word};

/// How far apart two words about time can stand and be about one amount.
const NEAR: usize = 9;

/// How far from a rate words of reviewing can stand.
const NEAR_REVIEW: usize = 8;

/// An amount, as far as the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Amount {
    /// The minutes of a session.
    pub(super) minutes: Option<i64>,
    /// How many times in four school years.
    pub(super) times: Option<i64>,
    /// It is said how often, without a number.
    pub(super) is_vague: bool,
    /// It is how often something is reviewed.
    pub(super) is_review: bool,
    /// Where its words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Amount {
    /// The minutes in four school years.
    pub(super) fn total(&self) -> Option<i64> {
        Some(self.minutes? * self.times?)
    }

    /// Whether two say the same.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (self.total(), other.total()) {
            (Some(one), Some(other)) => about_the_same(one, other),
            (None, None) => self.minutes == other.minutes && same_times(self.times, other.times),
            _ => false,
        }
    }
}

fn same_times(one: Option<i64>, other: Option<i64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => about_the_same(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two numbers differ by no more than a school year of 38 weeks does from one of 39.
pub(super) fn about_the_same(one: i64, other: i64) -> bool {
    (one - other).abs() * 100 <= one.max(other) * 3
}

/// An amount while it is put together.
#[derive(Default)]
struct Parts {
    minutes: Option<i64>,
    count: Option<i64>,
    block: Option<i64>,
    rate: Option<i64>,
    is_vague: bool,
    from: usize,
    to: usize,
}

/// The amounts of a statement. One that says another again, as a total does, counts once.
pub(super) fn amounts(table: &WordTable, words: &[Word], time: &[TimeWords]) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    let mut parts = Parts::default();
    for part in time {
        if matches!(part.says, Says::Weeks(_)) {
            continue;
        }
        let is_empty = parts.to == 0;
        let between = words.get(parts.to..part.from).unwrap_or_default();
        let first = words.get(part.from);
        let is_apart = between.len() > NEAR
            || between.iter().chain(first).any(|word| word.gap == Gap::Clause && !is_empty && parts.to > 0)
                && !joins_over_clause(words, &parts, part);
        if !is_empty && (is_apart || !parts.takes(part.says)) {
            amounts.extend(parts.amount());
            parts = Parts::default();
        }
        parts.add(part);
    }
    amounts.extend(parts.amount());
    for amount in &mut amounts {
        amount.is_review = amount.minutes.is_none() && is_review(table, words, amount);
    }
    once_each(amounts)
}

/// Whether a row goes on with the same amount in its next cell.
fn joins_over_clause(words: &[Word], parts: &Parts, part: &TimeWords) -> bool {
    part.from.saturating_sub(parts.to) <= 2 && words.len() > part.from
}

impl Parts {
    /// Whether it has no such part yet.
    fn takes(&self, says: Says) -> bool {
        match says {
            Says::Minutes(_) => self.minutes.is_none(),
            // What has its length and rate is complete: a number behind them divides it.
            Says::Count(_) => self.count.is_none() && !(self.minutes.is_some() && self.rate.is_some()),
            Says::Block(_) => self.block.is_none(),
            Says::Rate(_) => self.rate.is_none() || self.block.is_some(),
            Says::Vague => self.rate.is_none() && self.count.is_none(),
            Says::Weeks(_) => true,
        }
    }

    fn add(&mut self, part: &TimeWords) {
        if self.to == 0 {
            self.from = part.from;
        }
        self.to = part.to;
        match part.says {
            Says::Minutes(minutes) => self.minutes = Some(minutes),
            Says::Count(count) => self.count = Some(count),
            Says::Block(count) => self.block = Some(count),
            Says::Rate(rate) => self.rate = Some(rate),
            Says::Vague => self.is_vague = true,
            Says::Weeks(_) => {}
        }
    }

    fn amount(&self) -> Option<Amount> {
        let counted = |rate| self.count.unwrap_or(1) * self.block.unwrap_or(1) * rate;
        // Sessions without a rate are those of a year.
        let yearly = || self.count.or(self.block).filter(|count| *count > 1).map(|count| count * 4);
        let times = self.rate.map(counted).or_else(yearly);
        let says = self.minutes.is_some() || times.is_some() || self.is_vague;
        says.then_some(Amount {
            minutes: self.minutes,
            times,
            is_vague: self.is_vague && times.is_none(),
            is_review: false,
            from: self.from,
            to: self.to,
        })
    }
}

/// Whether words of reviewing stand near an amount.
fn is_review(table: &WordTable, words: &[Word], amount: &Amount) -> bool {
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
            let same_total = known.total().zip(amount.total()).is_some_and(|(a, b)| about_the_same(a, b));
            let same_rate = known.times.zip(amount.times).is_some_and(|(a, b)| about_the_same(a, b))
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
        check("20 minutes, four times a week, for six weeks", &[(20, 156)]);
        check("30 minutes daily and one hour once a term", &[(30, 195), (60, 3)]);
        check("in blocks of six weekly sessions of 45 minutes, with one block in each term", &[(45, 18)]);
    }

    #[test]
    fn a_total_counts_once() {
        check("two hours each term (six hours a year)", &[(120, 3)]);
        check("40 minutes each week, divided into two equal sessions", &[(40, 39)]);
        check("50 minutes across each school week, as one 10 minute session a day", &[(50, 39)]);
    }
}
