//! The grade of a plan as a weighted mean of its sections.

use super::entries::{each_of, id, not_blank, take, text, within};
use super::problem::FrameworkProblem;
use super::rules::Ground;
use super::scale::{Scale, ScoreNo};
use super::score::{ScaleNumber, Score};
use super::share::Share;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, document};
use crate::document::table::{Table, number};
use crate::document::{Json, List};
use crate::law::Basis;

number! {
    /// A band of the mean, best score first.
    pub(crate) struct MeanBandNo;
}

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

/// The mean as grading uses it.
#[derive(Debug)]
pub(crate) struct MeanRule {
    points: Table<ScoreNo, u32>,
    pub(crate) bands: Table<MeanBandNo, MeanBandRule>,
    pub(crate) place: String,
}

/// A grade for plans whose mean is at least `of` out of `out_of`.
#[derive(Debug)]
pub(crate) struct MeanBandRule {
    pub(crate) id: String,
    pub(crate) score: Score,
    of: u8,
    out_of: u8,
    pub(crate) ground: Ground,
}

impl MeanBandRule {
    /// Whether weighted points are enough for the sum of the weights.
    pub(crate) fn fits(&self, points: u32, weights: u32) -> bool {
        u64::from(points) * u64::from(self.out_of) >= u64::from(weights) * u64::from(self.of)
    }
}

impl MeanRule {
    /// The points of a score.
    pub(crate) fn points(&self, score: Score) -> u32 {
        self.points.rows().get(score.place()).copied().unwrap_or(0)
    }

    /// The first band that fits. The last asks for nothing.
    pub(crate) fn band(&self, points: u32, weights: u32) -> &MeanBandRule {
        let fits = self.bands.find(|band| band.fits(points, weights));
        &self.bands[fits.unwrap_or(self.bands.last_number())]
    }
}

/// Reads the mean. A better score never has fewer points, and the bands ask for less and less.
pub(super) fn read<'a>(r: &mut Reader<'a>, scale: &Scale, mean: Json<'a>) -> Option<MeanRule> {
    if mean.is_null() {
        return None;
    }
    not_blank(r, mean, "place");
    let given = within(r, mean, "points", |r, list| points(r, scale, list));
    let mut rule = MeanRule {
        points: scale.scores().map(|score| given_to(&given, score).unwrap_or(0)).collect(),
        bands: Table::default(),
        place: text(mean, "place"),
    };
    within(r, mean, "bands", |r, list| bands(r, scale, &mut rule.bands, list));
    Some(rule)
}

fn given_to(given: &[(Score, u32)], score: Score) -> Option<u32> {
    given.iter().find(|(of, _)| *of == score).map(|(_, points)| *points)
}

fn points<'a>(r: &mut Reader<'a>, scale: &Scale, list: List<'a>) -> Vec<(Score, u32)> {
    let mut given: Vec<(Score, u32)> = Vec::new();
    each_of(r, list, &mut |r, json| {
        scale.expect(r, json, "score");
        let score = scale.score(take::<ScaleNumber>(json, "score").number().into());
        let Some(score) = score else { return };
        if given_to(&given, score).is_some() {
            r.problem_in("score", ProblemKind::Duplicate { what: "score" });
        }
        given.push((score, take::<u8>(json, "points").into()));
    });
    let mut before = None;
    for known in scale.scores() {
        match given_to(&given, known) {
            None => r.problem(ProblemKind::NotCovered { what: "score", id: known.to_string() }),
            Some(points) => {
                if before.is_some_and(|before| before < points) {
                    let order = "a worse score never has more points";
                    r.problem(ProblemKind::OutOfOrder { order });
                }
                before = Some(points);
            }
        }
    }
    given
}

fn bands<'a>(
    r: &mut Reader<'a>,
    scale: &Scale,
    bands: &mut Table<MeanBandNo, MeanBandRule>,
    list: List<'a>,
) {
    let mut seen = Names::default();
    each_of(r, list, &mut |r, json| {
        id(r, &mut seen, "band", json);
        scale.expect(r, json, "score");
        let least = json.field("mean_at_least");
        let (of, out_of) = (take(least, "of"), take(least, "out_of"));
        if out_of == 0 {
            r.problem_in("mean_at_least", FrameworkProblem::NotAShare {});
        }
        let number: ScaleNumber = take(json, "score");
        bands.push(MeanBandRule {
            id: text(json, "id"),
            score: scale.score(number.number().into()).unwrap_or_default(),
            of,
            out_of,
            ground: Ground { basis: take(json, "basis"), reason: text(json, "reason") },
        });
    });
    let asks_for_less = |band: &MeanBandRule, next: &MeanBandRule| {
        u16::from(band.of) * u16::from(next.out_of) > u16::from(next.of) * u16::from(band.out_of)
            && band.score < next.score
    };
    if !bands.rows().is_sorted_by(asks_for_less) {
        let order =
            "from the best grade to the worst, each asking for a smaller mean than the last";
        r.problem(ProblemKind::OutOfOrder { order });
    }
    // A mean without bands would come to nothing.
    if bands.rows().last().is_none_or(|band| band.of != 0) {
        r.problem(ProblemKind::NotCovered { what: "mean", id: "0".to_owned() });
    }
}
