//! A grading as numbers alone, from which the wrapper builds an object faster than from a tape.

use std::sync::Arc;

use ehcp_qa_core::grading::{GateState, GateSuggestion, Grading, grade_lines};
use ehcp_qa_core::{Framework, Interval, Score};
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// As many numbers as most gradings have.
const USUAL: usize = 64;

/// A grading as numbers: the suggestion of each section; the plan's criteria, cap, suggestion, recorded score,
/// gate, and where the suggestion lies; then the numbers of the checks that found something.
///
/// A score is its place on the scale, and a state of the gate that among its like, both from 1. An interval is its best
/// and worst score, the worst shifted by 8 bits; 0 is none.
pub(crate) fn numbers(framework: &Framework, grading: &Grading) -> Vec<u16> {
    let mut numbers = Vec::with_capacity(USUAL);
    numbers.extend(grading.sections.iter().map(|(_, suggested)| suggested.map_or(0, interval)));
    let plan = &grading.plan;
    let of_plan = [plan.criteria, plan.cap, plan.suggested];
    numbers.extend(of_plan.map(|ends| ends.map_or(0, interval)));
    numbers.push(plan.recorded.map_or(0, score));
    numbers.push(plan.gate.map_or(0, |gate| place(GateState::ALL, &gate.state) + 1));
    let suggestion = plan.gate.and_then(|gate| gate.suggestion);
    numbers.push(suggestion.map_or(0, |suggestion| place(GateSuggestion::ALL, &suggestion) + 1));
    for rule in &grading.findings {
        let number = framework.check_ids().position(|id| id == *rule).unwrap_or_default();
        numbers.push(number.try_into().unwrap_or_default());
    }
    numbers
}

fn interval(interval: Interval) -> u16 {
    score(interval.best) | score(interval.worst) << 8
}

/// A score by its place on the scale, from 1.
fn score(score: Score) -> u16 {
    u16::try_from(score.place()).unwrap_or(0) + 1
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u16 {
    let place = all.iter().position(|known| known == one).unwrap_or_default();
    place.try_into().unwrap_or_default()
}

/// The gradings of NDJSON text, each made when it is written.
pub(crate) struct Lines<'a> {
    pub(crate) framework: &'a Arc<Framework>,
    pub(crate) text: &'a str,
}

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let mut written = Ok(());
        grade_lines(self.framework, self.text, |line| {
            if written.is_ok() {
                written = list.serialize_element(line);
            }
        });
        written?;
        list.end()
    }
}
