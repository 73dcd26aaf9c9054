//! How many share what is given: the size of a group, or of the children to an adult.

use super::table::WordTable;
use super::word::{Gap, Word};

/// The sizes that words without a number stand for, in hundredths.
const SMALL_GROUP: i64 = 800;
const GROUP: i64 = 1_000;
const SHARED: i64 = 400;
const CLASS: i64 = 3_000;

/// How far behind a word for a group its number can stand.
const NEAR: usize = 7;

/// What comes with one child or with several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sharing {
    /// How many children there are to an adult or in the group, in hundredths.
    pub(super) size: i64,
    /// Where the words begin and end, in words of the statement.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The groups that a statement names, in their order.
pub(super) fn groups(table: &WordTable, words: &[Word]) -> Vec<Sharing> {
    let mut groups: Vec<Sharing> = Vec::new();
    let mut vague: Vec<Sharing> = Vec::new();
    for from in 0..words.len() {
        if groups.last().is_some_and(|last| last.to > from) {
            continue;
        }
        let rest = words.get(from..).unwrap_or_default();
        let before = words.get(..from).unwrap_or_default();
        if let Some((size, length)) = group(table, before, rest) {
            let found = Sharing { size, from, to: from + length };
            let is_vague = length == 1 && matches!(size, SMALL_GROUP | GROUP);
            if is_vague { vague.push(found) } else { groups.push(found) }
        }
    }
    // A group whose size is said elsewhere in the statement is no second one.
    if !groups.iter().any(|group| group.size > 100) {
        groups.extend(vague);
    }
    groups
}

/// A group at the beginning of words: its size, and how many words name it.
fn group(table: &WordTable, before: &[Word], words: &[Word]) -> Option<(i64, usize)> {
    let first = words.first()?;
    let is = |at: usize, any: &[&str]| words.get(at).is_some_and(|word| word.is(any));
    let was = |back: usize, any: &[&str]| {
        before
            .len()
            .checked_sub(back)
            .and_then(|at| before.get(at))
            .is_some_and(|word| word.is(any))
    };
    if let (Some(adults), Some(children)) =
        (first.number, words.get(2).and_then(|word| word.number))
        && is(1, &["to", "on"])
        && adults < 400
        && (adults == 100 || children <= adults)
        && !words.get(3).is_some_and(|word| table.people.has(word) || table.sessions.has(word))
        && !is(3, &["minute", "minutes", "hour", "hours", "mins", "%"])
    {
        return Some((children * 100 / adults.max(1), 3));
    }
    // "One adult to three pupils", "one adult for every six".
    if let Some(adults) = first.number
        && is(1, &["adult", "adults", "teacher", "assistant", "ta", "member"])
        && let Some(joint) = (2..5).find(|at| is(*at, &["to", "for", "per"]))
        && let Some((at, children)) = (joint + 1..joint + 3)
            .find_map(|at| words.get(at).and_then(|word| word.number).map(|number| (at, number)))
        && adults > 0
    {
        return Some((children * 100 / adults, at + 1));
    }
    if first.is(&["trio", "trios"]) {
        return Some((300, 1));
    }
    if first.is(&["own", "herself", "himself"])
        && was(1, &["her", "his", "their", "by"])
        && was(2, &["on", "see", "with"])
    {
        return Some((100, 1));
    }
    if first.is(&["individual", "individually"]) {
        let is_other = is(
            1,
            &[
                "need",
                "needs",
                "plan",
                "plans",
                "profile",
                "education",
                "targets",
                "healthcare",
                "health",
                "learning",
                "programme",
                "interests",
                "pupils",
                "risk",
                "timetable",
                "workstation",
            ],
        );
        return (!is_other).then_some((100, 1));
    }
    if first.is(&["pair", "pairs", "paired"]) {
        return Some((200, 1));
    }
    if first.is(&["shared", "share", "shares", "sharing"]) {
        let is_of_people = words.iter().skip(1).take(5).any(|word| table.people.has(word));
        let is_of_staff = was(1, &["a"]) || is(1, &["between", "among", "across", "with"]);
        let number = words.iter().skip(1).take(5).find_map(|word| word.number);
        return (is_of_people || is_of_staff).then_some((number.map_or(SHARED, |n| n + 100), 1));
    }
    if first.is(&["whole"]) && is(1, &["class"]) {
        return Some((CLASS, 2));
    }
    if first.is(&["group", "groups", "grouping", "groupings"]) {
        if was(1, &["age", "year", "working", "support", "peer", "friendship", "interest"]) {
            return None;
        }
        let mut to = 1;
        let mut size = None;
        for (at, word) in words.iter().enumerate().skip(1).take(NEAR) {
            if word.gap == Gap::Clause {
                break;
            }
            let is_time = words.get(at + 1).is_some_and(|next| {
                next.is(&["minute", "minutes", "hour", "hours", "mins"]) || table.sessions.has(next)
            });
            let Some(number) = word.number.filter(|_| !is_time) else { continue };
            size = Some(size.map_or(number, |size: i64| size.max(number)));
            to = at + 1;
            let is_more =
                words.get(at + 1).is_some_and(|next| next.is(&["other", "others", "peers"]));
            if is_more {
                size = size.map(|size| size + 100);
            }
            if !words.get(at + 1).is_some_and(|next| next.is(&["to", "or"])) {
                break;
            }
        }
        // "A four-pupil group", "three in the group".
        let counted_before =
            before.iter().rev().take(3).find(|word| table.people.has(word)).is_some();
        let size = size.or_else(|| {
            let number = before.iter().rev().take(3).find_map(|word| word.number);
            number.filter(|_| counted_before)
        });
        let vague = if was(1, &["small", "smaller"]) { SMALL_GROUP } else { GROUP };
        return Some((size.unwrap_or(vague), to));
    }
    // "With two other pupils", "no more than six children".
    let number = first.number?;
    let is_other = is(1, &["other", "others"]);
    let people = words.iter().skip(1).take(3).position(|word| table.people.has(word))?;
    let is_with = was(1, &["with", "alongside", "and"]);
    let is_limit = was(1, &["than", "of", "to"]) && (was(2, &["more", "fewer", "maximum", "up"]));
    if !(is_with || is_limit || is_other) {
        return None;
    }
    Some((number + if is_other || is_with { 100 } else { 0 }, people + 2))
}

#[cfg(test)]
mod tests {
    use super::{WordTable, groups};

    #[track_caller]
    fn check(text: &str, expected: &[i64]) {
        let table = WordTable::built_in();
        let found = groups(table, &table.words(text));
        let sizes: Vec<_> = found.iter().map(|group| group.size / 100).collect();
        assert_eq!(sizes, expected, "{text}");
    }

    #[test]
    fn sizes_are_read() {
        check("1:1 teaching", &[1]);
        check("on a one-to-one basis", &[1]);
        check("in a small group of no more than three other children", &[4]);
        check("a group of 3 to 4 pupils", &[4]);
        check("small group work", &[8]);
        check("individual sessions for 30 to 45 minutes", &[1]);
        check("with two other pupils", &[3]);
        check("at a ratio of 1:6", &[6]);
        check("in a group for 20 minutes", &[10]);
    }
}
