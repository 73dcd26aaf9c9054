//! The few words that pictures show of an item.

use super::finding::{Thread, ThreadFinding, ThreadNode};
use super::plan::{ItemNumber, ThreadKind};
use crate::document::table::Table;
use crate::framework::ThreadBuiltIn;

/// The most characters of a text that a picture shows.
const MOST_SHOWN: usize = 32;

impl ThreadKind {
    /// The heading of its column, and the sections that it shows.
    pub(super) const fn heading(self) -> (&'static str, &'static str) {
        match self {
            Self::Aspiration => ("Aspirations", "Section A"),
            Self::Advice => ("Advice", "Section K"),
            Self::Need => ("Needs", "Sections B, C and D"),
            Self::Provision => ("Provision", "Sections F, G and H"),
            Self::Outcome => ("Outcomes", "Section E"),
        }
    }
}

/// An item as a picture shows it.
pub(super) struct Labelled<'t, 'a> {
    pub(super) item: &'t ThreadNode<'a>,
    /// The findings that break it. Where it has no line, those that follow from this are left out.
    pub(super) breaks: Vec<&'t ThreadFinding<'a>>,
}

/// The items of a thread by their numbers.
pub(super) type Items<'t, 'a> = Table<ItemNumber, Labelled<'t, 'a>>;

/// Each item with what breaks it.
pub(super) fn items<'t, 'a>(thread: &'t Thread<'a>) -> Items<'t, 'a> {
    let unbroken = |item| Labelled { item, breaks: Vec::new() };
    let mut items: Items = thread.items.iter().map(unbroken).collect();
    for finding in thread.findings.iter().filter(|finding| finding.is_break()) {
        items[finding.number].breaks.push(finding);
    }
    for Labelled { breaks, .. } in items.rows_mut() {
        let is_orphan = |finding: &&ThreadFinding| finding.rule == ThreadBuiltIn::Orphan.word();
        if breaks.iter().any(is_orphan) {
            // An unknown link is a fault of its own.
            breaks.retain(|finding| ThreadBuiltIn::from_word(finding.rule).is_some());
        }
    }
    items
}

/// All breaks, in the order of the items.
pub(super) fn breaks<'i, 'a>(
    items: &'i Items<'_, 'a>,
) -> impl Iterator<Item = &'i ThreadFinding<'a>> {
    items.rows().iter().flat_map(|labelled| labelled.breaks.iter().copied())
}

/// The marks of these findings, each once: two unknown links have one mark.
pub(super) fn marks<'a>(breaks: &[&ThreadFinding<'a>]) -> Vec<&'a str> {
    let mut marks = Vec::new();
    for finding in breaks {
        if !marks.contains(&finding.mark) {
            marks.push(finding.mark);
        }
    }
    marks
}

/// The first words of a text on one line, cut between two characters as people see them.
pub(super) fn first_words(text: &str) -> String {
    let mut shown: Vec<char> = Vec::new();
    // One character more than is shown, to know whether the text goes on.
    for c in text.chars() {
        let c = if c.is_control() || c.is_whitespace() { ' ' } else { c };
        if c != ' ' || shown.last().is_some_and(|last| *last != ' ') {
            shown.push(c);
        }
        if shown.len() > MOST_SHOWN + 1 {
            break;
        }
    }
    if shown.last() == Some(&' ') {
        shown.pop();
    }
    if shown.len() <= MOST_SHOWN {
        return shown.iter().collect();
    }
    // The ellipsis is a character too.
    let most = MOST_SHOWN - 1;
    let cut = (1..=most).rev().find(|cut| may_cut(&shown, *cut)).unwrap_or(most);
    let mut words: String = shown.iter().take(cut).collect();
    words.truncate(words.trim_end().len());
    words.push('…');
    words
}

/// Whether a text may be cut before one of its characters: not before a mark that belongs to the character
/// before it, and not within a flag, a Hangul syllable or characters that a joiner holds together.
fn may_cut(text: &[char], cut: usize) -> bool {
    let (before, after) = text.split_at_checked(cut).unwrap_or_default();
    let is_flag = |c: &&char| ('\u{1F1E6}'..='\u{1F1FF}').contains(*c);
    let flags = before.iter().rev().take_while(is_flag).count();
    let splits_flag = flags % 2 == 1 && after.first().is_some_and(|c| is_flag(&c));
    before.last() != Some(&'\u{200D}')
        && !splits_flag
        && !after.first().is_some_and(|c| belongs_to_last(*c))
}

/// Whether a character is seen as part of the one before it.
fn belongs_to_last(c: char) -> bool {
    match u32::from(c) {
        // Marks of Latin, Greek and Cyrillic, Hebrew, Arabic.
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C7
        | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E8
        | 0x06EA..=0x06ED
        // Vowels and finals of Hangul, marks for any script, joiners, kana voicing.
        | 0x1160..=0x11FF | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200C..=0x200D
        | 0x20D0..=0x20FF | 0x3099..=0x309A
        // Variation selectors, half marks, skin tones, tags.
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F
        | 0xE0100..=0xE01EF => true,
        // The scripts of India keep signs at the same places of their blocks; so do Thai and Lao.
        code @ 0x0900..=0x0DFF => {
            matches!(code & 0x7F, 0x00..=0x03 | 0x3C | 0x3E..=0x4D | 0x62..=0x63)
        }
        code @ 0x0E00..=0x0EFF => matches!(code & 0x7F, 0x31 | 0x34..=0x3A | 0x47..=0x4E),
        _ => false,
    }
}
