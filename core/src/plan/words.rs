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
    let mut count = 0;
    for wanted in phrase.split(' ') {
        if words.get(count)? != wanted {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// Whether a phrase stands among words.
pub(super) fn contain(words: &[String], phrase: &str) -> bool {
    (0..words.len())
        .any(|at| words.get(at..).is_some_and(|rest| begin_with(rest, phrase).is_some()))
}
