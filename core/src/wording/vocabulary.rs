//! The words that a lexicon knows, by number.

use crate::document::table::{Number, Table, number};

number! {
    /// The number of a word.
    pub(super) struct Word;
}

number! {
    /// A place of the hash table.
    struct Slot;
}

/// The number of every word that the lexicon does not know.
pub(super) const UNKNOWN: Word = Word(0);

/// The most words, [`UNKNOWN`] among them.
const MOST_WORDS: usize = 1 << 16;

/// Words by number, found by a hash of their letters. A fixed hash is enough: the words come from the
/// lexicon, so that a text cannot fill the table unevenly, and a search stops at the first empty slot.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    words: Table<Word, String>,
    slots: Table<Slot, Word>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self { words: Table::from(vec![String::new()]), slots: Table::from(vec![UNKNOWN; 1 << 10]) }
    }

    /// How many words it has, [`UNKNOWN`] among them.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word; [`UNKNOWN`] when it has none.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(super) fn word(&self, word: &str) -> Word {
        self.slots[self.slot(word)]
    }

    /// The number of a word, which is given one if it has none and there is room.
    pub(super) fn add(&mut self, word: &str) -> Word {
        let slot = self.slot(word);
        let known = self.slots[slot];
        if known != UNKNOWN || word.is_empty() {
            return known;
        }
        if self.words.len() >= MOST_WORDS {
            return UNKNOWN;
        }
        let added = self.words.push(word.to_owned());
        if self.words.len() * 2 > self.slots.len() {
            self.slots = Table::from(vec![UNKNOWN; self.slots.len() * 2]);
            for number in self.words.numbers().filter(|number| *number != UNKNOWN) {
                let slot = self.slot(&self.words[number]);
                self.slots[slot] = number;
            }
        } else {
            self.slots[slot] = added;
        }
        added
    }

    /// The slot of a word: the one that it has, or the one that it would get.
    fn slot(&self, word: &str) -> Slot {
        let mask = self.slots.len() - 1;
        let mut hash: u32 = 0x811c_9dc5;
        for byte in word.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut place = (hash ^ hash >> 15) as usize & mask;
        // At least half of the slots are empty, so that this ends.
        loop {
            let slot = Slot::at(place);
            let known = self.slots[slot];
            if known == UNKNOWN || self.words[known] == word {
                return slot;
            }
            place = (place + 1) & mask;
        }
    }
}

/// The regular inflections of a word, and the word.
pub(super) fn inflections(word: &str) -> Vec<String> {
    let with = |stem: &str, ending: &str| [stem, ending].concat();
    let mut forms = vec![word.to_owned()];
    let bytes = word.as_bytes();
    let is_vowel = |byte: Option<&u8>| byte.is_some_and(|byte| b"aeiou".contains(byte));
    let last = bytes.last().copied().unwrap_or(b' ');
    let before = bytes.len().checked_sub(2).and_then(|at| bytes.get(at));
    if last == b'e' {
        let stem = word.strip_suffix('e').unwrap_or(word);
        forms.extend([with(word, "s"), with(word, "d"), with(stem, "ing")]);
    } else if last == b'y' && !is_vowel(before) {
        let stem = word.strip_suffix('y').unwrap_or(word);
        forms.extend([with(stem, "ies"), with(stem, "ied"), with(word, "ing")]);
    } else {
        let plural = if b"sxz".contains(&last) || word.ends_with("ch") || word.ends_with("sh") {
            "es"
        } else {
            "s"
        };
        forms.extend([with(word, plural), with(word, "ed"), with(word, "ing")]);
        if is_vowel(before) && !is_vowel(Some(&last)) && !b"wxy".contains(&last) {
            let doubled = with(word, word.get(word.len() - 1..).unwrap_or(""));
            forms.extend([with(&doubled, "ed"), with(&doubled, "ing")]);
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::{UNKNOWN, Vocabulary, Word, inflections};

    #[test]
    fn words_keep_their_numbers_as_the_table_grows() {
        let mut vocabulary = Vocabulary::new();
        let words: Vec<String> = (0..5_000).map(|number| format!("w{number}")).collect();
        let numbers: Vec<Word> = words.iter().map(|word| vocabulary.add(word)).collect();
        assert_eq!(numbers, (1..=5_000).map(Word).collect::<Vec<Word>>());
        for (word, number) in words.iter().zip(numbers) {
            assert_eq!(vocabulary.word(word), number);
            assert_eq!(vocabulary.add(word), number);
        }
        assert_eq!(vocabulary.word("other"), UNKNOWN);
        assert_eq!(vocabulary.word(""), UNKNOWN);
    }

    #[test]
    fn words_are_inflected_regularly() {
        assert_eq!(inflections("provide"), ["provide", "provides", "provided", "providing"]);
        assert_eq!(
            inflections("opportunity"),
            ["opportunity", "opportunities", "opportunitied", "opportunitying"]
        );
        assert_eq!(
            inflections("plan"),
            ["plan", "plans", "planed", "planing", "planned", "planning"]
        );
        assert_eq!(inflections("teach"), ["teach", "teaches", "teached", "teaching"]);
        assert_eq!(inflections("play"), ["play", "plays", "played", "playing"]);
    }
}
