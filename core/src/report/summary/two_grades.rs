//! Plans with two grades: graded again, and graded by two people.

use std::fmt::Display;

use super::counted::Counted;
use super::counts::total;
use super::crossed::Crossed;
use super::hide::{Grid, column_sums, is_small};
use super::shown::{Figure, FigureState, HIDDEN, Table};
use crate::document::message::Message;
use crate::process::agreement::{AgreementFigure, AgreementFigures, AgreementPart, figures};
use crate::report::messages::{
    REPORT_AGREEMENT, REPORT_AGREEMENT_AC2, REPORT_AGREEMENT_ACROSS, REPORT_AGREEMENT_ACROSS_FIRST,
    REPORT_AGREEMENT_ACROSS_SECOND, REPORT_AGREEMENT_EXACT, REPORT_AGREEMENT_FIRST_BETTER,
    REPORT_AGREEMENT_KAPPA, REPORT_AGREEMENT_ROW, REPORT_AGREEMENT_SECOND_BETTER,
    REPORT_AGREEMENT_SHARE, REPORT_AGREEMENT_WITHIN_ONE, REPORT_ALL_AFTER, REPORT_ALL_BEFORE,
    REPORT_ALL_FIRST, REPORT_ALL_SECOND, REPORT_REGRADED, REPORT_REGRADED_ROW,
};

/// Plans graded again.
pub(super) fn regraded(counted: &Counted) -> Table {
    let after = counted.summary.regraded.values();
    let cells: Vec<Vec<u32>> = after.map(|after| after.values().copied().collect()).collect();
    let table = Crossed {
        id: "regraded".to_owned(),
        title: counted.say(&REPORT_REGRADED),
        row_heading: counted.say(&REPORT_REGRADED_ROW),
        rows: counted.grade_labels(),
        columns: counted.grade_labels(),
        totals: [&REPORT_ALL_BEFORE, &REPORT_ALL_AFTER].map(|total| counted.say(total)),
    };
    let regraded = cells.iter().map(|row| total(row)).fold(0, u32::saturating_add);
    by_grades(counted, table, &cells, counted.is_hidden(regraded))
}

/// A table of grades by grades.
fn by_grades(counted: &Counted, table: Crossed, cells: &[Vec<u32>], is_hidden: bool) -> Table {
    let sums: Vec<u32> = cells.iter().map(|row| total(row)).collect();
    let hidden = |sums: &[u32]| counted.hidden(sums, &[], counted.by_rarity(sums.len()));
    let (rows, columns) = (hidden(&sums), hidden(&column_sums(cells, cells.len())));
    let grid = Grid { cells, rows: &rows, columns: &columns, below: counted.below };
    table.table(&counted.framework.rules.catalogue, &grid, is_hidden)
}

/// Plans graded by two people.
pub(super) fn agreement(counted: &Counted) -> Table {
    let matrix = counted.summary.agreement.matrix();
    let table = Crossed {
        id: "agreement".to_owned(),
        title: counted.say(&REPORT_AGREEMENT),
        row_heading: counted.say(&REPORT_AGREEMENT_ROW),
        rows: counted.grade_labels(),
        columns: counted.grade_labels(),
        totals: [&REPORT_ALL_FIRST, &REPORT_ALL_SECOND].map(|total| counted.say(total)),
    };
    let pairs = matrix.iter().map(|row| total(row)).fold(0, u32::saturating_add);
    // How many plans were graded once speaks of how they were sampled, and of no child.
    by_grades(counted, table, matrix, counted.plans.is_none() || is_small(pairs, counted.below))
}

/// The id of a figure, what it is called, and where it is.
type Named<T> = (&'static str, &'static Message, fn(&AgreementFigures) -> &T);

const PARTS: [Named<AgreementPart>; 7] = [
    ("exact", &REPORT_AGREEMENT_EXACT, |all| &all.exact),
    ("within_one", &REPORT_AGREEMENT_WITHIN_ONE, |all| &all.within_one),
    ("first_better", &REPORT_AGREEMENT_FIRST_BETTER, |all| &all.first_better),
    ("second_better", &REPORT_AGREEMENT_SECOND_BETTER, |all| &all.second_better),
    ("across_good", &REPORT_AGREEMENT_ACROSS, |all| &all.across_good),
    ("across_good_first", &REPORT_AGREEMENT_ACROSS_FIRST, |all| &all.across_good_first),
    ("across_good_second", &REPORT_AGREEMENT_ACROSS_SECOND, |all| &all.across_good_second),
];

const COEFFICIENTS: [Named<AgreementFigure>; 2] = [
    ("kappa", &REPORT_AGREEMENT_KAPPA, |all| &all.kappa),
    ("ac2", &REPORT_AGREEMENT_AC2, |all| &all.ac2),
];

/// The figures of a table of agreement. All of them are hidden where a count that they come from is.
pub(super) fn agreement_figures(counted: &Counted, table: &Table) -> Vec<Figure> {
    let all = figures(counted.framework, &counted.summary.agreement);
    let is_hidden = table.rows.iter().any(|row| row.counts.iter().any(Option::is_none));
    let figure = |id, label, figure: &AgreementFigure, words: Option<String>| {
        let (state, value, words) = match (figure.value, figure.message) {
            _ if is_hidden => (FigureState::Hidden, None, HIDDEN.to_owned()),
            (Some(value), _) => {
                (FigureState::Shown, Some(value), words.unwrap_or_else(|| value.to_string()))
            }
            (None, message) => (FigureState::Undefined, None, message.unwrap_or("").to_owned()),
        };
        Figure { id, label: counted.say(label), state, value, words }
    };
    let parts = PARTS.map(|(id, label, get)| {
        let part = get(&all);
        let words = part.share.value.map(|share| {
            let parts: [(&str, &dyn Display); 3] =
                [("share", &share), ("count", &part.count), ("of", &all.pairs)];
            counted.framework.rules.catalogue.say(&REPORT_AGREEMENT_SHARE, &parts)
        });
        figure(id, label, &part.share, words)
    });
    let coefficients = COEFFICIENTS.map(|(id, label, get)| figure(id, label, get(&all), None));
    parts.into_iter().chain(coefficients).collect()
}
