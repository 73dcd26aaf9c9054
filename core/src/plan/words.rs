//! The words of a text, compared whatever their case and the small words between them.

/// The words of a text, its ASCII letters in lower case, without apostrophes.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for character in text.chars() {
        match character {
            '\'' | '’' | '‘' => {}
            _ if character.is_alphanumeric() => word.push(character.to_ascii_lowercase()),
            _ if word.is_empty() => {}
            _ => words.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Whether words begin with those of a phrase; how many these are.
pub(super) fn begin_with(words: &[String], phrase: &str) -> Option<usize> {
    // Most phrases differ in the first letter.
    if words.first()?.as_bytes().first() != phrase.as_bytes().first() {
        return None;
    }
    let mut rest = phrase;
    for (count, word) in (1..).zip(words) {
        rest = rest.strip_prefix(word.as_str())?;
        if rest.is_empty() {
            return Some(count);
        }
        rest = rest.strip_prefix(' ')?;
    }
    None
}

/// Whether a phrase stands among words.
pub(super) fn contain(words: &[String], phrase: &str) -> bool {
    (0..words.len())
        .any(|at| words.get(at..).is_some_and(|rest| begin_with(rest, phrase).is_some()))
}

#[cfg(test)]
mod tests {
    use super::{begin_with, contain, words};

    #[test]
    fn phrases_are_found_by_complete_words() {
        let all = words("The child's special educational needs");
        assert_eq!(begin_with(&all, "the childs"), Some(2));
        assert_eq!(begin_with(&all, "the childs special educational needs"), Some(5));
        assert_eq!(begin_with(&all, "the childs spec"), None);
        assert_eq!(begin_with(&all, "the child"), None);
        assert_eq!(begin_with(&all, "childs"), None);
        assert_eq!(begin_with(&all, "the childs special educational needs and"), None);
        assert!(contain(&all, "educational needs"));
        assert!(!contain(&all, "educational need"));
        assert!(!contain(&all, "needs and"));
    }
}
