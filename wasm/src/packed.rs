//! A review packed into bytes by the wrapper. Only what grading rests on is in it: a text is noted as missing,
//! blank or written. The wrapper packs what it knows; the core's setters decide what is accepted.
//!
//! | bytes | what |
//! |---|---|
//! | one a fact about the plan | 0 not known; 1 false and 2 true; a word by its place from 1, as a number of a range |
//! | one | the level, or 0 |
//! | one a criterion | the number of its value from 1, or 0 |
//! | one a descriptor | the place of its answer from 1, or 0 |
//! | two a section | the number of its score from 1, or 0; for each text two bits: 0 missing, 1 blank, 2 written |
//! | one a count of findings | the count plus 1, or 0; one of more than 254 is not packed |

use std::sync::Arc;

use ehcp_qa_core::framework::{ContextValue, FactValues};
use ehcp_qa_core::review::{Answer, TextField};
use ehcp_qa_core::{Framework, Review};

/// The review that was packed; none where the framework refuses a value, which the full reader then explains.
pub(crate) fn unpack(framework: &Arc<Framework>, bytes: &[u8]) -> Option<Review> {
    let mut bytes = bytes.iter().copied();
    let mut review = Review::new(framework.clone());
    for (_, fact) in framework.facts() {
        let value = value_of(framework.fact_values(fact)?, bytes.next()?)?;
        review.set_fact(fact, value.as_ref()).ok()?;
    }
    let level = bytes.next()?;
    review.set_level((level != 0).then_some(level)).ok()?;
    for criterion in 0..framework.criterion_ids().count() {
        let value = bytes.next()?;
        review.set_criterion(criterion, usize::from(value).checked_sub(1)).ok()?;
    }
    let answers: Vec<Answer> = framework.answers().map(|(_, answer)| answer).collect();
    for descriptor in 0..framework.descriptor_ids().count() {
        let place = usize::from(bytes.next()?).checked_sub(1);
        let answer = place.map(|place| answers.get(place).copied().ok_or(()));
        review.set_answer(descriptor, answer.transpose().ok()?).ok()?;
    }
    for section in 0..framework.section_ids().count() {
        let score = bytes.next()?.checked_sub(1);
        let score = score.map(|number| framework.score(number.into()).ok_or(()));
        review.set_score(section, score.transpose().ok()?).ok()?;
        let texts = bytes.next()?;
        for (place, field) in TextField::ALL.iter().enumerate() {
            let text = match texts >> (2 * place) & 3 {
                0 => continue,
                1 => String::new(),
                _ => "-".to_owned(),
            };
            review.set_text(section, *field, Some(text)).ok()?;
        }
    }
    for (descriptor, severity) in framework.counts() {
        let count = bytes.next()?.checked_sub(1).map(u16::from);
        review.set_count(descriptor, severity, count).ok()?;
    }
    bytes.next().is_none().then_some(review)
}

/// The value of a fact by its place from 1 among those that it can have; 0 is not known. A date has no place.
#[expect(
    clippy::option_option,
    reason = "outside: whether the byte is one of a fact; inside: whether it is known"
)]
fn value_of(values: &FactValues, byte: u8) -> Option<Option<ContextValue>> {
    let Some(place) = byte.checked_sub(1) else { return Some(None) };
    let least = match values {
        FactValues::Flag | FactValues::Choice(_) => 0,
        FactValues::Number { least, .. } => i32::from(*least),
        FactValues::Date => return None,
    };
    values.value(least + i32::from(place)).map(Some)
}
