//! What a host knows of the plan that is checked.

use crate::document::problem::Problem;
use crate::document::shape::{self, Fields, Kind, Shape, document};
use crate::document::{Bounded, Document, YearGroup};
use crate::framework::Stage;
use crate::law::timescale::{Timescales, check_dates};
use crate::plan::{FactKind, PlanFact};
use crate::thread::{MOST_ITEMS, ThreadItem, check_items};
use crate::wording::{Linting, Pronouns};

document! {
    /// What a host knows of a plan beyond what the check of its wording needs.
    #[derive(Default)]
    pub struct KnownPlan {
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
    }
}

/// What a host knows of the plan. What is not given is taken from what the plan says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct PlanContext {
    /// What the check of its wording needs.
    #[cfg_attr(feature = "schemars", schemars(flatten))]
    pub linting: Linting,
    /// What else is known.
    #[cfg_attr(feature = "schemars", schemars(flatten))]
    pub plan: KnownPlan,
}

const CONTEXT: &Kind = &Kind::Joined(&[Linting::FIELDS, KnownPlan::FIELDS]);

impl PlanContext {
    /// Reads what a host knows from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        let (json, mut reader) = document.open();
        shape::check(json, CONTEXT, &mut reader);
        let items = json.field("items").list();
        if items.len() <= MOST_ITEMS {
            reader.within("items", |reader| check_items(items, reader));
        }
        reader.within("timescales", |r| check_dates(json.field("timescales"), r));
        if !reader.is_fine() {
            return Err(reader.into_problems());
        }
        Ok(Self { linting: Linting::take(json), plan: KnownPlan::take(json) })
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
        let known = self.linting.clone();
        Linting {
            stage: known.stage.or_else(|| Stage::from_word(say(FactKind::Stage)?)),
            year_group: known.year_group.or_else(year),
            names: known.names.or_else(said_names),
            pronouns: known.pronouns.or_else(|| Pronouns::from_word(say(FactKind::Pronouns)?)),
            dismissed: known.dismissed,
        }
    }
}
