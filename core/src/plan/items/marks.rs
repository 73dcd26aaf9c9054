//! The marks by which a plan refers to its items: "Need 1", "(B2)", "[K3, K4]", "Outcomes 2, 3 and 5".

use super::proposed::ItemKind;
use crate::law::PlanSection;

/// The longest number of a mark, as in "1.2".
const LONGEST_NUMBER: usize = 5;

/// The most numbers behind one word or letter.
const MOST_NUMBERS: usize = 20;

/// The words for items that stand in front of a number.
const WORDS: [(&str, ItemKind); 16] = [
    ("aspiration", ItemKind::Aspiration),
    ("aspirations", ItemKind::Aspiration),
    ("need", ItemKind::Need),
    ("needs", ItemKind::Need),
    ("outcome", ItemKind::Outcome),
    ("outcomes", ItemKind::Outcome),
    ("objective", ItemKind::Outcome),
    ("objectives", ItemKind::Outcome),
    ("provision", ItemKind::Provision),
    ("advice", ItemKind::Advice),
    ("report", ItemKind::Advice),
    ("reports", ItemKind::Advice),
    ("appendix", ItemKind::Advice),
    ("appendices", ItemKind::Advice),
    ("ref", ItemKind::Advice),
    ("source", ItemKind::Advice),
];

/// The letters for items that stand in front of a number, and the section where the letter is that of one.
const LETTERS: [(char, ItemKind, Option<PlanSection>); 11] = [
    ('A', ItemKind::Aspiration, Some(PlanSection::A)),
    ('B', ItemKind::Need, Some(PlanSection::B)),
    ('C', ItemKind::Need, Some(PlanSection::C)),
    ('D', ItemKind::Need, Some(PlanSection::D)),
    ('E', ItemKind::Outcome, Some(PlanSection::E)),
    ('F', ItemKind::Provision, Some(PlanSection::F)),
    ('G', ItemKind::Provision, Some(PlanSection::G)),
    ('K', ItemKind::Advice, Some(PlanSection::K)),
    ('N', ItemKind::Need, None),
    ('O', ItemKind::Outcome, None),
    ('P', ItemKind::Provision, None),
];

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: ItemKind,
    pub(super) section: Option<PlanSection>,
    pub(super) number: String,
    /// Whether a letter stands in front of the number, and none of the words.
    pub(super) has_letter: bool,
    /// As it is printed.
    pub(super) text: String,
}

/// The marks of a text: those with a word anywhere, those with a letter between brackets.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    let mut is_start = true;
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if is_start
            && character.is_ascii_alphabetic()
            && let Some(rest) = text.get(at..)
            && let Some(end) = one(rest, depth > 0, &mut marks)
        {
            at += end;
            is_start = true;
            continue;
        }
        is_start = !character.is_alphanumeric();
        at += character.len_utf8();
    }
    marks
}

/// The mark with which a text begins, and where the text goes on behind it.
pub(super) fn leading(text: &str) -> Option<(Mark, usize)> {
    let open = text.len() - text.trim_start_matches(['(', '[']).len();
    let mut marks = Vec::new();
    let end = open + one(text.get(open..)?, true, &mut marks)?;
    let [mark] = marks.as_slice() else { return None };
    let rest = text.get(end..)?;
    let behind = rest.trim_start_matches([')', ']', '.', ':', ' ', '\t', '\u{A0}', '-', '–', '—']);
    // "Need 1 is met" is a sentence about it.
    let is_parted = behind.is_empty() || !rest.starts_with(' ') || rest.trim_start() != behind;
    let is_parted = is_parted || behind.starts_with('(') || mark.has_letter;
    is_parted.then(|| (mark.clone(), text.len() - behind.len()))
}

/// The marks of a text that has nothing else, where bare numbers are those of a kind.
pub(super) fn only_marks(text: &str, kind: ItemKind) -> Option<Vec<Mark>> {
    let mut found = Vec::new();
    let mut rest = text.trim_matches(|c: char| !c.is_alphanumeric());
    if rest.is_empty() || rest.len() > 60 {
        return None;
    }
    while !rest.is_empty() {
        let end = if let Some(number) = number(rest) {
            found.push(Mark {
                kind,
                section: None,
                number: number.to_owned(),
                has_letter: false,
                text: number.to_owned(),
            });
            number.len()
        } else if let Some(end) = one(rest, true, &mut found) {
            end
        } else if rest.starts_with("and ") {
            "and".len()
        } else {
            return None;
        };
        rest = rest.get(end..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    (!found.is_empty()).then_some(found)
}

/// Reads a word or a letter with its numbers at the beginning of a text; where it ends.
fn one(text: &str, takes_letters: bool, marks: &mut Vec<Mark>) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at_checked(length)?;
    let known = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    // "They need 2 adults" has a verb and no mark.
    let is_verb = *text.as_bytes().first()? == b'n' && !takes_letters;
    if let Some((_, kind)) = known.filter(|_| !is_verb) {
        let gap = rest.len() - rest.trim_start_matches([' ', '\u{A0}', '#']).len();
        let rest = rest.get(gap..)?;
        let number = rest.strip_prefix("No. ").unwrap_or(rest);
        let skipped = length + gap + (rest.len() - number.len());
        if gap == 0 {
            return None;
        }
        return Some(skipped + numbers(number, *kind, word, marks)?);
    }
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| takes_letters && letters.next().is_none())?;
    let (_, kind, section) = LETTERS.iter().find(|(known, ..)| *known == letter)?;
    let number = number(rest)?;
    let text = format!("{letter}{number}");
    let section = *section;
    marks.push(Mark { kind: *kind, section, number: number.to_owned(), has_letter: true, text });
    Some(length + number.len())
}

/// The numbers behind a word: "2", "2, 3 and 5", "2-4" as the two that are named; where they end.
fn numbers(text: &str, kind: ItemKind, word: &str, marks: &mut Vec<Mark>) -> Option<usize> {
    let mut end = 0;
    for _ in 0..MOST_NUMBERS {
        let rest = text.get(end..)?;
        let joint = if end == 0 {
            0
        } else {
            let joints = [", and ", " and ", ", ", " & ", "/", " / "];
            joints.iter().find(|joint| rest.starts_with(**joint)).map_or(usize::MAX, |j| j.len())
        };
        let Some(number) = rest.get(joint..).and_then(number) else { break };
        let section = None;
        let text = format!("{word} {number}");
        marks.push(Mark { kind, section, number: number.to_owned(), has_letter: false, text });
        end += joint + number.len();
    }
    (end > 0).then_some(end)
}

/// The number at the beginning of a text, which does not go on as a word, a share or a date.
fn number(text: &str) -> Option<&str> {
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let length = text.bytes().take_while(|byte| is_part(*byte)).count();
    let number = text.get(..length)?.trim_end_matches('.');
    let letter = text.get(number.len()..)?.chars().next();
    // "1a" is a number too.
    let goes_on = letter.is_some_and(|c| c.is_alphanumeric() || c == '%');
    let is_lettered = letter.is_some_and(|c| ('a'..='h').contains(&c))
        && !text.get(number.len() + 1..)?.starts_with(char::is_alphanumeric);
    let number = if is_lettered { text.get(..=number.len())? } else { number };
    let is_number = number.starts_with(|c: char| c.is_ascii_digit());
    (is_number && number.len() <= LONGEST_NUMBER && (!goes_on || is_lettered)).then_some(number)
}
