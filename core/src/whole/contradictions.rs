//! Ages, dates, settings and professions that contradict each other.
//!
//! Why: of two statements about one thing one is wrong, left from an older plan or taken from another child's. Only
//! what is said of the present is compared, and only of the same child, event or person.

use super::citations::Citations;
use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::people::People;
use super::text::{PlanText, TextBlock, Word};
use super::vocabulary::begins;
use crate::document::Day;
use crate::document::map::TextMap;
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::law::SectionPurpose;
use crate::plan::{FactKind, PlanFact, TextPlace, first_date};

/// Words that say where a child goes now.
const ATTENDS: [&str; 7] = [
    "attends",
    "goes to",
    "is a pupil at",
    "is a student at",
    "is on roll at",
    "is on the roll of",
    "is educated at",
];

/// Finds what contradicts itself.
pub(super) fn contradictions<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    facts: &[PlanFact],
    people: &People,
    citations: &Citations,
    findings: &mut Findings<'a>,
) {
    ages(reading, text, facts, people, findings);
    birth_dates(reading, text, facts, people, findings);
    dates_of_advice(reading, text, citations, findings);
    settings(reading, text, people, findings);
    professions(reading, text, findings);
}

fn values(facts: &[PlanFact], kind: FactKind) -> impl Iterator<Item = &str> {
    facts.iter().filter(move |fact| fact.kind == kind).map(|fact| fact.value.as_str())
}

/// The age on a day, in whole years.
fn age_on(born: &str, day: &str) -> Option<u32> {
    let (born, day) = (Day::from_text(born)?, Day::from_text(day)?);
    let mut years = 0;
    let mut birthday = born.a_year_later();
    while birthday <= day && years < 120 {
        years += 1;
        birthday = birthday.a_year_later();
    }
    Some(years)
}

/// Ages that the date of birth and the date of the plan contradict.
fn ages<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    facts: &[PlanFact],
    people: &People,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::AgesDiffer) else { return };
    let mut births = values(facts, FactKind::BirthDate);
    let mut dates = values(facts, FactKind::PlanDate);
    let (Some(born), Some(date)) = (births.next(), dates.next()) else { return };
    let Some(age) = age_on(born, date) else { return };
    let mut found = |section, place, said: u32| {
        let words = ["age", &said.to_string()].concat();
        let spot = Spot { section, place, others: Vec::new(), words: &words };
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("here", &said), ("there", &age)];
        findings.found(FindingKind::Contradiction, rule, spot, &parts);
    };
    for said in values(facts, FactKind::Age).filter_map(|said| said.parse().ok()) {
        if said != age {
            found(None, None, said);
        }
    }
    for block in text.blocks.rows().iter().filter(|block| block.is_prose()) {
        for sentence in block.in_sentences() {
            for (at, word) in sentence.iter().enumerate() {
                let rest = sentence.get(at + 1..).unwrap_or_default();
                let said = people.is_child(word).then(|| age_said(rest)).flatten();
                if let Some((said, count)) = said.filter(|(said, _)| *said != age) {
                    let words = rest.get(..count).unwrap_or_default();
                    found(block.section(), Some(block.place(words)), said);
                }
            }
        }
    }
}

/// The age that words behind the child's name say, and how many words they are.
fn age_said(words: &[Word]) -> Option<(u32, usize)> {
    let number = |at: usize| words.get(at)?.text.parse::<u32>().ok().filter(|age| *age < 26);
    let is = |at: usize, word: &str| words.get(at).is_some_and(|found| found.is(word));
    if is(0, "aged") || is(0, "age") {
        return Some((number(1)?, 2));
    }
    if is(0, "is") && is(1, "aged") {
        return Some((number(2)?, 3));
    }
    let is_old = is(0, "is")
        && (is(2, "years") && is(3, "old") || is(2, "years") && is(3, "of") && is(4, "age"));
    if is_old {
        return Some((number(1)?, 4));
    }
    let joined = words.get(2).filter(|_| is(0, "is") && is(1, "a"))?.text;
    let age = joined.strip_suffix("-year-old")?.parse().ok()?;
    Some((age, 3))
}

/// Two dates of birth.
fn birth_dates<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    facts: &[PlanFact],
    people: &People,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::DatesDiffer) else { return };
    let mut births = values(facts, FactKind::BirthDate);
    let Some(born) = births.next() else { return };
    let mut found = |section, place, said: &str| {
        let words = ["born", said].join(" ");
        let spot = Spot { section, place, others: Vec::new(), words: &words };
        findings.found(
            FindingKind::Contradiction,
            rule,
            spot,
            &[("here", &said), ("there", &born)],
        );
    };
    for other in births {
        found(None, None, other);
    }
    for block in text.blocks.rows().iter().filter(|block| block.is_prose()) {
        for sentence in block.in_sentences() {
            for (at, word) in sentence.iter().enumerate() {
                let rest = sentence.get(at + 1..).unwrap_or_default();
                let is_born = people.is_child(word) && begins(rest, "was born on").is_some();
                let date = rest.get(3..6).filter(|_| is_born).unwrap_or_default();
                let said: Vec<&str> = date.iter().map(|word| word.text).collect();
                if let Some(said) = first_date(&said.join(" ")).filter(|said| said != born) {
                    found(block.section(), Some(block.place(date)), &said);
                }
            }
        }
    }
}

