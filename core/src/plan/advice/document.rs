//! What a piece of advice has: who wrote it and when, and its statements by what they are about.

use crate::document::shape::{choice, document, from_json_within};
use crate::document::{Bounded, Day, Problem};
use crate::law::PlanSection;
use crate::plan::document::{
    Block, PlanDocument, PlanPart, RunPlace, SectionHeading, Sureness, Utf16Place,
};
use crate::plan::json::MOST_PLAN_BYTES;
use crate::plan::problem::MOST_BLOCKS;

document! {
    /// A piece of advice, as a document.
    pub struct AdviceDocument {
        /// Its title.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub title: Option<String>,
        /// The name of its author.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub author: Option<String>,
        /// The role of its author, such as "Educational Psychologist".
        #[serde(skip_serializing_if = "Option::is_none")]
        pub role: Option<String>,
        /// The agency for which the author writes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub agency: Option<String>,
        /// Its date.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub date: Option<Day>,
        /// Views of the child or young person, and of the parents.
        pub views: Bounded<Block, MOST_BLOCKS>,
        /// Needs.
        pub needs: Bounded<Block, MOST_BLOCKS>,
        /// Outcomes that it suggests.
        pub outcomes: Bounded<Block, MOST_BLOCKS>,
        /// Provision that it recommends.
        pub provision: Bounded<Block, MOST_BLOCKS>,
        /// Everything else: background, findings, explanations, signatures.
        pub other: Bounded<Block, MOST_BLOCKS>,
    }
}

choice! {
    /// What a statement of advice is about, in the order of the lists of an [`AdviceDocument`].
    pub enum AdviceKind {
        /// Views of the child or young person, and of the parents.
        Views = "views",
        /// A need.
        Need = "need",
        /// An outcome.
        Outcome = "outcome",
        /// Provision.
        Provision = "provision",
        /// Anything else.
        Other = "other",
    }
}

impl Default for AdviceKind {
    /// What no heading names.
    fn default() -> Self {
        Self::Other
    }
}

impl AdviceKind {
    /// The section of a plan that is for what it is about.
    #[must_use]
    pub const fn section(self) -> PlanSection {
        match self {
            Self::Views => PlanSection::A,
            Self::Need => PlanSection::B,
            Self::Outcome => PlanSection::E,
            Self::Provision => PlanSection::F,
            Self::Other => PlanSection::K,
        }
    }

    /// What a section of a plan carries of advice, by what the section is for in law; none where it carries none.
    #[must_use]
    pub fn carried_by(section: PlanSection) -> Option<Self> {
        let carried = [Self::Need, Self::Outcome, Self::Provision];
        carried.into_iter().find(|kind| kind.section().purpose() == section.purpose())
    }

    /// The kind that the part of a place has, counted from 0.
    #[must_use]
    pub fn of_part(part: u32) -> Self {
        let at = usize::try_from(part).unwrap_or(usize::MAX);
        Self::ALL.get(at).copied().unwrap_or(Self::Other)
    }
}

impl AdviceDocument {
    /// Reads advice from JSON text of at most [`MOST_PLAN_BYTES`].
    ///
    /// # Errors
    /// Every problem of the text.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        from_json_within(text, MOST_PLAN_BYTES, |_, advice: Option<Self>, _| advice)
    }

    /// The blocks of one kind.
    #[must_use]
    pub fn blocks(&self, kind: AdviceKind) -> &[Block] {
        match kind {
            AdviceKind::Views => &self.views,
            AdviceKind::Need => &self.needs,
            AdviceKind::Outcome => &self.outcomes,
            AdviceKind::Provision => &self.provision,
            AdviceKind::Other => &self.other,
        }
    }

    /// The list of blocks of one kind.
    #[cfg(feature = "readers")]
    pub(in crate::plan) fn list_mut(&mut self, kind: AdviceKind) -> &mut Vec<Block> {
        match kind {
            AdviceKind::Views => &mut self.views.0,
            AdviceKind::Need => &mut self.needs.0,
            AdviceKind::Outcome => &mut self.outcomes.0,
            AdviceKind::Provision => &mut self.provision.0,
            AdviceKind::Other => &mut self.other.0,
        }
    }

    /// The advice in the sections of a plan: a part for each kind, in their order. What a plan is checked by then
    /// checks advice too, and a place in it names the kind by its part, and the block in the list.
    #[must_use]
    pub fn as_plan(&self) -> PlanDocument {
        let nowhere =
            || RunPlace { at: Utf16Place(0), file: 0, paragraph: 0, run: 0, offset: Utf16Place(0) };
        let part = |kind: &AdviceKind| {
            let blocks = self.blocks(*kind);
            let first = blocks.iter().find_map(|block| block.runs.first()).cloned();
            PlanPart {
                sections: vec![kind.section()],
                heading: SectionHeading {
                    text: String::new(),
                    place: first.unwrap_or_else(nowhere),
                    recognised_by: Vec::new(),
                    sureness: Sureness::Sure,
                    area: None,
                },
                blocks: Bounded(blocks.to_vec()),
            }
        };
        PlanDocument {
            files: Bounded(Vec::new()),
            parts: Bounded(AdviceKind::ALL.iter().map(part).collect()),
            furniture: Bounded(Vec::new()),
            comments: Bounded(Vec::new()),
            fonts: None,
            doubts: Bounded(Vec::new()),
        }
    }
}
