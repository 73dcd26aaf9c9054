//! How long it took to issue plans.

use super::counted::{Counted, row_of};
use super::counts::{IssuedCounts, OrderedCounts, total};
use super::crossed::Crossed;
use super::hide::{Grid, column_sums, from_last};
use super::shown::{AverageWeeks, HIDDEN, Label, Table, TableRow};
use crate::document::message::Message;
use crate::law::WEEKS_TO_ISSUE;
use crate::report::messages::{
    REPORT_ALL_ISSUED, REPORT_EXCEPTION_CLAIMED, REPORT_EXCEPTIONS, REPORT_NONE, REPORT_ORDERS,
    REPORT_ORDERS_EXCEPTION, REPORT_ORDERS_IN_TIME, REPORT_ORDERS_ISSUED, REPORT_ORDERS_LATE,
    REPORT_ORDERS_NOT_JUDGED, REPORT_ORDERS_ROW, REPORT_OVER_YEAR, REPORT_TIMELINESS,
    REPORT_WITH_EXCEPTIONS, REPORT_WITHIN_WEEKS, REPORT_WITHIN_YEAR, REPORT_WITHOUT_EXCEPTIONS,
};

/// Plans issued, by the time from the request.
pub(super) fn timeliness(counted: &Counted) -> Table {
    let issued = issued(counted);
    let cells: Vec<Vec<u32>> = issued.iter().map(|counts| counts.in_order().to_vec()).collect();
    let all = total(&issued.map(IssuedCounts::plans));
    let column = |id: &str, message: &Message| {
        Label::new(id, &counted.say_with(message, "weeks", &WEEKS_TO_ISSUE.number))
    };
    let table = Crossed {
        id: "timeliness".to_owned(),
        title: counted.say(&REPORT_TIMELINESS),
        row_heading: counted.say(&REPORT_EXCEPTIONS),
        rows: vec![
            counted.label("no_exception", &REPORT_WITHOUT_EXCEPTIONS),
            counted.label("exception_claimed", &REPORT_EXCEPTION_CLAIMED),
        ],
        columns: vec![
            column("within_20_weeks", &REPORT_WITHIN_WEEKS),
            column("within_a_year", &REPORT_WITHIN_YEAR),
            column("over_a_year", &REPORT_OVER_YEAR),
        ],
        totals: [&REPORT_WITH_EXCEPTIONS, &REPORT_ALL_ISSUED].map(|total| counted.say(total)),
    };
    let sums = issued.map(IssuedCounts::plans);
    let rows = counted.hidden(&sums, &[], from_last(sums.len()));
    let columns = counted.hidden(&column_sums(&cells, 3), &[], from_last(3));
    let grid = Grid { cells: &cells, rows: &rows, columns: &columns, below: counted.below };
    table.table(&counted.framework.rules.catalogue, &grid, is_hidden(counted, all))
}

/// Plans issued after an order, by the time that it sets. That from the request does not apply to them.
pub(super) fn after_order(counted: &Counted) -> Table {
    let counts = ordered(counted);
    let row = counted.hidden(&counts, &[], from_last(counts.len()));
    let row = row_of(&counts, &row, is_hidden(counted, total(&counts)));
    let say = &counted.framework.rules.catalogue;
    let (title, row_heading) = (counted.say(&REPORT_ORDERS), counted.say(&REPORT_ORDERS_ROW));
    Table {
        columns: vec![
            counted.label("in_time", &REPORT_ORDERS_IN_TIME),
            counted.label("exception_claimed", &REPORT_ORDERS_EXCEPTION),
            counted.label("late", &REPORT_ORDERS_LATE),
            counted.label("not_judged", &REPORT_ORDERS_NOT_JUDGED),
            counted.label("total", &REPORT_ALL_ISSUED),
        ],
        rows: vec![TableRow::new("issued", &counted.say(&REPORT_ORDERS_ISSUED), row)],
        ..Table::new(say, "orders", title, row_heading)
    }
}

fn ordered(counted: &Counted) -> [u32; 4] {
    let counts = counted.summary.timeliness.after_order.as_ref();
    counts.map(OrderedCounts::in_order).unwrap_or_default()
}

/// Whether a table of so many issued plans is hidden: what it leaves of all plans is small, by itself or with those
/// that the other table of issued plans has.
fn is_hidden(counted: &Counted, plans: u32) -> bool {
    let ordered = total(&ordered(counted));
    let both = total(&issued(counted).map(IssuedCounts::plans)).saturating_add(ordered);
    counted.is_hidden(plans) || ordered > 0 && counted.is_hidden(both)
}

/// The averages, shown where every count of their row is: beside hidden counts they would bound them.
pub(super) fn average_weeks(counted: &Counted, table: &Table) -> Vec<AverageWeeks> {
    let [without, claimed] = issued(counted).map(|counts| (counts.plans(), counts.days));
    let both = (without.0.saturating_add(claimed.0), without.1.saturating_add(claimed.1));
    let average = |id: &str, label: &Message, (plans, days): (u32, u32)| {
        let is_shown = table.row(id).is_some_and(|row| row.counts.iter().all(Option::is_some));
        let tenths = if is_shown { tenths_of_weeks(days, plans) } else { None };
        let words = match tenths {
            Some(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
            None if is_shown => counted.say(&REPORT_NONE),
            None => HIDDEN.to_owned(),
        };
        AverageWeeks { id: id.to_owned(), label: counted.say(label), tenths, words }
    };
    vec![
        average("total", &REPORT_WITH_EXCEPTIONS, both),
        average("no_exception", &REPORT_WITHOUT_EXCEPTIONS, without),
    ]
}

fn issued<'a>(counted: &Counted<'a>) -> [&'a IssuedCounts; 2] {
    let timeliness = &counted.summary.timeliness;
    [&timeliness.no_exception, &timeliness.exception_claimed]
}

/// Days over plans, in tenths of a week, halves rounded up; none without plans.
fn tenths_of_weeks(days: u32, plans: u32) -> Option<u32> {
    let plans = u64::from(plans);
    let tenths = (20 * u64::from(days) + 7 * plans).checked_div(14 * plans)?;
    tenths.try_into().ok()
}
