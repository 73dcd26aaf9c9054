//! Plans with two grades: graded again, and graded by two people.

use super::counted::Counted;
use super::counts::total;
use super::crossed::Crossed;
use super::hide::{Grid, column_sums, is_small};
use super::shown::{Figure, FigureState, HIDDEN, Table};
use crate::process::agreement::{AgreementFigure, AgreementFigures, AgreementPart, figures};

/// Plans graded again.
pub(super) fn regraded(counted: &Counted) -> Table {
    let after = counted.summary.regraded.values();
    let cells: Vec<Vec<u32>> = after.map(|after| after.values().copied().collect()).collect();
    let table = Crossed {
        id: "regraded".to_owned(),
        title: "Plans graded again: the grade before, by the grade after".to_owned(),
        row_heading: "Grade before".to_owned(),
        rows: counted.grade_labels(),
        columns: counted.grade_labels(),
        totals: ["All grades before", "All grades after"],
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
    table.table(&grid, is_hidden)
}

/// Plans graded by two people.
pub(super) fn agreement(counted: &Counted) -> Table {
    let matrix = counted.summary.agreement.matrix();
    let table = Crossed {
        id: "agreement".to_owned(),
        title: "Plans graded by two people: the first grade, by the second".to_owned(),
        row_heading: "First grade".to_owned(),
        rows: counted.grade_labels(),
        columns: counted.grade_labels(),
        totals: ["All first grades", "All second grades"],
    };
    let pairs = matrix.iter().map(|row| total(row)).fold(0, u32::saturating_add);
    // How many plans were graded once speaks of how they were sampled, and of no child.
    by_grades(counted, table, matrix, counted.plans.is_none() || is_small(pairs, counted.below))
}

/// The id of a figure, what it is called, and where it is.
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

/// The figures of a table of agreement. All of them are hidden where a count that they come from is.
pub(super) fn agreement_figures(counted: &Counted, table: &Table) -> Vec<Figure> {
    let all = figures(counted.framework, &counted.summary.agreement);
    let is_hidden = table.rows.iter().any(|row| row.counts.iter().any(Option::is_none));
    let figure = |id, label, figure: &AgreementFigure, plans: &str| {
        let (state, value, words) = match (figure.value, figure.message) {
            _ if is_hidden => (FigureState::Hidden, None, HIDDEN.to_owned()),
            (Some(value), _) => (FigureState::Shown, Some(value), format!("{value}{plans}")),
            (None, message) => (FigureState::Undefined, None, message.unwrap_or("").to_owned()),
        };
        Figure { id, label, state, value, words }
    };
    let parts = PARTS.map(|(id, label, get)| {
        let part = get(&all);
        figure(id, label, &part.share, &format!(" ({} of {} plans)", part.count, all.pairs))
    });
    let coefficients = COEFFICIENTS.map(|(id, label, get)| figure(id, label, get(&all), ""));
    parts.into_iter().chain(coefficients).collect()
}
