//! Agreement between two graders of the same plans.
//!
//! ```
//! use ehcp_qa_core::agreement::{Agreement, figures};
//! use ehcp_qa_core::Framework;
//!
//! let framework = Framework::built_in();
//! let (good, worse) = (framework.score(2).unwrap(), framework.score(3).unwrap());
//! let mut agreement = Agreement::new(&framework);
//! agreement.add(&framework, good, good);
//! agreement.add(&framework, good, worse);
//! let figures = figures(&framework, &agreement);
//! assert_eq!((figures.exact.count, figures.across_good.count), (1, 1));
//! assert_eq!(figures.kappa.value.unwrap().to_string(), "0.000");
//! ```
//!
//! Only counts are kept, so that parts can be counted anywhere, in any order, and merged. Figures are worked
//! out from them as fractions of whole numbers, and rounded once, to thousandths, a half away from zero.
//!
//! With n pairs, n(i,j) of them graded i by the first and j by the second, r(i) and c(j) the sums of rows and
//! columns, and m(i) = r(i) + c(i), all sums over the k grades of the framework:
//!
//! - O = sum of (i - j)^2 n(i,j): how far apart the grades are; E = sum of (i - j)^2 r(i) c(j).
//! - Cohen's kappa with quadratic weights is (E - n O) / E. It is undefined where E is 0: where both graders give
//!   every plan one and the same grade, chance agrees as fully as they do.
//! - Gwet's AC2 with the same weights is (24 (k-1)^2 n^2 - 24 n O - t) / (24 (k-1)^2 n^2 - t), with
//!   t = k (5 k - 7) S and S = sum of m(i) (2 n - m(i)). That is (a - e) / (1 - e) with a = 1 - O / ((k-1)^2 n) and
//!   e = W / (k (k-1)) * S / (4 n^2), where W = k^2 (5 k - 7) / (6 (k-1)) is the sum of all weights
//!   1 - (i - j)^2 / (k-1)^2. With four grades it is (6 n (9 n - O) - 13 S) / (54 n^2 - 13 S).
//!
//! Both count a disagreement by its square: two grades apart as four, three as nine. Kappa can be low where nearly
//! all plans have one grade although the graders nearly always agree; AC2 is not. Neither is a grade of anybody.

use std::fmt;

use serde::ser::{Serialize, Serializer};

use crate::document::Json;
use crate::document::problem::{Problem, Reader};
use crate::document::shape::{self, Kind, Shape, choice, document};
use crate::document::table::Number;
use crate::framework::{Framework, Score};

document! {
    /// How often two graders gave which two grades.
    #[derive(Default)]
    pub struct Agreement {
        /// In row i and column j, both from 1: how many plans the first grader gave i and the second j.
        pub matrix: Matrix,
    }
}

/// Counts of pairs of grades: a row for each grade of the first grader, a column for each of the second.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
#[serde(transparent)]
pub struct Matrix(Vec<Vec<u32>>);

impl Shape for Matrix {
    const KIND: &'static Kind = <Vec<Vec<u32>>>::KIND;
}

/// Expects a row and a column for each grade.
pub(crate) fn check_matrix<'a>(framework: &Framework, json: Json<'a>, reader: &mut Reader<'a>) {
    let grades = framework.rules.scale.grades().len();
    let Json::List(rows) = json else { return };
    if rows.len() != grades {
        reader.wrong_type(json, "a list with a row for each grade of the framework");
        return;
    }
    for (index, row) in rows.iter().enumerate() {
        if matches!(row, Json::List(counts) if counts.len() != grades) {
            let expected = "a list with a whole number for each grade of the framework";
            reader.within_index(index, |reader| reader.wrong_type(row, expected));
        }
    }
}

impl Agreement {
    /// No pairs yet, of the grades of a framework.
    #[must_use]
    pub fn new(framework: &Framework) -> Self {
        let grades = framework.rules.scale.grades().len();
        Self { matrix: Matrix(vec![vec![0; grades]; grades]) }
    }

