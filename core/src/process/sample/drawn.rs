//! A sample as a document.

use serde::Serialize;

use super::document::SampleMode;
use crate::framework::{SampleKey, Share};
use crate::law::Citation;

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

/// How a sample is drawn. With the references of the plans, it can be drawn again.
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

/// Plans that are drawn from separately.
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
