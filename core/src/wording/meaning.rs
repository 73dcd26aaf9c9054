//! What words mean to the rules.

use crate::document::shape::choice;

/// Declares the meanings, the first of which are also the elements of a statement of provision.
macro_rules! meanings {
    (
        elements { $( $(#[$element_doc:meta])* $element:ident = $element_word:literal, )* }
        others { $( $(#[$doc:meta])* $other:ident = $word:literal, )* }
    ) => {
        choice! {
            /// What a statement of provision can say.
            pub enum Element {
                $( $(#[$element_doc])* $element = $element_word, )*
            }

            /// What a term means.
            pub enum Meaning {
                $( $(#[$element_doc])* $element = $element_word, )*
                $( $(#[$doc])* $other = $word, )*
            }
        }

        impl Element {
            /// The meaning of words that say it.
            pub(super) const fn meaning(self) -> Meaning {
                match self { $( Self::$element => Meaning::$element, )* }
            }
        }
    };
}

meanings! {
    elements {
        /// What is provided: an activity, a programme, equipment.
        What = "what",
        /// Who provides it, by job title.
        Who = "who",
        /// The qualification or expertise.
        Qualification = "qualification",
        /// How often.
        HowOften = "how_often",
        /// How long.
        HowLong = "how_long",
        /// The ratio or the size of the group.
        Group = "group",
        /// Where.
        Where = "where",
        /// How it is reviewed.
        Review = "review",
    }
    others {
        /// In which exact situations, so that neither frequency nor duration is missing.
        Situation = "situation",
        /// Something that takes time: a session, teaching, adult support.
        Session = "session",
        /// People without a job title.
        Unnamed = "unnamed",
        /// A sentence about provision.
        Provision = "provision",
        /// An ability.
        Ability = "ability",
        /// An aim or a process.
        Aim = "aim",
        /// A date or stage by which.
        ByWhen = "by_when",
        /// Something that can be observed or counted.
        Measure = "measure",
        /// A strength.
        Strength = "strength",
        /// Preparation for adulthood: learning and employment.
        PillarEmployment = "pillar_employment",
        /// Preparation for adulthood: independent living.
        PillarIndependence = "pillar_independence",
        /// Preparation for adulthood: social connections.
        PillarCommunity = "pillar_community",
        /// Preparation for adulthood: health.
        PillarHealth = "pillar_health",
        /// A diagnosis.
        Diagnosis = "diagnosis",
        /// That the impact of a diagnosis is described in Section B.
        ImpactReference = "impact_reference",
        /// Whether a personal budget was requested.
        BudgetSaid = "budget_said",
        /// A person other than the child, to whom a pronoun may refer.
        OtherPerson = "other_person",
        /// A given name.
        GivenName = "given_name",
        /// A kind of report.
        Report = "report",
        /// The opening of a sentence that is not itself provision.
        Framing = "framing",
        /// What somebody said, reported.
        Reported = "reported",
        /// The opening of a sentence that goes on with the one before it.
        Continues = "continues",
        /// A label of a field, such as `Frequency:`.
        Label = "label",
        /// Home-to-school transport.
        Transport = "transport",
        /// A date.
        Dated = "dated",
        /// The child, by another word than a name.
        Child = "child",
        /// A pronoun for a boy or man.
        He = "he",
        /// A pronoun for a girl or woman.
        She = "she",
        /// A description of needs in a section on provision.
        Description = "description",
        /// That a section is left blank for now.
        Blank = "blank",
        /// Words in which no other term counts.
        Nothing = "nothing",
        /// A thing that is provided once, such as equipment: it takes no time and nobody delivers it.
        Thing = "thing",
        /// The least that is given.
        Minimum = "minimum",
        /// A verb that makes a line a sentence, and no entry of a list.
        Prose = "prose",
        /// A statement about the plan, the law or a process, or that there is nothing to say.
        Note = "note",
        /// What a child does, behind the name: whose name stands there stands in the child's place.
        ChildDoes = "child_does",
        /// The words in front of the title of a book, film, game or series.
        Title = "title",
    }
}

/// A set of meanings, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Meanings(u64);

impl Meanings {
    /// The set of these meanings.
    pub(super) const fn of(mut meanings: &[Meaning]) -> Self {
        let mut bits = 0;
        while let [meaning, rest @ ..] = meanings {
            bits |= 1 << *meaning as u32;
            meanings = rest;
        }
        Self(bits)
    }

    /// Adds all meanings of another set.
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Adds one meaning.
    pub(super) fn insert(&mut self, meaning: Meaning) {
        self.add(Self::of(&[meaning]));
    }

    /// The set without the meanings of another.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The meanings that are in both sets.
    pub(super) const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a meaning is in the set.
    pub(super) const fn has(self, meaning: Meaning) -> bool {
        self.0 & 1 << meaning as u32 != 0
    }

    /// Whether the sets have a meaning in common.
    pub(super) const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// How many meanings are in the set.
    pub(super) const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// The set as a number, for a fingerprint.
    pub(super) const fn bits(self) -> u64 {
        self.0
    }
}
