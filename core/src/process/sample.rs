//! Which plans are looked at: samples that anybody can draw again and check.
//!
//! ```
//! use ehcp_qa_core::Framework;
//! use ehcp_qa_core::sample::{Draw, sample, why};
//!
//! let request = r#"{
//!     "purpose": "team_manager", "period": "2024-autumn", "mode": "rate",
//!     "plans": [{"reference": "P-0417"}, {"reference": "P-0418"}, {"reference": "P-0419"}]
//! }"#;
//! let draw = Draw::from_json(&Framework::shropshire_2023(), request).unwrap();
//! for plan in sample(&draw).drawn {
//!     assert!(why(&draw, &plan.reference).unwrap().drawn);
//! }
//! // A plan can be decided on as it comes, without the list of all.
//! assert!(draw.takes("P-0417").is_some());
//! ```
//!
//! Each plan has a number from 0 to 2^64 - 1, its hash: SipHash-2-4 with a key, over the purpose, the
//! period and the reference of the plan, each with its length in bytes before it (eight bytes, the lowest
//! first). So the same plans are drawn in whatever order they come, and samples for different purposes or
//! periods do not depend on each other. The key is published with the framework. A published key lets
//! anybody check a sample, and work out the next one too: where that matters, each request brings a
//! key of its own, kept secret until the sample is drawn, which tells it.
//!
//! - By *rate*, a plan is drawn when its hash is below that share of 2^64. Each plan is decided on alone, so
//!   how many are drawn is near the share and seldom exactly it.
//! - By *quota*, so many plans with the lowest hashes are drawn from each phase, or from all plans where the
//!   purpose is not by phase. Of plans with one hash the lower reference comes first. At most so many
//!   plans a phase are kept while they come.
//!
//! What is ours is told as such in the framework's `interpretation`, under `sampling`: the rates as chances,
//! which year groups are in which phase, and that purposes are drawn apart. References are compared byte
//! by byte: a plan whose reference is written otherwise is another plan.

mod request;
mod why;

use std::collections::BTreeSet;

use serde::Serialize;
use siphasher::sip::SipHasher24;

use crate::document::YearGroup;
use crate::document::bounded::whole_number;
use crate::document::problem::Problem;
use crate::document::shape::{choice, document};
use crate::document::{Bounded, Id};
use crate::framework::{SampleKey, SamplePhase, SamplePurpose, Share};
use crate::law::Citation;

pub use why::{SamplePlace, Why, why};

/// The most plans of one request. More can be added to a [`Sampling`] one by one.
pub const MOST_PLANS: usize = 50_000;

whole_number! {
    /// How many plans are drawn from a phase.
    pub struct Quota(u32) from 1 to 10_000;
}

/// How hashes are made, for whoever checks them.
const METHOD: &str = "SipHash-2-4 with the key, over purpose, period and reference, each after its length \
                      in bytes as eight bytes, the lowest first; written as a number of 16 hexadecimal digits.";

document! {
    /// What is to be drawn, and from which plans.
    pub struct SampleRequest {
        /// What the sample is drawn for: the id of one of the framework's purposes.
        pub purpose: String,
        /// The period, such as `2024-autumn`: 1 to 64 letters, digits, hyphens, underscores or full stops.
        pub period: Id,
        /// How plans are drawn.
        pub mode: SampleMode,
        /// With `rate` alone: the share that is drawn, in place of the framework's. It must be given where the
        /// framework has none.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rate: Option<Share>,
        /// With `quota` alone: how many plans are drawn, from each phase where the purpose is by phase.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub quota: Option<Quota>,
        /// A key for this sample, in place of the published one.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub key: Option<SampleKey>,
        /// The plans: up to 50,000, in any order. None where they are added one by one.
        pub plans: Bounded<SamplePlan, MOST_PLANS>,
    }

    /// A plan that can be drawn.
    pub struct SamplePlan {
        /// Its pseudonymous reference: 1 to 64 characters, another for each plan.
        pub reference: String,
        /// The id of its phase. Where the purpose is by phase, this or the year group is given.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub phase: Option<String>,
        /// Its year group: -2 before nursery, -1 nursery, 0 reception, 1 to 14, 15 beyond Year 14.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub year_group: Option<YearGroup>,
    }
}

choice! {
    /// How plans are drawn.
    pub enum SampleMode {
        /// Each plan with the same chance, on its own.
        Rate = "rate",
        /// A number of plans, exactly.
        Quota = "quota",
    }
}

