//! The answers to descriptors: each has a credit, or takes the descriptor out of the count.

use super::entries::{each_of, id};
use super::problem::FrameworkProblem;
use super::share::{Share, is_share};
use crate::document::problem::{ProblemKind, Reader};
use crate::document::shape::{Names, Shape, document};
use crate::document::{Id, List};
use crate::law::Basis;

document! {
    /// An answer to a descriptor. Not answered is a state of its own: no answer at all.
    pub struct AnswerReading {
        /// Its id, which reviews record.
        pub id: Id,
        /// What people read.
        pub label: String,
        /// Its share of a descriptor that is met: 1 of 1 is met and 0 of 1 is not. Without it the descriptor does not
        /// count, and only one that can be excluded can have the answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub credit: Option<Share>,
        /// What it rests on.
        pub basis: Basis,
        /// Why it is read so.
        pub reason: String,
    }
}

/// An answer of a framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answer {
    /// Its place among the answers of the framework.
    place: u8,
    standing: AnswerStanding,
    /// Its credit in the unit of the framework's answers.
    credit: u16,
}

/// What an answer says of a descriptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnswerStanding {
    /// The plan does what the descriptor says.
    Met,
    /// It does so in part.
    PartlyMet,
    /// It does not.
    NotMet,
    /// The descriptor is not about this plan.
    Excluded,
}

impl Answer {
    /// Its place among the answers of the framework.
    #[must_use]
    pub const fn place(self) -> usize {
        self.place as usize
    }

    /// What it says of a descriptor.
    #[must_use]
    pub const fn standing(self) -> AnswerStanding {
        self.standing
    }

    /// Its credit, in the unit of the framework's answers.
    pub(crate) const fn credit(self) -> usize {
        self.credit as usize
    }
}

/// The answers of a framework.
#[derive(Debug)]
pub(crate) struct Answers {
    rows: Vec<AnswerRule>,
    /// Those that count, the least credit first.
    by_credit: Vec<Answer>,
    /// The credit of a descriptor that is met.
    pub(crate) unit: usize,
    /// Whether the framework lists its answers, or has the usual ones.
    pub(crate) are_given: bool,
}

/// An answer and how it is written.
#[derive(Debug)]
pub(crate) struct AnswerRule {
    pub(crate) answer: Answer,
    pub(crate) id: String,
    /// Its letter in a score line.
    pub(crate) letter: char,
}

/// The answers of a framework that lists none, with their letters.
const USUAL: [(&str, char, AnswerStanding); 3] = [
    ("yes", 'y', AnswerStanding::Met),
    ("no", 'n', AnswerStanding::NotMet),
    ("not_applicable", 'x', AnswerStanding::Excluded),
];

impl Answers {
    fn new(rows: Vec<AnswerRule>, unit: usize, are_given: bool) -> Self {
        let mut by_credit: Vec<Answer> = Vec::new();
        for row in rows.iter().filter(|row| row.answer.standing != AnswerStanding::Excluded) {
            let before = by_credit.iter().filter(|known| known.credit <= row.answer.credit).count();
            by_credit.insert(before, row.answer);
        }
        Self { rows, by_credit, unit, are_given }
    }

    /// Yes, no and not applicable.
    pub(super) fn usual() -> Self {
        let rows = USUAL.iter().zip(0_u8..).map(|((id, letter, standing), place)| AnswerRule {
            answer: Answer {
                place,
                standing: *standing,
                credit: u16::from(*standing == AnswerStanding::Met),
            },
            id: (*id).to_owned(),
            letter: *letter,
        });
        Self::new(rows.collect(), 1, false)
    }

    pub(crate) fn rows(&self) -> &[AnswerRule] {
        &self.rows
    }

    /// The answer with an id.
    pub(crate) fn find(&self, id: &str) -> Option<Answer> {
        self.rows.iter().find(|row| row.id == id).map(|row| row.answer)
    }

    /// The id of an answer; nothing for one of another framework.
    pub(crate) fn id(&self, answer: Answer) -> &str {
        self.rows.get(answer.place()).map_or("", |row| &row.id)
    }

    /// The answer with a place.
    pub(crate) fn by_place(&self, place: usize) -> Option<Answer> {
        self.rows.get(place).map(|row| row.answer)
    }

