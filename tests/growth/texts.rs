//! Texts of a size, made of one piece again and again.

use std::sync::LazyLock;

use crate::Inputs;

/// Each function with what it is given beside a text.
pub(crate) const FUNCTIONS: [&str; 19] = [
    "lint A", "lint B", "lint C", "lint D", "lint E", "lint F", "lint G", "lint H1", "lint H2",
    "lint I", "lint J", "lint K", "names F", "text", "sections", "markdown", "html", "compare",
    "advice",
];

/// How many bytes the texts have.
pub(crate) const INPUTS: Inputs =
    Inputs { sizes: [234, 468, 936], scales: [3, 12, 36], most_at_first: 2.3 };

/// Pieces that took the square once, or that look as if they might.
const KNOWN: [&str; 25] = [
    "Amira will have weekly support. ",
    "(Yes). ",
    "A\u{2026} ",
    "He has autism. ",
    "Oliver can read. ",
    "zz ",
    "a",
    " ",
    "\n",
    "(",
    "[",
    "\"",
    "\u{201c}",
    "- ",
    "1. \n",
    "\t",
    "a\tb\n",
    "| a | b |\n",
    "<table><tr><td>",
    "<b>a",
    "&amp;",
    "Section F\n",
    "B\u{a7}: He needs help. (F\u{a7})\n",
    "Amira will have access to the the group (K7) for 20 minutes a day of phonics practice.\n",
    "By July 2025 she will read \u{a7} words. ",
];

/// Signs and marks that end, open, divide or join.
const SIGNS: [&str; 44] = [
    ".",
    ". ",
    "\u{2026} ",
    "!",
    "? ",
    "; ",
    ": ",
    ", ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "- ",
    "\u{2022} ",
    "1. ",
    "a) ",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\u{201c}",
    "\u{201d}",
    "'",
    "\u{2019}s ",
    "=",
    "/",
    "-",
    "\u{2013}",
    "#",
    "# ",
    "|",
    "\n|",
    "*",
    "**",
    "_",
    "<td>",
    "</td>",
    "<tr>",
    "<p>",
    "<li>",
    "<table>",
    "\u{a0}",
    "\u{a7}",
];

pub(crate) fn known() -> impl Iterator<Item = String> {
    KNOWN.iter().map(|piece| (*piece).to_owned())
}

/// Pieces of one to five words and signs, the same each time.
pub(crate) fn by_chance(function: &str, count: usize) -> impl Iterator<Item = String> {
    let mut chance = Chance(function.bytes().fold(7, |seed, byte| seed * 31 + u64::from(byte)));
    (0..count).map(move |_| {
        let mut piece = String::new();
        for _ in 0..=chance.below(5) {
            if chance.below(3) == 0 {
                piece.push_str(SIGNS[chance.below(SIGNS.len())]);
            } else {
                piece.push_str(&WORDS[chance.below(WORDS.len())]);
                piece.push_str(if chance.below(4) == 0 { "" } else { " " });
            }
        }
        piece
    })
}

/// A piece as often as it fits; a section sign in it is the number of the piece.
pub(crate) fn repeated(piece: &str, size: usize) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < size {
        number += 1;
        text.push_str(&piece.replace('\u{a7}', &number.to_string()));
    }
    text
}

/// The words of the lexicon's examples and patterns, and some that are names.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lexicon: serde_json::Value =
        serde_json::from_str(ehcp_qa_core::wording::WORDING_WITH_EXAMPLES).expect("JSON");
    let mut words: Vec<String> =
        ["Amira", "Oliver", "He", "She", "A1", "F2", "2024", "19/01/2024", "30 minutes"]
            .map(str::to_owned)
            .to_vec();
    gather(&lexicon, &mut words);
    words.sort();
    words.dedup();
    words
});

fn gather(value: &serde_json::Value, words: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => {
            let of_patterns = |c: char| c.is_whitespace() || "|~<>?#".contains(c);
            words
                .extend(text.split(of_patterns).filter(|word| !word.is_empty()).map(str::to_owned));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| gather(value, words)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| gather(value, words)),
        _ => {}
    }
}

/// Numbers that look like chance: `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let count = u64::try_from(count).expect("a count");
        usize::try_from((z ^ (z >> 31)) % count).expect("below a count")
    }
}
