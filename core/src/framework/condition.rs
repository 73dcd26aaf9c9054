//! The conditions that a framework makes of facts about a plan.

use super::fact::Fact;
use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Kind, Shape, check, choice, document};

choice! {
    /// The stage of a plan.
    pub enum Stage {
        /// A draft.
        Draft = "draft",
        /// The final plan.
        Final = "final",
        /// A proposed amended plan; read as a draft.
        ProposedAmended = "proposed_amended",
    }
}

/// A condition on one fact about the plan.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ContextCondition {
    /// The id of the fact.
    pub field: String,
    /// What must hold of it.
    #[serde(flatten)]
    pub test: ContextTest,
}

/// What must hold of a fact.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContextTest {
    /// It is this.
    Equals(ContextValue),
    /// It is this number or more.
    AtLeast(i8),
    /// It is less than this number.
    Under(i8),
}

/// A value of a fact about the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ContextValue {
    /// A fact that is true or false.
    Flag(bool),
    /// A number.
    Number(i8),
    /// The stage.
    Stage(Stage),
}

/// A condition of a check: on a fact about the plan, or on the answer to a criterion.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CheckCondition {
    /// A fact about the plan.
    Context(ContextCondition),
    /// The answer to a criterion.
    Criterion(CriterionCondition),
}

document! {
    /// A condition on the answer to a criterion.
    pub struct CriterionCondition {
        /// The criterion.
        pub criterion: String,
        /// Its answer.
        pub equals: String,
    }
}

/// The numbers that a condition can compare with.
const NUMBER: Kind = Kind::Integer(-2, 100);

impl ContextTest {
    /// The test that a condition makes, once its shape was checked.
    pub(crate) fn of(condition: Json) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
        let number = |json| if let Json::Number(number) = json { Some(number as i8) } else { None };
        if let Some(least) = number(condition.field("at_least")) {
            return Self::AtLeast(least);
        }
        if let Some(limit) = number(condition.field("under")) {
            return Self::Under(limit);
        }
        let value = condition.field("equals");
        Self::Equals(if let Some(value) = number(value) {
            ContextValue::Number(value)
        } else if let Some(stage) = Stage::from_word(value.text()) {
            ContextValue::Stage(stage)
        } else {
            ContextValue::Flag(matches!(value, Json::Bool(true)))
        })
    }
}

impl Shape for ContextCondition {
    const KIND: &'static Kind = &Kind::Checked(check_condition);
}

/// A condition names a fact and makes one test of it. Whether the framework declares the fact, and whether its value is
/// one that the fact can have, is checked where the framework's facts are known; of the three that every review can
/// record it is checked here.
fn check_condition<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let fact = Fact::typed(json.text_of("field"));
    let value = match fact {
        Some(Fact::Stage) => Stage::KIND,
        Some(Fact::YearGroup | Fact::Age) => &NUMBER,
        Some(Fact::Flag(_)) | None => &Kind::Checked(check_value),
    };
    let may_compare = match fact {
        Some(Fact::Stage) => false,
        Some(_) => true,
        None => matches!(json.field("field"), Json::Text(_)),
    };
    let mut tests = 0;
    let mut has_field = false;
    for (position, name, json) in reader.entries(json) {
        let kind = match name {
            "field" => {
                has_field = true;
                String::KIND
            }
            "equals" => value,
            "at_least" | "under" if may_compare => &NUMBER,
            _ => {
                reader.field_problem(position, name, ProblemKind::UnknownField {});
                continue;
            }
        };
        tests += usize::from(name != "field");
        reader.within(name, |reader| check(json, kind, reader));
    }
    if matches!(json, Json::Object(_)) && (tests != 1 || !has_field) {
        reader.problem(NOT_ONE_TEST);
    }
}

/// A condition does not make one test that its fact allows.
pub(super) const NOT_ONE_TEST: ProblemKind = ProblemKind::WrongType {
    expected: "a field with one of equals, at_least and under that the field allows",
};

/// The value of a fact that the framework declares is true or false. Of a fact that it does not declare, no value is
/// right or wrong.
fn check_value<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let could_be_one = match json {
        Json::Bool(_) => true,
        Json::Number(number) => number.fract() == 0.0 && (-2.0..=100.0).contains(&number),
        Json::Text(word) => Stage::from_word(word).is_some(),
        _ => false,
    };
    if !could_be_one {
        reader.wrong_type(json, "true or false");
    }
}

impl Shape for CheckCondition {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| {
        let about_criterion = !json.field("criterion").is_null();
        let kind = if about_criterion { CriterionCondition::KIND } else { ContextCondition::KIND };
        check(json, kind, reader);
    });
}
