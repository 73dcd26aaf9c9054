//! The facts about a plan: three whose values the law fixes, and those that a framework declares.

use super::condition::{ContextValue, Stage};
use crate::document::date::{A_DAY, day};
use crate::document::problem::{ProblemKind, push_token};
use crate::document::shape::choice;
use crate::document::table::{Table, number};
use crate::document::{Age, Json, YearGroup};

number! {
    /// A fact about a plan: the stage, the year group and the age, then those that the framework declares, in the order
    /// of its `context`.
    pub struct Fact;
}

impl Fact {
    /// The stage of the plan.
    pub const STAGE: Self = Self(0);
    /// The year group.
    pub const YEAR_GROUP: Self = Self(1);
    /// The age in whole years.
    pub const AGE: Self = Self(2);

    /// Whether law, wording and samples use it, so that every review can record it.
    pub(crate) fn is_of_law(self) -> bool {
        self <= Self::AGE
    }
}

choice! {
    /// What a fact about the plan is.
    pub enum ContextKind {
        /// True or false.
        Flag = "flag",
        /// A whole number in a range.
        Number = "number",
        /// One of some words.
        Choice = "choice",
        /// A day.
        Date = "date",
    }
}

/// The values that a fact can have. Within the core each is a whole number, so that all are kept and compared alike:
/// false and true are 0 and 1, a word is its place, and a day is written YYYYMMDD.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValues {
    /// False and true.
    Flag,
    /// The numbers from one to another.
    Number {
        /// The least.
        least: i16,
        /// The greatest.
        most: i16,
    },
    /// Words.
    Choice(Vec<String>),
    /// The days of the calendar.
    Date,
}

impl FactValues {
    /// What a fact with these values is.
    #[must_use]
    pub const fn kind(&self) -> ContextKind {
        match self {
            Self::Flag => ContextKind::Flag,
            Self::Number { .. } => ContextKind::Number,
            Self::Choice(_) => ContextKind::Choice,
            Self::Date => ContextKind::Date,
        }
    }

    /// The problem of a value of another type.
    #[must_use]
    pub const fn wrong_type(&self) -> ProblemKind {
        let expected = match self {
            Self::Flag => "true or false",
            Self::Number { .. } => "a whole number",
            Self::Choice(_) => "text",
            Self::Date => A_DAY,
        };
        ProblemKind::WrongType { expected }
    }

    /// The least and the greatest of the numbers that stand for values.
    #[cfg(feature = "authoring")]
    pub(crate) fn ends(&self) -> (i32, i32) {
        match self {
            Self::Flag => (0, 1),
            Self::Number { least, most } => ((*least).into(), (*most).into()),
            Self::Choice(words) => (0, i32::try_from(words.len()).unwrap_or(i32::MAX) - 1),
            Self::Date => (0, 99_991_231),
        }
    }

    /// A value as a number.
    pub(crate) fn number(&self, value: Json) -> Result<i32, ProblemKind> {
        match (self, value) {
            (Self::Flag, Json::Bool(is_true)) => Ok(is_true.into()),
            (Self::Number { least, most }, Json::Number(number)) if number.fract() == 0.0 => {
                if (f64::from(*least)..=f64::from(*most)).contains(&number) {
                    return Ok(whole(number));
                }
                Err(ProblemKind::OutOfRange { least: (*least).into(), most: (*most).into() })
            }
            (Self::Choice(words), Json::Text(word)) => {
                let place = words.iter().position(|known| known == word);
                let place = place.and_then(|place| place.try_into().ok());
                place.ok_or_else(|| ProblemKind::NotOneOf { allowed: words.clone() })
            }
            (Self::Date, Json::Text(text)) => {
                let digits = text.bytes().filter(u8::is_ascii_digit);
                let number = digits.fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
                day(text).map(|_| number).ok_or(ProblemKind::NoSuchDate {})
            }
            _ => Err(self.wrong_type()),
        }
    }

    /// The value that a number stands for; none where it stands for none.
    #[must_use]
    pub fn value(&self, number: i32) -> Option<ContextValue> {
        Some(match self {
            Self::Flag => ContextValue::Flag(number != 0),
            Self::Number { .. } => ContextValue::Number(number.try_into().ok()?),
            Self::Choice(words) => {
                ContextValue::Word(words.get(usize::try_from(number).ok()?)?.clone())
            }
            Self::Date => {
                let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
                ContextValue::Word(format!("{year:04}-{month:02}-{day:02}"))
            }
        })
    }
}

/// A whole number that is in the range of its type.
#[expect(clippy::cast_possible_truncation, reason = "its range was checked")]
pub(super) fn whole(number: f64) -> i32 {
    number as i32
}

/// A fact: what it is called, where a review records it, and its values.
#[derive(Debug)]
pub(crate) struct FactRule {
    pub(crate) id: String,
    /// What it is called within a sentence.
    pub(crate) name: String,
    /// Where a review records it, as a JSON Pointer.
    pub(crate) at: String,
    pub(crate) values: FactValues,
}

impl FactRule {
    pub(crate) fn new(id: &str, name: &str, values: FactValues) -> Self {
        let mut at = String::from("/plan");
        push_token(&mut at, id);
        Self { id: id.to_owned(), name: name.to_owned(), at, values }
    }
}

/// The facts that reviews under a framework can record.
pub(crate) type Facts = Table<Fact, FactRule>;

/// The facts of a framework that declares none.
pub(crate) fn facts_of_law() -> Facts {
    let stages = Stage::WORDS.iter().map(|word| (*word).to_owned()).collect();
    let numbers = |least, most| FactValues::Number { least, most };
    let years = numbers(YearGroup::LEAST.into(), YearGroup::MOST.into());
    let ages = numbers(Age::LEAST.into(), Age::MOST.into());
    let facts = [("stage", FactValues::Choice(stages)), ("year_group", years), ("age", ages)];
    facts.into_iter().map(|(id, values)| FactRule::new(id, id, values)).collect()
}
