//! How long and how often: what single words say of time.

use super::reader::{HOUR, Reader, Says};
use super::table::WordTable;
use super::word::{Gap, Word};

/// How many weeks a school year has.
const WEEKS: i64 = 39;

/// Words for a number of times.
const ONCE: [(&str, i64); 3] = [("once", 1), ("twice", 2), ("thrice", 3)];

/// How many words can stand between a number and the sessions that it counts.
const NEAR: usize = 4;

/// Words before a number of weeks, and behind it, by which it is all for which something goes on.
const LIMITS: &[&str] =
    &["for", "over", "across", "throughout", "lasting", "lasts", "of", "first", "initial", "than"];
const BLOCKS: &[&str] =
    &["block", "blocks", "programme", "course", "period", "cycle", "placement", "trial"];

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

impl Reader<'_> {
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
        // "x 4" or "x4" behind a length counts the sessions.
        let times = word.text.strip_prefix('x').map(|times| match times {
            "" => (self.number(1).filter(|_| !self.is_number_before(1)), 2),
            times => {
                (times.parse::<i64>().ok().filter(|times| *times < 100).map(|times| times * 100), 1)
            }
        });
        if let Some((Some(times), length)) = times
            && !self.is(length, &["minute", "minutes", "hour", "hours"])
        {
            return Some((Says::Count(times / 100), length));
        }
        if word.is(&["hour"]) && self.from > 0 {
            let before = self.words.get(self.from - 1);
            let is_weekly = before.is_some_and(|before| self.table.adverb(before).is_some());
            return is_weekly.then_some((Says::Minutes(HOUR), 1));
        }
        if word.is(&["£"]) {
            let is_price = self.is(2, &["an", "per", "a"]) && self.is(3, &["hour", "mile"]);
            let pounds = self.number(1).filter(|_| !is_price)?;
            return Some((Says::Money(pounds / 100), 2));
        }
        if let Some((_, count)) = ONCE.iter().find(|(once, _)| word.text == *once) {
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
        if let Some(rate) = self.numbered_adverb() {
            return Some((Says::Rate(rate), 2));
        }
        self.counted()
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

    /// A number of weeks for which it goes on, or of sessions.
    fn counted(&self) -> Option<(Says, usize)> {
        let number = self.number(0)?;
        // Of six visits, two of them in each term.
        if self.is(1, &["of"]) && self.is(2, &["them", "these", "which"]) {
            return Some((Says::Count(number / 100), 3));
        }
        if self.is_share() || self.is_before(1, &["within"]) {
            return None;
        }
        let is_range = self.is(1, &["to"]) && self.number(2).is_some();
        let after = if is_range { 3 } else { 1 };
        let next = self.word(after).filter(|next| next.gap == Gap::None)?;
        match self.table.period(next).filter(|period| period.name != "day") {
            Some(period) => {
                let weeks = number * WEEKS * 4 / period.times.max(1) / 100;
                self.is_limit(after + 1).then_some((Says::Weeks(weeks), after + 1))
            }
            None => self.sessions(number / 100, after),
        }
    }

    /// Whether a number is part of a share: "four out of five occasions".
    fn is_share(&self) -> bool {
        let whole = if self.is(2, &["the", "every"]) { 3 } else { 2 };
        let is_part =
            self.is(1, &["out"]) || (self.is(1, &["of", "in"]) && self.number(whole).is_some());
        let is_whole =
            self.is_before(1, &["of"]) && (self.is_before(2, &["out"]) || self.is_number_before(2));
        is_part || is_whole || (self.is_before(2, &["of"]) && self.is_number_before(3))
    }

    /// Whether so many weeks are all for which it goes on.
    fn is_limit(&self, behind: usize) -> bool {
        let is_before =
            self.is_before(1, LIMITS) || self.is_before(2, &["for", "over", "first", "initial"]);
        let is_each = self.is_before(1, &["each", "every", "the", "per"]);
        (is_before || self.is(behind, BLOCKS)) && !is_each
    }

    /// A number of sessions. What stands between, such as the length of each, is read next.
    fn sessions(&self, count: i64, after: usize) -> Option<(Says, usize)> {
        let is_block = self.is_before(2, &["block", "blocks"]) && self.is_before(1, &["of"]);
        for ahead in after..after + NEAR {
            let word = self.word(ahead).filter(|word| word.gap == Gap::None)?;
            // "Two x named assistants" counts no sessions.
            let counts_people = word.is(&["x"]) && !self.is_amount(ahead + 1);
            if counts_people {
                return None;
            }
            if self.table.sessions.has(word) {
                let says = if is_block { Says::Block(count) } else { Says::Count(count) };
                return Some((says, if ahead == after { after + 1 } else { after }));
            }
            let is_between = word.number.is_some() || self.table.between.has(word);
            if !is_between || self.table.people.has(word) {
                return None;
            }
        }
        None
    }

    /// Whether an amount begins so many places on.
    fn is_amount(&self, ahead: usize) -> bool {
        self.word(ahead).is_some_and(|word| {
            word.number.is_some()
                || self.table.adverb(word).is_some()
                || word.is(&["a", "an", "per", "each", "every", "half"])
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
