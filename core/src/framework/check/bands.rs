//! Reads bands: scores, each with the least share or mean that is enough for it.

use super::grades::{are_scores, score};
use super::ground::ground;
use crate::document::List;
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::Names;
use crate::framework::entries::{each_of, id, take, text};
use crate::framework::problem::FrameworkProblem;
use crate::framework::rules::{BandRule, Bands};
use crate::framework::scale::Scale;

/// What the bands of a list are about.
pub(super) struct BandList {
    /// The field that says what is enough.
    pub(super) least: &'static str,
    /// Whether it is never more than 1.
    pub(super) is_share: bool,
    /// What is enough, within a sentence.
    pub(super) what: &'static str,
    /// Their order, within a sentence.
    pub(super) order: &'static str,
}

/// The shares of descriptors that are met. Without any, scores are only entered.
pub(super) const SHARES: BandList = BandList {
    least: "yes_at_least",
    is_share: true,
    what: "share",
    order: "from the best score to the worst, each asking for a smaller share than the last",
};

/// Reads bands. They go from the best score to the worst, ask for less and less, and the last for nothing.
pub(super) fn bands<'a>(r: &mut Reader<'a>, scale: &Scale, list: List<'a>, of: &BandList) -> Bands {
    let mut seen = Names::default();
    let mut bands = Bands::default();
    each_of(r, list, &mut |r, json| {
        id(r, &mut seen, "band", json);
        let least = json.field(of.least);
        let band = BandRule {
            id: text(json, "id"),
            score: score(r, scale, json, "score"),
            of: take(least, "of"),
            out_of: take(least, "out_of"),
            ground: ground(json),
        };
        if band.out_of == 0 || of.is_share && band.of > band.out_of {
            r.problem_in(of.least, FrameworkProblem::NotAShare {});
        }
        bands.0.push(band);
    });
    let asks_for_less = |band: &BandRule, next: &BandRule| {
        u16::from(band.of) * u16::from(next.out_of) > u16::from(next.of) * u16::from(band.out_of)
            && band.score < next.score
    };
    let rows = bands.0.rows();
    if are_scores(scale, list, &["score"]) && !rows.is_sorted_by(asks_for_less) {
        r.problem(ProblemKind::OutOfOrder { order: of.order });
    }
    if rows.last().is_some_and(|band| band.of != 0) {
        r.problem(ProblemKind::NotCovered { what: of.what, id: "0".to_owned() });
    }
    bands
}
