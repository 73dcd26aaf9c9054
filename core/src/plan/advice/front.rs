//! Who wrote a piece of advice, and when: from labels at its head, and from the signature at its end.

use super::document::AdviceDocument;
use crate::document::Day;
use crate::plan::facts::first_date;
use crate::plan::words::{begin_with, words};

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Author,
    Role,
    Agency,
    Date,
}

/// The beginnings of labels, the surest first.
const LABELS: &[(Names, &str)] = &[
    (Names::Author, "advice written by"),
    (Names::Author, "report written by"),
    (Names::Author, "written by"),
    (Names::Author, "advice by"),
    (Names::Author, "report by"),
    (Names::Author, "author"),
    (Names::Author, "completed by"),
    (Names::Author, "prepared by"),
    (Names::Author, "examined by"),
    (Names::Author, "assessed by"),
    (Names::Author, "name of professional"),
    (Names::Author, "professional"),
    (Names::Author, "practitioner"),
    (Names::Author, "psychologist"),
    (Names::Author, "therapist"),
    (Names::Author, "clinician"),
    (Names::Author, "doctor"),
    (Names::Author, "assessor"),
    (Names::Author, "social worker"),
    (Names::Author, "teacher"),
    (Names::Author, "from"),
    (Names::Role, "role"),
    (Names::Role, "job title"),
    (Names::Role, "position"),
    (Names::Role, "designation"),
    (Names::Agency, "agency"),
    (Names::Agency, "service"),
    (Names::Agency, "organisation"),
    (Names::Agency, "employer"),
    (Names::Agency, "team"),
    (Names::Date, "date of advice"),
    (Names::Date, "date of this advice"),
    (Names::Date, "date of report"),
    (Names::Date, "date of this report"),
    (Names::Date, "report date"),
    (Names::Date, "report dated"),
    (Names::Date, "report completed"),
    (Names::Date, "date completed"),
    (Names::Date, "date written"),
    (Names::Date, "dated"),
    (Names::Date, "date"),
];

/// Words of the date of birth.
const BIRTH: &[&str] = &["birth", "born", "dob"];

/// Words with which a letter ends.
const CLOSINGS: &[&str] = &["yours sincerely", "yours faithfully", "kind regards", "signed"];

/// Words of what an agency is called.
const AGENCIES: &[&str] = &[
    "council",
    "service",
    "services",
    "trust",
    "hospital",
    "team",
    "school",
    "college",
    "nursery",
    "therapies",
    "therapy",
    "health",
    "healthcare",
    "centre",
    "academy",
    "borough",
    "care",
];

/// Words of the title of a document, which is no agency.
const DOCUMENTS: &[&str] = &["advice", "assessment", "report", "plan"];

/// Titles of people, before which a role does not begin.
const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "miss", "prof", "professor"];

/// The most words of a name and of a role.
const MOST_WORDS_OF_A_NAME: usize = 6;
const MOST_WORDS_OF_A_ROLE: usize = 14;

/// How many lines have the head and the end of a piece of advice.
const HEAD: usize = 24;
const END: usize = 12;

/// Fills in the title, the author, the role, the agency and the date. `labelled` has the labels with their values, in
/// their order; `lines` has all lines.
pub(in crate::plan) fn front(
    advice: &mut AdviceDocument,
    labelled: &[(String, String)],
    lines: &[&str],
) {
    let labelled = labelled.iter().map(|(label, value)| (label.as_str(), value.as_str()));
    let head = lines.iter().take(HEAD);
    let by_words = head.filter_map(|line| begins_with_label(line));
    let all: Vec<(Names, usize, &str)> =
        labelled.filter_map(|(label, value)| named(label, value)).chain(by_words).collect();
    let best = |wanted: Names| {
        let of = all.iter().filter(|(names, ..)| *names == wanted);
        of.min_by_key(|(_, rank, _)| *rank).map(|(.., value)| *value)
    };
    if let Some(value) = best(Names::Author) {
        let mut parts = value.split([',', ';', '(', '\n']).map(str::trim);
        advice.author = parts.next().filter(|name| is_name(name)).map(str::to_owned);
        let role = parts.next().filter(|part| is_role(part) && first_date(part).is_none());
        advice.role = role.map(|role| role.trim_end_matches([')', '.']).to_owned());
        let agency = parts.find(|part| is_agency(part));
        advice.agency = agency.map(|agency| agency.trim_end_matches([')', '.']).to_owned());
    }
    let signed = signature(lines);
    advice.author = advice.author.take().or_else(|| signed.map(|(name, _)| name.to_owned()));
    let role = best(Names::Role).or_else(|| signed.map(|(_, role)| role)).map(str::to_owned);
    advice.role = advice.role.take().or(role);
    let heading = || lines.iter().take(HEAD).copied().find(|line| is_agency(line));
    let agency = best(Names::Agency).or_else(heading).map(str::to_owned);
    advice.agency = advice.agency.take().or(agency);
    let lone = |line: &&&str| words(line).len() <= 4 && first_date(line).is_some();
    let date = best(Names::Date)
        .or_else(|| lines.iter().rev().take(END).find(lone).copied())
        .or_else(|| lines.iter().take(HEAD).find(lone).copied())
        .or_else(|| best(Names::Author));
    advice.date = date.and_then(first_date).and_then(|date| Day::from_text(&date));
}

