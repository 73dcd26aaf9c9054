//! Amounts of one thing that differ between sections.
//!
//! Why: where a need says "a break every 20 minutes" and the provision says 25, nobody knows which is to be
//! arranged. Two amounts are of one thing where they have the same form and unit and the two words nearest to them are
//! the same. Outcomes are left out: what is reached is to differ from what is needed. So is provision that stands
//! among needs, which is reported as such.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::text::{PlanText, Word};
use super::vocabulary::{is_content, stem};
use super::wording::FoundWords;
use crate::document::map::{Numbers, TextMap, key};
use crate::framework::{PlanBuiltIn, PlanReading, Severity};
use crate::law::{PlanSection, SectionPurpose};
use crate::plan::TextPlace;

/// How far from an amount its subject may stand, in words.
const REACH: usize = 6;

const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

const TENS: [(&str, u32); 5] =
    [("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("ninety", 90)];

const UNITS: [&str; 8] = ["minute", "hour", "session", "lesson", "visit", "day", "week", "month"];

const PERIODS: [&str; 8] = ["day", "week", "fortnight", "month", "term", "year", "lesson", "night"];

/// Words of a sentence that says what is given now. Among needs that is provision in the wrong place.
const GIVEN: [&str; 4] = ["currently", "receives", "receive", "gets"];

/// An amount with its form, and the words of it.
struct Amount {
    value: u32,
    /// The unit, whether "every" stands before it, and the time for which it is given.
    form: (&'static str, bool, Option<&'static str>),
    words: std::ops::Range<usize>,
}

/// What an amount is of: two words.
struct Subject {
    one: String,
    other: String,
    /// Both, with the form of the amount, and whether they stand before it.
    name: String,
}

struct Known {
    value: u32,
    section: PlanSection,
    place: TextPlace,
    says: String,
}

/// Compares the amounts of needs with those of provision.
pub(super) fn amounts<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    misplaced: &Numbers,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::AmountsDiffer) else { return };
    let mut known: TextMap<Known> = TextMap::default();
    for block in text.blocks.rows().iter().filter(|block| block.is_prose()) {
        let [section] = block.sections else { continue };
        let is_compared = matches!(
            section.purpose(),
            SectionPurpose::Need | SectionPurpose::Provision | SectionPurpose::Budget
        );
        if !is_compared || misplaced.contains(&key([0, 0, block.part, block.number])) {
            continue;
        }
        for sentence in block.in_sentences() {
            let is_given = sentence.iter().any(|word| GIVEN.iter().any(|given| word.is(given)));
            if is_given && section.purpose() == SectionPurpose::Need {
                continue;
            }
            for amount in amounts_in(sentence) {
                let place = block.place(sentence.get(amount.words.clone()).unwrap_or_default());
                let says = says(sentence, &amount);
                for subject in subjects(sentence, &amount) {
                    let Some(other) = known.get(&subject.name) else {
                        let value = amount.value;
                        let says = says.clone();
                        known
                            .insert(&subject.name, Known { value, section: *section, place, says });
                        continue;
                    };
                    let differs =
                        other.value != amount.value && other.section.purpose() != section.purpose();
                    if differs {
                        let there = other.section.word();
                        let words =
                            [&says, &other.says, &subject.one, &subject.other].map(String::as_str);
                        let spot = Spot {
                            section: Some(*section),
                            place: Some(place),
                            others: vec![other.place],
                            words: &words.join(" "),
                        };
                        let parts: [(&str, &dyn std::fmt::Display); 3] =
                            [("here", &says), ("there", &other.says), ("section", &there)];
                        findings.found(FindingKind::Contradiction, rule, spot, &parts);
                        break;
                    }
                }
            }
        }
    }
}

