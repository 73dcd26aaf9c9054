//! Names: of another child in the place of the child's, and names that are nearly those of somebody in the plan.
//!
//! Why: a name from another plan is a breach of that family's confidence and a sign of copied text; a misspelt one is
//! the first thing that a family sees. Only a name that nobody introduces counts as another child's: one that stands
//! by itself, with a verb that says what a child does, and that the plan does not use as a word.

use super::finding::FindingKind;
use super::findings::{Findings, Spot};
use super::text::{BlockNumber, PlanText, TextBlock, Word};
use super::vocabulary::is_small;
use crate::document::map::{Keys as _, Numbers, TextMap, Texts};
use crate::framework::{PlanBuiltIn, PlanReading};
use crate::plan::TextPlace;
use crate::text::order::sort_by;

/// A name that stands oftener is somebody whom the plan speaks of.
const MOST_TIMES: usize = 2;

/// A shorter name is too near to other words.
const LEAST_LETTERS: usize = 4;

/// From so many letters on, two of them may be wrong.
const LETTERS_FOR_TWO: usize = 7;

/// Up to so many letters, a name is near to too many words: only letters that change places count.
const MOST_LETTERS_OF_SHORT: usize = 4;

/// The most surnames that are compared for one first name.
const MOST_SURNAMES: usize = 20;

/// Words before a name that say who somebody is.
const TITLES: [&str; 9] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sister", "sir"];

/// Words before a name that say whose relation somebody is.
const RELATIONS: [&str; 14] = [
    "mother",
    "father",
    "mum",
    "dad",
    "brother",
    "sister",
    "friend",
    "cousin",
    "aunt",
    "uncle",
    "grandmother",
    "grandfather",
    "partner",
    "carer",
];

/// Verbs that follow a name. A double name, such as Anna-Maria, needs no other sign.
const AUXILIARIES: [&str; 7] = ["will", "has", "is", "was", "can", "should", "needs"];

/// Who is known in a plan.
pub(super) struct People {
    /// The words of the child's names, in lower case.
    pub(super) child: Texts,
    /// The words of the names of others.
    others: Texts,
}

impl People {
    pub(super) fn new(names: &[String], people: &[String]) -> Self {
        let words = |names: &[String]| {
            let mut words = Texts::default();
            for name in names {
                let parts = name.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '’');
                for part in parts.filter(|part| !part.is_empty()) {
                    words.insert(&part.to_lowercase());
                }
            }
            words
        };
        Self { child: words(names), others: words(people) }
    }

    fn knows(&self, word: &str) -> bool {
        self.child.contains(word) || self.others.contains(word)
    }

    /// Whether a word is the child's name or a pronoun.
    pub(super) fn is_child(&self, word: &Word) -> bool {
        self.child.contains(&word.lower())
            || ["he", "she", "they"].iter().any(|pronoun| word.is(pronoun))
    }
}

/// How a capitalised word is used in the plan.
#[derive(Default)]
struct Use {
    times: usize,
    /// Whether it stands beside another capitalised word, a title or a relation.
    is_part: bool,
    /// Whether the text says who it is, in one of these or other ways.
    is_introduced: bool,
    /// Where it stands by itself, with a verb of what a child does.
    as_child: Vec<(BlockNumber, TextPlace)>,
    first: Option<(BlockNumber, TextPlace)>,
}

