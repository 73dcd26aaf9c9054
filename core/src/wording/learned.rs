//! Judgements of statements that were learned from labelled examples: a weight for each feature of a statement, added
//! up. What the weights are learned from and how well they judge is in `docs/wording.md`.

mod features;
mod judge;
mod training;
mod weights;
mod word;

pub(super) use judge::{Judge, Verdict};
pub use judge::{LearnedJudgement, Weighed};
pub use training::{StatementFeatures, features};
pub use weights::{
    CalibrationBand, Judgement, LearnedHead, LearnedWeights, PerMille, Score, WEIGHTS, Weights,
};
