//! The label of a section in a line: its letter in one of many forms, and the words of its title.

use super::titles::{NEUTRAL_WORDS, TAILS, TITLES, VERBS};
use super::weighty::weighty;
use crate::law::PlanSection;
use crate::plan::words::{begin_with, contain, words};

/// The most characters of a heading.
const LONGEST: usize = 240;

/// The most words of a heading that is no sentence.
const MOST_WORDS: usize = 28;

/// The most words of a title without a letter.
const MOST_WORDS_OF_A_TITLE: usize = 16;

/// How the letter of a section stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// No letter.
    None,
    /// The letter alone, as in "F. Provision".
    Letter,
    /// With the word "section" or "part".
    Named,
}

/// What a line says of sections.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(super) struct Label {
    pub(super) form: Form,
    /// The sections of the letters; without letters, those of the title.
    pub(super) sections: Vec<PlanSection>,
    /// The sections for which the words of the title stand.
    pub(super) titled: Vec<PlanSection>,
    /// Of ten, how much of the title is words of sections.
    pub(super) share: usize,
    /// Whether the words alone are too general to open a section.
    pub(super) is_general: bool,
    /// Whether it ends as a sentence does, or is too long for a heading.
    pub(super) is_sentence: bool,
    /// Whether it has a verb that few headings have.
    pub(super) has_verb: bool,
    /// Whether it is one letter for H1 and H2.
    pub(super) is_unsplit: bool,
    /// Whether there is nothing but the letter.
    pub(super) is_bare: bool,
}

impl Label {
    /// Whether letter and title stand for the same section.
    pub(super) fn agrees(&self) -> bool {
        self.titled.iter().any(|section| self.sections.contains(section))
    }
}

/// What the words of a title stand for.
#[derive(Debug, Default)]
struct Titled {
    sections: Vec<PlanSection>,
    share: usize,
    is_general: bool,
}

/// Reads a line as the label of a section.
pub(super) fn label(line: &str) -> Option<Label> {
    lettered(line).or_else(|| {
        let line = fitting(line)?;
        let all = words(line);
        // Most lines are sentences: no title is looked for in them.
        if is_sentence(line, &all) || all.len() > MOST_WORDS_OF_A_TITLE {
            return None;
        }
        let titled = titled(line);
        (!titled.sections.is_empty()).then(|| Label {
            form: Form::None,
            sections: titled.sections.clone(),
            titled: titled.sections,
            share: titled.share,
            is_general: titled.is_general,
            is_sentence: false,
            has_verb: has_verb(&all),
            is_unsplit: false,
            is_bare: false,
        })
    })
}

/// Reads a line as a label with letters. Few lines have any, and no words are looked at in the others.
pub(super) fn lettered(line: &str) -> Option<Label> {
    let line = fitting(line)?;
    let letters = leading(line).or_else(|| trailing(line))?;
    let titled = titled(letters.title);
    let all = words(line);
    let label = Label {
        form: letters.form,
        titled: titled.sections,
        share: titled.share,
        is_general: titled.is_general,
        is_sentence: is_sentence(line, &all),
        has_verb: has_verb(&all),
        is_unsplit: letters.is_unsplit,
        is_bare: words(letters.title).is_empty(),
        sections: letters.sections,
    };
    // "Section F says" has no end behind its letter, and no title.
    (letters.has_end || label.agrees()).then_some(label)
}

/// The line, where it is short enough for a heading.
fn fitting(line: &str) -> Option<&str> {
    let line = line.trim();
    let is_fitting = !line.is_empty() && line.chars().nth(LONGEST).is_none();
    is_fitting.then_some(line)
}

fn is_sentence(line: &str, words: &[String]) -> bool {
    words.len() > MOST_WORDS || (words.len() > 6 && line.ends_with(['.', ';']))
}

fn has_verb(words: &[String]) -> bool {
    words.len() > 4 && VERBS.iter().any(|verb| contain(words, verb))
}

