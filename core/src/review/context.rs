//! The facts about a plan, as a review records them.

use crate::document::table::{Number, Table};
use crate::document::{Age, YearGroup};
use crate::framework::{Fact, Facts, Stage};

/// Facts about the plan that decide what applies. One that is not known is not assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The value of each, as a number among those that it can have.
    pub(super) numbers: Table<Fact, Option<i32>>,
}

impl Context {
    /// Nothing is known yet.
    pub(super) fn new(facts: &Facts) -> Self {
        Self { numbers: Table::like(facts, None) }
    }

    /// The number that stands for the value of a fact. A fact of another framework is not known.
    pub(crate) fn number(&self, fact: Fact) -> Option<i32> {
        self.numbers.rows().get(fact.place()).copied().flatten()
    }

    /// The stage of the plan.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        let place = usize::try_from(self.number(Fact::STAGE)?).ok()?;
        Stage::ALL.get(place).copied()
    }

    /// The year group. Never derived from the age.
    #[must_use]
    pub fn year_group(&self) -> Option<YearGroup> {
        YearGroup::new(self.number(Fact::YEAR_GROUP)?.try_into().ok()?)
    }

    /// The age in whole years. Never derived from the year group.
    #[must_use]
    pub fn age(&self) -> Option<Age> {
        Age::new(self.number(Fact::AGE)?.try_into().ok()?)
    }
}