    /// Reads the counts from JSON text and checks them against the grades of a framework.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |json, value, reader| {
            reader.within("matrix", |reader| check_matrix(framework, json.field("matrix"), reader));
            value
        })
        .map_err(|problems| framework.reworded(problems))
    }

    /// Counts a plan that both have graded. A count that has reached 4,294,967,295 stays there.
    pub fn add(&mut self, framework: &Framework, first: Score, second: Score) {
        let place = |score| framework.rules.scale.grade_of(score).place();
        let row = self.matrix.0.get_mut(place(first));
        if let Some(count) = row.and_then(|row| row.get_mut(place(second))) {
            *count = count.saturating_add(1);
        }
    }

    /// Adds what was counted elsewhere, under the same framework.
    pub fn merge(&mut self, other: &Self) {
        if self.matrix.0.is_empty() {
            self.matrix.clone_from(&other.matrix);
            return;
        }
        let counts = self.matrix.0.iter_mut().flatten();
        for (count, more) in counts.zip(other.matrix.0.iter().flatten()) {
            *count = count.saturating_add(*more);
        }
    }

    /// The counts: of row i and column j, how many plans the first grader gave i and the second j.
    #[must_use]
    pub fn matrix(&self) -> &[Vec<u32>] {
        &self.matrix.0
    }
}

/// What the counts come to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AgreementFigures {
    /// How many plans both have graded.
    pub pairs: u64,
    /// The counts: the grades of the first in rows and of the second in columns, best grade first.
    pub matrix: Vec<Vec<u32>>,
    /// Plans to which both gave the same grade.
    pub exact: AgreementPart,
    /// Plans whose two grades are the same or next to each other.
    pub within_one: AgreementPart,
    /// Plans to which the first grader gave the better grade.
    pub first_better: AgreementPart,
    /// Plans to which the second grader gave the better grade.
    pub second_better: AgreementPart,
    /// Plans with which one of the two grades lets the plan be issued and the other does not.
    pub across_good: AgreementPart,
    /// Those of them that the first grader would issue.
    pub across_good_first: AgreementPart,
    /// Those of them that the second grader would issue.
    pub across_good_second: AgreementPart,
    /// Cohen's kappa with quadratic weights: at most 1; 0 where the graders agree as by chance.
    pub kappa: AgreementFigure,
    /// Gwet's AC2 with quadratic weights: at most 1; 0 where they agree as by chance.
    pub ac2: AgreementFigure,
}

/// Some of the plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AgreementPart {
    /// How many.
    pub count: u64,
    /// Their share of all.
    pub share: AgreementFigure,
}

/// A figure, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AgreementFigure {
    /// The figure, to three decimal places; null where it is undefined.
    pub value: Option<Thousandths>,
    /// Why it is undefined; null where it is not.
    pub undefined: Option<Undefined>,
    /// The same in a sentence; null where the figure is not undefined.
    pub message: Option<&'static str>,
}

choice! {
    /// Why a figure is undefined.
    pub enum Undefined {
        /// No plan was graded by both.
        NoPairs = "no_pairs",
        /// Both gave every plan one and the same grade.
        OneGrade = "one_grade",
        /// The framework does not say which grades are good enough.
        NoGate = "no_gate",
    }
}

impl Undefined {
    /// The reason in a sentence.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::NoPairs => "Undefined: no plan was graded by both.",
            Self::OneGrade => {
                "Undefined: both gave every plan one and the same grade, so chance would agree as fully."
            }
            Self::NoGate => "Undefined: the framework does not say which grades are good enough.",
        }
    }
}

/// A number of thousandths, serialised as a decimal number and written with three decimal places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Thousandths(#[cfg_attr(feature = "schemars", schemars(with = "f64"))] i32);

impl Thousandths {
    /// A fraction, rounded: a half goes away from zero. `None` where the denominator is not above zero, or
    /// the number too large to be any of these figures.
    fn of(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator <= 0 {
            return None;
        }
        let twice = numerator.checked_abs()?.checked_mul(2_000)?.checked_add(denominator)?;
        let rounded = i32::try_from(twice / denominator.checked_mul(2)?).ok()?;
        Some(Self(if numerator < 0 { -rounded } else { rounded }))
    }

    /// How many thousandths.
    #[must_use]
    pub fn number(self) -> i32 {
        self.0
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let number = self.0.unsigned_abs();
        write!(out, "{sign}{}.{:03}", number / 1_000, number % 1_000)
    }
}

impl Serialize for Thousandths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1_000.0)
    }
}