/// What the words of a title stand for: at each place the longest words that are known.
fn titled(title: &str) -> Titled {
    let lower = title.to_ascii_lowercase();
    let tail = TAILS.iter().filter_map(|tail| lower.find(tail)).min();
    let front = tail.and_then(|tail| lower.get(..tail)).unwrap_or(&lower);
    let all = weighty(&lower);
    // What stands in front of the tail begins as all of it does.
    let count = if front.len() == lower.len() { all.len() } else { weighty(front).len() };
    let words = all.get(..count).unwrap_or_default();
    let mut titled = Titled { is_general: true, ..Titled::default() };
    let (mut known, mut unknown, mut at) = (0, 0, 0);
    // The Act decides for H1 wherever it stands.
    for title in TITLES.iter().filter(|title| title.sections == [PlanSection::H1]) {
        if contain(&all, title.words) {
            return Titled { sections: title.sections.to_vec(), share: 10, is_general: false };
        }
    }
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let matches =
            TITLES.iter().filter_map(|title| Some((begin_with(rest, title.words)?, title)));
        let longest = matches.max_by_key(|(count, title)| (*count, !title.is_general));
        let Some((count, title)) = longest else {
            let is_digits = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
            let is_neutral =
                |word: &String| NEUTRAL_WORDS.contains(&word.as_str()) || is_digits(word);
            unknown += usize::from(!rest.first().is_some_and(is_neutral));
            at += 1;
            continue;
        };
        known += count;
        at += count;
        titled.is_general &= title.is_general;
        for section in title.sections {
            if !titled.sections.contains(section) {
                titled.sections.push(*section);
            }
        }
    }
    titled.share = if known == 0 { 0 } else { known * 10 / (known + unknown) };
    titled
}

/// The letters of a line, and what stands beside them.
#[derive(Debug)]
struct Letters<'l> {
    sections: Vec<PlanSection>,
    form: Form,
    title: &'l str,
    /// Whether something parts the letters from what follows.
    has_end: bool,
    is_unsplit: bool,
}

/// The letters at the beginning of a line.
fn leading(line: &str) -> Option<Letters<'_>> {
    let mut rest = line.trim_start_matches(['(', '[', '•', '-', '–', ' ']);
    // "PART 6 (SECTION F)", "3. Section B".
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let behind_part = word(rest, &["part"]).filter(|rest| digits(rest) > 0).unwrap_or(rest);
    let count = digits(behind_part);
    if count > 0 && count < 3 {
        let behind = behind_part.get(count..)?;
        let trimmed = behind
            .trim_start_matches(['.', ')', ':', '(', '[', '-', '–', '—', ' ', '\t', '\u{A0}']);
        if trimmed.len() < behind.len() {
            rest = trimmed;
        }
    }
    let named = word(rest, &["sections", "section", "sect.", "sect", "parts", "part"]);
    let (form, rest) = named.map_or((Form::Letter, rest), |rest| (Form::Named, rest));
    let (sections, is_unsplit, rest) = letters(rest, form == Form::Named)?;
    let is_end = |character: char| ":.)]–—-(|/\n\t".contains(character);
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{A0}']).len();
    let has_end = rest.trim().is_empty() || rest.trim_start().starts_with(is_end) || gap > 1;
    let title = rest.trim_start_matches(|character: char| is_end(character) || character == ' ');
    Some(Letters { sections, form, title, has_end, is_unsplit })
}

