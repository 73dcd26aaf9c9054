//! The scale: its scores from the best to the worst, and the grades that they belong to.

use std::sync::Arc;

use super::entries::{each_of, not_blank, not_empty, within};
use super::problem::FrameworkProblem;
use super::score::{ScaleNumber, Score, ScoreNumber};
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, choice, document};
use crate::document::table::{Number, Table, number};
use crate::document::{Json, is_id};
use crate::law::Basis;

number! {
    /// A score by its place on the scale, the best first.
    pub(crate) struct ScoreNo;

    /// A grade, the best first.
    pub(crate) struct GradeNo;
}

document! {
    /// Which way the scale runs.
    pub struct ScaleReading {
        /// Which number is the best.
        pub best: BestScore,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }
}

choice! {
    /// The end of the scale at which the best score is.
    pub enum BestScore {
        /// The least number is the best.
        Least = "least",
        /// The greatest number is the best.
        Greatest = "greatest",
    }
}

/// The most scores of a scale: as many as edits have room for.
pub(crate) const MOST_SCORES: usize = 32;

/// The scores of a framework and their grades. One that grades nothing has none.
#[derive(Debug, Default)]
pub(crate) struct Scale {
    scores: Table<ScoreNo, ScaleScore>,
    grades: Table<GradeNo, ScaleGrade>,
}

/// A score of the scale.
#[derive(Debug)]
struct ScaleScore {
    score: Score,
    /// Its number and the label of its grade, such as "2 Good".
    name: String,
    grade: GradeNo,
}

/// A grade: one score, or several next to each other.
#[derive(Debug)]
pub(crate) struct ScaleGrade {
    /// Its id; the number of its first score where the framework gives none.
    pub(crate) id: Arc<str>,
    /// The number of its first score, as columns of tables are called.
    pub(crate) number: u8,
    /// Its name, such as "2 Good" or "6 to 8 Good".
    pub(crate) name: String,
}

impl Scale {
    /// The scores, best first.
    pub(crate) fn scores(&self) -> impl DoubleEndedIterator<Item = Score> {
        self.scores.rows().iter().map(|row| row.score)
    }

    /// The score with a number, if the scale has it.
    pub(crate) fn score(&self, number: i64) -> Option<Score> {
        self.scores().find(|score| i64::from(score.number()) == number)
    }

    /// The score with a number of JSON, if the scale has it.
    pub(crate) fn score_at(&self, number: f64) -> Option<Score> {
        let is_near =
            number.fract() == 0.0 && (0.0..=f64::from(ScaleNumber::MOST)).contains(&number);
        #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
        is_near.then_some(number as i64).and_then(|number| self.score(number))
    }

    /// The score with a number that a document records, if the scale has it.
    pub(crate) fn of(&self, ScoreNumber(number): ScoreNumber) -> Option<Score> {
        self.score(number.into())
    }

    /// The best and the worst score; none where nothing is graded.
    pub(crate) fn ends(&self) -> Option<(Score, Score)> {
        Some((self.scores.rows().first()?.score, self.scores.rows().last()?.score))
    }

    /// The best score.
    pub(crate) fn best(&self) -> Score {
        self.ends().map_or_else(Score::default, |(best, _)| best)
    }

    /// The name of a score, such as "2 Good". One of another framework has none.
    pub(crate) fn name(&self, score: Score) -> &str {
        self.scores.rows().get(score.place()).map_or("", |row| &row.name)
    }

    /// The grades, best first.
    pub(crate) fn grades(&self) -> &Table<GradeNo, ScaleGrade> {
        &self.grades
    }

    /// The grade of a score. One of another framework counts as the worst.
    pub(crate) fn grade_of(&self, score: Score) -> GradeNo {
        let row = self.scores.rows().get(score.place());
        row.map_or(self.grades.last_number(), |row| row.grade)
    }

    /// The problem of a number that is no score.
    pub(crate) fn not_a_score(&self) -> ProblemKind {
        if self.scores.len() == 0 {
            return FrameworkProblem::NoPart { part: "scale" }.into();
        }
        let numbers = || self.scores().map(Score::number);
        let (least, most) = (numbers().min().unwrap_or(0), numbers().max().unwrap_or(0));
        if usize::from(most - least) + 1 == self.scores.len() {
            ProblemKind::OutOfRange { least: least.into(), most: most.into() }
        } else {
            ProblemKind::NotOneOf { allowed: numbers().map(|number| number.to_string()).collect() }
        }
    }

