//! The words of a statement in a normal form, with their places.

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::whole) struct Word {
    /// The word in lower case, without hyphens, apostrophes and what follows them.
    pub(in crate::whole) text: String,
    /// How much of it is its stem.
    stem: usize,
    /// Where it starts and ends, in bytes.
    pub(in crate::whole) start: usize,
    pub(in crate::whole) end: usize,
    /// A number in digits or in words, in hundredths.
    pub(in crate::whole) number: Option<i64>,
    /// A sign that parts what stands before it from what follows.
    pub(in crate::whole) gap: Gap,
    /// It begins with a capital letter.
    pub(in crate::whole) is_capital: bool,
    /// It ends in an apostrophe and an s, which its text leaves out.
    pub(in crate::whole) is_possessive: bool,
    /// Those of the table's sets of words that say the same which it is in, a bit each.
    pub(super) alike: u64,
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::whole) enum Gap {
    /// A space, or a hyphen.
    None,
    /// A comma, a bracket or a dash.
    Comma,
    /// A colon, a semicolon, a tab between cells, or a full stop.
    Clause,
}

/// Endings that a stem leaves out, the longest first.
const ENDINGS: [&str; 8] = ["ings", "ing", "ies", "ed", "es", "s", "e", "y"];

/// The shortest stem.
const LEAST_STEM: usize = 3;

/// The shortest stem that makes a family with longer ones.
const LEAST_FAMILY: usize = 5;

impl Word {
    /// Whether another word is a form of this one, or its number.
    pub(in crate::whole) fn is_same(&self, other: &Self) -> bool {
        match self.number {
            Some(number) => other.number == Some(number),
            None => other.stem() == self.stem(),
        }
    }

    /// Whether both say the same in a plan: they have one stem, are of one family, such as "assess" and "assessment",
    /// or are in one set of words that do.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        let (short, long) = (self.stem(), other.stem());
        let (short, long) = if short.len() < long.len() { (short, long) } else { (long, short) };
        let is_family = short.len() >= LEAST_FAMILY && long.starts_with(short);
        short == long || is_family || self.alike & other.alike != 0
    }

    /// The first of the sets of words that say the same in a plan which it is in, by its number.
    pub(super) fn meaning(&self) -> Option<u32> {
        (self.alike != 0).then(|| self.alike.trailing_zeros())
    }

    pub(in crate::whole) fn new(text: String, start: usize, end: usize, gap: Gap) -> Self {
        let stem = stem_length(&text);
        Self {
            text,
            stem,
            start,
            end,
            number: None,
            gap,
            is_capital: false,
            is_possessive: false,
            alike: 0,
        }
    }

    /// Its stem: the same for a word and its regular inflections.
    pub(in crate::whole) fn stem(&self) -> &str {
        self.text.get(..self.stem).unwrap_or(&self.text)
    }

    /// Makes it another word at the same place.
    pub(in crate::whole) fn set(&mut self, text: String) {
        self.stem = stem_length(&text);
        self.text = text;
    }

    /// Whether it is one of these words, which a bar parts.
    pub(in crate::whole) fn is(&self, any: &str) -> bool {
        any.split('|').any(|word| word == self.text)
    }

    /// Whether it is a number that is written as a word.
    pub(in crate::whole) fn is_spelled(&self) -> bool {
        self.number.is_some() && self.text.bytes().all(|byte| byte.is_ascii_alphabetic())
    }
}

/// The length of the stem of a word in lower case.
pub(super) fn stem_length(word: &str) -> usize {
    if word.len() <= LEAST_STEM || !word.is_ascii() {
        return word.len();
    }
    for ending in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let is_kept = match ending {
            "s" => stem.ends_with('s'),
            // "Play" has no ending, and "activity" has that of "activities".
            "y" => stem.ends_with(['a', 'e', 'o', 'u']),
            _ => false,
        };
        if stem.len() < LEAST_STEM || is_kept {
            continue;
        }
        // "running" is "run": a letter that was doubled before the ending counts once.
        let mut ends = stem.bytes().rev();
        let is_doubled = matches!(ending, "ings" | "ing" | "ed")
            && ends.next().is_some_and(|last| ends.next() == Some(last) && last != b's');
        return stem.len() - usize::from(is_doubled && stem.len() > LEAST_STEM);
    }
    word.len()
}

