//! The score line: everything that a review's grade depends on, in one line of text that fits the
//! note field of any case-management system and restores the form.
//!
//! ```text
//! EHCPQA:1/shropshire-2023/p=dyn-nn/y=9/a=14/l=2/c=1111111---/A:yynxy.2/E:yyyyy/k=1A2B3C4D
//! ```
//!
//! Fields are separated by `/` and left out when nothing in them is given: `p` the stage (d draft,
//! f final, p proposed amended) and the facts that are true or false (y yes, n no) or one of some
//! words (each by its place), in the order of the framework's `context`; `y` the year group; `a` the
//! age; `f` the other numbers and the dates, in their order and parted by commas; `l` the level; `c`
//! the criteria in their order, each answer by its number, 0 the worst; `n` the counts of findings, parted
//! by commas; then each section's answers in
//! printed order (y yes, n no, x not applicable, others by their place) and, after a full stop, its score. A hyphen
//! stands for what is not given. `k` is the CRC-32 of what stands before it and of the ids that the letters
//! stand for. No free text, reference, reviewer or date is in it.

use std::sync::Arc;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::checked::Review;
use crate::document::problem::{Problem, ProblemKind, room_problems};
use crate::document::table::{Number, each};
use crate::framework::{
    ContextKind, Fact, FactRule, FactValues, Framework, FrameworkProblem, Rules,
};

room_problems! {
    /// What is wrong with a score line.
    pub enum LineProblem {
        /// A text that does not look like a score line.
        NotALine = "not_a_line" {
            /// What a score line begins with.
            prefix: &'static str,
        },
        /// A score line of a version that this one cannot read.
        LineVersion = "line_version" {
            /// The version read.
            version: usize,
        },
        /// A score line whose checksum does not fit.
        LineDamaged = "line_damaged" {},
    }
}

const PREFIX: &str = "EHCPQA:";
const VERSION: usize = 1;

/// Writes the score line of a review.
///
/// ```
/// use ehcp_qa_core::{Framework, Review, from_line, to_line};
///
/// let framework = Framework::built_in();
/// let text = r#"{"framework": "shropshire-2023", "sections": {"C": {"score": 2}}}"#;
/// let line = to_line(&Review::from_json(&framework, text).unwrap());
/// assert!(line.starts_with("EHCPQA:1/shropshire-2023/C:--.2/k="));
/// assert_eq!(to_line(&from_line(&framework, &line).unwrap()), line);
/// ```
#[must_use]
pub fn to_line(review: &Review) -> String {
    let framework = review.framework();
    let context = review.context();
    let mut line = [PREFIX, &VERSION.to_string(), "/", framework.id()].concat();
    let mut value = String::new();
    let number = |fact| context.number(fact);
    for (fact, letters) in lettered(&framework.rules) {
        let place = number(fact).and_then(|number| usize::try_from(number).ok());
        let letter = place.and_then(|place| letters.get(place)).copied();
        value.push(letter.unwrap_or(b'-').into());
    }
    field(&mut line, "p=", &value);
    for (key, number) in [("y=", number(Fact::YEAR_GROUP)), ("a=", number(Fact::AGE))] {
        field(&mut line, key, &written(number));
    }
    value.clear();
    for fact in numbered(&framework.rules) {
        if !value.is_empty() {
            value.push(',');
        }
        value.push_str(&written(number(fact)));
    }
    field(&mut line, "f=", &value);
    field(&mut line, "l=", &written(review.level().map(i32::from)));
    value.clear();
    for answer in review.criteria().rows() {
        let digit = answer.and_then(|answer| char::from_digit(answer.place().try_into().ok()?, 10));
        value.push(digit.unwrap_or('-'));
    }
    field(&mut line, "c=", &value);
    value.clear();
    for count in framework.rules.counts.numbers() {
        if !value.is_empty() {
            value.push(',');
        }
        value.push_str(&written(review.count(count).map(i32::from)));
    }
    field(&mut line, "n=", &value);
    for (number, section) in framework.rules.sections.iter() {
        value.clear();
        for descriptor in each(&section.descriptors) {
            let answer = review.answer_to(descriptor);
            value.push(answer.map_or('-', |answer| framework.rules.answers.letter(answer)));
        }
        if let Some(score) = review.score_of(number) {
            value.push('.');
            value.push_str(&score.number().to_string());
        }
        field(&mut line, &[&section.id, ":"].concat(), &value);
    }
    let checksum = checksum(framework, &line);
    line + "/" + &checksum
}

