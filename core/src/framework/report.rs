//! How a summary and its report are read: the terms, and the notes on a report.

use super::entries::{each_of, id, not_empty, within};
use super::process::has_level;
use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, document};
use crate::law::Basis;

document! {
    /// How a summary and its report are read.
    pub struct ReportReading if (feature = "service") {
        /// The level of checking whose text stands among the notes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub level: Option<u8>,
        /// The terms of a school year. The first begins it, and each goes on to where the next begins.
        pub terms: Vec<ReportTerm>,
        /// How the counts are to be read.
        pub notes: Vec<ReportNote>,
    }

    /// A term.
    pub struct ReportTerm {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// The month in which it begins, from 1 to 12.
        pub from_month: u8,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }

    /// How counts are to be read.
    pub struct ReportNote {
        /// What it is called.
        pub name: String,
        /// What it rests on.
        pub basis: Basis,
        /// How they are read, and why. `{phases}` and `{terms}` stand for the phases and the terms with the
        /// time from one to the next, `{weeks}` for the weeks in which the law has a plan issued.
        pub reason: String,
    }
}

/// How many months a month is after the first of a school year.
pub(crate) fn months_into(first: u8, month: u8) -> u8 {
    month.saturating_add(12).saturating_sub(first) % 12
}

/// Checks that a reading of the right shape fits together.
pub(super) fn check<'a>(r: &mut Reader<'a>, report: Json<'a>, wording: Json<'a>) {
    if report.is_null() {
        return;
    }
    let level = report.field("level");
    if !level.is_null() && !has_level(wording, u8::take(level)) {
        r.problem_in("level", ProblemKind::UnknownId { what: "level" });
    }
    let mut seen = Names::default();
    within(r, report, "terms", |r, terms| {
        not_empty(r, terms);
        let month = |term: Json| u8::take(term.field("from_month"));
        let first = terms.iter().next().map_or(1, month);
        let mut before = None;
        each_of(r, terms, &mut |r, term| {
            id(r, &mut seen, "term", term);
            if !(1..=12).contains(&month(term)) {
                r.problem_in("from_month", ProblemKind::OutOfRange { least: 1, most: 12 });
            }
            let begins = Some(months_into(first, month(term)));
            if begins <= before {
                let order = "from the first term of a school year to the last";
                r.problem_in("from_month", ProblemKind::OutOfOrder { order });
            }
            before = begins;
        });
    });
}