    /// Expects a number in a document to be a score. What is no number has a problem already.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn expect(&self, r: &mut Reader<'_>, json: Json, name: &'static str) {
        if let Json::Number(number) = json.field(name)
            && number.fract() == 0.0
            && (0.0..=f64::from(ScaleNumber::MOST)).contains(&number)
            && self.score_at(number).is_none()
        {
            r.problem_in(name, self.not_a_score());
        }
    }
}

/// Reads the scale. Each grade has scores of its own.
pub(super) fn read<'a>(r: &mut Reader<'a>, wording: Json<'a>, reading: Json<'a>) -> Scale {
    let mut grades: Vec<Grade> = Vec::new();
    let scale = wording.field("scale");
    if scale.is_null() {
        return Scale::default();
    }
    r.within("scale", |r| {
        // Rows of the grade table are cited by it.
        not_blank(r, scale, "heading");
        let mut ids = Names::default();
        within(r, scale, "grades", |r, list| {
            not_empty(r, list);
            each_of(r, list, &mut |r, json| {
                if let Json::Text(id) = json.field("id") {
                    if !is_id(id) {
                        r.problem_in("id", ProblemKind::NotAnId {});
                    } else if !ids.insert(id) {
                        r.problem_in("id", ProblemKind::Duplicate { what: "grade" });
                    }
                }
                let grade = Grade::of(json);
                if grade.first > grade.last {
                    let order = "a grade's least score before its greatest";
                    r.problem_in("up_to", ProblemKind::OutOfOrder { order });
                }
                if grades.iter().any(|other| other.first <= grade.last && grade.first <= other.last)
                {
                    r.problem_in("score", ProblemKind::Duplicate { what: "grade" });
                } else {
                    grades.push(grade);
                }
            });
        });
    });
    let scale = compiled(grades, reading.text_of("best") == BestScore::Greatest.word());
    if scale.scores.len() > MOST_SCORES {
        r.within("scale", |r| r.problem_in("grades", ProblemKind::TooMany { most: MOST_SCORES }));
    }
    scale
}

/// A grade as it is printed.
struct Grade<'a> {
    id: &'a str,
    label: &'a str,
    first: u8,
    last: u8,
}

impl<'a> Grade<'a> {
    fn of(json: Json<'a>) -> Self {
        let first = ScaleNumber::take(json.field("score")).number();
        let last: Option<ScaleNumber> = Shape::take(json.field("up_to"));
        let last = last.map_or(first, ScaleNumber::number);
        Self { id: json.text_of("id"), label: json.text_of("label"), first, last }
    }
}

fn compiled(mut grades: Vec<Grade>, greatest_is_best: bool) -> Scale {
    let mut scale = Scale::default();
    // There are few: each round takes the best that is left.
    while let Some(best) = best_of(&grades, greatest_is_best) {
        let Grade { id, label, first, last } = grades.remove(best);
        let numbers: Vec<u8> = if greatest_is_best {
            (first..=last).rev().collect()
        } else {
            (first..=last).collect()
        };
        let number = scale.grades.len();
        let place = scale.scores.len();
        for (further, number_of_score) in numbers.into_iter().enumerate() {
            scale.scores.push(ScaleScore {
                score: Score::new(place + further, number_of_score),
                name: named(&number_of_score.to_string(), label),
                grade: GradeNo::at(number),
            });
        }
        let id = if id.is_empty() { first.to_string() } else { id.to_owned() };
        let range = if first == last {
            first.to_string()
        } else {
            [&first.to_string(), " to ", &last.to_string()].concat()
        };
        scale.grades.push(ScaleGrade { id: id.into(), number: first, name: named(&range, label) });
    }
    scale
}

/// The numbers of a grade and its label, which can be the number itself.
fn named(numbers: &str, label: &str) -> String {
    if numbers == label { numbers.to_owned() } else { [numbers, " ", label].concat() }
}

/// The place of the best of some grades.
fn best_of(grades: &[Grade], greatest_is_best: bool) -> Option<usize> {
    let firsts = grades.iter().map(|grade| grade.first);
    let best = if greatest_is_best { firsts.max() } else { firsts.min() };
    grades.iter().position(|grade| Some(grade.first) == best)
}
