//! The score line: everything that a review's grade depends on, in one line of text that fits the
//! note field of any case-management system and restores the form.
//!
//! ```text
//! EHCPQA:1/shropshire-2023/p=dyn-nn/y=9/a=14/l=2/c=1111111---/A:yynxy.2/E:yyyyy/k=1A2B3C4D
//! ```
//!
//! Fields are separated by `/` and left out when nothing in them is given: `p` the stage (d draft,
//! f final, p proposed amended) and the facts about health needs, social care needs, personal
//! budget, home education and diagnosis; `y` the year group; `a` the age; `l` the level; `c` the
//! criteria in their order, each answer by its number, 0 the worst; then each section's answers in
//! printed order (y yes, n no, x not applicable) and, after a full stop, its score. A hyphen stands
//! for what is not given. `k` is the CRC-32 of what stands before it and of the ids that the letters
//! stand for. No free text, reference, reviewer or date is in it.

use std::fmt::Write as _;
use std::sync::Arc;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::framework::{ContextField, ContextValue, Framework, Stage};
use crate::grade::Score;
use crate::problem::{Problem, ProblemKind};
use crate::review::{Answer, Review};

const PREFIX: &str = "EHCPQA:";
const VERSION: usize = 1;

/// The facts that are true or false, in the order of the line.
const FLAGS: [ContextField; 5] = [
    ContextField::HealthNeeds,
    ContextField::SocialCareNeeds,
    ContextField::PersonalBudget,
    ContextField::HomeEducated,
    ContextField::MedicalDiagnosis,
];

/// Writes the score line of a review.
///
/// ```
/// use ehcp_qa_core::{Framework, Review, from_line, to_line};
///
/// let framework = Framework::shropshire_2023();
/// let text = r#"{"framework": "shropshire-2023", "sections": {"C": {"score": 2}}}"#;
/// let line = to_line(&Review::from_json(&framework, text).unwrap());
/// assert!(line.starts_with("EHCPQA:1/shropshire-2023/C:--.2/k="));
/// assert_eq!(to_line(&from_line(&framework, &line).unwrap()), line);
/// ```
#[must_use]
pub fn to_line(review: &Review) -> String {
    let framework = review.framework();
    let context = review.context();
    let mut line = format!("{PREFIX}{VERSION}/{}", framework.id());
    let stage = context.stage.map_or('-', |stage| match stage {
        Stage::Draft => 'd',
        Stage::Final => 'f',
        Stage::ProposedAmended => 'p',
    });
    let flag = |field| match context.value(field) {
        Some(ContextValue::Flag(true)) => 'y',
        Some(ContextValue::Flag(false)) => 'n',
        _ => '-',
    };
    let facts: String = std::iter::once(stage).chain(FLAGS.map(flag)).collect();
    field(&mut line, "p=", &facts);
    let number = |value: Option<i8>| value.map(|value| value.to_string()).unwrap_or_default();
    field(&mut line, "y=", &number(context.year_group));
    field(&mut line, "a=", &number(context.age));
    field(&mut line, "l=", &review.level().map(|level| level.to_string()).unwrap_or_default());
    let criterion = |answer: &Option<usize>| {
        answer.and_then(|answer| char::from_digit(answer.try_into().ok()?, 10)).unwrap_or('-')
    };
    field(&mut line, "c=", &review.criteria().iter().map(criterion).collect::<String>());
    for (number, section) in framework.sections.iter().enumerate() {
        let answer = |descriptor| match review.answer(descriptor) {
            Some(Answer::Yes) => 'y',
            Some(Answer::No) => 'n',
            Some(Answer::NotApplicable) => 'x',
            None => '-',
        };
        let mut value: String = section.descriptors.clone().map(answer).collect();
        if let Some(score) = review.score(number) {
            // Writing to a String cannot fail.
            let _ = write!(value, ".{score}");
        }
        field(&mut line, &format!("{}:", section.id), &value);
    }
    let checksum = checksum(framework, &line);
    line + &format!("/k={checksum:08X}")
}

/// Adds a field, unless nothing in it is given.
fn field(line: &mut String, key: &str, value: &str) {
    if value.chars().any(|c| c != '-') {
        line.push('/');
        line.push_str(key);
        line.push_str(value);
    }
}

