//! Reads the weighted mean of a plan's sections.

use super::grades::score;
use super::ground::ground;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::Names;
use crate::document::table::Table;
use crate::document::{Json, List};
use crate::framework::entries::{each_of, id, not_blank, take, text, within};
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::{MeanBandNo, MeanBandRule, MeanRule};
use crate::framework::scale::Scale;
use crate::framework::score::{ScaleNumber, Score};

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
        let least = json.field("mean_at_least");
        let (of, out_of) = (take(least, "of"), take(least, "out_of"));
        if out_of == 0 {
            r.problem_in("mean_at_least", FrameworkProblem::NotAShare {});
        }
        let score = score(r, scale, json, "score");
        bands.push(MeanBandRule { id: text(json, "id"), score, of, out_of, ground: ground(json) });
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