    /// The ids of the answers that count, within a sentence.
    pub(crate) fn counted_ids(&self) -> String {
        let is_counted = |row: &&AnswerRule| row.answer.standing != AnswerStanding::Excluded;
        let ids: Vec<&str> =
            self.rows.iter().filter(is_counted).map(|row| row.id.as_str()).collect();
        ids.join(" or ")
    }

    /// The letter of an answer in a score line.
    pub(crate) fn letter(&self, answer: Answer) -> char {
        self.rows.get(answer.place()).map_or('-', |row| row.letter)
    }

    /// The answer with a letter in a score line.
    pub(crate) fn by_letter(&self, letter: char) -> Option<Answer> {
        self.rows.iter().find(|row| row.letter == letter).map(|row| row.answer)
    }

    /// The answers that count, the least credit first.
    pub(crate) fn by_credit(&self) -> &[Answer] {
        &self.by_credit
    }

    /// Whether an answer can say that a descriptor is met in part.
    pub(crate) fn has_partly(&self) -> bool {
        self.rows.iter().any(|row| row.answer.standing == AnswerStanding::PartlyMet)
    }
}

/// The most answers: each has a letter of its own in a score line.
const MOST_ANSWERS: usize = 20;

/// The largest unit of credit.
const MOST_UNIT: u16 = 5_040;

/// Reads the answers. One says that a descriptor is met, and one that it is not.
pub(super) fn read<'a>(r: &mut Reader<'a>, list: List<'a>) -> Answers {
    if list.is_empty() {
        return Answers::usual();
    }
    if list.len() > MOST_ANSWERS {
        r.problem(ProblemKind::TooMany { most: MOST_ANSWERS });
    }
    let mut seen = Names::default();
    let mut credits: Vec<Option<(u16, u16)>> = Vec::new();
    let mut rows = Vec::new();
    let mut unit: u16 = 1;
    each_of(r, list, &mut |r, json| {
        id(r, &mut seen, "answer", json);
        let share = json.field("credit");
        let given: Option<Share> = Shape::take(share);
        let is_fine = given.is_none() || is_share(share);
        if !is_fine {
            r.problem_in("credit", FrameworkProblem::NotAShare {});
        }
        let credit = given.filter(|_| is_fine);
        let credit = credit.map(|share| (u16::from(share.of), u16::from(share.out_of)));
        if let Some((_, out_of)) = credit {
            unit = common_multiple(unit, out_of);
        }
        credits.push(credit);
        rows.push(json.text_of("id").to_owned());
    });
    if unit > MOST_UNIT {
        r.problem(FrameworkProblem::NotAShare {});
        return Answers::usual();
    }
    let rows = rows.into_iter().zip(credits).zip(0_u8..);
    let rows = rows.map(|((id, credit), place)| {
        let (standing, credit) = match credit {
            None => (AnswerStanding::Excluded, 0),
            Some((0, _)) => (AnswerStanding::NotMet, 0),
            Some((of, out_of)) if of == out_of => (AnswerStanding::Met, unit),
            Some((of, out_of)) => (AnswerStanding::PartlyMet, unit / out_of * of),
        };
        let usual = USUAL.iter().find(|(known, ..)| *known == id).map(|(_, letter, _)| *letter);
        let digit = char::from_digit(place.into(), 36).unwrap_or('-');
        AnswerRule {
            answer: Answer { place, standing, credit },
            id,
            letter: usual.unwrap_or(digit),
        }
    });
    let answers = Answers::new(rows.collect(), unit.into(), true);
    for (standing, what) in [(AnswerStanding::Met, "met"), (AnswerStanding::NotMet, "not met")] {
        if !answers.rows.iter().any(|row| row.answer.standing == standing) {
            r.problem(ProblemKind::NotCovered { what: "answer", id: what.to_owned() });
        }
    }
    answers
}

/// The least common multiple, or more than the largest unit.
fn common_multiple(one: u16, other: u16) -> u16 {
    let (mut a, mut b) = (one, other);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (one / a.max(1))
        .checked_mul(other)
        .map_or(MOST_UNIT + 1, |multiple| multiple.min(MOST_UNIT + 1))
}
