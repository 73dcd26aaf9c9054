//! What year groups are called in England.

use crate::document::YearGroup;
use crate::document::shape::choice;

/// The numbers of the year groups before Year 1.
pub(crate) const NURSERY: i8 = -1;
pub(crate) const RECEPTION: i8 = 0;

choice! {
    /// What a year group is called.
    pub enum YearName {
        /// Before nursery.
        BeforeNursery = "before_nursery",
        /// Nursery.
        Nursery = "nursery",
        /// Reception.
        Reception = "reception",
        /// A year, by its number.
        Year = "year",
        /// Beyond a year, by the number of that year.
        BeyondYear = "beyond_year",
    }
}

impl YearName {
    /// What a year group is called, and the number in its name.
    #[must_use]
    pub const fn of(year: YearGroup) -> (Self, i8) {
        match year.number() {
            ..NURSERY => (Self::BeforeNursery, YearGroup::LEAST),
            NURSERY => (Self::Nursery, NURSERY),
            RECEPTION => (Self::Reception, RECEPTION),
            YearGroup::MOST.. => (Self::BeyondYear, YearGroup::MOST - 1),
            number => (Self::Year, number),
        }
    }
}
