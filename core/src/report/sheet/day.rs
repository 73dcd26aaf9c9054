//! Dates as people and spreadsheets write them.

use crate::document::Day;
use crate::document::date::MONTHS;

/// The days between which a number is read as a day: 1 January 2000 and 31 December 2099.
const SERIALS: std::ops::RangeInclusive<f64> = 36_526.0..=73_050.999;

/// The day that a spreadsheet counts with this number, from 30 December 1899. The time of day is dropped.
pub(super) fn day_of_serial(serial: f64) -> Option<Day> {
    if !SERIALS.contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    let days = serial.trunc() as i64;
    Day::from_text("1899-12-30").map(|first| first.plus(days))
}

/// The day that a text names: `2023-11-06`, or in British order `6/11/2023`, `06.11.23`, `6 Nov 2023` or
/// `Monday, 6th November 2023`. A year of two digits is one of this century. The time of day is dropped.
pub(super) fn day_of_text(text: &str) -> Option<Day> {
    let lower = text.trim().to_ascii_lowercase();
    let date = without_time(&lower);
    let mut parts = date
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ','))
        .filter(|part| !part.is_empty());
    let mut first = parts.next()?;
    if first.ends_with("day")
        || matches!(first, "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
    {
        first = parts.next()?;
    }
    let (second, third) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) =
        if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end));
    let day = number(ordinal.unwrap_or(day), 2)?;
    let year = match year.len() {
        2 => 2_000 + number(year, 2)?,
        4 => number(year, 4)?,
        _ => return None,
    };
    Day::from_text(&format!("{year:04}-{:02}-{day:02}", month_of(month)?))
}

/// The date before a time of day, such as `T00:00:00` or ` 09:30`.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        rest.contains(':')
            && rest.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'z'))
    };
    let mut signs = text.char_indices().filter(|(_, c)| matches!(c, 't' | ' '));
    let time = signs.find(|(at, _)| text.get(at + 1..).is_some_and(is_time));
    time.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// A month by its number, its name, or the first three letters or more of it.
fn month_of(text: &str) -> Option<u16> {
    let named =
        MONTHS.iter().zip(1..).find(|(month, _)| text.len() >= 3 && month.starts_with(text));
    named.map(|(_, number)| number).or_else(|| number(text, 2))
}

/// A number of so many digits at most.
fn number(digits: &str, most: usize) -> Option<u16> {
    let is_number =
        (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let day = day_of_text(text).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_are_read_in_british_order() {
        for text in [
            "2023-11-06",
            "6/11/2023",
            "06/11/2023",
            "06.11.23",
            "6-11-2023",
            "6 Nov 2023",
            "06-Nov-23",
            "6th November 2023",
            "Monday, 6 November 2023",
            "2023-11-06T00:00:00",
            "06/11/2023 09:30",
            " 6 november 2023 ",
            "2023/11/06",
        ] {
            check(text, Some("2023-11-06"));
        }
        check("29/02/2024", Some("2024-02-29"));
        for text in [
            "11/23/2023",
            "29/02/2023",
            "6 No 2023",
            "November 2023",
            "6/11",
            "6/11/023",
            "1/2/3/2023",
            "",
            "two",
            "6 November",
            "2023-W45-1",
            "+6/11/2023",
            "12:30",
            "6/11/2023 or later",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn numbers_are_days_as_a_spreadsheet_counts_them() {
        // The day that Excel shows for 45236 and for noon of it; 36526 is 1 January 2000.
        for (serial, expected) in
            [(45_236.0, "2023-11-06"), (45_236.5, "2023-11-06"), (36_526.0, "2000-01-01")]
        {
            assert_eq!(day_of_serial(serial).unwrap().to_string(), expected);
        }
        assert_eq!(day_of_serial(73_050.0).unwrap().to_string(), "2099-12-31");
        for serial in [0.0, 3.0, 36_525.9, 73_051.0, -1.0, f64::NAN, f64::INFINITY, 20_231_106.0] {
            assert_eq!(day_of_serial(serial), None, "{serial}");
        }
    }
}
