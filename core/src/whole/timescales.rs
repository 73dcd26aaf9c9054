//! Deadlines of the law that the dates of the plan do not meet.
//!
//! Why: the timescales are the family's right. They are checked where the host gives the dates; an exception that is
//! claimed is not judged. Authority: the law's own, which [`Framework::deadlines`] gives.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use crate::framework::{Framework, PlanBuiltIn, PlanReading};
use crate::law::timescale::{TimescaleState, Timescales};

/// Reports the deadlines that were not met.
pub(super) fn timescales<'a>(
    framework: &Framework,
    reading: &'a PlanReading,
    dates: &Timescales,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::DeadlineNotMet) else { return };
    for deadline in framework.deadlines(dates) {
        if deadline.state == TimescaleState::NotMet {
            let words = deadline.kind.word();
            let spot = Spot { section: None, place: None, others: Vec::new(), words };
            let parts: [(&str, &dyn std::fmt::Display); 2] =
                [("deadline", &deadline.why), ("due", &deadline.due)];
            findings.found(FindingKind::Timescale, rule, spot, &parts);
        }
    }
}