/// A request that has been checked: what is drawn, by which key, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    request: SampleRequest,
    purpose: SamplePurpose,
    phases: Vec<SamplePhase>,
    key: SampleKey,
    published: SampleKey,
    how: How,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum How {
    Rate(Share),
    Quota(u32),
}

impl Draw {
    /// The request that it was read from.
    #[must_use]
    pub fn request(&self) -> &SampleRequest {
        &self.request
    }

    /// The hash of a plan.
    #[must_use]
    pub fn hash(&self, reference: &str) -> u64 {
        hash(self.key, [&self.purpose.id, &self.request.period, reference])
    }

    /// By rate: whether a plan is drawn. By quota that depends on the other plans, and is `None`.
    #[must_use]
    pub fn takes(&self, reference: &str) -> Option<bool> {
        Some(u128::from(self.hash(reference)) < self.below()?)
    }

    /// By rate: a plan is drawn when its hash is below this.
    fn below(&self) -> Option<u128> {
        match &self.how {
            How::Rate(share) => Some(part_of_hashes(share)),
            How::Quota(_) => None,
        }
    }

    /// How it is drawn.
    fn terms(&self) -> SampleTerms<'_> {
        let (rate, quota) = match &self.how {
            How::Rate(share) => (Some(share), None),
            How::Quota(quota) => (None, Some(*quota)),
        };
        SampleTerms {
            purpose: &self.purpose.id,
            name: &self.purpose.name,
            level: self.purpose.level,
            period: &self.request.period,
            mode: self.request.mode,
            rate,
            is_own_rate: self.request.rate.is_some(),
            below: self.below().map(|below| format!("{below:016x}")),
            quota,
            key: self.key,
            is_published_key: self.key == self.published,
            method: METHOD,
            reason: &self.purpose.reason,
            cites: &self.purpose.cites,
        }
    }

    /// What is drawn from apart: each phase with its name, or all plans together.
    fn groups(&self) -> Vec<(Option<&SamplePhase>, &str)> {
        if self.purpose.by_phase {
            self.phases.iter().map(|phase| (Some(phase), phase.name.as_str())).collect()
        } else {
            vec![(None, "All plans")]
        }
    }
}

/// The hash of some parts. Their lengths keep "ab" and "c" apart from "a" and "bc".
fn hash(key: SampleKey, parts: [&str; 3]) -> u64 {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part.as_bytes());
    }
    SipHasher24::new_with_key(&key.bytes()).hash(&bytes)
}

/// That share of 2^64, rounded up: as many whole numbers are below it as are below the share itself.
fn part_of_hashes(share: &Share) -> u128 {
    (u128::from(share.of) << 64).div_ceil(u128::from(share.out_of).max(1))
}

fn digits(hash: u64) -> String {
    format!("{hash:016x}")
}

/// A sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Sample<'a> {
    /// How it was drawn.
    pub terms: SampleTerms<'a>,
    /// How many plans there were, and how many of them are drawn.
    pub groups: Vec<SampleGroup<'a>>,
    /// The plans drawn: by phase where the purpose is by phase, and then from the lowest hash.
    pub drawn: Vec<SampleDrawn<'a>>,
}

/// How a sample is drawn: with the references of the plans, all that it takes to draw it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SampleTerms<'a> {
    /// The id of its purpose.
    pub purpose: &'a str,
    /// What the purpose is called within a sentence.
    pub name: &'a str,
    /// The level of checking that the purpose belongs to.
    pub level: u8,
    /// The period.
    pub period: &'a str,
    /// How plans are drawn.
    pub mode: SampleMode,
    /// By rate: the share that is drawn; else null.
    pub rate: Option<&'a Share>,
    /// By rate: whether the request asked for that share, and not the framework.
    pub is_own_rate: bool,
    /// By rate: a plan is drawn when its hash is below this, in hexadecimal digits; else null.
    pub below: Option<String>,
    /// By quota: how many plans are drawn, from each phase where the purpose is by phase; else null.
    pub quota: Option<u32>,
    /// The key.
    pub key: SampleKey,
    /// Whether it is the published one.
    pub is_published_key: bool,
    /// How hashes are made.
    pub method: &'static str,
    /// Why it is drawn so.
    pub reason: &'a str,
    /// Where it is written.
    pub cites: &'a [Citation],
}

