//! The facts about a plan, as a review records them.

use std::ops::RangeInclusive;

use crate::document::problem::ProblemKind;
use crate::document::table::{Number, Table};
use crate::document::{Age, YearGroup};
use crate::framework::{ContextValue, Fact, Facts, FlagNo, Stage};

/// Facts about the plan that decide what applies. One that is not known is not assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The stage of the plan.
    pub stage: Option<Stage>,
    /// The year group. Never derived from the age.
    pub year_group: Option<YearGroup>,
    /// The age in whole years. Never derived from the year group.
    pub age: Option<Age>,
    /// The facts that are true or false.
    pub(super) flags: Table<FlagNo, Option<bool>>,
}

impl Context {
    /// Nothing is known yet.
    pub(super) fn new(facts: &Facts) -> Self {
        Self { stage: None, year_group: None, age: None, flags: Table::like(&facts.flags, None) }
    }

    /// The value of a fact.
    #[must_use]
    pub fn value(&self, fact: Fact) -> Option<ContextValue> {
        match fact {
            Fact::Stage => self.stage.map(ContextValue::Stage),
            Fact::YearGroup => self.year_group.map(|year| ContextValue::Number(year.number())),
            Fact::Age => self.age.map(|age| ContextValue::Number(age.number())),
            // A fact of another framework is not known.
            Fact::Flag(flag) => {
                let flag = self.flags.rows().get(flag.place())?;
                flag.map(ContextValue::Flag)
            }
        }
    }

    /// Records a fact, or that it is not known.
    ///
    /// # Errors
    /// The value is not one that the fact can have, or the framework has no such fact.
    pub fn set(&mut self, fact: Fact, value: Option<ContextValue>) -> Result<(), ProblemKind> {
        match fact {
            Fact::Stage => {
                self.stage = match value {
                    None => None,
                    Some(ContextValue::Stage(stage)) => Some(stage),
                    Some(_) => return Err(ProblemKind::WrongType { expected: "text" }),
                }
            }
            Fact::YearGroup => {
                let range = YearGroup::LEAST..=YearGroup::MOST;
                self.year_group = number(value, &range)?.and_then(YearGroup::new);
            }
            Fact::Age => {
                let range = Age::LEAST..=Age::MOST;
                self.age = number(value, &range)?.and_then(Age::new);
            }
            Fact::Flag(flag) => {
                let flag = self.flags.number(flag.place());
                let flag = flag.ok_or(ProblemKind::UnknownId { what: "fact" })?;
                self.flags[flag] = match value {
                    None => None,
                    Some(ContextValue::Flag(is_true)) => Some(is_true),
                    Some(_) => return Err(ProblemKind::WrongType { expected: "true or false" }),
                }
            }
        }
        Ok(())
    }
}

/// A number within a range.
fn number(
    value: Option<ContextValue>,
    range: &RangeInclusive<i8>,
) -> Result<Option<i8>, ProblemKind> {
    match value {
        None => Ok(None),
        Some(ContextValue::Number(number)) if range.contains(&number) => Ok(Some(number)),
        Some(ContextValue::Number(_)) => {
            let (least, most) = (*range.start(), *range.end());
            Err(ProblemKind::OutOfRange { least: least.into(), most: most.into() })
        }
        Some(_) => Err(ProblemKind::WrongType { expected: "a whole number" }),
    }
}
