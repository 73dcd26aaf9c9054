//! The numbers that statute fixes. Whatever needs one of them takes it from here.

use super::source::{Basis, Citation};
use crate::document::Day;

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

/// A day of the year that statute fixes, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FixedDay {
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// Where it is written.
    pub place: &'static str,
}

/// Days between which statute had another rule, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FixedSpan {
    /// The first day, as year, month and day.
    pub first: (i32, u8, u8),
    /// The last day.
    pub last: (i32, u8, u8),
    /// Where it is written.
    pub place: &'static str,
}

impl FixedSpan {
    /// Whether a day is one of them.
    pub(crate) fn contains(&self, day: Day) -> bool {
        let [first, last] =
            [self.first, self.last].map(|(year, month, day)| Day::of(year, month, day));
        first.is_some_and(|first| first <= day) && last.is_some_and(|last| day <= last)
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

/// Weeks from the order in which it is notified that there will be an assessment.
pub const WEEKS_TO_NOTIFY_AN_ORDERED_ASSESSMENT: Fixed =
    Fixed { number: 2, place: "SEND Regulations 2014, regulation 44(2)(b)" };

/// Weeks from the order to assess in which a decision not to issue a plan is notified.
pub const WEEKS_TO_REFUSE_AFTER_AN_ORDER: Fixed =
    Fixed { number: 10, place: "SEND Regulations 2014, regulation 44(2)(b)(i)" };

/// Weeks from the order to assess in which the final plan is sent.
pub const WEEKS_TO_ISSUE_AFTER_AN_ORDER: Fixed =
    Fixed { number: 14, place: "SEND Regulations 2014, regulation 44(2)(b)(ii)" };

/// Weeks from the order to make a plan in which the draft is issued.
pub const WEEKS_TO_DRAFT_AN_ORDERED_PLAN: Fixed =
    Fixed { number: 5, place: "SEND Regulations 2014, regulation 44(2)(c)(i)" };

/// Weeks from the order to make a plan in which the final plan is sent.
pub const WEEKS_TO_ISSUE_AN_ORDERED_PLAN: Fixed =
    Fixed { number: 11, place: "SEND Regulations 2014, regulation 44(2)(c)(ii)" };

/// Weeks in which a decision is considered again that the Tribunal refers back.
pub const WEEKS_TO_RECONSIDER: Fixed =
    Fixed { number: 2, place: "SEND Regulations 2014, regulation 44(2)" };

/// Weeks from the order to amend what a plan says in which the amended plan is issued.
pub const WEEKS_TO_AMEND: Fixed =
    Fixed { number: 5, place: "SEND Regulations 2014, regulation 44(2)(e)" };

/// Weeks from the order on the school, or type of school, in which the amended plan is issued.
pub const WEEKS_TO_NAME_A_SCHOOL: Fixed =
    Fixed { number: 2, place: "SEND Regulations 2014, regulation 44(2)(f)" };

/// Weeks from the order to continue and amend a plan in which the amended plan is issued.
pub const WEEKS_TO_AMEND_A_CONTINUED_PLAN: Fixed =
    Fixed { number: 5, place: "SEND Regulations 2014, regulation 44(2)" };

/// Weeks of absence for an exception to the times of an order.
pub const WEEKS_OF_AN_EXCEPTION_TO_AN_ORDER: Fixed =
    Fixed { number: 2, place: "SEND Regulations 2014, regulation 44(3), exceptions" };

/// Weeks from the review meeting in which it is notified whether the plan is kept, amended or ended.
pub const WEEKS_TO_DECIDE_A_REVIEW: Fixed =
    Fixed { number: 4, place: "SEND Regulations 2014, regulations 20(10) and 21" };

/// Weeks from the notice of amendments in which the final amended plan is issued.
pub const WEEKS_TO_ISSUE_AMENDMENTS: Fixed =
    Fixed { number: 8, place: "SEND Regulations 2014, regulation 22(3) and (4)" };

/// Weeks from the review meeting in which the final amended plan is issued.
pub const WEEKS_OF_A_REVIEW: Fixed =
    Fixed { number: 12, place: "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)" };

/// The least days for representations on proposed amendments.
pub const DAYS_FOR_REPRESENTATIONS_ON_AMENDMENTS: Fixed =
    Fixed { number: 15, place: "SEND Regulations 2014, regulation 22(2)(c)" };

/// The day by which a plan is amended in the year of a transfer between phases.
pub const TRANSFERS_BY: FixedDay =
    FixedDay { month: 2, day: 15, place: "SEND Regulations 2014, regulation 18(1)(b)" };

/// The same for a transfer from secondary school to a post-16 institution.
pub const TRANSFERS_TO_POST_16_BY: FixedDay =
    FixedDay { month: 3, day: 31, place: "SEND Regulations 2014, regulation 18(1)(a)" };

/// The least months between amending the plan and a transfer from one post-16 institution to another.
pub const MONTHS_BEFORE_A_POST_16_TRANSFER: Fixed =
    Fixed { number: 5, place: "SEND Regulations 2014, regulation 18(2)" };

/// When time limits gave way where coronavirus made it impracticable to keep them.
pub const RELAXED: FixedSpan = FixedSpan {
    first: (2020, 5, 1),
    last: (2020, 9, 25),
    place: "SEND (Coronavirus) (Amendment) Regulations 2020, S.I. 2020/471",
};
