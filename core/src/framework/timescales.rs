//! What a framework says of the deadlines that the law sets.

use super::entries::each_of;
use crate::document::List;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, document};
use crate::law::timescale::DeadlineKind;
use crate::law::{Basis, Citation};

document! {
    /// What a framework says of a deadline.
    pub struct TimescaleReading if (any(feature = "whole", feature = "writing")) {
        /// The deadline.
        pub deadline: DeadlineKind,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// Where it is written, beside the law.
        pub cites: Vec<Citation>,
    }
}

/// Each deadline stands once.
pub(super) fn check<'a>(r: &mut Reader<'a>, readings: List<'a>) {
    let mut seen = Names::default();
    each_of(r, readings, &mut |r, reading| {
        if !seen.insert(reading.text_of("deadline")) {
            r.problem_in("deadline", ProblemKind::Duplicate { what: "deadline" });
        }
    });
}
