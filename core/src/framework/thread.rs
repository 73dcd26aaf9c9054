//! How a framework reads the golden thread: which items a line may join, and what its rules ask for.

use super::severity::Severity;
use crate::document::shape::{choice, document};
use crate::law::{Basis, Citation, PlanSection};

document! {
    /// How the golden thread is read.
    pub struct ThreadReading if (any(feature = "service", feature = "whole", feature = "writing")) {
        /// Which items a line may join. A link between any others joins nothing.
        pub joins: Vec<ThreadJoin>,
        /// The rules, in the order of findings.
        pub rules: Vec<ThreadRule>,
    }

    /// Sections whose items a line may join, whichever end states it.
    pub struct ThreadJoin {
        /// An item of one of these ...
        pub from: Vec<ThreadSection>,
        /// ... and an item of one of these.
        pub to: Vec<ThreadSection>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }

    /// A rule of the golden thread: built in, or stated as the lines that items must
    /// have.
    pub struct ThreadRule {
        /// Its id, which findings carry.
        pub id: String,
        /// How serious a finding is. An item is broken by an error or a warning.
        pub severity: Severity,
        /// What it rests on.
        pub basis: Basis,
        /// Each item of these sections ...
        #[serde(skip_serializing_if = "Option::is_none")]
        pub of: Option<Vec<ThreadSection>>,
        /// ... has a line to at least one item of these.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to: Option<Vec<ThreadSection>>,
        /// What the finding says; `{id}` stands for the id of the item. A built-in rule makes its own
        /// sentence.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub message: Option<String>,
        /// The same in a few words, for pictures.
        pub mark: String,
        /// Why it matters.
        pub why: String,
        /// What would clear it.
        pub clear: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }
}

choice! {
    /// A section of a plan that has a part in the golden thread.
    pub enum ThreadSection {
        /// Views, interests and aspirations.
        A = "A",
        /// Advice and information.
        K = "K",
        /// Special educational needs.
        B = "B",
        /// Health needs.
        C = "C",
        /// Social care needs.
        D = "D",
        /// Special educational provision.
        F = "F",
        /// Health provision.
        G = "G",
        /// Social care provision under the Chronically Sick and Disabled Persons Act 1970.
        H1 = "H1",
        /// Any other social care provision.
        H2 = "H2",
        /// Outcomes.
        E = "E",
    }

    /// The rules of the golden thread that are built in; a framework gives their severity and citations.
    pub enum ThreadBuiltIn {
        /// An item is linked to something that the plan does not have.
        UnknownLink = "thread-unknown-link",
        /// An item is linked to one that it cannot be joined with.
        SenselessLink = "thread-senseless-link",
        /// An item has no line at all.
        Orphan = "thread-orphan",
        /// Links lead round in a circle.
        ReferenceCycle = "thread-reference-cycle",
    }
}

impl ThreadSection {
    /// The same section among all those of a plan.
    #[must_use]
    pub const fn of_plan(self) -> PlanSection {
        match self {
            Self::A => PlanSection::A,
            Self::K => PlanSection::K,
            Self::B => PlanSection::B,
            Self::C => PlanSection::C,
            Self::D => PlanSection::D,
            Self::F => PlanSection::F,
            Self::G => PlanSection::G,
            Self::H1 => PlanSection::H1,
            Self::H2 => PlanSection::H2,
            Self::E => PlanSection::E,
        }
    }
}

impl ThreadReading {
    /// Whether a line may join items of two sections, whichever comes first.
    pub(crate) fn may_join(&self, one: ThreadSection, other: ThreadSection) -> bool {
        self.joins.iter().any(|join| join.may_join(one, other))
    }
}

impl ThreadJoin {
    /// Whether it joins items of two sections, whichever comes first.
    pub(crate) fn may_join(&self, one: ThreadSection, other: ThreadSection) -> bool {
        let joins = |from, to| self.from.contains(&from) && self.to.contains(&to);
        joins(one, other) || joins(other, one)
    }
}
