//! The grades that are still possible while answers are open.

use serde::Serialize;

use crate::framework::Score;

/// The grades still possible, from the best to the worst. A value between need not be reachable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Interval {
    /// The best grade still possible.
    pub best: Score,
    /// The worst grade still possible.
    pub worst: Score,
}

impl Interval {
    /// One grade and no other.
    #[must_use]
    pub const fn point(score: Score) -> Self {
        Self { best: score, worst: score }
    }

    /// The worse of the two, end by end.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        Self { best: self.best.max(other.best), worst: self.worst.max(other.worst) }
    }

    /// Whether only one grade is possible.
    pub(crate) fn is_point(self) -> bool {
        self.best == self.worst
    }

    /// Both ends mapped.
    pub(crate) fn map(self, f: impl Fn(Score) -> Score) -> Self {
        Self { best: f(self.best), worst: f(self.worst) }
    }
}
