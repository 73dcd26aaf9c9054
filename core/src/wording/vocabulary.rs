//! The words that a lexicon knows, by number.

/// The number of a word.
pub(super) type Word = u16;

/// The number of every word that the lexicon does not know.
pub(super) const UNKNOWN: Word = 0;

/// Words by number, found by a hash of their letters. A fixed hash serves: the words come from the
/// lexicon, so a text cannot make the table uneven, and a look-up stops at the first gap.
#[derive(Debug)]
pub(super) struct Vocabulary {
    words: Vec<String>,
    table: Vec<Word>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self { words: vec![String::new()], table: vec![UNKNOWN; 1 << 10] }
    }

    /// The number of a word; [`UNKNOWN`] when it has none.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(super) fn word(&self, word: &str) -> Word {
        self.table.get(self.slot(word)).copied().unwrap_or(UNKNOWN)
    }

    /// The number of a word, which is given one if it has none and there is room.
    pub(super) fn add(&mut self, word: &str) -> Word {
        let known = self.word(word);
        if known != UNKNOWN || word.is_empty() {
            return known;
        }
        let Ok(number) = Word::try_from(self.words.len()) else { return UNKNOWN };
        self.words.push(word.to_owned());
        if self.words.len() * 2 > self.table.len() {
            self.table = vec![UNKNOWN; self.table.len() * 2];
            for number in 1..=number {
                let slot =
                    self.slot(self.words.get(usize::from(number)).map_or("", String::as_str));
                if let Some(entry) = self.table.get_mut(slot) {
                    *entry = number;
                }
            }
        } else {
            let slot = self.slot(word);
            if let Some(entry) = self.table.get_mut(slot) {
                *entry = number;
            }
        }
        number
    }

    /// Where a word stands, or would stand.
    fn slot(&self, word: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut hash: u32 = 0x811c_9dc5;
        for byte in word.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut slot = (hash ^ hash >> 15) as usize & mask;
        // At least half of the table is empty, so this ends.
        loop {
            match self.table.get(slot) {
                Some(&number) if number != UNKNOWN => {
                    if self.words.get(usize::from(number)).is_some_and(|known| known == word) {
                        return slot;
                    }
                }
                _ => return slot,
            }
            slot = (slot + 1) & mask;
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
    use super::{UNKNOWN, Vocabulary, inflections};

    #[test]
    fn words_keep_their_numbers_as_the_table_grows() {
        let mut vocabulary = Vocabulary::new();
        let words: Vec<String> = (0..5_000).map(|number| format!("w{number}")).collect();
        let numbers: Vec<u16> = words.iter().map(|word| vocabulary.add(word)).collect();
        assert_eq!(numbers, (1..=5_000).collect::<Vec<u16>>());
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
