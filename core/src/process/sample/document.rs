//! What a sample is drawn from, as a document.

use crate::document::bounded::whole_number;
use crate::document::shape::{choice, document};
use crate::document::{Bounded, Id, YearGroup};
use crate::framework::{SampleKey, Share};

/// The most plans of one request. More can be added to a [`Sampling`](super::Sampling) one by one.
pub const MOST_PLANS: usize = 50_000;

whole_number! {
    /// How many plans are drawn from a phase.
    pub struct Quota(u32) from 1 to 10_000;
}

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
        /// Each plan with the same chance, whatever the others.
        Rate = "rate",
        /// A number of plans, exactly.
        Quota = "quota",
    }
}
