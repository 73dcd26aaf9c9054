//! The conditions that a framework makes of facts about a plan.

use crate::document::bounded::whole_number;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Kind, MOST_ENTRIES, Shape, check, choice, document};
use crate::document::{Day, Json};

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

whole_number! {
    /// A number that a fact can have, or that it is compared with.
    pub struct FactNumber(i16) from -9_999 to 9_999;
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
    /// It is one of these words.
    OneOf(Vec<String>),
    /// It is this number or more.
    AtLeast(FactNumber),
    /// It is less than this number.
    Under(FactNumber),
    /// It is this day or a later one.
    From(Day),
    /// It is a day before this one.
    Before(Day),
}

/// A value of a fact about the plan.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ContextValue {
    /// A fact that is true or false.
    Flag(bool),
    /// A number.
    Number(i16),
    /// A word, or a day written YYYY-MM-DD.
    Word(String),
}

impl From<Stage> for ContextValue {
    fn from(stage: Stage) -> Self {
        Self::Word(stage.word().to_owned())
    }
}

impl ContextValue {
    /// As it stands in a document.
    pub(crate) fn json(&self) -> Json<'_> {
        match self {
            Self::Flag(flag) => Json::Bool(*flag),
            Self::Number(number) => Json::Number((*number).into()),
            Self::Word(word) => Json::Text(word),
        }
    }
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

/// The numbers that a condition can compare the year group and the age with.
const NUMBER: Kind = Kind::Integer(-2, 100);

impl Shape for ContextCondition {
    const KIND: &'static Kind = &Kind::Checked(check_condition);
}

/// A condition names a fact and makes one test of it. Whether the framework declares the fact, and whether its kind
/// allows the test and the value, is checked where the framework's facts are known; of the three that every review can
/// record it is checked here.
fn check_condition<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let field = json.text_of("field");
    let is_number = matches!(field, "year_group" | "age");
    let is_stage = field == "stage";
    let is_declared = !is_number && !is_stage && matches!(json.field("field"), Json::Text(_));
    let numbers = if is_number { &NUMBER } else { FactNumber::KIND };
    let mut tests = 0;
    let mut has_field = false;
    for (position, name, json) in reader.entries(json) {
        let kind = match name {
            "field" => {
                has_field = true;
                String::KIND
            }
            "equals" if is_stage => Stage::KIND,
            "equals" if is_number => numbers,
            "equals" => &Kind::Checked(check_value),
            "one_of" if is_stage || is_declared => {
                if is_stage {
                    &Kind::List(MOST_ENTRIES, Stage::KIND)
                } else {
                    Vec::<String>::KIND
                }
            }
            "at_least" | "under" if is_number || is_declared => numbers,
            "from" | "before" if is_declared => Day::KIND,
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
    expected: "a field with one of equals, one_of, at_least, under, from and before that the field allows",
};

/// A value that a fact of one kind or another can have.
fn check_value<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    match json {
        Json::Bool(_) | Json::Text(_) => {}
        Json::Number(_) => check(json, FactNumber::KIND, reader),
        _ => reader.wrong_type(json, "true or false"),
    }
}

impl Shape for CheckCondition {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| {
        let about_criterion = !json.field("criterion").is_null();
        let kind = if about_criterion { CriterionCondition::KIND } else { ContextCondition::KIND };
        check(json, kind, reader);
    });
}
