//! Agreement between two graders of the same plans.
//!
//! ```
//! use ehcp_qa_core::agreement::{Agreement, figures};
//! use ehcp_qa_core::{Framework, Score};
//!
//! let mut agreement = Agreement::default();
//! agreement.add(Score::Good, Score::Good);
//! agreement.add(Score::Good, Score::RequiresImprovement);
//! let figures = figures(&Framework::shropshire_2023(), &agreement);
//! assert_eq!((figures.exact.count, figures.across_good.count), (1, 1));
//! assert_eq!(figures.kappa.value.unwrap().to_string(), "0.000");
//! ```
//!
//! Only counts are kept, so that parts can be counted anywhere, in any order, and merged. Figures are worked
//! out from them as fractions of whole numbers, and rounded once, to thousandths, a half away from zero.
//!
//! With n pairs, n(i,j) of them graded i by the first and j by the second, r(i) and c(j) the sums of rows and
//! columns, and m(k) = r(k) + c(k), all sums over the four grades:
//!
//! - O = sum of (i - j)^2 n(i,j): how far apart the grades are; E = sum of (i - j)^2 r(i) c(j).
//! - Cohen's kappa with quadratic weights is (E - n O) / E. It is undefined where E is 0: where both graders give
//!   every plan one and the same grade, chance agrees as fully as they do.
//! - Gwet's AC2 with the same weights is (6 n (9 n - O) - 13 S) / (54 n^2 - 13 S), with S = sum of
//!   m(k) (2 n - m(k)). That is (a - e) / (1 - e) with a = 1 - O / (9 n) and
//!   e = (104/9) / (4 * 3) * S / (4 n^2), where 104/9 is the sum of all weights 1 - (i - j)^2 / 9.
//!
//! Both count a disagreement by its square: two grades apart as four, three as nine. Kappa can be low where nearly
//! all plans have one grade although the graders nearly always agree; AC2 is not. Neither is a grade of anybody.

use std::fmt;

use serde::ser::{Serialize, Serializer};

use crate::document::Json;
use crate::document::problem::{Problem, Reader};
use crate::document::shape::{self, Kind, Shape, choice, document};
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
#[serde(transparent)]
pub struct Matrix([[u32; 4]; 4]);

impl Shape for Matrix {
    const KIND: &'static Kind = &Kind::Checked(check_matrix);
}

fn check_matrix<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let rows = json.list();
    if rows.len() != 4 {
        reader.wrong_type(json, "a list of four rows");
        return;
    }
    for (index, row) in rows.iter().enumerate() {
        reader.within_index(index, |reader| {
            if row.list().len() != 4 {
                reader.wrong_type(row, "a list of four whole numbers");
                return;
            }
            for (index, count) in row.list().iter().enumerate() {
                reader.within_index(index, |reader| shape::check(count, u32::KIND, reader));
            }
        });
    }
}

impl Agreement {
    /// Reads the counts from JSON text.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |_, value, _| value)
    }

    /// Counts a plan that both have graded. A count that has reached 4,294,967,295 stays there.
    pub fn add(&mut self, first: Score, second: Score) {
        let count = at(at(&mut self.matrix.0, first), second);
        *count = count.saturating_add(1);
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: &Self) {
        let counts = self.matrix.0.as_flattened_mut().iter_mut();
        for (count, more) in counts.zip(other.matrix.0.as_flattened()) {
            *count = count.saturating_add(*more);
        }
    }

    /// The counts: of row i and column j, how many plans the first grader gave i and the second j.
    #[must_use]
    pub fn matrix(&self) -> &[[u32; 4]; 4] {
        &self.matrix.0
    }
}

/// The one of four, best first, that belongs to a grade.
fn at<T>(
    [outstanding, good, requires_improvement, inadequate]: &mut [T; 4],
    score: Score,
) -> &mut T {
    match score {
        Score::Outstanding => outstanding,
        Score::Good => good,
        Score::RequiresImprovement => requires_improvement,
        Score::Inadequate => inadequate,
    }
}

/// What the counts come to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AgreementFigures {
    /// How many plans both have graded.
    pub pairs: u64,
    /// The counts: the grades of the first in rows and of the second in columns, best grade first.
    pub matrix: [[u32; 4]; 4],
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
    /// Gwet's AC2 with quadratic weights and four grades: at most 1; 0 where they agree as by chance.
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
    let good = framework.rules.issue.issue_at;
    let count = |includes: &dyn Fn(Score, Score) -> bool| -> u64 {
        let included = agreement.cells().filter(|(first, second, _)| includes(*first, *second));
        included.map(|(_, _, count)| u64::from(count)).sum()
    };
    let pairs = count(&|_, _| true);
    let part = |includes: &dyn Fn(Score, Score) -> bool| {
        let count = count(includes);
        AgreementPart { count, share: figure(count.into(), pairs.into(), Undefined::NoPairs) }
    };
    AgreementFigures {
        pairs,
        matrix: agreement.matrix.0,
        exact: part(&|first, second| first == second),
        within_one: part(&|first, second| apart(first, second) <= 1),
        first_better: part(&|first, second| first < second),
        second_better: part(&|first, second| second < first),
        across_good: part(&|first, second| (first <= good) != (second <= good)),
        across_good_first: part(&|first, second| first <= good && second > good),
        across_good_second: part(&|first, second| second <= good && first > good),
        kappa: kappa(agreement, pairs.into()),
        ac2: ac2(agreement, pairs.into()),
    }
}

impl Agreement {
    /// The counts, each with its two grades.
    fn cells(&self) -> impl Iterator<Item = (Score, Score, u32)> {
        Score::ALL.into_iter().zip(&self.matrix.0).flat_map(|(first, row)| {
            Score::ALL.into_iter().zip(row).map(move |(second, count)| (first, second, *count))
        })
    }

    /// How many plans the first grader gave a grade.
    fn row(&self, score: Score) -> i128 {
        self.cells().filter(|(first, _, _)| *first == score).map(|cell| i128::from(cell.2)).sum()
    }

    /// How many plans the second grader gave a grade.
    fn column(&self, score: Score) -> i128 {
        self.cells().filter(|(_, second, _)| *second == score).map(|cell| i128::from(cell.2)).sum()
    }

    /// How far apart the grades are: the squares of their distances.
    fn distance(&self) -> i128 {
        self.cells().map(|(first, second, n)| apart(first, second).pow(2) * i128::from(n)).sum()
    }
}

/// How many grades lie between two, and one more where they differ.
fn apart(one: Score, other: Score) -> i128 {
    i128::from(one.number().abs_diff(other.number()))
}

fn kappa(agreement: &Agreement, n: i128) -> AgreementFigure {
    let mut by_chance = 0;
    for first in Score::ALL {
        for second in Score::ALL {
            let both = agreement.row(first) * agreement.column(second);
            by_chance += apart(first, second).pow(2) * both;
        }
    }
    let undefined = if n == 0 { Undefined::NoPairs } else { Undefined::OneGrade };
    figure(by_chance - n * agreement.distance(), by_chance, undefined)
}

fn ac2(agreement: &Agreement, n: i128) -> AgreementFigure {
    let spread = Score::ALL.into_iter().map(|score| {
        let both = agreement.row(score) + agreement.column(score);
        both * (2 * n - both)
    });
    let spread: i128 = spread.sum();
    let above_chance = 6 * n * (9 * n - agreement.distance()) - 13 * spread;
    // The spread is at most 3 n^2, so the denominator is 0 without pairs alone.
    figure(above_chance, 54 * n * n - 13 * spread, Undefined::NoPairs)
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
