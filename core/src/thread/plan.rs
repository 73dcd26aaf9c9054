//! The items of a plan.

use crate::document::problem::{Problem, ProblemKind, Reader};
use crate::document::shape::{self, Names, choice, document};
use crate::document::table::number;
use crate::document::{Bounded, FreeText, Id, Json, List, is_id};
use crate::framework::ThreadSection;
use crate::law::SectionPurpose;

number! {
    /// The number of an item of a plan.
    pub(crate) struct ItemNumber;
}

/// The most items of a plan.
pub const MOST_ITEMS: usize = 10_000;

document! {
    /// The items of a plan.
    pub struct ThreadPlan {
        /// The items, in any order: up to 10,000.
        pub items: Bounded<ThreadItem, MOST_ITEMS>,
    }

    /// An item of a plan, such as one need or one outcome.
    pub struct ThreadItem {
        /// Its id in this plan: 1 to 64 letters, digits, hyphens, underscores or full stops.
        pub id: Id,
        /// The section it stands in.
        pub section: ThreadSection,
        /// What it says, or the first words of it.
        pub text: FreeText,
        /// The ids of items it is linked to. A line that is stated from both ends is one line.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub links: Option<Vec<Id>>,
    }
}

choice! {
    /// What an item is, in the order of a picture's columns.
    pub enum ThreadKind {
        /// An aspiration.
        Aspiration = "aspiration",
        /// Advice.
        Advice = "advice",
        /// A need.
        Need = "need",
        /// Provision.
        Provision = "provision",
        /// An outcome.
        Outcome = "outcome",
    }
}

impl ThreadSection {
    /// The kind of its items.
    #[must_use]
    pub const fn kind(self) -> ThreadKind {
        match self.of_plan().purpose() {
            SectionPurpose::Aspirations => ThreadKind::Aspiration,
            SectionPurpose::Need => ThreadKind::Need,
            SectionPurpose::Provision => ThreadKind::Provision,
            SectionPurpose::Outcome => ThreadKind::Outcome,
            // Placement and budget have no part in the thread.
            SectionPurpose::Advice | SectionPurpose::Placement | SectionPurpose::Budget => {
                ThreadKind::Advice
            }
        }
    }
}

impl ThreadPlan {
    /// Reads the items of a plan from JSON text. A link that leads nowhere is no error: it is a finding.
    ///
    /// # Errors
    /// Every problem found: first what has the wrong shape, then ids that stand twice.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, plan, reader| {
            let items = json.field("items").list();
            // More items than are read have one problem, whatever is in them.
            if items.len() <= MOST_ITEMS {
                reader.within("items", |reader| check_items(items, reader));
            }
            plan
        })
    }
}

/// Ids that stand twice.
pub(crate) fn check_items<'a>(items: List<'a>, reader: &mut Reader<'a>) {
    let mut seen = Names::default();
    for (index, item) in items.iter().enumerate() {
        reader.within_index(index, |reader| {
            // An id that is none has a problem already.
            if matches!(item.field("id"), Json::Text(id) if is_id(id) && !seen.insert(id)) {
                reader.problem_in("id", ProblemKind::Duplicate { what: "id" });
            }
        });
    }
}
