//! Why a plan is drawn, or is not.

use serde::Serialize;

use super::draw::{Draw, DrawMode, digits};
use super::drawn::SampleTerms;
use super::request::group_of;
use crate::framework::Share;

/// Why a plan is drawn, or is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SampleReason<'a> {
    /// How plans are drawn.
    pub terms: SampleTerms<'a>,
    /// The reference of the plan.
    pub reference: String,
    /// Its hash, in 16 hexadecimal digits.
    pub hash: String,
    /// By quota: where it stands among the plans that it is drawn from with; else null.
    pub place: Option<SamplePlace<'a>>,
    /// Whether it is drawn.
    pub drawn: bool,
    /// The same in a sentence.
    pub message: String,
}

/// Where a plan stands among others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SamplePlace<'a> {
    /// The id of their phase; null for all plans together.
    pub phase: Option<&'a str>,
    /// What they are called.
    pub name: &'a str,
    /// Its number among them from the lowest hash, counted from 1.
    pub number: usize,
    /// How many they are, itself included.
    pub of: usize,
}

/// Why a plan is drawn, or is not.
///
/// By rate any plan can be asked about. By quota one depends on the others: `None` when the request has no
/// plan with this reference.
#[must_use]
pub fn reason<'a>(draw: &'a Draw, reference: &str) -> Option<SampleReason<'a>> {
    let hash = digits(draw.hash(reference));
    let terms = draw.terms();
    let (place, drawn, because) = match &draw.mode {
        DrawMode::Rate(Share { of, out_of }) => {
            let (below, drawn) = (terms.below.as_deref()?, draw.takes(reference)?);
            let is = if drawn { "is below" } else { "is not below" };
            let because =
                format!("its hash {hash} {is} {below}, and {of} in {out_of} of all hashes are");
            (None, drawn, because)
        }
        DrawMode::Quota(quota) => {
            let place = place(draw, reference)?;
            let SamplePlace { name, number, of, .. } = &place;
            let drawn = *number <= *quota as usize;
            let because = format!(
                "by its hash {hash} it is number {number} of {of} ({name}), and those up to number {quota} \
                 are drawn"
            );
            (Some(place), drawn, because)
        }
    };
    let is = if drawn { "is drawn" } else { "is not drawn" };
    let (purpose, period) = (terms.name, terms.period);
    let message = format!("Plan {reference} {is} for {purpose}, {period}: {because}.");
    Some(SampleReason { terms, reference: reference.to_owned(), hash, place, drawn, message })
}

/// Where a plan of the request stands among those of its phase, or among all.
fn place<'a>(draw: &'a Draw, reference: &str) -> Option<SamplePlace<'a>> {
    let group = |plan| group_of(&draw.phases, draw.purpose.by_phase, plan).ok();
    let plans = &draw.request.plans;
    let number = group(plans.iter().find(|plan| plan.reference == reference)?)?;
    let (phase, name) = draw.groups()[number];
    let of_plan = (draw.hash(reference), reference);
    let together = plans.iter().filter(|plan| group(plan) == Some(number));
    let hashes: Vec<_> =
        together.map(|plan| (draw.hash(&plan.reference), plan.reference.as_str())).collect();
    let before = hashes.iter().filter(|other| **other < of_plan).count();
    Some(SamplePlace { phase, name, number: before + 1, of: hashes.len() })
}
