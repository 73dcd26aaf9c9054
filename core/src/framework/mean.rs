//! The grade of a plan as a weighted mean of its sections.

use super::score::ScaleNumber;
use super::share::Share;
use crate::document::shape::document;
use crate::law::Basis;

document! {
    /// How the grade of the plan is worked out: each section has the points of its score, times its weight, and the
    /// sum over the sections that apply is divided by the sum of their weights. Fractions are exact.
    pub struct PlanMean {
        /// The points of each score.
        pub points: Vec<ScorePoints>,
        /// The least mean of each grade, best first. A mean on the border has the better grade; the last band asks
        /// for nothing.
        pub bands: Vec<MeanBand>,
        /// Where it is written.
        pub place: String,
    }

    /// The points of a score.
    pub struct ScorePoints {
        /// The score.
        pub score: ScaleNumber,
        /// Its points.
        pub points: u8,
    }

    /// The grade of plans with a mean.
    pub struct MeanBand {
        /// Its id.
        pub id: String,
        /// The grade.
        pub score: ScaleNumber,
        /// The least mean, as a fraction.
        pub mean_at_least: Share,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }
}
