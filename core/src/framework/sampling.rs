//! How samples of plans are read: for what they are drawn, how many, and in which phases.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::entries::{each, id};
use super::problem::FrameworkProblem;
use super::share::{Share, is_share};
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Kind, Names, Shape, document, parsed};
use crate::document::{Json, List, YearGroup};
use crate::law::{Basis, Citation};

document! {
    /// How samples of plans are drawn.
    pub struct SamplingReading if (feature = "service") {
        /// The key with which plans are drawn where a request names none. It is published, so that
        /// anybody can check a sample.
        pub key: SampleKey,
        /// Why it is this one.
        pub key_reason: String,
        /// What samples are drawn for.
        pub purposes: Vec<SamplePurpose>,
        /// The phases, from the youngest. Each goes on to where the next begins.
        pub phases: Vec<SamplePhase>,
    }

    /// What a sample is drawn for. Samples for different purposes do not depend on each other.
    pub struct SamplePurpose {
        /// Its id.
        pub id: String,
        /// What it is called within a sentence.
        pub name: String,
        /// The level of checking that it belongs to.
        pub level: u8,
        /// The share of plans that is drawn, where the framework prints one.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rate: Option<Share>,
        /// Whether each phase is drawn from separately.
        pub by_phase: bool,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
        /// Where it is written.
        pub cites: Vec<Citation>,
    }

    /// A phase of education.
    pub struct SamplePhase {
        /// Its id.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// The first year group in it.
        pub from_year_group: YearGroup,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }
}

/// A key of 128 bits, written as 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
pub struct SampleKey(
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("pattern" = "^[0-9A-Fa-f]{32}$"))
    )]
    [u8; 16],
);

impl SampleKey {
    fn from_text(text: &str) -> Option<Self> {
        // A sign before the digits would be read as part of a number.
        let is_hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        (text.len() == 32 && is_hexadecimal)
            .then(|| u128::from_str_radix(text, 16).ok())?
            .map(|key| Self(key.to_be_bytes()))
    }

    /// Its bytes, in the order in which they are written.
    pub(crate) fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl std::fmt::Display for SampleKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl Serialize for SampleKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SampleKey {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        parsed(source, Self::from_text)
    }
}

impl Shape for SampleKey {
    const KIND: &'static Kind = &Kind::Checked(|json, reader| {
        if reader.text(json).is_some_and(|text| Self::from_text(text).is_none()) {
            reader.problem(FrameworkProblem::NotAKey {});
        }
    });
}

/// The phase that a year group belongs to.
pub(crate) fn phase_of(phases: &[SamplePhase], year: YearGroup) -> Option<&SamplePhase> {
    phases.iter().rfind(|phase| phase.from_year_group <= year)
}

/// Checks that a reading of the right shape fits together.
pub(super) fn check<'a>(reader: &mut Reader<'a>, sampling: Json<'a>, levels: List) {
    if sampling.is_null() {
        return;
    }
    let mut seen = Names::default();
    each(reader, sampling, "purposes", &mut |reader, purpose| {
        id(reader, &mut seen, "purpose", purpose);
        let rate = purpose.field("rate");
        if !rate.is_null() && !is_share(rate) {
            reader.problem_in("rate", FrameworkProblem::NotAShare {});
        }
        let number = u8::take(purpose.field("level"));
        if !levels.iter().any(|level| u8::take(level.field("level")) == number) {
            reader.problem_in("level", ProblemKind::UnknownId { what: "level" });
        }
    });
    let mut seen = Names::default();
    let mut latest = None;
    each(reader, sampling, "phases", &mut |reader, phase| {
        id(reader, &mut seen, "phase", phase);
        let from = YearGroup::take(phase.field("from_year_group"));
        if latest.is_some_and(|latest| from <= latest) {
            let order = "from the youngest phase to the oldest";
            reader.problem_in("from_year_group", ProblemKind::OutOfOrder { order });
        }
        latest = Some(from);
    });
    let first = sampling.field("phases").list().iter().next();
    let from = first.map(|phase| YearGroup::take(phase.field("from_year_group")).number());
    if from != Some(YearGroup::LEAST) {
        let id = YearGroup::LEAST.to_string();
        reader.problem_in("phases", ProblemKind::NotCovered { what: "year group", id });
    }
}
