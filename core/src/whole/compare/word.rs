//! The words of a statement in a normal form, with their places.

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The word in lower case, without hyphens, apostrophes and what follows them.
    pub(super) text: String,
    /// How much of it is its stem.
    stem: usize,
    /// Where it starts and ends, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// A number in digits or in words, in hundredths.
    pub(super) number: Option<i64>,
    /// A sign that parts what stands before it from what follows.
    pub(super) gap: Gap,
    /// It begins with a capital letter.
    pub(super) is_capital: bool,
    /// It ends in an apostrophe and an s, which its text leaves out.
    pub(super) is_possessive: bool,
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
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

impl Word {
    /// Its stem: the same for a word and its regular inflections.
    pub(super) fn stem(&self) -> &str {
        self.text.get(..self.stem).unwrap_or(&self.text)
    }

    /// Works its stem out anew.
    pub(super) fn restem(&mut self) {
        self.stem = stem_length(&self.text);
    }

    /// Whether it is one of these words.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.text.as_str())
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
pub(super) fn words(text: &str, value: impl Fn(&str) -> Option<i64>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut gap = Gap::Clause;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        if c.is_ascii_digit() || fraction(c).is_some() {
            let length = number_length(rest);
            let digits = rest.get(..length).unwrap_or_default();
            words.push(Word {
                number: digits_value(digits),
                text: digits.to_owned(),
                stem: digits.len(),
                start,
                end: start + length,
                gap,
                is_capital: false,
                is_possessive: false,
            });
            gap = Gap::None;
            rest = rest.get(length..).unwrap_or_default();
            let next = rest.chars().nth(1);
            let is_between = matches!(rest.chars().next(), Some(':' | '-' | '\u{2013}'))
                && next.is_some_and(|c| c.is_ascii_digit());
            if is_between {
                words.push(plain("to", text.len() - rest.len(), Gap::None));
                rest = behind_first(rest);
            }
        } else if c.is_alphabetic() {
            let length = word_length(rest);
            let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
            let (normal, is_possessive) = normal(word);
            words.push(Word {
                number: value(&normal),
                stem: stem_length(&normal),
                text: normal,
                start,
                end: start + length,
                gap,
                is_capital: c.is_uppercase(),
                is_possessive,
            });
            gap = Gap::None;
            rest = behind;
        } else {
            match c {
                '%' | '\u{a3}' => {
                    words.push(plain(if c == '%' { "%" } else { "£" }, start, gap));
                    gap = Gap::None;
                }
                '\u{d7}' => words.push(plain("x", start, gap)),
                ':' | ';' | '\t' | '\n' | '.' | '!' | '?' => gap = gap.max(Gap::Clause),
                ',' | '(' | ')' | '\u{2013}' | '\u{2014}' => gap = gap.max(Gap::Comma),
                '-' if rest.starts_with("- ") => gap = gap.max(Gap::Comma),
                _ => {}
            }
            rest = behind_first(rest);
        }
    }
    words
}

fn behind_first(text: &str) -> &str {
    let mut characters = text.chars();
    characters.next();
    characters.as_str()
}

/// A word that stands for a sign.
fn plain(text: &str, start: usize, gap: Gap) -> Word {
    let stem = text.len();
    Word {
        text: text.to_owned(),
        stem,
        start,
        end: start + 1,
        number: None,
        gap,
        is_capital: false,
        is_possessive: false,
    }
}

/// The length of a word: letters, with apostrophes between them and digits behind them.
fn word_length(text: &str) -> usize {
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
            c if is_invisible(c) => {}
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
        let whole = digits.trim_end_matches(|c| fraction(c).is_some());
        return if whole.is_empty() { Some(part) } else { Some(digits_value(whole)? + part) };
    }
    let plain = digits.replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let whole = if whole.len() <= 7 { whole.parse::<i64>().ok()? } else { return None };
    let part = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse::<i64>().ok()?,
        _ => return None,
    };
    Some(whole * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::{Gap, stem_length, words};

    #[test]
    fn words_have_numbers_stems_and_gaps() {
        let value = |word: &str| (word == "two").then_some(200);
        let read = words("Two 45-minute sessions, 1:3; Ann’s 2½ hours (1,250)", value);
        let texts: Vec<_> = read.iter().map(|word| word.text.as_str()).collect();
        let expected =
            ["two", "45", "minute", "sessions", "1", "to", "3", "ann", "2½", "hours", "1,250"];
        assert_eq!(texts, expected);
        let numbers: Vec<_> = read.iter().filter_map(|word| word.number).collect();
        assert_eq!(numbers, [200, 4500, 100, 300, 250, 125_000]);
        let gaps: Vec<_> =
            read.iter().map(|word| word.gap).filter(|gap| *gap > Gap::None).collect();
        assert_eq!(gaps, [Gap::Clause, Gap::Comma, Gap::Clause, Gap::Comma]);
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