/// The facts that have a letter in a line, each with its letters by their places.
fn lettered(rules: &Rules) -> impl Iterator<Item = (Fact, &'static [u8])> {
    let letters = |(fact, rule): (Fact, &FactRule)| -> Option<(Fact, &'static [u8])> {
        match rule.values.kind() {
            ContextKind::Choice if fact == Fact::STAGE => Some((fact, b"dfp")),
            ContextKind::Choice => Some((fact, b"0123456789abcdefghijklmnopqrstuvwxyz")),
            ContextKind::Flag => Some((fact, b"ny")),
            ContextKind::Number | ContextKind::Date => None,
        }
    };
    rules.facts.iter().filter_map(letters)
}

/// The numbers and the dates that the framework declares.
fn numbered(rules: &Rules) -> impl Iterator<Item = Fact> {
    let is_numbered = |(fact, rule): &(Fact, &FactRule)| {
        !fact.is_of_law() && matches!(rule.values.kind(), ContextKind::Number | ContextKind::Date)
    };
    rules.facts.iter().filter(is_numbered).map(|(fact, _)| fact)
}

/// A number, or a hyphen where none is given.
#[cfg_attr(target_family = "wasm", inline(never))]
fn written(number: Option<i32>) -> String {
    number.map_or_else(|| "-".to_owned(), |number| number.to_string())
}

/// Adds a field, unless nothing in it is given.
fn field(line: &mut String, key: &str, value: &str) {
    if value.chars().any(|c| c != '-' && c != ',') {
        line.push('/');
        line.push_str(key);
        line.push_str(value);
    }
}

/// The last field of a line: the checksum of what stands before it and of the ids that its letters stand
/// for, so that a line made with other descriptors under the same name does not fit.
fn checksum(framework: &Framework, line: &str) -> String {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = CRC.digest();
    digest.update(line.as_bytes());
    let mut add = |id: &str| {
        digest.update(b"/");
        digest.update(id.as_bytes());
    };
    for criterion in framework.rules.criteria.rows() {
        add(&criterion.id);
        for value in criterion.values.rows() {
            add(&value.id);
        }
    }
    for descriptor in framework.rules.descriptors.rows() {
        add(&descriptor.id);
    }
    for (fact, rule) in framework.rules.facts.iter() {
        if !fact.is_of_law() && rule.values != FactValues::Flag {
            add(&rule.id);
        }
        if let FactValues::Choice(words) = &rule.values
            && !fact.is_of_law()
        {
            for word in words {
                add(word);
            }
        }
    }
    for count in framework.rules.counts.rows() {
        add(&framework.rules.descriptors[count.descriptor].id);
        add(&framework.rules.severities[count.severity].id);
    }
    let answers = &framework.rules.answers;
    for (number, set) in answers.sets.iter() {
        let is_first = number.place() == 0;
        if !is_first || answers.are_given {
            set.rows().iter().for_each(|answer| add(&answer.id));
        }
        let descriptors = framework.rules.descriptors.rows().iter();
        for descriptor in descriptors.filter(|rule| !is_first && rule.answers == number) {
            add(&descriptor.id);
        }
    }
    let checksum = digest.finalize();
    let mut text = String::from("k=");
    for place in (0..8).rev() {
        let digit = char::from_digit(checksum >> (4 * place) & 0xf, 16).unwrap_or_default();
        text.push(digit.to_ascii_uppercase());
    }
    text
}

/// Restores a review from its score line. White space around the line is passed over.
///
/// # Errors
/// What is wrong with the line. A line with a single changed character is always refused.
pub fn from_line(framework: &Arc<Framework>, line: &str) -> Result<Review, Problem> {
    read(framework, line.trim()).map_err(|kind| framework.reworded_one(Problem::of_all(kind)))
}

