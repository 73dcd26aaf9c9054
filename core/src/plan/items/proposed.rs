//! Items and links as they are proposed.

use crate::document::shape::{choice, document};
use crate::document::{Bounded, Id};
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::document::{Sureness, TextPlace};

/// The most items that are proposed: as many as the golden thread takes.
pub const MOST_PROPOSED_ITEMS: usize = 10_000;

/// The most links that are proposed.
pub const MOST_PROPOSED_LINKS: usize = 100_000;

document! {
    /// The items of a plan and the links between them, as they are proposed.
    pub struct ProposedItems {
        /// The items, in the order of the plan: up to 10,000.
        pub items: Bounded<ProposedItem, MOST_PROPOSED_ITEMS>,
        /// The links, in the order of the items that they lead from. Each stands once.
        pub links: Bounded<ProposedLink, MOST_PROPOSED_LINKS>,
    }

    /// An item of a plan, such as one need or one outcome.
    pub struct ProposedItem {
        /// Its id: the plan's own mark where no other item has it, or the section and a number.
        pub id: Id,
        /// The section it stands in.
        pub section: PlanSection,
        /// What it is.
        pub kind: ItemKind,
        /// What it says.
        pub text: String,
        /// The marks that the plan gives it, as they are printed.
        pub marks: Vec<String>,
        /// The heading of the area of need that it stands under.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub area: Option<String>,
        /// Where it stands.
        pub place: TextPlace,
        /// Where the same words stand again, in the same section.
        pub others: Vec<TextPlace>,
    }

    /// A link between two items.
    pub struct ProposedLink {
        /// The id of the item that comes first in the plan.
        pub from: Id,
        /// The id of the other.
        pub to: Id,
        /// What it rests on.
        pub rests_on: LinkBasis,
        /// How sure it is.
        pub sureness: Sureness,
        /// Where the plan says so: the place of the item that refers to the other, or stands with it.
        pub place: TextPlace,
    }
}

choice! {
    /// What an item is.
    pub enum ItemKind {
        /// An aspiration, in Section A.
        Aspiration = "aspiration",
        /// A need, in Sections B to D.
        Need = "need",
        /// An outcome, in Section E.
        Outcome = "outcome",
        /// Provision, in Sections F to H2.
        Provision = "provision",
        /// Advice, in Section K.
        Advice = "advice",
    }

    /// What a link rests on.
    pub enum LinkBasis {
        /// One item names the mark of the other, as in "(B2)", "Outcome 4" or "`[K3]`".
        Mark = "mark",
        /// Both stand in one row.
        Row = "row",
        /// Both stand in one card or under one heading of their own.
        Card = "card",
        /// The row or the card of one item repeats or sums up what the other says.
        SameWords = "same_words",
        /// Both stand under the same area of need, where one of them stands alone.
        Area = "area",
        /// A third item is linked to both.
        Chain = "chain",
        /// Both speak of the same subject.
        Subject = "subject",
    }
}

impl ItemKind {
    /// What the items of a section are; none in the sections that have none.
    pub(crate) const fn of(section: PlanSection) -> Option<Self> {
        match section.purpose() {
            SectionPurpose::Aspirations => Some(Self::Aspiration),
            SectionPurpose::Need => Some(Self::Need),
            SectionPurpose::Outcome => Some(Self::Outcome),
            SectionPurpose::Provision => Some(Self::Provision),
            SectionPurpose::Advice => Some(Self::Advice),
            SectionPurpose::Placement | SectionPurpose::Budget => None,
        }
    }
}