/// Plans that are drawn from apart from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SampleGroup<'a> {
    /// The id of their phase; null for all plans together.
    pub phase: Option<&'a str>,
    /// What they are called.
    pub name: &'a str,
    /// How many there were.
    pub plans: usize,
    /// How many are drawn.
    pub drawn: usize,
    /// By quota: how many plans too few there were.
    pub short_by: usize,
}

/// A plan that is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SampleDrawn<'a> {
    /// Its reference.
    pub reference: String,
    /// The id of its phase; null where the purpose is not by phase.
    pub phase: Option<&'a str>,
    /// Its hash, in 16 hexadecimal digits.
    pub hash: String,
}

/// Draws the sample of a request.
#[must_use]
pub fn sample(draw: &Draw) -> Sample<'_> {
    let mut sampling = Sampling::new(draw);
    for plan in &draw.request.plans {
        // The plans of a request were checked.
        let _ = sampling.add(plan);
    }
    sampling.finish()
}

/// A sample while plans are added to it, one by one and in any order. By quota it keeps no more plans
/// than are drawn.
///
/// A plan that is added twice is drawn once and counted twice: to remember all that were added is
/// for the host.
#[derive(Debug, Clone)]
pub struct Sampling<'a> {
    draw: &'a Draw,
    groups: Vec<Group>,
}

/// What was added of one group.
#[derive(Debug, Clone, Default)]
struct Group {
    plans: usize,
    /// By hash, then by reference. A set, and no heap: a plan that comes again takes no second place.
    drawn: BTreeSet<(u64, String)>,
}

impl<'a> Sampling<'a> {
    /// A sample without plans. Those of the request are not in it.
    #[must_use]
    pub fn new(draw: &'a Draw) -> Self {
        Self { draw, groups: vec![Group::default(); draw.groups().len()] }
    }

    /// Adds a plan.
    ///
    /// # Errors
    /// What is wrong with it; it is not added then.
    pub fn add(&mut self, plan: &SamplePlan) -> Result<(), Vec<Problem>> {
        let place = request::place(&self.draw.phases, self.draw.purpose.by_phase, plan)?;
        let Some(group) = self.groups.get_mut(place) else { return Ok(()) };
        group.plans += 1;
        let hash = self.draw.hash(&plan.reference);
        match (&self.draw.how, self.draw.below()) {
            (_, Some(below)) if u128::from(hash) >= below => {}
            (How::Rate(_), _) => {
                group.drawn.insert((hash, plan.reference.clone()));
            }
            (How::Quota(quota), _) => {
                group.drawn.insert((hash, plan.reference.clone()));
                if group.drawn.len() > *quota as usize {
                    group.drawn.pop_last();
                }
            }
        }
        Ok(())
    }

    /// The sample of the plans that were added.
    #[must_use]
    pub fn finish(self) -> Sample<'a> {
        let mut groups = Vec::new();
        let mut drawn = Vec::new();
        for ((phase, name), group) in self.draw.groups().into_iter().zip(self.groups) {
            let phase = phase.map(|phase| phase.id.as_str());
            let quota = self.draw.request.quota.map_or(0, Quota::number) as usize;
            groups.push(SampleGroup {
                phase,
                name,
                plans: group.plans,
                drawn: group.drawn.len(),
                short_by: quota.saturating_sub(group.drawn.len()),
            });
            let plans = group.drawn.into_iter();
            drawn.extend(plans.map(|(hash, reference)| SampleDrawn {
                reference,
                phase,
                hash: digits(hash),
            }));
        }
        Sample { terms: self.draw.terms(), groups, drawn }
    }
}

#[cfg(test)]
mod tests {
    use siphasher::sip::SipHasher24;

    /// The key is 00 01 ... 0f and the message 00 01 ... of a length, as in the vectors of the authors'
    /// reference code (`vectors.h`), whose bytes are read from the lowest. That of 15 bytes is also in
    /// the paper: Aumasson and Bernstein, “`SipHash`: a fast short-input PRF”, appendix A.
    #[test]
    fn the_hash_has_its_published_vectors() {
        let bytes: [u8; 16] = std::array::from_fn(|n| u8::try_from(n).unwrap());
        for (length, expected) in [
            (0, 0x726f_db47_dd0e_0e31),
            (1, 0x74f8_39c5_93dc_67fd),
            (2, 0x0d6c_8009_d9a9_4f5a),
            (8, 0x93f5_f579_9a93_2462),
            (15, 0xa129_ca61_49be_45e5),
        ] {
            let hash = SipHasher24::new_with_key(&bytes).hash(&bytes[..length]);
            assert_eq!(hash, expected, "{length}");
        }
    }
}
