//! Reads the weighted mean of a plan's sections.

use super::bands::{BandList, bands};
use crate::document::problem::{ProblemKind, Reader};
use crate::document::{Json, List};
use crate::framework::entries::{each_of, not_blank, not_empty, take, text, within};
use crate::framework::rules::MeanRule;
use crate::framework::scale::Scale;
use crate::framework::score::{ScaleNumber, Score};

const MEANS: BandList = BandList {
    least: "mean_at_least",
    is_share: false,
    what: "mean",
    order: "from the best grade to the worst, each asking for a smaller mean than the last",
};

/// Reads the mean. A better score never has fewer points, and the bands ask for less and less.
pub(super) fn read<'a>(r: &mut Reader<'a>, scale: &Scale, mean: Json<'a>) -> Option<MeanRule> {
    if mean.is_null() {
        return None;
    }
    not_blank(r, mean, "place");
    let given = within(r, mean, "points", |r, list| points(r, scale, list));
    let bands = within(r, mean, "bands", |r, list| {
        // A mean without bands would come to nothing.
        not_empty(r, list);
        bands(r, scale, list, &MEANS)
    });
    Some(MeanRule {
        points: scale.scores().map(|score| given_to(&given, score).unwrap_or(0)).collect(),
        bands,
        place: text(mean, "place"),
    })
}

fn given_to(given: &[(Score, usize)], score: Score) -> Option<usize> {
    given.iter().find(|(of, _)| *of == score).map(|(_, points)| *points)
}

fn points<'a>(r: &mut Reader<'a>, scale: &Scale, list: List<'a>) -> Vec<(Score, usize)> {
    let mut given: Vec<(Score, usize)> = Vec::new();
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