/// What a label names, and how far down in the list it stands.
fn named<'v>(label: &str, value: &'v str) -> Option<(Names, usize, &'v str)> {
    let mut all = words(label);
    // A label may have a number in front of it.
    all = all.split_off(all.iter().take_while(|word| is_number(word)).count());
    let at = LABELS
        .iter()
        .position(|(_, known)| begin_with(&all, known).is_some_and(|n| n == all.len()))?;
    let (names, _) = LABELS.get(at)?;
    fits(*names, value).then_some((*names, at, value))
}

/// A line that begins with a label and goes on with its value.
fn begins_with_label(line: &str) -> Option<(Names, usize, &str)> {
    let all = words(line);
    if all.iter().any(|word| BIRTH.contains(&word.as_str())) {
        return None;
    }
    let (at, count) = LABELS.iter().enumerate().find_map(|(at, (names, known))| {
        let count = begin_with(&all, known)?;
        (count > 1 || *names == Names::Date).then_some((at, count))
    })?;
    let (names, _) = LABELS.get(at)?;
    let rest = line.splitn(count + 1, char::is_whitespace).nth(count)?;
    fits(*names, rest).then_some((*names, at, rest))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a value can be what a label names.
fn fits(names: Names, value: &str) -> bool {
    match names {
        Names::Author => is_name(value.split([',', ';', '(', '\n']).next().unwrap_or_default()),
        Names::Date => first_date(value).is_some(),
        Names::Role | Names::Agency => is_role(value),
    }
}

/// Whether a text is the name of a person: a few words, all with capital letters.
fn is_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let count = text.split_whitespace().count();
    (2..=MOST_WORDS_OF_A_NAME).contains(&count)
        && !text.contains([':', '?'])
        && text.chars().all(|c| !c.is_ascii_digit())
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a text can name a role.
fn is_role(text: &str) -> bool {
    let count = text.split_whitespace().count();
    (1..=MOST_WORDS_OF_A_ROLE).contains(&count) && !text.trim_end().ends_with('.')
}

/// Whether a line is the name of an agency.
fn is_agency(line: &str) -> bool {
    let all = words(line);
    all.len() <= MOST_WORDS_OF_A_ROLE
        && !line.contains([':', '?'])
        && line.starts_with(char::is_uppercase)
        && all.iter().any(|word| AGENCIES.contains(&word.as_str()))
        && !all.iter().any(|word| DOCUMENTS.contains(&word.as_str()))
}

/// The name and the role of a signature: behind the closing words of a letter, or in the last lines, a name above a
/// role.
fn signature<'l>(lines: &[&'l str]) -> Option<(&'l str, &'l str)> {
    let closing = lines.iter().rposition(|line| {
        let all = words(line);
        CLOSINGS.iter().any(|closing| begin_with(&all, closing) == Some(all.len()))
    });
    let from = closing.map_or(lines.len().saturating_sub(END), |closing| closing + 1);
    let last = lines.get(from..).unwrap_or_default();
    last.windows(2).find_map(|pair| match pair {
        [name, role] => {
            let is_titled = words(name).first().is_some_and(|word| TITLES.contains(&word.as_str()));
            let is_person = is_name(name) && (is_titled || !is_agency(name));
            let is_signed = is_person && is_role(role) && first_date(role).is_none();
            is_signed.then_some((*name, *role))
        }
        _ => None,
    })
}
