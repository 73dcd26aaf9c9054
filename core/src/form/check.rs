//! Checks of a form: what does not fit together on it.

use serde::Serialize;

use super::feedback::Feedback;
use crate::framework::{FeedbackRule, Framework, Severity};
use crate::law::Citation;
use crate::law::timescale::{DeadlineKind, TimescaleState, deadlines};

/// Something on a form that does not fit together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FeedbackFinding {
    /// The check that found it.
    pub rule: FeedbackRule,
    /// How serious it is.
    pub severity: Severity,
    /// The field to review first, as a JSON Pointer into the form.
    pub at: &'static str,
    /// What it says.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What would clear it.
    pub clear: String,
    /// Where it is written.
    pub cites: Vec<Citation>,
}

/// What was found on a form, and what could not be checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FeedbackCheck {
    /// What was found, in the order of the form.
    pub findings: Vec<FeedbackFinding>,
    /// The checks that could not be made: the framework does not have them, or what they compare is not
    /// filled in.
    pub not_checked: Vec<FeedbackRule>,
}

/// Checks whether what stands on a form fits together.
#[must_use]
pub fn check(framework: &Framework, form: &Feedback) -> FeedbackCheck {
    let checks = framework.form_checks();
    let mut checked = FeedbackCheck { findings: Vec::new(), not_checked: Vec::new() };
    for &rule in FeedbackRule::ALL {
        let places = match rule {
            FeedbackRule::TimescaleNotMet => timescale_not_met(form),
            FeedbackRule::MainNeedDiffers => main_need_differs(form),
        };
        let check = checks.iter().find(|check| check.id == rule);
        let (Some(places), Some(check)) = (places, check) else {
            checked.not_checked.push(rule);
            continue;
        };
        checked.findings.extend(places.into_iter().map(|at| FeedbackFinding {
            rule,
            severity: check.severity,
            at,
            message: check.message.clone(),
            why: check.why.clone(),
            clear: check.clear.clone(),
            cites: check.cites.clone(),
        }));
    }
    checked
}

/// The fields that say that a timescale was not met and no exception is claimed; `None` where none says
/// whether it was met.
fn timescale_not_met(form: &Feedback) -> Option<Vec<&'static str>> {
    let Some(dates) = &form.timescales else {
        let met = form.statutory_timescales_met?;
        return Some(if met { Vec::new() } else { vec!["/statutory_timescales_met"] });
    };
    let deadlines = deadlines(dates);
    let is_open = |state| matches!(state, TimescaleState::Open);
    let mut places = Vec::new();
    for deadline in &deadlines {
        if deadline.state == TimescaleState::NotMet {
            places.push(match deadline.kind {
                DeadlineKind::SixWeeks => "/timescales/decided",
                DeadlineKind::SixteenWeeks | DeadlineKind::OrderRefusal => "/timescales/notified",
                DeadlineKind::TwentyWeeks | DeadlineKind::OrderPlan => "/timescales/issued",
                DeadlineKind::Representations | DeadlineKind::OrderDraft => {
                    "/timescales/draft_sent"
                }
                DeadlineKind::OrderNotice | DeadlineKind::OrderReconsidered => {
                    "/timescales/order/notified"
                }
                DeadlineKind::OrderAmended => "/timescales/order/amended",
                DeadlineKind::OrderAtOnce => "/timescales/order/made",
                DeadlineKind::ReviewDecision => "/timescales/review/decided",
                DeadlineKind::ReviewNotice | DeadlineKind::ReviewRepresentations => {
                    "/timescales/review/notice"
                }
                DeadlineKind::ReviewPlan => "/timescales/review/amended",
                DeadlineKind::Transfer => "/timescales/transfer/amended",
            });
        }
    }
    if places.is_empty()
        && form.statutory_timescales_met == Some(false)
        && dates.exception.is_none()
        && dates.order.as_ref().is_none_or(|order| order.exception.is_none())
    {
        places.push("/statutory_timescales_met");
    }
    let nothing_known = deadlines.iter().all(|deadline| is_open(deadline.state));
    (!places.is_empty() || !nothing_known).then_some(places)
}

/// The field of the main categories of need where they differ; `None` where one is not filled in.
fn main_need_differs(form: &Feedback) -> Option<Vec<&'static str>> {
    let need = form.main_need.as_ref()?;
    let differ = need.on_synergy? != need.on_plan?;
    Some(if differ { vec!["/main_need"] } else { Vec::new() })
}
