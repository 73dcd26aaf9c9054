//! The numbers that statute fixes. Whatever needs one of them takes it from here.

use super::source::{Basis, Citation};

/// A number that statute fixes, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fixed {
    /// The number.
    pub number: i64,
    /// Where it is written.
    pub place: &'static str,
}

impl Fixed {
    /// Where it is written, as a citation.
    #[must_use]
    pub fn cite(&self) -> Citation {
        Citation { basis: Basis::Law, place: self.place.to_owned() }
    }
}

/// The school year from which a plan prepares for adulthood.
pub const YEAR_NINE: Fixed = Fixed { number: 9, place: "SEND Regulations 2014, regulation 12(3)" };

/// Weeks from the request in which it is decided whether to assess.
pub const WEEKS_TO_DECIDE: Fixed =
    Fixed { number: 6, place: "SEND Regulations 2014, regulations 4 and 5" };

/// Weeks from the request for advice in which it is given.
pub const WEEKS_FOR_ADVICE: Fixed =
    Fixed { number: 6, place: "SEND Regulations 2014, regulation 8(1)" };

/// Weeks from the request in which a decision not to issue a plan is notified.
pub const WEEKS_TO_REFUSE: Fixed =
    Fixed { number: 16, place: "SEND Regulations 2014, regulation 10(1)" };

/// Weeks from the request in which the final plan is issued.
pub const WEEKS_TO_ISSUE: Fixed =
    Fixed { number: 20, place: "SEND Regulations 2014, regulation 13" };

/// Weeks that a school is closed, or a person away, for an exception to the deadlines.
pub const WEEKS_OF_AN_EXCEPTION: Fixed =
    Fixed { number: 4, place: "SEND Regulations 2014, regulation 10(4), exceptions" };

/// The least days for representations on a draft.
pub const DAYS_FOR_REPRESENTATIONS: Fixed =
    Fixed { number: 15, place: "SEND Regulations 2014, regulation 13" };
