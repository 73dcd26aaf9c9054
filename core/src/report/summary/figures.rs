//! How far two graders agree, as a report tells it.

use serde::Serialize;

use super::print::HIDDEN;
use crate::framework::Framework;
use crate::process::agreement::{
    Agreement, AgreementFigure, AgreementFigures, AgreementPart, Thousandths, figures,
};

/// A figure that is worked out from counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Figure {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The figure, to three decimal places; null where it is hidden, or where there is none.
    pub value: Option<Thousandths>,
    /// The same for people: with the plans that it is about, `c` where it is hidden, or why there is none.
    pub words: String,
}

/// What a figure is called, and where it is.
type Named<T> = (&'static str, &'static str, fn(&AgreementFigures) -> &T);

const PARTS: [Named<AgreementPart>; 7] = [
    ("exact", "The same grade", |all| &all.exact),
    ("within_one", "The same grade or the next", |all| &all.within_one),
    ("first_better", "The first grade is better", |all| &all.first_better),
    ("second_better", "The second grade is better", |all| &all.second_better),
    ("across_good", "One grade would issue the plan and the other not", |all| &all.across_good),
    ("across_good_first", "The first alone would issue it", |all| &all.across_good_first),
    ("across_good_second", "The second alone would issue it", |all| &all.across_good_second),
];

const COEFFICIENTS: [Named<AgreementFigure>; 2] = [
    ("kappa", "Cohen's kappa with quadratic weights", |all| &all.kappa),
    ("ac2", "Gwet's AC2 with quadratic weights", |all| &all.ac2),
];

/// The figures. Where a count that they come from is hidden, all of them are.
pub(super) fn agreement_figures(
    framework: &Framework,
    agreement: &Agreement,
    is_hidden: bool,
) -> Vec<Figure> {
    let all = figures(framework, agreement);
    let figure = |id, label, told: &AgreementFigure, of: &str| {
        let (value, words) = match (told.value, told.message) {
            _ if is_hidden => (None, HIDDEN.to_owned()),
            (Some(value), _) => (Some(value), format!("{value}{of}")),
            (None, message) => (None, message.unwrap_or_default().to_owned()),
        };
        Figure { id, label, value, words }
    };
    let parts = PARTS.map(|(id, label, get)| {
        let part = get(&all);
        figure(id, label, &part.share, &format!(" ({} of {} plans)", part.count, all.pairs))
    });
    let coefficients = COEFFICIENTS.map(|(id, label, get)| figure(id, label, get(&all), ""));
    parts.into_iter().chain(coefficients).collect()
}
