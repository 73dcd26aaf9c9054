//! Facts about a plan, and the conditions that a framework makes of them.

use crate::document::Json;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Kind, Shape, check, choice, document};

choice! {
    /// A fact about the plan.
    pub enum ContextField {
        /// `draft`, `final` or `proposed_amended`.
        Stage = "stage",
        /// Years since reception; -1 is nursery, 0 reception.
        YearGroup = "year_group",
        /// Age in whole years.
        Age = "age",
        /// Whether there are health needs related to SEN.
        HealthNeeds = "health_needs",
        /// Whether there are social care needs related to SEN, or that require provision under
        /// section 2 of the Chronically Sick and Disabled Persons Act 1970.
        SocialCareNeeds = "social_care_needs",
        /// Whether a personal budget has been requested.
        PersonalBudget = "personal_budget",
        /// Whether the child or young person is educated at home.
        HomeEducated = "home_educated",
        /// Whether there is a medical diagnosis.
        MedicalDiagnosis = "medical_diagnosis",
    }

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
    /// The fact.
    pub field: ContextField,
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

impl Shape for ContextCondition {
    const KIND: &'static Kind = &Kind::Checked(check_condition);
}

/// A condition names a fact and makes one test of it, with a value that the fact could have.
fn check_condition<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let is_number = matches!(
        ContextField::from_word(json.text_of("field")),
        Some(ContextField::YearGroup | ContextField::Age)
    );
    let value = match ContextField::from_word(json.text_of("field")) {
        Some(ContextField::Stage) => Stage::KIND,
        _ if is_number => &NUMBER,
        _ => bool::KIND,
    };
    let is_known = match json.field("field") {
        Json::Text(word) => ContextField::from_word(word).is_some(),
        _ => true,
    };
    let mut tests = 0;
    let mut has_field = false;
    for (position, name, json) in reader.entries(json) {
        let kind = match name {
            "field" => {
                has_field = true;
                ContextField::KIND
            }
            // Of a fact that is none, no value is right or wrong.
            "equals" | "at_least" | "under" if !is_known => {
                tests += 1;
                continue;
            }
            "equals" => value,
            "at_least" | "under" if is_number => &NUMBER,
            _ => {
                reader.field_problem(position, name, ProblemKind::UnknownField {});
                continue;
            }
        };
        tests += usize::from(name != "field");
        reader.within(name, |reader| check(json, kind, reader));
    }
    if matches!(json, Json::Object(_)) && (tests != 1 || !has_field) {
        let expected = "a field with one of equals, at_least and under that the field allows";
        reader.problem(ProblemKind::WrongType { expected });
    }
}

impl Shape for CheckCondition {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| {
        let about_criterion = !json.field("criterion").is_null();
        let kind = if about_criterion { CriterionCondition::KIND } else { ContextCondition::KIND };
        check(json, kind, reader);
    });
}
