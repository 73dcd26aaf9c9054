//! Whether two quotations speak of the same place: their words, without marks and spaces.

/// The words of a text in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The most words in a row that both have.
fn in_a_row(one: &[String], other: &[String]) -> usize {
    let mut best = 0;
    let mut above = vec![0; other.len() + 1];
    for word in one {
        let mut row = vec![0; other.len() + 1];
        for (at, known) in other.iter().enumerate() {
            if word == known {
                row[at + 1] = above[at] + 1;
                best = best.max(row[at + 1]);
            }
        }
        above = row;
    }
    best
}

/// Whether two texts are the same place: the shorter stands in the other, but for a few words at its ends.
pub(crate) fn is_same_place(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let shorter = one.len().min(other.len());
    shorter > 0 && in_a_row(&one, &other) * 10 >= shorter * 7
}
