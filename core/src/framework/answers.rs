//! The answers to descriptors: each has a credit, or takes the descriptor out of the count.

use super::share::Share;
use crate::document::Id;
use crate::document::shape::document;
use crate::document::table::{Table, number};
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

document! {
    /// Answers that some sections or descriptors have in place of those of the framework.
    pub struct AnswerSetReading {
        /// Its id.
        pub id: Id,
        /// The sections whose descriptors have these answers.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sections: Option<Vec<String>>,
        /// The descriptors that have these answers, whatever their section has.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub descriptors: Option<Vec<String>>,
        /// The answers.
        pub answers: Vec<AnswerReading>,
        /// What it rests on.
        pub basis: Basis,
        /// Why they are answered so.
        pub reason: String,
    }
}

/// An answer of a framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Answer {
    /// Its place among the answers of all sets.
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
    /// Its place among the answers of all sets of the framework.
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

number! {
    /// Answers that stand together, of which each descriptor has one set: those of the framework come first.
    pub(crate) struct AnswerSetNo;
}

/// The answers of a framework.
#[derive(Debug)]
pub(crate) struct Answers {
    pub(crate) sets: Table<AnswerSetNo, AnswerSet>,
    /// The credit of a descriptor that is met, in every set.
    pub(crate) unit: usize,
    /// Whether the framework lists its answers, or has the usual ones.
    pub(crate) are_given: bool,
}

/// The answers that a descriptor can have.
#[derive(Debug)]
pub(crate) struct AnswerSet {
    rows: Vec<AnswerRule>,
    /// Those that count, the least credit first.
    by_credit: Vec<Answer>,
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
pub(super) const USUAL: [(&str, char, AnswerStanding); 3] = [
    ("yes", 'y', AnswerStanding::Met),
    ("no", 'n', AnswerStanding::NotMet),
    ("not_applicable", 'x', AnswerStanding::Excluded),
];

impl Answers {
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
        let set = AnswerSet::new(rows.collect());
        Self { sets: Table::from(vec![set]), unit: 1, are_given: false }
    }

    /// The answers of all sets, by their places.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &AnswerRule> {
        self.sets.rows().iter().flat_map(AnswerSet::rows)
    }

    /// The id of an answer; nothing for one of another framework.
    pub(crate) fn id(&self, answer: Answer) -> &str {
        self.rows().nth(answer.place()).map_or("", |row| &row.id)
    }

    /// The letter of an answer in a score line.
    pub(crate) fn letter(&self, answer: Answer) -> char {
        self.rows().nth(answer.place()).map_or('-', |row| row.letter)
    }

    /// Whether an answer can say that a descriptor is met in part.
    pub(crate) fn has_partly(&self) -> bool {
        self.sets.rows().iter().any(AnswerSet::has_partly)
    }
}

impl AnswerSet {
    pub(super) fn new(rows: Vec<AnswerRule>) -> Self {
        let mut by_credit: Vec<Answer> = Vec::new();
        for row in rows.iter().filter(|row| row.answer.standing != AnswerStanding::Excluded) {
            let before = by_credit.iter().filter(|known| known.credit <= row.answer.credit).count();
            by_credit.insert(before, row.answer);
        }
        Self { rows, by_credit }
    }

    pub(crate) fn rows(&self) -> &[AnswerRule] {
        &self.rows
    }

    /// The answer with an id.
    pub(crate) fn find(&self, id: &str) -> Option<Answer> {
        self.rows.iter().find(|row| row.id == id).map(|row| row.answer)
    }

    /// Whether an answer is one of them.
    pub(crate) fn has(&self, answer: Answer) -> bool {
        self.rows.iter().any(|row| row.answer == answer)
    }

    /// The ids of the answers that count, within a sentence.
    pub(crate) fn counted_ids(&self) -> String {
        let is_counted = |row: &&AnswerRule| row.answer.standing != AnswerStanding::Excluded;
        let ids: Vec<&str> =
            self.rows.iter().filter(is_counted).map(|row| row.id.as_str()).collect();
        ids.join(" or ")
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

/// The largest unit of credit.
pub(super) const MOST_UNIT: u16 = 5_040;

/// Answers as they are read: the id of each, and its share, or none where it excludes.
pub(super) type Entries = Vec<(String, Option<(u16, u16)>)>;

/// An answer with its place among all, and its index in its set.
pub(super) fn row(
    (id, share): (String, Option<(u16, u16)>),
    place: usize,
    index: usize,
    unit: u16,
) -> AnswerRule {
    // Lists that are too long have a problem already.
    let place = u8::try_from(place).unwrap_or(u8::MAX);
    let (standing, credit) = match share {
        None => (AnswerStanding::Excluded, 0),
        Some((0, _)) => (AnswerStanding::NotMet, 0),
        Some((of, out_of)) if of == out_of => (AnswerStanding::Met, unit),
        Some((of, out_of)) => (AnswerStanding::PartlyMet, unit / out_of * of),
    };
    let usual = USUAL.iter().find(|(known, ..)| *known == id).map(|(_, letter, _)| *letter);
    let digit = u32::try_from(index).ok().and_then(|index| char::from_digit(index, 36));
    let letter = usual.or(digit).unwrap_or('-');
    AnswerRule { answer: Answer { place, standing, credit }, id, letter }
}

/// The least common multiple, or more than the largest unit.
pub(super) fn common_multiple(one: u16, other: u16) -> u16 {
    let (mut a, mut b) = (one, other);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    (one / a.max(1))
        .checked_mul(other)
        .map_or(MOST_UNIT + 1, |multiple| multiple.min(MOST_UNIT + 1))
}