/// Splits a text into words. Hyphens part words; `1:1` and `30-45` have `to` between their numbers.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut gap = Gap::Clause;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        let mut length = c.len_utf8();
        let mut word = |text: &str, length: usize| {
            words.push(Word::new(text.to_owned(), start, start + length, gap));
            gap = Gap::None;
        };
        if c.is_ascii_digit() || fraction(c).is_some() {
            length = number_length(rest);
            let digits = rest.get(..length).unwrap_or_default();
            word(digits, length);
            if let Some(last) = words.last_mut() {
                (last.number, last.stem) = (digits_value(digits), length);
            }
            let mut behind = rest.get(length..).unwrap_or_default().chars();
            if matches!(behind.next(), Some(':' | '-' | '\u{2013}'))
                && behind.next().is_some_and(|c| c.is_ascii_digit())
            {
                words.push(Word::new("to".to_owned(), start + length, start + length + 1, gap));
                let sign = rest.get(length..).and_then(|rest| rest.chars().next());
                length += sign.map_or(0, char::len_utf8);
            }
        } else if c.is_alphabetic() {
            length = word_length(rest);
            let (normal, is_possessive) = normal(rest.get(..length).unwrap_or_default());
            word(&normal, length);
            if let Some(last) = words.last_mut() {
                (last.is_capital, last.is_possessive) = (c.is_uppercase(), is_possessive);
            }
        } else {
            match c {
                '%' => word("%", 1),
                '\u{a3}' => word("£", length),
                '\u{d7}' => word("x", length),
                ':' | ';' | '\t' | '\n' | '.' | '!' | '?' => gap = gap.max(Gap::Clause),
                ',' | '(' | ')' | '\u{2013}' | '\u{2014}' => gap = gap.max(Gap::Comma),
                '-' if rest.starts_with("- ") => gap = gap.max(Gap::Comma),
                _ => {}
            }
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    words
}

/// The length of a word: letters, with apostrophes between them and digits behind them; or letters with full stops, as
/// in "a.m.".
fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let letters = bytes.chunks(2).take_while(|pair| {
        pair.first().is_some_and(u8::is_ascii_alphabetic) && pair.get(1) == Some(&b'.')
    });
    let letters = letters.count();
    if letters > 1 {
        return 2 * letters;
    }
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = is_apostrophe(c) && characters.peek().is_some_and(|(_, c)| c.is_alphabetic());
        let is_of_word = c.is_alphanumeric() || joins || is_invisible(c);
        if !is_of_word || fraction(c).is_some() || c == '\u{d7}' {
            return at;
        }
    }
    text.len()
}

/// A word in lower case without a possessive ending, whether it has one, and without what is not seen.
fn normal(word: &str) -> (String, bool) {
    let mut normal = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            c if is_apostrophe(c) => normal.push('\''),
            c if is_invisible(c) || c == '.' => {}
            c => normal.extend(c.to_lowercase()),
        }
    }
    let owner = normal.strip_suffix("'s").map(str::len);
    normal.truncate(owner.unwrap_or(normal.len()));
    (normal, owner.is_some())
}
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A fraction that is one character, in hundredths.
fn fraction(c: char) -> Option<i64> {
    match c {
        '\u{bd}' => Some(50),
        '\u{bc}' => Some(25),
        '\u{be}' => Some(75),
        _ => None,
    }
}

/// The length of a number: digits, with a point or commas between them, or a date in digits.
fn number_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = matches!(c, '.' | ',' | '/')
            && characters.peek().is_some_and(|(_, c)| c.is_ascii_digit());
        if !(c.is_ascii_digit() || joins || fraction(c).is_some()) {
            return at;
        }
    }
    text.len()
}

/// The value of a number in hundredths; none for a date, or a number out of bounds.
fn digits_value(digits: &str) -> Option<i64> {
    let last = digits.chars().next_back()?;
    if let Some(part) = fraction(last) {
        let units = digits.trim_end_matches(|c| fraction(c).is_some());
        return if units.is_empty() { Some(part) } else { Some(digits_value(units)? + part) };
    }
    let plain = digits.replace(',', "");
    let (units, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let units = if units.len() <= 7 { units.parse::<i64>().ok()? } else { return None };
    let part = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse::<i64>().ok()?,
        _ => return None,
    };
    Some(units * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::{Gap, stem_length, words};

    #[test]
    fn words_have_numbers_stems_and_gaps() {
        let read = words("Two 45-minute sessions, 1:3; Ann’s 2½ hours (1,250) each a.m.");
        let texts: Vec<_> = read.iter().map(|word| word.text.as_str()).collect();
        let expected = [
            "two", "45", "minute", "sessions", "1", "to", "3", "ann", "2½", "hours", "1,250",
            "each", "am",
        ];
        assert_eq!(texts, expected);
        let numbers: Vec<_> = read.iter().filter_map(|word| word.number).collect();
        assert_eq!(numbers, [4500, 100, 300, 250, 125_000]);
        let gaps: Vec<_> =
            read.iter().map(|word| word.gap).filter(|gap| *gap > Gap::None).collect();
        // Before "Two", "1:3", "Ann’s", "1,250" and "each".
        assert_eq!(gaps, [Gap::Clause, Gap::Comma, Gap::Clause, Gap::Comma, Gap::Comma]);
    }

    #[test]
    fn inflections_have_one_stem() {
        for (one, other) in [
            ("session", "sessions"),
            ("teach", "teaching"),
            ("provide", "provided"),
            ("activity", "activities"),
            ("run", "running"),
            ("stay", "stays"),
            ("supervise", "supervising"),
        ] {
            assert_eq!(one.get(..stem_length(one)), other.get(..stem_length(other)), "{one}");
        }
        assert_ne!(stem_length("class"), 4);
    }
}
