//! How many share what is given: the size of a group, or of the children to an adult.

use super::table::WordTable;
use super::word::{Gap, Word};

/// The sizes that words without a number stand for, in hundredths.
const SMALL_GROUP: i64 = 801;
const GROUP: i64 = 1_001;
const SHARED: i64 = 400;
const CLASS: i64 = 3_000;

/// One child alone, in hundredths.
const ONE: i64 = 100;

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
        let reader = Reader {
            table,
            before: words.get(..from).unwrap_or_default(),
            words: words.get(from..).unwrap_or_default(),
        };
        if let Some((size, length)) = reader.read() {
            let found = Sharing { size, from, to: from + length };
            let is_vague = length == 1 && matches!(size, SMALL_GROUP | GROUP);
            if is_vague { vague.push(found) } else { groups.push(found) }
        }
    }
    // A group whose size is said elsewhere in the statement is no second one.
    if !groups.iter().any(|group| group.size > ONE) {
        groups.extend(vague);
    }
    groups
}

/// Reads a group from a place on: its size, and how many words name it.
struct Reader<'w> {
    table: &'w WordTable,
    before: &'w [Word],
    words: &'w [Word],
}

impl Reader<'_> {
    /// Whether the word so many places on is one of these.
    fn is(&self, ahead: usize, words: &[&str]) -> bool {
        self.words.get(ahead).is_some_and(|word| word.is(words))
    }

    /// Whether the word so many places before is one of these.
    fn was(&self, back: usize, words: &[&str]) -> bool {
        let at = self.before.len().checked_sub(back);
        at.and_then(|at| self.before.get(at)).is_some_and(|word| word.is(words))
    }

    fn number(&self, ahead: usize) -> Option<i64> {
        self.words.get(ahead).and_then(|word| word.number)
    }

    fn read(&self) -> Option<(i64, usize)> {
        self.ratio()
            .or_else(|| self.alone())
            .or_else(|| self.shared())
            .or_else(|| self.group())
            .or_else(|| self.others())
    }

    /// "1:3", "one adult to three pupils", "one adult for every six".
    fn ratio(&self) -> Option<(i64, usize)> {
        let adults = self.number(0).filter(|adults| (1..400).contains(adults))?;
        if self.is(1, &["to", "on"]) {
            let children = self.number(2)?;
            let is_range = self.words.get(3).is_some_and(|word| {
                self.table.people.has(word)
                    || self.table.sessions.has(word)
                    || word.is(&["minute", "minutes", "hour", "hours", "%"])
            });
            let is_ratio = (adults == ONE || children <= adults) && !is_range;
            return is_ratio.then_some((children * ONE / adults, 3));
        }
        if !self.is(1, &["adult", "adults", "teacher", "assistant", "ta", "member"]) {
            return None;
        }
        let joint = (2..5).find(|at| self.is(*at, &["to", "for", "per"]))?;
        let at = (joint + 1..joint + 3).find(|at| self.number(*at).is_some())?;
        Some((self.number(at)? * ONE / adults, at + 1))
    }

    /// One child alone.
    fn alone(&self) -> Option<(i64, usize)> {
        let no_other = self.is(0, &["no", "without"])
            && (1..3).any(|at| self.is(at, &["other", "others", "else"]))
            && !self.is(1, &["more", "fewer", "than"]);
        if no_other {
            return Some((ONE, 2));
        }
        let is_teaching =
            !self.words.get(1).is_some_and(|word| self.table.not_individual.has(word));
        let follows_name = self.before.last().is_some_and(|word| word.is_capital);
        let is_alone = (self.is(0, &["individual", "individually"]) && is_teaching)
            || (self.is(0, &["alone"]) && (follows_name || self.was(1, &["her", "him", "them"])))
            || (self.is(0, &["own"])
                && self.was(1, &["her", "his", "their"])
                && self.was(2, &["on"]));
        is_alone.then_some((ONE, 1))
    }

    /// An adult or a thing that several share.
    fn shared(&self) -> Option<(i64, usize)> {
        let is_between = self.is(1, &["between", "among", "across", "with", "by"]);
        let number = (2..5).find_map(|at| self.number(at)).filter(|_| is_between);
        let is_of_children = is_between
            && (2..5).any(|at| {
                self.is(at, &["other", "others", "pupils", "children", "peers", "class"])
            });
        let is_shared = number.is_some() || is_of_children || self.was(1, &["a", "an"]);
        let size = number.map_or(SHARED, |number| number + ONE);
        (self.is(0, &["shared"]) && is_shared).then_some((size, 1))
    }

    /// A group with its size, which stands behind it or before it.
    fn group(&self) -> Option<(i64, usize)> {
        if self.is(0, &["pair", "pairs", "paired"]) {
            return Some((2 * ONE, 1));
        }
        if self.is(0, &["trio", "trios"]) {
            return Some((3 * ONE, 1));
        }
        if self.is(0, &["whole"]) && self.is(1, &["class"]) {
            return Some((CLASS, 2));
        }
        let is_class = self.is(0, &["class", "classes"]) && self.is(1, &["of", "size"]);
        if self.is(0, &["class", "classes"]) && self.was(1, &["small", "smaller"]) {
            return Some((SMALL_GROUP, 1));
        }
        if is_class && let Some(found) = self.size_behind() {
            return Some(found);
        }
        let names_other =
            self.was(1, &["age", "year", "working", "support", "peer", "friendship", "interest"]);
        if names_other || !self.is(0, &["group", "groups", "grouping", "groupings"]) {
            return None;
        }
        if let Some(found) = self.size_behind() {
            return Some(found);
        }
        let near = || self.before.iter().rev().take(3);
        let counts = near().any(|word| self.table.people.has(word));
        let size = near().find_map(|word| word.number).filter(|_| counts);
        let vague = if self.was(1, &["small", "smaller"]) { SMALL_GROUP } else { GROUP };
        Some((size.unwrap_or(vague), 1))
    }

    /// The size behind a word for a group: of a range, the larger.
    fn size_behind(&self) -> Option<(i64, usize)> {
        let mut found = None;
        for at in 1..=NEAR {
            let word = self.words.get(at).filter(|word| word.gap < Gap::Clause);
            let Some(word) = word else { break };
            let is_time = self.words.get(at + 1).is_some_and(|next| {
                next.is(&["minute", "minutes", "hour", "hours"]) || self.table.sessions.has(next)
            });
            let Some(number) = word.number.filter(|_| !is_time) else { continue };
            let others = if self.is(at + 1, &["other", "others", "peers"]) { ONE } else { 0 };
            let size = found.map_or(number, |(size, _): (i64, usize)| size.max(number)) + others;
            found = Some((size, at + 1));
            if !self.is(at + 1, &["to", "or"]) {
                break;
            }
        }
        found
    }

    /// "With two other pupils", "no more than six children".
    fn others(&self) -> Option<(i64, usize)> {
        let number = self.number(0)?;
        // One other adult is no other child.
        if self.words.iter().skip(1).take(2).any(|word| word.is(&["adult", "adults", "staff"])) {
            return None;
        }
        let people =
            self.words.iter().skip(1).take(3).position(|word| self.table.people.has(word))?;
        let is_beside =
            self.is(1, &["other", "others"]) || self.was(1, &["with", "alongside", "and"]);
        let is_limit =
            self.was(1, &["than", "of", "to"]) && self.was(2, &["more", "fewer", "maximum", "up"]);
        let size = if is_beside { number + ONE } else { number };
        (is_beside || is_limit).then_some((size, people + 2))
    }
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
        check("and with no other pupil", &[1]);
        check("in a class of eight", &[8]);
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
