//! How long something takes: "45 minutes", "half an hour", "10am until 1pm".

use super::reader::{DAY, HOUR, Reader};

impl Reader<'_> {
    /// A length of time: "45 minutes", "half an hour", "1 hour and 15 minutes", "two and a half hours".
    pub(super) fn minutes(&self) -> Option<(i64, usize)> {
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
        let is_more = self.is(length, &["additional", "further", "extra", "full", "whole"]);
        if is_more && (self.is(length + 1, &HOURS) || self.is(length + 1, &MINUTES)) {
            length += 1;
        }
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
    pub(super) fn clock(&self) -> Option<(i64, usize)> {
        const HALVES: [&str; 4] = ["am", "pm", "noon", "midday"];
        let minutes_of = |number: i64| number / 100 * HOUR + number % 100;
        let (start, end_of_start) = (self.number(0)?, 1 + usize::from(self.is(1, &HALVES)));
        if !self.is(end_of_start, &["to", "until", "till"]) {
            return None;
        }
        let end = self.number(end_of_start + 1)?;
        let half = usize::from(self.is(end_of_start + 2, &HALVES));
        let has_point = |ahead: usize| self.word(ahead).is_some_and(|word| word.text.contains('.'));
        let is_clock =
            end_of_start == 2 || half == 1 || (has_point(0) && has_point(end_of_start + 1));
        let minutes = (minutes_of(end) - minutes_of(start)).rem_euclid(12 * HOUR);
        (is_clock && minutes > 0).then_some((minutes, end_of_start + 2 + half))
    }
}