/// The words of an amount.
fn says(sentence: &[Word], amount: &Amount) -> String {
    let words = sentence.get(amount.words.clone()).unwrap_or_default();
    words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// The number that a word says.
fn number(word: &str) -> Option<u32> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let word = word.to_lowercase();
    if let Some(number) = NUMBERS.iter().position(|known| *known == word) {
        return u32::try_from(number).ok();
    }
    let (tens, rest) = word.split_once('-').unwrap_or((&word, "zero"));
    let (_, tens) = TENS.iter().find(|(known, _)| *known == tens)?;
    let ones = NUMBERS.iter().take(10).position(|known| *known == rest)?;
    Some(tens + u32::try_from(ones).ok()?)
}

/// A unit in one number or the other.
fn unit(word: &str, units: &[&'static str]) -> Option<&'static str> {
    let word = word.to_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    units.iter().find(|unit| **unit == one).copied()
}

/// The amounts in a sentence.
fn amounts_in(sentence: &[Word]) -> Vec<Amount> {
    let mut amounts = Vec::new();
    for (at, word) in sentence.iter().enumerate() {
        let text = |behind: usize| sentence.get(at + behind).map_or("", |word| word.text);
        // "20-minute" is one word.
        let joined = word.text.split_once('-');
        let (value, of, mut end) = match joined {
            Some((value, of)) if number(value).is_some() && unit(of, &UNITS).is_some() => {
                (number(value), unit(of, &UNITS), at + 1)
            }
            _ => (number(word.text), unit(text(1), &UNITS), at + 2),
        };
        let (Some(value), Some(of)) = (value, of) else { continue };
        let before = at.checked_sub(1).and_then(|before| sentence.get(before));
        let is_every = before.is_some_and(|word| word.is("every"));
        let mut per = None;
        if !is_every
            && sentence
                .get(end)
                .is_some_and(|word| ["a", "per", "each", "every"].iter().any(|of| word.is(of)))
        {
            per = sentence.get(end + 1).and_then(|word| unit(word.text, &PERIODS));
            end += if per.is_some() { 2 } else { 0 };
        }
        let start = if is_every { at - 1 } else { at };
        amounts.push(Amount { value, form: (of, is_every, per), words: start..end });
    }
    amounts
}

/// What an amount may be of: the two words before it and the two behind it that say something.
fn subjects(sentence: &[Word], amount: &Amount) -> Vec<Subject> {
    let start = amount.words.start;
    let before = sentence.get(start.saturating_sub(REACH)..start).unwrap_or_default();
    let behind = sentence.get(amount.words.end..).unwrap_or_default();
    let before: Vec<String> =
        before.iter().rev().filter(|word| is_content(word)).take(2).map(stem).collect();
    let behind = behind.iter().take(REACH).filter(|word| is_content(word));
    let behind: Vec<String> = behind.take(2).map(stem).collect();
    let mut subjects = Vec::new();
    for (is_before, pair) in [(true, before), (false, behind)] {
        if let [one, other] = pair.as_slice() {
            let (one, other) = if one < other { (one, other) } else { (other, one) };
            let (unit, is_every, per) = amount.form;
            let side = if is_before { "before" } else { "behind" };
            let every = if is_every { "every" } else { "" };
            let name = [side, unit, every, per.unwrap_or_default(), one, other].join(" ");
            subjects.push(Subject { one: one.clone(), other: other.clone(), name });
        }
    }
    subjects
}

/// The blocks of needs in which the wording has an error: provision that stands among needs, for one.
pub(super) fn misplaced(text: &PlanText, found: &[FoundWords]) -> Numbers {
    let mut needs = Numbers::default();
    for block in text.blocks.rows().iter().filter(|block| block.is_for(SectionPurpose::Need)) {
        needs.insert(&key([0, 0, block.part, block.number]));
    }
    let mut misplaced = Numbers::default();
    for part in found.iter().filter(|part| part.severity == Severity::Error) {
        let block = key([0, 0, part.place.part, part.place.block]);
        if needs.contains(&block) {
            misplaced.insert(&block);
        }
    }
    misplaced
}
