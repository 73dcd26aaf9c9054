//! Days of the calendar.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Duration, Month};

use super::problem::ProblemKind;
use super::shape::{Kind, Shape, parsed};
use super::tree::Json;

/// The names of the months, in small letters.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day of the calendar, written YYYY-MM-DD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Day(
    #[cfg_attr(feature = "schemars", schemars(with = "String", extend("format" = "date")))] Date,
);

impl Day {
    /// The day that a text YYYY-MM-DD names.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        day(text).map(Self)
    }

    /// A day by its year, month and day of the month; none where the calendar does not have it.
    pub(crate) fn of(year: i32, month: u8, day: u8) -> Option<Self> {
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Self)
    }

    /// The same day of the month some months before; the last day of a month that does not have it. The first year is
    /// not passed.
    pub(crate) fn months_before(self, months: u8) -> Self {
        let (mut year, mut month, mut day) = self.0.to_calendar_date();
        for _ in 0..months {
            year -= i32::from(month == Month::January);
            month = month.previous();
        }
        day = day.min(month.length(year));
        Self(Date::from_calendar_date(year, month, day).unwrap_or(Date::MIN))
    }

    /// Some days later. The last day of the calendar is not passed.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0.checked_add(Duration::days(days)).unwrap_or(Date::MAX))
    }

    /// The same day of the year after; of 29 February, the last of that month.
    pub(crate) fn a_year_later(self) -> Self {
        let (year, month, day) = self.0.to_calendar_date();
        let same = |day| Date::from_calendar_date(year + 1, month, day);
        Self(same(day).or_else(|_| same(28)).unwrap_or(Date::MAX))
    }

    /// How many days it is after another one; none where it is before.
    pub(crate) fn days_after(self, earlier: Self) -> Option<u32> {
        (self.0 - earlier.0).whole_days().try_into().ok()
    }

    /// Its year, and its month from 1 to 12.
    pub(crate) fn year_and_month(self) -> (i32, u8) {
        (self.0.year(), self.0.month().into())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(out, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        parsed(source, Self::from_text)
    }
}

/// What is expected where a day stands, as sentences say it.
pub(crate) const A_DAY: &str = "a date, written \"YYYY-MM-DD\"";

impl Shape for Day {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| match json {
        Json::Text(text) if day(text).is_some() => {}
        Json::Text(_) => reader.problem(ProblemKind::NoSuchDate {}),
        _ => reader.wrong_type(json, A_DAY),
    });
}

/// The day that a text YYYY-MM-DD names.
pub(crate) fn day(text: &str) -> Option<Date> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !well_formed {
        return None;
    }
    let month: u8 = text.get(5..7)?.parse().ok()?;
    let day = text.get(8..)?.parse().ok()?;
    Date::from_calendar_date(text.get(..4)?.parse().ok()?, Month::try_from(month).ok()?, day).ok()
}
