//! What a host knows of the plan that is checked.

use crate::document::problem::Problem;
use crate::document::shape::{self, document};
use crate::document::{Bounded, YearGroup};
use crate::framework::Stage;
use crate::law::timescale::{Timescales, check_dates};
use crate::plan::{FactKind, PlanFact};
use crate::thread::{MOST_ITEMS, ThreadItem, check_items};
use crate::wording::{Linting, Pronouns};

document! {
    /// What a host knows of the plan. What is not given is taken from what the plan says of itself.
    #[derive(Default)]
    pub struct PlanContext {
        /// The stage of the plan.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub stage: Option<Stage>,
        /// -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub year_group: Option<YearGroup>,
        /// The names that the child goes by.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub names: Option<Vec<String>>,
        /// The pronouns that the child goes by.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub pronouns: Option<Pronouns>,
        /// The names of others who are in the plan properly.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub people: Option<Vec<String>>,
        /// Whether there are health needs.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub health_needs: Option<bool>,
        /// Whether there are social care needs.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub social_care_needs: Option<bool>,
        /// The dates for the timescales.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub timescales: Option<Timescales>,
        /// The items of the golden thread, as a person confirms them. Without them the thread is not checked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub items: Option<Bounded<ThreadItem, MOST_ITEMS>>,
        /// The fingerprints of findings that are not to be reported.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub dismissed: Option<Vec<String>>,
    }
}

impl PlanContext {
    /// Reads what a host knows from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, value, reader| {
            let items = json.field("items").list();
            if items.len() <= MOST_ITEMS {
                reader.within("items", |reader| check_items(items, reader));
            }
            reader.within("timescales", |r| check_dates(json.field("timescales"), r));
            value
        })
    }

    /// What the check of the wording needs, with what the plan says of itself where the host does not.
    pub(super) fn linting(&self, facts: &[PlanFact]) -> Linting {
        let say = |kind| facts.iter().find(|fact| fact.kind == kind).map(|fact| &*fact.value);
        let said_names = || {
            let names = facts.iter().filter(|fact| fact.kind == FactKind::Name);
            let names: Vec<String> = names.map(|fact| fact.value.clone()).collect();
            (!names.is_empty()).then_some(names)
        };
        let year = || say(FactKind::YearGroup)?.parse().ok().and_then(YearGroup::new);
        Linting {
            stage: self.stage.or_else(|| Stage::from_word(say(FactKind::Stage)?)),
            year_group: self.year_group.or_else(year),
            names: self.names.clone().or_else(said_names),
            pronouns: self.pronouns.or_else(|| Pronouns::from_word(say(FactKind::Pronouns)?)),
            dismissed: self.dismissed.clone(),
        }
    }
}
