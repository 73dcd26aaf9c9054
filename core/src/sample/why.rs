//! Why a plan is drawn, or is not.

use serde::Serialize;

use super::{Draw, How, SampleTerms, digits, request};

/// Why a plan is drawn, or is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Why<'a> {
    /// How plans are drawn.
    pub terms: SampleTerms<'a>,
    /// The reference of the plan.
    pub reference: &'a str,
    /// Its hash, in 16 hexadecimal digits.
    pub hash: String,
    /// The id of its phase; null where the purpose is not by phase.
    pub phase: Option<&'a str>,
    /// By quota: its number among the plans of its phase, or among all, from the lowest hash; else null.
    pub position: Option<usize>,
    /// Among how many plans that is.
    pub among: usize,
    /// Whether it is drawn.
    pub drawn: bool,
    /// The same in a sentence.
    pub message: String,
}

/// Why a plan of a request is drawn, or is not; `None` when the request has no plan with this reference.
#[must_use]
pub fn why<'a>(draw: &'a Draw, reference: &str) -> Option<Why<'a>> {
    let place = |plan| request::place(&draw.phases, draw.purpose.by_phase, plan).ok();
    let plans = &draw.request.plans;
    let plan = plans.iter().find(|plan| plan.reference == reference)?;
    let own_place = place(plan);
    let (phase, name) = draw.groups().into_iter().nth(own_place?)?;
    let own = (draw.hash(reference), reference);
    let (mut among, mut position) = (0, 1);
    for plan in plans.iter().filter(|plan| place(plan) == own_place) {
        among += 1;
        if (draw.hash(&plan.reference), plan.reference.as_str()) < own {
            position += 1;
        }
    }
    let hash = digits(own.0);
    let terms = draw.terms();
    let (drawn, position, because) = match &draw.how {
        How::Rate(share) => {
            let drawn = draw.takes(reference)?;
            let below = terms.below.as_deref()?;
            let is = if drawn { "is below" } else { "is not below" };
            let [of, out_of] = [share.of, share.out_of];
            let because =
                format!("its hash {hash} {is} {below}, and {of} in {out_of} of all hashes are");
            (drawn, None, because)
        }
        How::Quota(quota) => {
            let drawn = position <= *quota as usize;
            let because = format!(
                "by its hash {hash} it is number {position} of {among} ({name}), and those up to number \
                 {quota} are drawn"
            );
            (drawn, Some(position), because)
        }
    };
    let is = if drawn { "is drawn" } else { "is not drawn" };
    let (purpose, period) = (terms.name, terms.period);
    let message = format!("Plan {reference} {is} for {purpose}, {period}: {because}.");
    let phase = phase.map(|phase| phase.id.as_str());
    let reference = plan.reference.as_str();
    Some(Why { terms, reference, hash, phase, position, among, drawn, message })
}
