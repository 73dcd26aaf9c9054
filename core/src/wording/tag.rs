//! References in brackets, such as `[K3]`, `(B2)` or `[need 1, outcome 2]`: they say where something comes from.

/// The longest reference in brackets, in bytes.
const LONGEST: usize = 60;

/// Words that stand with the number of what is referred to.
const WORDS: [&str; 16] = [
    "advice",
    "and",
    "appendix",
    "item",
    "need",
    "needs",
    "outcome",
    "outcomes",
    "p",
    "page",
    "pages",
    "pp",
    "provision",
    "ref",
    "report",
    "reference",
];

/// The length of a reference in brackets that stands at a place, in bytes.
pub(super) fn tag(text: &str, byte: usize) -> Option<usize> {
    let rest = text.get(byte..)?;
    let is_square = rest.starts_with('[');
    let close = if is_square { b']' } else { b')' };
    let end = rest.bytes().take(LONGEST).position(|b| b == close)?;
    let inner = rest.get(1..end)?;
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '&' | '/' | '-' | '\u{2013}');
    let (mut refers, mut is_behind_word) = (false, is_square);
    for item in inner.split(is_between).map(|item| item.trim_end_matches('.')) {
        if item.is_empty() {
            continue;
        }
        if WORDS.iter().any(|word| item.eq_ignore_ascii_case(word)) {
            is_behind_word = true;
        } else if is_id(item, is_square) || (is_behind_word && is_number(item)) {
            refers = true;
        } else {
            return None;
        }
    }
    refers.then_some(end + 1)
}

/// Whether this is a letter with a number, such as K3 or E1.2. In round brackets the letter is that of a section.
fn is_id(item: &str, is_square: bool) -> bool {
    let letters = item.bytes().take_while(u8::is_ascii_uppercase).count();
    let most = if is_square { 2 } else { 1 };
    let is_of_section = item.starts_with(|c| ('A'..='K').contains(&c));
    let number = item.get(letters..).unwrap_or_default();
    let number = number.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(number);
    (1..=most).contains(&letters) && (is_square || is_of_section) && is_number(number)
}

/// Whether this is a short number, such as 3 or 1.2.
fn is_number(item: &str) -> bool {
    let is_short = (1..=4).contains(&item.len());
    is_short
        && item.starts_with(|c: char| c.is_ascii_digit())
        && item.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let length = Some(text.len()).filter(|_| expected);
        assert_eq!(tag(text, 0), length, "{text}");
    }

    #[test]
    fn references_are_told_from_words_in_brackets() {
        for text in [
            "[K3]",
            "(B2)",
            "[K2, K5]",
            "[K1, p. 3]",
            "[need 1, outcome 2]",
            "(outcome 4)",
            "[1]",
            "(E1.2)",
            "[K2 and K4]",
            "(needs 1-3)",
            "[PR1]",
        ] {
            check(text, true);
        }
        for text in [
            "[name]",
            "[insert hours]",
            "(1:1)",
            "(30 minutes)",
            "(4)",
            "(Level 6)",
            "(Year 5)",
            "(B)",
            "(see K3)",
            "[ ]",
            "(SENCO)",
            "(K3",
            "[need]",
            "(PR1)",
        ] {
            check(text, false);
        }
    }
}