/// The letters at the end of a line: "Special educational needs (Section B)".
fn trailing(line: &str) -> Option<Letters<'_>> {
    let lower = line.to_ascii_lowercase();
    let at = ["section ", "sections "].iter().filter_map(|word| lower.rfind(word)).max()?;
    let (title, rest) = line.split_at_checked(at)?;
    let rest = word(rest, &["sections", "section"])?;
    let (sections, is_unsplit, rest) = letters(rest, true)?;
    let front = title.trim_end();
    let is_parted = front.ends_with(['(', '[', ':', '-', '–', '—', ',', '|', '\n']);
    let ends = rest.trim_matches([')', ']', '.', ':', ' ']).is_empty();
    let title = front.trim_end_matches(['(', '[', ':', '-', '–', '—', ',', '|', '\n', ' ']);
    if !is_parted || title.is_empty() {
        return None;
    }
    if ends {
        return Some(Letters { sections, form: Form::Named, title, has_end: true, is_unsplit });
    }
    // "EHC plan – Section B: Special educational needs".
    let behind = rest.trim_start_matches([')', ']', '.', ':', '-', '–', '—', ' ', '\t']);
    let has_end =
        behind.len() < rest.len() && rest.trim_start().starts_with([')', ']', ':', '-', '–', '—']);
    Some(Letters { sections, form: Form::Named, title: behind, has_end, is_unsplit })
}

/// What stands behind a word and the white space after it.
fn word<'l>(text: &'l str, words: &[&str]) -> Option<&'l str> {
    words.iter().find_map(|word| {
        let (front, rest) = text.split_at_checked(word.len())?;
        let trimmed = rest.trim_start_matches([' ', '\u{A0}', '\t', '\n']);
        (front.eq_ignore_ascii_case(word) && trimmed.len() < rest.len()).then_some(trimmed)
    })
}

/// One letter or several, whether they are an H that is not split, and what stands behind them.
fn letters(text: &str, is_named: bool) -> Option<(Vec<PlanSection>, bool, &str)> {
    let (mut sections, mut is_unsplit, mut rest) = letter(text, is_named)?;
    loop {
        let trimmed = rest.trim_start();
        let joint = ["and ", "AND ", "And ", "& ", "&", ", ", ",", "/ ", "/", "+ "];
        let next = joint.iter().find_map(|joint| trimmed.strip_prefix(joint)).map(str::trim_start);
        // "E, F and G": a comma and an "and" may both stand there, and the word "section" again.
        let next = next.map(|next| word(next, &["and", "sections", "section"]).unwrap_or(next));
        let Some((more, unsplit, behind)) = next.and_then(|next| letter(next, is_named)) else {
            break;
        };
        sections.extend(
            more.into_iter().filter(|section| !sections.contains(section)).collect::<Vec<_>>(),
        );
        is_unsplit |= unsplit;
        rest = behind;
    }
    Some((sections, is_unsplit, rest))
}

/// A letter, which must not go on as a word.
fn letter(text: &str, is_named: bool) -> Option<(Vec<PlanSection>, bool, &str)> {
    let first = text.chars().next().filter(char::is_ascii_alphabetic)?;
    if first.is_ascii_lowercase() && !is_named {
        return None;
    }
    let letter = first.to_ascii_uppercase();
    let rest = text.get(1..)?;
    // "H1", "H 1" and "H(1)"; "A1" and "A2" of the national template.
    let numbered = rest.trim_start_matches([' ', '(', '.']);
    let digit = numbered.chars().next().filter(|digit| {
        let is_near = numbered.len() == rest.len() || letter == 'H';
        ('1'..='2').contains(digit) && is_near
    });
    let behind = |rest: &str| !rest.chars().next().is_some_and(char::is_alphanumeric);
    if let Some(digit) = digit.filter(|_| matches!(letter, 'H' | 'A'))
        && let Some(rest) = numbered.get(1..).filter(|rest| behind(rest))
    {
        let section = match (letter, digit) {
            ('H', '1') => PlanSection::H1,
            ('H', _) => PlanSection::H2,
            _ => PlanSection::A,
        };
        let rest = if numbered.len() == text.len() - 1 {
            rest
        } else {
            rest.strip_prefix(')').unwrap_or(rest)
        };
        return Some((vec![section], false, rest));
    }
    if !behind(rest) || rest.starts_with(['\'', '’']) {
        return None;
    }
    if letter == 'H' {
        return Some((vec![PlanSection::H1, PlanSection::H2], true, rest));
    }
    let section = PlanSection::from_word(letter.encode_utf8(&mut [0; 4]))?;
    Some((vec![section], false, rest))
}