/// Checks every name in the text.
pub(super) fn people<'a>(
    reading: &'a PlanReading,
    text: &PlanText,
    people: &People,
    taken: &Numbers,
    findings: &mut Findings<'a>,
) {
    let mut uses: TextMap<Use> = TextMap::default();
    let mut small = Texts::default();
    for (number, block) in text.blocks.iter() {
        for sentence in block.in_sentences() {
            for (at, word) in sentence.iter().enumerate() {
                if !word.is_capital() {
                    small.insert(&word.lower());
                } else if word.text.chars().skip(1).any(char::is_lowercase) {
                    note(&mut uses, reading, block, number, sentence, at);
                }
            }
        }
    }
    for (name, of) in uses.iter() {
        if is_small(name) || small.contains(name) || people.knows(name) {
            continue;
        }
        let near = nearest(name, &people.child);
        if let (Some(near), Some(rule)) = (near, reading.rule(PlanBuiltIn::NameMisspelt))
            && let Some((number, place)) = of.first
            && of.times <= MOST_TIMES
            && !of.is_part
        {
            let spot = spot(text, number, place, name);
            let near = with_capital(near);
            let here = with_capital(name);
            let parts: [(&str, &dyn std::fmt::Display); 2] = [("here", &here), ("there", &near)];
            findings.found(FindingKind::Name, rule, spot, &parts);
        } else if of.times <= MOST_TIMES
            && !of.is_introduced
            && let Some(rule) = reading.rule(PlanBuiltIn::UnknownName)
        {
            for (number, place) in
                of.as_child.iter().filter(|(_, place)| !taken.contains(&place.key()))
            {
                let spot = spot(text, *number, *place, name);
                findings.found(FindingKind::Name, rule, spot, &[("name", &with_capital(name))]);
            }
        }
    }
    surnames(reading, text, findings);
}

fn spot<'w>(text: &PlanText, number: BlockNumber, place: TextPlace, words: &'w str) -> Spot<'w> {
    let section = text.blocks[number].section();
    Spot { section, place: Some(place), others: Vec::new(), words }
}

/// A name with its first letter as a capital, of any alphabet.
fn with_capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Notes how a capitalised word is used.
fn note(
    uses: &mut TextMap<Use>,
    reading: &PlanReading,
    block: &TextBlock,
    number: BlockNumber,
    sentence: &[Word],
    at: usize,
) {
    let Some(word) = sentence.get(at) else { return };
    let of = uses.entry(&word.lower());
    of.times += 1;
    let place = block.place(std::slice::from_ref(word));
    of.first.get_or_insert((number, place));
    let before = at.checked_sub(1).and_then(|before| sentence.get(before));
    let next = sentence.get(at + 1);
    let is_close = |other: &Word, gap: &Word| gap.follows_closely() && other.is_capital();
    // A small word with a capital only begins the sentence.
    let beside_before = before.is_some_and(|other| {
        let begins = at == 1 && is_small(&other.lower());
        let is_title = || TITLES.iter().chain(&RELATIONS).any(|title| other.is(title));
        is_close(other, word) && !begins || is_title()
    });
    let beside_next = next.is_some_and(|next| is_close(next, next));
    let explained = next.is_some_and(|next| next.gap.contains(['(', ',', '&']));
    let in_brackets = word.gap.contains(['(', '[', ',', '&']);
    // "her brother Tuan": a noun in front of a name says who it is.
    let after_noun = before.is_some_and(|other| {
        !other.is_capital() && !is_small(&other.lower()) && word.follows_closely()
    });
    of.is_part |= beside_before || beside_next;
    if of.is_part || explained || in_brackets || after_noun || word.is_quoted {
        of.is_introduced = true;
    } else if block.is_prose() && (at == 0 || before.is_some_and(|other| is_small(&other.lower())))
    {
        let rest = sentence.get(at + 1..).unwrap_or_default();
        let does = |phrase: &String| super::vocabulary::begins(rest, phrase).is_some();
        let is_double = word.text.split('-').filter(|part| starts_as_name(part)).count() > 1;
        let acts = rest.first().is_some_and(|next| AUXILIARIES.iter().any(|verb| next.is(verb)));
        if reading.child_verbs.iter().any(does) || is_double && acts {
            of.as_child.push((number, place));
        }
    }
}

/// Whether a part of a word is a capital with small letters behind it.
fn starts_as_name(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// The name of the child that a word is nearly.
fn nearest<'n>(word: &str, names: &'n Texts) -> Option<&'n str> {
    let names = names.in_order().into_iter().map(|(name, _)| name);
    names.into_iter().find(|name| is_nearly(word, name))
}

