//! A recorded review under another framework, and what it is suggested there.

use std::sync::Arc;

use serde::Serialize;

use crate::document::{Problem, ProblemKind};
use crate::framework::Framework;
use crate::grading::{Interval, grade};
use crate::review::Review;

/// Another suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherSuggestion {
    /// The id of the section; none for the plan as a whole.
    pub section: Option<String>,
    /// What the old framework suggests.
    pub old: Option<Interval>,
    /// What the new framework suggests.
    pub new: Option<Interval>,
}

/// Reads a review that names one framework as one of another.
///
/// # Errors
/// Every problem that the review has under that framework.
pub fn review_under(framework: &Arc<Framework>, text: &str) -> Result<Review, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(mut review) = serde_json::from_str::<serde_json::Value>(text) else {
        return Review::from_json(framework, text);
    };
    if let Some(named) = review.get_mut("framework") {
        *named = framework.id().into();
    }
    let text = serde_json::to_string(&review)
        .map_err(|_| vec![Problem::of_all(ProblemKind::WrongType { expected: "a review" })])?;
    Review::from_json(framework, &text)
}

/// The suggestions of a review that differ between two frameworks: of the plan first, and then of sections in the order
/// of the new framework. Scores are compared by their numbers.
#[must_use]
pub fn other_suggestions(old: &Review, new: &Review) -> Vec<OtherSuggestion> {
    let (old, new) = (grade(old), grade(new));
    let mut found = Vec::new();
    let mut compare = |section: Option<&str>, old: Option<Interval>, new: Option<Interval>| {
        let numbers = |ends: Interval| (ends.best.number(), ends.worst.number());
        if old.map(numbers) != new.map(numbers) {
            found.push(OtherSuggestion { section: section.map(str::to_owned), old, new });
        }
    };
    compare(None, old.plan.suggested, new.plan.suggested);
    for (id, suggested) in new.sections.iter() {
        let before = old.sections.iter().find(|(known, _)| *known == id);
        compare(Some(id), before.and_then(|(_, before)| before), suggested);
    }
    for (id, suggested) in old.sections.iter() {
        if !new.sections.iter().any(|(known, _)| known == id) {
            compare(Some(id), suggested, None);
        }
    }
    found
}
