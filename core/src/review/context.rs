//! The facts about a plan, as a review records them.

use crate::document::problem::ProblemKind;
use crate::framework::{ContextField, ContextValue, Stage};

/// Facts about the plan that decide what applies. One that is not known is not assumed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// The stage of the plan.
    pub stage: Option<Stage>,
    /// -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
    pub year_group: Option<i8>,
    /// Age in whole years, 0 to 25.
    pub age: Option<i8>,
    /// Has health needs related to SEN.
    pub health_needs: Option<bool>,
    /// Has social care needs related to SEN, or requiring provision under section 2 of the
    /// Chronically Sick and Disabled Persons Act 1970.
    pub social_care_needs: Option<bool>,
    /// A personal budget has been requested.
    pub personal_budget: Option<bool>,
    /// Educated at home by the parents' choice.
    pub home_educated: Option<bool>,
    /// Has a medical diagnosis.
    pub medical_diagnosis: Option<bool>,
}

impl Context {
    /// The value of a fact.
    #[must_use]
    pub fn value(&self, field: ContextField) -> Option<ContextValue> {
        match field {
            ContextField::Stage => self.stage.map(ContextValue::Stage),
            ContextField::YearGroup => self.year_group.map(ContextValue::Number),
            ContextField::Age => self.age.map(ContextValue::Number),
            flag => self.flag(flag).map(ContextValue::Flag),
        }
    }

    /// The value of a fact that is true or false.
    fn flag(&self, field: ContextField) -> Option<bool> {
        match field {
            ContextField::HealthNeeds => self.health_needs,
            ContextField::SocialCareNeeds => self.social_care_needs,
            ContextField::PersonalBudget => self.personal_budget,
            ContextField::HomeEducated => self.home_educated,
            ContextField::MedicalDiagnosis => self.medical_diagnosis,
            ContextField::Stage | ContextField::YearGroup | ContextField::Age => None,
        }
    }

    /// Records a fact, or that it is not known.
    ///
    /// # Errors
    /// The value is not one that the fact can have.
    pub fn set(
        &mut self,
        field: ContextField,
        value: Option<ContextValue>,
    ) -> Result<(), ProblemKind> {
        let number = |least: i8, most: i8| match value {
            None => Ok(None),
            Some(ContextValue::Number(number)) if (least..=most).contains(&number) => {
                Ok(Some(number))
            }
            Some(ContextValue::Number(_)) => {
                Err(ProblemKind::OutOfRange { least: least.into(), most: most.into() })
            }
            Some(_) => Err(ProblemKind::WrongType { expected: "a whole number" }),
        };
        let flag = || match value {
            None => Ok(None),
            Some(ContextValue::Flag(flag)) => Ok(Some(flag)),
            Some(_) => Err(ProblemKind::WrongType { expected: "true or false" }),
        };
        match field {
            ContextField::Stage => {
                self.stage = match value {
                    None => None,
                    Some(ContextValue::Stage(stage)) => Some(stage),
                    Some(_) => return Err(ProblemKind::WrongType { expected: "text" }),
                }
            }
            ContextField::YearGroup => self.year_group = number(-2, 15)?,
            ContextField::Age => self.age = number(0, 25)?,
            ContextField::HealthNeeds => self.health_needs = flag()?,
            ContextField::SocialCareNeeds => self.social_care_needs = flag()?,
            ContextField::PersonalBudget => self.personal_budget = flag()?,
            ContextField::HomeEducated => self.home_educated = flag()?,
            ContextField::MedicalDiagnosis => self.medical_diagnosis = flag()?,
        }
        Ok(())
    }
}
