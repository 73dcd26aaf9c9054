//! Sentences from templates.

use std::fmt::{Display, Write as _};

/// A sentence from a template with named parts: `fill("{n} of {total} met", &[("n", &3), ("total", &4)])`.
/// A name that is not given stays as it is written, braces included, and so does what a part holds.
pub(crate) fn fill(template: &str, parts: &[(&str, &dyn Display)]) -> String {
    let mut sentence = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, behind)) = split(rest, b'{') {
        sentence.push_str(before);
        let named = split(behind, b'}').and_then(|(name, after)| {
            let part = parts.iter().find(|(known, _)| *known == name);
            part.map(|(_, part)| (part, after))
        });
        if let Some((part, after)) = named {
            // Writing to a string cannot fail.
            let _ = write!(sentence, "{part}");
            rest = after;
        } else {
            sentence.push('{');
            rest = behind;
        }
    }
    sentence.push_str(rest);
    sentence
}

/// Whether a template has a part with this name.
pub(crate) fn has_part(template: &str, name: &str) -> bool {
    let mut rest = template;
    while let Some((_, behind)) = split(rest, b'{') {
        if split(behind, b'}').is_some_and(|(known, _)| known == name) {
            return true;
        }
        rest = behind;
    }
    false
}

/// A text before and behind the first of a character of ASCII. Templates are short: a search for any character would
/// take several times as long to prepare.
#[cfg_attr(target_family = "wasm", inline(never))]
fn split(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    let (before, behind) = text.split_at_checked(place)?;
    Some((before, behind.get(1..)?))
}

/// A count with its noun: "1 item", "3 items".
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    [count.to_string().as_str(), " ", if count == 1 { one } else { many }].concat()
}

/// The same text with its first letter as a capital.
pub(crate) fn capital(text: impl Into<String>) -> String {
    let mut text = text.into();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A word of a document as people read it: `annual_review` is "annual review".
pub(crate) fn plain(word: &str) -> String {
    word.replace(['_', '-'], " ")
}

#[cfg(test)]
mod tests {
    use super::{capital, counted, fill, has_part, plain};

    #[test]
    fn names_are_filled_in_and_all_else_stays() {
        assert_eq!(fill("{n} of {total} met", &[("n", &3), ("total", &4)]), "3 of 4 met");
        assert_eq!(fill("{a}{b}{a}", &[("a", &"{b}"), ("b", &"x")]), "{b}x{b}");
        assert_eq!(fill("an {unknown} name, { and }", &[]), "an {unknown} name, { and }");
        assert_eq!(fill("{", &[]), "{");
        assert!(has_part("step {a {step} of it", "step"));
        assert!(!has_part("{steps} step {step", "step"));
    }

    #[test]
    fn words_are_shown_as_people_read_them() {
        assert_eq!(counted(1, "item", "items"), "1 item");
        assert_eq!(counted(0, "item", "items"), "0 items");
        assert_eq!(capital("early years"), "Early years");
        assert_eq!(capital("é"), "é");
        assert_eq!(plain("below_good"), "below good");
    }
}
