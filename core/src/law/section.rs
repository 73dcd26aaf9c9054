//! The sections of a plan, and what each is for.

use crate::document::shape::choice;

/// Where the sections are set out.
pub const SECTIONS_AT: &str = "SEND Regulations 2014, regulation 12(1)";

choice! {
    /// A section of a plan, in the order of the Regulations.
    pub enum PlanSection {
        /// Views, interests and aspirations.
        A = "A",
        /// Special educational needs.
        B = "B",
        /// Health needs.
        C = "C",
        /// Social care needs.
        D = "D",
        /// Outcomes.
        E = "E",
        /// Special educational provision.
        F = "F",
        /// Health provision.
        G = "G",
        /// Social care provision under the Chronically Sick and Disabled Persons Act 1970.
        H1 = "H1",
        /// Any other social care provision.
        H2 = "H2",
        /// The school or other institution.
        I = "I",
        /// The personal budget.
        J = "J",
        /// The advice and information gathered.
        K = "K",
    }

    /// What a section is for.
    pub enum SectionPurpose {
        /// Views, interests and aspirations.
        Aspirations = "aspirations",
        /// Needs.
        Need = "need",
        /// Outcomes.
        Outcome = "outcome",
        /// Provision.
        Provision = "provision",
        /// The placement.
        Placement = "placement",
        /// The personal budget.
        Budget = "budget",
        /// Advice and information.
        Advice = "advice",
    }
}

impl PlanSection {
    /// What the section is for.
    #[must_use]
    pub const fn purpose(self) -> SectionPurpose {
        match self {
            Self::A => SectionPurpose::Aspirations,
            Self::B | Self::C | Self::D => SectionPurpose::Need,
            Self::E => SectionPurpose::Outcome,
            Self::F | Self::G | Self::H1 | Self::H2 => SectionPurpose::Provision,
            Self::I => SectionPurpose::Placement,
            Self::J => SectionPurpose::Budget,
            Self::K => SectionPurpose::Advice,
        }
    }
}
