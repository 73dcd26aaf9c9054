//! How counts are written, whatever a report is printed as.

use super::report::{AverageWeeks, Report};
use crate::agreement::{AgreementFigure, AgreementFigures, AgreementPart};

/// What stands for a hidden count, as in published tables.
pub(super) const HIDDEN: &str = "c";

/// A count, or what stands for it.
pub(super) fn shown(count: Option<u32>) -> String {
    count.map_or_else(|| HIDDEN.to_owned(), |count| count.to_string())
}

/// Average weeks with one decimal. Where no plan was issued there is none.
pub(super) fn weeks(report: &Report, average: &AverageWeeks) -> String {
    let table = report.tables.iter().find(|table| table.id == "timeliness");
    let row = table.and_then(|table| table.rows.iter().find(|row| row.id == average.id));
    let plans = row.and_then(|row| row.counts.last().copied().flatten());
    match average.tenths {
        Some(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        None if plans == Some(0) => "none".to_owned(),
        None => HIDDEN.to_owned(),
    }
}

/// A figure of how far two graders agree, as it is written.
pub(super) struct Figure {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    /// With three decimal places, or what stands for it.
    pub(super) value: String,
    /// The same for people.
    pub(super) words: String,
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

/// How far two graders agree. Hidden figures have the letter of hidden counts.
pub(super) fn agreement_figures(report: &Report) -> Vec<Figure> {
    let figure = |id, label, told: Option<(&AgreementFigure, String)>| {
        let (value, words) = match told {
            Some((AgreementFigure { value: Some(value), .. }, of)) => {
                (value.to_string(), format!("{value}{of}"))
            }
            Some((undefined, _)) => {
                ("undefined".to_owned(), undefined.message.unwrap_or_default().to_owned())
            }
            None => (HIDDEN.to_owned(), HIDDEN.to_owned()),
        };
        Figure { id, label, value, words }
    };
    let all = report.agreement.as_ref();
    let parts = PARTS.map(|(id, label, get)| {
        let told = all.map(|all| {
            let part = get(all);
            (&part.share, format!(" ({} of {} plans)", part.count, all.pairs))
        });
        figure(id, label, told)
    });
    let coefficients = COEFFICIENTS
        .map(|(id, label, get)| figure(id, label, all.map(|all| (get(all), String::new()))));
    parts.into_iter().chain(coefficients).collect()
}