/// A reference with a date that is not that of the entry: "(K2, 5 February 2025)".
fn dates_of_advice<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    citations: &Citations,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::DatesDiffer) else { return };
    for (mark, places) in citations.references.iter() {
        let Some(entry) = citations.entries.get(mark) else { continue };
        let entry = &text.blocks[*entry];
        let Some(dated) = first_date(&entry.block.text) else { continue };
        for (number, place) in places {
            let block = &text.blocks[*number];
            let at = block.words.partition_point(|word| word.at <= place.at.0);
            let behind = block.words.get(at..).unwrap_or_default();
            // Up to the bracket that closes, or to the next mark.
            let within = behind.iter().take(5);
            let within: Vec<&Word> = within
                .take_while(|word| !word.gap.contains([')', ']', ';', '.']) && !is_mark(word))
                .collect();
            let says: Vec<&str> = within.iter().map(|word| word.text).collect();
            let Some(said) = first_date(&says.join(" ")) else { continue };
            if entry_has(entry, &said) {
                continue;
            }
            let words = [mark, &said].join(" ");
            let place = block.place(behind.get(..within.len()).unwrap_or_default());
            let spot = Spot {
                section: block.section(),
                place: Some(place),
                others: vec![entry.all()],
                words: &words,
            };
            let parts: [(&str, &dyn std::fmt::Display); 2] = [("here", &said), ("there", &dated)];
            findings.found(FindingKind::Contradiction, rule, spot, &parts);
        }
    }
}

fn is_mark(word: &Word) -> bool {
    word.is_capital() && word.text.bytes().last().is_some_and(|byte| byte.is_ascii_digit())
}

/// Whether an entry has a date.
fn entry_has(entry: &TextBlock, date: &str) -> bool {
    entry.words.windows(3).any(|words| {
        let words: Vec<&str> = words.iter().map(|word| word.text).collect();
        first_date(&words.join(" ")).is_some_and(|found| found == date)
    }) || entry.words.iter().any(|word| first_date(word.text).is_some_and(|found| found == date))
}

/// Two settings that the child is said to attend now.
fn settings<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    people: &People,
    findings: &mut Findings<'a>,
) {
    let Some(rule) = reading.rule(PlanBuiltIn::SchoolsDiffer) else { return };
    let mut first: Option<(String, TextPlace)> = None;
    for block in text.blocks.rows().iter().filter(|block| block.is_prose()) {
        for sentence in block.in_sentences() {
            for (at, word) in sentence.iter().enumerate() {
                let rest = sentence.get(at + 1..).unwrap_or_default();
                let attends = ATTENDS.iter().find_map(|phrase| begins(rest, phrase));
                let Some(count) = attends.filter(|_| people.is_child(word)) else { continue };
                let name = setting(reading, rest.get(count..).unwrap_or_default());
                let Some(name) = name else { continue };
                let words: Vec<&str> = name.iter().map(|word| word.text).collect();
                let (said, place) = (words.join(" "), block.place(name));
                let Some((known, other)) = &first else {
                    first = Some((said, place));
                    continue;
                };
                if known.contains(&said) || said.contains(known.as_str()) {
                    continue;
                }
                let words = [&said, known].map(String::as_str).join(" ");
                let spot = Spot {
                    section: block.section(),
                    place: Some(place),
                    others: vec![*other],
                    words: &words,
                };
                let parts: [(&str, &dyn std::fmt::Display); 2] =
                    [("here", &said), ("there", known)];
                findings.found(FindingKind::Contradiction, rule, spot, &parts);
            }
        }
    }
}

/// The name of a setting with which words begin: capitalised words, one of which is the kind of setting.
fn setting<'w, 'p>(reading: &PlanReading, words: &'w [Word<'p>]) -> Option<&'w [Word<'p>]> {
    let is_part = |number: usize, word: &Word| {
        (number == 0 || word.follows_closely())
            && (word.is_capital() || ["of", "the", "and"].iter().any(|small| word.is(small)))
    };
    let count =
        words.iter().enumerate().take_while(|(number, word)| is_part(*number, word)).count();
    let mut name = words.get(..count)?;
    while let Some((last, rest)) = name.split_last()
        && !last.is_capital()
    {
        name = rest;
    }
    let is_kind = |word: &Word| reading.settings.iter().any(|kind| word.is(kind));
    let has_kind = name.iter().any(is_kind) && name.len() > 1;
    has_kind.then_some(name)
}

/// One person with two professions: "Orla Finnerty, educational psychologist".
fn professions<'a>(reading: &'a PlanReading, text: &PlanText, findings: &mut Findings<'a>) {
    let Some(rule) = reading.rule(PlanBuiltIn::ProvidersDiffer) else { return };
    let mut known: TextMap<(&str, TextPlace)> = TextMap::default();
    for block in text.blocks.rows() {
        let is_read = block.is_prose() || block.is_for(SectionPurpose::Advice);
        for (at, pair) in block.words.windows(2).enumerate() {
            let [first, last] = pair else { continue };
            let is_name = first.is_capital() && last.is_capital() && last.follows_closely();
            let rest = block.words.get(at + 2..).unwrap_or_default();
            let stands_apart = rest.first().is_some_and(|word| {
                matches!(word.gap.trim_matches(' '), "," | "(" | "\t" | "–" | "-" | ":")
            });
            if !is_read || !is_name || !stands_apart {
                continue;
            }
            let profession =
                reading.professions.iter().find(|phrase| begins(rest, phrase).is_some());
            let Some(profession) = profession else { continue };
            let who = [first.text, last.text].join(" ");
            let place = block.place(pair);
            let Some((other, there)) = known.get(&who) else {
                known.insert(&who, (profession, place));
                continue;
            };
            if other != profession {
                let words = [&who, profession.as_str(), other].join(" ");
                let spot = Spot {
                    section: block.section(),
                    place: Some(place),
                    others: vec![*there],
                    words: &words,
                };
                let parts: [(&str, &dyn std::fmt::Display); 3] =
                    [("who", &who), ("here", profession), ("there", other)];
                findings.found(FindingKind::Contradiction, rule, spot, &parts);
            }
        }
    }
}