/// Works out what the counts come to. Good is the grade at which the framework issues.
#[must_use]
pub fn figures(framework: &Framework, agreement: &Agreement) -> AgreementFigures {
    let rules = &framework.rules;
    let good = rules.issue.issue_at.map(|issue_at| rules.scale.grade_of(issue_at).place());
    let count = |includes: &dyn Fn(usize, usize) -> bool| -> u64 {
        let included = agreement.cells().filter(|(first, second, _)| includes(*first, *second));
        included.map(|(_, _, count)| u64::from(count)).sum()
    };
    let pairs = count(&|_, _| true);
    let part = |includes: &dyn Fn(usize, usize) -> bool| {
        let count = count(includes);
        AgreementPart { count, share: figure(count.into(), pairs.into(), Undefined::NoPairs) }
    };
    let across = |includes: &dyn Fn(usize, usize, usize) -> bool| match good {
        Some(good) => part(&|first, second| includes(good, first, second)),
        None => AgreementPart { count: 0, share: figure(0, 0, Undefined::NoGate) },
    };
    AgreementFigures {
        pairs,
        matrix: agreement.matrix.0.clone(),
        exact: part(&|first, second| first == second),
        within_one: part(&|first, second| first.abs_diff(second) <= 1),
        first_better: part(&|first, second| first < second),
        second_better: part(&|first, second| second < first),
        across_good: across(&|good, first, second| (first <= good) != (second <= good)),
        across_good_first: across(&|good, first, second| first <= good && second > good),
        across_good_second: across(&|good, first, second| second <= good && first > good),
        kappa: kappa(agreement, pairs.into()),
        ac2: ac2(agreement, pairs.into()),
    }
}

impl Agreement {
    /// The counts, each with the places of its two grades, the best first.
    fn cells(&self) -> impl Iterator<Item = (usize, usize, u32)> {
        self.matrix.0.iter().enumerate().flat_map(|(first, row)| {
            row.iter().enumerate().map(move |(second, count)| (first, second, *count))
        })
    }

    /// How many plans the first grader gave each grade.
    fn rows(&self) -> Vec<i128> {
        let mut sums = vec![0; self.matrix.0.len()];
        for (sum, row) in sums.iter_mut().zip(&self.matrix.0) {
            *sum = row.iter().copied().map(i128::from).sum();
        }
        sums
    }

    /// How many plans the second grader gave each grade.
    fn columns(&self) -> Vec<i128> {
        let mut sums = vec![0; self.matrix.0.len()];
        for row in &self.matrix.0 {
            for (sum, count) in sums.iter_mut().zip(row) {
                *sum += i128::from(*count);
            }
        }
        sums
    }

    /// How far apart the grades are: the squares of their distances.
    fn distance(&self) -> i128 {
        self.cells().map(|(first, second, n)| squared(first, second) * i128::from(n)).sum()
    }
}

/// The square of the distance between two grades.
fn squared(one: usize, other: usize) -> i128 {
    i128::try_from(one.abs_diff(other)).unwrap_or(0).pow(2)
}

fn kappa(agreement: &Agreement, n: i128) -> AgreementFigure {
    let columns = agreement.columns();
    let mut by_chance = 0;
    for (first, row) in agreement.rows().into_iter().enumerate() {
        for (second, column) in columns.iter().enumerate() {
            by_chance += squared(first, second) * row * column;
        }
    }
    let undefined = if n == 0 { Undefined::NoPairs } else { Undefined::OneGrade };
    figure(by_chance - n * agreement.distance(), by_chance, undefined)
}

fn ac2(agreement: &Agreement, n: i128) -> AgreementFigure {
    let both = agreement.rows().into_iter().zip(agreement.columns());
    let spread: i128 = both.map(|(row, column)| (row + column) * (2 * n - row - column)).sum();
    let grades = i128::try_from(agreement.matrix.0.len()).unwrap_or(0);
    let chance = grades * (5 * grades - 7) * spread;
    let all = 24 * (grades - 1).pow(2) * n * n;
    // The spread is at most 4 n^2 (k - 1) / k, so the denominator is 0 without pairs or with one grade alone.
    let why = if n == 0 { Undefined::NoPairs } else { Undefined::OneGrade };
    figure(all - 24 * n * agreement.distance() - chance, all - chance, why)
}

fn figure(numerator: i128, denominator: i128, why: Undefined) -> AgreementFigure {
    let value = Thousandths::of(numerator, denominator);
    let undefined = value.is_none().then_some(why);
    AgreementFigure { value, undefined, message: undefined.map(Undefined::message) }
}

#[cfg(test)]
mod tests {
    use super::Thousandths;

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        for (numerator, denominator, expected) in [
            (1, 2_000, "0.001"),
            (-1, 2_000, "-0.001"),
            (999, 2_000_000, "0.000"),
            (-999, 2_000_000, "0.000"),
            (3, 2_000, "0.002"),
            (-5, 4, "-1.250"),
            (2, 3, "0.667"),
            (7, 7, "1.000"),
        ] {
            let found = Thousandths::of(numerator, denominator).map(|number| number.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{numerator} / {denominator}");
        }
        assert_eq!(Thousandths::of(0, 0), None);
    }
}