fn read(framework: &Arc<Framework>, line: &str) -> Result<Review, ProblemKind> {
    let damaged = ProblemKind::from(LineProblem::LineDamaged {});
    let Some(rest) = line.strip_prefix(PREFIX) else {
        return Err(LineProblem::NotALine { prefix: PREFIX }.into());
    };
    let Some((version, rest)) = split(rest, b'/') else { return Err(damaged) };
    if integer(version).and_then(|version| version.try_into().ok()) != Some(VERSION) {
        return Err(LineProblem::LineVersion { version: VERSION }.into());
    }
    let Some((named, mut rest)) = split(rest, b'/') else { return Err(damaged) };
    if named != framework.id() {
        return Err(FrameworkProblem::WrongFramework { expected: framework.id().to_owned() }.into());
    }
    let mut fields = Vec::new();
    while let Some((field, after)) = split(rest, b'/') {
        fields.push(field);
        rest = after;
    }
    // What is left is the last field, and a slash stands before it.
    let body = line.get(..line.len() - rest.len() - 1).unwrap_or_default();
    if rest != checksum(framework, body) {
        return Err(damaged);
    }
    let mut review = Review::new(framework.clone());
    for field in fields {
        if restore(&mut review, field)?.is_none() {
            return Err(damaged);
        }
    }
    // One review has one line: anything else was not written by `to_line`.
    if to_line(&review) == line { Ok(review) } else { Err(damaged) }
}

/// Splits at the first `letter`.
#[cfg_attr(target_family = "wasm", inline(never))]
fn split(text: &str, letter: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == letter)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// A whole number.
#[cfg_attr(target_family = "wasm", inline(never))]
fn integer(text: &str) -> Option<i64> {
    text.parse().ok()
}

/// Restores one field; `None` when it is not of the right form.
fn restore(review: &mut Review, field: &str) -> Result<Option<()>, ProblemKind> {
    if let Some((id, value)) = split(field, b':') {
        return restore_section(review, id, value);
    }
    let Some((key, value)) = split(field, b'=') else { return Ok(None) };
    let rules = &review.framework().clone().rules;
    match key {
        "p" => {
            for ((fact, letters), letter) in lettered(rules).zip(value.bytes()) {
                let place = letters.iter().position(|known| *known == letter);
                restore_fact(review, fact, place.and_then(|place| place.try_into().ok()))?;
            }
        }
        "y" => restore_fact(review, Fact::YEAR_GROUP, integer(value))?,
        "a" => restore_fact(review, Fact::AGE, integer(value))?,
        "f" => {
            let mut rest = value;
            for fact in numbered(rules) {
                let (number, after) = split(rest, b',').unwrap_or((rest, ""));
                restore_fact(review, fact, integer(number))?;
                rest = after;
            }
        }
        "l" => review.set_level(integer(value).and_then(|level| level.try_into().ok()))?,
        "c" => {
            for (criterion, letter) in value.bytes().enumerate() {
                let digit = letter.is_ascii_digit().then(|| usize::from(letter - b'0'));
                review.set_criterion(criterion, digit)?;
            }
        }
        "n" => {
            let mut rest = value;
            for (descriptor, severity) in review.framework().clone().counts() {
                let (count, after) = split(rest, b',').unwrap_or((rest, ""));
                let count = integer(count).and_then(|count| count.try_into().ok());
                review.set_count(descriptor, severity, count)?;
                rest = after;
            }
        }
        _ => return Ok(None),
    }
    Ok(Some(()))
}

/// Restores a fact from the number that stands for its value.
fn restore_fact(review: &mut Review, fact: Fact, number: Option<i64>) -> Result<(), ProblemKind> {
    let values = review.framework().fact_values(fact);
    let number = number.and_then(|number| number.try_into().ok());
    let value = number.and_then(|number| values?.value(number));
    review.set_fact(fact, value.as_ref())
}

fn restore_section(review: &mut Review, id: &str, value: &str) -> Result<Option<()>, ProblemKind> {
    let framework = review.framework().clone();
    let rules = &framework.rules;
    let Some(section) = rules.section(id) else { return Ok(None) };
    let (answers, score) = split(value, b'.').unwrap_or((value, ""));
    for (descriptor, letter) in each(&rules.sections[section].descriptors).zip(answers.bytes()) {
        let answer = rules.answers_to(descriptor).by_letter(char::from(letter));
        review.put_answer(descriptor, answer)?;
    }
    review.put_score(section, integer(score).and_then(|score| rules.scale.score(score)))?;
    Ok(Some(()))
}