/// Whether two words differ in one letter, or in two where they are long. Two letters that change places are one.
fn is_nearly(word: &str, name: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), name.chars().collect());
    let letters = a.len().min(b.len());
    if letters < LEAST_LETTERS || a.len().abs_diff(b.len()) > 2 || a.len() > 40 || a == b {
        return false;
    }
    // A plural or a possessive is no other name.
    if [("s", word, name), ("s", name, word)]
        .iter()
        .any(|(end, long, short)| long.strip_suffix(end).is_some_and(|long| long == *short))
    {
        return false;
    }
    let in_order = |word: &[char]| {
        let mut letters = word.to_vec();
        sort_by(&mut letters, Ord::cmp);
        letters
    };
    if letters <= MOST_LETTERS_OF_SHORT && in_order(&a) != in_order(&b) {
        return false;
    }
    let most = if letters >= LETTERS_FOR_TWO { 2 } else { 1 };
    a.first() == b.first() && distance(&a, &b) <= most
        || letters > LEAST_LETTERS && a.get(1..) == b.get(1..)
}

/// How many letters are to be put in, taken out, changed or exchanged with their neighbours to make one word of
/// another.
fn distance(a: &[char], b: &[char]) -> usize {
    // For the letters of one so far, what it takes to make the first of the other, the first two, and so on.
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut before_above = above.clone();
    let mut last = b.len();
    let mut before_x = None;
    for (i, x) in a.iter().enumerate() {
        last = i + 1;
        let mut row = vec![last];
        let mut before_y = None;
        // What the letters before the last two take: nothing is exchanged with what is not there.
        let exchanged = [0].iter().chain(&before_above);
        let around = above.iter().zip(above.iter().skip(1)).zip(exchanged);
        for (y, ((corner, over), exchanged)) in b.iter().zip(around) {
            let change = corner + usize::from(x != y);
            last = change.min(over + 1).min(last + 1);
            if before_x == Some(y) && before_y == Some(x) {
                last = last.min(exchanged + 1);
            }
            row.push(last);
            before_y = Some(y);
        }
        before_above = std::mem::replace(&mut above, row);
        before_x = Some(x);
    }
    last
}

/// Full names with one first name and surnames that are nearly the same.
fn surnames<'a>(reading: &'a PlanReading, text: &PlanText, findings: &mut Findings<'a>) {
    let Some(rule) = reading.rule(PlanBuiltIn::NameMisspelt) else { return };
    // By first names: the surnames, with how often each stands and where it stands first.
    let mut names: TextMap<Vec<(&str, usize, BlockNumber, TextPlace)>> = TextMap::default();
    for (number, block) in text.blocks.iter() {
        for pair in block.words.windows(2) {
            let [first, last] = pair else { continue };
            let is_name = first.is_capital() && last.is_capital() && last.follows_closely();
            if !is_name || last.text.chars().count() < LEAST_LETTERS {
                continue;
            }
            let surnames = names.entry(first.text);
            if let Some((_, times, ..)) =
                surnames.iter_mut().find(|(known, ..)| *known == last.text)
            {
                *times += 1;
            } else if surnames.len() < MOST_SURNAMES {
                surnames.push((last.text, 1, number, block.place(std::slice::from_ref(last))));
            }
        }
    }
    for (first, surnames) in names.iter() {
        for (at, one) in surnames.iter().enumerate() {
            for other in surnames.iter().skip(at + 1) {
                if !is_nearly(&one.0.to_lowercase(), &other.0.to_lowercase()) {
                    continue;
                }
                let (rare, usual) = if one.1 < other.1 { (one, other) } else { (other, one) };
                let (here, there) = ([first, rare.0].join(" "), [first, usual.0].join(" "));
                let mut spot = spot(text, rare.2, rare.3, &here);
                spot.others.push(usual.3);
                let parts: [(&str, &dyn std::fmt::Display); 2] =
                    [("here", &here), ("there", &there)];
                findings.found(FindingKind::Name, rule, spot, &parts);
            }
        }
    }
}
