//! The known word that is nearest to one that was written.

use strsim::osa_distance;

/// The longest text for which it is looked for, in bytes.
const LONGEST: usize = 64;

/// Of so many letters of a known word one may differ, and so many at most.
const LETTERS: usize = 3;
const MOST: usize = 2;

/// Words whose lengths differ by more bytes are not compared letter by letter.
const MOST_BYTES: usize = 4 * MOST;

/// How far a word is from its initials, and from its beginning. So many known words may have one beginning.
const INITIALS: usize = 1;
const BEGINNING: usize = MOST + 1;
const MOST_OF_A_BEGINNING: usize = 2;

/// So many letters may follow a beginning.
const MORE: usize = 1;

/// What is known by the word that is nearest to what is written, where one is near: it differs in few letters, has
/// these initials, as `N/A` for `not_applicable`, or begins so and has one letter more. Case and signs do not count:
/// `h1-1` is `H1.1`.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn nearest<T>(written: &str, known: &mut dyn Iterator<Item = (&str, T)>) -> Option<T> {
    let written =
        Some(letters(written)).filter(|written| (1..=LONGEST).contains(&written.len()))?;
    let mut nearest: Option<(usize, T)> = None;
    let mut beginnings = 0;
    for (word, of) in known {
        let Some(far) = distance(&written, word) else { continue };
        beginnings += usize::from(far == BEGINNING);
        if nearest.as_ref().is_none_or(|(least, _)| far < *least) {
            nearest = Some((far, of));
        }
    }
    let is_one = |far: usize| far < BEGINNING || beginnings <= MOST_OF_A_BEGINNING;
    nearest.filter(|(far, _)| is_one(*far)).map(|(_, of)| of)
}

/// How far a known word is from letters, where it is near.
fn distance(written: &str, word: &str) -> Option<usize> {
    let parts = word.split(|c: char| !is_letter(c));
    let initials: String = parts.filter_map(|part| part.chars().next()).collect();
    if initials.len() > 1 && initials.eq_ignore_ascii_case(written) {
        return Some(INITIALS);
    }
    let word = letters(word);
    if word.len().abs_diff(written.len()) > MOST_BYTES {
        return None;
    }
    let most = (word.chars().count() / LETTERS).min(MOST);
    let far = osa_distance(&word, written);
    let begins = || word.strip_prefix(written).is_some_and(|more| more.chars().count() <= MORE);
    if far <= most { Some(far) } else { begins().then_some(BEGINNING) }
}

/// The letters and digits of a word in lower case.
fn letters(word: &str) -> String {
    word.chars().filter(|c| is_letter(*c)).map(|c| c.to_ascii_lowercase()).collect()
}

/// Whether a character is a letter or a digit; what is not ASCII counts as one.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_differs_in_few_letters() {
        let known =
            ["yes", "partly", "no", "not_applicable", "H1.1", "H1.2", "E", "Q1", "Q2", "Q3"];
        for (written, expected) in [
            ("Yes", Some("yes")),
            ("yse", Some("yes")),
            ("not applicable", Some("not_applicable")),
            ("notaplicable", Some("not_applicable")),
            ("h1-1", Some("H1.1")),
            ("e", Some("E")),
            ("N/A", Some("not_applicable")),
            ("n", Some("no")),
            ("H1", Some("H1.1")),
            ("maybe", None),
            // One letter of two is no slip.
            ("Q4", None),
            // Three begin so.
            ("q", None),
            ("", None),
            ("-", None),
        ] {
            let mut known = known.into_iter().map(|word| (word, word));
            assert_eq!(nearest(written, &mut known), expected, "{written}");
        }
    }
}