/// The checksum of a line, and of the ids that its letters stand for: a line that was made with other
/// descriptors under the same name does not fit.
fn checksum(framework: &Framework, line: &str) -> u32 {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = CRC.digest();
    digest.update(line.as_bytes());
    for criterion in &framework.interpretation().criteria {
        for id in
            std::iter::once(&criterion.id).chain(criterion.values.iter().map(|value| &value.id))
        {
            digest.update(b"/");
            digest.update(id.as_bytes());
        }
    }
    for descriptor in &framework.descriptors {
        digest.update(b"/");
        digest.update(descriptor.id.as_bytes());
    }
    digest.finalize()
}

/// Restores a review from its score line. White space around the line is passed over.
///
/// # Errors
/// What is wrong with the line. A line with a single changed character is always refused.
pub fn from_line(framework: &Arc<Framework>, line: &str) -> Result<Review, Problem> {
    read(framework, line.trim()).map_err(|kind| Problem { pointer: String::new(), kind })
}

fn read(framework: &Arc<Framework>, line: &str) -> Result<Review, ProblemKind> {
    let damaged = || ProblemKind::LineDamaged {};
    let rest = line.strip_prefix(PREFIX).ok_or(ProblemKind::NotALine { prefix: PREFIX })?;
    let (version, rest) = rest.split_once('/').ok_or_else(damaged)?;
    if version.parse() != Ok(VERSION) {
        return Err(ProblemKind::LineVersion { version: VERSION });
    }
    let (body, stated) = line.rsplit_once('/').ok_or_else(damaged)?;
    let (named, _) = rest.split_once('/').ok_or_else(damaged)?;
    if named != framework.id() {
        return Err(ProblemKind::WrongFramework { expected: framework.id().to_owned() });
    }
    if stated != format!("k={:08X}", checksum(framework, body)) {
        return Err(damaged());
    }
    let mut review = Review::new(framework.clone());
    for field in body.split('/').skip(2) {
        restore(&mut review, field)?.ok_or_else(damaged)?;
    }
    // One review has one line: anything else was not written by `to_line`.
    if to_line(&review) == line { Ok(review) } else { Err(damaged()) }
}

/// Restores one field; `None` when it is not of the right form.
fn restore(review: &mut Review, field: &str) -> Result<Option<()>, ProblemKind> {
    let framework = review.framework().clone();
    if let Some((id, value)) = field.split_once(':') {
        let Some(section) = framework.section_number(id) else { return Ok(None) };
        let Some(rule) = framework.sections.get(section) else { return Ok(None) };
        let (answers, score) = match value.split_once('.') {
            Some((answers, score)) => (answers, Some(score)),
            None => (value, None),
        };
        for (descriptor, letter) in rule.descriptors.clone().zip(answers.chars()) {
            let answer = match letter {
                'y' => Some(Answer::Yes),
                'n' => Some(Answer::No),
                'x' => Some(Answer::NotApplicable),
                _ => None,
            };
            review.set_answer(descriptor, answer)?;
        }
        let score = score.and_then(|score| Score::from_number(score.parse().ok()?));
        review.set_score(section, score)?;
        return Ok(Some(()));
    }
    let Some((key, value)) = field.split_once('=') else { return Ok(None) };
    let number = || value.parse().ok().map(ContextValue::Number);
    match key {
        "p" => {
            let mut letters = value.chars();
            let stage = match letters.next() {
                Some('d') => Some(Stage::Draft),
                Some('f') => Some(Stage::Final),
                Some('p') => Some(Stage::ProposedAmended),
                _ => None,
            };
            review.context_mut().set(ContextField::Stage, stage.map(ContextValue::Stage))?;
            for (field, letter) in FLAGS.into_iter().zip(letters) {
                let flag = match letter {
                    'y' => Some(ContextValue::Flag(true)),
                    'n' => Some(ContextValue::Flag(false)),
                    _ => None,
                };
                review.context_mut().set(field, flag)?;
            }
        }
        "y" => review.context_mut().set(ContextField::YearGroup, number())?,
        "a" => review.context_mut().set(ContextField::Age, number())?,
        "l" => review.set_level(value.parse().ok())?,
        "c" => {
            for (criterion, digit) in value.chars().enumerate() {
                let value = digit.to_digit(10).and_then(|digit| digit.try_into().ok());
                review.set_criterion(criterion, value)?;
            }
        }
        _ => return Ok(None),
    }
    Ok(Some(()))
}
